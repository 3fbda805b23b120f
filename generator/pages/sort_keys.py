"""The keys by which a reader's browser sorts the rows of a table: whole numbers, smaller first.

A row carries one key for each of its columns, in `data-sort`.  What is not known has an empty key,
which stays last in both directions; a column of empty keys is not sorted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, TypeVar

from generator.pages.names import Name
from generator.text.sorting import alphabetical
from generator.text.words import LIFECYCLE

Column = Sequence[int | None]
Value = TypeVar("Value", str, date)

_TIMELINESS = (
    "overdue",
    "overdue_unreported",
    "late",
    "in_time",
    "in_words",
    "no_deadline",
    "ongoing",
    "stopped",
    "done_day_unknown",
    "on_time",
)
_VERDICT = (
    "not_achieved",
    "off_track",
    "nearly",
    "at_risk",
    "not_assessable",
    "no_data",
    "not_due",
    "on_track",
    "achieved",
    "exceeded",
)
GRAVITY = {
    "timeliness": _TIMELINESS,
    "verdict": _VERDICT,
    "lifecycle": tuple(LIFECYCLE),
}
"""The codes of each vocabulary: what asks for attention first; a plan's states as they follow."""


def sort_keys(*columns: Column) -> tuple[str, ...]:
    """The keys of each row: `3,12,,0`."""
    return tuple(
        ",".join("" if key is None else str(key) for key in row)
        for row in zip(*columns, strict=True)
    )


def alphabetic(names: Iterable[Name | str | None]) -> Column:
    """Names in the order of the Vietnamese alphabet; no place for no name."""
    return _ranked((str(name or "") for name in names), alphabetical)


def by_day(days: Iterable[date | None]) -> Column:
    """Days, the earliest first."""
    return _ranked(days, date.toordinal)


def by_gravity(vocabulary: str, codes: Iterable[str | None]) -> Column:
    """Statuses, the gravest first."""
    order = GRAVITY[vocabulary]
    return [order.index(code) if code else None for code in codes]


def unsorted(rows: Sequence[object]) -> Column:
    """A column whose values no order would do justice to."""
    return [None] * len(rows)


def _ranked(values: Iterable[Value | None], order: Callable[[Value], Any]) -> Column:
    """The place of each value among all; equal values share theirs."""
    listed = list(values)
    known = sorted({value for value in listed if value}, key=order)
    rank = {value: place for place, value in enumerate(known)}
    return [rank[value] if value else None for value in listed]
