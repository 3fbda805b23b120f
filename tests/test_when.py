"""A time keeps the precision with which it was said."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from generator.model.when import When, when


def day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def refusal_of(written: str) -> tuple[str, str]:
    """What is said of a time that cannot be understood, in Vietnamese and English."""
    with pytest.raises(PydanticCustomError) as caught:
        when(written)
    assert caught.value.context
    return caught.value.context["vi"], caught.value.context["en"]


@pytest.mark.parametrize(
    ("written", "mode", "earliest", "latest"),
    [
        ("2020-11-26", "within", "2020-11-26", "2020-11-26"),
        ("2020-12", "within", "2020-12-01", "2020-12-31"),
        ("2020-02", "within", "2020-02-01", "2020-02-29"),
        ("2021-Q1", "within", "2021-01-01", "2021-03-31"),
        ("2021-Q4", "within", "2021-10-01", "2021-12-31"),
        ("2021-H1", "within", "2021-01-01", "2021-06-30"),
        ("2021-H2", "within", "2021-07-01", "2021-12-31"),
        ("2021-7M", "within", "2021-01-01", "2021-07-31"),
        ("2021-12M", "within", "2021-01-01", "2021-12-31"),
        ("2025", "within", "2025-01-01", "2025-12-31"),
        ("2020-08..2020-10", "interval", "2020-08-01", "2020-10-31"),
        ("2016..2020", "interval", "2016-01-01", "2020-12-31"),
        ("2020-08-15..2020-08", "interval", "2020-08-15", "2020-08-31"),
        ("before 2020-07-30", "before", None, "2020-07-29"),
        ("before 2030", "before", None, "2029-12-31"),
        ("before 2021-Q1", "before", None, "2020-12-31"),
        ("by 2025", "by", None, "2025-12-31"),
        ("by 2021-02", "by", None, "2021-02-28"),
        ("ongoing", "recurring", None, None),
        ("yearly", "recurring", None, None),
        ("half-yearly", "recurring", None, None),
        ("quarterly", "recurring", None, None),
        ("monthly", "recurring", None, None),
        ("weekly", "recurring", None, None),
        ("every 2 years", "recurring", None, None),
        ("quarterly until 2030", "recurring", None, None),
        ("yearly 2027..2030", "recurring", "2027-01-01", None),
        ("monthly from 2026-03", "recurring", "2026-03-01", None),
        ("from 2026", "recurring", "2026-01-01", None),
        ("2023/2024", "within", None, None),
        ("2024/2025-Q3", "within", None, None),
    ],
)
def test_a_time_is_bounded_by_its_first_and_last_day(
    written: str, mode: str, earliest: str | None, latest: str | None
) -> None:
    time = when(written)
    assert (time.mode, time.earliest, time.latest) == (mode, day(earliest), day(latest))
    assert str(time) == written


@pytest.mark.parametrize(
    ("written", "recurrence", "ends"),
    [
        ("ongoing", "ongoing", None),
        ("yearly", "yearly", None),
        ("quarterly until 2030", "quarterly", "2030-12-31"),
        ("quarterly until 2030-06", "quarterly", "2030-06-30"),
        ("yearly 2027..2030", "yearly", "2030-12-31"),
        ("every 3 months until 2030", "every 3 months", "2030-12-31"),
        ("monthly 2027", "monthly", "2027-12-31"),
        ("from 2026", "ongoing", None),
        ("by 2025", None, "2025-12-31"),
    ],
)
def test_a_recurring_time_ends_but_is_never_overdue(
    written: str, recurrence: str | None, ends: str | None
) -> None:
    time = when(written)
    assert (time.recurrence, time.ends) == (recurrence, day(ends))
    assert time.latest is None or not time.recurrence


@pytest.mark.parametrize(
    ("written", "starts", "earliest", "latest"),
    [
        ("2023/2024", 9, "2023-09-01", "2024-08-31"),
        ("2024/2025", 4, "2024-04-01", "2025-03-31"),
        ("2024/2025-Q1", 4, "2024-04-01", "2024-06-30"),
        ("2024/2025-Q3", 4, "2024-10-01", "2024-12-31"),
        ("2024/2025-Q4", 4, "2025-01-01", "2025-03-31"),
        ("2024/2025-Q4", 12, "2025-09-01", "2025-11-30"),
        ("by 2024/2025", 4, None, "2025-03-31"),
        ("2023/2024..2024/2025", 9, "2023-09-01", "2025-08-31"),
    ],
)
def test_a_school_year_begins_in_the_month_that_the_plan_names(
    written: str, starts: int, earliest: str | None, latest: str
) -> None:
    time = when(written, starts)
    assert (time.earliest, time.latest) == (day(earliest), day(latest))


def test_a_school_year_without_its_month_is_sorted_by_its_first_year() -> None:
    times = [when("2025"), when("2023/2024"), when("ongoing"), when("2023-Q2"), when("by 2024")]
    in_order = [str(time) for time in sorted(times, key=lambda time: time.sort_key)]
    assert in_order == ["2023/2024", "2023-Q2", "by 2024", "2025", "ongoing"]


def test_a_span_may_end_in_a_school_year_whose_days_are_not_known() -> None:
    assert when("2021-09-05..2020/2021").mode == "interval"


@pytest.mark.parametrize("blank", ["  by  2025 ", "by\u00a02025", "by\u20092025\n"])
def test_blanks_of_any_kind_separate_the_words(blank: str) -> None:
    assert when(blank) == when("by 2025")


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("26/11/2020", "2020-11-26"),
        ("26-11-2020", "2020-11-26"),
        ("26.11.2020", "2020-11-26"),
        ("ngày 26 tháng 11 năm 2020", "2020-11-26"),
        ("2020/11/26", "2020-11-26"),
        ("20201126", "2020-11-26"),
        ("2020-1-5", "2020-01-05"),
        ("26 November 2020", "2020-11-26"),
        ("tháng 5/2020", "2020-05"),
        ("Tháng 5 năm 2020", "2020-05"),
        ("T8/2025", "2025-08"),
        ("5/2020", "2020-05"),
        ("Jan 2021", "2021-01"),
        ("quý I/2021", "2021-Q1"),
        ("Quý IV năm 2021", "2021-Q4"),
        ("Q1/2021", "2021-Q1"),
        ("2021Q3", "2021-Q3"),
        ("năm 2025", "2025"),
        ("２０２５", "2025"),
        ("6 tháng đầu năm 2021", "2021-H1"),
        ("6 tháng cuối năm 2021", "2021-H2"),
        ("9 tháng năm 2021", "2021-9M"),
        ("năm học 2023-2024", "2023/2024"),
        ("2024/25", "2024/2025"),
        ("2026-2030", "2026..2030"),
        ("giai đoạn 2026 – 2030", "2026..2030"),
        ("từ 2026 đến 2030", "2026..2030"),
        ("từ tháng 8 đến tháng 10/2020", "2020-08..2020-10"),
        ("15/7/2020 - 20/7/2020", "2020-07-15..2020-07-20"),
        ("trước ngày 30/7/2020", "before 2020-07-30"),
        ("trước năm 2030", "before 2030"),
        ("before 30/7/2020", "before 2020-07-30"),
        ("đến năm 2025", "by 2025"),
        ("đến hết ngày 30/6/2025", "by 2025-06-30"),
        ("chậm nhất là 30/6/2021", "by 2021-06-30"),
        ("..2025", "by 2025"),
        ("until 2030", "by 2030"),
        ("từ năm 2026 trở đi", "from 2026"),
        ("hằng năm", "yearly"),
        ("Hàng quý", "quarterly"),
        ("hằng tháng", "monthly"),
        ("6 tháng một lần", "half-yearly"),
        ("2 năm một lần", "every 2 years"),
        ("thường xuyên", "ongoing"),
        ("hằng quý đến năm 2030", "quarterly until 2030"),
        ("hằng năm 2027-2030", "yearly 2027..2030"),
        ("hàng tháng từ 2026", "monthly from 2026"),
    ],
)
def test_a_printed_time_is_answered_with_its_notation(printed: str, written: str) -> None:
    vi, en = refusal_of(printed)
    assert f"viết `{written}`" in vi
    assert f"write `{written}`" in en
    assert when(written)


@pytest.mark.parametrize(
    ("impossible", "said"),
    [
        ("31/02/2025", "tháng 2/2025 có 28 ngày"),
        ("2025-02-30", "tháng 2/2025 có 28 ngày"),
        ("2024-02-30", "tháng 2/2024 có 29 ngày"),
        ("2025-04-00", "tháng 4/2025 có 30 ngày"),
        ("2025-13", "từ 01 đến 12"),
        ("2025-00-10", "từ 01 đến 12"),
        ("2021-22", "`2021/2022`"),
        ("2025-Q5", "viết từ 1 đến 4"),
        ("2025-H3", "viết từ 1 đến 2"),
        ("2025-13M", "từ 1 đến 12"),
        ("2025-0M", "từ 1 đến 12"),
        ("0025", "1900–2199"),
        ("2203-01-01", "1900–2199"),
        ("2020..2016", "viết `2016..2020`"),
        ("2020-10..2020-08", "viết `2020-08..2020-10`"),
        ("yearly 2030..2027", "viết `2027..2030`"),
        ("2023/2025", "`2023..2025`"),
        ("2024/2025-Q5", "từ 1 đến 4"),
    ],
)
def test_a_time_that_cannot_be_says_why(impossible: str, said: str) -> None:
    assert said in refusal_of(impossible)[0]


@pytest.mark.parametrize(
    "words",
    [
        "khi được TW ban hành",
        "ngay từ đầu năm",
        "before",
        "by",
        "from",
        "2025..",
        "ongoing until",
        "quarterly until before 2030",
        "2025 2026",
        "20255",
        "-1",
        "∞",
        "",
        "every 0 years",
        "every 2 fortnights",
    ],
)
def test_words_that_are_no_time_may_stand_as_printed_words(words: str) -> None:
    vi, en = refusal_of(words)
    assert "viết `due_text: " in vi
    assert "write `due_text: " in en


def test_printed_words_stand_beside_the_field_that_was_written() -> None:
    with pytest.raises(PydanticCustomError) as caught:
        when("Spring 2025", None, "period")
    assert "write `period_text: Spring 2025`" in str(caught.value.context)


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("FY2024/25", "2024/2025"),
        ("FY 2024-25", "2024/2025"),
        ("2024/25", "2024/2025"),
        ("Q3 2024/25", "2024/2025-Q3"),
        ("Q3 2024-25", "2024/2025-Q3"),
        ("2024/25 Q3", "2024/2025-Q3"),
        ("2024/25-Q3", "2024/2025-Q3"),
        ("2024/2025 Q3", "2024/2025-Q3"),
        ("quý 3 năm học 2024-2025", "2024/2025-Q3"),
        ("2024/25 to 2026/27", "2024/2025..2026/2027"),
        ("2021/12", "2021-12"),
        ("31/03/25", "2025-03-31"),
        ("03/31/2025", "2025-03-31"),
        ("March 31, 2025", "2025-03-31"),
        ("31 March 2025", "2025-03-31"),
        ("31st of March 2025", "2025-03-31"),
        ("31-Mar-25", "2025-03-31"),
        ("Mar-25", "2025-03"),
        ("March 2025", "2025-03"),
        ("end of March 2025", "2025-03"),
        ("by the end of March 2025", "by 2025-03"),
    ],
)
def test_english_print_is_answered_with_its_notation(printed: str, written: str) -> None:
    assert f"write `{written}` instead" in refusal_of(printed)[1]


@pytest.mark.parametrize(
    ("printed", "language", "first", "second"),
    [
        ("Q3 2024", "en", "2024-Q3", "2024/2025-Q3"),
        ("quý III/2024", "vi", "2024-Q3", "2024/2025-Q3"),
        ("2024-2025", "en", "2024..2025", "2024/2025"),
        ("03/04/2025", "en", "2025-04-03", "2025-03-04"),
        ("03/04/25", "en", "2025-04-03", "2025-03-04"),
    ],
)
def test_a_print_with_two_meanings_is_answered_with_both(
    printed: str, language: str, first: str, second: str
) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        when(printed, 4, "due", language)
    said = (caught.value.context or {})["en"]
    assert said.startswith(f"`{printed}` can be read two ways: write `{first}` ")
    assert f", `{second}` " in said
    assert when(first, 4) != when(second, 4)


moments = st.one_of(
    st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(str),
    st.builds("{:04}-{:02}".format, st.integers(1900, 2199), st.integers(1, 12)),
    st.builds("{:04}-Q{}".format, st.integers(1900, 2199), st.integers(1, 4)),
    st.builds("{:04}-H{}".format, st.integers(1900, 2199), st.integers(1, 2)),
    st.builds("{:04}-{}M".format, st.integers(1900, 2199), st.integers(1, 12)),
    st.integers(1900, 2199).map(str),
    st.integers(1900, 2198).map(lambda year: f"{year}/{year + 1}"),
)
times = st.one_of(
    moments,
    st.builds("{} {}".format, st.sampled_from(["before", "by", "from"]), moments),
    st.builds("{} until {}".format, st.sampled_from(["quarterly", "every 2 years"]), moments),
    st.builds("{}..{}".format, moments, moments),
)


def understood(written: str, year_starts: int | None = None) -> When | None:
    try:
        return when(written, year_starts)
    except PydanticCustomError:
        return None


@given(times, st.none() | st.integers(1, 12))
def test_the_first_day_never_comes_after_the_last(written: str, year_starts: int | None) -> None:
    time = understood(written, year_starts)
    if time and time.earliest and time.latest:
        assert time.earliest <= time.latest


@given(times, st.none() | st.integers(1, 12))
def test_a_time_reads_the_same_when_written_again(written: str, year_starts: int | None) -> None:
    if time := understood(written, year_starts):
        assert when(time.written, year_starts) == time
    else:
        assert ".." in written  # only a span may run backwards


@given(st.text(max_size=40) | st.from_regex(r"[0-9/.\-QHM untilbyfrom]{0,25}", fullmatch=True))
def test_any_words_are_understood_or_refused_in_both_languages(words: str) -> None:
    try:
        assert when(words).written == " ".join(words.split())
    except PydanticCustomError:
        vi, en = refusal_of(words)
        assert vi.isprintable()
        assert en.isprintable()
