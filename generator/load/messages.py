"""Turns what the model refuses into problems: on the very line, in plain words, with a remedy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generator.load.guesses import likely_field, likely_word
from generator.model.base import ORIGIN, Entry
from generator.model.nodes import Mapping, Node, Origin, Scalar, Sequence
from generator.model.refusal import REFUSED, Message, Refusal, shown
from generator.problems import Position, Problem


def problems_of(
    error: ValidationError | None, noted: list[Refusal], entry: type[Entry], raw: Mapping
) -> list[Problem]:
    """All problems of one entry, each at its own value."""
    tree = _Tree(raw)
    details = error.errors(include_url=False) if error else []
    return [
        problem
        for problem in (
            *(_of_detail(detail, entry, tree) for detail in details),
            *(_of_refusal(refusal, tree) for refusal in noted),
        )
        if problem
    ]


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


class _Tree:
    """All values of an entry by the places where they begin."""

    def __init__(self, raw: Mapping) -> None:
        self.file = raw.file
        self.root = _Spot(raw, None, "", None)
        self.spots: dict[tuple[int, int], _Spot] = {}
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
    if _was_dropped(refusal.lacks, spot):
        return None
    return tree.problem(spot, "required-keys-are-there", Message(refusal.vi, refusal.en))


def _was_dropped(lacks: tuple[str, ...], spot: _Spot) -> bool:
    """Whether what is missing was there, but empty: that has been said already."""
    dropped = spot.node.dropped if isinstance(spot.node, Mapping) else ()
    return any(name in dropped or f"{name}_text" in dropped for name in lacks)


def _of_detail(detail: ErrorDetails, entry: type[Entry], tree: _Tree) -> Problem | None:
    context: dict[str, Any] = detail.get("ctx") or {}
    spot = tree.spot(context.get("node") if context.get("node") is not None else detail["input"])
    kind, name = detail["type"], str(detail["loc"][-1]) if detail["loc"] else ""
    if kind == REFUSED:
        message = Message(context["vi"], context["en"])
        return tree.problem(spot, "value-is-understood", message)
    if kind == "missing":
        if _was_dropped((name,), spot):
            return None
        return tree.problem(spot, "required-keys-are-there", _missing(name))
    if kind == "extra_forbidden":
        known = _entry_at(entry, detail["loc"][:-1]).fields_written()
        return tree.problem(_at_name(spot), "keys-are-known", _unknown(name, known))
    if kind == "literal_error":
        return tree.problem(spot, "words-of-the-vocabulary", _no_word(spot.node, context))
    return tree.problem(spot, "value-is-understood", _no_list(spot.node))


def _at_name(spot: _Spot) -> _Spot:
    """The name of a field instead of its value."""
    node = spot.name if isinstance(spot.name, Scalar) else spot.node
    return _Spot(node, spot.holder, spot.name, spot.above)


_EXAMPLES = {
    "id": "ty-le-ho-ngheo",
    "title": "Kế hoạch phát triển kinh tế - xã hội năm 2026",
    "name": "Tỷ lệ hộ nghèo",
    "level": "province",
    "kind": "annual",
    "document": "84-kh-ubnd-ha-noi",
    "label": "Mục tiêu tổng quát",
    "unit": "tỷ đồng",
    "stage": "in_progress",
    "on": "2025-07-01",
}


def _missing(name: str) -> Message:
    example = f"{name}: {_EXAMPLES.get(name, '…')}"
    return Message(
        f"thiếu trường `{name}:`: viết thêm, ví dụ `{example}`",
        f"the field `{name}:` is missing: add it, e.g. `{example}`",
    )


def _unknown(name: str, known: tuple[str, ...]) -> Message:
    vi = f"không có trường `{shown(name)}` ở đây"
    en = f"there is no field `{shown(name)}` here"
    if guess := likely_field(name, known):
        return Message(f"{vi}: ý bạn là `{guess}`?", f"{en}: did you mean `{guess}`?")
    listed = ", ".join(f"`{each}`" for each in known)
    return Message(f"{vi}: chọn một trong {listed}", f"{en}: choose one of {listed}")


def _no_word(node: Node, context: dict[str, Any]) -> Message:
    known = tuple(re.findall(r"'([^']*)'", str(context.get("expected"))))
    listed = ", ".join(f"`{each}`" for each in known)
    if not isinstance(node, Scalar):
        return Message(
            f"ở đây chỉ viết một từ: chọn một trong {listed}",
            f"only one word stands here: choose one of {listed}",
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
        field = next(
            (each for name, each in entry.model_fields.items() if step in (name, each.alias)), None
        )
        entry = next(_entries_in(field), entry) if field else entry
    return entry


def _entries_in(field: FieldInfo) -> Iterator[type[Entry]]:
    """The kinds of entries that may stand in a field."""
    pending: list[Any] = [field.annotation]
    while pending:
        each = pending.pop()
        if isinstance(each, type) and issubclass(each, Entry):
            yield each
        pending.extend(get_args(each))
