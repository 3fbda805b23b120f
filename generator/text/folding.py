"""Words without tones and capitals, as people type them on a phone."""

from __future__ import annotations

import re
import unicodedata

_MARKS = re.compile("[\u0300-\u036f]")


def fold(text: str) -> str:
    """Lower case without diacritics, đ as d: `Uỷ ban` and `Ủy ban` both give `uy ban`."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return _MARKS.sub("", decomposed).replace("đ", "d")


def slug(text: str, separator: str = "-") -> str:
    """A word for an address: `Đất đai` gives `dat-dai`."""
    return re.sub(r"[^a-z0-9]+", separator, fold(text)).strip(separator)
