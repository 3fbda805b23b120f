"""Every task, step of a task and milestone on a line of its own: who, by when, what came of it.

Columns that begin with `concluded_` are worked out by the program as of the day.  A task stands
with the deadline in force and its last report; `first_due` is the deadline it began with.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.assess.findings import Findings
from generator.assess.timeliness import Standing, step_standing
from generator.exports.bodies import Naming, naming
from generator.exports.tables import Cells, cell, time_cells
from generator.model.plan import Plan, Section
from generator.model.references import Body
from generator.model.sources import Sourced
from generator.model.tasks import Milestone, Report, Step, Task
from generator.model.written_out import sourcing_of

HEADER = (
    *("plan", "item", "id", "number", "title", "title_en", "text", "kind"),
    *("section", "section_title"),
    *("lead", "lead_name", "supporting", "supporting_name", "deciding", "deciding_name"),
    *("places", "deliverables", "modality"),
    *("due", "due_from", "due_to", "due_text", "first_due"),
    *("stage", "reported_on", "done", "report_text", "report_document", "outcome"),
    *("concluded_timeliness", "concluded_cell", "concluded_days_late"),
    *("note", "source", "at", "quote"),
)
"""`item` is task, step or milestone; the bodies of a milestone, its actors, stand under `lead`."""


def task_rows(findings: Findings, plan: Plan) -> Iterator[Cells]:
    """The tasks of a plan with their steps, then its milestones."""
    sections = {section.id: section for section in plan.sections}
    names = naming(findings.archive, plan)
    for task, standing in zip(plan.tasks, findings.tasks[plan.id], strict=True):
        section = sections.get(task.section.id) if task.section else None
        yield _task(names, plan, section, task, standing)
        for number, step in enumerate(task.steps, start=1):
            yield _step(findings, plan, section, task, number, step)
    milestones = zip(plan.milestones, findings.milestones[plan.id], strict=True)
    for number, (milestone, standing) in enumerate(milestones, start=1):
        yield _milestone(names, plan, number, milestone, standing)


def _task(
    names: Naming, plan: Plan, section: Section | None, task: Task, standing: Standing
) -> Cells:
    deadline, report = standing.deadline, standing.report
    first = task.due[0] if len(task.due) > 1 else None
    return [
        *(plan.id, "task", task.id, task.number or "", task.title, task.title_en or ""),
        *(task.text or "", "", cell(task.section), section.title if section else ""),
        *_bodies(names, task.lead),
        *_bodies(names, task.supporting),
        *_bodies(names, task.deciding),
        *(cell(task.places), cell(task.deliverables), task.modality or ""),
        *time_cells(standing.due),
        (deadline and deadline.said("due")) or "",
        (cell(first.due) or first.said("due") or "") if first else "",
        *_report(report),
        "",
        *_concluded(standing),
        task.note or "",
        *_source(plan, section, task),
    ]


def _report(report: Report | None) -> Cells:
    if report is None:
        return ["", "", "", "", ""]
    on, done = cell(report.on), cell(report.done)
    return [report.stage, on, done, report.text or "", cell(report.document)]


def _step(
    findings: Findings, plan: Plan, section: Section | None, task: Task, number: int, step: Step
) -> Cells:
    standing = step_standing(step, task, findings.day, findings.archive.document)
    return [
        *(plan.id, "step", f"{task.id}/{number}", "", step.title, "", "", ""),
        *(cell(task.section), section.title if section else ""),
        *([""] * 8),
        step.modality or "",
        *time_cells(step.due),
        step.said("due") or "",
        *([""] * 7),
        *_concluded(standing),
        "",
        *_source(plan, section, step, task),
    ]


def _milestone(
    names: Naming, plan: Plan, number: int, milestone: Milestone, standing: Standing
) -> Cells:
    return [
        *(plan.id, "milestone", milestone.id or str(number), milestone.number or ""),
        *(milestone.title, milestone.title_en or "", milestone.text or ""),
        *(milestone.kind_text or milestone.kind or "", "", ""),
        *_bodies(names, milestone.actors),
        *([""] * 6),
        milestone.modality or "",
        *time_cells(milestone.when),
        milestone.said("when") or "",
        *(["", "", ""]),
        cell(milestone.done),
        *(["", ""]),
        milestone.outcome or "",
        *_concluded(standing),
        milestone.note or "",
        *_source(plan, None, milestone),
    ]


def _bodies(names: Naming, bodies: tuple[Body, ...]) -> Cells:
    """Bodies by id where they act (`so-tai-chinh@lao-cai`), and by name with their share."""
    if not bodies:
        return ["", ""]
    found = [(names(body.reference), body.share) for body in bodies]
    return [
        "; ".join(named.id for named, _ in found),
        "; ".join(f"{named.name}: {share}" if share else named.name for named, share in found),
    ]


def _concluded(standing: Standing) -> Cells:
    late = standing.days_late
    return [standing.timeliness, standing.cell or "", "" if late is None else str(late)]


def _source(plan: Plan, section: Section | None, *chain: Sourced) -> Cells:
    sourcing = sourcing_of(plan, section, *chain)
    return [cell(sourcing.citations), sourcing.at or "", sourcing.quote or ""]
