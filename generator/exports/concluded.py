"""What follows from a plan on the day: in time or late, reached or not, adjusted, complete."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from generator.assess.assessment import Assessment
from generator.assess.completeness import Completeness
from generator.assess.findings import Findings
from generator.assess.freshness import freshness
from generator.assess.revisions import DeadlineRevision, Revision, deadline_revisions, revisions
from generator.assess.scorecards import reconciliation
from generator.assess.timeliness import Standing, cell_counts
from generator.exports.written import Plain, Writing
from generator.model.indicators import Target
from generator.model.plan import Plan
from generator.model.tasks import Deadline, Task
from generator.model.written_out import Row, every


def concluded(findings: Findings, plan: Plan, rows: tuple[Row, ...]) -> Plain:
    """The conclusions of a plan; indicators by path and tasks by id, numbers count from 0.

    `target`, `result`, `deadline` … are positions in the lists that the author wrote.
    """
    plain = Writing().plain
    tasks, milestones = findings.tasks[plan.id], findings.milestones[plan.id]
    return {
        "life": plain(findings.lives[plan.id]),
        "verdicts": dict(sorted(findings.verdicts(plan).items())),
        "timeliness": plain(cell_counts(tasks)),
        "completeness": _completeness(findings.completeness[plan.id]),
        "freshness": plain(freshness(findings.archive, plan, findings.day)),
        "indicators": {row.path: _row(findings, plan, row) for row in every(rows)},
        "tasks": {
            task.id: _task(findings, task, standing)
            for task, standing in zip(plan.tasks, tasks, strict=True)
        },
        "milestones": [_standing(each) for each in milestones],
        "scorecards": [plain(reconciliation(each, rows, plan.tasks)) for each in plan.scorecards],
    }


def _completeness(found: Completeness) -> Plain:
    """So many of so many; what a section announces under the id of the section."""
    told = {field.name: Writing().plain(getattr(found, field.name)) for field in fields(found)}
    told["announced"] = [
        _known(
            {
                "section": each.section.id if each.section else None,
                "what": each.what,
                "declared": each.declared,
                "recorded": each.recorded,
                "rows": each.rows,
                "words": each.words,
            }
        )
        for each in found.announced
    ]
    return told


def _row(findings: Findings, plan: Plan, row: Row) -> Plain:
    headline = findings.headline_of(plan, row)
    told: dict[str, Plain] = {
        "verdict": headline.verdict if headline else "no_data",
        "assessments": [_assessment(row, each) for each in findings.rows[plan.id][row.path]],
    }
    if adjusted := revisions(row, findings.archive.document, findings.day):
        told["revisions"] = [_revision(row.targets, each) for each in adjusted]
    return told


def _assessment(row: Row, assessment: Assessment) -> Plain:
    told: dict[str, Plain] = {
        "verdict": assessment.verdict,
        "reason": assessment.reason,
        "period": assessment.period.written if assessment.period else None,
        "target": _position(row.targets, assessment.target),
        "result": _position(row.results, assessment.result),
        "of_plan": assessment.share.percent.written if assessment.share else None,
        "is_provisional": assessment.is_provisional,
        "stated": assessment.stated,
        "stated_verdict": assessment.stated_verdict,
        "differs": assessment.differs,
        "within_tolerance": assessment.within_tolerance,
        "first_verdict": assessment.first_verdict,
        "latest": _position(row.results, assessment.latest),
    }
    return {**_known(told), "latest_meets": assessment.latest_meets}


def _revision(targets: Sequence[Target], revision: Revision) -> Plain:
    return _known(
        {
            "kind": revision.kind,
            "width": revision.width,
            "before": _position(targets, revision.before),
            "after": _position(targets, revision.after),
            **_occasion(revision),
        }
    )


def _task(findings: Findings, task: Task, standing: Standing) -> Plain:
    told = _standing(standing)
    told["deadline"] = _position(task.due, standing.deadline)
    told["report"] = _position(task.reports, standing.report)
    if moved := deadline_revisions(task, findings.archive.document, findings.day):
        told["revisions"] = [_move(task.due, each) for each in moved]
    return _known(told)


def _move(deadlines: Sequence[Deadline], revision: DeadlineRevision) -> Plain:
    return _known(
        {
            "days": revision.days,
            "before": _position(deadlines, revision.before),
            "after": _position(deadlines, revision.after),
            **_occasion(revision),
        }
    )


def _occasion(revision: Revision | DeadlineRevision) -> dict[str, Plain]:
    return {
        "on": revision.on.written if revision.on else None,
        "document": revision.document.written if revision.document else None,
        "reason": revision.reason,
        "correction": revision.correction,
    }


def _standing(standing: Standing) -> dict[str, Plain]:
    return _known(
        {
            "timeliness": standing.timeliness,
            "cell": standing.cell,
            "latest": standing.latest.isoformat() if standing.latest else None,
            "done": standing.done.written if standing.done else None,
            "is_completed": standing.is_completed,
            "is_aspirational": standing.is_aspirational,
            "spans_deadline": standing.spans_deadline,
            "days_late": standing.days_late,
        }
    )


def _known(told: dict[str, Plain]) -> dict[str, Plain]:
    """Only what there is something to say about: what is left out is unknown or not so."""
    return {name: value for name, value in told.items() if value is not None and value is not False}


def _position(entries: Sequence[object], entry: object | None) -> int | None:
    """Where an entry stands among others; equal entries are told apart."""
    for number, each in enumerate(entries):
        if each is entry:
            return number
    return None
