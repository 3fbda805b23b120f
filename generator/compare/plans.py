"""What has become of the plans and of everything in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.assess.days import Documents
from generator.compare.difference import Difference
from generator.compare.fields import edits, own_fields_changed
from generator.compare.pairing import by_id, by_what_they_say
from generator.compare.values import Sides, values_compared
from generator.compare.work import milestone_compared, task_compared
from generator.model.archive import Archive
from generator.model.base import Entry
from generator.model.indicators import Indicator
from generator.model.plan import Plan, Section
from generator.model.tasks import Milestone, Task
from generator.model.written_out import Row
from generator.problems import Position

_LISTS = ("sections", "indicators", "tasks", "milestones", "statements", "notes")
_TABLES = ("scorecards", "budget")
_VALUES = ("baseline", "targets", "results", "parts", "period", "set_by", "modality")

Item = Section | Indicator | Task | Milestone

NOUNS: dict[type[Entry], tuple[str, str]] = {
    Plan: ("kế hoạch", "plan"),
    Section: ("phần", "section"),
    Indicator: ("chỉ tiêu", "indicator"),
    Task: ("nhiệm vụ", "task"),
    Milestone: ("mốc", "milestone"),
}

_FIELDS: dict[type[Entry], str] = {
    Section: "sections",
    Indicator: "indicators",
    Task: "tasks",
    Milestone: "milestones",
}


def plans_compared(before: Archive, after: Archive) -> Iterator[Difference]:
    """Everything that has changed in the plans, plan by plan."""
    pairs = by_id(before.plans, after.plans)
    for plan in pairs.gone:
        yield _removed(plan.id, plan, plan.id, plan.origin.position)
    for plan in pairs.new:
        yield _new_plan(plan)
    for old, new in pairs.both:
        if old is not new:
            yield from _Comparison(before, after, old, new).differences()


class _Comparison:
    """One plan before and now."""

    def __init__(self, before: Archive, after: Archive, old: Plan, new: Plan) -> None:
        self.old, self.new = old, new
        self.old_rows, self.new_rows = before.rows[old.id], after.rows[new.id]
        self.documents: Documents = after.document

    def differences(self) -> Iterator[Difference]:
        """Everything that has changed in the plan."""
        yield from _entry_compared(self.new.id, self.old, self.new, *_LISTS, *_TABLES)
        yield from self._items(self.old.sections, self.new.sections)
        yield from self._rows(self.old_rows, self.new_rows)
        yield from self._items(self.old.tasks, self.new.tasks)
        yield from self._milestones()
        yield from self._unnamed()

    def _items(self, before: Sequence[Item], after: Sequence[Item]) -> Iterator[Difference]:
        pairs = by_id(before, after)
        for item in pairs.gone:
            yield _removed(self.new.id, item, item.id or "", self._at(item))
        for item in pairs.new:
            yield _added(self.new.id, item)
        for old, new in pairs.both:
            yield from _entry_compared(self.new.id, old, new, "due", "reports")
            if isinstance(old, Task) and isinstance(new, Task):
                yield from task_compared(self.new.id, old, new, self.documents)

    def _rows(self, before: tuple[Row, ...], after: tuple[Row, ...]) -> Iterator[Difference]:
        pairs = by_id([each.indicator for each in before], [each.indicator for each in after])
        old_rows = {id(each.indicator): each for each in before}
        new_rows = {id(each.indicator): each for each in after}
        for indicator in pairs.gone:
            path = old_rows[id(indicator)].path
            yield _removed(self.new.id, indicator, path, self._at(indicator))
        for indicator in pairs.new:
            yield _added(self.new.id, indicator)
        for old, new in pairs.both:
            old_row, new_row = old_rows[id(old)], new_rows[id(new)]
            yield from _entry_compared(self.new.id, old, new, *_VALUES)
            yield from values_compared(Sides(self.new.id, old_row, new_row, self.documents))
            yield from self._rows(old_row.parts, new_row.parts)

    def _milestones(self) -> Iterator[Difference]:
        named = by_id(
            [each for each in self.old.milestones if each.id],
            [each for each in self.new.milestones if each.id],
        )
        left = {id(each) for each in (*named.gone, *named.new)}
        pairs = by_what_they_say(
            [each for each in self.old.milestones if not each.id or id(each) in left],
            [each for each in self.new.milestones if not each.id or id(each) in left],
            repr,
            lambda each: each.title,
        )
        for milestone in pairs.gone:
            yield _removed(self.new.id, milestone, milestone.id or "", self._at(milestone))
        for milestone in pairs.new:
            yield _added(self.new.id, milestone)
        for old, new in named.both:
            yield from _renamed(self.new.id, old, new)
        for old, new in (*named.both, *pairs.both):
            yield from milestone_compared(self.new.id, old, new)

    def _at(self, item: Item) -> Position:
        """Where an item that is gone would stand now."""
        return self.new.origin.of(_FIELDS[type(item)])

    def _unnamed(self) -> Iterator[Difference]:
        """Statements, notes, counts of reports, money: what has no id."""
        for field in ("statements", "notes", *_TABLES):
            before, after = getattr(self.old, field), getattr(self.new, field)
            if before == after:
                continue
            pairs = by_what_they_say(before, after, repr)
            both = by_what_they_say(pairs.gone, pairs.new, lambda _: 0).both
            gone, new = len(pairs.gone) - len(both), len(pairs.new) - len(both)
            changed = sum(1 for old, now in both if old != now)
            vi = [f"{n} {w}" for n, w in ((new, "thêm"), (gone, "bỏ"), (changed, "sửa")) if n]
            en = [f"{n} {w}" for n, w in ((new, "new"), (gone, "gone"), (changed, "edited")) if n]
            if vi:
                first = next(iter(pairs.new), None)
                yield Difference(
                    "removed" if gone and field in _TABLES else "edited",
                    self.new.id,
                    (f"`{field}`", f"`{field}`"),
                    ", ".join(vi),
                    ", ".join(en),
                    first.origin.position if first else self.new.origin.of(field),
                )


def _entry_compared(
    plan: str, old: Entry, new: Entry, *told_elsewhere: str
) -> Iterator[Difference]:
    yield from _renamed(plan, old, new)
    fields = tuple(own_fields_changed(old, new, *told_elsewhere))
    if fields:
        vi, en = edits(old, new, fields)
        yield Difference("edited", plan, called(new), vi, en, new.origin.of(fields[0]))


def _renamed(plan: str, old: Entry, new: Entry) -> Iterator[Difference]:
    before, after = getattr(old, "id", None), getattr(new, "id", None)
    if before != after:
        yield Difference(
            "renamed",
            plan,
            called(new),
            f"mã `{before}` → `{after}`",
            f"id `{before}` → `{after}`",
            new.origin.of("id"),
        )


def _removed(plan: str, entry: Entry, path: str, position: Position) -> Difference:
    vi, en = NOUNS[type(entry)]
    return Difference(
        "removed",
        plan,
        called(entry),
        f"bỏ {vi}{f' `{path}`' if path else ''}",
        f"{en}{f' `{path}`' if path else ''} removed",
        position,
        before=path,
    )


def _added(plan: str, entry: Entry) -> Difference:
    vi, en = NOUNS[type(entry)]
    return Difference("added", plan, called(entry), f"{vi} mới", f"new {en}", entry.origin.position)


def _new_plan(plan: Plan) -> Difference:
    vi = f"kế hoạch mới: {len(plan.indicators)} chỉ tiêu, {len(plan.tasks)} nhiệm vụ, "
    en = f"new plan: {len(plan.indicators)} indicators, {len(plan.tasks)} tasks, "
    vi += f"{len(plan.milestones)} mốc"
    en += f"{len(plan.milestones)} milestones"
    return Difference("added", plan.id, called(plan), vi, en, plan.origin.position)


def called(entry: Entry) -> tuple[str, str]:
    """What an entry is called, in Vietnamese and English."""
    vi = (
        getattr(entry, "short_title", None)
        or getattr(entry, "title", None)
        or getattr(entry, "name", None)
        or getattr(entry, "number", None)
        or getattr(entry, "id", "")
    )
    translated = ("short_title_en", "title_en", "name_en")
    en = next((found for name in translated if (found := getattr(entry, name, None))), vi)
    return f"“{vi}”", f"“{en}”"
