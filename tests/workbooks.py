"""What the tests about workbooks share: a plan's workbook, filled in as an official would."""

from __future__ import annotations

import difflib
import io
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from generator.load import load_plans
from generator.sheets.columns import SHEETS
from generator.sheets.importing import Import, imported, plan_file
from generator.sheets.rows import plan_rows
from generator.sheets.workbook import fingerprint, workbook

DAY = date(2026, 11, 22)
EXAMPLE = Path(__file__).parent / "example" / "plans"
Change = Callable[["Book"], None]


class Book:
    """A workbook whose cells are named by sheet, row and heading."""

    def __init__(self, book: Workbook) -> None:
        self.book = book

    def put(self, sheet: str, key: str, **cells: Any) -> None:
        """Writes into the row of that key; the columns are named by their fields."""
        page = self.book[sheet]
        row = next(each.row for each in page["A"] if each.value == key)
        self._write(sheet, row, cells)

    def add(self, sheet: str, below: str = "", **cells: Any) -> None:
        """A new row at the end, or below the one of that key."""
        page = self.book[sheet]
        row = page.max_row + 1
        if below:
            row = next(each.row for each in page["A"] if each.value == below) + 1
            page.insert_rows(row)
        self._write(sheet, row, cells)

    def drop(self, sheet: str, key: str) -> None:
        """Deletes the row of that key."""
        page = self.book[sheet]
        page.delete_rows(next(each.row for each in page["A"] if each.value == key))

    def cell(self, sheet: str, key: str, field: str) -> Any:
        page = self.book[sheet]
        row = next(each.row for each in page["A"] if each.value == key)
        return page.cell(row, self._column(sheet, field))

    def _column(self, sheet: str, field: str) -> int:
        about = next(each for each in SHEETS if each.name == sheet)
        return [column.field for column in about.columns].index(field) + 1

    def _write(self, sheet: str, row: int, cells: dict[str, Any]) -> None:
        for field, value in cells.items():
            self.book[sheet].cell(row, self._column(sheet, field)).value = value


def exported(folder: Path, plan_id: str) -> bytes:
    archive, _ = load_plans(folder)
    content = plan_file(archive, plan_id).read_bytes()
    return workbook(plan_rows(archive, archive.plan[plan_id]), fingerprint(content))


def filled_in(content: bytes, change: Change) -> bytes:
    book = load_workbook(io.BytesIO(content))
    change(Book(book))
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def example(tmp_path: Path) -> Path:
    """The invented plan, in a folder of its own."""
    folder = tmp_path / "plans"
    shutil.copytree(EXAMPLE, folder)
    return folder


def after(folder: Path, change: Change, plan_id: str = "an-binh-2026") -> Import:
    """What the workbook of a plan comes to once it is filled in."""
    file = folder.parent / "bang.xlsx"
    file.write_bytes(filled_in(exported(folder, plan_id), change))
    return imported(folder, plan_id, file, DAY)


def changed_lines(found: Import) -> list[str]:
    """The lines that an import takes away (`-`), then those that it puts in (`+`)."""
    before, after = found.before.splitlines(), found.after.splitlines()
    lines = [*difflib.unified_diff(before, after, n=0, lineterm="")][2:]
    return [line for sign in "-+" for line in lines if line[0] == sign]
