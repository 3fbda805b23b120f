"""What can be downloaded, under which licence, and how to cite it."""

from __future__ import annotations

from generator import addresses
from generator.pages.page import Page, Telling
from generator.pages.plan_list import by_place


def data_page(telling: Telling) -> tuple[str, str]:
    """The path and text of the page of downloads."""
    page = Page(telling, addresses.DATA)
    plans = by_place(page, telling.archive.plans)
    return page.markdown("data.md", table=page.fragment("data.html", plans=plans))
