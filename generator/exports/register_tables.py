"""The plans and the documents, one on a line, with how much each plan holds and how it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from generator import addresses
from generator.assess.findings import Findings
from generator.assess.timeliness import CELLS, cell_counts
from generator.exports.bodies import named
from generator.exports.tables import Cells, cell, time_cells
from generator.exports.written import names_written
from generator.model.archive import document_place, plan_place
from generator.model.plan import Declared, Plan
from generator.model.references import Reference
from generator.model.registers import Document
from generator.model.vocabularies import Verdict

_VERDICTS = get_args(Verdict)
_COUNTED = ("sections", "indicators", "tasks", "milestones")

PLANS_HEADER = (
    *("id", "title", "title_en", "short_title", "short_title_en", "kind", "kind_text"),
    *("document", "number", "issuer", "issuer_name", "place", "place_name"),
    *("period", "period_from", "period_to", "term", "lifecycle", "language", "completeness"),
    *(f"declared_{what}" for what in _COUNTED),
    *(f"recorded_{what}" for what in _COUNTED),
    "concluded_state",
    *(f"concluded_{verdict}" for verdict in _VERDICTS),
    *(f"concluded_{code}" for code in CELLS),
    *("source", "page", "json"),
)

_DOCUMENT_FIELDS = names_written(Document)
DOCUMENTS_HEADER = (*_DOCUMENT_FIELDS.values(), "issuer_name", "issued_from", "issued_to", "page")


def plan_rows(findings: Findings) -> Iterator[Cells]:
    """Every plan; the page is an address from the root of the site."""
    return (_plan(findings, plan) for plan in findings.archive.plans)


def document_rows(findings: Findings) -> Iterator[Cells]:
    """Every document with all that the register says of it."""
    archive = findings.archive
    for document in archive.documents:
        yield [
            *(cell(getattr(document, attribute)) for attribute in _DOCUMENT_FIELDS),
            _body_name(findings, document.issuer, document_place(archive, document)),
            *time_cells(document.issued)[1:],
            addresses.document_address(document.id),
        ]


def _plan(findings: Findings, plan: Plan) -> Cells:
    archive = findings.archive
    document = archive.document.get(plan.document.id) if plan.document else None
    place = archive.place.get(plan.place.id) if plan.place else None
    issuer = (document.issuer if document else None) or plan.issuer
    verdicts, page = findings.verdicts(plan), addresses.plan_address(plan.id)
    return [
        *(plan.id, plan.title, plan.title_en or "", plan.short_title or ""),
        *(plan.short_title_en or "", plan.kind, plan.kind_text or ""),
        *(cell(plan.document), (document and document.number) or "", cell(issuer)),
        _body_name(findings, issuer, plan_place(plan)),
        *(cell(plan.place), place.name if place else ""),
        *time_cells(plan.period),
        *(plan.term or "", plan.lifecycle or "", plan.language, plan.completeness or ""),
        *_counts(plan),
        findings.lives[plan.id].state,
        *(str(verdicts[verdict]) for verdict in _VERDICTS),
        *(str(count) for count in cell_counts(findings.tasks[plan.id]).values()),
        *(cell(plan.source), page, f"{page}{plan.id}.json"),
    ]


def _counts(plan: Plan) -> Cells:
    """What the document declares (nothing where it does not), then what is recorded here."""
    said = plan.declared or Declared()
    declared = (getattr(said, what) for what in _COUNTED)
    recorded = (len(getattr(plan, what)) for what in _COUNTED)
    return ["" if count is None else str(count) for count in (*declared, *recorded)]


def _body_name(findings: Findings, body: Reference | None, place_id: str | None) -> str:
    if body is None:
        return ""
    return named(findings.archive, body, place_id).name
