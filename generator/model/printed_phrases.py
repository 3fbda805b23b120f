"""Set phrases that documents print for a value: `gấp đôi`, `một nửa`, `tốp 10`, `không còn`.

Like everything about print this serves the remedy in a message alone.
"""

from __future__ import annotations

import re
from decimal import Decimal

from generator.model.printed import LONGEST, Notation, number_notations, plain

_WHOLE = {
    "đạt": "met",
    "đạt chuẩn": "met",
    "có": "met",
    "yes": "met",
    "hoàn thành": "met",
    "đã hoàn thành": "met",
    "chưa hoàn thành": "not met",
    "không hoàn thành": "not met",
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
    "chưa rõ": "not stated",
    "chưa biết": "not stated",
    "không biết": "not stated",
    "chưa xác định": "not stated",
    "chưa công bố": "not published",
    "unknown": "not stated",
    "not known": "not stated",
    "not available": "not published",
    "...": "not stated",
    "…": "not stated",
    "–": "not stated",
    "—": "not stated",
    "✓": "met",
    "✔": "met",
    "✅": "met",
    "true": "met",
    "false": "not met",
    "khong dat": "not met",
    "dat": "met",
    "không có số liệu": "not stated",
    "không công bố": "not published",
    "không áp dụng": "not applicable",
    "n/a": "not applicable",
    "na": "not applicable",
}
_NONE = ("không có", "không còn", "none", "nil")
_STATED = re.compile(
    "(?:đạt và |hoàn thành |cơ bản )*(?:vượt|chưa đạt|không đạt|đạt|hoàn thành)"
    "(?: mức| kế hoạch| chỉ tiêu| mục tiêu)*|exceeded|on track|off track"
)
_EXCESS = re.compile(
    r"(?P<side>vượt|tăng|over|hụt|thiếu|giảm|under)(?: kế hoạch)? (?P<low>\d+(?:[.,]\d+)?) ?%?"
    r"(?P<plan> (?:so với )?kế hoạch)?"
)
_SHARE = re.compile(
    r"(?:(?:ước|đạt|bằng|hoàn thành) )*(?P<low>\d+(?:[.,]\d+)?) ?% (?:so với )?"
    r"(?:kế hoạch|dự toán)(?: [^\d]*)?"
)
_HALF = re.compile(
    r"(?P<change>giảm|tăng)(?: còn| xuống còn| thêm)? (?:1/2|một nửa|nửa)"
    r"(?: so với(?: cuối)?(?: năm)? (?P<year>\d{4}))?|halved?"
)
_FIRST = re.compile(
    r"(?:(?:đứng|nằm|thuộc|vào|trong) )*(?:(?:top|tốp)(?: đầu)? (?P<top>\d+)(?: [^\d]*)?"
    r"|(?:nhóm|trong) (?P<group>\d+) [^\d]*(?:dẫn đầu|đứng đầu|hàng đầu|tốt nhất|cao nhất)[^\d]*)"
)
_RANK = re.compile(
    r"(?:(?:xếp|đứng|ở) )*(?:thứ hạng|xếp hạng|thứ|hạng|vị trí|ranked|rank)(?: thứ)? (?P<rank>\d+)"
    r"(?:st|nd|rd|th)?(?: ?(?:/|trên|trong|of) ?\d+)?(?: [^\d]*)?"
)
_BESIDE_A_YEAR = re.compile(
    r"(?P<low>\d+(?:[.,]\d+)?) ?% (?P<side>below|lower than|above|higher than)"
    r" (?P<year>\d{4})(?: levels?| baseline)?(?: by \d{4})?"
)


def fields_instead(printed: str) -> str:
    """The field that a statement belongs to, as in `stated: vượt`; empty for any other words."""
    words = plain(printed[:LONGEST])
    if excess := _EXCESS.fullmatch(words):
        return f"of_plan: {_of_plan(excess)}" if "kế hoạch" in words else ""
    if share := _SHARE.fullmatch(words):
        return f"of_plan: {share['low'].replace(',', '.')}"
    return f"stated: {' '.join(printed.split())}" if _STATED.fullmatch(words) else ""


def phrase_notations(words: str, field: str) -> tuple[Notation, ...] | None:
    """What a set phrase means; `None` if it is none."""
    if words in _WHOLE:
        return (Notation(_WHOLE[words]),)
    if words in _NONE:
        return (
            Notation("0", "nếu nguồn nói là không còn trường hợp nào", "if the source says zero"),
            Notation("not stated", "nếu nguồn không nêu số", "if the source gives no number"),
        )
    if field == "value" and _SHARE.fullmatch(words):
        return ()
    if excess := _EXCESS.fullmatch(words):
        if field == "of_plan":
            return (Notation(_of_plan(excess)),)
        if "kế hoạch" in words:
            return ()
        if excess["side"] == "vượt" and words.endswith("%"):
            number = number_notations(excess["low"])[-1].written
            share = f"`of_plan: {_of_plan(excess)}`"
            return (
                Notation(
                    f"above {number}",
                    f"nếu đó là mức của chỉ tiêu, {share} nếu là vượt kế hoạch",
                    f"if that is the level, {share} if it is beyond the plan",
                ),
            )
    return _amount(words)


def _amount(words: str) -> tuple[Notation, ...] | None:
    """What a phrase for a share, a factor, a place in a ranking means."""
    if half := _HALF.fullmatch(words):
        change = "up" if half["change"] == "tăng" else "down"
        since = f" since {half['year']}" if half["year"] else ""
        return (Notation(f"{change} 50%{since}", words=True),)
    if words in ("double", "doubled", "triple", "tripled"):
        return (Notation("times 2" if words.startswith("d") else "times 3"),)
    if first := _FIRST.fullmatch(words):
        return (Notation(f"at most {first['top'] or first['group']}", words=True),)
    if rank := _RANK.fullmatch(words):
        return (Notation(rank["rank"], words=True),)
    if beside := _BESIDE_A_YEAR.fullmatch(words):
        change = "down" if beside["side"] in ("below", "lower than") else "up"
        (low,) = number_notations(beside["low"], "en")[:1] or (Notation(beside["low"]),)
        return (Notation(f"{change} {low.written}% since {beside['year']}"),)
    return None


def _of_plan(excess: re.Match[str]) -> str:
    """The share of the plan, in percent, of a result that is so many percent beyond or short."""
    amount = Decimal(excess["low"].replace(",", "."))
    beyond = excess["side"] in ("vượt", "tăng", "over")
    return f"{100 + amount if beyond else 100 - amount:f}"
