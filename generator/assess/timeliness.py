"""Whether a task, a step or a milestone is in time on a day.

The rule (model: timeliness): completed on or before the last day of the deadline is on time, after
it late; the day after the deadline an open task is overdue.  Where nobody reported, that is said:
a missing report is no proof of failure.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, NamedTuple

from generator.assess.days import NO_DOCUMENTS, Documents, has_come, said_on
from generator.assess.versions import in_order, promised
from generator.model.tasks import Deadline, Milestone, Report, Step, Task
from generator.model.when import When

Timeliness = Literal[
    "on_time",
    "late",
    "in_time",
    "overdue",
    "overdue_unreported",
    "no_deadline",
    "in_words",
    "ongoing",
    "done_day_unknown",
    "stopped",
]
Cell = Literal["done_on_time", "done_late", "open_in_time", "open_overdue"]

CELLS: Final[dict[Cell, tuple[Timeliness, ...]]] = {
    "done_on_time": ("on_time",),
    "done_late": ("late",),
    "open_in_time": ("in_time",),
    "open_overdue": ("overdue", "overdue_unreported"),
}
"""The four official cells; every other timeliness stands beside them and is never mixed in."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a task, step or milestone stands on a day.

    `deadline` is the version in force (tasks only), `due` its time, `latest` its last day.
    `report` is the last one known on the day, `done` the time of completion as said.
    `is_completed` also holds where no cell applies (completed without a deadline).
    `spans_deadline`: the completion is known too roughly to tell on time from late.
    `days_late` counts the days that are certain: from the deadline to the completion, or to the
    day while it is open; `None` when not late.
    """

    timeliness: Timeliness
    deadline: Deadline | None = None
    due: When | None = None
    latest: date | None = None
    report: Report | None = None
    done: When | None = None
    is_completed: bool = False
    is_aspirational: bool = False
    spans_deadline: bool = False
    days_late: int | None = None

    @property
    def cell(self) -> Cell | None:
        """The official cell it is counted in, if any."""
        return next((cell for cell, codes in CELLS.items() if self.timeliness in codes), None)

    @property
    def is_overdue(self) -> bool:
        """Whether it is open and its deadline has passed, reported or not."""
        return self.timeliness in CELLS["open_overdue"]


def task_standing(task: Task, day: date, documents: Documents = NO_DOCUMENTS) -> Standing:
    """How a task stands by its own deadline; its steps have standings of their own."""
    deadline = deadline_in_force(task, documents, day)
    reports = promised(in_order(task.reports, documents, day))
    report = reports[-1] if reports else None
    done = _completion(reports)
    completed = report is not None and report.stage == "completed" and has_come(done, day)
    # A completion reported within the deadline lies within it, even if its day is not told.
    known_by = done or (said_on(report, documents) if report else None)
    return _standing(
        _Facts(
            due=deadline.due if deadline else None,
            says_due=deadline is not None,
            is_aspirational=task.modality == "aspirational",
            is_stopped=report is not None and report.stage in _STOPPED,
            is_completed=completed,
            done=done if completed else None,
            known_by=known_by if completed else None,
            is_reported=report is not None,
        ),
        day,
        deadline,
        report,
    )


def step_standing(
    step: Step, task: Task, day: date, documents: Documents = NO_DOCUMENTS
) -> Standing:
    """How one step of a task stands.

    Reports speak of the task: a completed task has completed its steps by then, one not started
    has done none of them, one in progress tells nothing of a step.
    """
    whole = task_standing(task, day, documents)
    stage = whole.report.stage if whole.report else None
    known_by = None
    if whole.is_completed and whole.report:
        known_by = whole.done or said_on(whole.report, documents)
    return _standing(
        _Facts(
            due=step.due,
            says_due=step.due is not None or step.said("due") is not None,
            is_aspirational=step.modality == "aspirational",
            is_stopped=stage in _STOPPED,
            is_completed=whole.is_completed,
            done=None,
            known_by=known_by,
            is_reported=stage == "not_started",
        ),
        day,
        None,
        whole.report,
    )


def milestone_standing(milestone: Milestone, day: date) -> Standing:
    """How a milestone stands; it has taken place when the source says `done` or an `outcome`.

    An outcome tells no day of its own: it was the day of `when`, if that is a single day.
    """
    when = milestone.when
    done = milestone.done
    if done is None and milestone.outcome and when and _is_day(when):
        done = when
    took_place = bool(done or milestone.outcome) and has_come(done or when, day)
    return _standing(
        _Facts(
            due=when,
            says_due=when is not None or milestone.said("when") is not None,
            is_aspirational=milestone.modality == "aspirational",
            is_stopped=False,
            is_completed=took_place,
            done=done if took_place else None,
            known_by=done if took_place else None,
            is_reported=took_place,
        ),
        day,
        None,
        None,
    )


def deadline_in_force(
    task: Task, documents: Documents = NO_DOCUMENTS, day: date | None = None
) -> Deadline | None:
    """The last version of a task's deadline, of those said by the day.

    The first version counts on any day: a plan's deadline is part of the plan.
    """
    versions = in_order(task.due, documents, day) or in_order(task.due, documents)[:1]
    return versions[-1] if versions else None


def last_report(task: Task, day: date, documents: Documents = NO_DOCUMENTS) -> Report | None:
    """The last report known on the day: the task's state."""
    reports = promised(in_order(task.reports, documents, day))
    return reports[-1] if reports else None


def next_step(task: Task, day: date, documents: Documents = NO_DOCUMENTS) -> Step | None:
    """The step with the nearest deadline still to come, while the task is open."""
    report = last_report(task, day, documents)
    if report and (report.stage == "completed" or report.stage in _STOPPED):
        return None
    coming = [
        (step.due.latest, number, step)
        for number, step in enumerate(task.steps)
        if step.due and step.due.latest and step.due.latest >= day
    ]
    return min(coming, key=lambda each: each[:2])[2] if coming else None


def cell_counts(standings: Iterable[Standing]) -> dict[Cell, int]:
    """How many stand in each of the four official cells, in their order."""
    counts = dict.fromkeys(CELLS, 0)
    for standing in standings:
        if cell := standing.cell:
            counts[cell] += 1
    return counts


_STOPPED: Final = frozenset({"suspended", "dropped", "merged"})


class _Facts(NamedTuple):
    """What is known on the day, before it is held against the deadline.

    `known_by` is the time by which the completion is certain: `done`, else when it was reported.
    """

    due: When | None
    says_due: bool
    is_aspirational: bool
    is_stopped: bool
    is_completed: bool
    done: When | None
    known_by: When | None
    is_reported: bool


def _standing(
    facts: _Facts, day: date, deadline: Deadline | None, report: Report | None
) -> Standing:
    latest = facts.due.latest if facts.due else None
    timeliness, spans = _timeliness(facts, latest, day)
    return Standing(
        timeliness=timeliness,
        deadline=deadline,
        due=facts.due,
        latest=latest,
        report=report,
        done=facts.done,
        is_completed=facts.is_completed,
        is_aspirational=facts.is_aspirational,
        spans_deadline=spans,
        days_late=_days_late(timeliness, latest, facts.done, day),
    )


def _timeliness(facts: _Facts, latest: date | None, day: date) -> tuple[Timeliness, bool]:
    """The timeliness, and whether the completion is known too roughly to tell."""
    if facts.is_stopped:
        return "stopped", False
    if latest is None:
        return _without_a_day(facts), False
    if facts.is_completed:
        return _of_completed(facts, latest)
    if day <= latest:
        return "in_time", False
    return ("overdue" if facts.is_reported else "overdue_unreported"), False


def _without_a_day(facts: _Facts) -> Timeliness:
    """The timeliness where no last day follows from the deadline.

    A school year whose beginning the plan does not tell has no last day either: it is shown in its
    words.
    """
    if facts.due and facts.due.recurrence:
        return "ongoing"
    return "in_words" if facts.says_due else "no_deadline"


def _of_completed(facts: _Facts, latest: date) -> tuple[Timeliness, bool]:
    if facts.known_by and facts.known_by.latest and facts.known_by.latest <= latest:
        return "on_time", False
    done = facts.done
    if done is None or (done.earliest is None and done.latest is None):
        return "done_day_unknown", False
    if done.earliest and done.earliest > latest:
        return "late", False
    return "done_day_unknown", True


def _days_late(
    timeliness: Timeliness, latest: date | None, done: When | None, day: date
) -> int | None:
    if latest is None:
        return None
    if timeliness == "late" and done and done.earliest:
        return (done.earliest - latest).days
    return (day - latest).days if timeliness in CELLS["open_overdue"] else None


def _completion(reports: tuple[Report, ...]) -> When | None:
    """The day of completion: of the last report, or of one before it that also said completed."""
    for report in reversed(reports):
        if report.stage != "completed":
            return None
        if report.done:
            return report.done
    return None


def _is_day(when: When) -> bool:
    return when.mode == "within" and when.start is not None and when.start.unit == "day"
