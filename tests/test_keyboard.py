"""Who has no mouse comes everywhere, and always sees where the focus is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

LARGE = "ke-hoach/tinh-mau-2023/"
PLAN = "ke-hoach/si-ma-cai-2021/"

FOCUS = """async () => {
  const own = document.activeElement;
  if (!own || own === document.body) return null;
  if (own.closest(".md-search")) await new Promise((go) => setTimeout(go, 200));  // it opens
  // The theme hides the choice of colours and shows the label beside it.
  const shown = own.matches(".md-option") ? own.nextElementSibling : own;
  const [first, ...others] = shown.getClientRects();
  const style = getComputedStyle(shown);
  const header = document.querySelector(".md-header").getBoundingClientRect();
  const inside = (name) => own.closest(name) !== null;
  const last = others.at(-1) ?? first;
  let opacity = 1;
  for (let each = shown; each; each = each.parentElement) opacity *= getComputedStyle(each).opacity;
  return {
    what: `${own.tagName} ${own.className} ${own.ariaLabel ?? own.textContent.slice(0, 40)}`,
    id: (own.stop ??= window.stops = (window.stops ?? 0) + 1),
    isRinged: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    isSeen: Boolean(first) && opacity > 0.5 && style.visibility === "visible"
      && last.bottom > 0 && first.top < innerHeight && last.right > 0 && first.left < innerWidth,
    isCovered: Boolean(first) && !inside(".md-header, .md-sidebar--primary, .md-skip")
      && last.bottom <= header.bottom + 1,
  };
}"""


def walk(page: Page, key: str) -> list[dict[str, Any]]:
    """Every stop of the focus until it leaves the page."""
    stops: list[dict[str, Any]] = []
    for _ in range(1500):
        page.keyboard.press(key)
        stop = page.evaluate(FOCUS)
        if stop is None:
            return stops
        stops.append(stop)
    pytest.fail("the focus never leaves the page")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 844}, reduced_motion="reduce", locale="vi"
    )
    yield context.new_page()
    context.close()


def opened(page: Page, address: str, width: int = 1280) -> Page:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(address)
    return page


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("address", [PLAN, ""])
def test_each_stop_is_seen_and_none_is_a_trap(
    page: Page, real: str, address: str, width: int
) -> None:
    opened(page, real + address, width)
    there = walk(page, "Tab")
    assert "md-skip" in there[0]["what"]
    assert len({stop["id"] for stop in there}) == len(there) > 10
    page.keyboard.press("Shift+Tab")
    back = walk(page, "Shift+Tab")
    for stop in (*there, *back):
        assert stop["isRinged"], stop
        assert stop["isSeen"], stop
        assert not stop["isCovered"], stop


def test_the_first_stop_leads_past_the_menu(page: Page, real: str) -> None:
    opened(page, real + PLAN)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.md-content') !== null")


def test_the_menu_of_narrow_screens_opens_and_closes(page: Page, real: str) -> None:
    opened(page, real + PLAN, 390)
    button = page.get_by_role("button", name="Các trang")
    button.focus()
    for key in ("Enter", "Space"):
        assert button.get_attribute("aria-expanded") == "false"
        page.keyboard.press(key)
        assert button.get_attribute("aria-expanded") == "true"
        assert page.evaluate("document.activeElement.closest('.md-nav--primary') !== null")
        page.keyboard.press("Escape")
        assert button.evaluate("(each) => each === document.activeElement")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Kế hoạch", exact=True).press("Enter")
    page.wait_for_url(real + "ke-hoach/")


def test_the_search_opens_finds_and_closes(page: Page, real: str) -> None:
    opened(page, real + PLAN)
    page.locator(".md-search__input").focus()
    page.keyboard.type("hà nội")
    page.locator(".md-search-result__item").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.md-search-result') !== null")
    page.keyboard.press("Escape")
    assert not page.locator("#__search").is_checked()


@pytest.mark.parametrize("letter", ["s", "f", "p", "n", "/", ","])
def test_a_letter_alone_does_nothing(page: Page, real: str, letter: str) -> None:
    opened(page, real + PLAN)
    page.keyboard.press(letter)
    assert not page.locator("#__search").is_checked()
    assert page.url == real + PLAN


def test_a_mark_of_the_timeline_leads_to_its_task(page: Page, large: str) -> None:
    opened(page, large + LARGE)
    mark = page.locator(".kh-time a[href='#nv-nv-100']")
    assert not page.locator("#nv-nv-100").is_visible()  # in a closed section
    mark.press("Enter")
    row = page.locator("#nv-nv-100")
    row.wait_for(state="visible")
    box = row.bounding_box()
    assert box
    assert 48 <= box["y"] < 800  # below the header that stays


def test_a_section_opens_and_a_filter_finds(page: Page, large: str) -> None:
    opened(page, large + LARGE)
    section = page.locator("#nhiem-vu-bang > details").nth(1)
    section.locator("summary").first.press("Enter")
    assert section.evaluate("(each) => each.open")
    field = page.locator(".kh-tasks .kh-filter input")
    field.focus()
    page.keyboard.type("xoa cau tam")
    assert "1 trên 137" in (page.locator(".kh-tasks output").text_content() or "")


def test_the_search_hears_what_was_not_typed(page: Page, large: str) -> None:
    """What is pasted, spoken or chosen from suggestions comes without any key."""
    page.goto(large)
    page.locator(".md-search__input").click()
    found = page.locator(".md-search-result__item")
    page.keyboard.type("mẫu")
    found.first.wait_for()
    page.locator(".md-search__input").fill("khôngcógì")
    found.first.wait_for(state="detached")
    page.locator(".md-search__input").fill("mẫu")
    found.first.wait_for()
