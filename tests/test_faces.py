"""The faces of problems: annotations that steer nothing, and JSON for programs."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.commands.faces import as_annotations, as_json, as_lines
from generator.problems import Position, Problem
from generator.terminal import problem_line

AT = Position("plans/xã/a.yml", 12, 9)
PROBLEM = Problem(AT, "a-rule", "chờ một ngày", "expected a day", "tasks › a › due")
WARNING = Problem(AT, "a-rule", "lạ", "odd", severity="warning")


def annotations(*problems: Problem) -> list[str]:
    return list(as_annotations(problems, False))


def test_an_annotation_stands_at_its_line_with_vietnamese_first() -> None:
    assert annotations(PROBLEM) == [
        (
            "::error file=plans/xã/a.yml,line=12,col=9,title=tasks › a › due::"
            "chờ một ngày%0Aexpected a day"
        )
    ]
    assert annotations(WARNING) == [
        "::warning file=plans/xã/a.yml,line=12,col=9,title=a-rule::lạ%0Aodd"
    ]


def test_what_github_does_not_show_is_counted_and_stands_in_the_log() -> None:
    errors = [
        Problem(Position("a.yml", line), "a-rule", f"lỗi {line}", "error") for line in range(1, 13)
    ]

    told = annotations(WARNING, *errors)

    assert [line.partition("::lỗi ")[2] for line in told[:10]] == [
        f"{line}%0Aerror" for line in range(1, 11)
    ]
    assert told[10].startswith("::warning ")
    assert told[11].startswith("còn 2 lỗi và cảnh báo nữa, ghi dưới đây / 2 more")
    assert told[12:] == [problem_line(each) for each in errors[10:]]


@pytest.mark.parametrize(
    ("text", "message", "title"),
    [
        ("100%", "100%25", "100%25"),
        ("a, b: c", "a, b: c", "a%2C b%3A c"),
        ("%0A::error::x", "%250A::error::x", "%250A%3A%3Aerror%3A%3Ax"),
        ("a\n::set-env::x", r"a\n::set-env::x", r"a\n%3A%3Aset-env%3A%3Ax"),
        ("##[add-mask]x", "## [add-mask]x", "## [add-mask]x"),
    ],
)
def test_words_of_a_file_are_escaped_in_an_annotation(text: str, message: str, title: str) -> None:
    assert annotations(Problem(AT, "a-rule", text, text, text)) == [
        f"::error file=plans/xã/a.yml,line=12,col=9,title={title}::{message}%0A{message}"
    ]


hostile = st.lists(
    st.sampled_from(
        ["::error file=x::", "##[group]", "%0A", "%", ",", ":", "\n", "\r", "a", "\x1b"]
    )
).map("".join) | st.text(max_size=20)


@given(hostile, hostile, hostile, hostile)
def test_whatever_a_file_holds_no_command_of_its_own_runs(
    file: str, field: str, vi: str, en: str
) -> None:
    problems = [Problem(Position(file, line), "a-rule", vi, en, field) for line in range(12)]
    told = annotations(*problems)
    assert len(told) == 13
    for line in told:
        assert len(line.splitlines()) == 1
        assert "##[" not in line
    for line in told[:10]:
        assert re.fullmatch(r"::error file=[^,:]*,line=\d+,col=1,title=[^,:]*::.*", line)
    for line in told[10:]:
        assert not line.lstrip().startswith("::")


def test_json_holds_every_field_of_every_problem() -> None:
    assert json.loads("".join(as_json([PROBLEM, WARNING], False))) == [
        {
            "severity": "error",
            "rule": "a-rule",
            "file": "plans/xã/a.yml",
            "line": 12,
            "column": 9,
            "field": "tasks › a › due",
            "vi": "chờ một ngày",
            "en": "expected a day",
        },
        {
            "severity": "warning",
            "rule": "a-rule",
            "file": "plans/xã/a.yml",
            "line": 12,
            "column": 9,
            "field": "",
            "vi": "lạ",
            "en": "odd",
        },
    ]
    assert list(as_json([], False)) == ["[]"]


def test_lines_are_coloured_where_colour_is_wanted() -> None:
    assert list(as_lines([PROBLEM], True)) == [problem_line(PROBLEM, colour=True)]
    assert list(as_lines([PROBLEM], False)) == [problem_line(PROBLEM)]
