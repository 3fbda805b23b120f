"""How documents print numbers with units, bounds and changes, and how a plan file writes the same.

This serves the remedy in a message alone: no value of a plan is ever read this way.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from generator.model.printed import LONGEST, Notation, number_notations, plain
from generator.model.printed_phrases import phrase_notations

_BESIDE = {
    "modality: aspirational": "phấn đấu",
    "modality: forecast": "dự kiến|dự báo",
    "kind: estimate": "ước thực hiện|ước tính|ước",
}
_LEADING = (
    "đạt|còn lại|còn|là|ở mức|mức|từ|from|between|duy trì|giữ vững|giữ|ổn định|hoàn thành"
    "|giảm xuống còn|giảm xuống|giảm còn|tăng lên|nâng lên"
)
_OPERATORS = {
    "at least": "ít nhất|tối thiểu|không dưới|không thấp hơn|không ít hơn|at least|minimum of"
    "|minimum|min|no less than|not less than|no fewer than|>=|≥|=>",
    "at most": "nhiều nhất|tối đa|không quá|không vượt quá|không cao hơn|at most|maximum of"
    "|maximum|max|no more than|not more than|up to|<=|≤|=<",
    "above": "trên|hơn|vượt|lớn hơn|cao hơn|above|over|more than|greater than|higher than|>",
    "below": "dưới|nhỏ hơn|thấp hơn|ít hơn|below|under|less than|fewer than|lower than|<",
    "about": "khoảng|gần|xấp xỉ|about|around|approximately|approx.|approx|roughly|circa|~|≈",
}
_CHANGES = {
    "up": "tăng thêm|tăng bình quân|tăng|thêm|up by|up"
    "|increase by|increase of|increase|rise by|grow by|growth of",
    "down": "giảm thêm|giảm bình quân|giảm|down by|down"
    "|reduce by|reduction of|reduce|decrease by|decrease of"
    "|decrease|fall by|cut by",
    "times": "tăng gấp|gấp|times",
}
_NUMBER = r"[-−–+]?(?:\d+(?:[., ]\d+)*|[.,]\d+)"
_VALUE = re.compile(
    rf"(?:(?:{'|'.join(_BESIDE.values())}) )?(?:(?:{_LEADING}) )*"
    rf"(?:(?P<change>{'|'.join(_CHANGES.values())}) ?)?(?:từ )?"
    rf"(?:(?P<operator>{'|'.join(_OPERATORS.values())}) ?)?(?:từ )?"
    rf"(?P<currency>[£$€¥₫] ?)?(?P<low>{_NUMBER})(?P<tail>[^\d]*?)"
    rf"(?: ?(?:(?P<of>/|trên|of|trong)|-|–|—|÷|~|đến|tới|to|and|và|\.{{2,3}}|…) ?"
    rf"[£$€¥₫]?(?P<high>{_NUMBER})(?P<unit>[^\d]*?))?"
    r"(?P<since> ?(?:so với|since|compared to|compared with|on|from)"
    r"(?: cuối)?(?: năm)? (?P<year>\d{4})"
    r"(?: levels?| baseline)?)?"
)
_FACTORS = {"đôi": "2", "hai": "2", "ba": "3", "bốn": "4", "năm": "5", "mười": "10", "rưỡi": "1,5"}
_EVERY_YEAR = re.compile(
    r"(?: ?/ ?| (?:mỗi|hằng|hàng|một|per|a|each) )(?:năm|quý|tháng|year|quarter|month)$"
)
_BOUND = re.compile(r" ?(?:trở lên|trở xuống|or more|or less|or fewer|or above|or below|\+)$")
_MULTIPLIERS = {"nghìn tỷ": ("tỷ", 3), "ngàn tỷ": ("tỷ", 3), "vạn": ("", 4)}
_ZEROS = {
    "nghìn tỷ": 12,
    "ngàn tỷ": 12,
    "nghìn": 3,
    "ngàn": 3,
    "vạn": 4,
    "triệu": 6,
    "tỷ": 9,
    "tỉ": 9,
}
_SCALES = re.compile(
    r"[£$€¥₫]?(?:trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|thousand|million|billion|trillion|k|m|bn)\b"
)
_AT_LEAST = re.compile(r"(?:^|.* )(?:trở lên|or more|or above|\+)$")
_AT_MOST = re.compile(r"(?:^|.* )(?:trở xuống|or less|or fewer|or below)$")


def value_notations(
    printed: str, language: str = "vi", field: str = "value", unit: str = ""
) -> tuple[Notation, ...]:
    """What the print of a value may be written as; the first is the likelier.

    `field` is where it was written: a share of the plan (`of_plan`) is a percentage.  `unit` is
    the unit of the indicator, if it is known.
    """
    words = _spelled(plain(re.sub(r"(?<=\d)[¹²³⁰-⁹]+$", "", printed.strip())))
    if len(words) > LONGEST:
        return ()
    if open_end := re.fullmatch(
        rf"(?P<from>{_NUMBER}) ?\.{{2,3}}|\.{{2,3}} ?(?P<to>{_NUMBER})", words
    ):
        words = f"at least {open_end['from']}" if open_end["from"] else f"at most {open_end['to']}"
    if words in _NOTATIONS:
        return (Notation(words),)
    found = phrase_notations(words, field)
    if found is None:
        found = _number(words, language, field, unit)
    beside = next((field for field, leads in _BESIDE.items() if _leads(words, leads)), "")
    if beside and field == "value":
        found = tuple(replace(each, beside=beside) for each in found)
    return found


_NOTATIONS = ("met", "not met", "not stated", "not reported", "not published", "not applicable")
_SPELLED = (
    (r"^(at|more|less|no|not) ?[_-]? ?(least|most|than|more|less)[ _-]+", r"\1 \2 "),
    (r"^(least|most) (?=\d)", r"at \1 "),
    (r"^={1,2} ?(?=\d)", ""),
    (r"^(not)[_-](met|stated|reported|published|applicable)$", r"\1 \2"),
    (r"^(?:lớn|cao|nhiều) hơn hoặc bằng ", "at least "),
    (r"^(?:nhỏ|bé|thấp|ít) hơn hoặc bằng ", "at most "),
    (r"^trong khoảng ", ""),
    (r"(?<=[\d%]) (?:and up|and above|hoặc hơn)$", " trở lên"),
    (r"(?<=\d)\.$", ""),
)
"""Slips of the pen in a notation, each with what was meant."""


def _spelled(words: str) -> str:
    """Words without slips such as `atleast 6`, `at_least 6`, `=5` or `5.`."""
    for slip, meant in _SPELLED:
        words = re.sub(slip, meant, words)
    return words


def _leads(words: str, leads: str) -> bool:
    return re.match(rf"(?:{leads}) ", words) is not None


def _matched(words: str) -> re.Match[str] | None:
    """The parts of a value with a number."""
    if words.startswith("âm "):
        words = f"-{words.removeprefix('âm ')}"
    if bracketed := re.fullmatch(rf"\(({_NUMBER})\)", words):
        words = f"-{bracketed[1].lstrip('-−–+')}"
    factors = "|".join(_FACTORS)
    words = re.sub(
        rf"\bgấp ({factors})(?: lần)?(?!\S)", lambda found: f"gấp {_FACTORS[found[1]]} lần", words
    )
    return _VALUE.fullmatch(words)


def _says_more(match: re.Match[str]) -> bool:
    """Whether there is no notation for all of it: two units, a year without a change, a change of
    a share, a division (`giảm 2 lần`)."""
    change, tail = _change(match), _tail(match)
    return (
        bool(match["high"] and not match["of"] and len(set(_tails(match))) > 1)
        or (bool(match["year"] or match["of"]) and bool(match["year"]) != bool(change))
        or (change == "down" and tail.startswith("lần"))
    )


def _number(words: str, language: str, field: str, unit: str) -> tuple[Notation, ...]:
    match = _matched(words)
    if not match or _says_more(match):
        return ()
    change, tail = _change(match), _tail(match)
    lows = number_notations(match["low"], language)
    highs = number_notations(match["high"] or match["low"], language)
    if not lows or not highs:
        return ()
    if field == "of_plan":
        lows, highs = lows[-1:], highs[-1:]
    if match["of"] and _is_ratio(match):
        return lows
    found = []
    for index in range(max(len(lows), len(highs))):
        low, high = lows[min(index, len(lows) - 1)], highs[min(index, len(highs) - 1)]
        which = low if len(lows) > 1 else high
        found.append(_composed(match, low.written, high.written, which))
    core = _EVERY_YEAR.sub("", _BOUND.sub("", _EVERY_YEAR.sub("", tail))).strip()
    if change in ("up", "down") and core == "%":
        both = [_points_or_percent(one) for one in found]
        if unit and not is_percent(unit):
            return tuple(replace(percent, vi="", en="") for _, percent in both)
        return tuple(each for two in both for each in two)
    if unit and (converted := _in_unit(found, core, unit)):
        return converted
    return tuple(each for one in found for each in _scaled(one, core))


def unit_named(printed: str) -> str:
    """The unit that stands beside the number, as in `69,41 triệu đồng` or `£4.2m`; may be empty."""
    words = _spelled(plain(printed[:LONGEST])).strip(". ")
    match = _matched(words)
    if match is None or phrase_notations(words, "") is not None:
        return ""
    tail = _BOUND.sub("", _tail(match)).strip()
    tail = "" if tail == "lần" else tail
    place = printed.casefold().find(tail)
    if place >= 0 and len(printed) == len(printed.casefold()):
        tail = printed[place : place + len(tail)]
    between = " " if len(tail) > 3 else ""
    currency = (match["currency"] or "").strip()
    named = f"{currency}{between}{tail}".strip()
    return named if re.search(r"[^\W\d_]|[%‰£$€¥₫]", named) else ""


def has_scale(unit: str) -> bool:
    """Whether a unit says how many the number counts by, as in `triệu đồng`."""
    return _SCALES.match(unit) is not None


def _tails(match: re.Match[str]) -> list[str]:
    """What stands after each number."""
    return [each.strip() for each in (match["tail"], match["unit"] or "") if each.strip()]


def _tail(match: re.Match[str]) -> str:
    tails = _tails(match)
    if match["of"] and _is_ratio(match):
        return f"{tails[0]}/{match['high']} {tails[-1]}"
    return " ".join(dict.fromkeys(tails))


def _is_ratio(match: re.Match[str]) -> bool:
    """Whether one number is counted per another, as in `112,5 bé trai/100 bé gái`."""
    return match["of"] == "/" and len(set(_tails(match))) > 1


def _change(match: re.Match[str]) -> str:
    change = _word(match["change"], _CHANGES)
    by_factor = _tail(match).startswith("lần") and (change == "up" or match["year"])
    return "times" if by_factor else change


def _composed(match: re.Match[str], low: str, high: str, which: Notation) -> Notation:
    change, tail = _change(match), _tail(match)
    vi, en, words = which.vi, which.en, bool(_EVERY_YEAR.search(tail) and change)
    operator = _word(match["operator"], _OPERATORS)
    if _AT_LEAST.match(tail):
        operator = "at least"
    elif _AT_MOST.match(tail):
        operator = "at most"
    number = low
    if match["of"] and (Decimal(low) > Decimal(high) or "." in low + high or "%" in tail):
        vi = f"{vi} cho kết quả và `{high}` cho mục tiêu".strip()
        en = f"{en} for the result and `{high}` for the target".strip()
    elif match["of"]:
        number = f"{low} of {high}"
    elif match["high"]:
        number = f"{low}..{high}"
        if operator != "about" and operator:
            operator, words = "", True
    points = " pp" if change in ("up", "down") and re.match("điểm|pp", tail) else ""
    since = f" since {match['year']}" if match["year"] else ""
    written = " ".join(filter(None, (change, operator, number))) + points + since
    return Notation(written, vi, en, words=words)


def is_percent(unit: str) -> bool:
    """Whether a unit of an indicator, or one that is printed, is percent."""
    return plain(unit) in ("percent", "pp", "phần trăm") or "%" in unit


def _scale(unit: str) -> tuple[int, str]:
    """How many zeros a unit stands for, and what it counts: `triệu đồng` is (6, `đồng`)."""
    for word, zeros in _ZEROS.items():
        if re.match(rf"{word}(?!\w)", unit):
            return zeros, unit.removeprefix(word).strip()
    return 0, unit


def _in_unit(found: list[Notation], printed: str, unit: str) -> tuple[Notation, ...]:
    """The values converted to the unit of the indicator; none where the two count other things."""
    (zeros, noun), (own, counted) = _scale(printed), _scale(plain(unit))
    if not zeros or noun not in ("", counted) or is_percent(unit):
        return ()
    return tuple(
        each
        if zeros == own or " of " in each.written
        else replace(each, written=_raised(each.written, zeros - own), words=True)
        for each in found
    )


def _raised(written: str, zeros: int) -> str:
    """A notation with its numbers (but not the year after `since`) multiplied."""
    value, since, year = written.partition(" since ")
    value = re.sub(
        r"\d+(?:\.\d+)?",
        lambda digits: f"{(Decimal(digits[0]).scaleb(zeros)).normalize():f}",
        value,
    )
    return value + since + year


def _scaled(one: Notation, unit: str) -> tuple[Notation, ...]:
    """The value in the unit that is left without its multiplier, then with it.

    `38..40` of the unit `nghìn tỷ đồng` are `38000..40000` of `tỷ đồng`.
    """
    for multiplier, (rest, shift) in _MULTIPLIERS.items():
        if re.match(rf"{multiplier}\b", unit):
            smaller = f"{rest}{unit.removeprefix(multiplier)}".strip()
            zeros = shift
            break
    else:
        if unit not in ("nghìn", "ngàn", "triệu", "tỷ", "tỉ"):
            return (one,)
        zeros = _ZEROS[unit]
        smaller = ""
    if " of " in one.written:
        return (one,)
    raised = _raised(one.written, zeros)
    named = f"`unit: {smaller}`" if smaller else ""
    whole = Notation(
        raised,
        f"{one.vi}, nếu {named or f'đơn vị không có “{unit}”'}".strip(", "),
        f"{one.en}, if {named or f'the unit is without “{unit}”'}".strip(", "),
    )
    counted = Notation(
        one.written,
        f"{one.vi}, nếu `unit: {unit}`".strip(", "),
        f"{one.en}, if `unit: {unit}`".strip(", "),
    )
    return tuple(replace(each, words=True) for each in (whole, counted))


def _points_or_percent(one: Notation) -> tuple[Notation, Notation]:
    number, _, since = one.written.partition(" since ")
    since = f" since {since}" if since else ""
    return (
        replace(
            one,
            written=f"{number} pp{since}",
            vi="nếu đơn vị là % và đây là điểm phần trăm",
            en="if the unit is % and these are percentage points",
        ),
        replace(
            one,
            written=f"{number}%{since}",
            vi="nếu là phần trăm của chính nó",
            en="if in percent of itself",
        ),
    )


def _word(printed: str | None, words: dict[str, str]) -> str:
    return next((word for word, prints in words.items() if printed in prints.split("|")), "")
