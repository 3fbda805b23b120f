"""Nothing lies in itself, follows itself or replaces itself, however long the way round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.check.saying import error
from generator.check.survey import Mention, Survey, subject_of
from generator.model.plan import Plan, Section
from generator.model.registers import Place
from generator.model.relations import RELATION_KINDS
from generator.problems import Problem

_Step = tuple[str, str, Mention]
"""From an id to an id, and where it is written."""


def successions_have_no_cycle(survey: Survey) -> Iterator[Problem]:
    """Following `succeeded_by` from a place or body never leads back to it."""
    steps = (_step(each) for each in survey.mentions if each.field == "succeeded_by")
    yield from _circles(steps, "kế tục nhau thành vòng tròn", "they succeed each other")


def parents_have_no_cycle(survey: Survey) -> Iterator[Problem]:
    """Following `parent` from a place, or from a section of a plan, never leads back to it."""
    parents = [each for each in survey.mentions if each.field == "parent"]
    places = (_step(each) for each in parents if isinstance(each.spot.entry, Place))
    sections = (_in_plan(each) for each in parents if isinstance(each.spot.entry, Section))
    for steps in (places, sections):
        yield from _circles(steps, "nằm trong nhau thành vòng tròn", "they lie in each other")


def relations_have_no_cycle(survey: Survey) -> Iterator[Problem]:
    """Nothing is part of itself, and nothing succeeds, replaces or amends itself."""
    relations = [each for each in survey.mentions if each.field in RELATION_KINDS]
    for kind, vi, en in (
        ("part_of", "là một phần của nhau thành vòng tròn", "they are part of each other"),
        ("succeeds", "tiếp nối nhau thành vòng tròn", "they succeed each other"),
        ("replaces", "thay thế nhau thành vòng tròn", "they replace each other"),
        ("amends", "sửa đổi nhau thành vòng tròn", "they amend each other"),
    ):
        yield from _circles((_step(each) for each in relations if each.field == kind), vi, en)


def _step(mention: Mention) -> _Step:
    return subject_of(mention), mention.reference.written, mention


def _in_plan(mention: Mention) -> _Step:
    plan = mention.owner.id if isinstance(mention.owner, Plan) else ""
    return subject_of(mention), f"{plan}#{mention.reference.written}", mention


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
        _, there, mention = next(way[here], (here, "", None))
        if mention is None:
            ended.add(here)
            del way[here]
        elif there in way:
            ids = list(way)
            circle = " → ".join(f"`{each}`" for each in [*ids[ids.index(there) :], there])
            yield error(
                mention.at,
                f"{circle}: {vi}; xem lại `{mention.field}:` của các mục này, bỏ một",
                f"{circle}: {en} in a circle; check `{mention.field}:` of these entries, leave "
                "one out",
            )
        elif there in following and there not in ended:
            way[there] = iter(following[there])
