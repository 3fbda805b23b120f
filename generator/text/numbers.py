"""Numbers and values as Vietnamese (8.300; 69,41) or English (8,300; 69.41) print them."""

from __future__ import annotations

import re
from decimal import Decimal, localcontext
from typing import Literal

from generator.model.quantity import Quantity
from generator.text.times import when_words

Language = Literal["vi", "en"]

NARROW = "\u00a0"

_OPERATORS = {
    "vi": {
        "exactly": "",
        "at least": "ít nhất ",
        "above": "trên ",
        "at most": "không quá ",
        "below": "dưới ",
        "about": "khoảng ",
    },
    "en": {
        "exactly": "",
        "at least": "at least ",
        "above": "more than ",
        "at most": "at most ",
        "below": "less than ",
        "about": "about ",
    },
}
_CHANGES = {
    "vi": {"up": "tăng ", "down": "giảm ", "times": "gấp "},
    "en": {"up": "up ", "down": "down ", "times": ""},
}
_MISSING = {
    "vi": {
        "not stated": "không nêu",
        "not reported": "chưa báo cáo",
        "not published": "không công bố",
        "not applicable": "không áp dụng",
    },
    "en": {
        "not stated": "not stated",
        "not reported": "not reported",
        "not published": "not published",
        "not applicable": "not applicable",
    },
}


def number_words(value: Decimal | int | str, language: Language = "vi") -> str:
    """A number with its thousands grouped; the digits stay those of its author (`06`, `69.410`)."""
    digits = f"{value:f}" if isinstance(value, Decimal) else str(value)
    sign, digits = ("-", digits[1:]) if digits.startswith("-") else ("", digits)
    whole, _, fraction = digits.partition(".")
    point, comma = (",", ".") if language == "vi" else (".", ",")
    if len(whole) > 3 and not whole.startswith("0"):
        whole = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", comma, whole)
    return f"{sign}{whole}{point if fraction else ''}{fraction}"


_LARGE = ((12, f"nghìn{NARROW}tỷ", "trillion"), (9, "tỷ", "billion"), (6, "triệu", "million"))


def compact_number(value: Decimal, language: Language = "vi") -> str:
    """A number for a narrow place: from a million on in millions, billions (1,25 triệu)."""
    with localcontext(prec=80):
        for power, vi, en in _LARGE:
            if abs(value) >= 10**power:
                scaled = value.scaleb(-power)
                whole = scaled == scaled.to_integral_value()
                digits = scaled.quantize(Decimal(1)) if whole else scaled.normalize()
                large = vi if language == "vi" else en
                return f"{number_words(digits, language)}{NARROW}{large}"
    return number_words(value, language)


def unit_words(unit: str | None, language: Language = "vi") -> str:
    """A unit as printed: `percent` is %, `pp` is điểm %."""
    if unit == "percent":
        return "%"
    if unit == "pp":
        return "điểm %" if language == "vi" else "pp"
    return unit or ""


def quantity_words(value: Quantity, language: Language = "vi") -> str:
    """A value in words and digits, without its unit: `8.300–8.500`, `dưới 3`, `giảm 2 điểm %`."""
    if value.missing:
        return _MISSING[language][value.missing]
    if value.met is not None:
        return _met(value.met, language)
    text = _CHANGES[language][value.change] if value.change else ""
    text += _OPERATORS[language][value.operator] + _ends(value, language)
    if value.change == "times":
        text += " lần" if language == "vi" else " times"
    if value.change_unit:
        text += "%" if value.change_unit == "%" else f"{NARROW}{unit_words('pp', language)}"
    if value.since:
        since = when_words(value.since, language)
        text += f" so với {since}" if language == "vi" else f" since {since}"
    return text


def with_unit(value: Quantity, unit: str | None, language: Language = "vi") -> str:
    """A value followed by its unit, where it takes one."""
    words = quantity_words(value, language)
    printed = unit_words(unit, language)
    if value.low is None or not printed or value.change_unit or value.change == "times":
        return words
    return f"{words}%" if printed == "%" else f"{words}{NARROW}{printed}"


def _met(met: bool, language: Language) -> str:
    if language == "en":
        return "met" if met else "not met"
    return "đạt" if met else "không đạt"


def _ends(value: Quantity, language: Language) -> str:
    low = number_words(value.low_digits, language)
    if value.whole is not None:
        return f"{low}/{number_words(value.whole_digits, language)}"
    if not value.is_range:
        return low
    high = number_words(value.high_digits, language)
    if value.low_digits.startswith("-") or value.high_digits.startswith("-"):
        return f"từ {low} đến {high}" if language == "vi" else f"{low} to {high}"
    return f"{low}–{high}"
