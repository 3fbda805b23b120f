"""What an editor probably meant by an id that nothing has, and what to write instead of it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from generator.check.kinds import WORDS, Kind, names_of, registered
from generator.check.survey import Mention, Survey
from generator.model.plan import Plan
from generator.text.folding import slug

_ELSE: dict[Kind, tuple[str, str]] = {
    "place": (
        "thêm vào `registers/places/`, hoặc viết tên như đã in, ví dụ `tỉnh Bắc Kạn`",
        "add it to `registers/places/`, or write the name as printed, e.g. `tỉnh Bắc Kạn`",
    ),
    "agency": (
        "thêm vào `registers/agencies/`, hoặc viết tên như đã in, ví dụ `Sở Tài chính`",
        "add it to `registers/agencies/`, or write the name as printed, e.g. `Sở Tài chính`",
    ),
    "document": (
        "thêm vào `registers/documents/`, hoặc viết tên như đã in: `Nghị quyết 226/NQ-CP`",
        "add it to `registers/documents/`, or write the name as printed: `Nghị quyết 226/NQ-CP`",
    ),
    "definition": (
        "thêm vào `registers/indicators/`, hoặc bỏ `definition:`",
        "add it to `registers/indicators/`, or leave `definition:` out",
    ),
    "section": (
        "thêm vào `sections:` của kế hoạch này, ví dụ `- id: nhiem-vu`",
        "add it to the `sections:` of this plan, e.g. `- id: nhiem-vu`",
    ),
    "indicator": (
        "viết mã có ở `indicators:` hoặc `tasks:` của kế hoạch này",
        "write an id from the `indicators:` or `tasks:` of this plan",
    ),
    "task": (
        "viết mã có ở `tasks:` của kế hoạch này",
        "write an id from the `tasks:` of this plan",
    ),
}


def names(kinds: tuple[Kind, ...]) -> tuple[str, str]:
    """What may be meant, in words: `văn bản hoặc kế hoạch`, `document or plan`."""
    return (
        " hoặc ".join(WORDS[kind][0] for kind in kinds),
        " or ".join(WORDS[kind][1] for kind in kinds),
    )


def remedy(survey: Survey, mention: Mention) -> tuple[str, str]:
    """What to do about an id that is unknown: the likely id first, then the other ways."""
    vi, en = _ELSE[mention.kinds[0]]
    likely = _likely(survey, mention)
    if likely is None:
        return vi, en
    return f"ý bạn là `{likely}`? Nếu không, {vi}", f"did you mean `{likely}`? Otherwise {en}"


def remedy_for_item(survey: Survey, plan: Plan, item: str) -> tuple[str, str]:
    """What to do about `plan#item` where the plan has no such item."""
    known = survey.items_of(plan)
    likely = _nearest(item, {identifier: identifier for identifier in known})
    if likely is None:
        return (
            f"viết mã có trong kế hoạch ấy, hoặc chỉ viết `{plan.id}`",
            f"write an id of that plan, or `{plan.id}` alone",
        )
    return f"ý bạn là `{plan.id}#{likely}`?", f"did you mean `{plan.id}#{likely}`?"


def _likely(survey: Survey, mention: Mention) -> str | None:
    written = mention.reference
    if mention.plan and "plan" in mention.kinds and written.id in survey.items_of(mention.plan):
        return f"{mention.plan.id}#{written.id}"
    words = dict(_words(survey, mention))
    found = _nearest(written.id, words)
    if found and written.place:
        return f"{found}@{written.place}"
    return found


def _nearest(identifier: str, words: dict[str, str]) -> str | None:
    close = difflib.get_close_matches(identifier, words, 1, 0.75)
    return words[close[0]] if close else None


def _words(survey: Survey, mention: Mention) -> Iterator[tuple[str, str]]:
    """Every id that may be meant, under its names as words, its former ids and itself."""
    for kind in mention.kinds:
        for entry in registered(survey.archive, kind):
            for name in names_of(entry):
                yield slug(name), entry.id
            for identifier in (*entry.former_ids, entry.id):
                yield identifier, entry.id
    if mention.plan:
        for item, kind in survey.items_of(mention.plan).items():
            if kind in mention.kinds:
                yield item, item
