"""Brings a folder to the state that the generated files describe, touching only what differs.

Everything is first written beside the folder.  Only when the last file is there do the new files
move in, each in one step, and stale ones go: if generating fails, the folder stays as it was.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from generator.site.folders import PAGES, mark


def write(files: Iterable[tuple[str, bytes | Path]], folder: Path) -> None:
    """Makes the folder hold exactly these files, each with a relative path and its bytes.

    A path instead of bytes means: a copy of that file.  Files that already have these bytes keep
    their time of change, so that nobody who watches the folder is called for nothing.
    """
    beside = folder.with_name(f".{folder.name}.new")
    _remove(beside)
    beside.mkdir(parents=True)
    try:
        wanted = {_staged(path, content, folder, beside) for path, content in files}
        folder.mkdir(parents=True, exist_ok=True)
        mark(folder, PAGES)
        _remove_stale(folder, wanted)
        _move_in(beside, folder)
    finally:
        _remove(beside)


def _staged(path: str, content: bytes | Path, folder: Path, beside: Path) -> PurePosixPath:
    """Writes one file beside the folder, unless the folder has it already."""
    relative = _inside(path)
    wanted = content if isinstance(content, bytes) else content.read_bytes()
    standing = folder / relative
    if not (_is_plain_file(standing, folder) and standing.read_bytes() == wanted):
        target = beside / relative
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(wanted)
    return relative


def _inside(path: str) -> PurePosixPath:
    """The path, if it surely stays inside a folder."""
    parts = path.split("/")
    if not all(parts) or any(
        part.startswith(".") or not part.isprintable() or set(part) & set('\\:*?"<>|')
        for part in parts
    ):
        message = f"{path!r} is no path for a file of the site"
        raise ValueError(message)
    return PurePosixPath(path)


def _is_plain_file(path: Path, folder: Path) -> bool:
    """Whether the file lies in the folder itself, not somewhere that a link leads to."""
    ways = [path, *path.parents]
    inside = ways[: ways.index(folder)]
    return path.is_file() and not any(way.is_symlink() for way in inside)


def _remove_stale(folder: Path, wanted: set[PurePosixPath]) -> None:
    """Removes what is not wanted, and folders that nothing is left in."""
    folders = {parent for path in wanted for parent in path.parents}
    for path in sorted(folder.rglob("*"), reverse=True):
        relative = PurePosixPath(path.relative_to(folder).as_posix())
        if path.is_symlink() or not path.is_dir():
            if path.is_symlink() or (relative not in wanted and path != folder / PAGES.file):
                path.unlink()
        elif relative not in folders:
            path.rmdir()


def _move_in(beside: Path, folder: Path) -> None:
    for path in sorted(beside.rglob("*")):
        target = folder / path.relative_to(beside)
        if path.is_dir():
            target.mkdir(exist_ok=True)
        else:
            path.replace(target)


def _remove(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
