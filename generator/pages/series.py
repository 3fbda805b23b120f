"""The series of an indicator as periods in order: what was promised, what came, where it breaks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.assess.breaks import Break, series_breaks
from generator.assess.findings import Findings
from generator.assess.verdicts import Assessment
from generator.model.indicators import Result, Target, Value
from generator.model.plan import Plan
from generator.model.quantity import Quantity
from generator.model.when import When
from generator.model.written_out import Row
from generator.pages.charts import Drawing, Level, Slot, drawing
from generator.text.numbers import quantity_words
from generator.text.saying import say
from generator.text.times import day_words, when_short
from generator.text.words import Language


@dataclass(frozen=True, slots=True)
class Line:
    """One period of the table under the chart."""

    period: When | None
    label: str
    assessed: tuple[Assessment, ...]
    targets: tuple[Target, ...]
    results: tuple[Result, ...]
    break_before: Break | None


def lines(findings: Findings, plan: Plan, row: Row, language: Language) -> tuple[Line, ...]:
    """Every period of which something is promised or known, in order."""
    assessed = findings.rows[plan.id][row.path]
    periods: dict[str, When | None] = {}
    for value in (*row.targets, *row.results):
        periods.setdefault(str(value.period), value.period)
    ordered = sorted(periods.items(), key=lambda each: _by_end(each[1]))
    breaks = series_breaks(findings.archive, row)
    found: list[Line] = []
    previous: date | None = None
    for key, period in ordered:
        day = period.latest if period else None
        between = [each for each in breaks if previous and day and previous < each.on <= day]
        found.append(
            Line(
                period,
                when_short(period, language)
                if period
                else say(language, "không nêu thời kỳ", "no period stated"),
                tuple(each for each in assessed if str(each.period) == key),
                tuple(each.target for each in assessed if each.target and str(each.period) == key),
                tuple(each for each in row.results if str(each.period) == key),
                between[-1] if between else None,
            )
        )
        previous = day or previous
    return tuple(found)


def _by_end(period: When | None) -> tuple[str, int, tuple[int, str, str, str]]:
    """Periods in the order in which they end, the longer of two after the shorter."""
    if period is None:
        return "9", 0, (2, "", "", "")
    end = period.latest or period.ends
    begin = period.earliest
    length = (end - begin).days if end and begin else 0
    return (end.isoformat() if end else str(period.first_year or "9")), length, period.sort_key


def chart(row: Row, listed: tuple[Line, ...], language: Language) -> Drawing | None:
    """The drawing of a series whose periods are all of one kind; years without data are gaps."""
    dated = [line for line in listed if line.period and line.period.latest]
    kinds = {_kind(line.period) for line in dated if line.period}
    if len(kinds) != 1 or len(dated) < 2:
        return None
    by_year = kinds == {"year"}
    slots = _with_gaps(dated, language) if by_year else [_slot(each, language) for each in dated]
    baseline = next(
        (_level(each, language) for each in row.baseline if _level(each, language)), None
    )
    return drawing(tuple(slots), baseline, language)


def _kind(period: When) -> str:
    if period.mode != "within" or period.end is None:
        return "span"
    return period.end.unit


def _with_gaps(dated: list[Line], language: Language) -> list[Slot]:
    by_year = {line.period.end.year: line for line in dated if line.period and line.period.end}
    first, last = min(by_year), max(by_year)
    if last - first > 40:
        return [_slot(line, language) for line in dated]
    return [
        _slot(by_year[year], language)
        if year in by_year
        else Slot(str(year), gap=say(language, "không có số", "no figure"))
        for year in range(first, last + 1)
    ]


def _slot(line: Line, language: Language) -> Slot:
    results = [(result, level) for result in line.results if (level := _level(result, language))]
    actual = [level for result, level in results if not result.kind]
    levels = [level for _, level in results]
    target = next((level for each in line.targets if (level := _level(each, language))), None)
    missing = next(
        (
            quantity_words(result.value, language)
            for result in line.results
            if result.value and result.value.missing
        ),
        "",
    )
    break_words = ""
    if line.break_before:
        break_words = line.break_before.text or day_words(line.break_before.on, language)
    return Slot(
        line.label,
        next(reversed(actual or levels), None),
        target,
        missing,
        break_words,
    )


def _level(value: Value, language: Language) -> Level | None:
    """What can be drawn of a value: a number or a range on the indicator's own scale."""
    number: Quantity | None = value.value
    if number is None or not number.is_number or number.low is None or number.high is None:
        return None
    is_estimate = isinstance(value, Result) and value.kind is not None
    return Level(number.low, number.high, quantity_words(number, language), is_estimate)
