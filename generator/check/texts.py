"""What is published is finished: no placeholder, no kind left unsaid."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.saying import ARROW, At, Spot, entries, error, top, warning
from generator.check.survey import Survey
from generator.model.nodes import Mapping, Node, Scalar, Sequence
from generator.model.plan import Plan
from generator.model.registers import Document
from generator.model.tasks import Deliverable, Milestone
from generator.problems import Position, Problem

_PLACEHOLDER = re.compile(
    r"\b(?:todo|TODO|FIXME|[Ll]orem ipsum|x{3,}|X{4,})\b|\?{3,}|^[.…_ ]+$|^[.…_]{5,}"
    r"|^\((?:chưa có|chưa rõ|cập nhật sau|bổ sung sau|sẽ bổ sung|đang cập nhật)\)$",
    re.MULTILINE,
)
_SIGNS = ("todo", "TODO", "FIXME", "orem ipsum", "xxx", "XXX", "???", "\n…", "\n...", "\n_")
_IN_BRACKETS = ("(chưa", "(cập nhật", "(bổ sung", "(sẽ", "(đang")
"""What placeholders contain; looked for first, because it is quick."""
_ODD = re.compile(r"<[a-z/]|&[a-z#]|[,;]$", re.MULTILINE)
_MARKUP = re.compile(
    r"</?(?:a|b|br|div|em|font|h[1-6]|i|li|ol|p|span|strong|table|tbody|td|th|tr|u|ul)\b[^<>]*>"
    r"|&(?:nbsp|amp|lt|gt|quot|#\d+);"
)
_NAMES = frozenset(("name", "title", "short_title", "unit", "label", "scope", "term"))
"""Fields whose words are ours to write cleanly, while a quote keeps what its source prints."""


def texts_are_finished(survey: Survey) -> Iterator[Problem]:
    """No text still waits for its words (TODO, xxx, ???)."""
    for owner in survey.owners:
        tree = owner.origin.mapping
        if not _may_wait(_all_words(tree)):
            continue
        for way, scalar in _scalars(tree, () if isinstance(owner, Plan) else (owner.id,)):
            if match := _PLACEHOLDER.search(scalar):
                yield error(
                    At(Position(tree.file, scalar.line, scalar.column), ARROW.join(way)),
                    f"còn chữ tạm `{match[0]}`: viết nội dung thật, hoặc bỏ cả trường nếu nguồn "
                    "không nêu",
                    f"the placeholder `{match[0]}` is still here: write the real words, or leave "
                    "the field out if the source does not say",
                )


def texts_are_plain(survey: Survey) -> Iterator[Problem]:
    """Names and titles hold words alone: no code of a web page, no stray comma, no odd quote."""
    for owner in survey.owners:
        tree = owner.origin.mapping
        words = _all_words(tree)
        if not _ODD.search(words) and words.count("“") == words.count("”"):
            continue
        for way, scalar in _scalars(tree, () if isinstance(owner, Plan) else (owner.id,)):
            if message := _not_plain(scalar, way[-1] if way else ""):
                where = Position(tree.file, scalar.line, scalar.column)
                yield warning(At(where, ARROW.join(way)), *message)


def _not_plain(words: str, field: str) -> tuple[str, str] | None:
    if markup := _MARKUP.search(words) if "<" in words or "&" in words else None:
        return (
            f"trong chữ có mã của trang web `{markup[0]}`: xóa, chỉ giữ chữ",
            f"the text contains code of a web page `{markup[0]}`: delete it, keep the words only",
        )
    if field not in _NAMES:
        return None
    if words.endswith((",", ";")):
        return (
            f"thừa dấu `{words[-1]}` ở cuối: bỏ dấu ấy, viết `{field}: {words[:-1].rstrip()}`",
            (
                f"there is a `{words[-1]}` at the end: leave it out, write "
                f"`{field}: {words[:-1].rstrip()}`"
            ),
        )
    if words.count("“") != words.count("”"):
        return (
            "ngoặc kép “ ” mở mà không đóng, hoặc ngược lại: thêm dấu còn thiếu, hoặc bỏ cả hai",
            (
                "a quotation mark “ ” is opened and not closed, or the reverse: add the other one, "
                "or leave both out"
            ),
        )
    return None


def other_kinds_are_told(survey: Survey) -> Iterator[Problem]:
    """What the vocabulary calls `other` has its printed kind beside it."""
    for spot, field, is_told in _others(survey):
        if not is_told:
            yield warning(
                spot.at(field),
                f"`{field}: other` không nói là gì: thêm `{field}_text:` theo lời của nguồn, ví "
                f"dụ `{field}_text: {_EXAMPLES[field]}`",
                f"`{field}: other` does not say what it is: add `{field}_text:` in the words of "
                f"the source, e.g. `{field}_text: {_EXAMPLES[field]}`",
            )


_EXAMPLES = {"kind": "quy chế phối hợp", "level": "khu kinh tế"}


def _may_wait(words: str) -> bool:
    return any(sign in words for sign in (*_SIGNS, *_IN_BRACKETS))


def _all_words(tree: Mapping) -> str:
    """All words of a file at once, each after a line end, for a quick look."""
    words: list[str] = []
    nodes: list[Mapping | Sequence] = [tree]
    for node in nodes:  # grows while it is walked
        for each in node.values() if isinstance(node, Mapping) else node:
            if isinstance(each, Scalar):
                words.append(each)
            else:
                nodes.append(each)
    return "\n" + "\n".join(words)


def _others(survey: Survey) -> Iterator[tuple[Spot, str, bool]]:
    """What is called `other`, the field that says so, and whether the printed kind is told."""
    for place in survey.archive.places:
        if place.level == "other":
            yield top(place), "level", bool(place.level_text)
    kinds: list[tuple[Spot, Document | Plan | Milestone | Deliverable]] = []
    kinds += [(top(each), each) for each in survey.archive.documents]
    for plan in survey.archive.plans:
        kinds += [(top(plan), plan), *entries(top(plan), "milestones", plan.milestones)]
    for _, spot, task in survey.tasks:
        if task.deliverables:
            kinds += entries(spot, "deliverables", task.deliverables)
    yield from ((spot, "kind", bool(e.kind_text)) for spot, e in kinds if e.kind == "other")


def _scalars(node: Node, way: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Scalar]]:
    """Every text in a file, also one that stands as a key, with the way to it."""
    if isinstance(node, Scalar):
        yield way, node
    elif isinstance(node, Mapping):
        for key, value in node.items():
            if isinstance(key, Scalar):
                yield (*way, key), key
            yield from _scalars(value, (*way, key))
    elif isinstance(node, Sequence):
        for number, each in enumerate(node, start=1):
            named = isinstance(each, Mapping) and (each.get("id") or each.get("period"))
            yield from _scalars(each, (*way, str(named or f"mục {number}")))
