"""How to cite a page: its name, the day as of which it speaks, and its address."""

from __future__ import annotations

from markupsafe import Markup

from generator.pages.page import Page


def citing(page: Page, name: str) -> Markup:
    """The words to cite a page by.

    The address is not known here: the theme fills it in where it knows where the site stands,
    else a script does.
    """
    return page.fragment("citing.html", name=name)
