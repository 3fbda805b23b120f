"""Help while typing: JSON Schemas of the plan files, from which an editor explains and completes.

The schemas are read off the model.  They know less than `check`: what they refuse is wrong, what
they accept may still be.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator.model.base import Entry
from generator.model.plan import Plan
from generator.model.registers import Agency, Definition, Document, Place, Removal
from generator.schema.entries import entries_within, entry_name, entry_shape
from generator.schema.notations import NOTATIONS

FOLDER = "schema"
"""Where the schemas lie in the repository."""

_DIALECT = "http://json-schema.org/draft-07/schema#"

REGISTERS: dict[str, tuple[str, type[Entry]]] = {
    "places": ("Danh mục địa phương", Place),
    "agencies": ("Danh mục cơ quan", Agency),
    "documents": ("Danh mục văn bản", Document),
    "indicators": ("Danh mục chỉ tiêu dùng chung", Definition),
    "removals": ("Danh mục mục đã gỡ", Removal),
}


def schemas() -> Iterator[tuple[str, str]]:
    """The name and text of each file: that of plans, and one for each register."""
    yield _file("plan"), _text("Kế hoạch", Plan, {"allOf": [{"$ref": _at(Plan)}]})
    for register, (title, entry) in REGISTERS.items():
        yield _file(register), _text(title, entry, {"type": "array", "items": {"$ref": _at(entry)}})


def modeline(path: str) -> str:
    """The first line of a plan file (`ha-noi/ha-noi-84.yml`, as seen from the folder of plans),
    by which editors find its schema."""
    folders = path.split("/")[:-1]
    is_register = folders[:1] == ["registers"] and len(folders) > 1 and folders[1] in REGISTERS
    name = _file(folders[1] if is_register else "plan")
    return f"# yaml-language-server: $schema={'../' * (len(folders) + 1)}{FOLDER}/{name}"


def _file(name: str) -> str:
    return f"{name}.schema.json"


def _at(entry: type[Entry]) -> str:
    return f"#/definitions/{entry_name(entry)}"


def _text(title: str, top: type[Entry], shape: dict[str, Any]) -> str:
    definitions = {entry_name(entry): entry_shape(entry) for entry in entries_within(top)}
    whole = {
        "$schema": _DIALECT,
        "$comment": "Written by `python -m generator schema`; do not edit.",
        "title": title,
        **shape,
        "definitions": {**NOTATIONS, **definitions},
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
