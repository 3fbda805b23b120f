"""The table of indicators in the columns that officials and readers know."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.assess.parts import PartsSum, parts_sums
from generator.assess.verdicts import Assessment
from generator.model.indicators import Baseline, Result
from generator.model.plan import Plan, Section
from generator.model.written_out import Row, every
from generator.pages import links
from generator.pages.bullets import bullet
from generator.pages.filters import in_use
from generator.pages.page import Page
from generator.pages.plan.counts import announced_in
from generator.pages.plan.sections import depth, homes
from generator.pages.sort_keys import GRAVITY, alphabetic, by_gravity, sort_keys, unsorted
from generator.text.numbers import unit_words
from generator.text.words import VERDICT

MOST_LINES = 3
"""An indicator with more targets shows the one that counts, and links to its page for the rest."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One indicator with what its cells show.

    `lines` are the assessments shown, `more` how many targets are left to the indicator's page;
    `latest` is the newest result where no line has one; `also` are further results of the periods
    shown, such as another reporter's.
    """

    row: Row
    lines: tuple[Assessment, ...]
    more: int
    latest: Result | None
    also: tuple[Result, ...]
    baseline: Baseline | None
    bar: Markup
    sums: tuple[PartsSum, ...]


@dataclass(frozen=True, slots=True)
class TableGroup:
    """The rows of one section; `section` is `None` for indicators outside any.

    `is_home`: the section has its row here, not among the tasks.
    """

    section: Section | None
    depth: int
    is_home: bool
    rows: tuple[TableRow, ...]


def indicators(page: Page, plan: Plan) -> Markup:
    """The indicator table, empty for a plan without indicators."""
    if not plan.indicators:
        return Markup("")
    groups = _groups(page, plan)
    rows = [each for group in groups for each in group.rows]
    announced = announced_in(page.telling.findings, plan, None, "indicators")
    return page.fragment(
        "plan/indicators.html",
        plan=plan,
        groups=groups,
        codes=in_use(
            VERDICT,
            (line.verdict for each in rows for line in each.lines),
        )
        or ("no_data",),
        keys=_sort_keys(page, rows),
        total=announced.recorded if announced else len(plan.indicators),
        longest_number=max(
            len(each.row.indicator.number or "") for group in groups for each in group.rows
        ),
        shows_bars=any(each.bar for group in groups for each in group.rows),
    )


def _sort_keys(page: Page, rows: list[TableRow]) -> dict[str, str]:
    """By the path of the row.  Values of different units are not compared."""
    keys = sort_keys(
        unsorted(rows),
        alphabetic(links.row_name(page, each.row) for each in rows),
        alphabetic(unit_words(each.row.unit, page.telling.language) for each in rows),
        unsorted(rows),
        unsorted(rows),
        unsorted(rows),
        by_gravity("verdict", (_gravest(each) for each in rows)),
    )
    return {each.row.path: key for each, key in zip(rows, keys, strict=True)}


def _gravest(each: TableRow) -> str | None:
    """The gravest of the verdicts shown."""
    codes = {line.verdict for line in each.lines}
    return next((code for code in GRAVITY["verdict"] if code in codes), None)


def _groups(page: Page, plan: Plan) -> tuple[TableGroup, ...]:
    by_section: dict[str | None, list[TableRow]] = {}
    for row in page.telling.findings.rows_of(plan):
        key = row.section.id if row.section else None
        by_section.setdefault(key, []).extend(_table_row(page, plan, each) for each in every([row]))
    home = homes(plan)
    groups = [TableGroup(None, 0, False, tuple(by_section[None]))] if None in by_section else []
    for section in plan.sections:
        is_home = home[section.id] == "indicators"
        if is_home or section.id in by_section:
            rows = tuple(by_section.get(section.id, ()))
            groups.append(TableGroup(section, depth(plan, section), is_home, rows))
    return tuple(groups)


def _table_row(page: Page, plan: Plan, row: Row) -> TableRow:
    findings = page.telling.findings
    assessed = findings.rows[plan.id][row.path]
    lines = assessed
    if len(assessed) > MOST_LINES:
        head = findings.headline_of(plan, row)
        lines = (head,) if head else assessed[:1]
    latest = newest(row.results) if not any(line.result for line in lines) else None
    return TableRow(
        row,
        lines,
        len(assessed) - len(lines),
        latest,
        _also(row, [each for each in (*(line.result for line in lines), latest) if each]),
        row.baseline[-1] if row.baseline else None,
        _bar(row, lines),
        tuple(each for each in parts_sums(row, page.telling.archive.document) if each.difference),
    )


def _also(row: Row, shown: list[Result]) -> tuple[Result, ...]:
    """The results of the same periods that are not shown."""
    periods = [each.period for each in shown]
    return tuple(
        each
        for each in row.results
        if each.period in periods and not any(each is other for other in shown)
    )


def newest(results: tuple[Result, ...]) -> Result | None:
    """The result of the last period, an actual figure before an estimate of the same period."""
    if not results:
        return None
    return max(
        results,
        key=lambda each: (each.period.sort_key if each.period else (0, "", "", ""), not each.kind),
    )


def _bar(row: Row, lines: tuple[Assessment, ...]) -> Markup:
    if len(lines) != 1 or not lines[0].target:
        return Markup("")
    line = lines[0]
    result = line.result or line.latest
    baseline = row.baseline[-1].value if row.baseline else None
    return bullet(
        result.value if result else None,
        line.target.value if line.target else None,
        baseline,
        bool(result and result.kind),
    )
