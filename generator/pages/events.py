"""Changes told to a reader: when, what kind, of what, from what to what, by which document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from generator import addresses
from generator.assess.changes import Change
from generator.assess.revisions import DeadlineRevision, Revision
from generator.model.archive import plan_place
from generator.model.indicators import Result, Target
from generator.model.plan import Scorecard
from generator.model.tasks import Deadline, Milestone, Report, Task
from generator.model.when import When
from generator.model.written_out import Row
from generator.pages import links
from generator.pages.page import Page
from generator.pages.values import unit_of, value_with_unit
from generator.pages.verdict_cells import result_note, result_words
from generator.text.numbers import quantity_words
from generator.text.saying import say_in
from generator.text.times import day_words, when_short, when_words
from generator.text.words import STAGE, word


@dataclass(frozen=True, slots=True)
class Event:
    """One change in words: a chip, its subject, `before` → `after`, and the fine line."""

    day: date | None
    when: str
    code: str
    plan: Markup
    subject: Markup
    before: Markup
    after: Markup
    unit: Markup
    text: Markup
    fine: Markup


def told(page: Page, changes: Iterable[Change], with_plan: bool = True) -> tuple[Event, ...]:
    """The changes in words; `with_plan` names the plan in front of the item."""
    return tuple(_event(page, change, with_plan) for change in changes)


def _event(page: Page, change: Change, with_plan: bool) -> Event:
    page = page.about(change.plan)
    code, before, after, unit, text = _what(page, change)
    return Event(
        change.day,
        _time(page, change),
        code,
        links.plan_link(page, change.plan) if with_plan else Markup(""),
        _subject(page, change),
        before,
        after,
        unit,
        text,
        _fine(page, change),
    )


def _time(page: Page, change: Change) -> str:
    """When it happened, no more exactly than it is known."""
    if change.day is None:
        return ""
    when = change.when
    if when is None or when.earliest == when.latest or when.recurrence:
        return day_words(change.day, page.telling.language)
    return when_short(when, page.telling.language)


def _what(page: Page, change: Change) -> tuple[str, Markup, Markup, Markup, Markup]:
    """The chip, from what, to what, in which unit, and further words."""
    entry, nothing = change.entry, Markup("")
    if isinstance(entry, Revision):
        code: str = "corrected" if entry.correction else entry.kind
        unit = change.item.unit if isinstance(change.item, Row) else None
        before, after = _value(page, entry.before), _value(page, entry.after)
        return code, before, after, unit_of(page, unit), nothing
    if isinstance(entry, DeadlineRevision):
        return _moved(page, entry)
    code, text = _happened(page, change)
    return code, nothing, nothing, nothing, text


def _happened(page: Page, change: Change) -> tuple[str, Markup]:
    """The chip and the words of what is told without a before and an after."""
    entry = change.entry
    if isinstance(entry, Result):
        unit = change.item.unit if isinstance(change.item, Row) else None
        value = result_words(page, entry) if entry.is_empty else value_with_unit(page, entry, unit)
        return "result", value + " " + result_note(page, entry, None)
    if isinstance(entry, Report):
        stage = escape(word(STAGE, entry.stage, page.telling.language))
        return "report", stage + ": " + page.words(entry.text) if entry.text else stage
    if isinstance(entry, Milestone):
        return "milestone", page.words(entry.outcome)
    if isinstance(entry, Scorecard):
        return "scorecard", _counts(page, entry)
    return "plan", _undated_act(page, change)


def _counts(page: Page, card: Scorecard) -> Markup:
    """The counts of a report, and of how many."""
    counted = Markup(", ").join(
        Markup("{} {}").format(page.words(said), number) for said, number in card.counts.items()
    )
    if card.total is None:
        return counted
    wordings = "trên tổng số {total}", "of a total of {total}"
    total = say_in(Markup, page.telling.language, *wordings, total=str(card.total))
    return (counted + " " + total).strip()


def _undated_act(page: Page, change: Change) -> Markup:
    """A plan listed under the day of the news about it says that its own day is not known."""
    act = change.plan.document
    document = page.telling.archive.document.get(act.id) if act else None
    if change.day is None or (document and document.issued):
        return Markup("")
    wordings = (
        "theo ngày của nguồn tin; ngày ban hành không nêu",
        "by the day of the news; the day of issue is not stated",
    )
    return say_in(Markup, page.telling.language, *wordings)


def _moved(page: Page, entry: DeadlineRevision) -> tuple[str, Markup, Markup, Markup, Markup]:
    before, after, nothing = _due(page, entry.before), _due(page, entry.after), Markup("")
    if entry.correction:
        return "corrected", before, after, nothing, nothing
    if not entry.days:
        return "moved", before, after, nothing, nothing
    code = "slipped" if entry.days > 0 else "advanced"
    wordings = {
        "slipped": ("lùi {n} ngày", "{n} day later|{n} days later"),
        "advanced": ("sớm hơn {n} ngày", "{n} day earlier|{n} days earlier"),
    }[code]
    days = say_in(Markup, page.telling.language, *wordings, n=abs(entry.days))
    return code, before, after, days, nothing


def _value(page: Page, target: Target) -> Markup:
    """The printed words; where they are in another language, the number if there is one."""
    printed = target.said("value")
    if target.value is None or (printed and not page.is_foreign):
        return page.words(printed)
    return escape(quantity_words(target.value, page.numbers))


def _due(page: Page, deadline: Deadline) -> Markup:
    if deadline.due is None:
        return page.words(deadline.said("due"))
    return escape(when_words(deadline.due, page.telling.language))


def _subject(page: Page, change: Change) -> Markup:
    """The item as a link; a period behind it where it has one."""
    item = change.item
    if isinstance(item, Row):
        link = links.link(page.to(addresses.row_address(item)), _full_name(page, item))
        period = _period(change)
        return link + (f", {when_short(period, page.telling.language)}" if period else "")
    if isinstance(item, Task | Milestone):
        return links.item_link(page, change.plan, item)
    if isinstance(item, Scorecard):
        return links.counted(page, item) + (
            f", {when_words(item.period, page.telling.language)}" if item.period else ""
        )
    return Markup("")


def _full_name(page: Page, row: Row) -> Markup:
    """The name of an indicator, for a part with the name of the whole before it."""
    if not row.is_part:
        return links.row_name(page, row)
    whole = row.path.split("/")[0]
    rows = page.telling.archive.rows[row.plan_id]
    above = next((each for each in rows if each.path == whole), row)
    return links.row_name(page, above) + ": " + links.row_name(page, row)


def _period(change: Change) -> When | None:
    entry = change.entry
    if isinstance(entry, Revision):
        return entry.after.period
    return None


def _fine(page: Page, change: Change) -> Markup:
    """The document and the reason; for an adjustment their absence is said."""
    entry, language = change.entry, page.telling.language
    parts: list[Markup] = []
    if change.document:
        parts.append(links.document_link(page, change.document))
    if isinstance(entry, Revision | DeadlineRevision):
        if entry.correction:
            wordings = (
                "trang này nhập sai, đã sửa; văn bản không đổi",
                "entered wrongly here, since corrected; the document has not changed",
            )
            parts.append(say_in(Markup, language, *wordings))
        else:
            if not change.document:
                wordings = "không thấy văn bản", "no document found"
                parts.append(say_in(Markup, language, *wordings))
            parts.append(_reason(page, entry))
        set_by = entry.after.set_by if isinstance(entry, Revision) else None
        if set_by:
            parts.append(links.body_link(page, set_by, plan_place(change.plan)))
    return Markup("; ").join(parts)


def _reason(page: Page, entry: Revision | DeadlineRevision) -> Markup:
    if not entry.reason:
        return say_in(Markup, page.telling.language, "không nêu lý do", "no reason given")
    wordings = "lý do: “{words}”", "reason: “{words}”"
    return say_in(Markup, page.telling.language, *wordings, words=page.words(entry.reason))
