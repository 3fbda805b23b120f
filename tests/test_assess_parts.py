"""Parts that make the whole are compared with what is printed for the whole, nothing more."""

from __future__ import annotations

import textwrap

import pytest

from generator.assess.parts import parts_sums
from tests.conftest import Load


def sums(load: Load, fields: str) -> list[tuple[str, str, str, str, int, int]]:
    """Each comparison as field, period, whole, difference, parts with a number, and parts."""
    lines = textwrap.indent(textwrap.dedent(fields).strip(), "    ")
    archive, problems = load(
        "id: plan\ntitle: Kế hoạch năm 2021\nkind: annual\nperiod: 2021\nindicators:\n"
        f"  - id: thu\n    name: Thu ngân sách\n    unit: tỷ đồng\n{lines}\n"
    )
    assert not problems
    return [
        (
            each.field,
            each.period.written if each.period else "",
            str(each.whole.value),
            str(each.difference),
            each.counted,
            each.of,
        )
        for each in parts_sums(archive.rows["plan"][0])
    ]


@pytest.mark.parametrize(
    ("whole", "one", "other", "expected"),
    [
        ("targets: 30", "targets: 10", "targets: 20", ("30", "0", 2, 2)),
        ("targets: 30", "targets: 10.5", "targets: 20", ("30", "-0.5", 2, 2)),
        ("targets: 30", "targets: 10", "targets: not stated", ("30", "None", 1, 2)),
        ("targets: 30", "targets: 10", "targets: at least 20", ("30", "None", 1, 2)),
        ("targets: 30", "targets: 10", "targets: 20..21", ("30", "None", 1, 2)),
        ("targets: 30", "targets: 10", "targets: {2022: 20}", ("30", "None", 1, 2)),
        ("targets: 30", "targets: 10", "{unit: triệu đồng, targets: 20}", ("30", "None", 1, 2)),
        ("targets: 30", "targets: 10", "results: 20", ("30", "None", 1, 2)),
        (
            "targets: [35, {value: 30, on: 2021-05}]",
            "targets: 10",
            "targets: 20",
            ("30", "0", 2, 2),
        ),
    ],
)
def test_the_target_in_force_is_compared_with_its_parts(
    load: Load, whole: str, one: str, other: str, expected: tuple[str, str, int, int]
) -> None:
    second = "\n    ".join(other.strip("{}").split(", ")) if "unit" in other else other
    parts = (
        f"parts:\n  - id: a\n    name: Nội địa\n    {one}\n"
        f"  - id: b\n    name: Xuất nhập khẩu\n    {second}\n"
    )
    (found,) = sums(load, f"adds_up: true\n{whole}\n{parts}")
    assert found == ("targets", "2021", *expected)


def test_every_period_and_kind_is_compared_by_itself(load: Load) -> None:
    found = sums(
        load,
        """
        adds_up: true
        baseline: {2020: 9}
        results:
          - {period: 2021, value: 10, as_of: 2021-12}
          - {period: 2021, value: 11, as_of: 2022-03}
          - {period: 2021, value: 12, kind: estimate}
          - {period: 2022, value: about 13}
        parts:
          - id: a
            name: Nội địa
            baseline: {2020: 4}
            results:
              - {period: 2021, value: 6}
              - {period: 2021, value: 7, kind: estimate}
          - id: b
            name: Khác
            baseline: {2020: 5}
            results: {2021: 5}
        """,
    )
    assert found == [
        ("baseline", "2020", "9", "0", 2, 2),
        ("results", "2021", "11", "0", 2, 2),
        ("results", "2021", "12", "None", 1, 2),
    ]


def test_only_parts_that_make_the_whole_are_added(load: Load) -> None:
    assert not sums(load, "targets: 30\nparts: [{id: a, name: Nội địa, targets: 10}]")
    assert not sums(load, "adds_up: true\ntargets: 30")


def test_parts_without_a_printed_whole_are_not_added(load: Load) -> None:
    assert not sums(load, "adds_up: true\nparts: [{id: a, name: Nội địa, targets: 10}]")
