"""The page of a document: what it is, who issued it, and which plans rest on it."""

from __future__ import annotations

from collections.abc import Iterable

from generator import addresses
from generator.model.indicators import Target
from generator.model.plan import Plan
from generator.model.registers import Document
from generator.model.sources import Sourced
from generator.model.tasks import Deadline, Deliverable, Report, Task
from generator.model.written_out import Row, every
from generator.pages import names
from generator.pages.corrections import corrections
from generator.pages.page import Page, Telling
from generator.pages.plan.documents import related
from generator.pages.source_list import source_list


def document_page(telling: Telling, document: Document, citing: list[Plan]) -> tuple[str, str]:
    """The path and text of a document's page; `citing` are the plans that name it as a source."""
    page = Page(telling, addresses.document_address(document.id))
    facts = page.fragment(
        "document.html",
        document=document,
        plan=telling.archive.plan_of_document.get(document.id),
        related=related(page, document.id),
        citing=citing,
        setting=_setting(telling, document),
    )
    return page.markdown(
        "document.md",
        name=names.document_name(document, telling.language),
        facts=facts,
        corrections=corrections(page, document.origin.position),
        sources=source_list(page),
    )


def plans_by_source(telling: Telling) -> dict[str, list[Plan]]:
    """Which plans cite a document as the source of something, by document id."""
    found: dict[str, list[Plan]] = {}
    for plan in telling.archive.plans:
        cited = {
            citation.document.id
            for entry in _sourced(plan)
            for citation in entry.source
            if not citation.document.is_name
        }
        for identifier in sorted(cited):
            found.setdefault(identifier, []).append(plan)
    return found


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


def _setting(telling: Telling, document: Document) -> list[tuple[Plan, Row | None, Task | None]]:
    """The targets, deadlines and deliverables that this document sets, changes or is."""
    found: list[tuple[Plan, Row | None, Task | None]] = []
    for plan in telling.archive.plans:
        found.extend(
            (plan, row, None)
            for row in every(telling.findings.rows_of(plan))
            if document.id in _documents(row.targets)
        )
        found.extend(
            (plan, None, task)
            for task in plan.tasks
            if document.id in _documents((*task.due, *task.reports, *task.deliverables))
        )
    return found


def _documents(entries: Iterable[Target | Deadline | Report | Deliverable]) -> set[str]:
    return {each.document.id for each in entries if each.document}
