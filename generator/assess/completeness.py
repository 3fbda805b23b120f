"""How much of a plan is here: what was announced, sourced, reported, and who is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.assess.judging import answering, period_end, says_something
from generator.assess.revisions import target_lines
from generator.assess.timeliness import task_standing
from generator.model.archive import Archive
from generator.model.base import Entry
from generator.model.indicators import Indicator, Value
from generator.model.plan import Declared, Plan, Section
from generator.model.references import Body, Reference
from generator.model.tasks import Task
from generator.model.written_out import Row, every

Counted = Literal["indicators", "tasks", "sections", "milestones"]


@dataclass(frozen=True, slots=True)
class Tally:
    """So many of so many."""

    count: int
    of: int


@dataclass(frozen=True, slots=True)
class Announced:
    """What the document announces against what is entered: "137 announced, 44 here".

    `section` is `None` for the plan as a whole; a section counts what lies in its inner sections
    too.  `recorded` counts top-level rows, neighbours of one section under one printed number as
    one (a task split into several lines).  `rows` counts every line.  `words` is what the document
    says (`declared_text`).
    """

    section: Section | None
    what: Counted
    declared: int
    recorded: int
    rows: int
    words: str | None


@dataclass(frozen=True, slots=True)
class Completeness:
    """What is there and what is not, each as so many of so many.

    Values are baselines, targets and results of indicators and parts.  `targets_with_baseline`
    counts indicators with a number to reach, `due_targets_with_result` targets whose period has
    ended, `indicators_without_unit` those with numbers.  `names` are the references without
    identity, as printed, of all different references.  `tasks_overdue_unreported` is counted of
    the tasks whose deadline has passed, `completed_without_day` of the completed ones.
    """

    announced: tuple[Announced, ...]
    values_with_own_source: Tally
    values_with_quote: Tally
    targets_with_baseline: Tally
    due_targets_with_result: Tally
    indicators_without_unit: Tally
    references_without_identity: Tally
    names: tuple[str, ...]
    tasks_without_lead: Tally
    tasks_without_deadline: Tally
    tasks_overdue_unreported: Tally
    completed_without_day: Tally


def completeness(archive: Archive, plan: Plan, day: date) -> Completeness:
    """What can be said of how complete a plan is here on a day; sentences, never a grade."""
    top = archive.rows[plan.id]
    rows = tuple(every(top))
    standings = [task_standing(task, day, archive.document) for task in plan.tasks]
    passed = [each for each in standings if each.latest and each.latest < day]
    completed = [each for each in standings if each.is_completed]
    values = [
        (row.indicator, value)
        for row in rows
        for value in (*row.baseline, *row.targets, *row.results)
    ]
    numbered = [row for row in rows if _has_numbers(row)]
    targeted = [row for row in rows if any(_is_number(each) for each in row.targets)]
    names, references = _names(plan)
    return Completeness(
        announced=tuple(announced(plan, top)),
        values_with_own_source=_tally(
            bool(value.source or indicator.source) for indicator, value in values
        ),
        values_with_quote=_tally(_is_quoted(*each) for each in values),
        targets_with_baseline=_tally(bool(row.baseline) for row in targeted),
        due_targets_with_result=_answered(rows, day, archive),
        indicators_without_unit=_tally(row.unit is None for row in numbered),
        references_without_identity=Tally(len(names), references),
        names=names,
        tasks_without_lead=_tally(not task.lead for task in plan.tasks),
        tasks_without_deadline=_tally(_has_no_deadline(task) for task in plan.tasks),
        tasks_overdue_unreported=_tally(each.timeliness == "overdue_unreported" for each in passed),
        completed_without_day=_tally(each.done is None for each in completed),
    )


def _tally(answers: Iterable[bool]) -> Tally:
    listed = list(answers)
    return Tally(sum(listed), len(listed))


def _is_number(value: Value) -> bool:
    return value.value is not None and value.value.low is not None


def _has_numbers(row: Row) -> bool:
    return any(_is_number(each) for each in (*row.baseline, *row.targets, *row.results))


def _has_no_deadline(task: Task) -> bool:
    """Whether neither the task nor one of its steps says by when, in numbers or words."""
    return not task.due and not any(step.due or step.said("due") for step in task.steps)


def _is_quoted(indicator: Indicator, value: Value) -> bool:
    """Whether the source's words stand beside a value or its indicator."""
    quotes = (each.quote for each in (*value.source, *indicator.source))
    return bool(value.quote or indicator.quote or any(quotes))


def _answered(rows: Iterable[Row], day: date, archive: Archive) -> Tally:
    """How many targets whose period has ended have any result for it."""
    return _tally(
        any(says_something(result) for result in answering(line.period, row.results))
        for row in rows
        for line in target_lines(row, archive.document, day)
        for end in (period_end(line.period),)
        if end is not None and end < day
    )


def announced(plan: Plan, top: Sequence[Row]) -> Iterator[Announced]:
    """What the document announces, for the plan and each section, against what is entered."""
    if plan.declared:
        milestones = len(plan.milestones)
        yield from _counts(plan, top, None, plan.declared, plan.said("declared"), milestones)
    for section in plan.sections:
        if section.declared:
            yield from _counts(plan, top, section, section.declared, section.said("declared"))


def _counts(
    plan: Plan,
    top: Sequence[Row],
    section: Section | None,
    declared: Declared,
    words: str | None,
    milestones: int | None = None,
) -> Iterator[Announced]:
    inside = _with_inner(plan, section) if section else None
    indicators = [
        (row.section.id if row.section else "", row.indicator.number)
        for row in top
        if inside is None or (row.section and row.section.id in inside)
    ]
    tasks = [
        (task.section.id if task.section else "", task.number)
        for task in plan.tasks
        if inside is None or (task.section and task.section.id in inside)
    ]
    sections = sum(
        (each.parent.id if each.parent else None) == (section.id if section else None)
        for each in plan.sections
    )
    found: tuple[tuple[Counted, int | None, int | None, int], ...] = (
        ("indicators", declared.indicators, _numbers(indicators), len(indicators)),
        ("tasks", declared.tasks, _numbers(tasks), len(tasks)),
        ("sections", declared.sections, sections, sections),
        ("milestones", declared.milestones, milestones, milestones or 0),
    )
    for what, said, recorded, rows in found:
        if said is not None and recorded is not None:
            yield Announced(section, what, said, recorded, rows, words)


def _numbers(rows: Sequence[tuple[str, str | None]]) -> int:
    """How many printed rows there are: neighbours of one section under one number are one."""
    return sum(
        number is None or index == 0 or rows[index - 1] != (section, number)
        for index, (section, number) in enumerate(rows)
    )


def _with_inner(plan: Plan, section: Section) -> set[str]:
    """The ids of a section and of all sections inside it."""
    found = {section.id}
    grown = True
    while grown:
        inner = {each.id for each in plan.sections if each.parent and each.parent.id in found}
        grown = not inner <= found
        found |= inner
    return found


def _names(plan: Plan) -> tuple[tuple[str, ...], int]:
    """The names that stand where an id could, each once; and how many different references."""
    found: dict[str, Reference] = {}
    _gather(plan, found)
    return tuple(each.written for each in found.values() if each.is_name), len(found)


def _gather(value: object, found: dict[str, Reference]) -> None:
    """Collects the references of an entry and of all entries inside it, in their order."""
    if isinstance(value, Reference):
        found.setdefault(value.written, value)
    elif isinstance(value, Body):
        found.setdefault(value.reference.written, value.reference)
    elif isinstance(value, Entry):
        for name, each in vars(value).items():
            if each and type(each) is not str and name not in ("origin", "texts"):
                _gather(each, found)
    elif isinstance(value, tuple):
        for each in value:
            _gather(each, found)
    elif isinstance(value, dict):
        for each in value.values():
            _gather(each, found)
