"""What a change means, told to people (lines of text, a Markdown summary) and to programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby

from generator.compare.difference import COUNTED, GRAVITY, Difference, Kind
from generator.text.escaping import literal
from generator.text.saying import say
from generator.text.words import Language

_MOST = 200
"""So many details of one kind are told; the rest is counted."""


def counts(found: Sequence[Difference], language: Language) -> str:
    """`1 mục tiêu nới lỏng; 2 kết quả mới`, the gravest first; `không đổi` for nothing."""
    if not found:
        return "không đổi" if language == "vi" else "no change"
    numbers = Counter(each.kind for each in found)
    return "; ".join(
        say(language, *COUNTED[kind], n=numbers[kind]) for kind in GRAVITY if numbers[kind]
    )


def as_text(found: Sequence[Difference], language: Language) -> str:
    """Counts first, then every difference with its place."""
    lines = [counts(found, language)]
    for kind, group in _by_kind(found):
        lines += ["", _heading(kind, len(group), language)]
        for each in group[:_MOST]:
            lines.append(f"  {_where(each)}{_sentence(each, language)} ({_line(each)})")
        lines += _rest(group, language, "  ")
    return "\n".join(lines) + "\n"


def as_markdown(found: Sequence[Difference], language: Language) -> str:
    """The same for the summary of a pull request; texts of editors are literal in it."""
    title = "Thay đổi này có nghĩa gì" if language == "vi" else "What this change means"
    lines = [f"## {title}", "", f"**{literal(counts(found, language))}**"]
    for kind, group in _by_kind(found):
        lines += ["", f"### {literal(_heading(kind, len(group), language))}", ""]
        for each in group[:_MOST]:
            sentence = literal(_where(each) + _sentence(each, language))
            lines.append(f"- {sentence} <sub>{literal(_line(each))}</sub>")
        lines += _rest(group, language, "- ")
    return "\n".join(lines) + "\n"


def as_json(found: Sequence[Difference]) -> str:
    """Every difference as an object, the gravest first, in both languages."""
    listed = [
        {name: each for name, each in asdict(difference).items() if each not in (None, "")}
        for difference in found
    ]
    return json.dumps({"differences": listed}, ensure_ascii=False, indent=2) + "\n"


def _by_kind(found: Sequence[Difference]) -> Iterator[tuple[Kind, list[Difference]]]:
    for kind, group in groupby(found, key=lambda each: each.kind):
        yield kind, list(group)


def _heading(kind: Kind, number: int, language: Language) -> str:
    words = say(language, *COUNTED[kind], n=number)
    return words[:1].upper() + words[1:]


def _where(each: Difference) -> str:
    return f"{each.plan}: " if each.plan else ""


def _sentence(each: Difference, language: Language) -> str:
    subject, words = (each.subject[0], each.vi) if language == "vi" else (each.subject[1], each.en)
    return f"{subject}: {words}"


def _line(each: Difference) -> str:
    return f"{each.position.file}:{each.position.line}"


def _rest(group: Sequence[Difference], language: Language, bullet: str) -> list[str]:
    if len(group) <= _MOST:
        return []
    return [bullet + say(language, "và {n} chỗ khác", "and {n} more", n=len(group) - _MOST)]
