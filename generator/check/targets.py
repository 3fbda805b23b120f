"""A target says what is measured, from where, in which unit and by when, in which version."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.assess.days import said_on
from generator.check.saying import Spot, entries, error, warning
from generator.check.survey import Survey
from generator.model.quantity import Quantity
from generator.model.vocabularies import Direction
from generator.model.when import When
from generator.model.written_out import Row
from generator.problems import Problem
from generator.text.times import when_words
from generator.text.words import DIRECTION

PERCENT = ("percent", "%", "pp", "điểm %", "điểm phần trăm")

_SIDES: dict[str, Direction] = {
    "at least": "up",
    "above": "up",
    "at most": "down",
    "below": "down",
}
_BARE_CHANGE = re.compile(r"(?i)\b(tăng|giảm|up|down)\b[^\d%]*\d[\d.,]*(\s*[-–]\s*\d[\d.,]*)?\s*%")


def targets_have_one_version_a_day(survey: Survey) -> Iterator[Problem]:
    """Of two targets of one period, body and modality it is known which one came later.

    The first version needs no day of its own, and `correction: true` follows what it corrects.
    """
    for _, row, spot in survey.rows:
        if len(row.targets) > 1:
            yield from _versions(survey, row, spot)


def indicators_say_what_they_measure(survey: Survey) -> Iterator[Problem]:
    """An indicator has a unit for its numbers, a baseline for its targets, and a source."""
    for _, row, spot in survey.rows:
        if row.is_part or not (row.targets or row.results or row.baseline):
            continue
        lacking = tuple(_lacking(row))
        if lacking:
            vi = ", ".join(f"`{field}:` ({word})" for field, word, _ in lacking)
            en = ", ".join(f"`{field}:` ({word})" for field, _, word in lacking)
            yield warning(
                spot.at(),
                f"chỉ tiêu thiếu {vi}; thêm nếu nguồn có nêu, ví dụ `{_EXAMPLES[lacking[0][0]]}`",
                f"the indicator lacks {en}; add it if the source says, e.g. "
                f"`{_EXAMPLES[lacking[0][0]]}`",
            )


def baselines_have_a_period(survey: Survey) -> Iterator[Problem]:
    """A baseline says of which year it is."""
    for _, row, spot in survey.rows:
        for each, baseline in entries(spot, "baseline", row.baseline):
            if baseline.period or baseline.said("period") or not baseline.value:
                continue
            if baseline.value.low is not None:
                yield warning(
                    each.at(),
                    "mốc gốc của năm nào? Viết cả năm nếu nguồn nêu, ví dụ "
                    f"`baseline: {{2020: {baseline.value}}}`",
                    "the baseline is of which year? Write the year too if the source says, e.g. "
                    f"`baseline: {{2020: {baseline.value}}}`",
                )


def operators_agree_with_direction(survey: Survey) -> Iterator[Problem]:
    """`at least` goes with a direction up, `at most` with a direction down."""
    for _, row, spot, target in survey.targets:
        side = _side(target.value) if row.direction in ("up", "down") else None
        if target.value and row.direction and side and side != row.direction:
            word = target.value.change or target.value.operator
            vi, en = DIRECTION[row.direction]
            yield warning(
                spot.at("value"),
                f"`{target.value}` trái với hướng của chỉ tiêu, `{row.direction}` ({vi}): xem lại "
                f"`{word}` hoặc `direction:`",
                f"`{target.value}` goes against the direction of the indicator, "
                f"`{row.direction}` ({en}): check `{word}` or `direction:`",
            )


def changes_say_points_or_percent(survey: Survey) -> Iterator[Problem]:
    """Of a share, "giảm 2%" may mean two points or two per cent of it: the value says which."""
    for _, row, spot, target in survey.targets:
        if target.value is None or target.value.change is None or row.unit not in PERCENT:
            continue
        printed = target.said("value") or ""
        if _is_bare(target.value, printed):
            points, percent = _both_ways(target.value)
            yield warning(
                spot.at("value"),
                f"`{printed or target.value}` của một tỷ lệ đọc được hai cách: viết `{points}` "
                "nếu là điểm phần trăm, kèm `value_text:` là lời của nguồn; nếu đúng là phần trăm "
                f"của mức cũ thì để `{percent}` và ghi ở `note:`",
                f"`{printed or target.value}` of a share can be read two ways: write `{points}` "
                "for percentage points, with the printed words in `value_text:`; if it is per "
                f"cent of the former level keep `{percent}` and say so in `note:`",
            )


def targets_lie_in_the_period(survey: Survey) -> Iterator[Problem]:
    """A target is for a time that the plan's period touches."""
    for plan, _, spot, target in survey.targets:
        if plan.period and _is_outside(target.period, plan.period):
            yield warning(
                spot.at("period"),
                "thời kỳ của mục tiêu nằm ngoài thời kỳ của kế hoạch "
                f"({when_words(plan.period)}): xem lại năm",
                "the period of the target lies outside the plan's "
                f"({when_words(plan.period, 'en')}): check the year",
            )


def parts_are_two_levels_deep(survey: Survey) -> Iterator[Problem]:
    """An indicator has parts, and these may have parts; no table is read deeper than that."""
    for _, row, spot in survey.rows:
        if row.depth == 3:
            yield error(
                spot.at(),
                "chỉ tiêu thành phần lồng quá hai cấp: đưa lên một cấp, hoặc tách thành chỉ tiêu "
                "riêng trong cùng `section:`",
                "parts are nested deeper than two levels: move this one up, or make it an "
                "indicator of its own in the same `section:`",
            )


_EXAMPLES = {
    "unit": "unit: tỷ đồng",
    "baseline": "baseline: {2020: 41.2}",
    "source": "source: 84-kh-ubnd-ha-noi",
}


def _lacking(row: Row) -> Iterator[tuple[str, str, str]]:
    values = [each.value for each in (*row.baseline, *row.targets, *row.results) if each.value]
    if not row.unit and any(_needs_unit(value) for value in values):
        yield "unit", "đơn vị", "its unit"
    if not row.baseline and any(each.value and each.value.is_number for each in row.targets):
        yield "baseline", "mốc gốc", "where it stood before"
    if not row.sourcing.citations:
        yield "source", "nguồn", "where this comes from"


def _needs_unit(value: Quantity) -> bool:
    return value.low is not None and not value.change_unit and value.change != "times"


def _versions(survey: Survey, row: Row, above: Spot) -> Iterator[Problem]:
    seen: set[tuple[str, ...]] = set()
    for spot, target in entries(above, "targets", row.targets):
        if target.correction:
            continue
        day = said_on(target, survey.archive.document)
        version = (
            target.period.written if target.period else "",
            target.set_by.written if target.set_by else "",
            target.modality or "",
            day.written if day else "",
        )
        if version in seen:
            same_vi = f"cùng ngày {day}" if day else "không có ngày"
            same_en = f"of the same day {day}" if day else "without a day"
            year = target.period.first_year if target.period else None
            later = f"on: {year or survey.day.year}-08"
            yield error(
                spot.at(),
                f"hai mục tiêu cho cùng một kỳ, cùng cơ quan giao, {same_vi}: lần điều chỉnh thì "
                f"thêm `on:` (ngày điều chỉnh), ví dụ `{later}`; cơ quan khác giao thì thêm "
                "`set_by:`; mức phấn đấu thì thêm `modality: aspirational`",
                f"two targets for one period, set by one body, {same_en}: for an adjustment add "
                f"`on:` (its day), e.g. `{later}`; if another body set it add `set_by:`; if "
                "it is an aspiration add `modality: aspirational`",
            )
        seen.add(version)


def _is_outside(when: When | None, period: When | None) -> bool:
    """Whether a time is known to end before another begins, or to begin after it ends."""
    if when is None or period is None or when is period:
        return False
    first, last = when.earliest or when.latest, when.ends or when.latest
    begins, ends = period.earliest, period.ends or period.latest
    return bool((last and begins and last < begins) or (first and ends and first > ends))


def _side(value: Quantity | None) -> Direction | None:
    """The side on which a value says that good lies, if it says so."""
    if value is None or value.low is None:
        return None
    if value.change in ("up", "down"):
        return "up" if value.change == "up" else "down"
    return None if value.change else _SIDES.get(value.operator)


def _both_ways(value: Quantity) -> tuple[str, str]:
    """A change in points and in per cent: `down 2 pp since 2024`, `down 2% since 2024`."""
    amount, _, since = value.written.partition(" since ")
    amount, tail = amount.removesuffix("%").strip(), f" since {since}" if since else ""
    return f"{amount} pp{tail}", f"{amount}%{tail}"


def _is_bare(value: Quantity, printed: str) -> bool:
    """Whether a change leaves open if it is in points or in per cent."""
    if value.change == "times" or value.change_unit == "pp":
        return False
    return value.change_unit == "%" or bool(_BARE_CHANGE.search(printed))
