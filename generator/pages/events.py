"""Changes told to a reader: when, what kind, of what, from what to what, by which document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
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
from generator.pages.verdict_cells import result_note, result_words, value_with_unit
from generator.text.numbers import number_words, quantity_words, unit_words
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
    before: str
    after: str
    unit: str
    text: Markup
    fine: Markup


def told(page: Page, changes: Iterable[Change], with_plan: bool = True) -> tuple[Event, ...]:
    """The changes in words; `with_plan` names the plan in front of the item."""
    return tuple(_event(page, change, with_plan) for change in changes)


def _event(page: Page, change: Change, with_plan: bool) -> Event:
    page = replace(page, numbers=change.plan.language, plan=change.plan.id)
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


def _what(page: Page, change: Change) -> tuple[str, str, str, str, Markup]:
    """The chip, from what, to what, in which unit, and further words."""
    entry, nothing = change.entry, Markup("")
    if isinstance(entry, Revision):
        code = "corrected" if entry.correction else entry.kind
        before, after = _value(page, entry.before), _value(page, entry.after)
        unit = change.item.unit if isinstance(change.item, Row) else None
        return code, before, after, unit_words(unit, page.telling.language), nothing
    if isinstance(entry, DeadlineRevision):
        return _moved(page, entry)
    if isinstance(entry, Result):
        unit = change.item.unit if isinstance(change.item, Row) else None
        value = result_words(page, entry) if entry.is_empty else value_with_unit(page, entry, unit)
        words = value + " " + result_note(page, entry, None)
        return "result", "", "", "", words
    if isinstance(entry, Report):
        stage = word(STAGE, entry.stage, page.telling.language)
        said = escape(f"{stage}: {entry.text}" if entry.text else stage)
        return "report", "", "", "", said
    if isinstance(entry, Milestone):
        return "milestone", "", "", "", escape(entry.outcome or "")
    if isinstance(entry, Scorecard):
        counted = ", ".join(f"{said} {number}" for said, number in entry.counts.items())
        total = f"trên tổng số {entry.total}" if entry.total is not None else ""
        return "scorecard", "", "", "", escape(f"{counted} {total}".strip())
    return "plan", "", "", "", _undated_act(page, change)


def _undated_act(page: Page, change: Change) -> Markup:
    """A plan listed under the day of the news about it says that its own day is not known."""
    act = change.plan.document
    document = page.telling.archive.document.get(act.id) if act else None
    if change.day is None or (document and document.issued):
        return Markup("")
    return escape("theo ngày của nguồn tin; ngày ban hành không nêu")


def _moved(page: Page, entry: DeadlineRevision) -> tuple[str, str, str, str, Markup]:
    before, after = _due(page, entry.before), _due(page, entry.after)
    if entry.correction:
        return "corrected", before, after, "", Markup("")
    if not entry.days:
        return "moved", before, after, "", Markup("")
    days = number_words(abs(entry.days), page.telling.language)
    if entry.days > 0:
        return "slipped", before, after, f"lùi {days} ngày", Markup("")
    return "advanced", before, after, f"sớm hơn {days} ngày", Markup("")


def _value(page: Page, target: Target) -> str:
    printed = target.said("value")
    if printed or target.value is None:
        return printed or ""
    return quantity_words(target.value, page.numbers)


def _due(page: Page, deadline: Deadline) -> str:
    if deadline.due is None:
        return deadline.said("due") or ""
    return when_words(deadline.due, page.telling.language)


def _subject(page: Page, change: Change) -> Markup:
    """The item as a link; a period behind it where it has one."""
    item = change.item
    if isinstance(item, Row):
        address = page.to(addresses.row_address(item))
        link = Markup('<a href="{}">{}</a>').format(address, _full_name(page, item))
        period = _period(change)
        return link + (f", {when_short(period, page.telling.language)}" if period else "")
    if isinstance(item, Task | Milestone):
        return links.item_link(page, change.plan, item)
    if isinstance(item, Scorecard):
        return escape(item.of) + (
            f", {when_words(item.period, page.telling.language)}" if item.period else ""
        )
    return Markup("")


def _full_name(page: Page, row: Row) -> str:
    """The name of an indicator, for a part with the name of the whole before it."""
    if not row.is_part:
        return links.row_name(page, row)
    whole = row.path.split("/")[0]
    rows = page.telling.archive.rows[row.plan_id]
    above = next((each for each in rows if each.path == whole), row)
    return f"{links.row_name(page, above)}: {links.row_name(page, row)}"


def _period(change: Change) -> When | None:
    entry = change.entry
    if isinstance(entry, Revision):
        return entry.after.period
    return None


def _fine(page: Page, change: Change) -> Markup:
    """The document and the reason; for an adjustment their absence is said."""
    entry = change.entry
    parts: list[Markup] = []
    if change.document:
        parts.append(links.document_link(page, change.document))
    if isinstance(entry, Revision | DeadlineRevision):
        if entry.correction:
            parts.append(escape("trang này nhập sai, đã sửa; văn bản không đổi"))
        else:
            if not change.document:
                parts.append(escape("không thấy văn bản"))
            reason = f"lý do: “{entry.reason}”" if entry.reason else "không nêu lý do"
            parts.append(escape(reason))
        set_by = entry.after.set_by if isinstance(entry, Revision) else None
        if set_by:
            parts.append(links.body_link(page, set_by, plan_place(change.plan)))
    return Markup("; ").join(parts)
