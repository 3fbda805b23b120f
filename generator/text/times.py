"""Days, months, quarters and spans as people read them: 26/11/2020, quý I/2021, trước năm 2030."""

from __future__ import annotations

from datetime import date
from typing import Literal

from generator.model.when import Moment, When

Language = Literal["vi", "en"]

_ROMAN = ("", "I", "II", "III", "IV")
_MONTHS = (
    "",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_RECURRENCES = {
    "vi": {
        "ongoing": "thường xuyên",
        "yearly": "hằng năm",
        "half-yearly": "6 tháng một lần",
        "quarterly": "hằng quý",
        "monthly": "hằng tháng",
        "weekly": "hằng tuần",
    },
    "en": {
        "ongoing": "ongoing",
        "yearly": "every year",
        "half-yearly": "every half-year",
        "quarterly": "every quarter",
        "monthly": "every month",
        "weekly": "every week",
    },
}

_UNITS = {"years": "năm", "months": "tháng", "weeks": "tuần", "days": "ngày"}


def day_words(day: date, language: Language = "vi") -> str:
    """A day: 26/11/2020; in English 26 November 2020."""
    if language == "en":
        return f"{day.day} {_MONTHS[day.month]} {day.year}"
    return f"{day.day:02}/{day.month:02}/{day.year}"


def month_words(year: int, month: int, language: Language = "vi") -> str:
    """A month: tháng 5/2020; in English May 2020."""
    return f"tháng {month}/{year}" if language == "vi" else f"{_MONTHS[month]} {year}"


def quarter_words(year: int, quarter: int, language: Language = "vi") -> str:
    """A quarter: quý I/2021; in English Q1 2021."""
    return f"quý {_ROMAN[quarter]}/{year}" if language == "vi" else f"Q{quarter} {year}"


def quarter_short(quarter: int, language: Language = "vi") -> str:
    """A quarter under its year: I, II, III or IV; in English Q1 to Q4."""
    return _ROMAN[quarter] if language == "vi" else f"Q{quarter}"


def when_words(when: When, language: Language = "vi") -> str:
    """A time inside a sentence: năm 2025, tháng 5/2020, trước ngày 30/07/2020, hằng quý."""
    if when.recurrence:
        return _recurring(when, language)
    if when.mode == "interval" and when.start and when.end:
        return _interval(when.start, when.end, language)
    assert when.end is not None  # noqa: S101 - every other mode has an end
    end = _moment(when.end, language)
    if when.mode == "before":
        return f"trước {end}" if language == "vi" else f"before {end}"
    if when.mode == "by":
        if language == "en":
            return f"by {end}"
        return f"chậm nhất {end}" if when.end.unit == "day" else f"đến hết {end}"
    return end


def when_short(when: When, language: Language = "vi") -> str:
    """A time in a narrow column: 2025, 05/2020, quý I/2021, 2016–2020."""
    if when.recurrence or when.mode in ("before", "by"):
        return when_words(when, language)
    if when.mode == "interval" and when.start and when.end:
        return _interval(when.start, when.end, language)
    assert when.end is not None  # noqa: S101 - every other mode has an end
    return f"{when.end.year}" if when.end.unit == "year" else _moment(when.end, language)


def end_words(when: When, language: Language = "vi") -> str:
    """The end of a time: năm 2025 for `2021..2025`."""
    if when.end is None:
        return when_words(when, language)
    if when.end.unit in ("school_year", "school_quarter") and when.end.last:
        day = day_words(when.end.last, language)
        return f"ngày {day}" if language == "vi" else day
    return _moment(when.end, language)


def begin_words(when: When, language: Language = "vi") -> str:
    """The beginning of a time: tháng 5/2020 for `2020-05..2021-03`; its end where none is said."""
    return _moment(when.start, language) if when.start else end_words(when, language)


def _recurring(when: When, language: Language) -> str:
    assert when.recurrence is not None  # noqa: S101 - the caller has seen it
    words = _recurrence(when.recurrence, language)
    if when.start and not when.end:
        return _open_ended(when, words, language)
    if when.start and when.end:
        return f"{words}, {_interval(when.start, when.end, language)}"
    if when.end:
        end = _moment(when.end, language)
        return f"{words} đến hết {end}" if language == "vi" else f"{words} until {end}"
    return words


def _recurrence(recurrence: str, language: Language) -> str:
    """How often: hằng quý, 2 năm một lần."""
    if recurrence in _RECURRENCES[language]:
        return _RECURRENCES[language][recurrence]
    _, number, unit = recurrence.split(" ")
    if language == "en":
        return f"every {number} {unit}"
    return f"{number} {_UNITS[unit]} một lần"


def _open_ended(when: When, words: str, language: Language) -> str:
    """From a day on, without an end: từ năm 2026 trở đi."""
    assert when.start is not None  # noqa: S101 - the caller has seen it
    start = _moment(when.start, language)
    onward = f"từ {start} trở đi" if language == "vi" else f"from {start} on"
    return onward if when.written.startswith("from ") else f"{words}, {onward}"


def _interval(start: Moment, end: Moment, language: Language) -> str:
    if start == end:
        return _moment(start, language)
    if start.unit == end.unit == "year":
        return f"{start.year}–{end.year}"
    first, last = _moment(start, language), _moment(end, language)
    return f"từ {first} đến {last}" if language == "vi" else f"{first} to {last}"


def _moment(moment: Moment, language: Language) -> str:
    return _vietnamese(moment) if language == "vi" else _english(moment)


def _vietnamese(moment: Moment) -> str:
    year = moment.year
    school = f"{year}–{year + 1}"
    return {
        "day": lambda: f"ngày {moment.day:02}/{moment.number:02}/{year}",
        "month": lambda: f"tháng {moment.number}/{year}",
        "quarter": lambda: quarter_words(year, moment.number),
        "half": lambda: f"6 tháng {'đầu' if moment.number == 1 else 'cuối'} năm {year}",
        "months": lambda: f"{moment.number} tháng đầu năm {year}",
        "year": lambda: f"năm {year}",
        "school_year": lambda: f"năm {school}",
        "school_quarter": lambda: f"quý {_ROMAN[moment.number]} năm {school}",
    }[moment.unit]()


def _english(moment: Moment) -> str:
    year = moment.year
    school = f"{year}/{(year + 1) % 100:02}"
    return {
        "day": lambda: f"{moment.day} {_MONTHS[moment.number]} {year}",
        "month": lambda: f"{_MONTHS[moment.number]} {year}",
        "quarter": lambda: quarter_words(year, moment.number, "en"),
        "half": lambda: f"{'first' if moment.number == 1 else 'second'} half of {year}",
        "months": lambda: f"first {moment.number} months of {year}",
        "year": lambda: f"{year}",
        "school_year": lambda: school,
        "school_quarter": lambda: f"Q{moment.number} {school}",
    }[moment.unit]()
