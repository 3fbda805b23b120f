"""Small links that help with reading: a row's to itself, a word's to what the glossary says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from generator import addresses
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
