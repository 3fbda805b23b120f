"""What a cell shows for a value, in the words of an official, and back again.

`8300..8500` is shown as *từ 8300 đến 8500*, `down 2 pp` as *giảm 2 điểm %*.  Whatever would not
come back as the very notation is shown as the notation itself, which is understood too.  Words
that can be read in two ways are refused with both readings, never guessed.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pydantic_core import PydanticCustomError

from generator.model.printed import Notation, plain
from generator.model.printed_values import is_percent, unit_named, value_notations
from generator.model.quantity import decided_by, quantity
from generator.model.refusal import Message, shown
from generator.sheets.grid import NotUnderstoodError
from generator.sheets.times import time_shown, time_words

_UNKNOWN = {
    "not stated": "không nêu",
    "not reported": "chưa báo cáo",
    "not published": "không công bố",
    "not applicable": "không áp dụng",
    "met": "đạt",
    "not met": "không đạt",
}
_OPERATORS = {
    "at least": "ít nhất",
    "at most": "không quá",
    "above": "trên",
    "below": "dưới",
    "about": "khoảng",
}
_CHANGES = {"up": "tăng", "down": "giảm", "times": "gấp"}
_NUMBER = r"-?\d+(?:[.,]\d+)?"
_WRITTEN = re.compile(
    rf"(?:(?P<change>{'|'.join(_CHANGES)}) )?(?:(?P<operator>{'|'.join(_OPERATORS)}) )?"
    rf"(?:(?P<part>{_NUMBER}) of (?P<whole>{_NUMBER})"
    rf"|(?P<low>{_NUMBER})(?:\.\.(?P<high>{_NUMBER}))?)"
    r"(?: ?(?P<unit>pp|%))?(?: since (?P<since>\S+))?"
)
_SHOWN = re.compile(
    rf"(?:(?P<change>{'|'.join(_CHANGES.values())}) )?"
    rf"(?:(?P<operator>{'|'.join(_OPERATORS.values())}) )?"
    rf"(?:(?P<part>{_NUMBER}) (?:trên|/) (?P<whole>{_NUMBER})"
    rf"|từ (?P<from>{_NUMBER}) đến (?P<high>{_NUMBER})|(?P<low>{_NUMBER}))"
    r"(?P<times> lần)?(?P<unit> điểm %|%)?(?: so với (?P<since>.+))?"
)
_AMBIGUOUS = re.compile(r"-?[1-9]\d{0,2}[.,]\d{3}")
_AMBIGUOUS_WITHIN = re.compile(r"(?<![\d.,])[1-9]\d{0,2}[.,]\d{3}(?![\d]|[.,]\d)")


@lru_cache(maxsize=4096)
def value_words(written: str) -> str:
    """A value of a plan file in the words of a cell."""
    if written in _UNKNOWN:
        return _UNKNOWN[written]
    match = _WRITTEN.fullmatch(written)
    words = _value_words(match) if match else written
    return words if _value_shown(words) == written else written


def value_written(words: str, unit: str = "", beside: str = "", language: str = "vi") -> str:
    """The notation for the words of a cell.

    `unit` is the unit of the indicator, `beside` the printed words in the next cell, which decide
    what a number such as 24,023 means.  Raises `NotUnderstoodError`.
    """
    found = " ".join(words.split())
    if not _AMBIGUOUS_WITHIN.search(found):
        if (notation := _value_shown(found)) and not _is_points_or_percent(notation, unit):
            return notation
        if _is_value(found):
            return found
    return _value_printed(found, unit, beside, language)


def _is_points_or_percent(notation: str, unit: str) -> bool:
    """Whether a change in % of a share may mean points of that share as well."""
    return "%" in notation and (not unit or is_percent(unit))


def _value_words(match: re.Match[str]) -> str:
    words = []
    if match["change"]:
        words.append(_CHANGES[match["change"]])
    if match["operator"]:
        words.append(_OPERATORS[match["operator"]])
    if match["part"]:
        words.append(f"{_comma(match['part'])} trên {_comma(match['whole'])}")
    elif match["high"]:
        words.append(f"từ {_comma(match['low'])} đến {_comma(match['high'])}")
    else:
        words.append(_comma(match["low"]))
    if match["change"] == "times":
        words.append("lần")
    unit = {"pp": " điểm %", "%": "%"}.get(match["unit"] or "", "")
    since = f" so với {time_words(match['since'])}" if match["since"] else ""
    return " ".join(words) + unit + since


def _value_shown(words: str) -> str:
    """The notation behind words that `value_words` made; empty for any other words."""
    folded = words.casefold()
    for notation, shown_as in _UNKNOWN.items():
        if folded == shown_as:
            return notation
    match = _SHOWN.fullmatch(folded)
    if not match:
        return ""
    change = _key(_CHANGES, match["change"])
    if bool(match["times"]) != (change == "times"):
        return ""
    operator = _key(_OPERATORS, match["operator"])
    if match["part"]:
        number = f"{_point(match['part'])} of {_point(match['whole'])}"
    elif match["high"]:
        number = f"{_point(match['from'])}..{_point(match['high'])}"
    else:
        number = _point(match["low"])
    points = {" điểm %": " pp", "%": "%"}.get(match["unit"] or "", "")
    since = time_shown(match["since"]) if match["since"] else ""
    if match["since"] and not since:
        return ""
    parts = [*filter(None, (change, operator)), number + points]
    notation = " ".join(parts) + (f" since {since}" if since else "")
    return notation if _is_value(notation) else ""


def _value_printed(words: str, unit: str, beside: str, language: str) -> str:
    """The notation for words as documents print them, if there is exactly one."""
    found = [
        each
        for each in value_notations(words, language, "value", unit)
        if _is_value(each.written) and not each.beside
    ]
    if unit and _is_other_unit(unit_named(words), unit, found):
        raise NotUnderstoodError(_other_unit(words, unit))
    readings = {each.written for each in found}
    if len(readings) > 1 and (decided := _decided(words, readings, unit, beside)):
        return decided
    if len(readings) == 1 and not _AMBIGUOUS.search(found[0].written):
        return found[0].written
    if len(readings) == 1 and decided_by(quantity(found[0].written), beside, language):
        return found[0].written
    raise NotUnderstoodError(_readings(words, found, unit) if readings else _no_value(words))


def _no_value(words: str) -> Message:
    return Message(
        f"không hiểu giá trị `{shown(words)}`: viết ví dụ `69,41`, `từ 8300 đến 8500`, "
        "`ít nhất 6`, `trên 4`, `khoảng 65`, `45 trên 47`, `đạt`, `không nêu`; nguồn chỉ nói bằng "
        "lời thì ghi ở cột “Lời in”",
        f"cannot read `{shown(words)}` as a value: write e.g. `69,41`, `8300..8500`, `at least 6`, "
        "`above 4`, `about 65`, `45 of 47`, `met`, `not stated`; words only go to the column “Lời "
        "in”",
    )


def _other_unit(words: str, unit: str) -> Message:
    return Message(
        f"đơn vị của chỉ tiêu là `{shown(unit)}`, ô ghi `{shown(words)}`: viết số theo đơn vị của "
        "chỉ tiêu, lời của nguồn ghi ở cột “Lời in”",
        f"the unit of the indicator is `{shown(unit)}`, the cell says `{shown(words)}`: write the "
        "number in the unit of the indicator, the printed words in the column “Lời in”",
    )


def _readings(words: str, found: list[Notation], unit: str) -> Message:
    """What to write for words that can be read in several ways."""
    ways_vi = " hoặc ".join(f"`{_sure(each, unit)}` {each.vi}".strip() for each in found)
    ways_en = " or ".join(f"`{_sure(each, unit)}` {each.en}".strip() for each in found)
    beside_vi = beside_en = ""
    if number := _AMBIGUOUS_WITHIN.search(words):
        printed = number[0].replace(".", ",")
        beside_vi = (
            f"; số lẻ đúng ba chữ số thì viết `{printed}` và ghi lời in `{printed} …` ở cột "
            "“Lời in”"
        )
        beside_en = (
            f"; for a decimal with three digits write `{printed}` and the printed words "
            f"`{printed} …` in the column “Lời in”"
        )
    return Message(
        f"`{shown(words)}` đọc được nhiều cách: viết {ways_vi}{beside_vi}",
        f"`{shown(words)}` can be read several ways: write {ways_en}{beside_en}",
    )


def _is_other_unit(own: str, unit: str, found: list[Notation]) -> bool:
    """Whether the words name a unit that is not the indicator's."""
    if not own or (is_percent(own) and is_percent(unit)):
        return False
    if re.search("%|pp", found[0].written if found else ""):
        return False
    return plain(own) != plain(unit) and not plain(unit).startswith(plain(own))


def _sure(notation: Notation, unit: str) -> str:
    """The words for a reading, or the notation where the words could be read two ways again."""
    is_sure = not _is_points_or_percent(notation.written, unit)
    return value_words(notation.written) if is_sure else notation.written


_COUNTED = re.compile(
    r"(?:người|hộ|xã|thôn|bản|tổ|trường|lớp|học sinh|sinh viên|lao động|doanh nghiệp|hợp tác xã|"
    r"cơ sở|công trình|dự án|nhiệm vụ|văn bản|đề án|lượt|ca|giường|con|chiếc|căn|nhà|cái|việc làm|"
    r"tiêu chí|sản phẩm|phường|huyện|tỉnh|đồng|người dân|đoàn|cuộc|hồ sơ|vụ)(?!\s*/|\w)"
)
"""Units in which there is no part of one, so that a point or comma can only separate thousands."""


def _decided(words: str, readings: set[str], unit: str, beside: str) -> str:
    """The reading that the unit or the printed words beside leave; empty if they leave both."""
    whole = [each for each in readings if "." not in each.replace("..", " ")]
    others = [each for each in readings if each not in whole]
    if len(whole) == 1 and _COUNTED.match(plain(unit)):
        return whole[0]
    number = _AMBIGUOUS.search(words)
    if number and len(others) == 1 and "," in number[0]:
        exact = words.replace(number[0], _point(number[0]))
        printed = re.search(rf"(?<![\d.,]){re.escape(number[0])}(?![\d]|[.,]\d)", beside)
        if printed and _is_value(exact):
            return exact
    return ""


def _is_value(notation: str) -> bool:
    try:
        return bool(quantity(notation).written)
    except PydanticCustomError:
        return False


def _comma(number: str) -> str:
    return number.replace(".", ",")


def _point(number: str) -> str:
    return number.replace(",", ".")


def _key(words: dict[str, str], shown_as: str | None) -> str:
    return next((key for key, word in words.items() if word == shown_as), "")


def number_written(words: str, beside: str = "", language: str = "vi") -> str:
    """The notation for a cell that the spreadsheet itself holds as a number.  Its point is decimal
    without a doubt; three decimals need the printed words beside them all the same."""
    number = _point(words)
    if not _is_value(number):
        raise NotUnderstoodError(_no_value(words))
    understood = quantity(number)
    if understood.ambiguous and not decided_by(understood, beside, language):
        raise NotUnderstoodError(_three_decimals(_comma(number)))
    return number


def percent_written(words: str) -> str:
    """The notation for a share of the plan, which is a percentage and never counts thousands."""
    number = " ".join(words.split()).removesuffix("%").strip()
    if notation := _value_shown(number):
        return notation
    if _is_value(number):
        return number
    raise NotUnderstoodError(_no_value(words))


def _three_decimals(printed: str) -> Message:
    return Message(
        f"số lẻ đúng ba chữ số `{printed}` cần lời in của nguồn để khỏi nhầm với hàng nghìn: ghi "
        f"`{printed} …` ở cột “Lời in”",
        f"the decimal `{printed}` could be taken for thousands: write the printed words, "
        f"`{printed} …`, in the column “Lời in”",
    )
