"""The page of a place: its plans in time, what it was before, what it became, what lies in it."""

from __future__ import annotations

from markupsafe import Markup

from generator import addresses
from generator.assess.places import fate, predecessors
from generator.model.archive import lineage
from generator.model.plan import Plan
from generator.model.registers import Place
from generator.model.tasks import Task
from generator.model.written_out import Row, every
from generator.pages.bodies import known_bodies
from generator.pages.corrections import corrections
from generator.pages.page import Page, Telling
from generator.pages.plan_list import plan_table
from generator.pages.source_list import source_list
from generator.text.sorting import alphabetical


def place_page(telling: Telling, place: Place) -> tuple[str, str]:
    """The path and text of a place's page."""
    archive = telling.archive
    page = Page(telling, addresses.place_address(place.id))
    plans = sorted(
        (plan for plan in archive.plans if plan.place and plan.place.id == place.id),
        key=lambda plan: plan.period.sort_key if plan.period else (1, "", "", ""),
    )
    bodies = sorted(
        (body for body in known_bodies(telling.findings) if body.place == place),
        key=lambda body: alphabetical(body.name),
    )
    inside = sorted(
        (each for each in archive.places if each.parent and each.parent.id == place.id),
        key=lambda each: alphabetical(each.name),
    )
    facts = page.fragment(
        "place.html",
        place=place,
        above=lineage(archive, place.id)[1:],
        predecessors=predecessors(archive, place),
        fate=fate(archive, place, telling.day),
        successors=[archive.place.get(each.id, each) for each in place.succeeded_by],
    )
    return page.markdown(
        "place.md",
        place=place,
        facts=facts,
        plans=plan_table(page, plans, with_place=False) if plans else "",
        bodies=page.fragment("bodies.html", bodies=bodies) if bodies else "",
        inside=page.fragment("places_inside.html", inside=inside) if inside else "",
        items=_items(page, place),
        corrections=corrections(page, place.origin.position),
        sources=source_list(page),
    )


def _items(page: Page, place: Place) -> Markup:
    """Indicators and tasks that name this place."""
    telling = page.telling
    found: list[tuple[Plan, Row | None, Task | None]] = []
    for plan in telling.archive.plans:
        found.extend(
            (plan, row, None)
            for row in every(telling.findings.rows_of(plan))
            if row.indicator.place and row.indicator.place.id == place.id
        )
        found.extend(
            (plan, None, task)
            for task in plan.tasks
            if any(each.id == place.id for each in task.places)
        )
    return page.fragment("place_items.html", found=found) if found else Markup("")
