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
from generator.load.guesses import likely_field, likely_word
from generator.model.base import ORIGIN, Entry
from generator.model.nodes import Mapping, Node, Origin, Scalar, Sequence
from generator.model.refusal import REFUSED, Message, Refusal, shown
from generator.problems import Position, Problem

MOST_PROBLEMS = 500
_FEW = 20


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
    problems += [_of_unknown(each, entry, tree) for each in unknown]
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
        return bool(said & {*names, *(f"{name}_text" for name in names), _SENTENCE, _MERGED})

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


def _of_unknown(detail: ErrorDetails, entry: type[Entry], tree: _Tree) -> Problem:
    spot, name = tree.spot(detail["input"]), str(detail["loc"][-1])
    known = _entry_at(entry, detail["loc"][:-1]).fields_written()
    guess = likely_field(name, known)
    tree.guesses.setdefault(id(spot.holder), set()).add(guess or (_SENTENCE if " " in name else ""))
    node = spot.name if isinstance(spot.name, Scalar) else spot.node
    place = _Spot(node, spot.holder, spot.name, spot.above)
    return tree.problem(place, "keys-are-known", _unknown(name, guess, known))


def _of_value(detail: ErrorDetails, tree: _Tree) -> Problem:
    context: dict[str, Any] = detail.get("ctx") or {}
    node = context.get("node")
    spot = tree.spot(detail["input"] if node is None else node)
    if detail["type"] == REFUSED:
        message = Message(context["vi"], context["en"])
        return tree.problem(spot, "value-is-understood", message)
    if detail["type"] == "literal_error":
        return tree.problem(spot, "words-of-the-vocabulary", _no_word(spot.node, context))
    return tree.problem(spot, "value-is-understood", _no_list(spot.node))


def _missing(name: str, field: FieldInfo | None) -> Message:
    example = re.search("ví dụ `([^`]+)`", (field.description if field else None) or "")
    written = f"{name}: {example[1] if example else '…'}"
    return Message(
        f"thiếu trường `{name}:`: viết thêm, ví dụ `{written}`",
        f"the field `{name}:` is missing: add it, e.g. `{written}`",
    )


def _unknown(name: str, guess: str | None, known: tuple[str, ...]) -> Message:
    vi = f"không có trường `{shown(name)}` ở đây"
    en = f"there is no field `{shown(name)}` here"
    listed = _listed(known)
    if guess:
        return Message(f"{vi}: ý bạn là `{guess}`?", f"{en}: did you mean `{guess}`?")
    if " " in name:
        return Message(
            f"{vi}: nếu đây là một câu có dấu hai chấm, đặt cả câu trong ngoặc kép; các trường "
            f"dùng được là {listed}",
            f"{en}: if this is a sentence with a colon, put all of it in double quotes; the fields "
            f"to choose from are {listed}",
        )
    return Message(f"{vi}: chọn một trong {listed}", f"{en}: choose one of {listed}")


def _listed(names: tuple[str, ...]) -> str:
    """Names to choose from; of many the first, an ellipsis for the others."""
    few = [f"`{name}`" for name in names[:_FEW]]
    return ", ".join(few if len(few) == len(names) else [*few, "…"])


def _no_word(node: Node, context: dict[str, Any]) -> Message:
    known = tuple(re.findall(r"'([^']*)'", str(context.get("expected"))))
    listed = ", ".join(f"`{each}`" for each in known)
    if not isinstance(node, Scalar):
        return Message(
            f"ở đây chỉ viết một từ: chọn một trong {listed}",
            f"only one word stands here: choose one of {listed}",
        )
    if not node.strip():
        return Message(
            "trường này để trống: bỏ cả dòng nếu nguồn không nêu",
            "this field is empty: leave the line out if the source does not say",
        )
    vi = f"`{shown(node)}` không có trong danh mục"
    en = f"`{shown(node)}` is not in the vocabulary"
    if guess := likely_word(node, known):
        return Message(
            f"{vi}: ý bạn là `{guess}`? Chọn một trong {listed}",
            f"{en}: did you mean `{guess}`? Choose one of {listed}",
        )
    return Message(f"{vi}: chọn một trong {listed}", f"{en}: choose one of {listed}")


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
