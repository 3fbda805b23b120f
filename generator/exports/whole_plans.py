"""A plan as JSON: what its authors said, and apart from it what follows from that on the day.

Under `said` stands every field of the plan file.  What a row leaves to its section, plan or shared
indicator is written out; `inherited` names those fields.  Under `concluded` stands what the program
works out.  `times` tells the first and last day of every time said, `refers_to` who and what is
meant by the ids.
"""

from __future__ import annotations

import json

from generator import addresses
from generator.assess.findings import Findings
from generator.exports.concluded import concluded
from generator.exports.written import Plain, Writing, span
from generator.model.archive import Archive, local_body, plan_place
from generator.model.indicators import Value
from generator.model.plan import Plan, Section
from generator.model.references import Reference
from generator.model.sources import Sourced
from generator.model.written_out import Row, Sourcing, sourcing_of

FORMAT = "cong-khai-ke-hoach"
VERSION = "1.0"
"""Of the JSON files: the first number grows when a reader of them must change something."""

LICENCE: dict[str, Plain] = {
    "id": "CC-BY-4.0",
    "url": "https://creativecommons.org/licenses/by/4.0/",
    "attribution": "Công khai kế hoạch",
}

# A line for each field: short lines at the speed of the plain encoder.
_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",\n", ":")).encode


def plan_json(findings: Findings, plan: Plan, file: str) -> str:
    """Everything said and concluded of a plan; `file` is where editors write it."""
    writing = Writing()
    rows = findings.rows_of(plan)
    told: dict[str, Plain] = {
        **_head(findings),
        "page": addresses.plan_address(plan.id),
        "file": file,
        "said": _said(writing, plan, rows),
        "concluded": concluded(findings, plan, rows),
    }
    told["times"] = {written: span(when) for written, when in sorted(writing.times.items())}
    told["refers_to"] = _meant(findings.archive, plan, writing)
    return _encoded(told) + "\n"


def index_json(findings: Findings) -> str:
    """Every plan with the address of its JSON, from the root of the site."""
    plans: list[Plain] = [
        {
            "id": plan.id,
            "title": plan.title,
            "state": findings.lives[plan.id].state,
            "page": addresses.plan_address(plan.id),
            "json": f"{addresses.plan_address(plan.id)}{plan.id}.json",
        }
        for plan in findings.archive.plans
    ]
    return _encoded({**_head(findings), "plans": plans}) + "\n"


def _head(findings: Findings) -> dict[str, Plain]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "licence": LICENCE,
        "as_of": findings.day.isoformat(),
    }


def _said(writing: Writing, plan: Plan, rows: tuple[Row, ...]) -> dict[str, Plain]:
    """The fields of a plan; the entries of its lists with the source that they leave to others."""
    sections = {section.id: section for section in plan.sections}
    listed = [
        name
        for name, value in plan.__dict__.items()
        if isinstance(value, tuple) and value and isinstance(value[0], Sourced) and name != "source"
    ]
    told = writing.said(plan, *listed)
    for name in listed:
        if name == "indicators":
            told[name] = [_indicator(writing, row) for row in rows]
        else:
            told[name] = [_entry(writing, plan, sections, each) for each in getattr(plan, name)]
    return told


def _entry(
    writing: Writing, plan: Plan, sections: dict[str, Section], entry: Sourced
) -> dict[str, Plain]:
    section: Reference | None = getattr(entry, "section", None)
    told = writing.said(entry)
    if not entry.source:
        sourcing = sourcing_of(plan, sections.get(section.id) if section else None, entry)
        _inherit(told, _common_source(writing, sourcing))
    return told


def _indicator(writing: Writing, row: Row) -> dict[str, Plain]:
    own = row.indicator
    told = writing.said(own, "baseline", "targets", "results", "parts")
    taken = {name: getattr(row, name) for name in _TAKEN if getattr(own, name) is None}
    if row.section and own.section is None:
        taken["section"] = row.section.id
    inherited = {name: writing.plain(value) for name, value in taken.items() if value is not None}
    source = [writing.plain(each) for each in row.sourcing.citations]
    if source and not own.source:
        inherited["source"] = source
    _inherit(told, inherited)
    for name, values, filled in (
        ("baseline", own.baseline, row.baseline),
        ("targets", own.targets, row.targets),
        ("results", own.results, row.results),
    ):
        if values:
            pairs = zip(values, filled, strict=True)
            told[name] = [_value(writing, each, out, source) for each, out in pairs]
    if row.parts:
        told["parts"] = [_indicator(writing, part) for part in row.parts]
    return told


_TAKEN = ("name", "name_en", "unit", "direction", "place")
"""What a row takes from its shared indicator, the row above it, or the plan."""


def _value(writing: Writing, own: Value, filled: Value, source: list[Plain]) -> Plain:
    """A value with its period and setter, and the documents that its indicator rests on.

    Place and quote in them are those of the indicator, one level up.
    """
    told = writing.said(own)
    filled_in = sorted(filled.model_fields_set - own.model_fields_set)
    inherited = {name: writing.plain(getattr(filled, name)) for name in filled_in}
    if source and not own.source:
        inherited["source"] = source
    _inherit(told, inherited)
    return told


def _common_source(writing: Writing, sourcing: Sourcing) -> dict[str, Plain]:
    if sourcing.is_own or not sourcing.citations:
        return {}
    return {"source": writing.plain(sourcing.citations)}


def _inherit(told: dict[str, Plain], inherited: dict[str, Plain]) -> None:
    if inherited:
        told.update(inherited)
        told["inherited"] = list(inherited)


def _meant(archive: Archive, plan: Plan, writing: Writing) -> dict[str, Plain]:
    """Who or what the plan's references mean, by the reference as written.

    Names mean nothing, and sections and tasks stand in the plan itself.
    """
    return {
        written: meaning
        for written, reference in sorted(writing.references.items())
        if (meaning := _meaning(archive, reference, plan_place(plan)))
    }


def _meaning(
    archive: Archive, reference: Reference, place_id: str | None
) -> dict[str, Plain] | None:
    """Ids of bodies, places, documents and plans are unique together."""
    identifier = reference.id
    if body := local_body(archive, reference, place_id):
        return {
            "kind": "agency",
            "id": body.id,
            "name": body.full_name,
            "page": addresses.body_address(body),
        }
    if document := archive.document.get(identifier):
        page = addresses.document_address(identifier)
        return {"kind": "document", "page": page, "said": Writing().said(document)}
    if place := archive.place.get(identifier):
        page = addresses.place_address(identifier)
        return {"kind": "place", "name": place.name, "page": page}
    if plan := archive.plan.get(identifier):
        page = addresses.plan_address(identifier)
        return {"kind": "plan", "title": plan.title, "page": page}
    if definition := archive.definition.get(identifier):
        page = addresses.definition_address(identifier)
        return {"kind": "indicator", "page": page, "said": Writing().said(definition)}
    return None
