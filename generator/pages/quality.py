"""What is missing, contradictory or stale, plan by plan, as sentences with the line to mend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import addresses
from generator.assess.completeness import Completeness, Tally
from generator.assess.freshness import Freshness, freshness
from generator.model.plan import Plan
from generator.pages.page import Page, Telling
from generator.pages.plan_list import by_place
from generator.problems import Problem
from generator.text.numbers import number_words
from generator.text.times import day_words


@dataclass(frozen=True, slots=True)
class Report:
    """What can be said of the data of one plan."""

    plan: Plan
    sentences: tuple[str, ...]
    warnings: tuple[Problem, ...]
    contradictions: tuple[str, ...]
    names: tuple[str, ...]


def quality_page(telling: Telling, warnings: Sequence[Problem]) -> tuple[str, str]:
    """The path and text of the page on the quality of the data."""
    page = Page(telling, addresses.QUALITY)
    by_file: dict[str, list[Problem]] = {}
    for warning in warnings:
        by_file.setdefault(warning.position.file, []).append(warning)
    plans = by_place(page, telling.archive.plans)
    reports = tuple(
        _report(telling, plan, by_file.pop(plan.origin.position.file, [])) for plan in plans
    )
    others = tuple(each for listed in by_file.values() for each in listed)
    return page.markdown(
        "quality.md", reports=page.fragment("quality.html", reports=reports, others=others)
    )


def _report(telling: Telling, plan: Plan, warnings: list[Problem]) -> Report:
    found = telling.findings.completeness[plan.id]
    heard = freshness(telling.archive, plan, telling.day)
    return Report(
        plan,
        (*_announced(found), *_tallies(found), *_heard(heard)),
        tuple(warnings),
        tuple(note.text for note in plan.notes if note.kind == "inconsistency"),
        found.names,
    )


_WHAT = {"indicators": "chỉ tiêu", "tasks": "nhiệm vụ", "sections": "nhóm", "milestones": "mốc"}


def _announced(found: Completeness) -> Iterator[str]:
    for each in found.announced:
        what = _WHAT[each.what]
        where = f"Phần “{each.section.title}”: văn" if each.section else "Văn"
        yield (
            f"{where} bản nêu {number_words(each.declared)} {what}; "
            f"trang này ghi {number_words(each.recorded)}."
        )


def _tallies(found: Completeness) -> Iterator[str]:
    yield from _said(found.values_with_own_source, "giá trị có nguồn riêng")
    yield from _said(found.targets_with_baseline, "mục tiêu có mốc gốc")
    yield from _said(found.due_targets_with_result, "mục tiêu đã đến kỳ có kết quả")
    yield from _said(found.indicators_without_unit, "chỉ tiêu không có đơn vị", only_some=True)
    yield from _said(found.tasks_without_lead, "nhiệm vụ không nêu cơ quan chủ trì", only_some=True)
    yield from _said(
        found.tasks_without_deadline, "nhiệm vụ không ấn định thời hạn", only_some=True
    )
    yield from _said(
        found.tasks_overdue_unreported, "nhiệm vụ quá hạn mà chưa có báo cáo", only_some=True
    )
    yield from _said(
        found.completed_without_day, "nhiệm vụ hoàn thành mà không rõ ngày", only_some=True
    )
    yield from _said(
        found.references_without_identity, "lượt nêu tên chưa định danh", only_some=True
    )


def _said(tally: Tally, what: str, only_some: bool = False) -> Iterator[str]:
    if tally.of and (tally.count or not only_some):
        yield f"{number_words(tally.count)} trên {number_words(tally.of)} {what}."


def _heard(heard: Freshness) -> Iterator[str]:
    if heard.last_news:
        yield f"Tin mới nhất về kế hoạch này: ngày {day_words(heard.last_news)}."
    if heard.expected and heard.days_late:
        yield (
            f"Báo cáo kỳ tới phải có chậm nhất ngày {day_words(heard.expected)}; "
            f"đã trễ {number_words(heard.days_late)} ngày."
        )
    elif heard.expected:
        yield f"Báo cáo kỳ tới: chậm nhất ngày {day_words(heard.expected)}."
