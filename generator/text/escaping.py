"""The text of editors is data: shown exactly as typed, never obeyed."""

from __future__ import annotations

import string
import unicodedata
from urllib.parse import urlsplit

from markupsafe import Markup

_PUNCTUATION = {ord(sign): f"&#{ord(sign)};" for sign in string.punctuation}
_PUNCTUATION |= {ord(blank): " " for blank in "\n\r\t\v\f\x85\u2028\u2029"}


class InMarkdown(Markup):
    """Markdown of our own, into which facts are formatted as literal text."""

    @classmethod
    def escape(cls, value: object, /) -> InMarkdown:
        """A value as literal text inside Markdown prose.

        Every ASCII punctuation mark becomes a numeric entity: the one way in which neither HTML
        nor Markdown nor any of its extensions sees anything but text.  Markup stays as it is.
        """
        if isinstance(value, Markup):
            return cls(value)
        return cls(str(value).translate(_PUNCTUATION))


in_markdown = InMarkdown.escape


def literal(text: str) -> str:
    """Text for Markdown that others render, such as a comment on GitHub: one line, as typed.

    No markup, HTML, link or mention of somebody comes to life in it.
    """
    line = "".join(" " if _breaks(sign) else sign for sign in text)
    return str(in_markdown(line))


def _breaks(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp")


def safe_url(address: str | None) -> str | None:
    """An address that may become a link: http or https with a host, nothing else."""
    if not address or any(ord(sign) <= 32 for sign in address):
        return None
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and host else None
