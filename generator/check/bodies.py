"""A body that every place of a level has needs a place to be one body."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.saying import Spot, entries, error, warning
from generator.check.survey import Mention, Survey, top
from generator.model.archive import Archive, document_place, lineage, plan_place
from generator.model.plan import Plan
from generator.model.references import Body
from generator.model.registers import Agency, Document, Place
from generator.problems import Problem
from generator.text.words import LEVEL


def bodies_have_their_place(survey: Survey) -> Iterator[Problem]:
    """A body registered by level finds its place: after `@`, or going up from the plan's place."""
    for mention, agency in _bodies(survey):
        if not agency.level or agency.place or mention.reference.place:
            continue
        if not isinstance(mention.owner, Plan | Document):
            continue
        origin = _origin(survey.archive, mention)
        if _finds(survey.archive, agency, origin):
            continue
        where = survey.archive.place.get(origin or "")
        example = _example(survey.archive, agency)
        if where:
            vi = f"đi từ {where.name} lên không gặp nơi nào thuộc cấp ấy"
            en = f"there is none going up from {where.name}"
        else:
            vi, en = "ở đây không rõ là nơi nào", "nothing here says which place is meant"
        yield error(
            mention.at,
            f"`{agency.id}` ({agency.name}) có ở mọi {_levels(agency)[0]}, {vi}; viết rõ "
            f"nơi, ví dụ `{example}`",
            f"`{agency.id}` ({agency.name}) is in every {_levels(agency)[1]}, and {en}; write "
            f"the place, e.g. `{example}`",
        )


def places_after_at_fit_the_body(survey: Survey) -> Iterator[Problem]:
    """`@place` is written for bodies that places of that level have, with a place that is known."""
    for mention in survey.mentions:
        written = mention.reference.place
        if written is None or written in survey.archive.broken:
            continue
        agency = survey.archive.agency.get(mention.reference.id)
        place = survey.archive.place.get(written)
        if "agency" not in mention.kinds:
            yield error(
                mention.at,
                f"`{mention.reference}`: dấu `@` chỉ đi sau mã cơ quan, ví dụ `ubnd@ha-noi`; ở "
                f"đây viết `{mention.reference.id}`",
                f"`{mention.reference}`: `@` only follows the id of a body, e.g. `ubnd@ha-noi`; "
                f"write `{mention.reference.id}` here",
            )
        elif place is None:
            yield error(
                mention.at,
                f"không có địa phương nào mang mã `{written}`; sau `@` viết mã có trong "
                f"`registers/places/`, ví dụ `{mention.reference.id}@ha-noi`",
                f"no place has the id `{written}`; after `@` write an id from "
                f"`registers/places/`, e.g. `{mention.reference.id}@ha-noi`",
            )
        elif agency and (agency.place or not agency.level):
            yield error(
                mention.at,
                f"`{agency.id}` ({agency.name}) chỉ có một, không cần `@{written}`: viết "
                f"`{agency.id}`",
                f"there is only one `{agency.id}` ({agency.name}), without `@{written}`: write "
                f"`{agency.id}`",
            )
        elif agency and place.level not in agency.level:
            vi, en = _at_the_right_level(survey.archive, agency, place)
            yield error(
                mention.at,
                f"`{agency.id}` ({agency.name}) có ở mọi {_levels(agency)[0]}, còn `{written}` "
                f"là {place.name}; {vi}",
                f"`{agency.id}` ({agency.name}) is in every {_levels(agency)[1]}, but `{written}` "
                f"is {place.name}; {en}",
            )


def bodies_are_named_once(survey: Survey) -> Iterator[Problem]:
    """A task names a body once: leading or supporting, with its shares in one line."""
    for plan in survey.archive.plans:
        for task, spot in zip(plan.tasks, entries(top(plan), "tasks", plan.tasks), strict=True):
            if len(task.lead) + len(task.supporting) > 1:
                yield from _twice(spot, {"lead": task.lead, "supporting": task.supporting})


def _twice(spot: Spot, fields: dict[str, tuple[Body, ...]]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for field, bodies in fields.items():
        for body in bodies:
            name = body.reference.written
            before = first.setdefault(name, field)
            if first[name] is field and bodies.index(body) == _where(bodies, name):
                continue
            yield warning(
                spot.at_reference(field, body.reference),
                f"`{name}` đã có ở `{before}:` của nhiệm vụ này: giữ một chỗ, gộp phần việc vào "
                "một dòng",
                f"`{name}` already stands in `{before}:` of this task: keep one, with all its "
                "shares in one line",
            )


def _where(bodies: tuple[Body, ...], name: str) -> int:
    return next(index for index, body in enumerate(bodies) if body.reference.written == name)


def _bodies(survey: Survey) -> Iterator[tuple[Mention, Agency]]:
    for mention in survey.mentions:
        if mention.kinds == ("agency",):
            agency = survey.archive.agency.get(mention.reference.id)
            if agency:
                yield mention, agency


def _origin(archive: Archive, mention: Mention) -> str | None:
    """The place from which the way up begins."""
    if isinstance(mention.owner, Plan):
        return plan_place(mention.owner)
    return document_place(archive, mention.owner) if isinstance(mention.owner, Document) else None


def _finds(archive: Archive, agency: Agency, origin: str | None) -> bool:
    """Whether the way up meets the level, or breaks off where something else is wrong already."""
    above = lineage(archive, origin)
    if any(place.level in agency.level for place in above):
        return True
    following = above[-1].parent if above else None
    next_id = following.id if following else ("" if above else origin)
    return bool(next_id)


def _example(archive: Archive, agency: Agency) -> str:
    place = next((each for each in archive.places if each.level in agency.level), None)
    return f"{agency.id}@{place.id if place else 'ha-noi'}"


def _at_the_right_level(archive: Archive, agency: Agency, place: Place) -> tuple[str, str]:
    for above in lineage(archive, place.id):
        if above.level in agency.level:
            right = f"{agency.id}@{above.id}"
            return f"ý bạn là `{right}`?", f"did you mean `{right}`?"
    return "xem lại nơi sau `@`", "check the place after `@`"


def _levels(agency: Agency) -> tuple[str, str]:
    return (
        " hoặc ".join(LEVEL[level][0] for level in agency.level),
        " or ".join(LEVEL[level][1] for level in agency.level),
    )
