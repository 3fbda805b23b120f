"""The periods of a series as slots of a drawing: one kind of period, gaps and breaks told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.assess.breaks import Break
from generator.model.indicators import Result, Value
from generator.model.quantity import Quantity
from generator.model.when import Moment, When
from generator.model.written_out import Row
from generator.pages import names
from generator.pages.drawings.levels import Cut, Level, Slot
from generator.pages.series import Line
from generator.text.numbers import quantity_words
from generator.text.saying import say
from generator.text.times import day_words, quarter_short
from generator.text.words import Language

_LONGEST_GAP = 40
"""Years without a word between two values that are still drawn as empty columns."""

_MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Setting:
    """How a drawing speaks: its words, its figures, and the day as of which it tells."""

    language: Language
    numbers: Language
    day: date


@dataclass(frozen=True, slots=True)
class Slots:
    """The periods to draw, all of one `kind`; `lines` are those of which something is said.

    `years` are the numbers of the periods if they are years.  `left_out` counts the periods of
    another kind, which stand in the table alone.
    """

    kind: str
    lines: tuple[Line, ...]
    slots: tuple[Slot, ...]
    years: tuple[int, ...]
    left_out: int


def slots(listed: Sequence[Line], setting: Setting) -> Slots | None:
    """The periods of the most frequent kind, the finer one where two are equally frequent.

    `None` without two of a kind.
    """
    dated = [line for line in listed if line.period and line.period.latest]
    kinds = Counter(_kind(line.period) for line in dated if line.period)
    if not kinds:
        return None
    kind, number = max(kinds.items(), key=lambda each: (each[1], each[0] != "span"))
    if number < 2:
        return None
    same = _of_kind(dated, kind)
    known = [line.period.latest for line, _ in same if line.results and line.period]
    first = min((day for day in known if day), default=None)
    told = tuple(line for line, _ in same)
    drawn = [(line, _slot(line, cuts, setting, first)) for line, cuts in same]
    if kind != "year":
        return Slots(kind, told, tuple(slot for _, slot in drawn), (), len(listed) - len(same))
    by_year = {
        line.period.end.year: slot for line, slot in drawn if line.period and line.period.end
    }
    years = _years(sorted(by_year))
    found = [by_year.get(year) or _untold(year, setting, first) for year in years]
    return Slots(kind, told, tuple(found), years, len(listed) - len(same))


def aligned(several: Sequence[Slots]) -> tuple[tuple[Slot, ...], ...]:
    """The same periods for all: those that any of them has, empty where one has none."""
    keyed = [_by_period(each) for each in several]
    every = {key: slot for each in keyed for key, slot in each.items()}
    order = sorted(every)
    if several and all(each.years for each in several) and order[-1] - order[0] <= _LONGEST_GAP:
        order = list(range(order[0], order[-1] + 1))
    labels = {key: (slot.label, slot.group) for key, slot in every.items()}
    return tuple(
        tuple(each.get(key) or Slot(*labels.get(key, (str(key), ""))) for key in order)
        for each in keyed
    )


def _by_period(several: Slots) -> dict[int, Slot]:
    """Slots by their year, or by the day on which they end."""
    if several.years:
        return dict(zip(several.years, several.slots, strict=True))
    ends = [line.period.latest for line in several.lines if line.period]
    days = [day.toordinal() for day in ends if day]
    return dict(zip(days, several.slots, strict=True))


def _of_kind(dated: Sequence[Line], kind: str) -> list[tuple[Line, tuple[Break, ...]]]:
    """The periods of a kind with the breaks since the one before, whatever stands between."""
    found = []
    breaks: tuple[Break, ...] = ()
    for line in dated:
        breaks += line.breaks_before
        if line.period and _kind(line.period) == kind:
            found.append((line, breaks))
            breaks = ()
    return found


def _untold(year: int, setting: Setting, first: date | None) -> Slot:
    """A year of which nothing is said: a gap, if it is over and lies after the first result."""
    is_gap = first is not None and first.year < year < setting.day.year
    return Slot(str(year), gap=say(setting.language, "không có số", "no figure") if is_gap else "")


def _years(known: list[int]) -> tuple[int, ...]:
    if known[-1] - known[0] > _LONGEST_GAP:
        return tuple(known)
    return tuple(range(known[0], known[-1] + 1))


def _kind(period: When) -> str:
    """What a period is compared with: years with years, the first nine months with such."""
    if period.mode != "within" or period.end is None:
        return "span"
    return f"months-{period.end.number}" if period.end.unit == "months" else period.end.unit


def _slot(line: Line, cuts: tuple[Break, ...], setting: Setting, first: date | None) -> Slot:
    """A period; without a result it is a gap once there has been one and its time is over."""
    results = [(result, each) for result in line.results if (each := level(result, setting))]
    final = [each for result, each in results if not result.kind]
    targets = [each for target in line.targets if (each := level(target, setting))]
    label, group = _label(line, setting.language)
    latest = line.period.latest if line.period else None
    is_past = bool(first and latest and first < latest < setting.day)
    late = say(setting.language, "chưa báo cáo", "not reported") if is_past else ""
    return Slot(
        label,
        group,
        next(reversed(final or [each for _, each in results]), None),
        tuple(dict.fromkeys(targets)),
        _missing(line.results, setting.language) or ("" if line.results else late),
        tuple(cut(each, setting.language) for each in cuts),
    )


def _missing(results: Sequence[Result], language: Language) -> str:
    """Why there is no number, where the source says so."""
    return next(
        (
            quantity_words(result.value, language)
            for result in results
            if result.value and result.value.missing
        ),
        "",
    )


def _label(line: Line, language: Language) -> tuple[str, str]:
    """The name of a period on a narrow axis, and the year that it shares with its neighbours."""
    moment = line.period.end if line.period and line.period.mode == "within" else None
    if moment is None:
        return line.label, ""
    parts = {
        "day": lambda: f"{moment.day}/{moment.number}",
        "month": lambda: say(language, f"T{moment.number}", _MONTHS[moment.number]),
        "quarter": lambda: quarter_short(moment.number, language),
        "half": lambda: _half(moment, language),
        "months": lambda: say(language, f"{moment.number} tháng", f"{moment.number} months"),
    }
    if moment.unit not in parts:
        return line.label, ""
    return parts[moment.unit](), str(moment.year)


def _half(moment: Moment, language: Language) -> str:
    if moment.number == 1:
        return say(language, "6 tháng đầu", "1st half")
    return say(language, "6 tháng cuối", "2nd half")


def level(value: Value, setting: Setting) -> Level | None:
    """What can be drawn of a value: a number or a range on the indicator's own scale."""
    number: Quantity | None = value.value
    if number is None or not number.is_number or number.low is None or number.high is None:
        return None
    is_estimate = isinstance(value, Result) and value.kind is not None
    return Level(number.low, number.high, quantity_words(number, setting.numbers), is_estimate)


def baseline(row: Row, setting: Setting) -> Level | None:
    """The last baseline that can be drawn."""
    known = [each for value in row.baseline if (each := level(value, setting))]
    return known[-1] if known else None


def cut(found: Break, language: Language) -> Cut:
    """What to call either side of a break, longest wording first."""
    day = day_words(found.on, language)
    since = (
        say(language, "từ {day}", "since {day}", day=day),
        say(language, "từ {year}", "since {year}", year=str(found.on.year)),
    )
    place = names.place_named(found.place, language).words if found.place else ""
    text = found.text if language == "vi" else None  # the table says it, in its language
    if found.kind == "definition":
        words = f"{since[0]}: {text}" if text else since[0]
        short = f"{since[1]}: {text}" if text else since[1]
        before = say(language, "định nghĩa cũ", "old definition")
        return Cut((before, say(language, "cũ", "old")), (words, short, *since))
    if found.kind == "place_ended":
        until = say(language, "{place} cũ", "former {place}", place=place)
        territory = say(language, "địa bàn khác, {since}", "other area, {since}", since=since[0])
        return Cut((until, say(language, "địa bàn cũ", "former area")), (territory, *since))
    now = say(language, "{place}, {since}", "{place}, {since}", place=place, since=since[0])
    return Cut((say(language, "địa bàn cũ", "former area"),), (now, *since))
