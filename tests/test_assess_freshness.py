"""When something was last heard of a plan, and who is late in reporting."""

from __future__ import annotations

from datetime import date

import pytest

from generator.assess.freshness import Freshness, freshness
from tests.conftest import Load

DOCUMENTS = """
- {id: qd-ban-hanh, kind: decision, title: Ban hành, issued: 2020-12-28}
- {id: bao-cao-6-thang, kind: report, title: Báo cáo, issued: 2021-06-20}
- {id: bao-cao-nam, kind: report, title: Báo cáo năm, issued: 2021-12-20}
- id: tong-ket
  kind: report
  title: Tổng kết
  issued: 2022-03-01
  relations: {evaluates: plan}
- {id: sau, kind: plan, title: Kế hoạch sau, issued: 2021-12-29, relations: {succeeds: plan}}
"""

PLAN = """
id: plan
title: Kế hoạch năm 2021
kind: annual
lifecycle: adopted
document: qd-ban-hanh
source: qd-ban-hanh
"""


def fresh(load: Load, fields: str, day: str, documents: str = DOCUMENTS) -> Freshness:
    archive, problems = load(PLAN + fields, registers__documents__all=documents)
    assert not problems
    return freshness(archive, archive.plans[0], date.fromisoformat(day))


REPORTED = "tasks: [{{id: a, title: Việc a, reports: [{{on: {}, stage: in_progress}}]}}]\n"


def day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


@pytest.mark.parametrize(
    ("reporting", "last", "as_of", "expected", "days_late"),
    [
        # nobody reported: the first report is awaited by the end of the first period
        ("quarterly", None, "2021-03-31", "2021-03-31", None),
        ("quarterly", None, "2021-04-01", "2021-03-31", 1),
        ("monthly", None, "2021-02-01", "2021-01-31", 1),
        ("yearly", None, "2021-12-31", "2021-12-31", None),
        ("yearly", None, "2022-01-01", "2021-12-31", 1),
        # one report in each period
        ("quarterly", "2021-01-01", "2021-06-30", "2021-06-30", None),
        ("quarterly", "2021-03-31", "2021-07-01", "2021-06-30", 1),
        ("quarterly", "2021-04-01", "2021-07-01", "2021-09-30", None),
        ("monthly", "2021-01-31", "2021-03-01", "2021-02-28", 1),
        ("monthly", "2021-11-05", "2021-12-31", "2021-12-31", None),
        # nothing more is awaited after the plan
        ("yearly", "2021-12-21", "2022-06-01", None, None),
        ("quarterly", "2021-12-21", "2022-06-01", None, None),
        ("quarterly until 2022", "2021-12-21", "2022-02-28", "2022-03-31", None),
        ("quarterly until 2022", "2021-09-21", "2022-02-01", "2021-12-31", 32),
        # nor after its evaluation
        ("quarterly until 2022", "2021-09-21", "2022-03-01", None, None),
        ("quarterly 2021-Q3..2021-Q4", None, "2021-07-01", "2021-09-30", None),
        ("quarterly 2021-Q3..2021-Q4", "2021-02-01", "2021-07-01", "2021-09-30", None),
        # one report on a day
        ("before 2021-12-15", None, "2021-12-14", "2021-12-14", None),
        ("before 2021-12-15", None, "2021-12-15", "2021-12-14", 1),
        ("before 2021-12-15", "2021-12-01", "2021-12-15", None, None),
        ("ongoing", None, "2021-12-15", None, None),
    ],
)
def test_the_next_report_is_awaited(
    load: Load,
    reporting: str,
    last: str | None,
    as_of: str,
    expected: str | None,
    days_late: int | None,
) -> None:
    fields = f"period: 2021\nreporting: {reporting}\n"
    found = fresh(load, fields + (REPORTED.format(last) if last else ""), as_of)
    assert (found.expected, found.days_late) == (day(expected), days_late)
    assert found.is_late is (days_late is not None)
    assert found.last_report == day(last)


def test_years_begin_with_the_plan(load: Load) -> None:
    fields = "period: 2021/2022\nyear_starts: 09\nreporting: yearly\n"
    assert fresh(load, fields, "2022-01-01").expected == date(2022, 8, 31)
    quarterly = fields.replace("yearly", "quarterly") + REPORTED.format("2021-12-05")
    assert fresh(load, quarterly, "2022-01-01").expected == date(2022, 5, 31)


def test_without_a_period_reports_begin_with_the_document(load: Load) -> None:
    assert fresh(load, "reporting: quarterly\n", "2021-02-01").expected == date(2020, 12, 31)


@pytest.mark.parametrize(
    "fields",
    [
        "period: 2021\n",
        "period: 2021\nreporting_text: theo quy định\n",
        "reporting: yearly\ndocument: khong-co\n",
    ],
)
def test_without_a_rhythm_nothing_is_awaited(load: Load, fields: str) -> None:
    plan = PLAN.replace("document: qd-ban-hanh\n", "") if "document" in fields else PLAN
    archive, problems = load(plan + fields, registers__documents__all=DOCUMENTS)
    assert not problems
    assert freshness(archive, archive.plans[0], date(2023, 1, 1)).expected is None


@pytest.mark.parametrize("lifecycle", ["drafting", "submitted", "cancelled"])
def test_only_a_plan_in_force_reports(load: Load, lifecycle: str) -> None:
    fields = "period: 2021\nreporting: yearly\n"
    archive, problems = load(
        PLAN.replace("lifecycle: adopted", f"lifecycle: {lifecycle}") + fields,
        registers__documents__all=DOCUMENTS,
    )
    assert not problems
    assert freshness(archive, archive.plans[0], date(2021, 6, 1)).expected is None


NEWS = [
    ("", None, "2020-12-28"),
    (REPORTED.format("2021-02-05"), "2021-02-05", "2021-02-05"),
    ("indicators: [{id: a, name: A b, results: [{value: 1, as_of: 2021-05}]}]", "2021-05-31", None),
    ("indicators: [{id: a, name: A b, results: [{value: 1, as_of: 2021}]}]", "2021-12-30", None),
    (
        "indicators: [{id: a, name: A b, results: [{value: 1, source: bao-cao-6-thang}]}]",
        "2021-06-20",
        None,
    ),
    (
        "indicators: [{id: a, name: A b, results: [{value: 1, period: 2021}]}]",
        None,
        "2020-12-28",
    ),
    (
        "tasks: [{id: a, title: A b, reports: [{stage: completed, document: bao-cao-nam}]}]",
        "2021-12-20",
        None,
    ),
    ("scorecards: {as_of: 2021-12-21, total: 3}", "2021-12-21", None),
    ("scorecards: {total: 3, source: bao-cao-nam}", "2021-12-20", None),
    ("scorecards: {as_of: 2022-01-01, total: 3}", None, "2020-12-28"),
    (
        "tasks: [{id: a, title: A b, due: [2021-03, {due: 2021-06, on: 2021-03-09}]}]",
        None,
        "2021-03-09",
    ),
    (
        "indicators: [{id: a, name: A b, targets: [1, {value: 2, on: 2021-04-09}]}]",
        None,
        "2021-04-09",
    ),
    (
        "milestones: [{id: a, title: Hội nghị, when: 2021-01-07, outcome: đã họp}]",
        None,
        "2021-01-07",
    ),
    ("milestones: [{id: a, title: Hội nghị, when: 2021-01-07}]", None, "2020-12-28"),
]


@pytest.mark.parametrize(("fields", "last_report", "last_news"), NEWS)
def test_the_last_that_was_heard(
    load: Load, fields: str, last_report: str | None, last_news: str | None
) -> None:
    found = fresh(load, fields, "2021-12-30")
    assert found.last_report == day(last_report)
    assert found.last_news == day(last_news or last_report)


def test_an_evaluation_is_news(load: Load) -> None:
    assert fresh(load, "", "2022-02-28").last_news == date(2020, 12, 28)
    assert fresh(load, "", "2022-03-01").last_news == date(2022, 3, 1)
