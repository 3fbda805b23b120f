"""All that was loaded, and the answers to "who or what is meant by this id here?"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.model.indicators import Indicator
from generator.model.plan import Plan
from generator.model.references import Reference
from generator.model.registers import Agency, Definition, Document, Place, Removal
from generator.model.relations import Relations
from generator.model.vocabularies import RelationKind
from generator.model.written_out import Row, written_out


@dataclass(frozen=True)
class Archive:
    """Every place, body, document, shared indicator and plan, in the order of the files.

    `removals` tells what is gone from the site.

    `broken` holds the ids of entries that could not be read, so that references to them are not
    reported as unknown.
    """

    places: tuple[Place, ...] = ()
    agencies: tuple[Agency, ...] = ()
    documents: tuple[Document, ...] = ()
    definitions: tuple[Definition, ...] = ()
    plans: tuple[Plan, ...] = ()
    removals: tuple[Removal, ...] = ()
    broken: frozenset[str] = frozenset()

    @cached_property
    def place(self) -> dict[str, Place]:
        """Places by id."""
        return {each.id: each for each in reversed(self.places)}

    @cached_property
    def agency(self) -> dict[str, Agency]:
        """Bodies by id."""
        return {each.id: each for each in reversed(self.agencies)}

    @cached_property
    def document(self) -> dict[str, Document]:
        """Documents by id."""
        return {each.id: each for each in reversed(self.documents)}

    @cached_property
    def definition(self) -> dict[str, Definition]:
        """Shared indicators by id."""
        return {each.id: each for each in reversed(self.definitions)}

    @cached_property
    def plan(self) -> dict[str, Plan]:
        """Plans by id."""
        return {each.id: each for each in reversed(self.plans)}

    @cached_property
    def rows(self) -> dict[str, tuple[Row, ...]]:
        """The indicators of each plan, written out, by plan id."""
        return {
            plan.id: written_out(plan, self.definition, self.document)
            for plan in reversed(self.plans)
        }

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every relation of plans, items and documents, once, in the order of the files."""
        return tuple(_links(self))

    @cached_property
    def links_from(self) -> dict[str, tuple[Link, ...]]:
        """Relations by the id of the entry that says them (`plan`, `plan#item`, document)."""
        return _grouped((link.subject, link) for link in self.links)

    @cached_property
    def links_to(self) -> dict[str, tuple[Link, ...]]:
        """Relations by the id of their other end."""
        return _grouped((link.other.written, link) for link in self.links if not link.other.is_name)

    @cached_property
    def plan_of_document(self) -> dict[str, Plan]:
        """The plan that a document enacts, by document id."""
        return {
            plan.document.id: plan
            for plan in reversed(self.plans)
            if plan.document and plan.document.id
        }


@dataclass(frozen=True, slots=True)
class Link:
    """A relation: the subject (an id) stands to the other end in this kind of relation."""

    subject: str
    kind: RelationKind
    other: Reference


@dataclass(frozen=True, slots=True)
class LocalBody:
    """A body where it acts: *Sở Tài chính* of *tỉnh Lào Cai*; national bodies have no place."""

    agency: Agency
    place: Place | None = None

    @property
    def id(self) -> str:
        """`so-tai-chinh@lao-cai`, or the body's own id where it is one body."""
        return f"{self.agency.id}@{self.place.id}" if self.place else self.agency.id

    @property
    def name(self) -> str:
        """The name by which everybody calls it: UBND tỉnh Lào Cai, Sở Tài chính tỉnh Lào Cai.

        A short name of one word is used where the place's name follows; other bodies are called
        by their whole name.
        """
        short = self.agency.short
        if self.place and short and " " not in short:
            return self._at_place(short)
        return self.full_name

    @property
    def full_name(self) -> str:
        """The whole name."""
        return self._at_place(self.agency.name)

    def _at_place(self, name: str) -> str:
        return f"{name} {self.place.name}" if self.place else name


def removed_items(archive: Archive, plan: Plan) -> tuple[Removal, ...]:
    """What was removed from a plan that is still there."""
    return tuple(each for each in archive.removals if each.item and each.plan == plan.id)


def lineage(archive: Archive, place_id: str | None) -> tuple[Place, ...]:
    """A place, the place it lies in, and so on up; a cycle ends it."""
    found: dict[str, Place] = {}
    while place_id and place_id not in found and place_id in archive.place:
        place = archive.place[place_id]
        found[place_id] = place
        place_id = place.parent.id if place.parent else None
    return tuple(found.values())


def local_body(archive: Archive, reference: Reference, place_id: str | None) -> LocalBody | None:
    """The body that an id means in a plan of that place; `None` for names and unknown ids.

    A body registered by level is the one of the place itself or, going up through its parents, of
    the first place of that level; `ubnd@si-ma-cai` says the place outright.
    """
    agency = archive.agency.get(reference.id)
    if agency is None:
        return None
    if agency.place or not agency.level:
        return LocalBody(agency)
    if reference.place and reference.place in archive.place:
        return LocalBody(agency, archive.place[reference.place])
    for place in lineage(archive, place_id):
        if place.level in agency.level:
            return LocalBody(agency, place)
    return LocalBody(agency)


def plan_place(plan: Plan) -> str | None:
    """The id of the plan's place, if it has one that is registered."""
    return plan.place.id or None if plan.place else None


def document_place(archive: Archive, document: Document) -> str | None:
    """The place of the document's issuer, where the document tells it."""
    if document.place:
        return document.place.id or None
    plan = archive.plan_of_document.get(document.id)
    return plan_place(plan) if plan else None


def _links(archive: Archive) -> Iterator[Link]:
    for document in archive.documents:
        for kind, other in document.relations.pairs():
            yield Link(document.id, kind, other)
        for other in document.replaces:
            yield Link(document.id, "replaces", other)
        for other in document.amends:
            yield Link(document.id, "amends", other)
    for plan in archive.plans:
        for kind, other in plan.relations.pairs():
            yield Link(plan.id, kind, other)
        for identifier, relations in _related(plan):
            subject = f"{plan.id}#{identifier}" if identifier else plan.id
            for kind, other in relations.pairs():
                yield Link(subject, kind, other)


def _related(plan: Plan) -> Iterator[tuple[str | None, Relations]]:
    """The items of a plan that may have relations; a milestone without id speaks for the plan."""
    for section in plan.sections:
        yield section.id, section.relations
    for indicator in _with_parts(plan.indicators):
        yield indicator.id, indicator.relations
    for task in plan.tasks:
        yield task.id, task.relations
    for milestone in plan.milestones:
        yield milestone.id, milestone.relations


def _with_parts(indicators: Iterable[Indicator]) -> Iterator[Indicator]:
    for indicator in indicators:
        yield indicator
        yield from _with_parts(indicator.parts)


def _grouped(pairs: Iterator[tuple[str, Link]]) -> dict[str, tuple[Link, ...]]:
    groups: dict[str, list[Link]] = {}
    for key, link in pairs:
        groups.setdefault(key, []).append(link)
    return {key: tuple(links) for key, links in groups.items()}
