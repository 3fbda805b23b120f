"""The hand-written pages, as they go to the site: plain files, at addresses that are still free."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.problems import Position, Problem
from generator.site.writing import is_name


def handwritten(content: Path) -> dict[str, Path]:
    """The files of a folder by their path in it; hidden ones stay out."""
    return {
        path.relative_to(content).as_posix(): path
        for path in sorted(content.rglob("*"))
        if (path.is_symlink() or not path.is_dir())
        and not any(part.startswith(".") for part in path.relative_to(content).parts)
    }


def what_cannot_stand(files: dict[str, Path]) -> Iterator[Problem]:
    """What is wrong with hand-written files by themselves."""
    for name, path in files.items():
        if path.is_symlink() or not path.is_file():
            yield _problem(
                path,
                "content-is-plain-files",
                "đây là một liên kết, không phải tệp: chép chính tệp đó vào đây",
                "this is a link, not a file: put the file itself here",
            )
        elif not is_name(name):
            yield _problem(
                path,
                "content-has-plain-names",
                "tên này có dấu không dùng được trong địa chỉ: đặt tên như `gioi-thieu.md`",
                "this name has a sign that no address can have: name it like `gioi-thieu.md`",
            )


def taken(path: Path) -> Problem:
    """Says that the page of a hand-written file would stand where a generated one does."""
    return _problem(
        path,
        "addresses-are-free",
        "chương trình đã tạo một trang ở địa chỉ này: đổi tên tệp",
        "the program makes a page at this address itself: rename the file",
    )


def address(path: str) -> str:
    """Where the file of a page ends up in the site: `a.md` and `a/index.md` at `a/index.html`."""
    if not path.endswith(".md"):
        return path
    stem = path.removesuffix(".md")
    folder, _, name = stem.rpartition("/")
    if name not in ("index", "README"):
        return f"{stem}/index.html"
    return f"{folder}/index.html" if folder else "index.html"


def _problem(path: Path, rule: str, vi: str, en: str) -> Problem:
    return Problem(Position(path.as_posix()), rule, vi, en)
