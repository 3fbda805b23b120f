"""Reads a YAML file as words, lists and fields with their places, and trusts nothing of it.

The events of the YAML parser are read one by one, within bounds on size, depth and number.
Nothing is guessed: a value stays the text that its author wrote.  Aliases, merge keys, tags,
several documents and duplicate keys are refused, and so is what YAML would cut without a word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from generator.load.syntax import explained
from generator.model.nodes import Mapping, Node, Scalar, Sequence
from generator.problems import Position, Problem, Severity

MOST_BYTES = 4_000_000
MOST_DEPTH = 24
MOST_NODES = 400_000
LONGEST_SCALAR = 20_000

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_tree(file: str, content: bytes) -> tuple[Node | None, list[Problem]]:
    """The tree of a file, or `None` if it cannot be had, with all that is wrong with it."""
    if len(content) > MOST_BYTES:
        return None, [
            Problem(
                Position(file),
                "file-is-small-enough",
                f"tệp dài {len(content):,} byte, quá {MOST_BYTES:,}: tách thành nhiều kế hoạch",
                f"the file has {len(content):,} bytes, more than {MOST_BYTES:,}: split it",
            )
        ]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(file, content, error.start)]
    reader = _Reader(file, text.replace("\r\n", "\n").replace("\r", "\n"))
    return reader.read(), reader.problems


def _not_utf8(file: str, content: bytes, start: int) -> Problem:
    line = content.count(b"\n", 0, start) + 1
    column = start - (content.rfind(b"\n", 0, start) + 1) + 1
    return Problem(
        Position(file, line, column),
        "file-is-utf-8",
        "tệp không ở bảng mã UTF-8: mở lại, chọn “Lưu với bảng mã UTF-8” rồi lưu",
        "the file is not encoded in UTF-8: save it again with the encoding UTF-8",
    )


class _TooMuch(Exception):
    """Reading stopped at a bound; the problem is already noted."""


@dataclass
class _Reader:
    file: str
    text: str
    problems: list[Problem] = field(default_factory=list)
    nodes: int = 0
    emptied: set[tuple[int, int]] = field(default_factory=set)

    def read(self) -> Node | None:
        self.lines = self.text.split("\n")
        if self._note_unreadable():
            return None
        try:
            self.events = yaml.parse(self.text, Loader=_Loader)
            node = self._document()
        except yaml.MarkedYAMLError as error:
            self._note_syntax(error)
            return None
        except yaml.reader.ReaderError as error:
            self._note_character(error.position)
            return None
        except _TooMuch:
            return None
        if not unicodedata.is_normalized("NFC", self.text):
            self._note_decomposed()
        return node

    def _document(self) -> Node | None:
        node: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if node is not None:
                    self._note(
                        event,
                        "one-document",
                        "trong tệp có dòng `---` mở đầu tài liệu thứ hai: mỗi tệp một tài liệu",
                        "a line `---` begins a second document: one document a file",
                    )
                    raise _TooMuch
            elif isinstance(event, yaml.NodeEvent):
                node = self._node(event, 1)
        return node

    def _node(self, event: yaml.NodeEvent, depth: int, flow: bool = False) -> Node:
        self.nodes += 1
        if depth > MOST_DEPTH or self.nodes > MOST_NODES:
            self._note(
                event,
                "file-is-simple-enough",
                f"các mục lồng nhau quá {MOST_DEPTH} tầng hoặc quá {MOST_NODES:,} giá trị",
                f"more than {MOST_DEPTH} levels of nesting or {MOST_NODES:,} values",
            )
            raise _TooMuch
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        if isinstance(event, yaml.AliasEvent) or event.anchor or getattr(event, "tag", None):
            self._note_special(event, line, column)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, line, column)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, line, column, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, line, column, depth)
        return Scalar("", line, column)

    def _scalar(self, event: yaml.ScalarEvent, line: int, column: int) -> Scalar:
        plain = event.style is None or event.style == ""
        value = Scalar(event.value, line, column, plain)
        if plain and "#" in self.lines[min(event.end_mark.line, len(self.lines) - 1)]:
            self._note_cut_by_hash(event)
        if event.style == ">" and not event.value.strip():
            self.emptied.add((line, column))
            self._note_greater(line, column)
        if len(value) > LONGEST_SCALAR:
            self._add(
                Position(self.file, line, column),
                "text-is-short-enough",
                f"đoạn chữ dài {len(value):,} ký tự, quá {LONGEST_SCALAR:,}",
                f"the text has {len(value):,} characters, more than {LONGEST_SCALAR:,}",
            )
            raise _TooMuch
        return value

    def _sequence(
        self, start: yaml.SequenceStartEvent, line: int, column: int, depth: int
    ) -> Sequence:
        sequence = Sequence(line, column, bool(start.flow_style))
        for event in self._until(yaml.SequenceEndEvent):
            node = self._node(event, depth + 1)
            if isinstance(node, Scalar) and _is_empty(node):
                self._note_empty_row(node)
                continue
            if sequence.flow and isinstance(node, Scalar) and node.plain and " " in node:
                self._add(
                    Position(self.file, node.line, node.column),
                    "names-in-brackets-are-quoted",
                    f"trong `[…]` tên có dấu cách phải đặt trong ngoặc kép: `\"{node}\"`, hoặc viết "
                    "mỗi tên một dòng bắt đầu bằng `- `",
                    f'inside `[…]` a name with spaces needs double quotes: "{node}", or write each '
                    "name on a line of its own beginning with `- `",
                )
            sequence.append(node)
        return sequence

    def _mapping(
        self, start: yaml.MappingStartEvent, line: int, column: int, depth: int
    ) -> Mapping:
        mapping = Mapping(self.file, line, column, bool(start.flow_style))
        for event in self._until(yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self.events), depth + 1)
            if not isinstance(key, Scalar):
                self._add(
                    Position(self.file, key.line, key.column),
                    "keys-are-words",
                    "tên trường phải là một từ, ví dụ `title:`",
                    "the name of a field must be a word, e.g. `title:`",
                )
            elif key == "<<":
                self._add(
                    Position(self.file, key.line, key.column),
                    "no-merge-keys",
                    "không dùng `<<`: viết đủ các trường",
                    "`<<` is not used here: write the fields out",
                )
            elif key in mapping:
                self._note_duplicate(mapping, key)
            elif (value.line, value.column) in self.emptied:
                mapping.dropped.add(str(key))
            elif isinstance(value, Scalar) and _is_empty(value):
                mapping.dropped.add(str(key))
                self._note_empty(mapping, key)
            else:
                mapping[key] = value
        return mapping

    def _until(self, end: type[yaml.Event]) -> Iterator[yaml.NodeEvent]:
        for event in self.events:
            if isinstance(event, end):
                return
            yield event

    # What to say of it

    def _add(
        self, position: Position, rule: str, vi: str, en: str, severity: Severity = "error"
    ) -> None:
        self.problems.append(Problem(position, rule, vi, en, severity=severity))

    def _note(self, event: yaml.Event, rule: str, vi: str, en: str) -> None:
        mark = event.start_mark
        self._add(Position(self.file, mark.line + 1, mark.column + 1), rule, vi, en)

    def _note_special(self, event: yaml.NodeEvent, line: int, column: int) -> None:
        shown = self.lines[line - 1][column - 1 :].strip()[:40]
        self._add(
            Position(self.file, line, column),
            "no-special-signs",
            f"giá trị `{shown}` bắt đầu bằng ký hiệu riêng của YAML (`*`, `&` hoặc `!`): "
            "đặt cả câu trong ngoặc kép",
            f"the value `{shown}` begins with a sign that is special in YAML (`*`, `&` or `!`): "
            "put the whole sentence in double quotes",
        )

    def _note_greater(self, line: int, column: int) -> None:
        shown = self.lines[line - 1][column - 1 :].strip()
        number = shown.lstrip(">+-= ")
        better = f"`above {number}`" if number else "lời văn ở dòng dưới, thụt vào"
        self._add(
            Position(self.file, line, column),
            "no-comparison-signs",
            f"`{shown}` bị đọc thành chữ trống: viết {better}",
            f"`{shown}` is read as an empty text: write `above {number or '4'}`",
        )

    def _note_cut_by_hash(self, event: yaml.ScalarEvent) -> None:
        rest = self.lines[event.end_mark.line][event.end_mark.column :]
        if event.value and re.match(r"[ \t]+#[^\s#]", rest):
            self._note(
                event,
                "words-are-not-cut",
                f"dấu `#` đã cắt mất chữ phía sau (`{rest.strip()[:40]}`): đặt cả câu trong ngoặc "
                "kép; nếu là chú thích thì thêm dấu cách sau `#`",
                f"the sign `#` has cut off the words after it (`{rest.strip()[:40]}`): put the "
                "whole sentence in double quotes; for a comment put a space after `#`",
            )

    def _note_duplicate(self, mapping: Mapping, key: Scalar) -> None:
        first = next(each for each in mapping if each == key)
        line = getattr(first, "line", mapping.line)
        self._add(
            Position(self.file, key.line, key.column),
            "keys-are-unique",
            f"trường `{key}` đã có ở dòng {line}: giữ một, bỏ một",
            f"the field `{key}` already stands in line {line}: keep only one of them",
        )

    def _note_empty(self, mapping: Mapping, key: Scalar) -> None:
        previous = next(reversed(mapping.values()), None)
        if mapping.flow and key.isdigit() and re.fullmatch(r"-?[\d.]+", str(previous)):
            whole = str(previous).replace(".", "")
            vi = (
                f"số `{previous},{key}` bị dấu phẩy cắt đôi: phần thập phân thì viết "
                f"`{whole}.{key}`, phân cách hàng nghìn thì viết `{whole}{key}`"
            )
            en = (
                f"the comma has cut the number `{previous},{key}` in two: write `{whole}.{key}` "
                f"if it is decimal, `{whole}{key}` if it separates thousands"
            )
        elif mapping.flow:
            vi = (
                f"`{key}` không có giá trị: dấu phẩy đã cắt câu: đặt trong ngoặc kép hoặc viết "
                "xuống dòng"
            )
            en = (
                f"`{key}` has no value: a comma has cut the sentence: put it in double quotes or "
                "on a line of its own"
            )
        else:
            vi = f"trường `{key}` để trống: bỏ cả dòng nếu nguồn không nêu"
            en = f"the field `{key}` is empty: leave the line out if the source does not say"
        self._add(Position(self.file, key.line, key.column), "no-empty-values", vi, en)

    def _note_empty_row(self, node: Scalar) -> None:
        self._add(
            Position(self.file, node.line, node.column),
            "no-empty-values",
            "dấu `-` không có gì theo sau: viết nội dung hoặc bỏ dòng",
            "nothing follows the `-`: write something or leave the line out",
        )

    def _note_syntax(self, error: yaml.MarkedYAMLError) -> None:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        where, vi, en = explained(error.problem or "", self.lines, line, column)
        self._add(Position(self.file, *where), "file-can-be-read", vi, en)

    def _note_unreadable(self) -> bool:
        match = re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", self.text)
        if match:
            self._note_character(match.start())
        return bool(match)

    def _note_character(self, index: int) -> None:
        before = self.text[:index]
        line, column = before.count("\n") + 1, index - (before.rfind("\n") + 1) + 1
        code = f"U+{ord(self.text[index]):04X}" if index < len(self.text) else "?"
        self._add(
            Position(self.file, line, column),
            "file-can-be-read",
            f"có ký tự điều khiển không đọc được ({code}): xóa rồi gõ lại đoạn này",
            f"there is an unreadable control character ({code}): delete it and type again",
        )

    def _note_decomposed(self) -> None:
        for number, words in enumerate(self.lines, start=1):
            if not unicodedata.is_normalized("NFC", words):
                self._add(
                    Position(self.file, number),
                    "text-is-composed",
                    "chữ có dấu được gõ ở dạng tổ hợp (NFD); trang web vẫn hiện đúng, nhưng nên "
                    "gõ lại bằng bảng mã Unicode dựng sẵn",
                    "accented letters are typed in decomposed form (NFD); the site shows them "
                    "well, but better type them in composed form",
                    "warning",
                )
                return


def _is_empty(value: Scalar) -> bool:
    return value.plain and value in ("", "~", "null", "Null", "NULL")
