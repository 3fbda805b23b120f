"""What a row of a plan doesn't say is taken from its section or plan, and nothing else is."""

from __future__ import annotations

from generator.model.archive import Archive
from generator.model.indicators import Result, Target
from generator.model.plan import Plan
from generator.model.written_out import Row, every, sourcing_of
from tests.conftest import Load

REGISTERS = {
    "registers__indicators__all": """
        - id: ty-le-ho-ngheo
          name: Tỷ lệ hộ nghèo
          name_en: Poverty rate
          unit: percent
          direction: down
    """,
    "registers__documents__all": """
        - {id: 11-nq-hdnd, kind: resolution, number: 11/NQ-HĐND, issuer: hdnd}
        - {id: 12-qd-ttg, kind: decision, number: 12/QĐ-TTg, issuer: thu-tuong}
        - {id: tin-2026, kind: news}
    """,
}

PLAN = """
id: ke-hoach
title: Kế hoạch
kind: annual
place: bac-kan
period: 2026
document: 11-nq-hdnd
source: tin-2026
at: trang 1
quote: lời chung của kế hoạch
sections:
  - id: kinh-te
    title: Kinh tế
  - id: xa-hoi
    title: Xã hội
    period: 2026..2030
    set_by: ubnd
    source: {document: bao-cao-xa-hoi, at: mục II, quote: lời chung của phần}
indicators:
"""


def rows_of(load: Load, indicators: str) -> tuple[Row, ...]:
    lines = "".join(f"  {line.strip(chr(10))}\n" for line in indicators.strip().split("\n"))
    archive, problems = load(PLAN + lines, **REGISTERS)
    assert problems == []
    return archive.rows["ke-hoach"]


def target_of(load: Load, indicator: str) -> Target:
    return rows_of(load, indicator)[0].targets[0]


def words(*values: object) -> list[str | None]:
    return [None if value is None else str(value) for value in values]


def test_period_and_setter_come_from_the_section_then_from_the_plan(load: Load) -> None:
    in_plan, in_section, own = (
        row.targets[0]
        for row in rows_of(
            load,
            """
- {id: a, name: A, targets: 1}
- {id: b, name: B, targets: 1, section: xa-hoi}
- {id: c, name: C, section: xa-hoi, period: 2027, set_by: so-y-te, targets: 1}
""",
        )
    )
    assert words(in_plan.period, in_plan.set_by) == ["2026", "hdnd"]
    assert words(in_section.period, in_section.set_by) == ["2026..2030", "ubnd"]
    assert words(own.period, own.set_by) == ["2027", "so-y-te"]


def test_a_target_set_by_a_document_is_set_by_its_issuer(load: Load) -> None:
    by_document, by_itself, by_unknown = rows_of(
        load,
        """
- id: a
  name: A
  targets:
    - {period: 2027, value: 1, document: 12-qd-ttg}
    - {period: 2028, value: 1, document: 12-qd-ttg, set_by: bo-y-te}
    - {period: 2029, value: 1, document: van-ban-chua-nhap}
""",
    )[0].targets
    assert words(by_document.set_by, by_itself.set_by) == ["thu-tuong", "bo-y-te"]
    assert words(by_unknown.set_by) == ["hdnd"]


def test_an_indicator_speaks_for_its_targets_and_results(load: Load) -> None:
    (row,) = rows_of(
        load,
        """
- id: a
  name: A
  modality: aspirational
  place: si-ma-cai
  targets:
    - 1
    - {value: 2, modality: forecast}
  results: {2025: 3}
""",
    )
    assert [each.modality for each in row.targets] == ["aspirational", "forecast"]
    assert words(row.place, row.results[0].period) == ["si-ma-cai", "2025"]


def test_a_row_with_a_definition_takes_name_unit_and_direction(load: Load) -> None:
    plain, named = rows_of(
        load,
        """
- {id: a, definition: ty-le-ho-ngheo}
- {id: b, definition: ty-le-ho-ngheo, name: Hộ nghèo, unit: hộ, direction: up}
""",
    )
    assert (plain.name, plain.name_en) == ("Tỷ lệ hộ nghèo", "Poverty rate")
    assert (plain.unit, plain.direction) == ("percent", "down")
    assert (named.name, named.name_en) == ("Hộ nghèo", None)
    assert (named.unit, named.direction) == ("hộ", "up")


def test_a_definition_that_is_not_registered_gives_nothing(load: Load) -> None:
    (row,) = rows_of(load, "- {id: a, definition: chua-dang-ky}")
    assert (row.name, row.unit, row.direction) == (None, None, None)


def test_parts_take_unit_direction_and_section_and_no_more(load: Load) -> None:
    (row,) = rows_of(
        load,
        """
- id: thu
  name: Tổng thu
  unit: tỷ đồng
  direction: up
  section: xa-hoi
  place: si-ma-cai
  modality: forecast
  source: bao-cao-rieng
  note: ghi chú
  parts:
    - id: noi-dia
      name: thu nội địa
      targets: 5
      parts:
        - {id: thue, name: thuế, unit: triệu đồng, direction: down, section: kinh-te}
""",
    )
    part = row.parts[0]
    deepest = part.parts[0]
    assert (part.unit, part.direction, part.section and part.section.id) == (
        "tỷ đồng",
        "up",
        "xa-hoi",
    )
    assert words(part.place, part.targets[0].modality) == ["bac-kan", None]
    assert [str(each.document) for each in part.sourcing.citations] == ["bao-cao-xa-hoi"]
    assert (deepest.unit, deepest.direction, deepest.section and deepest.section.id) == (
        "triệu đồng",
        "down",
        "kinh-te",
    )
    assert [(each.path, each.depth, each.is_part) for each in every([row])] == [
        ("thu", 0, False),
        ("thu/noi-dia", 1, True),
        ("thu/noi-dia/thue", 2, True),
    ]
    assert deepest.anchor == "thu--noi-dia--thue"


def sourcing(load: Load, indicator: str) -> list[object]:
    """Documents, place in them, quote, and whether the source is the row's own."""
    found = rows_of(load, indicator)[0].sourcing
    documents = [str(each.document) for each in found.citations]
    return [documents, found.at, found.quote, found.is_own]


def test_a_row_without_source_has_the_common_one_but_no_quote(load: Load) -> None:
    assert sourcing(load, "- {id: a, name: A}") == [["tin-2026"], None, None, False]
    assert sourcing(load, "- {id: a, name: A, section: xa-hoi}") == [
        ["bao-cao-xa-hoi"],
        None,
        None,
        False,
    ]


def test_a_row_keeps_its_own_place_and_quote_in_the_common_source(load: Load) -> None:
    found = sourcing(load, "- {id: a, name: A, at: mục 3, quote: lời riêng}")
    assert found == [["tin-2026"], "mục 3", "lời riêng", False]


def test_a_row_with_its_own_source_tells_place_and_quote_of_the_first(load: Load) -> None:
    found = sourcing(
        load,
        """
- id: a
  name: A
  source:
    - {document: b, at: mục 1, quote: lời một}
    - {document: c, at: mục 2}
""",
    )
    assert found == [["b", "c"], "mục 1", "lời một", True]


def loaded(load: Load, indicators: str) -> tuple[Archive, Plan, Row]:
    lines = "".join(f"  {line}\n" for line in indicators.strip().split("\n"))
    archive, problems = load(PLAN + lines, **REGISTERS)
    assert not problems
    return archive, archive.plans[0], archive.rows["ke-hoach"][0]


def test_a_value_is_sourced_by_itself_then_by_its_row_then_by_the_plan(load: Load) -> None:
    _, plan, row = loaded(
        load,
        """
- id: a
  name: A
  source: nguon-cua-dong
  quote: lời của dòng
  results:
    - {period: 2024, value: 1, source: nguon-rieng}
    - {period: 2025, value: 1, at: trang 9}
    - {period: 2026, value: 1, source: nguon-rieng, quote: lời riêng}
""",
    )

    def told(result: Result) -> tuple[str, str | None, str | None, bool]:
        found = sourcing_of(plan, row.section, result, row.indicator)
        return str(found.citations[0].document), found.at, found.quote, found.is_own

    assert [told(result) for result in row.results] == [
        ("nguon-rieng", None, None, True),
        ("nguon-cua-dong", "trang 9", "lời của dòng", True),
        ("nguon-rieng", None, "lời riêng", True),
    ]


def test_a_plan_without_source_has_none_to_give(load: Load) -> None:
    archive, problems = load(
        "{id: a, title: A, kind: annual, indicators: [{id: b, name: B, targets: 1}]}"
    )
    assert not problems
    (row,) = archive.rows["a"]
    assert (row.sourcing.citations, row.sourcing.is_own) == ((), False)
    assert (row.targets[0].period, row.targets[0].set_by, row.place) == (None, None, None)


def test_our_own_mistake_in_a_result_is_replaced_by_its_correction(load: Load) -> None:
    (row,) = rows_of(
        load,
        """
- id: a
  name: A
  results:
    - {period: 2025, value: 6}
    - {period: 2026, value: 50}
    - {period: 2026, value: 5, correction: true}
    - {period: 2026, value: 5.1, reporter: so-y-te}
""",
    )
    assert [str(each.value) for each in row.results] == ["6", "5", "5.1"]
    assert [str(each.value) for each in row.indicator.results] == ["6", "50", "5", "5.1"]


def test_entries_that_say_everything_are_left_as_they_are(load: Load) -> None:
    (row,) = rows_of(load, "- {id: a, name: A, results: {2025: 1}, baseline: {2020: 2}}")
    assert row.results[0] is row.indicator.results[0]
    assert row.baseline is row.indicator.baseline


def test_a_period_in_words_is_not_replaced_by_the_period_of_the_plan(load: Load) -> None:
    (row,) = rows_of(
        load,
        """
- id: a
  name: A
  section: xa-hoi
  targets: [{period_text: sau năm 2026, value: 1}, {period: 2027, period_text: năm 2027, value: 2}]
  results: [{period_text: mùa xuân, value: 3}, 4]
""",
    )
    assert words(*(target.period for target in row.targets)) == [None, "2027"]
    assert words(*(result.period for result in row.results)) == [None, "2026..2030"]
