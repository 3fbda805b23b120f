"""A problem says what is wrong, where, and what to do about it; a value, never an exception."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file: path as given on the command line, line and column counted from 1."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that an editor should know.

    `rule` is the name of what must hold, `field` the way to the value in the file's own words
    (`indicators › thu-ngan-sach › targets › value`, empty for a whole file), `vi` and `en` the
    message: what was found, what was expected, what to do.  An error blocks publication, a
    warning does not.
    """

    position: Position
    rule: str
    vi: str
    en: str
    field: str = ""
    severity: Severity = "error"


def in_reading_order(problems: list[Problem]) -> list[Problem]:
    """By file, line and column, each said once."""
    return sorted(
        dict.fromkeys(problems), key=lambda each: (each.position, each.severity, each.rule, each.vi)
    )


def has_errors(problems: list[Problem]) -> bool:
    """Whether anything among them forbids publication."""
    return any(problem.severity == "error" for problem in problems)
