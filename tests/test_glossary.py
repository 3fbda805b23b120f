"""Every word that the site concludes or repeats is explained in the glossary."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.pages.abbreviations import abbreviations, used
from generator.text import glossary, words

CONTENT = Path(__file__).parent.parent / "content"
GLOSSARIES = [
    path for path in (CONTENT / "tu-dien.md", CONTENT / "en" / "tu-dien.md") if path.exists()
]
# Heads of columns, and sentences that explain themselves.
TOLD = {"MONEY_COLUMN", "REASON"}
VOCABULARIES = sorted(
    name for name, value in vars(words).items() if name.isupper() and isinstance(value, dict)
)


def anchors(page: Path) -> list[str]:
    return re.findall(r"\{:? ?#([a-z0-9-]+)", page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", GLOSSARIES, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("name", [each for each in VOCABULARIES if each not in TOLD])
def test_every_code_has_its_entry(name: str, page: Path) -> None:
    explained = getattr(glossary, name)

    assert set(explained) == set(getattr(words, name))
    assert set(explained.values()) <= set(anchors(page))


@pytest.mark.parametrize("page", GLOSSARIES, ids=lambda path: path.parent.name)
def test_an_anchor_stands_once(page: Path) -> None:
    found = anchors(page)

    assert sorted(set(found)) == sorted(found)


@pytest.mark.parametrize("page", GLOSSARIES, ids=lambda path: path.parent.name)
def test_every_abbreviation_of_the_glossary_is_understood(page: Path) -> None:
    known = abbreviations(page.read_text(encoding="utf-8"))

    assert [each.anchor for each in known] == [
        anchor for anchor in anchors(page) if anchor.startswith("vt-")
    ]
    assert not [each for each in known if re.search(r"[*\[\]{}<>]", each.name + each.meaning)]


LISTED = abbreviations(
    """
- **CTMTQG, CTMT QG**{#vt-ctmtqg}: chương trình mục tiêu quốc gia.
- **KT-XH, KTXH**{#vt-kt-xh}: kinh tế - xã hội.
- **TT**{#vt-tt}: thông tư.
- **UBND**{#vt-ubnd}: [Ủy ban nhân dân](#uy-ban-nhan-dan).
"""
)


@pytest.mark.parametrize(
    ("line", "words", "meaning"),
    [
        ("- **UBND**{#vt-ubnd}: [Ủy ban nhân dân](#x).", None, "Ủy ban nhân dân."),
        ("- **NTM**{#vt-ntm lang=vi} (*nông thôn mới*{lang=vi}): new.", "nông thôn mới", "new."),
        ("- **A&amp;B**{#vt-a}: a &lt;b&gt;.", None, "a <b>."),
    ],
)
def test_a_meaning_is_told_in_plain_words(line: str, words: str | None, meaning: str) -> None:
    [entry] = abbreviations(line)

    assert (entry.words, entry.meaning) == (words, meaning)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("UBND tỉnh", ["UBND"]),
        ("<a href='x'>UBND&nbsp;tỉnh</a>", ["UBND"]),
        ("phát triển KT&#45;XH; CTMT QG", ["CTMTQG, CTMT QG", "KT-XH, KTXH"]),
        ("(UBND).", ["UBND"]),
        ("UBND-HĐND, 84/KH-UBND, UBNDX, xUBND, 12/TT-BTC", []),
        ("<thead><tr><th>TT</th></tr></thead>", []),
        ('<td title="UBND">', []),
        ("ubnd, Ubnd", []),
    ],
)
def test_an_abbreviation_is_found_where_it_stands_by_itself(text: str, found: list[str]) -> None:
    assert [each.name for each in used(LISTED, text)] == found
