"""Plans are told as pages: small Markdown around fragments of HTML and SVG."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.addresses import has_page
from generator.model.archive import LocalBody
from generator.pages.agency import agency_page, everywhere_page
from generator.pages.calendar import calendar_page
from generator.pages.changes import changes_page
from generator.pages.data import data_page
from generator.pages.definition import definition_page
from generator.pages.document import document_page
from generator.pages.format import format_page
from generator.pages.gone import gone_pages
from generator.pages.home import home_page
from generator.pages.indicator import indicator_page
from generator.pages.page import Telling
from generator.pages.place import place_page
from generator.pages.plan import plan_page
from generator.pages.plans import plans_page
from generator.pages.quality import quality_page
from generator.pages.register_lists import (
    agencies_page,
    documents_page,
    indicators_page,
    places_page,
)
from generator.problems import Problem


def pages(telling: Telling, warnings: Sequence[Problem] = ()) -> Iterator[tuple[str, str]]:
    """Every page of the site as its path below `build/docs` and its text.

    `warnings` are told on the page about the quality of the data.
    """
    yield home_page(telling)
    yield plans_page(telling)
    for plan in telling.archive.plans:
        yield plan_page(telling, plan)
        for row in telling.findings.rows_of(plan):
            if has_page(row):
                yield indicator_page(telling, plan, row)
    yield from _registers(telling)
    yield from _bodies(telling)
    yield calendar_page(telling)
    yield changes_page(telling)
    yield quality_page(telling, warnings)
    yield data_page(telling)
    yield format_page(telling)
    yield from gone_pages(telling)


def _registers(telling: Telling) -> Iterator[tuple[str, str]]:
    archive = telling.archive
    yield indicators_page(telling)
    for definition in archive.definitions:
        yield definition_page(telling, definition)
    yield places_page(telling)
    for place in archive.places:
        yield place_page(telling, place)
    yield documents_page(telling)
    for document in archive.documents:
        yield document_page(telling, document)


def _bodies(telling: Telling) -> Iterator[tuple[str, str]]:
    yield agencies_page(telling)
    everywhere: dict[str, list[LocalBody]] = {
        agency.id: [] for agency in telling.archive.agencies if agency.level
    }
    for body in telling.crossings.bodies:
        if body.agency.id in everywhere:
            if not body.place:
                continue
            everywhere[body.agency.id].append(body)
        yield agency_page(telling, body)
    for identifier, bodies in everywhere.items():
        yield everywhere_page(telling, telling.archive.agency[identifier], bodies)
