"""What a chart draws of its periods: dots, lines between them, targets, gaps and breaks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from generator.pages.drawings.axes import distance
from generator.pages.drawings.levels import Slot

Height = Callable[[Decimal], float]


@dataclass(frozen=True, slots=True)
class Dot:
    """A result on the drawing; `low` and `high` are the heights of a range, equal otherwise."""

    x: float
    y: float
    low: float
    high: float
    is_estimate: bool

    @property
    def is_range(self) -> bool:
        """Whether it is drawn as a band."""
        return self.low != self.high


@dataclass(frozen=True, slots=True)
class Tick:
    """A target on the drawing: a line across, or a band for a range."""

    left: float
    right: float
    top: float
    bottom: float

    @property
    def is_range(self) -> bool:
        """Whether it is drawn as a band."""
        return self.top != self.bottom


@dataclass(frozen=True, slots=True)
class Gap:
    """A column of periods without a number, with the words that say why."""

    left: float
    width: float
    words: str

    @property
    def x(self) -> float:
        """Its middle."""
        return round(self.left + self.width / 2, 1)


def gaps_at(slots: Sequence[Slot], where: Sequence[float]) -> tuple[Gap, ...]:
    """The periods without a number; neighbours of one kind share their words."""
    step = distance(where, 28.0)
    width = min(28.0, step * 0.8)
    found = []
    told = zip((slot.gap if not slot.result else "" for slot in slots), where, strict=True)
    for words, run in groupby(told, key=lambda each: each[0]):
        xs = [x for _, x in run]
        if words:
            found.append(Gap(round(xs[0] - width / 2, 1), round(xs[-1] - xs[0] + width, 1), words))
    return tuple(found)


def breaks_at(slots: Sequence[Slot], where: Sequence[float]) -> tuple[tuple[float, Slot], ...]:
    """Where the series breaks, with the period that follows."""
    return tuple(
        (round((where[index] + where[index - 1]) / 2, 1), slot)
        for index, slot in enumerate(slots)
        if index and slot.cuts
    )


def ticks_at(slots: Sequence[Slot], where: Sequence[float], height: Height) -> list[Tick]:
    """The targets of each period."""
    half = min(9.0, round(distance(where, 20.0) * 0.4, 1))
    return [
        Tick(round(x - half, 1), round(x + half, 1), height(each.high), height(each.low))
        for slot, x in zip(slots, where, strict=True)
        for each in slot.targets
    ]


def dots_at(slots: Sequence[Slot], where: Sequence[float], height: Height) -> list[Dot | None]:
    """The result of each period, `None` where there is none."""
    return [
        Dot(
            x,
            height(slot.result.middle),
            height(slot.result.low),
            height(slot.result.high),
            slot.result.is_estimate,
        )
        if slot.result
        else None
        for slot, x in zip(slots, where, strict=True)
    ]


def segments_of(
    slots: Sequence[Slot], dots: Sequence[Dot | None]
) -> tuple[tuple[tuple[Dot, ...], bool], ...]:
    """Runs of results without gap or break; the way to an estimate is a run of its own."""
    segments: list[tuple[tuple[Dot, ...], bool]] = []
    run: list[Dot] = []
    previous: Dot | None = None
    for slot, dot in zip(slots, dots, strict=True):
        if dot is None or slot.cuts:
            _close(segments, run)
            run, previous = [], None
        if dot is None:
            continue
        if dot.is_estimate:
            _close(segments, run)
            if previous:
                segments.append(((previous, dot), True))
            run = []
        else:
            if previous and previous.is_estimate:
                segments.append(((previous, dot), True))
            run.append(dot)
        previous = dot
    _close(segments, run)
    return tuple(segments)


def _close(segments: list[tuple[tuple[Dot, ...], bool]], run: list[Dot]) -> None:
    if len(run) > 1:
        segments.append((tuple(run), False))
