"""What several rules look at, worked out once: every entry, every reference, every id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from generator.assess.verdicts import Assessment, assessments
from generator.check.kinds import Kind, Registered, registered
from generator.check.mentions import Mention, mentions_of
from generator.check.saying import Spot, entries, row_spot, top
from generator.model.archive import Archive
from generator.model.indicators import Indicator, Result, Target
from generator.model.plan import Plan
from generator.model.tasks import Report, Task
from generator.model.written_out import Row, every


@dataclass(frozen=True)
class Survey:
    """All that was loaded and the day, for the rules to look at."""

    archive: Archive
    day: date

    @cached_property
    def owners(self) -> tuple[Registered, ...]:
        """Every plan and every entry of the registers."""
        kinds: tuple[Kind, ...] = ("place", "agency", "document", "definition", "plan", "removal")
        return tuple(entry for kind in kinds for entry in registered(self.archive, kind))

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every reference of every plan and every entry of the registers."""
        return tuple(mention for owner in self.owners for mention in mentions_of(owner))

    @cached_property
    def kinds(self) -> dict[str, Kind]:
        """What each id of places, bodies, documents and plans is."""
        together: tuple[Kind, ...] = ("place", "agency", "document", "plan")
        return {
            entry.id: kind
            for kind in reversed(together)
            for entry in registered(self.archive, kind)
        }

    @cached_property
    def rows(self) -> tuple[tuple[Plan, Row, Spot], ...]:
        """The indicators and parts of every plan, written out."""
        return tuple(
            (plan, row, row_spot(row))
            for plan in self.archive.plans
            for row in every(self.archive.rows[plan.id])
        )

    @cached_property
    def targets(self) -> tuple[tuple[Plan, Row, Spot, Target], ...]:
        """The targets of every indicator and part, written out, without what was mistyped."""
        return tuple(
            (plan, row, where, target)
            for plan, row, spot in self.rows
            for where, target in entries(spot, "targets", row.targets)
            if not _is_mended(target, row.targets)
        )

    @cached_property
    def results(self) -> tuple[tuple[Plan, Row, Spot, Result], ...]:
        """The results of every indicator and part, written out."""
        return tuple(
            (plan, row, *found)
            for plan, row, spot in self.rows
            for found in entries(spot, "results", row.results)
        )

    @cached_property
    def tasks(self) -> tuple[tuple[Plan, Spot, Task], ...]:
        """The tasks of every plan."""
        return tuple(
            (plan, *found)
            for plan in self.archive.plans
            for found in entries(top(plan), "tasks", plan.tasks)
        )

    @cached_property
    def reports(self) -> tuple[tuple[Spot, Report], ...]:
        """The reports about every task, without what was mistyped."""
        return tuple(
            (where, report)
            for _, spot, task in self.tasks
            if task.reports
            for where, report in entries(spot, "reports", task.reports)
            if not _is_mended(report, task.reports)
        )

    @cached_property
    def judged(self) -> tuple[tuple[Row, Spot, tuple[Assessment, ...]], ...]:
        """What became by the day of the indicators and parts of which something was reported."""
        documents = self.archive.document
        return tuple(
            (row, spot, assessments(plan, row, self.day, documents))
            for plan, row, spot in self.rows
            if row.results or row.indicator.stated
        )

    def items_of(self, plan: Plan) -> dict[str, Kind]:
        """What each id inside a plan is; parts by their path and by their own id."""
        return self._items_by_file[plan.origin.mapping.file]

    @cached_property
    def _items_by_file(self) -> dict[str, dict[str, Kind]]:
        return {plan.origin.mapping.file: _items(plan) for plan in self.archive.plans}


def _is_mended(entry: Target | Report, versions: Sequence[Target | Report]) -> bool:
    """Whether the entry after it corrects it: then its mistake has been seen and stays on file."""
    return any(version is entry and follower.correction for version, follower in pairwise(versions))


def _items(plan: Plan) -> dict[str, Kind]:
    found: dict[str, Kind] = {}
    for path, part in _indicators(plan.indicators):
        found[path] = "indicator"
        found.setdefault(part.id, "indicator")
    found.update((each.id, "scorecard") for each in plan.scorecards if each.id)
    found.update((each.id, "milestone") for each in plan.milestones if each.id)
    found.update((each.id, "task") for each in plan.tasks)
    found.update((each.id, "section") for each in plan.sections)
    return found


def _indicators(
    indicators: Iterable[Indicator], above: str = ""
) -> Iterator[tuple[str, Indicator]]:
    for indicator in indicators:
        path = f"{above}{indicator.id}"
        yield path, indicator
        yield from _indicators(indicator.parts, f"{path}/")
