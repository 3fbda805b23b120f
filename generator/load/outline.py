"""Where each value of a YAML file begins and ends, for changes that leave every other byte alone.

The tree says nothing that `load.tree` would not say too: it is asked only about files that have
been loaded without a mistake.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml
from yaml.events import (
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A single value from `start` up to `end` (characters of the text); `style` is `'`, `"`, `|`,
    `>`, or nothing for a plain one."""

    start: int
    end: int
    text: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `flow` says that it stands in square brackets, `column` where its dashes are."""

    start: int
    end: int
    column: int
    flow: bool
    items: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """Fields with their values; `flow` says that they stand in braces."""

    start: int
    end: int
    column: int
    flow: bool
    fields: tuple[tuple[Word, Piece], ...]

    def get(self, name: str) -> Piece | None:
        """The value of a field, if it is there."""
        return next((value for key, value in self.fields if key.text == name), None)

    def key(self, name: str) -> Word | None:
        """The name of a field where it is written, if it is there."""
        return next((key for key, _ in self.fields if key.text == name), None)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its fields in the order of the file."""
        return tuple(key.text for key, _ in self.fields)


Piece: TypeAlias = Word | Items | Fields


def outline(text: str) -> Piece | None:
    """The outline of a text that is known to be readable; `None` if there is nothing in it."""
    following: Any = yaml.CSafeLoader(text).get_event
    while not isinstance(event := following(), StreamEndEvent):
        if isinstance(event, NodeEvent):
            return _piece(event, following, text)
    return None


def _piece(event: Any, following: Any, text: str) -> Piece:
    mark, last_mark = event.start_mark, event.end_mark
    start, column = mark.index, mark.column
    last: Any = event
    if type(event) is ScalarEvent:
        end: int = last_mark.index
        return Word(start, _trimmed(text, start, end), event.value, event.style or "")
    children: list[Piece] = []
    while type(last := following()) not in (MappingEndEvent, SequenceEndEvent):
        children.append(_piece(last, following, text))
    flow = bool(event.flow_style)
    end = last.end_mark.index if flow else children[-1].end if children else start
    if type(event) is SequenceStartEvent:
        return Items(start, end, column, flow, tuple(children))
    keys = (each for each in children[::2] if isinstance(each, Word))
    return Fields(start, end, column, flow, tuple(zip(keys, children[1::2], strict=True)))


def _trimmed(text: str, start: int, end: int) -> int:
    """The end without the blank lines that the parser counts to a text over several lines."""
    return start + len(text[start:end].rstrip())
