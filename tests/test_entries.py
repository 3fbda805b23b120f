"""What stands in a plan file, and the entry that is understood from it."""

from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from generator.model.base import Entry
from generator.model.indicators import Indicator, Target
from generator.model.nodes import Origin
from generator.model.plan import Plan
from generator.model.quantity import quantity
from generator.model.registers import Agency, Definition, Document, Place
from generator.problems import Problem
from tests.conftest import Load

HEAD = """\
id: ke-hoach-2026
title: Kế hoạch năm 2026
kind: annual
"""


def plan_of(load: Load, body: str) -> Plan:
    archive, problems = load(HEAD + body)
    assert problems == []
    return archive.plans[0]


def problems_of(load: Load, body: str) -> list[Problem]:
    return load(HEAD + body)[1]


INDICATOR = """
indicators:
  - id: ho-ngheo
    name: Tỷ lệ hộ nghèo
"""


def indicator_of(load: Load, fields: str) -> Indicator:
    lines = "".join(f"    {line}\n" for line in fields.strip("\n").split("\n"))
    return plan_of(load, INDICATOR + lines).indicators[0]


@pytest.mark.parametrize(
    ("written", "periods_and_values"),
    [
        ("targets: at least 6", [(None, "at least 6")]),
        ("targets: {2015: 22.9, 2016: 28.5}", [("2015", "22.9"), ("2016", "28.5")]),
        ("targets:\n  2025: 6\n  2026: 5", [("2025", "6"), ("2026", "5")]),
        ("targets:\n  - 6\n  - 5", [(None, "6"), (None, "5")]),
        ("targets:\n  value: 6", [(None, "6")]),
        ("targets: {period: 2026, value: 6}", [("2026", "6")]),
        ("targets:\n  - period: 2026\n    value: 6", [("2026", "6")]),
        ("targets:\n  2026: {value: 6, reason: A}", [("2026", "6")]),
        ("targets: {2031-Q1: 6.1, 2026..2030: met}", [("2031-Q1", "6.1"), ("2026..2030", "met")]),
        ("targets_text: giảm mạnh", [(None, None)]),
    ],
)
def test_values_are_written_in_three_ways(
    load: Load, written: str, periods_and_values: list[tuple[str | None, str | None]]
) -> None:
    found = indicator_of(load, written).targets
    assert [
        (each.period and str(each.period), each.value and str(each.value)) for each in found
    ] == periods_and_values


def test_printed_words_stand_beside_any_field(load: Load) -> None:
    plan = plan_of(
        load,
        """
scope: toàn tỉnh
scope_text: trên phạm vi toàn tỉnh
declared_text: mười một chỉ tiêu
indicators:
  - id: thu
    name: Thu ngân sách
    baseline_text: chưa có
    targets: about 5200
    targets_text: gần 5,2 nghìn tỷ đồng
    results:
      - period: 2026
        value_text: Xuất siêu
milestones:
  - title: Hội nghị
    kind: other
    kind_text: gặp mặt
    when_text: trong quý I
tasks:
  - id: a
    title: A
    due_text: khi được TW ban hành
  - id: b
    title: B
    due: 2026-07
    due_text: đầu quý III
""",
    )
    thu, (milestone,), (worded, dated) = plan.indicators[0], plan.milestones, plan.tasks
    assert plan.said("scope") == "trên phạm vi toàn tỉnh"
    assert plan.said("declared") == "mười một chỉ tiêu"
    assert plan.said("place") is None
    assert thu.baseline[0].said("value") == "chưa có"
    assert (str(thu.targets[0].value), thu.targets[0].said("value")) == (
        "about 5200",
        "gần 5,2 nghìn tỷ đồng",
    )
    assert thu.results[0].said("value") == "Xuất siêu"
    assert thu.results[0].is_empty is False
    assert milestone.said("when") == "trong quý I"
    assert milestone.said("kind") == "gặp mặt"
    assert (worded.due[0].due, worded.due[0].said("due")) == (None, "khi được TW ban hành")
    assert (str(dated.due[0].due), dated.due[0].said("due")) == ("2026-07", "đầu quý III")


@pytest.mark.parametrize(
    ("written", "shares"),
    [
        ("of_plan: 99.6", [(None, "99.6")]),
        (
            "of_plan: {tỉnh giao: 110, HĐND huyện giao: 104}",
            [("tỉnh giao", "110"), ("HĐND huyện giao", "104")],
        ),
    ],
)
def test_a_result_may_say_how_much_of_the_plan_it_is(
    load: Load, written: str, shares: list[tuple[str | None, str]]
) -> None:
    (result,) = indicator_of(load, f"results:\n  - {written}").results
    assert [(each.assigned_by, str(each.percent)) for each in result.of_plan] == shares
    assert {each.origin.position.line for each in result.of_plan} == {9}


@pytest.mark.parametrize("enough", ["value: 6", "value_text: A", "of_plan: 99", "stated: đạt"])
def test_a_result_needs_one_of_four(load: Load, enough: str) -> None:
    (result,) = indicator_of(load, f"results:\n  - {enough}").results
    assert result.correction is False


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ("targets:\n      - period: 2026", "`value:`, `value_text:`"),
        ("results:\n      - period: 2026", "`value:`, `value_text:`, `of_plan:`, `stated:`"),
        ("parts:\n      - id: a", "`name:`, `definition:`, `place:`"),
    ],
)
def test_an_entry_without_its_main_field_is_told_what_it_needs(
    load: Load, fields: str, named: str
) -> None:
    (problem,) = problems_of(load, f"{INDICATOR}    {fields}\n")
    assert named in problem.vi
    assert named in problem.en
    assert problem.rule == "required-keys-are-there"


def test_an_indicator_may_be_named_by_definition_or_place(load: Load) -> None:
    plan = plan_of(
        load,
        """
indicators:
  - {id: a, definition: ty-le-ho-ngheo}
  - id: b
    name: B
    parts:
      - {id: c, place: si-ma-cai, targets: met}
""",
    )
    assert plan.indicators[0].definition is not None
    assert str(plan.indicators[1].parts[0].place) == "si-ma-cai"


def test_one_stands_for_a_list_of_one(load: Load) -> None:
    plan = plan_of(
        load,
        """
former_ids: ke-hoach-cu
notes: Nguồn tự mâu thuẫn
source: tin-2026
relations: {based_on: 11-nq-hdnd, implements: [a, Nghị-quyết]}
budget: {unit: tỷ đồng, rows: [{amount: 5}]}
scorecards: {total: 25, counts: {đạt: 24, không đạt: 1}, named: {không đạt: ho-ngheo}}
tasks:
  - id: a
    title: A
    deliverables: Báo cáo
    places: si-ma-cai
    reports: {stage: completed, done: 2026-07}
    steps: {title: bước 1}
""",
    )
    task, card = plan.tasks[0], plan.scorecards[0]
    assert plan.former_ids == ("ke-hoach-cu",)
    assert plan.notes[0].text == "Nguồn tự mâu thuẫn"
    assert str(plan.source[0].document) == "tin-2026"
    assert plan.budget[0].rows[0].amount == quantity("5")
    assert card.counts == {"đạt": 24, "không đạt": 1}
    assert [str(each) for each in card.named["không đạt"]] == ["ho-ngheo"]
    assert [str(end) for _, end in plan.relations.pairs()] == ["11-nq-hdnd", "a", "Nghị-quyết"]
    assert (task.deliverables[0].title, str(task.places[0])) == ("Báo cáo", "si-ma-cai")
    assert (task.reports[0].stage, task.steps[0].title) == ("completed", "bước 1")


def test_a_bare_deliverable_is_a_title_or_a_document(load: Load) -> None:
    written = "tasks:\n  - id: a\n    title: A\n    deliverables: [Báo-cáo, 84-kh-ubnd]\n"
    titled, issued = plan_of(load, written).tasks[0].deliverables
    assert (titled.title, titled.document) == ("Báo-cáo", None)
    assert (issued.title, str(issued.document)) == (None, "84-kh-ubnd")


@pytest.mark.parametrize(
    "written",
    [
        "statements: {Phương châm: Kỷ cương}",
        "statements:\n  Phương châm: Kỷ cương",
        "statements:\n  Phương châm: {text: Kỷ cương, at: mục I}",
        "statements: {label: Phương châm, text: Kỷ cương}",
        "statements:\n  - label: Phương châm\n    text: Kỷ cương",
    ],
)
def test_a_statement_keeps_its_label(load: Load, written: str) -> None:
    (statement,) = plan_of(load, written).statements
    assert (statement.label, statement.text) == ("Phương châm", "Kỷ cương")


def test_a_deadline_may_have_versions(load: Load) -> None:
    written = """
tasks:
  - id: a
    title: A
    due:
      - 2026-06
      - {due: 2026-09, on: 2026-05-01, document: 12-qd-ubnd, reason: thiếu vốn}
      - {due_text: khi có vốn, correction: true}
"""
    first, second, third = plan_of(load, written).tasks[0].due
    assert str(first.due) == "2026-06"
    assert (str(second.on), str(second.document), second.reason) == (
        "2026-05-01",
        "12-qd-ubnd",
        "thiếu vốn",
    )
    assert (third.said("due"), third.correction) == ("khi có vốn", True)


@pytest.mark.parametrize(("written", "tolerance"), [("5", "5"), ("2.5", "2.5"), ("5%", "5")])
def test_a_tolerance_is_a_percentage(load: Load, written: str, tolerance: str) -> None:
    assert str(plan_of(load, f"tolerance: {written}").tolerance) == tolerance


@pytest.mark.parametrize("wrong", ["khoảng 5", "about 5", "5..6", "-1", "met", "5,5"])
def test_a_tolerance_is_nothing_else(load: Load, wrong: str) -> None:
    (problem,) = problems_of(load, f"tolerance: {wrong}")
    assert problem.field == "tolerance"


@pytest.mark.parametrize(("written", "month"), [("04", 4), ("9", 9), ("12", 12)])
def test_the_plan_says_when_a_school_year_begins(load: Load, written: str, month: int) -> None:
    plan = plan_of(load, f"year_starts: {written}\nperiod: 2023/2024")
    assert plan.year_starts == month
    assert plan.period
    assert plan.period.earliest
    assert plan.period.earliest.month == month


@pytest.mark.parametrize("wrong", ["0", "13", "April", "tháng 4", "[4]"])
def test_a_year_starts_in_one_of_twelve_months(load: Load, wrong: str) -> None:
    (problem,) = problems_of(load, f"year_starts: {wrong}")
    assert "`04`" in problem.vi


@pytest.mark.parametrize(("written", "number"), [("137", 137), ("06", 6), ("0", 0)])
def test_a_count_may_begin_with_zeros(load: Load, written: str, number: int) -> None:
    declared = plan_of(load, f"declared: {{indicators: {written}}}").declared
    assert declared
    assert declared.indicators == number


REGISTERED = """
- id: lao-cai-2025
  name: tỉnh Lào Cai
  level: province
  from: 2025-07-01
- id: lao-cai
  name: tỉnh Lào Cai
  level: province
  until: 2025-06-30
  succeeded_by: lao-cai-2025
  source: [{document: 202-2025-qh15, at: Điều 1}]
"""


def test_a_place_knows_its_time_and_its_heir(load: Load) -> None:
    archive, problems = load(registers__places__places=REGISTERED)
    assert not problems
    new, old = archive.places
    assert (str(new.from_), new.until) == ("2025-07-01", None)
    assert (str(old.until), str(old.succeeded_by[0])) == ("2025-06-30", "lao-cai-2025")
    assert (str(old.source[0].document), old.source[0].at) == ("202-2025-qh15", "Điều 1")


def test_a_body_belongs_to_a_place_a_level_or_the_country(load: Load) -> None:
    archive, problems = load(
        registers__agencies__all="""
        - {id: ubnd, name: Ủy ban nhân dân, short: UBND, level: [province, district]}
        - {id: so-y-te, name: Sở Y tế, level: province}
        - {id: bo-y-te, name: Bộ Y tế}
        - {id: cac-so, name: "các sở, ban, ngành", kind: group, level: province}
        """
    )
    assert not problems
    assert [each.level for each in archive.agencies] == [
        ("province", "district"),
        ("province",),
        (),
        ("province",),
    ]
    assert [each.is_group for each in archive.agencies] == [False, False, False, True]


def test_news_is_a_secondary_source(load: Load) -> None:
    archive, problems = load(
        registers__documents__all="""
        - {id: tin-2026, kind: news, author: Nguyễn An, url: https://example.org/tin}
        - {id: 84-kh-ubnd, kind: plan, number: 084/KH-UBND, issuer: ubnd, issued: 2026-04-13}
        """
    )
    assert not problems
    news, plan = archive.documents
    assert (news.is_secondary, plan.is_secondary) == (True, False)
    assert plan.number == "084/KH-UBND"


def test_a_shared_indicator_breaks_where_its_meaning_changed(load: Load) -> None:
    archive, problems = load(
        registers__indicators__all="""
        - id: ty-le-ho-ngheo
          name: Tỷ lệ hộ nghèo
          unit: percent
          direction: down
          breaks: {on: 2022, text: chuẩn nghèo mới}
        """
    )
    assert not problems
    (definition,) = archive.definitions
    assert (str(definition.breaks[0].on), definition.breaks[0].text) == ("2022", "chuẩn nghèo mới")


def test_an_entry_knows_where_each_field_stands(load: Load) -> None:
    plan = plan_of(load, f"{INDICATOR}    targets: {{2025: 6, 2026: 5}}\n    note_text: A\n")
    (indicator,) = plan.indicators
    assert (plan.origin.line, plan.origin.column) == (1, 1)
    assert plan.origin.position.file.endswith("x/plan.yml")

    def place(entry: Entry, field: str) -> tuple[int, int]:
        position = entry.origin.of(field)
        assert position.file == plan.origin.position.file
        return position.line, position.column

    assert place(plan, "title") == (2, 8)
    assert place(indicator, "name") == (7, 11)
    assert place(indicator, "note") == (9, 16)
    assert place(indicator, "results") == (6, 5)
    assert place(indicator.targets[1], "value") == (8, 30)
    assert place(indicator.targets[1], "period") == (8, 24)
    assert indicator.origin.has("targets")
    assert not indicator.origin.has("results")


def test_two_entries_are_equal_when_they_say_the_same(load: Load) -> None:
    one = indicator_of(load, "targets: 6")
    other = indicator_of(load, "# dời xuống một dòng\ntargets:\n  value: 6")
    assert one == other
    assert one.origin.position != other.targets[0].origin.position
    assert hash(one.origin) == hash(other.origin)


def test_an_entry_is_never_changed(load: Load) -> None:
    plan = plan_of(load, "")
    with pytest.raises(ValidationError):
        plan.title = "khác"
    with pytest.raises(ValidationError):
        Target(value=quantity("6"), valeu=quantity("6"))  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("'Toa\u0300n ti\u0309nh'", "Toàn tỉnh"),
        ("' Toàn tỉnh '", "Toàn tỉnh"),
        ("Toàn\u00a0tỉnh", "Toàn\u00a0tỉnh"),
        ("km²", "km²"),
        ("no", "no"),
        ("12:30", "12:30"),
        ("0155", "0155"),
        ("|-\n  một\n  hai", "một\nhai"),
        (">-\n  một\n  hai", "một hai"),
    ],
)
def test_a_text_is_kept_as_typed_in_composed_letters(
    load: Load, typed: str, understood: str
) -> None:
    archive, problems = load(f"{HEAD}scope: {typed}\n")
    assert all(problem.severity == "warning" for problem in problems)
    assert archive.plans[0].scope == understood


@pytest.mark.parametrize("sign", ["\\u202e", "\\u200b", "\\0", "\\ue000", "\\ufffe", "\\t"])
def test_a_text_hides_nothing(load: Load, sign: str) -> None:
    (problem,) = problems_of(load, f'scope: "Toàn {sign} tỉnh"\n')
    assert problem.field == "scope"
    assert "xóa" in problem.vi or "thay" in problem.vi


def test_a_missing_required_field_comes_with_an_example_of_its_own(load: Load) -> None:
    _, problems = load("kind: annual", registers__places__all="- level: province")
    said = {problem.vi for problem in problems}
    assert "thiếu trường `id:`: viết thêm, ví dụ `id: si-ma-cai-2021`" in said
    assert "thiếu trường `name:`: viết thêm, ví dụ `name: tỉnh Bắc Kạn`" in said


@pytest.mark.parametrize("entry", [Plan, Place, Agency, Document, Definition])
def test_the_format_has_a_schema_in_which_every_field_is_described(entry: type[Entry]) -> None:
    schema = entry.model_json_schema()
    assert json.dumps(schema)
    assert "^[a-z_]+_text$" in schema["patternProperties"]
    for name, each in {**schema.get("$defs", {}), entry.__name__: schema}.items():
        fields = each.get("properties", {})
        assert not {"origin", "texts", "\0origin", "\0texts"} & set(fields)
        for field, details in fields.items():
            assert details.get("description") or name == "ShareOfPlan", (name, field)


def test_an_entry_without_a_file_stands_at_its_beginning() -> None:
    target = Target(value=quantity("6"))
    assert target.origin == Origin()
    assert target.origin.of("value") == target.origin.position
