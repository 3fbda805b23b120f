"""A task has one deadline in force, and whoever reports it done says when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.assess.days import said_on
from generator.assess.timeliness import task_standing
from generator.check.saying import entries, error, listed, top, warning
from generator.check.survey import Survey
from generator.model.archive import Archive
from generator.model.tasks import Task
from generator.problems import Problem
from generator.text.times import when_words


def deadlines_have_one_version_a_day(survey: Survey) -> Iterator[Problem]:
    """Of two versions of a deadline it is known which one came later."""
    for _, spot, task in survey.tasks:
        if len(task.due) < 2:
            continue
        seen: set[str] = set()
        for each, version in entries(spot, "due", task.due):
            day = said_on(version, survey.archive.document)
            written = day.written if day else ""
            if written in seen and not version.correction:
                yield error(
                    each.at(),
                    "hai thời hạn mà không rõ lần nào sau: thêm `on:` (ngày điều chỉnh), ví dụ "
                    "`on: 2026-03-15`, hoặc `document:` là văn bản điều chỉnh có ngày",
                    "two deadlines, and it is not known which came later: add `on:` (the day of "
                    "the adjustment), e.g. `on: 2026-03-15`, or `document:` with a dated document",
                )
            seen.add(written)


def work_is_done_before_it_is_reported(survey: Survey) -> Iterator[Problem]:
    """Nobody reports on a day that something was completed on a later day."""
    for each, report in survey.reports:
        reported = report.on.latest if report.on else None
        done = report.done.earliest if report.done else None
        if report.on and report.done and reported and done and done > reported:
            yield error(
                each.at("done"),
                f"hoàn thành {when_words(report.done)}, sau ngày báo cáo "
                f"({when_words(report.on)}): xem lại `done:` và `on:`",
                f"completed {when_words(report.done, 'en')}, after it was reported "
                f"({when_words(report.on, 'en')}): check `done:` and `on:`",
            )


def completions_have_a_day(survey: Survey) -> Iterator[Problem]:
    """A report that a task is completed says when it was."""
    for each, report in survey.reports:
        if report.stage == "completed" and report.done is None:
            yield warning(
                each.at("stage"),
                "báo cáo hoàn thành mà không có ngày hoàn thành nên không biết đúng hạn hay quá "
                "hạn: thêm `done:`, ví dụ `done: 2026-03`, nếu nguồn nêu",
                "reported as completed without a day, so on time cannot be told from late: add "
                "`done:`, e.g. `done: 2026-03`, if the source says",
            )


def deadlines_lie_in_the_period(survey: Survey) -> Iterator[Problem]:
    """The last days of a plan's deadlines, of tasks and their steps, lie in the plan's period."""
    for plan, spot, task in survey.tasks:
        if plan.period is None:
            continue
        begins, ends = plan.period.earliest or date.min, plan.period.latest or date.max
        dues = ((where, each.due) for where, each in entries(spot, "due", task.due))
        steps = ((where, each.due) for where, each in entries(spot, "steps", task.steps))
        for where, due in (*dues, *steps):
            if due and due.latest and not begins <= due.latest <= ends:
                yield warning(
                    where.at("due"),
                    f"thời hạn nằm ngoài thời kỳ của kế hoạch ({when_words(plan.period)}): xem "
                    "lại năm; nguồn ghi đúng thế thì để nguyên",
                    "the deadline lies outside the plan's period "
                    f"({when_words(plan.period, 'en')}): check the year; if the source says so "
                    "leave it",
                )


def overdue_tasks_are_reported(survey: Survey) -> Iterator[Problem]:
    """Of a task past its deadline something was heard within the last year."""
    for plan in survey.archive.plans:
        silent = [
            (spot, task)
            for spot, task in entries(top(plan), "tasks", plan.tasks)
            if task.due and _is_silent(survey.archive, task, survey.day)
        ]
        if silent:
            vi, en = listed([task.id for _, task in silent])
            yield warning(
                silent[0][0].at("due"),
                f"{len(silent)} nhiệm vụ đã quá hạn, hơn một năm nay không có báo cáo: {vi}; có "
                "văn bản báo cáo thì thêm `reports:`, ví dụ `- {on: 2026-01-15, stage: "
                "completed, done: 2025-12}`",
                f"{len(silent)} overdue without a report for more than a year: {en}; if a report "
                "exists add `reports:`, e.g. `- {on: 2026-01-15, stage: completed, done: 2025-12}`",
            )


def _is_silent(archive: Archive, task: Task, day: date) -> bool:
    """Whether a task is overdue and has been without news for more than a year."""
    if any(report.stage == "completed" for report in task.reports):
        return False
    standing = task_standing(task, day, archive.document)
    if not standing.is_overdue or standing.latest is None:
        return False
    reported = said_on(standing.report, archive.document) if standing.report else None
    heard = (reported.latest or reported.earliest) if reported else None
    return (day - max(standing.latest, heard or standing.latest)).days > 365
