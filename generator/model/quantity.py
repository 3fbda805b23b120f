"""A value of an indicator: a number, range, bound, change, share, a yes or no, or an unknown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema

from generator.model.printed import Notation, names_a_unit, value_notations
from generator.model.refusal import Message, refusal, shown
from generator.model.when import When, when

Operator = Literal["exactly", "at least", "above", "at most", "below", "about"]
Change = Literal["up", "down", "times"]
Missing = Literal["not stated", "not reported", "not published", "not applicable"]

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
_AMBIGUOUS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")

_EXAMPLES = "`69.41`, `8300..8500`, `at least 6`, `above 4`, `about 65`, `45 of 47`, `met`"


@lru_cache(maxsize=8192)
def quantity(written: str) -> Quantity:
    """Understands a written value; raises a refusal with the remedy when it cannot."""
    words = " ".join(written.split())
    for missing in MISSING:
        if words == missing:
            return Quantity(words, missing=missing)
    if words in ("met", "not met"):
        return Quantity(words, met=words == "met")
    match = _VALUE.fullmatch(words)
    if not match:
        raise refusal(*_not_a_value(words))
    _refuse_misplaced(words, match)
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
        ambiguous=any(_AMBIGUOUS.fullmatch(end) for end in (low, high, match["whole"] or "")),
    )


def _refuse_misplaced(words: str, match: re.Match[str]) -> None:
    """Refuses what the pattern allows, but nobody can mean."""
    if match["unit"] and match["change"] not in ("up", "down"):
        raise refusal(*_unit_in_value(words, match["unit"]))
    if match["since"] and not match["change"]:
        raise refusal(
            f"`since` chỉ đi sau `up`, `down`, `times`: viết `down {words}`, hoặc bỏ `since`",
            f"`since` only follows `up`, `down`, `times`: write `down {words}`, or leave it out",
        )
    if match["whole"]:
        _refuse_odd_share(words, match)
    else:
        _refuse_odd_ends(words, match)
    if match["change"] and "-" in words.partition(" since ")[0]:
        better = words.replace("-", "", 1)
        raise refusal(
            f"sau `{match['change']}` là số dương như văn bản in: viết `{better}`",
            f"after `{match['change']}` the number is positive, as printed: write `{better}`",
        )


def _refuse_odd_ends(words: str, match: re.Match[str]) -> None:
    low, high = match["low"], match["high"]
    if high is None:
        return
    if Decimal(low) > Decimal(high):
        raise refusal(
            f"khoảng `{words}` có đầu thấp lớn hơn đầu cao: viết `{high}..{low}`",
            f"the range `{words}` runs backwards: write `{high}..{low}`",
        )
    if match["operator"] not in (None, "about"):
        raise refusal(
            f"`{match['operator']}` đi với một số: viết `{match['operator']} {low}`, hoặc viết "
            f"khoảng `{low}..{high}`",
            f"`{match['operator']}` goes with one number: write `{match['operator']} {low}`, or "
            f"the range `{low}..{high}`",
        )


def _refuse_odd_share(words: str, match: re.Match[str]) -> None:
    share = f"{match['part']} of {match['whole']}"
    if match["change"]:
        raise refusal(
            f"`{match['change']}` không đi với `{share}`: viết `{share}`",
            f"`{match['change']}` does not go with `{share}`: write `{share}`",
        )
    if Decimal(match["part"]) < 0 or Decimal(match["whole"]) <= 0:
        raise refusal(
            f"`{words}` không phải một phần của một tổng: xem lại hai số, ví dụ `45 of 47`",
            f"`{words}` is no part of a whole: check the two numbers, e.g. `45 of 47`",
        )


def _unit_in_value(words: str, unit: str) -> Message:
    better = " ".join(words.replace(unit, "").split())
    return Message(
        f"trong giá trị không có đơn vị: viết `{better}` thay cho `{words}`, đơn vị đứng ở `unit:` "
        "(`percent` là %)",
        f"a value has no unit: write `{better}` instead of `{words}`, the unit stands in `unit:` "
        "(`percent` is %)",
    )


def _not_a_value(words: str) -> Message:
    """What to say of words that are no value, with the likely remedy."""
    found = [each for each in value_notations(words) if _is_notation(each.written)]
    if not found:
        return Message(
            f"không hiểu giá trị `{shown(words)}`: viết {_EXAMPLES}; nguồn chỉ nói bằng lời thì "
            f"viết `value_text: {shown(words)}`",
            f"cannot read `{shown(words)}` as a value: write {_EXAMPLES}; if the source has words "
            f"only, write `value_text: {shown(words)}`",
        )
    vi = f"viết {', '.join(_choice(each, each.vi, 'cùng') for each in found)}"
    en = f"write {', '.join(_choice(each, each.en, 'with') for each in found)}"
    if len(found) > 1:
        vi = f"`{shown(words)}` đọc được hai cách: {vi}"
        en = f"`{shown(words)}` can be read two ways: {en}"
    else:
        vi, en = f"{vi} thay cho `{shown(words)}`", f"{en} instead of `{shown(words)}`"
    if names_a_unit(words) and not re.search("%| pp", found[0].written):
        vi = f"{vi}; đơn vị đứng ở `unit:`, lời của nguồn ở `value_text:`"
        en = f"{en}; the unit stands in `unit:`, words of the source in `value_text:`"
    return Message(vi, en)


def _is_notation(written: str) -> bool:
    return bool(_VALUE.fullmatch(written)) or written in ("met", "not met", *MISSING)


def _choice(notation: Notation, case: str, together: str) -> str:
    """A remedy with its case; a decimal that looks like thousands needs the printed words too."""
    written = f"`{notation.written}`"
    if number := re.search(rf"(?<![\d.]){_AMBIGUOUS.pattern}(?![\d.])", notation.written):
        printed = number[0].replace(".", ",")
        written = f'{written} {together} `value_text: "{printed} …"`'
    return f"{written} {case}".strip()


def two_readings(value: Quantity, field: str = "value") -> Message:
    """The message for a number such as `8.300`, with both readings."""
    number = next(
        end
        for end in (value.low_digits, value.high_digits, value.whole_digits)
        if _AMBIGUOUS.fullmatch(end)
    )
    thousands, printed = number.replace(".", ""), number.replace(".", ",")
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
        if _AMBIGUOUS.fullmatch(end):
            shown = end.lstrip("-")
            if language != "en":
                shown = shown.replace(".", ",")
            if not re.search(rf"(?<![\d.,]){re.escape(shown)}(?![\d]|[.,]\d)", printed):
                return False
    return True


def _read(value: object, info: ValidationInfo) -> Quantity:
    """A number that could be read two ways needs printed words beside it that show which."""
    understood = _read_any(value)
    if understood.ambiguous:
        field = info.field_name or "value"
        printed = (info.data or {}).get("texts", {}).get(field, "")
        if not decided_by(understood, printed, (info.context or {}).get("language", "vi")):
            raise refusal(*two_readings(understood, field))
    return understood


def _read_any(value: object) -> Quantity:
    if isinstance(value, Quantity):
        return value
    if not isinstance(value, str):
        raise refusal(
            f"ở đây chỉ viết một giá trị, ví dụ {_EXAMPLES}",
            f"write a single value here, e.g. {_EXAMPLES}",
        )
    return quantity(str(value))


_SCHEMA = WithJsonSchema({"type": ["string", "number"]})
QuantityField = Annotated[Quantity, BeforeValidator(_read), _SCHEMA]
PercentField = Annotated[Quantity, BeforeValidator(_read_any), _SCHEMA]
"""A percentage: `104.255` is never a hundred and four thousand."""
