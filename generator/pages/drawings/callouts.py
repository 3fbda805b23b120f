"""The words in a chart: what its last values are, what its points are, what its breaks divide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from typing import Protocol

from generator.pages.drawings.lettering import (
    LINE,
    Box,
    Label,
    block_height,
    block_width,
    foot_of,
    spread,
    text_width,
    wrapped,
)
from generator.pages.drawings.levels import Level, Slot
from generator.text.numbers import compact_number
from generator.text.saying import say
from generator.text.words import Language

_NARROW, _WIDEST = 80, 120
_MOST_TARGETS = 3
_FEW = 6
"""As many points of a series may all be named."""

Height = Callable[[Decimal], float]


class _Spot(Protocol):
    @property
    def x(self) -> float: ...
    @property
    def y(self) -> float: ...


class _Across(Protocol):
    @property
    def left(self) -> float: ...
    @property
    def right(self) -> float: ...
    @property
    def top(self) -> float: ...
    @property
    def bottom(self) -> float: ...


@dataclass(frozen=True, slots=True)
class Callout:
    """A value of the last period, to be named at the right edge; the most important come first."""

    level: Level
    lines: tuple[str, ...]
    kind: str
    has_head: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands at the right edge, and the thin lines to what had to move aside."""

    labels: tuple[Label, ...]
    leads: tuple[tuple[float, float, float, float], ...]


@dataclass
class Free:
    """The room that is left: labels never meet a taken box, and avoid what is drawn."""

    width: float
    top: float
    bottom: float
    taken: list[Box] = field(default_factory=list)
    drawn: list[Box] = field(default_factory=list)

    def avoid_drawing(
        self,
        dots: Iterable[_Spot | None],
        ticks: Iterable[_Across],
        segments: Iterable[tuple[Sequence[_Spot], bool]],
        breaks: Iterable[tuple[float, Slot]],
    ) -> None:
        """Remembers where dots, targets, lines and breaks are."""
        self.drawn.extend(
            Box(each.x - 4, each.y - 4, each.x + 4, each.y + 4) for each in dots if each
        )
        self.drawn.extend(
            Box(each.left, each.top - 2, each.right, each.bottom + 2) for each in ticks
        )
        self.drawn.extend(Box(x - 1, self.top, x + 1, self.bottom) for x, _ in breaks)
        for run, _ in segments:
            for one, other in pairwise(run):
                self.drawn.extend(_along(one, other))

    def put(self, candidates: Iterable[Label]) -> tuple[Label, ...]:
        """The candidate that stands best; none where each would run into another label."""
        whole = Box(0, self.top, self.width, self.bottom)
        boxes = [(each, each.box) for each in candidates]
        open_ones = [
            (each, box)
            for each, box in boxes
            if box.lies_in(whole) and not any(box.meets(other) for other in self.taken)
        ]
        if not open_ones:
            return ()
        best, room = min(open_ones, key=lambda pair: sum(map(pair[1].meets, self.drawn)))
        self.taken.append(room)
        return (best,)


def _along(one: _Spot, other: _Spot) -> Iterable[Box]:
    steps = max(2, int(max(abs(other.x - one.x), abs(other.y - one.y)) / 6))
    for number in range(1, steps):
        x = one.x + (other.x - one.x) * number / steps
        y = one.y + (other.y - one.y) * number / steps
        yield Box(x - 1.5, y - 1.5, x + 1.5, y + 1.5)


def callouts(
    slots: Sequence[Slot], baseline: Level | None, numbers: Language, language: Language
) -> tuple[Callout, ...]:
    """What is named at the right edge: the last period's result and targets, and the baseline."""
    last = slots[-1]
    found = []
    if last.result:
        head = _result_head(last.result, language)
        found.append(Callout(last.result, _named(head, last.result, numbers), "a", True))
    for target in last.targets[:_MOST_TARGETS]:
        head = say(language, "Mục tiêu", "Target")
        found.append(Callout(target, _named(head, target, numbers), "k", True))
    if baseline:
        head = say(language, "mốc gốc", "baseline")
        found.append(Callout(baseline, _named(head, baseline, numbers), "", False))
    return tuple(found)


def _result_head(result: Level, language: Language) -> str:
    if result.is_estimate:
        return say(language, "Ước", "Estimate")
    return say(language, "Thực hiện", "Result")


def _named(head: str, level: Level, numbers: Language) -> tuple[str, ...]:
    words = short_words(level, numbers)
    return (head, *wrapped(words, _NARROW)) if words else (head,)


def short_words(level: Level, numbers: Language) -> str:
    """The words of a value where space is short: in millions if need be, nothing if too long."""
    shortened = (
        level.words,
        "–".join(dict.fromkeys(compact_number(each, numbers) for each in (level.low, level.high))),
    )
    fitting = (each for each in shortened if block_width(wrapped(each, _NARROW)) <= _WIDEST)
    return next(fitting, "")


def edge_width(listed: Sequence[Callout]) -> float:
    """The room that the right edge needs."""
    return max((block_width(each.lines, each.has_head) for each in listed), default=0.0)


def at_the_edge(
    listed: Sequence[Callout], height: Height, right: float, top: float, bottom: float
) -> Beside:
    """Each beside its value where there is room; what moves aside gets a thin line."""
    shown = list(listed)
    while sum(block_height(each.lines) + 0.5 for each in shown) > bottom - top + LINE:
        shown.pop()
    wanted = [(height(each.level.middle), block_height(each.lines) + 0.5) for each in shown]
    begins = spread(wanted, top - LINE, bottom + 3)
    labels = tuple(
        Label(right + 14, foot_of(begin), each.lines, each.kind, head=each.has_head)
        for each, begin in zip(shown, begins, strict=True)
    )
    leads = tuple(
        (right, level, right + 12, round(begin + tall / 2, 1))
        for (level, tall), begin in zip(wanted, begins, strict=True)
        if abs(begin + tall / 2 - level) > LINE
    )
    return Beside(labels, leads)


def side_names(breaks: Sequence[tuple[float, Slot]], free: Free) -> tuple[Label, ...]:
    """What lies before and after each break, in a row of its own above the drawing."""
    found: tuple[Label, ...] = ()
    for row, (x, slot) in enumerate(breaks[:3]):
        y = free.top + 11 + row * LINE
        for words, anchor, foot in (
            (slot.cuts[0].before if row == 0 else (), "end", x - 5),
            (slot.cuts[-1].after, "start", x + 5),
        ):
            for each in words:
                where = Label(foot, y, (each,), "k b", "end" if anchor == "end" else "start")
                if named := free.put([where]):
                    found += named
                    break
    return found


def gap_words(gaps: Iterable[tuple[float, str]], top: float, free: Free) -> tuple[Label, ...]:
    """Why a column is empty, at its head, where there is room."""
    found: tuple[Label, ...] = ()
    for x, words in gaps:
        lines = wrapped(words, max(text_width(word) for word in words.split(" ")) + 1)
        two = wrapped(words, text_width(words) / 2 + 12)
        found += free.put(
            Label(x, top + down, each, "", "middle")
            for down in (14, 70, 130)
            for each in (two, lines)
        )
    return found


def points_to_name(
    slots: Sequence[Slot], where: Sequence[float], height: Height, free: Free, numbers: Language
) -> tuple[Label, ...]:
    """The values of the first, last, highest and lowest results; of all where they are few."""
    found: tuple[Label, ...] = ()
    for index in _remarkable(slots):
        if result := slots[index].result:
            ends = height(result.high) - 8, height(result.low) + 17
            found += free.put(_around(where[index], ends, short_words(result, numbers), "a"))
    if last := _last_target(slots):
        index, target = last
        ends = height(target.high) - 6, height(target.low) + 15
        found += free.put(_around(where[index], ends, short_words(target, numbers), "k"))
    return found


def _around(x: float, ends: tuple[float, float], words: str, kind: str) -> tuple[Label, ...]:
    above, below = ends
    if not words:
        return ()
    middle = (above + below) / 2
    return (
        Label(x, above, (words,), kind, "middle"),
        Label(x, below, (words,), kind, "middle"),
        Label(x + 9, middle, (words,), kind, "start"),
        Label(x - 9, middle, (words,), kind, "end"),
        Label(x + 4, above, (words,), kind, "start"),
        Label(x - 4, above, (words,), kind, "end"),
        Label(x + 4, below, (words,), kind, "start"),
        Label(x - 4, below, (words,), kind, "end"),
    )


def _remarkable(slots: Sequence[Slot]) -> tuple[int, ...]:
    """The results to name, the most important first; the last period's stands at the edge."""
    levels = {index: slot.result.middle for index, slot in enumerate(slots) if slot.result}
    if not levels:
        return ()
    most = max(levels, key=lambda index: levels[index])
    least = min(levels, key=lambda index: levels[index])
    order = [max(levels), min(levels), most, least]
    if len(levels) <= _FEW:
        order.extend(levels)
    return tuple(index for index in dict.fromkeys(order) if index != len(slots) - 1)


def _last_target(slots: Sequence[Slot]) -> tuple[int, Level] | None:
    with_target = [(index, slot.targets[0]) for index, slot in enumerate(slots) if slot.targets]
    if not with_target or with_target[-1][0] == len(slots) - 1:
        return None
    return with_target[-1]
