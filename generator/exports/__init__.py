"""Plans are told a second time as data files: tables, JSON, calendars, a feed of what changed.

They hold what the pages show, with everything written out that a row leaves to others, and tell
what a source says from what the program concludes as of the day.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator import addresses
from generator.assess.findings import Findings
from generator.exports import tasks_table, values_table
from generator.exports.atom import feed
from generator.exports.calendars import plan_calendar, site_calendar
from generator.exports.register_tables import (
    DOCUMENTS_HEADER,
    PLANS_HEADER,
    document_rows,
    plan_rows,
)
from generator.exports.tables import csv_lines, table
from generator.exports.whole_plans import index_json, plan_json
from generator.model.plan import Plan


def exports(findings: Findings, plans_folder: str) -> Iterator[tuple[str, str]]:
    """Every data file, as its path from the root of the site and its text.

    `plans_folder` is the folder that was loaded, as its files name it; in what is written it is
    called `plans/`, as in the public repository.
    """
    values: list[str] = []
    tasks: list[str] = []
    for plan in findings.archive.plans:
        values.append(csv_lines(values_table.value_rows(findings, plan)))
        tasks.append(csv_lines(tasks_table.task_rows(findings, plan)))
        path = f"{addresses.plan_address(plan.id)}{plan.id}"
        yield f"{path}.csv", table(values_table.HEADER, values[-1])
        yield f"{path}-nhiem-vu.csv", table(tasks_table.HEADER, tasks[-1])
        yield f"{path}.json", plan_json(findings, plan, _file_of(plan, plans_folder))
        if plan.tasks or plan.milestones:
            yield f"{path}.ics", plan_calendar(findings, plan)
    data = addresses.DATA
    yield f"{data}chi-tieu.csv", table(values_table.HEADER, "".join(values))
    yield f"{data}nhiem-vu.csv", table(tasks_table.HEADER, "".join(tasks))
    yield f"{data}ke-hoach.csv", table(PLANS_HEADER, csv_lines(plan_rows(findings)))
    yield f"{data}van-ban.csv", table(DOCUMENTS_HEADER, csv_lines(document_rows(findings)))
    yield f"{data}tat-ca.json", index_json(findings)
    yield f"{addresses.CALENDAR}lich.ics", site_calendar(findings)
    yield f"{addresses.CHANGES}feed.xml", feed(findings)


def _file_of(plan: Plan, plans_folder: str) -> str:
    """The file as the repository knows it: `plans/…`, wherever the folder lies here."""
    return f"plans/{plan.origin.position.file.removeprefix(plans_folder).lstrip('/')}"
