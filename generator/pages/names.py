"""What to call things: a plan by its subject, a document by its number, a body by its place."""

from __future__ import annotations

from generator.model.archive import Archive, LocalBody, local_body, plan_place
from generator.model.plan import Plan
from generator.model.references import Reference
from generator.model.registers import Document
from generator.text.times import day_words, when_words
from generator.text.words import DOCUMENT_KIND, Language, word


def plan_name(plan: Plan, language: Language = "vi") -> str:
    """The short title of a plan, else its title; translated where the plan gives a translation."""
    if language == "en":
        return plan.short_title_en or plan.title_en or plan.short_title or plan.title
    return plan.short_title or plan.title


def plan_number(archive: Archive, plan: Plan) -> str | None:
    """The number of the document that enacts the plan, as printed."""
    document = archive.document.get(plan.document.id) if plan.document else None
    return document.number if document else None


def document_name(document: Document, language: Language = "vi") -> str:
    """Kind, number and day, as officials cite a document: Quyết định 1715/QĐ-UBND ngày 11/06/2018.

    A document without number is called by its title; news by its title and publisher's day.
    """
    kind = document.kind_text or word(DOCUMENT_KIND, document.kind, language)
    if document.kind == "news":
        return f"“{document.title}”" if document.title else kind
    if document.number:
        return f"{kind} {document.number}{_issued(document, language)}"
    title = document.title_en if language == "en" and document.title_en else document.title
    if title and title.casefold().startswith(kind.casefold()):
        return f"{title}{_issued(document, language)}"
    return f"{kind}{_issued(document, language)}{': ' if title else ''}{title or ''}"


def document_short(document: Document, language: Language = "vi") -> str:
    """The number alone where there is one."""
    return document.number or document_name(document, language)


def _issued(document: Document, language: Language) -> str:
    if not document.issued:
        return ""
    if document.issued.mode == "within" and document.issued.earliest == document.issued.latest:
        day = day_words(document.issued.earliest, language) if document.issued.earliest else ""
        return f" ngày {day}" if language == "vi" else f" of {day}"
    return f" ({when_words(document.issued, language)})"


def body_name(archive: Archive, reference: Reference, place_id: str | None) -> str:
    """A body with its place: Sở Tài chính tỉnh Lào Cai; a printed name stays as printed."""
    if reference.is_name:
        return reference.written
    body = local_body(archive, reference, place_id)
    return body.name if body else reference.written


def local_name(body: LocalBody) -> str:
    """The name of a body where it acts."""
    return body.name


def place_name(archive: Archive, reference: Reference) -> str:
    """The name of a place; a printed name stays as printed."""
    place = archive.place.get(reference.id)
    return place.name if place else reference.written


def issuer_of(archive: Archive, plan: Plan) -> Reference | None:
    """Who issued the plan: the issuer of its document, else the one the plan names."""
    document = archive.document.get(plan.document.id) if plan.document else None
    return (document.issuer if document else None) or plan.issuer


def issuer_name(archive: Archive, plan: Plan) -> str | None:
    """The name of who issued the plan."""
    issuer = issuer_of(archive, plan)
    return body_name(archive, issuer, plan_place(plan)) if issuer else None
