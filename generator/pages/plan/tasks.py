"""The tasks of a plan by section, each with who answers for it, by when, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.assess.completeness import Announced
from generator.assess.timeliness import Standing
from generator.model.plan import Plan, Section
from generator.model.tasks import Task
from generator.pages.page import Page
from generator.pages.plan.counts import Counts, announced_in, counted
from generator.pages.plan.sections import depth, homes

MOST_OPEN = 40
"""With more tasks than this only the first section is open at first."""


@dataclass(frozen=True, slots=True)
class Group:
    """The tasks of one section; `section` is `None` for tasks outside any."""

    section: Section | None
    depth: int
    tasks: tuple[tuple[Task, Standing], ...]
    counts: Counts
    announced: Announced | None


def tasks(page: Page, plan: Plan) -> Markup:
    """The task tables; sections that only declare a number of tasks are listed too."""
    home = homes(plan)
    listed = [
        each
        for each in groups(page, plan)
        if each.tasks or (each.section and home[each.section.id] == "tasks")
    ]
    if not listed:
        return Markup("")
    return page.fragment(
        "plan/tasks.html",
        plan=plan,
        groups=listed,
        opens_all=len(plan.tasks) <= MOST_OPEN,
        codes=tuple(
            dict.fromkeys(standing.timeliness for group in listed for _, standing in group.tasks)
        ),
        shows_evidence=any(
            task.deliverables or task.reports for group in listed for task, _ in group.tasks
        ),
    )


def groups(page: Page, plan: Plan) -> tuple[Group, ...]:
    """The sections in the order of the plan, each with its own tasks; loose tasks come last."""
    standings = page.telling.findings.tasks[plan.id]
    by_section: dict[str | None, list[tuple[Task, Standing]]] = {}
    known = {section.id for section in plan.sections}
    for task, standing in zip(plan.tasks, standings, strict=True):
        key = task.section.id if task.section and task.section.id in known else None
        by_section.setdefault(key, []).append((task, standing))
    found = [
        _group(
            section,
            depth(plan, section),
            by_section.get(section.id, []),
            announced_in(page.telling.findings, plan, section, "tasks"),
        )
        for section in plan.sections
    ]
    if None in by_section:
        found.append(_group(None, 0, by_section[None], None))
    return tuple(found)


def _group(
    section: Section | None,
    depth: int,
    listed: list[tuple[Task, Standing]],
    announced: Announced | None,
) -> Group:
    counts = counted(standing for _, standing in listed)
    return Group(section, depth, tuple(listed), counts, announced)
