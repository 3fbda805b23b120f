"""The front page: what the site is, how much is in it, what changed, what is due."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.assess.changes import Change
from generator.assess.timeliness import Standing
from generator.model.plan import Plan
from generator.model.tasks import Milestone, Task
from generator.pages.events import told
from generator.pages.page import Page, Telling
from generator.pages.plan.counts import added, announced_first, counts, dated
from generator.pages.plan_list import by_place, plan_table

MOST_EVENTS = 5
DAYS_AHEAD = 30


@dataclass(frozen=True, slots=True)
class DueItem:
    """A task or milestone of a plan with how it stands."""

    plan: Plan
    item: Task | Milestone
    standing: Standing


def home_page(telling: Telling) -> tuple[str, str]:
    """The path and text of the front page."""
    page = Page(telling, addresses.HOME)
    findings, plans = telling.findings, telling.archive.plans
    items = [
        DueItem(plan, item, standing) for plan in plans for item, standing in dated(findings, plan)
    ]
    facts = {
        "plans": plans,
        "places": len({plan.place.written for plan in plans if plan.place}),
        "original": sum(_has_original(telling, plan) for plan in plans),
        "indicators": sum(len(plan.indicators) for plan in plans),
        "reported": sum(
            any(part.results for part in (each, *each.parts))
            for plan in plans
            for each in plan.indicators
        ),
        "tasks": added(counts(findings, plan).tasks for plan in plans),
        "declared": tuple(
            (plan, each)
            for plan in plans
            for each in announced_first(findings, plan, "tasks")
            if each.declared > each.recorded
        ),
        "events": told(page, _recent(telling)),
        "due": _due(telling, items),
        "plan_table": plan_table(page, by_place(page, plans)),
    }
    return page.markdown(
        "home.md",
        hero=page.fragment("home/hero.html"),
        counts=page.fragment("home/counts.html", **facts, ways=_ways(page)),
        columns=page.fragment("home/columns.html", **facts),
        plan_table=facts["plan_table"],
    )


def _ways(page: Page) -> dict[str, str]:
    """Where the items of each cell are listed: the parts of the calendar."""
    parts = {
        **dict.fromkeys(("overdue", "overdue_unreported"), "qua-han"),
        **dict.fromkeys(("on_time", "late"), "da-hoan-thanh"),
        "in_time": "sap-den-han",
    }
    return {code: page.to(f"{addresses.CALENDAR}#{part}") for code, part in parts.items()}


def _recent(telling: Telling) -> list[Change]:
    return [change for change in telling.findings.changes if change.day][:MOST_EVENTS]


def _has_original(telling: Telling, plan: Plan) -> bool:
    """Whether at least one of the plan's own sources is not news."""
    cited = [telling.archive.document.get(each.document.id) for each in plan.source]
    return any(document and not document.is_secondary for document in cited)


def _due(telling: Telling, items: list[DueItem]) -> dict[str, object]:
    """What is overdue by plan, what comes within thirty days, what waits for a condition."""
    overdue: dict[str, list[DueItem]] = {}
    for each in items:
        if each.standing.timeliness in ("overdue", "overdue_unreported"):
            overdue.setdefault(each.plan.id, []).append(each)
    soon = sorted(
        (
            each
            for each in items
            if each.standing.timeliness == "in_time"
            and each.standing.latest
            and (each.standing.latest - telling.day).days <= DAYS_AHEAD
        ),
        key=lambda each: each.standing.latest or telling.day,
    )
    return {
        "overdue": tuple(overdue.values()),
        "overdue_total": sum(len(each) for each in overdue.values()),
        "unreported": sum(each.standing.timeliness == "overdue_unreported" for each in items),
        "soon": tuple(soon),
        "waiting": tuple(each for each in items if each.standing.timeliness == "in_words"),
    }
