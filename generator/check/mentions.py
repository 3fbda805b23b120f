"""Every reference in the files, with what may be meant by it; the same is kept together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple, get_args

from generator.check.kinds import Kind, Registered
from generator.check.saying import ARROW, At, Spot, top
from generator.model.base import Entry
from generator.model.plan import Plan, Section
from generator.model.references import Body, Reference
from generator.model.registers import Place, Removal
from generator.model.relations import RELATION_KINDS
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


class Use(NamedTuple):
    """A place where a reference is written: a field of an entry."""

    spot: Spot
    field: str
    reference: Reference

    @property
    def at(self) -> At:
        """Where the reference stands."""
        return self.spot.at_reference(self.field, self.reference)


class Mention(NamedTuple):
    """A reference in a plan or an entry of a register, its `owner`, wherever it is used there.

    `kinds` are the things that may be meant.  All uses mean the same, so that a body which leads
    sixty tasks is looked up once.
    """

    reference: Reference
    kinds: tuple[Kind, ...]
    owner: Registered
    uses: list[Use]

    @property
    def plan(self) -> Plan | None:
        """The plan it stands in, if it is not in a register."""
        return self.owner if isinstance(self.owner, Plan) else None

    def everywhere(
        self, say: Callable[[At, str, str], Problem], vi: str, en: str
    ) -> Iterator[Problem]:
        """The same words at each use."""
        for use in self.uses:
            yield say(use.at, vi, en)

    def subject(self, use: Use) -> str:
        """The id of what it is said of: an entry of a register, a plan, or `plan#item`."""
        if not isinstance(self.owner, Plan):
            return self.owner.id
        item = "/".join(use.spot.way.split(ARROW)[1::2])
        return f"{self.owner.id}#{item}" if item else self.owner.id


def mentions_of(owner: Registered) -> list[Mention]:
    """The references in a plan or an entry of a register, in the order of its fields."""
    mentions: dict[tuple[tuple[Kind, ...], str], Mention] = {}
    found = [top(owner)]
    for spot in found:  # grows while it is walked
        said, shape = vars(spot.entry), _shape(type(spot.entry))
        for field, kinds in shape.references:
            if value := said[field]:
                for reference in _references(value):
                    key = (kinds, reference.written)
                    if key not in mentions:
                        mentions[key] = Mention(reference, kinds, owner, [])
                    mentions[key].uses.append(Use(spot, field, reference))
        for field in shape.entries:
            value = said[field]
            if isinstance(value, tuple):
                of = len(value)
                for number, each in enumerate(value, start=1):
                    found.append(Spot(each, spot, field, number, of))
            elif value is not None and value.model_fields_set:
                found.append(Spot(value, spot, field))
    return list(mentions.values())


def meant(kind: type[Entry], field: str) -> tuple[Kind, ...]:
    """What a reference in a field of a kind of entry may mean."""
    if field in RELATION_KINDS:
        return ("document", "plan")
    if field == "parent":
        return ("section",) if kind is Section else ("place",)
    if field == "succeeded_by":
        if kind is Removal:
            return ("plan", "document", "place", "agency", "definition")
        return ("place",) if kind is Place else ("agency",)
    return _MEANT[field]


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
