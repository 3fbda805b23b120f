"""What can be downloaded, under which licence, and how to cite it."""

from __future__ import annotations

from generator import addresses
from generator.pages import names
from generator.pages.page import Page, Telling
from generator.pages.plan_list import by_place
from generator.pages.sort_keys import alphabetic, sort_keys, unsorted


def data_page(telling: Telling) -> tuple[str, str]:
    """The path and text of the page of downloads."""
    page = Page(telling, addresses.DATA)
    plans = by_place(page, telling.archive.plans)
    keys = sort_keys(
        alphabetic(names.plan_name(plan, telling.language) for plan in plans), unsorted(plans)
    )
    return page.markdown("data.md", table=page.fragment("data.html", plans=plans, keys=keys))
