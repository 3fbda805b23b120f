"""The abbreviations of the glossary, and which of them a page uses."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

_ENTRY = re.compile(
    r"- \*\*(?P<short>.+?)\*\*\{:? ?#(?P<anchor>[a-z0-9-]+)[^}]*\}"
    r"(?: \(\*(?P<words>[^*]+)\*\{[^}]*\}\))?: (?P<meaning>.+)"
)
_LINK = re.compile(r"\[(?P<words>[^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"\*(?P<words>[^*]+)\*(?:\{[^}]*\})?")
_WORD = re.compile(r"(?<![\w/&.-])[^\W\d_a-z]\w*(?:[&-]\w+)*(?![/&-]\w)")
_TAG = re.compile("<[^>]*>")
_UNREAD = re.compile(r"<(thead|svg|code)\b.*?</\1>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An entry of the glossary: one or several short forms of the same words.

    `words` are these words in Vietnamese, where the glossary gives the meaning in English.
    """

    shorts: tuple[str, ...]
    anchor: str
    meaning: str
    words: str | None = None

    @property
    def name(self) -> str:
        """Every short form, as the glossary lists them."""
        return ", ".join(self.shorts)


def abbreviations(glossary: str) -> tuple[Abbreviation, ...]:
    """The abbreviations that a glossary in Markdown lists: `- **NTM**{#vt-ntm}: nông thôn mới.`"""
    return tuple(
        Abbreviation(
            tuple(_plain(entry["short"]).split(", ")),
            entry["anchor"],
            _plain(entry["meaning"]),
            entry["words"],
        )
        for line in glossary.splitlines()
        if (entry := _ENTRY.fullmatch(line.strip()))
    )


def used(known: Iterable[Abbreviation], page: str) -> tuple[Abbreviation, ...]:
    """Those that stand by themselves somewhere in the text of a page.

    `UBND` in the number `84/KH-UBND` is part of a name, and `TT` at the head of a column is a
    label: neither is told.
    """
    text = html.unescape(_TAG.sub(" ", _UNREAD.sub(" ", page)))
    words = set(_WORD.findall(text))
    return tuple(
        each
        for each in known
        if any(short in words if " " not in short else short in text for short in each.shorts)
    )


def _plain(markdown: str) -> str:
    """The words of a line of the glossary, without its links and its emphasis."""
    words = _EMPHASIS.sub(r"\g<words>", _LINK.sub(r"\g<words>", markdown))
    return html.unescape(_TAG.sub("", words))
