"""The kinds of things that have an id, and every name by which a thing is called in print."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from generator.model.archive import Archive
from generator.model.plan import Plan
from generator.model.registers import Agency, Definition, Document, Place, Removal
from generator.text.folding import fold

Kind = Literal[
    "place",
    "agency",
    "document",
    "plan",
    "definition",
    "section",
    "indicator",
    "task",
    "milestone",
    "scorecard",
    "removal",
]

WORDS: dict[Kind, tuple[str, str]] = {
    "place": ("địa phương", "place"),
    "agency": ("cơ quan", "body"),
    "document": ("văn bản", "document"),
    "plan": ("kế hoạch", "plan"),
    "definition": ("chỉ tiêu dùng chung", "shared indicator"),
    "section": ("phần", "section"),
    "indicator": ("chỉ tiêu", "indicator"),
    "task": ("nhiệm vụ", "task"),
    "milestone": ("mốc", "milestone"),
    "scorecard": ("bảng đếm", "scorecard"),
    "removal": ("mục đã gỡ", "removal"),
}
"""What each kind is called, in Vietnamese and English."""

Registered = Place | Agency | Document | Definition | Plan | Removal

folded = lru_cache(maxsize=65536)(fold)
"""Words without tones and capitals; the same names come back in plan after plan."""

_LEVELS_OF_TWO_WORDS = ("thanh pho", "thi xa", "thi tran", "dac khu")


def registered(archive: Archive, kind: Kind) -> tuple[Registered, ...]:
    """The entries of a register, or the plans; items of plans stand in no register."""
    registers: dict[Kind, tuple[Registered, ...]] = {
        "place": archive.places,
        "agency": archive.agencies,
        "document": archive.documents,
        "definition": archive.definitions,
        "plan": archive.plans,
        "removal": archive.removals,
    }
    return registers.get(kind, ())


def names_of(entry: Registered) -> Iterator[str]:
    """The names under which an entry may be met in print."""
    if isinstance(entry, Removal):
        return
    if isinstance(entry, Document):
        found = (entry.title, entry.number)
    elif isinstance(entry, Plan):
        found = (entry.title, entry.short_title)
    elif isinstance(entry, Agency):
        found = (entry.name, entry.short)
    elif isinstance(entry, Place):
        found = (entry.name, _without_level(entry.name))
    else:
        found = (entry.name, None)
    yield from (name for name in found if name)


def level_word(name: str) -> str:
    """The folded word for its level that a place's name begins with: `tinh`, `thanh pho`."""
    plain = folded(name)
    two = next((words for words in _LEVELS_OF_TWO_WORDS if plain.startswith(f"{words} ")), None)
    return two or plain.partition(" ")[0]


def _without_level(name: str) -> str | None:
    """`Bắc Kạn` of `tỉnh Bắc Kạn`; nothing of `Việt Nam`, which has no word for its level."""
    words = name.split(" ")[level_word(name).count(" ") + 1 :]
    return " ".join(words) if words and name[:1].islower() else None
