"""Follows every link inside a built site: each must lead to a file, and its `#…` to a place there.

Pages, drawings and the sitemaps are read as they will be published, raw HTML included.  What leads
to other sites is not followed.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import unescape
from itertools import chain
from pathlib import Path
from typing import TypeVar
from urllib.parse import unquote, urlsplit

from generator.site.html import reading

Key = TypeVar("Key", str, tuple[str, str])


@dataclass(slots=True)
class DeadLink:
    """A link that leads nowhere, as written on the first page that has it.

    `missing` is what is not there: `van-ban/x/`, or `ke-hoach/y/index.html#nv-1`.  `pages` are all
    files of the site from which a link leads there.
    """

    link: str
    missing: str
    pages: list[str] = field(default_factory=list)


def dead_links(
    site: Path, progress: Callable[[int, int], None] | None = None
) -> tuple[DeadLink, ...]:
    """Every link in a folder with a built site that misses its goal, said once for each goal.

    `progress` is told how many pages have been read, of how many.
    """
    files = frozenset(
        path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()
    )
    search = _Search(files, _mapped(site, files))
    pages = sorted(file for file in files if file.endswith((".html", ".svg")))
    for number, page in enumerate(pages, start=1):
        search.read(page, (site / page).read_text(encoding="utf-8"))
        if progress:
            progress(number, len(pages))
    return tuple(search.dead())


def _mapped(site: Path, files: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """The addresses in the sitemaps; none if the site does not know where it will stand."""
    return {
        name: tuple(
            unescape(address)
            for address in re.findall(
                r"<loc>\s*(.*?)\s*</loc>", (site / name).read_text(encoding="utf-8")
            )
        )
        for name in sorted(files)
        if posixpath.basename(name) == "sitemap.xml"
    }


class _Search:
    """What is known so far while page after page is read."""

    def __init__(self, files: frozenset[str], mapped: dict[str, tuple[str, ...]]) -> None:
        self.files = files
        self.home = min(chain.from_iterable(mapped.values()), key=len, default="")
        self.anchors: dict[str, frozenset[str]] = {}
        self.missing: dict[str, DeadLink] = {}
        self.hoped_for: dict[tuple[str, str], DeadLink] = {}
        for name, addresses in mapped.items():
            for address in addresses:
                self._follow(name, address)

    def read(self, page: str, text: str) -> None:
        """Takes in a page: its anchors, and where its links lead."""
        read = reading(text)
        self.anchors[page] = read.anchors
        for link in read.links:
            self._follow(page, link)

    def dead(self) -> Iterator[DeadLink]:
        """What is missing, now that all pages are known."""
        yield from self.missing.values()
        for (goal, anchor), link in self.hoped_for.items():
            if goal in self.anchors and anchor not in self.anchors[goal]:
                yield link

    def _follow(self, page: str, link: str) -> None:
        path = _path(link, page, self.home)
        if path is None:
            return
        goal = self._file(path, page)
        if goal is None:
            name = posixpath.normpath(path)
            self._note(self.missing, name, link, name, page)
            return
        anchor = unquote(link.partition("#")[2].partition(":~:")[0])
        if anchor and anchor.lower() != "top" and anchor not in self.anchors.get(goal, ()):
            self._note(self.hoped_for, (goal, anchor), link, f"{goal}#{anchor}", page)

    def _note(
        self, among: dict[Key, DeadLink], key: Key, link: str, missing: str, page: str
    ) -> None:
        among.setdefault(key, DeadLink(link, missing)).pages.append(page)

    def _file(self, path: str, page: str) -> str | None:
        """The file that a web server sends for a path; a folder means the page in it."""
        if path == "":
            return page
        name = posixpath.normpath(path)
        if name in self.files and not path.endswith("/"):
            return name
        index = posixpath.normpath(f"{name}/index.html")
        return index if index in self.files else None


def _path(link: str, page: str, home: str) -> str | None:
    """Where a link leads inside the site, as a path from its root; empty for the page itself.

    `None` for a link that leads out of the site.
    """
    if home and link.startswith(home):
        return unquote(_without_ends(link.removeprefix(home))) or "./"
    try:
        parts = urlsplit(link)
    except ValueError:
        return None
    if parts.scheme or parts.netloc:
        return None
    path = unquote(_without_ends(link))
    if path.startswith("/"):
        root = urlsplit(home).path or "/"
        return path.removeprefix(root) or "./" if path.startswith(root) else path
    return posixpath.join(_folder(page), path) if path else ""


def _without_ends(link: str) -> str:
    return re.split("[?#]", link, maxsplit=1)[0]


def _folder(page: str) -> str:
    """The folder from which relative links start.

    The page for a missing address is shown at any depth: a relative link on it leads nowhere.
    """
    return "…/…" if page == "404.html" else posixpath.dirname(page)
