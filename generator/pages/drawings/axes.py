"""The two axes of a drawing: round steps upwards, periods from left to right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal, localcontext
from itertools import pairwise

from generator.pages.drawings.lettering import LINE, Label, text_width, wrapped
from generator.pages.drawings.levels import Slot

_DIGITS = 80
"""Enough for any value that the format allows (30 digits, 15 of a fraction)."""
_MOST_LINES = 3


def scale(low: Decimal, high: Decimal) -> tuple[Decimal, ...]:
    """Round steps that hold both ends, from 0 unless that would flatten the series."""
    with localcontext(prec=_DIGITS):
        if low == high == 0:
            high = Decimal(1)
        elif low == high:
            room = abs(low) / 10 or Decimal(1)
            low, high = low - room, high + room
        elif 0 <= low <= high * Decimal("0.6"):
            low = Decimal(0)
        elif 0 >= high >= low * Decimal("0.6"):
            high = Decimal(0)
        raw = (high - low) / 4
        magnitude = Decimal(10) ** raw.adjusted()
        factors = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
        step = next(magnitude * each for each in factors if magnitude * each >= raw)
        steps = [(low / step).to_integral_value(rounding="ROUND_FLOOR") * step]
        while steps[-1] < high:
            steps.append(steps[-1] + step)
        return tuple(_plain(value) for value in steps)


def upwards(steps: Sequence[Decimal], top: float, bottom: float) -> Callable[[Decimal], float]:
    """Where a value stands between bottom (the first step) and top (the last)."""

    def height(value: Decimal) -> float:
        with localcontext(prec=_DIGITS):
            share = float((value - steps[0]) / (steps[-1] - steps[0]))
        return round(bottom - share * (bottom - top), 1)

    return height


def _plain(value: Decimal) -> Decimal:
    """The number without exponent and without zeros that say nothing."""
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1)) if value == whole else value.normalize()


def places(number: int, left: float, right: float) -> tuple[float, ...]:
    """Where some periods stand at even distances; a single one in the middle."""
    if number == 1:
        return (round((left + right) / 2, 1),)
    gap = (right - left) / (number - 1)
    return tuple(round(left + gap * index, 1) for index in range(number))


def distance(where: Sequence[float], alone: float) -> float:
    """From one period to the next; `alone` where there is but one."""
    return where[1] - where[0] if len(where) > 1 else alone


def period_labels(
    slots: Sequence[Slot], where: Sequence[float], y: float, edge: float
) -> tuple[Label, ...]:
    """Names below the axis: all, or every second (third …) where they would run together.

    The last period is always named.  What neighbours share stands once, below the first of them.
    Names reach from 0 to `edge` at most.
    """
    last = len(slots) - 1
    for every in range(1, len(slots) + 1):
        shown = [index for index in range(len(slots)) if (last - index) % every == 0]
        room = min(distance(where, edge) * every - 5, 2 * where[0], 2 * (edge - where[-1]))
        labels = _named(slots, where, shown, y, room)
        if _fit(labels, edge) or every > last:
            return labels
    return ()


def _named(
    slots: Sequence[Slot], where: Sequence[float], shown: list[int], y: float, room: float
) -> tuple[Label, ...]:
    labels = []
    group = ""
    for index in shown:
        slot = slots[index]
        lines = wrapped(slot.label, room)
        if slot.group != group:
            group = slot.group
            lines += (group,)
        kind = "k" if index == len(slots) - 1 else ""
        labels.append(Label(where[index], y, lines, kind, "middle"))
    return tuple(labels)


def _fit(labels: tuple[Label, ...], edge: float) -> bool:
    boxes = [label.box for label in labels]
    return (
        all(len(label.lines) <= _MOST_LINES for label in labels)
        and all(one.right + 3 <= other.left for one, other in pairwise(boxes))
        and boxes[0].left >= 0
        and boxes[-1].right <= edge
    )


def depth(labels: Sequence[Label]) -> float:
    """How far the names reach below their first line."""
    return (max((len(label.lines) for label in labels), default=1) - 1) * LINE


def widest(words: Sequence[str]) -> float:
    """The width of the widest of some labels."""
    return max((text_width(each) for each in words), default=0.0)
