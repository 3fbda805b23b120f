"""The program fills and replaces its own folders, never somebody else's."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.site.folders import PAGES, SITE, Mark, is_ours, mark, refusal


@pytest.mark.parametrize("what", [PAGES, SITE])
def test_a_folder_is_ours_if_it_is_missing_empty_or_marked(tmp_path: Path, what: Mark) -> None:
    other = SITE if what is PAGES else PAGES
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    assert is_ours(ours, what)
    ours.mkdir()
    assert is_ours(ours, what)
    (ours / "index.html").touch()
    assert not is_ours(ours, what)
    mark(ours, what)
    assert is_ours(ours, what)
    assert not is_ours(ours, other)
    theirs.write_bytes(b"\xff")
    assert not is_ours(theirs, what)


@pytest.mark.parametrize(
    "out",
    [
        ".",
        "..",
        "plans",
        "plans/new",
        "content",
        "content/../plans/x",
        "build",
        "build/docs",
        "link",
    ],
)
def test_nothing_is_written_over_what_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, out: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("plans", "content", "build/docs"):
        Path(folder).mkdir(parents=True)
    Path("link").symlink_to("plans")
    inputs = (Path("plans"), Path("content"), Path("build/docs"))

    assert "overwrite" in refusal(Path(out), SITE, inputs)
    assert refusal(Path("site"), SITE, inputs) == ""
    assert refusal(Path("build/site"), SITE, inputs) == ""
