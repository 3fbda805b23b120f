"""The marks of the site: a small shape in colour, always followed by its word."""

from __future__ import annotations

from functools import cache
from typing import Literal

from markupsafe import Markup, escape

from generator.text.words import CHANGE, LIFECYCLE, TIMELINESS, VERDICT, Language, word

Kind = Literal["timeliness", "verdict", "lifecycle", "change"]

_MARKS: dict[Kind, dict[str, tuple[str, str]]] = {
    "timeliness": {
        "on_time": ("done", "ok"),
        "late": ("done-late", "late"),
        "in_time": ("open", "open"),
        "overdue": ("over", "over"),
        "overdue_unreported": ("over-unk", "over"),
        "no_deadline": ("none", "mute"),
        "in_words": ("wait", "mute"),
        "ongoing": ("ongoing", "mute"),
        "done_day_unknown": ("done-unk", "ok"),
        "stopped": ("stop", "mute"),
    },
    "verdict": {
        "exceeded": ("exceed", "ok"),
        "achieved": ("done", "ok"),
        "nearly": ("near", "late"),
        "not_achieved": ("miss", "over"),
        "not_due": ("open", "open"),
        "no_data": ("none", "mute"),
        "not_assessable": ("na", "mute"),
        "on_track": ("open", "open"),
        "at_risk": ("near", "late"),
        "off_track": ("miss", "over"),
    },
    "lifecycle": {
        "drafting": ("draft", "draft"),
        "submitted": ("draft", "draft"),
        "adopted": ("done", "now"),
        "not_started": ("open", "now"),
        "in_progress": ("play", "now"),
        "ended": ("end", "past"),
        "replaced": ("replaced", "past"),
        "evaluated": ("done", "past"),
        "cancelled": ("stop", "past"),
        "unknown": ("none", "past"),
    },
    "change": {
        "plan": ("new", ""),
        "result": ("result", ""),
        "report": ("done", ""),
        "eased": ("ease", ""),
        "tightened": ("tight", ""),
        "widened": ("widen", ""),
        "narrowed": ("narrow", ""),
        "unchanged": ("info", ""),
        "not_comparable": ("na", ""),
        "slipped": ("slip", ""),
        "advanced": ("earlier", ""),
        "milestone": ("done", ""),
        "scorecard": ("result", ""),
        "moved": ("info", ""),
        "corrected": ("info", ""),
    },
}
_WORDS = {
    "timeliness": TIMELINESS,
    "verdict": VERDICT,
    "lifecycle": LIFECYCLE,
    "change": CHANGE,
}


@cache
def mark(name: str, colour: str = "") -> Markup:
    """The drawing of a mark, silent for screen readers."""
    classes = f"kh-i kh-{colour}" if colour else "kh-i"
    return Markup('<svg class="{}" aria-hidden="true"><use href="#i-{}"/></svg>').format(
        classes, name
    )


def said(kind: Kind, code: str, language: Language) -> str:
    """The word for a status."""
    return word(_WORDS[kind], code, language)


@cache
def status(kind: Kind, code: str, language: Language) -> Markup:
    """A mark followed by its word; the lifecycle of a plan and kinds of change stand in a chip."""
    name, colour = _MARKS[kind][code]
    words = escape(said(kind, code, language))
    if kind == "lifecycle":
        return Markup('<span class="kh-chip kh-chip--{}">{}{}</span>').format(
            colour, mark(name), words
        )
    if kind == "change":
        return Markup('<span class="kh-chip">{}{}</span>').format(mark(name), words)
    return Markup('<span class="kh-st">{}<span>{}</span></span>').format(mark(name, colour), words)


def mark_of(kind: Kind, code: str) -> Markup:
    """The mark alone, where its word stands elsewhere."""
    return mark(*_MARKS[kind][code])


def strip_class(code: str) -> str:
    """The classes of a cell of the strip: filled = known and final, hollow = not."""
    _, colour = _MARKS["timeliness"][code]
    hollow = code in ("late", "in_time", "overdue_unreported")
    return f"kh-{colour} is-hollow" if hollow else f"kh-{colour}"
