"""What should be reported soon or should have been: a list for those who keep the plans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from generator.assess.findings import Findings
from generator.assess.freshness import freshness
from generator.assess.timeliness import Standing
from generator.model.plan import Plan
from generator.model.tasks import Milestone, Task
from generator.model.written_out import Row, every
from generator.problems import Position
from generator.text.saying import say
from generator.text.times import day_words, when_words
from generator.text.words import Language, Words

Matter = Literal["late_report", "unreported", "overdue", "no_result", "due"]

MATTERS: tuple[Matter, ...] = get_args(Matter)
"""What a reminder is about, in the order of the list."""

HEADINGS: Words = {
    "late_report": ("Báo cáo đến kỳ mà chưa có", "Reports that should have come"),
    "unreported": ("Quá hạn, chưa có báo cáo", "Overdue, no report"),
    "overdue": ("Quá hạn, theo báo cáo mới nhất", "Overdue by the latest report"),
    "no_result": ("Chỉ tiêu hết kỳ mà chưa có kết quả", "Indicators past their period, no result"),
    "due": ("Sắp đến hạn", "Due soon"),
}

SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing to look after: in which plan, what it is, since or until which day, where it
    stands in the files."""

    matter: Matter
    plan: Plan
    name: str
    day: date | None
    words: tuple[str, str]
    position: Position


def reminders(findings: Findings) -> tuple[Reminder, ...]:
    """All that should be looked after as of the day, by matter; what is longest due comes first."""
    found = [each for plan in findings.archive.plans for each in _of_plan(findings, plan)]
    return tuple(sorted(found, key=lambda each: (MATTERS.index(each.matter), each.day or date.max)))


def _of_plan(findings: Findings, plan: Plan) -> Iterator[Reminder]:
    yield from _report(findings, plan)
    for task, standing in zip(plan.tasks, findings.tasks[plan.id], strict=True):
        yield from _item(findings.day, plan, task, standing)
    for milestone, standing in zip(plan.milestones, findings.milestones[plan.id], strict=True):
        yield from _item(findings.day, plan, milestone, standing)
    for row in every(findings.rows_of(plan)):
        yield from _result(findings, plan, row)


def _report(findings: Findings, plan: Plan) -> Iterator[Reminder]:
    fresh = freshness(findings.archive, plan, findings.day)
    if fresh.days_late is not None and fresh.expected:
        yield Reminder(
            "late_report",
            plan,
            plan.short_title or plan.title,
            fresh.expected,
            _worded(
                "chậm {n} ngày so với kỳ báo cáo mà kế hoạch nêu",
                "{n} day late by the plan's own reporting period"
                "|{n} days late by the plan's own reporting period",
                n=fresh.days_late,
            ),
            plan.origin.of("reporting"),
        )


def _item(day: date, plan: Plan, item: Task | Milestone, standing: Standing) -> Iterator[Reminder]:
    latest = standing.latest
    field = "due" if isinstance(item, Task) else "when"
    if standing.is_overdue:
        matter: Matter = "unreported" if standing.timeliness == "overdue_unreported" else "overdue"
    elif standing.timeliness == "in_time" and latest and latest - day <= SOON:
        matter = "due"
    else:
        return
    words = (
        f"hạn {day_words(latest, 'vi')}" if latest else "",
        f"due {day_words(latest, 'en')}" if latest else "",
    )
    yield Reminder(matter, plan, item.title, latest, words, item.origin.of(field))


def _result(findings: Findings, plan: Plan, row: Row) -> Iterator[Reminder]:
    """An indicator with a target whose period is over, and nothing said of that period."""
    for assessment in findings.rows[plan.id][row.path]:
        period = assessment.target.period if assessment.target else None
        ended = period.latest if period else None
        if assessment.verdict == "no_data" and period and ended and ended < findings.day:
            words = (when_words(period, "vi"), when_words(period, "en"))
            name = row.name or row.path
            yield Reminder(
                "no_result", plan, name, ended, words, row.indicator.origin.of("targets")
            )


def _worded(vi: str, en: str, n: int) -> tuple[str, str]:
    return say("vi", vi, en, n=n), say("en", vi, en, n=n)


def heading(matter: Matter, number: int, language: Language) -> str:
    """`Sắp đến hạn: 3`."""
    return f"{HEADINGS[matter][0 if language == 'vi' else 1]}: {number}"
