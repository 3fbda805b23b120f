"""Whether tasks, steps and milestones are in time, around the day on which that turns."""

from __future__ import annotations

import textwrap
from datetime import date

import pytest

from generator.assess.timeliness import (
    CELLS,
    Standing,
    cell_counts,
    deadline_in_force,
    last_report,
    milestone_standing,
    next_step,
    step_standing,
    task_standing,
)
from generator.model.archive import Archive
from generator.model.tasks import Milestone, Task
from tests.conftest import Load

PLAN = "id: plan\ntitle: Kế hoạch năm 2021\nkind: annual\nperiod: 2021\n"

DOCUMENTS = """
- {id: qd-gia-han, kind: decision, title: Gia hạn, issued: 2021-05-10}
- {id: bao-cao, kind: report, title: Báo cáo, issued: 2021-06-20}
"""


def plan_of(load: Load, items: str) -> Archive:
    archive, problems = load(PLAN + items, registers__documents__documents=DOCUMENTS)
    assert not problems
    return archive


def task_of(load: Load, fields: str) -> tuple[Archive, Task]:
    lines = textwrap.indent(textwrap.dedent(fields).strip(), "    ")
    archive = plan_of(load, f"tasks:\n  - id: nv\n    title: Việc phải làm\n{lines}\n")
    return archive, archive.plans[0].tasks[0]


def milestone_of(load: Load, fields: str) -> Milestone:
    lines = textwrap.indent(textwrap.dedent(fields).strip(), "    ")
    archive = plan_of(load, f"milestones:\n  - id: moc\n    title: Hội nghị\n{lines}\n")
    return archive.plans[0].milestones[0]


def day(written: str) -> date:
    return date.fromisoformat(written)


@pytest.mark.parametrize(
    ("due", "last_day", "day_after"),
    [
        ("2021-11-26", "2021-11-26", "2021-11-27"),
        ("2021-02", "2021-02-28", "2021-03-01"),
        ("2021-Q1", "2021-03-31", "2021-04-01"),
        ("2021-H1", "2021-06-30", "2021-07-01"),
        ("2021-7M", "2021-07-31", "2021-08-01"),
        ("2021", "2021-12-31", "2022-01-01"),
        ("2021-08..2021-10", "2021-10-31", "2021-11-01"),
        ("before 2021-07-30", "2021-07-29", "2021-07-30"),
        ("before 2030", "2029-12-31", "2030-01-01"),
        ("by 2025", "2025-12-31", "2026-01-01"),
    ],
)
def test_a_task_is_overdue_from_the_day_after_its_deadline(
    load: Load, due: str, last_day: str, day_after: str
) -> None:
    _, task = task_of(load, f"due: {due}")
    on_the_day, after = task_standing(task, day(last_day)), task_standing(task, day(day_after))
    assert (on_the_day.timeliness, on_the_day.days_late) == ("in_time", None)
    assert (after.timeliness, after.days_late) == ("overdue_unreported", 1)
    assert on_the_day.latest == after.latest == day(last_day)


@pytest.mark.parametrize("stage", ["not_started", "in_progress"])
def test_a_reported_task_that_is_not_completed_is_overdue(load: Load, stage: str) -> None:
    _, task = task_of(load, f"due: 2021-06\nreports: [{{on: 2021-06-01, stage: {stage}}}]")
    assert task_standing(task, day("2021-06-30")).timeliness == "in_time"
    late = task_standing(task, day("2021-07-10"))
    assert (late.timeliness, late.days_late, late.is_overdue) == ("overdue", 10, True)


@pytest.mark.parametrize(
    ("done", "timeliness", "days_late", "spans"),
    [
        ("2021-06-14", "on_time", None, False),
        ("2021-06-15", "on_time", None, False),
        ("2021-06-16", "late", 1, False),
        ("2021-05", "on_time", None, False),
        ("2021-06", "done_day_unknown", None, True),
        ("2021-07", "late", 16, False),
        ("2021-Q2", "done_day_unknown", None, True),
        ("2021", "done_day_unknown", None, True),
        ("before 2021-06-16", "on_time", None, False),
        ("before 2021-06-17", "done_day_unknown", None, True),
        ("2020/2021", "done_day_unknown", None, False),
    ],
)
def test_a_completion_is_held_against_the_last_day(
    load: Load, done: str, timeliness: str, days_late: int | None, spans: bool
) -> None:
    _, task = task_of(
        load, f"due: 2021-06-15\nreports: [{{on: 2022-01-05, stage: completed, done: {done}}}]"
    )
    standing = task_standing(task, day("2022-02-01"))
    assert standing.timeliness == timeliness
    assert standing.days_late == days_late
    assert standing.spans_deadline is spans
    assert standing.is_completed
    assert standing.done
    assert standing.done.written == done


def test_a_completion_known_to_the_month_of_a_deadline_at_its_end_is_on_time(load: Load) -> None:
    _, task = task_of(load, "due: 2021-06\nreports: [{stage: completed, done: 2021-06}]")
    assert task_standing(task, day("2022-02-01")).timeliness == "on_time"


@pytest.mark.parametrize(
    ("report", "timeliness"),
    [
        ("{stage: completed}", "done_day_unknown"),
        ("{on: 2021-06-15, stage: completed}", "on_time"),
        ("{on: 2021-06-16, stage: completed}", "done_day_unknown"),
        ("{stage: completed, document: qd-gia-han}", "on_time"),
        ("{stage: completed, document: bao-cao}", "done_day_unknown"),
    ],
)
def test_a_completion_without_a_day_is_certain_by_the_day_of_its_report(
    load: Load, report: str, timeliness: str
) -> None:
    archive, task = task_of(load, f"due: 2021-06-15\nreports: [{report}]")
    standing = task_standing(task, day("2022-02-01"), archive.document)
    assert (standing.timeliness, standing.done, standing.spans_deadline) == (
        timeliness,
        None,
        False,
    )


@pytest.mark.parametrize(
    ("fields", "timeliness"),
    [
        ("lead: so-tai-chinh", "no_deadline"),
        ("due_text: khi được TW ban hành", "in_words"),
        ("due: 2020/2021", "in_words"),
        ("due: ongoing", "ongoing"),
        ("due: yearly", "ongoing"),
        ("due: quarterly until 2019", "ongoing"),
        ("due: yearly 2015..2018", "ongoing"),
    ],
)
def test_without_a_last_day_nothing_is_overdue(load: Load, fields: str, timeliness: str) -> None:
    _, task = task_of(load, fields)
    standing = task_standing(task, day("2026-11-22"))
    assert (standing.timeliness, standing.cell, standing.days_late) == (timeliness, None, None)
    assert not standing.is_completed


def test_a_completed_task_without_a_deadline_is_in_no_cell(load: Load) -> None:
    _, task = task_of(load, "reports: [{on: 2021-03-01, stage: completed, done: 2021-02-28}]")
    standing = task_standing(task, day("2021-03-02"))
    assert (standing.timeliness, standing.cell, standing.is_completed) == (
        "no_deadline",
        None,
        True,
    )


@pytest.mark.parametrize("stage", ["suspended", "dropped", "merged"])
def test_a_stopped_task_is_neither_late_nor_in_time(load: Load, stage: str) -> None:
    _, task = task_of(load, f"due: 2021-06\nreports: [{{on: 2021-03, stage: {stage}}}]")
    for written in ("2021-06-30", "2021-07-01"):
        standing = task_standing(task, day(written))
        assert (standing.timeliness, standing.cell) == ("stopped", None)


def test_an_aspirational_date_says_so(load: Load) -> None:
    _, task = task_of(load, "due: 2021-06\nmodality: aspirational")
    standing = task_standing(task, day("2021-07-01"))
    assert standing.is_aspirational
    assert standing.is_overdue


def test_the_last_report_is_the_state(load: Load) -> None:
    archive, task = task_of(
        load,
        """
        due: 2021-06
        reports:
          - {stage: in_progress, document: bao-cao}
          - {on: 2021-02-01, stage: not_started}
          - {stage: not_started, text: cùng báo cáo}
        """,
    )
    report = last_report(task, day("2021-12-31"), archive.document)
    assert report
    assert report.stage == "in_progress"


@pytest.mark.parametrize(
    ("as_of", "timeliness"),
    [
        ("2021-06-15", "in_time"),
        ("2021-07-04", "overdue"),
        ("2021-07-05", "late"),
        ("2021-07-06", "late"),
    ],
)
def test_what_is_dated_after_the_day_does_not_count_yet(
    load: Load, as_of: str, timeliness: str
) -> None:
    _, task = task_of(
        load,
        """
        due: 2021-06
        reports:
          - {on: 2021-05-20, stage: in_progress}
          - {on: 2021-07-05, stage: completed, done: 2021-07-05}
        """,
    )
    assert task_standing(task, day(as_of)).timeliness == timeliness


def test_a_completion_after_the_day_is_not_completed_yet(load: Load) -> None:
    _, task = task_of(load, "due: 2021-06\nreports: [{stage: completed, done: 2021-07-05}]")
    before = task_standing(task, day("2021-07-04"))
    assert (before.timeliness, before.is_completed, before.done) == ("overdue", False, None)
    assert task_standing(task, day("2021-07-05")).timeliness == "late"


def test_the_day_of_completion_may_stand_in_an_earlier_report(load: Load) -> None:
    _, task = task_of(
        load,
        """
        due: 2021-06
        reports:
          - {on: 2021-07-03, stage: completed, done: 2021-06-30}
          - {on: 2021-09-01, stage: completed, text: đã ban hành}
        """,
    )
    assert task_standing(task, day("2021-12-31")).timeliness == "on_time"


def test_a_task_reopened_forgets_its_completion(load: Load) -> None:
    _, task = task_of(
        load,
        """
        due: 2021-06
        reports:
          - {on: 2021-05-03, stage: completed, done: 2021-05-01}
          - {on: 2021-06-01, stage: in_progress}
          - {on: 2021-09-01, stage: completed}
        """,
    )
    standing = task_standing(task, day("2021-12-31"))
    assert (standing.timeliness, standing.done) == ("done_day_unknown", None)


@pytest.mark.parametrize(
    ("as_of", "latest"),
    [
        (None, "2021-09-30"),
        ("2021-01-01", "2021-03-31"),
        ("2021-05-09", "2021-03-31"),
        ("2021-05-10", "2021-06-30"),
        ("2021-07-31", "2021-06-30"),
        ("2021-08-01", "2021-09-30"),
    ],
)
def test_the_last_version_of_a_deadline_is_in_force(
    load: Load, as_of: str | None, latest: str
) -> None:
    archive, task = task_of(
        load,
        """
        due:
          - 2021-Q1
          - {due: 2021-Q3, on: 2021-08, reason: mưa lũ}
          - {due: 2021-Q2, document: qd-gia-han}
        """,
    )
    deadline = deadline_in_force(task, archive.document, day(as_of) if as_of else None)
    assert deadline
    assert deadline.due
    assert deadline.due.latest == day(latest)


def test_the_first_version_of_a_deadline_counts_on_any_day(load: Load) -> None:
    _, task = task_of(load, "due: [{due: 2021-Q1, on: 2020-12-30}]")
    assert task_standing(task, day("2020-01-01")).timeliness == "in_time"


def test_a_deadline_adjusted_to_words_is_in_words(load: Load) -> None:
    _, task = task_of(load, "due: [2021-Q1, {due_text: khi được giao vốn, on: 2021-02-01}]")
    assert task_standing(task, day("2021-01-31")).timeliness == "in_time"
    assert task_standing(task, day("2021-04-01")).timeliness == "in_words"


STEPS = """
due: 2030
steps:
  - {due: 2021-06, title: trình}
  - {due: before 2022, title: phê duyệt, modality: aspirational}
  - {due: quarterly until 2030, title: báo cáo}
  - {due_text: sau khi có vốn, title: khởi công}
  - {title: nghiệm thu}
"""


def standings_of_steps(task: Task, as_of: str) -> list[Standing]:
    return [step_standing(step, task, day(as_of)) for step in task.steps]


@pytest.mark.parametrize(
    ("reports", "as_of", "first"),
    [
        ("", "2021-06-30", "in_time"),
        ("", "2021-07-01", "overdue_unreported"),
        ("{on: 2021-05-01, stage: in_progress}", "2021-07-01", "overdue_unreported"),
        ("{on: 2021-05-01, stage: not_started}", "2021-07-01", "overdue"),
        ("{on: 2021-06-20, stage: completed}", "2021-07-01", "on_time"),
        ("{on: 2021-07-20, stage: completed, done: 2021-06-30}", "2021-08-01", "on_time"),
        ("{on: 2021-08-20, stage: completed, done: 2021-08-20}", "2021-09-01", "done_day_unknown"),
        ("{on: 2021-05-01, stage: dropped}", "2021-07-01", "stopped"),
    ],
)
def test_a_step_stands_by_its_own_deadline(
    load: Load, reports: str, as_of: str, first: str
) -> None:
    _, task = task_of(load, f"{STEPS}reports: [{reports}]" if reports else STEPS)
    assert standings_of_steps(task, as_of)[0].timeliness == first


def test_steps_without_a_last_day_are_never_overdue(load: Load) -> None:
    _, task = task_of(load, STEPS)
    standings = standings_of_steps(task, "2031-01-01")
    assert [each.timeliness for each in standings] == [
        "overdue_unreported",
        "overdue_unreported",
        "ongoing",
        "in_words",
        "no_deadline",
    ]
    assert [each.is_aspirational for each in standings] == [False, True, False, False, False]


@pytest.mark.parametrize(
    ("as_of", "title"),
    [("2021-06-30", "trình"), ("2021-07-01", "phê duyệt"), ("2022-01-01", None)],
)
def test_the_next_step_is_the_nearest_to_come(load: Load, as_of: str, title: str | None) -> None:
    _, task = task_of(load, STEPS)
    step = next_step(task, day(as_of))
    assert (step.title if step else None) == title


@pytest.mark.parametrize("stage", ["completed", "merged"])
def test_a_closed_task_has_no_next_step(load: Load, stage: str) -> None:
    _, task = task_of(load, f"{STEPS}reports: [{{on: 2021-03-01, stage: {stage}}}]")
    assert next_step(task, day("2021-02-28"))
    assert next_step(task, day("2021-03-01")) is None


@pytest.mark.parametrize(
    ("fields", "as_of", "timeliness", "done"),
    [
        ("when: 2020-12-21", "2020-12-21", "in_time", None),
        ("when: 2020-12-21", "2020-12-22", "overdue_unreported", None),
        ("{when: 2020-12-21, outcome: đã thông qua}", "2020-12-20", "in_time", None),
        ("{when: 2020-12-21, outcome: đã thông qua}", "2020-12-21", "on_time", "2020-12-21"),
        ("{when: 2020-12, outcome: đã thông qua}", "2020-11-30", "in_time", None),
        ("{when: 2020-12, outcome: đã thông qua}", "2020-12-01", "done_day_unknown", None),
        ("{when: 2020-12, done: 2020-12-21}", "2021-01-01", "on_time", "2020-12-21"),
        ("{when: 2020-12, done: 2021-01-05}", "2021-01-04", "overdue_unreported", None),
        ("{when: 2020-12, done: 2021-01-05}", "2021-01-05", "late", "2021-01-05"),
        ("{when: 2020-12-21, done: 2020-12}", "2021-01-05", "done_day_unknown", "2020-12"),
        ("{outcome: đã họp}", "2021-01-05", "no_deadline", None),
        ("{when_text: cuối năm, outcome: đã họp}", "2021-01-05", "in_words", None),
        ("{when: yearly}", "2021-01-05", "ongoing", None),
    ],
)
def test_a_milestone_has_taken_place_when_the_source_says_so(
    load: Load, fields: str, as_of: str, timeliness: str, done: str | None
) -> None:
    lines = fields.strip("{}").replace(", ", "\n")
    standing = milestone_standing(milestone_of(load, lines), day(as_of))
    assert standing.timeliness == timeliness
    assert (standing.done.written if standing.done else None) == done


def test_a_milestone_with_an_outcome_is_completed_even_without_a_time(load: Load) -> None:
    assert milestone_standing(milestone_of(load, "outcome: đã họp"), day("2021-01-05")).is_completed


def test_the_fourth_cell_holds_what_nobody_reported(load: Load) -> None:
    archive = plan_of(
        load,
        """
tasks:
  - {id: a, title: Việc a, due: 2021-01, reports: [{stage: completed, done: 2021-01-31}]}
  - {id: b, title: Việc b, due: 2021-01, reports: [{stage: completed, done: 2021-02-01}]}
  - {id: c, title: Việc c, due: 2022-01}
  - {id: d, title: Việc d, due: 2021-01}
  - {id: e, title: Việc e, due: 2021-01, reports: [{stage: in_progress}]}
  - {id: f, title: Việc f}
""",
    )
    standings = [task_standing(task, day("2021-12-31")) for task in archive.plans[0].tasks]
    assert cell_counts(standings) == {
        "done_on_time": 1,
        "done_late": 1,
        "open_in_time": 1,
        "open_overdue": 2,
    }
    assert list(cell_counts([])) == list(CELLS)
