"""A site is published whole or not at all, and the same input gives the same bytes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.problems import Problem
from generator.site import Project, Report, build, write_docs
from tests.conftest import project, tree

DAY = date(2026, 11, 22)


def rules(report: Report) -> list[str]:
    return [each.rule for each in report.problems if each.severity == "error"]


OURS = Project(Path("plans"), Path("content"), DAY)
PLAN_FILE = Path("plans/xa-an/xa-an.yml")


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments, "--as-of", "2026-11-22"],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | environment,
        check=False,
    )


@pytest.mark.usefixtures("here")
def test_the_same_input_gives_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = project(tmp_path / "other" / "place", Path("plans"))
    address = {"SITE_URL": "https://example.org/ke-hoach/"}
    first = run("build", **address, PYTHONHASHSEED="1", TZ="UTC")
    monkeypatch.chdir(other)
    time.sleep(1.1)  # the time of day must not matter
    second = run("build", **address, PYTHONHASHSEED="2", TZ="Asia/Tokyo", LC_ALL="C.UTF-8")

    assert (first.returncode, second.returncode) == (0, 0), first.stdout + second.stdout
    one, two = tree(tmp_path / "here" / "site"), tree(other / "site")
    assert set(one) == set(two)
    assert not [name for name in one if one[name] != two[name]]
    expected = {"sitemap.xml", "sitemap.xml.gz", "search/search_index.json"}
    assert {"404.html"} | expected | {f"en/{name}" for name in expected} < set(one)
    assert b"<lastmod>2026-11-22</lastmod>" in one["sitemap.xml"]


def spoil(change: Callable[[], None]) -> tuple[Report, bool]:
    """The report after a change, and whether the published site is still the same."""
    assert build(OURS, Path("site")).is_fine
    before = tree(Path("site"))
    change()
    report = build(OURS, Path("site"))
    return report, tree(Path("site")) == before


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.usefixtures("here")
def test_a_broken_plan_leaves_the_last_good_site() -> None:
    report, same = spoil(lambda: edit(PLAN_FILE, "annual", "anual"))

    assert rules(report) == ["words-of-the-vocabulary"]
    assert same


@pytest.mark.usefixtures("here")
def test_a_page_that_mkdocs_warns_of_leaves_the_last_good_site() -> None:
    page = Path("content/tu-dien.md")

    report, same = spoil(lambda: edit(page, "# Từ điển", "# Từ điển\n\n[x](không-có.md)"))

    assert [(each.rule, each.position.file, each.position.line) for each in errors(report)] == [
        ("pages-build", "content/tu-dien.md", 3)
    ]
    assert same


@pytest.mark.usefixtures("here")
def test_a_dead_link_in_raw_html_leaves_the_last_good_site() -> None:
    page = Path("content/gioi-thieu.md")
    html = '\n\n<img src="hinh.png" alt=""><a href="../tu-dien/#khong-co">x</a>\n'

    report, same = spoil(lambda: edit(page, "# Giới thiệu", f"# Giới thiệu{html}"))

    assert [(each.rule, each.position.file, each.position.line) for each in errors(report)] == [
        ("links-lead-somewhere", "content/gioi-thieu.md", 3)
    ] * 2
    assert same


@pytest.mark.usefixtures("here")
def test_a_page_that_takes_a_generated_address_is_refused() -> None:
    Path("content/ke-hoach.md").write_text("# Mine", encoding="utf-8")

    report = write_docs(OURS, Path("build/docs"))

    assert [(each.rule, each.position.file) for each in errors(report)] == [
        ("addresses-are-free", "content/ke-hoach.md")
    ]
    assert not Path("build/docs").exists()


@pytest.mark.usefixtures("here")
def test_only_plain_files_are_published_from_content(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    Path("content/a.txt").symlink_to(tmp_path / "secret")
    Path("content/b.txt").symlink_to(tmp_path / "nowhere")
    Path("content/c").symlink_to(tmp_path)
    Path("content/d?.md").write_text("# D", encoding="utf-8")
    Path("content/.hidden").write_text("stays out", encoding="utf-8")

    report = write_docs(OURS, Path("build/docs"))

    assert [(each.rule, each.position.file) for each in errors(report)] == [
        ("content-is-plain-files", "content/a.txt"),
        ("content-is-plain-files", "content/b.txt"),
        ("content-is-plain-files", "content/c"),
        ("content-has-plain-names", "content/d?.md"),
    ]


def errors(report: Report) -> list[Problem]:
    return [each for each in report.problems if each.severity == "error"]


@pytest.mark.usefixtures("here")
def test_pages_are_written_only_where_something_changed() -> None:
    docs, english = Path("build/docs"), Path("build/docs-en")
    assert write_docs(OURS, docs).is_fine
    for path in (*docs.rglob("*"), *english.rglob("*")):
        os.utime(path, (1, 1))

    assert write_docs(OURS, docs).is_fine
    assert not changed(docs) | changed(english)

    edit(PLAN_FILE, "due: 2026-12", "due: 2027-01")
    assert write_docs(OURS, docs).is_fine
    assert "ke-hoach/xa-an/index.md" in changed(docs) & changed(english)
    assert "tu-dien.md" not in changed(docs) | changed(english)


def changed(docs: Path) -> set[str]:
    """What has been written in a folder since its files were made old."""
    return {
        path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.stat().st_mtime != 1
    }


@pytest.mark.usefixtures("here")
def test_a_run_killed_at_any_moment_leaves_a_whole_site_and_a_way_on() -> None:
    begin = time.monotonic()
    assert run("build").returncode == 0
    whole = time.monotonic() - begin
    old = tree(Path("site"))
    edit(PLAN_FILE, "xã An năm", "xã An (sửa) năm")
    seen = []
    for moment in (0.2, 0.45, 0.6, 0.75, 0.9):
        with subprocess.Popen(
            [sys.executable, "-m", "generator", "build", "--as-of", "2026-11-22"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as process:
            time.sleep(whole * moment)
            process.send_signal(signal.SIGKILL)
        seen.append(tree(Path("site")))

    finished = run("build")

    assert finished.returncode == 0, finished.stdout + finished.stderr
    new = tree(Path("site"))
    assert new != old
    assert old in seen
    assert all(each in (old, new) for each in seen)
    assert "en/ke-hoach/xa-an/index.html" in new
    assert not list(Path("build").rglob("*.html"))
