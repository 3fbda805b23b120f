"""The page of a place: its plans in time, what it was before, what it became, what lies in it."""

from __future__ import annotations

from markupsafe import Markup

from generator import addresses
from generator.assess.places import fate, predecessors
from generator.model.archive import lineage
from generator.model.registers import Place
from generator.pages import names
from generator.pages.citing import citing
from generator.pages.corrections import corrections
from generator.pages.page import Page, Telling
from generator.pages.plan_list import plan_table
from generator.pages.source_list import source_list


def place_page(telling: Telling, place: Place) -> tuple[str, str]:
    """The path and text of a place's page."""
    archive, crossings = telling.archive, telling.crossings
    page = Page(telling, addresses.place_address(place.id))
    plans = sorted(
        crossings.plans_of.get(place.id, []),
        key=lambda plan: plan.period.sort_key if plan.period else (1, "", "", ""),
    )
    language = telling.language
    bodies = names.in_order(
        crossings.bodies_of.get(place.id, []), lambda body: names.body_name(body, language)
    )
    inside = names.in_order(
        crossings.inside.get(place.id, []), lambda each: names.place_named(each, language)
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
        name=telling.title(names.place_named(place, telling.language)),
        has_ended=place.until is not None,
        facts=facts,
        plans=plan_table(page, plans, with_place=False) if plans else "",
        bodies=page.fragment("bodies.html", bodies=bodies) if bodies else "",
        inside=page.fragment("places_inside.html", inside=inside) if inside else "",
        items=_items(page, place),
        citing=citing(page, names.place_named(place, telling.language)),
        corrections=corrections(page, place.origin.position),
        sources=source_list(page),
    )


def _items(page: Page, place: Place) -> Markup:
    """Indicators and tasks that name this place."""
    found = page.telling.crossings.naming.get(place.id, [])
    return page.fragment("place_items.html", found=found) if found else Markup("")
