"""What several rules look at, worked out once: every entry, every reference, every id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple, get_args

from generator.assess.verdicts import Assessment, assessments
from generator.check.kinds import Kind, Registered, registered
from generator.check.saying import ARROW, At, Spot, entries, row_spot
from generator.model.archive import Archive
from generator.model.base import Entry
from generator.model.indicators import Indicator, Result, Target
from generator.model.plan import Plan, Section
from generator.model.references import Body, Reference
from generator.model.registers import Place
from generator.model.relations import RELATION_KINDS
from generator.model.tasks import Report, Task
from generator.model.written_out import Row, every
from generator.problems import Problem

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


class Mention(NamedTuple):
    """A reference in a field of an entry; `kinds` are the things that may be meant there.

    `owner` is the plan or the entry of a register that it is written in.
    """

    spot: Spot
    field: str
    reference: Reference
    kinds: tuple[Kind, ...]
    owner: Registered

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
    def owners(self) -> tuple[Registered, ...]:
        """Every plan and every entry of the registers."""
        kinds: tuple[Kind, ...] = ("place", "agency", "document", "definition", "plan")
        return tuple(entry for kind in kinds for entry in registered(self.archive, kind))

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every reference of every file."""
        return tuple(mention for owner in self.owners for mention in _mentions(owner))

    @cached_property
    def alike(self) -> tuple[list[Mention], ...]:
        """The references that say the same in one plan or entry; there is one answer to them."""
        groups: dict[tuple[int, tuple[Kind, ...], str], list[Mention]] = {}
        for mention in self.mentions:
            key = (id(mention.owner), mention.kinds, mention.reference.written)
            groups.setdefault(key, []).append(mention)
        return tuple(groups.values())

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
    def rows(self) -> tuple[tuple[Plan, Row, Spot], ...]:
        """The indicators and parts of every plan, written out."""
        return tuple(
            (plan, row, row_spot(row))
            for plan in self.archive.plans
            for row in every(self.archive.rows[plan.id])
        )

    @cached_property
    def targets(self) -> tuple[tuple[Plan, Row, Spot, Target], ...]:
        """The targets of every indicator and part, written out."""
        return tuple(
            (plan, row, *found)
            for plan, row, spot in self.rows
            for found in entries(spot, "targets", row.targets)
        )

    @cached_property
    def results(self) -> tuple[tuple[Plan, Row, Spot, Result], ...]:
        """The results of every indicator and part, written out."""
        return tuple(
            (plan, row, *found)
            for plan, row, spot in self.rows
            for found in entries(spot, "results", row.results)
        )

    @cached_property
    def tasks(self) -> tuple[tuple[Plan, Spot, Task], ...]:
        """The tasks of every plan."""
        return tuple(
            (plan, *found)
            for plan in self.archive.plans
            for found in entries(top(plan), "tasks", plan.tasks)
        )

    @cached_property
    def reports(self) -> tuple[tuple[Spot, Report], ...]:
        """The reports about every task."""
        return tuple(
            found
            for _, spot, task in self.tasks
            if task.reports
            for found in entries(spot, "reports", task.reports)
        )

    @cached_property
    def judged(self) -> tuple[tuple[Row, Spot, tuple[Assessment, ...]], ...]:
        """What became by the day of the indicators and parts of which something was reported."""
        documents = self.archive.document
        return tuple(
            (row, spot, assessments(plan, row, self.day, documents))
            for plan, row, spot in self.rows
            if row.results or row.indicator.stated
        )

    def items_of(self, plan: Plan) -> dict[str, Kind]:
        """What each id inside a plan is; parts by their path and by their own id."""
        return self._items_by_file[plan.origin.mapping.file]

    @cached_property
    def _items_by_file(self) -> dict[str, dict[str, Kind]]:
        return {plan.origin.mapping.file: _items(plan) for plan in self.archive.plans}


def top(owner: Registered) -> Spot:
    """Where a plan or an entry of a register stands."""
    return Spot(owner) if isinstance(owner, Plan) else Spot(owner, None, owner.id)


def meant(kind: type[Entry], field: str) -> tuple[Kind, ...]:
    """What a reference in a field of a kind of entry may mean."""
    if field in RELATION_KINDS:
        return ("document", "plan")
    if field == "parent":
        return ("section",) if kind is Section else ("place",)
    if field == "succeeded_by":
        return ("place",) if kind is Place else ("agency",)
    return _MEANT[field]


def subject_of(mention: Mention) -> str:
    """The id of what a reference is said of: an entry of a register, a plan, or `plan#item`."""
    way = mention.spot.way.split(ARROW)
    if not isinstance(mention.owner, Plan):
        return mention.owner.id
    item = "/".join(way[1::2])
    return f"{mention.owner.id}#{item}" if item else mention.owner.id


def everywhere(
    mentions: Iterable[Mention], say: Callable[[At, str, str], Problem], vi: str, en: str
) -> Iterator[Problem]:
    """The same words at each of several references."""
    for mention in mentions:
        yield say(mention.at, vi, en)


def _mentions(owner: Registered) -> Iterator[Mention]:
    found = [top(owner)]
    for spot in found:  # grows while it is walked
        said, shape = vars(spot.entry), _shape(type(spot.entry))
        for field, kinds in shape.references:
            if value := said[field]:
                for reference in _references(value):
                    yield Mention(spot, field, reference, kinds, owner)
        for field in shape.entries:
            value = said[field]
            if isinstance(value, tuple):
                of = len(value)
                for number, each in enumerate(value, start=1):
                    found.append(Spot(each, spot, field, number, of))
            elif value is not None and value.model_fields_set:
                found.append(Spot(value, spot, field))


class _Shape(NamedTuple):
    """The fields of a kind of entry that hold references, and those that hold entries."""

    references: tuple[tuple[str, tuple[Kind, ...]], ...]
    entries: tuple[str, ...]


@lru_cache(maxsize=64)
def _shape(kind: type[Entry]) -> _Shape:
    references, nested = [], []
    for name, field in kind.model_fields.items():
        held = set(_types_in(field.annotation))
        if held & {Reference, Body}:
            references.append((name, meant(kind, name)))
        elif any(issubclass(each, Entry) for each in held):
            nested.append(name)
    return _Shape(tuple(references), tuple(nested))


def _types_in(annotation: object) -> Iterator[type]:
    if isinstance(annotation, type):
        yield annotation
    for inner in get_args(annotation):
        yield from _types_in(inner)


def _references(value: Reference | tuple[object, ...] | dict[str, object]) -> list[Reference]:
    """The references in a field: one, several, bodies with their shares, or names by word."""
    if isinstance(value, Reference):
        return [value]
    found: list[Reference] = []
    for each in value.values() if isinstance(value, dict) else value:
        if isinstance(each, Body):
            found.append(each.reference)
        elif isinstance(each, Reference | tuple):
            found += _references(each)
    return found


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
