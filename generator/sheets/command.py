"""The command line of tables: `table export`, `table import` and `table annex`.

Like the other commands it ends with 0 if everything is fine, 1 if something is wrong with the
input or the disk, 2 if it is used wrongly, 130 if it is interrupted.
"""

from __future__ import annotations

import argparse
import difflib
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from generator.load import load_plans
from generator.problems import Problem, has_errors
from generator.sheets.annex import read_annex
from generator.sheets.csv_files import csv_files
from generator.sheets.importing import (
    Import,
    imported,
    plan_file,
    replace_file,
    write,
)
from generator.sheets.rows import plan_rows
from generator.sheets.workbook import fingerprint, workbook
from generator.terminal import one_line, problem_line


def table(arguments: Sequence[str], today: date) -> int:
    """Runs one command about tables and returns the code with which the process should end."""
    options = _parser().parse_args(arguments)
    try:
        if options.action == "export":
            return _export(options.plans, options.plan, options.out, options.format)
        if options.action == "import":
            day = options.as_of or today
            return _import(
                options.plans, options.plan, options.file, day, options.dry_run, options.yes
            )
        day = options.as_of or today
        return _annex(options.plans, options.plan, options.file, day, options.dry_run)
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        name = one_line(str(error.filename or "?"))
        _tell(f"không đọc hoặc ghi được `{name}` / cannot read or write `{name}`: {error.strerror}")
        return 1


def _export(folder: Path, plan_id: str, out: Path | None, form: str) -> int:
    archive, problems = load_plans(folder)
    plan = archive.plan.get(plan_id)
    if plan is None:
        _show([each for each in problems if each.severity == "error"])
        name = one_line(plan_id)
        _tell(f"không có kế hoạch `{name}` đọc được / no plan `{name}` that can be read")
        return 1
    rows = plan_rows(archive, plan)
    mark = fingerprint(plan_file(archive, plan_id).read_bytes())
    if form == "csv":
        place = out or Path(plan_id)
        place.mkdir(parents=True, exist_ok=True)
        for name, text in csv_files(rows, mark).items():
            (place / name).write_bytes(text.encode("utf-8"))
    else:
        is_folder = out is not None and (out.is_dir() or out.suffix != ".xlsx")
        place = (out / f"{plan_id}.xlsx") if out and is_folder else out or Path(f"{plan_id}.xlsx")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(workbook(rows, mark))
    _tell(f"đã viết vào `{place}` / written into `{place}`")
    return 0


def _import(
    folder: Path, plan_id: str, file: Path, day: date, only_shown: bool, is_agreed: bool
) -> int:
    found = imported(folder, plan_id, file, day)
    _show(found.problems)
    if not found.is_fine:
        _tell(
            "chưa ghi gì: sửa các ô trên rồi nhập lại / nothing written: correct these, try again"
        )
        return 1
    if found.after == found.before:
        _tell("bảng không đổi gì trong kế hoạch / the workbook changes nothing in the plan")
        return 0
    if found.is_stale:
        _tell(
            "kế hoạch đã được người khác sửa từ lúc xuất bảng: cả hai bên cùng được giữ / the plan "
            "has been changed by others since the export: both are kept"
        )
    if only_shown:
        _print(_difference(found))
    removed = found.removed()
    if removed:
        _tell(f"{len(removed)} dòng sẽ bị xóa / rows that would be removed:")
        for line in removed:
            _tell(f"  - {one_line(line)}")
    if only_shown:
        return 0
    if removed and not is_agreed and not _is_agreed():
        _tell(
            "chưa ghi gì: thêm `--yes` nếu đúng là muốn xóa, hoặc xuất bảng mới / nothing written: "
            "add `--yes` if you mean to remove them, or export anew"
        )
        return 1
    write(found)
    _tell(f"đã sửa `{found.file}`: {_counted(found)}")
    return 0


def _annex(folder: Path, plan_id: str, file: Path, day: date, only_shown: bool) -> int:
    found = read_annex(folder, plan_id, file, day)
    _show(found.problems)
    _print(found.told)
    if has_errors(found.problems):
        _tell("chưa ghi gì / nothing written")
        return 1
    if only_shown:
        _print(found.text)
        return 0
    if found.file.exists():
        _tell(f"`{found.file}` đã có, không ghi đè / is there already, it is not overwritten")
        return 1
    found.file.parent.mkdir(parents=True, exist_ok=True)
    replace_file(found.file, found.text)
    _tell(f"đã viết vào `{found.file}` / written into `{found.file}`")
    return 0


def _is_agreed() -> bool:
    """Whether somebody at the terminal says yes."""
    if not sys.stdin.isatty():
        return False
    sys.stderr.write("Xóa các dòng này khỏi kế hoạch? / Remove these rows? [c/K] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() in ("c", "có", "y", "yes")


def _difference(found: Import) -> str:
    """The lines of the file that would change."""
    name = found.file.as_posix()
    before, after = found.before.splitlines(), found.after.splitlines()
    lines = difflib.unified_diff(before, after, name, name, n=1, lineterm="")
    return "".join(f"{one_line(line)}\n" for line in lines)


def _counted(found: Import) -> str:
    changed, added = len(found.changes.changed), len(found.changes.added)
    removed = len(found.changes.removed)
    return (
        f"{changed} dòng sửa, {added} dòng mới, {removed} dòng xóa / "
        f"rows: {changed} changed, {added} new, {removed} removed"
    )


def _show(problems: list[Problem]) -> None:
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    for problem in problems:
        _print(f"{problem_line(problem, colour)}\n")


def _print(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")


class _Parser(argparse.ArgumentParser):
    """Says in one line what is wrong with a command."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {one_line(message)}\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="python -m generator table",
        description="Kế hoạch ra bảng tính và trở lại / plans as workbooks and back",
        allow_abbrev=False,
    )
    actions = parser.add_subparsers(dest="action", required=True, parser_class=_Parser)
    export = actions.add_parser("export", help="xuất bảng / write a plan's workbook")
    back = actions.add_parser("import", help="nhập bảng đã sửa / bring a workbook back")
    annex = actions.add_parser(
        "annex", help="đọc phụ lục .docx, .xlsx / make a plan file of an annex"
    )
    for each in (export, back):
        each.add_argument("plan", metavar="PLAN", help="mã kế hoạch / the plan's id")
    export.add_argument("--out", type=Path, metavar="PATH", help="tệp hoặc thư mục / where to")
    export.add_argument("--format", choices=("xlsx", "csv"), default="xlsx")
    back.add_argument("--yes", action="store_true", help="xóa không hỏi / remove without asking")
    annex.add_argument("--plan", required=True, metavar="PLAN", help="mã kế hoạch mới / its new id")
    for each in (back, annex):
        each.add_argument("file", type=Path, metavar="FILE")
        each.add_argument("--dry-run", action="store_true", help="chỉ xem / only show")
        each.add_argument("--as-of", type=date.fromisoformat, metavar="YYYY-MM-DD")
    for each in (export, back, annex):
        each.add_argument("--plans", type=Path, default=Path("plans"), metavar="DIR")
    return parser
