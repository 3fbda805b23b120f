"""What the tests share: plans written in the test itself."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.load import load_plans
from generator.model.archive import Archive
from generator.problems import Problem

Load = Callable[..., tuple[Archive, list[Problem]]]


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
