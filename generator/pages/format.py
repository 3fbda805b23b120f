"""The format of the data: every field with its meaning, read off the model itself."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.model.base import Entry
from generator.model.indicators import Baseline, Indicator, Result, Target
from generator.model.plan import (
    Budget,
    BudgetRow,
    Declared,
    Note,
    Plan,
    Scorecard,
    Section,
    Statement,
)
from generator.model.registers import Agency, Definition, Document, Place, SeriesBreak
from generator.model.relations import Relations
from generator.model.sources import Citation
from generator.model.tasks import Deadline, Deliverable, Milestone, Report, Step, Task
from generator.pages.page import Page, Telling

ENTRIES: tuple[tuple[str, str, type[Entry]], ...] = (
    ("Kế hoạch", "plans/<nơi>/<mã>.yml", Plan),
    ("Phần", "sections", Section),
    ("Chỉ tiêu", "indicators, parts", Indicator),
    ("Mốc gốc", "baseline", Baseline),
    ("Mục tiêu", "targets", Target),
    ("Kết quả", "results", Result),
    ("Nhiệm vụ", "tasks", Task),
    ("Thời hạn", "due", Deadline),
    ("Bước", "steps", Step),
    ("Báo cáo nhiệm vụ", "reports", Report),
    ("Sản phẩm", "deliverables", Deliverable),
    ("Mốc", "milestones", Milestone),
    ("Bảng đếm", "scorecards", Scorecard),
    ("Kinh phí", "budget", Budget),
    ("Dòng kinh phí", "budget › rows", BudgetRow),
    ("Số lượng văn bản nêu", "declared", Declared),
    ("Lời của kế hoạch", "statements", Statement),
    ("Ghi chú của người nhập", "notes", Note),
    ("Quan hệ", "relations", Relations),
    ("Nguồn", "source", Citation),
    ("Địa phương", "plans/registers/places", Place),
    ("Cơ quan", "plans/registers/agencies", Agency),
    ("Văn bản", "plans/registers/documents", Document),
    ("Chỉ tiêu dùng chung", "plans/registers/indicators", Definition),
    ("Chỗ ngắt chuỗi", "breaks", SeriesBreak),
)


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field: its name, whether it must be there, what it means."""

    name: str
    is_required: bool
    meaning: str


def format_page(telling: Telling) -> tuple[str, str]:
    """The path and text of the reference of the format."""
    page = Page(telling, addresses.FORMAT)
    tables = tuple((title, where, fields_of(entry)) for title, where, entry in ENTRIES)
    return page.markdown("format.md", tables=page.fragment("format.html", tables=tables))


def fields_of(entry: type[Entry]) -> tuple[FieldLine, ...]:
    """The fields that an author may write in an entry, those that must be there first."""
    found = [
        FieldLine(field.alias or name, field.is_required(), field.description or "")
        for name, field in entry.model_fields.items()
        if name not in ("origin", "texts")
    ]
    return tuple(sorted(found, key=lambda each: not each.is_required))
