"""How documents print values and times, and how a plan file writes the same.

This serves the remedy in a message alone ("write `at least 7.5` instead of `≥ 7,5%`"): no value
of a plan is ever read this way, because a guess may be wrong.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_LONGEST = 80
"""Longer words are a sentence, not a value that was printed another way."""


@dataclass(frozen=True, slots=True)
class Notation:
    """What to write instead, and in which case, if the print leaves a choice."""

    written: str
    vi: str = ""
    en: str = ""


def number_notations(printed: str) -> tuple[Notation, ...]:
    """The numbers that a printed number may mean: none, one, or two.

    A point before three digits separates thousands in Vietnamese and decimals in English; a comma
    the reverse.
    """
    sign = "-" if printed[:1] in "-−–" else ""
    digits = printed.lstrip("+-−– ")
    if re.fullmatch(r"\d+", digits):
        return (Notation(sign + digits),)
    if re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", digits):
        whole, fraction = re.split("[.,]", digits)
        decimal = f"{sign}{whole}.{fraction.rstrip('0') or '0'}"
        sign_vi, sign_en = ("chấm", "point") if "." in digits else ("phẩy", "comma")
        return (
            Notation(
                f"{sign}{whole}{fraction}",
                f"nếu dấu {sign_vi} ngăn cách hàng nghìn",
                f"if the {sign_en} separates thousands",
            ),
            Notation(
                decimal, f"nếu dấu {sign_vi} là dấu thập phân", f"if the {sign_en} is decimal"
            ),
        )
    if match := re.fullmatch(r"(\d{1,3}(?:([., ])\d{3})(?:\2\d{3})*)(?:[.,](\d+))?", digits):
        whole = re.sub(r"\D", "", match[1])
        if match[3] is None or digits[len(match[1])] != match[2]:
            return (Notation(f"{sign}{whole}.{match[3]}" if match[3] else f"{sign}{whole}"),)
    if match := re.fullmatch(r"(\d*)[.,](\d+)", digits):
        return (Notation(f"{sign}{match[1] or '0'}.{match[2]}"),)
    return ()


_WHOLE = {
    "đạt": "met",
    "đạt chuẩn": "met",
    "có": "met",
    "yes": "met",
    "không đạt": "not met",
    "chưa đạt": "not met",
    "không đạt chuẩn": "not met",
    "không": "not met",
    "no": "not met",
    "chưa báo cáo": "not reported",
    "chưa có": "not reported",
    "chưa có số liệu": "not reported",
    "không nêu": "not stated",
    "không rõ": "not stated",
    "không có": "not stated",
    "không có số liệu": "not stated",
    "không công bố": "not published",
    "không áp dụng": "not applicable",
    "n/a": "not applicable",
    "na": "not applicable",
}
_OPERATORS = {
    "at least": "ít nhất|tối thiểu|không dưới|không thấp hơn|không ít hơn|at least|min|>=|≥|=>",
    "at most": "nhiều nhất|tối đa|không quá|không vượt quá|không cao hơn|at most|max|<=|≤|=<",
    "above": "trên|hơn|vượt|lớn hơn|cao hơn|above|over|more than|>",
    "below": "dưới|nhỏ hơn|thấp hơn|ít hơn|below|under|less than|<",
    "about": "khoảng|gần|xấp xỉ|about|around|~|≈",
}
_CHANGES = {
    "up": "tăng thêm|tăng|up",
    "down": "giảm thêm|giảm|down",
    "times": "gấp|times",
}
_NUMBER = r"[-−–+]?(?:\d+(?:[., ]\d+)*|[.,]\d+)"
_VALUE = re.compile(
    r"(?:(?:đạt|còn|là|mức|từ|from|between) )*"
    rf"(?:(?P<change>{'|'.join(_CHANGES.values())}) ?)?(?:từ )?"
    rf"(?:(?P<operator>{'|'.join(_OPERATORS.values())}) ?)?(?:từ )?"
    rf"(?P<low>{_NUMBER})(?P<tail>[^\d]*?)"
    rf"(?: ?(?:(?P<of>/|trên|of|trong)|-|–|—|đến|tới|to|and|và|\.{{2,3}}|…) ?"
    rf"(?P<high>{_NUMBER})(?P<unit>[^\d]*?))?"
    r"(?P<since> ?(?:so với|since|compared to)(?: năm)? (?P<year>\d{4}))?"
)


def value_notations(printed: str) -> tuple[Notation, ...]:
    """What the print of a value may be written as; the first is the likelier."""
    words = _plain(printed)
    if len(words) > _LONGEST:
        return ()
    if words in _WHOLE:
        return (Notation(_WHOLE[words]),)
    if words.startswith("âm "):
        words = f"-{words.removeprefix('âm ')}"
    match = _VALUE.fullmatch(words)
    if not match:
        return ()
    lows, highs = number_notations(match["low"]), number_notations(match["high"] or match["low"])
    if not lows or not highs:
        return ()
    tail = _tail(match)
    found = []
    for index in range(max(len(lows), len(highs))):
        low, high = lows[min(index, len(lows) - 1)], highs[min(index, len(highs) - 1)]
        which = low if len(lows) > 1 else high
        found.append(
            Notation(_composed(match, tail, low.written, high.written), which.vi, which.en)
        )
    if match["change"] and _word(match["change"], _CHANGES) != "times" and tail == "%":
        return _points_or_percent(found)
    return tuple(found)


def names_a_unit(printed: str) -> bool:
    """Whether a unit stands after the number, as in `69,41 triệu đồng`."""
    match = _VALUE.fullmatch(_plain(printed[:_LONGEST]))
    return match is not None and not re.fullmatch(r"(?:trở lên|trở xuống|lần|\+| )*", _tail(match))


def _tail(match: re.Match[str]) -> str:
    return f"{match['tail']} {match['unit'] or ''}".strip()


def _composed(match: re.Match[str], tail: str, low: str, high: str) -> str:
    change = _word(match["change"], _CHANGES)
    operator = _word(match["operator"], _OPERATORS)
    if tail.endswith("trở lên") or tail == "+":
        operator = "at least"
    elif tail.endswith("trở xuống"):
        operator = "at most"
    if match["high"] and not match["of"]:
        number = f"{low}..{high}"
    else:
        number = f"{low} of {high}" if match["of"] else low
    points = " pp" if change in ("up", "down") and re.match("điểm|pp", tail) else ""
    since = f" since {match['year']}" if match["year"] and change else ""
    return " ".join(filter(None, (change, operator, number))) + points + since


def _points_or_percent(found: list[Notation]) -> tuple[Notation, ...]:
    number, _, since = found[0].written.partition(" since ")
    since = f" since {since}" if since else ""
    return (
        Notation(f"{number} pp{since}", "nếu là điểm phần trăm", "if in percentage points"),
        Notation(f"{number}%{since}", "nếu là phần trăm của chính nó", "if in percent of itself"),
    )


def _word(printed: str | None, words: dict[str, str]) -> str:
    return next((word for word, prints in words.items() if printed in prints.split("|")), "")


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
    words = _plain(printed)
    if len(words) > _LONGEST:
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


def _plain(printed: str) -> str:
    """The words in lower case, with plain digits and single spaces."""
    return " ".join(unicodedata.normalize("NFKC", printed).casefold().split())
