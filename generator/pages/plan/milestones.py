"""Milestones, the counts that reports state, and money."""

from __future__ import annotations

from markupsafe import Markup

from generator.assess.budgets import Breakdown, breakdowns
from generator.assess.scorecards import reconciliation
from generator.model.plan import Budget, Plan
from generator.pages.page import Page
from generator.pages.plan.money import MoneyRow, columns_of, money_rows

MOST_SQUARES = 200


def milestones(page: Page, plan: Plan) -> Markup:
    """The milestones in the order of the source."""
    if not plan.milestones:
        return Markup("")
    standings = page.telling.findings.milestones[plan.id]
    return page.fragment(
        "plan/milestones.html",
        plan=plan,
        milestones=tuple(zip(plan.milestones, standings, strict=True)),
    )


def scorecards(page: Page, plan: Plan) -> Markup:
    """Counts as a report states them, with the sentence that reconciles them."""
    if not plan.scorecards:
        return Markup("")
    rows = page.telling.findings.rows_of(plan)
    return page.fragment(
        "plan/scorecards.html",
        plan=plan,
        scorecards=tuple(
            (each, reconciliation(each, rows, plan.tasks)) for each in plan.scorecards
        ),
        most_squares=MOST_SQUARES,
    )


def budgets(page: Page, plan: Plan) -> Markup:
    """Each table of money with the differences between its printed totals and its rows."""
    if not plan.budget:
        return Markup("")
    return page.fragment(
        "plan/budgets.html",
        plan=plan,
        budgets=tuple(_budget(plan, each) for each in plan.budget),
    )


def _budget(
    plan: Plan, budget: Budget
) -> tuple[Budget, tuple[str, ...], tuple[MoneyRow, ...], tuple[Breakdown, ...]]:
    return (
        budget,
        columns_of(budget),
        money_rows(plan, budget),
        tuple(
            each
            for each in breakdowns(budget, plan.sections)
            if each.difference and len(each.rows) > 1
        ),
    )
