"""How texts, lists and fields are written in a plan file, so that they are read back exactly."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence as AnySequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from generator.load.tree import read_tree
from generator.model.nodes import Mapping, Sequence

WIDTH = 100
"""Lines of a plan file are no longer, where a text can be folded."""


@dataclass(frozen=True, slots=True)
class AsWritten:
    """A piece of the file as its author wrote it, with the column in which it began."""

    text: str
    column: int = 0


Written: TypeAlias = str | AsWritten | AnySequence["Written"] | AnyMapping[str, "Written"]
"""What stands in a field: a text, a piece of the file, a list, or fields."""


def field_lines(name: str, value: Written, column: int) -> str:
    """A field with its value, beginning in that column; without the blanks before its name."""
    if isinstance(value, AsWritten):
        return f"{word(name, key=True)}: {_moved(value, column)}"
    if isinstance(value, str):
        return f"{word(name, key=True)}: {_value(name, value, column)}"
    if isinstance(value, AnyMapping):
        inside = " " * (column + 2)
        lines = (field_lines(each, value[each], column + 2) for each in value)
        return f"{word(name, key=True)}:\n{inside}" + f"\n{inside}".join(lines)
    inside = " " * (column + 2)
    items = (f"- {item_lines(each, column + 4)}" for each in value)
    return f"{word(name, key=True)}:\n{inside}" + f"\n{inside}".join(items)


def item_lines(value: Written, column: int) -> str:
    """An item of a list, beginning in that column after its dash."""
    if isinstance(value, AsWritten):
        return _moved(value, column)
    if isinstance(value, str):
        return _item(value, column)
    if isinstance(value, AnyMapping):
        lines = (field_lines(each, value[each], column) for each in value)
        return f"\n{' ' * column}".join(lines)
    return in_brackets(value)


def in_brackets(value: Written, name: str = "") -> str:
    """A value as it may stand inside braces or square brackets, all in one line."""
    if isinstance(value, AsWritten):
        return value.text
    if isinstance(value, str):
        return word(value, name, flow=True, item=not name)
    if isinstance(value, AnyMapping):
        fields = (f"{word(each, key=True)}: {in_brackets(value[each], each)}" for each in value)
        return f"{{{', '.join(fields)}}}"
    return f"[{', '.join(in_brackets(each) for each in value)}]"


def one_line(name: str, text: str) -> str:
    """A text as the value of a field, in one line however long it is."""
    return word(text, name)


@lru_cache(maxsize=4096)
def word(
    text: str, name: str = "x", key: bool = False, flow: bool = False, item: bool = False
) -> str:
    """A text in one line: plain if it is read back as itself, else quoted.

    It may be the name of a field (`key`), stand in braces (`flow`) or in square brackets (`item`).
    """
    for candidate in (text, f'"{text}"', f"'{text}'"):
        if "\n" not in text and _reads_back(candidate, text, _form(name, key, flow, item)):
            return candidate
    return json.dumps(text, ensure_ascii=False)


def _form(name: str, key: bool, flow: bool, item: bool) -> str:
    """A little file in which `{}` stands where the text is to stand."""
    if key:
        return "{}: a"
    if item:
        return "x: [b, {}, c]"
    return f"x: {{{{{name or 'y'}: {{}}, z: c}}}}" if flow else f"- {{}}\n- {name}: {{}}"


def _reads_back(candidate: str, text: str, form: str) -> bool:
    """Whether the candidate is read as the text, without a word of complaint."""
    if not candidate or candidate.startswith("#"):
        return False
    tree, problems = read_tree("", f"{form.format(*[candidate] * 2)}\n".encode())
    expected, _ = read_tree("", f"{form.format(*[_SAFE] * 2)}\n".encode())
    return not problems and _texts(tree) == [
        text if each == _SAFE else each for each in _texts(expected)
    ]


_SAFE = "thay"


def _texts(tree: object) -> list[str]:
    """All names and values, in reading order."""
    if isinstance(tree, Mapping):
        return [text for name, value in tree.items() for text in (str(name), *_texts(value))]
    if isinstance(tree, Sequence):
        return [text for value in tree for text in _texts(value)]
    return [str(tree)]


def _value(name: str, text: str, column: int) -> str:
    written = word(text, name)
    if "\n" in text or column + len(name) + 2 + len(written) > WIDTH:
        return _over_lines(text, column) or written
    return written


def _item(text: str, column: int) -> str:
    written = word(text)
    if "\n" in text or column + len(written) > WIDTH:
        return _over_lines(text, column) or written
    return written


def _over_lines(text: str, column: int) -> str:
    """A text below its field, folded or line by line; empty if it would not be read back."""
    inside = " " * (column + 2)
    if "\n" in text:
        lines, sign = text.split("\n"), "|-"
    else:
        width = max(40, WIDTH - len(inside))
        wrapped = textwrap.TextWrapper(width, break_long_words=False, break_on_hyphens=False)
        lines, sign = wrapped.wrap(text), ">-"
    written = f"{sign}\n" + "\n".join(f"{inside}{line}" if line else "" for line in lines)
    tree, problems = read_tree("", f"{' ' * column}x: {written}\n".encode())
    reads_back = isinstance(tree, Mapping) and not problems and tree.get("x") == text
    return written if reads_back else ""


def _moved(piece: AsWritten, column: int) -> str:
    """A piece of the file in another column; what stood below it moves along."""
    first, *others = piece.text.splitlines()
    moved = [first]
    for line in others:
        blanks = len(line) - len(line.lstrip(" "))
        shifted = max(0, blanks - piece.column + column)
        moved.append(f"{' ' * shifted}{line.lstrip(' ')}" if line.strip() else "")
    return "\n".join(moved)
