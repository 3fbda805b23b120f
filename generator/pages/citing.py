"""How to cite a page: its name, the day as of which it speaks, and its address."""

from __future__ import annotations

from markupsafe import Markup

from generator.pages.names import Name
from generator.pages.page import Page
from generator.pages.rendering import capitalised


def citing(page: Page, name: Name) -> Markup:
    """The words to cite a page by.

    The address is not known here: the theme fills it in where it knows where the site stands,
    else a script does.
    """
    begun = Name(capitalised(name.words), name.language)
    return page.fragment("citing.html", name=begun)
