"""What an author said, as plain data: every field that was filled in, under the name of the format.

Entries are walked field by field as the model lists them, so that a new field of the format turns
up in the data files by itself.  Numbers are texts with the very digits of their author (`69.410`,
`06`), because readers of JSON turn numbers into binary fractions and drop what was printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeAlias

from generator.model.base import Entry
from generator.model.quantity import Quantity
from generator.model.references import Body, Reference
from generator.model.when import When

Plain: TypeAlias = "str | int | bool | None | list[Plain] | dict[str, Plain]"


class Writing:
    """Entries being written as plain data; `references` are all that they have referred to."""

    def __init__(self) -> None:
        self.references: dict[str, Reference] = {}
        self._writers: dict[type, Callable[[Any], Plain]] = {
            tuple: self._several,
            list: self._several,
            dict: self._fields,
            Reference: self._reference,
            Body: self._body,
            When: when_plain,
            Quantity: quantity_plain,
            date: date.isoformat,
            Decimal: lambda number: f"{number:f}",
        }

    def plain(self, value: object) -> Plain:
        """Any value as JSON knows it."""
        kind = type(value)
        if kind is str or kind is bool or kind is int or value is None:
            return value  # type: ignore[return-value]
        if writer := self._writers.get(kind):
            return writer(value)
        if isinstance(value, Entry):
            return self.said(value)
        if is_dataclass(value):
            return {each.name: self.plain(getattr(value, each.name)) for each in fields(value)}
        return str(value)

    def said(self, entry: Entry, *left_out: str) -> dict[str, Plain]:
        """The fields that an author filled in, with the printed words beside them (`due_text`)."""
        found: dict[str, Plain] = {}
        values = entry.__dict__
        for attribute, name in names_written(type(entry)):
            value = values[attribute]
            if value is None or value is False or value == () or attribute in left_out:
                continue
            told = self.plain(value)
            if told != {}:
                found[name] = told
        for field, words in entry.texts.items():
            found[f"{field}_text"] = words
        return found

    def _several(self, values: Iterable[object]) -> list[Plain]:
        return [self.plain(each) for each in values]

    def _fields(self, values: Mapping[str, object]) -> dict[str, Plain]:
        return {name: self.plain(each) for name, each in values.items()}

    def _reference(self, reference: Reference) -> str:
        self.references[reference.written] = reference
        return reference.written

    def _body(self, body: Body) -> dict[str, Plain]:
        told: dict[str, Plain] = {"body": self._reference(body.reference)}
        if body.share is not None:
            told["share"] = body.share
        return told


@lru_cache(maxsize=64)
def names_written(entry: type[Entry]) -> tuple[tuple[str, str], ...]:
    """Each field of an entry as the program and as an author names it (`from_`, `from`)."""
    return tuple(
        (name, field.alias or name)
        for name, field in entry.model_fields.items()
        if not field.exclude and name != "texts"
    )


def when_plain(when: When) -> dict[str, Plain]:
    """A time as written, with the first and the last day that it may mean."""
    told: dict[str, Plain] = {"written": when.written}
    if earliest := when.earliest:
        told["earliest"] = earliest.isoformat()
    if latest := when.latest:
        told["latest"] = latest.isoformat()
    return told


def quantity_plain(value: Quantity) -> dict[str, Plain]:
    """A value as written and what that means: operator, ends and kind of change, or what lacks."""
    if value.missing:
        return {"written": value.written, "missing": value.missing}
    if value.met is not None:
        return {"written": value.written, "met": value.met}
    told: dict[str, Plain] = {
        "written": value.written,
        "operator": value.operator,
        "low": value.low_digits,
        "high": value.high_digits,
    }
    if value.whole_digits:
        told["whole"] = value.whole_digits
    if value.change:
        told["change"] = value.change
    if value.change_unit:
        told["change_unit"] = value.change_unit
    if value.since:
        told["since"] = when_plain(value.since)
    return told
