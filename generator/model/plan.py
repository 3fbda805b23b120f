"""A plan: what a government body wants to reach by when, who does what, and on what it rests."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, ValidationInfo, model_validator

from generator.model.base import Count, Entry, Id, Several, Text, entry_at
from generator.model.indicators import Indicator
from generator.model.nodes import Mapping, Node, Scalar
from generator.model.quantity import QuantityField
from generator.model.references import BodiesField, ItemField, ReferenceField
from generator.model.refusal import REFUSED, refusal, shown
from generator.model.relations import Relations, no_relations
from generator.model.sources import Sourced, Words
from generator.model.tasks import Milestone, Task
from generator.model.vocabularies import (
    BudgetStage,
    Completeness,
    Language,
    Lifecycle,
    NoteKind,
    PlanKind,
    ResultKind,
    Verdict,
)
from generator.model.when import WhenField


class Declared(Entry):
    """How many there are, as the document itself says."""

    indicators: Count | None = Field(None, description="Số chỉ tiêu văn bản nêu")
    tasks: Count | None = Field(None, description="Số nhiệm vụ văn bản nêu")
    sections: Count | None = Field(None, description="Số nhóm, phần văn bản nêu")
    milestones: Count | None = Field(None, description="Số mốc văn bản nêu")

    @model_validator(mode="before")
    @classmethod
    def _not_in_words(cls, raw: object) -> object:
        """`24 chỉ tiêu` is refused with the field that the number belongs to."""
        if isinstance(raw, Scalar) and re.fullmatch(r"\d{1,6}", raw.strip()):
            raise refusal(
                f"`{raw}` chưa nói là số gì: viết `{{indicators: {raw}}}` nếu là chỉ tiêu, "
                f"`{{tasks: {raw}}}` nếu là nhiệm vụ",
                f"`{raw}` does not say of what: write `{{indicators: {raw}}}` for indicators, "
                f"`{{tasks: {raw}}}` for tasks",
            )
        if isinstance(raw, Scalar) and (better := _counted(raw)):
            raise refusal(
                f"viết `{better}` thay cho `{shown(raw)}`",
                f"write `{better}` instead of `{shown(raw)}`",
            )
        return raw


_COUNTED = {
    "indicators": "chỉ tiêu|indicators?",
    "tasks": "nhiệm vụ|tasks?",
    "sections": "phần|nhóm|sections?",
    "milestones": "mốc|milestones?",
}


def _counted(words: str) -> str:
    """The counts in printed words, as the fields to write; empty if there are none."""
    found = []
    for field, nouns in _COUNTED.items():
        if match := re.search(rf"(?<![\w.,])([1-9]\d{{0,3}}) (?:{nouns})\b", words.lower()):
            found.append(f"{field}: {match[1]}")
    return f"{{{', '.join(found)}}}" if found else ""


class Statement(Sourced):
    """A text of the plan under the label that the plan gives it."""

    label: Text = Field(description="Nhãn như đã in, ví dụ `Mục tiêu tổng quát`")
    text: Text = Field(description="Nội dung, ví dụ `Kỷ cương, sáng tạo`")
    label_en: Text | None = Field(None, description="Nhãn tiếng Anh")


def _statements(value: object, info: ValidationInfo) -> object:
    """`label: text` lines, or a list of statements with their sources."""
    if not isinstance(value, Mapping):
        return value
    if "label" in value and "text" in value:
        return (value,)
    return tuple(_statement(label, words, info) for label, words in value.items())


def _statement(written: str, words: Node, info: ValidationInfo) -> Mapping:
    at = written if isinstance(written, Scalar) else words
    label = Scalar(written, at.line, at.column)
    if isinstance(words, Mapping):
        return entry_at(at, info, {"label": label, **words})
    return entry_at(at, info, {"label": label, "text": words})


class Note(Sourced):
    """A remark of this site's editors, such as a contradiction inside the source."""

    shorthand: ClassVar[str | None] = "text"

    text: Text = Field(description="Nội dung, ví dụ `Nguồn ghi hai số khác nhau`")
    kind: NoteKind | None = Field(None, description="inconsistency: nguồn tự mâu thuẫn; remark")


class Section(Sourced):
    """A part of the plan's own tree: a group of tasks or indicators, a goal, an objective."""

    id: Id = Field(description="Mã trong kế hoạch, ví dụ `nhiem-vu`")
    former_ids: Annotated[tuple[Id, ...], Several] = Field((), description="Mã cũ")
    number: Text | None = Field(None, description="Số như đã in, ví dụ `II.1`")
    title: Text = Field(description="Tên phần, ví dụ `Nhiệm vụ trọng tâm`")
    title_en: Text | None = Field(None, description="Tên tiếng Anh")
    text: Text | None = Field(None, description="Nội dung")
    parent: ItemField | None = Field(None, description="Mã phần chứa nó")
    period: WhenField | None = Field(None, description="Thời kỳ chung của phần")
    set_by: ReferenceField | None = Field(None, description="Cơ quan đặt ra mục tiêu của phần")
    declared: Declared | None = Field(None, description="Số lượng văn bản nêu")
    relations: Relations = Field(default_factory=no_relations, description="Quan hệ với mục khác")
    note: Text | None = Field(None, description="Ghi chú")


class Scorecard(Sourced):
    """A count of verdicts that a report states; never recomputed, only reconciled."""

    id: Id | None = Field(None, description="Mã trong kế hoạch")
    of: Text = Field("chỉ tiêu", description="Đếm gì, ví dụ `chỉ tiêu`")
    period: WhenField | None = Field(None, description="Thời kỳ")
    set_by: ReferenceField | None = Field(None, description="Ai giao các mục tiêu được đếm")
    reporter: ReferenceField | None = Field(None, description="Cơ quan báo cáo")
    as_of: WhenField | None = Field(None, description="Tính đến ngày")
    kind: ResultKind | None = Field(None, description="estimate ước, preliminary sơ bộ")
    total: Count | None = Field(None, description="Tổng số")
    counts: Annotated[dict[str, Count], Words] = Field(
        default_factory=dict, description="Số theo từng từ như đã in, không trùng nhau"
    )
    of_which: Annotated[dict[str, Count], Words] = Field(
        default_factory=dict, description="Trong đó"
    )
    named: Annotated[dict[str, Annotated[tuple[ReferenceField, ...], Several]], Words] = Field(
        default_factory=dict, description="Từ → mã các chỉ tiêu được nêu tên"
    )
    note: Text | None = Field(None, description="Ghi chú")
    text: Text | None = Field(None, description="Lời của nguồn")


class BudgetRow(Sourced):
    """One amount; a column left out is a total over it, as the source says it."""

    needs: ClassVar[tuple[str, ...]] = ("amount", "amount_text")

    fund: Text | None = Field(None, description="Nguồn vốn")
    kind: Text | None = Field(None, description="Loại vốn")
    period: WhenField | None = Field(None, description="Thời kỳ")
    section: ItemField | None = Field(None, description="Mã phần")
    task: ItemField | None = Field(None, description="Mã nhiệm vụ")
    stage: BudgetStage | None = Field(
        None, description="planned, allocated, disbursed, settled, carried_over"
    )
    amount: QuantityField | None = Field(None, description="Số tiền, theo unit của bảng")
    note: Text | None = Field(None, description="Ghi chú")


class Budget(Sourced):
    """A table of money: funds, kinds, periods and stages."""

    title: Text | None = Field(None, description="Tên bảng")
    unit: Text = Field(description="Đơn vị tiền, ví dụ `triệu đồng`")
    period: WhenField | None = Field(None, description="Thời kỳ chung")
    fund: Text | None = Field(None, description="Nguồn vốn chung")
    stage: BudgetStage | None = Field(None, description="Giai đoạn chung của số tiền")
    rows: tuple[BudgetRow, ...] = Field(description="Các dòng, ví dụ `[{amount: 52000}]`")
    note: Text | None = Field(None, description="Ghi chú")


def _tolerance(value: object) -> object:
    """A share in percent, written `5` or `5%`."""
    if not isinstance(value, str):
        return value
    if match := re.fullmatch(r"([0-9]{1,3}(?:\.[0-9]{1,4})?) ?%?", value):
        return Decimal(match[1])
    raise refusal(
        "dung sai là một số phần trăm: chỉ viết số, ví dụ `5`",
        "the tolerance is a percentage: write the number only, e.g. `5`",
    )


def _month(value: object) -> object:
    if isinstance(value, str) and re.fullmatch("0?[1-9]|1[0-2]", value):
        return int(value)
    raise refusal(
        "đây là tháng bắt đầu năm học, năm tài khóa: viết từ 01 đến 12, ví dụ `04`",
        "this is the month in which the school or fiscal year starts: write 01 to 12, e.g. `04`",
    )


class Plan(Sourced):
    """A plan as its documents tell it."""

    id: Id = Field(description="Mã, ví dụ `si-ma-cai-2021`; trùng tên tệp")
    former_ids: Annotated[tuple[Id, ...], Several] = Field((), description="Mã cũ")
    title: Text = Field(
        description="Tên đầy đủ như đã in, ví dụ `Kế hoạch phát triển kinh tế - xã hội năm 2026`"
    )
    title_en: Text | None = Field(None, description="Tên tiếng Anh")
    short_title: Text | None = Field(None, description="Tên gọn, không có “Kế hoạch số …”")
    short_title_en: Text | None = Field(None, description="Tên gọn tiếng Anh")
    kind: PlanKind = Field(
        description="Loại kế hoạch, ví dụ `annual`, `five_year`, `implementation`"
    )
    kind_text: Text | None = Field(None, description="Loại theo lời của nguồn, khi kind là other")
    document: ReferenceField | None = Field(None, description="Văn bản ban hành kế hoạch")
    issuer: ReferenceField | None = Field(None, description="Cơ quan ban hành, khi chưa có văn bản")
    place: ReferenceField | None = Field(None, description="Địa phương")
    period: WhenField | None = Field(None, description="Thời kỳ, ví dụ `2021..2025`")
    term: Text | None = Field(None, description="Nhiệm kỳ, bằng lời")
    lifecycle: Lifecycle | None = Field(None, description="drafting, submitted, adopted, cancelled")
    language: Language = Field("vi", description="Ngôn ngữ của nội dung: vi hoặc en")
    year_starts: Annotated[int, BeforeValidator(_month)] | None = Field(
        None, description="Tháng bắt đầu năm học, năm tài khóa, ví dụ `04`"
    )
    statements: Annotated[tuple[Statement, ...], BeforeValidator(_statements)] = Field(
        (), description="Nhãn như đã in → nội dung, ví dụ `Phương châm: …`"
    )
    scope: Text | None = Field(None, description="Phạm vi")
    focal: BodiesField = Field((), description="Cơ quan đầu mối")
    reporting: WhenField | None = Field(None, description="Kỳ báo cáo, ví dụ `quarterly`")
    declared: Declared | None = Field(None, description="Số lượng văn bản nêu")
    set_by: ReferenceField | None = Field(None, description="Cơ quan đặt ra các mục tiêu")
    completeness: Completeness | None = Field(None, description="full toàn văn, excerpt trích")
    notes: Annotated[tuple[Note, ...], Several] = Field((), description="Ghi chú của người nhập")
    verdict_words: Annotated[dict[str, Verdict], Words] = Field(
        default_factory=dict, description="Từ đánh giá của nguồn → mã, ví dụ `Green: achieved`"
    )
    verdict_rule: Text | None = Field(None, description="Cách đánh giá của người báo cáo")
    tolerance: Annotated[Decimal, BeforeValidator(_tolerance)] | None = Field(
        None, description="Dung sai của người báo cáo, phần trăm"
    )
    relations: Relations = Field(default_factory=no_relations, description="Quan hệ với văn bản")
    sections: tuple[Section, ...] = Field((), description="Các phần")
    indicators: tuple[Indicator, ...] = Field((), description="Các chỉ tiêu")
    tasks: tuple[Task, ...] = Field((), description="Các nhiệm vụ")
    milestones: tuple[Milestone, ...] = Field((), description="Các mốc")
    scorecards: Annotated[tuple[Scorecard, ...], Several] = Field(
        (), description="Bảng đếm kết quả do báo cáo nêu"
    )
    budget: Annotated[tuple[Budget, ...], Several] = Field((), description="Kinh phí")


def context(file: str, raw: object) -> dict[str, Any]:
    """What the fields of an entry need to know before it is read, and where refusals are noted.

    The language decides which point in a number is decimal, `year_starts` when a school year
    begins.
    """
    found: dict[str, Any] = {"file": file, REFUSED: []}
    if isinstance(raw, Mapping):
        found["language"] = str(raw.get("language", "vi"))
        starts = raw.get("year_starts")
        if isinstance(starts, Scalar) and re.fullmatch("0?[1-9]|1[0-2]", starts):
            found["year_starts"] = int(starts)
    return found
