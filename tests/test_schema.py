"""Help while typing: the schemas say what the model says, and accept every plan there is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
import yaml
from jsonschema import Draft7Validator

from generator.load import load_plans
from generator.model import vocabularies
from generator.schema import FOLDER, REGISTERS, modeline, schemas
from generator.text.vocabulary import meanings

ROOT = Path(__file__).parent.parent
PLANS = ROOT / "plans"
FILES = sorted(PLANS.rglob("*.yml"))
EVERYTHING = [
    path
    for folder in ("plans", "tests/example/plans", "tests/large/plans")
    for path in sorted((ROOT / folder).rglob("*.yml"))
]


class AsEditorsRead(yaml.SafeLoader):
    """YAML 1.2, as editors read it: days are text, `yes` is a word, `06` is six."""


AsEditorsRead.yaml_implicit_resolvers = {}
for tag, pattern, signs in (
    ("bool", r"true|false", "tf"),
    ("null", r"null|~|", "n~"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?[0-9]*\.[0-9]+|[-+]?[0-9]+\.[0-9]*", "-+.0123456789"),
):
    AsEditorsRead.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{pattern})$"), list(signs)
    )
AsEditorsRead.add_constructor(
    "tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node), 10)
)


def as_json(value: Any) -> Any:
    """The names of fields as text."""
    if isinstance(value, dict):
        return {str(key): as_json(each) for key, each in value.items()}
    return [as_json(each) for each in value] if isinstance(value, list) else value


def read(text: str) -> Any:
    return as_json(yaml.load(text, AsEditorsRead))  # noqa: S506 - a safe loader


@pytest.fixture(scope="module")
def validators() -> dict[str, Draft7Validator]:
    found = {}
    for name, text in schemas():
        schema = json.loads(text)
        Draft7Validator.check_schema(schema)
        found[name] = Draft7Validator(schema)
    return found


def schema_of(path: Path) -> str:
    register = path.parent.name if "registers" in path.parts else "plan"
    return f"{register}.schema.json"


def problems(validator: Draft7Validator, text: str) -> list[str]:
    return [error.message for error in validator.iter_errors(read(text))]


def test_the_schemas_in_the_repository_are_current() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / FOLDER).iterdir()}
    assert written == dict(schemas()), "run: python -m generator schema"


@pytest.mark.parametrize("path", EVERYTHING, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_plan_file_is_accepted(path: Path, validators: dict[str, Draft7Validator]) -> None:
    assert problems(validators[schema_of(path)], path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_plan_file_names_its_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert first == modeline(path.relative_to(PLANS).as_posix())
    assert (path.parent / first.partition("$schema=")[2]).resolve() == (
        ROOT / FOLDER / schema_of(path)
    )


PLAN = """\
id: a
title: Kế hoạch A
kind: annual
period: 2026
indicators:
  - id: ho-ngheo
    name: Hộ nghèo
    unit: percent
    direction: down
    targets: below 3
tasks:
  - id: ra-soat
    title: Rà soát
    due: 2026-12
"""


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("id: a", "id: Kế hoạch A"),
        ("title: Kế hoạch A\n", ""),
        ("title: Kế hoạch A", "tittle: Kế hoạch A"),
        ("title: Kế hoạch A", "title: [Kế hoạch A]"),
        ("kind: annual", "kind: hằng năm"),
        ("kind: annual\n", ""),
        ("period: 2026", "period: 2026-2030"),
        ("period: 2026", "period: năm 2026"),
        ("period: 2026", "periods: 2026"),
        ("  - id: ho-ngheo\n    name", "  - name"),
        ("    name: Hộ nghèo\n", ""),
        ("unit: percent", "units: percent"),
        ("direction: down", "direction: giảm"),
        ("targets: below 3", "targets: <3"),
        ("targets: below 3", "targets: 3%"),
        ("targets: below 3", "targets: 3,5"),
        ("targets: below 3", "targets: {2026: khoảng 3}"),
        ("targets: below 3", "targets: [{period: 2026, value: 3, reasons: x}]"),
        ("targets: below 3", "target: below 3"),
        ("targets: below 3", "targets: below 3\n    adds_up: có"),
        ("tasks:", "task:"),
        ("due: 2026-12", "due: 31/12/2026"),
        ("due: 2026-12", "deadline: 2026-12"),
        ("due: 2026-12", "due: 2026-12\n    reports: {stage: xong}"),
        ("due: 2026-12", "due: 2026-12\n    dues_text: cuối năm"),
    ],
)
def test_a_mistake_is_marked_while_typing(
    right: str, wrong: str, validators: dict[str, Draft7Validator], tmp_path: Path
) -> None:
    validator = validators["plan.schema.json"]
    assert problems(validator, PLAN) == []
    assert right in PLAN
    mistaken = PLAN.replace(right, wrong)
    assert problems(validator, mistaken)
    (tmp_path / "x").mkdir()
    (tmp_path / "x/a.yml").write_text(mistaken, encoding="utf-8")
    assert load_plans(tmp_path)[1], "what the schema refuses, the check refuses too"


@pytest.mark.parametrize(
    ("register", "wrong"),
    [
        ("places", "- {id: a, name: xã A}"),
        ("places", "- {id: a, name: xã A, level: xã}"),
        ("agencies", "- {id: a, title: Sở A}"),
        ("documents", "- {id: a, kind: kế hoạch}"),
        ("documents", "- {id: a, kind: plan, issued: 1/2/2026}"),
        ("indicators", "- {id: a, name: A, direction: tăng}"),
        ("indicators", "id: a"),
    ],
)
def test_a_mistake_in_a_register_is_marked_while_typing(
    register: str, wrong: str, validators: dict[str, Draft7Validator]
) -> None:
    assert problems(validators[f"{register}.schema.json"], wrong)


def test_every_vocabulary_has_its_meanings() -> None:
    found = [each for each in vars(vocabularies).values() if get_origin(each) is Literal]
    assert found
    for vocabulary in found:
        codes = get_args(vocabulary)
        assert set(meanings(codes)) == set(codes)


def fields(schema: Any) -> Iterator[tuple[str, Any]]:
    for entry in schema["definitions"].values():
        for shape in (entry, *entry.get("anyOf", [])):
            yield from shape.get("properties", {}).items()


def test_every_field_and_word_is_explained_in_both_languages() -> None:
    for _, text in schemas():
        for name, shape in fields(json.loads(text)):
            vietnamese, _, english = shape["description"].partition("\n\n")
            assert vietnamese, f"{name} is not explained"
            assert english, f"{name} is not explained in English"
            if "enum" in shape:
                assert len(shape["enumDescriptions"]) == len(shape["enum"])
                assert all(re.search(r"\w / \w", each) for each in shape["enumDescriptions"])


def test_there_is_a_schema_for_each_register() -> None:
    names = {path.name for path in (PLANS / "registers").iterdir()}
    assert names <= set(REGISTERS)


def test_vs_code_finds_the_schemas_without_set_up() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    extensions = json.loads((ROOT / ".vscode/extensions.json").read_text(encoding="utf-8"))
    mapped = settings["yaml.schemas"]
    assert {Path(path).name for path in mapped} == {name for name, _ in schemas()}
    for path, pattern in mapped.items():
        assert (ROOT / path).is_file()
        for file in ROOT.glob(pattern):
            assert schema_of(file) == Path(path).name
    assert "redhat.vscode-yaml" in extensions["recommendations"]
