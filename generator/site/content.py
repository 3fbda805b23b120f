"""The hand-written pages, as they go to the site: plain files, at addresses that are still free.

Those in the folder `en` are the English versions of the others, under the same names.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.problems import Position, Problem
from generator.site.trees import ENGLISH, Tree
from generator.site.writing import is_name


@dataclass(frozen=True, slots=True)
class Handwritten:
    """A file for a tree of the site: where it was written, and its bytes."""

    file: Path
    content: bytes


def handwritten(content: Path) -> dict[str, Path]:
    """The files of a folder by their path in it; hidden ones stay out."""
    return {
        path.relative_to(content).as_posix(): path
        for path in sorted(content.rglob("*"))
        if (path.is_symlink() or not path.is_dir())
        and not any(part.startswith(".") for part in path.relative_to(content).parts)
    }


def written_for(tree: Tree, files: dict[str, Path]) -> dict[str, Handwritten]:
    """The hand-written files of a tree by their path in it.

    What has no English version stands in the English tree as it is; a page says there that it is
    Vietnamese.
    """
    originals = {path: file for path, file in files.items() if not path.startswith(ENGLISH.address)}
    if tree is not ENGLISH:
        return {path: Handwritten(file, file.read_bytes()) for path, file in originals.items()}
    versions = _versions(files)
    return {
        path: Handwritten(versions[path], versions[path].read_bytes())
        if path in versions
        else Handwritten(file, _untranslated(path, file.read_bytes()))
        for path, file in (originals | versions).items()
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
        elif name in ("en", "en.md"):
            yield taken(path)
    for name, path in _versions(files).items():
        if name.endswith(".md") and name not in files:
            yield _problem(
                path,
                "translations-have-an-original",
                f"không có trang tiếng Việt `{name}` cho bản tiếng Anh này: thêm trang đó, hoặc "
                "đặt lại tên tệp này cho trùng",
                f"this English version has no Vietnamese page `{name}`: add it, or give this file "
                "the same name",
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


def _versions(files: dict[str, Path]) -> dict[str, Path]:
    """The English versions by the path of what they translate."""
    return {
        path.removeprefix(ENGLISH.address): file
        for path, file in files.items()
        if path.startswith(ENGLISH.address)
    }


def _untranslated(path: str, content: bytes) -> bytes:
    """A Vietnamese page for the English tree: its front matter tells the theme its language."""
    if not path.endswith(".md"):
        return content
    content = content.removeprefix(codecs.BOM_UTF8)
    if has_one := _FRONT_MATTER.match(content):
        return b"---\nlang: vi\n" + content[has_one.end() :]
    return b"---\nlang: vi\n---\n\n" + content


_FRONT_MATTER = re.compile(rb"---[ \t]*\r?\n(?=(?s:.*?)\n(?:---|\.\.\.)[ \t]*\r?\n)")
"""The line that opens it; one without an end is a ruler."""


def _problem(path: Path, rule: str, vi: str, en: str) -> Problem:
    return Problem(Position(path.as_posix()), rule, vi, en)
