"""What the search of the built site knows: its pages, their parts, and the rows of their tables.

MkDocs has made an index of the text of whole pages; here it is written anew from the same pages.
A long table gives the names in it, the numbers that are promised, and who acts without having a
page, each with the address of its row; what only surrounds them is left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path
from typing import Any

INDEX = "search/search_index.json"

Listed = dict[str, Any]
"""An entry as MkDocs writes it: `location`, `title`, `text`, and `boost` where a page has one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found on a page: its anchor there, its name and its words.

    Name and text are one line each, escaped as HTML.  The page itself has no anchor.
    """

    anchor: str
    name: str
    text: str


def complete_search(site: Path) -> None:
    """Writes the search indexes of a built site anew, from the pages that each of them lists.

    What has another name in the first tree can be found by that too: it is kept as `also`.
    """
    names = {each["location"]: each["title"] for each in _written(site / INDEX, {})}
    for index in sorted(site.rglob(INDEX)):
        if index != site / INDEX:
            _written(index, names)


def _written(index: Path, names: dict[str, str]) -> list[Listed]:
    """Writes an index anew and says what is in it; `names` are those of another language."""
    content = json.loads(index.read_text(encoding="utf-8"))
    content["docs"] = [
        entry | _other(names.get(entry["location"]), entry["title"])
        for page in _pages(content["docs"])
        for entry in _entries(page, index.parent.parent)
    ]
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    index.write_text(text, encoding="utf-8")
    return list(content["docs"])


def _other(name: str | None, title: str) -> Listed:
    return {"also": name} if name and name != title else {}


def entries(title: str, article: str) -> Iterator[Entry]:
    """What can be found on a page: the page itself, then its parts, then the rows of its tables.

    A heading without words of its own is left out.
    """
    html = _LEFT_OUT.sub(" ", article)
    places = [part.start() for part in _PART.finditer(html)]
    first, *parts = (
        html[begin:end] for begin, end in zip([0, *places], [*places, len(html)], strict=True)
    )
    if parts and parts[0].startswith("<h1"):
        first += _PART.sub("", parts.pop(0))
    yield Entry("", title, _text(first))
    for part in parts:
        yield from _part(part)
    yield from _rows(article)


def _pages(listed: list[Listed]) -> list[Listed]:
    """The entries of an index that stand for whole pages: each comes before its parts."""
    pages: dict[str, Listed] = {}
    for entry in listed:
        address = entry["location"].partition("#")[0]
        pages.setdefault(address, entry | {"location": address})
    return list(pages.values())


def _entries(page: Listed, root: Path) -> Iterator[Listed]:
    """A page as the index lists it, and all that can be found on it, with the weight it has."""
    html = (root / page["location"] / "index.html").read_text(encoding="utf-8")
    article = html.partition("<article")[2].partition(">")[2].partition("</article>")[0]
    if _OF_AN_INDICATOR.fullmatch(page["location"]):
        article = _HEAD.sub("", article)  # its numbers stand in its plan
    for each in entries(page["title"], article):
        yield page | {
            "location": page["location"] + each.anchor,
            "title": each.name,
            "text": each.text,
        }


def _part(html: str) -> Iterator[Entry]:
    """A part with its heading, the fold of a plan's section, or an abbreviation."""
    heading = _PART.match(html)
    if heading and heading["id"] not in _COUNTS:
        text = _text(html[heading.end() :])
        if text or not heading[0].startswith("<h"):
            yield Entry(f"#{heading['id']}", _text(heading["name"]), text)


def _rows(html: str) -> Iterator[Entry]:
    """The rows that have an address: the name of each, the numbers in it, and their unit.

    Of those who act, the ones who have no page of their own: they can be found nowhere else.
    """
    for row in _ROW.finditer(html):
        cells = [*_NUMBER.findall(row["cells"]), *_UNIT.findall(row["cells"])]
        if not row["id"].startswith("ct-"):
            cells += _NAME.findall(row["cells"])
        words = (_text(_LEFT_OUT.sub(" ", cell)) for cell in cells)
        name = _text(_BESIDE_A_NAME.sub("", row["name"]))
        yield Entry(f"#{row['id']}", name, " · ".join(filter(None, words)))


def _text(html: str) -> str:
    """The words of a piece of HTML in one line; the items of a list are told apart."""
    text = _ITEM_END.sub(" · ", _LABEL_END.sub(": ", _IN_A_WORD.sub("", html)))
    text = " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())
    text = re.sub(r" (?=[,.;:!?)\]”])|(?<=[(\[“]) ", "", text)
    text = re.sub(r"(?<=[.:?!…]) ·(?= |$)|(?<=[?!:]):", "", text)
    return escape(text.strip(" ·"), quote=False)


_PART = re.compile(
    r'<(?:h[1-6]|dt|details|strong)\b[^>]*?\bid="(?P<id>[^"]+)"[^>]*>(?:\s*<summary>\s*)?'
    r"(?P<name>.*?)</(?:h[1-6]|dt|b|strong)>:?",
    re.DOTALL,
)
_COUNTS = frozenset(("tom-tat",))
"""Parts that count what others say."""

_ROW = re.compile(
    r'<tr role="row"[^>]* id="(?P<id>(?:ct|nv|moc|phan)-[^"]+)"[^>]*>(?:(?!</tr>).)*?'
    r'<th role="rowheader" scope="row(?:group)?"[^>]*>(?P<name>.*?)</th>(?P<cells>.*?)</tr>',
    re.DOTALL,
)
_NUMBER = re.compile(r'<td role="cell" class="num"[^>]*>(.*?)</td>', re.DOTALL)
_NAME = re.compile(r'<span class="kh-name"[^>]*>(.*?)</span>', re.DOTALL)
_UNIT = re.compile(
    r'\A\s*<td role="cell" data-label="[^"]*">(.*?)</td>(?=\s*<td role="cell" class="num")',
    re.DOTALL,
)
_BESIDE_A_NAME = re.compile(
    r'<span class="kh-(?:no|number)\b.*?</span>|<(?:span class="(?:kh-|said)|ol|p)\b.*', re.DOTALL
)

_OF_AN_INDICATOR = re.compile(r"ke-hoach/[^/]+/.+/")
_HEAD = re.compile(r'<div class="kh-head">.*?</dl>', re.DOTALL)

_MANY = r'(?:<span class="kh-end">(?:(?!<span class="kh-end">|</dd>).)*+){8,}'
_MISSING = r'<span class="miss">[^<]*</span>'
_SOURCE = r'<span class="kh-sup">.*?</span>'
_LEFT_OUT = re.compile(
    r"<(?P<kind>[a-z]+)\b[^>]* data-search-exclude[^>]*>.*?</(?P=kind)>"
    r"|<(?P<part>table|form|pre|svg|script|style)\b.*?</(?P=part)>"
    rf'|<a class="(?:headerlink|kh-self)".*?</a>|{_SOURCE}|<p class="kh-fine\b.*?</p>'
    rf"|<dt>[^<]*</dt>\s*<dd>(?:<strong>)?{_MISSING}(?:</strong>)?(?:{_SOURCE})?\s*</dd>|{_MISSING}"
    rf"|<dt>[^<]*</dt>\s*<dd>{_MANY}</dd>"
    r'|<span class="kh-fine">(?:(?!</(?:summary|p|li|dd)>).)*(?=</summary>)',
    re.DOTALL,
)
_IN_A_WORD = re.compile(r"</?(?:a|abbr|bdi|code|del|em|i|ins|sub|sup|u|wbr)\b[^>]*>")
_LABEL_END = re.compile(r"</dt>")
_ITEM_END = re.compile(r'</(?:dd|li|p|q|summary)>|<span class="kh-end">')
