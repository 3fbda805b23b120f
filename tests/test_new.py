"""Beginning a plan or an entry: what is known is written, nothing is overwritten or invented."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.check import check
from generator.drafts.files import Draft, put
from generator.drafts.ids import id_proposed
from generator.drafts.texts import written
from generator.load import load_plans
from tests.conftest import tree

ROOT = Path(__file__).parent.parent
DAY = date(2026, 11, 22)
PLAN = ["new", "plan", "--title", "Kế hoạch năm 2027", "--kind", "annual"]
REGISTERS = Path("plans/registers")


@pytest.fixture
def registers(here: Path) -> Path:
    """A small project with one register of each kind."""
    for name, text in {
        "places/places.yml": "# Địa phương.\n\n- id: ha-noi\n  name: thành phố Hà Nội\n"
        "  level: province\n",
        "agencies/agencies.yml": "- id: ubnd\n  name: Ủy ban nhân dân\n  level: province\n",
        "documents/ha-noi.yml": "- id: 84-kh-ubnd-ha-noi\n  kind: plan\n  number: 84/KH-UBND\n"
        "  issuer: ubnd@ha-noi\n  issued: 2021-03-29\n",
    }.items():
        path = here / REGISTERS / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return here


def errors() -> list[str]:
    archive, problems = load_plans(Path("plans"))
    return [str(each) for each in (*problems, *check(archive, DAY)) if each.severity == "error"]


@pytest.mark.usefixtures("registers")
def test_a_new_plan_passes_the_check_as_it_stands(capfd: pytest.CaptureFixture[str]) -> None:
    assert main([*PLAN, "--place", "ha-noi", "--period", "2027"]) == 0

    out, err = capfd.readouterr()
    path = Path("plans/ha-noi/ha-noi-2027.yml")
    assert out == f"{path}\n"
    assert "bỏ `# ` ở các dòng cần dùng" in err
    assert "python -m generator check" in err
    assert errors() == []
    (plan,) = (each for each in load_plans(Path("plans"))[0].plans if each.id == "ha-noi-2027")
    assert (plan.title, plan.kind, str(plan.place)) == ("Kế hoạch năm 2027", "annual", "ha-noi")
    assert (plan.issuer, plan.lifecycle, plan.source, plan.tasks) == (None, None, (), ())


@pytest.mark.usefixtures("registers")
def test_every_line_of_the_first_text_is_understood_once_it_is_filled_in() -> None:
    main([*PLAN, "--place", "ha-noi", "--period", "2027"])
    path = Path("plans/ha-noi/ha-noi-2027.yml")
    told = {
        "id": "a",
        "targets": "27",
        "due": "2027-07",
        "when": "2027-07",
        "direction": "up",
        "lifecycle": "adopted",
        "completeness": "full",
        "document": "84-kh-ubnd-ha-noi",
    }
    ids = iter("abcdefgh")

    def filled(match: re.Match[str]) -> str:
        name = match[2]
        value = next(ids) if name == "id" else told.get(name, "Lời của nguồn")
        return f"{match[1]}{name}: {value}"

    text = path.read_text(encoding="utf-8")
    lines = [
        re.sub(r"^([ -]*)([^:]+): …", filled, line[2:]) if re.search(r": …|:$", line) else line
        for line in text.splitlines()
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")

    assert errors() == []
    (plan,) = (each for each in load_plans(Path("plans"))[0].plans if each.id == "ha-noi-2027")
    assert plan.statements
    assert plan.sections
    assert plan.indicators[0].targets
    assert plan.tasks[0].due
    assert plan.milestones


@pytest.mark.usefixtures("registers")
def test_a_line_that_was_not_filled_in_is_told() -> None:
    main([*PLAN, "--place", "ha-noi", "--period", "2027"])
    path = Path("plans/ha-noi/ha-noi-2027.yml")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("# source: …", "source: …"), encoding="utf-8")

    assert any("còn chữ tạm" in each for each in errors())


@pytest.mark.usefixtures("registers")
@pytest.mark.parametrize(
    ("arguments", "file", "entry"),
    [
        (
            [
                "document",
                "--kind",
                "quyết định",
                "--number",
                "12/QĐ-UBND",
                "--issuer",
                "ubnd@ha-noi",
                "--issued",
                "2026-02-01",
            ],
            "documents/ha-noi.yml",
            (
                "- id: 12-qd-ubnd-ha-noi\n  kind: decision\n  number: 12/QĐ-UBND\n"
                "  issuer: ubnd@ha-noi\n  issued: 2026-02-01\n"
            ),
        ),
        (
            [
                "document",
                "--kind",
                "plan",
                "--number",
                "84/KH-UBND",
                "--issuer",
                "ubnd@ha-noi",
                "--issued",
                "2026-02-01",
            ],
            "documents/ha-noi.yml",
            (
                "- id: 84-kh-ubnd-ha-noi-2026\n  kind: plan\n  number: 84/KH-UBND\n"
                "  issuer: ubnd@ha-noi\n  issued: 2026-02-01\n"
            ),
        ),
        (
            ["agency", "--name", "Sở Tài chính", "--level", "province"],
            "agencies/agencies.yml",
            "- id: so-tai-chinh\n  name: Sở Tài chính\n  level: province\n",
        ),
        (
            ["place", "--name", "xã Phúc Sơn", "--level", "xã", "--parent", "ha-noi"],
            "places/places.yml",
            "- id: phuc-son\n  name: xã Phúc Sơn\n  level: commune\n  parent: ha-noi\n",
        ),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_an_entry_is_added_and_the_rest_stays_byte_for_byte(
    arguments: list[str], file: str, entry: str, line_end: str
) -> None:
    path = REGISTERS / file
    before = path.read_bytes().replace(b"\n", line_end.encode())
    path.write_bytes(before)

    assert main(["new", *arguments]) == 0

    added = ("\n" + entry).replace("\n", line_end).encode()
    assert path.read_bytes() == before + added
    assert errors() == []


@pytest.mark.usefixtures("registers")
@pytest.mark.parametrize(
    ("before", "added"),
    [
        ("- id: a\n  name: Sở A", "\n\n- id: so-b\n  name: Sở B\n"),
        ("- id: a\n  name: Sở A\n\n", "- id: so-b\n  name: Sở B\n"),
        ("# Cơ quan\n  - id: a\n    name: Sở A\n", "\n  - id: so-b\n    name: Sở B\n"),
    ],
)
def test_an_entry_stands_in_the_column_of_the_others(before: str, added: str) -> None:
    path = REGISTERS / "agencies/agencies.yml"
    path.write_text(before, encoding="utf-8")

    assert main(["new", "agency", "--name", "Sở B"]) == 0

    assert path.read_text(encoding="utf-8") == before + added


@pytest.mark.usefixtures("registers")
def test_a_register_that_is_not_there_begins_with_its_schema() -> None:
    (REGISTERS / "documents/ha-noi.yml").unlink()

    assert main(["new", "document", "--kind", "law", "--number", "47/2019/QH14"]) == 0

    text = (REGISTERS / "documents/documents.yml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../../schema/documents.schema.json")
    assert "- id: 47-2019-qh14\n  kind: law\n" in text
    assert errors() == []


@pytest.mark.usefixtures("registers")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["new"], "THING"),
        (["new", "law"], "law"),
        (["new", "plan"], "--title is missing"),
        ([*PLAN], "--id is missing"),
        ([*PLAN, "--id", "ha-noi"], "`ha-noi` is taken"),
        ([*PLAN, "--id", "xa-an"], "`xa-an` is taken"),
        ([*PLAN, "--id", "Hà Nội"], "viết `ha-noi`"),
        ([*PLAN, "--id", "a", "--period", "2026-2030"], "write `2026..2030`"),
        ([*PLAN, "--id", "a", "--place", "ha-nam"], "plans/ha-nam/a.yml:9:8: lỗi: place: "),
        ([*PLAN, "--id", "a", "--place", "ha-nam"], "nothing was written"),
        ([*PLAN, "--id", "a", "--kind", "nghị định"], "choose one of `five_year`"),
        ([*PLAN, "--id", "a", "--plans", "nope"], "no folder `nope`"),
        (["new", "document", "--id", "a", "--kind", "plan", "--url", "x"], "nothing was written"),
        (["new", "place", "--name", "A", "--level", "xã", "--parent", "x"], "nothing was written"),
    ],
)
def test_what_cannot_stand_is_refused_and_nothing_is_written(
    arguments: list[str], said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    before = tree(Path())

    with pytest.raises(SystemExit) as end:
        main(arguments)

    out, err = capfd.readouterr()
    assert end.value.code == 2
    assert out == ""
    assert said in err
    assert tree(Path()) == before


@pytest.mark.usefixtures("registers")
def test_a_file_that_is_there_is_never_overwritten(capfd: pytest.CaptureFixture[str]) -> None:
    path = Path("plans/ha-noi/ha-noi-2027.yml")
    path.parent.mkdir()
    path.write_text("của người khác", encoding="utf-8")

    assert main([*PLAN, "--place", "ha-noi", "--id", "ha-noi-2028"]) == 0
    with pytest.raises(SystemExit):
        main([*PLAN, "--place", "ha-noi", "--id", "ha-noi-2027"])

    assert path.read_text(encoding="utf-8") == "của người khác"
    draft = Draft(path, None, b"mine")
    with pytest.raises(FileExistsError):
        put(draft)
    with pytest.raises(FileExistsError):
        put(Draft(path, b"before", b"mine"))
    assert path.read_text(encoding="utf-8") == "của người khác"
    assert [each.name for each in path.parent.iterdir() if each.name.startswith(".")] == []
    capfd.readouterr()


@pytest.mark.usefixtures("registers")
@pytest.mark.parametrize(
    "arguments", [[*PLAN, "--id", "a"], ["new", "agency", "--name", "Sở B", "--id", "b"]]
)
def test_a_dry_run_prints_and_writes_nothing(
    arguments: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    before = tree(Path())

    assert main([*arguments, "--dry-run"]) == 0

    assert f"id: {arguments[-1]}\n" in capfd.readouterr().out
    assert tree(Path()) == before


@pytest.mark.parametrize(
    ("thing", "answers", "proposed"),
    [
        ("plan", {"place": "ha-noi", "number": "84/KH-UBND"}, "ha-noi-84"),
        ("plan", {"place": "ha-noi", "period": "2026..2030"}, "ha-noi-2026-2030"),
        ("plan", {"place": "Lạng Sơn", "period": "2026"}, "lang-son-2026"),
        ("plan", {"issuer": "ubnd@ha-noi", "period": "2026"}, "ha-noi-2026"),
        ("plan", {"issuer": "Bộ Tài chính", "period": "2026"}, "bo-tai-chinh-2026"),
        ("plan", {"title": "Kế hoạch"}, ""),
        ("plan", {"place": "taken", "number": "1", "period": "2026"}, "taken-1-2026"),
        ("plan", {"place": "taken", "number": "1"}, "taken-1-2"),
        ("document", {"kind": "plan", "number": "226/NQ-CP"}, "226-nq-cp"),
        (
            "document",
            {"kind": "news", "issuer": "Báo An", "issued": "2026-02-01"},
            "tin-bao-an-2026-02-01",
        ),
        ("agency", {"name": "Sở Tài chính", "place": "ha-noi"}, "so-tai-chinh-ha-noi"),
        ("place", {"name": "tỉnh Bắc Kạn", "level": "province"}, "bac-kan"),
    ],
)
def test_an_id_is_made_of_what_is_known(thing: str, answers: dict[str, str], proposed: str) -> None:
    assert id_proposed(thing, answers, frozenset({"taken-1"})) == proposed


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Kế hoạch năm 2027", "Kế hoạch năm 2027"),
        ("84/KH-UBND", "84/KH-UBND"),
        ("https://a.vn/b", "https://a.vn/b"),
        ("Mục tiêu: giảm nghèo", '"Mục tiêu: giảm nghèo"'),
        ("xem #2", '"xem #2"'),
        ("- a", '"- a"'),
        ("true", '"true"'),
        ('nói "có"', 'nói "có"'),
        ('"có" và không', '"\\"có\\" và không"'),
        ("kết thúc:", '"kết thúc:"'),
    ],
)
def test_a_value_is_quoted_where_it_must_be(value: str, text: str, tmp_path: Path) -> None:
    assert written(value) == text
    (tmp_path / "x").mkdir()
    (tmp_path / "x/a.yml").write_text(f"id: a\nkind: annual\ntitle: {text}\n", encoding="utf-8")
    archive, problems = load_plans(tmp_path)
    assert problems == []
    assert archive.plan["a"].title == value


class Terminal:
    """A person at a terminal, who reads until something is said and then types."""

    def __init__(self, *arguments: str) -> None:
        self.screen, inside = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "generator", *arguments],
            stdin=inside,
            stdout=inside,
            stderr=inside,
            env=os.environ | {"PYTHONPATH": str(ROOT), "TERM": "dumb"},
            start_new_session=True,
        )
        os.close(inside)
        self.seen = ""

    def sees(self, words: str) -> Terminal:
        end = time.monotonic() + 30
        while words not in self.seen:
            assert time.monotonic() < end, self.seen
            self.seen += os.read(self.screen, 4096).decode("utf-8", "replace")
        self.seen = self.seen.partition(words)[2]
        return self

    def types(self, words: str) -> Terminal:
        os.write(self.screen, words.encode())
        return self

    def ends(self) -> int:
        return self.process.wait(30)


@pytest.fixture
def asked(registers: Path) -> Iterator[Terminal]:  # noqa: ARG001 - a project to stand in
    terminal = Terminal("new", "plan")
    yield terminal
    terminal.process.kill()
    terminal.process.wait()
    os.close(terminal.screen)


def test_a_person_is_asked_until_the_answer_is_understood(asked: Terminal) -> None:
    asked.sees("full title").types("Kế hoạch năm 2027\n")
    asked.sees("2 annual").sees("kind of plan").types("2\n")
    asked.sees("place").types("ha-noi\n").sees("period").types("2027-2028\n")
    asked.sees("2027..2028").sees("period").types("2027\n").sees("number").types("\n")
    asked.sees("issuer").types("\n").sees("source").types("\n").sees("state").types("\n")
    asked.sees("[ha-noi-2027]").types("ha-noi\n").sees("taken").sees("[ha-noi-2027]").types("\n")
    asked.sees("plans/ha-noi/ha-noi-2027.yml")

    assert asked.ends() == 0
    assert errors() == []
    assert "period: 2027\n" in Path("plans/ha-noi/ha-noi-2027.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("leaves", ["ctrl-c", "end of input"])
def test_who_leaves_half_way_leaves_nothing_behind(asked: Terminal, leaves: str) -> None:
    before = tree(Path())
    asked.sees("full title").types("Kế hoạch năm 2027\n").sees("kind of plan")
    if leaves == "ctrl-c":
        asked.process.send_signal(signal.SIGINT)
    else:
        asked.types("\x04")

    assert asked.ends() == 130
    assert tree(Path()) == before
