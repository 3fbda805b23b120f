"""`mkdocs serve` shows every edit once, and keeps the last good pages while a plan is broken."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PATIENCE = 60
PLAN = Path("plans/xa-an/xa-an.yml")


class Preview:
    """A running `mkdocs serve`, and what it has printed."""

    def __init__(self, log: Path, config: str = "mkdocs.yml") -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self.log = log
        command = [sys.executable, "-m", "mkdocs", "serve", "--no-strict", "--config-file", config]
        with log.open("wb") as said:
            self.process = subprocess.Popen(
                [*command, "--dev-addr", self.address],
                stdout=said,
                stderr=subprocess.STDOUT,
                env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
            )

    def count(self, words: str) -> int:
        return self.log.read_text(encoding="utf-8").count(words)

    @property
    def builds(self) -> int:
        """How many times MkDocs has begun to build."""
        return self.count("Building documentation...")

    def wait(self, words: str, times: int) -> None:
        """Waits until it has said something so many times."""
        end = time.monotonic() + PATIENCE
        while self.count(words) < times:
            assert self.process.poll() is None, self.log.read_text(encoding="utf-8")
            assert time.monotonic() < end, self.log.read_text(encoding="utf-8")
            time.sleep(0.1)

    def page(self, path: str) -> str:
        with urllib.request.urlopen(f"http://{self.address}/{path}", timeout=PATIENCE) as answer:
            text = answer.read().decode()
            assert isinstance(text, str)
            return text


@pytest.fixture
def preview(here: Path, tmp_path: Path) -> Iterator[Preview]:
    (here / "build" / "docs").mkdir(parents=True)
    with running(Preview(tmp_path / "log.txt")) as started:
        yield started


@contextmanager
def running(preview: Preview) -> Iterator[Preview]:
    try:
        preview.wait("Serving on", 1)
        yield preview
    finally:
        preview.process.send_signal(signal.SIGINT)
        preview.process.wait(PATIENCE)


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    save(file, text.replace(old, new))


def save(file: Path, text: str) -> None:
    """Saves in one step, so that nobody who looks at the file can see two changes."""
    Path("being-saved").write_text(text, encoding="utf-8")
    Path("being-saved").replace(file)


def test_one_edit_gives_one_rebuild_that_shows_it(preview: Preview) -> None:
    assert "kế hoạch của xã An" not in preview.page("ke-hoach/xa-an/")
    assert preview.builds == 1

    edit(PLAN, "title: Kế hoạch", "title: Bản kế hoạch")
    preview.wait("Reloading browsers", 1)
    assert "Bản kế hoạch của xã An" in preview.page("ke-hoach/xa-an/")

    edit(Path("content/tu-dien.md"), "# Từ điển", "# Từ điển của trang")
    preview.wait("Reloading browsers", 2)
    assert "Từ điển của trang" in preview.page("tu-dien/")

    edit(Path("overrides/main.html"), "<title>", "<title>Xem thử: ")
    preview.wait("Reloading browsers", 3)
    assert "<title>Xem thử: " in preview.page("tu-dien/")

    time.sleep(3)  # several rounds of looking at the files
    assert preview.builds == 4


def test_the_vietnamese_preview_has_no_link_to_pages_that_it_does_not_show(
    preview: Preview,
) -> None:
    assert "kh-language" not in preview.page("tu-dien/")
    assert not Path("build/docs-en").exists()


def test_the_english_pages_can_be_looked_at_as_well(here: Path, tmp_path: Path) -> None:
    (here / "build" / "docs-en").mkdir(parents=True)
    with running(Preview(tmp_path / "log.txt", "mkdocs.en.yml")) as preview:
        assert "Glossary" in preview.page("tu-dien/")

        edit(Path("content/en/tu-dien.md"), "# Glossary", "# Glossary of the site")
        preview.wait("Reloading browsers", 1)
        assert "Glossary of the site" in preview.page("tu-dien/")


def test_a_broken_plan_is_named_and_the_last_good_pages_stay(preview: Preview) -> None:
    good = PLAN.read_text(encoding="utf-8")
    page = Path("build/docs/ke-hoach/xa-an/index.md")
    before = page.read_bytes()

    save(PLAN, good.replace("annual", "anual"))
    preview.wait("Reloading browsers", 1)
    assert preview.count("plans/xa-an/xa-an.yml:3:7: lỗi: kind: ") == 1
    assert page.read_bytes() == before
    assert "Rà soát hộ nghèo" in preview.page("ke-hoach/xa-an/")

    save(PLAN, good.replace("Rà soát", "Rà soát lại"))
    preview.wait("Reloading browsers", 2)
    assert "Rà soát lại hộ nghèo" in preview.page("ke-hoach/xa-an/")


def test_an_ordinary_build_takes_the_pages_as_they_stand(here: Path) -> None:
    docs = here / "build" / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# Chỉ một trang", encoding="utf-8")

    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--no-strict", "--quiet"],
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        check=True,
    )

    assert [path.name for path in docs.iterdir()] == ["index.md"]
    assert "Chỉ một trang" in (here / "build" / "site" / "index.html").read_text(encoding="utf-8")
