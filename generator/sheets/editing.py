"""Changes fields and entries in the text of a plan file; every other byte stays what it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.load.outline import Fields, Items, Piece, Word
from generator.sheets.writing import (
    AsWritten,
    Written,
    field_lines,
    in_brackets,
    item_lines,
    one_line,
)


class Text:
    """The text of a file, and the changes that are to be made to it, all at once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._changes: list[tuple[int, int, int, int, str]] = []

    def changed(self) -> str:
        """The text with all changes made."""
        ends = "\r\n" if "\r\n" in self.text else "\n"
        parts, reached = [], 0
        for start, end, _, _, new in sorted(self._changes):
            if start < reached:
                raise ValueError(f"two changes in one place: {self.text[start:end]!r}")
            parts += [self.text[reached:start], new.replace("\n", ends)]
            reached = end
        return "".join([*parts, self.text[reached:]])

    def replace(self, start: int, end: int, new: str, column: int = 0) -> None:
        """Puts other words in place of those from `start` up to `end`.

        Of what is put in at one place, that which stands further to the right (`column`) comes
        first: it belongs to the entry above.
        """
        self._changes.append((start, end, -column, len(self._changes), new))

    def source(self, piece: Piece) -> AsWritten:
        """A piece as it is written."""
        column = piece.start - self._line_start(piece.start)
        return AsWritten(self.text[piece.start : piece.end].replace("\r\n", "\n"), column)

    def comments(self, piece: Piece) -> list[str]:
        """The remarks that stand between the values of a piece."""
        return [found for gap in _gaps(self.text, piece) for found in _COMMENT.findall(gap)]

    def set_fields(
        self, holder: Fields, fields: Mapping[str, Written | None], order: Sequence[str]
    ) -> None:
        """Writes fields, or takes away those that are `None`; new ones stand as `order` has it."""
        gone = {name for name, value in fields.items() if value is None and name in holder.names}
        self._remove_fields(holder, gone)
        for name in sorted(fields, key=lambda name: _rank(name, order)):
            value = fields[name]
            if value is None:
                continue
            if piece := holder.get(name):
                self._replace_value(holder, name, piece, value)
            else:
                self._add_field(holder, name, value, order, gone)

    def add_item(self, items: Items, after: int | None, value: Written) -> None:
        """Adds an entry to a list: after the one of that number, or at its beginning."""
        if items.flow:
            self._add_in_brackets(items, after, value)
            return
        blanks = " " * items.column
        lines = f"{blanks}- {item_lines(value, items.column + 2)}"
        between = "\n\n" if self._is_spaced(items) else "\n"
        if after is None:
            start = self._line_start(items.start)
            self.replace(start, start, f"{lines}{between}")
            return
        end = self._line_end(items.items[after].end)
        self.replace(end, end, f"{between}{lines}", items.column)

    def remove_items(self, holder: Fields, name: str, numbers: set[int]) -> None:
        """Takes entries out of a list; a list that would be empty goes as a whole."""
        items = holder.get(name)
        if not isinstance(items, Items) or len(numbers) == len(items.items):
            self._remove_fields(holder, {name})
            return
        if items.flow:
            kept = [
                self.source(each)
                for number, each in enumerate(items.items)
                if number not in numbers
            ]
            self.replace(items.start, items.end, in_brackets(kept))
            return
        last_kept = max(set(range(len(items.items))) - numbers)
        for number in numbers:
            start = self._line_start(self._dash(items, number))
            end = self._line_end(items.items[number].end)
            if number < last_kept:
                blank = re.compile(r"(?:\r?\n[ \t]*)*\r?\n").match(self.text, end)
                self.replace(start, blank.end() if blank else end, "")
                continue
            before = self._line_end(items.items[number - 1].end)
            has_remark = self.text[before:start].strip()
            self.replace(self._line_end_before(start) if has_remark else before, end, "")

    def replace_field(self, holder: Fields, name: str, value: Written) -> None:
        """Writes a field anew as a whole, with its remarks above."""
        key, piece = holder.key(name), holder.get(name)
        if key is None or piece is None:
            raise KeyError(name)
        if holder.flow:
            self.replace(key.start, piece.end, f"{name}: {in_brackets(value, name)}")
            return
        column = key.start - self._line_start(key.start)
        remarks = "".join(f"{each}\n{' ' * column}" for each in self.comments(piece))
        self.replace(key.start, piece.end, f"{remarks}{field_lines(name, value, column)}")

    def replace_item(self, piece: Piece, value: Written, column: int) -> None:
        """Writes an entry of a list anew."""
        self.replace(piece.start, piece.end, item_lines(value, column))

    def _remove_fields(self, holder: Fields, names: set[str]) -> None:
        kept = [index for index, (key, _) in enumerate(holder.fields) if key.text not in names]
        if not names or not kept:
            return
        first = kept[0]
        if first:
            self.replace(holder.fields[0][0].start, holder.fields[first][0].start, "")
        for index in range(first + 1, len(holder.fields)):
            key, value = holder.fields[index]
            if key.text in names:
                before = holder.fields[index - 1][1].end
                if holder.flow:
                    self.replace(before, value.end, "")
                else:
                    start = self._line_end_before(self._line_start(key.start))
                    self.replace(start, self._line_end(value.end), "")

    def _replace_value(self, holder: Fields, name: str, piece: Piece, value: Written) -> None:
        if holder.flow:
            self.replace(piece.start, piece.end, in_brackets(value, name))
            return
        has_remark = self.text[piece.end : self._line_end(piece.end)].strip()
        if isinstance(value, str) and isinstance(piece, Word):
            column = holder.column
            written = field_lines(name, value, column).split(": ", 1)[1]
            if has_remark and "\n" in written:
                written = one_line(name, value)
            self.replace(piece.start, piece.end, written)
            return
        self.replace_field(holder, name, value)

    def _add_field(
        self, holder: Fields, name: str, value: Written, order: Sequence[str], gone: set[str]
    ) -> None:
        if holder.flow:
            end = len(self.text[: holder.end - 1].rstrip())
            comma = ", " if holder.fields else ""
            self.replace(end, end, f"{comma}{name}: {in_brackets(value, name)}")
            return
        rank = _rank(name, order)
        before = [
            each
            for key, each in holder.fields
            if key.text not in gone and _rank(key.text, order) <= rank
        ]
        anchor = before[-1] if before else _first_kept(holder, gone)
        end = self._line_end(anchor.end)
        lines = field_lines(name, value, holder.column)
        between = "\n\n" if isinstance(value, list) and holder.column == 0 else "\n"
        self.replace(end, end, f"{between}{' ' * holder.column}{lines}", holder.column)

    def _add_in_brackets(self, items: Items, after: int | None, value: Written) -> None:
        written = in_brackets(value)
        if not items.items:
            self.replace(items.start + 1, items.start + 1, written)
        elif after is None:
            first = items.items[0].start
            self.replace(first, first, f"{written}, ")
        else:
            end = items.items[after].end
            self.replace(end, end, f", {written}")

    def _is_spaced(self, items: Items) -> bool:
        """Whether an empty line parts the entries of a list."""
        if len(items.items) < 2:
            return False
        gap = self.text[items.items[0].end : items.items[1].start]
        return re.search(r"\n[ \t]*\r?\n", gap) is not None

    def _dash(self, items: Items, number: int) -> int:
        return self.text.rindex("-", 0, items.items[number].start)

    def _line_start(self, place: int) -> int:
        return self.text.rfind("\n", 0, place) + 1

    def _line_end_before(self, line_start: int) -> int:
        """The end of the line above the one that begins there."""
        return self._line_end(line_start - 1) if line_start else 0

    def _line_end(self, place: int) -> int:
        found = self.text.find("\n", place)
        if found < 0:
            return len(self.text)
        return found - (self.text[found - 1] == "\r")


_COMMENT = re.compile(r"(?:^|(?<=\s))#.*", re.MULTILINE)


def _gaps(text: str, piece: Piece) -> list[str]:
    """What stands between the words of a piece: signs, blanks and remarks."""
    words = sorted(_words(piece), key=lambda word: word.start)
    places = [
        piece.start,
        *(place for word in words for place in (word.start, word.end)),
        piece.end,
    ]
    return [text[start:end] for start, end in zip(places[::2], places[1::2], strict=True)]


def _words(piece: Piece) -> list[Word]:
    if isinstance(piece, Word):
        return [piece]
    if isinstance(piece, Items):
        return [word for each in piece.items for word in _words(each)]
    return [word for key, each in piece.fields for word in (key, *_words(each))]


def _first_kept(holder: Fields, gone: set[str]) -> Piece:
    return next(each for key, each in holder.fields if key.text not in gone)


def _rank(name: str, order: Sequence[str]) -> tuple[int, bool]:
    """Where a field stands among the others; its printed words come right after it."""
    stem = name.removesuffix("_text")
    for each in (name, stem):
        if each in order:
            return order.index(each), each != name
    return len(order), False
