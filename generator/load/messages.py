"""Turns what the model refuses into problems: on the very line, in plain words, with a remedy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generator.load import complaints
from generator.load.guesses import likely_field, likely_relation, word_as_a_field
from generator.load.unknown import (
    instead_of_a_field,
    pair_in_a_list,
    relation_as_a_field,
    unknown_field,
    unknown_word,
)
from generator.model.base import ORIGIN, Entry
from generator.model.nodes import Mapping, Node, Origin, Scalar, Sequence
from generator.model.refusal import REFUSED, Message, Refusal, shown
from generator.problems import Position, Problem

MOST_PROBLEMS = 500


def problems_of(
    error: ValidationError | None, noted: list[Refusal], entry: type[Entry], raw: Mapping, top: str
) -> list[Problem]:
    """All problems of one entry, each at its own value; `top` begins the way to each."""
    tree = _Tree(raw, top)
    details = error.errors(include_url=False) if error else []
    few = details[:MOST_PROBLEMS]
    unknown = [each for each in few if each["type"] == "extra_forbidden"]
    missing = [each for each in few if each["type"] == "missing"]
    others = [each for each in few if each["type"] not in ("extra_forbidden", "missing")]
    problems = [_of_value(each, tree) for each in others]
    problems += filter(None, (_of_unknown(each, entry, tree) for each in unknown))
    problems += filter(None, (_of_missing(each, entry, tree) for each in missing))
    problems += filter(None, (_of_refusal(each, tree) for each in noted[:MOST_PROBLEMS]))
    if len(details) > len(few) or len(noted) > MOST_PROBLEMS:
        problems.append(tree.problem(tree.root, "problems-are-few", complaints.AND_MORE))
    return problems


@dataclass(frozen=True, slots=True)
class _Spot:
    """A value in its place: what holds it, under which name or number."""

    node: Node
    holder: Mapping | Sequence | None
    name: Scalar | str
    above: _Spot | None

    @property
    def field(self) -> str:
        """The way to it in the file's own words."""
        way = [self.name] if self.name else []
        above = self.above
        while above and above.name:
            way.append(above.name)
            above = above.above
        return " › ".join(shown(name, 40) for name in reversed(way))


_SENTENCE = "\0sentence"
_MERGED = "<<"
_NO_FIELD = re.compile("[^a-z_]")
"""What a name left out holds if it was a sentence or a pair, not the name of a field."""


class _Tree:
    """All values of an entry by the places where they begin."""

    def __init__(self, raw: Mapping, top: str) -> None:
        self.file = raw.file
        self.root = _Spot(raw, None, top, None)
        self.spots: dict[tuple[int, int], _Spot] = {}
        self.guesses: dict[int, set[str]] = {}
        pending = [self.root]
        while pending:
            spot = pending.pop()
            self.spots[spot.node.line, spot.node.column] = spot
            pending += _inside(spot)

    def spot(self, node: object) -> _Spot:
        """The place of a value, also of one that the model has wrapped into an entry."""
        if isinstance(node, dict) and isinstance(origin := node.get(ORIGIN), Origin):
            node = origin.mapping
        if isinstance(node, Scalar | Mapping | Sequence):
            return self.spots.get((node.line, node.column)) or _Spot(node, None, "", self.root)
        return self.root

    def has_said(self, spot: _Spot, *names: str) -> bool:
        """Whether fields that are missing were there, but empty or under another name."""
        if not isinstance(spot.node, Mapping):
            return False
        said = {*spot.node.dropped, *self.guesses.get(id(spot.node), ())}
        meant = {*names, *(f"{name}_text" for name in names), _SENTENCE, _MERGED}
        return bool(said & meant) or any(_NO_FIELD.search(name) for name in spot.node.dropped)

    def problem(self, spot: _Spot, rule: str, message: Message) -> Problem:
        """A problem at the beginning of a value."""
        position = Position(self.file, spot.node.line, spot.node.column)
        return Problem(position, rule, *message, spot.field)


def _inside(spot: _Spot) -> Iterator[_Spot]:
    node = spot.node
    if isinstance(node, Mapping):
        for key, value in node.items():
            yield _Spot(value, node, key, spot)
    elif isinstance(node, Sequence):
        for number, value in enumerate(node, start=1):
            yield _Spot(value, node, _named(value, number), spot)


def _named(node: Node, number: int) -> str:
    """An entry of a list by its id or period, or by its number."""
    named = (node.get("id") or node.get("period")) if isinstance(node, Mapping) else None
    return named if isinstance(named, Scalar) else f"mục {number}"


def _of_refusal(refusal: Refusal, tree: _Tree) -> Problem | None:
    spot = tree.spot(refusal.node)
    message = Message(refusal.vi, refusal.en)
    if not refusal.lacks:
        return tree.problem(spot, "value-is-understood", message)
    if tree.has_said(spot, *refusal.lacks):
        return None
    return tree.problem(spot, "required-keys-are-there", message)


def _of_missing(detail: ErrorDetails, entry: type[Entry], tree: _Tree) -> Problem | None:
    spot, name = tree.spot(detail["input"]), str(detail["loc"][-1])
    if tree.has_said(spot, name):
        return None
    field = _field(_entry_at(entry, detail["loc"][:-1]), name)
    return tree.problem(spot, "required-keys-are-there", _missing(name, field))


def _of_unknown(detail: ErrorDetails, entry: type[Entry], tree: _Tree) -> Problem | None:
    spot, name = tree.spot(detail["input"]), str(detail["loc"][-1])
    if isinstance(spot.holder, Mapping) and name in spot.holder.dropped:
        return None  # complained of already, as the value of the field above it
    known = _entry_at(entry, detail["loc"][:-1]).fields_written()
    if "value" in known and re.match(r"(?:by |before )?\d{4}(?:\D|$)", name):
        tree.guesses.setdefault(id(spot.holder), set()).add(_SENTENCE)
        place = _Spot(_key_or_value(spot), spot.holder, spot.name, spot.above)
        return tree.problem(place, "keys-are-known", pair_in_a_list(name, spot.node))
    relation = likely_relation(name, known)
    guess = None if relation else likely_field(name, known)
    tree.guesses.setdefault(id(spot.holder), set()).add(guess or (_SENTENCE if " " in name else ""))
    place = _Spot(_key_or_value(spot), spot.holder, spot.name, spot.above)
    if better := word_as_a_field(name, known):
        return tree.problem(place, "keys-are-known", instead_of_a_field(name, better))
    if relation:
        return tree.problem(place, "keys-are-known", relation_as_a_field(name, relation, spot.node))
    return tree.problem(place, "keys-are-known", unknown_field(name, guess, known))


def _key_or_value(spot: _Spot) -> Node:
    return spot.name if isinstance(spot.name, Scalar) else spot.node


def _of_value(detail: ErrorDetails, tree: _Tree) -> Problem:
    context: dict[str, Any] = detail.get("ctx") or {}
    node = context.get("node")
    spot = tree.spot(detail["input"] if node is None else node)
    if detail["type"] == REFUSED:
        message = _with_words_beside(spot, Message(context["vi"], context["en"]))
        message = _with_section(spot, tree.root.node) or message
        return tree.problem(spot, "value-is-understood", message)
    if detail["type"] == "literal_error":
        return tree.problem(spot, "words-of-the-vocabulary", unknown_word(spot.node, context))
    return tree.problem(spot, "value-is-understood", _no_list(spot.node))


_VALUES = ("baseline", "targets", "results")


def _with_words_beside(spot: _Spot, message: Message) -> Message:
    """The message with the field for printed words that fits how the value was written.

    A bare value (`targets: TBC`) has its words beside it as `targets_text:`, one of a pair
    (`{2030: TBC}`) has them in an entry of a list.
    """
    if "`value_text:" not in message.en or not isinstance(spot.holder, Mapping):
        return message
    if spot.name in _VALUES:
        name = f"`{spot.name}_text:"
        return Message(*(each.replace("`value_text:", name) for each in message))
    if not spot.above or spot.above.name not in _VALUES or spot.name == "value":
        return message
    both = "value_text" if "words only, write" in message.en else "value: …, value_text"
    entry = f"- {{period: {shown(spot.name, 40)}, {both}: …}}"
    return Message(
        f"{message.vi}; `value_text:` cần một mục riêng, ở dòng dưới `{spot.above.name}:` viết "
        f"`{entry}`",
        f"{message.en}; `value_text:` needs an entry of its own, in the line below "
        f"`{spot.above.name}:` write `{entry}`",
    )


def _missing(name: str, field: FieldInfo | None) -> Message:
    example = re.search("ví dụ `([^`]+)`", (field.description if field else None) or "")
    written = f"{name}: {example[1] if example else '…'}"
    return Message(
        f"thiếu trường `{name}:`: viết thêm, ví dụ `{written}`",
        f"the field `{name}:` is missing: add it, e.g. `{written}`",
    )


def _with_section(spot: _Spot, plan: Node) -> Message | None:
    """What to say of the title of a section where its id belongs."""
    sections = plan.get("sections") if isinstance(plan, Mapping) else None
    if spot.name not in ("section", "parent") or not isinstance(sections, Sequence):
        return None
    titles = {
        str(each["title"]).strip().casefold(): each["id"]
        for each in sections
        if isinstance(each, Mapping)
        and isinstance(each.get("title"), Scalar)
        and isinstance(each.get("id"), Scalar)
    }
    known = titles.get(spot.node.strip().casefold()) if isinstance(spot.node, Scalar) else None
    if not known:
        return None
    return Message(
        f"`{shown(spot.node)}` là tên của phần, ở đây chờ mã: ý bạn là `{shown(known)}`?",
        f"`{shown(spot.node)}` is the title of a section, an id is expected: did you mean "
        f"`{shown(known)}`?",
    )


def _no_list(node: Node) -> Message:
    """What to say where a list of entries is expected."""
    if isinstance(node, Mapping) and all(isinstance(each, Mapping) for each in node.values()):
        key = shown(next(iter(node), "…"), 40)
        return Message(
            f"chờ một danh sách, mỗi mục có mã: viết `- id: {key}` thay cho `{key}:`, các trường "
            "của mục thẳng cột với `id`",
            f"expected a list of entries with ids: write `- id: {key}` instead of `{key}:`, the "
            "fields of the entry in one column with `id`",
        )
    if isinstance(node, Mapping):
        key = shown(next(iter(node), "id"), 40)
        return Message(
            f"chờ một danh sách: đặt `- ` trước trường đầu của mỗi mục, ví dụ `- {key}: …`",
            f"expected a list: put `- ` before the first field of each entry, e.g. `- {key}: …`",
        )
    return Message(
        "chờ một danh sách: viết mỗi mục một dòng, bắt đầu bằng `- `",
        "expected a list: write each item on a line of its own, beginning with `- `",
    )


def _entry_at(entry: type[Entry], steps: tuple[int | str, ...]) -> type[Entry]:
    """The kind of entry that the steps lead to."""
    for step in steps:
        field = _field(entry, step)
        entry = next(_entries_in(field), entry) if field else entry
    return entry


def _field(entry: type[Entry], name: int | str) -> FieldInfo | None:
    fields = entry.model_fields.items()
    return next((field for each, field in fields if name in (each, field.alias)), None)


def _entries_in(field: FieldInfo) -> Iterator[type[Entry]]:
    """The kinds of entries that may stand in a field."""
    pending: list[Any] = [field.annotation]
    while pending:
        each = pending.pop()
        if isinstance(each, type) and issubclass(each, Entry):
            yield each
        pending.extend(get_args(each))
