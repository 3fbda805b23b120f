"""Bodies and places by the names that officials write, and back to the ids of the registers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from generator.model.archive import Archive, LocalBody, lineage, local_body
from generator.model.references import Body, Reference
from generator.model.registers import Agency, Place
from generator.text.folding import fold


class Names:
    """Who is meant by a name in a plan of that place."""

    def __init__(self, archive: Archive, place_id: str | None) -> None:
        self.archive = archive
        self.place_id = place_id

    def of(self, reference: Reference) -> str:
        """The name of a body as everybody calls it; a printed name or unknown id as it is."""
        found = local_body(self.archive, reference, self.place_id)
        return found.name if found else reference.written

    def with_share(self, body: Body) -> str:
        """The name of a body with its share or role."""
        name = self.of(body.reference)
        return f"{name}: {body.share}" if body.share else name

    def body(self, words: str) -> str | None:
        """The id of the one body that is called so here; `None` if there is none, or several.

        A body of the plan's own place, or of a place around it, comes before the others.
        """
        if words in self.archive.agency:
            return words
        name = _plain(words)
        for known in (self._near, self._anywhere):
            if found := known.get(name):
                return next(iter(found)) if len(found) == 1 else None
        return None

    def place(self, words: str) -> str | None:
        """The id of the one place of that name; `None` if there is none, or several."""
        if words in self.archive.place:
            return words
        found = self._places.get(_plain(words), set())
        return next(iter(found)) if len(found) == 1 else None

    @cached_property
    def _places(self) -> dict[str, set[str]]:
        names: dict[str, set[str]] = {}
        for place in self.archive.places:
            names.setdefault(_plain(place.name), set()).add(place.id)
        return names

    @cached_property
    def _near(self) -> dict[str, set[str]]:
        around = {place.id for place in lineage(self.archive, self.place_id)}
        names: dict[str, set[str]] = {}
        for agency in self.archive.agencies:
            here = local_body(self.archive, Reference(agency.id), self.place_id)
            for identifier, body in _everywhere(agency, here, self.archive.places):
                if body.place is None or body.place.id in around:
                    for name in _called(body, identifier == agency.id):
                        names.setdefault(_plain(name), set()).add(identifier)
        return names

    @cached_property
    def _anywhere(self) -> dict[str, set[str]]:
        names: dict[str, set[str]] = {}
        for agency in self.archive.agencies:
            for identifier, body in _everywhere(agency, None, self.archive.places):
                for name in _called(body, here=False):
                    names.setdefault(_plain(name), set()).add(identifier)
        return names


def _everywhere(
    agency: Agency, here: LocalBody | None, places: tuple[Place, ...]
) -> Iterator[tuple[str, LocalBody]]:
    """A body as it is written in the plan, here and in every other place that has one."""
    if here:
        yield agency.id, here
    if agency.place or not agency.level:
        return
    for place in places:
        if place.level in agency.level and not (here and here.place == place):
            yield f"{agency.id}@{place.id}", LocalBody(agency, place)


def _called(body: LocalBody, here: bool) -> Iterator[str]:
    """The names of a body; those of its own place may be left without the place."""
    yield body.name
    yield body.full_name
    short = body.agency.short
    if short and body.place:
        yield f"{short} {body.place.name}"
    if here or not body.place:
        yield body.agency.name
        if short:
            yield short


def _plain(words: str) -> str:
    return " ".join(fold(words).split())
