"""A value keeps the digits of its author, and is refused where it could mean two things."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from generator.model.printed import number_notations
from generator.model.printed_values import value_notations
from generator.model.quantity import MISSING, Quantity, decided_by, quantity, two_readings
from tests.conftest import Load


def refusal_of(written: str) -> tuple[str, str]:
    """What is said of a value that cannot be understood, in Vietnamese and English."""
    with pytest.raises(PydanticCustomError) as caught:
        quantity(written)
    assert caught.value.context
    return caught.value.context["vi"], caught.value.context["en"]


@pytest.mark.parametrize(
    ("written", "operator", "low", "high"),
    [
        ("69.41", "exactly", "69.41", "69.41"),
        ("06", "exactly", "06", "06"),
        ("0155", "exactly", "0155", "0155"),
        ("22.90", "exactly", "22.90", "22.90"),
        ("-2", "exactly", "-2", "-2"),
        ("-2.5..-1", "exactly", "-2.5", "-1"),
        ("8300..8500", "exactly", "8300", "8500"),
        ("at least 6", "at least", "6", "6"),
        ("above 4", "above", "4", "4"),
        ("at most 3", "at most", "3", "3"),
        ("below 3", "below", "3", "3"),
        ("about 4", "about", "4", "4"),
        ("about 4.5..5", "about", "4.5", "5"),
        ("0.123", "exactly", "0.123", "0.123"),
        ("1234.567", "exactly", "1234.567", "1234.567"),
        ("1.2345", "exactly", "1.2345", "1.2345"),
    ],
)
def test_a_number_keeps_the_digits_its_author_wrote(
    written: str, operator: str, low: str, high: str
) -> None:
    value = quantity(written)
    assert (value.operator, value.low_digits, value.high_digits) == (operator, low, high)
    assert (value.low, value.high) == (Decimal(low), Decimal(high))
    assert (value.is_number, value.is_range) == (True, Decimal(low) != Decimal(high))
    assert (value.change, value.whole, value.met, value.missing) == (None, None, None, None)
    assert not value.ambiguous


@pytest.mark.parametrize(
    ("written", "change", "operator", "low", "high", "unit", "since"),
    [
        ("up 7", "up", "exactly", "7", "7", "", None),
        ("up at least 7", "up", "at least", "7", "7", "", None),
        ("down 2500..2800", "down", "exactly", "2500", "2800", "", None),
        ("down 2 pp since 2024", "down", "exactly", "2", "2", "pp", "2024"),
        ("down 2pp", "down", "exactly", "2", "2", "pp", None),
        ("down 50% since 1992", "down", "exactly", "50", "50", "%", "1992"),
        ("up about 6.5..7 %", "up", "about", "6.5", "7", "%", None),
        ("times 2.5..3 since 2020", "times", "exactly", "2.5", "3", "", "2020"),
        ("times at least 2 since 2020-Q1", "times", "at least", "2", "2", "", "2020-Q1"),
    ],
)
def test_a_change_says_by_how_much_and_since_when(
    written: str, change: str, operator: str, low: str, high: str, unit: str, since: str | None
) -> None:
    value = quantity(written)
    assert (value.change, value.operator, value.change_unit) == (change, operator, unit)
    assert (value.low_digits, value.high_digits) == (low, high)
    assert (str(value.since) if value.since else None) == since
    assert not value.is_number


@pytest.mark.parametrize(
    ("written", "operator", "part", "whole"),
    [("45 of 47", "exactly", "45", "47"), ("at least 45 of 47", "at least", "45", "47")],
)
def test_a_share_keeps_part_and_whole(written: str, operator: str, part: str, whole: str) -> None:
    value = quantity(written)
    assert (value.operator, value.low_digits, value.whole_digits) == (operator, part, whole)
    assert value.whole == Decimal(whole)
    assert not value.is_number


def test_a_yes_or_no_is_met_or_not() -> None:
    assert (quantity("met").met, quantity("not met").met) == (True, False)
    assert not quantity("met").is_number


@pytest.mark.parametrize("unknown", MISSING)
def test_an_unknown_is_a_value_without_number(unknown: str) -> None:
    assert quantity(unknown) == Quantity(unknown, missing=unknown)  # type: ignore[arg-type]


@pytest.mark.parametrize("blank", ["at  least 6", "at\u00a0least 6", " at least\u20096 "])
def test_blanks_of_any_kind_separate_the_words(blank: str) -> None:
    assert quantity(blank) == quantity("at least 6")


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("69,41", "69.41"),
        ("-0,5", "-0.5"),
        (".5", "0.5"),
        (",5", "0.5"),
        ("1.973.949", "1973949"),
        ("1,973,949", "1973949"),
        ("1 973 949", "1973949"),
        ("1\u00a0973\u00a0949", "1973949"),
        ("1\u2009973\u2009949", "1973949"),
        ("8.300,5", "8300.5"),
        ("8,300.5", "8300.5"),
        ("1.973.949,25", "1973949.25"),
        ("６９", "69"),
        ("６９,４１", "69.41"),
        ("âm 2", "-2"),
        ("−2", "-2"),
        ("–2,5", "-2.5"),
        (">6", "above 6"),
        ("> 6", "above 6"),
        ("<6", "below 6"),
        (">=6", "at least 6"),
        ("≥ 5", "at least 5"),
        ("≤ 5", "at most 5"),
        ("~5", "about 5"),
        ("≈ 5", "about 5"),
        ("At least 6", "at least 6"),
        ("AT LEAST 6", "at least 6"),
        ("at least 7,5", "at least 7.5"),
        ("min 5", "at least 5"),
        ("từ 7,5 trở lên", "at least 7.5"),
        ("7,5% trở lên", "at least 7.5"),
        ("5+", "at least 5"),
        ("3 trở xuống", "at most 3"),
        ("tối thiểu 06 tiêu chí", "at least 06"),
        ("ít nhất 6", "at least 6"),
        ("không dưới 6", "at least 6"),
        ("không quá 3", "at most 3"),
        ("tối đa 3", "at most 3"),
        ("trên 4", "above 4"),
        ("hơn 4", "above 4"),
        ("dưới 3%", "below 3"),
        ("khoảng 4", "about 4"),
        ("gần 5,2", "about 5.2"),
        ("xấp xỉ 4", "about 4"),
        ("khoảng 4,5–5", "about 4.5..5"),
        ("8300-8500", "8300..8500"),
        ("8300 - 8500", "8300..8500"),
        ("8300 .. 8500", "8300..8500"),
        ("8300...8500", "8300..8500"),
        ("từ 5 đến 6", "5..6"),
        ("5 đến 6", "5..6"),
        ("from 5 to 6", "5..6"),
        ("7,5 - 8%", "7.5..8"),
        ("45/47", "45 of 47"),
        ("45 / 47", "45 of 47"),
        ("45/47 chỉ tiêu", "45 of 47"),
        ("tăng thêm 7", "up 7"),
        ("tăng 5 xã", "up 5"),
        ("giảm 2.500.000", "down 2500000"),
        ("giảm 2 điểm % so với 2024", "down 2 pp since 2024"),
        ("giảm 2 điểm phần trăm", "down 2 pp"),
        ("gấp 2,5-3 lần so với năm 2020", "times 2.5..3 since 2020"),
        ("20,5%", "20.5"),
        ("5 triệu đồng", "5"),
        ("6 xã", "6"),
        ("đạt 6", "6"),
        ("đạt", "met"),
        ("Không đạt", "not met"),
        ("không nêu", "not stated"),
        ("chưa báo cáo", "not reported"),
        ("không công bố", "not published"),
        ("không áp dụng", "not applicable"),
        ("N/A", "not applicable"),
    ],
)
def test_a_printed_value_is_answered_with_its_notation(printed: str, written: str) -> None:
    vi, en = refusal_of(printed)
    assert f"viết `{written}`" in vi
    assert f"write `{written}`" in en
    assert quantity(written)


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("20%", "20"),
        ("at least 6%", "at least 6"),
        ("100 %", "100"),
        ("45 of 47%", "45 of 47"),
        ("times 2%", "times 2"),
        ("8500..8300", "8300..8500"),
        ("at least 5..6", "5..6"),
        ("down -3", "down 3"),
        ("5 since 2020", "down 5 since 2020"),
        ("up 45 of 47", "45 of 47"),
    ],
)
def test_words_in_the_wrong_place_are_put_right(printed: str, written: str) -> None:
    vi, en = refusal_of(printed)
    assert f"`{written}`" in vi
    assert f"`{written}`" in en
    assert quantity(written)


@pytest.mark.parametrize(
    ("printed", "either", "other"),
    [
        ("1,234", "1234", "1.234"),
        ("24,023 tỷ đồng", "24023", "24.023"),
        ("8,300", "8300", "8.3"),
        ("8.300 đồng", "8300", "8.3"),
        ("trên 8.300 đồng", "above 8300", "above 8.3"),
        ("8.300-8.500 USD", "8300..8500", "8.3..8.5"),
        ("giảm 2%", "down 2 pp", "down 2%"),
        ("tăng 5-6% so với 2024", "up 5..6 pp since 2024", "up 5..6% since 2024"),
    ],
)
def test_a_print_with_two_readings_is_answered_with_both(
    printed: str, either: str, other: str
) -> None:
    vi, en = refusal_of(printed)
    assert "đọc được hai cách" in vi
    assert "two ways" in en
    for message in (vi, en):
        assert f"`{either}`" in message
        assert f"`{other}`" in message


@pytest.mark.parametrize("share", ["45 of 0", "-1 of 5", "3 of -5"])
def test_a_share_is_part_of_a_whole(share: str) -> None:
    assert "`45 of 47`" in refusal_of(share)[0]


@pytest.mark.parametrize(
    "words",
    ["Xuất siêu", "To be determined", "bằng 1/2 mức bình quân cả nước", "x", "-", "?", "", "1.2.3"],
)
def test_words_that_are_no_value_may_stand_as_printed_words(words: str) -> None:
    vi, en = refusal_of(words)
    assert "`value_text:" in vi
    assert "`value_text:" in en


@pytest.mark.parametrize(
    ("written", "is_ambiguous"),
    [
        ("8.300", True),
        ("28.333", True),
        ("100.000", True),
        ("-8.300", True),
        ("1..8.300", True),
        ("45 of 1.000", True),
        ("at least 12.500", True),
        ("8300", False),
        ("8.3", False),
        ("8.3000", False),
        ("0.300", False),
        ("08.300", False),
        ("1234.567", False),
    ],
)
def test_a_point_before_three_digits_may_be_read_two_ways(written: str, is_ambiguous: bool) -> None:
    assert quantity(written).ambiguous is is_ambiguous


@pytest.mark.parametrize(
    ("number", "thousands", "decimal"),
    [
        ("8.300", "`8300`", "`8.3`"),
        ("100.000", "`100000`", "`100`"),
        ("28.333", "`28333`", '`value_text: "28,333 …"`'),
    ],
)
def test_both_readings_of_a_number_are_offered(number: str, thousands: str, decimal: str) -> None:
    for message in two_readings(quantity(number)):
        assert thousands in message
        assert decimal in message


@pytest.mark.parametrize(
    ("number", "printed", "language", "is_decided"),
    [
        ("24.023", "24,023 tỷ đồng", "vi", True),
        ("24.023", "đạt 24,023.", "vi", True),
        ("24.023", "24.023 tỷ đồng", "vi", False),
        ("24.023", "24.023 billion", "en", True),
        ("24.023", "24,023 people", "en", False),
        ("24.023", "124,023 tỷ đồng", "vi", False),
        ("24.023", "24,0231", "vi", False),
        ("24.023", "24,023,500", "vi", False),
        ("24.023", "", "vi", False),
        ("24.023..25.100", "từ 24,023 đến 25,100", "vi", True),
        ("24.023..25.100", "từ 24,023 đến 25.100", "vi", False),
        ("-24.023", "-24,023", "vi", True),
    ],
)
def test_printed_words_beside_a_number_decide(
    number: str, printed: str, language: str, is_decided: bool
) -> None:
    assert decided_by(quantity(number), printed, language) is is_decided


PLAN = """
id: thu
title: Kế hoạch
kind: annual
language: {language}
indicators:
  - id: thu
    name: Thu ngân sách
    results:
      - value: 24.023
        value_text: 24{sign}023 tỷ đồng
budget:
  unit: tỷ đồng
  rows:
    - amount: 24.023
      amount_text: 24{sign}023 tỷ đồng
"""


@pytest.mark.parametrize(
    ("language", "sign", "refused"),
    [("vi", ",", 0), ("vi", ".", 2), ("en", ".", 0), ("en", ",", 2)],
)
def test_the_language_of_the_plan_tells_which_sign_is_decimal(
    load: Load, language: str, sign: str, refused: int
) -> None:
    _, problems = load(PLAN.format(language=language, sign=sign))
    assert len(problems) == refused
    assert all("đọc được hai cách" in problem.vi for problem in problems)


def test_a_percentage_of_the_plan_is_never_thousands(load: Load) -> None:
    archive, problems = load(
        """
        id: thu
        title: Kế hoạch
        kind: annual
        indicators:
          - id: thu
            name: Thu ngân sách
            results:
              - of_plan: 104.255
        """
    )
    assert not problems
    (share,) = archive.plans[0].indicators[0].results[0].of_plan
    assert share.percent.low_digits == "104.255"


numbers = st.from_regex(r"-?[0-9]{1,12}(\.[0-9]{1,6})?", fullmatch=True)
operators = st.sampled_from(["", "at least ", "above ", "at most ", "below ", "about "])


@given(operators, numbers)
def test_what_goes_into_a_value_comes_out(operator: str, number: str) -> None:
    value = quantity(operator + number)
    assert value.written == operator + number
    assert value.low_digits == value.high_digits == number
    assert value.low == Decimal(number)


@given(numbers, numbers)
def test_a_range_runs_upwards_or_is_turned(first: str, second: str) -> None:
    low, high = sorted((first, second), key=Decimal)
    value = quantity(f"{low}..{high}")
    assert (value.low_digits, value.high_digits) == (low, high)
    if Decimal(low) < Decimal(high):
        assert f"`{low}..{high}`" in refusal_of(f"{high}..{low}")[0]


@given(
    st.text(max_size=40)
    | st.from_regex(r"[0-9., %/<>≥~\-–−tăngiảmđừếđoflwupdo]{0,25}", fullmatch=True)
)
def test_any_words_are_understood_or_refused_in_both_languages(words: str) -> None:
    try:
        assert quantity(words).written == " ".join(words.split())
    except PydanticCustomError:
        vi, en = refusal_of(words)
        assert vi.isprintable()
        assert en.isprintable()


@given(st.from_regex(r"[0-9]{1,3}([., ][0-9]{1,3}){0,3}", fullmatch=True))
def test_a_printed_number_means_at_most_two(printed: str) -> None:
    notations = number_notations(printed)
    assert len(notations) <= 2
    for notation in notations:
        digits = re.sub(r"\D", "", notation.written)
        assert re.sub(r"\D", "", printed).startswith(digits)


@given(st.integers(0, 10**9))
def test_thousands_and_decimals_of_print_are_told_apart(number: int) -> None:
    printed = f"{number:,}".replace(",", ".")
    written = [notation.written for notation in value_notations(f"{printed},5 tỷ đồng")]
    assert written == [f"{number}.5"]
