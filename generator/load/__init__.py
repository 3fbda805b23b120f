"""Plan files are loaded into immutable entries that know their place in the file.

Every problem of every file is collected; nothing that an editor writes raises an exception.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from generator.load.messages import problems_of
from generator.load.tree import read_tree
from generator.model.archive import Archive
from generator.model.base import Entry
from generator.model.nodes import Mapping, Node, Scalar, Sequence
from generator.model.plan import Plan, context
from generator.model.registers import Agency, Definition, Document, Place
from generator.problems import Position, Problem, in_reading_order

_REGISTERS: dict[str, type[Entry]] = {
    "places": Place,
    "agencies": Agency,
    "documents": Document,
    "indicators": Definition,
}

EntryType = TypeVar("EntryType", bound=Entry)


def load_plans(
    folder: Path, progress: Callable[[int, int], None] | None = None
) -> tuple[Archive, list[Problem]]:
    """Everything in a folder of plans, and everything that is wrong with it.

    Entries with errors are left out of the archive.  `progress` is told how many files are read,
    of how many.
    """
    if not folder.is_dir():
        return Archive(), [
            Problem(
                Position(str(folder)),
                "folder-is-there",
                f"không thấy thư mục `{folder}`: xem lại `--plans`",
                f"there is no folder `{folder}`: check `--plans`",
            )
        ]
    reading = _Reading()
    files, strays = _files(folder)
    for number, path in enumerate(files, start=1):
        reading.read(path, _register_of(path, folder))
        if progress:
            progress(number, len(files))
    return reading.archive(), in_reading_order([*strays, *reading.problems])


def _files(folder: Path) -> tuple[list[Path], list[Problem]]:
    """The files to read in a fixed order, and a word about files that are not read."""
    files: list[Path] = []
    strays: list[Problem] = []
    for path in sorted(folder.rglob("*")):
        if any(part.startswith(".") for part in path.relative_to(folder).parts):
            continue
        if path.suffix in (".yml", ".yaml") and path.is_file():
            files.append(path)
        elif path.is_file() and path.suffix not in (".md", ".py"):
            strays.append(
                Problem(
                    Position(str(path)),
                    "files-are-yaml",
                    "tệp này không được đọc: tệp kế hoạch phải có đuôi `.yml`",
                    "this file is not read: plan files end in `.yml`",
                    severity="warning",
                )
            )
    return files, strays


def _register_of(path: Path, folder: Path) -> str | None:
    parts = path.relative_to(folder).parts
    if parts[0] != "registers":
        return None
    return parts[1].removesuffix(path.suffix) if len(parts) > 1 else ""


_ID = re.compile(rb"^(?:- +)?id: *[\"']?([a-z0-9-]+)", re.MULTILINE)


def _ids_in(content: bytes) -> list[str]:
    """The ids of the entries of a file that cannot be read, as far as its lines show them.

    One mistake in a register would else make every reference to its entries look unknown.
    """
    return [match.decode("ascii") for match in _ID.findall(content)]


class _Reading:
    """What has been read so far."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.broken: set[str] = set()
        self.entries: dict[type[Entry], list[Entry]] = {}

    def read(self, path: Path, register: str | None) -> None:
        file = path.as_posix()
        try:
            content = path.read_bytes()
        except OSError as error:
            self._refuse(file, None, f"không mở được tệp: {error.strerror}",
                         f"the file cannot be opened: {error.strerror}")
            return
        tree, problems = read_tree(file, content)
        self.problems.extend(problems)
        if tree is None:
            if not problems:
                self._refuse(file, None, "tệp trống: viết nội dung hoặc xóa tệp",
                             "the file is empty: write something or delete it")
            self.broken.update((path.stem, *_ids_in(content)))
            return
        if register is None:
            self._read_plan(file, path.stem, tree)
        elif register in _REGISTERS:
            self._read_register(file, _REGISTERS[register], tree)
        else:
            self._refuse(
                file, None,
                "thư mục `registers` chỉ có `places`, `agencies`, `documents`, `indicators`: "
                "chuyển tệp vào một trong bốn thư mục đó",
                "`registers` only has `places`, `agencies`, `documents`, `indicators`: move the "
                "file into one of them",
            )

    def _read_plan(self, file: str, stem: str, tree: Node) -> None:
        if not isinstance(tree, Mapping):
            self.broken.add(stem)
            self._refuse(
                file, tree,
                "tệp kế hoạch phải bắt đầu bằng các trường của kế hoạch, ví dụ `id: si-ma-cai-2021`",
                "a plan file begins with the fields of the plan, e.g. `id: si-ma-cai-2021`",
            )
            return
        self._understand(file, Plan, tree)

    def _read_register(self, file: str, entry: type[Entry], tree: Node) -> None:
        rows = tree if isinstance(tree, Sequence) else [tree]
        for row in rows:
            if isinstance(row, Mapping):
                self._understand(file, entry, row)
            else:
                self._refuse(
                    file, row,
                    "mỗi mục trong danh mục bắt đầu bằng `- id: …`",
                    "each entry of a register begins with `- id: …`",
                )

    def _understand(self, file: str, entry: type[Entry], tree: Mapping) -> None:
        try:
            understood = entry.model_validate(tree, context=context(file, tree))
        except ValidationError as error:
            self.problems.extend(problems_of(error, entry, tree, file))
            self._remember_broken(tree)
            return
        self.entries.setdefault(entry, []).append(understood)

    def _remember_broken(self, tree: Mapping) -> None:
        identifier = tree.get("id")
        if isinstance(identifier, Scalar):
            self.broken.add(str(identifier))

    def _refuse(self, file: str, node: Node | None, vi: str, en: str) -> None:
        position = Position(file, node.line, node.column) if node is not None else Position(file)
        self.problems.append(Problem(position, "file-can-be-read", vi, en))

    def _all(self, entry: type[EntryType]) -> tuple[EntryType, ...]:
        return tuple(each for each in self.entries.get(entry, []) if isinstance(each, entry))

    def archive(self) -> Archive:
        return Archive(
            self._all(Place),
            self._all(Agency),
            self._all(Document),
            self._all(Definition),
            self._all(Plan),
            frozenset(self.broken),
        )
