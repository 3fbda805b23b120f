"""What changed, newest first: adjusted targets, moved deadlines, new results, new plans."""

from __future__ import annotations

from itertools import groupby

from generator import addresses
from generator.pages.events import Event, told
from generator.pages.filters import FEW, by_change, filter_form, in_use
from generator.pages.page import Page, Telling
from generator.pages.rendering import capitalised
from generator.text.saying import say
from generator.text.times import month_words
from generator.text.words import CHANGE

MOST_EVENTS = 300
"""Older changes stand on the pages of their plans and in the downloads."""


def changes_page(telling: Telling) -> tuple[str, str]:
    """The path and text of the page of changes, grouped by month."""
    page = Page(telling, addresses.CHANGES)
    changes = telling.findings.changes
    events = told(page, changes[:MOST_EVENTS])

    def month(event: Event) -> str:
        if event.day is None:
            return say(telling.language, "Không rõ ngày", "Day unknown")
        return capitalised(month_words(event.day.year, event.day.month, telling.language))

    months = tuple((label, tuple(listed)) for label, listed in groupby(events, key=month))
    language = telling.language
    codes = in_use(CHANGE, (event.code for event in events))
    form = filter_form(page, say(language, "thay đổi", "changes"), by_change(language, codes))
    return page.markdown(
        "changes.md",
        filter=form if len(events) > FEW else "",
        meanings=page.fragment("meanings.html", kind="change", codes=codes) if codes else "",
        log=page.fragment("changes.html", months=months, older=max(len(changes) - MOST_EVENTS, 0)),
    )
