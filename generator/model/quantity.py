"""A value of an indicator: a number, range, bound, change, share, a yes or no, or an unknown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.model.printed_values import is_percent
from generator.model.refusal import Message, refusal
from generator.model.value_remedies import (
    AMBIGUOUS,
    EXAMPLES,
    if_percent,
    not_a_value,
    percent_of_other,
)
from generator.model.when import When, when

Operator = Literal["exactly", "at least", "above", "at most", "below", "about"]
Change = Literal["up", "down", "times"]
Missing = Literal["not stated", "not reported", "not published", "not applicable"]

UNIT = "unit"
"""The key, in the context of a reading, of the unit of the indicator that is being read."""

MISSING: tuple[Missing, ...] = get_args(Missing)


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


_NUMBER = r"-?[0-9]{1,30}(?:\.[0-9]{1,15})?"
_ENDS = rf"(?P<low>{_NUMBER})(?:\.\.(?P<high>{_NUMBER}))?"
_VALUE = re.compile(
    r"(?:(?P<change>up|down|times) )?"
    r"(?:(?P<operator>at least|above|at most|below|about) )?"
    rf"(?:(?P<part>{_NUMBER}) of (?P<whole>{_NUMBER})|{_ENDS})"
    r"(?: ?(?P<unit>pp|%))?"
    r"(?: since (?P<since>\S+))?"
)


@lru_cache(maxsize=8192)
def quantity(written: str, field: str = "value", language: str = "vi", unit: str = "") -> Quantity:
    """Understands a written value; raises a refusal with the remedy when it cannot.

    `field`, `language` and `unit` (of the indicator) serve the words of the refusal alone.
    """
    words = " ".join(written.split())
    for missing in MISSING:
        if words == missing:
            return Quantity(words, missing=missing)
    if words in ("met", "not met"):
        return Quantity(words, met=words == "met")
    match = _VALUE.fullmatch(words)
    if not match:
        raise refusal(*not_a_value(words, field, language, unit, _is_notation))
    _refuse_misplaced(words, match, field, unit)
    low, high = match["part"] or match["low"], match["part"] or match["high"] or match["low"]
    return Quantity(
        words,
        match["operator"] or "exactly",  # type: ignore[arg-type]  # the pattern has no other words
        Decimal(low),
        Decimal(high),
        low,
        high,
        Decimal(match["whole"]) if match["whole"] else None,
        match["whole"] or "",
        match["change"],  # type: ignore[arg-type]  # the same
        match["unit"] or "",  # type: ignore[arg-type]  # the same
        when(match["since"]) if match["since"] else None,
        ambiguous=any(AMBIGUOUS.fullmatch(end) for end in (low, high, match["whole"] or "")),
    )


def _refuse_misplaced(
    words: str, match: re.Match[str], field: str = "value", unit: str = ""
) -> None:
    """Refuses what the pattern allows, but nobody can mean."""
    if match["unit"] and match["change"] not in ("up", "down"):
        raise refusal(*_unit_in_value(words, match["unit"], field, unit))
    if match["since"] and not match["change"]:
        better = _remedy(f"down {words}")
        raise refusal(
            f"`since` chỉ đi sau `up`, `down`, `times`: viết {better}, hoặc bỏ `since`",
            f"`since` only follows `up`, `down`, `times`: write {better}, or leave it out",
        )
    if match["whole"]:
        _refuse_odd_share(words, match)
    else:
        _refuse_odd_ends(words, match)
    if match["change"] and "-" in words.partition(" since ")[0]:
        number, since, year = words.partition(" since ")
        better = _remedy(number.replace("-", "") + since + year, f"{match['change']} 5")
        raise refusal(
            f"sau `{match['change']}` là số dương như văn bản in: viết {better}",
            f"after `{match['change']}` the number is positive, as printed: write {better}",
        )


def _refuse_odd_ends(words: str, match: re.Match[str]) -> None:
    low, high = match["low"], match["high"]
    if high is None:
        return
    if Decimal(low) > Decimal(high):
        better = _remedy(words.replace(f"{low}..{high}", f"{high}..{low}"), f"{high}..{low}")
        raise refusal(
            f"khoảng `{words}` có đầu thấp lớn hơn đầu cao: viết {better}",
            f"the range `{words}` runs backwards: write {better}",
        )
    if match["operator"] not in (None, "about"):
        one = _remedy(words.replace(f"{low}..{high}", low))
        both = _remedy(words.replace(f"{match['operator']} ", ""))
        raise refusal(
            f"`{match['operator']}` đi với một số: viết {one}, hoặc viết khoảng {both}",
            f"`{match['operator']}` goes with one number: write {one}, or the range {both}",
        )


def _refuse_odd_share(words: str, match: re.Match[str]) -> None:
    share = f"{match['part']} of {match['whole']}"
    if match["change"]:
        better = _remedy(share)
        raise refusal(
            f"`{match['change']}` không đi với `{share}`: viết {better}",
            f"`{match['change']}` does not go with `{share}`: write {better}",
        )
    if Decimal(match["part"]) < 0 or Decimal(match["whole"]) <= 0:
        raise refusal(
            f"`{words}` không phải một phần của một tổng: xem lại hai số, ví dụ `45 of 47`",
            f"`{words}` is no part of a whole: check the two numbers, e.g. `45 of 47`",
        )


def _remedy(better: str, instead: str = "down 5 since 2020") -> str:
    """A remedy, or an example where following it would only lead to the next refusal."""
    return f"`{better}`" if _is_notation(better) else f"`{instead}`"


def _unit_in_value(words: str, unit: str, field: str, own: str) -> Message:
    better = " ".join(words.replace(unit, "").split())
    vi, en = f"viết `{better}` thay cho `{words}`", f"write `{better}` instead of `{words}`"
    if not _is_notation(better):
        vi, en = "chỉ viết số, ví dụ `69.41`", "write the number only, e.g. `69.41`"
    elif field == "of_plan":
        vi, en = f"{vi}, `of_plan` luôn là %", f"{en}, `of_plan` is always %"
    elif unit == "%" and own and field == "value" and not is_percent(own):
        return percent_of_other(words, own)
    elif unit == "%" and not is_percent(own) and not re.search("times| of ", better):
        vi, en = f"{vi}; {if_percent(field).vi}", f"{en}; {if_percent(field).en}"
    else:
        vi, en = f"{vi}, đơn vị đứng ở `unit:`", f"{en}, the unit stands in `unit:`"
    return Message(f"trong giá trị không có đơn vị: {vi}", f"a value has no unit: {en}")


def _is_notation(written: str) -> bool:
    """Whether a suggestion would itself be accepted."""
    match = _VALUE.fullmatch(written)
    if not match:
        return written in ("met", "not met", *MISSING)
    try:
        _refuse_misplaced(written, match)
        return not match["since"] or bool(when(match["since"]))
    except PydanticCustomError:
        return False


def two_readings(value: Quantity, field: str = "value", language: str = "vi") -> Message:
    """The message for a number such as `8.300`, with both readings."""
    number = next(
        end
        for end in (value.low_digits, value.high_digits, value.whole_digits)
        if AMBIGUOUS.fullmatch(end)
    )
    thousands = number.replace(".", "")
    printed = number if language == "en" else number.replace(".", ",")
    beside = f'`{field}_text: "{printed} …"`'
    vi, en = f"ghi thêm lời in của nguồn {beside}", f"add the printed words {beside}"
    if number.endswith("0"):
        shorter = number.rstrip("0").rstrip(".")
        vi, en = f"viết `{shorter}` hoặc {vi}", f"write `{shorter}` or {en}"
    return Message(
        f"`{number}` đọc được hai cách: nếu dấu chấm ngăn cách hàng nghìn thì viết `{thousands}`; "
        f"nếu là dấu thập phân thì {vi}",
        f"`{number}` can be read two ways: if the point separates thousands write `{thousands}`; "
        f"if it is decimal {en}",
    )


def decided_by(value: Quantity, printed: str, language: str) -> bool:
    """Whether printed words show that the points in an ambiguous value are decimal.

    In Vietnamese print 24,023 is the decimal and 24.023 the thousand; in English the reverse.
    """
    for end in (value.low_digits, value.high_digits, value.whole_digits):
        if AMBIGUOUS.fullmatch(end):
            shown = end.lstrip("-")
            if language != "en":
                shown = shown.replace(".", ",")
            if not re.search(rf"(?<![\d.,]){re.escape(shown)}(?![\d]|[.,]\d)", printed):
                return False
    return True


def _read(value: object, info: ValidationInfo) -> Quantity:
    """A number that could be read two ways needs printed words beside it that show which."""
    field, language = info.field_name or "value", (info.context or {}).get("language", "vi")
    understood = _read_any(value, info)
    if understood.ambiguous:
        printed = (info.data or {}).get("texts", {}).get(field, "")
        if not decided_by(understood, printed, language):
            raise refusal(*two_readings(understood, field, language))
    return understood


def _read_any(value: object, info: ValidationInfo) -> Quantity:
    if isinstance(value, Quantity):
        return value
    if not isinstance(value, str):
        raise refusal(
            f"ở đây chỉ viết một giá trị, ví dụ {EXAMPLES}",
            f"write a single value here, e.g. {EXAMPLES}",
        )
    field = "of_plan" if info.field_name == "percent" else info.field_name or "value"
    context = info.context or {}
    unit = context.get(UNIT, "") if field == "value" else ""
    return quantity(str(value), field, context.get("language", "vi"), unit)


_SCHEMA = WithJsonSchema({"type": ["string", "number"]})
QuantityField = Annotated[Quantity, BeforeValidator(_read), _SCHEMA]
PercentField = Annotated[Quantity, BeforeValidator(_read_any), _SCHEMA]
"""A percentage: `104.255` is never a hundred and four thousand."""
