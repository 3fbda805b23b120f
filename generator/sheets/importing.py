"""The whole way of a workbook back into its plan file: read, compared, changed, tried, written."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.load.outline import Fields, outline
from generator.model.archive import Archive, plan_place
from generator.model.plan import Plan
from generator.model.refusal import Message, shown
from generator.model.written_out import every
from generator.problems import Position, Problem, has_errors, in_reading_order
from generator.sheets.bodies import Names
from generator.sheets.cells import Reader
from generator.sheets.changing import Changing
from generator.sheets.columns import SHEETS
from generator.sheets.csv_files import grids_in
from generator.sheets.editing import Text
from generator.sheets.filled import FilledRows
from generator.sheets.grid import Findings, Grid
from generator.sheets.merging import Changes, changes
from generator.sheets.packages import RefusedFileError, content_of
from generator.sheets.reading import grids_of
from generator.sheets.returned import Returned, returned
from generator.sheets.rows import Cells, PlanRows, plan_rows
from generator.sheets.trial import loaded, new_problems, tried
from generator.sheets.workbook import fingerprint


@dataclass
class Import:
    """What an import comes to: the file's text before and after, what was changed, what is wrong.

    `is_stale` says that the file has changed since the workbook was exported.
    """

    file: Path = field(default_factory=Path)
    before: str = ""
    after: str = ""
    changes: Changes = field(default_factory=Changes)
    problems: list[Problem] = field(default_factory=list)
    is_stale: bool = False

    @property
    def is_fine(self) -> bool:
        """Whether it may be written."""
        return not has_errors(self.problems)

    def removed(self) -> list[str]:
        """The rows that would be removed, as people know them."""
        return [
            f"{sheet.name} › {key}: {shown(_told(cells))}"
            for sheet, key, cells in self.changes.removed
        ]


def _told(cells: Cells) -> str:
    """What a row is mainly about."""
    return next((cells[name] for name in ("name", "title", "value") if cells.get(name)), "")


def plan_file(archive: Archive, plan_id: str) -> Path:
    """The file of a plan.  Raises `KeyError`."""
    return Path(archive.plan[plan_id].origin.position.file)


def imported(folder: Path, plan_id: str, source: Path, day: date) -> Import:
    """What a workbook (or a folder of CSV files) changes in a plan; nothing is written yet.

    Raises `OSError`.
    """
    archive, before = loaded(folder, day)
    plan = archive.plan.get(plan_id)
    if plan is None:
        return Import(problems=[_no_plan(folder, plan_id, archive)])
    file = plan_file(archive, plan_id)
    content = file.read_bytes()
    found = Import(file, content.decode("utf-8"), content.decode("utf-8"))
    findings = Findings()
    try:
        grids = _grids(source)
    except RefusedFileError as error:
        found.problems = [Problem(Position(source.as_posix()), "file-can-be-read", *error.message)]
        return found
    back = returned(source.as_posix(), grids, findings)
    if back and back.plan_id != plan_id:
        findings.problems.append(_other_plan(source, back.plan_id, plan_id))
    elif back:
        found.is_stale = back.fingerprint != fingerprint(content)
        _change(archive, plan, back, found, findings)
    found.problems = in_reading_order(findings.problems)
    if not has_errors(found.problems) and found.after != found.before:
        _try(folder, found, before, plan_rows(archive, plan), day)
    return found


def write(found: Import) -> None:
    """Writes the changed file: beside the old one first, then in its place.

    Raises `OSError`; `FileExistsError` if somebody has changed the file in the meantime.
    """
    if found.file.read_bytes() != found.before.encode("utf-8"):
        raise FileExistsError(None, "the file has changed meanwhile", str(found.file))
    replace_file(found.file, found.after)


def replace_file(file: Path, text: str) -> None:
    """Puts a text in place of a file, whole or not at all."""
    beside = file.with_name(f".{file.name}.new")
    try:
        with beside.open("wb") as opened:
            opened.write(text.encode("utf-8"))
            opened.flush()
            os.fsync(opened.fileno())
        if file.exists():
            beside.chmod(stat.S_IMODE(file.stat().st_mode))
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)


def _grids(source: Path) -> list[Grid]:
    if source.is_dir():
        return grids_in(source, source.as_posix())
    return grids_of(source.as_posix(), content_of(source))


def _change(
    archive: Archive, plan: Plan, back: Returned, found: Import, findings: Findings
) -> None:
    found.changes = changes(back, plan_rows(archive, plan), findings)
    mark = "\ufeff" if found.before.startswith("\ufeff") else ""
    text = Text(found.before.removeprefix(mark))
    root = outline(text.text)
    if not isinstance(root, Fields):
        return
    units = {row.path: row.unit or "" for row in every(archive.rows[plan.id])}
    reader = Reader(plan, Names(archive, plan_place(plan)))
    rows = FilledRows(plan, reader, findings, units)
    Changing(rows, text, root).make(found.changes)
    if not has_errors(findings.problems):
        found.after = mark + text.changed()


def _try(folder: Path, found: Import, before: list[Problem], was: PlanRows, day: date) -> None:
    """Notes what would be wrong with the changed file, and that nothing else has changed in it."""
    archive, after = tried(folder, found.file, found.after, day)
    found.problems = in_reading_order([*found.problems, *new_problems(before, after)])
    plan = archive.plan.get(was.plan_id)
    if plan is None:
        if not has_errors(found.problems):
            found.problems.append(_lost(found.file))
    elif _others(was, found.changes) - _every(plan_rows(archive, plan)):
        found.problems.append(_lost(found.file))


def _others(rows: PlanRows, made: Changes) -> set[tuple[str, ...]]:
    """The rows that an import leaves alone."""
    touched = {(row.sheet.about.key, row.key) for row in made.changed}
    touched |= {(sheet.key, key) for sheet, key, _ in made.removed}
    renamed = {key for sheet, key in touched if sheet == "indicators"}
    return {
        line
        for sheet, key, owner, line in _lines(rows)
        if (sheet, key) not in touched and not any(_is_in(owner, each) for each in renamed)
    }


def _every(rows: PlanRows) -> set[tuple[str, ...]]:
    return {line for _, _, _, line in _lines(rows)}


def _lines(rows: PlanRows) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Every row with its sheet, its key, the indicator it belongs to, and all that it says."""
    return [
        (
            sheet.key,
            key,
            cells.get("indicator", "") or cells.get("parent", ""),
            (sheet.key, *(cells[each.field] for each in sheet.columns if each.field != "row")),
        )
        for sheet in SHEETS
        for key, cells in rows.sheets[sheet.key].items()
    ]


def _is_in(path: str, whole: str) -> bool:
    return path == whole or path.startswith(f"{whole}/")


def _no_plan(folder: Path, plan_id: str, archive: Archive) -> Problem:
    position = Position(folder.as_posix())
    if plan_id in archive.broken:
        message = Message(
            f"tệp của kế hoạch `{shown(plan_id)}` có lỗi nên chưa đọc được: chạy `check` và sửa "
            "các lỗi ấy trước",
            f"the file of the plan `{shown(plan_id)}` has errors and cannot be read: run `check` "
            "and correct them first",
        )
    else:
        message = Message(
            f"không có kế hoạch nào mang mã `{shown(plan_id)}`: xem lại mã, là tên tệp bỏ `.yml`",
            f"there is no plan with the id `{shown(plan_id)}`: check it, it is the file's name "
            "without `.yml`",
        )
    return Problem(position, "plan-is-known", *message)


def _other_plan(source: Path, found: str, wanted: str) -> Problem:
    message = Message(
        f"bảng này là của kế hoạch `{shown(found)}`, không phải `{shown(wanted)}`: chọn đúng bảng "
        "hoặc đúng mã",
        f"this workbook is of the plan `{shown(found)}`, not of `{shown(wanted)}`: choose the "
        "right workbook or id",
    )
    return Problem(Position(source.as_posix()), "plan-is-the-same", *message)


def _lost(file: Path) -> Problem:
    message = Message(
        "không ghi được các thay đổi này mà giữ nguyên mọi dòng khác của tệp: sửa các dòng ấy "
        "trong tệp, hoặc nhập ít thay đổi hơn mỗi lần",
        "these changes cannot be written without touching other lines of the file: make them in "
        "the file itself, or import fewer changes at a time",
    )
    return Problem(Position(file.as_posix()), "nothing-else-changes", *message)
