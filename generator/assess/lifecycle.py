"""In which state a plan is on a day, and which documents made it so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.assess.days import has_come
from generator.model.archive import Archive
from generator.model.plan import Plan
from generator.model.vocabularies import RelationKind
from generator.model.when import When

State = Literal[
    "drafting",
    "submitted",
    "adopted",
    "not_started",
    "in_progress",
    "ended",
    "evaluated",
    "replaced",
    "cancelled",
    "unknown",
]


@dataclass(frozen=True, slots=True)
class Life:
    """The state of a plan; `adopted` where no period tells more.

    The ids of the plans and documents that replace, evaluate, amend or succeed it.
    """

    state: State
    replaced_by: tuple[str, ...] = ()
    evaluated_by: tuple[str, ...] = ()
    succeeded_by: tuple[str, ...] = ()
    amended_by: tuple[str, ...] = ()


def life(archive: Archive, plan: Plan, day: date) -> Life:
    """The state of a plan on a day.

    What a source says of drafting, submission and cancellation stands; the rest follows from the
    period and from what other documents say of it.  Only what is adopted by the day replaces,
    evaluates or amends; a successor counts from its draft on.
    """
    found: dict[RelationKind, list[str]] = {}
    for own in (plan.id, *plan.former_ids, *([plan.document.id] if plan.document else [])):
        for link in archive.links_to.get(own, ()):
            subject = _subject(archive, link.subject)
            if subject not in (plan.id, *found.get(link.kind, ())) and _counts(
                archive, subject, link.kind, day
            ):
                found.setdefault(link.kind, []).append(subject)
    return Life(
        _state(archive, plan, day, found),
        tuple(found.get("replaces", ())),
        tuple(found.get("evaluates", ())),
        tuple(found.get("succeeds", ())),
        tuple(found.get("amends", ())),
    )


def _state(
    archive: Archive, plan: Plan, day: date, found: Mapping[RelationKind, Sequence[str]]
) -> State:
    if plan.lifecycle == "cancelled":
        return "cancelled"
    if "replaces" in found:
        return "replaced"
    document = archive.document.get(plan.document.id) if plan.document else None
    said = plan.lifecycle
    if said is None and document:
        said = "drafting" if document.status == "draft" else "adopted"
    if said == "drafting" or said == "submitted":
        return said
    if said is None and plan.document is None:
        return "unknown"
    return _in_time(plan.period, day, "evaluates" in found)


def _in_time(period: When | None, day: date, is_evaluated: bool) -> State:
    """The state of an adopted plan by its period."""
    ends = period.ends if period else None
    if is_evaluated and (ends is None or ends < day):
        return "evaluated"
    if ends and ends < day:
        return "ended"
    begins = period.earliest if period else None
    if begins and begins > day:
        return "not_started"
    return "in_progress" if begins or ends else "adopted"


def _subject(archive: Archive, subject: str) -> str:
    """The id of a plan in place of the document that enacts it."""
    plan = archive.plan_of_document.get(subject)
    return plan.id if plan else subject


def _counts(archive: Archive, subject: str, kind: RelationKind, day: date) -> bool:
    """Whether a plan or document can stand in a relation by the day; an item of a plan cannot."""
    plan = archive.plan.get(subject)
    document = archive.document.get(
        plan.document.id if plan and plan.document else subject if not plan else ""
    )
    if plan is None and document is None:
        return False
    if kind == "succeeds":
        return plan is None or plan.lifecycle != "cancelled"
    if plan and plan.lifecycle in ("drafting", "submitted", "cancelled"):
        return False
    return document is None or (document.status != "draft" and has_come(document.issued, day))
