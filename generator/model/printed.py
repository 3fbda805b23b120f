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
    """What to write instead, and in which case, if the print leaves a choice.

    `beside` is a field that stands next to the value, such as `kind: estimate`.  `words` is set
    where the print says more than the value, and so belongs next to it.
    """

    written: str
    vi: str = ""
    en: str = ""
    beside: str = ""
    words: bool = False


def number_notations(printed: str, language: str = "vi") -> tuple[Notation, ...]:
    """The numbers that a printed number may mean: none, one, or two.

    A point before three digits separates thousands in Vietnamese and decimals in English; a comma
    the reverse.  Only in English print (`language`) does the comma leave no doubt.
    """
    sign = "-" if printed[:1] in "-−–" else ""
    digits = printed.lstrip("+-−– ")
    if re.fullmatch(r"\d+", digits):
        return (Notation(sign + digits),)
    if language == "en" and re.fullmatch(r"[1-9]\d{0,2},\d{3}", digits):
        return (Notation(sign + digits.replace(",", "")),)
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


QUOTES = "“”„‟‘’‚‛«»\"'`´"


def unquoted(words: str) -> str:
    """Words without the quotation marks around them, such as a word processor puts there."""
    bare = words.strip(QUOTES + " ") if words[:1] in QUOTES else words
    return bare or words


def plain(printed: str) -> str:
    """The words in lower case, with plain digits and single spaces."""
    return " ".join(unicodedata.normalize("NFKC", printed).casefold().split())
