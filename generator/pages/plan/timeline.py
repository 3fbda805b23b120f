"""When the work of a plan falls due: groups by quarters, and as a list by quarter."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.assess.timeliness import Standing
from generator.model.plan import Plan
from generator.model.tasks import Milestone, Task
from generator.pages import links
from generator.pages.page import Page
from generator.pages.plan.counts import CELLS, dated
from generator.pages.plan.tasks import groups
from generator.pages.plan.timetable import stands_alone
from generator.text.saying import say_in

MOST_QUARTERS = 24
CROWDED = 12
"""A cell with more marks counts them by how they stand."""
_WORST_FIRST = ("overdue", "overdue_unreported", "in_time", "late", "done_day_unknown", "on_time")


@dataclass(frozen=True, slots=True)
class Span:
    """A column: a quarter of a year, or the whole year (`quarter` 0)."""

    year: int
    quarter: int

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return day.year == self.year and self.quarter in (0, _quarter(day))


@dataclass(frozen=True, slots=True)
class Mark:
    """One task or milestone on the timeline."""

    item: Task | Milestone
    standing: Standing

    @property
    def day(self) -> date:
        """The day of its deadline."""
        assert self.standing.latest is not None  # noqa: S101 - only dated items are drawn
        return self.standing.latest


@dataclass(frozen=True, slots=True)
class Line:
    """A group of the plan with its marks by column; `undated` counts those not drawn."""

    title: Markup
    total: int
    undated: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What a group has in a column: its marks, the worst first."""

    marks: tuple[Mark, ...]

    @property
    def is_crowded(self) -> bool:
        """Whether its marks would fill half a page."""
        return len(self.marks) > CROWDED

    @property
    def counted(self) -> tuple[tuple[Mark, int], ...]:
        """The first mark of each kind with the number of that kind."""
        numbers = Counter(mark.standing.timeliness for mark in self.marks)
        firsts = {mark.standing.timeliness: mark for mark in reversed(self.marks)}
        return tuple((firsts[code], numbers[code]) for code in dict.fromkeys(numbers))


@dataclass(frozen=True, slots=True)
class Period:
    """One column as an item of the list: its marks, the worst first."""

    span: Span
    marks: tuple[Mark, ...]
    overdue: int
    is_now: bool


def timeline(page: Page, plan: Plan) -> Markup:
    """Both forms of the timeline; empty for a plan without any dated item, or of one quarter.

    Where only a few milestones have a day, their timetable says it all.
    """
    if stands_alone(page, plan):
        return Markup("")
    day = page.telling.day
    marks = [
        Mark(item, standing)
        for item, standing in dated(page.telling.findings, plan)
        if standing.latest
    ]
    if not marks:
        return Markup("")
    spans = columns({mark.day for mark in marks}, day if _is_running(plan, marks, day) else None)
    if len(spans) == 1:
        return Markup("")
    undated = [
        (item, standing)
        for item, standing in dated(page.telling.findings, plan)
        if not standing.latest
    ]
    lines = _lines(page, plan, marks, spans)
    return page.fragment(
        "plan/timeline.html",
        plan=plan,
        crowded=any(cell.is_crowded for line in lines for cell in line.cells),
        most_marks=CROWDED,
        years=_years(spans),
        spans=spans,
        lines=lines,
        totals=tuple(sum(span.holds(mark.day) for mark in marks) for span in spans),
        periods=_periods(marks, spans, day),
        codes=tuple(code for code in (*CELLS, "done_day_unknown") if _has(marks, code)),
        now=next((index for index, span in enumerate(spans) if span.holds(day)), None),
        past=max(mark.day for mark in marks) < day,
        last=max(mark.day for mark in marks),
        undated=undated,
    )


def columns(days: set[date], today: date | None) -> tuple[Span, ...]:
    """The quarters from the first to the last day; years where there are more than 24 quarters."""
    every = sorted(days | ({today} if today else set()))
    first, last = every[0], every[-1]
    quarters = [
        Span(number // 4, number % 4 + 1)
        for number in range(first.year * 4 + _quarter(first) - 1, last.year * 4 + _quarter(last))
    ]
    if len(quarters) <= MOST_QUARTERS:
        return tuple(quarters)
    used = sorted({day.year for day in every})
    if used[-1] - used[0] < MOST_QUARTERS:
        used = list(range(used[0], used[-1] + 1))
    return tuple(Span(year, 0) for year in used)


def _quarter(day: date) -> int:
    return (day.month - 1) // 3 + 1


def _is_running(plan: Plan, marks: list[Mark], day: date) -> bool:
    """Whether today's line belongs on the drawing: the plan or its work is not over yet."""
    days = [mark.day for mark in marks]
    ends = plan.period.latest if plan.period else None
    last = max([*days, ends]) if ends else max(days)
    return min(days) <= day <= last


def _has(marks: list[Mark], code: str) -> bool:
    return any(mark.standing.timeliness == code for mark in marks)


def _years(spans: tuple[Span, ...]) -> tuple[tuple[int, int], ...]:
    """Each year with the number of its columns."""
    widths: dict[int, int] = {}
    for span in spans:
        widths[span.year] = widths.get(span.year, 0) + 1
    return tuple(widths.items())


def _lines(page: Page, plan: Plan, marks: list[Mark], spans: tuple[Span, ...]) -> tuple[Line, ...]:
    by_id = {id(mark.item): mark for mark in marks}
    language = page.telling.language
    lines = [
        _line(
            links.title(page, plan, group.section)
            if group.section
            else say_in(Markup, language, "Nhiệm vụ khác", "Other tasks"),
            [by_id.get(id(task)) for task, _ in group.tasks],
            spans,
        )
        for group in groups(page, plan)
        if group.tasks
    ]
    if plan.milestones:
        title = say_in(Markup, language, "Các mốc", "Milestones")
        lines.append(_line(title, [by_id.get(id(each)) for each in plan.milestones], spans))
    return tuple(line for line in lines if line.undated < line.total)


def _line(title: Markup, marks: list[Mark | None], spans: tuple[Span, ...]) -> Line:
    drawn = [mark for mark in marks if mark]
    cells = tuple(
        Cell(tuple(sorted((mark for mark in drawn if span.holds(mark.day)), key=_badness)))
        for span in spans
    )
    return Line(title, len(marks), len(marks) - len(drawn), cells)


def _badness(mark: Mark) -> int:
    code = mark.standing.timeliness
    return _WORST_FIRST.index(code) if code in _WORST_FIRST else len(_WORST_FIRST)


def _periods(marks: list[Mark], spans: tuple[Span, ...], day: date) -> tuple[Period, ...]:
    found = []
    for span in spans:
        inside = sorted((mark for mark in marks if span.holds(mark.day)), key=_badness)
        if inside:
            overdue = sum(mark.standing.timeliness.startswith("overdue") for mark in inside)
            found.append(Period(span, tuple(inside), overdue, span.holds(day)))
    return tuple(found)
