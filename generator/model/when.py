"""A day, month, quarter, year or span, kept as precisely as it was said."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema

from generator.model.nodes import Mapping, Sequence
from generator.model.refusal import refusal

Unit = Literal["day", "month", "quarter", "half", "months", "year", "school_year", "school_quarter"]
Mode = Literal["within", "interval", "before", "by", "recurring"]
Recurrence = Literal["ongoing", "yearly", "quarterly", "monthly"]

YEARS = range(1900, 2200)


@dataclass(frozen=True, slots=True)
class Moment:
    """One calendar unit: a day, month, quarter, half-year, first n months, year, or a year that
    begins in the middle of a calendar year (school or fiscal year, and its quarters).

    `number` counts the month, quarter, half or months; `day` is the day of the month.  `first`
    and `last` are the days it begins and ends, `None` for a school year whose beginning the plan
    does not tell (`year_starts`).
    """

    unit: Unit
    year: int
    number: int = 0
    day: int = 0
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A time as an author wrote it.

    `earliest` and `latest` bound it; a deadline is met on or before `latest`.  A recurring or
    ongoing time has no latest day: it is never overdue.
    """

    written: str
    mode: Mode
    start: Moment | None = None
    end: Moment | None = None
    recurrence: Recurrence | None = None

    @property
    def earliest(self) -> date | None:
        """The first day it may mean; `None` when it is open at the beginning."""
        return self.start.first if self.start else None

    @property
    def latest(self) -> date | None:
        """The last day it may mean; `before 2020-07-30` ends on 29/7/2020."""
        if self.end is None or self.recurrence is not None:
            return None
        if self.mode == "before":
            return self.end.first - timedelta(days=1) if self.end.first else None
        return self.end.last

    @property
    def ends(self) -> date | None:
        """The last day of its span, for recurring times too (`quarterly until 2030`)."""
        return self.end.last if self.recurrence and self.end else self.latest

    @property
    def first_year(self) -> int | None:
        """The year it begins in (or ends in, when only the end is said)."""
        moment = self.start or self.end
        return moment.year if moment else None

    @property
    def sort_key(self) -> tuple[int, str, str, str]:
        """Orders times by first day, then last day; times without any day come last."""
        days = (self.earliest or self.latest, self.latest or self.earliest)
        known = [day.isoformat() if day else "" for day in days]
        year = self.first_year
        return (0 if year else 1, known[0] or f"{year or ''}", known[1], self.written)

    def __str__(self) -> str:
        return self.written


_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_PART = re.compile(r"(\d{4})-([QH])(\d)")
_MONTHS = re.compile(r"(\d{4})-(\d{1,2})M")
_YEAR = re.compile(r"\d{4}")
_SCHOOL = re.compile(r"(\d{4})/(\d{4})(?:-Q(\d))?")
_RECURRING = re.compile(
    r"(ongoing|yearly|quarterly|monthly)(?: (?:until (?P<until>\S+)|(?P<span>\S+)))?"
)

_EXAMPLES_VI = "ví dụ `2020-11-26`, `2020-12`, `2021-Q1`, `2025`, `2016..2020`, `before 2020-07-30`"
_EXAMPLES_EN = "e.g. `2020-11-26`, `2020-12`, `2021-Q1`, `2025`, `2016..2020`, `before 2020-07-30`"


@lru_cache(maxsize=4096)
def when(written: str, year_starts: int | None = None) -> When:
    """Understands a written time; `year_starts` is the month in which a school year begins.

    Raises a refusal, in the words of the author's notation, when it cannot be understood.
    """
    text = " ".join(written.split())
    if match := _RECURRING.fullmatch(text):
        return _recurring(text, match, year_starts)
    for word, mode in (("before", "before"), ("by", "by")):
        if text.startswith(f"{word} "):
            end = _moment(text.removeprefix(f"{word} "), year_starts)
            return When(text, mode, end=end)  # type: ignore[arg-type]
    if ".." in text:
        first, _, last = text.partition("..")
        start, end = _moment(first.strip(), year_starts), _moment(last.strip(), year_starts)
        _refuse_reversed(text, start, end)
        return When(text, "interval", start, end)
    moment = _moment(text, year_starts)
    return When(text, "within", moment, moment)


def _recurring(text: str, match: re.Match[str], year_starts: int | None) -> When:
    recurrence: Any = match[1]
    if match["until"]:
        return When(text, "recurring", None, _moment(match["until"], year_starts), recurrence)
    if not match["span"]:
        return When(text, "recurring", recurrence=recurrence)
    span = when(match["span"], year_starts)
    return When(text, "recurring", span.start, span.end, recurrence)


def _refuse_reversed(text: str, start: Moment, end: Moment) -> None:
    begins = start.first or date(start.year, 1, 1)
    ends = end.last or date(end.year, 12, 31)
    if ends < begins:
        raise refusal(
            f"khoảng thời gian `{text}` kết thúc trước khi bắt đầu: đổi chỗ hai đầu",
            f"the span `{text}` ends before it begins: swap its ends",
        )


def _moment(text: str, year_starts: int | None) -> Moment:
    if match := _DAY.fullmatch(text):
        year, month, day = (int(group) for group in match.groups())
        try:
            exact = date(year, month, day)
        except ValueError:
            raise refusal(
                f"ngày `{text}` không có trong lịch: xem lại ngày và tháng",
                f"the day `{text}` does not exist: check the day and the month",
            ) from None
        return _within_years(text, Moment("day", year, month, day, exact, exact))
    if match := _MONTH.fullmatch(text):
        return _months(text, "month", int(match[1]), int(match[2]), int(match[2]), 1, 12)
    if match := _PART.fullmatch(text):
        unit: Unit = "quarter" if match[2] == "Q" else "half"
        return _months(text, unit, int(match[1]), int(match[3]), 1, 3 if unit == "quarter" else 6)
    if match := _MONTHS.fullmatch(text):
        return _first_months(text, int(match[1]), int(match[2]))
    if _YEAR.fullmatch(text):
        year = int(text)
        return _within_years(
            text, Moment("year", year, 0, 0, date(max(year, 1), 1, 1), date(max(year, 1), 12, 31))
        )
    if match := _SCHOOL.fullmatch(text):
        return _school(text, match, year_starts)
    raise refusal(*_not_a_time(text))


def _within_years(text: str, moment: Moment) -> Moment:
    if moment.year not in YEARS:
        raise refusal(
            f"năm trong `{text}` nằm ngoài {YEARS[0]}–{YEARS[-1]}: xem lại chữ số",
            f"the year in `{text}` is outside {YEARS[0]}–{YEARS[-1]}: check the digits",
        )
    return moment


def _months(
    text: str, unit: Unit, year: int, number: int, first: int, length: int, most: int | None = None
) -> Moment:
    most = most or 12 // length
    if not 1 <= number <= most:
        raise refusal(
            f"`{text}` không có trong lịch: số sau năm phải từ 1 đến {most}",
            f"`{text}` does not exist: the number after the year runs from 1 to {most}",
        )
    begin = first if unit == "month" else (number - 1) * length + 1
    _within_years(text, Moment(unit, year))
    return Moment(unit, year, number, 0, *_month_span(year, begin, length))


def _first_months(text: str, year: int, number: int) -> Moment:
    if not 1 <= number <= 12:
        raise refusal(
            f"`{text}`: số tháng phải từ 1 đến 12, ví dụ `2021-9M` là 9 tháng đầu năm 2021",
            f"`{text}`: the number of months runs from 1 to 12; `2021-9M` is January to September",
        )
    _within_years(text, Moment("months", year))
    return Moment("months", year, number, 0, *_month_span(year, 1, number))


def _month_span(year: int, month: int, length: int) -> tuple[date, date]:
    """The first and last day of `length` months that begin with `month` (1 to 12)."""
    last = month + length - 1
    last_year, last_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    days = calendar.monthrange(last_year, last_month)[1]
    return date(year, month, 1), date(last_year, last_month, days)


def _school(text: str, match: re.Match[str], year_starts: int | None) -> Moment:
    first, second = int(match[1]), int(match[2])
    quarter = int(match[3]) if match[3] else 0
    _within_years(text, Moment("school_year", first))
    if second != first + 1:
        raise refusal(
            f"`{text}`: năm học hoặc năm tài khóa gồm hai năm liền nhau, ví dụ `2023/2024`; "
            f"một giai đoạn thì viết `{first}..{second}`",
            f"`{text}`: a school or fiscal year joins two consecutive years, e.g. `2023/2024`; "
            f"write a longer period as `{first}..{second}`",
        )
    if quarter > 4 or (match[3] and quarter < 1):
        raise refusal(f"`{text}`: quý phải từ 1 đến 4", f"`{text}`: quarters run from 1 to 4")
    unit: Unit = "school_quarter" if quarter else "school_year"
    if year_starts is None:
        return Moment(unit, first, quarter)
    begin = year_starts + (quarter - 1) * 3 if quarter else year_starts
    year, month = first + (begin - 1) // 12, (begin - 1) % 12 + 1
    return Moment(unit, first, quarter, 0, *_month_span(year, month, 3 if quarter else 12))


def _not_a_time(text: str) -> tuple[str, str]:
    """What to say of words that are no time, with the likely remedy first."""
    if match := re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text):
        day, month, year = (int(group) for group in match.groups())
        if month <= 12 and 1 <= day <= (calendar.monthrange(max(year, 1), max(month, 1))[1]):
            better = f"{year:04}-{month:02}-{day:02}"
            return (
                f"viết ngày theo năm-tháng-ngày: `{better}` thay cho `{text}`",
                f"write a day as year-month-day: `{better}` instead of `{text}`",
            )
        return (
            f"ngày `{text}` không có trong lịch; viết theo năm-tháng-ngày, ví dụ `2025-02-28`",
            f"the day `{text}` does not exist; write year-month-day, e.g. `2025-02-28`",
        )
    if match := re.fullmatch(r"(\d{1,2})[/.-](\d{4})", text):
        better = f"{match[2]}-{int(match[1]):02}"
        return f"viết tháng là `{better}`", f"write the month as `{better}`"
    if match := re.fullmatch(r"(\d{4})\s*[-–—]\s*(\d{4})", text):
        better = f"{match[1]}..{match[2]}"
        return f"viết giai đoạn là `{better}`", f"write the period as `{better}`"
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?", text):
        better = "-".join([match[1], *(f"{int(part):02}" for part in match.groups()[1:] if part)])
        return f"thêm số 0 ở đầu: `{better}`", f"add the leading zero: `{better}`"
    return (
        f"không hiểu thời gian `{text}`: {_EXAMPLES_VI}; thời hạn chỉ có bằng lời thì dùng "
        "trường có đuôi `_text`, ví dụ `due_text: {0}`".format(text.replace("\n", " ")[:40]),
        f"cannot read `{text}` as a time: {_EXAMPLES_EN}; for words only use the field ending "
        "in `_text`, e.g. `due_text: {0}`".format(text.replace("\n", " ")[:40]),
    )


def _read(value: object, info: ValidationInfo) -> When:
    if isinstance(value, When):
        return value
    if isinstance(value, Mapping | Sequence) or not isinstance(value, str):
        raise refusal(
            f"chờ một mốc thời gian, {_EXAMPLES_VI}", f"expected a time, {_EXAMPLES_EN}"
        )
    context: dict[str, Any] = info.context or {}
    return when(str(value), context.get("year_starts"))


WhenField = Annotated[
    When, BeforeValidator(_read), WithJsonSchema({"type": ["string", "integer"]})
]
