"""Our own slips: what was mistyped gives way to its correction, and stays in the file."""

from __future__ import annotations

from datetime import date

from generator.assess.findings import Findings
from tests.conftest import Load

DAY = date(2026, 11, 22)
PLAN = """
id: plan
title: Kế hoạch năm 2025
kind: annual
issuer: UBND xã An
period: 2025
indicators:
  - id: ho-ngheo
    name: Tỷ lệ hộ nghèo
    unit: percent
    direction: down
    targets: below 6
    results:
      - period: 2024
        value: 7
      - value: 52
      - value: 5.2
        correction: true
tasks:
  - id: viec
    title: Rà soát
    due: 2025-06
    reports:
      - on: 2025-06-20
        stage: completed
        done: 2025-06-19
      - on: 2025-06-20
        stage: in_progress
        correction: true
"""


def test_a_mistyped_result_is_judged_no_more(load: Load) -> None:
    archive, problems = load(PLAN)
    assert problems == []
    row = archive.rows["plan"][0]
    assert [str(each.value) for each in row.results] == ["7", "5.2"]
    assert len(row.indicator.results) == 3
    findings = Findings(archive, DAY)
    headline = findings.headline_of(archive.plans[0], row)
    assert headline
    assert headline.verdict == "achieved"


def test_a_mistyped_report_is_the_state_no_more(load: Load) -> None:
    archive, _ = load(PLAN)
    standing = Findings(archive, DAY).tasks["plan"][0]
    assert standing.timeliness == "overdue"
    assert standing.done is None
