"""Where each section of a plan is told: among its tasks, its indicators, or its statements."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from generator.model.indicators import Indicator
from generator.model.plan import Plan, Section
from generator.model.tasks import Task

Home = Literal["tasks", "indicators", "statements"]


def homes(plan: Plan) -> dict[str, Home]:
    """The one place on the page where each section has its row, by section id.

    A section goes where its tasks are, or would be as it announces them, else where its indicators
    are; one above others goes with them.  A section that holds nothing is a statement.
    """
    tasks = _with_outer(plan, _announcing(plan, "tasks") | _named(plan.tasks))
    indicators = _with_outer(plan, _announcing(plan, "indicators") | _named(plan.indicators))
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


def _announcing(plan: Plan, what: Literal["tasks", "indicators"]) -> set[str]:
    """The sections that say how many there are of something."""
    return {
        section.id
        for section in plan.sections
        if section.declared and getattr(section.declared, what) is not None
    }


def _named(items: Iterable[Task | Indicator]) -> set[str]:
    return {item.section.id for item in items if item.section}


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
