"""What became of a place: the territory itself goes on, under another name or in a larger unit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.archive import Archive, lineage
from generator.model.registers import Place


@dataclass(frozen=True, slots=True)
class Fate:
    """The end of a place: its last day, and the places that hold its territory today.

    `is_direct` tells a named successor from the successor of the place it lay in.
    """

    ended: date
    holders: tuple[Place, ...]
    is_direct: bool


def fate(archive: Archive, place: Place, day: date) -> Fate | None:
    """What became of a place by a day; `None` while it exists."""
    ended = _ended(place, day)
    if ended is None:
        return None
    holders = successors(archive, place, day)
    if holders:
        return Fate(ended, holders, True)
    for above in lineage(archive, place.id)[1:]:
        holders = successors(archive, above, day) if _ended(above, day) else (above,)
        if holders:
            return Fate(ended, holders, False)
    return Fate(ended, (), False)


def successors(archive: Archive, place: Place, day: date) -> tuple[Place, ...]:
    """The places that exist on a day and go back to this one, through all mergers."""
    found: dict[str, Place] = {}
    pending = [place]
    seen: set[str] = set()
    while pending:
        current = pending.pop(0)
        if current.id in seen:
            continue
        seen.add(current.id)
        for reference in current.succeeded_by:
            following = archive.place.get(reference.id)
            if following is None:
                continue
            if _ended(following, day):
                pending.append(following)
            else:
                found.setdefault(following.id, following)
    return tuple(found.values())


def predecessors(archive: Archive, place: Place) -> tuple[Place, ...]:
    """The places that name this one as their successor."""
    return tuple(
        each
        for each in archive.places
        if any(reference.id == place.id for reference in each.succeeded_by)
    )


def _ended(place: Place, day: date) -> date | None:
    """The last day of a place that has ended by a day."""
    ended = place.until.latest if place.until else None
    return ended if ended and ended < day else None
