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
from generator.pages.sort_keys import Column, alphabetic, by_gravity, sort_keys
from generator.text.sorting import alphabetical
from generator.text.words import PLAN_KIND, word


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
    lines = tuple(_line(page, plan) for plan in plans)
    return page.fragment(
        "plan_table.html",
        lines=lines,
        keys=_sort_keys(page, lines, with_place),
        with_place=with_place,
        overdue=sum(line.counts.all.overdue for line in lines),
        total=sum(line.counts.all.total for line in lines),
    )


def _sort_keys(page: Page, lines: tuple[PlanLine, ...], with_place: bool) -> tuple[str, ...]:
    language = page.telling.language
    periods = [line.plan.period for line in lines]
    order = {each: place for place, each in enumerate(sorted({p.sort_key for p in periods if p}))}
    columns: list[Column] = [alphabetic(names.plan_name(line.plan, language) for line in lines)]
    if with_place:
        columns.append(
            alphabetic(
                names.place_named(line.place, language) if line.place else None for line in lines
            )
        )
    return sort_keys(
        *columns,
        alphabetic(word(PLAN_KIND, line.plan.kind, language) for line in lines),
        [order[period.sort_key] if period else None for period in periods],
        by_gravity("lifecycle", (line.life.state for line in lines)),
        [line.counts.all.overdue if line.counts.all.with_deadline else None for line in lines],
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
