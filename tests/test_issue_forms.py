"""The forms for readers: as GitHub documents them, in two languages, filled in by the site.

https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from generator.__main__ import main

FOLDER = Path(__file__).parent.parent / ".github/ISSUE_TEMPLATE"
FORMS = [path for path in sorted(FOLDER.glob("*.yml")) if path.name != "config.yml"]

# What each kind of element may have, and what it must have.
ATTRIBUTES = {
    "markdown": ({"value"}, {"value"}),
    "input": ({"label", "description", "placeholder", "value"}, {"label"}),
    "textarea": ({"label", "description", "placeholder", "value", "render"}, {"label"}),
    "dropdown": ({"label", "description", "multiple", "options", "default"}, {"label", "options"}),
    "checkboxes": ({"label", "description", "options"}, {"label", "options"}),
}
TOP = {"name", "description", "title", "labels", "assignees", "body", "type", "projects"}


def read(path: Path) -> dict[str, Any]:
    form: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return form


def elements(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(path)["body"]
    return found


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_is_one_that_github_accepts(path: Path) -> None:
    form = read(path)
    assert {"name", "description", "body"} <= set(form) <= TOP
    assert any(each["type"] != "markdown" for each in form["body"])
    for each in form["body"]:
        allowed, needed = ATTRIBUTES[each["type"]]
        assert set(each) <= {"type", "id", "attributes", "validations"}
        assert needed <= set(each["attributes"]) <= allowed
        assert set(each.get("validations", {})) <= {"required"}
        assert all(isinstance(words, str | list | bool) for words in each["attributes"].values())
        if "id" in each:
            assert re.fullmatch("[A-Za-z0-9_-]+", each["id"])
        options = each["attributes"].get("options", ["one"])
        assert len(set(options)) == len(options) > 0
    ids = [each["id"] for each in form["body"] if "id" in each]
    labels = [each["attributes"].get("label") for each in form["body"] if "id" in each]
    assert len(set(ids)) == len(ids)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_asks_in_vietnamese_with_english_after_it(path: Path) -> None:
    form = read(path)
    told = [form["name"], form["description"]]
    for each in form["body"]:
        told += [each["attributes"].get(name, "") for name in ("label", "description", "value")]
    for words in filter(None, told):
        assert re.search(r"[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ]", words.lower()), words
        assert re.search(r"(?:\(|\*)[A-Za-z][^)*]*", words), words


@pytest.mark.usefixtures("here")
def test_the_site_fills_in_fields_that_the_form_has() -> None:
    main(["pages", "--repository", "https://example.org/r", "--as-of", "2026-11-22"])
    page = Path("build/docs/ke-hoach/xa-an/index.md").read_text(encoding="utf-8")
    link = re.search(r'href="(https://example\.org/r/issues/new[^"]+)"', page)
    assert link
    asked = parse_qs(urlsplit(link[1].replace("&amp;", "&")).query)
    (template,) = asked.pop("template")
    ids = {each.get("id") for each in elements(FOLDER / template)}
    assert set(asked) - {"title"} <= ids
    assert asked["page"] == ["ke-hoach/xa-an/"]
    assert asked["where"] == ["plans/xa-an/xa-an.yml:1"]
