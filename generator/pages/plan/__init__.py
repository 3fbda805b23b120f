"""The page of a plan: what it promises, by when, who answers for it, and what came of it."""

from __future__ import annotations

from markupsafe import Markup

from generator import addresses
from generator.model.archive import removed_items
from generator.model.plan import Plan
from generator.pages import names
from generator.pages.citing import citing
from generator.pages.corrections import corrections
from generator.pages.page import Page, Telling
from generator.pages.plan.documents import documents
from generator.pages.plan.head import banners, head, summary
from generator.pages.plan.indicators import indicators
from generator.pages.plan.milestones import budgets, milestones, scorecards
from generator.pages.plan.revisions import notes, revisions
from generator.pages.plan.sections import homes
from generator.pages.plan.tasks import tasks
from generator.pages.plan.timeline import timeline
from generator.pages.source_list import source_list


def plan_page(telling: Telling, plan: Plan) -> tuple[str, str]:
    """The path and text of a plan's page; sources come last, since every part may cite one."""
    page = Page(telling, addresses.plan_address(plan.id), plan.language, plan.id)
    parts = {
        "head": head(page, plan),
        "banners": banners(page, plan),
        "summary": summary(page, plan),
        "statements": _statements(page, plan),
        "indicators": indicators(page, plan),
        "timeline": timeline(page, plan),
        "tasks": tasks(page, plan),
        "milestones": milestones(page, plan),
        "scorecards": scorecards(page, plan),
        "budgets": budgets(page, plan),
        "documents": documents(page, plan),
        "revisions": revisions(page, plan),
        "notes": notes(page, plan),
        "removed": _removed(page, plan),
    }
    return page.markdown(
        "plan/plan.md",
        plan=plan,
        title=telling.title(names.plan_name(plan, telling.language)),
        citing=citing(page, names.plan_cited(telling.archive, plan, telling.language)),
        corrections=corrections(page, plan.origin.position, plan),
        sources=source_list(page),
        **parts,
    )


def _removed(page: Page, plan: Plan) -> Markup:
    removals = removed_items(page.telling.archive, plan)
    return page.fragment("plan/removed.html", removals=removals) if removals else Markup("")


def _statements(page: Page, plan: Plan) -> Markup:
    home = homes(plan)
    sections = [section for section in plan.sections if home[section.id] == "statements"]
    if not (
        plan.statements
        or plan.scope
        or plan.focal
        or plan.verdict_rule
        or plan.verdict_words
        or sections
    ):
        return Markup("")
    return page.fragment(
        "plan/statements.html",
        plan=plan,
        sections=sections,
        statements=[(each, page.source(plan, None, each)) for each in plan.statements],
    )
