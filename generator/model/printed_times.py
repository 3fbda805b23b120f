"""How documents print days, months and years, and how a plan file writes the same.

This serves the remedy in a message alone, as with printed values: no time of a plan is ever read
this way.
"""

from __future__ import annotations

import re

from generator.model.printed import LONGEST, Notation, plain

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MOMENTS = (
    (r"(?:ngày )?(?P<d>\d{1,2}) ?([/.-]) ?(?P<m>\d{1,2}) ?\2 ?(?P<y>\d{4})", "{y}-{m:02}-{d:02}"),
    (r"(?:ngày )?(?P<d>\d{1,2}) tháng (?P<m>\d{1,2}) năm (?P<y>\d{4})", "{y}-{m:02}-{d:02}"),
    (r"(?P<y>\d{4}) ?[/.-] ?(?P<m>\d{1,2}) ?[/.-] ?(?P<d>\d{1,2})", "{y}-{m:02}-{d:02}"),
    (r"(?P<y>(?:19|20|21)\d\d)(?P<m>\d\d)(?P<d>\d\d)", "{y}-{m:02}-{d:02}"),
    (r"(?:tháng|t)\.? ?(?P<m>\d{1,2})(?: năm | ?[/.-] ?| )(?P<y>\d{4})", "{y}-{m:02}"),
    (r"(?P<m>\d{1,2}) ?[/.-] ?(?P<y>\d{4})", "{y}-{m:02}"),
    (r"năm học (?P<y>\d{4}) ?[-–—/] ?(?P<z>\d{4}|\d\d)|(?P<y2>\d{4})/(?P<z2>\d\d)", "{y}/{next}"),
    (r"(?P<y>\d{4}) ?[/.-] ?(?P<m>\d{1,2})", "{y}-{m:02}"),
    (r"(?:quý|q) ?(?P<q>iv|i{1,3}|\d)(?: năm | ?[/.-] ?| )(?P<y>\d{4})", "{y}-Q{q}"),
    (r"(?P<y>\d{4}) ?[/.-]? ?(?:quý|q) ?(?P<q>iv|i{1,3}|\d)", "{y}-Q{q}"),
    (r"(?:6|sáu) tháng đầu(?: năm|/) ?(?P<y>\d{4})|(?P<y2>\d{4}) ?[/.-]? ?h1", "{y}-H1"),
    (r"(?:6|sáu) tháng cuối(?: năm|/) ?(?P<y>\d{4})|(?P<y2>\d{4}) ?[/.-]? ?h2", "{y}-H2"),
    (r"(?P<n>\d{1,2}) tháng(?: đầu)?(?: năm|/)? ?(?P<y>\d{4})", "{y}-{n}M"),
    (rf"(?P<name>{'|'.join(_MONTH_NAMES)})[a-z]*\.? (?P<y>\d{{4}})", "{y}-{m:02}"),
    (
        rf"(?P<d>\d{{1,2}}) (?P<name>{'|'.join(_MONTH_NAMES)})[a-z]*\.? (?P<y>\d{{4}})",
        "{y}-{m:02}-{d:02}",
    ),
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


def time_notation(printed: str) -> str | None:
    """What the print of a time is written as, if it can be told; the day may not exist."""
    words = plain(printed)
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
        if match := pattern.fullmatch(words):
            return _filled(form, match.groupdict())
    return None


def _filled(form: str, found: dict[str, str | None]) -> str:
    year = found.get("y") or found.get("y2") or ""
    month = found.get("m") or "0"
    if name := found.get("name"):
        month = str(_MONTH_NAMES.index(name) + 1)
    quarter = found.get("q") or ""
    return form.format(
        y=year,
        m=int(month),
        d=int(found.get("d") or "0"),
        q=_ROMAN.get(quarter, quarter),
        n=int(found.get("n") or "0"),
        next=int(year or "0") + 1,
    )
