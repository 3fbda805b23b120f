"""Old addresses lead on: to where a thing stands now, or to a word about why it is gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator import addresses
from generator.addresses import has_page
from generator.model.archive import LocalBody
from generator.model.plan import Plan
from generator.model.registers import Removal
from generator.model.written_out import Row
from generator.pages.page import Page, Telling


@dataclass(frozen=True, slots=True)
class Move:
    """An address that was, and where the thing stands now."""

    old: str
    new: str


def gone_pages(telling: Telling) -> Iterator[tuple[str, str]]:
    """A page at every address that once led to something with another id, or to what is gone."""
    taken: set[str] = set()
    for move in _moves(telling):
        if move.old not in taken:
            taken.add(move.old)
            yield _moved_page(telling, move)
    for removal in telling.archive.removals:
        address = _address(removal)
        if address not in taken:
            taken.add(address)
            yield _removed_page(telling, removal, address)


def _moves(telling: Telling) -> Iterator[Move]:
    archive = telling.archive
    for place in archive.places:
        yield from _each(place.former_ids, addresses.place_address, place.id)
    for document in archive.documents:
        yield from _each(document.former_ids, addresses.document_address, document.id)
    for definition in archive.definitions:
        yield from _each(definition.former_ids, addresses.definition_address, definition.id)
    for agency in archive.agencies:
        yield from _each(agency.former_ids, addresses.agency_address, agency.id)
    for body in telling.crossings.bodies:
        for former in body.agency.former_ids:
            was = LocalBody(body.agency.model_copy(update={"id": former}), body.place)
            yield Move(addresses.body_address(was), addresses.body_address(body))
    for plan in archive.plans:
        yield from _each(plan.former_ids, addresses.plan_address, plan.id)
        for row in telling.findings.rows_of(plan):
            yield from _moves_of_row(plan, row)


def _each(former_ids: Iterable[str], address: addresses.Address, now: str) -> Iterator[Move]:
    for former in former_ids:
        yield Move(address(former), address(now))


def _moves_of_row(plan: Plan, row: Row) -> Iterator[Move]:
    """The page of an indicator under each id that it or its plan had."""
    if row.is_part:
        return
    for plan_id in (plan.id, *plan.former_ids):
        for own in (row.path, *row.indicator.former_ids):
            if (plan_id, own) != (plan.id, row.path) and (has_page(row) or own != row.path):
                old = f"{addresses.plan_address(plan_id)}{own}/"
                yield Move(old, addresses.row_address(row))


def _address(removal: Removal) -> str:
    """Where the thing stood; an item of a plan may have had a page of its own."""
    kinds = {
        "plan": addresses.plan_address,
        "place": addresses.place_address,
        "document": addresses.document_address,
        "indicator": addresses.definition_address,
        "agency": addresses.agency_address,
    }
    if removal.item:
        return f"{addresses.plan_address(removal.plan)}{removal.item}/"
    return kinds[removal.was](removal.id)


def _moved_page(telling: Telling, move: Move) -> tuple[str, str]:
    page = Page(telling, move.old)
    return page.markdown("moved.md", goal=Markup(page.to(move.new)))  # noqa: S704 - ids alone


def _removed_page(telling: Telling, removal: Removal, address: str) -> tuple[str, str]:
    page = Page(telling, address)
    facts = page.fragment("removed.html", removal=removal)
    return page.markdown("removed.md", facts=facts)
