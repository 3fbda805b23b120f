"""On which day something was said, as far as it tells, and whether that day has come."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Protocol

from generator.model.indicators import Result
from generator.model.references import Reference
from generator.model.registers import Document
from generator.model.sources import Citation
from generator.model.when import When
from generator.model.written_out import Row

Documents = Mapping[str, Document]

NO_DOCUMENTS: Documents = MappingProxyType({})


class Dated(Protocol):
    """A version of a target or deadline, or a report: its own day, or a document that has one."""

    @property
    def on(self) -> When | None:
        """Its own day."""

    @property
    def document(self) -> Reference | None:
        """The document that says it."""


def issued(reference: Reference | None, documents: Documents) -> When | None:
    """When a document was issued, if it is registered with a day."""
    document = documents.get(reference.id) if reference else None
    return document.issued if document else None


def said_on(entry: Dated, documents: Documents = NO_DOCUMENTS) -> When | None:
    """The day of an entry, otherwise the day on which its document was issued (model: `on`)."""
    return entry.on or issued(entry.document, documents)


def first_issued(citations: tuple[Citation, ...], documents: Documents) -> When | None:
    """When the first of several sources was issued."""
    return issued(citations[0].document, documents) if citations else None


def reported_on(row: Row, result: Result, documents: Documents = NO_DOCUMENTS) -> When | None:
    """The as-of day of a result, otherwise the issue day of its own source or its indicator's."""
    if result.as_of or not documents:
        return result.as_of
    return first_issued(result.source or row.indicator.source, documents)


def heard_on(row: Row, result: Result, documents: Documents) -> When | None:
    """When a result became known: its as-of day, otherwise the issue day of its source.

    A common source issued before the period of the result began cannot be where it comes from.
    """
    own = reported_on(row, result, documents)
    if own or row.sourcing.is_own:
        return own
    common = first_issued(row.sourcing.citations, documents)
    begins = result.period.earliest if result.period else None
    if common and begins and common.latest and common.latest < begins:
        return None
    return common


def has_come(when: When | None, day: date) -> bool:
    """Whether a time may have come by the day; an unknown time has."""
    return when is None or when.earliest is None or when.earliest <= day


def placed(when: When | None, day: date) -> date | None:
    """The day under which a time stands in a list made on `day`: its last, if that has come."""
    last = (when.latest or when.ends or when.earliest) if when else None
    return min(last, day) if last else None
