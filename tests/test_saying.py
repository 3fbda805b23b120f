"""Wordings in two languages: `generator/text/saying.py`."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from generator.text.escaping import InMarkdown
from generator.text.saying import say, say_in
from generator.text.words import Language


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        ("vi", 1, "1 việc"),
        ("vi", 1200, "1.200 việc"),
        ("en", 0, "0 items"),
        ("en", 1, "1 item"),
        ("en", 1200, "1,200 items"),
    ],
)
def test_a_count_is_said_as_its_language_says_it(
    language: Language, number: int, said: str
) -> None:
    assert say(language, "{n} việc", "{n} item|{n} items", n=number) == said


def test_facts_are_escaped_and_wordings_are_not() -> None:
    wordings = ("<b>{name}</b> *", "")
    assert say_in(Markup, "vi", *wordings, name="<i>") == "<b>&lt;i&gt;</b> *"
    assert say_in(InMarkdown, "vi", *wordings, name="<i>*") == "<b>&#60;i&#62;&#42;</b> *"
    assert say_in(InMarkdown, "vi", *wordings, name=Markup("<i>")) == "<b><i></b> *"
