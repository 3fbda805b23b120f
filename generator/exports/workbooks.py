"""Each plan as a workbook to download: its indicators, targets, results, tasks and milestones.

It is the very workbook of `table export`, so what somebody fills in can be brought back.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator import addresses
from generator.model.archive import Archive
from generator.sheets.rows import plan_rows
from generator.sheets.workbook import fingerprint, workbook


def workbooks(archive: Archive) -> Iterator[tuple[str, bytes]]:
    """The workbook of every plan, as its path from the root of the site and its bytes.

    The same plans give the same bytes.  Raises `OSError` where a plan's file has gone meanwhile.
    """
    for plan in archive.plans:
        content = Path(plan.origin.position.file).read_bytes()
        path = f"{addresses.plan_address(plan.id)}{plan.id}.xlsx"
        yield path, workbook(plan_rows(archive, plan), fingerprint(content))
