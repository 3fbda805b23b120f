"""The page of a shared indicator: its definition, and every plan that uses it, side by side."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.model.plan import Plan
from generator.model.registers import Definition
from generator.model.written_out import Row
from generator.pages import names
from generator.pages.charts import Drawing
from generator.pages.corrections import corrections
from generator.pages.page import Page, Telling
from generator.pages.series import Line, chart, lines
from generator.pages.source_list import source_list


@dataclass(frozen=True, slots=True)
class Use:
    """An indicator of a plan that follows the definition."""

    plan: Plan
    row: Row
    lines: tuple[Line, ...]
    drawing: Drawing | None

    def is_comparable(self, definition: Definition) -> bool:
        """Whether it measures in the unit of the definition."""
        return self.row.unit == definition.unit


def definition_page(telling: Telling, definition: Definition) -> tuple[str, str]:
    """The path and text of a shared indicator's page."""
    page = Page(telling, addresses.definition_address(definition.id))
    uses = tuple(
        _use(telling, plan, row) for plan, row in telling.crossings.uses.get(definition.id, [])
    )
    return page.markdown(
        "definition.md",
        name=names.definition_name(definition, telling.language),
        facts=page.fragment("definition.html", definition=definition),
        uses=page.fragment("definition_uses.html", definition=definition, uses=uses),
        corrections=corrections(page, definition.origin.position),
        sources=source_list(page),
    )


def _use(telling: Telling, plan: Plan, row: Row) -> Use:
    listed = lines(telling.findings, plan, row, telling.language)
    return Use(plan, row, listed, chart(row, listed, telling.numbers(plan.language)))
