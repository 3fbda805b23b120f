"""The workflows of GitHub and GitLab: well formed, without weaknesses, of targets that exist."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PIPELINE = ROOT / ".gitlab-ci.yml"
TOOLS = Path(sys.executable).parent


def tool(name: str, *arguments: str) -> None:
    done = subprocess.run(
        [TOOLS / name, *arguments], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_workflow_has_a_known_weakness() -> None:
    tool("zizmor", "--pedantic", "--offline", "--no-progress", ".github")


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("vendor.dependabot", [ROOT / ".github" / "dependabot.yml"]),
        ("vendor.gitlab-ci", [PIPELINE]),
        (
            "vendor.github-issue-forms",
            [
                path
                for path in sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
                if path.stem != "config"
            ],
        ),
    ],
)
def test_each_file_has_the_form_that_its_host_asks_for(schema: str, files: list[Path]) -> None:
    assert files
    tool("check-jsonschema", "--builtin-schema", schema, *map(str, files))


@pytest.mark.parametrize("file", [*WORKFLOWS, PIPELINE], ids=lambda path: path.name)
def test_what_is_made_can_be_made(file: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    made = set(re.findall(r"\bmake(?: --\w+)* ([a-z]+)", file.read_text("utf-8")))
    assert made or file.name == "config.yml"
    assert made <= targets


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_has_no_more_rights_than_it_says_why(file: Path) -> None:
    text = file.read_text("utf-8")
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {}
    assert "pull_request_target" not in text
    assert "secrets." not in text
    for job in workflow["jobs"].values():
        for right, level in job["permissions"].items():
            assert re.search(rf"^ +{right}: {level} # to ", text, re.MULTILINE), right
    triggers = workflow[True]  # `on` is yes in YAML
    if "pull_request" in triggers:
        granted = {
            level for job in workflow["jobs"].values() for level in job["permissions"].values()
        }
        assert granted == {"read"}
    else:
        assert workflow["concurrency"]["cancel-in-progress"] is False
