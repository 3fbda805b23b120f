"""How a promise was changed: a target eased or tightened, a deadline moved.

The rule (model: revision): consecutive versions are compared by the worst acceptable end, seen from
the good side.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.assess.days import NO_DOCUMENTS, Documents, said_on
from generator.assess.measures import Measure, are_comparable, measure, side, worst_acceptable
from generator.assess.versions import Turn, in_order, promised, turns
from generator.model.indicators import Target
from generator.model.references import Reference
from generator.model.tasks import Deadline, Task
from generator.model.vocabularies import Direction, Modality
from generator.model.when import When
from generator.model.written_out import Row

RevisionKind = Literal["eased", "tightened", "widened", "narrowed", "unchanged", "not_comparable"]
Width = Literal["widened", "narrowed"]


@dataclass(frozen=True, slots=True)
class TargetLine:
    """The target of one row for one period, set by one body in one modality, in all its versions.

    `versions` are in the order in which they were made; the last is in force.
    """

    period: When | None
    set_by: Reference | None
    modality: Modality | None
    versions: tuple[Target, ...]

    @property
    def in_force(self) -> Target:
        """The version that holds."""
        return self.versions[-1]

    @property
    def first(self) -> Target:
        """What was promised first, leaving out what we mistyped."""
        return promised(self.versions)[0] if len(self.versions) > 1 else self.versions[0]


@dataclass(frozen=True, slots=True)
class Revision:
    """One adjustment of a target.

    `kind` tells what happened to the worst acceptable end.  `width` adds whether the ends of a
    range moved apart or together, also where `kind` is eased or tightened: `9.5` → `8..10.5` is
    eased and widened.  `correction`: our mistake was mended, nobody adjusted anything.
    """

    kind: RevisionKind
    width: Width | None
    line: TargetLine
    before: Target
    after: Target
    on: When | None
    document: Reference | None
    reason: str | None
    correction: bool


@dataclass(frozen=True, slots=True)
class DeadlineRevision:
    """One move of a deadline; `days` are positive when it slipped, `None` if not computable."""

    before: Deadline
    after: Deadline
    days: int | None
    on: When | None
    document: Reference | None
    reason: str | None
    correction: bool


def target_lines(
    row: Row, documents: Documents = NO_DOCUMENTS, day: date | None = None
) -> tuple[TargetLine, ...]:
    """The targets of a row by period, body and modality, in the order of the file.

    With `day`, versions said later are left out; the first version counts on any day.
    """
    groups: dict[tuple[str, str, str], list[Target]] = {}
    for target in row.targets:
        period = target.period.written.replace(" ", "") if target.period else ""
        set_by = target.set_by.written if target.set_by else ""
        groups.setdefault((period, set_by, target.modality or ""), []).append(target)
    return tuple(_line(versions, documents, day) for versions in groups.values())


def good_side(row: Row, target: Target) -> Direction | None:
    """Where better lies on the indicator's own scale: direction, else the operator.

    `None` when neither tells or the two disagree.
    """
    found = side(row.direction, measure(target.value, row.unit, target.period))
    return None if found == "no_good_side" or found == "sides_disagree" else found


def revisions(
    row: Row, documents: Documents = NO_DOCUMENTS, day: date | None = None
) -> tuple[Revision, ...]:
    """Every adjustment of a row's targets, line by line."""
    if len(row.targets) < 2:
        return ()
    return tuple(
        _revision(row, line, turn, documents)
        for line in target_lines(row, documents, day)
        for turn in turns(line.versions)
    )


def deadline_revisions(
    task: Task, documents: Documents = NO_DOCUMENTS, day: date | None = None
) -> tuple[DeadlineRevision, ...]:
    """Every move of a task's deadline."""
    if len(task.due) < 2:
        return ()
    return tuple(
        DeadlineRevision(
            turn.before,
            turn.after,
            _days_moved(turn.before, turn.after),
            said_on(turn.occasion, documents),
            turn.occasion.document,
            turn.occasion.reason,
            turn.is_correction,
        )
        for turn in turns(in_order(task.due, documents, day))
    )


def _line(versions: list[Target], documents: Documents, day: date | None) -> TargetLine:
    first = versions[0]
    ordered = tuple(versions)
    if len(versions) > 1:
        ordered = in_order(versions, documents, day) or in_order(versions, documents)[:1]
    return TargetLine(first.period, first.set_by, first.modality, ordered)


def _revision(row: Row, line: TargetLine, turn: Turn[Target], documents: Documents) -> Revision:
    kind, width = comparison(row, turn.before, turn.after)
    return Revision(
        kind,
        width,
        line,
        turn.before,
        turn.after,
        said_on(turn.occasion, documents),
        turn.occasion.document,
        turn.occasion.reason,
        turn.is_correction,
    )


def comparison(row: Row, before: Target, after: Target) -> tuple[RevisionKind, Width | None]:
    """What happened to the worst acceptable end from one version to another, and to the width."""
    old = measure(before.value, row.unit, before.period)
    new = measure(after.value, row.unit, after.period)
    if old is None or new is None:
        same = before.value == after.value and before.said("value") == after.said("value")
        return ("unchanged" if same else "not_comparable"), None
    if not are_comparable(old, new):
        return "not_comparable", None
    if old == new:
        return "unchanged", None
    width = _width(old, new)
    good = _common_side(row, old, new)
    if good is None or good == "within":
        return width or "not_comparable", width
    worst, reached = worst_acceptable(old, good), worst_acceptable(new, good)
    if reached == worst:
        return width or "unchanged", width
    return ("eased" if reached < worst else "tightened"), width


def _common_side(row: Row, old: Measure, new: Measure) -> Direction | None:
    """The good side of both versions; where only one of them tells, that one."""
    one, other = side(row.direction, old), side(row.direction, new)
    found = other if one == "no_good_side" else one
    if other not in (found, "no_good_side"):
        return None
    return None if found == "no_good_side" or found == "sides_disagree" else found


def _width(old: Measure, new: Measure) -> Width | None:
    """Whether the ends moved apart or together; open ends don't count."""
    if not (old.is_closed and new.is_closed):
        return None
    if new.low <= old.low and new.high >= old.high and (new.low, new.high) != (old.low, old.high):
        return "widened"
    if new.low >= old.low and new.high <= old.high and (new.low, new.high) != (old.low, old.high):
        return "narrowed"
    return None


def _days_moved(before: Deadline, after: Deadline) -> int | None:
    old, new = (each.due.latest if each.due else None for each in (before, after))
    return (new - old).days if old and new else None
