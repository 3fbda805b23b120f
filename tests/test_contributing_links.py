"""CONTRIBUTING leads somewhere, in both languages: files, headings, pictures, each other."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).parents[1]
NAMES = ("CONTRIBUTING.md", "CONTRIBUTING.en.md")
PICTURES = sorted((ROOT / ".github/pictures").glob("*.svg"))


def _text(name: str) -> str:
    """A document without its code, where nothing is a link."""
    return re.sub(
        r"```.*?```|`[^`\n]*`", "", (ROOT / name).read_text(encoding="utf-8"), flags=re.DOTALL
    )


def _links(name: str) -> list[str]:
    return re.findall(r"\]\(([^)\s]+)\)", _text(name))


def _anchors(path: Path) -> set[str]:
    """The anchors that GitHub gives to the headings of a document."""
    text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings}


def _leads_somewhere(name: str, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = ROOT / (path or name)
    return target.exists() and (not anchor or anchor in _anchors(target))


@pytest.mark.parametrize("name", NAMES)
def test_every_link_leads_to_a_file_and_a_heading(name: str) -> None:
    links = _links(name)
    assert len(links) > 20
    assert [each for each in links if not _leads_somewhere(name, each)] == []


def test_a_link_to_nothing_is_noticed() -> None:
    assert not _leads_somewhere(NAMES[0], "#nowhere")
    assert not _leads_somewhere(NAMES[0], "NOTHING.md")


@pytest.mark.parametrize(("name", "other"), [NAMES, NAMES[::-1]])
def test_each_language_names_the_other_at_its_top(name: str, other: str) -> None:
    assert f"]({other})" in "".join(_text(name).splitlines(keepends=True)[:4])


@pytest.mark.parametrize("name", NAMES)
def test_every_picture_is_shown_with_a_text_in_its_place(name: str) -> None:
    shown = dict(re.findall(r"!\[([^\]]{40,})\]\(([^)]+)\)", _text(name)))
    assert set(shown.values()) == {each.relative_to(ROOT).as_posix() for each in PICTURES}


@pytest.mark.parametrize("picture", PICTURES, ids=lambda each: each.stem)
def test_a_picture_is_small_says_what_it_shows_and_fetches_nothing(picture: Path) -> None:
    assert picture.stat().st_size < 8_000
    drawing = ET.parse(picture).getroot()  # noqa: S314 - our own file
    told = [drawing.findtext(f"{{http://www.w3.org/2000/svg}}{each}") for each in ("title", "desc")]
    assert all(told)
    text = picture.read_text(encoding="utf-8").replace('"http://www.w3.org/2000/svg"', "")
    assert re.findall(r"https?:|href|url\(|<script|@import", text) == []
