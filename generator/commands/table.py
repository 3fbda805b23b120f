"""`table` takes plans out as workbooks and brings them back: for officials who live in Excel."""

from __future__ import annotations

import argparse
import difflib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from generator.commands.parsing import Commands, Parser, add_command
from generator.commands.project import add_day, add_plans, insist_on_folder
from generator.commands.reporting import print_lines, tell_problems
from generator.load import load_plans
from generator.problems import has_errors
from generator.terminal import one_line

if TYPE_CHECKING:
    from generator.sheets.importing import Import

# What reads and writes workbooks is imported by the commands that need it: it takes as long to
# start as the check of a small folder takes in all.


def add(commands: Commands) -> None:
    """Adds the command with its three actions."""
    parser = add_command(
        commands,
        "table",
        "xuất kế hoạch ra bảng tính, nhập bảng đã sửa, đọc phụ lục",
        "plans as workbooks and back; annexes of documents",
    )
    actions = parser.add_subparsers(
        title="việc / actions",
        prog=parser.prog,
        dest="action",
        metavar="VIỆC/ACTION",
        required=True,
        parser_class=Parser,
    )
    _add_export(actions)
    _add_import(actions)
    _add_annex(actions)


def _add_export(actions: Commands) -> None:
    parser = add_command(
        actions, "export", "xuất một kế hoạch ra bảng tính", "writes a plan as a workbook"
    )
    _add_plan(parser)
    add_plans(parser)
    parser.option(
        "--out",
        type=Path,
        metavar="PATH",
        help="tệp .xlsx hoặc thư mục / a file or folder to write into (PLAN.xlsx)",
    )
    parser.option(
        "--format",
        choices=("xlsx", "csv"),
        default="xlsx",
        help="một tệp Excel, hay một thư mục CSV / one workbook, or a folder of CSV files (xlsx)",
    )
    parser.set_defaults(run=_export)


def _add_import(actions: Commands) -> None:
    parser = add_command(
        actions,
        "import",
        "nhập bảng đã sửa vào tệp kế hoạch; ô không sửa thì dòng của nó giữ nguyên",
        "brings a workbook back; only what was changed changes its lines",
    )
    _add_plan(parser)
    _add_file(parser, "tệp .xlsx hoặc thư mục CSV / the workbook, or the folder of CSV files")
    parser.option(
        "--yes",
        action="store_true",
        help="đồng ý xóa các dòng không còn trong bảng / agrees to remove the rows that are gone",
    )
    parser.set_defaults(run=_import)


def _add_annex(actions: Commands) -> None:
    parser = add_command(
        actions,
        "annex",
        "làm tệp kế hoạch mới từ bảng trong phụ lục Word, Excel",
        "makes a new plan file of the tables in an annex",
    )
    _add_file(parser, "tệp .docx hoặc .xlsx / the annex")
    parser.option(
        "--plan", required=True, metavar="PLAN", help="mã kế hoạch mới / the id of the new plan"
    )
    parser.set_defaults(run=_annex)


def _add_plan(parser: Parser) -> None:
    parser.add_argument("plan", metavar="PLAN", help="mã kế hoạch / the id of the plan")


def _add_file(parser: Parser, told: str) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=told)
    add_plans(parser)
    add_day(parser)
    parser.option(
        "--dry-run",
        action="store_true",
        help="chỉ cho xem, không ghi / only shows what would be written",
    )


def _export(options: argparse.Namespace) -> int:
    from generator.sheets.csv_files import csv_files
    from generator.sheets.rows import plan_rows
    from generator.sheets.workbook import fingerprint, workbook

    insist_on_folder("--plans", options.plans)
    archive, problems = load_plans(options.plans)
    plan = archive.plan.get(options.plan)
    if plan is None:
        tell_problems([each for each in problems if each.severity == "error"])
        name = one_line(options.plan)
        _tell(f"không có kế hoạch `{name}` đọc được / no plan `{name}` that can be read")
        return 1
    rows = plan_rows(archive, plan)
    mark = fingerprint(Path(plan.origin.position.file).read_bytes())
    if options.format == "csv":
        place: Path = options.out or Path(options.plan)
        files = {name: text.encode("utf-8") for name, text in csv_files(rows, mark).items()}
    else:
        whole = _workbook_path(options.out, options.plan)
        place, files = whole.parent, {whole.name: workbook(rows, mark)}
    place.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (place / name).write_bytes(content)
    written = place if options.format == "csv" else place / next(iter(files))
    _tell(f"đã viết vào `{written}` / written into `{written}`")
    return 0


def _workbook_path(out: Path | None, plan_id: str) -> Path:
    if out is None:
        return Path(f"{plan_id}.xlsx")
    return out if out.suffix == ".xlsx" and not out.is_dir() else out / f"{plan_id}.xlsx"


def _import(options: argparse.Namespace) -> int:
    from generator.sheets.importing import imported, write

    insist_on_folder("--plans", options.plans)
    day = options.as_of or options.current_day
    found = imported(options.plans, options.plan, options.file, day)
    tell_problems(found.problems)
    if not found.is_fine:
        _tell("chưa ghi gì: sửa rồi nhập lại / nothing written: correct this and import again")
        return 1
    if found.after == found.before:
        _tell("bảng không đổi gì trong kế hoạch / the workbook changes nothing in the plan")
        return 0
    if found.is_stale:
        _tell(
            "kế hoạch đã được sửa từ lúc xuất bảng: cả hai bên cùng được giữ / the plan has been "
            "changed since the export: both are kept"
        )
    removed = found.removed()
    for line in removed:
        _tell(f"sẽ xóa / to be removed: {one_line(line)}")
    if options.dry_run:
        print_lines(_difference(found))
        return 0
    if removed and not options.yes and not _is_agreed():
        _tell(
            "chưa ghi gì: thêm `--yes` nếu đúng là muốn xóa, hoặc xuất bảng mới / nothing written: "
            "add `--yes` if you mean to remove them, or export anew"
        )
        return 1
    write(found)
    _tell(f"đã sửa `{found.file}`: {_counted(found)}")
    return 0


def _annex(options: argparse.Namespace) -> int:
    from generator.sheets.annex import read_annex
    from generator.sheets.importing import replace_file

    insist_on_folder("--plans", options.plans)
    day = options.as_of or options.current_day
    found = read_annex(options.plans, options.plan, options.file, day)
    tell_problems(found.problems)
    if has_errors(found.problems):
        _tell("chưa ghi gì / nothing written")
        return 1
    print_lines(found.told.splitlines())
    if options.dry_run:
        print_lines(found.text.splitlines())
        return 0
    found.file.parent.mkdir(parents=True, exist_ok=True)
    replace_file(found.file, found.text)
    _tell(f"đã viết vào `{found.file}` / written into `{found.file}`")
    return 0


def _is_agreed() -> bool:
    """Whether somebody at the terminal says yes."""
    if not sys.stdin.isatty():
        return False
    print("Xóa các dòng này? / Remove these rows? [c/K]", end=" ", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in ("c", "có", "y", "yes")


def _difference(found: Import) -> list[str]:
    """The lines of the file that would change."""
    name = found.file.as_posix()
    before, after = found.before.splitlines(), found.after.splitlines()
    lines = difflib.unified_diff(before, after, name, name, n=1, lineterm="")
    return [one_line(line) for line in lines]


def _counted(found: Import) -> str:
    changed, added = len(found.changes.changed), len(found.changes.added)
    removed = len(found.changes.removed)
    return (
        f"{changed} dòng sửa, {added} dòng mới, {removed} dòng xóa / "
        f"rows: {changed} changed, {added} new, {removed} removed"
    )


def _tell(line: str) -> None:
    print(line, file=sys.stderr)
