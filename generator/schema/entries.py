"""The shape of each kind of entry: its fields, what they mean, and what may stand in them."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from generator.model import indicators, plan
from generator.model.base import Count, Entry, Id, Several, Text, YesNo
from generator.model.indicators import ShareOfPlan, Value
from generator.model.plan import Statement
from generator.model.quantity import PercentField, QuantityField
from generator.model.references import BodiesField, ItemField, ReferenceField
from generator.model.tasks import Deliverable
from generator.model.when import WhenField
from generator.schema.notations import NOTATIONS, Shape, at
from generator.text.meanings import meaning
from generator.text.vocabulary import meanings

_NAMED = (
    (Text, "text"),
    (Id, "id"),
    (YesNo, "yes"),
    (Count, "count"),
    (WhenField, "when"),
    (QuantityField, "value"),
    (PercentField, "value"),
    (ReferenceField, "reference"),
    (ItemField, "item"),
    (BodiesField, "bodies"),
)
"""Types of fields with a notation of their own, and its name."""


def entry_name(entry: type[Entry]) -> str:
    """The name of an entry in a schema."""
    return entry.__name__.lower()


def entries_within(top: type[Entry]) -> Iterator[type[Entry]]:
    """An entry and all kinds of entries that may stand in it, each once."""
    pending, seen = [top], {top}
    while pending:
        entry = pending.pop(0)
        yield entry
        for inner in _entries_in(list(_annotations(entry).values())):
            if inner not in seen:
                seen.add(inner)
                pending.append(inner)


def entry_shape(entry: type[Entry]) -> Shape:
    """The fields of an entry, or the bare word that stands for one."""
    if entry is ShareOfPlan:
        return at("value")
    annotations = _annotations(entry)
    fields = {
        name: _explained(_shape(annotations[own], own, entry), _told(description))
        for own, name, description in _fields(entry)
    }
    beside = [name for name in fields if f"{name}_text" not in fields and not name.endswith("_en")]
    shape: Shape = {
        "type": "object",
        "properties": fields,
        "patternProperties": {
            f"^(?:{'|'.join(beside)})_text$": {
                **at("text"),
                "title": "Lời in trong nguồn",
                "description": "Lời in trong nguồn, đặt cạnh trường cùng tên.",
            }
        },
        "additionalProperties": False,
    }
    if required := [
        field.alias or name for name, field in entry.model_fields.items() if field.is_required()
    ]:
        shape["required"] = required
    if entry.needs:
        shape["anyOf"] = [{"required": [name]} for name in _alternatives(entry)]
    short = "title" if entry is Deliverable else entry.shorthand
    return {"anyOf": [_shape(annotations[short], short, entry), shape]} if short else shape


def _alternatives(entry: type[Entry]) -> Iterator[str]:
    for name in entry.needs:
        yield name
        if not name.endswith("_text") and f"{name}_text" not in entry.needs:
            yield f"{name}_text"


def _fields(entry: type[Entry]) -> Iterator[tuple[str, str, str]]:
    """The name of each field in the model and in the file, and its description."""
    for name, field in entry.model_fields.items():
        if name not in ("origin", "texts"):
            yield name, field.alias or name, field.description or ""


@cache
def _annotations(entry: type[Entry]) -> dict[str, Any]:
    names = {**vars(plan), **vars(indicators)}
    hints = get_type_hints(entry, localns=names, include_extras=True)
    return {name: hints[name] for name, _, _ in _fields(entry)}


def _told(description: str) -> Shape:
    """Title, description and examples, read off the description of a field."""
    title = re.split(r"[,;:(]| ví dụ", description, maxsplit=1)[0].strip()
    told: Shape = {}
    if title and "`" not in title and not re.match("[a-z_]+ ", title):
        told["title"] = title[0].upper() + title[1:]
    if description:
        told["description"] = f"{description}\n\n{meaning(description, 'en')}"
    _, found, after = description.partition("ví dụ ")
    if found:
        told["examples"] = re.findall("`([^`]+)`", after.split(";")[0])
    return told


def _explained(shape: Shape, told: Shape) -> Shape:
    """What may stand in a field with what the field means, before how its notation is written.

    Editors show what stands beside a value, not what stands beside a reference to it.
    """
    notation = NOTATIONS.get(shape.get("$ref", "").rpartition("/")[2])
    if notation is None:
        return {**told, **({"allOf": [shape]} if "$ref" in shape else shape)}
    if notation is NOTATIONS["text"]:
        return {**notation, **told}
    both = f"{told.get('description', notation['title'])}.\n\n{notation['description']}"
    return {**notation, **told, "description": both}


def _shape(annotation: Any, name: str, entry: type[Entry]) -> Shape:
    for known, notation in _NAMED:
        if annotation == known:
            return at(notation)
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        return _shape(next(each for each in inner if each is not type(None)), name, entry)
    if origin is Literal:
        return _vocabulary(inner)
    if origin is Annotated:
        return _read_in_its_own_way(inner[0], inner[1:], name, entry)
    if origin is tuple:
        return {"type": "array", "items": _shape(inner[0], name, entry)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _shape(inner[1], name, entry)}
    return at(entry_name(annotation))


def _read_in_its_own_way(
    inner: Any, notes: tuple[Any, ...], name: str, entry: type[Entry]
) -> Shape:
    """A field that may be written in a shorter form than the model holds."""
    if inner is str:  # the id of something removed, with its item
        return {"type": ["string", "integer"]}
    if inner is int:  # the month in which a fiscal year begins
        return {"type": ["integer", "string"], "examples": ["04", "09"]}
    if inner is Decimal:  # a tolerance in percent
        return {"type": ["number", "string"], "examples": ["5"]}
    shape = _shape(inner, name, entry)
    if get_origin(inner) is not tuple:
        return shape
    one = shape["items"]
    if Several in notes:
        return {"anyOf": [one, shape]}
    kind = get_args(inner)[0]
    if kind is ShareOfPlan or kind is Statement:
        pairs = at("value" if kind is ShareOfPlan else "text")
        return {"anyOf": [pairs, {"type": "object", "additionalProperties": pairs}, shape]}
    if isinstance(kind, type) and issubclass(kind, Value):
        return _three_ways(one, shape)
    return shape


def _three_ways(one: Shape, several: Shape) -> Shape:
    """A value, pairs of period and value, or a list of entries."""
    return {
        "anyOf": [
            one,
            {
                "type": "object",
                "title": "Kỳ và giá trị",
                "description": "`{2021: 45, 2021..2025: about 55}`",
                "propertyNames": {"pattern": "^(?:by |before )?[0-9]{4}"},
                "additionalProperties": {"anyOf": [at("value"), one]},
            },
            several,
        ]
    }


def _vocabulary(codes: tuple[str, ...]) -> Shape:
    told = meanings(codes)
    lines = [f"{told[code][0]} / {told[code][1]}" for code in codes]
    return {"enum": list(codes), "enumDescriptions": lines, "markdownEnumDescriptions": lines}


def _entries_in(annotations: list[Any]) -> Iterator[type[Entry]]:
    pending = list(annotations)
    while pending:
        each = pending.pop(0)
        if isinstance(each, type) and issubclass(each, Entry):
            yield each
        pending.extend(get_args(each))
