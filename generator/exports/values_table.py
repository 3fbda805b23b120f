"""Every value of an indicator on a line of its own: baselines, targets, results, with their source.

What a value leaves to its indicator, section or plan is written out.  Columns that begin with
`concluded_` are worked out by the program as of the day; all others say what a source says.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.assess.assessment import Assessment
from generator.assess.findings import Findings
from generator.exports.bodies import Naming, naming
from generator.exports.tables import QUANTITY, Cells, cell, quantity_cells, time_cells
from generator.exports.written import names_written
from generator.model.base import Entry
from generator.model.indicators import Baseline, Result, Target, Value
from generator.model.plan import Plan
from generator.model.references import Reference
from generator.model.written_out import Row, Sourcing, every, sourcing_of

_WRITTEN_APART = {"period", "value", "source", "at", "quote"}
_OTHERS = tuple(
    dict.fromkeys(
        name
        for entry in (Baseline, Target, Result)
        for name in names_written(entry)
        if name not in _WRITTEN_APART
    )
)

HEADER = (
    *("plan", "indicator", "number", "name", "name_en", "definition"),
    *("section", "section_title", "place"),
    *("lead", "unit", "direction", "field", "period", "period_from", "period_to"),
    *(*QUANTITY, "value_text", *_OTHERS, "set_by_name"),
    *("concluded_in_force", "concluded_verdict", "concluded_reason", "concluded_result"),
    *("source", "at", "quote"),
)


def value_rows(findings: Findings, plan: Plan) -> Iterator[Cells]:
    """The values of a plan in its order.

    An indicator without any, or of which something is said as a whole (a verdict, a cause, a note),
    has a line of its own: `indicator` in the column `field`.
    """
    names = naming(findings.archive, plan)
    for row in every(findings.rows_of(plan)):
        yield from _rows(plan, row, findings.rows[plan.id][row.path], names)


def _rows(
    plan: Plan, row: Row, assessments: tuple[Assessment, ...], names: Naming
) -> Iterator[Cells]:
    about, common = _about(row, names), _source(row.sourcing)
    said: list[tuple[str, Value]] = [
        *(("baseline", each) for each in row.baseline),
        *(("target", each) for each in row.targets),
        *(("result", each) for each in row.results),
    ]
    concluded: dict[int, list[Assessment]] = {}
    for assessment in assessments:
        judged = assessment.target or assessment.result
        concluded.setdefault(id(judged), []).append(assessment)
    indicator = row.indicator
    if indicator.stated or indicator.cause or indicator.note or not said:
        verdict = _concluded(concluded.get(id(None), []))
        yield [*about, "indicator", *_NO_VALUE, *_others(indicator, names), "", *verdict, *common]
    for field, value in said:
        found = concluded.get(id(value), [])
        is_own = value.source or value.at or value.quote
        sourcing = sourcing_of(plan, row.section, value, indicator) if is_own else None
        yield [
            *about,
            field,
            *time_cells(value.period),
            *quantity_cells(value.value),
            value.texts.get("value", ""),
            *_others(value, names),
            ("true" if found else "false") if field == "target" else "",
            *_concluded(found),
            *(_source(sourcing) if sourcing else common),
        ]


_NO_VALUE = [*time_cells(None), *quantity_cells(None), ""]


def _about(row: Row, names: Naming) -> Cells:
    indicator = row.indicator
    return [
        row.plan_id,
        row.path,
        indicator.number or "",
        row.name or "",
        row.name_en or "",
        cell(indicator.definition),
        *((row.section.id, row.section.title) if row.section else ("", "")),
        cell(row.place),
        "; ".join(names(body.reference).id for body in indicator.lead),
        row.unit or "",
        row.direction or "",
    ]


def _others(entry: Entry, names: Naming) -> Cells:
    """The cells of `_OTHERS`, bodies by their id where they act; and the name of who set it."""
    said = entry.__dict__
    cells = [
        "" if not value else names(value).id if isinstance(value, Reference) else cell(value)
        for value in map(said.get, _OTHERS)
    ]
    set_by = said.get("set_by")
    return [*cells, names(set_by).name if set_by else ""]


def _concluded(assessments: list[Assessment]) -> Cells:
    """Verdict, branch, and the result it rests on; a result measured by two plans has two."""
    if not assessments:
        return ["", "", ""]
    return [
        "; ".join(each.verdict for each in assessments),
        "; ".join(each.reason for each in assessments),
        "; ".join(_result(each.result) for each in assessments if each.result),
    ]


def _result(result: Result) -> str:
    return result.value.written if result.value else result.texts.get("value", "")


def _source(sourcing: Sourcing) -> Cells:
    return [cell(sourcing.citations), sourcing.at or "", sourcing.quote or ""]
