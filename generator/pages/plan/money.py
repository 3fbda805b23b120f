"""The rows of a table of money; a column that a row leaves out is a total over it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.plan import Budget, BudgetRow, Plan
from generator.model.when import When

COLUMNS = ("section", "task", "fund", "kind", "period", "stage")


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """One amount with what it is for; `None` in a column means: all of them together."""

    row: BudgetRow
    section: str | None
    task: str | None
    fund: str | None
    kind: str | None
    period: When | None
    stage: str | None

    def is_total(self, columns: tuple[str, ...]) -> bool:
        """Whether a used column is left out."""
        narrowing = (column for column in columns if column != "stage")
        return any(getattr(self, column) is None for column in narrowing)


def columns_of(budget: Budget) -> tuple[str, ...]:
    """The columns that at least one row fills."""
    return tuple(column for column in COLUMNS if any(getattr(row, column) for row in budget.rows))


def money_rows(plan: Plan, budget: Budget) -> tuple[MoneyRow, ...]:
    """The rows with the titles of the sections and tasks they name."""
    sections = {section.id: section.title for section in plan.sections}
    tasks = {task.id: task.title for task in plan.tasks}
    return tuple(
        MoneyRow(
            row,
            sections.get(row.section.id, row.section.written) if row.section else None,
            tasks.get(row.task.id, row.task.written) if row.task else None,
            row.fund,
            row.kind,
            row.period,
            row.stage or budget.stage,
        )
        for row in budget.rows
    )
