"""Changes values, deadlines and reports, which a plan file writes in one of several ways.

`targets: 5`, `targets: {2025: 5, 2026: 6}` and a list of entries say the same.  A shorter way is
kept as long as it can say what is to be said, and unfolded into a list where it cannot.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.load.outline import Fields, Items, Piece, Word
from generator.sheets.editing import Text
from generator.sheets.writing import Written

Change = Mapping[str, Written | None]
"""Fields of an entry with what they are to hold; `None` takes a field away."""


@dataclass
class Versions:
    """What is to become of the entries below one field, such as `targets`.

    `changed` and `removed` name entries by their number, `added` the number of the entry after
    which a new one stands (`None`: at the end).
    """

    changed: dict[int, dict[str, Written | None]] = field(default_factory=dict)
    added: list[tuple[int | None, dict[str, Written]]] = field(default_factory=list)
    removed: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class Form:
    """How the entries below a field are written: the field that a bare value stands for, and all
    fields of an entry in their order."""

    name: str
    bare: str | None
    order: Sequence[str]
    pairs: bool = False


def entries_in(piece: Piece | None, form: Form) -> list[tuple[Word | None, Piece]]:
    """The entries below a field, each with its period where it is written as a pair."""
    if piece is None:
        return []
    if isinstance(piece, Items):
        return [(None, each) for each in piece.items]
    if isinstance(piece, Fields) and form.pairs and not _is_entry(piece, form):
        return list(piece.fields)
    return [(None, piece)]


def change(
    text: Text, holder: Fields, form: Form, versions: Versions, order: Sequence[str]
) -> None:
    """Writes the versions; `order` is the order of the fields of the holder."""
    piece = holder.get(form.name)
    words = holder.get(f"{form.name}_text")
    entries = entries_in(piece, form)
    if piece is None and words is None:
        _begin(text, holder, form, versions, order)
    elif isinstance(piece, Items) and not piece.flow and words is None:
        _change_list(text, holder, form, piece, versions)
    elif not _in_place(text, holder, form, entries, versions, order):
        _unfold(text, holder, form, entries, versions, order)


def _begin(
    text: Text, holder: Fields, form: Form, versions: Versions, order: Sequence[str]
) -> None:
    """The first entries of a field."""
    added = [fields for _, fields in versions.added]
    if not added:
        return
    if len(added) == 1 and form.bare and set(added[0]) <= {form.bare, f"{form.bare}_text"}:
        short = {
            f"{form.name}{name.removeprefix(form.bare)}": value for name, value in added[0].items()
        }
        text.set_fields(holder, short, order)
        return
    text.set_fields(holder, {form.name: [_ordered(each, form) for each in added]}, order)


def _change_list(text: Text, holder: Fields, form: Form, items: Items, versions: Versions) -> None:
    for number, fields in versions.changed.items():
        entry = items.items[number]
        if isinstance(entry, Fields):
            text.set_fields(entry, fields, form.order)
        elif isinstance(entry, Word) and set(fields) == {form.bare}:
            (value,) = fields.values()
            text.replace_item(entry, value or "", text.source(entry).column)
        else:
            whole = _merged(text, form, None, entry, fields)
            column = text.source(entry).column
            text.replace_item(entry, whole, column)
    kept = [number for number in range(len(items.items)) if number not in versions.removed]
    for after, new in versions.added:
        anchors = [number for number in kept if after is None or number <= after]
        text.add_item(items, anchors[-1] if anchors else None, _ordered(new, form))
    if versions.removed:
        text.remove_items(holder, form.name, versions.removed)


def _in_place(
    text: Text,
    holder: Fields,
    form: Form,
    entries: list[tuple[Word | None, Piece]],
    versions: Versions,
    order: Sequence[str],
) -> bool:
    """Makes the change without unfolding, if the way in which it is written allows that."""
    if versions.removed:
        return False
    if len(entries) == 1 and isinstance(entries[0][1], Fields) and not entries[0][0]:
        if versions.added:
            return False
        for fields in versions.changed.values():
            text.set_fields(entries[0][1], fields, form.order)
        return holder.get(f"{form.name}_text") is None
    if len(entries) <= 1 and not (entries and entries[0][0]):
        short = {form.bare, f"{form.bare}_text"}
        if versions.added or any(set(fields) - short for fields in versions.changed.values()):
            return False
        for fields in versions.changed.values():
            stem = len(form.bare or "")
            named = {f"{form.name}{name[stem:]}": value for name, value in fields.items()}
            text.set_fields(holder, named, order)
        return True
    return _in_pairs(text, holder, form, entries, versions)


def _in_pairs(
    text: Text,
    holder: Fields,
    form: Form,
    entries: list[tuple[Word | None, Piece]],
    versions: Versions,
) -> bool:
    pairs = holder.get(form.name)
    if not isinstance(pairs, Fields) or any(not isinstance(each, Word) for _, each in entries):
        return False
    periods = {period.text for period, _ in entries if period}
    for _, new in versions.added:
        period = new.get("period")
        if set(new) != {"period", form.bare} or not isinstance(period, str) or period in periods:
            return False
        periods.add(period)
    if any(set(fields) != {form.bare} for fields in versions.changed.values()):
        return False
    for number, fields in versions.changed.items():
        key = entries[number][0]
        if key:
            text.set_fields(pairs, {key.text: fields[form.bare or ""]}, ())
    for _, new in versions.added:
        text.set_fields(pairs, {str(new["period"]): new[form.bare or ""]}, ())
    return True


def _unfold(
    text: Text,
    holder: Fields,
    form: Form,
    entries: list[tuple[Word | None, Piece]],
    versions: Versions,
    order: Sequence[str],
) -> None:
    """Writes the entries as a list, each as it was, and the changed and new ones among them."""
    words = holder.get(f"{form.name}_text")
    beside: dict[str, Written] = {}
    if words and len(entries) <= 1:
        beside = {f"{form.bare}_text": text.source(words)}
    elif words:
        raise ValueError(form.name)
    whole: list[dict[str, Written]] = [
        {**_merged(text, form, period, entry, {}), **beside} for period, entry in entries
    ] or [beside]
    for number, fields in versions.changed.items():
        whole[number] = _applied(whole[number], fields)
    written = list(_with_added(whole, versions))
    listed = [_ordered(each, form) for each in written]
    if holder.get(form.name):
        text.replace_field(holder, form.name, listed) if listed else text.set_fields(
            holder, {form.name: None}, order
        )
    if words:
        rest: dict[str, Written | None] = {f"{form.name}_text": None}
        if not holder.get(form.name) and listed:
            rest[form.name] = listed
        text.set_fields(holder, rest, order)


def _with_added(
    whole: list[dict[str, Written]], versions: Versions
) -> Iterator[dict[str, Written]]:
    for number, entry in enumerate(whole):
        if number not in versions.removed:
            yield entry
        yield from (fields for after, fields in versions.added if after == number)
    yield from (fields for after, fields in versions.added if after is None)


def _merged(
    text: Text, form: Form, period: Word | None, entry: Piece, fields: Change
) -> dict[str, Written]:
    """An entry with all its fields, as its author wrote them, and what is changed in it."""
    whole: dict[str, Written] = {}
    if period:
        whole["period"] = text.source(period)
    if isinstance(entry, Fields):
        whole |= {key.text: text.source(value) for key, value in entry.fields}
    elif form.bare:
        whole[form.bare] = text.source(entry)
    return _applied(whole, fields)


def _applied(whole: dict[str, Written], fields: Change) -> dict[str, Written]:
    changed = {**whole, **fields}
    return {name: value for name, value in changed.items() if value is not None}


def _ordered(fields: Mapping[str, Written], form: Form) -> dict[str, Written]:
    """The fields of an entry in the order in which they are best read."""
    known = [name for each in form.order for name in (each, f"{each}_text") if name in fields]
    others = [name for name in fields if name not in known]
    return {name: fields[name] for name in (*known, *others)}


def _is_entry(piece: Fields, form: Form) -> bool:
    return not piece.fields or any(name.removesuffix("_text") in form.order for name in piece.names)
