"""What a plan rests on, carries out, evaluates and feeds into; both ends of every relation."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.model.plan import Plan
from generator.model.references import Reference
from generator.model.vocabularies import RelationKind
from generator.pages import links
from generator.pages.page import Page

_BEFORE = ("succeeds", "replaces", "evaluates", "implements", "based_on")
_AFTER = ("succeeds", "replaces", "evaluates", "feeds_into")


@dataclass(frozen=True, slots=True)
class Related:
    """One kind of relation with its other ends; `is_inverse` when the others say it of this."""

    kind: RelationKind
    is_inverse: bool
    ends: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The thing before or after a plan in the chain; `is_stub` where it is not on this site."""

    kind: RelationKind
    is_inverse: bool
    link: Markup
    is_stub: bool


def documents(page: Page, plan: Plan) -> Markup:
    """The small chain (before → this → after), then every relation."""
    archive = page.telling.archive
    return page.fragment(
        "plan/documents.html",
        plan=plan,
        document=archive.document.get(plan.document.id) if plan.document else None,
        before=_before(page, plan),
        after=_after(page, plan),
        related=related(page, plan.id),
        of_document=related(page, plan.document.id) if plan.document and plan.document.id else (),
    )


def related(page: Page, subject: str) -> tuple[Related, ...]:
    """All relations of a plan, item or document, its own first."""
    archive = page.telling.archive
    found: dict[tuple[RelationKind, bool], list[Markup]] = {}
    for link in archive.links_from.get(subject, ()):
        found.setdefault((link.kind, False), []).append(links.end_link(page, link.other))
    for link in archive.links_to.get(subject, ()):
        found.setdefault((link.kind, True), []).append(links.named_link(page, link.subject))
    return tuple(
        Related(kind, is_inverse, tuple(dict.fromkeys(ends)))
        for (kind, is_inverse), ends in found.items()
    )


def _before(page: Page, plan: Plan) -> Neighbour | None:
    pairs = dict(reversed(plan.relations.pairs()))
    kind = next((each for each in _BEFORE if each in pairs), None)
    return _neighbour(page, kind, False, pairs[kind]) if kind else None


def _after(page: Page, plan: Plan) -> Neighbour | None:
    archive = page.telling.archive
    inverse = {link.kind: link.subject for link in reversed(archive.links_to.get(plan.id, ()))}
    for kind in _AFTER[:-1]:
        if kind in inverse:
            return _neighbour(page, kind, True, Reference(inverse[kind]))
    for end in plan.relations.feeds_into:
        return _neighbour(page, "feeds_into", False, end)
    return None


def _neighbour(page: Page, kind: RelationKind, is_inverse: bool, end: Reference) -> Neighbour:
    archive = page.telling.archive
    is_stub = end.id not in archive.plan and end.id not in archive.document
    return Neighbour(kind, is_inverse, links.end_link(page, end), is_stub)
