"""What a cell shows for a time, in the words of an official, and back again.

`before 2020-07-30` is shown as *trước 30/7/2020*.  Whatever would not come back as the very
notation is shown as the notation itself, which is understood too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from pydantic_core import PydanticCustomError

from generator.model.printed_times import time_notations
from generator.model.refusal import Message, shown
from generator.model.when import when
from generator.sheets.grid import NotUnderstoodError

_ROMAN = ("I", "II", "III", "IV")
_RECURRENCES = {
    "ongoing": "thường xuyên",
    "yearly": "hằng năm",
    "half-yearly": "6 tháng một lần",
    "quarterly": "hằng quý",
    "monthly": "hằng tháng",
    "weekly": "hằng tuần",
}


@lru_cache(maxsize=4096)
def time_words(written: str) -> str:
    """A time of a plan file in the words of a cell."""
    words = _time_words(written)
    return words if words == written or time_shown(words) == written else written


def time_written(words: str, year_starts: int | None = None, language: str = "vi") -> str:
    """The notation for the words of a cell that tell a time.  Raises `NotUnderstoodError`."""
    found = " ".join(words.split())
    notations = [each.written for each in time_notations(found, year_starts, language)]
    if len(notations) <= 1 and (notation := time_shown(found)):
        return notation
    if len(notations) == 1 and _is_time(notations[0], year_starts):
        return notations[0]
    try:
        return when(found, year_starts, "_", language).written
    except PydanticCustomError as error:
        raise NotUnderstoodError(_time_refused(found, error)) from error


def _time_refused(words: str, error: PydanticCustomError) -> Message:
    context = error.context or {}
    if "`__text:" not in str(context.get("en")):
        return Message(str(context.get("vi")), str(context.get("en")))
    return Message(
        f"không hiểu thời gian `{shown(words)}`: viết ví dụ `31/12/2025`, `tháng 6/2025`, "
        "`quý IV/2025`, `2025`, `trước 30/7/2025`, `thường xuyên`; nguồn chỉ nói bằng lời thì ghi "
        "ở cột lời in bên cạnh",
        f"cannot read `{shown(words)}` as a time: write e.g. `31/12/2025`, `2025-06`, `2025-Q4`, "
        "`2025`, `before 2025-07-30`, `ongoing`; words only go to the column of printed words",
    )


def _is_time(words: str, year_starts: int | None = None) -> bool:
    try:
        return bool(when(words, year_starts).written)
    except PydanticCustomError:
        return False


def _time_words(written: str) -> str:
    for notation, words in _RECURRENCES.items():
        if written == notation:
            return words
        for between, before, after in ((" until ", " đến hết ", ""), (" from ", " từ ", " trở đi")):
            if written.startswith(notation + between):
                return f"{words}{before}{_moment(written.split(between, 1)[1])}{after}"
        if written.startswith(f"{notation} "):
            return f"{words} {_span(written.removeprefix(notation).strip())}"
    for sign, before, after in (("before ", "trước ", ""), ("by ", "đến hết ", "")):
        if written.startswith(sign):
            return f"{before}{_moment(written.removeprefix(sign))}{after}"
    if written.startswith("from "):
        return f"từ {_moment(written.removeprefix('from '))} trở đi"
    return _span(written)


def _span(written: str) -> str:
    first, dots, last = written.partition("..")
    return f"từ {_moment(first)} đến {_moment(last)}" if dots else _moment(first)


_FORMS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"(\d{4})-(\d\d)-(\d\d)", lambda m: f"{int(m[3])}/{int(m[2])}/{m[1]}"),
    (r"(\d{4})-(\d\d)", lambda m: f"tháng {int(m[2])}/{m[1]}"),
    (r"(\d{4})-Q([1-4])", lambda m: f"quý {_ROMAN[int(m[2]) - 1]}/{m[1]}"),
    (r"(\d{4})-H([12])", lambda m: f"6 tháng {'đầu' if m[2] == '1' else 'cuối'} năm {m[1]}"),
    (r"(\d{4})-(\d{1,2})M", lambda m: f"{m[2]} tháng đầu năm {m[1]}"),
    (r"(\d{4})/(\d{4})", lambda m: f"năm học {m[1]}-{m[2]}"),
)


def _moment(written: str) -> str:
    for pattern, form in _FORMS:
        if match := re.fullmatch(pattern, written):
            return form(match)
    return written


def time_shown(words: str) -> str:
    """The notation behind words that `time_words` made, or for a notation itself; else empty."""
    if _is_time(words):
        return words
    if match := re.fullmatch(r"(\d+ tháng một lần|thường xuyên|hằng \w+)(?: (.+))?", words):
        every = _key(_RECURRENCES, match[1])
        rest = match[2] or ""
        if not every:
            return ""
        if not rest:
            return every
        return _recurring_shown(every, rest)
    for sign, before in (("before", "trước "), ("by", "đến hết ")):
        if words.startswith(before):
            moment = _moment_shown(words.removeprefix(before))
            return f"{sign} {moment}" if moment else ""
    if match := re.fullmatch("từ (.+) trở đi", words):
        moment = _moment_shown(match[1])
        return f"from {moment}" if moment else ""
    return _span_shown(words)


def _recurring_shown(every: str, rest: str) -> str:
    if rest.startswith("đến hết "):
        moment = _moment_shown(rest.removeprefix("đến hết "))
        return f"{every} until {moment}" if moment else ""
    if match := re.fullmatch("từ (.+) trở đi", rest):
        moment = _moment_shown(match[1])
        return f"{every} from {moment}" if moment else ""
    span = _span_shown(rest)
    return f"{every} {span}" if span else ""


def _span_shown(words: str) -> str:
    if match := re.fullmatch("từ (.+) đến (.+)", words):
        first, last = _moment_shown(match[1]), _moment_shown(match[2])
        span = f"{first}..{last}"
        return span if first and last and _is_time(span) else ""
    return _moment_shown(words)


_SHOWN_MOMENTS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"(\d{1,2})/(\d{1,2})/(\d{4})", lambda m: f"{m[3]}-{int(m[2]):02}-{int(m[1]):02}"),
    (r"tháng (\d{1,2})/(\d{4})", lambda m: f"{m[2]}-{int(m[1]):02}"),
    (r"quý (IV|I{1,3})/(\d{4})", lambda m: f"{m[2]}-Q{_ROMAN.index(m[1]) + 1}"),
    (
        r"6 tháng (đầu|cuối) năm (\d{4})",
        lambda m: f"{m[2]}-H{1 if m[1] == 'đầu' else 2}",
    ),
    (r"(\d{1,2}) tháng đầu năm (\d{4})", lambda m: f"{m[2]}-{m[1]}M"),
    (r"năm học (\d{4})-(\d{4})", lambda m: f"{m[1]}/{m[2]}"),
    (r"(\d{4})", lambda m: m[1]),
)


def _moment_shown(words: str) -> str:
    for pattern, form in _SHOWN_MOMENTS:
        if match := re.fullmatch(pattern, words):
            notation = form(match)
            return notation if _is_time(notation) else ""
    return words if _is_time(words) else ""


def _key(words: dict[str, str], shown_as: str | None) -> str:
    return next((key for key, word in words.items() if word == shown_as), "")
