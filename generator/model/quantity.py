"""A value of an indicator: a number, a range, a bound, a change, a share, or a word that has a place of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema

from generator.model.nodes import Mapping, Sequence
from generator.model.refusal import refusal
from generator.model.when import When, when

Operator = Literal["exactly", "at least", "above", "at most", "below", "about"]
Change = Literal["up", "down", "times"]
Missing = Literal["not stated", "not reported", "not published", "not applicable"]

MISSING: tuple[Missing, ...] = ("not stated", "not reported", "not published", "not applicable")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value as an author wrote it.

    `low` and `high` are its ends (equal for a single number), with the very digits of the author
    in `low_digits` and `high_digits`.  `whole` is the denominator of `45 of 47`.  `met` answers a
    yes-or-no target.  `missing` tells which kind of unknown it is; then everything else is empty.
    `ambiguous` marks a number that could be read two ways, until printed words beside it decide.
    """

    written: str
    operator: Operator = "exactly"
    low: Decimal | None = None
    high: Decimal | None = None
    low_digits: str = ""
    high_digits: str = ""
    whole: Decimal | None = None
    whole_digits: str = ""
    change: Change | None = None
    change_unit: Literal["", "pp", "%"] = ""
    since: When | None = None
    met: bool | None = None
    missing: Missing | None = None
    ambiguous: bool = False

    @property
    def is_range(self) -> bool:
        """Whether it has two different ends."""
        return self.low is not None and self.low != self.high

    @property
    def is_number(self) -> bool:
        """Whether it is a level on the indicator's own scale: neither word, change nor share."""
        return self.low is not None and self.change is None and self.whole is None

    def __str__(self) -> str:
        return self.written


_NUMBER = r"-?\d{1,30}(?:\.\d{1,15})?"
_ENDS = rf"(?P<low>{_NUMBER})(?:\.\.(?P<high>{_NUMBER}))?"
_VALUE = re.compile(
    r"(?:(?P<change>up|down|times) )?"
    r"(?:(?P<operator>at least|above|at most|below|about) )?"
    rf"(?:(?P<part>{_NUMBER}) of (?P<whole>{_NUMBER})|{_ENDS})"
    r"(?: ?(?P<unit>pp|%))?"
    r"(?: since (?P<since>\S+))?"
)
_AMBIGUOUS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")

_EXAMPLES = "`69.41`, `8300..8500`, `at least 6`, `above 4`, `about 65`, `45 of 47`, `met`"


@lru_cache(maxsize=8192)
def quantity(written: str) -> Quantity:
    """Understands a written value; raises a refusal with the remedy when it cannot."""
    text = " ".join(written.split())
    if text in MISSING:
        return Quantity(text, missing=text)  # type: ignore[arg-type]
    if text in ("met", "not met"):
        return Quantity(text, met=text == "met")
    match = _VALUE.fullmatch(text)
    if not match:
        raise refusal(*_not_a_value(text))
    low, high = match["part"] or match["low"], match["part"] or match["high"] or match["low"]
    if Decimal(low) > Decimal(high):
        raise refusal(
            f"khoảng `{text}` có đầu thấp lớn hơn đầu cao: viết `{high}..{low}`",
            f"the range `{text}` runs backwards: write `{high}..{low}`",
        )
    _refuse_misplaced(text, match, low, high)
    return Quantity(
        text,
        match["operator"] or "exactly",  # type: ignore[arg-type]
        Decimal(low),
        Decimal(high),
        low,
        high,
        Decimal(match["whole"]) if match["whole"] else None,
        match["whole"] or "",
        match["change"],  # type: ignore[arg-type]
        match["unit"] or "",  # type: ignore[arg-type]
        when(match["since"]) if match["since"] else None,
        ambiguous=any(_AMBIGUOUS.fullmatch(end) for end in (low, high, match["whole"] or "")),
    )


def _refuse_misplaced(text: str, match: re.Match[str], low: str, high: str) -> None:
    if match["unit"] and match["change"] not in ("up", "down"):
        number = match["part"] or match["low"]
        raise refusal(
            f"bỏ `{match['unit']}` trong `{text}`: đơn vị đứng ở `unit:` (viết `percent` cho %), "
            f"giá trị chỉ còn `{number}`",
            f"leave `{match['unit']}` out of `{text}`: the unit stands in `unit:` "
            f"(write `percent` for %), the value is `{number}`",
        )
    if match["since"] and not match["change"]:
        raise refusal(
            f"`since` chỉ đi sau `up`, `down`, `times`: viết `down {text}` hoặc bỏ `since`",
            f"`since` only follows `up`, `down`, `times`: write `down {text}` or leave it out",
        )
    if match["operator"] not in (None, "about") and low != high:
        raise refusal(
            f"`{match['operator']}` đi với một số, không đi với khoảng `{low}..{high}`",
            f"`{match['operator']}` goes with one number, not with the range `{low}..{high}`",
        )
    if match["change"] and Decimal(low) < 0:
        raise refusal(
            f"sau `{match['change']}` viết số dương như văn bản in: `{text.replace('-', '', 1)}`",
            f"after `{match['change']}` write the positive number as printed: "
            f"`{text.replace('-', '', 1)}`",
        )


_SIGNS = {
    ">=": "at least",
    "≥": "at least",
    ">": "above",
    "<=": "at most",
    "≤": "at most",
    "<": "below",
    "~": "about",
    "≈": "about",
}
_WORDS = {
    "đạt": "met",
    "không đạt": "not met",
    "chưa báo cáo": "not reported",
    "không nêu": "not stated",
    "không công bố": "not published",
    "không áp dụng": "not applicable",
}


def _not_a_value(text: str) -> tuple[str, str]:
    """What to say of words that are no value, with the likely remedy first."""
    for sign, word in _SIGNS.items():
        if text.startswith(sign):
            better = f"{word} {text.removeprefix(sign).strip()}"
            return (f"viết `{better}` thay cho `{text}`", f"write `{better}` instead of `{text}`")
    if text.casefold() in _WORDS:
        better = _WORDS[text.casefold()]
        return f"viết `{better}` thay cho `{text}`", f"write `{better}` instead of `{text}`"
    if re.fullmatch(r"-?\d{1,3}(?:[.,  ]\d{3}){2,}", text):
        better = re.sub(r"[.,  ]", "", text)
        return (
            f"viết số liền, không có dấu ngăn cách: `{better}` thay cho `{text}`",
            f"write the digits without separators: `{better}` instead of `{text}`",
        )
    if "," in text and (match := re.search(r"-?\d[\d.]*,\d+", text)):
        return _comma(text, match[0])
    if match := re.fullmatch(rf"({_NUMBER}) ?/ ?({_NUMBER})", text):
        better = f"{match[1]} of {match[2]}"
        return f"viết `{better}` thay cho `{text}`", f"write `{better}` instead of `{text}`"
    if match := re.fullmatch(rf"({_NUMBER}) ?(?:-|–|—|đến|to) ?({_NUMBER})", text):
        better = f"{match[1]}..{match[2]}"
        return (
            f"viết khoảng là `{better}` thay cho `{text}`",
            f"write the range as `{better}` instead of `{text}`",
        )
    if match := re.fullmatch(rf"({_NUMBER}) ?[^\d\s].*", text):
        return (
            f"trong `{text}` chỉ để lại giá trị `{match[1]}`: đơn vị đứng ở `unit:`, lời văn của "
            f"nguồn đứng ở `value_text:`",
            f"leave only the value `{match[1]}` of `{text}`: the unit stands in `unit:`, the "
            f"printed words in `value_text:`",
        )
    shown = text[:60]
    return (
        f"không hiểu giá trị `{shown}`: viết {_EXAMPLES}; nguồn chỉ nói bằng lời thì viết "
        f"`value_text: {shown}`",
        f"cannot read `{shown}` as a value: write {_EXAMPLES}; if the source has words only, "
        f"write `value_text: {shown}`",
    )


def _comma(text: str, number: str) -> tuple[str, str]:
    decimal = number.replace(".", "").replace(",", ".")
    thousands = number.replace(".", "").replace(",", "")
    return (
        f"`{number}` đọc được hai cách: phần thập phân thì viết `{decimal}`, phân cách hàng nghìn "
        f"thì viết `{thousands}`; không dùng dấu phẩy trong số",
        f"`{number}` can be read two ways: write `{decimal}` if the comma is decimal, "
        f"`{thousands}` if it separates thousands; numbers take no comma",
    )


def two_readings(value: Quantity) -> tuple[str, str]:
    """The message for a number such as `8.300`, with both readings."""
    number = next(
        end
        for end in (value.low_digits, value.high_digits, value.whole_digits)
        if _AMBIGUOUS.fullmatch(end)
    )
    thousands = number.replace(".", "")
    whole, _, fraction = number.partition(".")
    decimal = f"{whole}.{fraction.rstrip('0') or '0'}"
    return (
        f"`{number}` đọc được hai cách: nếu là {thousands} (dấu chấm hàng nghìn) thì viết "
        f"`{thousands}`; nếu là {whole},{fraction} (dấu chấm thập phân) thì viết `{decimal}`, hoặc "
        f'ghi thêm lời in của nguồn, ví dụ `value_text: "{whole},{fraction}"`',
        f"`{number}` can be read two ways: write `{thousands}` if the point separates thousands; "
        f"if it is decimal write `{decimal}`, or add the printed words, "
        f'e.g. `value_text: "{whole},{fraction}"`',
    )


def decided_by(value: Quantity, printed: str, language: str) -> bool:
    """Whether printed words show that the points in an ambiguous value are decimal.

    In Vietnamese print 24,023 is the decimal and 24.023 the thousand; in English the reverse.
    """
    for end in (value.low_digits, value.high_digits, value.whole_digits):
        if _AMBIGUOUS.fullmatch(end):
            shown = end.lstrip("-")
            if language != "en":
                shown = shown.replace(".", ",")
            if not re.search(rf"(?<![\d.,]){re.escape(shown)}(?![\d]|[.,]\d)", printed):
                return False
    return True


def _read(value: object, info: ValidationInfo) -> Quantity:
    if isinstance(value, Quantity):
        return value
    if isinstance(value, Mapping | Sequence) or not isinstance(value, str):
        raise refusal(f"chờ một giá trị, ví dụ {_EXAMPLES}", f"expected a value, e.g. {_EXAMPLES}")
    return quantity(str(value))


QuantityField = Annotated[
    Quantity, BeforeValidator(_read), WithJsonSchema({"type": ["string", "number"]})
]
