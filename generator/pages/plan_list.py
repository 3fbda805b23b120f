"""Lists of plans: one line a plan with its place, period, state and what is overdue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from generator.assess.lifecycle import Life
from generator.assess.places import Fate, fate
from generator.model.plan import Plan
from generator.model.registers import Place
from generator.pages import names
from generator.pages.page import Page
from generator.pages.plan.counts import PlanCounts, counts
from generator.text.sorting import alphabetical


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One plan in a list."""

    plan: Plan
    number: str | None
    place: Place | None
    fate: Fate | None
    life: Life
    counts: PlanCounts


def plan_table(page: Page, plans: Iterable[Plan], with_place: bool = True) -> Markup:
    """A table of plans in the order given."""
    return page.fragment(
        "plan_table.html",
        lines=tuple(_line(page, plan) for plan in plans),
        with_place=with_place,
    )


def by_place(page: Page, plans: Iterable[Plan]) -> list[Plan]:
    """Plans by place and period, in Vietnamese order."""
    archive = page.telling.archive

    def order(plan: Plan) -> Any:
        place = names.place_name(archive, plan.place).words if plan.place else ""
        period = plan.period.sort_key if plan.period else (1, "", "", "")
        return alphabetical(place.partition(" ")[2]), period, alphabetical(plan.title)

    return sorted(plans, key=order)


def _line(page: Page, plan: Plan) -> PlanLine:
    telling = page.telling
    place = telling.archive.place.get(plan.place.id) if plan.place else None
    return PlanLine(
        plan,
        names.plan_number(telling.archive, plan),
        place,
        fate(telling.archive, place, telling.day) if place else None,
        telling.findings.lives[plan.id],
        counts(telling.findings, plan),
    )
