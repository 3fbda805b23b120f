"""A body that every place of a level has needs a place to be one body."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.mentions import Mention
from generator.check.saying import Sentence, error, warning
from generator.check.survey import Survey
from generator.model.archive import Archive, document_place, lineage, plan_place
from generator.model.plan import Plan
from generator.model.registers import Agency, Document, Place
from generator.problems import Problem
from generator.text.words import LEVEL


def bodies_have_their_place(survey: Survey) -> Iterator[Problem]:
    """A body registered by level finds its place: after `@`, or going up from the plan's place."""
    for mention in survey.mentions:
        agency = survey.archive.agency.get(mention.reference.id)
        if agency is None or not _needs_place(mention, agency):
            continue
        origin = _origin(survey.archive, mention)
        if not _finds(survey.archive, agency, origin):
            yield from mention.everywhere(error, *_placeless(survey.archive, agency, origin))


def places_after_at_fit_the_body(survey: Survey) -> Iterator[Problem]:
    """`@place` is written for bodies that places of that level have, with a place that is known."""
    for mention in survey.mentions:
        if words := _misplaced(survey.archive, mention):
            yield from mention.everywhere(error, *words)


def bodies_are_named_once(survey: Survey) -> Iterator[Problem]:
    """A task names a body once: leading or supporting, with its shares in one line."""
    for _, spot, task in survey.tasks:
        named = [body.reference.written for body in (*task.lead, *task.supporting)]
        if len(set(named)) == len(named):
            continue
        before: dict[str, str] = {}
        for field, bodies in (("lead", task.lead), ("supporting", task.supporting)):
            for body in bodies:
                first = before.get(body.reference.written)
                before.setdefault(body.reference.written, field)
                if first is None:
                    continue
                yield warning(
                    spot.at_reference(field, body.reference),
                    f"`{body.reference}` đã có ở `{first}:` của nhiệm vụ này: giữ một chỗ, gộp "
                    "phần việc vào một dòng",
                    f"`{body.reference}` already stands in `{first}:` of this task: keep one, "
                    "with all its shares in one line",
                )


def _needs_place(mention: Mention, agency: Agency) -> bool:
    """Whether a body is written without its place where one is meant.

    In a register of bodies, `succeeded_by` speaks of the body of every place.
    """
    if mention.kinds != ("agency",) or mention.reference.place:
        return False
    is_by_level = bool(agency.level) and not agency.place
    return is_by_level and isinstance(mention.owner, Plan | Document)


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
    return bool(following.id if following else origin and not above)


def _placeless(archive: Archive, agency: Agency, origin: str | None) -> Sentence:
    where = archive.place.get(origin or "")
    of_level = next((each.id for each in archive.places if each.level in agency.level), "ha-noi")
    example = f"{agency.id}@{of_level}"
    if where:
        vi = f"đi từ {where.name} lên không gặp nơi nào thuộc cấp ấy"
        en = f"there is none going up from {where.name}"
    else:
        vi, en = "ở đây không rõ là nơi nào", "nothing here says which place is meant"
    return Sentence(
        f"`{agency.id}` ({agency.name}) có ở mọi {_levels(agency)[0]}, {vi}; viết rõ nơi, ví dụ "
        f"`{example}`",
        f"`{agency.id}` ({agency.name}) is in every {_levels(agency)[1]}, and {en}; write the "
        f"place, e.g. `{example}`",
    )


def _misplaced(archive: Archive, mention: Mention) -> Sentence | None:
    """What is wrong with the place after `@`, if anything is."""
    written, identifier = mention.reference.place, mention.reference.id
    if written is None or written in archive.broken:
        return None
    if "agency" not in mention.kinds:
        return Sentence(
            f"`{mention.reference}`: dấu `@` chỉ đi sau mã cơ quan, ví dụ `ubnd@ha-noi`; ở đây "
            f"viết `{identifier}`",
            f"`{mention.reference}`: `@` only follows the id of a body, e.g. `ubnd@ha-noi`; "
            f"write `{identifier}` here",
        )
    agency, place = archive.agency.get(identifier), archive.place.get(written)
    if place is None:
        return Sentence(
            f"không có địa phương nào mang mã `{written}`; sau `@` viết mã có trong "
            f"`registers/places/`, ví dụ `{identifier}@ha-noi`",
            f"no place has the id `{written}`; after `@` write an id from `registers/places/`, "
            f"e.g. `{identifier}@ha-noi`",
        )
    return _unfit(archive, agency, place) if agency else None


def _unfit(archive: Archive, agency: Agency, place: Place) -> Sentence | None:
    """What is wrong with a body of a place, if it has no place or places of another level."""
    if agency.place or not agency.level:
        return Sentence(
            f"`{agency.id}` ({agency.name}) chỉ có một, không cần `@{place.id}`: viết "
            f"`{agency.id}`",
            f"there is only one `{agency.id}` ({agency.name}), without `@{place.id}`: write "
            f"`{agency.id}`",
        )
    if place.level in agency.level:
        return None
    above = lineage(archive, place.id)
    right = next((f"{agency.id}@{each.id}" for each in above if each.level in agency.level), None)
    vi, en = ("xem lại nơi sau `@`", "check the place after `@`")
    if right:
        vi, en = f"ý bạn là `{right}`?", f"did you mean `{right}`?"
    return Sentence(
        f"`{agency.id}` ({agency.name}) có ở mọi {_levels(agency)[0]}, còn `{place.id}` là "
        f"{place.name}; {vi}",
        f"`{agency.id}` ({agency.name}) is in every {_levels(agency)[1]}, but `{place.id}` is "
        f"{place.name}; {en}",
    )


def _levels(agency: Agency) -> Sentence:
    return Sentence(
        " hoặc ".join(LEVEL[level][0] for level in agency.level),
        " or ".join(LEVEL[level][1] for level in agency.level),
    )
