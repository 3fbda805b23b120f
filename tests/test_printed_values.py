"""Values typed as documents print them: each message tells what to write, and never something
that would be refused in turn or publish another number than the document has."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from generator.check import check
from generator.model.quantity import quantity
from tests.conftest import Load

DAY = date(2026, 11, 22)


def said_of(typed: str, field: str = "value", language: str = "vi") -> tuple[str, str]:
    """What is said of a value that is refused, in Vietnamese and English."""
    with pytest.raises(PydanticCustomError) as caught:
        quantity(typed, field, language)
    assert caught.value.context
    return caught.value.context["vi"], caught.value.context["en"]


def suggestions(message: str, typed: str) -> list[str]:
    """The notations in a message: what stands in backticks, without fields and the typed words."""
    values = re.findall(r"`\{value: ([^,}]*)", message)
    quoted = re.findall("`([^`]*)`", message)
    others = [each for each in quoted if ":" not in each and not each.endswith("…")]
    known = ("up", "down", "times", "since", "of_plan", "(p)", " ".join(typed.split()))
    operators = ("at least", "at most", "above", "below", "about", "pp")
    return values + [each for each in others if each not in (*known, *operators)]


TYPED = [
    ("38-40 nghìn tỷ đồng", "38000..40000", "unit: tỷ đồng"),
    ("38-40 nghìn tỷ đồng", "38..40", "unit: nghìn tỷ đồng"),
    ("12,8 nghìn tỷ", "12800", "unit: tỷ"),
    ("1,5 ngàn tỷ đồng", "1500", "unit: tỷ đồng"),
    ("5 triệu", "5000000", "unit: triệu"),
    ("3 vạn", "30000", "unit: vạn"),
    ("3 vạn người", "30000", "unit: người"),
    ("5 triệu đồng", "5", "chỉ đúng khi `unit: triệu đồng`"),
    ("tăng 2 triệu đồng", "up 2", "chỉ đúng khi `unit: triệu đồng`"),
    ("3,5 triệu đồng/người/tháng", "3.5", "chỉ đúng khi `unit: triệu đồng/người/tháng`"),
    ("£4.2m", "4.2", "chỉ đúng khi `unit: £m`"),
    ("tăng 7,5% trở lên", "up at least 7.5%", "up at least 7.5 pp"),
    ("giảm 1,5-2%/năm", "down 1.5..2 pp", "lời của nguồn"),
    ("giảm 1,5-2%/năm", "down 1.5..2%", "lời của nguồn"),
    ("tăng 0,2%/năm", "up 0.2%", "up 0.2 pp"),
    ("tăng bình quân 8% mỗi năm", "up 8%", "up 8 pp"),
    ("giảm 1 điểm phần trăm/năm", "down 1 pp", "lời của nguồn"),
    ("tăng 10%", "up 10%", "nếu đơn vị là %"),
    ("100%", "100", "chỉ đúng khi `unit: percent`"),
    ("20,5%", "20.5", "chỉ đúng khi `unit: percent`"),
    ("duy trì 100%", "100", "45 of 47"),
    ("giảm 1/2", "down 50%", "lời của nguồn"),
    ("giảm một nửa", "down 50%", "lời của nguồn"),
    ("giảm còn một nửa so với năm 2020", "down 50% since 2020", "lời của nguồn"),
    ("tăng 1,5 lần", "times 1.5", ""),
    ("gấp 1,8 lần so với cuối năm 2025", "times 1.8 since 2025", ""),
    ("gấp đôi", "times 2", ""),
    ("tăng gấp ba lần", "times 3", ""),
    ("gấp rưỡi", "times 1.5", ""),
    ("double", "times 2", ""),
    ("không có", "0", "`not stated`"),
    ("Không còn", "0", "`not stated`"),
    ("666,35/654 tỷ đồng", "666.35", "`654` cho mục tiêu"),
    ("45/47", "45 of 47", ""),
    ("112,5 bé trai/100 bé gái", "112.5", "unit: bé trai/100 bé gái"),
    ("8 bác sĩ/10.000 dân", "8", "unit: bác sĩ/10.000 dân"),
    ("tối thiểu 3-4", "3..4", "lời của nguồn"),
    ("dưới 2,5-3%", "2.5..3", "lời của nguồn"),
    ("trên 60-65", "60..65", "lời của nguồn"),
    ("tăng tối thiểu 3-4 xã", "up 3..4", "lời của nguồn"),
    ("Top 10", "at most 10", "lời của nguồn"),
    ("nhóm 10 tỉnh dẫn đầu", "at most 10", "lời của nguồn"),
    ("trong nhóm 10 tỉnh dẫn đầu cả nước", "at most 10", "lời của nguồn"),
    ("xếp thứ 15/34", "15", "lời của nguồn"),
    ("thứ 15", "15", "lời của nguồn"),
    ("duy trì 64% trở lên", "at least 64", "unit: percent"),
    ("ổn định 64%", "64", "unit: percent"),
    ("giảm còn 2,5%", "2.5", "unit: percent"),
    ("giảm xuống còn dưới 2,5%", "below 2.5", "unit: percent"),
    ("còn 2,5%", "2.5", "unit: percent"),
    ("thêm 05 xã", "up 05", "unit: xã"),
    ("thêm 1-2 sản phẩm", "up 1..2", "unit: sản phẩm"),
    ("phấn đấu 80", "80", "`{value: 80, modality: aspirational}`"),
    ("phấn đấu đạt trên 80", "above 80", "`{value: above 80, modality: aspirational}`"),
    ("dự kiến 80", "80", "`{value: 80, modality: forecast}`"),
    ("ước 95", "95", "`{value: 95, kind: estimate}`"),
    ("ước đạt 95", "95", "`{value: 95, kind: estimate}`"),
    ("Hoàn thành", "met", ""),
    ("chưa hoàn thành", "not met", ""),
    ("1,5 ÷ 2", "1.5..2", ""),
    ("vượt 6%", "above 6", "of_plan: 106"),
]


@pytest.mark.parametrize(("typed", "written", "words"), TYPED)
def test_a_printed_value_gets_its_notation(typed: str, written: str, words: str) -> None:
    vi, en = said_of(typed)
    assert written in suggestions(vi, typed)
    assert written in suggestions(en, typed)
    assert words in vi
    assert quantity(written)


@pytest.mark.parametrize(
    ("typed", "unit", "written"),
    [
        ("38-40 nghìn tỷ đồng", "tỷ đồng", "38000..40000"),
        ("12,8 nghìn tỷ", "tỷ đồng", "12800"),
        ("5 triệu", "đồng", "5000000"),
        ("500 triệu đồng", "tỷ đồng", "0.5"),
        ("5 tỷ đồng", "tỷ đồng", "5"),
        ("3 vạn", "người", "30000"),
        ("tăng 2 triệu đồng so với 2020", "tỷ đồng", "up 0.002 since 2020"),
        ("tăng 10%", "tỷ đồng", "up 10%"),
        ("20,5%", "percent", "20.5"),
        ("100%", "percent", "100"),
    ],
)
def test_a_value_is_told_in_the_unit_of_its_indicator(
    load: Load, typed: str, unit: str, written: str
) -> None:
    (message,) = problems_with(load, f"unit: {unit}\n    targets: {typed}")
    assert suggestions(message, typed) == [written]
    assert "hai cách" not in message
    assert "chỉ đúng khi" not in message


@pytest.mark.parametrize("typed", ["100%", "duy trì 98,5%"])
def test_a_percentage_is_no_number_of_another_unit(load: Load, typed: str) -> None:
    (message,) = problems_with(load, f"unit: xã\n    targets: {typed}")
    assert suggestions(message, typed) == ["45 of 47"]
    assert f"`targets_text: {typed}`" in message


def test_the_unit_of_one_indicator_is_not_that_of_the_next(load: Load) -> None:
    _, problems = load(
        """
        id: p
        title: Kế hoạch
        kind: annual
        indicators:
          - {id: a, name: A, unit: xã, targets: 5}
          - {id: b, name: B, targets: tăng 10%}
        """
    )
    (problem,) = problems
    assert suggestions(problem.vi, "tăng 10%") == ["up 10 pp", "up 10%"]


@pytest.mark.parametrize(
    ("typed", "never"),
    [
        ("900 triệu - 1,2 tỷ đồng", "900..1.2"),
        ("5% so với 2024", "5"),
        ("giảm 2 lần", "down 2"),
        ("giảm 1/3", "down 1 of 3"),
        ("tăng từ 60 lên 64", "up 60"),
        ("giảm từ 5 đến 3", "down 5..3"),
    ],
)
def test_a_notation_that_would_tell_something_else_is_not_suggested(typed: str, never: str) -> None:
    for message in said_of(typed):
        assert never not in suggestions(message, typed)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("vượt 6%", "106"),
        ("vượt kế hoạch 2,5%", "102.5"),
        ("hụt 6%", "94"),
        ("đạt 98,5%", "98.5"),
        ("ước 95%", "95"),
        ("60%", "60"),
        ("104,255", "104.255"),
    ],
)
def test_a_share_of_the_plan_is_a_percentage(typed: str, written: str) -> None:
    for message in said_of(typed, "of_plan"):
        assert suggestions(message, typed) == [written]
        assert "`unit:" not in message


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ("vượt", "{stated: vượt}"),
        ("Vượt kế hoạch", "{stated: Vượt kế hoạch}"),
        ("chưa đạt kế hoạch", "{stated: chưa đạt kế hoạch}"),
        ("vượt kế hoạch 6%", "{of_plan: 106}"),
        ("đạt 98,5% kế hoạch", "{of_plan: 98.5}"),
        ("105% dự toán tỉnh giao", "{of_plan: 105}"),
    ],
)
def test_a_statement_about_a_result_gets_its_field(load: Load, typed: str, field: str) -> None:
    assert f"`{field}`" in said_of(typed)[0]
    assert not problems_with(load, f"results: {field}")


@pytest.mark.parametrize(
    "value",
    ["{value: 80, modality: aspirational}", "{2030: {value: 80, modality: aspirational}}"],
)
def test_a_value_with_a_field_beside_it_is_accepted(load: Load, value: str) -> None:
    assert not problems_with(load, f"targets: {value}")


@pytest.mark.parametrize(
    ("declared", "written"),
    [
        ("24 chỉ tiêu", "{indicators: 24}"),
        ("24 chỉ tiêu và 105 nhiệm vụ", "{indicators: 24, tasks: 105}"),
        ("8 tasks", "{tasks: 8}"),
    ],
)
def test_printed_counts_get_their_fields(load: Load, declared: str, written: str) -> None:
    plan = "id: p\ntitle: Kế hoạch\nkind: annual\ndeclared: "
    _, problems = load(plan + declared)
    assert [f"viết `{written}` thay cho `{declared}`" in each.vi for each in problems] == [True]
    assert not load(plan + written)[1]


def test_numbers_of_a_task_are_an_indicator(load: Load) -> None:
    plan = "id: p\ntitle: Kế hoạch\nkind: annual\ntasks:\n  - {{id: a, title: Trồng cây{}}}\n"
    _, problems = load(plan.format(", targets: 5"))
    assert ["`- {id: …, name: …, task: …, targets: …}`" in each.vi for each in problems] == [True]
    indicator = "indicators:\n  - {id: b, name: Số cây, task: a, targets: 5}\n"
    assert not load(plan.format("") + indicator)[1]


@pytest.mark.parametrize(
    ("whole", "parts", "warnings"),
    [
        ("100", ("33.33", "33.33", "33.33"), 0),
        ("100", ("33.3", "33.3", "33.2"), 1),
        ("100", ("50.1", "49.95", "0.1"), 1),
        ("100", ("50.1", "49.95"), 0),
        ("10", ("6", "3"), 1),
    ],
)
def test_parts_may_be_rounded_as_they_are_printed(
    load: Load, whole: str, parts: tuple[str, ...], warnings: int
) -> None:
    listed = "".join(
        f"      - {{id: p{number}, name: Phần {number}, targets: {part}}}\n"
        for number, part in enumerate(parts)
    )
    archive, problems = load(
        "id: p\ntitle: Kế hoạch\nkind: annual\nperiod: 2025\nindicators:\n  - id: a\n    name: A\n"
        f"    unit: percent\n    adds_up: true\n    targets: {whole}\n    parts:\n{listed}"
    )
    assert not problems
    found = [each for each in check(archive, DAY) if each.rule == "parts-add-up"]
    assert len(found) == warnings


def problems_with(load: Load, field: str) -> list[str]:
    """What is said of a plan with one indicator that has this field."""
    _, problems = load(
        f"id: p\ntitle: Kế hoạch\nkind: annual\nindicators:\n  - id: a\n    name: A\n    {field}\n"
    )
    return [problem.vi for problem in problems]


PIECES = [
    *("tăng", "giảm", "gấp", "vượt", "thêm", "tối thiểu", "trên", "dưới", "khoảng", "từ", "đến"),
    *("còn", "duy trì", "ước", "phấn đấu", "thứ", "nhóm", "tốp", "5", "05", "7,5", "1.250", "12,8"),
    *("100", "1/2", "45/47", "3-4", "8500-8300", "-2", "%", "% /năm", "nghìn tỷ", "triệu", "vạn"),
    *("xã", "lần", "trở lên", "so với năm 2024", "so với 0000", "điểm %", "/", "÷", "since 2020"),
    *("of", "at least", "down", "pp", "5..3", "3..5", "đôi", "(p)"),
]


@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=5),
    st.sampled_from(["value", "of_plan", "amount"]),
    st.sampled_from(["vi", "en"]),
)
def test_what_a_message_suggests_is_accepted(pieces: list[str], field: str, language: str) -> None:
    typed = " ".join(pieces)
    try:
        quantity(typed, field, language)
    except PydanticCustomError:
        for message in said_of(typed, field, language):
            for written in suggestions(message, typed):
                assert quantity(written, field, language), (typed, written)
