"""Brings a folder to the state that new files describe, touching only what differs.

Everything is first written beside the folder.  Only when the last file is there do the new files
move in, each in one step, and stale ones go: if generating fails, the folder stays as it was.
"""

from __future__ import annotations

import shutil
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Self

from generator.site.folders import PAGES, mark


class Draft:
    """What a folder will hold, while it is being written beside it; for use in `with`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._beside = folder.with_name(f".{folder.name}.new")
        self._wanted: set[PurePosixPath] = set()

    def __enter__(self) -> Self:
        _remove(self._beside)
        self._beside.mkdir(parents=True)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        _remove(self._beside)

    def add(self, path: str, content: bytes) -> None:
        """Adds a file.  One that the folder holds with these very bytes is left in peace there,
        so that nobody who watches the folder is called for nothing."""
        if not is_name(path) or PurePosixPath(path) in self._wanted:
            message = f"{path!r} cannot be the path of one more file"
            raise ValueError(message)
        relative = PurePosixPath(path)
        self._wanted.add(relative)
        if not _holds(self._folder, relative, content):
            target = self._beside / relative
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)

    def move_in(self) -> None:
        """Makes the folder hold what has been added, and nothing else."""
        self._folder.mkdir(parents=True, exist_ok=True)
        mark(self._folder, PAGES)
        _remove_stale(self._folder, self._wanted)
        for path in sorted(self._beside.rglob("*")):
            target = self._folder / path.relative_to(self._beside)
            if path.is_dir():
                target.mkdir(exist_ok=True)
            else:
                path.replace(target)


def is_name(path: str) -> bool:
    """Whether a file with this path surely stays inside its folder, on any system."""
    return all(
        part and part[0] != "." and part.isprintable() and not set(part) & set('\\:*?"<>|')
        for part in path.split("/")
    )


def _holds(folder: Path, relative: PurePosixPath, content: bytes) -> bool:
    """Whether the folder itself has the file, not a place that a link leads to."""
    path = folder / relative
    ways = (path, *(folder / parent for parent in relative.parents[:-1]))
    return (
        path.is_file()
        and path.stat().st_size == len(content)
        and not any(way.is_symlink() for way in ways)
        and path.read_bytes() == content
    )


def _remove_stale(folder: Path, wanted: set[PurePosixPath]) -> None:
    """Removes what is not wanted, every link, and folders in which nothing is left."""
    folders = {parent for path in wanted for parent in path.parents}
    for path in sorted(folder.rglob("*"), reverse=True):
        relative = PurePosixPath(path.relative_to(folder).as_posix())
        if path.is_symlink() or path.is_file():
            if path.is_symlink() or (relative not in wanted and path != folder / PAGES.file):
                path.unlink()
        elif relative not in folders:
            path.rmdir()


def _remove(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
