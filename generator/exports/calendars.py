"""Deadlines and milestones as a calendar to subscribe to: a whole day for each, its last one.

RFC 5545.  An entry keeps its UID for ever, so that a moved deadline moves in the reader's calendar.
The time stamp is the day as of which everything is told, never the clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest

from generator import addresses
from generator.assess.findings import Findings
from generator.assess.timeliness import Standing
from generator.model.archive import local_body, plan_place
from generator.model.plan import Plan
from generator.model.tasks import Milestone, Task
from generator.text.times import day_words, when_words
from generator.text.words import TIMELINESS, word

NEAREST = 2000
"""So many entries the calendar of the whole site has at most (about 1 MB, what readers accept)."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A task or milestone with its last day."""

    plan: Plan
    item: Task | Milestone
    standing: Standing
    day: date


def plan_calendar(findings: Findings, plan: Plan) -> str | None:
    """All dated tasks and milestones of a plan; nothing where none has a last day."""
    entries = tuple(_dated(findings, plan))
    if not entries:
        return None
    return _calendar(findings, plan.short_title or plan.title, entries)


def site_calendar(findings: Findings) -> str:
    """What is still open in all plans; of very many the ones nearest to the day."""
    entries = (
        each
        for plan in findings.archive.plans
        for each in _dated(findings, plan)
        if not each.standing.is_completed and each.standing.timeliness != "stopped"
    )
    nearest = nsmallest(NEAREST, entries, key=lambda each: abs(each.day - findings.day))
    nearest.sort(key=lambda each: (each.day, each.plan.id))
    return _calendar(findings, "Công khai kế hoạch: việc chưa hoàn thành", nearest)


def _dated(findings: Findings, plan: Plan) -> Iterator[Dated]:
    items: tuple[Task | Milestone, ...] = (*plan.tasks, *plan.milestones)
    standings = (*findings.tasks[plan.id], *findings.milestones[plan.id])
    for item, standing in zip(items, standings, strict=True):
        if standing.latest:
            yield Dated(plan, item, standing, standing.latest)


def _calendar(findings: Findings, name: str, entries: Iterable[Dated]) -> str:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Công khai kế hoạch//Lịch//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_escaped(name)}",
        f"X-WR-CALNAME:{_escaped(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
    ]
    for entry in entries:
        lines += _event(findings, entry)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(findings: Findings, entry: Dated) -> list[str]:
    plan, item = entry.plan, entry.item
    if isinstance(item, Task):
        anchor = addresses.task_anchor(item)
    else:
        anchor = addresses.milestone_anchor(plan, item)
    return [
        "BEGIN:VEVENT",
        f"UID:{plan.id}.{anchor}@cong-khai-ke-hoach",
        f"DTSTAMP:{findings.day:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}",
        "TRANSP:TRANSPARENT",
        f"SUMMARY:{_escaped(item.title)}",
        f"DESCRIPTION:{_escaped(_description(findings, entry))}",
        "END:VEVENT",
    ]


def _description(findings: Findings, entry: Dated) -> str:
    plan, item, standing = entry.plan, entry.item, entry.standing
    lines = [plan.short_title or plan.title]
    printed = _printed(entry) or (when_words(standing.due) if standing.due else "")
    lines.append(f"Thời hạn: {printed}" if isinstance(item, Task) else f"Thời gian: {printed}")
    bodies = item.lead if isinstance(item, Task) else item.actors
    if bodies:
        found = (local_body(findings.archive, each.reference, plan_place(plan)) for each in bodies)
        names = [
            local.name if local else body.reference.written
            for local, body in zip(found, bodies, strict=True)
        ]
        lines.append(f"Cơ quan: {'; '.join(names)}")
    state = word(TIMELINESS, standing.timeliness)
    lines.append(f"Tính đến ngày {day_words(findings.day)}: {state}")
    return "\n".join(lines)


def _printed(entry: Dated) -> str | None:
    if isinstance(entry.item, Milestone):
        return entry.item.said("when")
    return entry.standing.deadline.said("due") if entry.standing.deadline else None


_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def _escaped(text: str) -> str:
    """RFC 5545 section 3.3.11."""
    return text.translate(_ESCAPES)


def _folded(line: str) -> str:
    """Lines of at most 75 octets, never cut inside a character (RFC 5545 section 3.1)."""
    octets = line.encode()
    if len(octets) <= 75:
        return line
    pieces, start, room = [], 0, 75
    while start < len(octets):
        end = start + room
        while end < len(octets) and octets[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(octets[start:end].decode())
        start, room = end, 74
    return "\r\n ".join(pieces)
