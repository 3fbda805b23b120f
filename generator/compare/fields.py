"""Which fields of an entry were edited, and what the field and its values are called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.assess.days import Documents
from generator.compare.difference import Difference
from generator.model.base import Entry
from generator.model.references import Reference
from generator.text.words import DOCUMENT_KIND, Language, word

_LONGEST = 60
"""Texts longer than this many signs are not quoted."""


def fields_changed(before: Entry, after: Entry, *told_elsewhere: str) -> tuple[str, ...]:
    """The names of the fields that say something else now, in the order of the format."""
    names = [
        name
        for name in type(after).model_fields
        if name not in ("origin", "texts", "id", "former_ids", *told_elsewhere)
        and getattr(before, name) != getattr(after, name)
    ]
    words = sorted({*before.texts, *after.texts} - set(told_elsewhere))
    names += [f"{name}_text" for name in words if before.texts.get(name) != after.texts.get(name)]
    return tuple(names)


def own_fields_changed(before: Entry, after: Entry, *told_elsewhere: str) -> Iterator[str]:
    """The same without what both entries leave to their section or plan."""
    for name in fields_changed(before, after, *told_elsewhere):
        if name.endswith("_text") or before.origin.has(name) or after.origin.has(name):
            yield name


def names_of(fields: Iterable[str]) -> str:
    """The names as an author writes them: `` `lead`, `due` ``."""
    return ", ".join(f"`{name.rstrip('_')}`" for name in fields)


def edits(before: Entry, after: Entry, fields: Iterable[str]) -> tuple[str, str]:
    """What was edited, in Vietnamese and English: short texts are quoted, before and after."""
    vi, en = [], []
    for field in fields:
        name = f"`{field.rstrip('_')}`"
        old, new = _quoted(before, field), _quoted(after, field)
        if old is None and new is None:
            vi.append(f"sửa {name}")
            en.append(f"{name} edited")
        else:
            vi.append(f"{name}: {old or 'không có'} → {new or 'không có'}")
            en.append(f"{name}: {old or 'none'} → {new or 'none'}")
    return "; ".join(vi), "; ".join(en)


def details(
    plan: str,
    subject: tuple[str, str],
    field: str,
    before: Entry,
    after: Entry,
    which: tuple[str, str] = ("", ""),
) -> Iterator[Difference]:
    """What was edited beside the value of an entry in a list; `which` entry, in both languages."""
    if names := names_of(own_fields_changed(before, after)):
        yield Difference(
            "edited",
            plan,
            subject,
            f"sửa {names} trong `{field}`{which[0]}",
            f"{names} edited in `{field}`{which[1]}",
            after.origin.position,
        )


def _quoted(entry: Entry, field: str) -> str | None:
    if field.endswith("_text") and field not in type(entry).model_fields:
        value: object = entry.texts.get(field.removesuffix("_text"))
    else:
        value = getattr(entry, field)
    is_short = value is not None and not isinstance(value, tuple | dict | Entry)
    words = str(getattr(value, "written", value))
    return f"“{words}”" if is_short and words and len(words) <= _LONGEST else None


def cited(documents: Documents, reference: Reference | None, language: Language) -> str:
    """A document as officials name it: Quyết định 2001/QĐ-UBND; empty for none."""
    if reference is None:
        return ""
    document = documents.get(reference.id)
    if document is None:
        return reference.written
    if document.number:
        kind = document.kind_text or word(DOCUMENT_KIND, document.kind, language)
        return f"{kind} {document.number}"
    title = document.title_en if language == "en" and document.title_en else document.title
    return f"“{title}”" if title else document.id
