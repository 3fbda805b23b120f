"""Wordings of the program's own in Vietnamese and English, with facts in them."""

from __future__ import annotations

from typing import Any, TypeVar

from markupsafe import Markup

from generator.text.numbers import number_words
from generator.text.words import Language

Literal = TypeVar("Literal", bound=str)


def say(language: Language, vi: str, en: str, **facts: Any) -> str:
    """One of two wordings, with facts in its braces: `("{n} việc", "{n} item|{n} items", n=3)`.

    Whole numbers are printed as the language prints them.  English may name two wordings around
    a bar, for one and for many `n`.
    """
    return say_in(str, language, vi, en, **facts)


def say_in(markup: type[Literal], language: Language, vi: str, en: str, **facts: Any) -> Literal:
    """The same as markup of a kind: the wording is taken as such, and each fact is escaped."""
    wording = vi
    if language == "en":
        one, bar, many = en.partition("|")
        wording = many if bar and facts.get("n") != 1 else one
    escape = markup.escape if issubclass(markup, Markup) else str
    printed = {
        name: number_words(fact, language) if type(fact) is int else escape(fact)
        for name, fact in facts.items()
    }
    return markup(wording.format(**printed))
