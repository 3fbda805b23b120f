"""Where a reader mends a mistake: the very file and line, or a form; and the page's downloads."""

from __future__ import annotations

from urllib.parse import quote

from markupsafe import Markup

from generator.model.plan import Plan
from generator.pages.page import Page
from generator.problems import Position
from generator.text.saying import say


def corrections(page: Page, position: Position, plan: Plan | None = None) -> Markup:
    """The line of links under the head of a page and at its end."""
    repository = page.telling.repository
    file = page.telling.file_of(position)
    edit = report = None
    if repository:
        edit = f"{repository}/edit/main/{quote(file)}#L{position.line}"
        wordings = "Báo sai: {address}", "Mistake: {address}"
        title = quote(say(page.telling.language, *wordings, address=page.address))
        where = quote(f"{file}:{position.line}")
        report = (
            f"{repository}/issues/new?template=bao-sai.yml&title={title}&page={quote(page.address)}"
            f"&where={where}"
        )
    return page.fragment(
        "corrections.html",
        edit=edit,
        report=report,
        file=file,
        line=position.line,
        plan=plan,
        has_dates=bool(plan and (plan.tasks or plan.milestones)),
    )
