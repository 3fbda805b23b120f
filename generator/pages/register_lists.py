"""The index pages of places, bodies, documents and indicators."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.model.archive import LocalBody, document_place
from generator.model.plan import Plan
from generator.model.registers import Document, Place
from generator.model.written_out import Row
from generator.pages import names
from generator.pages.crossings import Role
from generator.pages.filters import Choice, by_kind, filter_form
from generator.pages.page import Page, Telling
from generator.pages.sort_keys import alphabetic, by_day, sort_keys, unsorted
from generator.text.numbers import unit_words
from generator.text.saying import say
from generator.text.words import DOCUMENT_KIND, LEVEL


def places_page(telling: Telling) -> tuple[str, str]:
    """Every place with the number of its plans, places under the place they lie in."""
    page = Page(telling, addresses.PLACES)
    archive = telling.archive
    children: dict[str | None, list[Place]] = {}
    for place in archive.places:
        parent = place.parent.id if place.parent and place.parent.id in archive.place else None
        children.setdefault(parent, []).append(place)
    plans = {key: len(listed) for key, listed in telling.crossings.plans_of.items()}
    lines = tuple(_nested(telling, children, None, 0, frozenset()))
    keys = sort_keys(
        alphabetic(names.place_named(place, telling.language) for _, place in lines),
        [list(LEVEL).index(place.level) for _, place in lines],
        by_day(place.from_.earliest if place.from_ else None for _, place in lines),
        [plans.get(place.id, 0) for _, place in lines],
    )
    table = page.fragment("places.html", lines=lines, plans=plans, keys=keys)
    levels = {place.level for _, place in lines}
    form = filter_form(
        page,
        say(telling.language, "địa phương", "places"),
        Choice(
            "l",
            say(telling.language, "Cấp", "Level"),
            by_kind(telling.language, LEVEL, levels).options,
        ),
        box="bang-dia-phuong",
    )
    return page.markdown("places.md", table=table, filter=form)


def _nested(
    telling: Telling,
    children: dict[str | None, list[Place]],
    parent: str | None,
    depth: int,
    above: frozenset[str],
) -> list[tuple[int, Place]]:
    found = []
    for place in names.in_order(
        children.get(parent, []), lambda each: names.place_named(each, telling.language)
    ):
        if place.id not in above:
            found.append((depth, place))
            found.extend(_nested(telling, children, place.id, depth + 1, above | {place.id}))
    return found


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A body with what it is charged with."""

    body: LocalBody
    roles: tuple[Role, ...]

    def count(self, kind: str) -> int:
        """In how many tasks and milestones it has this role."""
        return sum(role.kind == kind for role in self.roles)


_KINDS = ("lead", "supporting", "deciding", "actor")


def agencies_page(telling: Telling) -> tuple[str, str]:
    """Every body that a plan or document names."""
    page = Page(telling, addresses.AGENCIES)
    roles = telling.crossings.roles
    lines = names.in_order(
        (BodyLine(body, tuple(roles.get(body.id, ()))) for body in telling.crossings.bodies),
        lambda line: names.body_name(line.body, telling.language),
    )
    counted = [[line.count(kind) for line in lines] for kind in _KINDS]
    keys = sort_keys(
        alphabetic(names.body_name(line.body, telling.language) for line in lines), *counted
    )
    totals = dict(zip(_KINDS, map(sum, counted), strict=True))
    table = page.fragment("agencies.html", lines=lines, keys=keys, totals=totals)
    form = filter_form(page, say(telling.language, "cơ quan", "bodies"), box="bang-co-quan")
    return page.markdown("agencies.md", table=table, filter=form)


def documents_page(telling: Telling) -> tuple[str, str]:
    """Every document, those without a day last."""
    page = Page(telling, addresses.DOCUMENTS)

    def order(document: Document) -> tuple[bool, int, str]:
        day = document.issued.latest if document.issued else None
        return (day is None, -(day.toordinal() if day else 0), str(names.document_name(document)))

    listed = sorted(telling.archive.documents, key=order)
    archive = telling.archive
    keys = sort_keys(
        alphabetic(names.document_name(each, telling.language) for each in listed),
        alphabetic(
            names.body_words(
                archive, each.issuer, document_place(archive, each), "vi", telling.language
            )
            if each.issuer
            else None
            for each in listed
        ),
        by_day(each.issued.latest if each.issued else None for each in listed),
        unsorted(listed),
    )
    table = page.fragment("documents.html", documents=listed, keys=keys)
    form = filter_form(
        page,
        say(telling.language, "văn bản", "documents"),
        by_kind(telling.language, DOCUMENT_KIND, (each.kind for each in listed)),
        box="bang-van-ban",
    )
    return page.markdown("documents.md", table=table, filter=form)


MOST_INDICATORS = 3000
"""Above this number the list would be longer than anyone reads: plans and search lead to them."""


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """An indicator of a plan."""

    plan: Plan
    row: Row


def indicators_page(telling: Telling) -> tuple[str, str]:
    """Shared indicators first, then every indicator of every plan."""
    page = Page(telling, addresses.INDICATORS)
    used: dict[str, int] = {}
    lines = []
    for plan in telling.archive.plans:
        for row in telling.findings.rows_of(plan):
            lines.append(IndicatorLine(plan, row))
            if row.indicator.definition:
                key = row.indicator.definition.id
                used[key] = used.get(key, 0) + 1
    total = len(lines)
    if total > MOST_INDICATORS:
        lines = []
    archive, language = telling.archive, telling.language
    lines = names.in_order(lines, lambda line: names.row_name(archive, line.row, language))
    shared = names.in_order(archive.definitions, lambda each: names.definition_name(each, language))
    keys = sort_keys(
        alphabetic(names.row_name(archive, line.row, language) for line in lines),
        alphabetic(unit_words(line.row.unit, telling.language) for line in lines),
        alphabetic(names.plan_name(line.plan, telling.language) for line in lines),
    )
    shared_keys = sort_keys(
        alphabetic(names.definition_name(each, language) for each in shared),
        alphabetic(unit_words(each.unit, telling.language) for each in shared),
        [used.get(each.id, 0) for each in shared],
    )
    table = page.fragment(
        "indicators.html",
        lines=lines,
        total=total,
        shared=shared,
        used=used,
        keys=keys,
        shared_keys=shared_keys,
    )
    form = filter_form(page, say(telling.language, "chỉ tiêu", "indicators"), box="bang-chi-tieu")
    return page.markdown("indicators.md", table=table, filter=form)
