"""Turns what the model refuses into problems: on the very line, in plain words, with a remedy."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generator.model.base import Entry
from generator.model.nodes import Mapping, Node, Scalar, Sequence
from generator.problems import Position, Problem

_EXAMPLES = {
    "id": "ty-le-ho-ngheo",
    "title": "Kế hoạch phát triển kinh tế - xã hội năm 2026",
    "name": "Tỷ lệ hộ nghèo",
    "level": "province",
    "kind": "annual",
    "document": "84-kh-ubnd-ha-noi",
    "text": "…",
    "label": "Mục tiêu tổng quát",
    "unit": "tỷ đồng",
    "rows": "(mỗi dòng bắt đầu bằng `- `)",
    "stage": "in_progress",
    "on": "2025-07-01",
}


def problems_of(error: ValidationError, entry: type[Entry], raw: Node, file: str) -> list[Problem]:
    """All problems of one entry, each at its own value."""
    details = error.errors(include_url=False)
    return [
        _problem(detail, entry, raw, file)
        for detail in details
        if not (detail["type"] == "missing" and _was_dropped(raw, tuple(detail["loc"])))
    ]


def _was_dropped(raw: Node, steps: tuple[int | str, ...]) -> bool:
    """Whether a missing field was there, but empty: that has been said already."""
    parent, _ = _walked(raw, steps[:-1])
    return isinstance(parent, Mapping) and str(steps[-1]) in parent.dropped


def _problem(detail: ErrorDetails, entry: type[Entry], raw: Node, file: str) -> Problem:
    steps = tuple(detail["loc"])
    node, field = _walked(raw, steps)
    context: dict[str, Any] = detail.get("ctx") or {}
    kind = detail["type"]
    if kind == "refused":
        at = context.get("node")
        return _at(file, at if at is not None else node, field, "value-is-understood",
                   context["vi"], context["en"])
    if kind == "missing":
        return _missing(file, node, field, str(steps[-1]))
    if kind == "extra_forbidden":
        return _unknown_key(file, raw, steps, entry, field)
    if kind == "literal_error":
        return _not_in_vocabulary(file, node, field, context)
    vi, en = _WORDS.get(kind, _WORDS[""])
    return _at(file, node, field, "value-is-understood", vi, en)


_WORDS = {
    "tuple_type": (
        "chờ một danh sách: mỗi mục một dòng, bắt đầu bằng `- `",
        "expected a list: each item on a line of its own, beginning with `- `",
    ),
    "": (
        "giá trị không đúng dạng của trường này: xem ví dụ trong CONTRIBUTING.md",
        "the value does not have the form of this field: see the examples in CONTRIBUTING.md",
    ),
}


def _at(file: str, node: Node, field: str, rule: str, vi: str, en: str) -> Problem:
    return Problem(Position(file, node.line, node.column), rule, vi, en, field)


def _missing(file: str, node: Node, field: str, name: str) -> Problem:
    example = _EXAMPLES.get(name, "…")
    return _at(
        file, node, field, "required-keys-are-there",
        f"thiếu trường `{name}:`, ví dụ `{name}: {example}`",
        f"the field `{name}:` is missing, e.g. `{name}: {example}`",
    )


def _unknown_key(
    file: str, raw: Node, steps: tuple[int | str, ...], entry: type[Entry], field: str
) -> Problem:
    name = str(steps[-1])
    parent, _ = _walked(raw, steps[:-1])
    known = _entry_at(entry, steps[:-1]).fields_written()
    key = next((each for each in parent if each == name), None) if isinstance(
        parent, Mapping
    ) else None
    node: Node = key if isinstance(key, Scalar) else parent
    if guess := _likely(name, known):
        vi, en = f"ý bạn là `{guess}`?", f"did you mean `{guess}`?"
    else:
        listed = ", ".join(f"`{each}`" for each in known)
        vi, en = f"ở đây dùng được: {listed}", f"known here: {listed}"
    return _at(
        file, node, field, "keys-are-known",
        f"không có trường `{name[:60]}` ở đây; {vi}",
        f"there is no field `{name[:60]}` here; {en}",
    )


_TRANSLATED = {
    "ten": "name",
    "tên": "name",
    "tieu_de": "title",
    "tiêu_đề": "title",
    "tiêu đề": "title",
    "muc_tieu": "targets",
    "mục tiêu": "targets",
    "target": "targets",
    "ket_qua": "results",
    "kết quả": "results",
    "result": "results",
    "don_vi": "unit",
    "đơn vị": "unit",
    "chu_tri": "lead",
    "chủ trì": "lead",
    "leads": "lead",
    "agency": "lead",
    "phoi_hop": "supporting",
    "phối hợp": "supporting",
    "support": "supporting",
    "han": "due",
    "thời hạn": "due",
    "deadline": "due",
    "when": "due",
    "due": "when",
    "date": "issued",
    "nguon": "source",
    "nguồn": "source",
    "sources": "source",
    "ghi_chu": "note",
    "ghi chú": "note",
    "notes": "note",
    "description": "text",
    "baselines": "baseline",
    "link": "url",
}


def _likely(name: str, known: tuple[str, ...]) -> str | None:
    """The known name that an editor most likely meant."""
    translated = _TRANSLATED.get(name.casefold())
    if translated in known:
        return translated
    close = difflib.get_close_matches(name.casefold().replace(" ", "_"), known, 1, 0.65)
    return close[0] if close else None


def _not_in_vocabulary(file: str, node: Node, field: str, context: dict[str, Any]) -> Problem:
    known = tuple(re.findall(r"'([^']*)'", context["expected"]))
    found = str(node)[:60] if isinstance(node, Scalar) else "…"
    listed = ", ".join(f"`{each}`" for each in known)
    close = difflib.get_close_matches(found.casefold().replace("-", "_"), known, 1, 0.6)
    vi = f"ý bạn là `{close[0]}`? Chọn một trong: {listed}" if close else f"chọn một trong: {listed}"
    en = f"did you mean `{close[0]}`? One of: {listed}" if close else f"write one of: {listed}"
    return _at(
        file, node, field, "words-of-the-vocabulary",
        f"`{found}` không có trong danh mục; {vi}",
        f"`{found}` is not in the vocabulary; {en}",
    )


def _walked(raw: Node, steps: tuple[int | str, ...]) -> tuple[Node, str]:
    """The deepest node on the way that the steps tell, and that way in the file's own words."""
    node, words = raw, []
    for index, step in enumerate(steps):
        following = _next(node, step, steps[index + 1] if index + 1 < len(steps) else None)
        if isinstance(step, str):
            words.append(step)
        elif isinstance(following, Mapping) and following is not node:
            words.append(str(following.get("id") or following.get("period") or f"mục {step + 1}"))
        if following is not None:
            node = following
    return node, " › ".join(words)


def _next(node: Node, step: int | str, after: int | str | None) -> Node | None:
    if isinstance(node, Mapping):
        if isinstance(step, str):
            return node.get(step, node.get(f"{step}_text"))
        if isinstance(after, str) and (after in node or f"{after}_text" in node):
            return node
        values = list(node.values())
        return values[step] if step < len(values) else None
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
        return node[step]
    return None


def _entry_at(entry: type[Entry], steps: tuple[int | str, ...]) -> type[Entry]:
    """The kind of entry that the steps lead to."""
    for step in steps:
        if isinstance(step, str):
            field = next(
                (
                    each
                    for name, each in entry.model_fields.items()
                    if step in (name, each.alias)
                ),
                None,
            )
            entry = next(_entries_in(field), entry) if field else entry
    return entry


def _entries_in(field: FieldInfo) -> Iterator[type[Entry]]:
    pending = [field.annotation]
    while pending:
        each = pending.pop()
        if isinstance(each, type) and issubclass(each, Entry):
            yield each
        pending.extend(get_args(each))
