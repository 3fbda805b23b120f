"""Totals that a budget states are held against the rows that break them down."""

from __future__ import annotations

import textwrap

import pytest

from generator.assess.budgets import breakdowns
from tests.conftest import Load

SECTIONS = """
sections:
  - {id: ha-tang, title: Hạ tầng}
  - {id: giao-thong, title: Giao thông, parent: ha-tang}
  - {id: thuy-loi, title: Thủy lợi, parent: ha-tang}
  - {id: cau-cong, title: Cầu cống, parent: giao-thong}
"""


def facts(load: Load, rows: str, common: str = "") -> list[tuple[str, str, str, int, int]]:
    """Each breakdown as total, column, difference, rows and rows without a number."""
    lines = textwrap.indent(textwrap.dedent(rows).strip(), "    ")
    archive, problems = load(
        "id: plan\ntitle: Kế hoạch năm 2021\nkind: annual\n"
        f"{SECTIONS}budget:\n  unit: triệu đồng\n{common}  rows:\n{lines}\n"
    )
    assert not problems
    plan = archive.plans[0]
    return [
        (
            str(each.total.amount),
            each.column,
            str(each.difference),
            len(each.rows),
            each.lacking,
        )
        for each in breakdowns(plan.budget[0], plan.sections)
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            """
            - amount: 52000
            - {kind: sự nghiệp, amount: 40000}
            - {fund: ngân sách trung ương, kind: sự nghiệp, amount: 31000}
            """,
            [("52000", "kind", "12000", 1, 0), ("40000", "fund", "9000", 1, 0)],
        ),
        (
            """
            - amount: 100
            - {fund: trung ương, amount: 60}
            - {fund: tỉnh, amount: 40}
            - {kind: đầu tư, amount: 70}
            - {kind: sự nghiệp, amount: 31}
            """,
            [("100", "fund", "0", 2, 0), ("100", "kind", "-1", 2, 0)],
        ),
        (
            """
            - amount: 0.3
            - {fund: trung ương, amount: 0.1}
            - {fund: tỉnh, amount: 0.2}
            """,
            [("0.3", "fund", "0.0", 2, 0)],
        ),
        (
            """
            - amount: 100
            - {fund: trung ương, amount: about 60}
            - {fund: tỉnh, amount: 40}
            """,
            [("100", "fund", "None", 2, 1)],
        ),
        (
            """
            - amount: about 100
            - {fund: trung ương, amount: 60}
            """,
            [("about 100", "fund", "None", 1, 0)],
        ),
        (
            """
            - amount: 100
            - {fund: trung ương, amount: 60}
            - {fund: trung ương, amount: 61}
            """,
            [],
        ),
        (
            """
            - amount: 100
            - {fund: trung ương, kind: đầu tư, amount: 60}
            """,
            [],
        ),
        (
            """
            - {stage: planned, amount: 100}
            - {stage: disbursed, amount: 60}
            - {fund: tỉnh, stage: disbursed, amount: 60}
            """,
            [("60", "fund", "0", 1, 0)],
        ),
    ],
)
def test_a_total_is_compared_with_one_more_column(
    load: Load, rows: str, expected: list[tuple[str, str, str, int, int]]
) -> None:
    assert facts(load, rows) == expected


def test_what_holds_for_the_whole_table_narrows_nothing(load: Load) -> None:
    common = "  fund: tỉnh\n  period: 2021..2025\n  stage: planned\n"
    rows = """
    - {fund: tỉnh, period: 2021..2025, stage: planned, amount: 30}
    - {period: 2021, amount: 10}
    - {period: 2022..2025, amount: 20}
    """
    assert facts(load, rows, common) == [("30", "period", "0", 2, 0)]


def test_a_period_is_broken_down_by_the_periods_inside_it(load: Load) -> None:
    rows = """
    - amount: 100
    - {period: 2021..2022, amount: 60}
    - {period: 2021, amount: 25}
    - {period: 2022, amount: 30}
    - {period: 2023, amount: 40}
    """
    assert facts(load, rows) == [
        ("100", "period", "0", 2, 0),
        ("60", "period", "5", 2, 0),
    ]


def test_periods_whose_days_are_unknown_lie_in_no_other(load: Load) -> None:
    rows = """
    - {period: 2021..2022, amount: 60}
    - {period: 2021/2022, amount: 25}
    """
    assert facts(load, rows) == []


def test_a_section_is_broken_down_by_the_sections_inside_it(load: Load) -> None:
    rows = """
    - amount: 100
    - {section: ha-tang, amount: 90}
    - {section: giao-thong, amount: 50}
    - {section: cau-cong, amount: 20}
    - {section: thuy-loi, amount: 30}
    """
    assert facts(load, rows) == [
        ("100", "section", "10", 1, 0),
        ("90", "section", "10", 2, 0),
        ("50", "section", "30", 1, 0),
    ]


def test_a_section_is_broken_down_by_its_tasks(load: Load) -> None:
    rows = """
    - {section: ha-tang, amount: 90}
    - {section: ha-tang, task: nv-1, amount: 90}
    - {section: thuy-loi, task: nv-2, amount: 5}
    """
    found = facts(load, rows)
    assert ("90", "task", "0", 1, 0) in found
