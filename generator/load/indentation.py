"""Which line begins in the wrong column, and in which column it should begin."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.load.colons import missing
from generator.model.plan import Plan
from generator.model.refusal import Message, shown

Place = tuple[int, int]
"""A line and a column, counted from 1."""

_BEGINS = re.compile(r"(?P<indent> *)(?P<dashes>(?:- +)*)(?P<name>[^\s\"'#:][^:]*:)?(?=\s|$)")


@dataclass(frozen=True, slots=True)
class _Edge:
    """A column in which something begins above: a field, or the dash of an entry."""

    column: int
    words: str
    line: int
    is_dash: bool


def column_of(words: str) -> int:
    """The column in which a line begins."""
    return len(words) - len(words.lstrip(" ")) + 1


def misplaced(lines: list[str], row: int) -> tuple[Place, Message]:
    """Where a line begins wrongly, and how to put it right."""
    before = _line_before(lines, row)
    if before and _stands_alone(lines, before, row):
        row = before
    words = lines[row - 1] if row <= len(lines) else ""
    column = column_of(words)
    if found := _told_otherwise(lines, row, before):
        return found
    edges = [edge for edge in _edges(lines, row) if edge.column != column]
    is_dash = words.lstrip().startswith("-")
    if not edges:
        return (row, column), _GENERAL
    alike = [edge for edge in edges if edge.is_dash == is_dash] or edges
    nearest = min(alike, key=lambda edge: (abs(edge.column - column), -edge.line))
    return (row, column), _moved(column, nearest)


def _told_otherwise(lines: list[str], row: int, before: int) -> tuple[Place, Message] | None:
    """A line that lacks its dash, one that goes on with a sentence, and a line above in the wrong
    column: the first of the file, or the first of an entry."""
    words, column = lines[row - 1], column_of(lines[row - 1])
    edges = _edges(lines, row)
    field = re.match(r"\s*([^\s:][^:]*):(?:\s|$)", words)
    if field and any(edge.is_dash and edge.column == column for edge in edges):
        inner = next((edge for edge in edges if edge.column > column and not edge.is_dash), None)
        if field[1] == "id" and inner:
            return (row, column), _without_dash(words.strip())
    if not field and not words.lstrip().startswith("-") and before:
        return (row, column), _goes_on(column, column_of(lines[before - 1]), before)
    if edges and edges[-1].column > 1 and column == 1 and not edges[-1].is_dash:
        return (edges[-1].line, edges[-1].column), _moved(
            edges[-1].column, _Edge(1, words.partition(":")[0] + ":", row, False)
        )
    match = _BEGINS.match(lines[before - 1]) if before else None
    below = lines[row] if row < len(lines) else ""
    if match and match["dashes"] and below.strip() and column_of(below) == column:
        inner_column = column_of(lines[before - 1]) + len(match["dashes"])
        if match["name"] and inner_column < column:
            own = column_of(lines[before - 1])
            name = words.strip().partition(":")[0] + ":"
            moved = _Edge(own + column - inner_column, name, row, False)
            return (before, own), _moved_by(own, moved)
    return None


def _without_dash(words: str) -> Message:
    better = shown(f"- {words}", 80)
    return Message(
        f"mục mới bắt đầu ở đây mà thiếu dấu gạch đầu dòng: viết `{better}`",
        f"a new entry begins here without its dash: write `{better}`",
    )


def _goes_on(column: int, above: int, line: int) -> Message:
    distance = max(above - column, 1)
    return Message(
        f"dòng này là phần tiếp của câu trên nhưng thụt vào ít hơn: thêm {distance} dấu cách ở đầu "
        f"dòng để thẳng cột với dòng {line}; nếu không phải thì xóa, hoặc viết `# ` ở đầu",
        f"this line goes on with the sentence above but is indented less: add {distance} spaces at "
        f"its start to put it in one column with line {line}; if it does not, delete it or put "
        "`# ` before it",
    )


def _moved_by(column: int, edge: _Edge) -> Message:
    """Of the dash of an entry whose other fields stand further right."""
    distance = edge.column - column
    return Message(
        f"mục bắt đầu ở dòng này không thẳng với các trường của nó ở dưới: thêm {distance} dấu "
        f"cách trước dấu `-` để tên trường thẳng cột với `{shown(edge.words, 40)}` ở dòng "
        f"{edge.line}",
        f"the entry that begins in this line is not in one column with its fields below: add "
        f"{distance} spaces before the `-` so that its field stands above `{shown(edge.words, 40)}`"
        f" in line {edge.line}",
    )


def continued(lines: list[str], row: int) -> tuple[Place, Message]:
    """Of a field that was read as the rest of the sentence above it."""
    before = _line_before(lines, row)
    if before and not re.search(r":(\s|$)", lines[before - 1]):
        place = (before, column_of(lines[before - 1]))
        return place, missing(lines[before - 1])
    return misplaced(lines, row)


def _line_before(lines: list[str], row: int) -> int:
    """The last line above that says something; 0 if there is none."""
    for number in range(min(row, len(lines) + 1) - 1, 0, -1):
        words = lines[number - 1].strip()
        if words and not words.startswith("#"):
            return number
    return 0


def _stands_alone(lines: list[str], before: int, row: int) -> bool:
    """Whether a field stands further left than both its neighbours, and is none of the plan."""
    words = lines[before - 1]
    column, deeper = column_of(words), column_of(lines[row - 1])
    name = words.strip().partition(":")[0]
    above = {edge.column for edge in _edges(lines, before)}
    if words.lstrip().startswith("-") or column >= deeper or deeper not in above:
        return False
    return column != 1 or name not in Plan.fields_written()


def _edges(lines: list[str], row: int) -> list[_Edge]:
    """The columns in which a line may begin after the lines above it, the innermost first."""
    edges: list[_Edge] = []
    innermost = 1000
    for number in range(row - 1, 0, -1):
        match = _BEGINS.match(lines[number - 1])
        if not match or not (match["name"] or match["dashes"]):
            continue
        column = len(match["indent"]) + 1
        inner = column + len(match["dashes"])
        if match["name"] and inner < innermost:
            edges.append(_Edge(inner, match["name"], number, False))
        if match["dashes"] and column < innermost:
            edges.append(_Edge(column, "- ", number, True))
        innermost = min(innermost, column)
        if column == 1:
            break
    return edges


def _moved(column: int, edge: _Edge) -> Message:
    distance = abs(edge.column - column)
    do_vi = "thêm" if edge.column > column else "bớt"
    do_en = "add" if edge.column > column else "remove"
    spaces = "space" if distance == 1 else "spaces"
    like = shown(edge.words, 40) if not edge.is_dash else "- "
    return Message(
        f"dòng này bắt đầu ở cột {column}, không thẳng với các dòng trên: {do_vi} {distance} dấu "
        f"cách ở đầu dòng để thẳng cột với `{like}` ở dòng {edge.line}; nếu là phần tiếp của câu "
        "trên thì đặt cả câu trong ngoặc kép",
        f"this line begins in column {column}, unlike the lines above: {do_en} {distance} {spaces} "
        f"at its start to put it in one column with `{like}` in line {edge.line}; if it goes on "
        "with the sentence above, put the whole sentence in double quotes",
    )


_GENERAL = Message(
    "thụt đầu dòng không khớp với các dòng trên: đặt các trường của cùng một mục thẳng cột, bắt "
    "đầu mỗi mục trong danh sách bằng `- `",
    "the indentation does not match the lines above: put the fields of one entry in one column, "
    "and begin each item of a list with `- `",
)
