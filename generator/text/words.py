"""The words for the codes of the format and of what is concluded, in Vietnamese and English."""

from __future__ import annotations

from typing import Literal

Language = Literal["vi", "en"]
Words = dict[str, tuple[str, str]]

LEVEL: Words = {
    "country": ("cả nước", "country"),
    "province": ("tỉnh, thành phố", "province"),
    "district": ("huyện, quận", "district"),
    "commune": ("xã, phường", "commune"),
    "other": ("cấp khác", "other"),
}
PLAN_KIND: Words = {
    "five_year": ("Kế hoạch 5 năm", "Five-year plan"),
    "annual": ("Kế hoạch hằng năm", "Annual plan"),
    "public_investment": ("Kế hoạch đầu tư công trung hạn", "Public investment plan"),
    "national_target_programme": (
        "Chương trình mục tiêu quốc gia",
        "National target programme",
    ),
    "implementation": ("Kế hoạch thực hiện", "Implementation plan"),
    "action_programme": ("Chương trình hành động", "Action programme"),
    "review": ("Tổng kết", "Review"),
    "drafting": ("Xây dựng kế hoạch", "Drafting timetable"),
    "scheme": ("Đề án", "Scheme"),
    "strategy": ("Chiến lược", "Strategy"),
    "report": ("Báo cáo", "Report"),
    "other": ("Kế hoạch khác", "Other plan"),
}
DOCUMENT_KIND: Words = {
    "resolution": ("Nghị quyết", "Resolution"),
    "decision": ("Quyết định", "Decision"),
    "directive": ("Chỉ thị", "Directive"),
    "plan": ("Kế hoạch", "Plan"),
    "action_programme": ("Chương trình hành động", "Action programme"),
    "programme": ("Chương trình", "Programme"),
    "scheme": ("Đề án", "Scheme"),
    "project": ("Dự án", "Project"),
    "official_letter": ("Công văn", "Official letter"),
    "report": ("Báo cáo", "Report"),
    "submission": ("Tờ trình", "Submission"),
    "conclusion": ("Kết luận", "Conclusion"),
    "notice": ("Thông báo", "Notice"),
    "decree": ("Nghị định", "Decree"),
    "circular": ("Thông tư", "Circular"),
    "law": ("Luật", "Law"),
    "master_plan": ("Quy hoạch", "Master plan"),
    "strategy": ("Chiến lược", "Strategy"),
    "news": ("Bài báo, tin", "News item"),
    "other": ("Văn bản", "Document"),
}
MILESTONE_KIND: Words = {
    "conference": ("Hội nghị", "Conference"),
    "submission": ("Trình", "Submission"),
    "adoption": ("Thông qua", "Adoption"),
    "inspection": ("Kiểm tra", "Inspection"),
    "mid_term_review": ("Sơ kết", "Mid-term review"),
    "final_review": ("Tổng kết", "Final review"),
    "election": ("Bầu cử", "Election"),
    "report": ("Báo cáo", "Report"),
    "issue": ("Ban hành", "Issue"),
    "other": ("Mốc khác", "Other"),
}
RELATION: Words = {
    "based_on": ("Căn cứ", "Based on"),
    "implements": ("Thực hiện", "Implements"),
    "evaluates": ("Đánh giá, tổng kết", "Evaluates"),
    "succeeds": ("Tiếp nối", "Succeeds"),
    "replaces": ("Thay thế", "Replaces"),
    "amends": ("Sửa đổi, bổ sung", "Amends"),
    "feeds_into": ("Làm cơ sở cho", "Feeds into"),
    "part_of": ("Thuộc", "Part of"),
}
RELATION_INVERSE: Words = {
    "based_on": ("Là căn cứ của", "Basis of"),
    "implements": ("Được thực hiện bởi", "Implemented by"),
    "evaluates": ("Được đánh giá, tổng kết bởi", "Evaluated by"),
    "succeeds": ("Được tiếp nối bởi", "Succeeded by"),
    "replaces": ("Bị thay thế bởi", "Replaced by"),
    "amends": ("Được sửa đổi, bổ sung bởi", "Amended by"),
    "feeds_into": ("Dựa trên", "Fed by"),
    "part_of": ("Gồm có", "Contains"),
}
LIFECYCLE: Words = {
    "drafting": ("Dự thảo", "Draft"),
    "submitted": ("Đã trình", "Submitted"),
    "adopted": ("Đã ban hành", "Adopted"),
    "not_started": ("Chưa đến kỳ", "Not started"),
    "in_progress": ("Đang thực hiện", "In progress"),
    "ended": ("Đã hết kỳ", "Ended"),
    "replaced": ("Đã bị thay thế", "Replaced"),
    "evaluated": ("Đã đánh giá", "Evaluated"),
    "cancelled": ("Đã hủy", "Cancelled"),
    "unknown": ("Không rõ", "Unknown"),
}
STAGE: Words = {
    "not_started": ("chưa triển khai", "not started"),
    "in_progress": ("đang thực hiện", "in progress"),
    "completed": ("hoàn thành", "completed"),
    "suspended": ("tạm dừng", "suspended"),
    "dropped": ("không thực hiện", "dropped"),
    "merged": ("gộp vào việc khác", "merged"),
}
BUDGET_STAGE: Words = {
    "planned": ("kế hoạch", "planned"),
    "allocated": ("đã phân bổ", "allocated"),
    "disbursed": ("đã giải ngân", "disbursed"),
    "settled": ("quyết toán", "settled"),
    "carried_over": ("chuyển nguồn", "carried over"),
}
MODALITY: Words = {
    "aspirational": ("phấn đấu", "aspirational"),
    "forecast": ("dự kiến", "forecast"),
}
RESULT_KIND: Words = {
    "estimate": ("ước thực hiện", "estimate"),
    "preliminary": ("sơ bộ", "preliminary"),
}
DIRECTION: Words = {
    "up": ("càng cao càng tốt", "higher is better"),
    "down": ("càng thấp càng tốt", "lower is better"),
    "within": ("tốt khi nằm trong khoảng", "best within the range"),
}
TIMELINESS: Words = {
    "on_time": ("Hoàn thành đúng hạn", "Completed on time"),
    "late": ("Hoàn thành quá hạn", "Completed late"),
    "in_time": ("Chưa hoàn thành, trong hạn", "Not completed, in time"),
    "overdue": ("Chưa hoàn thành, quá hạn", "Not completed, overdue"),
    "overdue_unreported": ("Quá hạn, chưa có báo cáo", "Overdue, no report"),
    "no_deadline": ("Không ấn định thời hạn", "No deadline set"),
    "in_words": ("Thời hạn bằng lời", "Deadline in words"),
    "ongoing": ("Thường xuyên", "Ongoing"),
    "done_day_unknown": ("Hoàn thành, không rõ ngày", "Completed, day unknown"),
    "stopped": ("Dừng", "Stopped"),
}
VERDICT: Words = {
    "exceeded": ("Vượt", "Exceeded"),
    "achieved": ("Đạt", "Achieved"),
    "nearly": ("Cơ bản đạt", "Nearly achieved"),
    "not_achieved": ("Không đạt", "Not achieved"),
    "not_due": ("Chưa đến kỳ", "Not yet due"),
    "no_data": ("Chưa có số liệu", "No data"),
    "not_assessable": ("Không đánh giá được", "Cannot be assessed"),
    "on_track": ("Đúng tiến độ", "On track"),
    "at_risk": ("Có nguy cơ chậm", "At risk"),
    "off_track": ("Chậm tiến độ", "Off track"),
}
REASON: Words = {
    "compared": ("so số với số", "number against number"),
    "met_or_not": ("mục tiêu là đạt hay không đạt", "the target is to be met or not met"),
    "share_of_plan": ("theo tỷ lệ phần trăm kế hoạch", "by the percentage of plan"),
    "period_running": (
        "thời kỳ của mục tiêu chưa kết thúc",
        "the period of the target has not ended",
    ),
    "no_result": ("chưa có kết quả của thời kỳ này", "no result for this period yet"),
    "result_missing": ("nguồn không cho kết quả", "the source gives no result"),
    "result_in_words": ("kết quả chỉ có bằng lời", "the result is given in words only"),
    "target_in_words": ("mục tiêu chỉ có bằng lời", "the target is given in words only"),
    "target_missing": ("nguồn không nêu mức mục tiêu", "the source states no level for the target"),
    "not_applicable": ("không áp dụng", "not applicable"),
    "no_good_side": (
        "nguồn không cho biết cao hay thấp là tốt",
        "the source does not say whether high or low is better",
    ),
    "sides_disagree": (
        "hướng tốt và cách viết mục tiêu trái nhau",
        "the better direction and the wording of the target contradict each other",
    ),
    "other_scale": (
        "kết quả và mục tiêu không cùng một thang",
        "result and target are on different scales",
    ),
    "result_open": (
        "kết quả là một khoảng, chưa đủ để kết luận",
        "the result is a range, too open to conclude",
    ),
    "short_of_about": (
        "mục tiêu là “khoảng”, kết quả chưa tới mức đó",
        "the target is “about”, the result falls short of it",
    ),
    "share_not_up": (
        "tỷ lệ phần trăm kế hoạch không cho biết tốt hay xấu",
        "the percentage of plan does not tell better from worse",
    ),
    "only_share": (
        "chỉ có tỷ lệ phần trăm kế hoạch, không có số thực hiện",
        "only a percentage of plan is given, no result",
    ),
    "only_stated": (
        "nguồn chỉ cho lời đánh giá, không có số",
        "the source only gives a rating, no number",
    ),
    "no_target": ("không có mục tiêu để so", "no target to compare with"),
    "stated_of_whole": (
        "đánh giá của nguồn cho cả chỉ tiêu",
        "the source rates the indicator as a whole",
    ),
}
REVISION: Words = {
    "eased": ("Nới lỏng", "Eased"),
    "tightened": ("Siết chặt", "Tightened"),
    "widened": ("Nới rộng khoảng", "Widened"),
    "narrowed": ("Thu hẹp khoảng", "Narrowed"),
    "unchanged": ("Giữ nguyên", "Unchanged"),
    "not_comparable": ("Không so sánh được", "Not comparable"),
    "slipped": ("Lùi hạn", "Deadline slipped"),
    "advanced": ("Rút ngắn hạn", "Deadline moved forward"),
}
CHANGE: Words = {
    "plan": ("Kế hoạch mới", "New plan"),
    "result": ("Kết quả mới", "New result"),
    "report": ("Báo cáo nhiệm vụ", "Task report"),
    "milestone": ("Mốc đã diễn ra", "Milestone reached"),
    "scorecard": ("Báo cáo đếm kết quả", "Scorecard"),
    "moved": ("Đổi thời hạn", "Deadline changed"),
    "corrected": ("Sửa lỗi nhập liệu", "Entry corrected"),
    **REVISION,
}
MONEY_COLUMN: Words = {
    "section": ("Phần", "Section"),
    "task": ("Nhiệm vụ", "Task"),
    "fund": ("Nguồn vốn", "Fund"),
    "kind": ("Loại vốn", "Kind"),
    "period": ("Thời kỳ", "Period"),
    "stage": ("Giai đoạn", "Stage"),
}
NOTE_KIND: Words = {
    "inconsistency": ("Nguồn tự mâu thuẫn", "The source contradicts itself"),
    "remark": ("Ghi chú", "Remark"),
}


def word(words: Words, code: str | None, language: Language = "vi") -> str:
    """The word for a code; nothing for no code."""
    return words[code][0 if language == "vi" else 1] if code else ""
