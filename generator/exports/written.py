"""What an author said, as plain data: every field that was filled in, under the name of the format.

Entries are walked field by field as the model lists them, so that a new field of the format turns
up in the data files by itself.  Times and values stay in the notation of the format; what a time
means is told once for each.  Numbers are texts with the very digits of their author (`69.410`,
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
from generator.model.sources import Sourced
from generator.model.when import When

Plain: TypeAlias = "str | int | bool | list[Plain] | dict[str, Plain] | None"


class Writing:
    """Entries being written as plain data.

    `references` are all that they have referred to and `times` all times they have told, each by
    its notation.
    """

    def __init__(self) -> None:
        self.references: dict[str, Reference] = {}
        self.times: dict[str, When] = {}
        self._writers: dict[type, Callable[[Any], Plain]] = {
            tuple: self._several,
            dict: self._fields,
            Reference: self._reference,
            Body: self._body,
            When: self._when,
            Quantity: self._quantity,
            date: date.isoformat,
            Decimal: lambda number: f"{number:f}",
        }

    def plain(self, value: object) -> Plain:
        """Any value as JSON knows it."""
        kind = type(value)
        if kind is str or value is None or kind is bool or kind is int:
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
        values, writers = entry.__dict__, self._writers
        for attribute, name in _told(type(entry), frozenset(entry.model_fields_set)):
            value = values[attribute]
            if type(value) is str:
                found[name] = value
            elif value is not None and attribute not in left_out:
                writer = writers.get(type(value), self.plain)
                found[name] = writer(value)
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

    def _when(self, when: When) -> str:
        self.times[when.written] = when
        return when.written

    def _quantity(self, value: Quantity) -> dict[str, Plain]:
        """A value as written and what that means: its ends and kind of change, or what lacks."""
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
            told["since"] = self._when(value.since)
        return told


@lru_cache(maxsize=64)
def names_written(entry: type[Entry]) -> dict[str, str]:
    """What an author calls each field of an entry, by the program's name (`from_`: `from`).

    The source comes after all that it vouches for.
    """
    names = [
        (name, field.alias or name)
        for name, field in entry.model_fields.items()
        if not field.exclude and name != "texts"
    ]
    return dict(sorted(names, key=lambda each: each[0] in Sourced.model_fields))


@lru_cache(maxsize=4096)
def _told(entry: type[Entry], filled: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """The fields to tell: those filled in, and those that mean something when left out."""
    return tuple(
        (attribute, name)
        for attribute, name in names_written(entry).items()
        if attribute in filled or isinstance(entry.model_fields[attribute].default, str)
    )


def span(when: When) -> dict[str, Plain]:
    """The first and the last day that a time may mean, where it has one."""
    days = {"earliest": when.earliest, "latest": when.latest}
    return {name: day.isoformat() for name, day in days.items() if day}
