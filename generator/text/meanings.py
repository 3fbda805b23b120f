"""What each field of the format means, in English, by its Vietnamese description in the model."""

from __future__ import annotations

from generator.text.words import Language

_ENGLISH = {
    "Mã, ví dụ `si-ma-cai-2021`; trùng tên tệp": "Id, e.g. `si-ma-cai-2021`; the name of the file",
    "Tên đầy đủ như đã in, ví dụ `Kế hoạch phát triển kinh tế - xã hội năm 2026`": (
        "Full title as printed"
    ),
    "Loại kế hoạch, ví dụ `annual`, `five_year`, `implementation`": (
        "Kind of plan, e.g. `annual`, `five_year`, `implementation`"
    ),
    "Nguồn: mã văn bản, hoặc danh sách document, at, quote": (
        "Source: the id of a document, or a list of document, at, quote"
    ),
    "Chỗ trong nguồn, ví dụ `mục II.3`": "Place in the source, e.g. a section number",
    "Nguyên văn lời trích từ nguồn": "Verbatim quote from the source",
    "Mã cũ": "Former ids",
    "Tên tiếng Anh": "English name",
    "Tên gọn, không có “Kế hoạch số …”": "Short title, without “Plan number …”",
    "Tên gọn tiếng Anh": "Short English title",
    "Loại theo lời của nguồn, khi kind là other": "Kind in the source's words, when kind is other",
    "Văn bản ban hành kế hoạch": "Document that issues the plan",
    "Cơ quan ban hành, khi chưa có văn bản": "Issuing body, when there is no document yet",
    "Địa phương": "Place",
    "Thời kỳ, ví dụ `2021..2025`": "Period, e.g. `2021..2025`",
    "Nhiệm kỳ, bằng lời": "Term of office, in words",
    "drafting, submitted, adopted, cancelled": "drafting, submitted, adopted, cancelled",
    "Ngôn ngữ của nội dung: vi hoặc en": "Language of the contents: vi or en",
    "Tháng bắt đầu năm học, năm tài khóa, ví dụ `04`": (
        "Month in which a school or fiscal year begins, e.g. `04`"
    ),
    "Nhãn như đã in → nội dung, ví dụ `Phương châm: …`": "Label as printed → contents",
    "Phạm vi": "Scope",
    "Cơ quan đầu mối": "Focal point",
    "Kỳ báo cáo, ví dụ `quarterly`": "How often it is reported on, e.g. `quarterly`",
    "Số lượng văn bản nêu": "What the document announces, in numbers",
    "Cơ quan đặt ra các mục tiêu": "Body that sets the targets",
    "full toàn văn, excerpt trích": "full: the whole text; excerpt: a part of it",
    "Ghi chú của người nhập": "Notes of the editors",
    "Từ đánh giá của nguồn → mã, ví dụ `Green: achieved`": (
        "The source's word of assessment → code, e.g. `Green: achieved`"
    ),
    "Cách đánh giá của người báo cáo": "How the reporting body assesses",
    "Dung sai của người báo cáo, phần trăm": "Tolerance of the reporting body, per cent",
    "Quan hệ với văn bản": "Relations to documents",
    "Các phần": "Sections",
    "Các chỉ tiêu": "Indicators",
    "Các nhiệm vụ": "Tasks",
    "Các mốc": "Milestones",
    "Bảng đếm kết quả do báo cáo nêu": "Counts of results that reports state",
    "Kinh phí": "Budget",
    "Mã trong kế hoạch, ví dụ `nhiem-vu`": "Id in the plan, e.g. `nhiem-vu`",
    "Tên phần, ví dụ `Nhiệm vụ trọng tâm`": "Title of the section",
    "Số như đã in, ví dụ `II.1`": "Number as printed, e.g. `II.1`",
    "Nội dung": "Contents",
    "Mã phần chứa nó": "Id of the section it lies in",
    "Thời kỳ chung của phần": "Common period of the section",
    "Cơ quan đặt ra mục tiêu của phần": "Body that sets the targets of the section",
    "Quan hệ với mục khác": "Relations to other items",
    "Ghi chú": "Note",
    "Mã trong kế hoạch, ví dụ `ty-le-ho-ngheo`": "Id in the plan, e.g. `ty-le-ho-ngheo`",
    "Số thứ tự hoặc mã như đã in": "Number or code as printed",
    "Tên chỉ tiêu như đã in": "Name of the indicator as printed",
    "Mã chỉ tiêu dùng chung": "Id of a shared indicator",
    "Mã phần chứa chỉ tiêu": "Id of the section the indicator lies in",
    "Mã nhiệm vụ mà chỉ tiêu thuộc về": "Id of the task the indicator belongs to",
    "Địa phương của số liệu": "Place of the figures",
    "Cơ quan chủ trì": "Lead agency",
    "Đơn vị; `percent` là %, `pp` là điểm %": "Unit; `percent` is %, `pp` is percentage points",
    "Hướng tốt: up, down, within": "Better direction: up, down, within",
    "aspirational phấn đấu, forecast dự kiến": "aspirational or forecast",
    "Thời kỳ của các mục tiêu": "Period of the targets",
    "Cơ quan đặt ra mục tiêu": "Body that sets the target",
    "Mốc gốc": "Baseline",
    "Mục tiêu": "Targets",
    "Kết quả": "Results",
    "Đánh giá chung bằng chữ của nguồn": "The source's overall assessment, in its words",
    "Nguyên nhân, theo nguồn": "Cause, as the source says",
    "Chỉ tiêu thành phần": "Parts of the indicator",
    "true nếu các thành phần cộng lại thành toàn bộ": "true if the parts add up to the whole",
    "Thời kỳ, ví dụ `2025` hoặc `2021..2025`": "Period, e.g. `2025` or `2021..2025`",
    "Giá trị, ví dụ `69.41`, `at least 6`": "Value, e.g. `69.41`, `at least 6`",
    "Văn bản đặt ra mục tiêu": "Document that sets the target",
    "Ngày của lần điều chỉnh": "Day of the adjustment",
    "Lý do điều chỉnh, theo nguồn": "Reason of the adjustment, as the source says",
    "true: sửa lỗi nhập của trang này": "true: corrects a slip of this site",
    "estimate ước, preliminary sơ bộ": "estimate or preliminary",
    "Phần trăm kế hoạch như nguồn nêu, ví dụ `99.6`": (
        "Percentage of plan as the source states it, e.g. `99.6`"
    ),
    "So sánh, nguyên văn": "Comparison, verbatim",
    "Đánh giá bằng chữ của nguồn": "The source's assessment, in its words",
    "Xu hướng bằng chữ của nguồn": "The source's trend, in its words",
    "Số liệu tính đến ngày": "Day as of which the figure holds",
    "Cơ quan báo cáo": "Reporting body",
    "true: sửa lỗi nhập của trang này ở mục ngay trước, cùng thời kỳ": (
        "true: corrects a slip of this site in the entry before, of the same period"
    ),
    "Mã trong kế hoạch, ví dụ `doan-kiem-tra`": "Id in the plan, e.g. `doan-kiem-tra`",
    "Tên nhiệm vụ, ví dụ `Thành lập các đoàn kiểm tra`": "Title of the task",
    "Số thứ tự như đã in": "Number as printed",
    "Nội dung đầy đủ": "Full text",
    "Mã phần chứa nhiệm vụ": "Id of the section the task lies in",
    "Cơ quan chủ trì, một hoặc nhiều": "Lead agency, one or more",
    "Cơ quan phối hợp": "Supporting agencies",
    "Cơ quan quyết định, ban hành": "Body that decides or issues",
    "Địa bàn": "Areas",
    "Sản phẩm": "Deliverables",
    "Thời hạn, hoặc danh sách các lần điều chỉnh": "Deadline, or the list of its adjustments",
    "Các bước": "Steps",
    "Các lần báo cáo": "Reports",
    "Thời hạn": "Deadline",
    "Văn bản điều chỉnh": "Document that adjusts it",
    "Lý do, theo nguồn": "Reason, as the source says",
    "Nội dung bước, ví dụ `trình HĐND`": "What the step is",
    "Thời hạn của bước": "Deadline of the step",
    "Tình trạng, ví dụ `in_progress`, `completed`; cũng có not_started, suspended, dropped, "
    "merged": (
        "Stage, e.g. `in_progress`, `completed`; also not_started, suspended, dropped, merged"
    ),
    "Ngày báo cáo": "Day of the report",
    "Ngày hoàn thành": "Day of completion",
    "Lời báo cáo": "Words of the report",
    "Văn bản báo cáo hoặc sản phẩm": "Document that reports, or that was delivered",
    "true: sửa lỗi nhập của trang này ở lần báo cáo ngay trước": (
        "true: corrects a slip of this site in the report before"
    ),
    "Loại văn bản": "Kind of document",
    "Loại theo lời của nguồn": "Kind in the source's words",
    "Tên sản phẩm": "Name of the deliverable",
    "Văn bản đã ban hành": "Document that was issued",
    "Tên mốc, ví dụ `Hội nghị triển khai kế hoạch`": "Title of the milestone",
    "Mã trong kế hoạch": "Id in the plan",
    "conference, submission, adoption …": "conference, submission, adoption …",
    "Thời gian": "When",
    "Ai làm, kèm vai trò": "Who takes part, with the role",
    "Kết quả của mốc, theo nguồn": "Outcome, as the source says",
    "Ngày đã diễn ra, theo nguồn": "Day on which it took place, as the source says",
    "Đếm gì, ví dụ `chỉ tiêu`": "What is counted",
    "Thời kỳ": "Period",
    "Ai giao các mục tiêu được đếm": "Who set the targets that are counted",
    "Tính đến ngày": "As of day",
    "Tổng số": "Total",
    "Số theo từng từ như đã in, không trùng nhau": (
        "Counts by the words as printed, which do not overlap"
    ),
    "Trong đó": "Of which",
    "Từ → mã các chỉ tiêu được nêu tên": "Word → ids of the indicators named",
    "Lời của nguồn": "Words of the source",
    "Đơn vị tiền, ví dụ `triệu đồng`": "Unit of money",
    "Các dòng, ví dụ `[{amount: 52000}]`": "Rows, e.g. `[{amount: 52000}]`",
    "Tên bảng": "Title of the table",
    "Thời kỳ chung": "Common period",
    "Nguồn vốn chung": "Common fund",
    "Giai đoạn chung của số tiền": "Common stage of the amounts",
    "Nguồn vốn": "Fund",
    "Loại vốn": "Kind of fund",
    "Mã phần": "Id of the section",
    "Mã nhiệm vụ": "Id of the task",
    "planned, allocated, disbursed, settled, carried_over": (
        "planned, allocated, disbursed, settled, carried_over"
    ),
    "Số tiền, theo unit của bảng": "Amount, in the unit of the table",
    "Số chỉ tiêu văn bản nêu": "Number of indicators that the document announces",
    "Số nhiệm vụ văn bản nêu": "Number of tasks that the document announces",
    "Số nhóm, phần văn bản nêu": "Number of groups or sections that the document announces",
    "Số mốc văn bản nêu": "Number of milestones that the document announces",
    "Nhãn như đã in, ví dụ `Mục tiêu tổng quát`": "Label as printed",
    "Nội dung, ví dụ `Kỷ cương, sáng tạo`": "Contents",
    "Nhãn tiếng Anh": "English label",
    "Nội dung, ví dụ `Nguồn ghi hai số khác nhau`": "Contents",
    "inconsistency: nguồn tự mâu thuẫn; remark": (
        "inconsistency: the source contradicts itself; remark"
    ),
    "Căn cứ": "Based on",
    "Thực hiện, cụ thể hóa": "Implements, details",
    "Đánh giá, tổng kết": "Evaluates, reviews",
    "Tiếp nối": "Succeeds",
    "Thay thế": "Replaces",
    "Sửa đổi, bổ sung": "Amends, supplements",
    "Làm cơ sở cho, tích hợp vào": "Is the basis for, is integrated into",
    "Là một phần của": "Is part of",
    "Văn bản, mã hoặc tên, ví dụ `84-kh-ubnd-ha-noi`": (
        "Document, by id or by name, e.g. `84-kh-ubnd-ha-noi`"
    ),
    "Chỗ trong văn bản, ví dụ `mục II.3`": "Place in the document, e.g. a section number",
    "Nguyên văn lời trích": "Verbatim quote",
    "Mã, ví dụ `lao-cai`; thêm năm nếu tên trở lại sau sáp nhập": (
        "Id, e.g. `lao-cai`; with a year if the name comes back after a merger"
    ),
    "Tên kèm cấp, ví dụ `tỉnh Bắc Kạn`": "Name with its level",
    "Cấp, ví dụ `province`; cũng có country, district, commune, other": (
        "Level, e.g. `province`; also country, district, commune, other"
    ),
    "Cấp theo lời của nguồn": "Level in the source's words",
    "Nơi chứa nó": "Place it lies in",
    "Tồn tại từ ngày": "Exists from this day",
    "Tồn tại đến hết ngày": "Exists until the end of this day",
    "Nơi kế tục, một hoặc nhiều": "Places that succeed it, one or more",
    "Mã, ví dụ `so-tai-chinh`": "Id, e.g. `so-tai-chinh`",
    "Tên đầy đủ, ví dụ `Sở Tài chính`; đăng ký theo cấp thì không kèm địa danh": (
        "Full name; without a place's name if it is registered by level"
    ),
    "Tên gọi tắt, ví dụ `UBND`": "Short name, e.g. `UBND`",
    "`group` nếu là tập hợp như “các sở, ban, ngành”": (
        "`group` for a group of bodies, such as all departments of a province"
    ),
    "Địa phương của đúng cơ quan này": "Place of this one body",
    "Có ở mọi địa phương thuộc cấp này": "Every place of this level has one",
    "Có từ ngày": "Exists from this day",
    "Có đến hết ngày": "Exists until the end of this day",
    "Cơ quan kế tục, một hoặc nhiều": "Bodies that succeed it, one or more",
    "Mã, ví dụ `226-nq-cp-2025`": "Id, e.g. `226-nq-cp-2025`",
    "Loại văn bản, ví dụ `resolution`, `decision`, `plan`, `news`": (
        "Kind of document, e.g. `resolution`, `decision`, `plan`, `news`"
    ),
    "Số, ký hiệu như đã in, ví dụ `84/KH-UBND`": (
        "Number and symbol as printed, e.g. `84/KH-UBND`"
    ),
    "Cơ quan ban hành": "Issuing body",
    "Địa phương của cơ quan ban hành": "Place of the issuing body",
    "Ngày ban hành": "Day of issue",
    "Trích yếu": "Subject",
    "Trích yếu bằng tiếng Anh": "Subject in English",
    "Người ký": "Who signed it",
    "Tác giả bài báo": "Author of the news item",
    "Thời kỳ của văn bản": "Period of the document",
    "`draft` nếu là dự thảo": "`draft` if it is a draft",
    "Văn bản bị thay thế": "Documents that it replaces",
    "Văn bản được sửa đổi, bổ sung": "Documents that it amends",
    "Quan hệ với văn bản khác": "Relations to other documents",
    "Địa chỉ, bắt đầu bằng https://": "Address, beginning with https://",
    "Địa chỉ bản lưu": "Address of an archived copy",
    "Ngày xem": "Day on which it was viewed",
    "Mã đã gỡ, ví dụ `ha-noi-84`; mục của kế hoạch là `ha-noi-84#doan-kiem-tra`": (
        "Id that was removed, e.g. `ha-noi-84`; an item of a plan is `ha-noi-84#doan-kiem-tra`"
    ),
    "Từng là gì: plan, place, agency, document, indicator": (
        "What it was: plan, place, agency, document, indicator"
    ),
    "Tên trước khi gỡ": "What it was called",
    "Ngày gỡ, ví dụ `2026-11-22`": "Day of the removal, e.g. `2026-11-22`",
    "Lý do gỡ, ví dụ `nhập trùng với ha-noi-84`": ("Reason for the removal, e.g. `entered twice`"),
    "Mã thay cho nó, nếu có": "Id that stands for it now, if any",
    "Mã, ví dụ `ty-le-ho-ngheo`": "Id, e.g. `ty-le-ho-ngheo`",
    "Tên chỉ tiêu, ví dụ `Tỷ lệ hộ nghèo`": "Name of the indicator",
    "Định nghĩa, cách tính": "Definition, how it is computed",
    "Mã chính thức": "Official code",
    "Chỗ ngắt chuỗi": "Breaks in the series",
    "Ngày hoặc năm thay đổi, ví dụ `2025-07-01`": "Day or year of the change, e.g. `2025-07-01`",
    "Điều đã thay đổi, ví dụ `chuẩn nghèo mới`": "What changed",
}


def meaning(description: str, language: Language) -> str:
    """What a field means; in Vietnamese as the model describes it."""
    return description if language == "vi" else _ENGLISH[description]
