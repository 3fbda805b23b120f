"""The sheets of a plan's workbook and their columns: what each holds, and how it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "key",  # the id by which a row is known; never edited
    "shown",  # for reading only
    "text",
    "id",
    "unit",
    "word",  # one of a vocabulary
    "time",
    "value",
    "share",  # percent of the plan
    "body",
    "bodies",
    "reference",
    "references",
    "names",  # deliverables
    "owner",  # the indicator that a row belongs to
    "tick",
    "amends",  # says something about the change made in this row; empty when exported
]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the field it holds, its heading, how it is read, its width in characters."""

    field: str
    heading: str
    kind: Kind = "text"
    width: int = 18
    words: tuple[tuple[str, str], ...] = ()

    @property
    def is_edited(self) -> bool:
        """Whether an official may change it in a row that is there already."""
        return self.kind not in ("key", "shown", "owner")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its key, its name in the workbook, its columns; `versions` says that its rows are
    values that were published and are never overwritten."""

    key: str
    name: str
    columns: tuple[Column, ...]

    def column(self, field: str) -> Column:
        """The column that holds a field."""
        return next(each for each in self.columns if each.field == field)


DIRECTIONS = (
    ("up", "càng cao càng tốt"),
    ("down", "càng thấp càng tốt"),
    ("within", "trong khoảng"),
)
MODALITIES = (("aspirational", "phấn đấu"), ("forecast", "dự kiến"))
RESULT_KINDS = (("estimate", "ước"), ("preliminary", "sơ bộ"))
STAGES = (
    ("not_started", "chưa triển khai"),
    ("in_progress", "đang thực hiện"),
    ("completed", "hoàn thành"),
    ("suspended", "tạm dừng"),
    ("dropped", "không thực hiện"),
    ("merged", "gộp vào việc khác"),
)
MILESTONES = (
    ("conference", "hội nghị"),
    ("submission", "trình"),
    ("adoption", "thông qua"),
    ("inspection", "kiểm tra"),
    ("mid_term_review", "sơ kết"),
    ("final_review", "tổng kết"),
    ("election", "bầu cử"),
    ("report", "báo cáo"),
    ("issue", "ban hành"),
    ("other", "khác"),
)
VALUE_KINDS = (("targets", "mục tiêu"), ("baseline", "mốc gốc"))

_SOURCE = (
    Column("source", "Nguồn", "references", 24),
    Column("at", "Chỗ trong nguồn"),
    Column("quote", "Nguyên văn trong nguồn", "text", 40),
    Column("note", "Ghi chú", "text", 30),
)
_AMENDS = (
    Column("amend_on", "Ngày điều chỉnh", "amends", 16),
    Column("amend_document", "Căn cứ điều chỉnh", "amends", 22),
    Column("amend_reason", "Lý do điều chỉnh", "amends", 24),
    Column("correction", "Sửa lỗi nhập (x)", "amends", 12),
)
_OWNER = (
    Column("row", "Mã dòng", "key", 26),
    Column("indicator", "Mã chỉ tiêu", "owner", 24),
    Column("indicator_name", "Tên chỉ tiêu", "shown", 36),
    Column("indicator_unit", "Đơn vị", "shown", 14),
)

INDICATORS = Sheet(
    "indicators",
    "Chỉ tiêu",
    (
        Column("id", "Mã", "key", 26),
        Column("parent", "Thuộc chỉ tiêu (mã)", "owner", 20),
        Column("number", "Số thứ tự", "text", 10),
        Column("name", "Tên chỉ tiêu", "text", 44),
        Column("unit", "Đơn vị", "unit", 18),
        Column("direction", "Hướng tốt", "word", 20, DIRECTIONS),
        Column("section", "Mã phần", "id", 20),
        Column("task", "Mã nhiệm vụ", "id", 18),
        Column("place", "Địa phương của số liệu", "reference", 20),
        Column("lead", "Cơ quan chủ trì", "bodies", 30),
        Column("period", "Thời kỳ chung", "time", 16),
        Column("set_by", "Cấp giao chung", "body", 20),
        Column("modality", "Tính chất chung", "word", 14, MODALITIES),
        Column("stated", "Đánh giá chung của nguồn", "text", 22),
        Column("cause", "Nguyên nhân", "text", 30),
        Column("definition", "Mã chỉ tiêu dùng chung", "id", 22),
        Column("name_en", "Tên tiếng Anh", "text", 30),
        *_SOURCE,
    ),
)
TARGETS = Sheet(
    "targets",
    "Mục tiêu",
    (
        *_OWNER,
        Column("kind", "Loại", "word", 12, VALUE_KINDS),
        Column("period", "Thời kỳ", "time", 16),
        Column("value", "Giá trị", "value", 24),
        Column("value_text", "Lời in", "text", 26),
        Column("set_by", "Cấp giao", "body", 20),
        Column("modality", "Tính chất", "word", 14, MODALITIES),
        Column("document", "Văn bản giao", "reference", 24),
        Column("history", "Đã điều chỉnh", "shown", 26),
        *_AMENDS,
        *_SOURCE,
    ),
)
RESULTS = Sheet(
    "results",
    "Kết quả",
    (
        *_OWNER,
        Column("period", "Thời kỳ", "time", 16),
        Column("value", "Giá trị", "value", 24),
        Column("value_text", "Lời in", "text", 26),
        Column("kind", "Loại số liệu", "word", 12, RESULT_KINDS),
        Column("of_plan", "% kế hoạch", "share", 18),
        Column("compared", "So sánh, nguyên văn", "text", 26),
        Column("stated", "Đánh giá của nguồn", "text", 20),
        Column("trend", "Xu hướng", "text", 16),
        Column("cause", "Nguyên nhân", "text", 30),
        Column("as_of", "Số liệu đến ngày", "time", 16),
        Column("reporter", "Cơ quan báo cáo", "body", 22),
        Column("history", "Đã sửa lỗi nhập", "shown", 14),
        Column("correction", "Sửa lỗi nhập (x)", "amends", 12),
        *_SOURCE,
    ),
)
TASKS = Sheet(
    "tasks",
    "Nhiệm vụ",
    (
        Column("id", "Mã", "key", 26),
        Column("number", "Số thứ tự", "text", 10),
        Column("title", "Tên nhiệm vụ", "text", 44),
        Column("text", "Nội dung đầy đủ", "text", 40),
        Column("section", "Mã phần", "id", 20),
        Column("lead", "Cơ quan chủ trì", "bodies", 30),
        Column("supporting", "Cơ quan phối hợp", "bodies", 30),
        Column("deciding", "Cơ quan quyết định", "bodies", 24),
        Column("places", "Địa bàn", "references", 20),
        Column("deliverables", "Sản phẩm", "names", 30),
        Column("modality", "Tính chất", "word", 14, MODALITIES),
        Column("due", "Thời hạn", "time", 20),
        Column("due_text", "Thời hạn như in", "text", 24),
        Column("history", "Thời hạn trước đó", "shown", 22),
        *_AMENDS[:3],
        Column("stage", "Tình trạng", "word", 18, STAGES),
        Column("reported_on", "Ngày báo cáo", "time", 16),
        Column("done", "Ngày hoàn thành", "time", 16),
        Column("report_text", "Lời báo cáo", "text", 30),
        Column("report_document", "Văn bản báo cáo", "reference", 22),
        _AMENDS[3],
        Column("steps", "Các bước", "shown", 30),
        Column("title_en", "Tên tiếng Anh", "text", 30),
        *_SOURCE,
    ),
)
MILESTONES_SHEET = Sheet(
    "milestones",
    "Mốc",
    (
        Column("id", "Mã", "key", 26),
        Column("number", "Số thứ tự", "text", 10),
        Column("kind", "Loại", "word", 14, MILESTONES),
        Column("kind_text", "Loại, lời của nguồn", "text", 18),
        Column("title", "Tên mốc", "text", 44),
        Column("text", "Nội dung đầy đủ", "text", 40),
        Column("when", "Thời gian", "time", 20),
        Column("when_text", "Thời gian như in", "text", 24),
        Column("modality", "Tính chất", "word", 14, MODALITIES),
        Column("actors", "Ai làm, vai trò", "bodies", 34),
        Column("done", "Đã diễn ra ngày", "time", 16),
        Column("outcome", "Kết quả của mốc", "text", 30),
        Column("title_en", "Tên tiếng Anh", "text", 30),
        *_SOURCE,
    ),
)
SHEETS = (INDICATORS, TARGETS, RESULTS, TASKS, MILESTONES_SHEET)
