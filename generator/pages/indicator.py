"""The page of an indicator of a plan: its series, each target with who set it, its adjustments."""

from __future__ import annotations

from generator import addresses
from generator.assess.changes import Change, plan_changes
from generator.assess.parts import parts_sums
from generator.assess.revisions import revisions
from generator.model.plan import Plan
from generator.model.written_out import Row, every
from generator.pages import names
from generator.pages.charts import chart
from generator.pages.citing import citing
from generator.pages.corrections import corrections
from generator.pages.events import told
from generator.pages.page import Page, Telling
from generator.pages.plan.indicators import newest
from generator.pages.series import Line, lines
from generator.pages.side_by_side import (
    MOST,
    Member,
    SideBySide,
    beside_each_other,
    common_unit,
    side_by_side,
)
from generator.pages.source_list import source_list


def indicator_page(telling: Telling, plan: Plan, row: Row) -> tuple[str, str]:
    """The path and text of an indicator's page."""
    page = Page(telling, addresses.row_address(row), plan.language, plan.id)
    findings, language = telling.findings, telling.language
    shown = tuple(every([row]))
    series = {each.path: lines(findings, plan, each, language) for each in shown}
    charts = {each.path: chart(page, plan, each, series[each.path]) for each in shown}
    parts = _parts(page, shown, series)
    if len(shown) - 1 > MOST:
        charts |= dict.fromkeys(each.path for each in shown if each.is_part)
    elif parts:
        charts |= dict.fromkeys(parts.keys)
    return page.markdown(
        "indicator.md",
        name=telling.title(names.row_name(telling.archive, row, language)),
        citing=citing(page, names.row_cited(telling.archive, row, language)),
        eyebrow=page.fragment("indicator/eyebrow.html", plan=plan, row=row),
        head=page.fragment(
            "indicator/head.html",
            plan=plan,
            row=row,
            headline=findings.headline_of(plan, row),
            newest=newest(row.results),
        ),
        series=page.fragment(
            "indicator/series.html",
            plan=plan,
            rows=shown,
            series=series,
            charts=charts,
            parts=beside_each_other(page, parts),
            sums={each.path: parts_sums(each, telling.archive.document) for each in shown},
        ),
        revisions=page.fragment(
            "plan/revisions.html",
            events=told(page, _adjustments(telling, plan, shown), with_plan=False),
        ),
        corrections=corrections(page, row.indicator.origin.position),
        sources=source_list(page),
    )


def _parts(
    page: Page, shown: tuple[Row, ...], series: dict[str, tuple[Line, ...]]
) -> SideBySide | None:
    """The parts of an indicator beside each other, where they can be compared."""
    archive, language = page.telling.archive, page.telling.language
    members = [
        Member(
            each.path,
            names.row_name(archive, each, language),
            f"#ct-{each.anchor}",
            each,
            series[each.path],
        )
        for each in shown
        if each.is_part
    ]
    return side_by_side(page, members, common_unit(members))


def _adjustments(telling: Telling, plan: Plan, rows: tuple[Row, ...]) -> list[Change]:
    if not any(revisions(row, telling.archive.document, telling.day) for row in rows):
        return []
    paths = {row.path for row in rows}
    return [
        change
        for change in plan_changes(telling.archive, plan, telling.day)
        if change.kind in ("target_adjusted", "corrected") and change.path in paths
    ]
