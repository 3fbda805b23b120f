"""What a drawing shows: periods in order, with what was promised and what is known of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Level:
    """A value to draw: its two ends, its printed words, and whether it is only an estimate."""

    low: Decimal
    high: Decimal
    words: str
    is_estimate: bool = False

    @property
    def middle(self) -> Decimal:
        """Halfway between the ends."""
        return (self.low + self.high) / 2

    @property
    def is_range(self) -> bool:
        """Whether the ends differ."""
        return self.low != self.high


@dataclass(frozen=True, slots=True)
class Cut:
    """Why two periods must not be joined, and what to call either side, longest wording first."""

    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """One period of the horizontal axis with what is known of it.

    `label` is its name below the axis, `group` what several neighbours share (the year of some
    quarters).  `gap` is what to print where no result is known; `cuts` what changed between this
    period and the one before.
    """

    label: str
    group: str = ""
    result: Level | None = None
    targets: tuple[Level, ...] = ()
    gap: str = ""
    cuts: tuple[Cut, ...] = ()


def levels_of(slots: Sequence[Slot]) -> list[Level]:
    """Every value of some periods."""
    results = [slot.result for slot in slots if slot.result]
    return results + [target for slot in slots for target in slot.targets]
