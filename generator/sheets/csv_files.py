"""A plan's rows as a folder of CSV files, and back: for programs, and where there is no Excel.

UTF-8 with a byte order mark, by which Excel knows the encoding.  Cells are parted by semicolons,
since Vietnamese numbers have a comma; when read, commas and tabs are understood too.  A text that
a spreadsheet could take for a formula is preceded by an apostrophe, which is taken off again.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.model.refusal import Message
from generator.sheets.columns import SHEETS
from generator.sheets.grid import Cell, Grid, tidy
from generator.sheets.packages import RefusedFileError, content_of
from generator.sheets.rows import PlanRows
from generator.sheets.workbook import BASE, base_lines
from generator.text.folding import slug

_RISKY = frozenset("=+-@\t＝＋－＠'")
_NUMBER = re.compile(r"-?\d+(?:,\d+)?")


def csv_files(rows: PlanRows, fingerprint: str) -> dict[str, str]:
    """The files of a plan by their names."""
    files = {
        f"{slug(sheet.name)}.csv": _file(
            [
                [column.heading for column in sheet.columns],
                *(
                    [cells[column.field] for column in sheet.columns]
                    for cells in rows.sheets[sheet.key].values()
                ),
            ]
        )
        for sheet in SHEETS
    }
    return {**files, f"{BASE}.csv": _file(base_lines(rows, fingerprint))}


def grids_in(folder: Path, shown_as: str) -> list[Grid]:
    """The sheets in a folder of CSV files.  Raises `RefusedFileError`, `OSError`."""
    names = {f"{slug(sheet.name)}.csv": sheet.name for sheet in SHEETS} | {f"{BASE}.csv": BASE}
    return [
        Grid(f"{shown_as}/{file}", name, _rows(_text(content_of(folder / file))))
        for file, name in names.items()
        if (folder / file).is_file()
    ]


def _file(lines: Iterable[Sequence[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(
        [_harmless(cell) for cell in line] for line in lines
    )
    return f"\ufeff{text.getvalue()}"


def _harmless(text: str) -> str:
    is_risky = text[:1] in _RISKY and text and not _NUMBER.fullmatch(text)
    return f"'{text}" if is_risky else text


def _rows(text: str) -> tuple[tuple[Cell, ...], ...]:
    first = text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise RefusedFileError(_NOT_CSV) from error
    return tuple(
        tuple(
            Cell(tidy(_without_apostrophe(cell)), row, column)
            for column, cell in enumerate(line, start=1)
            if tidy(cell)
        )
        for row, line in enumerate(lines, start=1)
    )


def _without_apostrophe(text: str) -> str:
    return text[1:] if text[:1] == "'" and text[1:2] in _RISKY and text[1:2] else text


def _text(content: bytes) -> str:
    try:
        encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise RefusedFileError(_NOT_UTF8) from error


_NOT_CSV = Message(
    "tệp CSV có dấu ngoặc kép không khớp: mở bằng Excel và lưu lại dạng “CSV UTF-8”",
    "the quotation marks of the CSV file do not match: open it in Excel and save it as “CSV "
    "UTF-8”, or use .xlsx",
)
_NOT_UTF8 = Message(
    "tệp CSV không ở bảng mã UTF-8: lưu lại dạng “CSV UTF-8”, hoặc dùng .xlsx",
    "the CSV file is not encoded in UTF-8: save it as “CSV UTF-8”, or use .xlsx",
)
