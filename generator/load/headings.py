"""Entries that ended up under the heading above them, because their own heading is missing."""

from __future__ import annotations

from generator.model.base import Entry
from generator.model.indicators import Indicator
from generator.model.nodes import Mapping, Sequence
from generator.model.plan import Section
from generator.model.refusal import Message
from generator.model.tasks import Milestone, Task
from generator.problems import Position, Problem

_LISTS: dict[str, type[Entry]] = {
    "sections": Section,
    "indicators": Indicator,
    "tasks": Task,
    "milestones": Milestone,
}
_WORDS = {
    "sections": ("phần", "sections"),
    "indicators": ("chỉ tiêu", "indicators"),
    "tasks": ("nhiệm vụ", "tasks"),
    "milestones": ("mốc", "milestones"),
}


def without_heading(plan: Mapping) -> list[Problem]:
    """Says where a heading such as `tasks:` is missing, and puts the entries below it where they
    belong, so that nothing else is said of them."""
    problems = []
    for name, kind in _LISTS.items():
        entries = plan.get(name)
        if not isinstance(entries, Sequence):
            continue
        for number, entry in enumerate(entries):
            other = _other_list(entry, kind, plan) if number else ""
            if not other or not isinstance(entry, Mapping):
                continue
            moved = Sequence(entry.line, entry.column)
            moved.extend(entries[number:])
            del entries[number:]
            plan[other] = moved
            place = Position(plan.file, entry.line, max(entry.column - 2, 1))
            problems.append(
                Problem(place, "lists-have-their-heading", *_missing(name, other), name)
            )
            break
    return problems


def _other_list(entry: object, kind: type[Entry], plan: Mapping) -> str:
    """The list of a plan that an entry belongs to, if it is another and is not there."""
    if not isinstance(entry, Mapping) or len(entry) < _TELLING:
        return ""
    strange = [name for name in entry if not _has(kind, name)]
    if len(strange) < _STRANGE:
        return ""
    fitting = [
        name
        for name, other in _LISTS.items()
        if name not in plan and all(_has(other, field) for field in entry)
    ]
    return fitting[0] if fitting else ""


_TELLING, _STRANGE = 3, 1


def _has(kind: type[Entry], name: str) -> bool:
    fields = kind.fields_written()
    return name in fields or name.removesuffix("_text") in fields


def _missing(above: str, name: str) -> Message:
    (vi, en), (above_vi, above_en) = _WORDS[name], _WORDS[above]
    return Message(
        f"từ đây là {vi}, nhưng đứng dưới `{above}:` ({above_vi}): thêm dòng `{name}:` ở trên mục "
        "này",
        f"from here on these are {en}, but they stand below `{above}:` ({above_en}): add the line "
        f"`{name}:` above this entry",
    )
