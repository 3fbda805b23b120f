"""The page of a document: what it is, who issued it, and which plans rest on it."""

from __future__ import annotations

from generator import addresses
from generator.model.registers import Document
from generator.pages import names
from generator.pages.citing import citing
from generator.pages.corrections import corrections
from generator.pages.page import Page, Telling
from generator.pages.plan.documents import related
from generator.pages.source_list import source_list


def document_page(telling: Telling, document: Document) -> tuple[str, str]:
    """The path and text of a document's page."""
    page = Page(telling, addresses.document_address(document.id))
    plan = telling.archive.plan_of_document.get(document.id)
    facts = page.fragment(
        "document.html",
        document=document,
        plan=plan,
        related=(*related(page, document.id), *(related(page, plan.id) if plan else ())),
        citing=telling.crossings.citing.get(document.id, []),
        setting=telling.crossings.set_by.get(document.id, []),
    )
    return page.markdown(
        "document.md",
        name=telling.title(names.document_name(document, telling.language)),
        facts=facts,
        citing=citing(page, names.document_name(document, telling.language)),
        corrections=corrections(page, document.origin.position),
        sources=source_list(page),
    )
