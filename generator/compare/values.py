"""What has become of the values of an indicator: baselines, targets, results.

A value that was said once stays in the file; a new version stands beside it.  So an entry that
is gone, or that says something else now, is told apart from one that was added.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from generator.assess.days import Documents
from generator.assess.revisions import Revision, comparison, revisions
from generator.compare.difference import Difference, Kind, Promise
from generator.compare.fields import cited, details
from generator.compare.pairing import by_what_they_say
from generator.model.indicators import Result, Target, Value
from generator.model.quantity import Quantity
from generator.model.when import When
from generator.model.written_out import Row
from generator.problems import Position
from generator.text.numbers import quantity_words, unit_words
from generator.text.times import when_words
from generator.text.words import MODALITY, RESULT_KIND, REVISION, Language, Words, word


@dataclass(frozen=True, slots=True)
class Sides:
    """An indicator before and now, with the documents that are known now."""

    plan: str
    before: Row
    after: Row
    documents: Documents

    @property
    def subject(self) -> tuple[str, str]:
        """The indicator by its name."""
        vi = self.after.name or self.after.path
        return f"“{vi}”", f"“{self.after.name_en or vi}”"


def values_compared(sides: Sides) -> Iterator[Difference]:
    """Everything that has changed in the values of one indicator."""
    yield from _targets(sides)
    yield from _results(sides)
    yield from _baselines(sides)


def _targets(sides: Sides) -> Iterator[Difference]:
    before, after = sides.before.targets, sides.after.targets
    pairs = by_what_they_say(before, after, _whole, _promised, _level, _target_slot)
    for old, new in pairs.both:
        if _level(old) != _level(new):
            kind, _ = comparison(sides.after, old, new)
            yield _overwritten(sides, "target", old, new, kind)
        elif _slot(old) != _slot(new):
            yield _overwritten(sides, "target", old, new)
        else:
            yield from _details(sides, "targets", old, new)
    for old in pairs.gone:
        yield _erased(sides, "target", old)
    told = {id(entry) for entry in pairs.new}
    for revision in _new_revisions(sides, told):
        told.discard(id(revision.after))
        yield _revised(sides, revision)
    for entry in pairs.new:
        if id(entry) in told:
            yield _added(sides, "target", entry, ("mục tiêu", "target"))


def _results(sides: Sides) -> Iterator[Difference]:
    before, after = sides.before.reported, sides.after.reported
    pairs = by_what_they_say(before, after, _whole, _reported, _result_slot)
    for old, new in pairs.both:
        if _reported(old) != _reported(new):
            yield _overwritten(sides, "result", old, new)
        else:
            yield from _details(sides, "results", old, new)
    for old in pairs.gone:
        yield _erased(sides, "result", old)
    for entry in pairs.new:
        kind: Kind = "corrected" if entry.correction else "result"
        yield _added(sides, kind, entry, ("kết quả", "result"))


def _baselines(sides: Sides) -> Iterator[Difference]:
    pairs = by_what_they_say(
        sides.before.baseline, sides.after.baseline, _whole, _level, _period_slot
    )
    for old, new in pairs.both:
        if _level(old) != _level(new) or _period(old) != _period(new):
            yield _overwritten(sides, None, old, new)
        else:
            yield from _details(sides, "baseline", old, new)
    for old in pairs.gone:
        yield _erased(sides, None, old)
    for entry in pairs.new:
        yield _added(sides, "target", entry, ("mốc gốc", "baseline"))


def _new_revisions(sides: Sides, added: set[int]) -> Iterator[Revision]:
    """The adjustments that the new entries make; what a correction makes of an old one is not."""
    for revision in revisions(sides.after, sides.documents):
        is_new = id(revision.after) in added
        if is_new and (revision.correction or not revision.after.correction):
            yield revision


def _revised(sides: Sides, revision: Revision) -> Difference:
    kinds: dict[str, Kind] = {"eased": "eased", "unchanged": "edited"}
    kind = "corrected" if revision.correction else kinds.get(revision.kind, "adjusted")
    texts = []
    for language in ("vi", "en"):
        head = word(REVISION, revision.kind, language).lower()
        if revision.width and revision.width != revision.kind:
            head += f" ({word(REVISION, revision.width, language).lower()})"
        if revision.correction:
            head = "trang này nhập sai" if language == "vi" else "this site had mistyped"
        change = _change(sides, revision.before, revision.after, language)
        texts.append(f"{head}: {change}{_grounds(sides, revision, language)}")
    position = revision.after.origin.of("value")
    return Difference(kind, sides.plan, sides.subject, texts[0], texts[1], position)


def _grounds(sides: Sides, revision: Revision, language: Language) -> str:
    """On which document's ground and for which reason, as far as the plan says."""
    vi = language == "vi"
    act = cited(sides.documents, revision.document, language)
    parts = [f"căn cứ {act}" if vi else f"by {act}"] if act else []
    if revision.reason:
        parts.append(f"lý do: {revision.reason}" if vi else f"reason: {revision.reason}")
    if not parts and not revision.correction:
        return "; không nêu căn cứ, lý do" if vi else "; no document and no reason given"
    return "".join(f", {part}" if part == parts[0] else f"; {part}" for part in parts)


def _overwritten(
    sides: Sides, promise: Promise | None, old: Value, new: Value, kind: str | None = None
) -> Difference:
    texts = []
    for language in ("vi", "en"):
        change = _change(sides, old, new, language)
        how = word(REVISION, kind, language).lower() if kind else ""
        verb = "sửa đè" if language == "vi" else "overwritten"
        texts.append(f"{verb}{f' ({how})' if how else ''}: {change}")
    return Difference(
        "overwritten",
        sides.plan,
        sides.subject,
        texts[0],
        texts[1],
        new.origin.of("value"),
        promise,
        notation(old),
        notation(new),
        slot_of(old),
    )


def _erased(sides: Sides, promise: Promise | None, old: Value) -> Difference:
    nouns: dict[Promise | None, tuple[str, str]] = {
        "target": ("mục tiêu", "target"),
        "result": ("kết quả", "result"),
        None: ("mốc gốc", "baseline"),
    }
    noun_vi, noun_en = nouns[promise]
    return Difference(
        "erased",
        sides.plan,
        sides.subject,
        f"bỏ {noun_vi} {_told(sides, old, 'vi')}",
        f"{noun_en} removed: {_told(sides, old, 'en')}",
        _field(sides.after, promise),
        promise,
        notation(old),
        slot=slot_of(old),
    )


def _field(row: Row, promise: Promise | None) -> Position:
    fields = {"target": "targets", "result": "results"}
    return row.indicator.origin.of(fields.get(promise or "", "baseline"))


def _added(sides: Sides, kind: Kind, entry: Value, noun: tuple[str, str]) -> Difference:
    return Difference(
        kind,
        sides.plan,
        sides.subject,
        f"{noun[0]} {_told(sides, entry, 'vi')}",
        f"{noun[1]} {_told(sides, entry, 'en')}",
        entry.origin.of("value"),
    )


def _details(sides: Sides, field: str, old: Value, new: Value) -> Iterator[Difference]:
    """What was edited beside the value; what the entry leaves to others is told with these."""
    which = (f" ({_told(sides, new, 'vi')})", f" ({_told(sides, new, 'en')})")
    return details(sides.plan, sides.subject, field, old, new, which)


def _told(sides: Sides, value: Value, language: Language) -> str:
    """A value with its period, unit and modality: `năm 2025: 3,5%`."""
    period = _period_words(value, language)
    return f"{period + ': ' if period else ''}{_words(sides.after, value, language)}"


def _change(sides: Sides, old: Value, new: Value, language: Language) -> str:
    """`năm 2025: 3,5 → 2,0 điểm %`, with the period once where it is the same."""
    if _period_words(old, language) != _period_words(new, language):
        return f"{_told(sides, old, language)} → {_told(sides, new, language)}"
    period = _period_words(new, language)
    before = _words(sides.before, old, language)
    after = _words(sides.after, new, language)
    unit = unit_words(sides.after.unit, language)
    if unit and sides.before.unit == sides.after.unit and after.endswith(unit):
        before = before.removesuffix(unit).rstrip()
    return f"{period + ': ' if period else ''}{before} → {after}"


def _period_words(value: Value, language: Language) -> str:
    return value.said("period") or (when_words(value.period, language) if value.period else "")


def _words(row: Row, value: Value, language: Language) -> str:
    """The value in words, with what kind of value it is."""
    if value.value is None:
        words = f"“{value.said('value') or getattr(value, 'stated', None) or '…'}”"
        if isinstance(value, Result) and value.of_plan and not value.said("value"):
            words = ", ".join(f"{share.percent}%" for share in value.of_plan)
            words += " kế hoạch" if language == "vi" else " of the plan"
    else:
        words = _with_unit(value.value, row.unit, language)
    kinds: tuple[tuple[Words, str | None], ...] = (
        (MODALITY, getattr(value, "modality", None)),
        (RESULT_KIND, getattr(value, "kind", None)),
    )
    marks = [word(vocabulary, code, language) for vocabulary, code in kinds if code]
    return f"{words} ({', '.join(marks)})" if marks else words


def _with_unit(value: Quantity, unit: str | None, language: Language) -> str:
    words, printed = quantity_words(value, language), unit_words(unit, language)
    if not printed or value.low is None or value.change_unit or value.change == "times":
        return words
    return f"{words}{'' if printed == '%' else ' '}{printed}"


def notation(value: Value) -> str:
    """A value as an author writes it."""
    if value.value is not None:
        return value.value.written
    return value.said("value") or getattr(value, "stated", None) or ""


def slot_of(value: Value) -> str:
    """The fields that its author wrote to tell the period, ready to be written again."""
    written = value.period.written if value.period and value.origin.has("period") else ""
    return f"period: {written}, " if written else ""


def _level(value: Value) -> Hashable:
    """What the value says, whichever way it is written."""
    found = value.value
    if found is None:
        return ("words", value.said("value"))
    since = _moment(found.since)
    numbers = (found.low, found.high, found.whole)
    return (found.operator, *numbers, found.change, found.change_unit, since, found.met) + (
        (found.missing,) if found.missing else ()
    )


def _moment(when: When | None) -> str | None:
    return when.written.replace(" ", "") if when else None


def _period(value: Value) -> str | None:
    return _moment(value.period) or value.said("period")


def _slot(value: Value) -> Hashable:
    return (_period(value), getattr(value, "modality", None))


def _whole(value: Value) -> Hashable:
    """Everything that the entry says; its place in the file does not count."""
    return repr(value)


def _promised(target: Value) -> Hashable:
    return (_slot(target), _level(target))


def _target_slot(target: Target) -> Hashable:
    """Where a target stands: one that says something else there has been edited over.

    A version that says when, why or by which document it was made stands beside the old one.
    """
    return _period(target), getattr(target.set_by, "written", None)


def _period_slot(value: Value) -> Hashable:
    return _period(value)


def _reported(result: Result) -> Hashable:
    shares = tuple((share.assigned_by, share.percent) for share in result.of_plan)
    said = (result.kind, shares, result.stated)
    return (_period(result), _level(result), said)


def _result_slot(result: Result) -> Hashable:
    return _period(result)
