"""An id that is written somewhere must be the id of something, and of the right kind of thing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.guesses import names, remedy, remedy_for_item
from generator.check.kinds import WORDS, Kind
from generator.check.mentions import Mention
from generator.check.saying import Sentence, error
from generator.check.survey import Survey
from generator.problems import Problem


def references_are_known(survey: Survey) -> Iterator[Problem]:
    """Every id stands in a register, is a plan, or is an item of the plan it is written in."""
    for mention in _ids(survey):
        if _kind(survey, mention) is None:
            vi, en = names(mention.kinds)
            what_vi, what_en = remedy(survey, mention)
            yield from mention.everywhere(
                error,
                f"không có {vi} nào mang mã `{mention.reference.id}`; {what_vi}",
                f"no {en} has the id `{mention.reference.id}`; {what_en}",
            )


def references_are_of_the_right_kind(survey: Survey) -> Iterator[Problem]:
    """A field that asks for a place gets the id of a place, one for a document a document's."""
    for mention in _ids(survey):
        kind = _kind(survey, mention)
        if kind and kind not in mention.kinds:
            vi, en = names(mention.kinds)
            what_vi, what_en = _instead(survey, mention, kind)
            yield from mention.everywhere(
                error,
                f"`{mention.reference.id}` là {WORDS[kind][0]}, ở đây chờ {vi}; {what_vi}",
                f"`{mention.reference.id}` is a {WORDS[kind][1]}, expected a {en}; {what_en}",
            )


def items_of_other_plans_are_known(survey: Survey) -> Iterator[Problem]:
    """`plan#item` names a plan, and an item that this plan has."""
    for mention in survey.mentions:
        if words := _without_item(survey, mention):
            yield from mention.everywhere(error, *words)


def _without_item(survey: Survey, mention: Mention) -> Sentence | None:
    """What is wrong with the item after `#`, if anything is."""
    item, identifier = mention.reference.item, mention.reference.id
    if item is None or identifier in survey.archive.broken:
        return None
    if "plan" not in mention.kinds:
        vi, en = names(mention.kinds)
        return Sentence(
            f"`{mention.reference}`: dấu `#` chỉ dùng trong `relations:`; ở đây viết mã của {vi}",
            f"`{mention.reference}`: `#` is only used in `relations:`; write the id of a {en} here",
        )
    plan = survey.archive.plan.get(identifier)
    if plan is None and _kind(survey, mention) is not None:
        return Sentence(
            f"`{identifier}` không phải kế hoạch nên không có mục `{item}`; chỉ viết "
            f"`{identifier}`",
            f"`{identifier}` is no plan and has no item `{item}`; write `{identifier}` alone",
        )
    if plan is None or item in survey.items_of(plan):
        return None
    what = remedy_for_item(survey, plan, item)
    return Sentence(
        f"kế hoạch `{plan.id}` không có mục `{item}`; {what.vi}",
        f"the plan `{plan.id}` has no item `{item}`; {what.en}",
    )


def _ids(survey: Survey) -> Iterator[Mention]:
    """Every id that may be held against the registers; a misplaced `#` is a mistake of its own."""
    for mention in survey.mentions:
        reference = mention.reference
        if reference.is_name or reference.id in survey.archive.broken:
            continue
        if reference.item is None or "plan" in mention.kinds:
            yield mention


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


def _instead(survey: Survey, mention: Mention, kind: Kind) -> Sentence:
    """What to write where an id of another kind stands."""
    identifier = mention.reference.id
    if kind == "place" and "agency" in mention.kinds:
        return Sentence(
            f"viết cơ quan của nơi ấy, ví dụ `ubnd@{identifier}`",
            f"write the body of that place, e.g. `ubnd@{identifier}`",
        )
    plan = survey.archive.plan.get(identifier)
    if kind == "plan" and plan and plan.document and plan.document.id:
        return Sentence(
            f"văn bản của kế hoạch ấy là `{plan.document.id}`",
            f"the document of that plan is `{plan.document.id}`",
        )
    return remedy(survey, mention)
