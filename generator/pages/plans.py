"""Every plan in one list that can be filtered."""

from __future__ import annotations

from generator import addresses
from generator.pages import names
from generator.pages.filters import Choice, by_kind, by_lifecycle, filter_form, in_order, in_use
from generator.pages.page import Page, Telling
from generator.pages.plan_list import by_place, plan_table
from generator.text.saying import say
from generator.text.words import LIFECYCLE, PLAN_KIND


def plans_page(telling: Telling) -> tuple[str, str]:
    """The path and text of the list of plans."""
    page = Page(telling, addresses.PLANS)
    plans = by_place(page, telling.archive.plans)
    language = telling.language
    lives = telling.findings.lives
    named = [telling.archive.place.get(plan.place.id) for plan in plans if plan.place]
    form = filter_form(
        page,
        say(language, "kế hoạch", "plans"),
        by_kind(language, PLAN_KIND, (plan.kind for plan in plans)),
        Choice(
            "p",
            say(language, "Địa phương", "Place"),
            in_order({place.id: names.place_named(place, language) for place in named if place}),
        ),
        by_lifecycle(language, (lives[plan.id].state for plan in plans)),
        box="bang-ke-hoach",
        hint=say(language, "tên, nơi, loại, năm", "name, place, kind, year"),
    )
    return page.markdown(
        "plans.md",
        table=plan_table(page, plans),
        filter=form,
        meanings=page.fragment(
            "meanings.html",
            kind="lifecycle",
            codes=in_use(LIFECYCLE, (lives[plan.id].state for plan in plans)),
        ),
    )
