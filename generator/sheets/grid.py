"""What a spreadsheet holds once it is read: sheets of rows of cells, each in its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from generator.model.refusal import Message
from generator.problems import Position, Problem

Kind = Literal["text", "number", "percent", "date", "formula", "error"]


class NotUnderstoodError(Exception):
    """Words that cannot be read, or in two ways; `message` says what to write."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.en)
        self.message = message


@dataclass(frozen=True, slots=True)
class Cell:
    """The words in a cell and where it stands; `kind` tells what the spreadsheet took it for."""

    text: str = ""
    row: int = 1
    column: int = 1
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its number in the sheet and its cells by the key of their column."""

    number: int
    cells: Mapping[str, Cell]

    def text(self, column: str) -> str:
        """The words in a cell; empty if there is no such cell."""
        cell = self.cells.get(column)
        return cell.text if cell else ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet as it was read: all its cells, row by row; the file and the sheet's name."""

    file: str
    name: str
    rows: tuple[tuple[Cell, ...], ...] = ()


@dataclass(slots=True)
class Findings:
    """The problems that are found in a workbook, each at its cell."""

    problems: list[Problem] = field(default_factory=list)

    def refuse(self, grid: Grid, cell: Cell, heading: str, rule: str, message: Message) -> None:
        """Notes what is wrong with a cell."""
        self.problems.append(_problem(grid, cell, heading, rule, message))

    def warn(self, grid: Grid, cell: Cell, heading: str, rule: str, message: Message) -> None:
        """Notes what should be known of a cell."""
        problem = _problem(grid, cell, heading, rule, message)
        self.problems.append(replace(problem, severity="warning"))


def _problem(grid: Grid, cell: Cell, heading: str, rule: str, message: Message) -> Problem:
    name = f"{column_letters(cell.column)}{cell.row}"
    way = f"{grid.name} › {name}" + (f" › {heading}" if heading else "")
    return Problem(Position(grid.file, cell.row, cell.column), rule, *message, field=way)


def column_letters(number: int) -> str:
    """The letters of a column as spreadsheets show them: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def tidy(text: str) -> str:
    """The words of a cell: composed, with plain line ends, and without blanks around its lines."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "\n".join(line.strip() for line in composed.replace("\xa0", " ").split("\n")).strip()
