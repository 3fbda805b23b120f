"""What changed, newest first, and nothing that lies after the day."""

from __future__ import annotations

from datetime import date

import pytest

from generator.assess.changes import Change, changes, plan_changes
from generator.assess.revisions import DeadlineRevision, Revision
from generator.model.archive import Archive
from generator.model.indicators import Result
from generator.model.plan import Plan
from tests.conftest import Load

DOCUMENTS = """
- {id: qd-ban-hanh, kind: decision, title: Ban hành, issued: 2020-12-28}
- {id: qd-dieu-chinh, kind: decision, title: Điều chỉnh, issued: 2021-06-15}
- {id: bao-cao, kind: report, title: Báo cáo, issued: 2021-10-20}
"""

PLAN = """
id: plan
title: Kế hoạch năm 2021
kind: annual
period: 2021
document: qd-ban-hanh
source: qd-ban-hanh
indicators:
  - id: thu
    name: Thu ngân sách
    direction: up
    targets:
      - 30
      - {value: 25, document: qd-dieu-chinh, reason: dịch bệnh}
      - {value: 25, on: 2021-07-01}
      - {value: 52, on: 2021-08}
      - {value: 26, on: 2021-08-20, correction: true}
    results:
      - {period: 2021-H1, value: 12, as_of: 2021-06-30}
      - {period: 2021-9M, value: 20, source: bao-cao}
      - {period: 2020, value: 22}
      - {period: 2021, value: not reported, as_of: 2021-11-01}
      - {period: 2021, value: 27}
    parts:
      - id: noi-dia
        name: Thu nội địa
        results: [{period: 2021, value: 9, as_of: 2021-11}]
tasks:
  - id: nv
    title: Việc phải làm
    due:
      - 2021-03
      - {due: before 2021-04-01, on: 2021-02-01}
      - {due: 2021-09, document: qd-dieu-chinh}
    reports:
      - {on: 2021-09-30, stage: completed, done: 2021-09-29}
      - {stage: completed, document: bao-cao}
milestones:
  - {id: hoi-nghi, title: Hội nghị, when: 2021-01-10, outcome: đã giao kế hoạch}
  - {id: so-ket, title: Sơ kết, when: 2021-07}
scorecards:
  id: bang-diem
  as_of: 2021-12-21
  total: 3
"""

EXPECTED = [
    ("2021-12-21", "scorecard", "bang-diem"),
    ("2021-11-30", "result", "thu/noi-dia"),
    ("2021-10-20", "result", "thu"),
    ("2021-10-20", "report", "nv"),
    ("2021-09-30", "report", "nv"),
    ("2021-08-31", "target_adjusted", "thu"),
    ("2021-08-20", "corrected", "thu"),
    ("2021-06-30", "result", "thu"),
    ("2021-06-15", "target_adjusted", "thu"),
    ("2021-06-15", "deadline_moved", "nv"),
    ("2021-01-10", "milestone", "hoi-nghi"),
    ("2020-12-28", "plan", None),
    ("2020-12-28", "result", "thu"),
    (None, "result", "thu"),
]


def archive_of(load: Load) -> Archive:
    archive, problems = load(PLAN, registers__documents__all=DOCUMENTS)
    assert not problems
    return archive


def told(found: tuple[Change, ...]) -> list[tuple[str | None, str, str | None]]:
    return [(each.day and each.day.isoformat(), each.kind, each.path) for each in found]


def test_everything_that_happened_is_told_newest_first(load: Load) -> None:
    assert told(changes(archive_of(load), date(2022, 3, 1))) == EXPECTED


@pytest.mark.parametrize(
    ("day", "newest"),
    [
        (date(2021, 6, 14), ("2021-01-10", "milestone", "hoi-nghi")),
        (date(2021, 6, 15), ("2021-06-15", "target_adjusted", "thu")),
        (date(2021, 6, 30), ("2021-06-30", "result", "thu")),
        (date(2021, 7, 31), ("2021-06-30", "result", "thu")),
        (date(2021, 8, 1), ("2021-08-01", "target_adjusted", "thu")),
        (date(2021, 11, 15), ("2021-11-15", "result", "thu/noi-dia")),
        (date(2021, 12, 20), ("2021-11-30", "result", "thu/noi-dia")),
    ],
)
def test_nothing_after_the_day_is_told(load: Load, day: date, newest: tuple[str, str, str]) -> None:
    found = changes(archive_of(load), day)
    assert told(found)[0] == newest
    assert all(each.day is None or each.day <= day for each in found)


def test_a_result_for_a_period_to_come_is_no_news_yet(load: Load) -> None:
    found = changes(archive_of(load), date(2020, 12, 31))
    assert told(found) == [("2020-12-28", "plan", None), ("2020-12-28", "result", "thu")]


def test_an_adjustment_tells_before_after_and_by_what(load: Load) -> None:
    found = changes(archive_of(load), date(2021, 7, 1))
    target, deadline = (each for each in found if each.day == date(2021, 6, 15))
    assert isinstance(target.entry, Revision)
    assert (str(target.entry.before.value), str(target.entry.after.value)) == ("30", "25")
    assert (target.entry.kind, target.entry.reason) == ("eased", "dịch bệnh")
    assert isinstance(deadline.entry, DeadlineRevision)
    assert deadline.entry.days == 183
    for each in (target, deadline):
        assert each.document
        assert each.document.id == "qd-dieu-chinh"


def test_a_result_tells_its_source(load: Load) -> None:
    found = changes(archive_of(load), date(2022, 3, 1))
    cited = {
        str(each.entry.value): each.document and each.document.id
        for each in found
        if isinstance(each.entry, Result)
    }
    assert cited == {
        "12": "qd-ban-hanh",
        "20": "bao-cao",
        "22": "qd-ban-hanh",
        "27": "qd-ban-hanh",
        "9": "qd-ban-hanh",
    }


def test_changes_of_several_plans_are_told_together(load: Load) -> None:
    other = PLAN.replace("id: plan", "id: khac").replace("2021-12-21", "2021-12-22")
    archive, problems = load(PLAN, registers__documents__all=DOCUMENTS, x__khac=other)
    assert not problems
    found = changes(archive, date(2022, 3, 1))
    assert [each.plan.id for each in found[:2]] == ["khac", "plan"]
    assert len(found) == 2 * len(EXPECTED)
    assert plan_changes(archive, archive.plan["plan"], date(2022, 3, 1)) == tuple(
        each for each in found if each.plan.id == "plan"
    )


def test_a_plan_known_from_an_undated_source_comes_last(load: Load) -> None:
    plain = "id: plan\ntitle: Kế hoạch\nkind: annual\nsource: Báo địa phương\n"
    archive, problems = load(plain)
    assert not problems
    (found,) = changes(archive, date(2022, 3, 1))
    assert (found.day, found.when, isinstance(found.entry, Plan)) == (None, None, True)
    assert found.document
    assert found.document.written == "Báo địa phương"
