"""Plans are told a second time as data files: tables, JSON, calendars, a feed of what changed.

They hold what the pages show, with everything written out that a row leaves to others, and tell
what a source says from what the program concludes as of the day.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator import addresses
from generator.assess.findings import Findings
from generator.exports import tasks_table, values_table
from generator.exports.calendars import plan_calendar, site_calendar
from generator.exports.feed import feed
from generator.exports.plan_json import index_json, plan_json
from generator.exports.register_tables import (
    DOCUMENTS_HEADER,
    PLANS_HEADER,
    document_rows,
    plan_rows,
)
from generator.exports.tables import csv_lines, table
from generator.model.plan import Plan


def exports(findings: Findings, plans_folder: str) -> Iterator[tuple[str, str]]:
    """Every data file, as its path from the root of the site and its text.

    `plans_folder` is the folder that was loaded, as its files name it; in what is written it is
    called `plans/`, as in the public repository.
    """
    values, tasks = [], []
    for plan in findings.archive.plans:
        value_rows = list(values_table.value_rows(findings, plan))
        task_lines = csv_lines(tasks_table.task_rows(findings, plan))
        tasks.append(task_lines)
        # Quotes would make the table of all plans three times as large.
        values.append(csv_lines(row[:-1] for row in value_rows))
        path = f"{addresses.plan_address(plan.id)}{plan.id}"
        yield f"{path}.csv", table(values_table.HEADER, csv_lines(value_rows))
        yield f"{path}-nhiem-vu.csv", table(tasks_table.HEADER, task_lines)
        yield f"{path}.json", plan_json(findings, plan, _file_of(plan, plans_folder))
        if calendar := plan_calendar(findings, plan):
            yield f"{path}.ics", calendar
    data = addresses.DATA
    yield f"{data}chi-tieu.csv", table(values_table.HEADER[:-1], "".join(values))
    yield f"{data}nhiem-vu.csv", table(tasks_table.HEADER, "".join(tasks))
    yield f"{data}ke-hoach.csv", table(PLANS_HEADER, csv_lines(plan_rows(findings)))
    yield f"{data}van-ban.csv", table(DOCUMENTS_HEADER, csv_lines(document_rows(findings)))
    yield f"{data}tat-ca.json", index_json(findings)
    yield f"{addresses.CALENDAR}lich.ics", site_calendar(findings)
    yield f"{addresses.CHANGES}feed.xml", feed(findings)


def _file_of(plan: Plan, plans_folder: str) -> str:
    """The file as the repository knows it: `plans/…`, wherever the folder lies here."""
    return f"plans/{plan.origin.position.file.removeprefix(plans_folder).lstrip('/')}"
