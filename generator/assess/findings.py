"""Everything that follows on one day from all plans, worked out once and asked by every page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.assess.changes import Change, changes
from generator.assess.completeness import Announced, Completeness, announced, completeness
from generator.assess.lifecycle import Life, life
from generator.assess.timeliness import Standing, milestone_standing, task_standing
from generator.assess.verdicts import Assessment, assessments, headline
from generator.model.archive import Archive
from generator.model.plan import Plan
from generator.model.written_out import Row, every


@dataclass(frozen=True)
class Findings:
    """What is concluded as of a day; nothing of it is ever stored."""

    archive: Archive
    day: date

    @cached_property
    def tasks(self) -> dict[str, tuple[Standing, ...]]:
        """How each task of a plan stands, in the order of its tasks, by plan id."""
        return {
            plan.id: tuple(
                task_standing(task, self.day, self.archive.document) for task in plan.tasks
            )
            for plan in self.archive.plans
        }

    @cached_property
    def milestones(self) -> dict[str, tuple[Standing, ...]]:
        """How each milestone of a plan stands, in the order of its milestones, by plan id."""
        return {
            plan.id: tuple(milestone_standing(each, self.day) for each in plan.milestones)
            for plan in self.archive.plans
        }

    @cached_property
    def rows(self) -> dict[str, dict[str, tuple[Assessment, ...]]]:
        """The assessments of each indicator and part, by plan id and the row's path."""
        return {
            plan.id: {row.path: self._assessed(plan, row) for row in every(self.rows_of(plan))}
            for plan in self.archive.plans
        }

    @cached_property
    def lives(self) -> dict[str, Life]:
        """In which state each plan is, by plan id."""
        return {plan.id: life(self.archive, plan, self.day) for plan in self.archive.plans}

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What has changed up to the day, newest first."""
        return changes(self.archive, self.day)

    def rows_of(self, plan: Plan) -> tuple[Row, ...]:
        """The indicators of a plan, written out."""
        return self.archive.rows[plan.id]

    @cached_property
    def announced(self) -> dict[str, tuple[Announced, ...]]:
        """What each plan's document announces against what is entered, by plan id."""
        return {plan.id: tuple(announced(plan, self.rows_of(plan))) for plan in self.archive.plans}

    @cached_property
    def completeness(self) -> dict[str, Completeness]:
        """What is there of each plan and what is not, by plan id."""
        return {plan.id: completeness(self.archive, plan, self.day) for plan in self.archive.plans}

    def headline_of(self, plan: Plan, row: Row) -> Assessment | None:
        """The assessment that stands for a row where only one can be shown."""
        return headline(self.rows[plan.id][row.path], self.day)

    def verdicts(self, plan: Plan) -> Counter[str]:
        """How many indicators of a plan there are of each verdict; parts are not counted."""
        heads = (self.headline_of(plan, row) for row in self.rows_of(plan))
        return Counter(head.verdict if head else "no_data" for head in heads)

    def _assessed(self, plan: Plan, row: Row) -> tuple[Assessment, ...]:
        return assessments(plan, row, self.day, self.archive.document)
