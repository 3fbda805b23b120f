"""Follows every link inside a built site: each must lead to a file, and its `#…` to a place there.

Pages, drawings and the sitemap are read as they will be published, raw HTML included.  What leads
to other sites is not followed.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.site.html import reading

_NAMED = 3
"""How many pages are named that share a dead link."""


@dataclass(slots=True)
class DeadLink:
    """A link that leads nowhere: as written on the first page that has it.

    `missing` is the file that is not there, or the file and the `#…` that is not in it.  `pages`
    are all pages, as paths in the site, from which a link leads there.
    """

    link: str
    missing: str
    pages: list[str] = field(default_factory=list)


def dead_links(
    site: Path, progress: Callable[[int, int], None] | None = None
) -> tuple[DeadLink, ...]:
    """Every missing goal of a link in a folder that holds a built site, in the order of pages.

    `progress` is told how many pages have been read, of how many.
    """
    files = frozenset(
        path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()
    )
    own_address = _own_address(site)
    dead: dict[str, DeadLink] = {}
    ends: list[tuple[str, str, str, str]] = []
    anchors: dict[str, frozenset[str]] = {}
    pages = sorted(path for path in files if path.endswith((".html", ".svg")))
    for number, page in enumerate(pages, start=1):
        read = reading((site / page).read_text(encoding="utf-8"))
        anchors[page] = read.anchors
        for link in read.links:
            ...
