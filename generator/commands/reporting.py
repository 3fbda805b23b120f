"""How a run tells what it has found: the problems on the one stream, the counts on the other."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.commands.faces import FACES
from generator.commands.parsing import Parser
from generator.problems import Problem
from generator.site import Report
from generator.terminal import closing_line, one_line


def add_format(parser: Parser) -> None:
    """`--format`."""
    parser.option(
        "--format",
        choices=tuple(FACES),
        default="text",
        help=(
            "text: mỗi lỗi một dòng; github, gitlab: chú thích ngay trong đề xuất sửa; json: một "
            "mảng / text: one line a problem; github, gitlab: notes at the lines of a change; "
            "json: an array (text)"
        ),
    )


def tell(report: Report, face: str = "text", *out: Path) -> int:
    """Tells the problems, the counts, and what has become of the folders that were to be written;
    returns the code with which the process should end."""
    print_lines(FACES[face](report.problems, _wants_colour()))
    print(closing_line(report.problems, report.plans), file=sys.stderr)
    if out:
        print(_outcome(report.is_fine, out), file=sys.stderr)
    return 0 if report.is_fine else 1


def tell_problems(problems: list[Problem]) -> None:
    """Tells problems alone, one line each."""
    print_lines(FACES["text"](problems, _wants_colour()))


def _wants_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def print_lines(lines: Iterable[str]) -> None:
    """Prints the result of a command, for readers who may stop reading."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # for terminals without Vietnamese
    try:
        for line in lines:
            print(line)
        sys.stdout.flush()
    except OSError as error:
        # What could not be written is dropped, or Python tries again when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):  # a reader who has seen enough: `| head`
            raise


def _outcome(fine: bool, out: Sequence[Path]) -> str:
    names = ", ".join(f"`{one_line(str(folder))}`" for folder in out)
    if fine:
        return f"đã viết vào {names} / written into {names}"
    stay = "stays as it was" if len(out) == 1 else "stay as they were"
    return f"{names} được giữ nguyên như trước / {names} {stay}"
