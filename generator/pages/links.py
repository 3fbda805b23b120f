"""Names that lead to the page of what they name; what is not registered stays plain text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup, escape

from generator import addresses
from generator.assess.timeliness import Standing, step_standing
from generator.model.archive import document_place, local_body, plan_place
from generator.model.plan import Plan, Section
from generator.model.references import Body, Reference
from generator.model.registers import Document, Place
from generator.model.tasks import Milestone, Step, Task
from generator.model.written_out import Row, every
from generator.pages import names
from generator.pages.marks import status
from generator.problems import Position
from generator.text.escaping import safe_url
from generator.text.times import when_words

if TYPE_CHECKING:
    from generator.pages.page import Page
    from generator.pages.sources import Footnote


def link(address: str, words: str) -> Markup:
    """A link; `words` are escaped unless they are markup already."""
    return Markup(f'<a href="{escape(address)}">{escape(words)}</a>')  # noqa: S704 - escaped


def unidentified(name: str) -> Markup:
    """A name as printed that leads nowhere."""
    return Markup(f'<span class="kh-name">{escape(name)}</span>')  # noqa: S704 - escaped


def place_link(page: Page, reference: Reference) -> Markup:
    """A place by its name."""
    place = page.telling.archive.place.get(reference.id)
    if place is None:
        return unidentified(reference.written)
    return link(page.to(addresses.place_address(place.id)), place.name)


def body_link(page: Page, reference: Reference, place_id: str | None) -> Markup:
    """A body by its name with its place."""
    body = local_body(page.telling.archive, reference, place_id)
    if body is None:
        return unidentified(reference.written)
    return link(page.to(addresses.body_address(body)), body.name)


def bodies(page: Page, plan: Plan, listed: Iterable[Body]) -> Markup:
    """Several bodies, each with its share in the printed words."""
    links = []
    for body in listed:
        named = body_link(page, body.reference, plan_place(plan))
        if body.share:
            named += Markup(f" <small>({escape(body.share)})</small>")  # noqa: S704 - escaped
        links.append(named)
    return Markup("; ").join(links)


def document_link(page: Page, reference: Reference, short: bool = False) -> Markup:
    """A document as officials cite it; its number alone where space is short."""
    archive = page.telling.archive
    document = archive.document.get(reference.id)
    if document is None:
        return end_link(page, reference)
    name = names.document_short if short else names.document_name
    words = name(document, page.telling.language)
    address = page.to(addresses.document_address(document.id))
    return link(address, _unbroken(words, document.number))


def end_link(page: Page, reference: Reference) -> Markup:
    """Whatever an id leads to: a plan, an item of a plan, a document; a name stays text."""
    archive = page.telling.archive
    if plan := archive.plan.get(reference.id):
        if reference.item:
            return item_of_plan(page, plan, reference.item)
        words = names.plan_name(plan, page.telling.language)
        number = names.plan_number(archive, plan)
        label = f"{number}: {words}" if number and number not in words else words
        address = page.to(addresses.plan_address(plan.id))
        return link(address, _unbroken(label, number))
    if reference.id in archive.document:
        return document_link(page, reference)
    return unidentified(reference.written)


def item_of_plan(page: Page, plan: Plan, item: str) -> Markup:
    """An item of a plan by its title, with the plan's name behind it."""
    first, *rest = item.split("/")
    indicator = next((each for each in plan.indicators if each.id == first), None)
    title: str | None = None
    if indicator and rest:
        title = next((part.name for part in indicator.parts if part.id == rest[0]), None)
    elif indicator:
        title = indicator.name
    else:
        titled: list[Task | Section | Milestone] = [*plan.tasks, *plan.sections, *plan.milestones]
        title = next((each.title for each in titled if each.id == first), None)
    address = page.to(addresses.item_address(plan, item))
    where = names.plan_name(plan, page.telling.language)
    return link(address, title or item) + Markup(" <small>({})</small>").format(where)


def plan_link(page: Page, plan: Plan) -> Markup:
    """A plan by its short title."""
    words = names.plan_name(plan, page.telling.language)
    return link(page.to(addresses.plan_address(plan.id)), words)


def _unbroken(words: str, number: str | None) -> Markup:
    """A document number must not wrap as `84/KH-` and `UBND`."""
    if not number or number not in words:
        return escape(words)
    before, _, after = words.partition(number)
    return Markup('{}<span class="kh-n">{}</span>{}').format(before, number, after)


def place_named(page: Page, place: Place, begins: bool = False) -> Markup:
    """A registered place, with a capital where it `begins` a line."""
    name = place.name[:1].upper() + place.name[1:] if begins else place.name
    return link(page.to(addresses.place_address(place.id)), name)


def document_named(page: Page, document: Document) -> Markup:
    """A registered document as officials cite it."""
    return document_link(page, Reference(document.id))


def named_link(page: Page, identifier: str) -> Markup:
    """A plan, an item or a document by its id."""
    return end_link(page, Reference(identifier))


def issuer_link(page: Page, plan: Plan) -> Markup:
    """Who issued the plan."""
    issuer = names.issuer_of(page.telling.archive, plan)
    return body_link(page, issuer, plan_place(plan)) if issuer else Markup("")


def item_link(page: Page, plan: Plan, item: Task | Milestone) -> Markup:
    """A task or milestone of a plan by its title."""
    address = page.to(f"{addresses.plan_address(plan.id)}#{anchor(plan, item)}")
    english = page.telling.language == "en" and item.title_en
    return link(address, english or item.title)


def anchor(plan: Plan, item: Task | Milestone) -> str:
    """The id of the row of a task or milestone."""
    if isinstance(item, Task):
        return addresses.task_anchor(item)
    return addresses.milestone_anchor(plan, item)


def row_link(page: Page, plan: Plan, reference: Reference) -> Markup:
    """An indicator of a plan by its name; a printed name stays text."""
    path = reference.written
    for row in every(page.telling.archive.rows[plan.id]):
        if path in (row.path, row.indicator.id):
            address = page.to(addresses.row_address(row))
            return link(address, row.name or row.path)
    return unidentified(path)


def squares(good: int, bad: int, total: int) -> Markup:
    """One small square for each thing counted, in rows of twenty.

    Filled: met; hollow with a cross: missed; hollow: counted as neither.
    """
    parts = []
    for number in range(total):
        column, row = number % 20, number // 20
        x, y = column * 14 + (6 if column >= 10 else 0), row * 14
        if number < good:
            parts.append(f'<rect class="y" x="{x}" y="{y}" width="11" height="11" rx="1.5"/>')
            continue
        kind = "n" if number < good + bad else "o"
        parts.append(
            f'<rect class="{kind}" x="{x + 0.8}" y="{y + 0.8}" width="9.4" height="9.4" rx="1.5"/>'
        )
        if kind == "n":
            parts.append(f'<path class="x" d="M{x + 3} {y + 3}l5 5m0-5l-5 5"/>')
    height = -(-total // 20) * 14
    drawn = "\n".join(parts)
    return Markup(  # noqa: S704 - numbers only
        f'<svg class="units kh-svg" viewBox="0 0 286 {height}" aria-hidden="true">\n{drawn}</svg>'
    )


def row_name(page: Page, row: Row) -> str:
    """What an indicator or part is called; a part that is a place by the place's name."""
    if page.telling.language == "en" and row.name_en:
        return row.name_en
    if row.name:
        return row.name
    place = row.indicator.place
    return names.place_name(page.telling.archive, place) if place else row.path


def document_issuer(page: Page, document: Document) -> Markup:
    """Who issued a document, where it acts."""
    archive = page.telling.archive
    if document.issuer is None:
        return Markup("")
    return body_link(page, document.issuer, document_place(archive, document))


def due_words(page: Page, item: Task | Milestone, standing: Standing) -> Markup:
    """A deadline as printed, else in words; a sentence where there is none."""
    if isinstance(item, Task):
        printed = standing.deadline.said("due") if standing.deadline else None
    else:
        printed = item.said("when")
    if printed:
        return Markup("“{}”").format(printed)
    if standing.due:
        return escape(when_words(standing.due, page.telling.language))
    return Markup('<span class="miss">không ấn định</span>')


def line_link(page: Page, position: Position) -> Markup:
    """The line of a file: a link to edit it where the repository is known."""
    file = page.telling.file_of(position)
    words = f"{file}, dòng {position.line}"
    if page.telling.repository:
        address = f"{page.telling.repository}/edit/main/{quote(file)}#L{position.line}"
        return link(address, words)
    return escape(words)


def whereabouts(page: Page, note: Footnote, document: Document | None) -> Markup:
    """Where in the source a fact stands; for its first mention who published it, when, where."""
    language = page.telling.language
    parts: list[Markup | str] = [note.at] if note.at else []
    if document and document.is_secondary and document.issuer:
        day = f", {when_words(document.issued, language)}" if document.issued else ""
        parts.append(document_issuer(page, document) + day)
    if document and document.retrieved:
        parts.append(f"xem {when_words(document.retrieved, language)}")
    if document:
        for address, words in ((document.url, "bản trên mạng"), (document.archived, "bản lưu")):
            if known := safe_url(address):
                parts.append(
                    Markup('<a href="{}" rel="nofollow noopener">{}</a>').format(known, words)
                )
    return Markup("; ").join(parts)


def step_mark(page: Page, task: Task, step: Step) -> Markup:
    """The mark and word of an overdue step; nothing for a step that is in time."""
    findings = page.telling.findings
    standing = step_standing(step, task, findings.day, findings.archive.document)
    if not standing.is_overdue:
        return Markup("")
    return status("timeliness", standing.timeliness, page.telling.language) + ": "
