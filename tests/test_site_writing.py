"""A folder of pages holds what was written and nothing else; what is the same is not touched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.site.folders import PAGES
from generator.site.writing import Draft
from tests.conftest import tree


def written(folder: Path, **files: str) -> None:
    with Draft(folder) as draft:
        for path, text in files.items():
            draft.add(path, text.encode())
        draft.move_in()


def test_a_folder_holds_what_was_added_and_nothing_else(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    written(docs, **{"a.md": "1", "b/c.md": "2", "d/e/f.md": "3", "g": "4"})
    written(docs, **{"a.md": "1", "b": "file now", "d/e/h.md": "5", "g/i": "folder now"})

    assert tree(docs) == {
        ".cong-khai-ke-hoach": PAGES.text.encode(),
        "a.md": b"1",
        "b": b"file now",
        "d/e/h.md": b"5",
        "g/i": b"folder now",
    }
    assert [path.name for path in tmp_path.iterdir()] == ["docs"]


def test_a_file_with_the_same_bytes_is_not_touched(tmp_path: Path) -> None:
    written(tmp_path / "docs", **{"same.md": "1", "other.md": "1", "sub/same.md": "2"})
    files = [path for path in (tmp_path / "docs").rglob("*") if path.is_file()]
    for path in files:
        os.utime(path, (1, 1))

    written(tmp_path / "docs", **{"same.md": "1", "other.md": "2", "sub/same.md": "2"})

    assert [path.name for path in files if path.stat().st_mtime != 1] == ["other.md"]


def test_a_draft_that_is_not_finished_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    written(tmp_path / "docs", **{"a.md": "1"})
    before = tree(tmp_path / "docs")

    with Draft(tmp_path / "docs") as draft:
        draft.add("a.md", b"2")
        draft.add("b.md", b"3")

    assert tree(tmp_path) == {f"docs/{name}": text for name, text in before.items()}


def test_what_a_killed_draft_left_does_not_get_in(tmp_path: Path) -> None:
    (tmp_path / ".docs.new").mkdir()
    (tmp_path / ".docs.new" / "half.md").write_text("ha", encoding="utf-8")

    written(tmp_path / "docs", **{"a.md": "1"})

    assert set(tree(tmp_path)) == {"docs/.cong-khai-ke-hoach", "docs/a.md"}


def test_links_on_the_disk_lead_no_file_out_of_the_folder(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.md").write_text("keep", encoding="utf-8")
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "link").symlink_to(outside)
    (docs / "b.md").symlink_to(outside / "a.md")

    written(docs, **{"link/a.md": "keep", "b.md": "keep", "link/new.md": "1"})

    assert tree(outside) == {"a.md": b"keep"}
    assert not any(path.is_symlink() for path in docs.rglob("*"))
    assert set(tree(docs)) == {".cong-khai-ke-hoach", "b.md", "link/a.md", "link/new.md"}


@pytest.mark.parametrize(
    "path",
    ["", "/a", "../a", "a/../b", "a//b", "a/", "./a", ".git/x", "a\\b", "a\nb", "a:b", "a?b"],
)
def test_no_path_leads_out_of_the_folder(tmp_path: Path, path: str) -> None:
    with Draft(tmp_path / "docs") as draft, pytest.raises(ValueError, match="cannot be the path"):
        draft.add(path, b"")


def test_no_file_is_written_over_another(tmp_path: Path) -> None:
    with Draft(tmp_path / "docs") as draft:
        draft.add("a.md", b"")
        with pytest.raises(ValueError, match=r"a\.md"):
            draft.add("a.md", b"")
