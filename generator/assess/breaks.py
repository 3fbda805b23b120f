"""Where a series of figures breaks: its definition changed, or its place was merged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from generator.model.archive import Archive
from generator.model.indicators import Value
from generator.model.registers import Place
from generator.model.when import When
from generator.model.written_out import Row


@dataclass(frozen=True, slots=True)
class Break:
    """Figures before `on` cannot be compared with figures from `on`.

    `text` is the change of definition in the register's words; `place` the place that ended or
    began.
    """

    on: date
    kind: Literal["definition", "place_ended", "place_began"]
    text: str | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """Values that can be compared with each other; `after` is the break before them."""

    values: tuple[Value, ...]
    after: Break | None


def series_breaks(archive: Archive, row: Row) -> tuple[Break, ...]:
    """The breaks inside the time that a row's values span, in order."""
    breaks = [*_of_definition(archive, row), *_of_place(archive, row)]
    periods = [each.period for each in (*row.baseline, *row.targets, *row.results) if each.period]
    begins = min((day for when in periods if (day := when.earliest or when.latest)), default=None)
    ends = max((day for when in periods if (day := _end(when))), default=None)
    if begins is None or ends is None:
        return ()
    inside = [each for each in breaks if begins < each.on <= ends]
    return tuple(sorted(inside, key=lambda each: each.on))


def segments(values: Sequence[Value], breaks: Sequence[Break]) -> tuple[Segment, ...]:
    """Values in the order of their periods, cut at the breaks; a year goes where it ends."""
    cut: dict[int, list[Value]] = {}
    ordered = sorted(breaks, key=lambda each: each.on)
    for value in sorted(values, key=_order):
        end = _end(value.period) if value.period else None
        passed = sum(end is not None and each.on <= end for each in ordered)
        cut.setdefault(passed, []).append(value)
    return tuple(
        Segment(tuple(each), ordered[passed - 1] if passed else None)
        for passed, each in sorted(cut.items())
    )


def _of_definition(archive: Archive, row: Row) -> Iterator[Break]:
    shared = row.indicator.definition
    definition = archive.definition.get(shared.id) if shared else None
    for each in definition.breaks if definition else ():
        on = each.on.earliest or each.on.latest
        if on is None and each.on.first_year:
            on = date(each.on.first_year, 1, 1)
        if on:
            yield Break(on, "definition", text=each.text)


def _of_place(archive: Archive, row: Row) -> Iterator[Break]:
    """The beginning and the end of the row's place (the mergers of 1/7/2025, and others)."""
    place = archive.place.get(row.place.id) if row.place else None
    if place and place.from_ and place.from_.earliest:
        yield Break(place.from_.earliest, "place_began", place=place)
    if place and place.until and place.until.latest:
        yield Break(place.until.latest + timedelta(days=1), "place_ended", place=place)


def _order(value: Value) -> tuple[int, str, str, str]:
    return value.period.sort_key if value.period else (1, "", "", "")


def _end(when: When) -> date | None:
    """The last day of a time; a school year without a known beginning ends in its second year."""
    if when.latest or when.ends:
        return when.latest or when.ends
    return date(when.end.year + 1, 12, 31) if when.end else None
