"""Versions of targets and deadlines: their order, and whether a promise was eased or tightened."""

from __future__ import annotations

import textwrap
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assess.revisions import (
    DeadlineRevision,
    Revision,
    TargetLine,
    deadline_revisions,
    good_side,
    revisions,
    target_lines,
)
from generator.model.archive import Archive
from generator.model.indicators import Indicator, Target
from generator.model.plan import Plan
from generator.model.quantity import quantity
from generator.model.vocabularies import Direction
from generator.model.written_out import Row, written_out
from tests.conftest import Load

PLAN = "id: plan\ntitle: Kế hoạch năm 2021\nkind: annual\nperiod: 2021\n"

DOCUMENTS = """
- {id: nq-goc, kind: resolution, title: Nghị quyết, issued: 2020-12-10}
- {id: qd-dieu-chinh, kind: decision, title: Điều chỉnh, issued: 2021-06-15}
- {id: qd-khong-ngay, kind: decision, title: Không rõ ngày}
"""


def row_of(load: Load, fields: str) -> tuple[Archive, Row]:
    lines = textwrap.indent(textwrap.dedent(fields).strip(), "    ")
    archive, problems = load(
        f"{PLAN}indicators:\n  - id: chi-tieu\n    name: Chỉ tiêu\n{lines}\n",
        registers__documents__documents=DOCUMENTS,
    )
    assert not problems
    return archive, archive.rows["plan"][0]


def row(direction: Direction | None, *versions: str, unit: str = "percent") -> Row:
    """A row built without a file, with one version of its target per value."""
    targets = tuple(Target(value=quantity(value)) for value in versions)
    indicator = Indicator(
        id="chi-tieu", name="Chỉ tiêu", unit=unit, direction=direction, targets=targets
    )
    plan = Plan(id="plan", title="Kế hoạch", kind="annual", indicators=(indicator,))
    return written_out(plan, {}, {})[0]


def only(found: tuple[Revision, ...]) -> Revision:
    assert len(found) == 1
    return found[0]


def written(line: TargetLine) -> list[str]:
    return [str(version.value) for version in line.versions]


def test_targets_are_grouped_by_period_body_and_modality(load: Load) -> None:
    _, found = row_of(
        load,
        """
        targets:
          - {period: 2021, value: 5, set_by: ubnd}
          - {period: 2021, value: 6, set_by: hdnd}
          - {period: 2021, value: 7, set_by: ubnd, modality: aspirational}
          - {period: 2022, value: 8, set_by: ubnd}
          - {period: 2021, value: 4, set_by: ubnd, on: 2021-05}
        """,
    )
    assert [written(line) for line in target_lines(found)] == [["5", "4"], ["6"], ["7"], ["8"]]
    assert target_lines(found)[0].in_force.value == quantity("4")


@pytest.mark.parametrize(
    ("first", "second", "third", "order"),
    [
        ("", "on: 2021-03", "on: 2021-09", "1 2 3"),
        ("", "on: 2021-09", "on: 2021-03", "1 3 2"),
        ("document: nq-goc", "on: 2021-09", "document: qd-dieu-chinh", "1 3 2"),
        ("on: 2021-07, document: nq-goc", "document: qd-dieu-chinh", "on: 2021-08", "2 1 3"),
        ("document: nq-goc", "document: qd-khong-ngay", "document: qd-dieu-chinh", "1 2 3"),
        ("", "", "", "1 2 3"),
        ("on: 2021-03", "on: 2021-03-01", "on: 2021", "3 1 2"),
    ],
)
def test_versions_follow_their_day_then_their_document_then_the_file(
    load: Load, first: str, second: str, third: str, order: str
) -> None:
    entries = "\n".join(
        f"  - {{value: {number}{', ' if said else ''}{said}}}"
        for number, said in enumerate((first, second, third), start=1)
    )
    archive, found = row_of(load, f"targets:\n{entries}")
    (line,) = target_lines(found, archive.document)
    assert " ".join(written(line)) == order


@pytest.mark.parametrize(
    ("as_of", "in_force"),
    [("2020-01-01", "1"), ("2021-02-28", "1"), ("2021-03-01", "2"), ("2021-06-15", "3")],
)
def test_a_later_version_is_not_in_force_yet(load: Load, as_of: str, in_force: str) -> None:
    archive, found = row_of(
        load,
        """
        targets:
          - {value: 1, document: nq-goc}
          - {value: 2, on: 2021-03}
          - {value: 3, document: qd-dieu-chinh}
        """,
    )
    (line,) = target_lines(found, archive.document, date.fromisoformat(as_of))
    assert str(line.in_force.value) == in_force


COMPARED = [
    # direction, before, after, kind, width
    ("up", "3.5", "2.0", "eased", None),
    ("up", "2.0", "3.5", "tightened", None),
    ("down", "3.5", "2.0", "tightened", None),
    ("down", "2", "3.5", "eased", None),
    ("up", "9.5", "8..10.5", "eased", "widened"),
    ("up", "8..10.5", "9.5", "tightened", "narrowed"),
    ("down", "9.5", "8..10.5", "eased", "widened"),
    ("up", "6..8", "6..9", "widened", "widened"),
    ("up", "6..8", "6..7", "narrowed", "narrowed"),
    ("up", "6..8", "7..9", "tightened", None),
    ("down", "6..8", "7..9", "eased", None),
    ("up", "6..8", "5..8", "eased", "widened"),
    ("up", "6", "6", "unchanged", None),
    ("up", "6", "6.0", "unchanged", None),
    ("up", "6", "at least 6", "unchanged", None),
    ("up", "at least 6", "6..8", "unchanged", None),
    ("up", "at least 6", "above 6", "tightened", None),
    ("up", "above 6", "at least 6", "eased", None),
    ("up", "6", "about 6", "eased", None),
    (None, "at least 6", "at least 5", "eased", None),
    (None, "at most 6", "at most 5", "tightened", None),
    (None, "below 6", "at most 6", "eased", None),
    (None, "5", "at least 6", "tightened", None),
    (None, "at most 5", "4", "tightened", None),
    (None, "at least 5", "at most 6", "not_comparable", None),
    (None, "5", "6", "not_comparable", None),
    (None, "5..6", "4..7", "widened", "widened"),
    ("up", "at most 5", "6", "not_comparable", None),
    ("up", "6", "at most 5", "not_comparable", None),
    ("within", "4..6", "3..7", "widened", "widened"),
    ("within", "4..6", "4..5", "narrowed", "narrowed"),
    ("within", "4..6", "5..7", "not_comparable", None),
    ("down", "down 2 pp", "down 1.5 pp", "eased", None),
    ("down", "down 2 pp", "down 2.5 pp", "tightened", None),
    ("up", "down 2 pp", "down 1.5 pp", "tightened", None),
    ("up", "up 7", "up 5", "eased", None),
    ("up", "up 1", "down 1", "eased", None),
    (None, "down at least 2 pp", "down at least 3 pp", "tightened", None),
    ("up", "times 3 since 2020", "times 2.5..3 since 2020", "eased", "widened"),
    ("up", "times 3 since 2020", "times 3 since 2021", "not_comparable", None),
    ("down", "down 2 pp", "down 2%", "not_comparable", None),
    ("down", "down 2 pp", "3", "not_comparable", None),
    ("up", "45 of 47", "44 of 47", "eased", None),
    ("up", "45 of 47", "45 of 48", "eased", None),
    ("up", "met", "met", "unchanged", None),
    ("up", "met", "not met", "not_comparable", None),
    ("up", "met", "6", "not_comparable", None),
    ("up", "not stated", "6", "not_comparable", None),
]


@pytest.mark.parametrize(("direction", "before", "after", "kind", "width"), COMPARED)
def test_a_revision_is_told_by_the_worst_acceptable_end(
    direction: Direction | None, before: str, after: str, kind: str, width: str | None
) -> None:
    found = only(revisions(row(direction, before, after)))
    assert (found.kind, found.width) == (kind, width)


def test_shares_of_another_whole_are_compared_in_percent_only() -> None:
    counted = only(revisions(row("up", "45 of 47", "45 of 48", unit="xã")))
    assert counted.kind == "not_comparable"
    assert only(revisions(row("up", "45 of 47", "44 of 47", unit="xã"))).kind == "eased"


def test_words_are_compared_only_with_the_same_words(load: Load) -> None:
    _, found = row_of(
        load,
        """
        targets:
          - {value_text: Xuất siêu}
          - {value_text: Xuất siêu, on: 2021-02}
          - {value_text: Cân bằng, on: 2021-03}
        """,
    )
    assert [each.kind for each in revisions(found)] == ["unchanged", "not_comparable"]


def test_a_revision_tells_when_by_what_and_why(load: Load) -> None:
    archive, found = row_of(
        load,
        """
        direction: up
        targets:
          - 9.5
          - {value: 8..10.5, document: qd-dieu-chinh, reason: kết quả 7 tháng đầu năm}
        """,
    )
    each = only(revisions(found, archive.document))
    assert each.on
    assert each.on.written == "2021-06-15"
    assert each.document
    assert each.document.id == "qd-dieu-chinh"
    assert (each.reason, each.correction) == ("kết quả 7 tháng đầu năm", False)
    assert each.line.in_force is each.after
    assert not revisions(found, archive.document, date(2021, 6, 14))


def test_our_own_mistake_is_no_revision_of_theirs(load: Load) -> None:
    archive, found = row_of(
        load,
        """
        direction: up
        targets:
          - 35
          - {value: 3.5, on: 2021-01-05, correction: true}
          - {value: 0.2, on: 2021-06-01, reason: dịch bệnh}
          - {value: 2.0, on: 2021-06-09, correction: true}
        """,
    )
    (line,) = target_lines(found, archive.document)
    assert str(line.first.value) == "3.5"
    assert str(line.in_force.value) == "2.0"
    told = [
        (
            str(each.before.value),
            str(each.after.value),
            each.on and each.on.written,
            each.correction,
        )
        for each in revisions(found, archive.document)
    ]
    assert told == [
        ("35", "3.5", "2021-01-05", True),
        ("3.5", "2.0", "2021-06-01", False),
        ("0.2", "2.0", "2021-06-09", True),
    ]


@pytest.mark.parametrize(
    ("direction", "value", "side"),
    [
        ("up", "5", "up"),
        ("down", "5", "down"),
        ("within", "4..6", "within"),
        (None, "5", None),
        (None, "at least 5", "up"),
        (None, "above 5", "up"),
        (None, "at most 5", "down"),
        (None, "below 5", "down"),
        (None, "about 5", None),
        (None, "down at least 5", "down"),
        (None, "down at most 5", "up"),
        (None, "up at most 5", "down"),
        ("down", "at least 5", None),
        ("up", "below 5", None),
        ("within", "at most 5", None),
        ("down", "down at least 2 pp", "down"),
        ("up", "down at least 2 pp", None),
        ("up", "met", "up"),
        (None, "met", None),
    ],
)
def test_the_good_side_is_the_direction_else_the_operator(
    direction: Direction | None, value: str, side: str | None
) -> None:
    found = row(direction, value)
    assert good_side(found, found.targets[0]) == side


def moves(load: Load, due: str) -> tuple[DeadlineRevision, ...]:
    archive, problems = load(
        f"{PLAN}tasks:\n  - id: nv\n    title: Việc\n    due:\n{due}",
        registers__documents__documents=DOCUMENTS,
    )
    assert not problems
    return deadline_revisions(archive.plans[0].tasks[0], archive.document)


@pytest.mark.parametrize(
    ("before", "after", "days"),
    [
        ("due: 2021-03", "due: 2021-06", 91),
        ("due: 2021-06", "due: 2021-03", -91),
        ("due: before 2021-04-01", "due: 2021-03", 0),
        ("due: 2021-03", "due: ongoing", None),
        ("due_text: khi có vốn", "due: 2021-03", None),
        ("due: 2020/2021", "due: 2021", None),
    ],
)
def test_a_deadline_slips_by_days(load: Load, before: str, after: str, days: int | None) -> None:
    (moved,) = moves(load, f"      - {{{before}}}\n      - {{{after}, document: qd-dieu-chinh}}\n")
    assert moved.days == days
    assert moved.on
    assert (moved.on.written, moved.correction) == ("2021-06-15", False)


def test_a_deadline_said_once_has_not_moved(load: Load) -> None:
    assert moves(load, "      - 2021-03\n") == ()


def test_a_mistyped_deadline_has_not_slipped(load: Load) -> None:
    due = "      - 2012-03\n      - {due: 2021-03, on: 2021-01-09, correction: true}\n"
    (moved,) = moves(load, due)
    assert moved.correction


NUMBERS = st.decimals(min_value=-99, max_value=99, places=1).map(str)
CHANGES = st.sampled_from(["", "up ", "down "])
OPERATORS = st.sampled_from(["", "at least ", "above ", "at most ", "below ", "about "])
DIRECTIONS: st.SearchStrategy[Direction | None] = st.sampled_from(["up", "down", "within", None])


@st.composite
def values(draw: st.DrawFn) -> str:
    change = draw(CHANGES)
    low, high = sorted((Decimal(draw(NUMBERS)), Decimal(draw(NUMBERS))))
    if change:
        low, high = sorted((abs(low), abs(high)))
    if draw(st.booleans()):
        return f"{change}{low}..{high}"
    return f"{change}{draw(OPERATORS)}{low}"


REVERSED = {
    "eased": "tightened",
    "tightened": "eased",
    "widened": "narrowed",
    "narrowed": "widened",
}


@given(DIRECTIONS, values(), values())
def test_tightening_is_the_reverse_of_easing(
    direction: Direction | None, one: str, other: str
) -> None:
    there = only(revisions(row(direction, one, other)))
    back = only(revisions(row(direction, other, one)))
    assert back.kind == REVERSED.get(there.kind, there.kind)
    assert back.width == (there.width and REVERSED[there.width])
