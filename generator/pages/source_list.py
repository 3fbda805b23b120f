"""The numbered sources at the end of a page, with their verbatim quotes."""

from __future__ import annotations

from functools import partial

from markupsafe import Markup

from generator.model.references import Reference
from generator.model.registers import Document
from generator.pages import links
from generator.pages.page import Page
from generator.pages.sources import Footnote
from generator.text.escaping import safe_url
from generator.text.saying import say
from generator.text.times import when_words


def source_list(page: Page) -> Markup:
    """Every source that the page has named; nothing where it names none."""
    archive = page.telling.archive
    if not page.footnotes:
        return Markup("")
    listed = tuple(
        (note, archive.document.get(Reference(note.document).id)) for note in page.footnotes
    )
    return page.fragment("sources.html", listed=listed, whereabouts=partial(_whereabouts, page))


def _whereabouts(page: Page, note: Footnote, document: Document | None) -> Markup:
    """Where in the source a fact stands; for its first mention who published it, when, where."""
    language = page.telling.language
    parts: list[Markup | str] = [page.words(note.at)] if note.at else []
    if document and document.is_secondary and document.issuer:
        day = f", {when_words(document.issued, language)}" if document.issued else ""
        parts.append(links.document_issuer(page, document) + day)
    if document and document.retrieved:
        when = when_words(document.retrieved, language)
        parts.append(say(language, "xem {when}", "viewed {when}", when=when))
    if document:
        online = say(language, "bản trên mạng", "online")
        archived = say(language, "bản lưu", "archived copy")
        for address, words in ((document.url, online), (document.archived, archived)):
            if known := safe_url(address):
                parts.append(
                    Markup('<a href="{}" rel="nofollow noopener">{}</a>').format(known, words)
                )
    return Markup("; ").join(parts)
