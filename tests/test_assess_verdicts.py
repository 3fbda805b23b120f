"""What became of each target, branch by branch, and what the source says beside it."""

from __future__ import annotations

import textwrap
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assess.stated import KNOWN_WORDS, stated_verdict
from generator.assess.verdicts import Assessment, assessments, headline
from generator.model.archive import Archive
from generator.model.indicators import Indicator, Result, Target
from generator.model.plan import Plan
from generator.model.quantity import quantity
from generator.model.vocabularies import Direction, Verdict
from generator.model.when import when
from generator.model.written_out import Row, written_out
from tests.conftest import Load

PLAN = "id: plan\ntitle: Kế hoạch năm 2021\nkind: annual\nperiod: 2021\n"

DOCUMENTS = """
- {id: bc-thang-10, kind: report, title: Báo cáo, issued: 2021-10-20}
- {id: bc-nam, kind: report, title: Báo cáo, issued: 2022-01-15}
"""

AFTER = date(2022, 1, 1)


def judge(load: Load, fields: str, day: date = AFTER, plan: str = "") -> tuple[Assessment, ...]:
    lines = textwrap.indent(textwrap.dedent(fields).strip(), "    ")
    archive, problems = load(
        f"{PLAN}{plan}indicators:\n  - id: chi-tieu\n    name: Chỉ tiêu\n{lines}\n",
        registers__documents__documents=DOCUMENTS,
    )
    assert not problems
    return assessed(archive, day)


def assessed(archive: Archive, day: date) -> tuple[Assessment, ...]:
    plan = archive.plans[0]
    return assessments(plan, archive.rows[plan.id][0], day, archive.document)


def judge_one(load: Load, fields: str, day: date = AFTER, plan: str = "") -> Assessment:
    (found,) = judge(load, fields, day, plan)
    return found


def plan_of(
    direction: Direction | None,
    target: str,
    result: str,
    unit: str | None = None,
    periods: tuple[str, str] = ("2021", "2021"),
) -> tuple[Plan, Row]:
    """A plan built without a file, with one target and one result."""
    indicator = Indicator(
        id="chi-tieu",
        name="Chỉ tiêu",
        unit=unit,
        direction=direction,
        targets=(Target(period=when(periods[0]), value=quantity(target)),),
        results=(Result(period=when(periods[1]), value=quantity(result)),),
    )
    plan = Plan(id="plan", title="Kế hoạch", kind="annual", indicators=(indicator,))
    return plan, written_out(plan, {}, {})[0]


def verdict(
    direction: Direction | None, target: str, result: str, unit: str | None = None
) -> tuple[Verdict, str]:
    plan, row = plan_of(direction, target, result, unit)
    (found,) = assessments(plan, row, AFTER)
    return found.verdict, found.reason


COMPARED: list[tuple[Direction | None, str, str, str]] = [
    # an exact number
    ("up", "10", "10.1", "exceeded"),
    ("up", "10", "10", "achieved"),
    ("up", "10", "10.00", "achieved"),
    ("up", "10", "9.9", "not_achieved"),
    ("up", "100", "99.6", "not_achieved"),
    ("down", "3.5", "3.4", "exceeded"),
    ("down", "3.5", "3.5", "achieved"),
    ("down", "3.5", "3.6", "not_achieved"),
    ("up", "-2", "-1", "exceeded"),
    # at least, at most
    (None, "at least 6", "7", "exceeded"),
    (None, "at least 06", "6", "achieved"),
    (None, "at least 6", "5", "not_achieved"),
    ("down", "at most 3", "2", "exceeded"),
    (None, "at most 3", "3", "achieved"),
    (None, "at most 3", "3.1", "not_achieved"),
    # above, below: strictly, and never exceeded
    (None, "above 4", "4.1", "achieved"),
    (None, "above 4", "400", "achieved"),
    (None, "above 4", "4", "not_achieved"),
    (None, "below 1.2", "1.1", "achieved"),
    (None, "below 1.2", "1.2", "not_achieved"),
    # ranges
    ("up", "8300..8500", "8501", "exceeded"),
    ("up", "8300..8500", "8500", "achieved"),
    ("up", "8300..8500", "8300", "achieved"),
    ("up", "8300..8500", "8299", "not_achieved"),
    ("down", "1.5..2", "1.4", "exceeded"),
    ("down", "1.5..2", "2", "achieved"),
    ("down", "1.5..2", "2.1", "not_achieved"),
    # about
    ("up", "about 65", "65", "achieved"),
    ("up", "about 65", "70", "achieved"),
    ("up", "about 65", "64.9", "not_assessable short_of_about"),
    ("down", "about 65", "64.9", "achieved"),
    ("up", "about 4.5..5", "4.5", "achieved"),
    ("up", "about 4.5..5", "4.4", "not_assessable short_of_about"),
    ("up", "about 65", "about 65", "achieved"),
    # within: in or out, never exceeded
    ("within", "4..6", "4", "achieved"),
    ("within", "4..6", "6", "achieved"),
    ("within", "4..6", "6.1", "not_achieved"),
    ("within", "4..6", "3.9", "not_achieved"),
    ("within", "4..6", "4.5..5", "achieved"),
    ("within", "4..6", "5..7", "not_assessable result_open"),
    ("within", "4..6", "7..8", "not_achieved"),
    ("within", "4..6", "above 6", "not_achieved"),
    ("within", "4..6", "above 5", "not_assessable result_open"),
    ("within", "4..6", "about 5", "achieved"),
    ("within", "4..6", "about 6", "not_assessable result_open"),
    ("within", "about 4..6", "7", "not_assessable short_of_about"),
    ("within", "5", "5", "achieved"),
    # results that are bounds or ranges
    ("up", "500", "above 512.5", "exceeded"),
    ("up", "500", "above 500", "exceeded"),
    ("up", "500", "at least 500", "achieved"),
    ("up", "500", "above 499", "not_assessable result_open"),
    ("up", "500", "at most 499", "not_achieved"),
    ("up", "500", "below 500", "not_achieved"),
    ("up", "above 500", "above 500", "achieved"),
    ("up", "above 500", "at least 500", "not_assessable result_open"),
    (None, "at most 4", "below 5", "not_assessable result_open"),
    (None, "at most 4", "below 4", "exceeded"),
    (None, "at most 4", "at most 4", "achieved"),
    (None, "at most 4", "above 4", "not_achieved"),
    (None, "below 5", "below 5", "achieved"),
    (None, "below 5", "at most 5", "not_assessable result_open"),
    ("up", "5", "6..7", "exceeded"),
    ("up", "5", "5..7", "achieved"),
    ("up", "5", "4..7", "not_assessable result_open"),
    ("up", "5", "3..4", "not_achieved"),
    ("up", "5..6", "5..7", "achieved"),
    ("up", "about 65", "64..70", "not_assessable short_of_about"),
    # results "about" a number go by the number, but not on the edge
    ("up", "5000", "about 5200", "exceeded"),
    ("up", "5400", "about 5200", "not_achieved"),
    ("up", "5200", "about 5200", "not_assessable result_open"),
    # neither direction nor operator, or both and different
    (None, "16.1", "16.1", "not_assessable no_good_side"),
    (None, "4..6", "5", "not_assessable no_good_side"),
    (None, "about 4", "5", "not_assessable no_good_side"),
    ("down", "at least 6", "7", "not_assessable sides_disagree"),
    ("up", "at most 6", "7", "not_assessable sides_disagree"),
    ("within", "at most 6", "5", "not_assessable sides_disagree"),
    # changes: a greater decrease is better where lower is
    ("down", "down 2 pp", "down 2.6 pp", "exceeded"),
    ("down", "down 2 pp", "down 2 pp", "achieved"),
    ("down", "down 2 pp", "down 1.9 pp", "not_achieved"),
    ("down", "down 2 pp", "up 0.3 pp", "not_achieved"),
    ("down", "down 2500..2800", "down 2900", "exceeded"),
    ("down", "down 2500..2800", "down 2600", "achieved"),
    ("down", "down 2500..2800", "down 2400", "not_achieved"),
    (None, "down at least 2 pp", "down 2 pp", "achieved"),
    (None, "down at least 2 pp", "down 3 pp", "exceeded"),
    (None, "up at least 7", "up 6", "not_achieved"),
    (None, "up above 7", "up 7", "not_achieved"),
    ("up", "up 7", "down 1", "not_achieved"),
    ("down", "down 50% since 1992", "down 52% since 1992", "exceeded"),
    ("up", "times 2.5..3 since 2020", "times 3 since 2020", "achieved"),
    ("up", "times 2.5..3 since 2020", "times 3.1 since 2020", "exceeded"),
    # the year before is what a change of one year counts from
    ("down", "down 2 pp since 2020", "down 2.6 pp", "exceeded"),
    ("down", "down 2 pp since 2019", "down 2.6 pp", "not_assessable other_scale"),
    # other scales
    ("down", "down 2 pp", "3.5", "not_assessable other_scale"),
    ("down", "3.5", "down 2 pp", "not_assessable other_scale"),
    ("down", "down 2 pp", "down 2%", "not_assessable other_scale"),
    ("up", "times 2 since 2020", "up 2 since 2020", "not_assessable other_scale"),
    ("up", "45 of 47", "45 of 46", "not_assessable other_scale"),
    ("up", "met", "5", "not_assessable other_scale"),
    ("up", "5", "met", "not_assessable other_scale"),
    ("up", "not met", "met", "not_assessable other_scale"),
    # x of y
    ("up", "45 of 47", "46 of 47", "exceeded"),
    ("up", "47 of 47", "45 of 47", "not_achieved"),
    ("up", "47", "47 of 47", "achieved"),
    ("up", "45 of 47", "44", "not_achieved"),
    # met or not, without any direction
    (None, "met", "met", "achieved met_or_not"),
    (None, "met", "not met", "not_achieved met_or_not"),
    # what is missing
    ("up", "5", "not reported", "no_data result_missing"),
    ("up", "5", "not published", "no_data result_missing"),
    ("up", "5", "not stated", "no_data result_missing"),
    ("up", "5", "not applicable", "not_assessable not_applicable"),
    ("up", "not stated", "5", "not_assessable target_missing"),
    ("up", "not published", "5", "not_assessable target_missing"),
    ("up", "not applicable", "5", "not_assessable not_applicable"),
]


@pytest.mark.parametrize(("direction", "target", "result", "expected"), COMPARED)
def test_a_result_is_judged(
    direction: Direction | None, target: str, result: str, expected: str
) -> None:
    wanted, _, reason = expected.partition(" ")
    assert verdict(direction, target, result) == (wanted, reason or "compared")


def test_in_a_row_of_percent_so_many_of_so_many_is_a_share() -> None:
    assert verdict("up", "95", "45 of 47", unit="percent") == ("exceeded", "compared")
    assert verdict("up", "96", "45 of 47", unit="percent") == ("not_achieved", "compared")
    assert verdict("up", "50 of 100", "1 of 2", unit="percent") == ("achieved", "compared")
    assert verdict("up", "95", "45 of 47", unit="xã") == ("not_achieved", "compared")


def test_long_numbers_are_compared_to_the_last_digit() -> None:
    number = "123456789012345678901234567890"
    assert verdict("down", number, f"{number[:-1]}1")[0] == "not_achieved"
    assert verdict("down", f"{number}.1", number)[0] == "exceeded"


@pytest.mark.parametrize(
    ("target", "result", "expected"),
    [
        ("2021", "2021", "achieved"),
        ("2021", "2020", "no_data"),
        ("2021", "2021-Q4", "no_data"),
        ("2021-H1", "2021-6M", "achieved"),
        ("2017..2021", "2021", "achieved"),
        ("2017..2021", "2017..2021", "achieved"),
        ("2017..2021", "2020", "no_data"),
        ("2017..2021", "2018..2021", "no_data"),
        ("by 2021", "2021", "achieved"),
        ("by 2021", "by 2021", "achieved"),
        ("by 2021-Q2", "2021-Q2", "achieved"),
        ("by 2021-06", "2021", "no_data"),
        ("before 2022", "2021", "achieved"),
        ("2021-01..2021-12", "2021", "achieved"),
        ("2020-07..2021-12", "2021", "achieved"),
        ("2021-10..2021-12", "2021-12", "no_data"),
        ("2020/2021", "2020/2021", "achieved"),
        ("2016/2017..2020/2021", "2020/2021", "achieved"),
        ("2016/2017..2020/2021", "2019/2020", "no_data"),
    ],
)
def test_a_result_answers_the_target_of_its_period_or_of_years_that_end_with_it(
    target: str, result: str, expected: str
) -> None:
    plan, row = plan_of("up", "5", "5", periods=(target, result))
    (found,) = assessments(plan, row, AFTER)
    assert found.verdict == expected
    assert found.reason == ("compared" if expected == "achieved" else "no_result")


def test_the_very_period_comes_before_its_last_year(load: Load) -> None:
    found = judge_one(
        load,
        """
        direction: up
        targets: {2017..2021: 7}
        results:
          - {period: 2021, value: 2.5, as_of: 2022-01-01}
          - {period: 2017..2021, value: 7.2, as_of: 2021-12-01}
        """,
    )
    assert found.verdict == "exceeded"


def test_a_change_over_years_is_not_judged_by_the_change_of_the_last_year() -> None:
    for target, reason in (("up 7", "other_scale"), ("up 7 since 2020", "compared")):
        plan, row = plan_of("up", target, "up 8", periods=("2017..2021", "2021"))
        (found,) = assessments(plan, row, AFTER)
        assert found.reason == reason


@pytest.mark.parametrize(
    ("as_of", "expected", "reason", "latest", "meets"),
    [
        (date(2018, 12, 31), "not_due", "period_running", "2018", False),
        (date(2021, 12, 31), "not_due", "period_running", "2020", True),
        (date(2022, 1, 1), "no_data", "no_result", "2020", True),
    ],
)
def test_before_the_period_ends_the_newest_level_is_told(
    load: Load, as_of: date, expected: str, reason: str, latest: str, meets: bool
) -> None:
    found = judge_one(
        load,
        """
        direction: up
        targets: {2021: 25}
        results: {2017: 20, 2018: 22.9, 2020: 28.5, 2019: 30, 2022: 1}
        """,
        as_of,
    )
    assert (found.verdict, found.reason) == (expected, reason)
    assert found.latest
    assert found.latest.period
    assert found.latest.period.written == latest
    assert found.latest_meets is meets


def test_an_early_result_of_a_running_period_is_no_verdict_yet(load: Load) -> None:
    fields = "direction: up\ntargets: 25\nresults: [{value: 28, kind: estimate}]"
    found = judge_one(load, fields, date(2021, 12, 31))
    assert (found.verdict, found.latest_meets, found.is_provisional) == ("not_due", True, False)
    assert found.result is found.latest
    assert judge_one(load, fields, AFTER).verdict == "exceeded"


def test_without_a_period_what_is_reported_is_judged() -> None:
    indicator = Indicator(id="ct", name="Chỉ tiêu", targets=(Target(value=quantity("at least 5")),))
    plan = Plan(id="plan", title="Kế hoạch", kind="annual", indicators=(indicator,))
    (found,) = assessments(plan, written_out(plan, {}, {})[0], AFTER)
    assert (found.verdict, found.period) == ("no_data", None)
    reported = indicator.model_copy(update={"results": (Result(value=quantity("5")),)})
    plan = plan.model_copy(update={"indicators": (reported,)})
    (found,) = assessments(plan, written_out(plan, {}, {})[0], AFTER)
    assert found.verdict == "achieved"


@pytest.mark.parametrize(
    ("results", "chosen"),
    [
        ("{value: 4, as_of: 2022-01-05}, {value: 6, as_of: 2021-12-01}", "4"),
        ("{value: 4, as_of: 2021-12-01}, {value: 6, as_of: 2022-01-05, kind: estimate}", "6"),
        ("{value: 4, as_of: 2021-12-01}, {value: 6, as_of: 2021-12-01, kind: estimate}", "4"),
        ("{value: 6, as_of: 2021-12, kind: estimate}, {value: 4, as_of: 2021-12}", "4"),
        (
            "{value: 4, as_of: 2021, kind: preliminary}, {value: 6, as_of: 2021, kind: estimate}",
            "4",
        ),
        ("{value: 4}, {value: 6, as_of: 2021-12-01, kind: estimate}", "4"),
        ("{value: 4}, {value: 6}", "6"),
        ("{value: 4, source: bc-nam}, {value: 6, source: bc-thang-10}", "4"),
        ("{value: 4, source: bc-nam}, {value: 6, as_of: 2022-02}", "6"),
        ("{value: 4, as_of: 2021-12}, {value: not reported, as_of: 2022-02}", "4"),
        ("{value: 4, as_of: 2021-12}, {stated: đạt, as_of: 2022-02}", "4"),
        ("{value: 4, as_of: 2021-12}, {of_plan: 99, as_of: 2022-02}", "4"),
        ("{value: 4, as_of: 2021-12}, {value_text: tăng, as_of: 2022-02}", "4"),
        ("{value: 4, as_of: 2022-02}, {value: 6, as_of: 2021-12}, {value: 7}", "4"),
    ],
)
def test_of_several_results_the_latest_is_judged(load: Load, results: str, chosen: str) -> None:
    found = judge_one(load, f"direction: up\ntargets: 5\nresults: [{results}]", date(2022, 3, 1))
    assert found.result
    assert str(found.result.value) == chosen


@pytest.mark.parametrize(
    ("as_of", "chosen"),
    [(date(2022, 1, 4), "6"), (date(2022, 1, 5), "4"), (date(2022, 2, 1), "4")],
)
def test_a_result_reported_after_the_day_does_not_count_yet(
    load: Load, as_of: date, chosen: str
) -> None:
    found = judge_one(
        load,
        """
        direction: up
        targets: 5
        results:
          - {value: 6, as_of: 2021-12-01, kind: estimate}
          - {value: 4, as_of: 2022-01-05}
        """,
        as_of,
    )
    assert found.result
    assert str(found.result.value) == chosen


@pytest.mark.parametrize("kind", ["estimate", "preliminary"])
def test_an_estimate_gives_a_provisional_verdict(load: Load, kind: str) -> None:
    found = judge_one(load, f"direction: up\ntargets: 5\nresults: [{{value: 6, kind: {kind}}}]")
    assert (found.verdict, found.is_provisional, found.is_final) == ("exceeded", True, False)


def test_an_about_result_gives_a_provisional_verdict() -> None:
    plan, row = plan_of("up", "5", "about 6")
    (found,) = assessments(plan, row, AFTER)
    assert found.is_provisional


@pytest.mark.parametrize(
    ("target", "results", "expected"),
    [
        ("value_text: Xuất siêu", "[{value_text: Xuất siêu}]", "not_assessable target_in_words"),
        ("value_text: Xuất siêu", "[{value: 5}]", "not_assessable target_in_words"),
        ("value_text: Xuất siêu", "[]", "no_data no_result"),
        ("value: 5", "[{value_text: vượt xa}]", "not_assessable result_in_words"),
        ("value: 5", "[{of_plan: 110}]", "not_assessable only_share"),
        ("value: 5", "[{stated: đạt}]", "no_data only_stated"),
        ("value: 5", "[]", "no_data no_result"),
        ("value: not stated", "[]", "not_assessable target_missing"),
    ],
)
def test_words_are_not_assessed(load: Load, target: str, results: str, expected: str) -> None:
    found = judge_one(load, f"direction: up\ntargets: [{{{target}}}]\nresults: {results}")
    assert f"{found.verdict} {found.reason}" == expected


def test_what_does_not_apply_is_not_awaited(load: Load) -> None:
    found = judge_one(load, "targets: not applicable", date(2021, 6, 1))
    assert (found.verdict, found.reason) == ("not_assessable", "not_applicable")


SHARES = [
    ("up", "99.6", "not_achieved share_of_plan"),
    ("up", "100", "achieved share_of_plan"),
    ("up", "100.1", "exceeded share_of_plan"),
    ("up", "above 100", "exceeded share_of_plan"),
    ("up", "about 100", "not_assessable result_open"),
    ("up", "up 5", "not_assessable other_scale"),
    ("up", "not reported", "no_data result_missing"),
    ("down", "99.6", "not_assessable share_not_up"),
]


@pytest.mark.parametrize("targets", ["", "targets: not stated\n"])
@pytest.mark.parametrize(("direction", "share", "expected"), SHARES)
def test_without_a_number_to_reach_the_percentage_of_the_plan_is_judged(
    load: Load, direction: str, share: str, expected: str, targets: str
) -> None:
    found = judge_one(load, f"direction: {direction}\n{targets}results: [{{of_plan: {share}}}]")
    assert f"{found.verdict} {found.reason}" == expected
    assert found.share
    assert str(found.share.percent) == share
    assert bool(found.line) is bool(targets)


def test_each_percentage_of_the_plan_is_judged_by_itself(load: Load) -> None:
    found = judge(
        load, "direction: up\nresults: [{of_plan: {tỉnh giao: 110, HĐND huyện giao: 94}}]"
    )
    assert [(each.share and each.share.assigned_by, each.verdict) for each in found] == [
        ("tỉnh giao", "exceeded"),
        ("HĐND huyện giao", "not_achieved"),
    ]


def test_a_percentage_belongs_to_the_target_of_the_body_it_names(load: Load) -> None:
    found = judge(
        load,
        """
        direction: up
        targets:
          - {value: not stated, set_by: tỉnh giao}
          - {value: not stated, set_by: hdnd}
        results:
          - of_plan: {tỉnh giao: 110, HĐND huyện giao: 94}
        """,
    )
    assert [(each.verdict, each.reason) for each in found] == [
        ("exceeded", "share_of_plan"),
        ("not_assessable", "target_missing"),
    ]


def test_a_percentage_of_a_running_plan_is_no_verdict_yet(load: Load) -> None:
    fields = "direction: up\nresults: [{period: 2021, of_plan: 61, kind: estimate}]"
    found = judge_one(load, fields, date(2021, 12, 31))
    assert (found.verdict, found.reason, found.latest_meets) == (
        "not_due",
        "period_running",
        False,
    )
    assert judge_one(load, fields).is_provisional


def test_a_verdict_on_the_whole_stands_beside_the_percentages(load: Load) -> None:
    fields = "direction: up\nstated: vượt\nresults: [{}]"
    found = judge_one(load, fields.format("{of_plan: 99}"))
    assert (found.verdict, found.stated, found.differs) == ("not_achieved", "vượt", True)
    several = judge(load, fields.format("{of_plan: 99, stated: không đạt}"))
    assert [(each.reason, each.stated) for each in several] == [
        ("share_of_plan", "không đạt"),
        ("no_target", "vượt"),
    ]


def test_a_result_without_a_period_answers_no_period() -> None:
    indicator = Indicator(
        id="ct",
        name="Chỉ tiêu",
        direction="up",
        targets=(
            Target(period=when("2021"), value=quantity("5")),
            Target(period=when("yearly"), value=quantity("5")),
        ),
        results=(Result(value=quantity("5")),),
    )
    plan = Plan(id="plan", title="Kế hoạch", kind="annual", indicators=(indicator,))
    found = assessments(plan, written_out(plan, {}, {})[0], AFTER)
    assert [each.reason for each in found] == ["no_result", "no_result"]


def test_a_series_without_targets_has_nothing_to_assess(load: Load) -> None:
    assert judge(load, "direction: up\nresults: {2019: 4, 2020: 5}") == ()


def test_a_stated_verdict_without_a_target_stands_alone(load: Load) -> None:
    found = judge(load, "results: [{stated: đạt}, {period: 2020, stated: vượt}]")
    assert [
        (each.verdict, each.reason, each.stated_verdict, each.period and each.period.written)
        for each in found
    ] == [
        ("not_assessable", "no_target", "achieved", "2021"),
        ("not_assessable", "no_target", "exceeded", "2020"),
    ]
    whole = judge_one(load, "stated: cơ bản đạt")
    assert (whole.reason, whole.stated_verdict, whole.differs) == ("no_target", "nearly", False)


def test_the_verdict_of_the_first_version_is_told_where_it_is_another(load: Load) -> None:
    fields = """
    direction: up
    targets:
      - 9.5
      - {{value: 8..10.5, on: 2021-08}}
    results: [{{value: {}}}]
    """
    eased = judge_one(load, fields.format("9"))
    assert (eased.verdict, eased.first_verdict) == ("achieved", "not_achieved")
    assert len(eased.versions) == 2
    assert eased.target is eased.versions[1]
    assert judge_one(load, fields.format("9.5")).first_verdict is None
    assert judge_one(load, fields.format("7")).first_verdict is None
    assert judge_one(load, fields.format("not reported")).first_verdict is None
    assert judge_one(load, fields.format("9"), date(2021, 9, 1)).first_verdict is None


def test_our_own_mistake_is_no_first_version(load: Load) -> None:
    found = judge_one(
        load,
        """
        direction: up
        targets: [35, {value: 3.5, on: 2021-02-01, correction: true}]
        results: {2021: 4}
        """,
    )
    assert (found.verdict, found.first_verdict) == ("exceeded", None)


STATED = [
    # words, result, final, differs
    ("không đạt", "4", False),
    ("không đạt", "5", True),
    ("đạt", "4", True),
    ("đạt", "5", False),
    ("đạt", "6", True),
    ("đạt và vượt", "6", False),
    ("đạt và vượt", "5", False),
    ("vượt", "5", True),
    ("cơ bản đạt", "4.9", True),
    ("chưa đạt", "5", False),
    ("không đạt", "not reported", False),
    ("not_due", "5", False),
]


@pytest.mark.parametrize(("words", "result", "differs"), STATED)
def test_stated_and_concluded_are_held_against_each_other(
    load: Load, words: str, result: str, differs: bool
) -> None:
    found = judge_one(
        load, f"direction: up\ntargets: 5\nresults: [{{value: {result}, stated: {words}}}]"
    )
    assert (found.stated, found.differs) == (words, differs)


def test_the_verdict_stated_last_for_the_period_counts(load: Load) -> None:
    found = judge_one(
        load,
        """
        direction: up
        targets: 5
        results:
          - {value: 6, as_of: 2021-12}
          - {of_plan: 98, stated: không đạt, as_of: 2021-12-20}
          - {stated: đạt và vượt, as_of: 2022-01-01}
          - {stated: kém, as_of: 2022-02-01}
        """,
        date(2022, 1, 31),
    )
    assert (found.verdict, found.stated, found.differs) == ("exceeded", "đạt và vượt", False)


def test_a_provisional_verdict_contradicts_only_a_stated_success(load: Load) -> None:
    fields = "direction: up\ntargets: 5\nresults: [{{value: {}, kind: estimate, stated: {}}}]"
    assert not judge_one(load, fields.format("6", "không đạt")).differs
    assert judge_one(load, fields.format("4", "đạt")).differs


@pytest.mark.parametrize(
    ("words", "level", "differs"),
    [("đạt", "22", True), ("vượt", "22", True), ("đạt", "25", False), ("không đạt", "30", False)],
)
@pytest.mark.parametrize("day", [date(2021, 12, 31), AFTER])
def test_success_stated_of_a_level_that_is_not_there_differs(
    load: Load, words: str, level: str, differs: bool, day: date
) -> None:
    found = judge_one(
        load, f"direction: up\ntargets: 25\nresults: {{2020: {level}}}\nstated: {words}", day
    )
    assert (found.stated, found.differs) == (words, differs)


def test_a_verdict_stated_with_the_newest_level_speaks_of_the_only_target(load: Load) -> None:
    results = "results: [{period: 2020, value: 22, stated: Đạt}]"
    running = date(2021, 6, 1)
    assert judge_one(load, f"direction: up\ntargets: 25\n{results}", running).differs
    found = judge(load, f"direction: up\ntargets: {{2020: 20, 2021: 25}}\n{results}", running)
    assert [(each.stated, each.differs) for each in found] == [("Đạt", True), (None, False)]
    assert found[0].verdict == "exceeded"


@pytest.mark.parametrize(
    ("tolerance", "result", "stated", "explained"),
    [
        ("", "96", "đạt", False),
        ("tolerance: 5\n", "96", "đạt", True),
        ("tolerance: 5%\n", "95", "đạt", True),
        ("tolerance: 5\n", "94.9", "đạt", False),
        ("tolerance: 5\n", "96", "không đạt", False),
        ("tolerance: 5\n", "102", "đạt", True),
        ("tolerance: 5\n", "below 96", "đạt", False),
    ],
)
def test_the_publishers_tolerance_explains_a_difference(
    load: Load, tolerance: str, result: str, stated: str, explained: bool
) -> None:
    found = judge_one(
        load,
        f"direction: up\ntargets: 100\nresults: [{{value: {result}, stated: {stated}}}]",
        plan=tolerance,
    )
    assert found.within_tolerance is explained
    assert found.differs is (stated == "đạt")


def test_a_verdict_stated_for_several_targets_is_true_of_one(load: Load) -> None:
    fields = """
    direction: up
    targets: [{{value: 6.5..7}}, {{value: 7..7.5, modality: aspirational}}]
    results: [{{value: {}, stated: đạt}}]
    """
    assert [each.differs for each in judge(load, fields.format("6.8"))] == [False, False]
    assert [each.differs for each in judge(load, fields.format("6.4"))] == [True, True]


def test_a_verdict_on_an_indicator_with_several_targets_stands_apart(load: Load) -> None:
    found = judge(load, "direction: up\ntargets: {2020: 5, 2021: 6}\nstated: đạt")
    assert [(each.reason, each.stated) for each in found] == [
        ("no_result", None),
        ("no_result", None),
        ("stated_of_whole", "đạt"),
    ]
    assert headline(found, AFTER) is found[1]


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ("Đạt", "achieved"),
        ("ĐẠT VÀ VƯỢT", "achieved"),
        ("  hoàn  thành vượt mức ", "exceeded"),
        ("Hoa\u0300n tha\u0300nh", "achieved"),
        ("không hoàn thành", "not_achieved"),
        ("not_achieved", "not_achieved"),
        ("Green", "achieved"),
        ("amber", "nearly"),
        ("vượt", "not_due"),
        ("chưa đạt", None),
    ],
)
def test_stated_words_mean_what_the_plan_says_then_what_is_known(
    words: str, meaning: Verdict | None
) -> None:
    plan = Plan(
        id="plan",
        title="Kế hoạch",
        kind="annual",
        verdict_words={"GREEN": "achieved", "Amber": "nearly", "Vượt": "not_due"},
    )
    assert stated_verdict(plan, words) == meaning


def test_known_words_are_folded() -> None:
    plan = Plan(id="plan", title="Kế hoạch", kind="annual")
    assert all(stated_verdict(plan, words) == each for words, each in KNOWN_WORDS.items())


@pytest.mark.parametrize(
    ("target", "day", "expected", "chosen"),
    [
        ("yearly 2019..2023", date(2019, 12, 31), "not_due", None),
        ("yearly 2019..2023", date(2020, 1, 1), "achieved", "2019"),
        ("yearly 2019..2023", date(2021, 6, 1), "not_achieved", "2020"),
        ("yearly 2021..2023", date(2021, 6, 1), "not_due", None),
        ("yearly 2021..2023", date(2022, 6, 1), "no_data", None),
        ("yearly", date(2021, 6, 1), "not_achieved", "2020"),
        ("quarterly", date(2021, 6, 1), "exceeded", "2021-Q1"),
    ],
)
def test_a_recurring_target_is_judged_by_its_newest_period(
    load: Load, target: str, day: date, expected: str, chosen: str | None
) -> None:
    found = judge_one(
        load,
        f"""
        direction: up
        targets: [{{period: {target}, value: 8}}]
        results: {{2018: 9, 2019: 8, 2020: 7, 2021-Q1: 9}}
        """,
        day,
    )
    assert found.verdict == expected
    assert (found.result.period and found.result.period.written if found.result else None) == chosen


@pytest.mark.parametrize(
    ("day", "period"),
    [
        (date(2019, 6, 1), "2020"),
        (date(2020, 12, 31), "2020"),
        (date(2021, 1, 1), "2020"),
        (date(2022, 1, 1), "2021"),
        (date(2030, 1, 1), "2025"),
    ],
)
def test_the_headline_is_the_binding_target_that_ended_last(
    load: Load, day: date, period: str
) -> None:
    fields = """
    targets:
      - {period: 2019, value: 1, modality: aspirational}
      - {period: 2020, value: 1}
      - {period: 2021, value: 1}
      - {period: 2025, value: 1}
      - {period: 2028, value: 1, modality: forecast}
    """
    found = headline(judge(load, fields, day), day)
    assert found
    assert found.period
    assert found.period.written == period
    assert headline((), day) is None


RANK = {"not_achieved": 0, "achieved": 1, "exceeded": 2}
NUMBERS = st.decimals(min_value=-99, max_value=99, places=1)


@st.composite
def promises(draw: st.DrawFn) -> str:
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    operators = ["", "at least ", "above ", "at most ", "below ", "about "]
    return draw(st.sampled_from([f"{low}..{high}", *(f"{each}{low}" for each in operators)]))


@given(st.sampled_from(["up", "down"]), promises(), NUMBERS, NUMBERS)
def test_a_verdict_never_gets_worse_when_a_result_moves_to_the_good_side(
    direction: Direction, target: str, one: Decimal, other: Decimal
) -> None:
    worse, better = sorted((one, other), reverse=direction == "down")
    before, _ = verdict(direction, target, str(worse))
    after, _ = verdict(direction, target, str(better))
    if before in RANK:
        assert RANK[after] >= RANK[before]
    else:
        assert after in (before, "achieved")


@given(promises(), NUMBERS)
def test_better_downwards_is_the_mirror_of_better_upwards(target: str, result: Decimal) -> None:
    words, _, ends = target.rpartition(" ")
    mirrored = "..".join(str(-Decimal(end)) for end in reversed(ends.split("..")))
    swapped = {"at least": "at most", "at most": "at least", "above": "below", "below": "above"}
    other = f"{swapped.get(words, words)} {mirrored}".strip()
    assert verdict("up", target, str(result)) == verdict("down", other, str(-result))


@given(promises(), promises())
def test_what_holds_of_a_bound_holds_of_every_number_in_it(target: str, result: str) -> None:
    whole, reason = verdict("up", target, result)
    value = quantity(result)
    if value.operator == "about" or reason != "compared":
        return
    assert value.low is not None
    assert value.high is not None
    step = Decimal("0.1")
    inside = {
        "exactly": (value.low, value.high),
        "at least": (value.low, value.low + 50),
        "above": (value.low + step, value.low + 50),
        "at most": (value.low, value.low - 50),
        "below": (value.low - step, value.low - 50),
    }[value.operator]
    for number in inside:
        single, _ = verdict("up", target, str(number))
        assert RANK[single] >= RANK[whole]
        assert (single == "not_achieved") == (whole == "not_achieved")
