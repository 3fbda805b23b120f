"""What has become of the registers: places, bodies, documents, shared indicators."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.compare.difference import Difference
from generator.compare.fields import edits, own_fields_changed
from generator.compare.pairing import by_id
from generator.compare.plans import called
from generator.model.archive import Archive
from generator.model.registers import Agency, Definition, Document, Place

_NOUNS = {
    "places": ("địa phương", "place"),
    "agencies": ("cơ quan", "body"),
    "documents": ("văn bản", "document"),
    "definitions": ("chỉ tiêu dùng chung", "shared indicator"),
}


def registers_compared(before: Archive, after: Archive) -> Iterator[Difference]:
    """Everything that has changed in the registers."""
    for register, noun in _NOUNS.items():
        entries: Sequence[Place | Agency | Document | Definition] = getattr(before, register)
        pairs = by_id(entries, getattr(after, register))
        for entry in pairs.gone:
            yield Difference(
                "removed",
                "",
                called(entry),
                f"bỏ {noun[0]} `{entry.id}`",
                f"{noun[1]} `{entry.id}` removed",
                entry.origin.position,
                before=entry.id,
            )
        for entry in pairs.new:
            yield Difference(
                "added",
                "",
                called(entry),
                f"{noun[0]} mới",
                f"new {noun[1]}",
                entry.origin.position,
                after=entry.id,
            )
        for old, new in pairs.both:
            if old.id != new.id:
                yield Difference(
                    "renamed",
                    "",
                    called(new),
                    f"mã `{old.id}` → `{new.id}`",
                    f"id `{old.id}` → `{new.id}`",
                    new.origin.of("id"),
                )
            if fields := tuple(own_fields_changed(old, new)):
                vi, en = edits(old, new, fields)
                yield Difference("edited", "", called(new), vi, en, new.origin.of(fields[0]))
