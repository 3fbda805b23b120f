"""The command line: `python -m generator check`, `pages` or `build`.

Ends with 0 if everything is fine, 1 if something is wrong with the input or the disk, 2 if the
command is used wrongly, 130 if it is interrupted.  The only module that reads the clock.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import gc
import io
import os
import re
import sys
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import NoReturn

from generator.site import DOCS, Project, Report, build, check_plans, write_docs
from generator.site.engine import CONFIG
from generator.site.folders import PAGES, SITE, refusal
from generator.terminal import Progress, closing_line, one_line, problem_line
from generator.text.escaping import safe_url

_VIETNAM = timezone(timedelta(hours=7))
"""The time of Việt Nam, all year round."""

_YEARS = range(1970, 2106)
"""The years that the time in a compressed file can have."""

_OUT: dict[str, Path | None] = {"check": None, "pages": DOCS, "build": Path("site")}
"""The commands, and where each writes if nothing else is said."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns the code with which the process should end."""
    parser = _parser()
    options = parser.parse_args(arguments)
    command: str = options.command
    project = Project(options.plans, options.content, options.as_of or today(), options.repository)
    out: Path | None = options.out or _OUT[command]
    if reason := _wrong_use(command, project, out):
        parser.error(reason)
    progress = Progress(sys.stderr)
    try:
        report = _run(command, project, out, progress)
        progress.clear()
        _print(report)
    except KeyboardInterrupt:
        progress.clear()
        return 130
    except OSError as error:
        progress.clear()
        print(f"{parser.prog}: {_sentence(error)}", file=sys.stderr)
        return 1
    print(closing_line(report.problems, report.plans), file=sys.stderr)
    print(_outcome(command, report.is_fine, out), file=sys.stderr, end="")
    return 0 if report.is_fine else 1


def today() -> date:
    """The day in Việt Nam."""
    return datetime.now(_VIETNAM).date()


def _run(command: str, project: Project, out: Path | None, progress: Progress) -> Report:
    if out is None or command == "check":
        return check_plans(project, progress)
    if command == "pages":
        return write_docs(project, out, progress)
    return build(project, out, progress)


def _print(report: Report) -> None:
    """One line for each problem, in colour on a terminal."""
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # for terminals without Vietnamese
    try:
        for problem in report.problems:
            print(problem_line(problem, colour))
        sys.stdout.flush()
    except OSError as error:
        # What could not be written is dropped, or Python tries again when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):  # a reader who has seen enough: `| head`
            raise


def _outcome(command: str, fine: bool, out: Path | None) -> str:
    """What has become of the folder that the command writes."""
    if out is None or command == "check":
        return ""
    name = one_line(str(out))
    if fine:
        return f"đã viết vào `{name}` / written into `{name}`\n"
    return f"`{name}` được giữ nguyên như trước / `{name}` stays as it was\n"


def _wrong_use(command: str, project: Project, out: Path | None) -> str:
    """Why the command cannot even begin; empty if it can."""
    for option, folder in (("--plans", project.plans), ("--content", project.content)):
        if not folder.is_dir():
            return f"không thấy thư mục `{folder}` ({option}) / no folder `{folder}` ({option})"
    if out is None or command == "check":
        return ""
    if command == "pages":
        return refusal(out, PAGES, (project.plans, project.content))
    if not CONFIG.is_file():
        return (
            f"không thấy `{CONFIG}`: chạy lệnh trong thư mục gốc của dự án / "
            f"no `{CONFIG}` here: run this in the folder of the project"
        )
    return refusal(out, SITE, (project.plans, project.content, DOCS))


def _sentence(error: OSError) -> str:
    """What went wrong on the disk, without a traceback."""
    if error.errno is None:
        return one_line(str(error))
    name = one_line(str(error.filename or "?"))
    return f"không đọc hoặc ghi được `{name}` / cannot read or write `{name}`: {error.strerror}"


class _Parser(argparse.ArgumentParser):
    """Says in one line what is wrong with a command."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {one_line(message)}\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="python -m generator",
        description="Làm trang từ các tệp kế hoạch / makes the site from plan files",
        epilog=(
            "Kết thúc với 0: tốt; 1: đầu vào có lỗi hoặc không ghi được; 2: dùng sai lệnh / "
            "ends with 0: fine; 1: something is wrong with the input or the disk; 2: wrong use"
        ),
        allow_abbrev=False,
    )
    parser.add_argument(
        "command",
        choices=_OUT,
        help=(
            "check: nêu mọi lỗi, mỗi lỗi một dòng; pages: viết các trang Markdown; build: làm và "
            "công bố cả trang / check: says what is wrong, one line each; pages: writes the "
            "Markdown pages; build: builds and publishes the whole site"
        ),
    )
    folder = functools.partial(parser.add_argument, type=Path, metavar="DIR")
    folder(
        "--plans",
        default=Path("plans"),
        help="thư mục các kế hoạch / the folder of the plans (plans)",
    )
    folder(
        "--content",
        default=Path("content"),
        help="thư mục các trang viết tay / the folder of the hand-written pages (content)",
    )
    folder(
        "--out",
        help=(
            "thư mục để viết vào; check không viết gì / the folder to write into; check writes "
            "nothing (pages: build/docs, build: site)"
        ),
    )
    parser.add_argument(
        "--as-of",
        type=_day,
        metavar="YYYY-MM-DD",
        help="tính đến ngày này / the day as of which the site speaks (hôm nay, today)",
    )
    parser.add_argument(
        "--repository",
        type=_address,
        default=_repository(os.environ),
        metavar="URL",
        help=(
            "địa chỉ công khai của kho dữ liệu / the public address of the repository "
            "($REPOSITORY_URL, or $GITHUB_SERVER_URL/$GITHUB_REPOSITORY)"
        ),
    )
    return parser


def _day(text: str) -> date:
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        with contextlib.suppress(ValueError):
            day = date.fromisoformat(text)
            if day.year in _YEARS:
                return day
    message = (
        f"`{text}` không phải là một ngày: viết như 2026-11-22, từ {_YEARS[0]} đến {_YEARS[-1]} / "
        f"`{text}` is no day: write it like 2026-11-22, from {_YEARS[0]} to {_YEARS[-1]}"
    )
    raise argparse.ArgumentTypeError(message)


def _address(text: str) -> str:
    if address := safe_url(text):
        return address.removesuffix("/").removesuffix(".git")
    message = (
        f"`{text}` không phải là một địa chỉ như https://github.com/ai-do/ke-hoach / "
        f"`{text}` is no address like https://github.com/somebody/plans"
    )
    raise argparse.ArgumentTypeError(message)


def _repository(environment: Mapping[str, str]) -> str | None:
    """The address of the repository, where the environment tells it."""
    server, name = environment.get("GITHUB_SERVER_URL"), environment.get("GITHUB_REPOSITORY")
    return environment.get("REPOSITORY_URL") or (f"{server}/{name}" if server and name else None)


if __name__ == "__main__":
    # A run builds one large unchanging world and ends: looking for cycles would only cost time.
    gc.disable()
    sys.exit(main())
