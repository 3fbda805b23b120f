"""How a plan was adjusted, and what its editors noted about the source."""

from __future__ import annotations

from markupsafe import Markup

from generator.assess.changes import plan_changes
from generator.model.plan import Plan
from generator.pages.events import told
from generator.pages.page import Page

_ADJUSTMENTS = ("target_adjusted", "deadline_moved", "corrected")


def revisions(page: Page, plan: Plan) -> Markup:
    """The history of adjustments, newest first; a sentence where there is none."""
    adjusted = tuple(
        change
        for change in plan_changes(page.telling.archive, plan, page.telling.day)
        if change.kind in _ADJUSTMENTS
    )
    return page.fragment("plan/revisions.html", events=told(page, adjusted, with_plan=False))


def notes(page: Page, plan: Plan) -> Markup:
    """Remarks of this site's editors, such as a contradiction inside the source."""
    if not plan.notes:
        return Markup("")
    return page.fragment("plan/notes.html", plan=plan)
