"""A place or body is named in a document only while it exists: mergers change who is who."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.check.kinds import Registered
from generator.check.saying import Sentence, either, error, top, warning
from generator.check.survey import Survey
from generator.model.archive import Archive
from generator.model.base import Entry
from generator.model.indicators import Indicator, Target
from generator.model.plan import Plan, Section
from generator.model.registers import Agency, Document, Place
from generator.model.tasks import Task
from generator.model.when import When
from generator.problems import Problem
from generator.text.times import day_words, when_words


def lives_end_after_they_begin(survey: Survey) -> Iterator[Problem]:
    """A place or body does not end before it begins."""
    for entry in _all(survey.archive):
        begins = entry.from_.earliest if entry.from_ else None
        ends = entry.until.latest if entry.until else None
        if begins and ends and ends < begins:
            yield error(
                top(entry).at("until"),
                f"`{entry.id}` có từ {day_words(begins)} mà chỉ đến hết {day_words(ends)}: xem "
                "lại `from:` và `until:`",
                f"`{entry.id}` begins on {day_words(begins, 'en')} but ends on "
                f"{day_words(ends, 'en')}: check `from:` and `until:`",
            )


def places_and_bodies_exist_on_the_day(survey: Survey) -> Iterator[Problem]:
    """What a document or plan names existed when the document was issued, or in its period."""
    mortal = {entry.id: entry for entry in _all(survey.archive) if entry.from_ or entry.until}
    for mention in survey.mentions:
        reference = mention.reference
        named = [mortal[each] for each in (reference.id, reference.place) if each in mortal]
        for use in mention.uses if named else ():
            then = _then(survey.archive, mention.owner, use.spot.entry)
            for entry in named:
                if then and (words := _missed(survey.archive, entry, then)):
                    yield warning(use.at, *words)


def _all(archive: Archive) -> tuple[Place | Agency, ...]:
    return (*archive.places, *archive.agencies)


def _then(archive: Archive, owner: Registered, entry: Entry) -> When | None:
    """When an entry speaks; `None` for what may be said later than the plan, such as reports."""
    if isinstance(owner, Document):
        return owner.issued if entry is owner else None
    if not isinstance(owner, Plan):
        return None
    if isinstance(entry, Target) and (entry.on or entry.document):
        return entry.on
    if isinstance(entry, Plan | Section | Indicator | Task | Target):
        act = archive.document.get(owner.document.id) if owner.document else None
        return (act.issued if act else None) or owner.period
    return None


def _missed(archive: Archive, entry: Place | Agency, then: When) -> Sentence | None:
    """What to say of a place or body that ended before a time or began after it."""
    first, last = then.earliest or then.latest, then.ends or then.latest or then.earliest
    ended = entry.until.latest if entry.until else None
    began = entry.from_.earliest if entry.from_ else None
    if ended and first and ended < first:
        life = Sentence(f"chỉ có đến hết {day_words(ended)}", f"ended on {day_words(ended, 'en')}")
        return _said(entry, then, life, [each.written for each in entry.succeeded_by])
    if began and last and began > last:
        life = Sentence(f"có từ {day_words(began)}", f"began on {day_words(began, 'en')}")
        return _said(entry, then, life, _before(archive, entry, began))
    return None


def _before(archive: Archive, entry: Place | Agency, began: date) -> list[str]:
    """What a place or body goes back to."""
    register: tuple[Place | Agency, ...] = (
        archive.places if isinstance(entry, Place) else archive.agencies
    )
    return [
        each.id
        for each in register
        if any(following.id == entry.id for following in each.succeeded_by)
        and not (each.from_ and each.from_.earliest and each.from_.earliest >= began)
    ]


def _said(entry: Place | Agency, then: When, life: Sentence, instead: list[str]) -> Sentence:
    remedy = Sentence(
        "xem lại mã này, hoặc `from:`, `until:` của nó trong danh mục",
        "check this id, or its `from:` and `until:` in the register",
    )
    if instead:
        right = either(instead)
        remedy = Sentence(f"ý bạn là {right.vi}?", f"did you mean {right.en}?")
    return Sentence(
        f"`{entry.id}` ({entry.name}) {life.vi}, ở đây nói về {when_words(then)}: {remedy.vi}",
        f"`{entry.id}` ({entry.name}) {life.en}, this is about {when_words(then, 'en')}: "
        f"{remedy.en}",
    )
