"""A plan's indicators with everything written out that a row may leave to its section or plan.

`source`, `period` and `set_by` are taken from the section, then from the plan; `set_by` otherwise
is the issuer of the document that sets the target.  An indicator's source, place, quote and
modality hold for its targets and results; parts take unit, direction and section; a row with
`definition` takes name, unit and direction from it.  Nothing else is inherited, and a value with
its period in words alone (`period_text`) takes no other period.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from generator.model.indicators import Baseline, Indicator, Result, Target, Value
from generator.model.plan import Plan, Section
from generator.model.references import Reference
from generator.model.registers import Definition, Document
from generator.model.sources import Citation, Sourced
from generator.model.vocabularies import Direction
from generator.model.when import When


@dataclass(frozen=True, slots=True)
class Sourcing:
    """Where a fact comes from; `is_own` tells its own source from the common one of the plan."""

    citations: tuple[Citation, ...]
    at: str | None
    quote: str | None
    is_own: bool


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator, or a part of one, written out.

    `path` is its id in the plan (`thu-ngan-sach/thu-tren-dia-ban` for a part), `depth` counts the
    indicators above it.  Its targets and results carry period, set_by and modality; `reported`
    are all results as the file has them, `results` those that no correction has replaced.
    """

    plan_id: str
    path: str
    depth: int
    indicator: Indicator
    name: str | None
    name_en: str | None
    unit: str | None
    direction: Direction | None
    section: Section | None
    place: Reference | None
    baseline: tuple[Baseline, ...]
    targets: tuple[Target, ...]
    results: tuple[Result, ...]
    reported: tuple[Result, ...]
    sourcing: Sourcing
    parts: tuple[Row, ...] = ()

    @property
    def anchor(self) -> str:
        """The row's id in a page."""
        return self.path.replace("/", "--")

    @property
    def is_part(self) -> bool:
        """Whether it is a part of another indicator."""
        return self.depth > 0


def written_out(
    plan: Plan, definitions: Mapping[str, Definition], documents: Mapping[str, Document]
) -> tuple[Row, ...]:
    """The rows of a plan, each with its parts, in the order of the plan."""
    sections = {section.id: section for section in plan.sections}
    context = _Context(plan, sections, definitions, documents)
    return tuple(_row(context, indicator, None) for indicator in plan.indicators)


def every(rows: Iterable[Row]) -> Iterator[Row]:
    """Each row followed by its parts, as they stand in a table."""
    for row in rows:
        yield row
        yield from every(row.parts)


def sourcing_of(plan: Plan, section: Section | None, *chain: Sourced) -> Sourcing:
    """The source of a fact: of the first in the chain that names one, then of section and plan.

    A place in the source and a quote belong to the row: they never come from section or plan.
    """
    at = quote = None
    for entry in chain:
        at, quote = at or entry.at, quote or entry.quote
        if entry.source:
            first = entry.source[0]
            return Sourcing(entry.source, at or first.at, quote or first.quote, True)
    for common in (section, plan):
        if common and common.source:
            return Sourcing(common.source, at, quote, False)
    return Sourcing((), at, quote, False)


@dataclass(frozen=True, slots=True)
class _Context:
    plan: Plan
    sections: Mapping[str, Section]
    definitions: Mapping[str, Definition]
    documents: Mapping[str, Document]


def _row(context: _Context, indicator: Indicator, above: Row | None) -> Row:
    definition = context.definitions.get(indicator.definition.id) if indicator.definition else None
    section = context.sections.get(indicator.section.id) if indicator.section else None
    if above and not indicator.section:
        section = above.section
    named = definition if not indicator.name else None
    reported = tuple(_result(context, indicator, section, each) for each in indicator.results)
    row = Row(
        plan_id=context.plan.id,
        path=f"{above.path}/{indicator.id}" if above else indicator.id,
        depth=above.depth + 1 if above else 0,
        indicator=indicator,
        name=indicator.name or (definition.name if definition else None),
        name_en=indicator.name_en or (named.name_en if named else None),
        unit=indicator.unit or (definition and definition.unit) or (above.unit if above else None),
        direction=indicator.direction
        or (definition.direction if definition else None)
        or (above.direction if above else None),
        section=section,
        place=indicator.place or context.plan.place,
        baseline=indicator.baseline,
        targets=tuple(_target(context, indicator, section, each) for each in indicator.targets),
        results=_standing(reported),
        reported=reported,
        sourcing=sourcing_of(context.plan, section, indicator),
    )
    if not indicator.parts:
        return row
    parts = tuple(_row(context, part, row) for part in indicator.parts)
    return replace(row, parts=parts)


def _target(
    context: _Context, indicator: Indicator, section: Section | None, target: Target
) -> Target:
    return _filled(
        target,
        period=_period(context, indicator, section, target),
        set_by=target.set_by or _setter(context, indicator, section, target),
        modality=target.modality or indicator.modality,
    )


def _setter(
    context: _Context, indicator: Indicator, section: Section | None, target: Target
) -> Reference | None:
    plan = context.plan
    said = indicator.set_by or (section.set_by if section else None) or plan.set_by
    if said:
        return said
    for act in (target.document, plan.document):
        document = context.documents.get(act.id) if act else None
        if document and document.issuer:
            return document.issuer
    return plan.issuer


def _result(
    context: _Context, indicator: Indicator, section: Section | None, result: Result
) -> Result:
    return _filled(result, period=_period(context, indicator, section, result))


def _standing(results: tuple[Result, ...]) -> tuple[Result, ...]:
    """The results without those that this site mistyped: a correction replaces the one before."""
    found: list[Result] = []
    for result in results:
        if result.correction:
            mended = [index for index, each in enumerate(found) if each.period == result.period]
            if mended:
                del found[mended[-1]]
        found.append(result)
    return tuple(found)


def _period(
    context: _Context, indicator: Indicator, section: Section | None, value: Value
) -> When | None:
    if value.said("period") and not value.period:
        return None
    return (
        value.period
        or indicator.period
        or (section.period if section else None)
        or context.plan.period
    )


ValueType = TypeVar("ValueType", bound=Value)


def _filled(value: ValueType, **fields: object) -> ValueType:
    """The same entry with the fields that it left to others."""
    changed = {name: each for name, each in fields.items() if getattr(value, name) is not each}
    return value.model_copy(update=changed) if changed else value
