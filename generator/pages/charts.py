"""A chart with the words around it: its finding as a title, what it shows, what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.indicators import Result, Value
from generator.model.plan import Plan
from generator.model.when import When
from generator.model.written_out import Row
from generator.pages import names
from generator.pages.drawings.chart import Drawing, drawing
from generator.pages.drawings.levels import Slot
from generator.pages.names import Name
from generator.pages.page import Page
from generator.pages.series import Line
from generator.pages.slots import Setting, Slots, baseline, slots
from generator.pages.values import unit_of
from generator.text.numbers import quantity_words
from generator.text.saying import say
from generator.text.times import when_words
from generator.text.words import DIRECTION, RESULT_KIND, Language, word

_LONGEST_NAME = 90
_FEW = 8


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with its words.

    `title` is the finding, `subtitle` what is drawn where in which unit, `name` and `description`
    are read out instead of the drawing.
    """

    drawing: Drawing
    title: str
    subtitle: Markup
    name: Name
    description: str


def chart(page: Page, plan: Plan, row: Row, listed: Sequence[Line]) -> Chart | None:
    """The chart of a series; `None` with fewer than two values to compare."""
    numbers = page.telling.numbers(plan.language)
    setting = Setting(page.telling.language, numbers, page.telling.day)
    found = slots(listed, setting)
    if found is None:
        return None
    drawn = drawing(found.slots, baseline(row, setting), setting.numbers, setting.language)
    if drawn is None:
        return None
    name = names.row_name(page.telling.archive, row, setting.language)
    return Chart(
        drawn,
        finding(page, plan, row, found.lines, setting),
        _subtitle(page.about(plan), name, row, drawn, found, setting),
        Name(_name(name.words, found.slots), name.language),
        description(found.slots, setting.language),
    )


def finding(page: Page, plan: Plan, row: Row, listed: Sequence[Line], setting: Setting) -> str:
    """What the series comes to in one sentence of figures, without judging."""
    language = setting.language
    head = page.telling.findings.headline_of(plan, row)
    target = head.target if head else None
    result = head.result if head else None
    newest = _newest(row.results)
    if target is None:
        return _without_target(row, listed, setting)
    promised = _figure(target, row, setting)
    if result and not result.is_empty:
        return say(
            language,
            "{result}: {value}; mục tiêu: {target}",
            "{result}: {value}; target: {target}",
            result=_what(result, result.period or target.period, language),
            value=_figure(result, row, setting),
            target=promised,
        )
    start = _dated(say(language, "Mục tiêu", "Target"), target.period, language)
    if newest is None:
        return say(
            language,
            "{target}: {value}; chưa có báo cáo",
            "{target}: {value}; not yet reported",
            target=start,
            value=promised,
        )
    return say(
        language,
        "{target}: {value}; mới nhất, {period}: {newest}",
        "{target}: {value}; latest, {period}: {newest}",
        target=start,
        value=promised,
        period=when_words(newest.period, language) if newest.period else "?",
        newest=_figure(newest, row, setting),
    )


def _without_target(row: Row, listed: Sequence[Line], setting: Setting) -> str:
    """The first and the last result of the periods that are drawn."""
    results = [result for line in listed for result in line.results]
    dated = sorted(_dated_levels(results), key=lambda each: each[0].sort_key)
    ends = [dated[0], dated[-1]] if len(dated) > 1 else dated
    told = (
        f"{_dated('', period, setting.language)}: {_figure(result, row, setting)}"
        for period, result in ends
    )
    said = "; ".join(told)
    return said[:1].upper() + said[1:]


def _dated_levels(results: Sequence[Result]) -> list[tuple[When, Result]]:
    return [
        (each.period, each)
        for each in results
        if each.period and each.value and each.value.low is not None
    ]


def _newest(results: Sequence[Result]) -> Result | None:
    dated = _dated_levels(results)
    return max(dated, key=lambda each: each[0].sort_key)[1] if dated else None


def _what(result: Result, period: When | None, language: Language) -> str:
    kind = word(RESULT_KIND, result.kind, language) if result.kind else ""
    words = kind or say(language, "thực hiện", "result")
    return _dated(words[:1].upper() + words[1:], period, language)


def _dated(words: str, period: When | None, language: Language) -> str:
    return " ".join(filter(None, (words, when_words(period, language) if period else "")))


def _figure(value: Value, row: Row, setting: Setting) -> str:
    """A value with its sign of percent; other units stand in the subtitle."""
    number = value.value
    if number is None:
        return value.said("value") or ""
    words = quantity_words(number, setting.numbers)
    return f"{words}%" if row.unit == "percent" and number.is_number else words


def _subtitle(
    page: Page, name: Name, row: Row, drawn: Drawing, found: Slots, setting: Setting
) -> Markup:
    """What, in which unit, from where to where, and what is not drawn."""
    language = setting.language
    words = (name.words[:1].upper() + name.words[1:], name.language)
    shown = page.words(*words) if len(name.words) <= _LONGEST_NAME else Markup("")
    what = Markup(", ").join(filter(None, (shown, unit_of(page, row.unit, not shown))))
    low, high = drawn.axis
    sentences: list[str] = [
        what,
        say(
            language,
            "Trục đứng từ {low} đến {high}",
            "Vertical axis from {low} to {high}",
            low=low,
            high=high,
        ),
    ]
    if row.direction:
        good = word(DIRECTION, row.direction, language)
        sentences.append(good[:1].upper() + good[1:])
    kinds = {
        "quarter": say(language, "Mỗi cột là một quý", "Each column is a quarter"),
        "month": say(language, "Mỗi cột là một tháng", "Each column is a month"),
    }
    sentences.append(kinds.get(found.kind, ""))
    if found.left_out:
        sentences.append(
            say(
                language,
                "{n} thời kỳ dài ngắn khác chỉ có trong bảng",
                "{n} period of another length is in the table only"
                "|{n} periods of other lengths are in the table only",
                n=found.left_out,
            )
        )
    if any(slot.cuts for slot in found.slots):
        sentences.append(
            say(
                language,
                "Hai bên vạch chấm không so sánh được",
                "The two sides of a dotted line cannot be compared",
            )
        )
    return Markup(" ").join(Markup("{}.").format(each) for each in sentences if each)


def _name(name: str, listed: Sequence[Slot]) -> str:
    """What is drawn, from when to when."""
    ends = dict.fromkeys(_period(slot) for slot in (listed[0], listed[-1]))
    return f"{name}, {'–'.join(ends)}"


def _period(slot: Slot) -> str:
    return "/".join(filter(None, (slot.label, slot.group)))


def description(listed: Sequence[Slot], language: Language) -> str:
    """The main facts of a drawing in sentences, for who does not see it."""
    results = [(slot, slot.result.words) for slot in listed if slot.result]
    targets = [(slot, each.words) for slot in listed for each in slot.targets]
    gaps = [slot for slot in listed if slot.gap and not slot.result]
    cuts = [each.after[0] for slot in listed for each in slot.cuts]
    sentences = [
        _told(say(language, "Thực hiện", "Results"), results, language),
        _told(say(language, "Mục tiêu", "Targets"), targets, language),
    ]
    if gaps:
        named = ", ".join(f"{_period(slot)} ({slot.gap})" for slot in gaps)
        sentences.append(
            say(language, "Không có số: {named}", "Without a figure: {named}", named=named)
        )
    sentences.extend(
        say(language, "Chuỗi ngắt ({cut})", "The series breaks ({cut})", cut=each) for each in cuts
    )
    sentences.append(say(language, "Đủ số trong bảng dưới", "All figures are in the table below"))
    return " ".join(f"{each}." for each in sentences if each)


def _told(what: str, values: Sequence[tuple[Slot, str]], language: Language) -> str:
    if not values:
        return ""
    shown = [f"{words} ({_period(slot)})" for slot, words in values]
    if len(shown) > _FEW:
        between = say(language, "{n} số ở giữa", "{n} figures between", n=len(shown) - 2)
        shown = [shown[0], between, shown[-1]]
    return f"{what}: {', '.join(shown)}"
