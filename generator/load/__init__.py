"""Plan files are loaded into immutable entries that know their place in the file.

Every problem of every file is collected; nothing that an editor writes raises an exception.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from generator.load.folder import (
    beginning_of,
    cannot_be_opened,
    files_in,
    no_folder,
    path_shown,
    register_of,
)
from generator.load.headings import without_heading
from generator.load.messages import problems_of
from generator.load.tree import MOST_BYTES, read_tree
from generator.model.archive import Archive
from generator.model.base import Entry
from generator.model.nodes import Mapping, Node, Scalar, Sequence
from generator.model.plan import Plan, context
from generator.model.refusal import REFUSED, Message, shown
from generator.model.registers import Agency, Definition, Document, Place, Removal
from generator.problems import Position, Problem, in_reading_order

_REGISTERS: dict[str, type[Entry]] = {
    "places": Place,
    "agencies": Agency,
    "documents": Document,
    "indicators": Definition,
    "removals": Removal,
}

EntryType = TypeVar("EntryType", bound=Entry)


def load_plans(
    folder: Path,
    progress: Callable[[int, int], None] | None = None,
    shown_as: Path | None = None,
) -> tuple[Archive, list[Problem]]:
    """Everything in a folder of plans, and everything that is wrong with it.

    Entries with errors are left out of the archive.  `progress` is told how many files are read,
    of how many.  A copy of a folder is shown as the folder itself.
    """
    if not folder.is_dir():
        return Archive(), [no_folder(folder)]
    files, problems = files_in(folder)
    reading = _Reading()
    with _nothing_thrown_away():
        for number, path in enumerate(files, start=1):
            shown = path if shown_as is None else shown_as / path.relative_to(folder)
            reading.read(path, path_shown(shown), register_of(path, folder))
            if progress:
                progress(number, len(files))
    return reading.archive(), in_reading_order([*problems, *reading.problems])


@contextmanager
def _nothing_thrown_away() -> Iterator[None]:
    """Spares Python the search for garbage: all that is read is kept, and the search would take
    as long as the reading itself."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


_ID = re.compile(rb"^ *(?:- *)?\{? *id: *[\"']?([a-z0-9-]+)", re.MULTILINE)


def _ids_in(content: bytes) -> list[str]:
    """The ids of the entries of a register that cannot be read, as far as its lines show them.

    One mistake in a register would else make every reference to its entries look unknown.
    """
    return [match.decode("ascii") for match in _ID.findall(content)]


class _Reading:
    """What has been read so far."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.broken: set[str] = set()
        self.entries: dict[type[Entry], list[Entry]] = {}

    def read(self, path: Path, file: str, register: str | None) -> None:
        """Reads a file of the register of that name, or a plan if it is none; `file` is its name
        for people."""
        try:
            content = beginning_of(path, MOST_BYTES + 1)
        except OSError as error:
            self.broken.add(path.stem)
            self.problems.append(cannot_be_opened(path, error))
            return
        tree, problems = read_tree(file, content)
        self.problems.extend(problems)
        if tree is None and not problems:
            self._refuse(file, None, _EMPTY)
        if register is None:
            self._read_plan(file, path.stem, tree)
            return
        if tree is None or register not in _REGISTERS:
            self.broken.update(_ids_in(content))
        if tree is not None:
            self._read_register(file, register, tree)

    def _read_plan(self, file: str, stem: str, tree: Node | None) -> None:
        if isinstance(tree, Mapping) and self._understand(file, Plan, tree):
            return
        self.broken.add(stem)
        for row in tree if isinstance(tree, Sequence) else ():
            self._remember_broken(row)
        if isinstance(tree, Scalar | Sequence):
            is_page = isinstance(tree, Scalar) and tree.lstrip().startswith("<")
            self._refuse(file, tree, _WEB_PAGE if is_page else _NO_PLAN)

    def _read_register(self, file: str, register: str, tree: Node) -> None:
        entry = _REGISTERS.get(register)
        if not entry:
            self._refuse(file, None, _NO_SUCH_REGISTER)
            return
        rows, heading = (tree, "") if isinstance(tree, Sequence) else _below_heading(tree)
        if rows is not tree:
            self._remember_broken(tree)
            message = _heading(heading) if heading else _NO_REGISTER
            is_plan = isinstance(tree, Mapping) and {"indicators", "tasks", "lifecycle"} & set(tree)
            self._refuse(file, tree, _PLAN_AMONG_REGISTERS if is_plan else message)
        if other := _other_register(entry, rows):
            for row in rows:
                self._remember_broken(row)
            self._refuse(file, rows, _of_another_register(other))
            return
        for row in rows:
            if isinstance(row, Mapping):
                self._understand(file, entry, row)
            else:
                self._refuse(file, row, _NO_ENTRY)

    def _understand(self, file: str, entry: type[Entry], tree: Mapping) -> bool:
        """Adds an entry to those read; `False` if it has problems."""
        misplaced = without_heading(tree) if entry is Plan else []
        known = context(file, tree)
        understood, refused = None, None
        try:
            understood = entry.model_validate(tree, context=known)
        except ValidationError as error:
            refused = error
        if understood and not known[REFUSED] and not misplaced:
            self.entries.setdefault(entry, []).append(understood)
            return True
        identifier = tree.get("id")
        top = identifier if entry is not Plan and isinstance(identifier, Scalar) else ""
        self.problems.extend(misplaced)
        self.problems.extend(problems_of(refused, known[REFUSED], entry, tree, top))
        self._remember_broken(tree)
        return False

    def _remember_broken(self, tree: Node) -> None:
        identifier = tree.get("id") if isinstance(tree, Mapping) else None
        if isinstance(identifier, Scalar):
            self.broken.add(str(identifier))

    def _refuse(self, file: str, node: Node | None, message: Message) -> None:
        position = Position(file, node.line, node.column) if node is not None else Position(file)
        self.problems.append(Problem(position, "file-can-be-read", *message))

    def _all(self, entry: type[EntryType]) -> tuple[EntryType, ...]:
        return tuple(each for each in self.entries.get(entry, []) if isinstance(each, entry))

    def archive(self) -> Archive:
        """Everything that has been understood."""
        return Archive(
            self._all(Place),
            self._all(Agency),
            self._all(Document),
            self._all(Definition),
            self._all(Plan),
            self._all(Removal),
            frozenset(self.broken),
        )


def _below_heading(tree: Node) -> tuple[Sequence, str]:
    """The list below a needless heading (`places:`), and the heading; nothing if there is none."""
    if isinstance(tree, Mapping) and len(tree) == 1:
        heading, rows = next(iter(tree.items()))
        if isinstance(rows, Sequence):
            return rows, heading
    return Sequence(), ""


def _other_register(entry: type[Entry], rows: Sequence) -> str:
    """The register to which the entries of a file belong, if none of them belongs to this one."""
    entries = [row for row in rows if isinstance(row, Mapping) and len(row) > 2]
    if not entries or any(set(row) <= set(entry.fields_written()) for row in entries):
        return ""
    for name, other in _REGISTERS.items():
        fields = set(other.fields_written())
        if all({each.removesuffix("_text") for each in row} <= fields for row in entries):
            return name
    return ""


def _of_another_register(name: str) -> Message:
    return Message(
        f"các mục trong tệp này thuộc danh mục khác: chuyển tệp vào `registers/{name}/`",
        f"the entries of this file belong to another register: move it into `registers/{name}/`",
    )


def _heading(name: str) -> Message:
    return Message(
        f"danh mục bắt đầu ngay bằng `- id: …`: bỏ dòng `{shown(name)}:` ở trên",
        f"a register begins with `- id: …` at once: delete the line `{shown(name)}:` above it",
    )


_EMPTY = Message(
    "tệp trống hoặc chỉ có chú thích: viết nội dung hoặc xóa tệp",
    "the file is empty or has comments only: write something or delete it",
)
_NO_SUCH_REGISTER = Message(
    "thư mục `registers` chỉ có `places`, `agencies`, `documents`, `indicators`, `removals`: "
    "chuyển tệp vào một trong năm thư mục đó",
    "`registers` only has `places`, `agencies`, `documents`, `indicators`, `removals`: move the "
    "file into one of them",
)
_NO_PLAN = Message(
    "tệp kế hoạch phải bắt đầu bằng các trường của kế hoạch: viết `id: …`, `title: …`, không có "
    "`- ` ở đầu; nếu đây là danh mục thì chuyển vào `registers`",
    "a plan file begins with the fields of the plan: write `id: …`, `title: …` without `- ` before "
    "them; if this is a register, move it into `registers`",
)
_WEB_PAGE = Message(
    "đây là mã của một trang web, không phải kế hoạch: xóa tệp, chép chữ của trang rồi viết thành "
    "các trường `id: …`, `title: …`",
    "this is the code of a web page, no plan: delete the file, copy the words of the page and "
    "write them as fields, `id: …`, `title: …`",
)
_NO_REGISTER = Message(
    "danh mục là một danh sách: đặt `- ` trước `id` của mỗi mục, trường khác thẳng cột với nó",
    "a register is a list: put `- ` before the `id` of each entry, its other fields in one column "
    "with `id`",
)
_PLAN_AMONG_REGISTERS = Message(
    "đây là một kế hoạch nằm trong thư mục danh mục: chuyển tệp vào thư mục của địa phương, ví dụ "
    "`plans/ha-noi/`",
    "this is a plan in the folder of a register: move the file into the folder of its place, e.g. "
    "`plans/ha-noi/`",
)
_NO_ENTRY = Message(
    "mỗi mục trong danh mục có mã và tên: viết `- id: …`, các trường khác ở dòng dưới",
    "each entry of a register has an id and a name: write `- id: …`, the other fields below it",
)
