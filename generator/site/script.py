"""One script of ours for every page, without the comments that are for its editors."""

from __future__ import annotations

import re
from collections.abc import Iterable

_COMMENT = re.compile(r"^[ \t]*/\*(?!!).*?\*/[ \t]*\n|^[ \t]*//[^\n]*\n", re.DOTALL | re.MULTILINE)
"""A comment with lines of its own; one that begins with `/*!` tells a licence and stays."""
_INDENT = re.compile(r"^[ \t]+|^\n", re.MULTILINE)


def script(texts: Iterable[str]) -> str:
    """Scripts as one, in their order.  None may have a text over several lines."""
    return ";\n".join(_shortened(text) for text in texts)


def _shortened(text: str) -> str:
    return _INDENT.sub("", _COMMENT.sub("", text))
