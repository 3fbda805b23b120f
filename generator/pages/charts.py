"""A series of results beside what was promised, laid out at build time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from generator.text.numbers import number_words
from generator.text.words import Language

WIDTH, HEIGHT = 400, 236
LEFT, RIGHT, TOP, BOTTOM = 46, 330, 16, 212


@dataclass(frozen=True, slots=True)
class Level:
    """A value to draw: its two ends, its printed words, and whether it is only an estimate."""

    low: Decimal
    high: Decimal
    words: str
    is_estimate: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """One period of the horizontal axis with what is known of it.

    `gap` is what to print where no result is known; `break_before` what changed between this
    period and the one before, so that the line must not join them.
    """

    label: str
    result: Level | None = None
    target: Level | None = None
    gap: str = ""
    break_before: str = ""


@dataclass(frozen=True, slots=True)
class Dot:
    """A result on the drawing."""

    x: float
    y: float
    words: str
    is_estimate: bool
    is_labelled: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything that the template draws, in units of a 400 × 236 box."""

    ticks: tuple[tuple[float, str], ...]
    labels: tuple[tuple[float, str], ...]
    gaps: tuple[tuple[float, float, str], ...]
    breaks: tuple[tuple[float, str], ...]
    targets: tuple[tuple[float, float, float, str], ...]
    segments: tuple[tuple[tuple[Dot, ...], bool], ...]
    dots: tuple[Dot, ...]
    baseline: tuple[float, str] | None
    axis: tuple[str, str]
    starts_at_zero: bool


def drawing(slots: tuple[Slot, ...], baseline: Level | None, language: Language) -> Drawing | None:
    """The drawing of a series; `None` with fewer than two values to compare."""
    levels = [level for slot in slots for level in (slot.result, slot.target) if level]
    if len(levels) < 2:
        return None
    if baseline:
        levels.append(baseline)
    steps = scale(min(level.low for level in levels), max(level.high for level in levels))
    places = _places(len(slots))

    def height(value: Decimal) -> float:
        share = float((value - steps[0]) / (steps[-1] - steps[0]))
        return round(BOTTOM - share * (BOTTOM - TOP), 1)

    dots = _dots(slots, places, height)
    return Drawing(
        ticks=tuple((height(step), number_words(step, language)) for step in steps),
        labels=_labels(slots, places),
        gaps=_gaps(slots, places),
        breaks=tuple(
            (round((places[index] + places[index - 1]) / 2, 1), slot.break_before)
            for index, slot in enumerate(slots)
            if index and slot.break_before
        ),
        targets=tuple(
            (places[index], height(slot.target.high), height(slot.target.low), slot.target.words)
            for index, slot in enumerate(slots)
            if slot.target
        ),
        segments=_segments(slots, dots),
        dots=tuple(dot for dot in dots if dot),
        baseline=(height(baseline.low), baseline.words) if baseline else None,
        axis=(number_words(steps[0], language), number_words(steps[-1], language)),
        starts_at_zero=steps[0] == 0,
    )


def scale(low: Decimal, high: Decimal) -> tuple[Decimal, ...]:
    """Round steps that hold both ends, from 0 unless that would flatten the series."""
    if low >= 0 and low <= high * Decimal("0.6"):
        low = Decimal(0)
    if low == high:
        low, high = low - 1, high + 1
    raw = (high - low) / 4
    magnitude = Decimal(10) ** raw.adjusted()
    step = next(
        magnitude * factor for factor in (1, 2, Decimal("2.5"), 5, 10) if magnitude * factor >= raw
    )
    first = (low / step).to_integral_value(rounding="ROUND_FLOOR") * step
    steps = [first]
    while steps[-1] < high:
        steps.append(steps[-1] + step)
    return tuple(_plain(value) for value in steps)


def _plain(value: Decimal) -> Decimal:
    """The number without exponent and without zeros that say nothing."""
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1)) if value == whole else value.normalize()


def _places(number: int) -> tuple[float, ...]:
    if number == 1:
        return ((LEFT + RIGHT) / 2,)
    gap = (RIGHT - LEFT - 20) / (number - 1)
    return tuple(round(LEFT + 10 + gap * index, 1) for index in range(number))


def _labels(slots: tuple[Slot, ...], places: tuple[float, ...]) -> tuple[tuple[float, str], ...]:
    """Every label, or every second (third …) one where they would run into each other."""
    longest = max(len(slot.label) for slot in slots)
    room = (RIGHT - LEFT) / max(len(slots) - 1, 1)
    every = max(1, -(-int(longest * 7 + 4) // max(int(room), 1)))
    last = len(slots) - 1
    return tuple(
        (place, slot.label)
        for index, (slot, place) in enumerate(zip(slots, places, strict=True))
        if (last - index) % every == 0
    )


def _gaps(
    slots: tuple[Slot, ...], places: tuple[float, ...]
) -> tuple[tuple[float, float, str], ...]:
    """The periods without a number; neighbours share their words, which would overlap."""
    width = min(28.0, (places[1] - places[0]) * 0.8) if len(places) > 1 else 28.0
    found = []
    told = -100.0
    for slot, place in zip(slots, places, strict=True):
        if slot.gap and not slot.result:
            has_room = place - told > 45
            found.append((round(place - width / 2, 1), width, slot.gap if has_room else ""))
            told = place if has_room else told
    return tuple(found)


def _dots(
    slots: tuple[Slot, ...], places: tuple[float, ...], height: Callable[[Decimal], float]
) -> list[Dot | None]:
    known = [index for index, slot in enumerate(slots) if slot.result]
    marked = {known[0], known[-1]} if known else set()
    if len(known) <= 6:
        marked = set(known)
    return [
        Dot(
            place,
            height((slot.result.low + slot.result.high) / 2),
            slot.result.words,
            slot.result.is_estimate,
            index in marked,
        )
        if slot.result
        else None
        for index, (slot, place) in enumerate(zip(slots, places, strict=True))
    ]


def _segments(
    slots: tuple[Slot, ...], dots: list[Dot | None]
) -> tuple[tuple[tuple[Dot, ...], bool], ...]:
    """Runs of results without gap or break; the way to an estimate is a run of its own."""
    segments: list[tuple[tuple[Dot, ...], bool]] = []
    run: list[Dot] = []
    previous: Dot | None = None
    for slot, dot in zip(slots, dots, strict=True):
        if dot is None or slot.break_before:
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
