"""Names and fixed terms that stay on one line: Si Ma Cai, nhiệm kỳ, kinh tế - xã hội."""

from __future__ import annotations

import re
from collections.abc import Iterable

NO_BREAK = "\u00a0"
_LONGEST = 20
"""A longer name would not fit on a line of a title on a narrow phone."""
_TERMS = ("kinh tế - xã hội", "quốc phòng - an ninh", "nhiệm kỳ", "giai đoạn", "thời kỳ")
_LEVELS = ("thành phố", "thị trấn", "thị xã", "tỉnh", "huyện", "quận", "phường", "xã")


def names_pattern(places: Iterable[str]) -> re.Pattern[str]:
    """What is to stay together: fixed terms, and the names of places without their level."""
    proper = {_without_level(place) for place in places}
    listed = {name for name in (*proper, *_TERMS) if " " in name and len(name) <= _LONGEST}
    ordered = sorted(listed, key=lambda name: (-len(name), name))
    return re.compile("|".join(rf"\b{re.escape(name)}\b" for name in ordered))


def kept_together(text: str, names: re.Pattern[str]) -> str:
    """The text with no-break spaces in names and terms.

    For titles on a page only: data, search and addresses keep plain spaces.
    """
    return names.sub(lambda found: found[0].replace(" ", NO_BREAK), text)


def shortened(text: str, longest: int) -> str:
    """A text of at most so many signs, ended after a word."""
    if len(text) <= longest:
        return text
    return text[: longest - 1].rpartition(" ")[0].rstrip(" ,;:-–") + "…"


def _without_level(name: str) -> str:
    """The proper name of a place: Si Ma Cai for huyện Si Ma Cai."""
    for level in _LEVELS:
        if name.casefold().startswith(f"{level} "):
            return name[len(level) + 1 :]
    return name
