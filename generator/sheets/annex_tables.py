"""The tables in a Word or Excel file as offices print them, with their merged cells."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from defusedxml.ElementTree import ParseError, fromstring
from openpyxl import load_workbook

from generator.model.refusal import Message
from generator.sheets.grid import tidy
from generator.sheets.packages import RefusedFileError, parts_of
from generator.sheets.reading import MOST_COLUMNS, MOST_ROWS, cell_of, grids_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class Printed:
    """A cell as printed.  `above` and `left` say that it is one with the cell there; its words are
    then those of the whole.  `is_number` says that a spreadsheet holds it as a number."""

    text: str = ""
    above: bool = False
    left: bool = False
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: where it stands (the sheet's name, or which table of the document), the words right
    above it, and its rows, all of one length, with the number of the first."""

    name: str
    caption: str
    rows: tuple[tuple[Printed, ...], ...]
    first: int = 1


def tables_of(name: str, content: bytes) -> list[Table]:
    """The tables of a file whose name ends in .docx or .xlsx.  Raises `RefusedFileError`."""
    suffix = PurePath(name).suffix.lower()
    if suffix == ".docx":
        return list(_word_tables(parts_of(content, suffix)["word/document.xml"]))
    if suffix == ".xlsx":
        return list(_sheet_tables(content))
    raise RefusedFileError(_OTHER)


def _word_tables(document: bytes) -> Iterator[Table]:
    try:
        body = fromstring(document).find(f"{_W}body")
    except (ParseError, RecursionError) as error:
        raise RefusedFileError(_BROKEN) from error
    caption, number = "", 0
    for block in body if body is not None else ():
        if block.tag == f"{_W}p":
            caption = _paragraph(block) or caption
        elif block.tag == f"{_W}tbl":
            number += 1
            rows = _word_rows(block)
            if len(rows) > MOST_ROWS:
                raise RefusedFileError(_BROKEN)
            yield Table(f"bảng {number}", caption, _even(rows))
            caption = ""


def _word_rows(table: Element) -> list[list[Printed]]:
    rows: list[list[Printed]] = []
    for row in table.iterfind(f"{_W}tr"):
        cells: list[Printed] = []
        for cell in row.iter(f"{_W}tc"):
            if len(cells) >= MOST_COLUMNS:
                break
            above = rows[-1][len(cells)] if rows and len(cells) < len(rows[-1]) else None
            text = "\n".join(filter(None, (_paragraph(p) for p in cell.iterfind(f"{_W}p"))))
            joined = _is_joined_above(cell) and above is not None
            text = above.text if joined and above else text
            cells.append(Printed(tidy(text), above=joined))
            span = min(_span(cell), MOST_COLUMNS - len(cells) + 1)
            cells += [Printed(tidy(text), above=joined, left=True)] * (span - 1)
        rows.append(cells)
    return rows


def _paragraph(block: Element) -> str:
    """The words of a paragraph; what was deleted in tracked changes is left out."""
    words = []
    for piece in block.iter():
        if piece.tag == f"{_W}t":
            words.append(piece.text or "")
        elif piece.tag in (f"{_W}br", f"{_W}cr"):
            words.append("\n")
        elif piece.tag in (f"{_W}tab", f"{_W}noBreakHyphen"):
            words.append("-" if piece.tag.endswith("Hyphen") else " ")
    return tidy("".join(words))


def _is_joined_above(cell: Element) -> bool:
    merge = cell.find(f"{_W}tcPr/{_W}vMerge")
    return merge is not None and merge.get(f"{_W}val", "continue") == "continue"


def _span(cell: Element) -> int:
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    written = span.get(f"{_W}val", "1") if span is not None else "1"
    return max(1, int(written)) if written.isdecimal() and len(written) < 5 else 1


def _sheet_tables(content: bytes) -> Iterator[Table]:
    grids_of("", content, computed=True)  # refuses what cannot be read
    book = load_workbook(io.BytesIO(content), data_only=True, keep_links=False)
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        found = [[cell_of(cell) for cell in row] for row in sheet.iter_rows()]
        rows = [
            [Printed(each.text, is_number=each.kind in ("number", "percent")) for each in row]
            for row in found
        ]
        for merged in sheet.merged_cells.ranges:
            first = rows[merged.min_row - 1][merged.min_col - 1]
            for row in range(merged.min_row, min(merged.max_row, len(rows)) + 1):
                for column in range(merged.min_col, min(merged.max_col, len(rows[0])) + 1):
                    if (row, column) != (merged.min_row, merged.min_col):
                        above, left = row > merged.min_row, column > merged.min_col
                        rows[row - 1][column - 1] = Printed(first.text, above, left)
        yield Table(f"trang tính “{sheet.title}”", "", _even(rows))


def _even(rows: list[list[Printed]]) -> tuple[tuple[Printed, ...], ...]:
    width = max(map(len, rows), default=0)
    return tuple((*row, *[Printed()] * (width - len(row))) for row in rows)


_OTHER = Message(
    "chỉ đọc được tệp .docx và .xlsx: mở bằng Word hoặc Excel và lưu lại thành .docx hoặc .xlsx",
    "only .docx and .xlsx files are read: open it in Word or Excel and save it again so",
)
_BROKEN = Message(
    "không đọc được các bảng trong tệp này: mở bằng Word và lưu lại thành .docx",
    "the tables of this file cannot be read: open it in Word and save it again as .docx",
)
