"""How much of a plan is here, as so many of so many."""

from __future__ import annotations

from datetime import date

import pytest

from generator.assess.completeness import Completeness, Tally, completeness
from tests.conftest import Load

PLAN = """
id: plan
title: Kế hoạch năm 2021
kind: annual
period: 2021
place: lao-cai
source: van-ban
"""

REGISTERS = {
    "registers__places__all": "- {id: lao-cai, name: tỉnh Lào Cai, level: province}",
    "registers__documents__all": "- {id: van-ban, kind: plan, title: Kế hoạch}",
}

AFTER = date(2022, 1, 1)


def complete(load: Load, items: str, day: date = AFTER) -> Completeness:
    archive, problems = load(PLAN + items, **REGISTERS)
    assert not problems
    return completeness(archive, archive.plans[0], day)


ANNOUNCED = """
declared: {indicators: 17, tasks: 9, sections: 3, milestones: 2}
declared_text: 17 chỉ tiêu, nhóm chỉ tiêu
sections:
  - id: nhom
    title: Nhóm nhiệm vụ
    declared: {tasks: 137, sections: 12, indicators: 5}
    declared_text: 137 nội dung
  - {id: kinh-te, title: Kinh tế, parent: nhom, declared: {tasks: 4, milestones: 1}}
  - {id: van-hoa, title: Văn hóa, parent: kinh-te}
  - {id: khac, title: Khác}
indicators:
  - id: thu
    name: Thu ngân sách
    section: kinh-te
    parts: [{id: noi-dia, name: Nội địa}, {id: khac-nua, name: Khác}]
  - {id: chi, name: Chi ngân sách}
tasks:
  - {id: a, title: Việc a, section: kinh-te, number: 1}
  - {id: b, title: Việc b, section: kinh-te, number: 1}
  - {id: c, title: Việc c, section: kinh-te, number: 2}
  - {id: d, title: Việc d, section: kinh-te, number: 1}
  - {id: e, title: Việc e, section: van-hoa, number: 1}
  - {id: f, title: Việc f, section: nhom}
  - {id: g, title: Việc g, section: nhom}
  - {id: h, title: Việc h}
milestones:
  - {id: moc, title: Hội nghị}
"""


def test_announced_is_told_beside_recorded(load: Load) -> None:
    found = complete(load, ANNOUNCED).announced
    assert [
        (
            each.section.id if each.section else "",
            each.what,
            each.declared,
            each.recorded,
            each.rows,
            each.words,
        )
        for each in found
    ] == [
        ("", "indicators", 17, 2, 2, "17 chỉ tiêu, nhóm chỉ tiêu"),
        ("", "tasks", 9, 7, 8, "17 chỉ tiêu, nhóm chỉ tiêu"),
        ("", "sections", 3, 2, 2, "17 chỉ tiêu, nhóm chỉ tiêu"),
        ("", "milestones", 2, 1, 1, "17 chỉ tiêu, nhóm chỉ tiêu"),
        ("nhom", "indicators", 5, 1, 1, "137 nội dung"),
        ("nhom", "tasks", 137, 6, 7, "137 nội dung"),
        ("nhom", "sections", 12, 1, 1, "137 nội dung"),
        ("kinh-te", "tasks", 4, 4, 5, None),
    ]


def test_nothing_announced_is_nothing_to_compare(load: Load) -> None:
    assert complete(load, "sections: [{id: nhom, title: Nhóm}]").announced == ()


INDICATORS = """
indicators:
  - id: thu
    name: Thu ngân sách
    unit: tỷ đồng
    source: van-ban
    quote: thu 30 tỷ đồng
    baseline: {2020: 25}
    targets: {2021: 30, 2022: 33}
    results: {2021: 31}
  - id: chi
    name: Chi ngân sách
    targets: {2021: at least 20}
    results:
      - {period: 2021, value: not reported}
  - id: xa
    name: Xã đạt chuẩn
    targets: met
    results:
      - {value: met, source: [{document: van-ban, quote: đã đạt}]}
    parts:
      - {id: thon, name: Thôn đạt chuẩn, targets: 4}
"""


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("values_with_own_source", Tally(5, 9)),
        ("values_with_quote", Tally(5, 9)),
        ("targets_with_baseline", Tally(1, 3)),
        ("due_targets_with_result", Tally(2, 4)),
        ("indicators_without_unit", Tally(2, 3)),
    ],
)
def test_values_are_counted(load: Load, field: str, expected: Tally) -> None:
    assert getattr(complete(load, INDICATORS), field) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2021, 12, 31), Tally(0, 0)),
        (date(2022, 1, 1), Tally(2, 4)),
        (date(2022, 12, 31), Tally(2, 4)),
        (date(2023, 1, 1), Tally(2, 5)),
    ],
)
def test_a_result_is_missed_only_after_its_period(load: Load, day: date, expected: Tally) -> None:
    assert complete(load, INDICATORS, day).due_targets_with_result == expected


TASKS = """
tasks:
  - {id: a, title: Việc a, lead: so-y-te, due: 2021-06}
  - {id: b, title: Việc b, due: 2021-06, reports: [{stage: in_progress}]}
  - {id: c, title: Việc c, due_text: khi có vốn}
  - {id: d, title: Việc d, steps: [{title: bước một, due: 2021}]}
  - {id: e, title: Việc e, steps: [{title: bước một}]}
  - {id: f, title: Việc f, due: 2022-06, reports: [{stage: completed}]}
  - {id: g, title: Việc g, due: 2021-06, reports: [{stage: completed, done: 2021-05}]}
"""


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("tasks_without_lead", Tally(6, 7)),
        ("tasks_without_deadline", Tally(1, 7)),
        ("tasks_overdue_unreported", Tally(1, 3)),
        ("completed_without_day", Tally(1, 2)),
    ],
)
def test_tasks_are_counted(load: Load, field: str, expected: Tally) -> None:
    assert getattr(complete(load, TASKS), field) == expected


def test_names_without_identity_are_listed_once(load: Load) -> None:
    found = complete(
        load,
        """
focal: [so-y-te, UBND các xã]
relations:
  based_on: [van-ban, Nghị quyết Đại hội]
tasks:
  - id: a
    title: Việc a
    lead: {doanh nghiệp: góp vốn}
    supporting: [so-y-te, UBND các xã]
    places: lao-cai
scorecards:
  named: {đạt: [Số hộ nghèo]}
""".replace("[so-y-te, UBND các xã]", '[so-y-te, "UBND các xã"]')
        .replace("[van-ban, Nghị quyết Đại hội]", '[van-ban, "Nghị quyết Đại hội"]')
        .replace("[Số hộ nghèo]", '["Số hộ nghèo"]'),
    )
    assert set(found.names) == {"UBND các xã", "Nghị quyết Đại hội", "doanh nghiệp", "Số hộ nghèo"}
    assert len(found.names) == 4
    assert found.references_without_identity == Tally(4, 7)
