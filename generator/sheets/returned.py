"""A workbook that comes back: its rows by their columns, and what it was when it was exported."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.model.refusal import Message, shown
from generator.problems import Position, Problem
from generator.sheets.columns import SHEETS, Column, Sheet
from generator.sheets.grid import Cell, Findings, Grid, Row
from generator.sheets.rows import Cells
from generator.sheets.workbook import BASE, FORMAT
from generator.text.folding import fold


@dataclass(frozen=True)
class Filled:
    """A sheet that was filled in: where it stands, its columns that are there, its rows."""

    about: Sheet
    grid: Grid
    columns: dict[str, int]
    rows: tuple[Row, ...]

    def cell(self, row: Row, field: str) -> Cell:
        """A cell, also where nothing is written in it."""
        return row.cells.get(field) or Cell("", row.number, self.columns.get(field, 1))


@dataclass
class Returned:
    """Everything that came back of one plan."""

    plan_id: str = ""
    fingerprint: str = ""
    base: dict[str, dict[str, Cells]] = field(default_factory=dict)
    sheets: dict[str, Filled] = field(default_factory=dict)


def returned(file: str, grids: list[Grid], findings: Findings) -> Returned | None:
    """What came back in a workbook or folder; `None` if it is no workbook of a plan."""
    found = Returned()
    base = next((grid for grid in grids if grid.name == BASE), None)
    if base is None or not _read_base(base, found):
        findings.problems.append(Problem(Position(file), "base-is-there", *_NO_BASE))
        return None
    for about in SHEETS:
        grid = next((each for each in grids if fold(each.name) == fold(about.name)), None)
        if grid:
            found.sheets[about.key] = _filled(about, grid, findings)
    return found


def _read_base(grid: Grid, found: Returned) -> bool:
    about: Sheet | None = None
    fields: list[str] = []
    for cells in grid.rows:
        texts = {cell.column: cell.text for cell in cells}
        kind, key = texts.get(1, ""), texts.get(2, "")
        rest = [texts.get(number, "") for number in range(3, max(texts, default=0) + 1)]
        if kind == "plan":
            found.plan_id, found.fingerprint, form = key, *[*rest, "", ""][:2]
            if form != FORMAT:
                return False
        elif kind == "sheet":
            about = next((each for each in SHEETS if each.key == key), None)
            fields = rest
            if about:
                found.base[key] = {}
        elif kind == "row" and about:
            rest += [""] * (len(fields) - len(rest))
            found.base[about.key][key] = dict(zip(fields, rest, strict=False))
    return bool(found.plan_id)


def _filled(about: Sheet, grid: Grid, findings: Findings) -> Filled:
    columns: dict[int, Column] = {}
    for cell in grid.rows[0] if grid.rows else ():
        known = next((each for each in about.columns if _same(each.heading, cell.text)), None)
        if known and known not in columns.values():
            columns[cell.column] = known
        elif cell.text:
            findings.refuse(grid, cell, "", "columns-are-known", _unknown_column(cell.text))
    key = about.columns[0]
    if key not in columns.values():
        first = Cell("", 1, 1)
        findings.refuse(grid, first, "", "columns-are-known", _no_column(key.heading))
        columns = {}
    rows = tuple(_rows(grid, columns, findings)) if columns else ()
    return Filled(about, grid, {each.field: at for at, each in columns.items()}, rows)


def _rows(grid: Grid, columns: dict[int, Column], findings: Findings) -> Iterator[Row]:
    for cells in grid.rows[1:]:
        named = {columns[cell.column].field: cell for cell in cells if cell.column in columns}
        for field_name, cell in list(named.items()):
            if cell.kind in ("formula", "error"):
                heading = columns[cell.column].heading
                findings.refuse(grid, cell, heading, "cells-hold-words", _formula(cell))
                named[field_name] = Cell("", cell.row, cell.column)
        if any(cell.text for cell in named.values()) or (named and cells):
            yield Row(cells[0].row, named)


def _same(heading: str, text: str) -> bool:
    return " ".join(fold(heading).split()) == " ".join(fold(text).split())


def _unknown_column(text: str) -> Message:
    return Message(
        f"cột “{shown(text)}” không có trong bảng: trả lại tên cột như khi xuất, hoặc xóa cột này",
        f"there is no column “{shown(text)}”: give it back the heading it was exported with, or "
        "delete it",
    )


def _no_column(heading: str) -> Message:
    return Message(
        f"thiếu cột “{heading}”: chép lại cột này từ bảng đã xuất, hoặc xuất bảng mới",
        f"the column “{heading}” is missing: copy it from the exported workbook, or export anew",
    )


def _formula(cell: Cell) -> Message:
    if cell.kind == "error":
        return Message(
            f"ô báo lỗi `{shown(cell.text)}`: viết lại giá trị bằng chữ và số",
            f"the cell shows the error `{shown(cell.text)}`: write the value in words and digits",
        )
    return Message(
        f"ô chứa công thức `{shown(cell.text, 40)}`: dán giá trị (Paste Special, Values) thay cho "
        "công thức",
        f"the cell holds the formula `{shown(cell.text, 40)}`: paste its value instead (Paste "
        "Special, Values)",
    )


_NO_BASE = Message(
    "bảng này không do lệnh `table export` xuất ra, hoặc đã mất trang tính ẩn ghi nội dung lúc "
    "xuất: xuất bảng mới rồi chép các ô đã sửa sang; phụ lục của văn bản thì dùng `table annex`",
    "this was not made by `table export`, or has lost the hidden sheet with what was exported: "
    "export anew and copy your changes over; for the annex of a document use `table annex`",
)
