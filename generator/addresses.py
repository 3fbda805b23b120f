"""Where each thing stands on the site: addresses from the root, without a leading slash."""

from __future__ import annotations

from collections.abc import Callable

from generator.model.archive import LocalBody
from generator.model.plan import Plan
from generator.model.tasks import Milestone, Task
from generator.model.written_out import Row

Address = Callable[[str], str]
"""Tells the address of a thing by its id."""

HOME = ""
PLANS = "ke-hoach/"
INDICATORS = "chi-tieu/"
PLACES = "dia-phuong/"
AGENCIES = "co-quan/"
DOCUMENTS = "van-ban/"
CALENDAR = "lich/"
CHANGES = "thay-doi/"
DATA = "du-lieu/"
QUALITY = "du-lieu/chat-luong/"
FORMAT = "du-lieu/dinh-dang/"
GLOSSARY = "tu-dien/"
CONTRIBUTE = "dong-gop/"


def plan_address(plan_id: str) -> str:
    """The page of a plan."""
    return f"{PLANS}{plan_id}/"


def has_page(row: Row) -> bool:
    """Whether an indicator has a page of its own: with a series, adjustments or parts."""
    periods = {str(value.period) for value in (*row.targets, *row.results)}
    several = max(len(periods), len(row.targets), len(row.results)) > 1
    return not row.is_part and (several or bool(row.parts))


def row_anchor(row: Row) -> str:
    """The id of an indicator's row in the table of its plan."""
    return f"ct-{row.anchor}"


def row_address(row: Row) -> str:
    """The indicator's own page, or its row on the page of its plan."""
    if has_page(row):
        return f"{PLANS}{row.plan_id}/{row.path}/"
    return f"{PLANS}{row.plan_id}/#{row_anchor(row)}"


def task_anchor(task: Task) -> str:
    """The id of a task's row."""
    return f"nv-{task.id}"


def milestone_anchor(plan: Plan, milestone: Milestone) -> str:
    """The id of a milestone's row; those without an id are counted."""
    return f"moc-{milestone.id or plan.milestones.index(milestone) + 1}"


def item_address(plan: Plan, item_id: str) -> str:
    """The row of an item of a plan, whichever kind it is; the plan's page for an unknown one."""
    page = plan_address(plan.id)
    if any(task.id == item_id for task in plan.tasks):
        return f"{page}#nv-{item_id}"
    if any(section.id == item_id for section in plan.sections):
        return f"{page}#phan-{item_id}"
    if any(milestone.id == item_id for milestone in plan.milestones):
        return f"{page}#moc-{item_id}"
    return f"{page}#ct-{item_id.replace('/', '--')}"


def place_address(place_id: str) -> str:
    """The page of a place."""
    return f"{PLACES}{place_id}/"


def document_address(document_id: str) -> str:
    """The page of a document."""
    return f"{DOCUMENTS}{document_id}/"


def definition_address(definition_id: str) -> str:
    """The page of a shared indicator."""
    return f"{INDICATORS}{definition_id}/"


def agency_address(agency_id: str) -> str:
    """The page of a body that is one body, or of the places of one that is in many."""
    return f"{AGENCIES}{agency_id}/"


def body_address(body: LocalBody) -> str:
    """The page of a body where it acts."""
    place = f"{body.place.id}/" if body.place else ""
    return f"{agency_address(body.agency.id)}{place}"


def path_of(address: str) -> str:
    """The Markdown file that becomes the page of an address."""
    return f"{address}index.md"


def root_from(address: str) -> str:
    """The way back from a page to the root: `../../` from `ke-hoach/ha-noi-84/`."""
    return "../" * address.count("/")
