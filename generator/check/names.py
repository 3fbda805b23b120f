"""A name written as printed should be an id where a register already knows who or what it is."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.kinds import WORDS, Kind, folded, level_word, names_of, registered
from generator.check.saying import either, warning
from generator.check.survey import Mention, Survey, everywhere
from generator.model.archive import Archive, lineage, plan_place
from generator.problems import Problem

_Index = dict[str, tuple[str, ...]]
_REGISTERS: tuple[Kind, ...] = ("place", "agency", "document", "plan")


def names_are_not_registered(survey: Survey) -> Iterator[Problem]:
    """What a register knows by the very name that is written is written with its id."""
    known = {kind: _index(survey.archive, kind) for kind in _REGISTERS}
    for mentions in survey.alike:
        if not mentions[0].reference.is_name:
            continue
        for kind in mentions[0].kinds:
            if ids := _ids(survey.archive, mentions[0], kind, known):
                name = mentions[0].reference.written
                right = either(ids)
                yield from everywhere(
                    mentions,
                    warning,
                    f"`{name}` đã có trong danh mục {WORDS[kind][0]}: viết {right.vi} để trang "
                    "dẫn tới đúng chỗ",
                    f"`{name}` is a registered {WORDS[kind][1]}: write {right.en}, so that the "
                    "page links to it",
                )


def _index(archive: Archive, kind: Kind) -> _Index:
    """Ids by name without tones and capitals."""
    index: dict[str, dict[str, None]] = {}
    for entry in registered(archive, kind):
        for name in names_of(entry):
            index.setdefault(folded(name), {})[entry.id] = None
    return {name: tuple(ids) for name, ids in index.items()}


def _ids(
    archive: Archive, mention: Mention, kind: Kind, known: dict[Kind, _Index]
) -> tuple[str, ...]:
    name = folded(mention.reference.written)
    found = known.get(kind, {}).get(name, ())
    if found or kind != "agency":
        return found
    return _of_a_place(archive, mention, name, known)


def _of_a_place(
    archive: Archive, mention: Mention, name: str, known: dict[Kind, _Index]
) -> tuple[str, ...]:
    """`UBND huyện Si Ma Cai` is `ubnd@si-ma-cai`, `UBND huyện` in a district's plan `ubnd`."""
    for body, bodies in begun.get(name.partition(" ")[0], ()):
        if not name.startswith(f"{body} "):
            continue
        rest = name[len(body) + 1 :]
        if rest in _own_levels(archive, mention):
            return bodies
        found = tuple(
            f"{body}@{place}"
            for body in bodies
            for place in known["place"].get(rest, ())
            if archive.place[place].level in archive.agency[body].level
        )
        if found:
            return found
    return ()


def _own_levels(archive: Archive, mention: Mention) -> set[str]:
    """`tinh`, `thanh pho`, … of the plan's place and of the places it lies in."""
    own = plan_place(mention.plan) if mention.plan else None
    return {level_word(place.name) for place in lineage(archive, own)}
