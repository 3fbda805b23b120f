"""Finds the line that an editor has to mend, for a page of the site and what is wrong on it."""

from __future__ import annotations

from pathlib import Path

from generator.problems import Position


def line_of(page: str, words: str, *folders: Path) -> Position:
    """Where some words stand in the file from which a page is made.

    `page` is a path in the site or among its pages (`tu-dien/index.html`, `tu-dien.md`); the
    folders are searched in their order for its file.  The first line stands for words that are
    not in it.
    """
    for folder in folders:
        for name in _names(page):
            if (folder / name).is_file():
                file = folder / name
                return Position(file.as_posix(), _line(file, words))
    return Position(page)


def _names(page: str) -> tuple[str, ...]:
    """The names that the file of a page may have."""
    if not page.endswith(".html"):
        return (page,)
    address = page.removesuffix("index.html").removesuffix(".html")
    short = (f"{address.rstrip('/')}.md",) if address else ()
    return (*short, f"{address}index.md", page)


def _line(file: Path, words: str) -> int:
    text = file.read_text(encoding="utf-8", errors="replace")
    lines = text.splitlines()
    return next((number for number, line in enumerate(lines, 1) if words and words in line), 1)
