"""Versions of one promise in the order in which they were made; our own corrections set apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Generic, Protocol, TypeVar

from generator.assess.days import Dated, Documents, has_come, said_on

Entry = TypeVar("Entry", bound=Dated)


class Version(Dated, Protocol):
    """A version of a target or a deadline."""

    @property
    def correction(self) -> bool:
        """Whether it mends a mistake of this site."""


VersionType = TypeVar("VersionType", bound=Version)


@dataclass(frozen=True, slots=True)
class Turn(Generic[VersionType]):
    """From one version to the next.

    `occasion` is the entry that tells when and why.  It differs from `after` where a later
    correction of ours mended what the occasion's entry said.
    """

    before: VersionType
    after: VersionType
    occasion: VersionType
    is_correction: bool


def in_order(
    entries: Sequence[Entry], documents: Documents, day: date | None = None
) -> tuple[Entry, ...]:
    """Entries by their day; one without a day stays behind the one before it in the file.

    With `day`, those said later are left out.
    """
    known = [entry for entry in entries if day is None or has_come(said_on(entry, documents), day)]
    if len(known) < 2:
        return tuple(known)
    keyed: list[tuple[date, int, Entry]] = []
    reached = date.min
    for number, entry in enumerate(known):
        when = said_on(entry, documents)
        reached = (when and (when.earliest or when.latest)) or reached
        keyed.append((reached, number, entry))
    return tuple(entry for _, _, entry in sorted(keyed, key=lambda each: each[:2]))


def promised(versions: Sequence[VersionType]) -> tuple[VersionType, ...]:
    """The versions that the body itself made: what we mistyped gives way to its correction."""
    return tuple(
        version
        for version, follower in zip_longest(versions, versions[1:])
        if follower is None or not follower.correction
    )


def turns(versions: Sequence[VersionType]) -> Iterator[Turn[VersionType]]:
    """Every adjustment and every correction, in order.

    Of versions A, B and C, where C corrects B: the body went from A to C on B's occasion, and we
    corrected B to C.
    """
    for number, version in enumerate(versions[1:], start=1):
        before = versions[number - 1]
        if version.correction:
            yield Turn(before, version, version, True)
        else:
            yield Turn(before, _corrected(versions, number), version, False)


def _corrected(versions: Sequence[VersionType], number: int) -> VersionType:
    """The version itself, or the last of the corrections that follow it."""
    while number + 1 < len(versions) and versions[number + 1].correction:
        number += 1
    return versions[number]
