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
from generator.exports.bodies import Naming, naming
from generator.model.plan import Plan
from generator.model.tasks import Milestone, Task
from generator.text.times import day_words, when_words
from generator.text.words import TIMELINESS, word

NEAREST = 2000
"""So many entries the calendar of the whole site has at most (about 1 MB, what readers accept)."""


_TIME_ZONE = (
    "BEGIN:VTIMEZONE",
    "TZID:Asia/Ho_Chi_Minh",
    "BEGIN:STANDARD",
    "DTSTART:19750613T000000",
    "TZOFFSETFROM:+0800",
    "TZOFFSETTO:+0700",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""Where the days are days; a calendar without any entry would not be one (section 3.6)."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A task or milestone with its last day."""

    plan: Plan
    item: Task | Milestone
    standing: Standing
    day: date
    names: Naming


def plan_calendar(findings: Findings, plan: Plan) -> str:
    """All tasks and milestones of a plan that have a last day."""
    return _calendar(findings, plan.short_title or plan.title, _dated(findings, plan))


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
    names = naming(findings.archive, plan)
    for item, standing in zip(items, standings, strict=True):
        if standing.latest:
            yield Dated(plan, item, standing, standing.latest, names)


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
        *_TIME_ZONE,
    ]
    for entry in entries:
        lines += _event(findings.day, entry)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(day: date, entry: Dated) -> list[str]:
    plan, item = entry.plan, entry.item
    if isinstance(item, Task):
        anchor = addresses.task_anchor(item)
    else:
        anchor = addresses.milestone_anchor(plan, item)
    return [
        "BEGIN:VEVENT",
        f"UID:{plan.id}.{anchor}@cong-khai-ke-hoach",
        f"DTSTAMP:{day:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}",
        "TRANSP:TRANSPARENT",
        f"SUMMARY:{_escaped(item.title)}",
        f"DESCRIPTION:{_escaped(_description(day, entry))}",
        "END:VEVENT",
    ]


def _description(day: date, entry: Dated) -> str:
    """The plan, the time as printed, who answers for it, and how it stands."""
    plan, item, standing = entry.plan, entry.item, entry.standing
    printed = _printed(entry) or (when_words(standing.due) if standing.due else "")
    is_task = isinstance(item, Task)
    lines = [
        plan.short_title or plan.title,
        f"Thời hạn: {printed}" if is_task else f"Thời gian: {printed}",
    ]
    if bodies := item.lead if isinstance(item, Task) else item.actors:
        lines.append("Cơ quan: " + "; ".join(entry.names(body.reference).name for body in bodies))
    lines.append(f"Tính đến ngày {day_words(day)}: {word(TIMELINESS, standing.timeliness)}")
    return "\n".join(lines)


def _printed(entry: Dated) -> str | None:
    if isinstance(entry.item, Milestone):
        return entry.item.said("when")
    return entry.standing.deadline.said("due") if entry.standing.deadline else None


def _escaped(text: str) -> str:
    """RFC 5545 section 3.3.11."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Lines of at most 75 octets, never cut inside a character (RFC 5545 section 3.1)."""
    if len(line) <= 75 and line.isascii():
        return line
    octets = line.encode()
    pieces, start, room = [], 0, 75
    while start < len(octets):
        end = start + room
        while end < len(octets) and octets[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(octets[start:end].decode())
        start, room = end, 74
    return "\r\n ".join(pieces)
