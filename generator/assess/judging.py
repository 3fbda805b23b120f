"""Which result answers a target, and what it means for it (model: verdict)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from generator.assess.days import Documents, reported_on
from generator.assess.measures import (
    Measure,
    are_comparable,
    exact,
    from_baseline,
    measure,
    outcome,
    side,
)
from generator.model.indicators import Result, ShareOfPlan, Target
from generator.model.vocabularies import ResultKind, Verdict
from generator.model.when import When
from generator.model.written_out import Row

Reason = Literal[
    "compared",  # numbers were compared
    "met_or_not",  # a yes-or-no target
    "share_of_plan",  # no number to reach, but the percentage of the plan
    "period_running",  # the period of the target has not ended
    "no_result",  # nothing entered for the period
    "result_missing",  # the result says: not stated, not reported, not published
    "result_in_words",
    "target_in_words",
    "target_missing",  # the target says: not stated, not published …
    "not_applicable",
    "no_good_side",  # neither direction nor operator says which side is better
    "sides_disagree",  # direction and operator contradict each other
    "other_scale",  # change against level, other unit, other base year, other whole
    "result_open",  # a range or bound that leaves both verdicts possible
    "short_of_about",  # short of an "about" target
    "share_not_up",  # percentage of the plan where higher is not said to be better
    "only_share",  # target has a number, result only a percentage of the plan
    "only_stated",  # result has only the verdict in the source's words
    "no_target",
    "stated_of_whole",  # the source's verdict about an indicator with several targets
]

FINAL: Final[frozenset[Verdict]] = frozenset({"exceeded", "achieved", "not_achieved"})
"""The verdicts that numbers can bring."""

_WHOLE_PLAN = Measure("exactly", Decimal(100), Decimal(100))
_ACTUALITY: dict[ResultKind | None, int] = {None: 2, "preliminary": 1, "estimate": 0}


class Judgement(NamedTuple):
    """A verdict, the branch that led to it, and whether it may still change.

    `shortfall` is the distance of the result from the nearest end of the target, in percent of
    that end; `None` for ranges, bounds and words.
    """

    verdict: Verdict
    reason: Reason
    is_provisional: bool = False
    shortfall: Decimal | None = None


def judgement(row: Row, target: Target, result: Result | None) -> Judgement:
    """What a result means for a target whose period has ended."""
    promise = target.value
    if promise is not None and promise.missing:
        applies = promise.missing != "not applicable"
        return Judgement("not_assessable", "target_missing" if applies else "not_applicable")
    if result is None:
        return Judgement("no_data", "no_result")
    unnumbered = _without_a_number(result)
    if unnumbered and (promise is not None or unnumbered.verdict == "no_data"):
        return unnumbered
    if promise is None:
        return Judgement("not_assessable", "target_in_words")
    if promise.met is not None:
        return _met(promise.met, result)
    measured = _on_one_scale(row, target, result)
    if measured is None:
        return Judgement("not_assessable", "other_scale")
    wanted, reached = measured
    good = side(row.direction, wanted)
    if good == "no_good_side" or good == "sides_disagree":
        return Judgement("not_assessable", good)
    found = outcome(wanted, reached, good)
    if found == "short_of_about":
        return Judgement("not_assessable", "short_of_about")
    if found == "open":
        return Judgement("not_assessable", "result_open")
    provisional = result.kind is not None or reached.operator == "about"
    return Judgement(found, "compared", provisional, _shortfall(wanted, reached))


def _on_one_scale(row: Row, target: Target, result: Result) -> tuple[Measure, Measure] | None:
    """What is wanted and what was reached, if they can be held against each other."""
    wanted = measure(target.value, row.unit, target.period)
    reached = measure(result.value, row.unit, result.period)
    if wanted and reached and wanted.scale != "level" and reached.scale == "level":
        wanted = _level_wanted(row, wanted)
    if wanted is None or reached is None or not are_comparable(wanted, reached):
        return None
    return wanted, reached


def _level_wanted(row: Row, change: Measure) -> Measure | None:
    """The level that a change asks for, where the baseline of the time it counts from is known."""
    for baseline in row.baseline:
        number = exact(baseline.value)
        if number is not None and baseline.period and baseline.period.written == change.base:
            return from_baseline(change, number)
    return None


def share_judgement(row: Row, share: ShareOfPlan, result: Result) -> Judgement:
    """What a percentage of the plan means where no number to reach is known: only 100 % counts."""
    if share.percent.missing:
        return Judgement("no_data", "result_missing")
    if row.direction != "up":
        return Judgement("not_assessable", "share_not_up")
    reached = measure(share.percent, None, None)
    if reached is None or not are_comparable(_WHOLE_PLAN, reached):
        return Judgement("not_assessable", "other_scale")
    found = outcome(_WHOLE_PLAN, reached, "up")
    if found == "open" or found == "short_of_about":
        return Judgement("not_assessable", "result_open")
    provisional = result.kind is not None or reached.operator == "about"
    return Judgement(found, "share_of_plan", provisional, _shortfall(_WHOLE_PLAN, reached))


def answering(period: When | None, results: Iterable[Result]) -> tuple[Result, ...]:
    """The results for a target's period, or for the last year of a target of several years.

    A recurring target (`yearly`) is answered by its newest period.
    """
    if period is None:
        return tuple(result for result in results if result.period is None)
    if period.recurrence:
        return _newest(result for result in results if _recurs_in(period, result.period))
    exact, last = [], []
    for result in results:
        if result.period is None:
            continue
        if _same_time(period, result.period):
            exact.append(result)
        elif _is_last_year(period, result.period):
            last.append(result)
    return (*exact, *last)


def judged(
    row: Row, results: Sequence[Result], period: When | None, documents: Documents
) -> Result | None:
    """The one of several results of a period that is judged.

    What has a number before what has none; the very period before its last year; then the latest.
    """
    if len(results) < 2:
        return results[0] if results else None
    best = max(_substance(result) for result in results)
    pool = [result for result in results if _substance(result) == best]
    exact = [
        result for result in pool if period and result.period and _same_time(period, result.period)
    ]
    return latest_of(row, exact or pool, documents)


def latest_level(
    row: Row, results: Sequence[Result], until: date | None, documents: Documents
) -> Result | None:
    """The newest result with a number, of those whose period ends by `until`."""
    levels = [
        (ends, result)
        for result in results
        if _substance(result) == _NUMBER
        for ends in (result.period.latest if result.period else None,)
        if until is None or ends is None or ends <= until
    ]
    if not levels:
        return None
    newest = max(ends or date.min for ends, _ in levels)
    return latest_of(
        row, [result for ends, result in levels if (ends or date.min) == newest], documents
    )


def latest_of(row: Row, results: Sequence[Result], documents: Documents) -> Result:
    """The result with the latest as-of day; an actual before an estimate of the same day.

    A result without a day stands with the one before it in the file, but a final figure without
    a day counts as later than any estimate.
    """
    if len(results) == 1:
        return results[0]
    days = [reported_on(row, result, documents) for result in results]
    finals = [
        number
        for number, result in enumerate(results)
        if result.kind is None and days[number] is None
    ]
    numbers = finals and [n for n, each in enumerate(results) if each.kind is None]
    reached, ranked = date.min, []
    for number in numbers or range(len(results)):
        when = days[number]
        reached = (when.latest or when.earliest if when else None) or reached
        ranked.append((reached, _ACTUALITY[results[number].kind], number))
    return results[max(ranked)[2]]


def period_end(period: When | None) -> date | None:
    """The last day of a target's period; of a recurring one that of its first period."""
    if period is None:
        return None
    if period.recurrence:
        return period.start.last if period.start else None
    return period.latest


def says_something(result: Result) -> bool:
    """Whether a result holds more than "not reported"."""
    return _substance(result) > 0


_NUMBER: Final = 4


def _substance(result: Result) -> int:
    """How much a result says: a value, a percentage of the plan, words, a verdict, nothing."""
    if result.value is not None and result.value.missing is None:
        return _NUMBER
    if result.of_plan:
        return 3
    if result.said("value"):
        return 2
    return 1 if result.stated else 0


def _without_a_number(result: Result) -> Judgement | None:
    if result.value is None:
        if result.said("value"):
            return Judgement("not_assessable", "result_in_words")
        if result.of_plan:
            return Judgement("not_assessable", "only_share")
        return Judgement("no_data", "only_stated")
    if result.value.missing == "not applicable":
        return Judgement("not_assessable", "not_applicable")
    if result.value.missing:
        return Judgement("no_data", "result_missing")
    return None


def _met(promise: bool, result: Result) -> Judgement:
    """A target to be met; a target of not meeting something is no promise."""
    met = result.value.met if result.value else None
    if met is None or not promise:
        return Judgement("not_assessable", "other_scale")
    verdict: Verdict = "achieved" if met else "not_achieved"
    return Judgement(verdict, "met_or_not", result.kind is not None)


def _shortfall(wanted: Measure, reached: Measure) -> Decimal | None:
    """How far a single number lies from the nearest end of the target, in percent of that end."""
    if not reached.is_closed or reached.low != reached.high:
        return None
    distances = [
        abs(reached.low - end) * 100 / abs(end) for end in (wanted.low, wanted.high) if end
    ]
    return min(distances, default=None)


def _same_time(one: When, other: When) -> bool:
    if one.written == other.written:
        return True
    latest = one.latest
    return latest is not None and latest == other.latest and one.earliest == other.earliest


def _is_last_year(period: When, candidate: When) -> bool:
    """Whether a time is the last year of a longer one (2025 of 2021–2025, of `by 2025`)."""
    if candidate.mode != "within" or candidate.end is None or period.mode == "within":
        return False
    if period.mode == "by" and candidate.end == period.end:
        return True
    if candidate.end.unit not in ("year", "school_year"):
        return False
    if period.latest is None:
        return candidate.end == period.end
    begins = candidate.earliest
    return candidate.latest == period.latest and (
        period.earliest is None or begins is None or period.earliest < begins
    )


_UNITS: dict[str, tuple[str, ...]] = {
    "yearly": ("year", "school_year"),
    "half-yearly": ("half",),
    "quarterly": ("quarter", "school_quarter"),
    "monthly": ("month",),
    "ongoing": ("year", "school_year", "half", "quarter", "school_quarter", "months", "month"),
}


def _recurs_in(period: When, candidate: When | None) -> bool:
    if candidate is None or candidate.mode != "within" or candidate.end is None:
        return False
    if candidate.end.unit not in _UNITS.get(period.recurrence or "", _UNITS["ongoing"]):
        return False
    begins, ends = candidate.earliest, candidate.latest
    first, last = period.earliest, period.ends
    return not (first and begins and begins < first) and not (last and ends and ends > last)


def _newest(results: Iterator[Result]) -> tuple[Result, ...]:
    found = [(result.period.latest or date.min, result) for result in results if result.period]
    newest = max((ends for ends, _ in found), default=None)
    return tuple(result for ends, result in found if ends == newest)
