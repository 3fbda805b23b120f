"""Which entry of now is which entry of before: by its id or a former one, by what it says."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


class Identified(Protocol):
    """An entry with an id, and with those it had before."""

    @property
    def id(self) -> str | None:
        """Its id, if it has one."""

    @property
    def former_ids(self) -> tuple[str, ...]:
        """The ids that it had."""


IdentifiedType = TypeVar("IdentifiedType", bound=Identified)
EntryType = TypeVar("EntryType")


@dataclass(frozen=True, slots=True)
class Pairs(Generic[EntryType]):
    """The entries of both sides: those that are the same one, those gone, those that are new."""

    both: tuple[tuple[EntryType, EntryType], ...]
    gone: tuple[EntryType, ...]
    new: tuple[EntryType, ...]


def by_id(
    before: Sequence[IdentifiedType], after: Sequence[IdentifiedType]
) -> Pairs[IdentifiedType]:
    """Entries by their id, or by the id that the entry of now says it had."""
    known = {each.id: each for each in before if each.id}
    both, new, seen = [], [], set()
    for each in after:
        name = next((name for name in (each.id, *each.former_ids) if name in known), None)
        if name is None or name in seen:
            new.append(each)
            continue
        seen.add(name)
        both.append((known[name], each))
    gone = tuple(each for each in before if each.id not in seen)
    return Pairs(tuple(both), gone, tuple(new))


def by_what_they_say(
    before: Sequence[EntryType],
    after: Sequence[EntryType],
    *keys: Callable[[EntryType], Hashable],
) -> Pairs[EntryType]:
    """Entries without an id: pairs are those alike by the first key, then by the next, and so on.

    An entry whose key is `None` is not paired by it.
    """
    left, right = list(before), list(after)
    both: list[tuple[EntryType, EntryType]] = []
    for key in keys:
        both += _taken(left, right, key)
    return Pairs(tuple(both), tuple(left), tuple(right))


def _taken(
    left: list[EntryType], right: list[EntryType], key: Callable[[EntryType], Hashable]
) -> Iterator[tuple[EntryType, EntryType]]:
    """Takes the pairs that are alike out of both lists."""
    waiting: dict[Hashable, list[EntryType]] = {}
    for each in right:
        if (found := key(each)) is not None:
            waiting.setdefault(found, []).append(each)
    for each in tuple(left):
        if others := waiting.get(key(each)):
            other = others.pop(0)
            _drop(left, each)
            _drop(right, other)
            yield each, other


def _drop(entries: list[EntryType], entry: EntryType) -> None:
    """Takes out this very entry: others may be equal to it."""
    del entries[next(at for at, each in enumerate(entries) if each is entry)]
