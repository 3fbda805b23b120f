"""What is missing, contradictory or stale, plan by plan, as sentences with the line to mend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator import addresses
from generator.assess.completeness import Completeness, Tally
from generator.assess.freshness import Freshness, freshness
from generator.model.plan import Plan
from generator.pages import links
from generator.pages.filters import filter_form
from generator.pages.page import Page, Telling
from generator.pages.plan_list import by_place
from generator.problems import Problem
from generator.text.saying import say, say_in
from generator.text.times import day_words
from generator.text.words import Words, word


@dataclass(frozen=True, slots=True)
class Report:
    """What can be said of the data of one plan."""

    plan: Plan
    sentences: tuple[str | Markup, ...]
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
        "quality.md",
        filter=filter_form(page, say(telling.language, "câu", "sentences")),
        reports=page.fragment("quality.html", reports=reports, others=others),
    )


def _report(telling: Telling, plan: Plan, warnings: list[Problem]) -> Report:
    found = telling.findings.completeness[plan.id]
    heard = freshness(telling.archive, plan, telling.day)
    return Report(
        plan,
        (*_announced(telling, plan, found), *_tallies(telling, found), *_heard(telling, heard)),
        tuple(warnings),
        tuple(note.text for note in plan.notes if note.kind == "inconsistency"),
        found.names,
    )


_WHAT: Words = {
    "indicators": ("chỉ tiêu", "indicators"),
    "tasks": ("nhiệm vụ", "tasks"),
    "sections": ("nhóm", "groups"),
    "milestones": ("mốc", "milestones"),
}


def _announced(telling: Telling, plan: Plan, found: Completeness) -> Iterator[Markup]:
    language = telling.language
    page = Page(telling, addresses.QUALITY, plan.language, plan.id)
    for each in found.announced:
        wordings = (
            "Văn bản nêu {declared} {what}; trang này ghi {recorded}.",
            "The document announces {declared} {what}; {recorded} are entered here.",
        )
        section = None
        if each.section:
            section = links.title(page, plan, each.section)
            wordings = (
                "Phần “{section}”: văn bản nêu {declared} {what}; trang này ghi {recorded}.",
                "Section “{section}” announces {declared} {what}; {recorded} are entered here.",
            )
        yield say_in(
            Markup,
            language,
            *wordings,
            section=section,
            declared=each.declared,
            what=word(_WHAT, each.what, language),
            recorded=each.recorded,
        )


_ALWAYS = (
    ("values_with_own_source", "giá trị có nguồn riêng", "values with a source of their own"),
    ("targets_with_baseline", "mục tiêu có mốc gốc", "targets with a baseline"),
    ("due_targets_with_result", "mục tiêu đã đến kỳ có kết quả", "due targets with a result"),
)
_IF_SOME = (
    ("indicators_without_unit", "chỉ tiêu không có đơn vị", "indicators without a unit"),
    ("tasks_without_lead", "nhiệm vụ không nêu cơ quan chủ trì", "tasks without a lead agency"),
    ("tasks_without_deadline", "nhiệm vụ không ấn định thời hạn", "tasks without a deadline"),
    (
        "tasks_overdue_unreported",
        "nhiệm vụ quá hạn mà chưa có báo cáo",
        "tasks past their deadline without a report",
    ),
    (
        "completed_without_day",
        "nhiệm vụ hoàn thành mà không rõ ngày",
        "completed tasks without a known day",
    ),
    (
        "references_without_identity",
        "lượt nêu tên chưa định danh",
        "mentions by a name that is not registered",
    ),
)


def _tallies(telling: Telling, found: Completeness) -> Iterator[str]:
    """So many of so many; what is missing is told only where something is."""
    for field, vi, en in (*_ALWAYS, *_IF_SOME):
        tally: Tally = getattr(found, field)
        if tally.of and (tally.count or (field, vi, en) in _ALWAYS):
            wordings = f"{{count}} trên {{of}} {vi}.", f"{{count}} of {{of}} {en}."
            yield say(telling.language, *wordings, count=tally.count, of=tally.of)


def _heard(telling: Telling, heard: Freshness) -> Iterator[str]:
    language = telling.language
    if heard.last_news:
        yield say(
            language,
            "Tin mới nhất về kế hoạch này: ngày {day}.",
            "Latest news of this plan: {day}.",
            day=day_words(heard.last_news, language),
        )
    if not heard.expected:
        return
    day = day_words(heard.expected, language)
    if heard.days_late:
        yield say(
            language,
            "Báo cáo kỳ tới phải có chậm nhất ngày {day}; đã trễ {n} ngày.",
            "The next report was due by {day}; it is {n} day late.|"
            "The next report was due by {day}; it is {n} days late.",
            day=day,
            n=heard.days_late,
        )
    else:
        wordings = "Báo cáo kỳ tới: chậm nhất ngày {day}.", "Next report: by {day}."
        yield say(language, *wordings, day=day)
