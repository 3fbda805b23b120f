"""The tasks of a plan by section, each with who answers for it, by when, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.assess.completeness import Announced
from generator.assess.timeliness import Standing
from generator.model.archive import plan_place
from generator.model.plan import Plan, Section
from generator.model.references import Body
from generator.model.tasks import Task
from generator.pages import names
from generator.pages.filters import (
    FEW,
    Choice,
    by_timeliness,
    filter_form,
    in_order,
    in_use,
    overdue_value,
    timeliness_values,
)
from generator.pages.names import Name
from generator.pages.page import Page
from generator.pages.plan.counts import CELLS, Counts, announced_in, counted
from generator.pages.plan.sections import depth, homes
from generator.pages.sort_keys import alphabetic, by_day, by_gravity, sort_keys, unsorted
from generator.text.folding import slug
from generator.text.saying import say
from generator.text.words import TIMELINESS

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
    codes = in_use(TIMELINESS, (each.timeliness for each in page.telling.findings.tasks[plan.id]))
    is_long = len(plan.tasks) > FEW
    return page.fragment(
        "plan/tasks.html",
        plan=plan,
        groups=listed,
        opens_all=len(plan.tasks) <= MOST_OPEN,
        codes=codes,
        filter=_filter(page, plan, codes) if is_long else "",
        chosen=page.fragment(
            "chosen.html",
            codes=[code for code in CELLS if code in codes],
            over=overdue_value(codes),
            all="nhiem-vu",
        )
        if is_long
        else "",
        keys=_sort_keys(page, plan),
        chosen_by=timeliness_values,
        shows_evidence=any(
            task.deliverables or task.reports for group in listed for task, _ in group.tasks
        ),
    )


def _filter(page: Page, plan: Plan, codes: tuple[str, ...]) -> Markup:
    language = page.telling.language
    return filter_form(
        page,
        say(language, "nhiệm vụ", "tasks"),
        by_timeliness(language, codes),
        Choice("a", say(language, "Cơ quan", "Body"), in_order(_bodies(page, plan)), ".lead"),
        box="nhiem-vu-bang",
        hint=say(language, "tên việc, cơ quan, thời hạn", "task, body, deadline"),
    )


def _bodies(page: Page, plan: Plan) -> dict[str, Name]:
    """Every body that has a part in a task, by the word that stands for it in addresses."""
    listed = (
        _body(page, plan, each)
        for task in plan.tasks
        for each in (*task.lead, *task.supporting, *task.deciding)
    )
    return {slug(name.words): name for name in listed}


def _body(page: Page, plan: Plan, body: Body) -> Name:
    telling = page.telling
    return names.body_words(
        telling.archive, body.reference, plan_place(plan), plan.language, telling.language
    )


def _sort_keys(page: Page, plan: Plan) -> dict[str, str]:
    """By the id of the task."""
    standings = page.telling.findings.tasks[plan.id]
    keys = sort_keys(
        unsorted(plan.tasks),
        alphabetic(_body(page, plan, task.lead[0]) if task.lead else None for task in plan.tasks),
        by_day(standing.latest for standing in standings),
        by_gravity("timeliness", (standing.timeliness for standing in standings)),
    )
    return {task.id: key for task, key in zip(plan.tasks, keys, strict=True)}


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
