"""The milestones of a plan over months, where they are few."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from generator.model.plan import Plan
from generator.pages.drawings.timetable import Entry, timetable
from generator.pages.page import Page
from generator.pages.plan.counts import dated

MOST_TASKS = 3
"""With more dated tasks the timeline tells when what falls due."""


def short_timetable(page: Page, plan: Plan) -> Markup:
    """The drawing of at most a dozen milestones; empty where the timeline serves better."""
    entries = [
        Entry(each.number or str(number), each.when)
        for number, each in enumerate(plan.milestones, 1)
        if each.when and each.when.latest
    ]
    if len(entries) < 2 or len(_dated_tasks(page, plan)) > MOST_TASKS:
        return Markup("")
    drawing = timetable(entries, page.telling.day, page.telling.language)
    if drawing is None:
        return Markup("")
    return page.fragment(
        "plan/timetable.html",
        drawing=drawing,
        entries=entries,
        first=min(entries, key=lambda each: each.when.sort_key).when,
        last=max(entries, key=lambda each: each.when.latest or date.min).when,
        past=all(each.when.latest and each.when.latest < page.telling.day for each in entries),
        undated=len(plan.milestones) - len(entries),
        plan=plan,
    )


def stands_alone(page: Page, plan: Plan) -> bool:
    """Whether the timetable says all that a timeline would: no task has a day."""
    return not _dated_tasks(page, plan) and bool(short_timetable(page, plan))


def _dated_tasks(page: Page, plan: Plan) -> list[object]:
    items = dated(page.telling.findings, plan)[: len(plan.tasks)]
    return [item for item, standing in items if standing.latest]
