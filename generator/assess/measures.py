"""A value as a stretch of one scale, so that a promise and what came of it can be compared.

Decreases are negative changes: `down 2 pp` lies below `up 1 pp` on the same scale.  Numbers are
compared as they were written, exactly; only a share in percent (`45 of 47` in a row of percent) is
divided, to 28 digits.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from generator.model.quantity import Operator, Quantity
from generator.model.vocabularies import Direction
from generator.model.when import When

Scale = Literal["level", "change", "times"]
Outcome = Literal["exceeded", "achieved", "not_achieved", "short_of_about", "open"]
SideProblem = Literal["no_good_side", "sides_disagree"]

End = tuple[Decimal, int]
"""A number, and whether the end lies just below (-1), on (0) or just above (1) it."""

_INFINITE = Decimal("Infinity")
_MIRRORED: dict[Operator, Operator] = {
    "at least": "at most",
    "above": "below",
    "at most": "at least",
    "below": "above",
}
_SIDES: dict[Operator, Direction] = {
    "at least": "up",
    "above": "up",
    "at most": "down",
    "below": "down",
}


class Measure(NamedTuple):
    """A number, range or bound on a scale.

    `base` is the time that a change counts from, `whole` the denominator of `45 of 47`.
    """

    operator: Operator
    low: Decimal
    high: Decimal
    scale: Scale = "level"
    change_unit: str = ""
    base: str = ""
    whole: Decimal | None = None

    @property
    def mirrored(self) -> Measure:
        """The same with better and worse exchanged."""
        return self._replace(
            operator=_MIRRORED.get(self.operator, self.operator),
            low=self.high.copy_negate(),
            high=self.low.copy_negate(),
        )

    @property
    def ends(self) -> tuple[End, End]:
        """The lowest and the highest number it may mean."""
        low, high = (self.low, 0), (self.high, 0)
        if self.operator == "at least":
            return low, (_INFINITE, 0)
        if self.operator == "above":
            return (self.low, 1), (_INFINITE, 0)
        if self.operator == "at most":
            return (-_INFINITE, 0), high
        if self.operator == "below":
            return (-_INFINITE, 0), (self.high, -1)
        return low, high

    @property
    def is_closed(self) -> bool:
        """Whether both ends are said."""
        return self.operator in ("exactly", "about")


def measure(value: Quantity | None, unit: str | None, period: When | None) -> Measure | None:
    """A value of a row on its scale; `None` for words, met and not met, and what is missing.

    A change without `since` counts from the year before, or from before its period.
    """
    if value is None or value.low is None or value.high is None:
        return None
    if value.change:
        scale: Scale = "times" if value.change == "times" else "change"
        found = Measure(
            value.operator,
            value.low,
            value.high,
            scale,
            value.change_unit,
            _base(value.since, period),
            value.whole,
        )
        return found.mirrored if value.change == "down" else found
    if value.whole is not None and value.whole > 0 and unit == "percent":
        percent = value.low * 100 / value.whole
        return Measure(value.operator, percent, percent)
    return Measure(value.operator, value.low, value.high, whole=value.whole)


def from_baseline(change: Measure, baseline: Decimal) -> Measure | None:
    """The level that a change asks for, counted from where the indicator stood before.

    `down 40% since 2008` of 50 asks for 30; nothing follows from a baseline that is not positive.
    """
    if change.scale == "change" and change.change_unit != "%":
        low, high = baseline + change.low, baseline + change.high
    elif baseline <= 0:
        return None
    elif change.scale == "change":
        low, high = (baseline * (100 + each) / 100 for each in (change.low, change.high))
    else:
        low, high = baseline * change.low, baseline * change.high
    return Measure(change.operator, low, high)


def exact(value: Quantity | None) -> Decimal | None:
    """The number of a value that is one plain number; such numbers may be added up."""
    if value is None or value.operator != "exactly" or not value.is_number or value.is_range:
        return None
    return value.low


def are_comparable(one: Measure, other: Measure) -> bool:
    """Whether both lie on one scale; `45 of 47` may be held against a plain 47."""
    return one[3:6] == other[3:6] and (
        one.whole is None or other.whole is None or one.whole == other.whole
    )


def side(direction: Direction | None, target: Measure | None) -> Direction | SideProblem:
    """Where better lies: direction, else the operator; a problem if none tells or they differ."""
    by_operator = _SIDES.get(target.operator) if target else None
    if direction and by_operator and direction != by_operator:
        return "sides_disagree"
    return direction or by_operator or "no_good_side"


def outcome(target: Measure, result: Measure, good: Direction) -> Outcome:
    """What a result means for a target (model: verdict; 99,6% is not 100%).

    A result that is a range or a bound must mean the same at both its ends; where it reaches from
    achieved to exceeded, achieved is certain.  An "about" result exactly on the worst acceptable
    end leaves it open.
    """
    if good == "within":
        return _within(target, result)
    if good == "down":
        target, result = target.mirrored, result.mirrored
    if result.operator == "about" and target.operator != "about" and result.low == target.low:
        return "open"
    worst, best = (_at(target, end) for end in result.ends)
    if worst == best or worst == "achieved":
        return worst
    return "short_of_about" if target.operator == "about" else "open"


def worst_acceptable(target: Measure, good: Direction) -> End:
    """The least that still reaches a target, larger being stricter.

    "About" asks for less than the number itself, "above" for more.
    """
    upward = target.mirrored if good == "down" else target
    return upward.low, {"about": -1, "above": 1}.get(upward.operator, 0)


def _at(target: Measure, end: End) -> Outcome:
    """What a single number means for a target whose good side is up."""
    if target.operator == "above":
        return "achieved" if end > (target.low, 0) else "not_achieved"
    if target.operator == "about":
        return "achieved" if end >= (target.low, 0) else "short_of_about"
    if end > (target.high, 0):
        return "exceeded"
    return "achieved" if end >= (target.low, 0) else "not_achieved"


def _within(target: Measure, result: Measure) -> Outcome:
    """In or out of a range, never exceeded."""
    low, high = result.ends
    first, last = (target.low, 0), (target.high, 0)
    if result.operator == "about" and target.operator != "about" and {first, last} & {low, high}:
        return "open"
    if low >= first and high <= last:
        return "achieved"
    if target.operator == "about":
        return "short_of_about"
    return "not_achieved" if high < first or low > last else "open"


def _base(since: When | None, period: When | None) -> str:
    if since:
        return since.written
    if period is None:
        return ""
    if period.mode == "within" and period.start and period.start.unit == "year":
        return str(period.start.year - 1)
    return f"before {period.written}"
