"""A table of money as people read it: what for down the side, the periods across the top."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.plan import Budget, BudgetRow, Plan, Section
from generator.model.references import Reference
from generator.model.tasks import Task
from generator.model.when import When
from generator.pages.names import Name, title
from generator.text.words import BUDGET_STAGE, Language, word


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """The amounts for one thing, one for each period of the table; `None` where none is printed.

    `parts` say what for, the widest first; a line without parts is the total of the table.
    """

    parts: tuple[Name, ...]
    amounts: tuple[BudgetRow | None, ...]

    @property
    def rows(self) -> tuple[BudgetRow, ...]:
        """The rows that the line is made of."""
        return tuple(row for row in self.amounts if row)


@dataclass(frozen=True, slots=True)
class MoneyTable:
    """A table of money: its periods (`None`: all of them together) and its lines."""

    budget: Budget
    periods: tuple[When | None, ...]
    lines: tuple[MoneyLine, ...]


def money_table(plan: Plan, budget: Budget, language: Language) -> MoneyTable:
    """The rows of a budget by what they are for and by period, in the order of the source.

    A column that a row leaves out is a total over it.  Two rows for the same thing and period
    stand below each other.
    """
    periods = _periods(budget)
    lines: list[tuple[tuple[Name, ...], list[BudgetRow | None]]] = []
    for row in budget.rows:
        parts, place = _parts(plan, budget, row, language), periods.index(row.period)
        line = next((each for key, each in lines if key == parts and each[place] is None), None)
        if line is None:
            line = [None] * len(periods)
            lines.append((parts, line))
        line[place] = row
    return MoneyTable(
        budget, periods, tuple(MoneyLine(parts, tuple(line)) for parts, line in lines)
    )


def _periods(budget: Budget) -> tuple[When | None, ...]:
    """All together first, then the periods in their order."""
    found = {row.period.written: row.period for row in budget.rows if row.period}
    ordered = sorted(found.values(), key=lambda period: period.sort_key)
    has_whole = any(row.period is None for row in budget.rows)
    return (*((None,) if has_whole else ()), *ordered)


def _parts(plan: Plan, budget: Budget, row: BudgetRow, language: Language) -> tuple[Name, ...]:
    """What a row is for: section, task, fund, kind, and a stage of its own."""
    named = [
        _item(plan, plan.sections, row.section, language),
        _item(plan, plan.tasks, row.task, language),
        *(Name(words, plan.language) for words in (row.fund, row.kind) if words),
    ]
    if row.stage and row.stage != budget.stage:
        named.append(Name(word(BUDGET_STAGE, row.stage, language), language))
    return tuple(each for each in named if each)


def _item(
    plan: Plan, items: Iterable[Task | Section], reference: Reference | None, language: Language
) -> Name | None:
    """A section or task by its title; a printed name stays text."""
    if reference is None:
        return None
    item = next((each for each in items if each.id == reference.id), None)
    return title(plan, item, language) if item else Name(reference.written, plan.language)
