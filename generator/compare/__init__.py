"""What a change means: two states of the loaded plans are compared, not their texts."""

from __future__ import annotations

from dataclasses import replace

from generator.compare.difference import GRAVITY, Difference
from generator.compare.plans import plans_compared
from generator.compare.registers import registers_compared
from generator.model.archive import Archive
from generator.model.registers import Removal


def differences(before: Archive, after: Archive) -> tuple[Difference, ...]:
    """All that has changed, the gravest first, then in the order of the files.

    Whatever says the same as before, moved or reformatted, is no difference.  Nor is what could
    not be read on one of the sides.
    """
    unread = {"removed": after.broken, "added": before.broken}
    found = [
        each
        for each in (*plans_compared(before, after), *registers_compared(before, after))
        if each.entry not in unread.get(each.kind, ())
    ]
    why = {removal.id: removal for removal in after.removals}
    told = (_with_reason(each, why.get(each.name)) for each in found)
    return tuple(sorted(told, key=lambda each: GRAVITY.index(each.kind)))


def _with_reason(each: Difference, removal: Removal | None) -> Difference:
    """A removal with the reason that the register of removals gives."""
    if each.kind != "removed" or removal is None:
        return each
    return replace(
        each,
        vi=f"{each.vi}, lý do: {removal.reason}",
        en=f"{each.en}, reason: {removal.reason}",
    )
