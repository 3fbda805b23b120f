"""Tries a changed plan file before it is written: the whole is loaded and checked with it."""

from __future__ import annotations

import os
import re
import tempfile
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.check import check
from generator.load import load_plans
from generator.model.archive import Archive
from generator.problems import Problem


def loaded(folder: Path, day: date) -> tuple[Archive, list[Problem]]:
    """All plans of a folder, with everything that is wrong with them as of a day."""
    archive, problems = load_plans(folder)
    return archive, [*problems, *check(archive, day)]


def tried(folder: Path, file: Path, text: str, day: date) -> tuple[Archive, list[Problem]]:
    """The same as if that file (of the folder) had that text; nothing in the folder is touched."""
    with tempfile.TemporaryDirectory() as place:
        beside = Path(place) / "plans"
        for root, _, names in os.walk(folder):
            target = beside / Path(root).relative_to(folder)
            target.mkdir(parents=True)
            for name in names:
                (target / name).symlink_to(Path(root, name).resolve())
        changed = beside / file.relative_to(folder)
        changed.parent.mkdir(parents=True, exist_ok=True)
        changed.unlink(missing_ok=True)
        changed.write_bytes(text.encode("utf-8"))
        archive, problems = loaded(beside, day)
        shown, real = beside.as_posix(), folder.as_posix()
        return archive, [
            replace(
                problem,
                position=replace(
                    problem.position, file=problem.position.file.replace(shown, real, 1)
                ),
            )
            for problem in problems
        ]


def new_problems(before: list[Problem], after: list[Problem]) -> list[Problem]:
    """What is wrong now and was not before, wherever it has moved to."""
    known = Counter(_said(problem) for problem in before)
    found = []
    for problem in after:
        if known[_said(problem)]:
            known[_said(problem)] -= 1
        else:
            found.append(problem)
    return found


def _said(problem: Problem) -> tuple[str, str, str, str]:
    lines_aside = re.sub(r" \([^()]*dòng [\d, ]+[^()]*\)", "", problem.vi)
    return problem.position.file, problem.rule, problem.field, lines_aside
