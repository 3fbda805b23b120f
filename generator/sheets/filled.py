"""The rows that an official has filled in, understood column by column for one plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.model.base import Entry
from generator.model.plan import Plan
from generator.model.references import Body
from generator.model.refusal import Message, shown
from generator.model.sources import Citation
from generator.model.tasks import Deliverable
from generator.sheets.cells import Listed, Reader
from generator.sheets.columns import Column, Sheet
from generator.sheets.grid import Findings, NotUnderstoodError
from generator.sheets.merging import Changed
from generator.sheets.rows import with_parts
from generator.sheets.writing import Written

AMENDMENT = {"amend_on": "on", "amend_document": "document", "amend_reason": "reason"}
"""The columns about an adjustment, with the fields that hold it."""
_AMENDMENT_KINDS = {"amend_on": "time", "amend_document": "reference", "amend_reason": "text"}
_REQUIRED = {"name", "title", "stage"}
_LISTS = {"mt": "targets", "mg": "baseline", "kq": "results"}


@dataclass
class FilledRows:
    """Reads rows of a workbook, and notes what is wrong in their cells.

    `units` holds the units of the indicators, by their paths or, of new ones, by their names.
    """

    plan: Plan
    reader: Reader
    findings: Findings
    units: dict[str, str]

    def __post_init__(self) -> None:
        milestones = enumerate(self.plan.milestones, start=1)
        self.entries: dict[str, Mapping[str, Entry]] = {
            "indicators": dict(with_parts(self.plan.indicators)),
            "tasks": {task.id: task for task in self.plan.tasks},
            "milestones": {each.id or f"#{number}": each for number, each in milestones},
        }

    def fields(self, row: Changed, names: Iterable[str]) -> dict[str, Written | None]:
        """What cells say, by the names of their columns; what is not understood is refused."""
        found: dict[str, Written | None] = {}
        unit, beside = self._unit(row), row.text("value_text")
        for name in names:
            cell = row.cell(name)
            if not cell.text and row.key and name in _REQUIRED:
                self.refuse(row, name, _EMPTIED)
                continue
            try:
                column = as_read(row.sheet.about, name)
                found[name] = self.reader.read(column, cell, unit, beside, self._was(row, name))
            except NotUnderstoodError as error:
                self.refuse(row, name, error.message)
        return found

    def said(self, row: Changed, names: Iterable[str]) -> dict[str, Written]:
        """The same without the cells that are empty."""
        return {name: value for name, value in self.fields(row, names).items() if value is not None}

    def amendment(self, row: Changed) -> dict[str, Written]:
        """Day, document and reason of the adjustment made in a row."""
        names = [name for name in AMENDMENT if row.text(name)]
        return {AMENDMENT[name]: value for name, value in self.said(row, names).items()}

    def says_when(self, row: Changed) -> bool:
        """Whether a row tells the day of its adjustment, or a document that has one."""
        document = self.reader.names.archive.document.get(row.text("amend_document"))
        return bool(row.text("amend_on") or (document and document.issued))

    def is_ours(self, row: Changed) -> bool:
        """Whether the row corrects a slip of our own."""
        try:
            return self.reader.tick(row.cell("correction")) if row.text("correction") else False
        except NotUnderstoodError as error:
            self.refuse(row, "correction", error.message)
            return False

    def refuse(self, row: Changed, name: str, message: Message) -> None:
        """Notes what is wrong with a cell."""
        heading = row.sheet.about.column(name).heading
        self.findings.refuse(
            row.sheet.grid, row.cell(name), heading, "cells-are-understood", message
        )

    def _unit(self, row: Changed) -> str:
        """The unit of the indicator that a row belongs to, which its own cell only repeats."""
        path = row.text("indicator")
        return self.units.get(path or row.text("indicator_name")) or row.text("indicator_unit")

    def _was(self, row: Changed, name: str) -> Listed:
        """The entries that a cell showed, where it shows several."""
        entry: Entry | None = self.entries.get(row.sheet.about.key, {}).get(row.key)
        if row.key and row.sheet.about.key in ("targets", "results"):
            path, field, number = value_of(row.key)
            entry = getattr(self.entries["indicators"][path], field)[number]
        found = getattr(entry, name, ())
        kinds = Body | Citation | Deliverable
        several = found if isinstance(found, tuple) else ()
        return tuple(each for each in several if isinstance(each, kinds))


def value_of(key: str) -> tuple[str, str, int]:
    """The indicator, the field and the number of a value, which its key tells."""
    path, _, entry = key.rpartition(":")
    return path, _LISTS[entry[:2]], int(entry[2:]) - 1


def as_read(sheet: Sheet, name: str) -> Column:
    """The column as its cells are read: those about an adjustment hold fields like any other."""
    column = sheet.column(name)
    kind = _AMENDMENT_KINDS.get(name)
    return replace(column, kind=kind) if kind else column  # type: ignore[arg-type]  # kinds above


def no_indicator(words: str) -> Message:
    """What to say of a value or part that belongs to no indicator."""
    return Message(
        f"không có chỉ tiêu `{shown(words)}`: chép mã ở trang tính Chỉ tiêu, hoặc để trống mã và "
        "viết đúng tên của một chỉ tiêu mới",
        f"there is no indicator `{shown(words)}`: copy its id from the sheet Chỉ tiêu, or leave "
        "the id empty and write the exact name of a new indicator",
    )


_EMPTIED = Message(
    "ô này không để trống được: viết lại tên; muốn bỏ mục thì xóa cả dòng",
    "this cell cannot be empty: write the name again; to take the entry out delete the whole row",
)
