"""The page of a shared indicator: its definition, and every plan that uses it, side by side."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator import addresses
from generator.model.plan import Plan
from generator.model.registers import Definition
from generator.model.written_out import Row
from generator.pages import names
from generator.pages.charts import Chart, chart
from generator.pages.citing import citing
from generator.pages.corrections import corrections
from generator.pages.page import Page, Telling
from generator.pages.series import Line, lines
from generator.pages.side_by_side import Member, SideBySide, beside_each_other, side_by_side
from generator.pages.source_list import source_list


@dataclass(frozen=True, slots=True)
class Use:
    """An indicator of a plan that follows the definition."""

    plan: Plan
    row: Row
    lines: tuple[Line, ...]
    chart: Chart | None

    @property
    def key(self) -> str:
        """Its id on the page."""
        return f"{self.plan.id}--{self.row.anchor}"

    def is_comparable(self, definition: Definition) -> bool:
        """Whether it measures in the unit of the definition."""
        return self.row.unit == definition.unit


def definition_page(telling: Telling, definition: Definition) -> tuple[str, str]:
    """The path and text of a shared indicator's page."""
    page = Page(telling, addresses.definition_address(definition.id))
    uses = tuple(
        _use(page, plan, row) for plan, row in telling.crossings.uses.get(definition.id, [])
    )
    compared = _compared(page, definition, uses)
    return page.markdown(
        "definition.md",
        name=telling.title(names.definition_name(definition, telling.language)),
        facts=page.fragment("definition.html", definition=definition),
        uses=page.fragment(
            "definition_uses.html",
            definition=definition,
            uses=uses,
            compared=beside_each_other(page, compared),
            drawn=compared.keys if compared else frozenset(),
        ),
        citing=citing(page, names.definition_name(definition, telling.language)),
        corrections=corrections(page, definition.origin.position),
        sources=source_list(page),
    )


def _compared(page: Page, definition: Definition, uses: tuple[Use, ...]) -> SideBySide | None:
    """Every use of the definition beside the others, by its place or else by its plan."""
    archive, language = page.telling.archive, page.telling.language
    places = [
        names.place_name(archive, use.row.place, language) if use.row.place else None
        for use in uses
    ]
    comparable = [
        place for use, place in zip(uses, places, strict=True) if use.is_comparable(definition)
    ]
    once = {place for place, number in Counter(comparable).items() if place and number == 1}
    members = [
        Member(
            use.key,
            place if place and place in once else names.plan_name(use.plan, language),
            f"#{use.key}",
            use.row,
            use.lines,
        )
        for use, place in zip(uses, places, strict=True)
    ]
    return side_by_side(page, members, definition.unit)


def _use(page: Page, plan: Plan, row: Row) -> Use:
    listed = lines(page.telling.findings, plan, row, page.telling.language)
    return Use(plan, row, listed, chart(page, plan, row, listed))
