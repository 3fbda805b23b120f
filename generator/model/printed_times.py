"""How documents print days, months and years, and how a plan file writes the same.

This serves the remedy in a message alone, as with printed values: no time of a plan is ever read
this way.
"""

from __future__ import annotations

import difflib
import re

from generator.model.printed import LONGEST, Notation, plain

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = (
    r"(?P<name>(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?))\.?"
)
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_QUARTER = r"(?:quý|quarter|q) ?(?P<q>iv|i{1,3}|\d)"
_FISCAL = r"(?:năm học |năm tài khóa |fy ?)?(?P<y>\d{4}) ?[-–—/] ?(?P<z>\d{4}|\d\d)"
"""A school or fiscal year as printed; it is one only if the years follow each other."""
_MOMENTS = (
    (r"(?:ngày )?(?P<d>\d{1,2}) ?([/.-]) ?(?P<m>\d{1,2}) ?\2 ?(?P<y>\d{4})", "{y}-{m:02}-{d:02}"),
    (r"(?P<d>\d{1,2})([/.])(?P<m>\d{1,2})\2(?P<yy>\d\d)", "{y}-{m:02}-{d:02}"),
    (r"(?:ngày )?(?P<d>\d{1,2}) tháng (?P<m>\d{1,2}) năm (?P<y>\d{4})", "{y}-{m:02}-{d:02}"),
    (r"(?P<y>\d{4}) ?[/.-] ?(?P<m>\d{1,2}) ?[/.-] ?(?P<d>\d{1,2})", "{y}-{m:02}-{d:02}"),
    (r"(?P<y>(?:19|20|21)\d\d)(?P<m>\d\d)(?P<d>\d\d)", "{y}-{m:02}-{d:02}"),
    (r"(?:tháng|t)\.? ?(?P<m>\d{1,2})(?: năm | ?[/.-] ?| )(?P<y>\d{4})", "{y}-{m:02}"),
    (r"(?P<m>\d{1,2}) ?[/.-] ?(?P<y>\d{4})", "{y}-{m:02}"),
    (rf"{_QUARTER}(?: năm học)?[ /,-]*{_FISCAL}", "{y}/{next}-Q{q}"),
    (rf"{_FISCAL}[ /,-]*{_QUARTER}", "{y}/{next}-Q{q}"),
    (r"(?:năm học |năm tài khóa |fy ?)(?P<y>\d{4}) ?[-–—/] ?(?P<z>\d{4}|\d\d)", "{y}/{next}"),
    (r"(?P<y>\d{4})(?: ?/ ?|–|—)(?P<z>\d\d)", "{y}/{next}"),
    (r"(?P<y>\d{4}) ?[/.-] ?(?P<m>\d{1,2})", "{y}-{m:02}"),
    (rf"{_QUARTER}(?: năm | ?[/.-] ?| )(?P<y>\d{{4}})", "{y}-Q{q}"),
    (rf"(?P<y>\d{{4}}) ?[/.-]? ?{_QUARTER}", "{y}-Q{q}"),
    (r"(?:6|sáu) tháng đầu(?: năm|/) ?(?P<y>\d{4})|(?P<y2>\d{4}) ?[/.-]? ?h1", "{y}-H1"),
    (r"(?:6|sáu) tháng cuối(?: năm|/) ?(?P<y>\d{4})|(?P<y2>\d{4}) ?[/.-]? ?h2", "{y}-H2"),
    (r"(?P<n>\d{1,2}) tháng(?: đầu)?(?: năm|/)? ?(?P<y>\d{4})", "{y}-{n}M"),
    (rf"(?:(?:the )?end of )?{_NAME},?(?: |-)(?P<y>\d{{4}})", "{y}-{m:02}"),
    (rf"{_NAME}-(?P<yy>\d\d)", "{y}-{m:02}"),
    (
        rf"{_DAY} ?(?:of )?-?{_NAME},?[ -](?:(?P<y>\d{{4}})|(?P<yy>\d\d))",
        "{y}-{m:02}-{d:02}",
    ),
    (rf"{_NAME} {_DAY},? (?P<y>\d{{4}})", "{y}-{m:02}-{d:02}"),
    (r"(?:năm )?(?P<y>\d{4})\.?", "{y}"),
)
_PATTERNS = tuple((re.compile(pattern), form) for pattern, form in _MOMENTS)
_RECURRING = {
    "yearly": "hằng năm|hàng năm|mỗi năm|annually|every year",
    "half-yearly": "6 tháng một lần|sáu tháng một lần|mỗi nửa năm|every half-year|half yearly",
    "quarterly": "hằng quý|hàng quý|mỗi quý|every quarter",
    "monthly": "hằng tháng|hàng tháng|mỗi tháng|every month",
    "weekly": "hằng tuần|hàng tuần|mỗi tuần|every week",
    "ongoing": "thường xuyên|liên tục|hằng ngày|continuous|permanent",
}
_EVERY = re.compile(r"(?:mỗi )?([1-9]\d?) (năm|tháng|tuần|ngày)(?: một| 1)? lần")
_UNITS = {"năm": "years", "tháng": "months", "tuần": "weeks", "ngày": "days"}
_FROM = re.compile(r"(?:từ|kể từ|from|since)(?: (?:ngày|năm|tháng))* (.+?)(?: trở đi| onwards?)?")
_BEFORE = re.compile(r"(?:trước|before)(?: ngày| tháng| năm)? (.+)")
_BY = re.compile(
    r"(?:(?:chậm nhất|muộn nhất)(?: là)?|đến|tới|until|till|by|\.\.)"
    r" ?(?:(?:hết|ngày|năm) )*(.+)"
)
_SPAN_BEGINS = re.compile(r"(?:từ|giai đoạn|thời kỳ|from) ")
_SPAN_GOES_ON = re.compile(r" ?(?:đến|tới|\.{2,3}|…|–|—|-|to) ?(?:hết )?")


def time_notations(
    printed: str, year_starts: int | None = None, language: str = "vi"
) -> tuple[Notation, ...]:
    """What the print of a time is written as: nothing, one, or two where only the author knows.

    `year_starts` tells that the plan counts in years of its own, `language` that days may be
    printed after the month.  The day may not exist.
    """
    words = _respelled(plain(printed))
    choice = _fiscal_or_calendar(words) if year_starts else ()
    if not choice and language == "en":
        choice = _day_or_month_first(words)
    if choice:
        return choice
    found = _notation(words)
    return (Notation(found),) if found else ()


_NOTATION_WORDS = (
    "before",
    "by",
    "from",
    "until",
    "ongoing",
    "yearly",
    "half-yearly",
    "quarterly",
    "monthly",
    "weekly",
)
_MONTHS_IN_WORDS = (
    "một|giêng",
    "hai",
    "ba",
    "tư|bốn",
    "lăm",
    "sáu",
    "bảy|bẩy",
    "tám",
    "chín",
    "mười",
    "mười một",
    "mười hai|chạp",
)
_SLIPS = (
    (r"^\d{1,2} ?(?:h|:|giờ) ?\d{0,2},? (?=ngày|\d)", ""),
    (r"^(?:trong|vào|dự kiến|hoàn thành|xong|định kỳ|thực hiện|khoảng|in|during) ", ""),
    (r"^hết (?=quý|tháng|năm|ngày|q)", "đến hết "),
    (r"^(?:<=|≤) ?(?=\d)", "by "),
    (r"^< ?(?=\d)", "before "),
    (r"(?<=\d)o(?=\d)", "0"),
    (r"^(\d{4})\.(\d{4})$", r"\1..\2"),
)
"""Slips of the pen and words without weight, each with what to read instead."""


def _respelled(words: str) -> str:
    """A printed time without slips, with months as numbers and the words of the notation right."""
    for slip, meant in _SLIPS:
        words = re.sub(slip, meant, words)
    words = re.sub(r"tháng năm(?= năm \d{4})", "tháng 5", words)
    for number, names in enumerate(_MONTHS_IN_WORDS, start=1):
        words = re.sub(
            rf"^(.*\b)?tháng (?:{names})(?= (?:năm )?\d{{4}})", rf"\g<1>tháng {number}", words
        )
    first, _, rest = words.partition(" ")
    if first.isascii() and len(first) > 4 and first not in (*_NOTATION_WORDS, "early"):
        close = difflib.get_close_matches(first, _NOTATION_WORDS, 1, 0.85)
        words = " ".join([*close, rest]).strip() if close else words
    return words


def _fiscal_or_calendar(words: str) -> tuple[Notation, ...]:
    """`Q3 2024` and `2024-2025` where years begin in the middle of a calendar year."""
    quarter = re.fullmatch(rf"{_QUARTER}[ /-]+(?P<y>\d{{4}})", words)
    quarter = quarter or re.fullmatch(rf"(?P<y>\d{{4}}) ?{_QUARTER}", words)
    if quarter:
        year, number = int(quarter["y"]), _ROMAN.get(quarter["q"], quarter["q"])
        return (
            Notation(f"{year}-Q{number}", "nếu là quý của năm lịch", "for a calendar quarter"),
            Notation(
                f"{year}/{year + 1}-Q{number}",
                "nếu là quý của năm tài khóa, năm học",
                "for a quarter of the fiscal or school year",
            ),
        )
    years = re.fullmatch(r"(\d{4}) ?[-–—] ?(\d{4})", words)
    if years and int(years[2]) == int(years[1]) + 1:
        return (
            Notation(f"{years[1]}..{years[2]}", "nếu là hai năm lịch", "for two calendar years"),
            Notation(
                f"{years[1]}/{years[2]}",
                "nếu là một năm tài khóa, năm học",
                "for one fiscal or school year",
            ),
        )
    return ()


def _day_or_month_first(words: str) -> tuple[Notation, ...]:
    """`03/04/2025` in English, where the month may come first."""
    match = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)", words)
    if not match or match[1] == match[2] or max(int(match[1]), int(match[2])) > 12:
        return ()
    year = match[3] if len(match[3]) == 4 else f"20{match[3]}"
    first, second = match[1].zfill(2), match[2].zfill(2)
    return (
        Notation(f"{year}-{second}-{first}", "nếu in ngày trước", "if the day comes first"),
        Notation(f"{year}-{first}-{second}", "nếu in tháng trước", "if the month comes first"),
    )


def _notation(words: str) -> str | None:
    if len(words) > LONGEST:
        return None
    if recurring := _recurring(words):
        return recurring
    for pattern, mode in ((_BEFORE, "before"), (_BY, "by")):
        if (match := pattern.fullmatch(words)) and (moment := _moment(match[1])):
            return f"{mode} {moment}"
    if moment := _moment(words) or _span(words):
        return moment
    start = _FROM.fullmatch(words)
    moment = _moment(start[1]) if start else None
    return f"from {moment}" if moment else None


def _recurring(words: str) -> str | None:
    for notation, prints in _RECURRING.items():
        if match := re.fullmatch(rf"(?:{prints}|{notation})(?: (.+))?", words):
            rest = match[1]
            if not rest:
                return notation
            if (by := _BY.fullmatch(rest)) and (end := _moment(by[1])):
                return f"{notation} until {end}"
            if (since := _FROM.fullmatch(rest)) and (start := _moment(since[1])):
                return f"{notation} from {start}"
            if span := _span(rest) or _moment(rest):
                return f"{notation} {span}"
    every = _EVERY.fullmatch(words)
    return f"every {every[1]} {_UNITS[every[2]]}" if every else None


def _span(words: str) -> str | None:
    words = _SPAN_BEGINS.sub("", words, count=1)
    for between in _SPAN_GOES_ON.finditer(words):
        first, end = words[: between.start()], _moment(words[between.end() :])
        if not end:
            continue
        if (
            start := _moment(first)
            or _moment(f"{first}/{end[:4]}")
            or _moment(f"tháng {first}/{end[:4]}")
        ):
            return f"{start}..{end}"
    return None


def _moment(words: str) -> str | None:
    for pattern, form in _PATTERNS:
        if (match := pattern.fullmatch(words)) and (found := _filled(form, match.groupdict())):
            return found
    return None


def _filled(form: str, found: dict[str, str | None]) -> str | None:
    """The notation with what was found; nothing if two years do not follow each other."""
    year = found.get("y") or found.get("y2") or f"20{found.get('yy')}"
    following = str(int(year) + 1)
    if (second := found.get("z")) and not following.endswith(second):
        return None
    month, day = int(found.get("m") or "0"), int(found.get("d") or "0")
    if name := found.get("name"):
        month = _MONTH_NAMES.index(name[:3]) + 1
    if month > 12 >= day > 0:  # printed with the month first
        month, day = day, month
    quarter = found.get("q") or ""
    return form.format(
        y=year,
        m=month,
        d=day,
        q=_ROMAN.get(quarter, quarter),
        n=int(found.get("n") or "0"),
        next=following,
    )
