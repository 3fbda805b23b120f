"""Fills the templates: fragments are HTML, pages are small Markdown around them.

Two environments keep the text of editors literal.  Fragments are escaped as HTML; they stand as
raw blocks in the Markdown, where nothing else is interpreted.  Markdown templates escape every
punctuation mark (`in_markdown`).  `StrictUndefined` turns a misspelt name into an error.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from generator import addresses
from generator.pages import links, marks, names, signposts, values
from generator.pages import verdict_cells as cells
from generator.text import words
from generator.text.escaping import InMarkdown, in_markdown, safe_url
from generator.text.folding import fold
from generator.text.numbers import number_words, quantity_words, unit_words, with_unit
from generator.text.saying import say, say_in
from generator.text.times import (
    begin_words,
    day_words,
    end_words,
    quarter_short,
    quarter_words,
    when_short,
    when_words,
)
from generator.text.words import Language, Words, word

_TEMPLATES = Path(__file__).with_name("templates")


def html(language: Language, template: str, facts: dict[str, Any]) -> Markup:
    """A fragment of HTML in which every fact is escaped; no empty line ends its block."""
    lines = _html(language).get_template(template).render(facts).splitlines()
    rendered = "\n".join(line for line in lines if line and not line.isspace())
    return Markup(rendered)  # noqa: S704 - the environment has escaped every fact


def markdown(language: Language, template: str, facts: dict[str, Any]) -> str:
    """A page of Markdown in which every fact is literal text."""
    return _tidy(_markdown(language).get_template(template).render(facts))


@cache
def _html(language: Language) -> jinja2.Environment:
    return _environment(language, Markup, autoescape=True)


@cache
def _markdown(language: Language) -> jinja2.Environment:
    return _environment(language, InMarkdown, finalize=in_markdown)


def _environment(language: Language, literal: type[Markup], **escaping: Any) -> jinja2.Environment:
    """Templates in a language; `literal` is what their own words are, and how facts enter them."""
    environment = jinja2.Environment(  # noqa: S701 - each caller says how it escapes
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        **escaping,
    )
    _equip(environment, language)
    environment.globals["t"] = partial(say_in, literal, language)
    return environment


def _equip(environment: jinja2.Environment, language: Language) -> None:
    """Gives templates the words of the language, and nothing that computes."""

    def spoken(vocabulary: Words) -> Callable[[str | None], str]:
        return lambda code: word(vocabulary, code, language)

    environment.filters |= {
        "day": lambda value: day_words(value, language),
        "when": lambda value: when_words(value, language),
        "when_short": lambda value: when_short(value, language),
        "quantity": lambda value: quantity_words(value, language),
        "with_unit": lambda value, unit: with_unit(value, unit, language),
        "number": lambda value: number_words(value, language),
        "unit": lambda value: unit_words(value, language),
        "capitalised": capitalised,
        "fold": fold,
        "quarter": lambda span: quarter_words(span[0], span[1], language),
        "quarter_short": lambda quarter: quarter_short(quarter, language),
        "items_word": lambda counts: items_word(counts, language),
        "term": lambda words: term(words, language),
        "strip_class": marks.strip_class,
        "begin_words": lambda value: begin_words(value, language),
        "end_words": lambda value: end_words(value, language),
        "safe_url": safe_url,
        "plan_kind": spoken(words.PLAN_KIND),
        "document_kind": spoken(words.DOCUMENT_KIND),
        "milestone_kind": spoken(words.MILESTONE_KIND),
        "relation": spoken(words.RELATION),
        "relation_inverse": spoken(words.RELATION_INVERSE),
        "lifecycle": spoken(words.LIFECYCLE),
        "stage": spoken(words.STAGE),
        "budget_stage": spoken(words.BUDGET_STAGE),
        "modality": spoken(words.MODALITY),
        "result_kind": spoken(words.RESULT_KIND),
        "direction": spoken(words.DIRECTION),
        "timeliness": spoken(words.TIMELINESS),
        "verdict": spoken(words.VERDICT),
        "revision": spoken(words.REVISION),
        "money_column": spoken(words.MONEY_COLUMN),
        "level": spoken(words.LEVEL),
        "note_kind": spoken(words.NOTE_KIND),
    }
    environment.globals |= {
        "mark": marks.mark,
        "mark_of": marks.mark_of,
        "status": lambda kind, code: marks.status(kind, code, language),
        "addresses": addresses,
        "cells": cells,
        "links": links,
        "names": names,
        "signposts": signposts,
        "values": values,
    }


def term(words: str, language: Language = "vi") -> str:
    """A Party term with its word: nhiệm kỳ 2020-2025; in English term 2020-2025."""
    if language == "en":
        return f"term {_TERM.sub('', words)}"
    return words if _TERM.match(words) else f"nhiệm kỳ {words}"


_TERM = re.compile("(?:nhiệm kỳ|khóa) *", re.IGNORECASE)


def items_word(counts: Any, language: Language = "vi") -> str:
    """What a plan's dated items are called together: tasks, milestones, or both."""
    if not counts.milestones.total:
        return say(language, "nhiệm vụ", "tasks")
    if counts.tasks.total:
        return say(language, "nhiệm vụ, mốc", "tasks and milestones")
    return say(language, "mốc", "milestones")


def capitalised(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def _tidy(text: str) -> str:
    """One newline at the end, no blanks at line ends, no runs of empty lines."""
    lines: list[str] = []
    for line in text.splitlines():
        stripped = line.rstrip()
        if stripped or (lines and lines[-1]):
            lines.append(stripped)
    return "\n".join(lines).strip("\n") + "\n"
