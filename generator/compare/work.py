"""What has become of tasks and milestones: their deadlines, what was reported, their days."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from generator.assess.days import Documents
from generator.assess.revisions import DeadlineRevision, deadline_revisions
from generator.compare.difference import Difference, Kind
from generator.compare.fields import cited, details, edits, own_fields_changed
from generator.compare.pairing import by_what_they_say
from generator.model.tasks import Deadline, Milestone, Report, Task
from generator.model.when import When
from generator.text.times import when_words
from generator.text.words import STAGE, Language, word


def task_compared(
    plan: str, before: Task, after: Task, documents: Documents
) -> Iterator[Difference]:
    """Everything that has changed in the deadlines and reports of one task."""
    subject = (f"“{after.title}”", f"“{after.title_en or after.title}”")
    yield from _deadlines(plan, subject, before, after, documents)
    yield from _reports(plan, subject, before, after)


def _deadlines(
    plan: str, subject: tuple[str, str], before: Task, after: Task, documents: Documents
) -> Iterator[Difference]:
    pairs = by_what_they_say(before.due, after.due, repr, _due, _same_place)
    for old, new in pairs.both:
        if _due(old) != _due(new):
            yield Difference(
                "overwritten",
                plan,
                subject,
                f"sửa đè thời hạn: {_change(old, new, 'vi')}",
                f"deadline overwritten: {_change(old, new, 'en')}",
                new.origin.of("due"),
                "deadline",
                _notation(old),
                _notation(new),
            )
        else:
            yield from details(plan, subject, "due", old, new)
    for old in pairs.gone:
        yield Difference(
            "erased",
            plan,
            subject,
            f"bỏ thời hạn {_words(old, 'vi')}",
            f"deadline removed: {_words(old, 'en')}",
            after.origin.of("due"),
            "deadline",
            _notation(old),
        )
    told = {id(entry) for entry in pairs.new}
    for revision in deadline_revisions(after, documents):
        if id(revision.after) in told and (revision.correction or not revision.after.correction):
            told.discard(id(revision.after))
            yield _moved(plan, subject, revision, documents)
    for entry in pairs.new:
        if id(entry) in told:
            yield Difference(
                "target",
                plan,
                subject,
                f"thời hạn mới: {_words(entry, 'vi')}",
                f"new deadline: {_words(entry, 'en')}",
                entry.origin.of("due"),
            )


def _moved(
    plan: str, subject: tuple[str, str], revision: DeadlineRevision, documents: Documents
) -> Difference:
    kind: Kind = "adjusted" if revision.days is None else "slipped"
    if revision.days is not None and revision.days <= 0:
        kind = "advanced" if revision.days else "edited"
    if revision.correction:
        kind = "corrected"
    texts = []
    for language in ("vi", "en"):
        vi = language == "vi"
        text = _change(revision.before, revision.after, language)
        if revision.correction:
            text = f"{'trang này nhập sai' if vi else 'this site had mistyped'}: {text}"
        if act := cited(documents, revision.document, language):
            text += f", căn cứ {act}" if vi else f", by {act}"
        if revision.reason:
            text += f"; lý do: {revision.reason}" if vi else f"; reason: {revision.reason}"
        if not (act or revision.reason or revision.correction):
            text += "; không nêu căn cứ, lý do" if vi else "; no document and no reason given"
        texts.append(text)
    return Difference(kind, plan, subject, texts[0], texts[1], revision.after.origin.of("due"))


def _reports(
    plan: str, subject: tuple[str, str], before: Task, after: Task
) -> Iterator[Difference]:
    pairs = by_what_they_say(before.reports, after.reports, repr, _reported, _report_slot)
    for old, new in pairs.both:
        if _reported(old) != _reported(new):
            yield Difference(
                "overwritten",
                plan,
                subject,
                f"sửa đè báo cáo: {_report(old, 'vi')} → {_report(new, 'vi')}",
                f"report overwritten: {_report(old, 'en')} → {_report(new, 'en')}",
                new.origin.of("stage"),
                "report",
                old.stage,
                new.stage,
            )
        else:
            yield from details(plan, subject, "reports", old, new)
    for old in pairs.gone:
        yield Difference(
            "erased",
            plan,
            subject,
            f"bỏ báo cáo {_report(old, 'vi')}",
            f"report removed: {_report(old, 'en')}",
            after.origin.of("reports"),
            "report",
            old.stage,
        )
    for entry in pairs.new:
        yield Difference(
            "corrected" if entry.correction else "report",
            plan,
            subject,
            f"báo cáo: {_report(entry, 'vi')}",
            f"report: {_report(entry, 'en')}",
            entry.origin.of("stage"),
        )


def milestone_compared(plan: str, before: Milestone, after: Milestone) -> Iterator[Difference]:
    """Whether a milestone was moved or has come about, and what else was edited."""
    subject = (f"“{after.title}”", f"“{after.title_en or after.title}”")
    changed = tuple(own_fields_changed(before, after))
    days = tuple(name for name in changed if name in ("when", "when_text", "done", "done_text"))
    for kind, fields in (("moved", days), ("edited", tuple(set(changed) - set(days)))):
        if fields:
            vi, en = edits(before, after, sorted(fields, key=changed.index))
            place = after.origin.of(fields[0])
            yield Difference("moved" if kind == "moved" else "edited", plan, subject, vi, en, place)


def _change(old: Deadline, new: Deadline, language: Language) -> str:
    text = f"{_words(old, language)} → {_words(new, language)}"
    before, after = (each.due.latest if each.due else None for each in (old, new))
    days = (after - before).days if before and after else 0
    if not days:
        return text
    if language == "en":
        way = "later" if days > 0 else "earlier"
        return f"{text}, {abs(days):,} {'day' if abs(days) == 1 else 'days'} {way}"
    number = f"{abs(days):,}".replace(",", ".")
    return f"{text}, {'lùi' if days > 0 else 'sớm hơn'} {number} ngày"


def _words(deadline: Deadline, language: Language) -> str:
    printed = deadline.said("due")
    if deadline.due is None:
        return f"“{printed}”"
    return when_words(deadline.due, language)


def _notation(deadline: Deadline) -> str:
    return deadline.due.written if deadline.due else deadline.said("due") or ""


def _moment(when: When | None) -> str | None:
    return when.written.replace(" ", "") if when else None


def _due(deadline: Deadline) -> Hashable:
    return _moment(deadline.due) or ("words", deadline.said("due"))


def _same_place(_: Deadline) -> Hashable:
    """Any two deadlines that are left over: one has been edited into the other."""
    return "due"


def _report(report: Report, language: Language) -> str:
    day = when_words(report.on, language) if report.on else ""
    stage = word(STAGE, report.stage, language)
    done = when_words(report.done, language) if report.done else ""
    return " ".join(part for part in (day, stage, f"({done})" if done else "") if part)


def _reported(report: Report) -> Hashable:
    return (_moment(report.on), report.stage, _moment(report.done))


def _report_slot(report: Report) -> Hashable:
    return _moment(report.on)
