"""A name written as printed should be an id where a register already knows who or what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.check.kinds import WORDS, Kind, folded, level_word, names_of, registered
from generator.check.mentions import Mention
from generator.check.saying import either, listed, warning
from generator.check.survey import Survey
from generator.model.archive import Archive, lineage, plan_place
from generator.model.references import Reference
from generator.problems import Problem


def names_are_not_registered(survey: Survey) -> Iterator[Problem]:
    """What a register knows by the very name that is written is written with its id."""
    known = _Known(survey.archive)
    for mention in survey.mentions:
        if not mention.reference.is_name:
            continue
        for kind in mention.kinds:
            if ids := known.ids(mention, kind):
                name = mention.reference.written
                right = either(ids)
                yield from mention.everywhere(
                    warning,
                    f"`{name}` đã có trong danh mục {WORDS[kind][0]}: viết {right.vi} để trang "
                    "dẫn tới đúng chỗ",
                    f"`{name}` is a registered {WORDS[kind][1]}: write {right.en}, so that the "
                    "page links to it",
                )


def bodies_stand_one_a_line(survey: Survey) -> Iterator[Problem]:
    """A name is not several bodies with commas or semicolons between them.

    Many names have a comma of their own ("các sở, ban, ngành"): it separates bodies only where
    all that it separates is known.
    """
    known = _Known(survey.archive)
    for mention in survey.mentions:
        if not mention.reference.is_name or mention.kinds != ("agency",):
            continue
        name = mention.reference.written
        parts = [part.strip() for part in re.split("[;,]| và | and ", name) if part.strip()]
        if len(parts) > 1 and (";" in name or all(known.is_body(mention, part) for part in parts)):
            lines = listed([f"- {part}" for part in parts])
            yield from mention.everywhere(
                warning,
                f"`{name}` là nhiều cơ quan trong một tên? Viết mỗi cơ quan một dòng: {lines.vi}",
                f"is `{name}` several bodies in one name? Write one a line: {lines.en}",
            )


@dataclass(frozen=True)
class _Known:
    """Everything that the registers know by a name, without tones and capitals."""

    archive: Archive

    def ids(self, mention: Mention, kind: Kind) -> tuple[str, ...]:
        """What a printed name means by the register of a kind; several places may share it."""
        name = folded(mention.reference.written)
        found = tuple(self._index.get((kind, _joined(name)), ()))
        return found or (self._of_a_place(mention, name) if kind == "agency" else ())

    def is_body(self, mention: Mention, written: str) -> bool:
        """Whether words are the id or the name of a body."""
        identifier = written.partition("@")[0]
        own = mention._replace(reference=Reference(written))
        return identifier in self.archive.agency or bool(self.ids(own, "agency"))

    @cached_property
    def _index(self) -> dict[tuple[Kind, str], dict[str, None]]:
        kinds: tuple[Kind, ...] = ("place", "agency", "document", "plan")
        index: dict[tuple[Kind, str], dict[str, None]] = {}
        for kind in kinds:
            for entry in registered(self.archive, kind):
                for name in names_of(entry):
                    index.setdefault((kind, _joined(folded(name))), {})[entry.id] = None
        return index

    @cached_property
    def _bodies(self) -> dict[str, list[tuple[str, str]]]:
        """The names and ids of bodies registered by level, by the first word of the name."""
        found: dict[str, list[tuple[str, str]]] = {}
        for agency in self.archive.agencies:
            for name in map(folded, names_of(agency) if agency.level else ()):
                found.setdefault(name.partition(" ")[0], []).append((f"{name} ", agency.id))
        return found

    def _of_a_place(self, mention: Mention, name: str) -> tuple[str, ...]:
        """`UBND huyện Si Ma Cai` is `ubnd@si-ma-cai`, `UBND huyện` in a district's plan `ubnd`."""
        for body, identifier in self._bodies.get(name.partition(" ")[0], ()):
            if not name.startswith(body):
                continue
            rest = name.removeprefix(body)
            if rest in self._own_levels(mention):
                return (identifier,)
            levels = self.archive.agency[identifier].level
            places = self._index.get(("place", _joined(rest)), ())
            if found := [each for each in places if self.archive.place[each].level in levels]:
                return tuple(f"{identifier}@{place}" for place in found)
        return ()

    def _own_levels(self, mention: Mention) -> set[str]:
        """`tinh`, `thanh pho`, … of the plan's place and of the places it lies in."""
        own = plan_place(mention.plan) if mention.plan else None
        return {level_word(place.name) for place in lineage(self.archive, own)}


def _joined(name: str) -> str:
    """A folded name without its blanks: `North Port` is `Northport`."""
    return name.replace(" ", "")
