"""How a rule says what it found: at which value, along which way, as an error or a warning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from generator.model.base import Entry
from generator.model.nodes import Mapping
from generator.model.references import Reference
from generator.model.written_out import Row
from generator.problems import Position, Problem, Severity

ARROW = " › "

EntryType = TypeVar("EntryType", bound=Entry)


class At(NamedTuple):
    """A value: where it stands, and the way to it in the file's own words."""

    position: Position
    field: str


class Spot(NamedTuple):
    """An entry and how it is reached: from the entry above it through a field.

    `number` counts the entries of a field that holds `of` of them.  The top of a file has nothing
    above it; what stands in a register is reached by its id.
    """

    entry: Entry
    above: Spot | None = None
    field: str = ""
    number: int = 0
    of: int = 0

    @property
    def way(self) -> str:
        """The way from the top of the file: `indicators › thu-ngan-sach › targets › 2025`."""
        steps = (self.above.way if self.above else "", self.field, self._label)
        return ARROW.join(step for step in steps if step)

    @property
    def _together(alike: list[Problem]) -> Problem:
    first, *others = alike
    lines = sorted({each.position.line for each in others} - {first.position.line})
    if not lines:
        return first
    shown = ", ".join(str(line) for line in lines[:10])
    rest = len(lines) - 10
    more_vi, more_en = (f" và {rest} dòng nữa", f" and {rest} more") if rest > 0 else ("", "")
    return replace(
        first,
        vi=f"{first.vi} (cũng vậy ở dòng {shown}{more_vi})",
        en=f"{first.en} (the same in line {shown}{more_en})",
    )
