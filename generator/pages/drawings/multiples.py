"""Small drawings side by side on the same axes: one for each place, fund or plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.pages.drawings.axes import places, scale, upwards
from generator.pages.drawings.callouts import Free, short_words
from generator.pages.drawings.lettering import Label, text_width
from generator.pages.drawings.levels import Slot, levels_of
from generator.pages.drawings.shapes import (
    Dot,
    Height,
    Tick,
    breaks_at,
    dots_at,
    gaps_at,
    segments_of,
    ticks_at,
)
from generator.text.numbers import number_words
from generator.text.words import Language

WIDTH, HEIGHT = 200, 120
_TOP, _BOTTOM = 18.0, 92.0
_LEFT = 16.0


@dataclass(frozen=True, slots=True)
class Small:
    """One of several drawings, in units of a box 200 × 120."""

    zero: float | None
    right: float
    breaks: tuple[float, ...]
    gaps: tuple[tuple[float, float], ...]
    target: Tick | None
    segments: tuple[tuple[tuple[Dot, ...], bool], ...]
    dots: tuple[Dot, ...]
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Multiples:
    """The drawings by the key of what they show, and the ends of the axis that they share."""

    drawings: dict[str, Small]
    axis: tuple[str, str]


def multiples(series: Mapping[str, Sequence[Slot]], numbers: Language) -> Multiples | None:
    """Series over the same periods, each drawn small; `None` without anything to draw."""
    levels = [level for slots in series.values() for level in levels_of(slots)]
    if not levels:
        return None
    steps = scale(min(each.low for each in levels), max(each.high for each in levels))
    ends = [_last_words(slots, numbers) for slots in series.values()]
    room = min(90.0, max(text_width(each, bold=True) for each in ends))
    right = WIDTH - max(16.0, room + 14)
    length = len(next(iter(series.values())))
    where = places(length, _LEFT, right)
    height = upwards(steps, _TOP, _BOTTOM)
    axis = Axis(height, height(steps[0]) if steps[0] == 0 else None, where, round(right + 8, 1))
    return Multiples(
        {key: _small(slots, axis, numbers) for key, slots in series.items()},
        (number_words(steps[0], numbers), number_words(steps[-1], numbers)),
    )


@dataclass(frozen=True, slots=True)
class Axis:
    """The axes that all share; `zero` is the height of zero where the axis begins there."""

    height: Height
    zero: float | None
    where: tuple[float, ...]
    right: float


def _small(slots: Sequence[Slot], axis: Axis, numbers: Language) -> Small:
    dots = dots_at(slots, axis.where, axis.height)
    promised = [each for each in zip(slots, axis.where, strict=True) if each[0].targets]
    slot, x = promised[-1] if promised else (slots[-1], 0.0)
    tick = next(iter(ticks_at([slot], [x], axis.height)), None)
    known = [dot for dot in dots if dot]
    return Small(
        axis.zero,
        axis.right,
        tuple(x for x, _ in breaks_at(slots, axis.where)),
        tuple((gap.left, gap.width) for gap in gaps_at(slots, axis.where)),
        tick,
        segments_of(slots, dots),
        tuple(dict.fromkeys((*known[:1], *known[-1:]))),
        _labels(slots, axis.where, dots, tick, numbers),
    )


def _last_words(slots: Sequence[Slot], numbers: Language) -> str:
    last = slots[-1].result
    return short_words(last, numbers) if last else ""


def _labels(
    slots: Sequence[Slot],
    where: Sequence[float],
    dots: Sequence[Dot | None],
    tick: Tick | None,
    numbers: Language,
) -> tuple[Label, ...]:
    """The two ends of the axis below; the first and the last value, the last in bold."""
    foot = _BOTTOM + 20
    first = Label(4, foot, (_name(slots[0]),), "", "start")
    last = Label(where[-1] + 12, foot, (_name(slots[-1]),), "", "end")
    ends = (first, last) if first.box.right < last.box.left and len(slots) > 1 else (last,)
    free = Free(WIDTH, 0, HEIGHT)
    free.taken.extend(label.box for label in ends)
    free.avoid_drawing(dots, [tick] if tick else [], segments_of(slots, dots), ())
    known = [index for index, dot in enumerate(dots) if dot]
    found: tuple[Label, ...] = ()
    for index in dict.fromkeys(known[-1:] + known[:1]):
        dot, result = dots[index], slots[index].result
        if dot and result:
            is_last = index == known[-1]
            words = short_words(result, numbers)
            found += free.put(_candidates(dot, words, is_last and len(known) > 1))
    return (*ends, *found)


def _name(slot: Slot) -> str:
    return "/".join(filter(None, (slot.label, slot.group)))


def _candidates(dot: Dot, words: str, is_last: bool) -> tuple[Label, ...]:
    kind = "a b" if is_last else ""
    beside = Label(dot.x + 12, dot.y + 4, (words,), kind, "start")
    above = Label(dot.x, dot.high - 8, (words,), kind, "middle")
    below = Label(dot.x, dot.low + 17, (words,), kind, "middle")
    from_left = Label(2, dot.high - 8, (words,), kind, "start")
    under_left = Label(2, dot.low + 17, (words,), kind, "start")
    to_right = Label(WIDTH - 2, dot.high - 8, (words,), kind, "end")
    if not words:
        return ()
    if is_last:
        return (beside, above, below, to_right)
    return (above, from_left, below, under_left)
