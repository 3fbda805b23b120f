"""How a rule says what it found: at which value, along which way, as an error or a warning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.model.base import Entry
from generator.model.nodes import Mapping
from generator.model.references import Reference
from generator.model.written_out import Row
from generator.problems import Position, Problem, Severity

Way = tuple[str, ...]


class At(NamedTuple):
    """A value: where it stands, and the way to it in the file's own words."""

    position: Position
    field: str


@dataclass(frozen=True, slots=True)
class Spot:
    """An entry with the way to it from the top of its file (from its id in a register)."""

    entry: Entry
    way: Way = ()

    def at(self, *steps: str) -> At:
        """The value that the steps lead to from this entry; the entry itself without steps."""
        return At(_position(self.entry, steps), " › ".join((*self.way, *steps)))

    def at_reference(self, field: str, reference: Reference) -> At:
        """A reference in a field of this entry."""
        file = self.entry.origin.mapping.file
        position = Position(file, reference.line, reference.column)
        return At(position, " › ".join((*self.way, field)))


def row_spot(row: Row) -> Spot:
    """Where an indicator or part stands."""
    first, *rest = row.path.split("/")
    below = (step for part in rest for step in ("parts", part))
    return Spot(row.indicator, ("indicators", first, *below))


def entries(spot: Spot, field: str, written: Sequence[Entry]) -> Iterator[Spot]:
    """The entries in a field, each named by its id or period, or counted."""
    for number, entry in enumerate(written, start=1):
        yield Spot(entry, (*spot.way, field, *_label(entry, number, len(written))))


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


def listed(words: Sequence[str], most: int = 5) -> tuple[str, str]:
    """Words between back quotes, in Vietnamese and English; after so many only their number."""
    shown = ", ".join(f"`{word}`" for word in words[:most])
    if len(words) <= most:
        return shown, shown
    rest = len(words) - most
    return f"{shown} và {rest} mục nữa", f"{shown} and {rest} more"


def _problem(at: At, vi: str, en: str, severity: Severity) -> Problem:
    return Problem(at.position, "", vi, en, at.field, severity)


def _position(entry: Entry, steps: Way) -> Position:
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


def _label(entry: Entry, number: int, of: int) -> Way:
    identifier = getattr(entry, "id", None)
    if identifier:
        return (identifier,)
    if entry.origin.has("period"):
        return (str(entry.origin.mapping["period"]),)
    return (f"mục {number}",) if of > 1 else ()


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
