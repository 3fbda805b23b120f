"""Where each section of a plan is told: among its tasks, its indicators, or its statements."""

from __future__ import annotations

from typing import Literal

from generator.model.plan import Plan, Section

Home = Literal["tasks", "indicators", "statements"]


def homes(plan: Plan) -> dict[str, Home]:
    """The one place on the page where each section has its row, by section id.

    A section goes where its tasks are (or the tasks that it announces), else where its indicators
    are; one above others goes with them.  A section that holds nothing is a statement.
    """
    tasks = _with_outer(plan, _holding_tasks(plan))
    indicators = _with_outer(plan, {each.section.id for each in plan.indicators if each.section})
    return {
        section.id: "tasks"
        if section.id in tasks
        else "indicators"
        if section.id in indicators
        else "statements"
        for section in plan.sections
    }


def depth(plan: Plan, section: Section) -> int:
    """How many sections lie above one; a cycle ends the counting."""
    above = _parents(plan)
    found, current = 0, above.get(section.id)
    while current and found < len(above):
        found, current = found + 1, above.get(current)
    return found


def _holding_tasks(plan: Plan) -> set[str]:
    announcing = {
        section.id
        for section in plan.sections
        if section.declared and section.declared.tasks is not None
    }
    return announcing | {task.section.id for task in plan.tasks if task.section}


def _with_outer(plan: Plan, inner: set[str]) -> set[str]:
    """Some sections and all that lie above them."""
    above, found = _parents(plan), set(inner)
    for section in inner:
        current = above.get(section)
        while current and current not in found:
            found.add(current)
            current = above.get(current)
    return found


def _parents(plan: Plan) -> dict[str, str | None]:
    return {each.id: each.parent.id if each.parent else None for each in plan.sections}
