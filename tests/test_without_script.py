"""Without script everything can be read, and nothing is offered that cannot work."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser import chromium, served

LARGE = "ke-hoach/tinh-mau-2023/"


@pytest.fixture(scope="module")
def plain(large_site: Path) -> Iterator[tuple[Page, str]]:
    with served(large_site) as base, chromium() as browser:
        yield browser.new_context(java_script_enabled=False).new_page(), base


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_offered_that_cannot_work(plain: tuple[Page, str], width: int) -> None:
    page, base = plain
    page.set_viewport_size({"width": width, "height": 844})
    for address in ("", LARGE, "lich/", "404.html"):
        page.goto(base + address)
        for useless in (".md-search", "label[for=__search]", ".kh-search", ".kh-filter"):
            for each in page.locator(useless).all():
                assert not each.is_visible(), (address, useless)
        for each in page.locator("[data-md-component=palette] label").all():
            assert not each.is_visible(), address


@pytest.mark.parametrize("width", [390, 1280])
def test_every_part_of_the_site_is_one_link_away(plain: tuple[Page, str], width: int) -> None:
    page, base = plain
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(base + LARGE)
    tabs = page.locator(".md-tabs__link")
    assert tabs.count() == 10
    assert all(each.is_visible() for each in tabs.all())


def test_the_menu_of_a_phone_opens_without_script(plain: tuple[Page, str]) -> None:
    page, base = plain
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(base + LARGE)
    entry = page.locator(".md-nav--primary").get_by_role("link", name="Lịch", exact=True)
    assert not entry.is_visible()
    page.locator(".md-header__button[for=__drawer]").click()
    entry.click()
    page.wait_for_url(base + "lich/")


def test_a_closed_section_opens_and_shows_its_tasks(plain: tuple[Page, str]) -> None:
    page, base = plain
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(base + LARGE)
    section = page.locator("#nhiem-vu-bang > details").nth(3)
    row = section.locator("tbody tr").first
    assert not row.is_visible()
    section.locator("summary").first.click()
    assert row.is_visible()


def test_a_dark_machine_gets_a_dark_page(plain: tuple[Page, str]) -> None:
    page, base = plain
    page.emulate_media(color_scheme="dark")
    page.goto(base)
    picture = page.screenshot(clip={"x": 0, "y": 300, "width": 4, "height": 4})
    page.emulate_media(color_scheme="light")
    assert picture != page.screenshot(clip={"x": 0, "y": 300, "width": 4, "height": 4})
