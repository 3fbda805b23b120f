"""Numbers, times, names and escaping as readers meet them."""

from __future__ import annotations

import html
import string
from datetime import date
from decimal import Decimal

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.quantity import quantity
from generator.model.when import when
from generator.text.escaping import in_markdown, safe_url
from generator.text.folding import fold, slug
from generator.text.joining import kept_together, names_pattern, shortened
from generator.text.numbers import (
    compact_number,
    number_words,
    quantity_words,
    unit_words,
    with_unit,
)
from generator.text.sorting import alphabetical
from generator.text.times import (
    day_words,
    month_words,
    quarter_short,
    quarter_words,
    when_short,
    when_words,
)
from generator.text.units import english_unit


@pytest.mark.parametrize(
    ("written", "vietnamese", "english"),
    [
        ("69.41", "69,41", "69.41"),
        ("8300..8500", "8.300–8.500", "8,300–8,500"),
        ("1973949", "1.973.949", "1,973,949"),
        ("06", "06", "06"),
        ("0155", "0155", "0155"),
        ("69.410", "69,410", "69.410"),
        ("-2.5", "-2,5", "-2.5"),
        ("-2..-1", "từ -2 đến -1", "-2 to -1"),
        ("at least 6", "ít nhất 6", "at least 6"),
        ("above 4", "trên 4", "more than 4"),
        ("at most 3", "không quá 3", "at most 3"),
        ("below 3", "dưới 3", "less than 3"),
        ("about 4.5..5", "khoảng 4,5–5", "about 4.5–5"),
        ("up at least 7", "tăng ít nhất 7", "up at least 7"),
        ("down 2500..2800", "giảm 2.500–2.800", "down 2,500–2,800"),
        ("down 2 pp since 2024", "giảm 2 điểm % so với năm 2024", "down 2 pp since 2024"),
        ("down 50% since 1992", "giảm 50% so với năm 1992", "down 50% since 1992"),
        (
            "times 2.5..3 since 2020",
            "gấp 2,5–3 lần so với năm 2020",
            "2.5–3 times since 2020",
        ),
        ("45 of 47", "45/47", "45/47"),
        ("met", "đạt", "met"),
        ("not met", "không đạt", "not met"),
        ("not stated", "không nêu", "not stated"),
        ("not published", "không công bố", "not published"),
    ],
)
def test_a_value_reads_as_it_is_printed(written: str, vietnamese: str, english: str) -> None:
    assert quantity_words(quantity(written)).replace("\u00a0", " ") == vietnamese
    assert quantity_words(quantity(written), "en").replace("\u00a0", " ") == english


def test_a_unit_follows_only_where_a_number_takes_one() -> None:
    assert with_unit(quantity("3.5"), "percent") == "3,5%"
    assert with_unit(quantity("27"), "xã") == "27\u00a0xã"
    assert with_unit(quantity("met"), "xã") == "đạt"
    assert with_unit(quantity("times 2"), "tỷ đồng") == "gấp 2 lần"
    assert unit_words("pp") == "điểm %"
    assert unit_words(None) == ""


@given(st.from_regex(r"-?(0|[1-9]\d{0,12})(\.\d{1,6})?", fullmatch=True))
def test_a_number_keeps_the_digits_of_its_author(written: str) -> None:
    printed = number_words(written)
    assert printed.replace(".", "").replace(",", ".") == written
    assert number_words(written, "en").replace(",", "") == written


@pytest.mark.parametrize(
    ("written", "sentence", "column", "english"),
    [
        ("2020-11-26", "ngày 26/11/2020", "ngày 26/11/2020", "26 November 2020"),
        ("2020-12", "tháng 12/2020", "tháng 12/2020", "December 2020"),
        ("2021-Q1", "quý I/2021", "quý I/2021", "Q1 2021"),
        ("2021-H2", "6 tháng cuối năm 2021", "6 tháng cuối năm 2021", "second half of 2021"),
        ("2021-9M", "9 tháng đầu năm 2021", "9 tháng đầu năm 2021", "first 9 months of 2021"),
        ("2025", "năm 2025", "2025", "2025"),
        ("2016..2020", "2016–2020", "2016–2020", "2016–2020"),
        (
            "2020-08..2020-10",
            "từ tháng 8/2020 đến tháng 10/2020",
            "từ tháng 8/2020 đến tháng 10/2020",
            "August 2020 to October 2020",
        ),
        (
            "before 2020-07-30",
            "trước ngày 30/07/2020",
            "trước ngày 30/07/2020",
            "before 30 July 2020",
        ),
        ("by 2025", "đến hết năm 2025", "đến hết năm 2025", "by 2025"),
        ("ongoing", "thường xuyên", "thường xuyên", "ongoing"),
        (
            "quarterly until 2030",
            "hằng quý đến hết năm 2030",
            "hằng quý đến hết năm 2030",
            "every quarter until 2030",
        ),
        ("half-yearly", "6 tháng một lần", "6 tháng một lần", "every half-year"),
        ("weekly", "hằng tuần", "hằng tuần", "every week"),
        ("every 2 years", "2 năm một lần", "2 năm một lần", "every 2 years"),
        ("from 2026", "từ năm 2026 trở đi", "từ năm 2026 trở đi", "from 2026 on"),
        (
            "monthly from 2026-03",
            "hằng tháng, từ tháng 3/2026 trở đi",
            "hằng tháng, từ tháng 3/2026 trở đi",
            "every month, from March 2026 on",
        ),
        ("2023/2024", "năm 2023–2024", "năm 2023–2024", "2023/24"),
        ("2024/2025-Q3", "quý III năm 2024–2025", "quý III năm 2024–2025", "Q3 2024/25"),
    ],
)
def test_a_time_reads_as_officials_write_it(
    written: str, sentence: str, column: str, english: str
) -> None:
    assert when_words(when(written)) == sentence
    assert when_short(when(written)) == column
    assert when_words(when(written), "en") == english


def test_a_day_has_two_digits_for_day_and_month() -> None:
    assert day_words(date(2020, 7, 5)) == "05/07/2020"
    assert day_words(date(2020, 7, 5), "en") == "5 July 2020"


def test_months_and_quarters_are_named_in_both_languages() -> None:
    assert (month_words(2026, 5), month_words(2026, 5, "en")) == ("tháng 5/2026", "May 2026")
    assert (quarter_words(2026, 4), quarter_words(2026, 4, "en")) == ("quý IV/2026", "Q4 2026")
    assert (quarter_short(3), quarter_short(3, "en")) == ("III", "Q3")


@pytest.mark.parametrize(
    ("vietnamese", "english"),
    [
        ("triệu đồng/người/năm", "million VND/person/year"),
        ("tiêu chí/xã", "criteria/commune"),
        ("thôn", "villages"),
        ("bác sĩ/1 vạn dân", "doctors/10,000 inhabitants"),
        ("USD", "USD"),
        ("gian hàng", None),
        ("gian hàng/năm", None),
        ("triệu đồng theo giá hiện hành", None),
    ],
)
def test_a_unit_is_english_as_a_whole_or_not_at_all(vietnamese: str, english: str | None) -> None:
    assert english_unit(vietnamese) == english


def test_names_sort_as_in_a_vietnamese_dictionary() -> None:
    names = ["Ea Súp", "Đắk Lắk", "Dân", "Ân Thi", "An", "Ăn", "Án", "Xã 10", "Xã 9", "Bắc Kạn"]
    assert sorted(names, key=alphabetical) == [
        "An",
        "Án",
        "Ăn",
        "Ân Thi",
        "Bắc Kạn",
        "Dân",
        "Đắk Lắk",
        "Ea Súp",
        "Xã 9",
        "Xã 10",
    ]


@given(st.text())
def test_every_text_has_a_place_in_the_order(text: str) -> None:
    assert alphabetical(text) == alphabetical(text)
    assert sorted([text, text + "a"], key=alphabetical)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [("Uỷ ban", "uy ban"), ("Ủy ban", "uy ban"), ("Đất đai", "dat dai"), ("HOÀ", "hoa")],
)
def test_folding_forgets_tones_and_capitals(typed: str, folded: str) -> None:
    assert fold(typed) == folded


def test_a_slug_is_ascii() -> None:
    assert slug("Đất đai & nhà ở (2025)") == "dat-dai-nha-o-2025"


@given(st.text(alphabet=string.printable + "ăđệ“”", min_size=1, max_size=60))
def test_markdown_shows_every_text_exactly_as_typed(text: str) -> None:
    shown = markdown.markdown(f"x{in_markdown(text)}x", extensions=["attr_list", "footnotes"])
    inside = shown.removeprefix("<p>").removesuffix("</p>")
    expected = text.translate({ord(blank): " " for blank in "\n\r\t\v\f"})
    assert "<" not in inside
    assert html.unescape(inside) == f"x{expected}x"


@pytest.mark.parametrize(
    ("address", "is_safe"),
    [
        ("https://example.org/a?b=c#d", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https://", False),
        ("https:///path", False),
        ("https://exa mple.org", False),
        ("https://example.org/\njavascript:x", False),
        ("http://[::1", False),
        ("", False),
    ],
)
def test_only_web_addresses_with_a_host_become_links(address: str, is_safe: bool) -> None:
    assert (safe_url(address) is not None) == is_safe


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Kế hoạch huyện Si Ma Cai năm 2021", "Kế hoạch huyện Si~Ma~Cai năm 2021"),
        ("kinh tế - xã hội, nhiệm kỳ 2020-2025", "kinh~tế~-~xã~hội, nhiệm~kỳ 2020-2025"),
        ("Thành phố Hà Nội", "Thành phố Hà~Nội"),
        ("Hà Nộith, KHà Nội", "Hà Nộith, KHà Nội"),
        ("xã Mản Thẩn và các thôn Lao Chải", "xã Mản Thẩn và các thôn Lao Chải"),
        ("<b> & {{ Sa Pa }}", "<b> & {{ Sa~Pa }}"),
    ],
)
def test_names_of_places_and_terms_stay_on_one_line(text: str, shown: str) -> None:
    names = names_pattern(
        ["huyện Si Ma Cai", "thành phố Hà Nội", "Sa Pa", "xã Mản Thẩn và các thôn Lao Chải", "Huế"]
    )
    assert kept_together(text, names) == shown.replace("~", "\u00a0")


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Kế hoạch năm 2021", "Kế hoạch năm 2021"),
        ("Kế hoạch phát triển kinh tế", "Kế hoạch phát…"),
        ("Kế hoạch, phát triển", "Kế hoạch, phát…"),
    ],
)
def test_a_long_title_ends_after_a_word(text: str, short: str) -> None:
    assert shortened(text, 17) == short


@pytest.mark.parametrize(
    ("written", "vietnamese", "english"),
    [
        ("999999", "999.999", "999,999"),
        ("1250000", "1,25 triệu", "1.25 million"),
        ("-155000000000000", "-155 nghìn tỷ", "-155 trillion"),
        ("12345678901", "12,345678901 tỷ", "12.345678901 billion"),
    ],
)
def test_a_large_number_keeps_its_digits_in_a_narrow_place(
    written: str, vietnamese: str, english: str
) -> None:
    number = Decimal(written)
    assert compact_number(number).replace("\u00a0", " ") == vietnamese
    assert compact_number(number, "en").replace("\u00a0", " ") == english
