"""A day, month, quarter, year or span, kept as precisely as it was said."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema

from generator.model.nodes import Sequence
from generator.model.printed import unquoted
from generator.model.printed_times import time_notations
from generator.model.refusal import refusal, shown
from generator.model.time_remedies import nearly_told

Unit = Literal["day", "month", "quarter", "half", "months", "year", "school_year", "school_quarter"]
Mode = Literal["within", "interval", "before", "by", "recurring"]
Recurrence = str
"""`ongoing`, `yearly`, `half-yearly`, `quarterly`, `monthly`, `weekly`, or `every 2 years`."""

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


_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_PART = re.compile(r"(\d{4})-([QH])(\d)", re.ASCII)
_MONTHS = re.compile(r"(\d{4})-(\d{1,2})M", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_SCHOOL = re.compile(r"(\d{4})/(\d{4})(?:-Q(\d))?", re.ASCII)
_RECURRING = re.compile(
    r"(?P<recurrence>ongoing|yearly|half-yearly|quarterly|monthly|weekly"
    r"|every [1-9][0-9]? (?:years|months|weeks|days))"
    r"(?: (?:until (?P<until>\S+)|from (?P<since>\S+)|(?P<span>\S+(?: ?\.\. ?\S+)?)))?"
)

_EXAMPLES = "`2020-11-26`, `2020-12`, `2021-Q1`, `2025`, `2016..2020`, `before 2020-07-30`"


@lru_cache(maxsize=4096)
def when(
    written: str, year_starts: int | None = None, field: str = "due", language: str = "vi"
) -> When:
    """Understands a written time; `year_starts` is the month in which a school year begins.

    Raises a refusal, in the words of the author's notation, when it cannot be understood; `field`
    and `language` serve its words alone.
    """
    words = " ".join(written.split())
    understood = _understood(words, year_starts)
    if understood:
        return understood
    bare = unquoted(words)
    if bare != words and _understood(bare, year_starts):
        raise refusal(
            f"quanh thời gian không có ngoặc kép: viết `{bare}` thay cho `{shown(words)}`",
            f"no quotation marks stand around a time: write `{bare}` instead of `{shown(words)}`",
        )
    words = bare
    notations = time_notations(words, year_starts, language)
    better = [each for each in notations if _understood(each.written, year_starts)]
    if len(better) > 1:
        raise refusal(
            f"`{shown(words)}` đọc được hai cách: viết "
            + ", ".join(f"`{each.written}` {each.vi}" for each in better),
            f"`{shown(words)}` can be read two ways: write "
            + ", ".join(f"`{each.written}` {each.en}" for each in better),
        )
    if better:
        raise refusal(
            f"viết `{better[0].written}` thay cho `{shown(words)}`",
            f"write `{better[0].written}` instead of `{shown(words)}`",
        )
    beside = f"`{field}_text: {shown(words, 40)}`"
    if message := nearly_told(words, field):
        raise refusal(*message)
    raise refusal(
        f"không hiểu thời gian `{shown(words)}`: viết ví dụ {_EXAMPLES}; nguồn chỉ nói bằng lời "
        f"thì viết {beside}",
        f"cannot read `{shown(words)}` as a time: write e.g. {_EXAMPLES}; if the source has words "
        f"only, write {beside}",
    )


def _understood(words: str, year_starts: int | None) -> When | None:
    """What the words mean, or `None` if they are not written in the notation at all."""
    if match := _RECURRING.fullmatch(words):
        return _recurring(words, match, year_starts)
    first, dots, last = words.partition("..")
    if dots:
        start, end = _moment(first.strip(), year_starts), _moment(last.strip(), year_starts)
        if not start or not end:
            return None
        _refuse_reversed(words, start, end)
        return When(words, "interval", start, end)
    mode, _, rest = words.partition(" ")
    if mode == "from":
        start = _moment(rest, year_starts)
        return When(words, "recurring", start, None, "ongoing") if start else None
    if mode in ("before", "by"):
        end = _moment(rest, year_starts)
        return When(words, "before" if mode == "before" else "by", end=end) if end else None
    moment = _moment(words, year_starts)
    return When(words, "within", moment, moment) if moment else None


def _recurring(words: str, match: re.Match[str], year_starts: int | None) -> When | None:
    recurrence = match["recurrence"]
    if match["until"]:
        end = _moment(match["until"], year_starts)
        return When(words, "recurring", None, end, recurrence) if end else None
    if match["since"]:
        start = _moment(match["since"], year_starts)
        return When(words, "recurring", start, None, recurrence) if start else None
    if not match["span"]:
        return When(words, "recurring", recurrence=recurrence)
    span = _understood(match["span"], year_starts)
    if not span or span.mode not in ("within", "interval"):
        return None
    return When(words, "recurring", span.start, span.end, recurrence)


def _refuse_reversed(words: str, start: Moment, end: Moment) -> None:
    begins = start.first or date(start.year, 1, 1)
    ends = end.last or date(end.year + 1, 12, 31)
    if ends < begins:
        first, _, last = (part.strip() for part in words.partition(".."))
        raise refusal(
            f"khoảng thời gian `{words}` kết thúc trước khi bắt đầu: viết `{last}..{first}`",
            f"the span `{words}` ends before it begins: write `{last}..{first}`",
        )


def _moment(words: str, year_starts: int | None) -> Moment | None:
    if not words[:4].isdecimal():
        return None
    if match := _DAY.fullmatch(words):
        return _day(words, *(int(group) for group in match.groups()))
    if match := _MONTH.fullmatch(words):
        return _month(words, int(match[1]), int(match[2]))
    if match := _PART.fullmatch(words):
        return _part(words, int(match[1]), "quarter" if match[2] == "Q" else "half", int(match[3]))
    if match := _MONTHS.fullmatch(words):
        return _first_months(words, int(match[1]), int(match[2]))
    if _YEAR.fullmatch(words):
        year = _known_year(words, int(words))
        return Moment("year", year, 0, 0, date(year, 1, 1), date(year, 12, 31))
    if match := _SCHOOL.fullmatch(words):
        quarter = int(match[3]) if match[3] else None
        return _school_year(words, int(match[1]), int(match[2]), quarter, year_starts)
    return None


def _known_year(words: str, year: int) -> int:
    if year not in YEARS:
        raise refusal(
            f"năm trong `{words}` nằm ngoài {YEARS[0]}–{YEARS[-1]}: xem lại chữ số",
            f"the year in `{words}` is outside {YEARS[0]}–{YEARS[-1]}: check the digits",
        )
    return year


def _day(words: str, year: int, month: int, day: int) -> Moment:
    _month(words, year, month)
    longest = calendar.monthrange(year, month)[1]
    if not 1 <= day <= longest:
        raise refusal(
            f"ngày `{words}` không có trong lịch, tháng {month}/{year} có {longest} ngày: xem lại "
            f"nguồn, ngày cuối tháng viết `{year}-{month:02}-{longest}`",
            f"the day `{words}` does not exist, that month has {longest} days: check the source, "
            f"the last day of the month is `{year}-{month:02}-{longest}`",
        )
    exact = date(year, month, day)
    return Moment("day", year, month, day, exact, exact)


def _month(words: str, year: int, month: int) -> Moment:
    _known_year(words, year)
    if not 1 <= month <= 12:
        school = f"{year}/{year + 1}"
        hint_vi = f" (năm học thì viết `{school}`)" if month == (year + 1) % 100 else ""
        hint_en = f" (a school year is written `{school}`)" if hint_vi else ""
        raise refusal(
            f"`{words}` không có trong lịch, tháng chạy từ 01 đến 12: xem lại nguồn, ví dụ "
            f"`{year}-12`{hint_vi}",
            f"`{words}` does not exist, months run from 01 to 12: check the source, e.g. "
            f"`{year}-12`{hint_en}",
        )
    return Moment("month", year, month, 0, *_month_span(year, month, 1))


def _part(words: str, year: int, unit: Literal["quarter", "half"], number: int) -> Moment:
    _known_year(words, year)
    length = 3 if unit == "quarter" else 6
    most = 12 // length
    if not 1 <= number <= most:
        names = " hoặc ".join(f"`{words[:-1]}{each}`" for each in (1, most))
        raise refusal(
            f"`{words}` không có trong lịch: viết từ 1 đến {most}, ví dụ {names}",
            f"`{words}` does not exist: write a number from 1 to {most}, e.g. `{words[:-1]}1`",
        )
    return Moment(unit, year, number, 0, *_month_span(year, (number - 1) * length + 1, length))


def _first_months(words: str, year: int, number: int) -> Moment:
    _known_year(words, year)
    if not 1 <= number <= 12:
        raise refusal(
            f"`{words}`: số tháng phải từ 1 đến 12, ví dụ viết `2021-9M` cho 9 tháng đầu năm 2021",
            f"`{words}`: the number of months runs from 1 to 12, e.g. write `2021-9M` for January "
            "to September",
        )
    return Moment("months", year, number, 0, *_month_span(year, 1, number))


def _month_span(year: int, month: int, length: int) -> tuple[date, date]:
    """The first and last day of `length` months that begin with `month` (1 to 12)."""
    last = month + length - 1
    last_year, last_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    days = calendar.monthrange(last_year, last_month)[1]
    return date(year, month, 1), date(last_year, last_month, days)


def _school_year(
    words: str, first: int, second: int, quarter: int | None, year_starts: int | None
) -> Moment:
    _known_year(words, first)
    if second != first + 1:
        raise refusal(
            f"`{words}`: năm học hoặc năm tài khóa gồm hai năm liền nhau, ví dụ `2023/2024`; "
            f"một giai đoạn thì viết `{first}..{second}`",
            f"`{words}`: a school or fiscal year joins two consecutive years, e.g. `2023/2024`; "
            f"write a longer period as `{first}..{second}`",
        )
    if quarter is not None and not 1 <= quarter <= 4:
        raise refusal(
            f"`{words}`: quý chạy từ 1 đến 4, xem lại",
            f"`{words}`: quarters run from 1 to 4, check it",
        )
    unit: Unit = "school_quarter" if quarter else "school_year"
    if year_starts is None:
        return Moment(unit, first, quarter or 0)
    begin = year_starts + (quarter - 1) * 3 if quarter else year_starts
    year, month = first + (begin - 1) // 12, (begin - 1) % 12 + 1
    return Moment(unit, first, quarter or 0, 0, *_month_span(year, month, 3 if quarter else 12))


def _read(value: object, info: ValidationInfo) -> When:
    if isinstance(value, When):
        return value
    if isinstance(value, Sequence) and len(value) == 2 and all(map(_is_year, value)):
        better = "..".join(str(each) for each in value)
        raise refusal(
            f"một khoảng thời gian viết liền: viết `{better}`",
            f"a span is written in one: write `{better}`",
        )
    if not isinstance(value, str):
        raise refusal(
            f"ở đây chỉ viết một mốc thời gian, ví dụ {_EXAMPLES}",
            f"write a single time here, e.g. {_EXAMPLES}",
        )
    known = info.context or {}
    field, language = info.field_name or "due", known.get("language", "vi")
    return when(str(value), known.get("year_starts"), field, language)


def _is_year(value: object) -> bool:
    return isinstance(value, str) and bool(_YEAR.fullmatch(value))


WhenField = Annotated[When, BeforeValidator(_read), WithJsonSchema({"type": ["string", "integer"]})]
