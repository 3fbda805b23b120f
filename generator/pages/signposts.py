"""Small links that help with reading: a row's to itself, a word's to what the glossary says, and
anchors where old links still arrive."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator import addresses
from generator.model.base import Entry
from generator.pages.links import link
from generator.pages.marks import Kind, said
from generator.text.glossary import meaning

if TYPE_CHECKING:
    from generator.pages.page import Page


def meaning_link(page: Page, kind: Kind, code: str) -> Markup:
    """The word for a status, leading to what the glossary says of it."""
    address = page.to(addresses.GLOSSARY) + f"#{meaning(kind, code)}"
    return link(address, said(kind, code, page.telling.language))


def self_link(anchor: str, number: str | int | None = None) -> Markup:
    """The link of a row to itself: its number, or a sign where it has none.

    A script says in words what it is for; its row says so too, and a hundred labels weigh.
    """
    return Markup('<a class="kh-self" href="#{}">{}</a>').format(anchor, number or "#")


def former(prefix: str, entry: Entry, anchor: str = "") -> Markup:
    """The anchors that an entry's row had under its former ids; `anchor` is that of today, of
    which a part of an indicator keeps the beginning."""
    above, between, _ = anchor.rpartition("--")
    ids: tuple[str, ...] = getattr(entry, "former_ids", ())
    return _anchors(f"{prefix}-{above}{between}{each}" for each in ids)


def anchors(item_id: str) -> Markup:
    """Every anchor that an item of a plan may have had, whichever kind it was."""
    own = item_id.replace("/", "--")
    return _anchors(f"{prefix}-{own}" for prefix in ("nv", "ct", "moc", "phan"))


def _anchors(names: Iterable[str]) -> Markup:
    return Markup("").join(Markup('<span id="{}"></span>').format(name) for name in names)
