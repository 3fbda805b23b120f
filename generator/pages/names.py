"""What to call things: a plan by its subject, a document by its number, a body by its place.

In English everything goes by its English name where the data gives one; else the name stays as it
is, and says so, that a page can mark it as being in another language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from generator.model.archive import Archive, LocalBody, local_body
from generator.model.plan import Plan, Section, Statement
from generator.model.references import Reference
from generator.model.registers import Agency, Definition, Document, Place, Removal
from generator.model.tasks import Milestone, Task
from generator.model.written_out import Row
from generator.text.joining import shortened
from generator.text.sorting import alphabetical
from generator.text.times import day_words, when_words
from generator.text.words import DOCUMENT_KIND, LEVEL, PLAN_KIND, Language, Words, word

_LONGEST_LINE = 100


@dataclass(frozen=True, slots=True)
class Name:
    """What something is called, and the language of these words."""

    words: str
    language: Language

    def __str__(self) -> str:
        return self.words


def _named(own: str, english: str | None, own_language: Language, language: Language) -> Name:
    """The English name in English where there is one, else the own name."""
    return Name(english, "en") if language == "en" and english else Name(own, own_language)


Thing = TypeVar("Thing")


def in_order(things: Iterable[Thing], naming: Callable[[Thing], Name]) -> list[Thing]:
    """Things by their names, as these are shown, in Vietnamese order."""
    return sorted(things, key=lambda each: alphabetical(naming(each).words))


def plan_name(plan: Plan, language: Language = "vi") -> Name:
    """The short title of a plan, else its title; translated where the plan gives a translation."""
    english = plan.short_title_en or plan.title_en
    return _named(plan.short_title or plan.title, english, plan.language, language)


def plan_briefly(plan: Plan, language: Language = "vi") -> Name:
    """The name of a plan where a line is all the room: a longer one ends after some words."""
    name = plan_name(plan, language)
    return Name(shortened(name.words, _LONGEST_LINE), name.language)


def plan_kind(plan: Plan, language: Language = "vi") -> Name:
    """The kind of a plan; one of no known kind in the words of its source."""
    printed = plan.kind_text if plan.kind == "other" else None
    return _coded(PLAN_KIND, plan.kind, printed, plan.language, language)


def title(plan: Plan, item: Task | Section | Milestone, language: Language = "vi") -> Name:
    """The title of an item of a plan."""
    return _named(item.title, item.title_en, plan.language, language)


def label(plan: Plan, statement: Statement, language: Language = "vi") -> Name:
    """The label under which a plan says something."""
    return _named(statement.label, statement.label_en, plan.language, language)


def row_name(archive: Archive, row: Row, language: Language = "vi") -> Name:
    """What an indicator or part is called; a part that is a place by the place's name."""
    own_language = archive.plan[row.plan_id].language
    if row.name:
        return _named(row.name, row.name_en, own_language, language)
    place = row.indicator.place
    if not place:
        return _named(row.path, row.name_en, language, language)
    named = place_name(archive, place, language)
    return _named(named.words, row.name_en, named.language, language)


def definition_name(definition: Definition, language: Language = "vi") -> Name:
    """The name of a shared indicator."""
    return _named(definition.name, definition.name_en, "vi", language)


def plan_cited(archive: Archive, plan: Plan, language: Language = "vi") -> Name:
    """The full title of a plan, behind the number of its document where that is known."""
    title = _named(plan.title, plan.title_en, plan.language, language)
    number = plan_number(archive, plan)
    if not number or number in title.words:
        return title
    return Name(f"{number}, {title}", title.language)


def row_cited(archive: Archive, row: Row, language: Language = "vi") -> Name:
    """An indicator with the plan it belongs to."""
    name = row_name(archive, row, language)
    plan = plan_cited(archive, archive.plan[row.plan_id], language)
    return Name(f"{name} ({plan})", name.language)


def plan_number(archive: Archive, plan: Plan) -> str | None:
    """The number of the document that enacts the plan, as printed."""
    document = archive.document.get(plan.document.id) if plan.document else None
    return document.number if document else None


def document_kind(document: Document, language: Language = "vi") -> Name:
    """The kind of a document in the source's words, in English in ours where it is a known one."""
    printed = document.kind_text
    if language == "en" and document.kind != "other":
        printed = None
    return _coded(DOCUMENT_KIND, document.kind, printed, "vi", language)


def document_name(document: Document, language: Language = "vi") -> Name:
    """Kind, number and day, as officials cite a document: Quyết định 1715/QĐ-UBND ngày 11/06/2018.

    A document without number is called by its title; news by its title and publisher's day.  In
    English what has no English words is left out where the rest tells which document it is.
    """
    heading, kind = document_title(document, language), document_kind(document, language)
    if document.kind == "news":
        return Name(f"“{heading}”", heading.language) if heading else kind
    issued = _issued(document, language)
    if document.number:
        words = f"{kind} {document.number}" if kind.language == language else document.number
        return Name(f"{words}{issued}", language)
    if not heading:
        return Name(f"{kind}{issued}" if kind.language == language else kind.words, kind.language)
    if heading.language != language:
        return heading
    if heading.words.casefold().startswith(kind.words.casefold()):
        return Name(f"{heading}{issued}", language)
    return Name(f"{kind}{issued}: {heading}", language)


def document_title(document: Document, language: Language = "vi") -> Name | None:
    """The title of a document, where one is known."""
    if not document.title and not (language == "en" and document.title_en):
        return None
    return _named(document.title or "", document.title_en, "vi", language)


def document_short(document: Document, language: Language = "vi") -> Name:
    """The number alone where there is one."""
    if document.number:
        return Name(document.number, language)
    return document_name(document, language)


def _issued(document: Document, language: Language) -> str:
    if not document.issued:
        return ""
    if document.issued.mode == "within" and document.issued.earliest == document.issued.latest:
        day = day_words(document.issued.earliest, language) if document.issued.earliest else ""
        return f" ngày {day}" if language == "vi" else f" of {day}"
    return f" ({when_words(document.issued, language)})"


def body_name(body: LocalBody, language: Language = "vi") -> Name:
    """A body with its place: Sở Tài chính tỉnh Lào Cai, Department of Finance of Lao Cai province.

    The English name is used where both the body and its place have one.
    """
    return _named(body.name, _english(body), "vi", language)


def body_full_name(body: LocalBody, language: Language = "vi") -> Name:
    """The whole name of a body with its place."""
    return _named(body.full_name, _english(body), "vi", language)


def _english(body: LocalBody) -> str | None:
    if not body.place or not body.agency.name_en:
        return body.agency.name_en
    return f"{body.agency.name_en} of {body.place.name_en}" if body.place.name_en else None


def body_words(
    archive: Archive,
    reference: Reference,
    place_id: str | None,
    printed: Language,
    language: Language = "vi",
) -> Name:
    """What a reference to a body shows: its name where it acts, or the words as `printed`."""
    body = local_body(archive, reference, place_id)
    return body_name(body, language) if body else Name(reference.written, printed)


def agency_name(agency: Agency, language: Language = "vi") -> Name:
    """A body that every place of a level has, without a place."""
    return _named(agency.name, agency.name_en, "vi", language)


def place_name(archive: Archive, reference: Reference, language: Language = "vi") -> Name:
    """The name of a place; a printed name stays as printed."""
    place = archive.place.get(reference.id)
    return place_named(place, language) if place else Name(reference.written, "vi")


def place_named(place: Place, language: Language = "vi") -> Name:
    """The name of a registered place."""
    return _named(place.name, place.name_en, "vi", language)


def place_level(place: Place, language: Language = "vi") -> Name:
    """The level of a place; in Vietnamese in the source's words where they are given."""
    printed = place.level_text if language == "vi" or place.level == "other" else None
    return _coded(LEVEL, place.level, printed, "vi", language)


def _coded(
    words: Words, code: str, printed: str | None, own_language: Language, language: Language
) -> Name:
    """The source's words where they are to be shown, else the word for the code."""
    return Name(printed, own_language) if printed else Name(word(words, code, language), language)


def issuer_of(archive: Archive, plan: Plan) -> Reference | None:
    """Who issued the plan: the issuer of its document, else the one the plan names."""
    document = archive.document.get(plan.document.id) if plan.document else None
    return (document.issuer if document else None) or plan.issuer


def removed(removal: Removal, language: Language = "vi") -> Name:
    """What was removed, by the title that it had; empty where nobody wrote it down."""
    return _named(removal.title or "", removal.title_en, "vi", language)
