"""Into which file something goes, and how it gets there without touching anything else."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.check import check
from generator.drafts.questions import Answers
from generator.drafts.texts import entry_text, plan_text
from generator.load import load_plans
from generator.model.base import id_like
from generator.model.references import Reference
from generator.problems import Problem
from generator.schema import modeline

REGISTERS = {"document": "documents", "agency": "agencies", "place": "places"}
_ELSEWHERE = "khac"
"""The folder of plans without a place, and the file of documents without one."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What will stand in a file, and which part of it is new; `before` is `None` for a new file."""

    path: Path
    before: bytes | None
    new: bytes

    @property
    def content(self) -> bytes:
        """The whole file."""
        return (self.before or b"") + self.new


def draft_of(thing: str, answers: Answers, plans: Path) -> Draft:
    """The file that something begins in; `FileExistsError` if a plan would take another's place."""
    if thing == "plan":
        return _plan_draft(answers, plans)
    path = plans / "registers" / REGISTERS[thing] / _file(thing, answers, plans)
    entry = entry_text(thing, answers)
    if not path.exists():
        first = modeline(path.relative_to(plans).as_posix())
        return Draft(path, None, f"{first}\n\n{entry}".encode())
    before = path.read_bytes()
    return Draft(path, before, _appended(before, entry))


def _plan_draft(answers: Answers, plans: Path) -> Draft:
    folder = id_like(answers.get("place", "")) or _ELSEWHERE
    path = plans / folder / f"{answers['id']}.yml"
    if path.exists():
        raise FileExistsError(
            f"đã có tệp `{path}`: chọn mã khác / the file `{path}` is there already: choose "
            "another id"
        )
    return Draft(path, None, plan_text(answers, path.relative_to(plans).as_posix()).encode())


def _file(thing: str, answers: Answers, plans: Path) -> str:
    """The file of the register: that of the place, the only one, or one for all others."""
    folder = plans / "registers" / REGISTERS[thing]
    there = sorted(path.name for path in folder.glob("*.yml"))
    issuer = Reference(answers.get("issuer", ""))
    place = issuer.place or answers.get("place") or answers.get("parent") or ""
    own = f"{id_like(place)}.yml"
    if own in there or (thing == "document" and place):
        return own
    if len(there) == 1:
        return there[0]
    return f"{REGISTERS[thing] if not there else _ELSEWHERE}.yml"


def _appended(before: bytes, entry: str) -> bytes:
    """An entry with the blank line before it, in the line ends and the column of the file."""
    line_end = "\r\n" if b"\r\n" in before else "\n"
    lines = before.decode("utf-8", "replace").split("\n")
    first = next((line for line in lines if line.lstrip().startswith("-")), "")
    indent = " " * (len(first) - len(first.lstrip()))
    gap = "" if not before or before.endswith(b"\n\n") else "\n"
    gap = gap if not before or before.endswith(b"\n") else "\n\n"
    shifted = "".join(f"{indent}{line}\n" for line in entry.splitlines())
    return (gap + shifted).replace("\n", line_end).encode()


def new_errors(draft: Draft, plans: Path, day: date) -> list[Problem]:
    """What the check would say of the file that it does not say now; tried on a copy."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "plans"
        shutil.copytree(plans, copy)
        known = _errors(copy, day)
        target = copy / draft.path.relative_to(plans)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(draft.content)
        said = {(each.rule, each.vi) for each in known}
        found = [each for each in _errors(copy, day) if (each.rule, each.vi) not in said]
        return [_told_of(plans, copy, each) for each in found]


def _errors(plans: Path, day: date) -> list[Problem]:
    archive, problems = load_plans(plans)
    return [each for each in (*problems, *check(archive, day)) if each.severity == "error"]


def _told_of(plans: Path, copy: Path, problem: Problem) -> Problem:
    """A problem of the copy, as one of the folder of plans itself."""
    file = str(plans / Path(problem.position.file).relative_to(copy))
    return replace(problem, position=replace(problem.position, file=file))


def put(draft: Draft) -> None:
    """Writes the file as a whole or not at all; `OSError` if that cannot be done, or if somebody
    has changed or made it meanwhile."""
    folder = draft.path.parent
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", suffix=".new", dir=folder)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(draft.content)
        if draft.before is None:
            beside.chmod(0o644)
            draft.path.hardlink_to(beside)  # fails where a file stands
        else:
            beside.chmod(draft.path.stat().st_mode & 0o777)
            if draft.path.read_bytes() != draft.before:
                raise FileExistsError(
                    f"`{draft.path}` vừa có người sửa: chạy lại / `{draft.path}` has just been "
                    "changed: run this again"
                )
            beside.replace(draft.path)
    finally:
        beside.unlink(missing_ok=True)
