"""What is reported stands in its time, in words whose meaning is told, with a cause of failure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from generator.assess.stated import folded, stated_verdict
from generator.assess.verdicts import Assessment
from generator.check.saying import At, Sentence, Spot, entries, listed, top, warning
from generator.check.survey import Survey
from generator.model.plan import Plan
from generator.model.vocabularies import Verdict
from generator.model.when import When
from generator.model.written_out import Row
from generator.problems import Problem
from generator.text.times import when_words
from generator.text.words import VERDICT


def stated_words_are_told(survey: Survey) -> Iterator[Problem]:
    """The source's own word for a verdict is a known one, or the plan's `verdict_words` tell it."""
    for plan, at, words in _stated(survey):
        if stated_verdict(plan, words) is None:
            yield warning(
                at(),
                f"chưa biết `{words}` nghĩa là gì nên không so được với số liệu: thêm vào kế "
                f"hoạch `verdict_words:`, dưới đó `{words}: …` với một trong {_MEANINGS.vi}",
                f"the meaning of `{words}` is not known, so it cannot be compared with the "
                f"figures: add `verdict_words:` to the plan, below it `{words}: …` with one of "
                f"{_MEANINGS.en}",
            )


def verdict_words_are_used(survey: Survey) -> Iterator[Problem]:
    """While a word of a result has no meaning, one that `verdict_words` explain is used somewhere.

    Else it is the legend of the report, and a legend may have words that nothing has been given.
    """
    used: dict[str, set[str]] = {}
    untold: dict[str, dict[str, None]] = {}
    for plan, _, words in _stated(survey):
        used.setdefault(plan.id, set()).add(folded(words))
        if stated_verdict(plan, words) is None:
            untold.setdefault(plan.id, {})[words] = None
    for plan in survey.archive.plans:
        if plan.id not in untold:
            continue
        known = used[plan.id]
        for card in plan.scorecards:
            known |= {folded(word) for word in (*card.counts, *card.of_which, *card.named)}
        own = listed(tuple(untold[plan.id]))
        for word in plan.verdict_words:
            if folded(word) not in known:
                yield warning(
                    top(plan).at("verdict_words", word),
                    f"không có kết quả nào ghi `{word}`: viết đúng như ở `stated:` ({own.vi}), "
                    "hoặc bỏ dòng này",
                    f"no result says `{word}`: write it as in `stated:` ({own.en}), or leave the "
                    "line out",
                )


_MEANINGS = Sentence(
    *(
        ", ".join(f"`{code}` ({words[number].lower()})" for code, words in VERDICT.items())
        for number in (0, 1)
    )
)


def verdicts_agree(survey: Survey) -> Iterator[Problem]:
    """What the source states and what its figures give are the same, or it is worth a look."""
    for row, spot, assessments in survey.judged:
        for each in assessments:
            if not each.differs or each.within_tolerance or not each.stated_verdict:
                continue
            found: Verdict = "not_achieved" if each.latest_meets is False else each.verdict
            vi, en = VERDICT[found]
            yield warning(
                _where(row, spot, each),
                f"nguồn ghi “{each.stated}”, số liệu cho thấy “{vi.lower()}”{_figures(each)}: xem "
                "lại số, kỳ và `direction:`; nguồn viết đúng thế thì để nguyên, trang ghi cả hai",
                f"the source says “{each.stated}”, its figures give “{en.lower()}”"
                f"{_figures(each)}: check the numbers, the period and `direction:`; if the source "
                "says so leave it, the page shows both",
            )


def failures_have_a_cause(survey: Survey) -> Iterator[Problem]:
    """A target that was not reached has the cause that the source gives."""
    for row, spot, assessments in survey.judged:
        failed = next((each for each in assessments if _has_failed(each)), None)
        if failed is None or row.indicator.cause or (failed.result and failed.result.cause):
            continue
        yield warning(
            _where(row, spot, failed),
            "không đạt mà không có nguyên nhân: thêm `cause:` theo lời của nguồn, nếu nguồn nêu",
            "not achieved and no cause: add `cause:` in the words of the source, if it gives one",
        )


def figures_follow_their_period(survey: Survey) -> Iterator[Problem]:
    """The day of a figure does not lie before the period that the figure is about."""
    dated: list[tuple[Spot, When | None, When | None]] = [
        (spot, result.as_of, result.period) for _, _, spot, result in survey.results
    ]
    for plan in survey.archive.plans:
        for spot, card in entries(top(plan), "scorecards", plan.scorecards):
            dated.append((spot, card.as_of, card.period))
    for spot, as_of, period in dated:
        if not (as_of and period and as_of.latest and period.earliest):
            continue
        if as_of.latest < period.earliest:
            yield warning(
                spot.at("as_of"),
                f"số liệu tính đến {when_words(as_of)}, trước khi bắt đầu kỳ {when_words(period)}: "
                "xem lại `as_of:` hoặc `period:`",
                f"the figure is as of {when_words(as_of, 'en')}, before its period "
                f"{when_words(period, 'en')} begins: check `as_of:` or `period:`",
            )


def _has_failed(assessment: Assessment) -> bool:
    if assessment.stated_verdict == "not_achieved":
        return True
    return assessment.verdict == "not_achieved" and not assessment.is_provisional


def _stated(survey: Survey) -> Iterator[tuple[Plan, Callable[[], At], str]]:
    """Every word for a verdict, with the plan and a way to tell where it stands."""
    for plan, row, spot in survey.rows:
        if row.indicator.stated:
            yield plan, partial(spot.at, "stated"), row.indicator.stated
    for plan, _, spot, result in survey.results:
        if result.stated:
            yield plan, partial(spot.at, "stated"), result.stated


def _where(row: Row, spot: Spot, assessment: Assessment) -> At:
    """The stated word if there is one, otherwise the result that was judged, or the indicator."""
    if assessment.result is None or row.indicator.stated:
        return spot.at("stated")
    for each, result in entries(spot, "results", row.results):
        if result is assessment.result:
            return each.at("stated" if result.stated else "value")
    return spot.at()


def _figures(assessment: Assessment) -> str:
    """The target and the result that were compared, as written."""
    target = assessment.target
    judged = assessment.latest if assessment.latest_meets is False else assessment.result
    if not (target and target.value and judged and judged.value):
        return ""
    return f" (`{judged.value}` / `{target.value}`)"
