"""The plans as they stood at an earlier commit of the repository."""

from __future__ import annotations

import io
import posixpath
import subprocess
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.load import load_plans
from generator.model.archive import Archive

_GIT = ("git", "-c", "core.quotePath=false")


class NoSuchStateError(Exception):
    """A state of the repository that cannot be read; says why, in Vietnamese and English."""


def plans_at(state: str, folder: Path) -> Archive:
    """The plans of a folder as they stood at a commit, branch or tag; what was broken is left out.

    Every entry says that it stands where it stood in the folder.  No plans if the folder did not
    exist then.  `NoSuchStateError` if there is no such state, or no repository at all.
    """
    commit = _commit(state)
    where = _said("rev-parse", "--show-prefix").decode().strip()
    tree = f"{commit}:{posixpath.normpath(posixpath.join(where, folder.as_posix()))}"
    with TemporaryDirectory(prefix="plans-") as temporary:
        copy = Path(temporary)
        if _said("rev-parse", "--verify", "--quiet", "--end-of-options", tree):
            packed = _said("archive", "--format=tar", tree)
            with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
                archive.extractall(copy, filter="data")
        return load_plans(copy, shown_as=folder)[0]


def parting(base: str, head: str = "HEAD") -> str:
    """The commit at which a change left the state that it is to be compared with.

    What others have done there since then is no part of the change.
    """
    return _said("merge-base", _commit(base), _commit(head)).decode().strip() or _commit(base)


def _commit(state: str) -> str:
    found = _said("rev-parse", "--verify", "--quiet", "--end-of-options", f"{state}^{{commit}}")
    if not found:
        raise NoSuchStateError(
            f"kho không có `{state}`: viết tên một nhánh hay mã một lần ghi, ví dụ `origin/main`; "
            f"trên máy dựng trang phải lấy về đủ lịch sử / the repository has no `{state}`: write "
            "a branch or a commit, e.g. `origin/main`; a build server must fetch the history"
        )
    return found.decode().strip()


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
