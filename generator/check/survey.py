"""What several rules look at, worked out once: every entry, every reference, every id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.assess.verdicts import Assessment, assessments
from generator.check.kinds import Kind, registered
from generator.check.saying import At, Spot, entries
from generator.model.archive import Archive
from generator.model.base import Entry
from generator.model.indicators import Indicator
from generator.model.plan import Plan, Section
from generator.model.references import Body, Reference
from generator.model.registers import Document, Place
from generator.model.relations import RELATION_KINDS, Relations
from generator.model.written_out import Row, every

_MEANT: dict[str, tuple[Kind, ...]] = {
    "place": ("place",),
    "places": ("place",),
    "issuer": ("agency",),
    "set_by": ("agency",),
    "reporter": ("agency",),
    "focal": ("agency",),
    "lead": ("agency",),
    "supporting": ("agency",),
    "deciding": ("agency",),
    "actors": ("agency",),
    "document": ("document",),
    "definition": ("definition",),
    "section": ("section",),
    "task": ("task",),
    "named": ("indicator", "task"),
}
"""What a reference in a field means, where that is the same in every kind of entry."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference in a field of an entry; `kinds` are the things that may be meant there.

    `owner` is the plan or the entry of a register that the file line belongs to.
    """

    spot: Spot
    field: str
    reference: Reference
    kinds: tuple[Kind, ...]
    owner: Entry

    @property
    def at(self) -> At:
        """Where the reference stands."""
        return self.spot.at_reference(self.field, self.reference)

    @property
    def plan(self) -> Plan | None:
        """The plan it stands in, if it is not in a register."""
        return self.owner if isinstance(self.owner, Plan) else None


@dataclass(frozen=True)
class Survey:
    """All that was loaded and the day, for the rules to look at."""

    archive: Archive
    day: date

    @cached_property
    def owners(self) -> tuple[Entry, ...]:
        """Every plan and every entry of the registers."""
        archive = self.archive
        return (
            *archive.places,
            *archive.agencies,
            *archive.documents,
            *archive.definitions,
            *archive.plans,
        )

    @cached_property
    def spots(self) -> tuple[tuple[Spot, Entry], ...]:
        """Every entry, however deep, with the plan or entry of a register that it belongs to."""
        return tuple((spot, owner) for owner in self.owners for spot in _inside(top(owner)))

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every reference of every file."""
        return tuple(
            Mention(spot, field, reference, meant(spot.entry, field), owner)
            for spot, owner in self.spots
            for field, reference in _references(spot.entry)
        )

    @cached_property
    def kinds(self) -> dict[str, Kind]:
        """What each id of places, bodies, documents and plans is."""
        together: tuple[Kind, ...] = ("place", "agency", "document", "plan")
        return {
            entry.id: kind
            for kind in reversed(together)
            for entry in registered(self.archive, kind)
        }

    @cached_property
    def rows(self) -> tuple[tuple[Plan, Row], ...]:
        """The indicators and parts of every plan, written out."""
        return tuple(
            (plan, row) for plan in self.archive.plans for row in every(self.archive.rows[plan.id])
        )

    @cached_property
    def assessments(self) -> tuple[tuple[Plan, Row, tuple[Assessment, ...]], ...]:
        """What became of the targets of each indicator and part by the day."""
        documents = self.archive.document
        return tuple(
            (plan, row, assessments(plan, row, self.day, documents))
            for plan, row in self.rows
            if row.targets or row.results
        )

    def items_of(self, plan: Plan) -> dict[str, Kind]:
        """What each id inside a plan is; parts by their path and by their own id."""
        return self._items_by_file[plan.origin.mapping.file]

    @cached_property
    def _items_by_file(self) -> dict[str, dict[str, Kind]]:
        return {plan.origin.mapping.file: _items(plan) for plan in self.archive.plans}


def top(owner: Entry) -> Spot:
    """Where a plan or an entry of a register stands."""
    identifier = getattr(owner, "id", "")
    return Spot(owner) if isinstance(owner, Plan) else Spot(owner, (identifier,))


def meant(entry: Entry, field: str) -> tuple[Kind, ...]:
    """What a reference in a field of an entry may mean."""
    if isinstance(entry, Relations) or field in ("replaces", "amends"):
        return ("document", "plan")
    if field == "parent":
        return ("section",) if isinstance(entry, Section) else ("place",)
    if field == "succeeded_by":
        return ("place",) if isinstance(entry, Place) else ("agency",)
    return _MEANT[field]


def subject_of(mention: Mention) -> str:
    """The id of what a reference is said of: an entry of a register, a plan, or `plan#item`."""
    if not isinstance(mention.owner, Plan):
        return mention.spot.way[0]
    item = "/".join(mention.spot.way[1::2])
    return f"{mention.owner.id}#{item}" if item else mention.owner.id


def is_relation(mention: Mention) -> bool:
    """Whether it is the other end of a relation."""
    return isinstance(mention.spot.entry, Relations) or (
        isinstance(mention.spot.entry, Document) and mention.field in RELATION_KINDS
    )


def _inside(spot: Spot) -> Iterator[Spot]:
    yield spot
    for name, value in spot.entry:
        if isinstance(value, tuple):
            if value and isinstance(value[0], Entry):
                for each in entries(spot, name, value):
                    yield from _inside(each)
        elif isinstance(value, Entry) and value.model_fields_set:
            yield from _inside(Spot(value, (*spot.way, name)))


def _references(entry: Entry) -> Iterator[tuple[str, Reference]]:
    for name, value in entry:
        if isinstance(value, Reference):
            yield name, value
        elif isinstance(value, tuple):
            for each in value:
                if isinstance(each, Reference):
                    yield name, each
                elif isinstance(each, Body):
                    yield name, each.reference
        elif isinstance(value, dict) and name == "named":
            for references in value.values():
                for reference in references:
                    yield name, reference


def _items(plan: Plan) -> dict[str, Kind]:
    found: dict[str, Kind] = {}
    for path, part in _indicators(plan.indicators):
        found[path] = "indicator"
        found.setdefault(part.id, "indicator")
    found.update((each.id, "scorecard") for each in plan.scorecards if each.id)
    found.update((each.id, "milestone") for each in plan.milestones if each.id)
    found.update((each.id, "task") for each in plan.tasks)
    found.update((each.id, "section") for each in plan.sections)
    return found


def _indicators(
    indicators: Iterable[Indicator], above: str = ""
) -> Iterator[tuple[str, Indicator]]:
    for indicator in indicators:
        path = f"{above}{indicator.id}"
        yield path, indicator
        yield from _indicators(indicator.parts, f"{path}/")
