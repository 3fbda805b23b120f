"""What has changed lately, as an Atom feed (RFC 4287) that readers can follow.

Links are relative to the feed itself, since nobody has to tell the program where the site stands.
An entry keeps its id, wherever in its file it stands: it is named by its item, its kind, its period
and its time.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from generator import addresses
from generator.assess.changes import Change
from generator.assess.findings import Findings
from generator.assess.revisions import DeadlineRevision, Revision
from generator.model.indicators import Result, Target
from generator.model.plan import Scorecard
from generator.model.tasks import Deadline, Milestone, Report, Task
from generator.model.when import When
from generator.model.written_out import Row
from generator.text.numbers import quantity_words, unit_words, with_unit
from generator.text.times import when_short, when_words
from generator.text.words import CHANGE, STAGE, word

NEWEST = 100
_NAME = "Công khai kế hoạch"
_ID = "tag:cong-khai-ke-hoach,2026:"


def feed(findings: Findings) -> str:
    """The newest changes that have a day."""
    names: Counter[str] = Counter()
    dated = [(each, each.day) for each in findings.changes[:NEWEST] if each.day]
    newest = dated[0][1] if dated else findings.day
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">',
        f"<id>{_ID}{addresses.CHANGES}</id>",
        f"<title>{_NAME}: thay đổi</title>",
        f"<updated>{_midnight(newest)}</updated>",
        f"<author><name>{_NAME}</name></author>",
        '<link rel="self" href="feed.xml"/>',
        '<link rel="alternate" type="text/html" href="./"/>',
        "<rights>CC BY 4.0</rights>",
        *(line for change, day in dated for line in _entry(change, day, names)),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _entry(change: Change, day: date, names: Counter[str]) -> list[str]:
    where = addresses.root_from(addresses.CHANGES) + _address(change)
    name = _name(change)
    names[name] += 1
    return [
        "<entry>",
        f"<id>{_ID}{name}{f'-{names[name]}' if names[name] > 1 else ''}</id>",
        f"<title>{escape(_title(change))}</title>",
        f"<updated>{_midnight(day)}</updated>",
        f'<link rel="alternate" type="text/html" href={quoteattr(where)}/>',
        f"<category term={quoteattr(change.kind)}/>",
        f'<content type="text">{escape(_content(change))}</content>',
        "</entry>",
    ]


def _midnight(day: date) -> str:
    """The beginning of a day in Viet Nam."""
    return f"{day.isoformat()}T00:00:00+07:00"


def _address(change: Change) -> str:
    item, page = change.item, addresses.plan_address(change.plan.id)
    if isinstance(item, Row):
        return addresses.row_address(item)
    if isinstance(item, Task):
        return f"{page}#{addresses.task_anchor(item)}"
    if isinstance(item, Milestone):
        return f"{page}#{addresses.milestone_anchor(change.plan, item)}"
    return page


def _name(change: Change) -> str:
    """What tells a change from others: `ke-hoach/ha-noi-84/thu-ngan-sach/result/2021/2022-01`."""
    item, when = change.item, change.when
    path = change.path
    if isinstance(item, Milestone):
        path = addresses.milestone_anchor(change.plan, item)
    period = _period(change)
    parts = (path, change.kind, period.written if period else None, when.written if when else None)
    said = "/".join(quote(part, safe="/") for part in parts if part)
    return f"{addresses.plan_address(change.plan.id)}{said}"


def _period(change: Change) -> When | None:
    """Of which time a change speaks."""
    entry = change.entry
    if isinstance(entry, Revision):
        return entry.after.period
    return entry.period if isinstance(entry, Result | Scorecard) else None


def _title(change: Change) -> str:
    """`Nới lỏng: Tốc độ tăng trưởng GRDP, quý III/2031 (Kế hoạch năm 2031)`."""
    plan = change.plan.short_title or change.plan.title
    subject = _subject(change)
    said = word(CHANGE, _code(change))
    return f"{said}: {subject} ({plan})" if subject else f"{said}: {plan}"


def _code(change: Change) -> str:
    entry = change.entry
    if change.kind == "target_adjusted" and isinstance(entry, Revision):
        return entry.kind
    if change.kind == "deadline_moved" and isinstance(entry, DeadlineRevision):
        return "moved" if not entry.days else "slipped" if entry.days > 0 else "advanced"
    return change.kind


def _subject(change: Change) -> str:
    item = change.item
    if isinstance(item, Row):
        period, name = _period(change), item.name or item.path
        return f"{name}, {when_short(period)}" if period else name
    if isinstance(item, Task | Milestone):
        return item.title
    return item.of if isinstance(item, Scorecard) else ""


def _content(change: Change) -> str:
    """From what to what and why, or what was reported; always a sentence or two of plain words."""
    entry, item = change.entry, change.item
    unit = item.unit if isinstance(item, Row) else None
    if isinstance(entry, Revision):
        said = f"{_target(entry.before)} → {_target(entry.after)} {unit_words(unit)}".strip()
        return f"{said}. {_reason(entry)}"
    if isinstance(entry, DeadlineRevision):
        return f"{_due(entry.before)} → {_due(entry.after)}. {_reason(entry)}"
    if isinstance(entry, Result):
        return _result(entry, unit)
    if isinstance(entry, Report):
        stage = word(STAGE, entry.stage)
        return f"{stage}: {entry.text}" if entry.text else stage
    if isinstance(entry, Milestone):
        return entry.outcome or entry.title
    if isinstance(entry, Scorecard):
        counted = ", ".join(f"{words} {count}" for words, count in entry.counts.items())
        return entry.text or counted or entry.of
    return entry.title


def _reason(entry: Revision | DeadlineRevision) -> str:
    if entry.correction:
        return "Trang này nhập sai, đã sửa; văn bản không đổi."
    return f"Lý do: “{entry.reason}”." if entry.reason else "Không nêu lý do."


def _target(target: Target) -> str:
    return quantity_words(target.value) if target.value else target.said("value") or ""


def _due(deadline: Deadline) -> str:
    return when_words(deadline.due) if deadline.due else deadline.said("due") or ""


def _result(result: Result, unit: str | None) -> str:
    value = result.said("value") or (with_unit(result.value, unit) if result.value else "")
    shares = (
        f"{each.assigned_by or 'so với kế hoạch'}: {with_unit(each.percent, 'percent')}"
        for each in result.of_plan
    )
    return "; ".join(filter(None, (value, *shares, result.compared, result.stated)))
