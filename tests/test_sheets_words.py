"""What officials write in the cells of a workbook, and what is never guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from generator.model.quantity import quantity
from generator.model.when import when
from generator.sheets.grid import NotUnderstoodError
from generator.sheets.times import time_words, time_written
from generator.sheets.values import number_written, percent_written, value_words, value_written

digits = st.integers(0, 10**6).map(str)
decimals = st.builds(
    lambda a, b: f"{a}.{b}", digits, st.sampled_from(["5", "25", "41", "0", "1250"])
)
numbers = st.one_of(digits, decimals)
ends = st.one_of(
    numbers,
    st.builds(lambda a, b: f"{a}..{a + b}", st.integers(0, 999), st.integers(1, 99)),
)
levels = st.one_of(
    ends,
    st.builds(
        lambda word, number: f"{word} {number}",
        st.sampled_from(["at least", "at most", "above", "below", "about"]),
        numbers,
    ),
    st.builds(lambda a, b: f"{a} of {a + b + 1}", st.integers(0, 99), st.integers(0, 99)),
)
moments = st.one_of(
    st.integers(1950, 2150).map(str),
    st.dates().filter(lambda day: 1900 <= day.year < 2200).map(str),
    st.builds(lambda y, q: f"{y}-Q{q}", st.integers(1950, 2150), st.integers(1, 4)),
    st.builds(lambda y, h: f"{y}-H{h}", st.integers(1950, 2150), st.integers(1, 2)),
    st.builds(lambda y, m: f"{y}-{m:02}", st.integers(1950, 2150), st.integers(1, 12)),
    st.builds(lambda y, m: f"{y}-{m}M", st.integers(1950, 2150), st.integers(1, 12)),
    st.integers(1950, 2150).map(lambda year: f"{year}/{year + 1}"),
)
changes = st.builds(
    lambda word, ends, unit, since: f"{word} {ends}{'' if word == 'times' else unit}{since}",
    st.sampled_from(["up", "down", "times"]),
    ends,
    st.sampled_from(["", " pp"]),
    st.sampled_from(["", " since 2020", " since 2020-Q3"]),
)
times = st.one_of(
    moments,
    st.builds(lambda word, at: f"{word} {at}", st.sampled_from(["before", "by", "from"]), moments),
    st.builds(lambda a, b: f"{a}..{a + b}", st.integers(1950, 2100), st.integers(0, 40)),
    st.sampled_from(["ongoing", "yearly", "half-yearly", "quarterly", "monthly", "weekly"]),
    st.sampled_from(["every 2 years", "quarterly until 2030", "yearly 2027..2030", "monthly 2026"]),
)


@given(st.one_of(levels, changes))
def test_a_value_that_is_shown_in_words_comes_back_as_it_was_written(written: str) -> None:
    try:
        if quantity(written).ambiguous:
            return
    except PydanticCustomError:
        return
    assert value_written(value_words(written), "tỷ đồng") == written


@given(times)
def test_a_time_that_is_shown_in_words_comes_back_as_it_was_written(written: str) -> None:
    try:
        when(written)
    except PydanticCustomError:
        return
    assert time_written(time_words(written)) == written


@pytest.mark.parametrize(
    ("words", "unit", "written"),
    [
        ("69,41", "", "69.41"),
        ("8300", "USD", "8300"),
        ("8.300", "người", "8300"),
        ("8.300", "hộ", "8300"),
        ("1.973.949", "tỷ đồng", "1973949"),
        ("8.30", "", "8.30"),
        ("06", "tiêu chí", "06"),
        ("-2,5", "percent", "-2.5"),
        ("trên 6", "xã", "above 6"),
        ("từ 5 đến 7", "percent", "5..7"),
        ("5-7", "percent", "5..7"),
        ("không quá 3", "", "at most 3"),
        ("Ít nhất 6", "", "at least 6"),
        (">= 5", "", "at least 5"),
        ("dưới 3%", "percent", "below 3"),
        ("khoảng 4,5-5", "", "about 4.5..5"),
        ("gần 4.000", "hộ", "about 4000"),
        ("tăng 7", "xã", "up 7"),
        ("giảm 2 điểm % so với 2024", "percent", "down 2 pp since 2024"),
        ("gấp 2,5 lần so với 2020", "", "times 2.5 since 2020"),
        ("45/47", "xã", "45 of 47"),
        ("45 trên 47", "xã", "45 of 47"),
        ("đạt", "", "met"),
        ("Không đạt", "", "not met"),
        ("không nêu", "", "not stated"),
        ("chưa báo cáo", "", "not reported"),
        ("99,6%", "percent", "99.6"),
        ("12 tỷ đồng", "tỷ đồng", "12"),
        ("at least 6", "", "at least 6"),
        ("8300..8500", "USD", "8300..8500"),
    ],
)
def test_a_value_as_officials_write_it_is_understood(words: str, unit: str, written: str) -> None:
    assert value_written(words, unit) == written


@pytest.mark.parametrize(
    ("words", "unit", "said"),
    [
        ("8.300", "USD", "`8300` nếu dấu chấm ngăn cách hàng nghìn hoặc `8,3`"),
        ("24,023", "tỷ đồng", "`24,023 …` ở cột “Lời in”"),
        ("từ 8.300 đến 8.500", "tỷ đồng", "đọc được nhiều cách"),
        ("giảm 2%", "percent", "`giảm 2 điểm %`"),
        ("99,6%", "tỷ đồng", "đơn vị của chỉ tiêu là `tỷ đồng`"),
        ("12 triệu đồng", "tỷ đồng", "đơn vị của chỉ tiêu là `tỷ đồng`"),
        ("xuất siêu", "", "ghi ở cột “Lời in”"),
        ("ước 5", "", "không hiểu giá trị"),
    ],
)
def test_a_value_that_is_not_certain_is_refused_with_what_to_write(
    words: str, unit: str, said: str
) -> None:
    with pytest.raises(NotUnderstoodError) as refused:
        value_written(words, unit)
    assert said in refused.value.message.vi
    assert words in refused.value.message.en


def test_the_printed_words_decide_what_three_decimals_mean() -> None:
    assert value_written("24,023", "tỷ đồng", "24,023 tỷ đồng") == "24.023"
    assert number_written("24,023", "24,023 tỷ đồng") == "24.023"
    with pytest.raises(NotUnderstoodError):
        number_written("24,023", "")


def test_a_share_of_the_plan_is_never_thousands() -> None:
    assert percent_written("104,255%") == "104.255"


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("31/12/2025", "2025-12-31"),
        ("ngày 5 tháng 6 năm 2025", "2025-06-05"),
        ("tháng 6/2025", "2025-06"),
        ("6/2025", "2025-06"),
        ("quý IV/2025", "2025-Q4"),
        ("Quý IV năm 2025", "2025-Q4"),
        ("6 tháng đầu năm 2025", "2025-H1"),
        ("năm 2025", "2025"),
        ("2021-2025", "2021..2025"),
        ("từ tháng 8 đến tháng 10/2020", "2020-08..2020-10"),
        ("trước 30/7/2025", "before 2025-07-30"),
        ("chậm nhất 15/6/2025", "by 2025-06-15"),
        ("thường xuyên", "ongoing"),
        ("hằng quý đến hết năm 2030", "quarterly until 2030"),
        ("2025-12-31", "2025-12-31"),
    ],
)
def test_a_time_as_officials_write_it_is_understood(words: str, written: str) -> None:
    assert time_written(words) == written


@pytest.mark.parametrize(
    ("words", "starts", "said"),
    [
        ("31/2/2025", None, "tháng 2/2025 có 28 ngày"),
        ("khi tỉnh hướng dẫn", None, "ghi ở cột lời in bên cạnh"),
        ("tháng 12", None, "thiếu năm"),
        ("quý IV/2025", 9, "`2025/2026-Q4`"),
        ("2023-2024", 9, "`2023/2024`"),
    ],
)
def test_a_time_that_is_not_certain_is_refused(words: str, starts: int | None, said: str) -> None:
    with pytest.raises(NotUnderstoodError) as refused:
        time_written(words, starts)
    assert said in refused.value.message.vi
