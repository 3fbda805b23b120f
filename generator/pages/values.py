"""Values as their sources print them, with their units, and what is unknown of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from generator.model.indicators import Value
from generator.model.plan import BudgetRow
from generator.model.quantity import Quantity
from generator.text.numbers import (
    NARROW,
    number_words,
    quantity_words,
    unit_words,
    with_unit,
)
from generator.text.units import english_unit
from generator.text.words import Language

if TYPE_CHECKING:
    from generator.pages.page import Page


def said(words: str, lang: str = "") -> Markup:
    """The fine print of a cell; `lang` is `Page.lang`'s."""
    return Markup('<span class="said"{}>{}</span>').format(lang, words)


def miss(words: str, lang: str = "") -> Markup:
    """Something unknown, printed as such."""
    return Markup('<span class="miss"{}>{}</span>').format(lang, words)


def value_words(page: Page, value: Value) -> Markup:
    """A value in the source's words where they are given; the unknown kinds in italics.

    The number itself stands before the words where they do not contain its digits, as in "gần
    5,2 nghìn tỷ đồng" beside 5.200, or are in another language than the page.
    """
    return _printed(page, value.value, value.said("value"))


def _printed(page: Page, value: Quantity | None, printed: str | None) -> Markup:
    language = page.numbers
    if value is None:
        return page.words(printed)
    words = quantity_words(value, language)
    if printed and page.is_foreign:
        own = miss(words) if value.missing else escape(words)
        return own + said(f"“{printed}”", page.lang())
    if value.missing:
        return miss(printed or words)
    if not printed:
        return escape(words)
    if all(digits in printed for digits in _digits(value, language)):
        return escape(printed)
    return escape(words) + said(f"“{printed}”")


def value_with_unit(page: Page, value: Value, unit: str | None) -> Markup:
    """A value followed by the unit, which printed words already carry."""
    words = value_words(page, value)
    if value.value is None or value.said("value") or value.value.low is None:
        return words
    if not page.is_foreign:
        return escape(with_unit(value.value, unit, page.numbers))
    if not unit or value.value.change_unit or value.value.change == "times":
        return words
    return words + ("" if unit == "percent" else NARROW) + unit_of(page, unit)


def unit_of(page: Page, unit: str | None, begins: bool = False) -> Markup:
    """A unit, with a capital where it `begins` a line; in English in our words where known ones."""
    words, language = _unit(page, unit)
    return page.words(words[:1].upper() + words[1:] if begins else words, language)


def unit_in_cell(page: Page, unit: str | None) -> Markup:
    """A unit that may wrap after each slash: triệu đồng/ người/ năm."""
    words, language = _unit(page, unit)
    return page.words(Markup("/<wbr>").join(words.split("/")), language)


def _unit(page: Page, unit: str | None) -> tuple[str, Language]:
    """A unit and its language."""
    language = page.telling.language
    words = unit_words(unit, language)
    if unit in ("percent", "pp"):
        return words, language
    english = english_unit(words) if language == "en" and page.is_foreign else None
    return (english, "en") if english else (words, page.language)


def counted(page: Page, count: str, printed: str | None) -> Markup:
    """A number as the source words it; where that is in another language, beside ours."""
    if printed and page.is_foreign:
        return Markup("{} (“{}”)").format(count, page.words(printed))
    return escape(printed or count)


def amount_words(page: Page, row: BudgetRow) -> Markup:
    """An amount of money, with the printed words where they say more."""
    return _printed(page, row.amount, row.said("amount"))


def _digits(value: Quantity, language: Language) -> set[str]:
    """The numbers of a value as they are printed."""
    ends = (value.low_digits, value.high_digits, value.whole_digits)
    return {number_words(end.lstrip("-"), language) for end in ends if end}
