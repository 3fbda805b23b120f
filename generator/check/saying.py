"""How a rule says what it found: at which value, along which way, as an error or a warning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from generator.check.kinds import Registered
from generator.model.base import Entry
from generator.model.nodes import Mapping, Scalar
from generator.model.plan import Plan
from generator.model.references import Reference
from generator.model.refusal import shown
from generator.model.written_out import Row
from generator.problems import Position, Problem, Severity

ARROW = " › "

EntryType = TypeVar("EntryType", bound=Entry)


class At(NamedTuple):
    """A value: where it stands, and the way to it in the file's own words."""

    position: Position
    field: str


class Sentence(NamedTuple):
    """The same in Vietnamese and English."""

    vi: str
    en: str


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
        steps = (self.above.way if self.above else "", self.field, self._called())
        return ARROW.join(step for step in steps if step)

    def at(self, *steps: str) -> At:
        """The value that the steps lead to from this entry; the entry itself without steps."""
        written = (step for step in steps if not _is_understood(self.entry, step))
        way = ARROW.join(step for step in (self.way, *written) if step)
        return At(_position(self.entry, steps), way)

    def at_reference(self, field: str, reference: Reference) -> At:
        """A reference in a field of this entry."""
        file = self.entry.origin.mapping.file
        return At(Position(file, reference.line, reference.column), self.at(field).field)

    def _called(self) -> str:
        """What an entry of a list is called: its id, its period, or its number."""
        if not self.number:
            return ""
        identifier: str | None = getattr(self.entry, "id", None)
        if identifier:
            return identifier
        if self.entry.origin.has("period"):
            return str(self.entry.origin.mapping["period"])
        return f"mục {self.number}" if self.of > 1 else ""


def top(owner: Registered) -> Spot:
    """Where a plan or an entry of a register stands."""
    return Spot(owner) if isinstance(owner, Plan) else Spot(owner, None, owner.id)


def row_spot(row: Row) -> Spot:
    """Where an indicator or part stands."""
    path = row.path.replace("/", f"{ARROW}parts{ARROW}")
    return Spot(row.indicator, None, f"indicators{ARROW}{path}")


def entries(
    spot: Spot, field: str, written: Sequence[EntryType]
) -> Iterator[tuple[Spot, EntryType]]:
    """The entries in a field, each with the way to it."""
    of = len(written)
    for number, entry in enumerate(written, start=1):
        yield Spot(entry, spot, field, number, of), entry


def error(at: At, vi: str, en: str) -> Problem:
    """What must not be published; `check` adds the name of the rule."""
    return _problem(at, vi, en, "error")


def warning(at: At, vi: str, en: str) -> Problem:
    """What an editor should look at; `check` adds the name of the rule."""
    return _problem(at, vi, en, "warning")


def said_once(problems: Iterable[Problem]) -> list[Problem]:
    """What one rule says of several values of a file in the same words is said at the first one.

    The lines of the others are added, so that a table of 25 rows without baseline is one problem.
    """
    alike: dict[tuple[str, str, str, Severity], list[Problem]] = {}
    for problem in problems:
        key = (problem.position.file, problem.rule, problem.vi, problem.severity)
        alike.setdefault(key, []).append(problem)
    return [_together(sorted(each, key=lambda one: one.position)) for each in alike.values()]


def listed(words: Sequence[str], most: int = 5) -> Sentence:
    """Words between back quotes; after so many only their number."""
    shown = ", ".join(f"`{word}`" for word in words[:most])
    rest = len(words) - most
    if rest <= 0:
        return Sentence(shown, shown)
    return Sentence(f"{shown} và {rest} mục nữa", f"{shown} and {rest} more")


def either(words: Sequence[str]) -> Sentence:
    """Words between back quotes, of which one is to be chosen."""
    shown = [f"`{word}`" for word in words]
    return Sentence(" hoặc ".join(shown), " or ".join(shown))


def _problem(at: At, vi: str, en: str, severity: Severity) -> Problem:
    return Problem(at.position, "", _shortened(vi), _shortened(en), at.field, severity)


_QUOTED = re.compile("`[^`]*`|“[^”]*”")


def _shortened(words: str) -> str:
    """A message without the ends of long sentences that it quotes; ids and paths stay whole."""

    def short(match: re.Match[str]) -> str:
        quoted = match[0][1:-1]
        return f"{match[0][0]}{shown(quoted)}{match[0][-1]}" if " " in quoted else match[0]

    return _QUOTED.sub(short, words)


def _is_understood(entry: Entry, field: str) -> bool:
    """Whether the name of a field is not written because its value says it: `targets: 5`.

    What was written has a place in the file, names of fields too.
    """
    key = next((key for key in entry.origin.mapping if key == field), None)
    return key is not None and not isinstance(key, Scalar)


def _position(entry: Entry, steps: tuple[str, ...]) -> Position:
    """Where the value stands; of a value that is not written, where the last one before it does."""
    node = entry.origin.mapping
    position = entry.origin.position
    for step in steps:
        found = node.get(step, node.get(f"{step}_text"))
        if found is None:
            return position
        position = Position(position.file, found.line, found.column)
        if not isinstance(found, Mapping):
            return position
        node = found
    return position


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
