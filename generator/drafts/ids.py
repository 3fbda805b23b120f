"""Which ids are taken, and which id would do."""

from __future__ import annotations

import re

from generator.drafts.questions import Answers
from generator.model.archive import Archive
from generator.model.base import id_like
from generator.model.plan import Plan
from generator.model.references import Reference
from generator.model.registers import Agency, Document, Place


def ids_taken(archive: Archive) -> frozenset[str]:
    """The ids of all places, bodies, documents and plans, former ones included."""
    entries: tuple[Place | Agency | Document | Plan, ...] = (
        *archive.places,
        *archive.agencies,
        *archive.documents,
        *archive.plans,
    )
    now = {each.id for each in entries}
    return frozenset(now.union(archive.broken, *(each.former_ids for each in entries)))


def id_proposed(thing: str, answers: Answers, taken: frozenset[str]) -> str:
    """An id that is free, made of what is known; empty if too little is."""
    parts = {
        "plan": _of_plan,
        "document": _of_document,
    }.get(thing, _of_name)(answers)
    base = id_like("-".join(filter(None, parts)))
    if not base:
        return ""
    years = re.findall(r"\d{4}", answers.get("issued", "") or answers.get("period", ""))
    further = [f"{base}-{years[0]}"] if years and years[0] not in base else []
    further += [f"{base}-{number}" for number in range(2, 100)]
    return next((each for each in (base, *further) if each not in taken), "")


def _of_plan(answers: Answers) -> list[str]:
    """Where it is, and its number or its years."""
    number = re.match(r"\d+", answers.get("number", ""))
    years = "-".join(re.findall(r"\d{4}", answers.get("period", ""))[:2])
    where = answers.get("place") or _place_of(answers) or answers.get("issuer", "")
    return [where, number[0] if number else years] if where else []


def _of_document(answers: Answers) -> list[str]:
    """Its number and where it was issued; of news the kind, the place and the day."""
    if answers.get("number"):
        return [answers["number"].replace("/", "-"), _place_of(answers)]
    kind = "tin" if answers.get("kind") == "news" else answers.get("kind", "")
    return [kind, _place_of(answers) or answers.get("issuer", ""), answers.get("issued", "")]


def _of_name(answers: Answers) -> list[str]:
    """The name; of a place without its level."""
    name = answers.get("name", "")
    if "level" in answers and "short" not in answers and "place" not in answers:
        name = re.sub(r"^(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường)\s+", "", name)
    return [name, answers.get("place", "")]


def _place_of(answers: Answers) -> str:
    """The place of the issuer, as in `ubnd@ha-noi`."""
    return Reference(answers.get("issuer", "")).place or ""
