"""What to say of a field or a word that the format does not have."""

from __future__ import annotations

import re
from typing import Any

from generator.load.guesses import likely_word
from generator.model.nodes import Node, Scalar
from generator.model.refusal import Message, shown
from generator.text.vocabulary import meanings

_FEW = 20


def unknown_field(name: str, guess: str | None, known: tuple[str, ...]) -> Message:
    """Of a field that there is not, with the one that was meant or all that there are."""
    vi = f"không có trường `{shown(name)}` ở đây"
    en = f"there is no field `{shown(name)}` here"
    listed = _listed(known)
    if name in _OF_INDICATORS and "deliverables" in known and "steps" in known:
        example = f"- {{id: …, name: …, task: …, {name}: …}}"
        return Message(
            f"{vi}: số liệu của nhiệm vụ là một chỉ tiêu, viết `{example}` dưới `indicators:`, "
            "`task:` là mã nhiệm vụ",
            f"{en}: the numbers of a task are an indicator, write `{example}` below `indicators:`, "
            "`task:` is the id of the task",
        )
    if guess and guess in _LIKE_THIS and name.rstrip("s") != guess.rstrip("s"):
        example = _LIKE_THIS[guess]
        return Message(
            f"{vi}: ý bạn là `{guess}`? Viết ví dụ `{example}`",
            f"{en}: did you mean `{guess}`? Write e.g. `{example}`",
        )
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


def pair_in_a_list(period: str, value: Node) -> Message:
    """Of `- 2024/2025: 45` in a list of values."""
    written = shown(value, 40) if isinstance(value, Scalar) else "…"
    entry = f"- {{period: {shown(period, 40)}, value: {written}}}"
    return Message(
        f"cặp `{shown(period, 40)}: {written}` không đứng sau dấu `-`: bỏ `- `, hoặc viết "
        f"`{entry}`",
        f"the pair `{shown(period, 40)}: {written}` does not stand after a `-`: leave out the "
        f"`- `, or write `{entry}`",
    )


_OF_INDICATORS = ("targets", "results", "baseline", "unit")
"""Fields that a task has only through an indicator of its own."""
_LIKE_THIS = {"reports": "reports: {on: 2026-06-30, stage: in_progress}"}
"""How a field is written that seldom has the value of the one that was meant."""


def relation_as_a_field(name: str, relation: str, value: Node) -> Message:
    """Of a relation that is written as a field of its own."""
    to = shown(value) if isinstance(value, Scalar) and "," not in value else "…"
    return instead_of_a_field(name, f"relations: {{{relation}: {to}}}")


def instead_of_a_field(name: str, better: str) -> Message:
    """Of a name that is no field, but stands for something that is written another way."""
    return Message(
        f"không có trường `{shown(name)}` ở đây: viết `{better}`",
        f"there is no field `{shown(name)}` here: write `{better}`",
    )


def _listed(names: tuple[str, ...]) -> str:
    """Names to choose from; of many the first, an ellipsis for the others."""
    few = [f"`{name}`" for name in names[:_FEW]]
    return ", ".join(few if len(few) == len(names) else [*few, "…"])


def unknown_word(node: Node, context: dict[str, Any]) -> Message:
    """Of a word that the vocabulary does not have; `context` holds the words that it has."""
    known = tuple(re.findall(r"'([^']*)'", str(context.get("expected"))))
    told = meanings(known)
    listed = ", ".join(f"`{each}`" for each in known)
    listed_vi = ", ".join(f"`{each}` ({told[each][0]})" for each in known)
    if not isinstance(node, Scalar):
        return Message(
            f"ở đây chỉ viết một từ: chọn một trong {listed_vi}",
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
        is_other = guess == "in_progress" and "progress" not in node
        words = f"`text: {shown(node)}`" if is_other else ""
        beside = Message(f" Lời của nguồn ghi ở {words}.", f" The printed words go to {words}.")
        return Message(
            f"{vi}: ý bạn là `{guess}`?{words and beside.vi} Chọn một trong {listed_vi}",
            f"{en}: did you mean `{guess}`?{words and beside.en} Choose one of {listed}",
        )
    return Message(f"{vi}: chọn một trong {listed_vi}", f"{en}: choose one of {listed}")
