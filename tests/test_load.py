"""Whatever lies in the folder of plans: it is read, or it is said what is wrong with it."""

from __future__ import annotations

import gc
import os
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.load import load_plans
from generator.load.tree import LONGEST_SCALAR, MOST_BYTES, MOST_DEPTH, MOST_NODES, MOST_PROBLEMS
from generator.load.tree import read_tree as read
from generator.model.archive import Archive
from generator.model.nodes import Mapping, Scalar, Sequence
from generator.problems import Problem
from tests.conftest import Load

GOOD = """\
# Một kế hoạch có đủ các phần.
id: ke-hoach
title: "Kế hoạch: phát triển \\"bền vững\\""
kind: annual
place: bac-kan
period: 2021..2025
year_starts: 09
source: tin-2026
statements:
  Phương châm: Kỷ cương, sáng tạo
relations:
  based_on: [11-nq-hdnd, "Nghị quyết Đại hội"]
notes:
  - text: >-
      Nguồn ghi hai số
      khác nhau
    kind: inconsistency
sections:
  - id: kinh-te
    title: Kinh tế
    declared: {indicators: 2, tasks: 1}
indicators:
  - id: ho-ngheo
    name: 'Tỷ lệ "hộ nghèo"'
    section: kinh-te
    unit: percent
    direction: down
    baseline: {2020: 6.5}
    targets:
      - period: 2025
        value: at most 3.5
      - period: 2025
        value: about 4..4.5
        on: 2023-06
        reason: thiên tai
    results: {2021: 6, 2022: 5.5}
    parts:
      - id: vung-cao
        place: na-ri
        targets_text: giảm nhanh hơn bình quân
tasks:
  - id: ra-soat # cùng các xã
    title: Rà soát hộ nghèo
    lead:
      - so-tai-chinh: cân đối nguồn, tổng hợp
      - UBND các xã, phường
    due: before 2021-07-30
    steps:
      - {title: đợt 1, due: 2021-Q1}
    reports:
      - on: 2021-12-31
        stage: completed
        done: 2021-12
        text: |-
          đã hoàn thành
          đúng hạn
milestones:
  - {title: Hội nghị, kind: conference, when: 2021-01-15}
scorecards:
  counts: {đạt: 24, không đạt: 1}
budget:
  unit: tỷ đồng
  rows:
    - {fund: ngân sách tỉnh, amount: 12.5}
"""


def test_a_good_plan_gives_no_problem(load: Load) -> None:
    archive, problems = load(GOOD)
    assert problems == []
    assert [plan.id for plan in archive.plans] == ["ke-hoach"]


def loaded(folder: Path, **contents: bytes) -> tuple[Archive, list[Problem]]:
    for name, content in contents.items():
        (folder / f"{name}.yml").write_bytes(content)
    return load_plans(folder)


@pytest.mark.parametrize(
    "written",
    [
        GOOD.encode("utf-8-sig"),
        GOOD.replace("\n", "\r\n").encode(),
        GOOD.replace("\n", "\r").encode(),
        f"---\n{GOOD}".encode(),
        f"---\n{GOOD}...\n".encode(),
        f"{GOOD}\n# hết\n\n".encode(),
        GOOD.removesuffix("\n").encode(),
        GOOD.replace("title:", "title:\t", 1).encode(),
    ],
    ids=["bom", "windows", "old-mac", "marked", "ended", "comment", "no-newline", "tab"],
)
def test_what_editors_leave_in_a_file_does_no_harm(tmp_path: Path, written: bytes) -> None:
    archive, problems = loaded(tmp_path, plan=written)
    assert problems == []
    assert archive.plans == loaded(tmp_path, plan=GOOD.encode())[0].plans


def told(problems: list[Problem]) -> list[tuple[str, int, int, str]]:
    return [
        (Path(each.position.file).name, each.position.line, each.position.column, each.rule)
        for each in problems
    ]


def test_every_problem_of_every_file_is_told_in_one_run(load: Load) -> None:
    archive, problems = load(
        registers__places__a="""
            - {id: tot, name: xã Tốt, level: commune}
            - {id: hong, name: xã Hỏng, level: xã}
            - {id: cung-tot, name: xã Cũng Tốt, level: commune}
            - {id: cung-hong, level: commune, until: 30/6/2025}
        """,
        registers__documents__b="- id: [",
        x__c="id: c\ntitle: C\nkind: annual\nperiod: 2021-2025\nscope: ''\n",
        x__d="id: d\ntitle: D\nkind: annual\n",
    )
    assert told(problems) == [
        ("b.yml", 1, 7, "file-can-be-read"),
        ("a.yml", 3, 36, "words-of-the-vocabulary"),
        ("a.yml", 5, 3, "required-keys-are-there"),
        ("a.yml", 5, 42, "value-is-understood"),
        ("c.yml", 4, 9, "value-is-understood"),
        ("c.yml", 5, 8, "value-is-understood"),
    ]
    assert [place.id for place in archive.places] == ["tot", "cung-tot"]
    assert [plan.id for plan in archive.plans] == ["d"]


def test_the_ids_of_what_cannot_be_read_are_remembered(load: Load) -> None:
    archive, _ = load(
        registers__places__a="- {id: hong, level: commune}\n- id: tot\n  name: x\n  level: commune",
        registers__agencies__b="- id: ubnd\n  name: UBND\n-id: so-y-te\n\tname: Sở Y tế",
        registers__documents__c="documents:\n  - {id: 84-kh-ubnd, kind: kế hoạch}",
        registers__indicators__e="id: ho-ngheo\nname: Hộ nghèo",
        registers__noi__g="- {id: lac-cho, name: xã Lạc, level: commune}",
        x__d="id: d\n\ttitle: D",
        x__f="- một\n- hai",
        x__h="id: H\ntitle: H\nkind: annual",
        x__i="",
    )
    assert archive.broken >= {"hong", "ubnd", "so-y-te", "84-kh-ubnd", "ho-ngheo", "lac-cho"}
    assert archive.broken >= {"d", "f", "h", "i"}
    assert "tot" not in archive.broken


def test_a_problem_names_its_field_in_the_words_of_the_file(load: Load) -> None:
    _, problems = load(
        GOOD.replace("value: about 4..4.5", "value: 4,5")
        .replace("{2021: 6,", "{2021: đạt,")
        .replace("due: before 2021-07-30", "due: 30/7/2021")
        .replace("stage: completed", "stage: xong"),
        registers__places__a="- {id: tot, name: xã Tốt, level: xã}",
    )
    assert [each.field for each in problems] == [
        "tot › level",
        "indicators › ho-ngheo › targets › 2025 › value",
        "indicators › ho-ngheo › results › 2021",
        "tasks › ra-soat › due",
        "tasks › ra-soat › reports › mục 1 › stage",
    ]


# The folder.


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    archive, (problem,) = load_plans(tmp_path / "plans")
    assert archive.plans == ()
    assert problem.rule == "folder-is-there"


def test_an_empty_folder_is_an_empty_archive(tmp_path: Path) -> None:
    assert load_plans(tmp_path) == (Archive(), [])


def test_files_are_read_in_a_fixed_order_and_counted(tmp_path: Path) -> None:
    for name in ("b/z", "a/y", "c"):
        path = tmp_path / f"{name}.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"id: {path.stem}\ntitle: A\nkind: annual\n", encoding="utf-8")
    seen: list[tuple[int, int]] = []
    archive, _ = load_plans(tmp_path, lambda number, count: seen.append((number, count)))
    assert [plan.id for plan in archive.plans] == ["y", "z", "c"]
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_registers_are_merged_from_all_files_below_their_folder(load: Load) -> None:
    archive, problems = load(
        registers__places__mien_bac__a="- {id: a, name: xã A, level: commune}",
        registers__places__b="- {id: b, name: xã B, level: commune}",
        registers__places="- {id: c, name: xã C, level: commune}",
    )
    assert problems == []
    assert sorted(place.id for place in archive.places) == ["a", "b", "c"]


@pytest.mark.parametrize("wrong", ["registers__x__a", "registers__a", "registers__place__a"])
def test_a_register_has_one_of_five_folders(load: Load, wrong: str) -> None:
    _, (problem,) = load(**{wrong: "- {id: a, name: xã A, level: commune}"})
    assert "`places`, `agencies`, `documents`, `indicators`, `removals`" in problem.vi


def test_a_list_outside_the_registers_is_told_where_it_belongs(load: Load) -> None:
    _, (problem,) = load(places__a="- {id: a, name: xã A, level: commune}")
    assert "`registers`" in problem.vi


def test_what_is_not_read_is_told_but_blocks_nothing(tmp_path: Path) -> None:
    (tmp_path / "x.yml").mkdir()
    (tmp_path / "x.yml" / "plan.yml").write_text(GOOD, encoding="utf-8")
    for name in ("kế hoạch.docx", "plan.txt", "PLAN.YML", "a.json", "README.md", ".DS_Store"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.yml").write_text("x", encoding="utf-8")
    archive, problems = load_plans(tmp_path)
    assert [plan.id for plan in archive.plans] == ["ke-hoach"]
    assert {each.severity for each in problems} == {"warning"}
    assert {Path(each.position.file).name for each in problems} == {
        "kế hoạch.docx",
        "plan.txt",
        "PLAN.YML",
        "a.json",
        "x.yml",
    }


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("ha-noi-84.txt", "đổi tên thành `ha-noi-84.yml`"),
        ("ha-noi-84.yml.txt", "đổi tên thành `ha-noi-84.yml`"),
        ("ha-noi-84.YML", "đổi tên thành `ha-noi-84.yml`"),
        ("ha-noi-84", "đổi tên thành `ha-noi-84.yml`"),
        ("Kế hoạch.docx", "tệp Word không được đọc: chép nội dung sang một tệp `.yml`"),
        ("biểu.xlsx", "tệp Excel không được đọc: chép nội dung"),
        ("84.PDF", "tệp PDF không được đọc: chép nội dung"),
    ],
)
def test_a_file_that_is_not_read_is_told_with_what_to_do(
    tmp_path: Path, name: str, remedy: str
) -> None:
    (tmp_path / name).write_text("x", encoding="utf-8")
    _, (problem,) = load_plans(tmp_path)
    assert remedy in problem.vi


def test_a_link_in_a_circle_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.yml").symlink_to(tmp_path / "a.yml")
    (tmp_path / "b.yml").symlink_to(tmp_path / "nirgends.yml")
    (tmp_path / "c").symlink_to(tmp_path)
    _, problems = load_plans(tmp_path)
    assert [Path(each.position.file).name for each in problems] == ["a.yml", "b.yml"]
    assert all("không mở được" in each.vi for each in problems)


def test_a_pipe_does_not_hold_up_the_reading(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yml")
    _, (problem,) = load_plans(tmp_path)
    assert "không mở được" in problem.vi


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_or_folder_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    closed = tmp_path / "a.yml"
    closed.write_text(GOOD, encoding="utf-8")
    closed.chmod(0)
    folder = tmp_path / "x"
    folder.mkdir(mode=0)
    try:
        _, problems = load_plans(tmp_path)
    finally:
        folder.chmod(0o700)
    assert [Path(each.position.file).name for each in problems] == ["a.yml", "x"]


def test_a_file_name_in_another_encoding_is_shown_as_far_as_it_goes(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/k\xea\xed.yml"
    Path(os.fsdecode(name)).write_text("id: A", encoding="utf-8")
    _, problems = load_plans(tmp_path)
    assert problems
    assert all(each.position.file.encode("utf-8") for each in problems)


def test_reading_leaves_the_search_for_garbage_as_it_was(tmp_path: Path) -> None:
    assert gc.isenabled()
    load_plans(tmp_path)
    assert gc.isenabled()
    gc.disable()
    try:
        load_plans(tmp_path)
        assert not gc.isenabled()
    finally:
        gc.enable()


# Nodes.


def test_a_value_stays_what_its_author_wrote() -> None:
    tree, problems = read("a.yml", b"a: no\nb: 06\nc: 12:30\nd: 2016-07-15\ne: 1e3\nf: 'null'\n")
    assert problems == []
    assert tree == {"a": "no", "b": "06", "c": "12:30", "d": "2016-07-15", "e": "1e3", "f": "null"}


def test_every_node_knows_its_place() -> None:
    tree, _ = read("a.yml", "đ:\n  - {ấ: 1}\n  - [x]\n".encode())
    assert isinstance(tree, Mapping)
    rows = tree["đ"]
    assert isinstance(rows, Sequence)
    fields, words = rows
    assert isinstance(fields, Mapping)
    assert isinstance(words, Sequence)
    assert (rows.line, rows.column, rows.flow) == (2, 3, False)
    assert (fields.line, fields.column, fields.flow) == (2, 5, True)
    assert (fields["ấ"].line, fields["ấ"].column) == (2, 9)
    key = next(iter(fields))
    assert isinstance(key, Scalar)
    assert (key.line, key.column) == (2, 6)
    assert (words[0].line, words[0].column, words.flow) == (3, 6, True)


# Bounds.


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"a: " + b"b" * MOST_BYTES, "file-is-small-enough"),
        (b"a: " + b"b" * (LONGEST_SCALAR + 1), "text-is-short-enough"),
        (b"a: " + b"[" * (MOST_DEPTH + 1), "file-is-simple-enough"),
        (b"- " * 100_000 + b"x", "file-is-simple-enough"),
        (b"a: " + b"{" * 1_000_000, "file-is-simple-enough"),
        (b"a: [" + b"x," * (MOST_NODES + 1) + b"]", "file-is-simple-enough"),
        (b"".join(b" " * n + b"a:\n" for n in range(1000)), "file-is-simple-enough"),
    ],
    ids=["bytes", "words", "depth", "dashes", "braces", "values", "indentation"],
)
def test_a_file_that_nobody_would_write_is_refused_at_once(content: bytes, rule: str) -> None:
    began = time.process_time()
    tree, problems = read("a.yml", content)
    assert tree is None
    assert [each.rule for each in problems][-1] == rule
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    "content",
    [
        "tasks:\n" + "- x\n" * 20_000,
        "tasks:\n" + "-\n" * 20_000,
        "scope: a\n" * 20_000,
        "".join(f"k{number}: x\n" for number in range(20_000)),
        "indicators:\n- {id: a, name: A, targets: [" + "'5,5', " * 20_000 + "]}\n",
    ],
    ids=["entries", "empties", "duplicates", "unknown", "values"],
)
def test_of_very_many_problems_the_first_are_told(tmp_path: Path, content: str) -> None:
    began = time.process_time()
    _, problems = loaded(tmp_path, plan=content.encode())
    assert len(problems) <= 2 * MOST_PROBLEMS
    assert "problems-are-few" in {each.rule for each in problems}
    assert time.process_time() - began < 20


def test_the_last_of_very_many_problems_may_be_one_of_syntax() -> None:
    hashes = "".join(f"k{number}: a #b\n" for number in range(MOST_PROBLEMS - 1))
    tree, problems = read("a.yml", f"{hashes}scope: a: b\n".encode())
    assert tree is None
    assert [each.rule for each in problems[-2:]] == ["file-can-be-read", "problems-are-few"]


# Laws: whatever happens to a good plan, nothing but problems comes of it.


def every_place_is_inside(problems: list[Problem], content: bytes) -> None:
    text = content.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    for problem in problems:
        place = problem.position
        assert 1 <= place.line <= len(lines), problem
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1, problem
        assert problem.vi.isprintable(), problem
        assert problem.en.isprintable(), problem
        assert problem.vi.count("") < 1500, problem
        assert problem.field.isprintable(), problem


def holds(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for path in ("x/plan.yml", "registers/documents/plan.yml"):
            target = Path(folder, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        archive, problems = load_plans(Path(folder))
    every_place_is_inside(problems, content)
    assert archive.plans or problems
    assert archive.rows.keys() == {plan.id for plan in archive.plans}


LINES = GOOD.split("\n")
line_numbers = st.integers(0, len(LINES) - 1)
places = st.integers(0, len(GOOD) - 1)
SIGNS = [*":-[]{}\"'!%@`>|?,#~\\", "*a", "&a", "!!str", ">4", "<<:", "null", "8.300", "31/2/2025"]
BLANKS = ["\t", "  ", " #", ": ", "- ", "---\n", "...\n", "\r", "\u00a0", "\u2028", "\x85"]
UNSEEN = ["\u200b", "\u202e", "\ufeff", "\x07", "\ue000", "\ud83d", "\U000e0001"]
odd_words = st.sampled_from([*SIGNS, *BLANKS, *UNSEEN]) | st.text(max_size=6)
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(st.lists(st.tuples(st.sampled_from("dci"), line_numbers, line_numbers), max_size=4))
@patient
def test_lines_may_be_lost_doubled_and_swapped(changes: list[tuple[str, int, int]]) -> None:
    lines = list(LINES)
    for change, first, second in changes:
        first, second = first % len(lines), second % len(lines)
        if change == "d" and len(lines) > 1:
            del lines[first]
        elif change == "c":
            lines.insert(first, lines[second])
        else:
            lines[first], lines[second] = lines[second], lines[first]
    holds("\n".join(lines).encode())


@given(st.lists(st.tuples(places, st.integers(0, 3), odd_words), min_size=1, max_size=4))
@example([(0, 0, "\u2028")])
@example([(0, 0, "{" * 100)])
@patient
def test_signs_may_be_lost_and_strewn_in(changes: list[tuple[int, int, str]]) -> None:
    text = GOOD
    for place, lost, words in changes:
        text = text[:place] + words + text[place + lost :]
    holds(text.encode("utf-8", "surrogatepass"))


@given(st.lists(st.tuples(line_numbers, st.integers(0, 9)), min_size=1, max_size=4))
@patient
def test_indentation_may_be_lost(changes: list[tuple[int, int]]) -> None:
    lines = list(LINES)
    for number, blanks in changes:
        lines[number] = " " * blanks + lines[number].lstrip()
    holds("\n".join(lines).encode())


@given(st.sampled_from(range(len(LINES))), odd_words | st.text(max_size=30))
@patient
def test_any_words_may_stand_for_any_value(number: int, words: str) -> None:
    key, colon, _ = LINES[number].partition(": ")
    lines = [*LINES[:number], f"{key}{colon}{words}", *LINES[number + 1 :]]
    holds("\n".join(lines).encode("utf-8", "surrogatepass"))


@given(st.binary(max_size=300))
@example(b"?")
@example(b"- id: [")
@patient
def test_any_bytes_may_lie_in_a_file(content: bytes) -> None:
    holds(content)


@given(st.text(max_size=300))
@patient
def test_any_text_may_lie_in_a_file(text: str) -> None:
    holds(text.encode("utf-8", "surrogatepass"))
