"""A problem is one line, and progress is told to those who watch."""

from __future__ import annotations

import io

import pytest

from generator.problems import Position, Problem
from generator.terminal import Progress, closing_line, one_line, problem_line

AT = Position("plans/xã.yml", 12, 9)
PROBLEM = Problem(AT, "a-rule", "chờ một ngày", "expected a day", "tasks › a › due")


def test_a_problem_is_told_in_one_line_with_place_field_and_both_languages() -> None:
    assert problem_line(PROBLEM) == (
        "plans/xã.yml:12:9: lỗi: tasks › a › due: chờ một ngày / error: expected a day"
    )
    assert problem_line(Problem(AT, "a-rule", "lạ", "odd", severity="warning")) == (
        "plans/xã.yml:12:9: cảnh báo: lạ / warning: odd"
    )


def test_colour_changes_nothing_but_the_colour() -> None:
    coloured = problem_line(PROBLEM, colour=True)

    assert coloured.startswith("\x1b[1mplans/xã.yml:12:9:\x1b[0m \x1b[31mlỗi:\x1b[0m ")
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[31m"):
        coloured = coloured.replace(code, "")
    assert coloured == problem_line(PROBLEM)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Rà soát “hộ nghèo” – 3,5%", "Rà soát “hộ nghèo” – 3,5%"),
        ("a\nb\r\tc", r"a\nb\r\tc"),
        ("\x1b[2J\x07\x9b", r"\x1b[2J\x07\x9b"),
        ("a\u2028b\u2029\u0085", r"a\u2028b\u2029\x85"),
        ("\u202egnp.exe\u200b", r"\u202egnp.exe\u200b"),
        ("\udcff", r"\udcff"),
        ("", ""),
    ],
)
def test_nothing_breaks_the_line_or_steers_the_terminal(text: str, shown: str) -> None:
    assert one_line(text) == shown
    strange = Problem(Position(text), "a-rule", text, text, text)
    assert len(problem_line(strange).splitlines()) == 1


@pytest.mark.parametrize(
    ("errors", "warnings", "plans", "line"),
    [
        (
            3,
            2,
            10,
            "3 lỗi, 2 cảnh báo; 10 kế hoạch đã đọc / 3 errors, 2 warnings; 10 plans read",
        ),
        (1, 0, 1, "1 lỗi, 0 cảnh báo; 1 kế hoạch đã đọc / 1 error, 0 warnings; 1 plan read"),
    ],
)
def test_the_last_line_counts(errors: int, warnings: int, plans: int, line: str) -> None:
    warning = Problem(AT, "a-rule", "lạ", "odd", severity="warning")

    assert closing_line([PROBLEM] * errors + [warning] * warnings, plans) == line


class Watched(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "seconds", "told"),
    [
        (Watched(), 0.9, ""),
        (Watched(), 3, "\r\x1b[Kđọc 5/10 (3 s)\r\x1b[K"),
        (io.StringIO(), 3, ""),
    ],
)
def test_progress_is_shown_after_a_second_to_those_who_watch(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, seconds: float, told: str
) -> None:
    now = 100.0
    monkeypatch.setattr("time.monotonic", lambda: now)
    progress = Progress(stream)

    now += seconds
    progress("đọc", 5, 10)
    progress("đọc", 6, 10)
    progress.clear()
    progress.clear()

    assert stream.getvalue() == told
