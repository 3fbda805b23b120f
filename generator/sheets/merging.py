"""Which cells an official has changed, next to what others have changed since the export.

Three states are compared, cell by cell: the plan as it was exported, as it is now, and as the
workbook has it.  What only others changed stays as they left it; what both changed differently is
refused, with both wordings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.model.refusal import Message, shown
from generator.sheets.columns import Sheet
from generator.sheets.grid import Cell, Findings, NotUnderstoodError, Row
from generator.sheets.returned import Filled, Returned
from generator.sheets.rows import Cells, PlanRows
from generator.sheets.times import time_words, time_written
from generator.sheets.values import value_words, value_written
from generator.text.folding import fold

_VERSIONED = ("targets", "results")
_SAME = {
    "indicators": ("parent", "name"),
    "targets": ("period", "value_text", "value"),
    "results": ("period", "value_text", "value"),
    "tasks": ("title",),
    "milestones": ("when", "title"),
}
"""By what a row is known to be the same as one that has come since the export."""


@dataclass(frozen=True)
class Changed:
    """A row of a sheet in which cells were changed (`fields`), or a new row (no `key`).

    `current` is the row as the plan has it now; `after` the key of the row that stands above it.
    """

    sheet: Filled
    row: Row
    key: str = ""
    fields: tuple[str, ...] = ()
    current: Cells = field(default_factory=dict)
    after: str = ""

    def cell(self, field_name: str) -> Cell:
        """A cell of the row."""
        return self.sheet.cell(self.row, field_name)

    def text(self, field_name: str) -> str:
        """What a cell is to hold: as it was filled in, or as it is where its column is missing."""
        if field_name in self.sheet.columns:
            return self.row.text(field_name)
        return self.current.get(field_name, "")


@dataclass(frozen=True)
class Changes:
    """All that was changed in a workbook."""

    changed: tuple[Changed, ...] = ()
    added: tuple[Changed, ...] = ()
    removed: tuple[tuple[Sheet, str, Cells], ...] = ()


def changes(back: Returned, current: PlanRows, findings: Findings) -> Changes:
    """What the workbook changes in the plan as it is now; conflicts are refused."""
    changed: list[Changed] = []
    added: list[Changed] = []
    removed: list[tuple[Sheet, str, Cells]] = []
    for name, filled in back.sheets.items():
        merging = _Merging(filled, back.base.get(name, {}), current.sheets[name], findings)
        for row in merging.rows():
            (changed if row.key else added).append(row)
        removed += merging.removed()
    return Changes(tuple(changed), tuple(added), tuple(removed))


@dataclass
class _Merging:
    """One sheet in its three states."""

    filled: Filled
    base: dict[str, Cells]
    current: dict[str, Cells]
    findings: Findings
    seen: set[str] = field(default_factory=set)

    def rows(self) -> Iterator[Changed]:
        about = self.filled.about
        key_field = about.columns[0].field
        above = ""
        for row in self.filled.rows:
            key = row.text(key_field)
            if not key:
                is_new = any(cell.text for cell in row.cells.values())
                if is_new and not self._is_there_already(row, _SAME[about.key]):
                    yield Changed(self.filled, row, after=above)
                continue
            if key not in self.base:
                self._refuse(row, key_field, _unknown_key(key))
            elif key in self.seen:
                self._refuse(row, key_field, _twice(key))
            else:
                self.seen.add(key)
                above = key
                if changed := self._changed(row, key):
                    yield changed

    def removed(self) -> Iterator[tuple[Sheet, str, Cells]]:
        if not self.filled.columns:
            return
        for key, cells in self.base.items():
            if key in self.seen or key not in self.current:
                continue
            if self._comparable(self.current[key]) != self._comparable(cells):
                message = _gone_but_changed(key)
                cell = Cell("", max(len(self.filled.grid.rows), 1), 1)
                self.findings.refuse(self.filled.grid, cell, "", "no-change-is-lost", message)
            else:
                yield self.filled.about, key, cells

    def _changed(self, row: Row, key: str) -> Changed | None:
        base = self.base[key]
        fields = [
            column.field
            for column in self.filled.about.columns[1:]
            if column.field in self.filled.columns
            and row.text(column.field) != base.get(column.field, "")
        ]
        for each in [*fields]:
            if not self.filled.about.column(each).is_edited:
                self._refuse(row, each, _only_shown(base.get(each, "")))
                fields.remove(each)
        if not fields:
            return None
        now = self.current.get(key)
        if now is None or self._was_moved(key):
            self._refuse(row, fields[0], _row_is_gone(key))
            return None
        versioned = self.filled.about.key in _VERSIONED
        if versioned and self._is_there_already(row, _SAME[self.filled.about.key]):
            return None
        kept = tuple(each for each in fields if self._is_mine(row, each, base, now))
        return Changed(self.filled, row, key, kept, now) if kept else None

    def _is_mine(self, row: Row, name: str, base: Cells, now: Cells) -> bool:
        """Whether a change is to be made: not where somebody has made it already."""
        mine, theirs = row.text(name), now.get(name, "")
        if self._says(row, name, now) == theirs or mine == theirs:
            return False
        if theirs != base.get(name, ""):
            self._refuse(row, name, _both(base.get(name, ""), theirs, mine))
            return False
        return True

    def _was_moved(self, key: str) -> bool:
        """Whether the number of a value may mean another one than at the time of the export.

        Values that were published are only ever added to, so one that differs was moved.
        """
        if self.filled.about.key not in _VERSIONED:
            return False
        stem = key.rstrip("0123456789")
        last = int(key.removeprefix(stem))
        return any(
            self.base[each].get(name, "") != self.current.get(each, {}).get(name, "")
            for each in (f"{stem}{number}" for number in range(1, last + 1))
            if each in self.base
            for name in ("period", "value", "value_text", "set_by", "modality")
        )

    def _is_there_already(self, row: Row, names: tuple[str, ...]) -> bool:
        """Whether the plan has got such a row since the export: the workbook was imported before.

        That is said, since somebody may have meant another row of that name.
        """
        for key, cells in self.current.items():
            if key not in self.base and self._is_same(row, names, cells):
                heading = self.filled.about.column(names[-1]).heading
                cell = self.filled.cell(row, names[-1])
                message = _there(key)
                self.findings.warn(self.filled.grid, cell, heading, "rows-are-new", message)
                return True
        return False

    def _is_same(self, row: Row, names: tuple[str, ...], cells: Cells) -> bool:
        owner = row.text("indicator") or row.text("indicator_name")
        is_of_it = owner in (cells.get("indicator", ""), cells.get("indicator_name", ""))
        return is_of_it and all(
            fold(self._says(row, name, cells)) == fold(cells.get(name, "")) for name in names
        )

    def _says(self, row: Row, name: str, cells: Cells) -> str:
        """What a cell would say once it was imported: times and values have many wordings."""
        column, words = self.filled.about.column(name), row.text(name)
        kind = column.kind
        if kind == "word":
            return next((word for _, word in column.words if fold(word) == fold(words)), words)
        try:
            if kind == "time" and words:
                return time_words(time_written(words))
            if kind == "value" and words:
                unit, beside = cells.get("indicator_unit", ""), row.text("value_text")
                return value_words(value_written(words, unit, beside))
        except NotUnderstoodError:
            pass
        return words

    def _comparable(self, cells: Cells) -> Cells:
        return {
            column.field: cells.get(column.field, "")
            for column in self.filled.about.columns
            if column.is_edited
        }

    def _refuse(self, row: Row, name: str, message: Message) -> None:
        heading = self.filled.about.column(name).heading
        cell = self.filled.cell(row, name)
        self.findings.refuse(self.filled.grid, cell, heading, "no-change-is-lost", message)


def _there(key: str) -> Message:
    return Message(
        f"từ lúc xuất bảng, kế hoạch đã có thêm dòng này (`{shown(key)}`) nên bỏ qua: nếu là dòng "
        "khác thì xuất bảng mới rồi thêm",
        f"since the export the plan has got this row (`{shown(key)}`), so it is passed over: if "
        "you mean another one, export anew and add it there",
    )


def _unknown_key(key: str) -> Message:
    return Message(
        f"không có dòng nào mang mã `{shown(key)}` lúc xuất bảng: để trống ô này nếu là dòng mới, "
        "hoặc viết lại mã như khi xuất",
        f"no row had the key `{shown(key)}` when this was exported: leave the cell empty for a new "
        "row, or write the key as it was",
    )


def _twice(key: str) -> Message:
    return Message(
        f"mã `{shown(key)}` đứng ở hai dòng: để trống ô này nếu là dòng mới, hoặc xóa một dòng",
        f"the key `{shown(key)}` stands in two rows: leave the cell empty for a new row, or delete "
        "one of them",
    )


def _only_shown(was: str) -> Message:
    return Message(
        f"cột này chỉ để xem: viết lại `{shown(was)}`; muốn đổi thì sửa ở trang tính của nó hoặc "
        "trong tệp kế hoạch",
        f"this column is for reading only: write `{shown(was)}` again; change it in the sheet it "
        "comes from, or in the plan file",
    )


def _row_is_gone(key: str) -> Message:
    return Message(
        f"từ lúc xuất bảng, dòng `{shown(key)}` đã bị xóa hoặc thay bằng dòng khác trong kế hoạch: "
        "xuất bảng mới rồi sửa lại",
        f"since the export the row `{shown(key)}` was removed from the plan or became another: "
        "export anew and make the change there",
    )


def _gone_but_changed(key: str) -> Message:
    return Message(
        f"dòng `{shown(key)}` bị xóa ở bảng này, nhưng từ lúc xuất người khác đã sửa nó: xuất bảng "
        "mới rồi xem lại",
        f"the row `{shown(key)}` was deleted here, but somebody has changed it since the export: "
        "export anew and look again",
    )


def _both(base: str, theirs: str, mine: str) -> Message:
    return Message(
        f"người khác đã sửa ô này sau khi xuất bảng: lúc xuất `{shown(base)}`, nay "
        f"`{shown(theirs)}`, bảng này ghi `{shown(mine)}`; viết `{shown(theirs)}` để giữ bản của "
        "họ, hoặc xuất bảng mới rồi sửa lại",
        f"somebody has changed this cell since the export: it was `{shown(base)}`, is now "
        f"`{shown(theirs)}`, and here it says `{shown(mine)}`; write `{shown(theirs)}` to keep "
        "theirs, or export anew and change it there",
    )
