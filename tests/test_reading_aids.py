"""Long tables can be sorted and filtered, words and sources are explained where they stand."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.text.sorting import alphabetical
from tests.browser import served

LARGE = "ke-hoach/tinh-mau-2023/"
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def large(large_site: Path) -> Iterator[str]:
    with served(large_site) as address:
        yield address


@pytest.fixture(scope="module")
def real(real_site: Path) -> Iterator[str]:
    with served(real_site) as address:
        yield address


@pytest.fixture
def desktop(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=DESKTOP)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, has_touch=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A browser without script."""
    context = browser.new_context(viewport=DESKTOP, java_script_enabled=False)
    yield context.new_page()
    context.close()


def column(page: Page, table: str, number: int) -> list[str]:
    """The texts of a column, in the order of the rows."""
    texts = page.locator(f"{table} tbody tr > :nth-child({number})").all_inner_texts()
    return [text.partition("\n")[0].replace("\u00a0", " ").strip() for text in texts]


def ids(page: Page, rows: str) -> list[str]:
    found = page.eval_on_selector_all(rows, "rows => rows.map((row) => row.id)")
    assert isinstance(found, list)
    return found


# Sorting ------------------------------------------------------------------------------------------


def test_names_sort_in_the_vietnamese_alphabet_and_back(desktop: Page, real: str) -> None:
    desktop.goto(f"{real}dia-phuong/")
    before = column(desktop, "table", 1)
    desktop.get_by_role("button", name="Địa phương").click()
    names = column(desktop, "table", 1)

    assert sorted(names) == sorted(before) != before
    assert names == sorted(names, key=alphabetical)
    assert names.index("tỉnh Lạng Sơn") < names.index("tỉnh Lào Cai")  # where bytes say otherwise
    expect(desktop.locator("th[aria-sort]")).to_have_attribute("aria-sort", "ascending")

    desktop.get_by_role("button", name="Bỏ sắp xếp").click()
    assert column(desktop, "table", 1) == before
    expect(desktop.locator("th[aria-sort]")).to_have_count(0)


def test_a_number_of_a_count_sorts_the_most_first(desktop: Page, real: str) -> None:
    desktop.goto(f"{real}co-quan/")
    desktop.get_by_role("button", name="Chủ trì").click()
    counts = [int(text) for text in column(desktop, "table", 2)][:-1]
    total = desktop.locator("tfoot td").first.inner_text()

    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1]
    assert int(total) == sum(counts) + int(column(desktop, "table", 2)[-1])


@pytest.mark.parametrize(("presses", "is_latest_first"), [(1, False), (2, True)])
def test_deadlines_sort_by_day(
    desktop: Page, real: str, presses: int, is_latest_first: bool
) -> None:
    desktop.goto(f"{real}ke-hoach/bac-kan-2505/")
    table = ".kh-table:has([id^=moc-])"
    before = column(desktop, table, 5)
    desktop.locator(f"{table} th button", has_text="Ngày cuối").focus()
    for _ in range(presses):
        desktop.keyboard.press("Enter")
    days = column(desktop, table, 5)

    assert days != before
    assert days == sorted(days, key=lambda day: day.split("/")[::-1], reverse=is_latest_first)


@pytest.mark.parametrize("presses", [1, 2])
def test_what_has_no_deadline_stays_last(desktop: Page, large: str, presses: int) -> None:
    desktop.goto(large + LARGE)
    for _ in range(presses):
        desktop.locator("#nhiem-vu-bang th button", has_text="Hạn").first.click()
    tables = desktop.eval_on_selector_all(
        "#nhiem-vu-bang table",
        "tables => tables.map((one) => [...one.tBodies[0].rows].map((row) => row.dataset.s))",
    )
    undated = {"no_deadline", "in_words", "ongoing"}

    assert any(undated & set(table) and not undated >= set(table) for table in tables)
    for table in tables:
        found = [code in undated for code in table]
        assert found == sorted(found)


def test_statuses_sort_by_gravity_within_each_section(desktop: Page, large: str) -> None:
    desktop.goto(large + LARGE)
    table = "#nhiem-vu-bang details[open] table"
    desktop.locator(f"{table} th button", has_text="Tiến độ").first.click()
    codes = desktop.eval_on_selector_all(
        f"{table} tbody tr", "rows => rows.map((row) => row.dataset.s.split(' ')[0])"
    )
    gravity = ["overdue", "overdue_unreported", "late", "in_time", "in_words", "no_deadline"]
    order = [*gravity, "ongoing", "stopped", "done_day_unknown", "on_time"]

    assert len(set(codes)) > 2
    assert codes == sorted(codes, key=order.index)


def test_parts_follow_their_whole_and_rows_stay_in_their_section(desktop: Page, large: str) -> None:
    desktop.goto(large + LARGE)
    rows = ".kh-table--ind tbody tr"
    told = """rows => { let group = "", whole = ""; return rows.map((row) => {
        if (row.matches(".kh-group")) group = row.textContent;
        else if (!row.matches(".kh-child")) whole = row.id;
        return `${group}|${row.matches(".kh-child") ? whole : ""}|${row.id}`; }); }"""
    before = desktop.eval_on_selector_all(rows, told)
    desktop.locator(".kh-table--ind th button", has_text="Chỉ tiêu").click()
    after = desktop.eval_on_selector_all(rows, told)

    assert after != before
    assert sorted(after) == sorted(before)
    assert any("|ct-" in each and each.count("ct-") == 2 for each in after)


def test_a_phone_sorts_by_a_choice(phone: Page, real: str) -> None:
    phone.goto(f"{real}van-ban/")
    choice = phone.get_by_label("Sắp xếp theo")
    choice.select_option("Ngày, tăng dần")
    days = [text[-4:] for text in column(phone, "table", 3)]
    known = [text for text in days if text.isdecimal()]

    assert known == sorted(known)
    assert days[: len(known)] == known
    assert "xep=3" in phone.url
    phone.reload()
    expect(choice).to_have_value("3")
    box = choice.bounding_box()
    assert box
    assert box["height"] >= 24


def test_the_heads_are_targets_of_24_pixels(desktop: Page, large: str) -> None:
    desktop.goto(large + LARGE)
    for head in desktop.locator(".kh-sort:visible").all():
        box = head.bounding_box()
        assert box
        assert box["height"] >= 24
        assert box["width"] >= 24


# Filters ------------------------------------------------------------------------------------------


def visible(rows: Locator) -> int:
    return sum(row.is_visible() for row in rows.all())


def test_a_filter_stands_in_the_address_and_comes_back(desktop: Page, large: str) -> None:
    desktop.goto(large + LARGE)
    rows = desktop.locator("#nhiem-vu-bang tbody tr:not([hidden])")
    desktop.get_by_label("Lọc theo chữ").fill("de an")
    desktop.locator("select[name=s]").select_option("Hoàn thành đúng hạn")
    found = rows.count()
    assert 0 < found < 54
    address = desktop.url
    assert "tim=de+an" in address
    assert "s=on_time" in address

    desktop.goto(f"{large}lich/")
    desktop.go_back()
    expect(desktop.get_by_label("Lọc theo chữ")).to_have_value("de an")
    assert rows.count() == found
    expect(desktop.locator(".kh-filter output")).to_have_text(f"{found} trên 137 nhiệm vụ")

    desktop.goto("about:blank")
    desktop.goto(address)
    assert rows.count() == found


def test_tasks_are_chosen_by_body(desktop: Page, large: str) -> None:
    desktop.goto(large + LARGE)
    choice = desktop.locator("select[name=a]")
    choice.select_option("Sở Tài chính tỉnh Mẫu")
    left = desktop.locator("#nhiem-vu-bang tbody tr:not([hidden]) .lead").all_inner_texts()

    assert 0 < len(left) < 137
    assert all("Sở Tài chính tỉnh Mẫu" in text for text in left)
    assert "a=so-tai-chinh-tinh-mau" in desktop.url


def test_the_head_leads_to_what_is_overdue(desktop: Page, large: str) -> None:
    desktop.goto(large + LARGE)
    desktop.locator(".kh-head a", has_text="quá hạn").click()
    codes = desktop.eval_on_selector_all(
        "#nhiem-vu-bang tbody tr:not([hidden])", "rows => rows.map((row) => row.dataset.s)"
    )

    assert codes
    assert all("over" in each.split() for each in codes)
    assert "s=over" in desktop.url
    desktop.locator("select[name=s]").select_option("Tất cả")
    assert desktop.locator("#nhiem-vu-bang tbody tr:not([hidden])").count() == 137


def test_the_same_link_chooses_without_script(plain: Page, large: str) -> None:
    plain.goto(large + LARGE)
    plain.locator(".kh-head a", has_text="quá hạn").click()
    overdue = plain.locator('#nhiem-vu-bang tr[data-s~="over"]')

    assert overdue.count() == visible(overdue) > 0
    assert visible(plain.locator('#nhiem-vu-bang tr[data-s]:not([data-s~="over"])')) == 0
    plain.get_by_role("link", name="Xem tất cả").click()
    assert plain.locator('#nhiem-vu-bang tr[data-s="on_time"]').first.is_visible()


def test_without_script_nothing_offers_to_sort_or_filter(plain: Page, large: str) -> None:
    plain.goto(large + LARGE)

    assert plain.locator(".kh-filter:visible, .kh-sort, .kh-sortrow, .kh-tip").count() == 0
    assert plain.locator(".kh-table--ind tbody tr").first.is_visible()


@pytest.mark.parametrize(
    ("address", "word"),
    [("lich/", "de an"), ("thay-doi/", "ngheo"), ("du-lieu/chat-luong/", "moc goc")],
)
def test_lists_are_filtered_like_tables(desktop: Page, real: str, address: str, word: str) -> None:
    desktop.goto(real + address)
    output = desktop.locator(".kh-filter output")
    total = int(output.inner_text().split()[2])
    desktop.get_by_label("Lọc theo chữ").fill(word)
    left = int(output.inner_text().split()[0])
    shown = visible(desktop.locator(".md-content :is(.kh-plain, .kh-log) > li:not([hidden])"))

    assert 0 < left < total
    assert shown == left


# Explanations -------------------------------------------------------------------------------------


def test_an_abbreviation_is_explained_to_the_keyboard(desktop: Page, real: str) -> None:
    desktop.goto(f"{real}ke-hoach/si-ma-cai-2021/")
    term = desktop.locator('.kh-term[tabindex="0"]:visible', has_text="UBND").first
    term.focus()
    tip = desktop.get_by_role("tooltip")
    expect(tip).to_contain_text("Ủy ban nhân dân")
    expect(term).to_have_accessible_description(re.compile("Ủy ban nhân dân"))
    desktop.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    desktop.keyboard.press("Enter")
    expect(tip).to_be_visible()


def test_each_abbreviation_costs_one_stop_of_the_tab_key(desktop: Page, real: str) -> None:
    desktop.goto(f"{real}ke-hoach/si-ma-cai-2021/")
    desktop.locator(".kh-term").first.wait_for(state="attached")
    stops = desktop.locator('.kh-term[tabindex="0"]:visible').all_inner_texts()

    assert len(stops) == len(set(stops)) > 1
    assert desktop.locator(".kh-term").count() > len(stops)


def test_an_explanation_can_be_pointed_at(desktop: Page, real: str) -> None:
    desktop.goto(f"{real}ke-hoach/si-ma-cai-2021/")
    desktop.locator(".kh-term:visible").first.hover()
    tip = desktop.get_by_role("tooltip")
    tip.hover()
    desktop.wait_for_timeout(400)
    expect(tip).to_be_visible()
    desktop.mouse.move(5, 5)
    expect(tip).to_be_hidden()


def test_a_source_shows_its_quote_by_touch_and_is_still_a_link(phone: Page, real: str) -> None:
    phone.goto(f"{real}ke-hoach/si-ma-cai-2021/")
    for note in phone.locator(".kh-table--ind .kh-sup a").all()[:4]:
        phone.evaluate("document.activeElement.blur()")
        note.tap()
        tip = phone.get_by_role("tooltip")
        expect(tip).to_be_visible()
        box = tip.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE["width"]
        assert "#nguon" not in phone.url
        entry = note.get_attribute("href") or ""
        quote = phone.locator(f"{entry} q").text_content() or ""
        expect(tip.locator("q")).to_have_text(quote)
        assert tip.locator("b").inner_text()
    note.tap()
    assert phone.url.endswith(entry)


def test_a_mark_of_the_timeline_says_its_task(desktop: Page, large: str) -> None:
    desktop.goto(large + LARGE)
    mark = desktop.locator(".kh-time td a").first
    mark.hover()
    expect(desktop.get_by_role("tooltip")).to_have_text(mark.text_content() or "?")


def test_the_abbreviations_of_a_page_are_listed_without_script(plain: Page, real: str) -> None:
    plain.goto(f"{real}ke-hoach/si-ma-cai-2021/")
    plain.locator("#viet-tat summary").click()
    plain.locator("#viet-tat a", has_text="UBND").click()

    assert plain.url == f"{real}tu-dien/#vt-ubnd"


# Citing -------------------------------------------------------------------------------------------


def test_the_words_to_cite_by_can_be_copied(desktop: Page, real: str) -> None:
    address = f"{real}ke-hoach/ha-noi-84/"
    desktop.goto(f"{address}?tim=x#nguon")
    desktop.get_by_text("Dẫn trang này").click()
    desktop.get_by_role("button", name="Chép").click()
    expect(desktop.locator(".kh-cite [role=status]")).to_have_text("Đã chép")
    copied = desktop.evaluate("navigator.clipboard.readText()")

    assert copied.startswith("84/KH-UBND, ")
    assert "Tính đến ngày 22/11/2026." in copied
    assert copied.endswith(address)


# Weight -------------------------------------------------------------------------------------------


def test_our_script_stays_light(real_site: Path) -> None:
    [one] = (real_site / "assets" / "javascripts").glob("site.*.js")

    assert len(gzip.compress(one.read_bytes(), 9)) < 7_500
    assert "The Unlicense" in one.read_text(encoding="utf-8")
