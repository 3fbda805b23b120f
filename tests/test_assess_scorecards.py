"""Counts that a report states are held against each other, never recomputed."""

from __future__ import annotations

import pytest

from generator.assess.scorecards import NamedCount, OfWhich, Reconciliation, reconciliation
from generator.model.references import Reference
from tests.conftest import Load

ROWS = """
indicators:
  - id: xa-dat-chuan
    name: Xã đạt chuẩn
  - id: thu-ngan-sach
    name: Thu ngân sách
    parts:
      - {id: thu-noi-dia, name: Thu nội địa}
tasks:
  - {id: nv-1, title: Việc một}
"""


def reconciled(load: Load, scorecard: str) -> Reconciliation:
    archive, problems = load(
        f"id: plan\ntitle: Kế hoạch năm 2021\nkind: annual\nscorecards: {scorecard}\n{ROWS}"
    )
    assert not problems
    plan = archive.plans[0]
    return reconciliation(plan.scorecards[0], archive.rows["plan"], plan.tasks)


@pytest.mark.parametrize(
    ("scorecard", "counted", "uncounted", "contradicts"),
    [
        ("{total: 47, counts: {đạt: 45, không đạt: 2}}", 47, 0, False),
        ("{total: 47, counts: {đạt và vượt: 45}}", 45, 2, False),
        ("{total: 47, counts: {đạt: 45, không đạt: 3}}", 48, -1, True),
        ("{counts: {đạt: 45}}", 45, None, False),
        ("{total: 47}", None, None, False),
    ],
)
def test_counts_are_held_against_the_total(
    load: Load, scorecard: str, counted: int | None, uncounted: int | None, contradicts: bool
) -> None:
    found = reconciled(load, scorecard)
    assert (found.counted, found.uncounted, found.contradicts) == (counted, uncounted, contradicts)


@pytest.mark.parametrize(
    ("scorecard", "expected"),
    [
        ("{counts: {đạt: 24, không đạt: 1}, of_which: {vượt: 13}}", OfWhich("vượt", 13, 24, False)),
        ("{counts: {đạt: 24}, of_which: {vượt: 24}}", OfWhich("vượt", 24, 24, False)),
        ("{counts: {đạt: 24, kém: 5}, of_which: {vượt: 25}}", OfWhich("vượt", 25, 24, True)),
        ("{total: 20, of_which: {vượt: 21}}", OfWhich("vượt", 21, 20, True)),
        ("{of_which: {vượt: 21}}", OfWhich("vượt", 21, None, False)),
    ],
)
def test_a_count_inside_another_is_not_greater(
    load: Load, scorecard: str, expected: OfWhich
) -> None:
    found = reconciled(load, scorecard)
    assert found.of_which == (expected,)
    assert found.contradicts is expected.exceeds


@pytest.mark.parametrize(
    ("named", "expected", "contradicts"),
    [
        ("[xa-dat-chuan]", NamedCount("kém", 3, 1, 2, ()), False),
        ("[xa-dat-chuan, thu-noi-dia, nv-1]", NamedCount("kém", 3, 3, 0, ()), False),
        ("[xa-dat-chuan, xa-dat-chuan]", NamedCount("kém", 3, 1, 2, ()), False),
        (
            '[xa-dat-chuan, "Số hộ nghèo", khong-co]',
            NamedCount("kém", 3, 3, 0, (Reference("Số hộ nghèo"), Reference("khong-co"))),
            False,
        ),
        (
            '["A b", "A c", "A d", "A e"]',
            NamedCount("kém", 3, 4, -1, tuple(Reference(f"A {each}") for each in "bcde")),
            True,
        ),
    ],
)
def test_names_are_counted(load: Load, named: str, expected: NamedCount, contradicts: bool) -> None:
    found = reconciled(load, f"{{counts: {{đạt: 9, kém: 3}}, named: {{kém: {named}}}}}")
    assert found.words == (NamedCount("đạt", 9, 0, 9, ()), expected)
    assert found.contradicts is contradicts


def test_a_word_that_is_only_named_has_no_count(load: Load) -> None:
    found = reconciled(load, "{total: 9, named: {không đạt: [xa-dat-chuan]}}")
    assert found.words == (NamedCount("không đạt", None, 1, None, ()),)
    assert not found.contradicts


def test_a_word_named_among_those_inside_another_has_their_count(load: Load) -> None:
    found = reconciled(
        load, "{counts: {đạt: 9}, of_which: {vượt: 2}, named: {vượt: [xa-dat-chuan]}}"
    )
    assert found.words[1] == NamedCount("vượt", 2, 1, 1, ())
