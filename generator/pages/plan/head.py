"""The head of a plan: is it still valid, who answers for it, until when, is it late."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from generator.assess.findings import Findings
from generator.assess.places import fate
from generator.model.plan import Plan
from generator.pages import names
from generator.pages.filters import FEW
from generator.pages.page import Page
from generator.pages.plan.counts import CELLS, PlanCounts, announced_first, counts, next_due
from generator.text.words import VERDICT


def _stated(findings: Findings, plan: Plan) -> tuple[tuple[str, int], ...]:
    """How many indicators the sources themselves rate, by verdict."""
    heads = (findings.headline_of(plan, row) for row in findings.rows_of(plan))
    codes: Counter[str] = Counter(
        head.stated_verdict for head in heads if head and head.stated_verdict
    )
    return tuple((code, codes[code]) for code in VERDICT if codes[code])


_JUDGED = ("exceeded", "achieved", "nearly", "not_achieved")


@dataclass(frozen=True)
class Head:
    """What stands above and below the title."""

    eyebrow: Markup
    questions: Markup


def head(page: Page, plan: Plan) -> Head:
    """The line above the title, and the four questions below it."""
    archive = page.telling.archive
    place = archive.place.get(plan.place.id) if plan.place else None
    document = archive.document.get(plan.document.id) if plan.document else None
    counted = counts(page.telling.findings, plan)
    facts = {
        "plan": plan,
        "place": place,
        "fate": fate(archive, place, page.telling.day) if place else None,
        "document": document,
        "number": document.number if document else None,
        "life": page.telling.findings.lives[plan.id],
        "issuer": names.issuer_of(archive, plan),
        "counts": counted,
        "overdue_at": _overdue_at(plan, counted),
    }
    return Head(
        page.fragment("plan/eyebrow.html", **facts), page.fragment("plan/head.html", **facts)
    )


def _overdue_at(plan: Plan, counted: PlanCounts) -> str:
    """Where on the page what is overdue stands: the tasks, chosen where there are many."""
    if not counted.tasks.overdue:
        return "#moc"
    return "#chi-qua-han" if len(plan.tasks) > FEW else "#nhiem-vu"


def banners(page: Page, plan: Plan) -> Markup:
    """At most two: what the state of the plan means, and that it is told of only by news."""
    archive = page.telling.archive
    document = archive.document.get(plan.document.id) if plan.document else None
    cited = [archive.document.get(each.document.id) for each in plan.source]
    known = [each for each in cited if each]
    return page.fragment(
        "plan/banners.html",
        plan=plan,
        life=page.telling.findings.lives[plan.id],
        ended=plan.period.latest if plan.period else None,
        is_reported=any(row.results for row in page.telling.findings.rows_of(plan)),
        is_draft=plan.lifecycle == "drafting" or bool(document and document.status == "draft"),
        only_news=bool(known) and all(each.is_secondary for each in known),
        publishers=[each for each in known if each.is_secondary],
    )


def summary(page: Page, plan: Plan) -> Markup:
    """Counts with their denominators: the four cells, indicators by verdict, the next deadline."""
    findings = page.telling.findings
    verdicts = findings.verdicts(plan)
    judged = tuple((code, verdicts[code]) for code in _JUDGED if verdicts[code])
    return page.fragment(
        "plan/summary.html",
        plan=plan,
        counts=counts(findings, plan),
        verdicts=judged,
        stated=_stated(findings, plan),
        assessed=sum(count for _, count in judged),
        indicators=len(findings.rows_of(plan)),
        announced=(
            *announced_first(findings, plan, "indicators"),
            *announced_first(findings, plan, "tasks"),
        ),
        next_due=next_due(findings, plan),
        ways={code: f"#chi-{code}" for code in CELLS} if len(plan.tasks) > FEW else {},
    )
