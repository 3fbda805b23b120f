"""When something was last heard of a plan, and when the next report is to come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.assess.days import first_issued, has_come, heard_on, issued, placed, said_on
from generator.assess.lifecycle import life
from generator.model.archive import Archive
from generator.model.plan import Plan
from generator.model.when import When
from generator.model.written_out import every


@dataclass(frozen=True, slots=True)
class Freshness:
    """What was heard last.

    `last_report` is the day of the last report, result or scorecard; `last_news` of anything at
    all, the plan itself included.  `expected` is the day by which the next report is to come by
    the plan's `reporting`; `days_late` the days since then, `None` when not late.
    """

    last_report: date | None
    last_news: date | None
    expected: date | None
    days_late: int | None

    @property
    def is_late(self) -> bool:
        """Whether the report that was to come has not come."""
        return self.days_late is not None


def freshness(archive: Archive, plan: Plan, day: date) -> Freshness:
    """What was last heard of a plan by the day, and what is awaited.

    A plan that reports each quarter is asked for one report in each quarter, by its last day.
    """
    last_report = _last(_reports(archive, plan), day)
    last_news = _last((*_reports(archive, plan), *_news(archive, plan)), day)
    expected = _expected(archive, plan, last_report, day)
    late = (day - expected).days if expected and day > expected else None
    return Freshness(last_report, last_news, expected, late)


_MONTHS = {"yearly": 12, "half-yearly": 6, "quarterly": 3, "monthly": 1}
_AWAITED = frozenset({"adopted", "in_progress", "not_started", "ended", "unknown"})
_HEARD_FROM = frozenset({"evaluates", "replaces", "amends"})


def _last(times: Iterable[When | None], day: date) -> date | None:
    days = [placed(when, day) for when in times if when and has_come(when, day)]
    return max((each for each in days if each), default=None)


def _reports(archive: Archive, plan: Plan) -> Iterator[When | None]:
    """The times of reports on tasks, of results and of scorecards."""
    documents = archive.document
    for task in plan.tasks:
        for report in task.reports:
            yield said_on(report, documents)
    for row in every(archive.rows[plan.id]):
        for result in row.results:
            yield heard_on(row, result, documents)
    for scorecard in plan.scorecards:
        yield scorecard.as_of or first_issued(scorecard.source or plan.source, documents)


def _news(archive: Archive, plan: Plan) -> Iterator[When | None]:
    """The times of the plan itself, of its adjustments and milestones, of what was made of it."""
    documents = archive.document
    yield issued(plan.document, documents)
    for citation in plan.source:
        yield issued(citation.document, documents)
    for row in every(archive.rows[plan.id]):
        for target in row.targets:
            yield said_on(target, documents)
    for task in plan.tasks:
        for deadline in task.due:
            yield said_on(deadline, documents)
    for milestone in plan.milestones:
        yield milestone.done or (milestone.when if milestone.outcome else None)
    for link in archive.links_to.get(plan.id, ()):
        document = archive.document.get(link.subject)
        if document and link.kind in _HEARD_FROM:
            yield document.issued


def _expected(archive: Archive, plan: Plan, last: date | None, day: date) -> date | None:
    reporting = plan.reporting
    if reporting is None or life(archive, plan, day).state not in _AWAITED:
        return None
    if reporting.recurrence is None:
        return None if last and reporting.latest and day > reporting.latest else reporting.latest
    months = _MONTHS.get(reporting.recurrence)
    if months is None:
        return None
    starts = plan.year_starts or 1
    begins = reporting.earliest or _beginning(archive, plan)
    if last and (begins is None or last >= begins):
        begins = _end_of_span(last, months, starts) + timedelta(days=1)
    until = reporting.ends or (plan.period.latest if plan.period else None)
    if begins is None or (until and begins > until):
        return None
    end = _end_of_span(begins, months, starts)
    return min(end, until) if until else end


def _beginning(archive: Archive, plan: Plan) -> date | None:
    if plan.period and plan.period.earliest:
        return plan.period.earliest
    when = issued(plan.document, archive.document)
    return when.earliest if when else None


def _end_of_span(day: date, months: int, starts: int) -> date:
    """The last day of the month, quarter or year that a day lies in; years start in a month."""
    past = (day.month - starts) % 12 % months
    ahead = day.year * 12 + day.month - 1 + months - past
    return date(ahead // 12, ahead % 12 + 1, 1) - timedelta(days=1)
