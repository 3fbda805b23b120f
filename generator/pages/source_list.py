"""The numbered sources at the end of a page, with their verbatim quotes."""

from __future__ import annotations

from markupsafe import Markup

from generator.model.references import Reference
from generator.pages.page import Page


def source_list(page: Page) -> Markup:
    """Every source that the page has named; nothing where it names none."""
    archive = page.telling.archive
    if not page.footnotes:
        return Markup("")
    listed = tuple(
        (note, archive.document.get(Reference(note.document).id)) for note in page.footnotes
    )
    return page.fragment("sources.html", listed=listed)
