"""One script for every page, of our own scripts in their order, without what only we read."""

from __future__ import annotations

import re
from collections.abc import Iterable

_COMMENT = re.compile(r"^[ \t]*/\*(?!!).*?\*/[ \t]*\n", re.DOTALL | re.MULTILINE)
_INDENT = re.compile(r"^\s+", re.MULTILINE)


def script(texts: Iterable[str]) -> str:
    """Scripts as one.

    Comments that begin a line go, with the indentation; a licence (`/*!`) stays.  No text of
    ours runs over several lines, so that nothing else begins a line that way.
    """
    return "\n".join(_INDENT.sub("", _COMMENT.sub("", text)) for text in texts)
