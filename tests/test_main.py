"""The command line: what it says, what it leaves, and with which code it ends."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from generator.__main__ import main, today
from generator.site.lock import alone
from tests.conftest import tree

PLAN = Path("plans/xa-an/xa-an.yml")
COMMAND = [sys.executable, "-m", "generator"]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | environment,
        check=False,
    )


def spoil() -> None:
    text = PLAN.read_text(encoding="utf-8")
    PLAN.write_text(text.replace("annual", "anual").replace("2026-12", "hôm qua"), encoding="utf-8")


@pytest.mark.usefixtures("here")
def test_check_tells_each_problem_in_one_line_and_writes_nothing(
    capfd: pytest.CaptureFixture[str],
) -> None:
    spoil()
    before = tree(Path())

    code = main(["check", "--as-of", "2026-11-22"])

    out, err = capfd.readouterr()
    lines = out.splitlines()
    assert code == 1
    assert [re.split(r"(?<=lỗi: )", line)[0] for line in lines] == [
        "plans/xa-an/xa-an.yml:3:7: lỗi: ",
        "plans/xa-an/xa-an.yml:19:10: lỗi: ",
    ]
    assert all(" / error: " in line for line in lines)
    assert err == "2 lỗi, 0 cảnh báo; 0 kế hoạch đã đọc / 2 errors, 0 warnings; 0 plans read\n"
    assert tree(Path()) == before


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("face", "begins"),
    [
        ("text", "plans/xa-an/xa-an.yml:3:7: lỗi: "),
        ("github", "::error file=plans/xa-an/xa-an.yml,line=3,col=7,title="),
        ("json", '[\n{"severity": "error", '),
    ],
)
def test_a_problem_has_three_faces_and_ends_with_one_code(
    face: str, begins: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--format", face]) == 0
    assert capfd.readouterr().out == ("[]\n" if face == "json" else "")
    spoil()

    assert main(["check", "--format", face]) == 1

    out, err = capfd.readouterr()
    assert out.startswith(begins)
    assert err.startswith("2 lỗi, 0 cảnh báo")


@pytest.mark.usefixtures("here")
def test_warnings_do_not_forbid_anything(capfd: pytest.CaptureFixture[str]) -> None:
    Path("plans/lạ.txt").touch()

    assert main(["check"]) == 0

    out, err = capfd.readouterr()
    assert out.startswith("plans/lạ.txt:1:1: cảnh báo: ")
    assert err.startswith("0 lỗi, 1 cảnh báo; 1 kế hoạch đã đọc")


@pytest.mark.usefixtures("here")
def test_pages_writes_the_pages_where_it_is_told(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    moved = tmp_path / "moved"
    Path("plans").rename(moved)

    assert (
        main(["pages", "--plans", str(moved), "--out", "somewhere", "--as-of", "2026-11-22"]) == 0
    )

    text = Path("somewhere/ke-hoach/xa-an/index.md").read_text(encoding="utf-8")
    assert "Rà soát hộ nghèo" in text
    assert "22/11/2026" in text
    assert str(tmp_path) not in text
    english = Path("somewhere-en/ke-hoach/xa-an/index.md").read_text(encoding="utf-8")
    assert "Rà soát hộ nghèo" in english
    assert english != text
    written = "`somewhere`, `somewhere-en`"
    assert capfd.readouterr().err.endswith(f"đã viết vào {written} / written into {written}\n")


@pytest.mark.usefixtures("here")
def test_one_language_is_written_where_only_one_is_asked_for(
    capfd: pytest.CaptureFixture[str],
) -> None:
    Path("mkdocs.en.yml").unlink()

    assert main(["pages", "--languages", "vi"]) == 0

    assert Path("build/docs/index.md").exists()
    assert not Path("build/docs-en").exists()
    assert capfd.readouterr().err.endswith("đã viết vào `build/docs` / written into `build/docs`\n")


@pytest.mark.usefixtures("here")
def test_the_repository_is_linked_where_it_is_known() -> None:
    page = Path("build/docs/ke-hoach/xa-an/index.md")
    github = {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "ai-do/ke-hoach"}

    assert run("pages", **github).returncode == 0
    assert "https://github.com/ai-do/ke-hoach/" in page.read_text(encoding="utf-8")
    assert run("pages", **github, REPOSITORY_URL="https://example.org/r.git").returncode == 0
    assert "https://example.org/r/" in page.read_text(encoding="utf-8")
    assert run("pages", "--repository", "https://example.org/s/", **github).returncode == 0
    assert "https://example.org/s/" in page.read_text(encoding="utf-8")


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "COMMAND"),
        (["bild"], "'bild'"),
        (["check", "--nope"], "--nope"),
        (["check", "--as"], "--as"),
        (["check", "more"], "more"),
        (["check", "--as-of"], "--as-of"),
        (["check", "--as-of", "22/11/2026"], "viết như 2026-11-22"),
        (["check", "--as-of", "20261122"], "viết như 2026-11-22"),
        (["check", "--as-of", "2026-02-30"], "viết như 2026-11-22"),
        (["check", "--as-of", "２０２６-11-22"], "viết như 2026-11-22"),
        (["check", "--as-of", "1969-12-31"], "từ 1970 đến 2105"),
        (["check", "--as-of", "2106-01-01"], "from 1970 to 2105"),
        (["check", "--plans", "nope"], "không thấy thư mục `nope` (--plans)"),
        (["check", "--plans", "mkdocs.yml"], "no folder `mkdocs.yml` (--plans)"),
        (["check", "--plans", "a\nb"], r"`a\nb`"),
        (["pages", "--content", "nope"], "no folder `nope` (--content)"),
        (["pages", "--out", "plans/x"], "overwrite `plans`"),
        (["pages", "--out", "overrides"], "has not made"),
        (["build", "--out", "content"], "overwrite `content`"),
        (["build", "--out", "build"], "overwrite `build/docs`"),
        (["build", "--out", "."], "overwrite"),
        (["build", "--out", "overrides"], "has not made"),
        (["build", "--out", "mkdocs.yml"], "has not made"),
        (["build", "--repository", "javascript:x"], "no address"),
        (["build", "--languages", "en"], "viết `vi` hoặc `vi,en`"),
        (["pages", "--languages", "vi,fr"], "write `vi` or `vi,en`"),
        (["build", "--out", "build/docs-en"], "overwrite `build/docs-en`"),
    ],
)
def test_wrong_use_is_told_in_one_plain_line(
    arguments: list[str], said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    before = tree(Path())

    with pytest.raises(SystemExit) as end:
        main(arguments)

    out, err = capfd.readouterr()
    assert end.value.code == 2
    assert out == ""
    assert re.match("python -m generator( check| pages| build)?: ", err)
    assert said in err
    assert err.count("\n") == 1
    assert tree(Path()) == before


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("config", ["mkdocs.yml", "mkdocs.en.yml"])
def test_a_build_outside_a_project_is_wrong_use(
    config: str, capfd: pytest.CaptureFixture[str]
) -> None:
    Path(config).unlink()

    with pytest.raises(SystemExit) as end:
        main(["build"])

    assert end.value.code == 2
    assert f"no `{config}` here" in capfd.readouterr().err


def help_of(*command: str) -> str:
    """What a command says of itself, without the lines that only show how it is called."""
    words = run(*command, "--help", COLUMNS="300").stdout
    return words.partition("\n\n")[2]


def test_every_command_and_option_is_explained_in_both_languages() -> None:
    names = re.findall(r"^    (\w+)(?= )", help_of(), re.MULTILINE)
    assert {"check", "pages", "build"} <= set(names)
    for words in (help_of(), *map(help_of, names)):
        told = re.findall(r"^ {2,4}(-\S+|\w+)(?= )(.*(?:\n {8,}.*)*)$", words, re.MULTILINE)
        assert told
        for name, line in told:
            assert re.search(r"\w[^/]* / \w", line), f"{name} is not explained"


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("command", ["pages", "build"])
def test_a_place_that_cannot_be_written_is_told_in_one_line(
    command: str, capfd: pytest.CaptureFixture[str]
) -> None:
    Path("file").touch()

    assert main([command, "--out", "file/site"]) == 1

    err = capfd.readouterr().err
    assert err.startswith("python -m generator: không đọc hoặc ghi được `")
    assert err.count("\n") == 1
    assert not Path("build/docs").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("command", ["pages", "build"])
def test_a_folder_without_permission_is_told_in_one_line(
    command: str, capfd: pytest.CaptureFixture[str]
) -> None:
    Path("locked").mkdir(mode=0o555)

    assert main([command, "--out", "locked/site"]) == 1

    err = capfd.readouterr().err
    assert err.startswith("python -m generator: không đọc hoặc ghi được `")
    assert err.endswith(": Permission denied\n")


@pytest.mark.usefixtures("here")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk to try on")
def test_a_full_disk_is_told_in_one_line() -> None:
    spoil()

    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [*COMMAND, "check"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )

    assert ended.returncode == 1
    assert ended.stderr.endswith(": No space left on device\n")
    assert ended.stderr.count("\n") == 1


@pytest.mark.usefixtures("here")
def test_a_reader_who_has_seen_enough_is_no_problem() -> None:
    spoil()
    reader, writer = os.pipe()
    os.close(reader)

    ended = subprocess.run(
        [*COMMAND, "check"], stdout=writer, stderr=subprocess.PIPE, text=True, check=False
    )

    os.close(writer)
    assert ended.returncode == 1
    assert ended.stderr.startswith("2 lỗi")
    assert ended.stderr.count("\n") == 1


@pytest.mark.usefixtures("here")
def test_a_terminal_that_knows_no_vietnamese_still_shows_every_problem() -> None:
    spoil()

    ended = run("check", PYTHONIOENCODING="ascii:strict")

    assert ended.returncode == 1
    assert "plans/xa-an/xa-an.yml:3:7: l\\u1ed7i: " in ended.stdout


@pytest.mark.usefixtures("here")
def test_an_interrupted_build_ends_quietly_and_can_be_repeated() -> None:
    with subprocess.Popen([*COMMAND, "build"], stderr=subprocess.PIPE, text=True) as process:
        end = time.monotonic() + 60
        while not Path("build/coming/site/index.html").exists():
            assert time.monotonic() < end
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate()

    assert process.returncode == 130
    assert err == ""
    assert not Path("site").exists()
    assert run("build").returncode == 0
    assert Path("site/index.html").exists()


@pytest.mark.usefixtures("here")
def test_a_second_build_waits_for_the_first() -> None:
    with alone(Path("build")):
        process = subprocess.Popen([*COMMAND, "pages"], stderr=subprocess.PIPE, text=True)
        assert process.stderr is not None
        waits = process.stderr.readline()
        wrote_before = Path("build/docs").exists()
    process.communicate()

    assert "another run is writing the site" in waits
    assert not wrote_before
    assert process.returncode == 0
    assert Path("build/docs").exists()


def test_the_day_is_the_day_in_vietnam() -> None:
    before = datetime.now(UTC)
    day = today()
    after = datetime.now(UTC)

    assert (before + timedelta(hours=7)).date() <= day <= (after + timedelta(hours=7)).date()
