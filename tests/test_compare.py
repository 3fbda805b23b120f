"""What a change means: plans are compared, not their texts."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from generator.compare import differences
from generator.compare.difference import COUNTED, GRAVITY, Difference
from generator.compare.guard import guard
from generator.compare.telling import as_json, as_markdown, as_text, counts
from generator.load import load_plans
from generator.model.archive import Archive

ROOT = Path(__file__).parents[1]

PLAN = """\
id: xa-an
title: Kế hoạch của xã An năm 2025
title_en: Plan of An commune, 2025
kind: annual
period: 2025
source: Báo An
"""

Edit = Callable[[str, str], tuple[Difference, ...]]


@pytest.fixture
def edit(tmp_path: Path) -> Edit:
    """What has changed from one text of a plan, or of several files, to another."""

    def compared(before: str, after: str) -> tuple[Difference, ...]:
        return differences(
            *(
                loaded(tmp_path / side, text)
                for side, text in (("before", before), ("after", after))
            )
        )

    return compared


def loaded(folder: Path, text: str) -> Archive:
    """The archive of files in one text, each after a line `# file: <path>`; else a plan."""
    plan = textwrap.dedent(text)
    parts = re.split(r"^# file: (\S+)\n", plan, flags=re.MULTILINE)
    files = dict(zip(parts[1::2], parts[2::2], strict=True))
    if parts[0].strip() or not files:
        files["x/xa-an.yml"] = PLAN + parts[0]
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")
    archive, problems = load_plans(folder)
    assert [each.vi for each in problems if each.severity == "error"] == []
    return archive


def said(found: tuple[Difference, ...]) -> list[tuple[str, str]]:
    return [(each.kind, f"{each.subject[0]}: {each.vi}") for each in found]


class Case(NamedTuple):
    """A text before, one after, and what is told of it."""

    promise: str
    before: str
    after: str
    told: list[tuple[str, str]]


POVERTY = """
indicators:
  - id: ho-ngheo
    name: Mức giảm tỷ lệ hộ nghèo
    unit: pp
    direction: up
    {}
"""


def poverty(*lines: str) -> str:
    return POVERTY.format("\n    ".join(lines))


ROAD = """
tasks:
  - id: lam-duong
    title: Làm đường
    {}
"""


def road(*lines: str) -> str:
    return ROAD.format("\n    ".join(lines))


CASES = [
    Case("what stays is silent", poverty("targets: 3.5"), poverty("targets: 3.5"), []),
    Case(
        "another way of writing the same is silent",
        poverty("targets: 3.5", "results: {2025: 3}"),
        "# a comment\n"
        + poverty(
            "results:", "  - value: 3", "    period: 2025", "targets: [{period: 2025, value: 3.5}]"
        ),
        [],
    ),
    Case(
        "more digits of the same number are an edit, not another number",
        poverty("targets: 3.5"),
        poverty("targets: 3.50"),
        [
            (
                "edited",
                "“Mức giảm tỷ lệ hộ nghèo”: sửa `value` trong `targets` (năm 2025: 3,50 điểm %)",
            )
        ],
    ),
    Case(
        "a version beside the old one eases the target",
        poverty("targets: 3.5"),
        poverty(
            "targets:",
            "  - value: 3.5",
            "  - {value: 2.0, on: 2025-10-10, document: QĐ 2001}",
        ),
        [
            (
                "eased",
                "“Mức giảm tỷ lệ hộ nghèo”: nới lỏng: năm 2025: 3,5 → 2,0 điểm %, căn cứ QĐ 2001",
            )
        ],
    ),
    Case(
        "a target may be tightened",
        poverty("targets: 3.5"),
        poverty("targets:", "  - value: 3.5", "  - {value: 4, reason: mới}"),
        [
            (
                "adjusted",
                "“Mức giảm tỷ lệ hộ nghèo”: siết chặt: năm 2025: 3,5 → 4 điểm %, lý do: mới",
            )
        ],
    ),
    Case(
        "our own slip is no adjustment",
        poverty("targets: 3.5"),
        poverty("targets:", "  - value: 3.5", "  - {value: 5.3, correction: true}"),
        [
            (
                "corrected",
                "“Mức giảm tỷ lệ hộ nghèo”: trang này nhập sai: năm 2025: 3,5 → 5,3 điểm %",
            )
        ],
    ),
    Case(
        "an edited target is overwritten, whichever way it went",
        poverty("targets: 3.5"),
        poverty("targets: 2"),
        [
            (
                "overwritten",
                "“Mức giảm tỷ lệ hộ nghèo”: sửa đè (nới lỏng): năm 2025: 3,5 → 2 điểm %",
            )
        ],
    ),
    Case(
        "a target moved to another year is overwritten",
        poverty("targets: {2025: 3.5}"),
        poverty("targets: {2026: 3.5}"),
        [
            (
                "overwritten",
                "“Mức giảm tỷ lệ hộ nghèo”: sửa đè: năm 2025: 3,5 điểm % → năm 2026: 3,5 điểm %",
            )
        ],
    ),
    Case(
        "a target of another year is new",
        poverty("targets: {2025: 3.5}"),
        poverty("targets: {2025: 3.5, 2026: 4}"),
        [("target", "“Mức giảm tỷ lệ hộ nghèo”: mục tiêu năm 2026: 4 điểm %")],
    ),
    Case(
        "a result is new, and a value that is gone is graver",
        poverty("targets: 3.5", "results: {2024: 3}"),
        poverty("targets: 3.5", "results: {2025: 2.1}"),
        [
            ("erased", "“Mức giảm tỷ lệ hộ nghèo”: bỏ kết quả năm 2024: 3 điểm %"),
            ("result", "“Mức giảm tỷ lệ hộ nghèo”: kết quả năm 2025: 2,1 điểm %"),
        ],
    ),
    Case(
        "a result that is gone is told",
        poverty("results: {2024: 3, 2025: 2}"),
        poverty("results: {2024: 3}"),
        [("erased", "“Mức giảm tỷ lệ hộ nghèo”: bỏ kết quả năm 2025: 2 điểm %")],
    ),
    Case(
        "a source that is added to a value is an edit, not another value",
        poverty("targets: 3.5"),
        poverty("targets:", "  - {value: 3.5, source: Báo Bình}"),
        [
            (
                "edited",
                "“Mức giảm tỷ lệ hộ nghèo”: sửa `source` trong `targets` (năm 2025: 3,5 điểm %)",
            )
        ],
    ),
    Case(
        "a version beside the old deadline slips by so many days",
        road("due: 2025-09-30"),
        road(
            "due:",
            "  - due: 2025-09-30",
            "  - {due: 2025-12-31, on: 2025-09-01, reason: mưa lũ}",
        ),
        [("slipped", "“Làm đường”: ngày 30/09/2025 → ngày 31/12/2025, lùi 92 ngày; lý do: mưa lũ")],
    ),
    Case(
        "an edited deadline is overwritten",
        road("due: 2025-09-30"),
        road("due: 2025-08-31"),
        [
            (
                "overwritten",
                "“Làm đường”: sửa đè thời hạn: ngày 30/09/2025 → ngày 31/08/2025, sớm hơn 30 ngày",
            )
        ],
    ),
    Case(
        "a report is new",
        road("due: 2025-12"),
        road("due: 2025-12", "reports: {on: 2025-11-20, stage: in_progress}"),
        [("report", "“Làm đường”: báo cáo: ngày 20/11/2025 đang thực hiện")],
    ),
    Case(
        "another id is the same entry where it says its former one",
        road("due: 2025-12"),
        road("due: 2025-12").replace("id: lam-duong", "id: lam-cau\n    former_ids: lam-duong"),
        [("renamed", "“Làm đường”: mã `lam-duong` → `lam-cau`")],
    ),
    Case(
        "another id without a former one is a loss",
        road("due: 2025-12"),
        road("due: 2025-12").replace("lam-duong", "lam-cau"),
        [
            ("removed", "“Làm đường”: bỏ nhiệm vụ `lam-duong`"),
            ("added", "“Làm đường”: nhiệm vụ mới"),
        ],
    ),
    Case(
        "a part belongs to its indicator",
        poverty("parts: [{id: thon-a, name: Thôn A, results: 2}]"),
        poverty("parts: [{id: thon-b, name: Thôn B, results: 2}]"),
        [
            ("removed", "“Thôn A”: bỏ chỉ tiêu `ho-ngheo/thon-a`"),
            ("added", "“Thôn B”: chỉ tiêu mới"),
        ],
    ),
    Case(
        "names and leads are told with what stood there",
        road("lead: Sở Tài chính"),
        road("lead: Sở Xây dựng", "note: theo báo"),
        [("edited", "“Làm đường”: sửa `lead`; `note`: không có → “theo báo”")],
    ),
    Case(
        "a milestone is moved",
        "milestones: [{title: Hội nghị, when: 2025-01}]",
        "milestones: [{title: Hội nghị, when: 2025-02}]",
        [("moved", "“Hội nghị”: `when`: “2025-01” → “2025-02”")],
    ),
    Case(
        "what has no id is counted",
        "notes: [một, hai]",
        "notes: [một, ba, bốn]",
        [("edited", "`notes`: 1 thêm, 1 sửa")],
    ),
    Case(
        "the plan's own fields are told",
        "short_title: Xã An",
        "short_title: Xã An 2025",
        [("edited", "“Xã An 2025”: `short_title`: “Xã An” → “Xã An 2025”")],
    ),
    Case(
        "registers are compared too",
        "# file: registers/places/a.yml\n- {id: an, name: xã An, level: commune}\n",
        "# file: registers/places/a.yml\n- {id: an, name: xã Ân, level: commune}\n",
        [("edited", "“xã Ân”: `name`: “xã An” → “xã Ân”")],
    ),
    Case(
        "a removal says its reason",
        "# file: registers/places/a.yml\n- {id: an, name: xã An, level: commune}\n",
        "# file: registers/removals/a.yml\n"
        "- {id: an, was: place, on: 2025-11-20, reason: nhập trùng}\n",
        [("removed", "“xã An”: bỏ địa phương `an`, lý do: nhập trùng")],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.promise)
def test_a_change_is_told_by_what_it_means(edit: Edit, case: Case) -> None:
    assert said(edit(case.before, case.after)) == case.told


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.promise)
def test_a_change_is_told_in_english_too(edit: Edit, case: Case) -> None:
    for each in edit(case.before, case.after):
        words = re.sub("“.*?”|`.*?`|(?:reason:|by) .*", "", each.en)
        assert each.en
        assert not re.search("[à-ỹđ]", words), words


def test_a_moved_file_has_not_changed(edit: Edit) -> None:
    text = PLAN + poverty("targets: 3.5")
    assert edit(f"# file: x/xa-an.yml\n{text}", f"# file: y/z/xa-an.yml\n{text}") == ()


def test_a_new_plan_is_one_difference_with_its_counts(edit: Edit) -> None:
    other = "# file: x/xa-binh.yml\n" + PLAN.replace("xa-an", "xa-binh") + road("due: 2025-12")
    base = f"# file: x/xa-an.yml\n{PLAN}"
    (found,) = edit(base, base + other)
    assert (found.kind, found.plan) == ("added", "xa-binh")
    assert found.vi == "kế hoạch mới: 0 chỉ tiêu, 1 nhiệm vụ, 0 mốc"


def test_the_grave_comes_first_and_counts_before_details(edit: Edit) -> None:
    before = poverty("targets: 3.5", "results: {2024: 3}") + road("due: 2025-12")
    after = poverty("targets: 2", "results: {2024: 3, 2025: 2}")
    found = edit(before, after)
    assert [each.kind for each in found] == ["removed", "overwritten", "result"]
    first = as_text(found, "vi").splitlines()[0]
    assert first == "1 mục bị bỏ; 1 giá trị bị sửa đè; 1 kết quả mới"
    assert counts((), "vi") == "không đổi"
    assert counts((), "en") == "no change"


def test_every_kind_has_its_words() -> None:
    assert set(COUNTED) == set(GRAVITY)


@pytest.mark.parametrize(
    ("before", "after", "rule", "remedy"),
    [
        (
            poverty("targets: {2025: 3.5}"),
            poverty("targets: {2025: 2}"),
            "published-values-stay",
            "thêm mục mới ngay dưới nó, `- {period: 2025, value: 2, on: …",
        ),
        (
            poverty("results: {2024: 3}"),
            poverty("note: gì đó"),
            "published-values-stay",
            "ghi lại `- {period: 2024, value: 3}` trong `results:`",
        ),
        (
            road("due: 2025-09-30"),
            road("due: 2025-12-31"),
            "published-values-stay",
            "`- {due: 2025-12-31, correction: true}`",
        ),
        (
            road("reports: {on: 2025-11-20, stage: completed}"),
            road("reports: {on: 2025-11-20, stage: in_progress}"),
            "published-values-stay",
            "`- {stage: completed}`",
        ),
        (
            road("due: 2025-12"),
            "notes: không còn nhiệm vụ",
            "ids-keep-leading-somewhere",
            "`- {id: xa-an#lam-duong, on: <ngày>, reason: <lý do>}`",
        ),
    ],
)
def test_the_guard_says_what_to_write(
    edit: Edit, before: str, after: str, rule: str, remedy: str
) -> None:
    (problem,) = guard(edit(before, after))
    assert (problem.rule, problem.severity) == (rule, "error")
    assert remedy in problem.vi
    assert problem.position.file.endswith("x/xa-an.yml")
    assert "after" in problem.position.file


def test_the_guard_stands_at_the_very_line(edit: Edit) -> None:
    (problem,) = guard(edit(poverty("targets: 3.5"), poverty("targets: 2")))
    assert (
        problem.position.line
        == (PLAN + poverty("targets: 2")).splitlines().index("    targets: 2") + 1
    )


@pytest.mark.parametrize(
    "case",
    [
        each
        for each in CASES
        if each.told and each.told[0][0] not in ("overwritten", "erased", "removed")
    ],
    ids=lambda case: case.promise,
)
def test_the_guard_lets_pass_what_is_added_or_described(edit: Edit, case: Case) -> None:
    assert list(guard(edit(case.before, case.after))) == []


def test_what_the_register_of_removals_names_may_go(edit: Edit) -> None:
    found = edit(road("due: 2025-12"), "notes: không còn nhiệm vụ")
    assert list(guard(found, frozenset({"xa-an#lam-duong"}))) == []


def test_markdown_shows_texts_as_typed(edit: Edit) -> None:
    hostile = "<script>x()</script> @ai-do [x](http://x.y) `a` *b* | #1"
    found = edit(road("note: a"), road(f"note: '{hostile}'"))
    told = as_markdown(found, "vi")
    assert not re.search(r"<script|@ai|\]\(|`|\*b|\|", told.replace("**", ""))
    assert "&#60;script&#62;" in told


def test_json_holds_every_difference_in_both_languages(edit: Edit) -> None:
    found = edit(poverty("targets: 3.5"), poverty("targets: 2"))
    (told,) = json.loads(as_json(found))["differences"]
    assert (told["kind"], told["plan"], told["promise"]) == ("overwritten", "xa-an", "target")
    assert {"vi", "en", "subject", "position"} <= set(told)


@pytest.fixture(scope="module")
def real() -> Archive:
    return load_plans(ROOT / "plans")[0]


_FILES = sorted((ROOT / "plans").rglob("*.yml"))
_VALUE = re.compile(
    r"^(?P<key> *(?:- )?[a-z_]+: )(?P<value>[^\n#>|\[{&*\"'][^\n#]*)$", re.MULTILINE
)


@given(st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_edit_of_a_real_plan_is_silent(
    real: Archive, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Whatever else a value says after an edit, something is told of it."""
    file = data.draw(st.sampled_from(_FILES))
    text = file.read_text(encoding="utf-8")
    match = data.draw(st.sampled_from(list(_VALUE.finditer(text))))
    value = match["value"]
    other = data.draw(st.sampled_from((f"{value} thêm", f"{value}1", f"1{value}", "khác hẳn", "7")))
    folder = tmp_path_factory.mktemp("edited")
    for each in _FILES:
        target = folder / each.relative_to(ROOT / "plans")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(each.read_bytes())
    edited = text[: match.start("value")] + other + text[match.end("value") :]
    (folder / file.relative_to(ROOT / "plans")).write_text(edited, encoding="utf-8")
    archive, problems = load_plans(folder)
    assume(not any(each.severity == "error" for each in problems))
    same = all(
        getattr(real, name) == getattr(archive, name)
        for name in ("places", "agencies", "documents", "definitions", "plans")
    )
    assert same == (differences(real, archive) == ())
