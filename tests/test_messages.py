"""Mistakes that people make in plan files, each with the message it gets.

A file in `tests/bad/` is a mistake, the `.txt` beside it what is said of it.  After a change write
them anew with `pytest tests/test_messages.py --rewrite`, and read the diff as an editor would.
"""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.load import load_plans
from generator.problems import Problem

BAD = Path(__file__).parent / "bad"
MISTAKES = sorted(BAD.rglob("*.yml"))


def problems_of(mistake: Path, folder: Path) -> list[Problem]:
    """What is said of a file of `tests/bad/`, loaded alone."""
    place = folder / mistake.relative_to(BAD)
    place.parent.mkdir(parents=True)
    shutil.copy(mistake, place)
    return load_plans(folder)[1]


def as_text(problems: list[Problem]) -> str:
    return "".join(
        f"{each.position.line}:{each.position.column} {each.severity} {each.rule}"
        f"{each.field and f' ({each.field})'}\n    {each.vi}\n    {each.en}\n"
        for each in problems
    )


named = pytest.mark.parametrize("mistake", MISTAKES, ids=lambda path: path.stem)


@named
def test_a_mistake_gets_the_message_that_helps(
    mistake: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    said = as_text(problems_of(mistake, tmp_path))
    expected = mistake.with_suffix(".txt")
    if request.config.getoption("--rewrite"):
        expected.write_text(said, encoding="utf-8")
    assert said
    assert said == expected.read_text(encoding="utf-8")


def test_no_expected_message_has_lost_its_mistake() -> None:
    assert {path.with_suffix(".yml") for path in BAD.rglob("*.txt")} == set(MISTAKES)


REMEDY_VI = re.compile(
    "viết|đặt|bỏ|xóa|thay|xem lại|thêm|chọn|giữ|tách|chuyển|gõ lại|đổi|rút|dùng|lưu|chép|đóng|điền"
    "|ý bạn là"
)
REMEDY_EN = re.compile(
    "write|put|leave|delete|use|check|add|choose|keep|split|move|type|shorten|save|copy|close|fill"
    "|did you mean"
)
JARGON = re.compile(
    "input should|valid|scalar|mapping|sequence|token|nonetype|pydantic|traceback|parser|string|"
    "integer|boolean|null|stream|node|dict|tuple|literal|utf8|block|parse|exception|attribute|"
    r"\barrays?\b|\bobjects?\b|\bkeys?\b|schema|regex|pattern|unexpected|malformed|undefined",
    re.IGNORECASE,
)


def messages(mistake: Path, folder: Path) -> Iterator[tuple[str, re.Pattern[str]]]:
    for problem in problems_of(mistake, folder):
        yield problem.vi, REMEDY_VI
        yield problem.en, REMEDY_EN


def own_words(message: str) -> str:
    """A message without the words of author and format that it repeats."""
    return re.sub('“[^”]*”|`[^`]*`|"[^"]*"', "…", message)


@named
def test_a_message_ends_with_what_to_do(mistake: Path, tmp_path: Path) -> None:
    for message, remedy in messages(mistake, tmp_path):
        what, _, then = own_words(message).partition(": ")
        assert remedy.search(then or what), message


@named
def test_a_message_is_in_plain_words(mistake: Path, tmp_path: Path) -> None:
    for message, _ in messages(mistake, tmp_path):
        assert not JARGON.search(own_words(message)), message
        assert message.isprintable(), message


SAYING = ("Message", "Refusal", "refusal", "error", "warning", "Problem")
"""What makes a message out of its wordings."""


def wordings() -> Iterator[tuple[str, str]]:
    """Every wording in the rooms that say what is wrong, with its place in the program."""
    generator = BAD.parent.parent / "generator"
    for room in ("model", "load", "check", "site", "drafts"):
        for module in sorted((generator / room).rglob("*.py")):
            for call in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
                if isinstance(call, ast.Call) and getattr(call.func, "id", "") in SAYING:
                    for wording in call.args:
                        words = "".join(
                            each.value
                            for each in ast.walk(wording)
                            if isinstance(each, ast.Constant) and isinstance(each.value, str)
                        )
                        if " " in words:
                            yield f"{module.name}:{wording.lineno}", words


def test_no_wording_in_the_program_needs_its_jargon() -> None:
    found = list(wordings())
    assert len(found) > 200
    assert [(at, words) for at, words in found if JARGON.search(own_words(words))] == []


@named
def test_a_message_is_said_in_both_languages(mistake: Path, tmp_path: Path) -> None:
    for problem in problems_of(mistake, tmp_path):
        assert re.search("[ăâđêôơưáàảãạếềểễệốồổỗộấầẩẫậọỏòóụủúùịỉíì]", own_words(problem.vi))
        assert own_words(problem.en).isascii() or set("“”…’") & set(own_words(problem.en))


@named
def test_a_message_points_into_the_file(mistake: Path, tmp_path: Path) -> None:
    text = mistake.read_bytes().decode("utf-8-sig", "replace")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in problems_of(mistake, tmp_path):
        place = problem.position
        assert Path(place.file).name == mistake.name
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
