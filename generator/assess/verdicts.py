"""Whether a target was reached, and how that compares with what the source itself says.

The rules are the model's (verdict; stated against concluded): only 100 % counts, a stated verdict
stays as printed, and a contradiction is shown, not settled.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from generator.assess.assessment import Assessment as Assessment
from generator.assess.assessment import with_words
from generator.assess.days import NO_DOCUMENTS, Documents, has_come, reported_on
from generator.assess.judging import (
    FINAL,
    Judgement,
    answering,
    judged,
    judgement,
    latest_level,
    latest_of,
    period_end,
    share_judgement,
)
from generator.assess.judging import Reason as Reason
from generator.assess.revisions import TargetLine, target_lines
from generator.model.indicators import Result, ShareOfPlan, Target
from generator.model.plan import Plan
from generator.model.when import When
from generator.model.written_out import Row


def assessments(
    plan: Plan, row: Row, day: date, documents: Documents = NO_DOCUMENTS
) -> tuple[Assessment, ...]:
    """One assessment per target in force; without targets one per stated share or verdict.

    Results whose as-of day or period comes after the day don't count yet.
    """
    known = tuple(
        result
        for result in row.results
        if (result.period or not result.said("period"))  # a time in words matches no target's
        and has_come(result.period, day)
        and has_come(reported_on(row, result, documents), day)
    )
    case = _Case(plan, row, day, documents, target_lines(row, documents, day), known)
    if not case.lines:
        return tuple(_without_targets(case))
    found = [each for line in case.lines for each in _of_line(case, line)]
    if len(case.lines) > 1:
        found = _one_agreement_suffices(found)
        if row.indicator.stated:
            whole = Assessment("not_assessable", "stated_of_whole")
            found.append(with_words(case.plan, whole, row.indicator.stated))
    return tuple(found)


def headline(row_assessments: Sequence[Assessment], day: date) -> Assessment | None:
    """The assessment that stands for the row where only one can be shown.

    Binding targets before aspirations and forecasts; of these the period that ended last, else
    the one that ends next.
    """
    if not row_assessments:
        return None
    own = [each for each in row_assessments if each.reason != "stated_of_whole"]
    binding = [each for each in own if not (each.line and each.line.modality)] or own
    ended = [each for each in binding if (period_end(each.period) or date.min) < day]
    if ended:
        return max(ended, key=lambda each: period_end(each.period) or date.min)
    return min(binding, key=lambda each: period_end(each.period) or date.max, default=None)


class _Case(NamedTuple):
    """A row on a day: its targets, and the results known by then."""

    plan: Plan
    row: Row
    day: date
    documents: Documents
    lines: tuple[TargetLine, ...]
    results: tuple[Result, ...]


def _of_line(case: _Case, line: TargetLine) -> Iterator[Assessment]:
    results = case.results
    if line.period and line.period.recurrence:
        results = tuple(each for each in results if not _is_running(case, each.period))
    answers = answering(line.period, results)
    shares, shared = _shares(case, line, answers)
    if shared:
        for share in shares:
            yield _of_share(case, line.period, shared, share, line)
        return
    result = judged(case.row, answers, line.period, case.documents)
    words = _words(case, result, answers)
    if words is None and len(case.lines) == 1:
        words = case.row.indicator.stated
    if _is_running(case, line.period) and not _is_inapplicable(line.in_force):
        yield _not_due(case, line, result, words)
    else:
        yield _due(case, line, result, words)


def _due(case: _Case, line: TargetLine, result: Result | None, words: str | None) -> Assessment:
    found = judgement(case.row, line.in_force, result)
    latest, level = result, found
    if found.verdict == "no_data":
        latest, level = _level(case, line)
    first = None
    if len(line.versions) > 1 and found.verdict != "no_data":
        by_first = judgement(case.row, line.first, result).verdict
        first = by_first if by_first in FINAL and by_first != found.verdict else None
    assessment = Assessment(
        found.verdict,
        found.reason,
        line.period,
        line,
        result,
        is_provisional=found.is_provisional,
        first_verdict=first,
        latest=latest if level.verdict in FINAL else None,
        latest_meets=_meets(level),
    )
    return with_words(case.plan, assessment, words, level)


def _not_due(case: _Case, line: TargetLine, result: Result | None, words: str | None) -> Assessment:
    latest, level = _level(case, line)
    alone = len(case.lines) == 1
    if words is None and latest and alone and not _has_own_target(case, line, latest):
        words = latest.stated
    assessment = Assessment(
        "not_due",
        "period_running",
        line.period,
        line,
        result,
        latest=latest,
        latest_meets=_meets(level),
    )
    return with_words(case.plan, assessment, words, level)


def _of_share(
    case: _Case,
    period: When | None,
    result: Result,
    share: ShareOfPlan,
    line: TargetLine | None = None,
) -> Assessment:
    found = share_judgement(case.row, share, result)
    assessment = Assessment(
        found.verdict,
        found.reason,
        period,
        line,
        result,
        share,
        is_provisional=found.is_provisional,
        latest=result,
        latest_meets=_meets(found),
    )
    if _is_running(case, period):
        assessment = replace(
            assessment, verdict="not_due", reason="period_running", is_provisional=False
        )
    words = result.stated or (case.row.indicator.stated if len(case.lines) == 1 else None)
    return with_words(case.plan, assessment, words, found)


def _without_targets(case: _Case) -> list[Assessment]:
    """What percentages of the plan and stated verdicts say, by period."""
    periods: dict[str, list[Result]] = {}
    for result in case.results:
        periods.setdefault(result.period.written if result.period else "", []).append(result)
    found: list[Assessment] = []
    for results in periods.values():
        period = results[0].period
        shared = [each for each in results if each.of_plan]
        chosen = judged(case.row, shared, period, case.documents)
        if chosen:
            found += [_of_share(case, period, chosen, share) for share in chosen.of_plan]
        elif words := _words(case, None, results):
            stated = next(each for each in results if each.stated == words)
            untold = Assessment("not_assessable", "no_target", period, result=stated)
            found.append(with_words(case.plan, untold, words))
    if words := case.row.indicator.stated:
        if len(found) == 1 and found[0].stated is None:
            return [with_words(case.plan, found[0], words)]
        found.append(with_words(case.plan, Assessment("not_assessable", "no_target"), words))
    return found


def _shares(
    case: _Case, line: TargetLine, answers: Sequence[Result]
) -> tuple[tuple[ShareOfPlan, ...], Result | None]:
    """The percentages of the plan that belong to a target whose number is not told.

    Those under the name of the body that set it; else all, if no other target of the period could
    be meant; else the one that names nobody.
    """
    promise = line.in_force.value
    if promise is None or promise.missing in (None, "not applicable"):
        return (), None
    result = judged(
        case.row, [each for each in answers if each.of_plan], line.period, case.documents
    )
    if result is None:
        return (), None
    setter = line.set_by.written if line.set_by else None
    shares = tuple(each for each in result.of_plan if setter and each.assigned_by == setter)
    if not shares:
        rivals = [other for other in case.lines if other.period == line.period]
        shares = tuple(
            each for each in result.of_plan if len(rivals) == 1 or each.assigned_by is None
        )
    return shares, result if shares else None


def _words(case: _Case, result: Result | None, answers: Sequence[Result]) -> str | None:
    """The verdict stated with the result that is judged, else the latest one of its period."""
    if result and result.stated:
        return result.stated
    stated = [each for each in answers if each.stated]
    return latest_of(case.row, stated, case.documents).stated if stated else None


def _one_agreement_suffices(found: list[Assessment]) -> list[Assessment]:
    """A verdict stated for one result that answers several targets is true of one of them."""
    agreed = {
        id(each.result)
        for each in found
        if each.result and each.stated and each.is_final and not each.differs
    }
    return [
        replace(each, differs=False, within_tolerance=False)
        if each.differs and id(each.result) in agreed
        else each
        for each in found
    ]


def _level(case: _Case, line: TargetLine) -> tuple[Result | None, Judgement]:
    """The newest level up to the end of a target's period, and what it means for the target."""
    end = line.period.ends if line.period else None
    latest = latest_level(case.row, case.results, end, case.documents)
    return latest, judgement(case.row, line.in_force, latest)


def _meets(level: Judgement) -> bool | None:
    return level.verdict != "not_achieved" if level.verdict in FINAL else None


def _is_running(case: _Case, period: When | None) -> bool:
    end = period_end(period)
    return end is not None and case.day <= end


def _is_inapplicable(target: Target) -> bool:
    return target.value is not None and target.value.missing == "not applicable"


def _has_own_target(case: _Case, line: TargetLine, result: Result) -> bool:
    """Whether a result answers another target, so that its stated verdict speaks of that."""
    return any(answering(other.period, (result,)) for other in case.lines if other is not line)
