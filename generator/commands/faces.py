"""The faces of a problem: a line to read, a note on GitHub or GitLab, an object for programs."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.problems import Problem, Severity
from generator.terminal import one_line, problem_line

MOST_SHOWN = 10
"""How many annotations of a kind GitHub shows for one step of a workflow."""


def as_lines(problems: Iterable[Problem], colour: bool) -> Iterator[str]:
    """One line for each problem, for people."""
    for problem in problems:
        yield problem_line(problem, colour)


def as_annotations(problems: Sequence[Problem], _colour: bool) -> Iterator[str]:
    """Workflow commands for GitHub, which shows them at their lines in a pull request.

    GitHub shows ten errors and ten warnings of a step; further ones are plain lines of the log,
    below a line that counts them.  Nothing in a file can begin a command of its own.
    """
    kinds: tuple[Severity, ...] = ("error", "warning")
    by_kind = {kind: [each for each in problems if each.severity == kind] for kind in kinds}
    for shown in by_kind.values():
        yield from map(_annotation, shown[:MOST_SHOWN])
    further = [each for shown in by_kind.values() for each in shown[MOST_SHOWN:]]
    if further:
        yield (
            f"còn {len(further)} lỗi và cảnh báo nữa, ghi dưới đây / "
            f"{len(further)} more errors and warnings, listed below:"
        )
    for problem in further:
        yield _harmless(problem_line(problem))


def as_json(problems: Iterable[Problem], _colour: bool) -> Iterator[str]:
    """An array with an object for each problem, one a line; `[]` if there is none.

    `severity` is `error` or `warning`, `rule` the name of what must hold, `file` the path as given,
    `line` and `column` count from 1, `field` is the way to the value (empty for a whole file), `vi`
    and `en` are the message.
    """
    objects = ",\n".join(json.dumps(_object(each), ensure_ascii=False) for each in problems)
    yield f"[\n{objects}\n]" if objects else "[]"


def as_code_quality(problems: Iterable[Problem], _colour: bool) -> Iterator[str]:
    """A report that GitLab shows at the lines of a merge request.

    https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
    """
    objects = [
        {
            "description": f"{one_line(each.vi)} / {one_line(each.en)}",
            "check_name": each.rule,
            "fingerprint": hashlib.sha256(repr(each).encode()).hexdigest(),
            "severity": "major" if each.severity == "error" else "minor",
            "location": {"path": each.position.file, "lines": {"begin": each.position.line}},
        }
        for each in problems
    ]
    yield json.dumps(objects, ensure_ascii=False, indent=1)


FACES: dict[str, Callable[[Sequence[Problem], bool], Iterator[str]]] = {
    "text": as_lines,
    "github": as_annotations,
    "gitlab": as_code_quality,
    "json": as_json,
}
"""What `--format` may say, and what is printed then."""


def _object(problem: Problem) -> dict[str, str | int]:
    return {
        "severity": problem.severity,
        "rule": problem.rule,
        "file": problem.position.file,
        "line": problem.position.line,
        "column": problem.position.column,
        "field": problem.field,
        "vi": problem.vi,
        "en": problem.en,
    }


def _annotation(problem: Problem) -> str:
    """`::error file=…,line=…,col=…,title=…::…`, Vietnamese first, English in the next line.

    GitHub reads `%25`, `%0D` and `%0A` in the message, in properties `%3A` and `%2C` as well:
    https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
    """
    at = problem.position
    title = problem.field or problem.rule
    properties = ",".join(
        f"{name}={_property(str(value))}"
        for name, value in (
            ("file", at.file),
            ("line", at.line),
            ("col", at.column),
            ("title", title),
        )
    )
    message = f"{_escaped(problem.vi)}%0A{_escaped(problem.en)}"
    return _without_old_commands(f"::{problem.severity} {properties}::{message}")


def _escaped(text: str) -> str:
    return one_line(text).replace("%", "%25")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _harmless(line: str) -> str:
    """A line that GitHub takes for no command, whatever it holds."""
    return _without_old_commands(re.sub(r"^\s*::", r"\\::", line))


def _without_old_commands(line: str) -> str:
    """GitHub still looks for the older `##[command]` anywhere in a line."""
    return line.replace("##[", "## [")
