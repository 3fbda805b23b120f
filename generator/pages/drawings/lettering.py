"""How much room letters take in a drawing, so that no label runs into another.

Estimates for the largest letters that a drawing is read with: on the narrowest phone a unit of
the drawing is small, and the letters are drawn larger to stay legible (see charts.css).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

SIZE = 14.2
LINE = 14.0
_ASCENT, _DESCENT = 11.0, 3.0
_BOLD = 1.09
_WIDTHS = (("il.,:;'|!·j ()\u00a0[]", 0.3), ("frt/-", 0.42), ("mwMW%@…", 0.95), ("–—", 0.56))
_KNOWN = {letter: width for letters, width in _WIDTHS for letter in letters}

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in units of a drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def lies_in(self, other: Box) -> bool:
        """Whether no part of it lies outside the other."""
        return (
            other.left <= self.left
            and other.top <= self.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of text at a place; `x`, `y` is the foot of the first line.

    `kind` is its class: k in ink, a in the accent of results, b bold; the first line of a label
    with a `head` is bold.
    """

    x: float
    y: float
    lines: tuple[str, ...]
    kind: str = ""
    anchor: Anchor = "start"
    head: bool = False

    @property
    def rows(self) -> tuple[tuple[str, float, str], ...]:
        """Each line with its foot and its class."""
        return tuple(
            (line, round(self.y + number * LINE, 1), self._kind_of(number))
            for number, line in enumerate(self.lines)
        )

    @property
    def box(self) -> Box:
        """The room that it takes at most."""
        width = block_width(self.lines, self.head or "b" in self.kind)
        left = self.x - {"start": 0, "middle": width / 2, "end": width}[self.anchor]
        bottom = self.y + (len(self.lines) - 1) * LINE + _DESCENT
        return Box(left, self.y - _ASCENT, left + width, bottom)

    def _kind_of(self, number: int) -> str:
        return f"b {self.kind}".strip() if self.head and number == 0 else self.kind


@lru_cache(maxsize=65536)
def text_width(text: str, bold: bool = False) -> float:
    """How wide a line is at most, in units."""
    em = sum(_KNOWN.get(letter, 0.7 if letter.isupper() else 0.585) for letter in text)
    return em * SIZE * (_BOLD if bold else 1)


def block_width(lines: Iterable[str], bold: bool = False) -> float:
    """The width of the widest line."""
    return max((text_width(line, bold) for line in lines), default=0.0)


def block_height(lines: Sequence[str]) -> float:
    """The height of some lines."""
    return _ASCENT + _DESCENT + (len(lines) - 1) * LINE


def wrapped(text: str, width: float) -> tuple[str, ...]:
    """The text in lines of at most a width, broken at blanks and after the dash of a range.

    A word that is wider than that stands on a line of its own.
    """
    lines: list[str] = []
    for word in text.replace("–", "– ").split(" "):
        joint = "" if lines and lines[-1].endswith("–") else " "
        if lines and text_width(lines[-1] + joint + word) <= width:
            lines[-1] += joint + word
        elif word:
            lines.append(word)
    return tuple(lines)


def spread(wanted: Sequence[tuple[float, float]], top: float, bottom: float) -> tuple[float, ...]:
    """Where blocks of (middle, height) begin so that none meets another, near where they belong.

    They must fit together between top and bottom.
    """
    order = sorted(range(len(wanted)), key=lambda number: wanted[number][0])
    begins = [0.0] * len(wanted)
    edge = top
    for number in order:
        middle, height = wanted[number]
        begins[number] = max(middle - height / 2, edge)
        edge = begins[number] + height
    edge = bottom
    for number in reversed(order):
        begins[number] = min(begins[number], edge - wanted[number][1])
        edge = begins[number]
    return tuple(round(begin, 1) for begin in begins)


def foot_of(begin: float) -> float:
    """The foot of the first line of a block that begins at a height."""
    return round(begin + _ASCENT, 1)
