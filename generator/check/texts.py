"""What is published is finished: no placeholder, no empty quote, no kind left unsaid."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.saying import At, Way, error, warning
from generator.check.survey import Survey, top
from generator.model.nodes import Mapping, Node, Scalar, Sequence
from generator.model.registers import Place
from generator.problems import Position, Problem

_PLACEHOLDER = re.compile(r"(?i:\b(?:todo|fixme|lorem ipsum)\b)|\bx{3,}\b|\bX{4,}\b|\?{3,}")
_SIGNS = ("todo", "fixme", "lorem ipsum", "xxx", "???")
"""What every placeholder contains; looked for first, because it is quick."""


def texts_are_finished(survey: Survey) -> Iterator[Problem]:
    """No text still waits for its words (TODO, xxx, ???)."""
    for owner in survey.owners:
        tree = owner.origin.mapping
        if not _may_wait(tree):
            continue
        for way, scalar in _scalars(tree, top(owner).way):
            if match := _PLACEHOLDER.search(scalar):
                yield error(
                    _at(tree.file, way, scalar),
                    f"còn chữ tạm `{match[0]}`: viết nội dung thật, hoặc bỏ cả trường nếu nguồn "
                    "không nêu",
                    f"the placeholder `{match[0]}` is still here: write the real words, or leave "
                    "the field out if the source does not say",
                )


def quotes_say_something(survey: Survey) -> Iterator[Problem]:
    """A quote, title, name or text has at least one letter or digit."""
    for spot, _ in survey.spots:
        for field in ("quote", "title", "name", "text"):
            words = getattr(spot.entry, field, None)
            if words and not words[0].isalnum() and not any(sign.isalnum() for sign in words):
                yield error(
                    spot.at(field),
                    f"`{field}:` chỉ có dấu `{words}`: chép lời của nguồn, hoặc bỏ cả trường",
                    f"`{field}:` has only signs, `{words}`: copy the words of the source, or "
                    "leave the field out",
                )


def other_kinds_are_told(survey: Survey) -> Iterator[Problem]:
    """What the vocabulary calls `other` has its printed kind beside it."""
    for spot, _ in survey.spots:
        field = "level" if isinstance(spot.entry, Place) else "kind"
        if getattr(spot.entry, field, None) == "other" and not getattr(
            spot.entry, f"{field}_text", True
        ):
            yield warning(
                spot.at(field),
                f"`{field}: other` không nói là gì: thêm `{field}_text:` theo lời của nguồn, ví "
                f"dụ `{field}_text: {_EXAMPLES[field]}`",
                f"`{field}: other` does not say what it is: add `{field}_text:` in the words of "
                f"the source, e.g. `{field}_text: {_EXAMPLES[field]}`",
            )


_EXAMPLES = {"kind": "quy chế phối hợp", "level": "khu kinh tế"}


def _may_wait(tree: Mapping) -> bool:
    words = " ".join(_words(tree)).casefold()
    return any(sign in words for sign in _SIGNS)


def _words(node: Node) -> Iterator[str]:
    pending: list[Node] = [node]
    while pending:
        each = pending.pop()
        if isinstance(each, Scalar):
            yield each
        elif isinstance(each, Mapping):
            yield from each
            pending.extend(each.values())
        else:
            pending.extend(each)


def _scalars(node: Node, way: Way) -> Iterator[tuple[Way, Scalar]]:
    """Every text of a file, keys that are texts too, with the way to it."""
    if isinstance(node, Scalar):
        yield way, node
    elif isinstance(node, Mapping):
        for key, value in node.items():
            if isinstance(key, Scalar):
                yield (*way, key), key
            yield from _scalars(value, (*way, key))
    elif isinstance(node, Sequence):
        for number, each in enumerate(node, start=1):
            yield from _scalars(each, (*way, *_label(each, number, len(node))))


def _label(node: Node, number: int, of: int) -> Way:
    if isinstance(node, Mapping):
        for field in ("id", "period"):
            if field in node:
                return (str(node[field]),)
    return (f"mục {number}",) if of > 1 else ()


def _at(file: str, way: Way, scalar: Scalar) -> At:
    return At(Position(file, scalar.line, scalar.column), " › ".join(way))
