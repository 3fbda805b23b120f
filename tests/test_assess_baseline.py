"""A target that counts from a year is judged where the level of that year is known."""

from __future__ import annotations

from datetime import date

import pytest

from generator.assess.findings import Findings
from tests.conftest import Load

PLAN = """
id: plan
title: Kế hoạch năm 2025
kind: annual
issuer: UBND xã An
period: 2025
indicators:
  - id: phat-thai
    name: Phát thải
    unit: kt
    direction: {direction}
    baseline: {baseline}
    targets: {target}
    results: {result}
"""


@pytest.mark.parametrize(
    ("direction", "baseline", "target", "result", "verdict"),
    [
        ("down", "{2008: 50}", "down 40% since 2008", "30", "achieved"),
        ("down", "{2008: 50}", "down 40% since 2008", "29.9", "exceeded"),
        ("down", "{2008: 50}", "down 40% since 2008", "30.1", "not_achieved"),
        ("down", "{2024: 12.5}", "down 2 pp since 2024", "10.5", "achieved"),
        ("down", "{2024: 12.5}", "down 2..3 pp", "10", "achieved"),
        ("up", "{2020: 10}", "times 2.5 since 2020", "26", "exceeded"),
        ("up", "{2020: 10}", "up at least 7 since 2020", "16", "not_achieved"),
        ("up", "{2019: 10}", "up at least 7 since 2020", "16", "not_assessable"),
        ("up", "{2020: about 10}", "up at least 7 since 2020", "18", "not_assessable"),
        ("down", "{2008: -5}", "down 40% since 2008", "-3", "not_assessable"),
    ],
)
def test_a_change_is_judged_from_its_baseline(
    load: Load, direction: str, baseline: str, target: str, result: str, verdict: str
) -> None:
    archive, problems = load(
        PLAN.format(direction=direction, baseline=baseline, target=target, result=result)
    )
    assert problems == []
    findings = Findings(archive, date(2026, 11, 22))
    headline = findings.headline_of(archive.plans[0], archive.rows["plan"][0])
    assert headline
    assert headline.verdict == verdict
