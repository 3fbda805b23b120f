"""What the fixed words of the format mean, for messages and for help while typing."""

from __future__ import annotations

from collections.abc import Iterable

from generator.text import words
from generator.text.words import Words

_LANGUAGE: Words = {"vi": ("tiếng Việt", "Vietnamese"), "en": ("tiếng Anh", "English")}
_COMPLETENESS: Words = {
    "full": ("đã nhập toàn văn", "the whole text is recorded"),
    "excerpt": ("mới nhập phần nguồn trích", "only what the source quotes is recorded"),
}
_STATUS: Words = {"draft": ("dự thảo", "draft")}
_REMOVED: Words = {
    "plan": ("kế hoạch, hoặc mục của kế hoạch", "a plan, or an item of one"),
    "place": ("địa phương", "place"),
    "agency": ("cơ quan", "body"),
    "document": ("văn bản", "document"),
    "indicator": ("chỉ tiêu dùng chung", "shared indicator"),
}
_AGENCY_KIND: Words = {"group": ("tập hợp nhiều cơ quan", "many bodies together")}

_TABLES: tuple[Words, ...] = (
    words.LEVEL,
    words.PLAN_KIND,
    words.DOCUMENT_KIND,
    words.MILESTONE_KIND,
    words.RELATION,
    words.LIFECYCLE,
    words.STAGE,
    words.BUDGET_STAGE,
    words.MODALITY,
    words.RESULT_KIND,
    words.DIRECTION,
    words.VERDICT,
    words.NOTE_KIND,
    _LANGUAGE,
    _COMPLETENESS,
    _STATUS,
    _AGENCY_KIND,
    _REMOVED,
)


def meanings(codes: Iterable[str]) -> Words:
    """What each of the words of a vocabulary means, in Vietnamese and English."""
    wanted = tuple(codes)
    for table in _TABLES:
        if all(code in table for code in wanted):
            return {code: table[code] for code in wanted}
    raise KeyError(wanted)
