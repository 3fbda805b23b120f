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
from generator.model.registers import Agency, Definition, Document, Place, Removal, SeriesBreak
from generator.model.relations import Relations
from generator.model.sources import Citation
from generator.model.tasks import Deadline, Deliverable, Milestone, Report, Step, Task
from generator.pages.page import Page, Telling
from generator.text.meanings import meaning
from generator.text.saying import say
from generator.text.words import Language

_PLAN_FILE = "plans/<nơi>/<mã>.yml"
ENTRIES: tuple[tuple[str, str, str, type[Entry]], ...] = (
    ("Kế hoạch", "Plan", _PLAN_FILE, Plan),
    ("Phần", "Section", "sections", Section),
    ("Chỉ tiêu", "Indicator", "indicators, parts", Indicator),
    ("Mốc gốc", "Baseline", "baseline", Baseline),
    ("Mục tiêu", "Target", "targets", Target),
    ("Kết quả", "Result", "results", Result),
    ("Nhiệm vụ", "Task", "tasks", Task),
    ("Thời hạn", "Deadline", "due", Deadline),
    ("Bước", "Step", "steps", Step),
    ("Báo cáo nhiệm vụ", "Task report", "reports", Report),
    ("Sản phẩm", "Deliverable", "deliverables", Deliverable),
    ("Mốc", "Milestone", "milestones", Milestone),
    ("Bảng đếm", "Scorecard", "scorecards", Scorecard),
    ("Kinh phí", "Budget", "budget", Budget),
    ("Dòng kinh phí", "Budget row", "budget › rows", BudgetRow),
    ("Số lượng văn bản nêu", "What the document announces", "declared", Declared),
    ("Lời của kế hoạch", "Statement of the plan", "statements", Statement),
    ("Ghi chú của người nhập", "Note of the editors", "notes", Note),
    ("Quan hệ", "Relations", "relations", Relations),
    ("Nguồn", "Source", "source", Citation),
    ("Địa phương", "Place", "plans/registers/places", Place),
    ("Cơ quan", "Body", "plans/registers/agencies", Agency),
    ("Văn bản", "Document", "plans/registers/documents", Document),
    ("Chỉ tiêu dùng chung", "Shared indicator", "plans/registers/indicators", Definition),
    ("Mục đã gỡ", "Removed entry", "plans/registers/removals", Removal),
    ("Chỗ ngắt chuỗi", "Break in a series", "breaks", SeriesBreak),
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
    language = telling.language
    tables = tuple(
        (say(language, vi, en), _where(where, language), fields_of(entry, language))
        for vi, en, where, entry in ENTRIES
    )
    return page.markdown("format.md", tables=page.fragment("format.html", tables=tables))


def _where(where: str, language: Language) -> str:
    """Where an entry stands: a field, or a file."""
    return say(language, where, "plans/<place>/<id>.yml") if where == _PLAN_FILE else where


def fields_of(entry: type[Entry], language: Language = "vi") -> tuple[FieldLine, ...]:
    """The fields that an author may write in an entry, those that must be there first."""
    found = [
        FieldLine(
            field.alias or name, field.is_required(), meaning(field.description or "", language)
        )
        for name, field in entry.model_fields.items()
        if name not in ("origin", "texts")
    ]
    return tuple(sorted(found, key=lambda each: not each.is_required))
