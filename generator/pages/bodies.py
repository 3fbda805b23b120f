"""Which body has which part in which task or milestone, over all plans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.assess.findings import Findings
from generator.assess.timeliness import Standing
from generator.model.archive import LocalBody, document_place, local_body, plan_place
from generator.model.plan import Plan
from generator.model.references import Body, Reference
from generator.model.tasks import Milestone, Task
from generator.model.written_out import every

RoleKind = Literal["lead", "supporting", "deciding", "actor"]


@dataclass(frozen=True, slots=True)
class Role:
    """The part of a body in a task or milestone."""

    kind: RoleKind
    plan: Plan
    item: Task | Milestone
    standing: Standing
    share: str | None


def roles_of(findings: Findings) -> dict[str, list[Role]]:
    """The roles of each body, by the id of the body where it acts (`ubnd@lao-cai`)."""
    roles: dict[str, list[Role]] = {}
    for plan in findings.archive.plans:
        place = plan_place(plan)
        for kind, item, standing, listed in _parts(findings, plan):
            for each in listed:
                body = local_body(findings.archive, each.reference, place)
                if body:
                    role = Role(kind, plan, item, standing, each.share)
                    roles.setdefault(body.id, []).append(role)
    return roles


def _parts(
    findings: Findings, plan: Plan
) -> Iterator[tuple[RoleKind, Task | Milestone, Standing, tuple[Body, ...]]]:
    for task, standing in zip(plan.tasks, findings.tasks[plan.id], strict=True):
        yield "lead", task, standing, task.lead
        yield "supporting", task, standing, task.supporting
        yield "deciding", task, standing, task.deciding
    for milestone, standing in zip(plan.milestones, findings.milestones[plan.id], strict=True):
        yield "actor", milestone, standing, milestone.actors


def known_bodies(findings: Findings) -> tuple[LocalBody, ...]:
    """Every body that has a page: named by a plan or document, or registered as one body."""
    archive = findings.archive
    found: dict[str, LocalBody] = {}

    def meet(reference: Reference | None, place: str | None) -> None:
        body = local_body(archive, reference, place) if reference else None
        if body:
            found.setdefault(body.id, body)

    for agency in archive.agencies:
        if not agency.level:
            found.setdefault(agency.id, LocalBody(agency))
        for following in agency.succeeded_by:
            meet(following, None)
    for document in archive.documents:
        meet(document.issuer, document_place(archive, document))
    for plan in archive.plans:
        for reference in _named_in(findings, plan):
            meet(reference, plan_place(plan))
    return tuple(found.values())


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
