"""What a change means: two states of the loaded plans are compared, not their texts."""

from __future__ import annotations

from generator.compare.difference import GRAVITY, Difference
from generator.compare.plans import plans_compared
from generator.compare.registers import registers_compared
from generator.model.archive import Archive


def differences(before: Archive, after: Archive) -> tuple[Difference, ...]:
    """All that has changed, the gravest first, then in the order of the files.

    Whatever says the same as before, moved or reformatted, is no difference.
    """
    found = [*plans_compared(before, after), *registers_compared(before, after)]
    return tuple(sorted(found, key=lambda each: GRAVITY.index(each.kind)))
