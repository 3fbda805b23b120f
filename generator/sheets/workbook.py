"""A plan's rows as a workbook for Excel and LibreOffice: text cells, a sheet for each kind of row.

Every cell of ours is text (format `@`), so that no spreadsheet turns `8.300`, `1-2` or `06` into
something else, and nothing that an editor wrote is ever a formula.  A hidden sheet keeps what was
exported: on the way back it shows which cells were changed, and by whom.  The same rows give the
same bytes.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.sheets.columns import SHEETS, Column, Sheet
from generator.sheets.guide import GUIDE_NAME, guide
from generator.sheets.rows import PlanRows

BASE = "_goc"
"""The name of the hidden sheet (and of the CSV file) that keeps what was exported."""
FORMAT = "1"
_EMPTY_ROWS = 500
"""Lists to choose from reach so many rows below the last one, for new entries."""

_HEADER = PatternFill("solid", fgColor="1F5F4A")
_INPUT = PatternFill("solid", fgColor="B45309")
_LOCKED = PatternFill("solid", fgColor="EDEDED")
_TOP = Alignment(vertical="top", wrap_text=True)


def fingerprint(content: bytes) -> str:
    """What tells whether a file is still the same."""
    return hashlib.sha256(content).hexdigest()[:16]


def workbook(rows: PlanRows, fingerprint: str) -> bytes:
    """The workbook of a plan; `fingerprint` is that of its file, as it was when it was exported."""
    book = Workbook()
    book.remove(book.worksheets[0])
    _guide(book.create_sheet(GUIDE_NAME))
    for sheet in SHEETS:
        _sheet(book.create_sheet(sheet.name), sheet, rows.sheets[sheet.key].values())
    base = book.create_sheet(BASE)
    base.sheet_state = "veryHidden"
    for line in base_lines(rows, fingerprint):
        _append(base, line)
    book.active = 1
    return _steady(book)


def base_lines(rows: PlanRows, fingerprint: str) -> Iterable[Sequence[str]]:
    """What was exported: a line about the plan, then each row below the name of its sheet."""
    yield ("plan", rows.plan_id, fingerprint, FORMAT)
    for sheet in SHEETS:
        yield ("sheet", sheet.key, *(column.field for column in sheet.columns))
        for key, cells in rows.sheets[sheet.key].items():
            yield ("row", key, *(cells[column.field] for column in sheet.columns))


def _sheet(sheet: Worksheet, about: Sheet, rows: Iterable[dict[str, str]]) -> None:
    _append(sheet, [column.heading for column in about.columns])
    for cells in rows:
        _append(sheet, [cells[column.field] for column in about.columns])
    last_filled = sheet.max_row
    last = last_filled + _EMPTY_ROWS
    for number, column in enumerate(about.columns, start=1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = column.width
        head = sheet.cell(1, number)
        head.font = Font(bold=True, color="FFFFFF")
        head.fill = _INPUT if column.kind == "amends" else _HEADER
        head.alignment = Alignment(vertical="center", wrap_text=True)
        whole = sheet.column_dimensions[letter]
        whole.number_format = "@"
        whole.alignment = _TOP
        for row in range(2, last_filled + 1):
            cell = sheet.cell(row, number)
            cell.number_format = "@"
            cell.alignment = _TOP
            if not column.is_edited:
                cell.fill = _LOCKED
        _choices(sheet, column, f"{letter}2:{letter}{last}")
    sheet.row_dimensions[1].height = 32
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(about.columns))}{last_filled}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _choices(sheet: Worksheet, column: Column, where: str) -> None:
    """A list to choose from, where the words are fixed; other words are warned of, not barred."""
    words = [word for _, word in column.words] or (["x"] if column.field == "correction" else [])
    if not words:
        return
    listed = DataValidation(
        type="list",
        formula1='"' + ",".join(words) + '"',
        allow_blank=True,
        errorStyle="warning",
        errorTitle=column.heading,
        error="Hãy chọn trong danh sách.",
        showErrorMessage=True,
    )
    listed.add(where)
    sheet.add_data_validation(listed)


def _guide(sheet: Worksheet) -> None:
    sheet.column_dimensions["A"].width = 30
    sheet.column_dimensions["B"].width = 110
    for heading, text in guide():
        _append(sheet, [heading, text])
        row = sheet.max_row
        sheet.cell(row, 1).font = Font(bold=True, size=14 if not text else 11)
        for number in (1, 2):
            sheet.cell(row, number).alignment = _TOP


def _append(sheet: Worksheet, texts: Sequence[str]) -> None:
    """A row of text cells; a text that looks like a formula stays a text."""
    row = sheet.max_row + 1 if sheet.cell(1, 1).value is not None else 1
    for number, text in enumerate(texts, start=1):
        if text:
            cell = sheet.cell(row, number)
            cell.value = escaped(text)
            cell.data_type = "s"
            cell.number_format = "@"
            cell.quotePrefix = text[0] in "=+-@'"


_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def escaped(text: str) -> str:
    """The text as a workbook writes it: `_x0041_` would else be read as the letter A."""
    return _ESCAPE.sub("_x005F_", text)


def _steady(book: Workbook) -> bytes:
    """The bytes of a workbook without the time at which they were made."""
    made = io.BytesIO()
    book.save(made)
    steady = io.BytesIO()
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(steady, "w") as packed:
        for name in sorted(
            parts.namelist(), key=lambda name: (name != "[Content_Types].xml", name)
        ):
            content = parts.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb">\d{4}-\d\d-\d\dT[^<]*<", b">2000-01-01T00:00:00Z<", content)
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, content)
    return steady.getvalue()
