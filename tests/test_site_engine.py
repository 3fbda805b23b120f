"""What MkDocs complains about is told in plain words, at the line to mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.site import engine


def complaints(said: str, *folders: Path) -> list[tuple[str, int, str]]:
    return [
        (each.position.file, each.position.line, each.en)
        for each in engine.complaints(said, *folders)
    ]


@pytest.mark.parametrize(
    ("said", "file", "en"),
    [
        (
            "Doc file 'a.md' contains a link 'b.md', but the target is not found among …",
            "a.md",
            "the link `b.md` leads to no page: write the way to a file, like `tu-dien.md`",
        ),
        (
            "Doc file 'a.md' contains a relative link 'b', it was left as is. Did you mean 'b.md'?",
            "a.md",
            "the link `b` leads to no page: did you mean `b.md`?",
        ),
        (
            "Doc file 'a.md' contains an absolute link '/b/', it was left as is.",
            "a.md",
            "the link `/b/` leads to no page: write the way to a file, like `tu-dien.md`",
        ),
        (
            "Doc file 'a.md' contains a link '#x', but there is no such anchor on this page.",
            "a.md",
            "the link `#x` leads to no heading: check what stands after `#`",
        ),
        (
            "Doc file 'a.md' contains a link 'b.md#x', but the doc 'b.md' does not contain …",
            "a.md",
            "the link `b.md#x` leads to no heading: check what stands after `#`",
        ),
        (
            "A reference to 'z.md' is included in the 'nav' configuration, which is not found …",
            "mkdocs.yml",
            "`nav:` has `z.md`, but there is no such page: mend or remove the line",
        ),
        (
            "Config value 'themes': Unrecognised configuration name: themes",
            "mkdocs.yml",
            "the setting `themes` is wrong: Unrecognised configuration name: themes",
        ),
        (
            "Error building page 'a.md': 'x' is undefined\nTraceback (most recent call last):\n…",
            "a.md",
            "MkDocs could not make this page: 'x' is undefined",
        ),
        ("Something {new}", "mkdocs.yml", "MkDocs says: Something {new}"),
    ],
)
def test_what_mkdocs_says_is_told_in_plain_words(said: str, file: str, en: str) -> None:
    assert complaints(f"INFO    -  Building\nWARNING -  {said}\nINFO    -  Done") == [(file, 1, en)]


def test_pages_outside_the_navigation_are_named_one_by_one() -> None:
    said = (
        "ERROR   -  The following pages exist in the docs directory, but are not included in the "
        '"nav" configuration:\n  - a.md\n  - b/c.md\nINFO    -  Done'
    )
    en = "this page is not in `nav:` of mkdocs.yml: add it to `nav:` or `not_in_nav:`"

    assert complaints(said) == [("a.md", 1, en), ("b/c.md", 1, en)]


def test_a_warning_names_the_configuration_of_its_tree() -> None:
    said = "WARNING -  A reference to 'z.md' is included in the 'nav' configuration"

    (problem,) = engine.complaints(said, config=Path("mkdocs.en.yml"))

    assert problem.position.file == "mkdocs.en.yml"


def test_a_page_outside_the_navigation_is_told_for_each_tree() -> None:
    said = (
        "WARNING -  The following pages exist in the docs directory, but are not included\n  - a.md"
    )

    (problem,) = engine.complaints(said, config=Path("mkdocs.en.yml"))

    assert "`nav:` of mkdocs.en.yml" in problem.en


def test_a_warning_points_to_the_line_of_the_hand_written_page(tmp_path: Path) -> None:
    for folder in ("content", "docs"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.md").write_text("# A\n\n[b](b.md)\n", encoding="utf-8")
    said = "WARNING -  Doc file 'a.md' contains a link 'b.md', but the target is not found"

    ((file, line, _),) = complaints(said, tmp_path / "content", tmp_path / "docs")

    assert (file, line) == ((tmp_path / "content" / "a.md").as_posix(), 3)
