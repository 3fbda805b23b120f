"""Large letters, wide letters, narrow screens, few colours, no motion: nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import served
from tests.test_accessibility import INVENTED, PAGES

SPACED = """
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }
"""
"""What WCAG 1.4.12 lets a reader set."""

OUTSIDE = """() => {
  const wide = document.documentElement.clientWidth;
  const found = document.querySelectorAll(".md-header *, .md-tabs *, .md-content *, .md-footer *");
  return [...found].filter((each) => {
    if (each.closest(".kh-scroll, .kh-vh, .md-search, svg")) return false;
    const { left, right, width, height } = each.getBoundingClientRect();
    return width && height && (left < -1 || right > wide + 1);
  }).map((each) => each.outerHTML.slice(0, 120));
}"""
"""What stands beside the screen; a wide drawing may in its own box, which scrolls and says so."""

CUT = """() => [...document.querySelectorAll(".md-header *, .md-content *")].filter((each) => {
  // Twice said: the header of a table of cards, and the title of the page in the header.
  if (each.closest("thead, svg, .kh-scroll, .kh-vh, .md-search")) return false;
  if (each.closest(".md-header__topic ~ .md-header__topic")) return false;
  const { overflowX, overflowY } = getComputedStyle(each);
  return (/hidden|clip/.test(overflowX) && each.scrollWidth > each.clientWidth + 2)
    || (/hidden|clip/.test(overflowY) && each.scrollHeight > each.clientHeight + 2);
}).map((each) => each.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def all_pages(real_site: Path, large_site: Path) -> Iterator[list[str]]:
    with served(real_site) as real, served(large_site) as large:
        yield [real + each for each in PAGES] + [large + each for each in INVENTED]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_nothing_stands_beside_the_screen_or_is_cut(page: Page, all_pages: list[str]) -> None:
    """At 320 px, at twice the size of a desk, and with the widest letters that a reader may set."""
    for address in all_pages:
        page.goto(address)
        for spaced in (False, True):
            if spaced:
                page.add_style_tag(content=SPACED)
            for width in (320, 390, 640, 1280):
                page.set_viewport_size({"width": width, "height": 700})
                assert page.evaluate("document.documentElement.scrollWidth") <= width, address
                assert page.evaluate(OUTSIDE) == [], (address, width)
                assert page.evaluate(CUT) == [], (address, width)


def test_what_scrolls_sideways_has_a_name_and_a_stop(page: Page, all_pages: list[str]) -> None:
    for address in all_pages:
        page.goto(address)
        for box in page.locator(".kh-scroll").all():
            assert box.get_attribute("tabindex") == "0"
            assert box.get_attribute("role") == "region"
            named = "(box) => box.ariaLabel || box.ariaLabelledByElements?.[0]?.textContent.trim()"
            assert box.evaluate(named)


def test_nothing_moves_for_who_wants_no_motion(page: Page, all_pages: list[str]) -> None:
    page.goto(all_pages[-1])
    moving = """[...document.querySelectorAll("*")].filter((each) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(each);
      return parseFloat(transitionDuration) > 0 || animationName !== "none"
        || scrollBehavior === "smooth";
    }).map((each) => each.outerHTML.slice(0, 80))"""
    assert page.evaluate(moving) == []


def test_marks_bars_and_fields_survive_the_readers_own_colours(
    page: Page, all_pages: list[str]
) -> None:
    """Each mark has the colour of the text, each field and filled bar an edge."""
    page.emulate_media(forced_colors="active")
    page.goto(all_pages[-3])
    invisible = """[...document.querySelectorAll(".md-content .kh-i")].filter((each) => {
      const own = getComputedStyle(each).color;
      return own === getComputedStyle(document.body).backgroundColor;
    }).length"""
    assert page.locator(".md-content .kh-i").count() > 100
    assert page.evaluate(invisible) == 0
    bare = """[...document.querySelectorAll(".kh-filter :is(input, select), .kh-strip__bar > *")]
      .filter((each) => parseFloat(getComputedStyle(each).borderTopWidth) < 1)
      .map((each) => each.outerHTML)"""
    assert page.evaluate(bare) == []
