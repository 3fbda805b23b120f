"""A few deadlines as bars over months: a span is filled, the way to a last day is dashed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.when import When
from generator.pages.drawings.lettering import LINE, Label, text_width
from generator.text.saying import say
from generator.text.times import day_words
from generator.text.words import Language

WIDTH = 400
MOST_ROWS, MOST_MONTHS = 12, 24
_LEFT, _RIGHT, _TOP, _ROW, _THICK = 4.0, 396.0, 20.0, 16.0, 8.0
_SHORTEST = 3.0
Across = Callable[[date], float]


@dataclass(frozen=True, slots=True)
class Entry:
    """One deadline with the number that it has in the table."""

    number: str
    when: When


@dataclass(frozen=True, slots=True)
class Bar:
    """A deadline on the drawing; `is_run_up` where only its last day is said."""

    left: float
    right: float
    y: float
    is_run_up: bool


@dataclass(frozen=True, slots=True)
class Timetable:
    """Everything that the template draws, in units of a box 400 wide."""

    height: float
    foot: float
    months: tuple[tuple[float, bool], ...]
    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]
    today: float | None


def timetable(entries: Sequence[Entry], today: date, language: Language) -> Timetable | None:
    """The drawing; `None` for more than a dozen deadlines, one month, or over two years."""
    spans = [(each, *_span(each.when)) for each in entries if each.when.latest]
    if not spans or len(spans) > MOST_ROWS:
        return None
    first = min(begin for _, begin, _ in spans).replace(day=1)
    last = max(end for _, _, end in spans)
    months = _months(first, last)
    if not 1 < len(months) <= MOST_MONTHS:
        return None
    end = _next_month(last)
    days = (end - first).days

    def across(day: date) -> float:
        return round(_LEFT + (_RIGHT - _LEFT) * (day - first).days / days, 1)

    bars = tuple(
        _bar(each.when, across(begin), across(until + timedelta(days=1)), _TOP + row * _ROW)
        for row, (each, begin, until) in enumerate(spans)
    )
    foot = _TOP + len(spans) * _ROW + 2
    now = across(today) if first <= today < end else None
    labels = [*_month_names(months, across), *_year_names(months, across, foot + 13)]
    labels += [_number(each.number, bar) for (each, _, _), bar in zip(spans, bars, strict=True)]
    if now is not None:
        labels.append(_today(now, foot + 13 + LINE, today, language))
    return Timetable(
        height=foot + 18 + (LINE if now is not None else 0),
        foot=foot,
        months=tuple((across(each), each.month == 1) for each in (*months, end)),
        bars=bars,
        labels=tuple(labels),
        today=now,
    )


def _span(when: When) -> tuple[date, date]:
    """From where to where a deadline is drawn; only an end is led up to for some weeks."""
    end = when.latest
    assert end is not None  # noqa: S101 - only dated entries are drawn
    if when.mode in ("within", "interval") and when.earliest:
        return when.earliest, end
    begin = end.replace(day=1)
    return ((begin - timedelta(days=1)).replace(day=1) if end.day <= 10 else begin), end


def _months(first: date, last: date) -> tuple[date, ...]:
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    number = first.year * 12 + first.month - 1
    return tuple(date(each // 12, each % 12 + 1, 1) for each in range(number, number + count))


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _bar(when: When, left: float, right: float, y: float) -> Bar:
    is_run_up = when.mode not in ("within", "interval") or when.earliest is None
    if right - left < _SHORTEST + 2:
        middle = (left + right) / 2
        left, right = middle - _SHORTEST / 2 - 1, middle + _SHORTEST / 2 + 1
    return Bar(round(left + 1, 1), round(right - 1, 1), y, is_run_up)


def _number(number: str, bar: Bar) -> Label:
    """Behind the bar, or before it where there is no room."""
    y = bar.y + _THICK
    if bar.right + 6 + text_width(number, bold=True) <= WIDTH:
        return Label(bar.right + 5, y, (number,), "b k")
    return Label(bar.left - 5, y, (number,), "b k", "end")


def _month_names(months: Sequence[date], across: Across) -> list[Label]:
    """Every month by its number, or every third where they are narrow."""
    width = (_RIGHT - _LEFT) / len(months)
    every = 1 if width >= text_width("12") + 3 else 3
    return [
        Label(
            round((across(each) + across(_next_month(each))) / 2, 1),
            11,
            (str(each.month),),
            "",
            "middle",
        )
        for each in months
        if (each.month - 1) % every == 0
    ]


def _year_names(months: Sequence[date], across: Across, y: float) -> list[Label]:
    """Each year where it begins; a first one that runs into the second is left out."""
    begins = [each for number, each in enumerate(months) if number == 0 or each.month == 1]
    labels = [Label(across(each) + 2, y, (str(each.year),)) for each in begins]
    labels = [label for label in labels if label.box.right <= WIDTH]
    if len(labels) > 1 and labels[0].box.right + 4 > labels[1].box.left:
        return labels[1:]
    return labels


def _today(x: float, y: float, today: date, language: Language) -> Label:
    day = day_words(today, language)
    words = say(language, "hôm nay, {day}", "today, {day}", day=day)
    half = text_width(words, bold=True) / 2
    return Label(min(max(x, half), WIDTH - half), y, (words,), "b a", "middle")
