"""At any moment either the old site or the new one stands there whole; one run at a time works."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.site.folders import SITE, mark
from generator.site.lock import alone
from generator.site.swap import Stage, stage, swap, tidy
from tests.conftest import ROOT, tree


def staged(folder: Path, coming: str = "new", published: str = "old") -> Stage:
    place = Stage(folder / "site", folder / "coming", folder / "previous", folder / "leaving")
    for path, text in ((place.coming, coming), (place.published, published)):
        if text:
            path.mkdir()
            mark(path, SITE)
            (path / "index.html").write_text(text, encoding="utf-8")
    return place


def index(folder: Path) -> str:
    return (folder / "site" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("published", ["old", ""])
def test_a_swap_puts_the_new_site_in_the_place_of_the_old(tmp_path: Path, published: str) -> None:
    swap(staged(tmp_path, published=published))

    assert index(tmp_path) == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_swap_that_cannot_be_finished_brings_the_old_site_back(tmp_path: Path) -> None:
    place = staged(tmp_path, coming="")

    with pytest.raises(FileNotFoundError):
        swap(place)

    assert index(tmp_path) == "old"


def test_a_swap_never_removes_what_is_not_ours(tmp_path: Path) -> None:
    place = staged(tmp_path)
    (place.published / SITE.file).unlink()

    with pytest.raises(FileExistsError):
        swap(place)

    assert index(tmp_path) == "old"


def test_a_run_killed_between_the_two_renames_is_repaired(tmp_path: Path) -> None:
    place = staged(tmp_path)
    place.published.rename(place.previous)

    tidy(place)

    assert index(tmp_path) == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_run_killed_after_the_swap_leaves_nothing_behind(tmp_path: Path) -> None:
    place = staged(tmp_path, coming="")
    for folder in (place.previous, place.leaving, place.coming):
        folder.mkdir()
        (folder / "index.html").write_text("rest", encoding="utf-8")

    tidy(place)

    assert index(tmp_path) == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


_SWAPPING = """
import itertools, sys
from pathlib import Path
from generator.site.folders import SITE, mark
from generator.site.swap import Stage, swap, tidy

folder = Path(sys.argv[1])
place = Stage(folder / "site", folder / "coming", folder / "previous", folder / "leaving")
for turn in itertools.count(int(sys.argv[2])):
    tidy(place)
    place.coming.mkdir()
    for name in range(5):
        (place.coming / f"{name}.html").write_text(str(turn))
    mark(place.coming, SITE)
    swap(place)
    print("swapped", flush=True)
"""


def test_a_swap_killed_at_any_moment_leaves_one_whole_site(tmp_path: Path) -> None:
    place = Stage(*(tmp_path / name for name in ("site", "coming", "previous", "leaving")))
    for turn in range(6):
        command = [sys.executable, "-c", _SWAPPING, str(tmp_path), str(turn * 100_000)]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(ROOT)}
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"swapped\n"
            time.sleep(turn * 0.0031)
            process.kill()

        tidy(place)

        files = tree(tmp_path / "site")
        del files[SITE.file]
        assert len(files) == 5
        assert len(set(files.values())) == 1


def test_the_new_site_waits_on_the_file_system_of_the_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "here"
    inside.mkdir()
    monkeypatch.chdir(inside)

    assert stage(Path("public/www"), Path("build")).coming == Path("build/coming/public/www")
    assert stage(tmp_path / "www", Path("build")).coming == tmp_path / ".www.coming"


def test_two_runs_are_never_at_work_together(tmp_path: Path) -> None:
    with alone(tmp_path), pytest.raises(TimeoutError), alone(tmp_path, patience=0.2):
        pytest.fail("two at once")
    with alone(tmp_path, patience=0):
        pass


def test_a_child_that_outlives_its_killed_parent_still_holds_the_lock(tmp_path: Path) -> None:
    with alone(tmp_path) as lock:
        child = subprocess.Popen(
            [sys.executable, "-c", "import time; time.sleep(60)"], pass_fds=(lock.fileno(),)
        )
    try:
        with pytest.raises(TimeoutError), alone(tmp_path, patience=0):
            pytest.fail("the child is still writing")
    finally:
        child.kill()
        child.wait()
    with alone(tmp_path, patience=5):
        pass
