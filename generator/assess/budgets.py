"""Whether the totals that a budget table states agree with the rows that break them down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple, get_args

from generator.assess.measures import exact
from generator.model.plan import Budget, BudgetRow, Section
from generator.model.vocabularies import BudgetStage
from generator.model.when import When

Column = Literal["fund", "kind", "period", "section", "task"]


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A stated total and the rows that break it down by one more column.

    `lacking` of the `rows` have no exact number; then nothing is added.  `added` is the sum of the
    rows, `difference` the total less that sum, each `None` where it cannot be told.
    """

    total: BudgetRow
    column: Column
    rows: tuple[BudgetRow, ...]
    lacking: int
    added: Decimal | None
    difference: Decimal | None


def breakdowns(budget: Budget, sections: Iterable[Section] = ()) -> tuple[Breakdown, ...]:
    """Every total of a table that other rows break down, in the order of the rows.

    A column left out is a total over it (model: budget).  A longer period or a section is broken
    down by the periods and sections inside it.  Stages are different numbers, never added; rows
    that state one cell twice are not added either.
    """
    parents = {each.id: each.parent.id for each in sections if each.parent}
    lines = [_Line(row, _cell(budget, row), row.stage or budget.stage) for row in budget.rows]
    groups: dict[_Key, list[_Line]] = {}
    for line in lines:
        for column in line.cell:
            rest = frozenset((name, value.written) for name, value in line.others(column))
            groups.setdefault((line.stage, column, rest), []).append(line)
    found = []
    for line in lines:
        own = frozenset((name, value.written) for name, value in line.cell.items())
        for column in _COLUMNS:
            if column not in line.cell:
                inside = groups.get((line.stage, column, own), [])
            elif column in _NESTED:
                rest = frozenset((name, value.written) for name, value in line.others(column))
                group = groups[line.stage, column, rest]
                inside = [each for each in group if _contains(line, each, column, parents)]
            else:
                continue
            added = _outermost(inside, column, parents)
            if added and not _says_twice(added, column):
                found.append(_breakdown(line.row, column, [each.row for each in added]))
    return tuple(found)


_COLUMNS: tuple[Column, ...] = get_args(Column)
_NESTED: frozenset[Column] = frozenset({"period", "section"})


class _Named(NamedTuple):
    """What stands in a column: its words, and the time or section that they mean."""

    written: str
    when: When | None = None


_Cell = dict[Column, _Named]
_Key = tuple[BudgetStage | None, Column, frozenset[tuple[Column, str]]]


class _Line(NamedTuple):
    """A row with the columns that it says of its own."""

    row: BudgetRow
    cell: _Cell
    stage: BudgetStage | None

    def others(self, column: Column) -> list[tuple[Column, _Named]]:
        """What stands in its other columns."""
        return [(name, value) for name, value in self.cell.items() if name != column]


def _cell(budget: Budget, row: BudgetRow) -> _Cell:
    """The columns that a row narrows down; what holds for the whole table narrows nothing."""
    cell: _Cell = {}
    if row.fund and row.fund != budget.fund:
        cell["fund"] = _Named(row.fund)
    if row.kind:
        cell["kind"] = _Named(row.kind)
    if row.period and row.period != budget.period:
        cell["period"] = _Named(row.period.written, row.period)
    if row.section:
        cell["section"] = _Named(row.section.written)
    if row.task:
        cell["task"] = _Named(row.task.written)
    return cell


def _contains(outer: _Line, inner: _Line, column: Column, parents: Mapping[str, str]) -> bool:
    one, other = outer.cell[column], inner.cell[column]
    if one.written == other.written:
        return False
    if column == "section":
        return one.written in _above(other.written, parents)
    return bool(one.when and other.when and _spans(one.when, other.when))


def _spans(outer: When, inner: When) -> bool:
    first, last, begins, ends = outer.earliest, outer.latest, inner.earliest, inner.latest
    if first is None or last is None or begins is None or ends is None:
        return False
    return first <= begins and ends <= last and (first, last) != (begins, ends)


def _above(section: str, parents: Mapping[str, str]) -> set[str]:
    found: set[str] = set()
    current = parents.get(section)
    while current and current not in found:
        found.add(current)
        current = parents.get(current)
    return found


def _outermost(lines: Sequence[_Line], column: Column, parents: Mapping[str, str]) -> list[_Line]:
    """The lines that lie in no other of them, so that nothing is added twice."""
    if column not in _NESTED:
        return list(lines)
    return [
        line
        for line in lines
        if not any(_contains(other, line, column, parents) for other in lines)
    ]


def _says_twice(lines: Sequence[_Line], column: Column) -> bool:
    return len({line.cell[column].written for line in lines}) < len(lines)


def _breakdown(total: BudgetRow, column: Column, rows: Sequence[BudgetRow]) -> Breakdown:
    amounts = [exact(row.amount) for row in rows]
    known = [amount for amount in amounts if amount is not None]
    whole, lacking = exact(total.amount), len(amounts) - len(known)
    added = sum(known, Decimal(0)) if not lacking else None
    difference = whole - added if whole is not None and added is not None else None
    return Breakdown(total, column, tuple(rows), lacking, added, difference)
