"""Nothing lies in itself, follows itself or replaces itself, however long the way round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.check.kinds import Kind
from generator.check.mentions import Use
from generator.check.saying import error
from generator.check.survey import Survey
from generator.problems import Problem

_Step = tuple[str, str, Use]
"""From an id to an id, and where it is written."""


def successions_have_no_cycle(survey: Survey) -> Iterator[Problem]:
    """Following `succeeded_by` from a place or body never leads back to it."""
    steps = _steps(survey, ("place", "agency"), "succeeded_by")
    yield from _circles(steps, "kế tục nhau thành vòng tròn", "they succeed each other")


def parents_have_no_cycle(survey: Survey) -> Iterator[Problem]:
    """Following `parent` from a place, or from a section of a plan, never leads back to it."""
    places = _steps(survey, ("place",), "parent")
    sections = _steps(survey, ("section",), "parent")
    for steps in (places, sections):
        yield from _circles(steps, "nằm trong nhau thành vòng tròn", "they lie in each other")


def relations_have_no_cycle(survey: Survey) -> Iterator[Problem]:
    """Nothing is part of itself, and nothing succeeds, replaces or amends itself."""
    for field, vi, en in (
        ("part_of", "là một phần của nhau thành vòng tròn", "they are part of each other"),
        ("succeeds", "tiếp nối nhau thành vòng tròn", "they succeed each other"),
        ("replaces", "thay thế nhau thành vòng tròn", "they replace each other"),
        ("amends", "sửa đổi nhau thành vòng tròn", "they amend each other"),
    ):
        yield from _circles(_steps(survey, ("document",), field), vi, en)


def _steps(survey: Survey, kinds: tuple[Kind, ...], field: str) -> Iterator[_Step]:
    """Every step through a field from which one of these kinds may be reached."""
    for mention in survey.mentions:
        if mention.kinds[0] not in kinds:
            continue
        to = mention.reference.written
        if mention.kinds == ("section",):
            to = f"{mention.owner.id}#{to}"
        for use in mention.uses:
            if use.field == field:
                yield mention.subject(use), to, use


def _circles(steps: Iterable[_Step], vi: str, en: str) -> Iterator[Problem]:
    """One problem for each circle, at the reference that closes it."""
    following: dict[str, list[_Step]] = {}
    for step in steps:
        following.setdefault(step[0], []).append(step)
    ended: set[str] = set()
    for start in following:
        if start not in ended:
            yield from _closing(start, following, ended, vi, en)


def _closing(
    start: str, following: dict[str, list[_Step]], ended: set[str], vi: str, en: str
) -> Iterator[Problem]:
    """Walks on from one id; what is known to end is not walked again."""
    way: dict[str, Iterator[_Step]] = {start: iter(following[start])}
    while way:
        here = next(reversed(way))
        _, there, use = next(way[here], (here, "", None))
        if use is None:
            ended.add(here)
            del way[here]
        elif there in way:
            ids = list(way)
            circle = " → ".join(f"`{each}`" for each in [*ids[ids.index(there) :], there])
            yield error(
                use.at,
                f"{circle}: {vi}; xem lại `{use.field}:` của các mục này, bỏ một",
                f"{circle}: {en} in a circle; check `{use.field}:` of these entries, leave one out",
            )
        elif there in following and there not in ended:
            way[there] = iter(following[there])
