"""What an editor probably meant by an id that nothing has, and what to write instead of it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from generator.check.kinds import WORDS, Kind, names_of, registered
from generator.check.mentions import Mention
from generator.check.saying import Sentence
from generator.check.survey import Survey
from generator.model.plan import Plan
from generator.model.registers import Removal
from generator.text.folding import slug

_ELSE: dict[Kind, Sentence] = {
    "place": Sentence(
        "thêm vào `registers/places/`, hoặc viết tên như đã in, ví dụ `tỉnh Bắc Kạn`",
        "add it to `registers/places/`, or write the name as printed, e.g. `tỉnh Bắc Kạn`",
    ),
    "agency": Sentence(
        "thêm vào `registers/agencies/`, hoặc viết tên như đã in, ví dụ `Sở Tài chính`",
        "add it to `registers/agencies/`, or write the name as printed, e.g. `Sở Tài chính`",
    ),
    "document": Sentence(
        "thêm vào `registers/documents/`, hoặc viết tên như đã in, ví dụ `Nghị quyết 226/NQ-CP`",
        "add it to `registers/documents/`, or write the name as printed, e.g. "
        "`Nghị quyết 226/NQ-CP`",
    ),
    "definition": Sentence(
        "thêm vào `registers/indicators/`, hoặc bỏ `definition:`",
        "add it to `registers/indicators/`, or leave `definition:` out",
    ),
    "section": Sentence(
        "thêm vào `sections:` của kế hoạch này, ví dụ `- id: nhiem-vu`",
        "add it to the `sections:` of this plan, e.g. `- id: nhiem-vu`",
    ),
    "indicator": Sentence(
        "viết mã có ở `indicators:` hoặc `tasks:` của kế hoạch này",
        "write an id from the `indicators:` or `tasks:` of this plan",
    ),
    "task": Sentence(
        "viết mã có ở `tasks:` của kế hoạch này",
        "write an id from the `tasks:` of this plan",
    ),
}
"""What to do by the first kind that is expected, if no id comes near."""


def names(kinds: tuple[Kind, ...]) -> Sentence:
    """What may be meant, in words: `văn bản hoặc kế hoạch`, `document or plan`."""
    return Sentence(
        " hoặc ".join(WORDS[kind][0] for kind in kinds),
        " or ".join(WORDS[kind][1] for kind in kinds),
    )


def remedy(survey: Survey, mention: Mention) -> Sentence:
    """What to do about an id that is unknown: the likely id first, then the other ways."""
    otherwise = _ELSE[mention.kinds[0]]
    likely = _likely(survey, mention)
    if likely is None:
        return otherwise
    return Sentence(
        f"ý bạn là `{likely}`? Nếu không, {otherwise.vi}",
        f"did you mean `{likely}`? Otherwise {otherwise.en}",
    )


def remedy_for_item(survey: Survey, plan: Plan, item: str) -> Sentence:
    """What to do about `plan#item` where the plan has no such item."""
    likely = _nearest(item, {known: known for known in survey.items_of(plan)})
    if likely is None:
        return Sentence(
            f"viết mã có trong kế hoạch ấy, hoặc chỉ viết `{plan.id}`",
            f"write an id of that plan, or `{plan.id}` alone",
        )
    right = f"{plan.id}#{likely}"
    return Sentence(f"ý bạn là `{right}`?", f"did you mean `{right}`?")


def _likely(survey: Survey, mention: Mention) -> str | None:
    written, plan = mention.reference, mention.plan
    if plan and "plan" in mention.kinds and written.id in survey.items_of(plan):
        return f"{plan.id}#{written.id}"
    found = _nearest(written.id, dict(_words(survey, mention)))
    return f"{found}@{written.place}" if found and written.place else found


def _nearest(identifier: str, words: dict[str, str]) -> str | None:
    close = difflib.get_close_matches(identifier, words, 1, 0.75)
    return words[close[0]] if close else None


def _words(survey: Survey, mention: Mention) -> Iterator[tuple[str, str]]:
    """Every id that may be meant, under its names as words, its former ids and itself."""
    for kind in mention.kinds:
        for entry in registered(survey.archive, kind):
            for name in names_of(entry):
                yield slug(name), entry.id
            former = () if isinstance(entry, Removal) else entry.former_ids
            for identifier in (*former, entry.id):
                yield identifier, entry.id
    if mention.plan:
        for item, kind in survey.items_of(mention.plan).items():
            if kind in mention.kinds:
                yield item, item
