"""How documents print values, and how a plan file writes the same.

This serves the remedy in a message alone ("write `at least 7.5` instead of `≥ 7,5%`"): no value
of a plan is ever read this way, because a guess may be wrong.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

LONGEST = 80
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
    words = plain(printed)
    if len(words) > LONGEST:
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
    match = _VALUE.fullmatch(plain(printed[:LONGEST]))
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


def plain(printed: str) -> str:
    """The words in lower case, with plain digits and single spaces."""
    return " ".join(unicodedata.normalize("NFKC", printed).casefold().split())
