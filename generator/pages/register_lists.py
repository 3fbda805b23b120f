"""The index pages of places, bodies, documents and indicators."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.model.archive import LocalBody
from generator.model.plan import Plan
from generator.model.registers import Definition, Document, Place
from generator.model.written_out import Row
from generator.pages import names
from generator.pages.crossings import Role
from generator.pages.page import Page, Telling
from generator.text.sorting import alphabetical


def places_page(telling: Telling) -> tuple[str, str]:
    """Every place with the number of its plans, places under the place they lie in."""
    page = Page(telling, addresses.PLACES)
    archive = telling.archive
    children: dict[str | None, list[Place]] = {}
    for place in archive.places:
        parent = place.parent.id if place.parent and place.parent.id in archive.place else None
        children.setdefault(parent, []).append(place)
    plans = {key: len(listed) for key, listed in telling.crossings.plans_of.items()}
    lines = tuple(_nested(children, None, 0, frozenset()))
    return page.markdown("places.md", table=page.fragment("places.html", lines=lines, plans=plans))


def _nested(
    children: dict[str | None, list[Place]], parent: str | None, depth: int, above: frozenset[str]
) -> list[tuple[int, Place]]:
    found = []
    for place in sorted(children.get(parent, []), key=lambda each: alphabetical(each.name)):
        if place.id not in above:
            found.append((depth, place))
            found.extend(_nested(children, place.id, depth + 1, above | {place.id}))
    return found


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A body with what it is charged with."""

    body: LocalBody
    roles: tuple[Role, ...]

    def count(self, kind: str) -> int:
        """In how many tasks and milestones it has this role."""
        return sum(role.kind == kind for role in self.roles)


def agencies_page(telling: Telling) -> tuple[str, str]:
    """Every body that a plan or document names."""
    page = Page(telling, addresses.AGENCIES)
    roles = telling.crossings.roles
    lines = sorted(
        (BodyLine(body, tuple(roles.get(body.id, ()))) for body in telling.crossings.bodies),
        key=lambda line: alphabetical(line.body.name),
    )
    return page.markdown("agencies.md", table=page.fragment("agencies.html", lines=lines))


def documents_page(telling: Telling) -> tuple[str, str]:
    """Every document, those without a day last."""
    page = Page(telling, addresses.DOCUMENTS)

    def order(document: Document) -> tuple[bool, int, str]:
        day = document.issued.latest if document.issued else None
        return (day is None, -(day.toordinal() if day else 0), str(names.document_name(document)))

    listed = sorted(telling.archive.documents, key=order)
    return page.markdown("documents.md", table=page.fragment("documents.html", documents=listed))


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
    lines.sort(key=lambda line: alphabetical(line.row.name or line.row.path))
    shared: list[Definition] = sorted(
        telling.archive.definitions, key=lambda each: alphabetical(each.name)
    )
    return page.markdown(
        "indicators.md",
        table=page.fragment("indicators.html", lines=lines, total=total, shared=shared, used=used),
    )
