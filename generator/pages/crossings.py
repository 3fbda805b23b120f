"""Who and what is named where, worked out once for all pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeVar

from generator.assess.findings import Findings
from generator.assess.timeliness import Standing
from generator.model.archive import LocalBody, document_place, local_body, plan_place
from generator.model.indicators import Target
from generator.model.plan import Plan
from generator.model.references import Body, Reference
from generator.model.registers import Document, Place
from generator.model.sources import Sourced
from generator.model.tasks import Deadline, Deliverable, Milestone, Report, Task
from generator.model.written_out import Row, every

RoleKind = Literal["lead", "supporting", "deciding", "actor"]
Mention = tuple[Plan, Row | None, Task | None]
"""A plan with the row or the task that names something."""


@dataclass(frozen=True, slots=True)
class Role:
    """The part of a body in a task or milestone."""

    kind: RoleKind
    plan: Plan
    item: Task | Milestone
    standing: Standing
    share: str | None


@dataclass(frozen=True)
class Crossings:
    """The other ends of what plans and documents name, each a dictionary by id."""

    findings: Findings

    @cached_property
    def roles(self) -> dict[str, list[Role]]:
        """The roles of each body, by the id of the body where it acts (`ubnd@lao-cai`)."""
        return _grouped(
            (body.id, Role(kind, plan, item, standing, each.share))
            for plan in self.findings.archive.plans
            for kind, item, standing, listed in _parts(self.findings, plan)
            for each in listed
            if (body := local_body(self.findings.archive, each.reference, plan_place(plan)))
        )

    @cached_property
    def bodies(self) -> tuple[LocalBody, ...]:
        """Every body that has a page: named by a plan or document, or registered as one body."""
        archive = self.findings.archive
        found = {agency.id: LocalBody(agency) for agency in archive.agencies if not agency.level}
        named = [
            *((each, None) for agency in archive.agencies for each in agency.succeeded_by),
            *(
                (document.issuer, document_place(archive, document))
                for document in archive.documents
            ),
        ]
        for plan in archive.plans:
            references = dict.fromkeys(_named_in(self.findings, plan))
            named.extend((each, plan_place(plan)) for each in references)
        for reference, place in named:
            if reference and (body := local_body(archive, reference, place)):
                found.setdefault(body.id, body)
        return tuple(found.values())

    @cached_property
    def bodies_of(self) -> dict[str, list[LocalBody]]:
        """The bodies that act in a place, by place id."""
        return _grouped((body.place.id, body) for body in self.bodies if body.place)

    @cached_property
    def issued_by(self) -> dict[str, list[Document]]:
        """The documents that a body has issued, by the id of the body where it acts."""
        archive = self.findings.archive
        return _grouped(
            (body.id, document)
            for document in archive.documents
            if document.issuer
            and (body := local_body(archive, document.issuer, document_place(archive, document)))
        )

    @cached_property
    def citing(self) -> dict[str, list[Plan]]:
        """The plans that name a document as the source of something, by document id."""
        return _grouped(
            (identifier, plan)
            for plan in self.findings.archive.plans
            for identifier in dict.fromkeys(
                citation.document.id for entry in _sourced(plan) for citation in entry.source
            )
        )

    @cached_property
    def set_by(self) -> dict[str, list[Mention]]:
        """What a document sets or changes (targets, deadlines) or is (deliverables), by its id."""
        return _grouped(
            (identifier, mention)
            for mention in self._mentions()
            for identifier in _documents(mention)
        )

    @cached_property
    def naming(self) -> dict[str, list[Mention]]:
        """The indicators and tasks that name a place, by place id."""
        return _grouped(
            (place.id, (plan, row, task))
            for plan, row, task in self._mentions()
            for place in _places(row, task)
        )

    @cached_property
    def inside(self) -> dict[str, list[Place]]:
        """The places that lie in a place, by its id."""
        places = self.findings.archive.places
        return _grouped((place.parent.id, place) for place in places if place.parent)

    @cached_property
    def plans_of(self) -> dict[str, list[Plan]]:
        """The plans of a place, by place id."""
        plans = self.findings.archive.plans
        return _grouped((plan.place.id, plan) for plan in plans if plan.place)

    @cached_property
    def uses(self) -> dict[str, list[tuple[Plan, Row]]]:
        """The indicators that follow a shared definition, by its id."""
        return _grouped(
            (row.indicator.definition.id, (plan, row))
            for plan in self.findings.archive.plans
            for row in every(self.findings.rows_of(plan))
            if row.indicator.definition
        )

    def _mentions(self) -> Iterator[Mention]:
        for plan in self.findings.archive.plans:
            for row in every(self.findings.rows_of(plan)):
                yield plan, row, None
            for task in plan.tasks:
                yield plan, None, task


Thing = TypeVar("Thing")


def _grouped(pairs: Iterable[tuple[str, Thing]]) -> dict[str, list[Thing]]:
    groups: dict[str, list[Thing]] = {}
    for key, thing in pairs:
        groups.setdefault(key, []).append(thing)
    return groups


def _parts(
    findings: Findings, plan: Plan
) -> Iterator[tuple[RoleKind, Task | Milestone, Standing, tuple[Body, ...]]]:
    for task, standing in zip(plan.tasks, findings.tasks[plan.id], strict=True):
        yield "lead", task, standing, task.lead
        yield "supporting", task, standing, task.supporting
        yield "deciding", task, standing, task.deciding
    for milestone, standing in zip(plan.milestones, findings.milestones[plan.id], strict=True):
        yield "actor", milestone, standing, milestone.actors


def _named_in(findings: Findings, plan: Plan) -> Iterator[Reference | None]:
    """Every reference of a plan that may name a body."""
    yield from (plan.issuer, plan.set_by)
    document = findings.archive.document.get(plan.document.id) if plan.document else None
    yield document.issuer if document else None
    yield from (body.reference for body in plan.focal)
    for _, _, _, listed in _parts(findings, plan):
        yield from (body.reference for body in listed)
    for section in plan.sections:
        yield section.set_by
    for row in every(findings.rows_of(plan)):
        yield from (body.reference for body in row.indicator.lead)
        yield from (target.set_by for target in row.targets)
        yield from (result.reporter for result in row.results)
    for card in plan.scorecards:
        yield from (card.set_by, card.reporter)


def _sourced(plan: Plan) -> list[Sourced]:
    """Everything in a plan that may name a source of its own."""
    found: list[Sourced] = [plan, *plan.sections, *plan.milestones, *plan.statements, *plan.notes]
    pending = list(plan.indicators)
    while pending:
        indicator = pending.pop()
        pending.extend(indicator.parts)
        found += [indicator, *indicator.baseline, *indicator.targets, *indicator.results]
    for task in plan.tasks:
        found += [task, *task.due, *task.steps, *task.reports]
    for budget in plan.budget:
        found += [budget, *budget.rows]
    return [*found, *plan.scorecards]


def _documents(mention: Mention) -> set[str]:
    _, row, task = mention
    entries: list[Target | Deadline | Report | Deliverable] = [*row.targets] if row else []
    if task:
        entries += [*task.due, *task.reports, *task.deliverables]
    return {each.document.id for each in entries if each.document}


def _places(row: Row | None, task: Task | None) -> tuple[Reference, ...]:
    if row:
        return (row.indicator.place,) if row.indicator.place else ()
    return task.places if task else ()
