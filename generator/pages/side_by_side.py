"""Series of one kind drawn small beside each other: the parts of an indicator, places, plans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.written_out import Row
from generator.pages.drawings.levels import Slot, levels_of
from generator.pages.drawings.multiples import Small, multiples
from generator.pages.names import Name
from generator.pages.page import Page
from generator.pages.series import Line
from generator.pages.slots import Setting, Slots, aligned, slots
from generator.pages.values import unit_of
from generator.text.saying import say, say_in
from generator.text.words import Language

MOST = 24
"""More than that cannot be compared by eye: they stand in tables alone."""


@dataclass(frozen=True, slots=True)
class Member:
    """One of the things to compare, by its name and where it stands."""

    key: str
    name: Name
    address: str
    row: Row
    listed: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Pane:
    """One small drawing with its name, a note, and its numbers in words."""

    name: Name
    address: str
    note: str
    spoken: str
    drawing: Small


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Small drawings on the same axes; `left_out` names what cannot be compared, with why."""

    sentence: Markup
    panes: tuple[Pane, ...]
    left_out: str
    keys: frozenset[str]


def side_by_side(page: Page, members: Sequence[Member], unit: str | None) -> SideBySide | None:
    """Those that measure in a unit over periods of one kind; `None` for fewer than two."""
    setting = Setting(page.telling.language, page.numbers, page.telling.day)
    series = {each.key: slots(each.listed, setting) for each in members}
    kinds = Counter(
        found.kind
        for each in members
        if (found := series[each.key]) and each.row.unit == unit and _is_series(found)
    )
    if not kinds:
        return None
    kind = max(kinds, key=lambda each: kinds[each])
    reasons = {each.key: _reason(each, series[each.key], unit, kind, setting) for each in members}
    shown = {
        each.key: found for each in members if (found := series[each.key]) and not reasons[each.key]
    }
    if not 2 <= len(shown) <= MOST:
        return None
    same = dict(zip(shown, aligned(list(shown.values())), strict=True))
    drawn = multiples(same, page.numbers)
    if drawn is None:
        return None
    panes = tuple(
        _pane(each, same[each.key], drawn.drawings[each.key], setting)
        for each in members
        if each.key in shown
    )
    return SideBySide(
        _sentence(same, unit_of(page, unit), drawn.axis, setting.language),
        panes,
        _left_out(members, reasons, setting.language),
        frozenset(shown),
    )


def common_unit(members: Sequence[Member]) -> str | None:
    """The unit in which most of them measure."""
    return Counter(each.row.unit for each in members).most_common(1)[0][0] if members else None


def _is_series(found: Slots) -> bool:
    return sum(slot.result is not None for slot in found.slots) > 1


def _reason(
    member: Member, found: Slots | None, unit: str | None, kind: str, setting: Setting
) -> str:
    """Why a member is left out; empty for those that are drawn."""
    language = setting.language
    if member.row.unit != unit:
        return say(language, "đo bằng đơn vị khác", "measured in another unit")
    if found is None or not _is_series(found):
        return say(language, "chưa có hai số trở lên", "fewer than two figures")
    if found.kind != kind:
        return say(language, "thời kỳ dài ngắn khác", "periods of another length")
    return ""


def _left_out(members: Sequence[Member], reasons: Mapping[str, str], language: Language) -> str:
    named: dict[str, list[str]] = {}
    for each in members:
        if reason := reasons[each.key]:
            named.setdefault(reason, []).append(each.name.words)
    told = "; ".join(f"{', '.join(names)} ({reason})" for reason, names in named.items())
    if not told:
        return ""
    return say(
        language, "Không đặt cạnh nhau: {told}.", "Not placed side by side: {told}.", told=told
    )


def _pane(member: Member, listed: Sequence[Slot], drawing: Small, setting: Setting) -> Pane:
    return Pane(
        member.name,
        member.address,
        _note(listed, setting.language),
        _spoken(listed, setting.language),
        drawing,
    )


def _note(listed: Sequence[Slot], language: Language) -> str:
    """The one thing to know before reading the last value."""
    cuts = [each for slot in listed for each in slot.cuts]
    if cuts:
        return say(language, "chuỗi ngắt {since}", "breaks {since}", since=cuts[-1].after[-2])
    due = [slot for slot in listed if slot.result or slot.gap]
    if due and not due[-1].result:
        return f"{due[-1].gap}: {_period(due[-1])}"
    if due and due[-1].result and due[-1].result.is_estimate:
        period = _period(due[-1])
        return say(language, "{period}: số ước", "{period}: an estimate", period=period)
    return ""


def _period(slot: Slot) -> str:
    return "/".join(filter(None, (slot.label, slot.group)))


def _spoken(listed: Sequence[Slot], language: Language) -> str:
    """The two numbers and the target, for who does not see the drawing."""
    results = [(slot, slot.result.words) for slot in listed if slot.result]
    told = [f"{_period(slot)}: {words}" for slot, words in dict.fromkeys((results[0], results[-1]))]
    promised = [(slot, slot.targets[0].words) for slot in listed if slot.targets]
    if promised:
        slot, words = promised[-1]
        period = _period(slot)
        told.append(
            say(
                language,
                "mục tiêu {period}: {words}",
                "target {period}: {words}",
                period=period,
                words=words,
            )
        )
    return "; ".join(told)


def _sentence(
    series: Mapping[str, Sequence[Slot]],
    unit: Markup,
    axis: tuple[str, str],
    language: Language,
) -> Markup:
    """What all drawings share, and how to read them."""
    any_of = next(iter(series.values()))
    every = [slot for listed in series.values() for slot in listed]
    first, last = _period(any_of[0]), _period(any_of[-1])
    span = first if first == last else f"{first}–{last}"
    sentences = [
        say_in(
            Markup,
            language,
            "{span}, cùng một trục từ {low} đến {high}{unit}.",
            "{span}, on one axis from {low} to {high}{unit}.",
            span=span,
            low=axis[0],
            high=axis[1],
            unit=unit if unit in ("", "%") else Markup(" ") + unit,
        )
    ]
    remarks = (
        (
            any(slot.targets for slot in every),
            "Vạch ngang là mục tiêu của kỳ cuối có mục tiêu.",
            "The tick is the target of the last period that has one.",
        ),
        (
            any(level.is_estimate for level in levels_of(every)),
            "Chấm rỗng là số ước.",
            "A hollow dot is an estimate.",
        ),
        (
            any(slot.gap and not slot.result for slot in every),
            "Cột nhạt là kỳ không có số.",
            "A tinted column has no figure.",
        ),
        (
            any(slot.cuts for slot in every),
            "Hai bên vạch chấm không so sánh được.",
            "The two sides of a dotted line cannot be compared.",
        ),
    )
    sentences += [say_in(Markup, language, vi, en) for applies, vi, en in remarks if applies]
    return Markup(" ").join(sentences)


def beside_each_other(page: Page, found: SideBySide | None) -> Markup:
    """The drawings as a fragment; empty where there are none."""
    return page.fragment("side_by_side.html", found=found) if found else Markup("")
