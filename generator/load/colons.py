"""What to say of a line with a colon too many, or without the one that makes a field of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from generator.model.base import Entry
from generator.model.plan import Plan
from generator.model.refusal import Message, shown
from generator.model.registers import Agency, Definition, Document, Place

_LONG = 120
"""How much of a line a remedy repeats, so that it can be copied."""
_FIELD = re.compile(r"(?P<before>\s*(?:- +)*)(?P<name>[^\s:'\"{\[#][^:]*):\s+(?P<value>\S.*)")
_OF_FIELDS = ("declared", "relations", "reports", "budget", "steps", "milestones", "scorecards")
"""Fields that hold fields."""
_SAME_WORDS = ("at", "by", "for", "from", "name", "note", "of", "on", "text", "title", "value")
"""Names of fields that are also words of an English sentence."""


@cache
def field_names() -> frozenset[str]:
    """Every name that a field has somewhere in the format."""
    return frozenset(
        name
        for entry in _entries(Plan, Place, Agency, Document, Definition)
        for field in entry.fields_written()
        for name in (field, f"{field}_text")
    )


def _entries(*tops: type[Entry]) -> Iterator[type[Entry]]:
    pending: list[Any] = list(tops)
    seen: set[type[Entry]] = set()
    while pending:
        each = pending.pop()
        pending.extend(get_args(each))
        if isinstance(each, type) and issubclass(each, Entry) and each not in seen:
            seen.add(each)
            pending.extend(field.annotation for field in each.model_fields.values())
            yield each


def in_quotes(words: str) -> str:
    """A sentence in the quotation marks that let it hold anything."""
    words = words.strip()
    if words[:1] in "“”" and words[-1:] in "“”":
        words = words[1:-1]
    if '"' in words or "\\" in words:
        return "'" + words.replace("'", "''") + "'"
    return f'"{words}"'


def too_many(line: str) -> Message:
    """Of a colon inside a value."""
    field = _FIELD.fullmatch(line)
    if not field:
        begun = re.match(r"\s*(?:- +)+", line)
        item = in_quotes(line[begun.end() :]) if begun else '"…"'
        return _quote_all(f"- {item}" if begun else item)
    name, value = field["name"], field["value"].rstrip()
    if bracketed := re.fullmatch(r"\((.+: .+)\)", value):
        better = f"`{name}: {{{shown(bracketed[1])}}}`"
        return Message(
            f"các trường trên một dòng đứng trong ngoặc nhọn: viết {better}",
            f"fields in one line stand in braces: write {better}",
        )
    if name in _OF_FIELDS and re.fullmatch(r"[a-z_]+: +[^:]+", value):
        better = f"`{name}: {{{shown(value)}}}`"
        return Message(
            f"các trường trên một dòng đứng trong ngoặc nhọn: viết {better}",
            f"fields in one line stand in braces: write {better}",
        )
    if timed := re.fullmatch(r"(before|by|from): +([^:]+)", value):
        better = f"`{name}: {timed[1]} {shown(timed[2], 40)}`"
        return Message(
            f"sau `{timed[1]}` không có dấu hai chấm: viết {better}",
            f"no colon follows `{timed[1]}`: write {better}",
        )
    if pair := re.fullmatch(r"(?:năm )?((?:19|20|21)\d\d(?:\S*\d)?): +(\S.*)", value):
        better = f"`{name}: {{{pair[1]}: {shown(pair[2], 40)}}}`"
        return Message(
            f"kỳ và giá trị đứng trong ngoặc nhọn: viết {better}, hoặc viết xuống dòng, thụt vào",
            f"period and value stand in braces: write {better}, or in the next line, indented",
        )
    if second := _second_field(value):
        return Message(
            f"hai trường trên một dòng: xuống dòng, viết `{second}` ở dòng riêng, thẳng cột với "
            f"`{shown(name, 40)}:`",
            f"there are two fields in one line: write `{second}` in a line of its own, in one "
            f"column with `{shown(name, 40)}:`",
        )
    dash = "- " if "-" in field["before"] else ""
    return _quote_all(f"{dash}{name}: {in_quotes(value)}")


def _second_field(value: str) -> str:
    """A field that stands behind the value of another, as it should be written."""
    match = re.fullmatch(r"(?P<first>.{0,60}?)[,;]? +(?P<second>([a-z_]+): +\S.*)", value)
    if not match or match[3] in _SAME_WORDS or match[3] not in field_names():
        return ""
    return shown(match["second"])


def _quote_all(better: str) -> Message:
    written = shown(better, _LONG)
    return Message(
        f"câu có dấu hai chấm: đặt cả câu trong ngoặc kép, viết `{written}`",
        f"the sentence contains a colon: put all of it in quotes, write `{written}`",
    )


def missing(line: str) -> Message:
    """Of a line that is no field because it lacks the colon, or the space after it."""
    words = line.strip()
    what_vi = f"dòng `{shown(words)}` thiếu dấu hai chấm và dấu cách sau tên trường"
    what_en = f"the line `{shown(words)}` lacks a colon and a space after the name of the field"
    if better := _field_meant(words):
        return Message(f"{what_vi}: viết `{better}`", f"{what_en}: write `{better}`")
    if glued := re.fullmatch(r"-(?=[^\s-])(.+)", words):
        better = shown(f"- {glued[1]}")
        return Message(
            f"dấu `-` dính liền chữ phía sau: thêm dấu cách, viết `{better}`",
            f"the `-` touches the word after it: add a space, write `{better}`",
        )
    return Message(
        f"dòng `{shown(words)}` không phải một trường `tên: giá trị`: nếu là phần tiếp của câu "
        "trên thì thụt vào sâu hơn tên trường của câu; nếu là lời nhắc thì viết `# ` ở đầu; nếu "
        "thừa thì xóa",
        f"the line `{shown(words)}` is no field `name: value`: if it goes on with the sentence "
        "above, indent it more than the field of that sentence; for a remark put `# ` before it; "
        "else delete it",
    )


def _field_meant(words: str) -> str:
    """The field that a line was meant as, if it begins with the name of one."""
    match = re.fullmatch(
        r"(?P<dash>(?:- +)?)(?P<name>[A-Za-z_]+)(?P<sign>\s*[:：=;.,]\s*|\s+[-–]\s+|\s+|$)(?P<value>.*)",  # noqa: E501 - one pattern
        words,
    )
    if not match or match["name"].lower() not in field_names():
        glued = re.fullmatch(r"(?P<dash>(?:- +)?)(?P<name>[a-z_]+)[:：](?P<value>\S.*)", words)
        return shown(f"{glued['dash']}{glued['name']}: {glued['value']}") if glued else ""
    return shown(f"{match['dash']}{match['name'].lower()}: {match['value']}".rstrip())


def glued_in_braces(words: str) -> str:
    """A pair `name:value` or `name = value` in braces as it should be written; may be empty."""
    match = re.fullmatch(r"([^:=]*[^:=\s])\s*(?:[:：]|=)\s*([^\s:=][^:=]*)", words)
    return shown(f"{match[1]}: {match[2]}", 40) if match else ""
