"""Milestones, the counts that reports state, and money."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.assess.budgets import Breakdown, breakdowns
from generator.assess.scorecards import reconciliation
from generator.assess.stated import KNOWN_WORDS, folded, stated_verdict
from generator.model.plan import Budget, Plan, Scorecard
from generator.pages import names
from generator.pages.page import Page
from generator.pages.plan.money import money_table
from generator.pages.plan.timetable import short_timetable
from generator.pages.sort_keys import alphabetic, by_day, by_gravity, sort_keys, unsorted

MOST_SQUARES = 200


def milestones(page: Page, plan: Plan) -> Markup:
    """The milestones in the order of the source."""
    if not plan.milestones:
        return Markup("")
    standings = page.telling.findings.milestones[plan.id]
    return page.fragment(
        "plan/milestones.html",
        plan=plan,
        keys=sort_keys(
            unsorted(plan.milestones),
            alphabetic(names.title(plan, each, page.telling.language) for each in plan.milestones),
            unsorted(plan.milestones),
            by_day(each.when.earliest if each.when else None for each in plan.milestones),
            by_day(each.latest for each in standings),
            by_gravity("timeliness", (each.timeliness for each in standings)),
        ),
        milestones=tuple(zip(plan.milestones, standings, strict=True)),
        timetable=short_timetable(page, plan),
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
            (each, reconciliation(each, rows, plan.tasks), _judged(plan, each))
            for each in plan.scorecards
        ),
        most_squares=MOST_SQUARES,
    )


@dataclass(frozen=True, slots=True)
class Judged:
    """How many of a scorecard's counts mean met and missed, by the words that are known."""

    good: int
    bad: int
    words: frozenset[str]

    @property
    def are_known(self) -> bool:
        """Whether any of its words is known, so that squares tell something."""
        return bool(self.good or self.bad)


def _judged(plan: Plan, card: Scorecard) -> Judged:
    """By the plan's words, else the known ones; "đạt và vượt mức …" begins with a known one."""
    verdicts = {word: _verdict(plan, word) for word in card.counts}
    good = sum(card.counts[word] for word, each in verdicts.items() if each in _GOOD)
    bad = sum(card.counts[word] for word, each in verdicts.items() if each in _BAD)
    missed = frozenset(word for word, each in verdicts.items() if each in _BAD)
    return Judged(good, bad, missed)


_GOOD = ("achieved", "exceeded")
_BAD = ("not_achieved", "nearly")


def _verdict(plan: Plan, word: str) -> str | None:
    if known := stated_verdict(plan, word):
        return known
    sought = folded(word)
    starts = (each for each in _LONGEST_FIRST if sought.startswith(f"{each} "))
    return next((KNOWN_WORDS[each] for each in starts), None)


_LONGEST_FIRST = sorted(KNOWN_WORDS, key=len, reverse=True)


def budgets(page: Page, plan: Plan) -> Markup:
    """Each table of money with the differences between its printed totals and its rows."""
    if not plan.budget:
        return Markup("")
    return page.fragment(
        "plan/budgets.html",
        plan=plan,
        budgets=tuple(
            (money_table(plan, each, page.telling.language), _differences(plan, each))
            for each in plan.budget
        ),
    )


def _differences(plan: Plan, budget: Budget) -> tuple[Breakdown, ...]:
    """Totals that two or more rows break down into another sum."""
    return tuple(
        each for each in breakdowns(budget, plan.sections) if each.difference and len(each.rows) > 1
    )
