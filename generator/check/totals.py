"""Counts and totals that a source states are held against what they count; nothing is corrected."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.assess.budgets import breakdowns
from generator.assess.completeness import announced
from generator.assess.parts import parts_sums
from generator.assess.scorecards import Reconciliation, reconciliation
from generator.check.saying import Sentence, Spot, entries, top, warning
from generator.check.survey import Survey
from generator.model.indicators import Value
from generator.model.plan import Plan, Scorecard
from generator.model.tasks import Task
from generator.model.written_out import Row
from generator.problems import Problem
from generator.text.times import when_words

_COUNTED = {
    "indicators": ("chỉ tiêu", "indicators"),
    "tasks": ("nhiệm vụ", "tasks"),
    "sections": ("phần", "sections"),
    "milestones": ("mốc", "milestones"),
}
_COLUMNS = {
    "fund": ("nguồn vốn", "fund"),
    "kind": ("loại vốn", "kind"),
    "period": ("kỳ", "period"),
    "section": ("phần", "section"),
    "task": ("nhiệm vụ", "task"),
}


def no_more_is_recorded_than_declared(survey: Survey) -> Iterator[Problem]:
    """A plan that declares 8 tasks has no 9 of them."""
    for plan in survey.archive.plans:
        for each in announced(plan, survey.archive.rows[plan.id]):
            if each.recorded <= each.declared:
                continue
            spot = _section_spot(plan, each.section.id) if each.section else top(plan)
            vi, en = _COUNTED[each.what]
            yield warning(
                spot.at("declared", each.what),
                f"văn bản nêu {each.declared} {vi}, trang này ghi {each.recorded}: xem lại số, "
                "`section:` của các dòng; các dòng của cùng một việc thì ghi cùng `number:`",
                f"the document declares {each.declared} {en}, {each.recorded} are recorded: check "
                "the number and the `section:` of the rows; rows of one task carry the same "
                "`number:`",
            )


def scorecards_add_up(survey: Survey) -> Iterator[Problem]:
    """The counts of a scorecard meet its total, and no more is named or contained than counted."""
    for plan in survey.archive.plans:
        for spot, card in entries(top(plan), "scorecards", plan.scorecards):
            yield from _reconciled(spot, card, survey.archive.rows[plan.id], plan.tasks)


def parts_add_up(survey: Survey) -> Iterator[Problem]:
    """The parts of an indicator with `adds_up: true` make what is printed for the whole."""
    for _, row, above in survey.rows:
        if not row.indicator.adds_up:
            continue
        for each in parts_sums(row, survey.archive.document):
            if not each.difference or each.added is None:
                continue
            if abs(each.difference) <= _rounding(each.parts):
                continue
            values: tuple[Value, ...] = getattr(row, each.field)
            spots = entries(above, each.field, values)
            spot = next((spot for spot, value in spots if value is each.whole), above)
            when_vi = f" ({when_words(each.period)})" if each.period else ""
            when_en = f" ({when_words(each.period, 'en')})" if each.period else ""
            vi, en = _apart(each.difference)
            yield warning(
                spot.at("value"),
                f"toàn bộ ghi `{each.whole.value}`, {each.of} thành phần cộng lại `{each.added:f}`"
                f"{when_vi}, {vi}: xem lại số; nguồn ghi đúng thế thì để nguyên, hoặc bỏ "
                "`adds_up:`",
                f"the whole says `{each.whole.value}`, its {each.of} parts add up to "
                f"`{each.added:f}`{when_en}, {en}: check the numbers; if the source says so leave "
                "them, or leave `adds_up:` out",
            )


def sums_have_parts(survey: Survey) -> Iterator[Problem]:
    """What adds up has parts to add."""
    for _, row, spot in survey.rows:
        if row.indicator.adds_up and not row.parts:
            yield warning(
                spot.at("adds_up"),
                "`adds_up: true` mà không có thành phần nào: thêm `parts:`, hoặc bỏ `adds_up:`",
                "`adds_up: true` without any part: add `parts:`, or leave `adds_up:` out",
            )


def budgets_add_up(survey: Survey) -> Iterator[Problem]:
    """The rows of a budget make the totals that the table itself states."""
    for plan in survey.archive.plans:
        for spot, budget in entries(top(plan), "budget", plan.budget):
            for each in breakdowns(budget, plan.sections):
                if not each.difference or each.added is None or len(each.rows) < 2:
                    continue
                rows = entries(spot, "rows", budget.rows)
                place = next(where for where, row in rows if row is each.total)
                vi, en = _apart(each.difference)
                by_vi, by_en = _COLUMNS[each.column]
                yield warning(
                    place.at("amount"),
                    f"tổng ghi `{each.total.amount}`, {len(each.rows)} dòng theo {by_vi} cộng lại "
                    f"`{each.added:f}`, {vi}: xem lại số; nguồn ghi đúng thế thì để nguyên, trang "
                    "sẽ nêu chênh lệch",
                    f"the total says `{each.total.amount}`, its {len(each.rows)} rows by {by_en} "
                    f"add up to `{each.added:f}`, {en}: check the numbers; if the source says so "
                    "leave them, the page tells the difference",
                )


def _rounding(parts: tuple[Value, ...]) -> Decimal:
    """How far rounded parts may lie from the whole: half a unit of the last decimal of each.

    Whole numbers are counts, and not rounded.
    """
    decimals = [part.value.low_digits.partition(".")[2] for part in parts if part.value]
    halves = (Decimal(5).scaleb(-len(each) - 1) for each in decimals if each)
    return sum(halves, Decimal(0))


def _section_spot(plan: Plan, identifier: str) -> Spot:
    sections = entries(top(plan), "sections", plan.sections)
    return next(spot for spot, section in sections if section.id == identifier)


def _apart(difference: Decimal) -> Sentence:
    """How far the total lies from the sum."""
    amount = f"`{abs(difference):f}`"
    if difference > 0:
        return Sentence(f"tổng lớn hơn {amount}", f"the total is larger by {amount}")
    return Sentence(f"tổng nhỏ hơn {amount}", f"the total is smaller by {amount}")


def _reconciled(
    spot: Spot, card: Scorecard, rows: tuple[Row, ...], tasks: tuple[Task, ...]
) -> Iterator[Problem]:
    found = reconciliation(card, rows, tasks)
    yield from _counts(spot, card, found)
    for inner in found.of_which:
        if inner.exceeds:
            yield warning(
                spot.at("of_which", inner.word),
                f"“{inner.word}” {inner.count} lớn hơn số chứa nó ({inner.of}): xem lại",
                f"“{inner.word}” {inner.count} is more than what contains it ({inner.of}): check",
            )
    for word in found.words:
        if word.unnamed is not None and word.unnamed < 0:
            yield warning(
                spot.at("named", word.word),
                f"“{word.word}” đếm {word.count} mà nêu tên {word.named}: xem lại số hoặc tên",
                f"“{word.word}” counts {word.count} but names {word.named}: check the number or "
                "the names",
            )


def _counts(spot: Spot, card: Scorecard, found: Reconciliation) -> Iterator[Problem]:
    """One count of a total may leave the rest open; several that are disjoint make all of it."""
    if not found.uncounted or (len(card.counts) < 2 and found.uncounted > 0):
        return
    yield warning(
        spot.at("total"),
        f"tổng ghi {found.total}, các số trong `counts:` cộng lại {found.counted}: xem lại, hoặc "
        "thêm từ còn thiếu; từ nằm trong từ khác thì chuyển xuống `of_which:`",
        f"the total says {found.total}, the numbers in `counts:` add up to {found.counted}: check, "
        "or add the missing word; a word that is contained in another belongs to `of_which:`",
    )
