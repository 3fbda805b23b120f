"""The series of an indicator as periods in order: what was promised, what came, where it breaks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.assess.breaks import Break, series_breaks
from generator.assess.findings import Findings
from generator.assess.verdicts import Assessment
from generator.model.indicators import Result, Target
from generator.model.plan import Plan
from generator.model.when import When
from generator.model.written_out import Row
from generator.text.saying import say
from generator.text.times import when_short
from generator.text.words import Language


@dataclass(frozen=True, slots=True)
class Line:
    """One period of the table under the chart."""

    period: When | None
    label: str
    assessed: tuple[Assessment, ...]
    targets: tuple[Target, ...]
    results: tuple[Result, ...]
    breaks_before: tuple[Break, ...]


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
                tuple(between),
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
