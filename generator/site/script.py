"""One script for every page, of our own scripts in their order, without what only we read."""

from __future__ import annotations

import re
from collections.abc import Iterable

_COMMENT = re.compile(r"^[ \t]*/\*(?!!).*?\*/[ \t]*\n|^[ \t]*//[^\n]*\n", re.DOTALL | re.MULTILINE)
"""A comment with lines of its own; one that begins with `/*!` tells a licence and stays."""
_INDENT = re.compile(r"^[ \t]+|^\n", re.MULTILINE)
_NEEDLESS = re.compile(r"(?<=[{(\[,;])\n|\n(?=[})\]])")
"""An end of a line beside a bracket or sign that says the same."""


def script(texts: Iterable[str]) -> str:
    """Scripts as one, in their order.

    None may have a text over several lines, or a comment behind something on its line.
    """
    return ";\n".join(_shortened(text) for text in texts)


def _shortened(text: str) -> str:
    return _NEEDLESS.sub("", _INDENT.sub("", _COMMENT.sub("", text)))
