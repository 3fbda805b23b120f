"""What the tests share: plans written in the test itself."""

from __future__ import annotations

import fcntl
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from generator.load import load_plans
from generator.model.archive import Archive
from generator.problems import Problem
from tests.browser import chromium, served

# The same examples each time: what passes here passes elsewhere.  To look for new ones:
# `pytest --hypothesis-profile=default`.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

Load = Callable[..., tuple[Archive, list[Problem]]]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite", action="store_true", help="write the expected files anew, to be read in review"
    )


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Loads YAML texts: `load("id: a…")` is a plan `x/a.yml`; other files by their paths."""

    def loaded(plan: str = "", **files: str) -> tuple[Archive, list[Problem]]:
        folder = tmp_path / "plans"
        texts = {path.replace("__", "/") + ".yml": text for path, text in files.items()}
        if plan:
            texts["x/plan.yml"] = plan
        for path, text in texts.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(textwrap.dedent(text), encoding="utf-8")
        folder.mkdir(parents=True, exist_ok=True)
        return load_plans(folder)

    return loaded


ROOT = Path(__file__).parent.parent


def project(folder: Path, plans: Path | None = None) -> Path:
    """A folder from which a site can be built: the real pages by hand, theme and program."""
    folder.mkdir(parents=True, exist_ok=True)
    for config in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copy(ROOT / config, folder)
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    shutil.copytree(plans or ROOT / "plans", folder / "plans")
    (folder / "generator").symlink_to(ROOT / "generator")
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    """Every file with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


_PLAN = """\
id: xa-an
title: Kế hoạch của xã An năm 2026
kind: annual
issuer: UBND xã An
period: 2026
lifecycle: adopted
source: Báo An
indicators:
  - id: ho-ngheo
    name: Tỷ lệ hộ nghèo
    unit: percent
    direction: down
    baseline: {2025: 4}
    targets: below 3
tasks:
  - id: ra-soat
    title: Rà soát hộ nghèo
    lead: Phòng Kinh tế
    due: 2026-12
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project, in whose folder the test runs."""
    plans = tmp_path / "one-plan" / "xa-an"
    plans.mkdir(parents=True)
    (plans / "xa-an.yml").write_text(_PLAN, encoding="utf-8")
    folder = project(tmp_path / "here", plans.parent)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the plans in this repository as of 22 November 2026, built once."""
    return _built("real-site", None, tmp_path_factory)


@pytest.fixture(scope="session")
def large_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of one invented plan with 137 tasks, as of the same day, built once."""
    return _built("large-site", ROOT / "tests" / "large" / "plans", tmp_path_factory)


def _built(name: str, plans: Path | None, factory: pytest.TempPathFactory) -> Path:
    base = factory.getbasetemp()
    shared = base.parent if base.name.startswith("popen-") else base  # one for all xdist workers
    folder = shared / name
    with (shared / f"{name}.lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "site").exists():
            shutil.rmtree(folder, ignore_errors=True)
            command = [sys.executable, "-m", "generator", "build", "--as-of", "2026-11-22"]
            subprocess.run(command, cwd=project(folder, plans), check=True)
    return folder / "site"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, without a window."""
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def real(real_site: Path) -> Iterator[str]:
    """The address at which the site of the real plans is served."""
    with served(real_site) as base:
        yield base


@pytest.fixture(scope="module")
def large(large_site: Path) -> Iterator[str]:
    """The address at which the site of the invented large plan is served."""
    with served(large_site) as base:
        yield base
