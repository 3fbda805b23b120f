"""The plans at an earlier commit, `diff` and `check --base`, in a real repository."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.history import NoSuchStateError, parting, plans_at

GIT = shutil.which("git") or "git"
FILE = Path("plans/xa-an/xa-an.yml")
PLANS = Path("plans")


def git(*arguments: str) -> None:
    identity = ("-c", "user.name=An", "-c", "user.email=an@example.org")
    subprocess.run([GIT, *identity, *arguments], check=True, capture_output=True)


def edit(old: str, new: str) -> None:
    text = FILE.read_text(encoding="utf-8")
    assert old in text
    FILE.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def repository(here: Path) -> Path:
    """A small project whose plans are published on the branch `main`."""
    git("init", "--quiet", "--initial-branch=main")
    git("add", "plans")
    git("commit", "--quiet", "--message", "first")
    return here


@pytest.mark.usefixtures("repository")
def test_the_plans_are_read_as_they_stood_and_stand_where_they_stood() -> None:
    edit("below 3", "below 5")
    (plan,) = plans_at("main", PLANS).plans
    assert str(plan.indicators[0].targets[0].value) == "below 3"
    assert plan.origin.position.file == FILE.as_posix()


@pytest.mark.usefixtures("repository")
def test_a_folder_that_did_not_exist_held_no_plans() -> None:
    assert plans_at("main", Path("other")).plans == ()


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("state", ["nowhere", "", "--help", "-x", "main:plans", "a b", "@{-1}"])
def test_a_state_that_is_not_there_is_said_so(
    state: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(NoSuchStateError):
        plans_at(state, PLANS)
    if not state.startswith("-"):
        with pytest.raises(SystemExit) as ended:
            main(["check", "--base", state])
        assert ended.value.code == 2
        assert "--base: kho không có" in capfd.readouterr().err


def test_without_a_repository_it_is_said_so(here: Path) -> None:
    assert here.exists()
    with pytest.raises(NoSuchStateError, match="kho không có"):
        plans_at("main", PLANS)


@pytest.mark.usefixtures("repository")
def test_what_others_published_since_is_no_part_of_a_change(
    capfd: pytest.CaptureFixture[str],
) -> None:
    git("switch", "--quiet", "--create", "change")
    edit("Rà soát hộ nghèo", "Rà soát hộ nghèo, cận nghèo")
    git("commit", "--quiet", "--all", "--message", "mine")
    git("switch", "--quiet", "main")
    edit("targets: below 3", "targets: below 3\n    results: 2.9")
    git("commit", "--quiet", "--all", "--message", "theirs")
    git("switch", "--quiet", "change")

    assert parting("main") != parting("change")
    assert main(["check", "--base", "main"]) == 0
    capfd.readouterr()
    assert main(["diff", "main"]) == 0
    assert capfd.readouterr().out.startswith("1 chỗ sửa khác\n")
    assert main(["diff", "main", "change", "--format", "json"]) == 0
    (told,) = json.loads(capfd.readouterr().out)["differences"]
    assert told["kind"] == "edited"


@pytest.mark.usefixtures("repository")
def test_check_guards_what_was_published(capfd: pytest.CaptureFixture[str]) -> None:
    edit("below 3", "below 5")
    assert main(["check"]) == 0
    assert main(["check", "--base", "main", "--format", "github"]) == 1
    out = capfd.readouterr().out
    assert out.startswith("::error file=plans/xa-an/xa-an.yml,line=14,col=14,title=")
    assert "`- {value: below 5, correction: true}`" in out


@pytest.mark.usefixtures("repository")
def test_the_remedy_that_the_guard_names_is_accepted(capfd: pytest.CaptureFixture[str]) -> None:
    edit(
        "targets: below 3",
        "targets:\n      - {value: below 3}\n      - {value: below 5, correction: true}",
    )
    assert main(["check", "--base", "main"]) == 0
    capfd.readouterr()
    assert main(["diff", "main"]) == 0
    assert "trang này nhập sai: năm 2026: dưới 3 → dưới 5%" in capfd.readouterr().out


@pytest.mark.usefixtures("repository")
def test_a_plan_may_go_when_the_register_of_removals_says_why(
    capfd: pytest.CaptureFixture[str],
) -> None:
    FILE.unlink()
    assert main(["check", "--base", "main"]) == 1
    assert "plans/registers/removals/removals.yml" in capfd.readouterr().out
    register = Path("plans/registers/removals/removals.yml")
    register.parent.mkdir(parents=True)
    register.write_text("- {id: xa-an, on: 2026-11-20, reason: nhập trùng}\n", encoding="utf-8")
    assert main(["check", "--base", "main"]) == 0
    capfd.readouterr()
    assert main(["diff", "main"]) == 0
    assert "bỏ kế hoạch `xa-an`, lý do: nhập trùng" in capfd.readouterr().out


@pytest.mark.usefixtures("repository")
def test_what_cannot_be_read_is_not_told_as_removed(capfd: pytest.CaptureFixture[str]) -> None:
    edit("kind: annual", "kind: anual")
    assert main(["diff", "main"]) == 1
    out, err = capfd.readouterr()
    assert out == "không đổi\n"
    assert "chạy `check`" in err


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "1 mục tiêu, mốc gốc mới\n"),
        (["--language", "en"], "1 new target or baseline\n"),
        (["--format", "markdown"], "## Thay đổi này có nghĩa gì\n"),
        (["--format", "markdown", "--language", "en"], "## What this change means\n"),
    ],
)
def test_a_change_is_told_in_the_chosen_way(
    options: list[str], said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    edit("targets: below 3", "targets: {2026: below 3, 2027: below 2}")
    assert main(["diff", "main", *options]) == 0
    assert capfd.readouterr().out.startswith(said)
