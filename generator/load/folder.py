"""What lies in a folder of plans: the files to read, in a fixed order, and what is not read."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

from generator.model.refusal import Message
from generator.problems import Position, Problem, Severity

_PLAN_FILES = (".yml", ".yaml")
_FOR_PEOPLE = (".md", ".py")


def files_in(folder: Path) -> tuple[list[Path], list[Problem]]:
    """The files to read, and a word about those that are not read."""
    files: list[Path] = []
    problems: list[Problem] = []

    def closed(error: OSError) -> None:
        problems.append(cannot_be_opened(error.filename, error))

    for root, folders, names in os.walk(folder, onerror=closed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        problems += [
            _stray(Path(root, name), _FOLDER_LIKE_FILE)
            for name in folders
            if name.endswith(_PLAN_FILES)
        ]
        seen = [Path(root, name) for name in names if not name.startswith((".", "~$"))]
        files += [path for path in seen if path.suffix in _PLAN_FILES]
        problems += [
            _stray(path, _not_read(path.name))
            for path in seen
            if path.suffix not in (*_PLAN_FILES, *_FOR_PEOPLE)
        ]
    return sorted(files), problems


def register_of(path: Path, folder: Path) -> str | None:
    """The register to which a file belongs, `None` for a plan.

    `registers/places/a.yml` and `registers/places.yml` belong to `places`.
    """
    parts = path.relative_to(folder).parts
    if parts[0] != "registers":
        return None
    return parts[1].removesuffix(path.suffix)


def beginning_of(path: Path, most: int) -> bytes:
    """The first bytes of a file; `OSError` if it cannot be read, or is a pipe and would not end."""
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    with path.open("rb") as opened:
        return opened.read(most)


def path_shown(path: Path | str) -> str:
    """A path with slashes; letters that its file system cannot tell are replaced."""
    return os.fsencode(path).decode("utf-8", "replace").replace(os.sep, "/")


def cannot_be_opened(path: Path | str, error: OSError) -> Problem:
    """The problem of a file or folder that the system does not open."""
    return _problem(
        path,
        "file-can-be-read",
        Message(
            "không mở được: xem lại quyền đọc, hoặc liên kết đã hỏng",
            f"it cannot be opened ({error.strerror}): check the permissions, or a broken link",
        ),
    )


def no_folder(folder: Path) -> Problem:
    """The problem of a folder of plans that is not there."""
    shown = path_shown(folder)
    return _problem(
        folder,
        "folder-is-there",
        Message(
            f"không thấy thư mục `{shown}`: xem lại `--plans`",
            f"there is no folder `{shown}`: check `--plans`",
        ),
    )


def _problem(
    path: Path | str, rule: str, message: Message, severity: Severity = "error"
) -> Problem:
    return Problem(Position(path_shown(path)), rule, *message, severity=severity)


def _stray(path: Path, message: Message) -> Problem:
    return _problem(path, "files-are-yaml", message, "warning")


_FOLDER_LIKE_FILE = Message(
    "đây là thư mục, không phải tệp: đổi tên cho khỏi lẫn",
    "this is a folder, not a file: give it another name",
)
_OFFICE = {
    "Word": (".doc", ".docx", ".odt", ".rtf"),
    "Excel": (".xls", ".xlsx", ".ods", ".csv"),
    "PDF": (".pdf",),
}


def _not_read(name: str) -> Message:
    """What to do with a file that is no plan file, or has another name than plan files have."""
    lower = name.lower()
    for kind, endings in _OFFICE.items():
        if lower.endswith(endings):
            return Message(
                f"tệp {kind} không được đọc: chép nội dung sang một tệp `.yml`, chuyển tệp gốc đi "
                "nơi khác",
                f"a file of {kind} is not read: copy its content into a `.yml` file, and move the "
                "original elsewhere",
            )
    stem = re.sub(r"(?:\.ya?ml)?\.[^.]*$", "", name) or name
    return Message(
        f"tệp này không được đọc vì tên không kết thúc bằng `.yml`: đổi tên thành `{stem}.yml` nếu "
        "là kế hoạch, hoặc chuyển đi nơi khác",
        f"this file is not read because its name does not end in `.yml`: rename it to "
        f"`{stem}.yml` if it is a plan, or move it elsewhere",
    )
