"""The plan files as they stood at an earlier commit of the repository."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

_GIT = ("git", "-c", "core.quotePath=false")


class NoSuchStateError(Exception):
    """A state of the repository that cannot be read; says why, in Vietnamese and English."""


@contextmanager
def folder_at(state: str, folder: Path) -> Iterator[Path]:
    """A copy of a folder as it stood at a commit, branch or tag, while the block runs.

    The copy is empty if the folder did not exist then.  `NoSuchStateError` if there is no such
    state, or no repository at all.
    """
    commit = _said("rev-parse", "--verify", "--quiet", "--end-of-options", f"{state}^{{commit}}")
    if not commit:
        raise NoSuchStateError(
            f"kho không có `{state}`: viết tên một nhánh hay mã một lần ghi, ví dụ `origin/main` "
            f"(trên máy chủ dựng trang, lấy về đủ lịch sử) / the repository has no `{state}`: "
            "write a branch or commit, e.g. `origin/main` (on a build server, fetch the history)"
        )
    name = commit.decode().strip()
    prefix = _said("rev-parse", "--show-prefix").decode().strip()
    with TemporaryDirectory(prefix="plans-") as temporary:
        copy = Path(temporary)
        tree = f"{name}:{prefix}{folder.as_posix()}"
        if _said("rev-parse", "--verify", "--quiet", "--end-of-options", tree):
            packed = _said("archive", "--format=tar", tree)
            with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
                archive.extractall(copy, filter="data")
        yield copy


def _said(*arguments: str) -> bytes:
    """What Git answers; nothing if it refuses."""
    try:
        done = subprocess.run(  # noqa: S603 - the arguments are ours, a state after end-of-options
            [*_GIT, *arguments], stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
    except FileNotFoundError:
        raise NoSuchStateError(
            "máy này chưa có Git: cài Git rồi chạy lại / Git is not installed: install it first"
        ) from None
    return done.stdout if done.returncode == 0 else b""
