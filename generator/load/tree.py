"""Reads a YAML file as words, lists and fields with their places, and trusts nothing of it.

The events of the YAML parser are read one by one, within bounds on size, depth and number.
Nothing is guessed: a value stays the text that its author wrote.  Aliases, merge keys, tags,
several documents and duplicate keys are refused, and so is what YAML would cut without a word.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from generator.load import complaints
from generator.load.characters import legible
from generator.load.syntax import explained
from generator.model.nodes import Mapping, Node, Scalar, Sequence
from generator.model.refusal import Message
from generator.model.relations import RELATION_KINDS
from generator.problems import Position, Problem

MOST_BYTES = 4_000_000
MOST_DEPTH = 24
MOST_NODES = 200_000
LONGEST_SCALAR = 20_000
MOST_PROBLEMS = 500

_SENTENCES = frozenset(
    ("title", "title_en", "name", "name_en", "text", "scope", "note", "quote", "cause", "reason")
)
"""Fields of free text, in which ` # ` may be a part of the sentence."""
_EMPTY = frozenset(("", "~", "null", "Null", "NULL"))


def read_tree(file: str, content: bytes) -> tuple[Node | None, list[Problem]]:
    """The tree of a file, or `None` if it cannot be had, with all that is wrong with it."""
    if len(content) > MOST_BYTES:
        message = complaints.too_large(MOST_BYTES // 1_000_000)
        return None, [Problem(Position(file), "file-is-small-enough", *message)]
    text, problems = legible(file, content)
    if text is None:
        return None, problems
    reader = _Reader(file, text)
    tree = reader.read()
    unseen = {each.position.line for each in problems if each.severity == "error"}
    found = [
        each
        for each in reader.problems
        if each.rule != "file-can-be-read" or each.position.line not in unseen
    ]
    return tree, [*problems, *found]


class _Stopped(Exception):  # noqa: N818  # nothing went wrong that is not noted already
    """Reading stopped at a bound; the problem is already noted."""


class _Reader:
    """Reads one file and notes what is wrong with it."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.lines = text.split("\n")
        self.lines_with_hash = frozenset(
            number for number, line in enumerate(self.lines) if "#" in line
        )
        self.problems: list[Problem] = []
        self.nodes = 0
        self.without_dash: set[int] = set()
        # The events come from C without types; what they are is asked at each.
        self.next_event: Any = yaml.CSafeLoader(text).get_event

    def read(self) -> Node | None:
        with suppress(_Stopped):
            try:
                return self._document()
            except yaml.MarkedYAMLError as error:
                self._note_syntax(error)
            except yaml.YAMLError:
                self._add(1, 1, "file-can-be-read", complaints.UNREADABLE)
        return None

    def _document(self) -> Node | None:
        """The first document of the file, which should be the only one."""
        tree: Node | None = None
        documents = 0
        while not isinstance(event := self.next_event(), StreamEndEvent):
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._note(event, "one-document", complaints.SECOND_DOCUMENT)
                    break
            elif isinstance(event, NodeEvent):
                tree = self._node(event, 1)
        return tree

    def _node(self, event: Any, depth: int) -> Node | None:
        """What begins with this event; `None` for a value that is not there."""
        self.nodes += 1
        if depth > MOST_DEPTH or self.nodes > MOST_NODES:
            message = complaints.too_deep(MOST_DEPTH, MOST_NODES)
            self._stop(event, "file-is-simple-enough", message)
        kind = type(event)
        if event.anchor or (kind is not AliasEvent and event.tag):
            self._note_special(event)
        if kind is ScalarEvent:
            return self._scalar(event)
        if kind is MappingStartEvent:
            return self._mapping(event, depth + 1)
        if kind is SequenceStartEvent:
            return self._sequence(event, depth + 1)
        mark = event.start_mark
        return Scalar(f"*{event.anchor}", mark.line + 1, mark.column + 1)

    def _scalar(self, event: Any) -> Scalar | None:
        words = event.value
        if not event.style:
            if self.lines_with_hash and event.end_mark.line in self.lines_with_hash:
                self._note_cut_by_hash(event)
            if words in _EMPTY:
                return None
        elif event.style == ">" and not words.strip():
            return None
        if len(words) > LONGEST_SCALAR:
            message = complaints.too_long(len(words), LONGEST_SCALAR)
            self._stop(event, "text-is-short-enough", message)
        mark = event.start_mark
        return Scalar(words, mark.line + 1, mark.column + 1)

    def _sequence(self, start: Any, depth: int) -> Sequence:
        mark = start.start_mark
        sequence = Sequence(mark.line + 1, mark.column + 1, start.flow_style)
        while type(event := self.next_event()) is not SequenceEndEvent:
            node = self._node(event, depth)
            if node is None:
                self._note_nothing_in_list(event)
                continue
            if start.flow_style and type(event) is ScalarEvent and not event.style and " " in node:
                self._note(event, "names-in-brackets-are-quoted", complaints.unquoted(event.value))
            sequence.append(node)
        return sequence

    def _mapping(self, start: Any, depth: int) -> Mapping:
        mark = start.start_mark
        mapping = Mapping(self.file, mark.line + 1, mark.column + 1, start.flow_style)
        while type(event := self.next_event()) is not MappingEndEvent:
            key = self._node(event, depth)
            value_event = self.next_event()
            value = self._node(value_event, depth)
            if not isinstance(key, Scalar):
                self._note(event, "keys-are-words", complaints.NO_NAME)
            elif key == "<<":
                mapping.dropped += (str(key),)
                self._note(event, "no-merge-keys", complaints.MERGE_KEY)
            elif key in mapping:
                self._note_duplicate(mapping, key, value)
            elif value is None and value_event.tag:
                mapping.dropped += (str(key),)  # a lone `!`, complained of as a special sign
            elif value is None:
                mapping.dropped += (str(key),)
                self._note_nothing(mapping, key, value_event)
            else:
                mapping[key] = value
                if key in _SENTENCES and type(value_event) is ScalarEvent:
                    self._note_comment_in_a_sentence(value_event)
        return mapping

    def _add(self, line: int, column: int, rule: str, message: Message) -> None:
        if line > len(self.lines):  # where the parser is when the last line does not end
            line, column = len(self.lines), len(self.lines[-1]) + 1
        self.problems.append(Problem(Position(self.file, line, column), rule, *message))
        if len(self.problems) == MOST_PROBLEMS:
            self._add(line, column, "problems-are-few", complaints.AND_MORE)
            raise _Stopped

    def _note(self, event: Any, rule: str, message: Message) -> None:
        mark = event.start_mark
        self._add(mark.line + 1, mark.column + 1, rule, message)

    def _stop(self, event: Any, rule: str, message: Message) -> NoReturn:
        self._note(event, rule, message)
        raise _Stopped

    def _rest(self, mark: Any) -> str:
        """What stands in the line from that place on."""
        return self.lines[mark.line][mark.column :] if mark.line < len(self.lines) else ""

    def _note_special(self, event: Any) -> None:
        """Notes an alias, anchor or tag; of several in one line the first."""
        mark, rule = event.start_mark, "no-special-signs"
        if any(each.position.line > mark.line for each in self.problems if each.rule == rule):
            return
        self._note(event, rule, complaints.special(self._rest(mark)))

    def _note_cut_by_hash(self, event: Any) -> None:
        rest = self._rest(event.end_mark)
        if event.value and re.match(r"[ \t]+#[^\s#]", rest):
            self._note(event, "words-are-not-cut", complaints.cut_by_hash(rest))

    def _note_comment_in_a_sentence(self, event: Any) -> None:
        """Warns of a sentence that goes on after a blank and ` # `; two blanks make a remark."""
        mark = event.end_mark
        if event.style or mark.line + 1 > len(self.lines):
            return
        rest = self._rest(mark)
        if event.value and re.match(r" # +\w", rest):
            position = Position(self.file, mark.line + 1, mark.column + 2)
            message = complaints.comment_in_a_sentence(rest)
            self.problems.append(
                Problem(position, "words-are-not-cut", *message, severity="warning")
            )

    def _note_duplicate(self, mapping: Mapping, key: Scalar, value: Node | None) -> None:
        """Notes a field that is there twice; of an entry without its dash only the first field."""
        if id(mapping) in self.without_dash:
            return
        first = next(each for each in mapping if each == key)
        line = first.line if isinstance(first, Scalar) else mapping.line
        message = complaints.duplicate(key, line)
        if mapping.column == 1 and key == "id" and first is next(iter(mapping)):
            self.without_dash.add(id(mapping))
            message = complaints.two_plans(line)
        if (
            mapping.column > 1
            and first is next(iter(mapping))
            and key.line > line + 1
            and isinstance(value, Scalar)
        ):
            self.without_dash.add(id(mapping))
            message = complaints.entry_without_dash(key, value, line)
        self._add(key.line, key.column, "keys-are-unique", message)

    def _note_nothing_in_list(self, event: Any) -> None:
        if event.style == ">":
            message = complaints.greater(self._rest(event.start_mark))
            self._note(event, "no-comparison-signs", message)
        else:
            self._note(event, "no-empty-values", complaints.NOTHING_IN_LIST)

    def _note_nothing(self, mapping: Mapping, key: Scalar, event: Any) -> None:
        if event.style == ">":
            rest = self._rest(event.start_mark)
            is_value = re.search(r"\d", rest)
            rule = "no-comparison-signs" if is_value else "long-texts-are-indented"
            self._note(event, rule, complaints.greater(rest))
            return
        message = complaints.nothing(key)
        if not mapping.flow and (below := self._meant_below(key)):
            mapping.dropped += (below.split()[0].rstrip(":"),)
            message = complaints.not_indented(key, below)
        if not mapping.flow and (
            cut := re.search(r" #[^\s#].*|(?<=:) +# \S.*", self.lines[key.line - 1])
        ):
            message = complaints.cut_by_hash(cut[0])
        if mapping.flow:
            previous = next(reversed(mapping.values()), "")
            message = complaints.cut_by_comma(key, str(previous))
        self._add(key.line, key.column, "no-empty-values", message)

    def _meant_below(self, key: Scalar) -> str:
        """The line below an empty field, if it was meant as its value: `2025: 6`, not indented."""
        below = self.lines[key.line] if key.line < len(self.lines) else ""
        words = below[key.column - 1 :]
        same_column = not below[: key.column - 1].strip(" ")
        is_below = re.match(r"(?:19|20|21)\d\d\S*: ", words) or (
            key == "relations" and words.partition(":")[0] in RELATION_KINDS
        )
        return words if same_column and is_below else ""

    def _note_syntax(self, error: yaml.MarkedYAMLError) -> None:
        mark, opened = error.problem_mark or error.context_mark, None
        if error.context_mark and "flow" in (error.context or ""):
            opened = (error.context_mark.line + 1, error.context_mark.column + 1)
        stopped = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        (line, column), message = explained(error.problem or "", self.lines, stopped, opened)
        if any(
            each.rule == "long-texts-are-indented" and each.position.line >= line - 3
            for each in self.problems
        ):
            return  # the words that follow from it
        self.problems = [each for each in self.problems if not _is_near(each, line, opened)]
        self._add(line, column, "file-can-be-read", message)


def _is_near(problem: Problem, line: int, opened: tuple[int, int] | None) -> bool:
    """Whether a problem only follows from a syntax error in that line, or a bracket left open."""
    place = (problem.position.line, problem.position.column)
    return place[0] == line or (opened is not None and place >= opened)
