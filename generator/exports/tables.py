"""Tables as CSV files that spreadsheets and programs read alike.

RFC 4180: commas, CRLF, quotes only where needed; UTF-8 with a byte order mark, by which Excel
knows the encoding.  Numbers have a decimal point.  A spreadsheet takes a text that begins with
`=`, `+`, `-` or `@` for a formula and runs it, so such a text is preceded by an apostrophe (which
spreadsheets take for "this is text"), unless it is a plain number.  A text that begins with an
apostrophe gets another one: whoever takes one apostrophe off the beginning has every text back.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from generator.exports.written import names_written
from generator.model.base import Entry
from generator.model.indicators import ShareOfPlan
from generator.model.quantity import Quantity
from generator.model.references import Body
from generator.model.sources import Citation
from generator.model.tasks import Deliverable
from generator.model.when import When

Cells: TypeAlias = list[str]

_BYTE_ORDER_MARK = "\ufeff"
_RISKY = frozenset("=+-@\t\r\n＝＋－＠'")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")


def table(header: Sequence[str], lines: str) -> str:
    """A whole file: its header, and the lines that `csv_lines` wrote."""
    return _BYTE_ORDER_MARK + csv_lines([header]) + lines


def csv_lines(rows: Iterable[Sequence[str]]) -> str:
    """Rows of harmless cells as lines."""
    lines = io.StringIO(newline="")
    csv.writer(lines, lineterminator="\r\n").writerows(
        [
            cell if not cell or cell[0] not in _RISKY or _NUMBER.fullmatch(cell) else f"'{cell}"
            for cell in row
        ]
        for row in rows
    )
    return lines.getvalue()


def cell(value: object) -> str:
    """Any value of the model in one cell, in the notation of the format; several parted by `;`."""
    if value is None or value is False or value == ():
        return ""
    if isinstance(value, str):
        return value
    if value is True:
        return "true"
    if isinstance(value, tuple):
        return "; ".join(cell(each) for each in value)
    if isinstance(value, Body):
        return f"{value.reference}: {value.share}" if value.share else value.reference.written
    if isinstance(value, Entry):
        return _entry(value)
    return str(value)


def time_cells(when: When | None) -> Cells:
    """A time as written, its first and its last day."""
    if when is None:
        return ["", "", ""]
    earliest, latest = when.earliest, when.latest
    return [
        when.written,
        earliest.isoformat() if earliest else "",
        latest.isoformat() if latest else "",
    ]


QUANTITY = ("value", "operator", "low", "high", "whole", "change", "change_unit", "since")


def quantity_cells(value: Quantity | None) -> Cells:
    """A value as written and taken apart, in the columns of `QUANTITY`."""
    if value is None:
        return ["", "", "", "", "", "", "", ""]
    if value.low is None:
        return [value.written, "", "", "", "", "", "", ""]
    return [
        value.written,
        value.operator,
        value.low_digits,
        value.high_digits,
        value.whole_digits,
        value.change or "",
        value.change_unit,
        value.since.written if value.since else "",
    ]


def _entry(entry: Entry) -> str:
    """An entry inside a cell: what it is mainly about, else its fields one after the other."""
    if isinstance(entry, Citation):
        return entry.document.written
    if isinstance(entry, ShareOfPlan):
        share = entry.percent.written
        return f"{entry.assigned_by}: {share}" if entry.assigned_by else share
    if isinstance(entry, Deliverable):
        return ", ".join(filter(None, (entry.title, cell(entry.document), entry.kind_text)))
    names = names_written(type(entry)).items()
    told = ((name, cell(getattr(entry, attribute))) for attribute, name in names)
    return "; ".join(f"{name}: {words}" for name, words in told if words)
