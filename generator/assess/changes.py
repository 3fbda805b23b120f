"""What changed, newest first: adjusted targets, moved deadlines, new results, reports and plans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from generator.assess.days import first_issued, has_come, heard_on, issued, placed, said_on
from generator.assess.judging import says_something
from generator.assess.revisions import DeadlineRevision, Revision, deadline_revisions, revisions
from generator.assess.timeliness import milestone_standing
from generator.model.archive import Archive
from generator.model.indicators import Result
from generator.model.plan import Plan, Scorecard
from generator.model.references import Reference
from generator.model.sources import Citation
from generator.model.tasks import Milestone, Report, Task
from generator.model.when import When
from generator.model.written_out import Row, every

ChangeKind = Literal[
    "target_adjusted",
    "deadline_moved",
    "corrected",
    "result",
    "report",
    "milestone",
    "scorecard",
    "plan",
]


@dataclass(frozen=True, slots=True)
class Change:
    """One event in a plan.

    `item` is the row, task, milestone or scorecard it happened to, `None` for the plan itself;
    `path` its id in the plan.  `entry` is what happened: the revision (with before and after), the
    result, report, milestone or scorecard, or the plan.  `when` is its time as written, `day` the
    day it is listed under, `None` if nobody says when.
    """

    kind: ChangeKind
    plan: Plan
    item: Row | Task | Milestone | Scorecard | None
    path: str | None
    entry: Revision | DeadlineRevision | Result | Report | Milestone | Scorecard | Plan
    when: When | None
    day: date | None
    document: Reference | None


def changes(archive: Archive, day: date) -> tuple[Change, ...]:
    """Everything that happened on or before the day, newest first; undated events come last."""
    return _newest_first(
        change for plan in archive.plans for change in _of_plan(archive, plan, day)
    )


def plan_changes(archive: Archive, plan: Plan, day: date) -> tuple[Change, ...]:
    """What happened to one plan, newest first; undated events come last."""
    return _newest_first(_of_plan(archive, plan, day))


def _newest_first(found: Iterable[Change]) -> tuple[Change, ...]:
    """Newest first, then in the order of the files."""
    return tuple(sorted(found, key=lambda each: -each.day.toordinal() if each.day else 1))


def _of_plan(archive: Archive, plan: Plan, day: date) -> Iterator[Change]:
    found = (
        _plan(archive, plan),
        *_targets(archive, plan, day),
        *_deadlines(archive, plan, day),
        *_results(archive, plan, day),
        *_reports(archive, plan),
        *_milestones(plan, day),
        *_scorecards(archive, plan),
    )
    for change in found:
        if has_come(change.when, day):
            yield replace(change, day=placed(change.when, day))


def _plan(archive: Archive, plan: Plan) -> Change:
    act = plan.document or (plan.source[0].document if plan.source else None)
    when = issued(plan.document, archive.document) or first_issued(plan.source, archive.document)
    return Change("plan", plan, None, None, plan, when, None, act)


def _targets(archive: Archive, plan: Plan, day: date) -> Iterator[Change]:
    for row in every(archive.rows[plan.id]):
        for each in revisions(row, archive.document, day):
            if each.kind == "unchanged" and not each.correction:
                continue
            kind: ChangeKind = "corrected" if each.correction else "target_adjusted"
            yield Change(kind, plan, row, row.path, each, each.on, None, each.document)


def _deadlines(archive: Archive, plan: Plan, day: date) -> Iterator[Change]:
    for task in plan.tasks:
        for each in deadline_revisions(task, archive.document, day):
            if each.days == 0 and not each.correction:
                continue
            kind: ChangeKind = "corrected" if each.correction else "deadline_moved"
            yield Change(kind, plan, task, task.id, each, each.on, None, each.document)


def _results(archive: Archive, plan: Plan, day: date) -> Iterator[Change]:
    for row in every(archive.rows[plan.id]):
        for result in row.results:
            if says_something(result) and has_come(result.period, day):
                when = heard_on(row, result, archive.document)
                document = _cited(result.source or row.sourcing.citations)
                yield Change("result", plan, row, row.path, result, when, None, document)


def _reports(archive: Archive, plan: Plan) -> Iterator[Change]:
    for task in plan.tasks:
        for report in task.reports:
            when = said_on(report, archive.document)
            document = report.document or _cited(report.source)
            yield Change("report", plan, task, task.id, report, when, None, document)


def _milestones(plan: Plan, day: date) -> Iterator[Change]:
    for milestone in plan.milestones:
        if milestone_standing(milestone, day).is_completed:
            yield Change(
                "milestone",
                plan,
                milestone,
                milestone.id,
                milestone,
                milestone.done or milestone.when,
                None,
                _cited(milestone.source or plan.source),
            )


def _scorecards(archive: Archive, plan: Plan) -> Iterator[Change]:
    for scorecard in plan.scorecards:
        source = scorecard.source or plan.source
        when = scorecard.as_of or first_issued(source, archive.document)
        yield Change(
            "scorecard", plan, scorecard, scorecard.id, scorecard, when, None, _cited(source)
        )


def _cited(citations: tuple[Citation, ...]) -> Reference | None:
    return citations[0].document if citations else None
