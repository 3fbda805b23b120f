"""The recipes of CONTRIBUTING, in both languages: right passes, wrong gets the message shown."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.compare import differences
from generator.compare.guard import guard
from generator.compare.telling import as_text
from generator.load import load_plans
from generator.model.archive import Archive
from generator.problems import Problem
from generator.text.words import Language

ROOT = Path(__file__).parents[1]
TEXTS: dict[Language, str] = {
    "vi": (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"),
    "en": (ROOT / "CONTRIBUTING.en.md").read_text(encoding="utf-8"),
}
HEAD = """\
id: vi-du-2025
title: Kế hoạch phát triển kinh tế - xã hội năm 2025
kind: annual
period: 2025
source: Báo Ví Dụ

"""


class Case(NamedTuple):
    """A recipe, what it is told as, and the slip against which it warns."""

    name: str
    told: str
    wrong: tuple[str, str]
    """What is written instead of what: in the text before, or (a lost id) in the text after."""


CASES = (
    Case("lower", "eased", ("targets: 3.5", "targets: 2.0")),
    Case("deadline", "deadline slipped", ("due: 2025-06\n", "due: 2025-09\n")),
    Case("slip", "corrections of ours", ("targets: 35", "targets: 3.5")),
    Case("remove", "reason:", ("", "")),
    Case("rename", "id renamed", ("  former_ids: ho-ngeo\n", "")),
)


def _blocks(language: Language) -> dict[str, tuple[str, str]]:
    """Where each block of a recipe stands, and its text, by `lower before` and the like."""
    found = re.findall(
        r"<!-- recipe: (\S+ \S+) -->\n<!-- in: (\S+) -->\n```yaml\n(.*?)```\n",
        TEXTS[language],
        re.DOTALL,
    )
    return {name: (where, text) for name, where, text in found}


def _archive(folder: Path, plan: tuple[str, str], removals: str = "") -> Archive:
    where, text = plan
    if where != "plan":
        text = f"{where}:\n{textwrap.indent(text, '  ')}"
    texts = {"vi-du/vi-du-2025.yml": HEAD + text, "registers/removals/removals.yml": removals}
    for path, content in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        if content:
            (folder / path).write_text(content, encoding="utf-8")
    archive, problems = load_plans(folder)
    assert problems == []
    return archive


def _guarded(before: Archive, after: Archive) -> list[Problem]:
    return list(
        guard(differences(before, after), frozenset(each.id for each in after.removals)),
    )


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_recipe_passes_and_means_what_it_says(
    case: Case, language: Language, tmp_path: Path
) -> None:
    blocks = _blocks(language)
    before = _archive(tmp_path / "before", blocks[f"{case.name} before"])
    register = blocks.get(f"{case.name} register", ("", ""))[1]
    after = _archive(tmp_path / "after", blocks[f"{case.name} after"], register)
    assert _guarded(before, after) == []
    assert case.told in as_text(differences(before, after), "en")


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_wrong_way_gets_the_message_shown(
    case: Case, language: Language, tmp_path: Path
) -> None:
    blocks = _blocks(language)
    started, finished = blocks[f"{case.name} before"], blocks[f"{case.name} after"]
    instead_of, written = case.wrong
    where, text = started if instead_of in started[1] and instead_of else finished
    assert instead_of in text
    wrong = _archive(tmp_path / "wrong", (where, text.replace(instead_of, written)))
    [problem] = _guarded(_archive(tmp_path / "before", started), wrong)
    said = problem.vi if language == "vi" else problem.en
    assert said in re.sub(r"\s*\n\s*", " ", TEXTS[language])


@pytest.mark.parametrize("language", TEXTS)
def test_the_walk_shows_the_summary_of_its_own_change(language: Language, tmp_path: Path) -> None:
    indicator = "- id: ho-ngheo\n  name: Tỷ lệ hộ nghèo\n  unit: percent\n  targets:"
    before = _archive(tmp_path / "before", ("indicators", f"{indicator} 35\n"))
    mended = "\n    - value: 35\n    - value: 3.5\n      correction: true\n"
    after = _archive(tmp_path / "after", ("indicators", indicator + mended))
    shown = re.search(r"<!-- summary: walk -->\s*```text\n(.*?)```", TEXTS[language], re.DOTALL)
    assert shown
    count, sentence, *_ = [line.strip() for line in shown[1].strip().splitlines()]
    told = as_text(differences(before, after), language)
    assert count == told.splitlines()[0]
    assert sentence.rpartition(" (")[0] in told


def test_both_languages_have_the_same_recipes() -> None:
    assert _blocks("vi") == _blocks("en")
    assert {name.split()[0] for name in _blocks("vi")} == {case.name for case in CASES}
