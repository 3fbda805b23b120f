"""Understands what an official wrote in a cell, as it is to stand in the plan file."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from pydantic_core import PydanticCustomError

from generator.model.base import text as checked_text
from generator.model.plan import Plan
from generator.model.references import Body, Reference, reference
from generator.model.refusal import Message, shown
from generator.model.sources import Citation
from generator.model.tasks import Deliverable
from generator.sheets.bodies import Names
from generator.sheets.columns import Column
from generator.sheets.grid import Cell, NotUnderstoodError
from generator.sheets.rows import UNITS, citation_words, deliverable_words
from generator.sheets.times import time_written
from generator.sheets.values import number_written, percent_written, value_written
from generator.sheets.writing import Written
from generator.text.folding import fold

Listed: TypeAlias = tuple[Body | Citation | Deliverable, ...]
"""The entries that a cell showed, line by line."""


@dataclass(frozen=True)
class Reader:
    """Reads the cells of one plan's workbook."""

    plan: Plan
    names: Names

    def read(
        self, column: Column, cell: Cell, unit: str = "", beside: str = "", was: Listed = ()
    ) -> Written | None:
        """What a cell says; `None` if it is empty.

        `unit` and `beside` (the printed words) serve values, `was` is the list of entries that the
        cell showed, of which those that are still there are kept.  Raises `NotUnderstoodError`.
        """
        if not cell.text:
            return None
        if column.kind in ("time", "value") and cell.kind != "text":
            return self._typed(column, cell, unit, beside)
        readers: dict[str, Callable[[str], Written]] = {
            "text": _text,
            "id": lambda words: self._item(column, words),
            "unit": _unit,
            "word": lambda words: _word(column, words),
            "time": self._time,
            "value": lambda words: value_written(words, unit, beside, self.plan.language),
            "share": self._share,
            "body": self._body,
            "reference": lambda words: self._reference(column, words),
            "bodies": lambda words: self._bodies(words, was),
            "references": lambda words: self._references(column, words, was),
            "names": lambda words: _deliverables(words, was),
        }
        return readers[column.kind](cell.text)

    def tick(self, cell: Cell) -> bool:
        """Whether a cell is ticked.  Raises `NotUnderstoodError`."""
        if not cell.text:
            return False
        if fold(cell.text) in ("x", "co", "dung", "true", "1", "✓", "✔"):
            return True
        raise NotUnderstoodError(_TICK)

    def _typed(self, column: Column, cell: Cell, unit: str, beside: str) -> str:
        """A cell that the spreadsheet took for a number or a day."""
        if column.kind == "time":
            return self._time(cell.text)
        if cell.kind == "date":
            raise NotUnderstoodError(_a_day(cell.text))
        if cell.kind == "percent" and unit not in ("percent", "pp", "%", "điểm %"):
            raise NotUnderstoodError(_a_percentage(cell.text, unit))
        return number_written(cell.text, beside, self.plan.language)

    def _time(self, words: str) -> str:
        return time_written(words, self.plan.year_starts, self.plan.language)

    def _item(self, column: Column, words: str) -> str:
        if column.field != "section":
            return _checked(words)
        titles = {fold(each.title): each.id for each in self.plan.sections}
        known = {each.id for each in self.plan.sections}
        found = words if words in known else titles.get(fold(words))
        if not found:
            raise NotUnderstoodError(_no_section(words, sorted(known)))
        return found

    def _body(self, words: str) -> str:
        return self.names.body(words) or _checked(words)

    def _reference(self, column: Column, words: str) -> str:
        if column.field == "place":
            return self.names.place(words) or _checked(words)
        return _checked(words)

    def _bodies(self, words: str, was: Listed) -> Written:
        kept = {
            self.names.with_share(each): _body_written(each)
            for each in was
            if isinstance(each, Body)
        }
        return _one_or_list(
            [kept.get(line) or self._with_share(line) for line in _lines(words, kept)]
        )

    def _with_share(self, line: str) -> Written:
        if found := self.names.body(line):
            return found
        name, colon, share = line.partition(": ")
        if colon and share.strip():
            return {self._body(name.strip()): _text(share.strip())}
        return _checked(line)

    def _references(self, column: Column, words: str, was: Listed) -> Written:
        if column.field == "places":
            return _one_or_list(
                [self.names.place(line) or _checked(line) for line in _lines(words, {})]
            )
        kept = {
            citation_words(each): _citation_written(each)
            for each in was
            if isinstance(each, Citation)
        }
        return _one_or_list([kept.get(line) or _checked(line) for line in _lines(words, kept)])

    def _share(self, words: str) -> Written:
        lines = words.split("\n")
        if len(lines) == 1 and ": " not in words:
            return percent_written(words)
        shares = {}
        for line in lines:
            name, _, percent = line.rpartition(": ")
            if not name:
                raise NotUnderstoodError(_SHARES)
            shares[_text(name.strip())] = percent_written(percent.strip())
        return shares


def _lines(words: str, kept: Mapping[str, object]) -> list[str]:
    """The entries in a cell, one a line or parted by semicolons."""
    found = []
    for line in words.split("\n"):
        parts = [line] if line in kept else re.split(r"\s*;\s*", line)
        found += [part for part in parts if part]
    return found


def _one_or_list(entries: list[Written]) -> Written:
    return entries[0] if len(entries) == 1 and isinstance(entries[0], str) else entries


def _body_written(body: Body) -> Written:
    return {body.reference.written: body.share} if body.share else body.reference.written


def _citation_written(citation: Citation) -> Written:
    fields = {"document": citation.document.written, "at": citation.at, "quote": citation.quote}
    said = {name: words for name, words in fields.items() if words}
    return said if len(said) > 1 else citation.document.written


def _deliverables(words: str, was: Listed) -> Written:
    kept = {
        deliverable_words(each): _deliverable(each) for each in was if isinstance(each, Deliverable)
    }
    return [kept.get(line) or _text(line) for line in _lines(words, kept)]


def _deliverable(deliverable: Deliverable) -> Written:
    document: Reference | None = deliverable.document
    fields = {
        "kind": deliverable.kind,
        "kind_text": deliverable.kind_text,
        "title": deliverable.title,
        "document": document.written if document else None,
    }
    said = {name: words for name, words in fields.items() if words}
    return next(iter(said.values())) if set(said) in ({"title"}, {"document"}) else said


def _text(words: str) -> str:
    return str(_refused(lambda: checked_text(words)))


def _checked(words: str) -> str:
    return str(_refused(lambda: reference(words).written))


def _refused(read: Callable[[], object]) -> object:
    try:
        return read()
    except PydanticCustomError as error:
        context = error.context or {}
        message = Message(str(context.get("vi")), str(context.get("en")))
        raise NotUnderstoodError(message) from error


def _unit(words: str) -> str:
    return next((code for code, unit in UNITS.items() if fold(unit) == fold(words)), _text(words))


def _word(column: Column, words: str) -> str:
    for code, word in column.words:
        if fold(words) in (fold(word), code):
            return code
    listed = ", ".join(f"`{word}`" for _, word in column.words)
    raise NotUnderstoodError(
        Message(
            f"`{shown(words)}` không có trong danh mục của cột này: chọn một trong {listed}",
            f"`{shown(words)}` is not among the words of this column: choose one of {listed}",
        )
    )


_TICK = Message(
    "ô này chỉ để đánh dấu: viết `x`, hoặc để trống",
    "this cell is only ticked: write `x`, or leave it empty",
)
_SHARES = Message(
    "nhiều cấp giao thì mỗi cấp một dòng: viết `tỉnh giao: 110`, xuống dòng, `huyện giao: 104`",
    "of several assigners write one a line: `tỉnh giao: 110`, and below it `huyện giao: 104`",
)


def _a_day(words: str) -> Message:
    return Message(
        f"bảng tính đã đổi ô này thành ngày `{words}`: định dạng ô là Text rồi viết lại giá trị, "
        "ví dụ `từ 1 đến 2`, `1 trên 2`",
        f"the spreadsheet has made this cell the day `{words}`: format it as Text and write the "
        "value again, e.g. `từ 1 đến 2`, `1 trên 2`",
    )


def _a_percentage(words: str, unit: str) -> Message:
    return Message(
        f"ô có định dạng phần trăm ({words}%), mà đơn vị của chỉ tiêu là `{shown(unit or '?')}`: "
        "viết số theo đơn vị ấy",
        f"the cell is formatted as a percentage ({words}%), but the unit of the indicator is "
        f"`{shown(unit or '?')}`: write the number in that unit",
    )


def _no_section(words: str, known: list[str]) -> Message:
    listed = ", ".join(f"`{each}`" for each in known[:12]) or "(chưa có phần nào)"
    return Message(
        f"không có phần nào mang mã hoặc tên `{shown(words)}`: chọn một trong {listed}",
        f"there is no section with the id or title `{shown(words)}`: choose one of {listed}",
    )
