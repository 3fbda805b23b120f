"""What a person reads who runs the program: one line for each problem, and how far the work is."""

from __future__ import annotations

import time
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import TextIO

from generator.problems import Problem

_RED, _YELLOW, _BOLD, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[0m"


def problem_line(problem: Problem, colour: bool = False) -> str:
    """A problem as one line: `plans/x.yml:12:9: lỗi: due: … / error: …`."""
    is_error = problem.severity == "error"
    vi, en = ("lỗi", "error") if is_error else ("cảnh báo", "warning")
    at = problem.position
    where = one_line(f"{at.file}:{at.line}:{at.column}:")
    field = f"{one_line(problem.field)}: " if problem.field else ""
    told = f"{field}{one_line(problem.vi)} / {en}: {one_line(problem.en)}"
    if not colour:
        return f"{where} {vi}: {told}"
    return f"{_BOLD}{where}{_PLAIN} {_RED if is_error else _YELLOW}{vi}:{_PLAIN} {told}"


def one_line(text: str) -> str:
    """The text with everything made visible that would break the line or steer the terminal."""
    return "".join(_visible(sign) for sign in text)


def _visible(sign: str) -> str:
    if unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return sign.encode("unicode_escape").decode()
    return sign


def closing_line(problems: Iterable[Problem], plans: int) -> str:
    """The counts at the end: `3 lỗi, 2 cảnh báo; 10 kế hoạch đã đọc / 3 errors, …`."""
    severities = Counter(problem.severity for problem in problems)
    errors, warnings = severities["error"], severities["warning"]
    return (
        f"{errors} lỗi, {warnings} cảnh báo; {plans} kế hoạch đã đọc / "
        f"{_counted(errors, 'error')}, {_counted(warnings, 'warning')}; "
        f"{_counted(plans, 'plan')} read"
    )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


class Progress:
    """A line on the terminal that tells how far the work is, once it has taken a second.

    Where nobody watches (a file, a pipe) it stays silent.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._watched = stream.isatty()
        self._begin = self._last = time.monotonic()
        self._shown = False

    def __call__(self, step: str, done: int, total: int) -> None:
        """Tells what is being done, and how much of how much; 0 where that is not known."""
        now = time.monotonic()
        if not self._watched or now - self._begin < 1 or now - self._last < 0.1:
            return
        self._last = now
        share = f" {done}/{total}" if total else f" {done}" if done else ""
        self._stream.write(f"\r\x1b[K{step}{share} ({now - self._begin:.0f} s)")
        self._stream.flush()
        self._shown = True

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_reason: object) -> None:
        self.clear()

    def clear(self) -> None:
        """Takes the line away, so that something else can be said."""
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._shown = False
