"""A plan says where it comes from, and in which month its own years begin."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.saying import At, entries, top, warning
from generator.check.survey import Survey
from generator.model.plan import Plan
from generator.model.when import When
from generator.problems import Problem


def plans_have_an_origin(survey: Survey) -> Iterator[Problem]:
    """A plan has its own document, or at least an issuer or a source."""
    for plan in survey.archive.plans:
        if not (plan.document or plan.issuer or plan.source):
            yield warning(
                top(plan).at("id"),
                "kế hoạch không có `document:` (văn bản ban hành), `issuer:` (cơ quan ban hành) "
                "hay `source:` (nguồn): thêm ít nhất một, ví dụ `document: 84-kh-ubnd-ha-noi`",
                "the plan has no `document:` (its own act), `issuer:` or `source:`: add at least "
                "one, e.g. `document: 84-kh-ubnd-ha-noi`",
            )


def fiscal_years_have_their_month(survey: Survey) -> Iterator[Problem]:
    """Where a plan counts in years such as 2024/2025, it says in which month they begin."""
    asking = {plan.id for plan in survey.archive.plans if plan.year_starts is None}
    seen: set[str] = set()
    for plan, at, when in _periods(survey):
        if plan.id in asking - seen and _is_fiscal(when):
            seen.add(plan.id)
            yield warning(
                at,
                f"`{when}` bắt đầu tháng nào? Thêm vào kế hoạch `year_starts:`, ví dụ "
                "`year_starts: 09` (năm học), để biết ngày bắt đầu và kết thúc",
                f"in which month does `{when}` begin? Add `year_starts:` to the plan, e.g. "
                "`year_starts: 04` for a year from April to March, so that its days are known",
            )


def _periods(survey: Survey) -> Iterator[tuple[Plan, At, When]]:
    """The periods of plans, their targets and results, and the deadlines of their tasks."""
    for plan in survey.archive.plans:
        if plan.period:
            yield plan, top(plan).at("period"), plan.period
    for plan, _, spot, value in (*survey.targets, *survey.results):
        if value.period:
            yield plan, spot.at("period"), value.period
    for plan, spot, task in survey.tasks:
        for each, deadline in entries(spot, "due", task.due):
            if deadline.due:
                yield plan, each.at("due"), deadline.due


def _is_fiscal(when: When) -> bool:
    """Whether a time is told in years that begin in the middle of a calendar year."""
    units = {moment.unit for moment in (when.start, when.end) if moment}
    return bool(units & {"school_year", "school_quarter"})
