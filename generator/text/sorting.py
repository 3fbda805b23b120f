"""Vietnamese alphabetical order: letters first (a ă â b c d đ e ê …), then tones."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_LETTERS)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_NUMBERS = re.compile(r"(\d+)")


@lru_cache(maxsize=65536)
def alphabetical(text: str) -> tuple[tuple[tuple[int, int, str], ...], tuple[int, ...], str]:
    """A key that sorts as Vietnamese dictionaries do; numbers inside sort by their value."""
    letters: list[tuple[int, int, str]] = []
    tones: list[int] = []
    for part in _NUMBERS.split(unicodedata.normalize("NFC", text).casefold()):
        if part.isdecimal():
            letters.append((1, int(part), ""))
            continue
        for character in part:
            base, tone = _untoned(character)
            tones.append(tone)
            if base in _RANK:
                letters.append((2, _RANK[base], ""))
            else:
                letters.append((0, ord(base[0]), base))
    return tuple(letters), tuple(tones), text


@lru_cache(maxsize=4096)
def _untoned(character: str) -> tuple[str, int]:
    """The letter without its tone mark, and the rank of the tone (ngang huyền hỏi ngã sắc nặng)."""
    decomposed = unicodedata.normalize("NFD", character)
    tone = next((_TONES[mark] for mark in decomposed if mark in _TONES), 0)
    bare = "".join(mark for mark in decomposed if mark not in _TONES)
    return unicodedata.normalize("NFC", bare), tone
