"""Small links that help with reading: a row's to itself, a word's to what the glossary says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from generator import addresses
from generator.pages.links import link
from generator.pages.marks import Kind, said
from generator.text.glossary import meaning
from generator.text.saying import say

if TYPE_CHECKING:
    from generator.pages.page import Page


def meaning_link(page: Page, kind: Kind, code: str) -> Markup:
    """The word for a status, leading to what the glossary says of it."""
    address = page.to(addresses.GLOSSARY) + f"#{meaning(kind, code)}"
    return link(address, said(kind, code, page.telling.language))


def self_link(page: Page, anchor: str, number: str | int | None = None) -> Markup:
    """The link of a row to itself: its number, or a sign where it has none."""
    language = page.telling.language
    label = (
        say(language, "Liên kết đến dòng {number}", "Link to row {number}", number=str(number))
        if number
        else say(language, "Liên kết đến dòng này", "Link to this row")
    )
    return Markup('<a class="kh-self" href="#{}" aria-label="{}">{}</a>').format(
        anchor, label, number or "#"
    )
