"""A first visit costs little, asks nobody else, and leaves nothing behind in the browser."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from playwright.sync_api import Browser, Page

from generator.mkdocs_hook import on_post_page
from generator.site.script import script
from generator.site.stylesheet import UNUSED, is_used, stylesheet
from tests.browser import served
from tests.conftest import ROOT

MOST = 100_000
"""Bytes of a first visit to the largest page, all files compressed."""
MOST_HTML = 30_000
LARGE = "ke-hoach/tinh-mau-2023/"


def compressed(content: bytes) -> int:
    return len(gzip.compress(content, 9, mtime=0))


@pytest.fixture
def first_visit(browser: Browser, large_site: Path) -> Iterator[tuple[Page, dict[str, bytes]]]:
    """The plan with 137 tasks on a phone that has never seen the site, and all it fetches."""
    with served(large_site) as base:
        context = browser.new_context(viewport={"width": 390, "height": 844})
        page = context.new_page()
        fetched: dict[str, bytes] = {}
        page.on("response", lambda got: fetched.update({got.url.removeprefix(base): got.body()}))
        page.goto(base + LARGE, wait_until="networkidle")
        yield page, fetched
        context.close()


def test_a_first_visit_to_the_largest_plan_stays_below_100_kilobytes(
    first_visit: tuple[Page, dict[str, bytes]],
) -> None:
    weights = {address: compressed(content) for address, content in first_visit[1].items()}
    assert weights[LARGE] > 10_000  # the page itself is counted
    assert sum(weights.values()) <= MOST, weights


def test_a_first_visit_asks_no_other_host_and_leaves_nothing_behind(
    first_visit: tuple[Page, dict[str, bytes]],
) -> None:
    page, fetched = first_visit
    assert not [address for address in fetched if "://" in address]
    assert page.context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_no_page_tells_other_sites_what_its_reader_reads(real_site: Path) -> None:
    for page in real_site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert '<meta name="referrer" content="same-origin">' in text, page


def test_only_what_the_reader_chose_is_kept(
    first_visit: tuple[Page, dict[str, bytes]],
) -> None:
    page, _ = first_visit
    page.locator("label[for=__palette_1]").click()
    assert page.evaluate("Object.keys(localStorage)") == ["/.__palette"]
    page.reload()
    assert page.evaluate("document.body.dataset.mdColorMedia") == "(prefers-color-scheme: light)"


def test_the_search_fetches_its_index_when_it_is_opened(
    first_visit: tuple[Page, dict[str, bytes]],
) -> None:
    page, fetched = first_visit
    assert not [address for address in fetched if "search" in address]
    page.locator(".md-header__button[for=__search]").click()
    page.keyboard.type("mẫu")
    page.locator(".md-search-result__item").first.wait_for()
    assert "search/search_index.json" in fetched


def test_an_address_that_asks_opens_the_search(browser: Browser, large_site: Path) -> None:
    with served(large_site) as base:
        page = browser.new_page()
        page.goto(base + "?q=mẫu")
        page.locator(".md-search-result__item").first.wait_for()
        page.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_jumps_while_a_page_loads(browser: Browser, large_site: Path, width: int) -> None:
    moved = """new Promise((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const each of list.getEntries()) sum += each.value;
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(sum), 300);
      })"""
    with served(large_site) as base:
        page = browser.new_page(viewport={"width": width, "height": 844})
        for address in (LARGE, LARGE + "thu-ngan-sach/", "lich/", ""):
            page.goto(base + address, wait_until="networkidle")
            assert page.evaluate(moved) < 0.02, address
        page.close()


def test_the_page_of_the_largest_real_plan_stays_below_30_kilobytes(real_site: Path) -> None:
    pages = list((real_site / "ke-hoach").glob("*/index.html"))
    weights = {page.parent.name: compressed(page.read_bytes()) for page in pages}
    assert max(weights.values()) <= MOST_HTML, weights


def test_the_style_sheet_lacks_nothing_that_a_page_uses(real_site: Path, large_site: Path) -> None:
    for page in [*real_site.rglob("*.html"), *large_site.rglob("*.html")]:
        classes = " ".join(re.findall(r'\bclass="([^"]*)"', page.read_text(encoding="utf-8")))
        assert not [each for each in set(classes.split()) if UNUSED.fullmatch(each)], page


def test_the_style_sheet_keeps_what_is_left_rule_by_rule(real_site: Path) -> None:
    [sheet] = (real_site / "assets" / "stylesheets").glob("site.*.css")
    text = sheet.read_text(encoding="utf-8")
    assert text.count("{") == text.count("}")
    for name in (
        '[data-md-color-primary="custom"]{',
        ".md-search__input",
        ".md-nav__toggle:checked~",
        ".kh-table",
        "@page{",
        "slate",
    ):
        assert name in text


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("a { b : c ; } /* d */", "a{b : c}"),
        (".md-typeset .admonition, .md-nav { b: c }", ".md-nav{b: c}"),
        ("@media print { .tabbed-set { b: c } }", ""),
        ("@media print { .md-nav { b: c } }", "@media print{.md-nav{b: c}}"),
        (".md-nav:not(.highlight) { b: c }", ".md-nav:not(.highlight){b: c}"),
        (":is(.a, .b) i, [dir=rtl] i { b: c }", ":is(.a,.b) i{b: c}"),
        ('@charset "x"; q { content: " ;  {" }', '@charset "x";q{content: " ;  {"}'),
        (':root{--x:url("y;z")}', ":root{}"),
        (':root{--x:url("y;z")}i{a:var(--x)}', ':root{--x:url("y;z")}i{a:var(--x)}'),
    ],
)
def test_a_style_sheet_loses_only_what_is_never_used(given: str, kept: str) -> None:
    assert stylesheet([given]).strip() == kept


def test_what_a_selector_excludes_does_not_make_it_unused() -> None:
    assert is_used(".md-typeset summary:not(.admonition-title)")
    assert not is_used(".md-typeset .admonition-title")


def test_a_script_loses_its_comments_and_keeps_its_licence() -> None:
    given = "/*! MIT */\n/*\n * why\n */\n(() => {\n  a(); // b\n\n  /* c */\n  d(`e`);\n})();\n"
    assert script([given]) == "/*! MIT */\n(() => {\na(); // b\nd(`e`);\n})();\n"


def test_scripts_follow_each_other_whatever_they_end_with() -> None:
    assert script(["(a)()", "(b)()"]) == "(a)();\n(b)()"


def test_no_text_in_a_script_has_lines_of_its_own() -> None:
    for path in (ROOT / "overrides" / "assets" / "javascripts").glob("*.js"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.lstrip().startswith(("*", "/*", "//")):
                assert line.count("`") % 2 == 0, (path, line)


def test_indents_go_and_what_is_set_apart_keeps_them() -> None:
    given = "<p>\n    a\n\n  </p><pre>\n  b\n</pre>\n   <script>\n  c\n</script>\n  d"
    kept = "<p>\na\n</p><pre>\n  b\n</pre>\n<script>\n  c\n</script>\nd"
    assert on_post_page(given, page=cast("Any", None), config=cast("Any", None)) == kept
