"""What goes into the plans comes out of the data files, whatever an editor has typed."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from generator.assess.findings import Findings
from generator.exports import exports
from generator.exports.tables import csv_lines
from generator.exports.written import Writing, names_written
from generator.load import load_plans
from generator.model import base
from generator.model.archive import Archive
from generator.model.base import Entry
from generator.model.plan import Plan
from generator.model.references import Body, Reference
from generator.model.registers import Document
from tests.conftest import Load
from tests.synthetic import plan_files, write_plans

DAY = date(2026, 11, 22)
ROOT = Path(__file__).parent.parent

Files = dict[str, str]


def told(archive: Archive, day: date = DAY) -> Files:
    """Every data file by its path."""
    listed = list(exports(Findings(archive, day), "plans"))
    assert len(dict(listed)) == len(listed), "no two files at one path"
    return dict(listed)


def lines(text: str) -> list[dict[str, str]]:
    """The lines of a table; each text as it was before it was made harmless."""
    assert text.startswith("\ufeff")
    header, *rows = csv.reader(io.StringIO(text[1:], newline=""), strict=True)
    assert all(len(row) == len(header) for row in rows)
    assert not any(runs(cell) for row in rows for cell in row)
    cells = ([cell.removeprefix("'") for cell in row] for row in rows)
    return [dict(zip(header, row, strict=True)) for row in cells]


def runs(cell: str) -> bool:
    """Whether a spreadsheet would take a cell for a formula."""
    return cell[:1] in tuple("=+-@\t\r") and not re.fullmatch(r"[+-]?[0-9.]+", cell)


def is_typed(words: str) -> bool:
    """Whether an editor may write this."""
    try:
        return base.text(words) == words
    except ValueError:
        return False


NASTY = (
    *("=1+1", "+84", "-5 điểm", "- gạch đầu dòng", "@SUM(A1)", "'trích", "＝1", "1e5", "null"),
    *('"', ",", ";", "\\", "\\n", "a\nb", "a\tb", "a, b; c: d\\e", "\u2028x", "\u0345", "😀" * 40),
    *("</feed>", "]]>", "&lt;", "<b>đậm</b>", "“Đạt”", "ế" * 80, "END:VEVENT", "DTSTART:1"),
)
texts = (st.sampled_from(NASTY) | st.text(min_size=1, max_size=200)).filter(is_typed)


def plan_with(**fields: Any) -> Archive:
    """An archive of one plan, made without a file."""
    plan = Plan.model_validate({"id": "k", "title": "Kế hoạch", "kind": "annual", **fields})
    return Archive(plans=(plan,))


@given(name=texts, words=texts, quote=texts, unit=texts, reason=texts)
@settings(max_examples=60, deadline=None)
def test_any_text_of_an_indicator_comes_out_of_its_table(
    name: str, words: str, quote: str, unit: str, reason: str
) -> None:
    target = {"value": "5", "reason": reason, "quote": quote, base.TEXTS: {"value": words}}
    indicator = {"id": "c", "name": name, "unit": unit, "targets": [target]}
    files = told(plan_with(indicators=[indicator]))
    for path in ("ke-hoach/k/k.csv", "du-lieu/chi-tieu.csv"):
        [line] = lines(files[path])
        assert (line["name"], line["unit"], line["reason"]) == (name, unit, reason)
        assert (line["value_text"], line["quote"], line["low"]) == (words, quote, "5")


@given(title=texts, text=texts, lead=texts, share=texts, quote=texts)
@settings(max_examples=60, deadline=None)
def test_any_text_of_a_task_comes_out_of_its_table_and_its_json(
    title: str, text: str, lead: str, share: str, quote: str
) -> None:
    lead = f"Ủy ban {lead}"  # a name, not an id
    task = {
        "id": "v",
        "title": title,
        "text": text,
        "quote": quote,
        "deliverables": [{"title": text}],
        "lead": [Body(Reference(lead), share)],
    }
    files = told(plan_with(tasks=[task], scope=text))
    for path in ("ke-hoach/k/k-nhiem-vu.csv", "du-lieu/nhiem-vu.csv"):
        [line] = lines(files[path])
        assert (line["title"], line["text"], line["quote"]) == (title, text, quote)
        assert line["deliverables"] == text
        assert (line["lead"], line["lead_name"]) == (lead, f"{lead}: {share}")
    said = json.loads(files["ke-hoach/k/k.json"])["said"]
    assert said["scope"] == text
    [written] = said["tasks"]
    assert (written["title"], written["text"], written["quote"]) == (title, text, quote)
    assert written["lead"] == [{"body": lead, "share": share}]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+84 24", "'+84 24"),
        ("- gạch đầu dòng", "'- gạch đầu dòng"),
        ("@tên", "'@tên"),
        ("＝1", "'＝1"),
        ("'trích", "''trích"),
        ("-5", "-5"),
        ("-5.25", "-5.25"),
        ("5-6", "5-6"),
        ("", ""),
    ],
)
def test_a_spreadsheet_runs_nothing_that_an_editor_typed(typed: str, written: str) -> None:
    assert next(csv.reader([csv_lines([[typed, "x"]])])) == [written, "x"]


PLAN = """\
    id: plan
    title: Kế hoạch
    kind: annual
    place: lao-cai
    document: kh
    period: 2021
    source: kh
    sections: [{id: phan, title: Phần, source: bao, period: 2022}]
    indicators:
      - id: ngheo
        name: Tỷ lệ hộ nghèo
        section: phan
        unit: percent
        direction: down
        targets: at most 06
        results: {2022: 5.50}
      - id: thu
        name: Thu ngân sách
        at: mục II
        quote: đạt 69,410 tỷ đồng
        targets:
          - value: 69.410
            value_text: 69,410 tỷ đồng
        parts:
          - {id: noi-dia, name: thu nội địa}
    tasks:
      - id: viec
        title: Một việc
        lead: so-tai-chinh
        due:
          - 2021-03
          - {due: 2021-06, on: 2021-04, reason: thiên tai}
        reports: [{on: 2021-07-20, stage: completed, done: 2021-07-10}]
        steps: [{title: bước một, due: 2021-02}]
    milestones: [{id: hoi-nghi, title: Hội nghị, when: 2021-12-15, when_text: trung tuần tháng 12}]
    """
REGISTERS = {
    "registers__places__a": "- {id: lao-cai, name: tỉnh Lào Cai, level: province}",
    "registers__agencies__a": """\
        - {id: so-tai-chinh, name: Sở Tài chính, level: province}
        - {id: ubnd, name: Ủy ban nhân dân, short: UBND, level: province}
        """,
    "registers__documents__a": """\
        - {id: kh, kind: plan, number: 1/KH-UBND, issuer: ubnd@lao-cai, issued: 2021-01-05}
        - {id: bao, kind: news, title: Bài báo, issued: 2021-02-01}
        """,
}


@pytest.fixture
def files(load: Load) -> Files:
    archive, problems = load(PLAN, **REGISTERS)
    assert not problems
    return told(archive)


@pytest.fixture
def written(files: Files) -> Any:
    return json.loads(files["ke-hoach/plan/plan.json"])


def test_a_number_keeps_the_digits_its_author_wrote(files: Files, written: Any) -> None:
    poverty, revenue = written["said"]["indicators"]
    value = {"written": "at most 06", "operator": "at most", "low": "06", "high": "06"}
    assert poverty["targets"][0]["value"] == value
    assert revenue["targets"][0]["value"]["low"] == "69.410"
    assert revenue["targets"][0]["value_text"] == "69,410 tỷ đồng"
    assert [line["low"] for line in lines(files["ke-hoach/plan/plan.csv"])] == [
        *("06", "5.50", "69.410", "")
    ]


def test_a_line_has_all_that_it_leaves_to_its_section_and_plan(files: Files) -> None:
    target, result, revenue, part = lines(files["ke-hoach/plan/plan.csv"])
    assert (target["period"], target["period_from"], target["period_to"]) == (
        *("2022", "2022-01-01", "2022-12-31"),
    )
    assert (target["set_by"], target["set_by_name"]) == (
        *("ubnd@lao-cai", "Ủy ban nhân dân tỉnh Lào Cai"),
    )
    assert (target["source"], result["source"], revenue["source"]) == ("bao", "bao", "kh")
    assert (revenue["at"], revenue["quote"]) == ("mục II", "đạt 69,410 tỷ đồng")
    assert (part["indicator"], part["field"]) == ("thu/noi-dia", "indicator")


def test_the_json_names_what_a_row_leaves_to_others(written: Any) -> None:
    poverty, revenue = written["said"]["indicators"]
    assert poverty["source"] == [{"document": "bao"}]
    assert poverty["inherited"] == ["place", "source"]
    [target] = revenue["targets"]
    assert target["period"] == "2021"
    assert target["set_by"] == "ubnd@lao-cai"
    assert target["inherited"] == ["period", "set_by", "source"]
    assert "inherited" not in revenue["targets"][0]["value"]
    assert written["said"]["tasks"][0]["inherited"] == ["source"]


def test_what_is_said_and_what_is_concluded_stand_apart(files: Files, written: Any) -> None:
    assert "verdict" not in json.dumps(written["said"])
    conclusion = written["concluded"]["indicators"]["ngheo"]
    assert conclusion["verdict"] == "exceeded"
    assert conclusion["assessments"][0]["target"] == conclusion["assessments"][0]["result"] == 0
    task = written["concluded"]["tasks"]["viec"]
    assert (task["timeliness"], task["days_late"], task["deadline"]) == ("late", 10, 1)
    assert task["revisions"][0]["days"] == 91
    target, result, *_ = lines(files["ke-hoach/plan/plan.csv"])
    assert target["concluded_verdict"] == "exceeded"
    assert (target["concluded_in_force"], result["concluded_verdict"]) == ("true", "")


def test_the_version_in_force_is_told_from_earlier_ones() -> None:
    targets = [{"value": "3"}, {"value": "2", "on": "2021-08"}]
    archive = plan_with(indicators=[{"id": "c", "name": "Chỉ tiêu", "targets": targets}])
    listed = lines(told(archive)["ke-hoach/k/k.csv"])
    assert [line["concluded_in_force"] for line in listed] == ["false", "true"]


def test_a_verdict_points_at_its_very_result_even_if_another_says_the_same() -> None:
    result = {"period": "2021", "value": "5"}
    indicator = {"id": "c", "name": "Chỉ tiêu", "direction": "up", "results": [result, result]}
    archive = plan_with(indicators=[indicator | {"targets": [{"value": "4", "period": "2021"}]}])
    concluded = json.loads(told(archive)["ke-hoach/k/k.json"])["concluded"]
    assert concluded["indicators"]["c"]["assessments"][0]["result"] == 1


def test_a_field_left_out_that_means_something_is_told(written: Any) -> None:
    assert written["said"]["language"] == "vi"
    assert "lifecycle" not in written["said"]


def test_what_is_said_of_an_indicator_as_a_whole_has_a_line(load: Load) -> None:
    archive, _ = load("""\
        id: plan
        title: Kế hoạch
        kind: annual
        indicators: [{id: c, name: Chỉ tiêu, targets: 5, stated: đạt, note: Số tròn}]
        """)
    whole, target = lines(told(archive)["ke-hoach/plan/plan.csv"])
    assert (whole["field"], whole["stated"], whole["note"]) == ("indicator", "đạt", "Số tròn")
    assert (target["field"], target["stated"], target["low"]) == ("target", "", "5")


def test_the_json_tells_who_is_meant_and_when(written: Any) -> None:
    meant = written["refers_to"]
    assert meant["so-tai-chinh"] == {
        "kind": "agency",
        "id": "so-tai-chinh@lao-cai",
        "name": "Sở Tài chính tỉnh Lào Cai",
        "page": "co-quan/so-tai-chinh/lao-cai/",
    }
    assert meant["kh"]["said"]["number"] == "1/KH-UBND"
    assert meant["lao-cai"]["name"] == "tỉnh Lào Cai"
    assert written["times"]["2021-03"] == {"earliest": "2021-03-01", "latest": "2021-03-31"}


def test_a_file_says_under_which_licence_and_as_of_which_day(written: Any) -> None:
    assert written["licence"]["id"] == "CC-BY-4.0"
    assert written["as_of"] == "2026-11-22"
    assert written["version"] == "1.0"
    assert written["file"].startswith("plans/")


def test_tasks_steps_and_milestones_stand_in_one_table(files: Files) -> None:
    task, step, milestone = lines(files["ke-hoach/plan/plan-nhiem-vu.csv"])
    assert (task["item"], task["due"], task["first_due"]) == ("task", "2021-06", "2021-03")
    assert (task["lead"], task["lead_name"]) == (
        *("so-tai-chinh@lao-cai", "Sở Tài chính tỉnh Lào Cai"),
    )
    assert (task["concluded_timeliness"], task["concluded_days_late"]) == ("late", "10")
    assert (step["item"], step["id"], step["due_to"]) == ("step", "viec/1", "2021-02-28")
    assert (milestone["item"], milestone["due_text"]) == ("milestone", "trung tuần tháng 12")


def test_the_tables_of_the_whole_site_hold_every_plan_and_document(files: Files) -> None:
    [plan] = lines(files["du-lieu/ke-hoach.csv"])
    assert (plan["number"], plan["issuer_name"], plan["place_name"]) == (
        *("1/KH-UBND", "Ủy ban nhân dân tỉnh Lào Cai", "tỉnh Lào Cai"),
    )
    assert (plan["recorded_tasks"], plan["concluded_done_late"], plan["declared_tasks"]) == (
        *("1", "1", ""),
    )
    act, news = lines(files["du-lieu/van-ban.csv"])
    assert (act["id"], act["issued_to"], news["title"]) == ("kh", "2021-01-05", "Bài báo")
    assert set(names_written(Document).values()) <= set(act)
    index = json.loads(files["du-lieu/tat-ca.json"])
    assert [each["json"] in files for each in index["plans"]] == [True]


def entry_types(start: type[Entry] = Entry) -> list[type[Entry]]:
    return [start, *(each for child in start.__subclasses__() for each in entry_types(child))]


@pytest.mark.parametrize("entry", entry_types(), ids=lambda entry: entry.__name__)
def test_every_field_of_the_model_is_told(entry: type[Entry]) -> None:
    fields: dict[str, Any] = {
        name: f"giá trị của {name}"
        for name in entry.model_fields
        if name not in ("origin", "texts")
    }
    filled = entry.model_construct(**fields)
    assert sorted(Writing().said(filled)) == sorted(entry.fields_written())


@pytest.mark.parametrize("folder", ["plans", "tests/example/plans"])
def test_every_field_that_an_editor_wrote_stands_in_the_json(folder: str) -> None:
    archive, _ = load_plans(ROOT / folder)
    assert archive.plans
    files = told(archive)
    for plan in archive.plans:
        said = json.loads(files[f"ke-hoach/{plan.id}/{plan.id}.json"])["said"]
        assert_told(plan, said, plan.id)


def assert_told(entry: BaseModel, said: dict[str, Any], where: str) -> None:
    """Holds an entry against what is told of it, down to the last part of it."""
    for field in entry.model_fields_set - {"origin", "texts"}:
        name = type(entry).model_fields[field].alias or field
        assert name in said, f"{where}: {name}"
        value, inner = getattr(entry, field), said[name]
        if isinstance(value, Entry):
            assert_told(value, inner, f"{where} › {name}")
        if isinstance(value, tuple):
            assert len(value) == len(inner)
            for each, one in zip(value, inner, strict=True):
                if isinstance(each, Entry):
                    assert_told(each, one, f"{where} › {name}")
    for field, words in getattr(entry, "texts", {}).items():
        assert said[f"{field}_text"] == words


def test_realistic_plans_have_no_errors_and_come_out_whole(tmp_path: Path) -> None:
    write_plans(tmp_path, 2)
    archive, problems = load_plans(tmp_path)
    assert problems == []
    files = told(archive, date(2025, 11, 22))
    assert len(lines(files["du-lieu/chi-tieu.csv"])) == 2 * (20 * 11 + 4)
    assert len(lines(files["du-lieu/nhiem-vu.csv"])) == 2 * (60 + 10)
    longest = max(len(line) for line in files["ke-hoach/ke-hoach-1/ke-hoach-1.json"].split("\n"))
    assert longest < 500, "long lines are slow to look at and to compare"


DIGEST = """
import hashlib, sys
from datetime import date
from pathlib import Path
from generator.assess.findings import Findings
from generator.exports import exports
from generator.load import load_plans
archive, _ = load_plans(Path(sys.argv[1]))
found = hashlib.sha256(repr(list(exports(Findings(archive, date(2025, 11, 22)), ""))).encode())
sys.stdout.write(found.hexdigest())
"""


def test_the_same_plans_give_the_same_bytes(tmp_path: Path) -> None:
    write_plans(tmp_path, 1)
    digests = {
        subprocess.run(
            [sys.executable, "-c", DIGEST, str(tmp_path)],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1
    assert len(digests.pop()) == 64
    assert dict(plan_files(1)) == dict(plan_files(1))
