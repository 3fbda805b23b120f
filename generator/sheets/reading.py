"""Reads the cells of a workbook, each as the words that its author sees in it."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from generator.model.refusal import Message
from generator.sheets.grid import Cell, Grid, tidy
from generator.sheets.packages import RefusedFileError, parts_of

MOST_ROWS = 20_000
MOST_COLUMNS = 200


def grids_of(file: str, content: bytes, computed: bool = False) -> list[Grid]:
    """The sheets of a workbook.

    A formula is refused where it stands by whoever reads its cell; with `computed` the number that
    the spreadsheet last worked out is taken instead.  A cell that is merged with others has its
    words in the first of them.  Raises `RefusedFileError`.
    """
    parts_of(content, ".xlsx")
    try:
        book = load_workbook(io.BytesIO(content), data_only=computed, keep_links=False)
        return [_grid(file, sheet) for sheet in book.worksheets]
    except (
        zipfile.BadZipFile,
        InvalidFileException,
        ParseError,
        AttributeError,
        IndexError,
        KeyError,
        TypeError,
        ValueError,
    ) as error:
        raise RefusedFileError(_UNREADABLE) from error


def _grid(file: str, sheet: Worksheet) -> Grid:
    if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
        raise RefusedFileError(_too_long(sheet.title))
    rows = tuple(
        tuple(found for cell in row if (found := cell_of(cell)).text or found.kind != "text")
        for row in sheet.iter_rows()
    )
    return Grid(file, sheet.title, rows)


def cell_of(cell: Any) -> Cell:
    """The words of a cell, and what the spreadsheet took them for."""
    value = cell.value
    row, column = cell.row, cell.column
    if value is None:
        return Cell("", row, column)
    if cell.data_type == "f":
        return Cell(tidy(str(getattr(value, "text", value))), row, column, "formula")
    if cell.data_type == "e":
        return Cell(str(value), row, column, "error")
    if isinstance(value, bool):
        return Cell("x" if value else "", row, column)
    if isinstance(value, int | float):
        return _number(value, str(cell.number_format), row, column)
    if isinstance(value, date):
        return Cell(_day(value, str(cell.number_format).lower()), row, column, "date")
    if not isinstance(value, str):
        return Cell(str(value), row, column, "date")
    return Cell(tidy(_ESCAPED.sub(lambda code: chr(int(code[1], 16)), value)), row, column)


_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
"""How a workbook writes a sign that XML cannot hold, and a text that looks like that."""


def _number(value: float, form: str, row: int, column: int) -> Cell:
    exact = Decimal(repr(value))
    kind = "percent" if "%" in form else "number"
    if kind == "percent":
        exact *= 100
    if not exact.is_finite():
        return Cell(str(value), row, column, "error")
    whole = exact.to_integral_value()
    written = f"{whole:f}" if exact == whole else f"{exact.normalize():f}"
    text = written.replace(".", ",")
    return Cell(text, row, column, "percent" if kind == "percent" else "number")


def _day(value: date, form: str) -> str:
    """A day as precisely as its cell shows it."""
    if isinstance(value, datetime):
        value = value.date()
    plain = form.split("]")[-1]
    if "d" in plain or "y" not in plain:
        return f"{value.day}/{value.month}/{value.year}"
    return f"tháng {value.month}/{value.year}" if "m" in plain else str(value.year)


_UNREADABLE = Message(
    "không đọc được bảng tính này: mở bằng Excel và lưu lại thành .xlsx",
    "this workbook cannot be read: open it in Excel and save it again as .xlsx",
)


def _too_long(name: str) -> Message:
    return Message(
        f"trang tính “{name}” có quá {MOST_ROWS} dòng hoặc {MOST_COLUMNS} cột: xóa các dòng, cột "
        "trống có định dạng",
        f"the sheet “{name}” has more than {MOST_ROWS} rows or {MOST_COLUMNS} columns: delete "
        "formatted empty rows and columns",
    )
