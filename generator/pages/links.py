"""Names that lead to the page of what they name; what is not registered stays plain text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup, escape

from generator import addresses
from generator.assess.places import Fate
from generator.assess.timeliness import Standing, step_standing
from generator.model.archive import LocalBody, document_place, local_body, plan_place
from generator.model.plan import Plan, Scorecard, Section
from generator.model.references import Body, Reference
from generator.model.registers import Definition, Document, Place
from generator.model.tasks import Milestone, Step, Task
from generator.model.written_out import Row, every
from generator.pages import names
from generator.pages.marks import status
from generator.pages.names import Name
from generator.problems import Position
from generator.text.saying import say, say_in
from generator.text.times import day_words, when_words

if TYPE_CHECKING:
    from generator.pages.page import Page


def link(address: str, words: str, lang: str = "") -> Markup:
    """A link; `words` are escaped unless they are markup already, `lang` is `Page.lang`'s."""
    where = escape(address)
    return Markup(f'<a href="{where}"{escape(lang)}>{escape(words)}</a>')  # noqa: S704 - escaped


def named(page: Page, address: str, name: Name) -> Markup:
    """A link to what has a name."""
    return link(page.to(address), name.words, page.lang(name.language))


def worded(page: Page, name: Name | None) -> Markup:
    """A name as text, marked where it is in another language than the page."""
    return page.words(name.words, name.language) if name else Markup("")


def worded_parts(page: Page, parts: Iterable[Name]) -> Markup:
    """Several names as one text, the widest first."""
    return Markup(" · ").join(worded(page, part) for part in parts)


def unidentified(page: Page, name: str) -> Markup:
    """A name as printed that leads nowhere."""
    return Markup('<span class="kh-name"{}>{}</span>').format(page.lang(), name)


def place_link(page: Page, reference: Reference) -> Markup:
    """A place by its name."""
    place = page.telling.archive.place.get(reference.id)
    if place is None:
        return unidentified(page, reference.written)
    return place_named(page, place)


def body_link(page: Page, reference: Reference, place_id: str | None) -> Markup:
    """A body by its name with its place."""
    body = local_body(page.telling.archive, reference, place_id)
    if body is None:
        return unidentified(page, reference.written)
    return body_named(page, body)


def body_named(page: Page, body: LocalBody) -> Markup:
    """A registered body where it acts."""
    name = names.body_name(body, page.telling.language)
    return named(page, addresses.body_address(body), name)


def bodies(page: Page, plan: Plan, listed: Iterable[Body]) -> Markup:
    """Several bodies, each with its share in the printed words."""
    links = []
    for body in listed:
        linked = body_link(page, body.reference, plan_place(plan))
        if body.share:
            share = Markup(" <small{}>({})</small>").format(page.lang(plan.language), body.share)
            linked += share
        links.append(linked)
    return Markup("; ").join(links)


def document_link(page: Page, reference: Reference, short: bool = False) -> Markup:
    """A document as officials cite it; its number alone where space is short."""
    archive = page.telling.archive
    document = archive.document.get(reference.id)
    if document is None:
        return end_link(page, reference)
    naming = names.document_short if short else names.document_name
    name = naming(document, page.telling.language)
    address = page.to(addresses.document_address(document.id))
    return link(address, _unbroken(name.words, document.number), page.lang(name.language))


def end_link(page: Page, reference: Reference) -> Markup:
    """Whatever an id leads to: a plan, an item of a plan, a document; a name stays text."""
    archive = page.telling.archive
    if plan := archive.plan.get(reference.id):
        if reference.item:
            return item_of_plan(page, plan, reference.item)
        name = page.telling.title(names.plan_name(plan, page.telling.language))
        number = names.plan_number(archive, plan)
        label = f"{number}: {name}" if number and number not in name.words else name.words
        address = page.to(addresses.plan_address(plan.id))
        return link(address, _unbroken(label, number), page.lang(name.language))
    if reference.id in archive.document:
        return document_link(page, reference)
    return unidentified(page, reference.written)


def item_of_plan(page: Page, plan: Plan, item: str) -> Markup:
    """An item of a plan by its title, with the plan's name behind it."""
    address = addresses.item_address(plan, item)
    where = plan_words(page, plan)
    linked = named(page, address, _item_name(page, plan, item))
    return linked + Markup(" <small>({})</small>").format(where)


def _item_name(page: Page, plan: Plan, item: str) -> Name:
    """What an item of a plan is called; its id where it has no name."""
    archive, language = page.telling.archive, page.telling.language
    for row in every(archive.rows[plan.id]):
        if row.path == item:
            return names.row_name(archive, row, language)
    titled: list[Task | Section | Milestone] = [*plan.tasks, *plan.sections, *plan.milestones]
    found = next((each for each in titled if each.id == item), None)
    return names.title(plan, found, language) if found else Name(item, language)


def plan_link(page: Page, plan: Plan) -> Markup:
    """A plan by its short title."""
    name = page.telling.title(names.plan_name(plan, page.telling.language))
    return named(page, addresses.plan_address(plan.id), name)


def plan_briefly(page: Page, plan: Plan) -> Markup:
    """A plan by the beginning of a title too long for one line."""
    name = page.telling.title(names.plan_briefly(plan, page.telling.language))
    return named(page, addresses.plan_address(plan.id), name)


def plan_words(page: Page, plan: Plan) -> Markup:
    """A plan by its short title, without a link."""
    return worded(page, names.plan_name(plan, page.telling.language))


def definition_named(page: Page, definition: Definition) -> Markup:
    """A shared indicator by its name."""
    name = names.definition_name(definition, page.telling.language)
    return named(page, addresses.definition_address(definition.id), name)


def _unbroken(words: str, number: str | None) -> Markup:
    """A document number must not wrap as `84/KH-` and `UBND`."""
    if not number or number not in words:
        return escape(words)
    before, _, after = words.partition(number)
    return Markup('{}<span class="kh-n">{}</span>{}').format(before, number, after)


def place_named(page: Page, place: Place, begins: bool = False) -> Markup:
    """A registered place, with a capital where it `begins` a line."""
    name = page.telling.title(names.place_named(place, page.telling.language))
    words = name.words[:1].upper() + name.words[1:] if begins else name.words
    return named(page, addresses.place_address(place.id), Name(words, name.language))


def place_words(page: Page, place: Place) -> Markup:
    """The name of a registered place, without a link."""
    return worded(page, names.place_named(place, page.telling.language))


def document_named(page: Page, document: Document) -> Markup:
    """A registered document as officials cite it."""
    return document_link(page, Reference(document.id))


def named_link(page: Page, identifier: str) -> Markup:
    """A plan, an item or a document by its id."""
    return end_link(page, Reference(identifier))


def named_links(page: Page, identifiers: Iterable[str]) -> Markup:
    """Several plans, items or documents by their ids."""
    return Markup(", ").join(named_link(page, each) for each in identifiers)


def places_named(page: Page, places: Iterable[Place]) -> Markup:
    """Several registered places."""
    return Markup(", ").join(place_named(page, each) for each in places)


def documents_named(page: Page, documents: Iterable[Document]) -> Markup:
    """Several registered documents."""
    return Markup(", ").join(document_named(page, each) for each in documents)


def place_links(page: Page, references: Iterable[Reference]) -> Markup:
    """Several places, registered or not."""
    return Markup(", ").join(place_link(page, each) for each in references)


def fate_words(page: Page, fate: Fate, linked: bool = False) -> Markup:
    """What became of a place: nay thuộc tỉnh Thái Nguyên; or when it ended."""
    language = page.telling.language
    if not fate.holders:
        day = day_words(fate.ended, language)
        return say_in(Markup, language, "kết thúc ngày {day}", "ended on {day}", day=day)
    naming = place_named if linked else place_words
    holders = Markup(", ").join(naming(page, each) for each in fate.holders)
    return say_in(Markup, language, "nay thuộc {places}", "now in {places}", places=holders)


def issuer_link(page: Page, plan: Plan) -> Markup:
    """Who issued the plan."""
    issuer = names.issuer_of(page.telling.archive, plan)
    return body_link(page, issuer, plan_place(plan)) if issuer else Markup("")


def item_link(page: Page, plan: Plan, item: Task | Milestone) -> Markup:
    """A task or milestone of a plan by its title."""
    address = f"{addresses.plan_address(plan.id)}#{anchor(plan, item)}"
    return named(page, address, names.title(plan, item, page.telling.language))


def title(page: Page, plan: Plan, item: Task | Section | Milestone) -> Markup:
    """The title of an item of a plan, without a link."""
    return worded(page, names.title(plan, item, page.telling.language))


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
            return row_named(page, row)
    return unidentified(page, path)


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


def row_name(page: Page, row: Row) -> Markup:
    """What an indicator or part is called."""
    return worded(page, names.row_name(page.telling.archive, row, page.telling.language))


def row_named(page: Page, row: Row) -> Markup:
    """An indicator or part by its name."""
    name = names.row_name(page.telling.archive, row, page.telling.language)
    return named(page, addresses.row_address(row), name)


def counted(page: Page, card: Scorecard, begins: bool = False) -> Markup:
    """What a scorecard counts, in the source's words; in English what most of them count.

    With a capital where it `begins` a line.
    """
    known = {"chỉ tiêu": "indicators", "nhiệm vụ": "tasks"} if page.telling.language == "en" else {}
    words = known.get(card.of, card.of)
    language = page.telling.language if card.of in known else page.language
    return page.words(words[:1].upper() + words[1:] if begins else words, language)


def document_issuer(page: Page, document: Document) -> Markup:
    """Who issued a document, where it acts."""
    archive = page.telling.archive
    if document.issuer is None:
        return Markup("")
    return body_link(page, document.issuer, document_place(archive, document))


def due_words(page: Page, plan: Plan, item: Task | Milestone, standing: Standing) -> Markup:
    """A deadline as printed, else in words; a sentence where there is none."""
    if isinstance(item, Task):
        printed = standing.deadline.said("due") if standing.deadline else None
    else:
        printed = item.said("when")
    if page.about(plan).shows_printed(printed, standing.due):
        return Markup("“{}”").format(page.words(printed, plan.language))
    language = page.telling.language
    if standing.due:
        return escape(when_words(standing.due, language))
    return Markup('<span class="miss">{}</span>').format(say(language, "không ấn định", "not set"))


def line_link(page: Page, position: Position) -> Markup:
    """The line of a file: a link to edit it where the repository is known."""
    file = page.telling.file_of(position)
    line = say(page.telling.language, "dòng {line}", "line {line}", line=str(position.line))
    words = f"{file}, {line}"
    if page.telling.repository:
        address = f"{page.telling.repository}/edit/main/{quote(file)}#L{position.line}"
        return link(address, words)
    return escape(words)


def step_mark(page: Page, task: Task, step: Step) -> Markup:
    """The mark and word of an overdue step; nothing for a step that is in time."""
    findings = page.telling.findings
    standing = step_standing(step, task, findings.day, findings.archive.document)
    if not standing.is_overdue:
        return Markup("")
    return status("timeliness", standing.timeliness, page.telling.language) + ": "
