"""An id that is written somewhere must be the id of something, and of the right kind of thing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.guesses import names, remedy, remedy_for_item
from generator.check.kinds import WORDS, Kind
from generator.check.saying import error
from generator.check.survey import Mention, Survey
from generator.problems import Problem


def references_are_known(survey: Survey) -> Iterator[Problem]:
    """Every id stands in a register, is a plan, or is an item of the plan it is written in."""
    for mentions in _ids(survey):
        mention = mentions[0]
        if _kind(survey, mention) is None:
            vi, en = names(mention.kinds)
            what_vi, what_en = remedy(survey, mention)
            for each in mentions:
                yield error(
                    each.at,
                    f"không có {vi} nào mang mã `{mention.reference.id}`; {what_vi}",
                    f"no {en} has the id `{mention.reference.id}`; {what_en}",
                )


def references_are_of_the_right_kind(survey: Survey) -> Iterator[Problem]:
    """A field that asks for a place gets the id of a place, one for a document a document's."""
    for mentions in _ids(survey):
        mention = mentions[0]
        kind = _kind(survey, mention)
        if kind and kind not in mention.kinds:
            vi, en = names(mention.kinds)
            what_vi, what_en = _instead(survey, mention, kind)
            for each in mentions:
                yield error(
                    each.at,
                    f"`{mention.reference.id}` là {WORDS[kind][0]}, ở đây chờ {vi}; {what_vi}",
                    f"`{mention.reference.id}` is a {WORDS[kind][1]}, expected a {en}; {what_en}",
                )


def items_of_other_plans_are_known(survey: Survey) -> Iterator[Problem]:
    """`plan#item` names a plan, and an item that this plan has."""
    for mention in (mentions[0] for mentions in survey.alike):
        item, plan = mention.reference.item, survey.archive.plan.get(mention.reference.id)
        if item is None or mention.reference.id in survey.archive.broken:
            continue
        if "plan" not in mention.kinds:
            yield error(
                mention.at,
                f"`{mention.reference}`: dấu `#` chỉ dùng trong `relations:`; ở đây viết mã "
                f"của {names(mention.kinds)[0]}",
                f"`{mention.reference}`: `#` is only used in `relations:`; write the id of a "
                f"{names(mention.kinds)[1]} here",
            )
        elif plan and item not in survey.items_of(plan):
            vi, en = remedy_for_item(survey, plan, item)
            yield error(
                mention.at,
                f"kế hoạch `{plan.id}` không có mục `{item}`; {vi}",
                f"the plan `{plan.id}` has no item `{item}`; {en}",
            )
        elif plan is None and _kind(survey, mention) is not None:
            yield error(
                mention.at,
                f"`{mention.reference.id}` không phải kế hoạch nên không có mục `{item}`; chỉ "
                f"viết `{mention.reference.id}`",
                f"`{mention.reference.id}` is no plan and has no item `{item}`; write "
                f"`{mention.reference.id}` alone",
            )


def _ids(survey: Survey) -> Iterator[list[Mention]]:
    """Every id that may be held against the registers; a misplaced `#` is a mistake of its own."""
    for mentions in survey.alike:
        reference = mentions[0].reference
        if reference.is_name or reference.id in survey.archive.broken:
            continue
        if reference.item is None or "plan" in mentions[0].kinds:
            yield mentions


def _kind(survey: Survey, mention: Mention) -> Kind | None:
    """What the id is, looked for first where the field expects it."""
    identifier = mention.reference.id
    of_plan = survey.items_of(mention.plan).get(identifier) if mention.plan else None
    shared: Kind | None = "definition" if identifier in survey.archive.definition else None
    anywhere = survey.kinds.get(identifier)
    found = [kind for kind in (of_plan, shared, anywhere) if kind]
    expected = [kind for kind in found if kind in mention.kinds]
    if not expected and "plan" in mention.kinds and of_plan and not anywhere:
        return None
    return next(iter(expected or found), None)


def _instead(survey: Survey, mention: Mention, kind: Kind) -> tuple[str, str]:
    """What to write where an id of another kind stands."""
    identifier = mention.reference.id
    if kind == "place" and "agency" in mention.kinds:
        return (
            f"viết cơ quan của nơi ấy, ví dụ `ubnd@{identifier}`",
            f"write the body of that place, e.g. `ubnd@{identifier}`",
        )
    plan = survey.archive.plan.get(identifier)
    if kind == "plan" and plan and plan.document and plan.document.id:
        return (
            f"văn bản của kế hoạch ấy là `{plan.document.id}`",
            f"the document of that plan is `{plan.document.id}`",
        )
    return remedy(survey, mention)
