"""Every plan in one list that can be filtered."""

from __future__ import annotations

from generator import addresses
from generator.pages.page import Page, Telling
from generator.pages.plan_list import by_place, plan_table


def plans_page(telling: Telling) -> tuple[str, str]:
    """The path and text of the list of plans."""
    page = Page(telling, addresses.PLANS)
    plans = by_place(page, telling.archive.plans)
    return page.markdown("plans.md", table=plan_table(page, plans))
