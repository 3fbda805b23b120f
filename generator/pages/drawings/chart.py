"""A series of results beside what was promised, laid out at build time."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.pages.drawings.axes import (
    depth,
    period_labels,
    places,
    scale,
    upwards,
    widest,
)
from generator.pages.drawings.callouts import (
    Free,
    at_the_edge,
    callouts,
    edge_width,
    gap_words,
    points_to_name,
    side_names,
)
from generator.pages.drawings.lettering import LINE, Label
from generator.pages.drawings.levels import Level, Slot, levels_of
from generator.pages.drawings.shapes import (
    Dot,
    Tick,
    breaks_at,
    dots_at,
    gaps_at,
    segments_of,
    ticks_at,
)
from generator.text.numbers import compact_number, number_words
from generator.text.words import Language

WIDTH = 400
_TALL = 196
_WIDEST_TICK = 96


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything that the template draws, in units of a box 400 wide.

    `ticks` are the grid lines with their names and whether they stand for zero; `axis` names the
    ends of the vertical axis, `periods` the ends of the horizontal one.
    """

    height: float
    left: float
    right: float
    top: float
    bottom: float
    ticks: tuple[tuple[float, str, bool], ...]
    gaps: tuple[tuple[float, float], ...]
    breaks: tuple[float, ...]
    targets: tuple[Tick, ...]
    segments: tuple[tuple[tuple[Dot, ...], bool], ...]
    dots: tuple[Dot, ...]
    baseline: float | None
    leads: tuple[tuple[float, float, float, float], ...]
    labels: tuple[Label, ...]
    periods: tuple[Label, ...]
    axis: tuple[str, str]
    starts_at_zero: bool


def drawing(
    slots: tuple[Slot, ...],
    baseline: Level | None,
    numbers: Language = "vi",
    language: Language = "vi",
) -> Drawing | None:
    """The drawing of a series; `None` with fewer than two values to compare.

    `numbers` is the language whose points and commas the figures take.
    """
    levels = levels_of(slots)
    if len(levels) < 2:
        return None
    if baseline:
        levels.append(baseline)
    steps = scale(min(level.low for level in levels), max(level.high for level in levels))
    names = _tick_names(steps, numbers)
    edge = callouts(slots, baseline, numbers, language)
    left = max(26.0, round(widest(names) + 8))
    right = round(WIDTH - max(12.0, edge_width(edge) + 16), 1)
    top = 16 + LINE * min(sum(bool(slot.cuts) for slot in slots), 3)
    bottom = top + _TALL
    where = places(len(slots), left + 10, right - 10)
    height = upwards(steps, top, bottom)
    dots = dots_at(slots, where, height)
    ticks = ticks_at(slots, where, height)
    periods = period_labels(slots, where, bottom + 17, WIDTH)
    beside = at_the_edge(edge, height, right, top, bottom)
    breaks = breaks_at(slots, where)
    gaps = gaps_at(slots, where)
    free = Free(WIDTH, 2, bottom)
    free.taken.extend(label.box for label in beside.labels)
    free.taken.extend(
        Label(left - 5, height(step) + 3.5, (name,), "", "end").box
        for step, name in zip(steps, names, strict=True)
    )
    inside = side_names(breaks, free)
    free.avoid_drawing(dots, ticks, segments_of(slots, dots), breaks)
    inside += gap_words([(gap.x, gap.words) for gap in gaps], top, free)
    inside += points_to_name(slots, where, height, free, numbers)
    return Drawing(
        height=bottom + 24 + depth(periods),
        left=left,
        right=right,
        top=top,
        bottom=bottom,
        ticks=tuple(
            (height(step), name, step == 0) for step, name in zip(steps, names, strict=True)
        ),
        gaps=tuple((gap.left, gap.width) for gap in gaps),
        breaks=tuple(x for x, _ in breaks),
        targets=tuple(ticks),
        segments=segments_of(slots, dots),
        dots=tuple(dot for dot in dots if dot),
        baseline=height(baseline.middle) if baseline else None,
        leads=beside.leads,
        labels=(*beside.labels, *inside),
        periods=periods,
        axis=(number_words(steps[0], numbers), number_words(steps[-1], numbers)),
        starts_at_zero=steps[0] == 0,
    )


def _tick_names(steps: tuple[Decimal, ...], numbers: Language) -> tuple[str, ...]:
    """The steps in figures, else in millions and billions; none where even those are too long."""
    for names in (
        tuple(number_words(step, numbers) for step in steps),
        tuple(compact_number(step, numbers) for step in steps),
    ):
        if widest(names) <= _WIDEST_TICK:
            return names
    return ("",) * len(steps)
