"""What is due when, over all plans: overdue, due soon, later, without deadline."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator import addresses
from generator.model.plan import Plan
from generator.pages.filters import (
    FEW,
    by_plan,
    by_timeliness,
    filter_form,
    timeliness_values,
)
from generator.pages.home import DueItem
from generator.pages.page import Page, Telling
from generator.pages.plan.counts import dated
from generator.pages.rendering import capitalised
from generator.text.saying import say
from generator.text.times import month_words, quarter_words
from generator.text.words import Language


@dataclass(frozen=True, slots=True)
class Quarter:
    """The items whose last day lies in one quarter, by month."""

    label: str
    anchor: str
    months: tuple[tuple[str, tuple[DueItem, ...]], ...]

    @property
    def total(self) -> int:
        """How many items there are."""
        return sum(len(items) for _, items in self.months)


MOST_ITEMS = 400
"""A longer list is told as one line a plan; its items stand on the plan's page."""


def calendar_page(telling: Telling) -> tuple[str, str]:
    """The path and text of the calendar."""
    page = Page(telling, addresses.CALENDAR)
    items = [
        DueItem(plan, item, standing)
        for plan in telling.archive.plans
        for item, standing in dated(telling.findings, plan)
    ]
    overdue = [each for each in items if each.standing.is_overdue]
    ahead = [each for each in items if each.standing.timeliness == "in_time"]
    done = [each for each in items if each.standing.is_completed]
    undated = [
        each for each in items if each.standing.timeliness in ("no_deadline", "in_words", "ongoing")
    ]
    return page.markdown(
        "calendar.md",
        filter=_filter(page, items) if len(items) > FEW else "",
        ahead=_section(page, ahead),
        overdue=_section(page, overdue),
        done=_section(page, done),
        undated=_undated(page, undated),
        counts={
            "overdue": len(overdue),
            "ahead": len(ahead),
            "done": len(done),
            "undated": len(undated),
        },
    )


def _filter(page: Page, items: list[DueItem]) -> Markup:
    language = page.telling.language
    return filter_form(
        page,
        say(language, "việc", "items"),
        by_timeliness(language, (each.standing.timeliness for each in items)),
        by_plan(language, _plans(items)),
    )


def _undated(page: Page, items: list[DueItem]) -> Markup:
    if not items:
        return Markup("")
    if len(items) <= MOST_ITEMS:
        return page.fragment("calendar_undated.html", items=items)
    counted = Counter(each.plan.id for each in items)
    plans = tuple((plan, counted[plan.id], None) for plan in _plans(items))
    return page.fragment("calendar_plans.html", plans=plans)


def _plans(items: list[DueItem]) -> list[Plan]:
    return list({each.plan.id: each.plan for each in items}.values())


def _section(page: Page, items: list[DueItem]) -> Markup:
    dated_items = [each for each in items if each.standing.latest]
    if not dated_items:
        return Markup("")
    if len(dated_items) > MOST_ITEMS:
        return page.fragment("calendar_plans.html", plans=_by_plan(dated_items))
    return page.fragment(
        "calendar.html",
        quarters=quarters(dated_items, page.telling.language),
        chosen_by=timeliness_values,
    )


def _by_plan(items: list[DueItem]) -> tuple[tuple[Plan, int, date], ...]:
    """Each plan with the number of its items and the first day among them."""
    found: dict[str, list[DueItem]] = {}
    for each in items:
        found.setdefault(each.plan.id, []).append(each)
    return tuple(
        (listed[0].plan, len(listed), min(_day(each) for each in listed))
        for listed in found.values()
    )


def quarters(items: list[DueItem], language: Language = "vi") -> tuple[Quarter, ...]:
    """Dated items by quarter and month, in order."""
    by_month: dict[tuple[int, int], list[DueItem]] = {}
    for each in sorted(items, key=_day):
        day = _day(each)
        by_month.setdefault((day.year, day.month), []).append(each)
    by_quarter: dict[tuple[int, int], list[tuple[str, tuple[DueItem, ...]]]] = {}
    for (year, month), listed in by_month.items():
        label = capitalised(month_words(year, month, language))
        by_quarter.setdefault((year, (month - 1) // 3 + 1), []).append((label, tuple(listed)))
    return tuple(
        Quarter(quarter_words(year, quarter, language), f"{year}-q{quarter}", tuple(months))
        for (year, quarter), months in by_quarter.items()
    )


def _day(each: DueItem) -> date:
    assert each.standing.latest is not None  # noqa: S101 - only dated items come here
    return each.standing.latest
