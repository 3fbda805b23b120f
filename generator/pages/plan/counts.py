"""How many tasks and milestones stand in each official cell, and what is due next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.assess.completeness import Announced, Counted
from generator.assess.findings import Findings
from generator.assess.timeliness import Standing
from generator.model.plan import Plan, Section
from generator.model.tasks import Milestone, Task

CELLS = ("on_time", "late", "in_time", "overdue", "overdue_unreported")
BESIDE = ("ongoing", "no_deadline", "in_words", "done_day_unknown", "stopped")


@dataclass(frozen=True, slots=True)
class Counts:
    """Tasks by timeliness: `cells` lie in the four official cells, `beside` outside them."""

    total: int
    by_code: Counter[str]

    @property
    def cells(self) -> tuple[tuple[str, int], ...]:
        """The official cells with their counts, the fourth in two: reported and not reported."""
        return tuple((code, self.by_code[code]) for code in CELLS if self.by_code[code])

    @property
    def beside(self) -> tuple[tuple[str, int], ...]:
        """What lies outside the cells, with counts."""
        return tuple((code, self.by_code[code]) for code in BESIDE if self.by_code[code])

    @property
    def with_deadline(self) -> int:
        """How many lie in the cells."""
        return sum(number for _, number in self.cells)

    @property
    def overdue(self) -> int:
        """How many are past their deadline and not completed."""
        return self.by_code["overdue"] + self.by_code["overdue_unreported"]

    @property
    def unreported(self) -> int:
        """How many of the overdue ones nobody has reported on."""
        return self.by_code["overdue_unreported"]


@dataclass(frozen=True, slots=True)
class PlanCounts:
    """The counts of a plan's tasks, its milestones, and both together."""

    tasks: Counts
    milestones: Counts

    @property
    def all(self) -> Counts:
        """Tasks and milestones together."""
        return Counts(
            self.tasks.total + self.milestones.total,
            self.tasks.by_code + self.milestones.by_code,
        )


def counts(findings: Findings, plan: Plan) -> PlanCounts:
    """The counts of a plan."""
    return PlanCounts(counted(findings.tasks[plan.id]), counted(findings.milestones[plan.id]))


def added(several: Iterable[Counts]) -> Counts:
    """The counts of several plans together."""
    total, codes = 0, Counter[str]()
    for each in several:
        total += each.total
        codes += each.by_code
    return Counts(total, codes)


def announced_in(
    findings: Findings, plan: Plan, section: Section | None, what: Counted
) -> Announced | None:
    """What the document announces for a section, or for the plan as a whole."""
    return next(
        (
            each
            for each in findings.announced[plan.id]
            if each.section is section and each.what == what
        ),
        None,
    )


def announced_first(findings: Findings, plan: Plan, what: Counted) -> tuple[Announced, ...]:
    """What is announced for the plan; where nothing is, for its outermost sections."""
    whole = announced_in(findings, plan, None, what)
    if whole:
        return (whole,)
    return tuple(
        each
        for each in findings.announced[plan.id]
        if each.what == what and each.section and not each.section.parent
    )


def next_due(findings: Findings, plan: Plan) -> tuple[tuple[Task | Milestone, Standing], ...]:
    """The items whose deadline comes next, all of that day; empty when none is ahead."""
    ahead = sorted(
        (
            (standing.latest, item, standing)
            for item, standing in dated(findings, plan)
            if standing.latest and standing.timeliness == "in_time"
        ),
        key=lambda each: each[0],
    )
    return tuple((item, standing) for day, item, standing in ahead if day == ahead[0][0])


def dated(findings: Findings, plan: Plan) -> tuple[tuple[Task | Milestone, Standing], ...]:
    """Every task and milestone of a plan with how it stands."""
    tasks = zip(plan.tasks, findings.tasks[plan.id], strict=True)
    milestones = zip(plan.milestones, findings.milestones[plan.id], strict=True)
    return (*tasks, *milestones)


def counted(standings: Iterable[Standing]) -> Counts:
    """The counts of some standings."""
    codes: Counter[str] = Counter(standing.timeliness for standing in standings)
    return Counts(codes.total(), codes)
