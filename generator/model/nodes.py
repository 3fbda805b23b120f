"""What a plan file says before anybody has understood it: words, lists, fields in their places."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from generator.problems import Position


class Scalar(str):
    """A single value as its author wrote it; no type has been guessed yet."""

    __slots__ = ("column", "line")

    line: int
    column: int

    def __new__(cls, text: str, line: int = 1, column: int = 1) -> Scalar:
        """The text that begins at a line and column, counted from 1."""
        scalar = str.__new__(cls, text)
        scalar.line = line
        scalar.column = column
        return scalar


class Sequence(list["Scalar | Sequence | Mapping"]):
    """A list; `flow` says that it was written in square brackets."""

    __slots__ = ("column", "flow", "line")

    def __init__(self, line: int = 1, column: int = 1, flow: bool = False) -> None:
        super().__init__()
        self.line = line
        self.column = column
        self.flow = flow


class Mapping(dict[str, "Scalar | Sequence | Mapping"]):
    """Fields and their values in the order of the file.

    `flow` says that it was written in braces; `dropped` names the fields that were left out while
    reading, because they were empty and have been complained of.
    """

    __slots__ = ("column", "dropped", "file", "flow", "line")

    def __init__(self, file: str = "", line: int = 1, column: int = 1, flow: bool = False) -> None:
        super().__init__()
        self.file = file
        self.line = line
        self.column = column
        self.flow = flow
        self.dropped: tuple[str, ...] = ()


Node: TypeAlias = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True, eq=False)
class Origin:
    """Where an entry stands in its file.

    All origins are equal, so that two entries are equal when they say the same, wherever it is
    written: moving or reformatting a file changes nothing.
    """

    mapping: Mapping = field(default_factory=Mapping)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Origin)

    def __hash__(self) -> int:
        return 0

    @property
    def line(self) -> int:
        """The line in which the entry begins."""
        return self.mapping.line

    @property
    def column(self) -> int:
        """The column in which the entry begins."""
        return self.mapping.column

    @property
    def position(self) -> Position:
        """Where the entry begins."""
        return Position(self.mapping.file, self.line, self.column)

    def of(self, field: str) -> Position:
        """Where the value of a field begins; the beginning of the entry for a field not written."""
        for candidate in (field, f"{field}_text"):
            if candidate in self.mapping:
                node = self.mapping[candidate]
                return Position(self.mapping.file, node.line, node.column)
        return self.position

    def has(self, field: str) -> bool:
        """Whether the author wrote this field in this very entry."""
        return field in self.mapping
