"""The check as a whole: what is right passes, what is wrong is said once, and quickly."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from datetime import date
from graphlib import CycleError, TopologicalSorter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.check import check
from generator.check.cycles import successions_have_no_cycle
from generator.check.mentions import meant
from generator.check.survey import Survey
from generator.model.archive import Archive
from generator.model.base import Entry
from generator.model.references import Body, Reference
from generator.model.registers import Agency
from generator.problems import Problem

Load = Callable[..., tuple[Archive, list[Problem]]]

DAY = date(2026, 11, 22)

REGISTERS = {
    "registers__places__all": """
        - {id: viet-nam, name: Việt Nam, level: country}
        - {id: lao-cai, name: tỉnh Lào Cai, level: province, parent: viet-nam, until: 2025-06-30}
        - id: si-ma-cai
          name: huyện Si Ma Cai
          level: district
          parent: lao-cai
          until: 2025-06-30
        """,
    "registers__agencies__all": """
        - {id: ubnd, name: Ủy ban nhân dân, short: UBND, level: [province, district]}
        - id: phong-tai-chinh-ke-hoach
          name: Phòng Tài chính - Kế hoạch
          level: district
        - {id: so-cong-thuong, name: Sở Công Thương, level: province}
        - id: so-nong-nghiep-moi-truong
          name: Sở Nông nghiệp và Môi trường
          level: province
        """,
    "registers__documents__all": """
        - {id: tin-si-ma-cai-2020-12-21, kind: news, place: si-ma-cai}
        - id: 1715-qd-ubnd-lao-cai-2018
          kind: decision
          number: 1715/QĐ-UBND
          issuer: ubnd@lao-cai
          issued: 2018-06-11
        """,
}

SI_MA_CAI = """
    id: si-ma-cai-2021
    title: Kế hoạch phát triển kinh tế - xã hội huyện Si Ma Cai năm 2021
    kind: annual
    place: si-ma-cai
    period: 2021
    lifecycle: adopted
    source: tin-si-ma-cai-2020-12-21
    relations:
      based_on: 1715-qd-ubnd-lao-cai-2018
    sections:
      - id: nhiem-vu
        title: Nhiệm vụ trọng tâm
        declared: {tasks: 8}
    indicators:
      - id: tieu-chi-ntm-binh-quan
        name: Số tiêu chí nông thôn mới bình quân
        unit: tiêu chí/xã
        direction: up
        targets: 16.1
        quote: nâng bình quân số tiêu chí trong năm đạt 16,1 tiêu chí/xã
      - id: xa-san-chai
        name: xã Sán Chải đạt chuẩn nông thôn mới
        targets: met
        modality: aspirational
      - id: tieu-chi-them
        name: Số tiêu chí nông thôn mới hoàn thành thêm
        unit: tiêu chí
        targets: at least 06
    tasks:
      - id: doan-kiem-tra
        section: nhiem-vu
        number: 1
        title: Thành lập các đoàn kiểm tra công tác giao kế hoạch và tổ chức thực hiện kế hoạch
        lead:
          - phong-tai-chinh-ke-hoach: tham mưu
        deciding: ubnd
        due: 2021-01
      - id: chuong-trinh-muc-tieu-quoc-gia
        section: nhiem-vu
        number: 4
        title: Xây dựng kế hoạch các chương trình mục tiêu quốc gia giai đoạn 2021-2025
        due_text: khi được TW ban hành
    """

HARDER = """
    id: lao-cai-2031
    title: Kế hoạch năm 2031
    kind: annual
    place: lao-cai
    source: tin-si-ma-cai-2020-12-21
    indicators:
      - id: xa-dat-chuan
        name: Xã đạt chuẩn
        targets: met
      - id: tang-truong-quy-3
        name: Tốc độ tăng trưởng GRDP
        unit: percent
        direction: up
        targets:
          - period: 2031-Q3
            value: 9.5
          - period: 2031-Q3
            value: 8..10.5
            on: 2031-08
            reason: kết quả 7 tháng đầu năm
        results: {2031-Q1: 6.1, 2031-Q2: 8.4}
      - id: thu-ngan-sach
        name: Tổng thu ngân sách nhà nước
        unit: tỷ đồng
        direction: up
        results:
          - period: 2031
            value: above 512.5
            kind: estimate
            of_plan: {tỉnh giao: 110, HĐND huyện giao: 104}
            compared: tăng 5,1% so với cùng kỳ
        parts:
          - id: thu-tren-dia-ban
            name: thu trên địa bàn
            results:
              - period: 2031
                value: 21.407
                value_text: 21,407 tỷ đồng
    scorecards:
      - period: 2031
        of: chỉ tiêu
        total: 20
        counts: {đạt: 17, không đạt: 3}
        of_which: {vượt: 6}
        named: {không đạt: [xa-dat-chuan]}
    budget:
      unit: triệu đồng
      stage: planned
      rows:
        - amount: 52000
        - {kind: sự nghiệp, amount: 40000}
        - {fund: ngân sách trung ương, kind: sự nghiệp, amount: 31000}
    tasks:
      - id: nguyen-lieu
        number: 3
        title: Khơi thông nguồn nguyên liệu
        lead:
          - so-cong-thuong: cân đối nguồn, cấp phép, theo dõi
          - so-nong-nghiep-moi-truong: thuê đất, môi trường
          - UBND các xã, phường
        steps:
          - due: 2027
            title: cấp phép đợt 1
          - due: before 2030
            title: vận hành
            modality: aspirational
          - due: quarterly until 2030
            title: báo cáo vướng mắc
    """

HEAD = """
    id: plan
    title: Kế hoạch năm 2021
    kind: annual
    place: lao-cai
    period: 2021
    source: tin-si-ma-cai-2020-12-21
    """

RIGHT = {
    "a name that no register knows is shown as text": """
        tasks:
          - {id: a, title: Việc A, lead: doanh nghiệp, supporting: UBND các xã}
        """,
    "a body finds its place going up": """
        place: si-ma-cai
        tasks:
          - {id: a, title: Việc A, lead: so-cong-thuong, supporting: ubnd@lao-cai}
        """,
    "a legend may have words that no result was given": """
        verdict_words: {Green: achieved, Amber: nearly, Red: not_achieved, Grey: no_data}
        indicators:
          - {id: a, name: Thu ngân sách, stated: Green}
        """,
    "a name may have commas of its own": """
        tasks:
          - {id: a, title: Việc A, lead: doanh nghiệp, supporting: "Các sở, ban, ngành"}
        """,
    "a fiscal year whose month is told": """
        year_starts: 04
        indicators:
          - id: a
            name: Tỷ lệ rác được tái chế
            unit: percent
            baseline: {2020/2021: 40}
            targets: {2021/2022: 45}
        """,
    "a baseline whose period is told in words": """
        indicators:
          - id: a
            name: Thu ngân sách
            unit: tỷ đồng
            baseline: {period_text: trước kế hoạch, value: 5}
        """,
    "another body's target stands beside": """
        indicators:
          - id: a
            name: Thu ngân sách
            unit: tỷ đồng
            baseline: {2020: 5}
            targets: [7, {value: 8, set_by: tỉnh}, {value: 9, modality: aspirational}]
        """,
    "our own mistake is mended by a new entry": """
        indicators:
          - id: a
            name: Thu ngân sách
            unit: tỷ đồng
            baseline: {2020: 5}
            targets: [{value: 77}, {value: 7, correction: true}]
        """,
    "what was mistyped and mended stays on file": """
        indicators:
          - id: a
            name: Tỷ lệ hộ nghèo
            unit: percent
            direction: down
            baseline: {2020: 9}
            targets: [{value: at least 5}, {value: at most 5, correction: true}]
        tasks:
          - id: b
            title: Việc B
            reports: [{stage: completed}, {stage: completed, done: 2021-05, correction: true}]
        """,
    "a later version has a dated document": """
        indicators:
          - id: a
            name: Thu ngân sách
            unit: tỷ đồng
            baseline: {2020: 5}
            targets: [7, {value: 8, document: 1715-qd-ubnd-lao-cai-2018}]
        """,
    "parts and groups need no unit of their own": """
        indicators:
          - id: a
            name: Nhóm chỉ tiêu kinh tế
            parts:
              - {id: b, name: Thu nội địa, targets: 7}
        """,
    "a word needs no unit and no baseline": """
        indicators:
          - {id: a, name: Cán cân, targets_text: Xuất siêu}
          - {id: b, name: Đô thị loại II, targets: met}
          - {id: c, name: GRDP, targets: not stated, results: not published}
        """,
    "points are points": """
        indicators:
          - id: a
            name: Tỷ lệ hộ nghèo
            unit: percent
            direction: down
            targets: [{value: down 2 pp, value_text: giảm 2%}]
        """,
    "one count of a total may leave the rest open": """
        scorecards:
          - {total: 47, counts: {đạt: 45}}
        """,
    "a word that the plan explains is known": """
        verdict_words: {Xanh: achieved}
        indicators:
          - {id: a, name: Thu ngân sách, stated: xanh}
        """,
    "an aim of the last day is in the period": """
        tasks:
          - {id: a, title: Việc A, due: by 2021, reports: [{stage: completed, done: 2021-12}]}
          - {id: b, title: Việc B, due: quarterly}
        """,
    "a report may name a body that came later": """
        indicators:
          - id: a
            name: Thu ngân sách
            unit: tỷ đồng
            results: [{value: 7, reporter: ubnd@lao-cai, as_of: 2021-12-31}]
        """,
    "Roman numerals and titles are no placeholders": """
        statements:
          Phương châm: Đại hội lần thứ XXX; todos los caminos; ai làm? khi nào?
        """,
    "a relation may go to an item of another plan": """
        relations: {succeeds: si-ma-cai-2021#xa-san-chai}
        """,
}


@pytest.mark.parametrize("plan", [SI_MA_CAI, HARDER], ids=["si-ma-cai", "harder"])
def test_the_examples_of_the_format_have_no_error(load: Load, plan: str) -> None:
    name = re.search(r"id: (\S+)", plan)
    assert name
    archive, unread = load(**REGISTERS, **{f"x__{name[1]}": plan})
    assert unread == []
    assert [each for each in check(archive, DAY) if each.severity == "error"] == []


RIGHT_DOCUMENTS = """
    - {id: a, kind: plan, number: 138/KH-UBND, issuer: ubnd@lao-cai, issued: 2016-07-15}
    - {id: b, kind: plan, number: 138/KH-UBND, issuer: ubnd@lao-cai, issued: 2022-06-13}
    - {id: c, kind: plan, number: 138/KH-UBND, issuer: ubnd@si-ma-cai, issued: 2022-06-13}
    - {id: d, kind: directive, issuer: ubnd@lao-cai, issued: 2022, status: draft}
    - {id: e, kind: directive, issuer: ubnd@lao-cai, issued: 2022, status: draft}
    - {id: g, kind: news, issuer: Báo Lào Cai, issued: 2022-06-13, title: Họp}
    - {id: h, kind: news, issuer: Báo Lào Cai, issued: 2022-06-13, title: Tổng kết}
    - {id: i, kind: law, url: "https://vbpl.vn/a?b=1#c", retrieved: 2022-06-13, issued: 2022-06}
    """


def test_documents_that_share_a_number_a_day_or_nothing_are_told_apart(load: Load) -> None:
    archive, unread = load(**REGISTERS, registers__documents__more=RIGHT_DOCUMENTS)
    assert unread == []
    assert check(archive, DAY) == []


@pytest.mark.parametrize("plan", RIGHT.values(), ids=RIGHT.keys())
def test_what_is_right_is_left_alone(load: Load, plan: str) -> None:
    head = re.sub(r"\n    place: \S+", "", HEAD) if "\n        place:" in plan else HEAD
    text = head.replace("\n    ", "\n").rstrip() + "\n" + plan.replace("\n        ", "\n").lstrip()
    archive, unread = load(text, **REGISTERS, **{"x__si-ma-cai-2021": SI_MA_CAI})
    assert unread == []
    assert [each for each in check(archive, DAY) if each.position.file.endswith("/plan.yml")] == []


def test_one_mistake_in_many_rows_is_said_once_with_the_lines_of_the_others(load: Load) -> None:
    tasks = "\n".join(f"  - {{id: viec-{n}, title: Việc {n}, lead: so-y-te}}" for n in range(14))
    archive, _ = load(f"{HEAD.replace(chr(10) + '    ', chr(10))}tasks:\n{tasks}\n", **REGISTERS)
    (problem,) = check(archive, DAY)
    assert problem.rule == "references-are-known"
    assert problem.position.line == 9
    assert "(cũng vậy ở dòng 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 và 3 dòng nữa)" in problem.vi
    assert "(the same in line 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 and 3 more)" in problem.en
    assert problem.field == "tasks › viec-0 › lead"


def test_a_long_sentence_is_quoted_by_its_beginning_but_an_id_is_quoted_whole(load: Load) -> None:
    words = "rất tốt và đúng kế hoạch " * 8
    identifier = "so-" + "y-te-" * 14 + "x"
    text = f"""
    tasks: [{{id: a, title: Việc A, lead: {identifier}}}]
    indicators:
      - {{id: b, name: Thu ngân sách, stated: {words}}}
    """
    archive, unread = load(HEAD + text, **REGISTERS)
    assert unread == []
    said = {each.rule: each for each in check(archive, DAY)}
    for message in (said["stated-words-are-told"].vi, said["stated-words-are-told"].en):
        assert "`rất tốt và đúng kế hoạch rất tốt và đúng kế hoạch rất tốt v…`" in message
        assert words.strip() not in message
    assert f"`{identifier}`" in said["references-are-known"].vi


def test_a_register_that_cannot_be_read_does_not_make_its_ids_unknown(load: Load) -> None:
    broken = REGISTERS["registers__agencies__all"] + '        - {id: hdnd, name: "Hội đồng}\n'
    files = {**REGISTERS, "registers__agencies__all": broken, "x__si-ma-cai-2021": SI_MA_CAI}
    archive, unread = load(**files)
    assert [each.position.file.rpartition("/")[2] for each in unread] == ["all.yml"]
    assert [each for each in check(archive, DAY) if each.severity == "error"] == []


@pytest.mark.parametrize(
    ("written", "way"),
    [
        ("source: tin", "source"),
        ("focal: so-y-te", "focal"),
        ("relations: {based_on: tin}", "relations › based_on"),
        ("tasks: [{id: a, title: Việc A, lead: so-y-te}]", "tasks › a › lead"),
        ("milestones: [{title: Họp, actors: so-y-te}]", "milestones › actors"),
        ("milestones: [{title: A}, {title: B, actors: x-y}]", "milestones › mục 2 › actors"),
        ("indicators: [{id: a, name: A, source: tin}]", "indicators › a › source"),
        (
            "indicators: [{id: a, name: A, results: [{stated: đạt, source: [{document: tin}]}]}]",
            "indicators › a › results › source › document",
        ),
        (
            "indicators: [{id: a, name: A, parts: [{id: b, name: B, lead: so-y-te}]}]",
            "indicators › a › parts › b › lead",
        ),
        (
            "indicators: [{id: a, name: A, targets: {2024: met, 2025: {value: met, set_by: x}}}]",
            "indicators › a › targets › 2025 › set_by",
        ),
        (
            "indicators: [{id: a, name: A, direction: down, targets: at least 6}]",
            "indicators › a › targets",
        ),
        (
            "indicators: [{id: a, name: A, direction: down, targets: {2031: at least 6}}]",
            "indicators › a › targets › 2031",
        ),
    ],
)
def test_the_way_to_a_value_is_in_the_words_of_the_file(load: Load, written: str, way: str) -> None:
    archive, unread = load(f"id: plan\ntitle: Kế hoạch\nkind: annual\nissuer: Bộ Y tế\n{written}\n")
    assert unread == []
    ways = [
        problem.field
        for problem in check(archive, DAY)
        if problem.rule in ("references-are-known", "operators-agree-with-direction")
    ]
    assert ways == [way]


def test_every_field_that_holds_a_reference_says_what_it_may_mean() -> None:
    for kind in _kinds_of_entries(Entry):
        for name, field in kind.model_fields.items():
            if re.search(rf"\b({Reference.__name__}|{Body.__name__})\b", repr(field.annotation)):
                assert meant(kind, name)


@given(st.dictionaries(st.integers(0, 7), st.lists(st.integers(0, 7), max_size=3)))
def test_a_circle_is_found_exactly_where_there_is_one(graph: dict[int, list[int]]) -> None:
    agencies = tuple(
        Agency.model_validate(
            {"id": f"a{n}", "name": "A", "succeeded_by": tuple(f"a{m}" for m in following)}
        )
        for n, following in graph.items()
    )
    found = list(successions_have_no_cycle(Survey(Archive(agencies=agencies), DAY)))
    try:
        TopologicalSorter(graph).prepare()
    except CycleError:
        assert found
    else:
        assert not found


def test_the_check_answers_for_a_page_of_plans_at_once(load: Load) -> None:
    """Bound generously for slow machines: a plan of 25 indicators and 60 tasks takes about 3 ms."""
    plans = {f"x__plan-{n}": "".join(_large(n)) for n in range(20)}
    archive, unread = load(**REGISTERS, **plans)
    assert unread == []
    start = time.process_time()
    assert check(archive, DAY) == []
    assert (time.process_time() - start) / len(plans) < 0.03


def _kinds_of_entries(kind: type[Entry]) -> Iterator[type[Entry]]:
    for each in kind.__subclasses__():
        yield each
        yield from _kinds_of_entries(each)


def _large(number: int) -> Iterator[str]:
    yield f"id: plan-{number}\ntitle: Kế hoạch số {number}\nkind: five_year\nplace: lao-cai\n"
    yield "period: 2021..2025\nsource: tin-si-ma-cai-2020-12-21\n"
    yield "sections: [{id: a, title: Nhiệm vụ, declared: {tasks: 60}}]\nindicators:\n"
    for n in range(25):
        yield f"  - {{id: chi-tieu-{n}, name: Chỉ tiêu {n}, unit: percent, direction: up, "
        yield f"baseline: {{2020: {n}}}, targets: {{2021: {n}, 2022: {n}}}, "
        yield f"results: {{2021: {n}.5, 2022: {n}.5}}, quote: Chỉ tiêu số {n} tăng}}\n"
    yield "tasks:\n"
    for n in range(60):
        yield f"  - {{id: viec-{n}, title: Nhiệm vụ {n}, section: a, lead: [ubnd, so-cong-thuong], "
        yield f'supporting: ["các xã", "cơ quan {n}"], due: 2021-Q{n % 4 + 1}, '
        yield "reports: [{on: 2022-01-15, stage: completed, done: 2021-12}]}\n"
