"""Everybody can use every page: with a screen reader, a keyboard, large letters or few colours."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

LARGE = "ke-hoach/tinh-mau-2023/"
PAGES = (
    "",
    "ke-hoach/",
    "ke-hoach/si-ma-cai-2021/",
    "ke-hoach/bac-kan-2505/",
    "chi-tieu/",
    "chi-tieu/xa-dat-chuan-ntm/",
    "dia-phuong/",
    "dia-phuong/ha-noi/",
    "co-quan/",
    "co-quan/ubnd/",
    "co-quan/ubnd/si-ma-cai/",
    "van-ban/",
    "van-ban/84-kh-ubnd-ha-noi/",
    "lich/",
    "thay-doi/",
    "du-lieu/",
    "du-lieu/chat-luong/",
    "du-lieu/dinh-dang/",
    "gioi-thieu/",
    "tu-dien/",
    "dong-gop/",
    "404.html",
)
"""Every type of page, of the real plans."""
ENGLISH = ("en/", "en/ke-hoach/si-ma-cai-2021/", "en/lich/", "en/tu-dien/")
"""Some of them in English, where the site is told in English too."""
INVENTED = (LARGE, LARGE + "ho-ngheo/", LARGE + "thu-ngan-sach/")
"""The plan with 137 tasks, and its indicators with a break, with parts."""
MANY = 2000
"""Elements of a page from which on its colours in the dark are tried on a phone only."""

AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async ([where, only]) => {
  const found = await axe.run(where, { ...only, resultTypes: ["violations"], preload: false });
  return found.violations.map((each) => ({
    rule: each.id,
    where: each.nodes.slice(0, 3).map((node) => node.target.join(" ") + ": " + node.failureSummary),
  }));
}"""


def violations(page: Page, *rules: str, within: str = "html") -> list[Any]:
    """What axe finds wrong: by all standards, or by a few rules only; in a part of the page."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE)
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": STANDARDS}
    found: list[Any] = page.evaluate(RUN, [within, {"runOnly": only}])
    return found


def violations_in_all_forms(page: Page) -> list[Any]:
    """The same on a desk and on a phone; and in the dark, where only the colours differ."""
    found = []
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 844})
        page.emulate_media(color_scheme="light")
        found += violations(page)
        if width == 390 or page.locator("*").count() < MANY:
            page.emulate_media(color_scheme="dark")
            found += violations(page, "color-contrast", "link-in-text-block")
    page.emulate_media(color_scheme="light")
    return found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 844}, reduced_motion="reduce", locale="vi"
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", [*PAGES, *ENGLISH])
def test_a_page_keeps_nobody_out(page: Page, real: str, address: str) -> None:
    found = page.goto(real + address)
    if address in ENGLISH and found and found.status == 404:
        pytest.skip("the site is not told in English")
    assert found
    assert found.status == 200
    assert violations_in_all_forms(page) == []


@pytest.mark.parametrize("address", INVENTED)
def test_a_large_page_keeps_nobody_out(page: Page, large: str, address: str) -> None:
    page.goto(large + address)
    assert violations_in_all_forms(page) == []


@pytest.mark.parametrize("typed", ["", "mẫu", "khôngcógì"])
def test_an_open_search_keeps_nobody_out(page: Page, large: str, typed: str) -> None:
    page.goto(large)
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 844})
        page.locator("#__search").evaluate("(toggle) => toggle.checked || toggle.click()")
        page.locator(".md-search__input").fill(typed)
        page.locator(".md-search-result__item").first.wait_for(
            state="attached" if typed == "mẫu" else "detached"
        )
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            assert violations(page, within=".md-header") == []


def test_a_filtered_list_keeps_nobody_out(page: Page, large: str) -> None:
    page.goto(large + LARGE)
    page.locator(".kh-filter input").first.fill("du an")
    page.locator(".kh-filter select").first.select_option("overdue")
    assert violations(page, within=".kh-tasks") == []
