"""The rooms of the program and the doors between them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parent.parent / "generator"

# Each room with the rooms it may know.
DOORS = {
    "problems": set[str](),
    "model": {"problems"},
    "text": {"model"},
    "addresses": {"model"},
    "load": {"model", "problems", "text"},
    "schema": {"model", "text"},
    "drafts": {"model", "problems", "load", "check", "schema"},
    "assess": {"model", "problems"},
    "check": {"model", "problems", "text", "assess"},
    "compare": {"model", "problems", "text", "assess"},
    "upkeep": {"model", "problems", "text", "assess", "terminal"},
    "history": {"model", "load"},
    "sheets": {"model", "problems", "text", "load", "check", "schema"},
    "pages": {"model", "problems", "text", "addresses", "assess"},
    "exports": {"model", "problems", "text", "addresses", "assess", "sheets"},
    "site": {"model", "problems", "text", "addresses", "load", "assess", "check"}
    | {"compare", "pages", "exports"},
    "commands": {"model", "problems", "text", "load", "assess", "check", "site", "terminal"}
    | {"compare", "drafts", "history", "schema", "sheets", "upkeep"},
    "__main__": {"commands", "terminal"},
    "mkdocs_hook": {"problems", "site"},
    "terminal": {"problems", "site", "text"},
    "__init__": set(),
}
# Each foreign library with the rooms that may use it.
LIBRARIES = {
    "yaml": {"load"},
    "pydantic": {"model", "load"},
    "pydantic_core": {"model", "load", "sheets"},
    "jinja2": {"pages"},
    "markupsafe": {"pages", "text"},
    "mkdocs": {"mkdocs_hook"},
    "openpyxl": {"sheets"},
    "defusedxml": {"sheets"},
}


def modules() -> list[Path]:
    return sorted(GENERATOR.rglob("*.py"))


def room_of(module: Path) -> str:
    return module.relative_to(GENERATOR).parts[0].removesuffix(".py")


def imported(module: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


@pytest.mark.parametrize("module", modules(), ids=lambda path: str(path.relative_to(GENERATOR)))
def test_a_room_knows_only_the_rooms_below_it(module: Path) -> None:
    room = room_of(module)
    rooms = {
        name.split(".")[1]
        for name in imported(module)
        if name.startswith("generator.") and name.split(".")[1] in DOORS
    }
    assert rooms - {room} <= DOORS[room]


@pytest.mark.parametrize("module", modules(), ids=lambda path: str(path.relative_to(GENERATOR)))
def test_a_library_is_used_in_its_own_room_alone(module: Path) -> None:
    foreign = {name.split(".")[0] for name in imported(module)} & set(LIBRARIES)
    assert all(room_of(module) in LIBRARIES[name] for name in foreign)


def test_only_the_command_line_reads_the_clock() -> None:
    readers = {
        room_of(module)
        for module in modules()
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("today", "now", "utcnow")
    }
    assert readers <= {"__main__", "mkdocs_hook"}


@pytest.mark.parametrize("module", modules(), ids=lambda path: str(path.relative_to(GENERATOR)))
def test_a_module_opens_with_a_sentence_and_stays_readable(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text))
    assert len(text.splitlines()) <= 350
