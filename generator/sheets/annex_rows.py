"""The rows of a printed table as sections, tasks and indicators; what is doubtful stays in words.

Nothing is guessed: a time, value or body that cannot be read for certain is kept as printed, and a
remark beside it says what to look at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pydantic_core import PydanticCustomError

from generator.model.base import text as checked_text
from generator.model.references import reference
from generator.model.refusal import shown
from generator.sheets.annex_headings import Headings, headings, is_heading_again
from generator.sheets.annex_tables import Printed, Table
from generator.sheets.bodies import Names
from generator.sheets.grid import NotUnderstoodError
from generator.sheets.ids import new_id
from generator.sheets.rows import UNITS
from generator.sheets.times import time_written
from generator.sheets.values import number_written, value_written
from generator.sheets.writing import Written
from generator.text.folding import fold

_KINDS = {
    "nghị quyết": "resolution",
    "quyết định": "decision",
    "chỉ thị": "directive",
    "kế hoạch": "plan",
    "chương trình hành động": "action_programme",
    "chương trình": "programme",
    "đề án": "scheme",
    "dự án": "project",
    "công văn": "official_letter",
    "báo cáo": "report",
    "tờ trình": "submission",
    "kết luận": "conclusion",
    "thông báo": "notice",
    "nghị định": "decree",
    "thông tư": "circular",
    "quy hoạch": "master_plan",
    "chiến lược": "strategy",
}
_NOTHING = ("", "-", "–", "—", "…", "...", "x", "/")


@dataclass
class Found:
    """An entry that was understood: where it was printed, what it became, what is doubtful."""

    place: str
    kind: str
    fields: dict[str, Written]
    doubts: list[str] = field(default_factory=list)


@dataclass
class AnnexRows:
    """Reads the tables of one annex."""

    names: Names
    taken: set[str]
    found: list[Found] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    def read(self, table: Table) -> None:
        """Adds what a table tells; a table without a heading that is known is passed over."""
        known = headings(table)
        if known is None:
            self.skipped.append(shown(table.name))
            return
        levels: list[tuple[str, str]] = []
        number = known.begins
        while number < len(table.rows):
            row = table.rows[number]
            place = f"{shown(table.name)}, dòng {table.first + number}"
            again = headings(Table("", "", (row,)))
            if is_heading_again(row, known) or not any(cell.text for cell in row):
                pass
            elif again and again.columns != known.columns and len(again.columns) > 2:
                known, levels = again, []
            elif title := _group(row, known, table.rows[number + 1 : number + 2]):
                self._section(place, _number(row, known), title, levels)
            else:
                self._row(place, row, known, levels[-1][1] if levels else "")
            number += 1

    def _section(self, place: str, number: str, title: str, levels: list[tuple[str, str]]) -> None:
        kind = _level(number)
        kinds = [each for each, _ in levels]
        if kind in kinds:
            del levels[kinds.index(kind) :]
        fields: dict[str, Written] = {"id": new_id(title, self.taken, "phan")}
        if number:
            fields["number"] = number
        fields["title"] = _flat(title)
        if levels:
            fields["parent"] = levels[-1][1]
        levels.append((kind, str(fields["id"])))
        self.found.append(Found(place, "sections", fields))

    def _row(self, place: str, row: tuple[Printed, ...], known: Headings, section: str) -> None:
        kind = "indicators" if known.is_of_indicators else "tasks"
        name = "name" if known.is_of_indicators else "title"
        cells: dict[str, Printed] = {
            heading.role: row[column]
            for column, heading in known.columns.items()
            if heading.role != "value"
        }
        main = cells[name]
        found = Found(place, kind, {})
        title = _flat(main.text)
        if not title or not is_text(title):
            self.skipped.append(place)
            return
        found.fields["id"] = new_id(title, self.taken, kind)
        number = _flat(cells["number"].text) if "number" in cells else ""
        if number and is_text(number):
            found.fields["number"] = number
        found.fields[name] = title
        if section:
            found.fields["section"] = section
        if main.above:
            found.doubts.append("ô tên gộp với dòng trên: xem lại có phải cùng một việc")
        if known.is_of_indicators:
            self._values(row, known, cells, found)
        else:
            self._task(cells, found)
        self._note(cells, found)
        self.found.append(found)

    def _task(self, cells: dict[str, Printed], found: Found) -> None:
        for role in ("lead", "supporting", "deciding"):
            if role in cells and (bodies := list(self._bodies(cells[role].text, found))):
                found.fields[role] = bodies[0] if len(bodies) == 1 else bodies
        if "deliverables" in cells:
            listed = [_deliverable(line) for line in _lines(cells["deliverables"].text)]
            if listed:
                found.fields["deliverables"] = listed
        if "due" in cells:
            self._due(cells["due"].text, found)

    def _bodies(self, words: str, found: Found) -> Iterator[str]:
        for line in _lines(words):
            parts = [part.strip() for part in line.split(",")]
            known = [self.names.body(part) for part in parts]
            if len(parts) > 1 and all(known):
                yield from (each for each in known if each)
            elif body := self.names.body(line):
                yield body
            elif _is_name(line):
                yield line
                if "," in line:
                    found.doubts.append(f"“{shown(line)}”: một cơ quan hay nhiều?")
            else:
                found.doubts.append(f"chưa ghi cơ quan “{shown(line)}”")

    def _due(self, words: str, found: Found) -> None:
        printed = _flat(words)
        if printed in _NOTHING or not is_text(printed):
            return
        try:
            found.fields["due"] = time_written(printed)
        except NotUnderstoodError:
            found.doubts.append("thời hạn giữ bằng lời: thêm `due` nếu chắc")
            found.fields["due_text"] = printed
            return
        if printed != found.fields["due"]:
            found.fields["due_text"] = printed

    def _values(
        self,
        row: tuple[Printed, ...],
        known: Headings,
        cells: dict[str, Printed],
        found: Found,
    ) -> None:
        unit = _flat(cells["unit"].text) if "unit" in cells else ""
        if unit not in _NOTHING and is_text(unit):
            codes = {fold(word): code for code, word in UNITS.items()}
            found.fields["unit"] = codes.get(fold(unit), unit)
        values: dict[str, list[dict[str, Written]]] = {"targets": [], "results": []}
        for column, heading in known.columns.items():
            cell = row[column]
            if heading.role != "value" or _flat(cell.text) in _NOTHING:
                continue
            entry = self._value(heading.period, cell, unit, found)
            if heading.is_result and heading.is_estimate:
                entry["kind"] = "estimate"
            values["results" if heading.is_result else "targets"].append(entry)
        found.fields |= {name: entries for name, entries in values.items() if entries}
        if re.match(r"[-–+•]|trong đó", str(found.fields["name"]).casefold()):
            found.doubts.append("có thể là thành phần (`parts`) của chỉ tiêu ở trên")

    def _value(self, period: str, cell: Printed, unit: str, found: Found) -> dict[str, Written]:
        printed = _flat(cell.text)
        entry: dict[str, Written] = {"period": period}
        try:
            read = number_written if cell.is_number else None
            entry["value"] = read(printed) if read else value_written(printed, unit)
        except NotUnderstoodError:
            entry["value_text"] = printed
            found.doubts.append(
                f"“{shown(printed)}” ({period}) giữ bằng lời: thêm `value` nếu chắc"
            )
        return entry

    def _note(self, cells: dict[str, Printed], found: Found) -> None:
        note = _flat(cells["note"].text) if "note" in cells else ""
        if note not in _NOTHING and is_text(note):
            found.fields["note"] = note


def _group(
    row: tuple[Printed, ...], known: Headings, below: tuple[tuple[Printed, ...], ...]
) -> str:
    """The title of a row that heads those below it; empty for any other row."""
    main = next(at for at, each in known.columns.items() if each.role in ("title", "name"))
    texts = list(dict.fromkeys(cell.text for cell in row if cell.text and not cell.left))
    if len(row) > 2 and all(cell.left for cell in row[1:] if cell.text) and len(texts) == 1:
        whole = re.sub(r"^([IVX]+|[A-Z]|\d+)[.)] +", "", texts[0])
        return whole if len(texts[0]) > 2 else ""
    number = _number(row, known)
    others = [
        row[at].text
        for at, each in known.columns.items()
        if at != main and each.role != "number" and not row[at].above
    ]
    is_bare = bool(row[main].text) and not any(other for other in others if other != row[main].text)
    if not is_bare or not number:
        return ""
    following = _number(below[0], known) if below else ""
    is_over = following.startswith((f"{number}.", f"{number.rstrip('.')}."))
    return row[main].text if _level(number) in ("letter", "roman") or is_over else ""


def _number(row: tuple[Printed, ...], known: Headings) -> str:
    at = next((at for at, each in known.columns.items() if each.role == "number"), None)
    if at is not None and not (len(row) > 1 and row[-1].left and row[1].left):
        return _flat(row[at].text)
    match = re.match(r"([IVX]+|[A-Z]|\d+)[.)] ", row[0].text)
    return match[1] if match else ""


def _level(number: str) -> str:
    plain = number.rstrip(".)")
    if re.fullmatch("[IVX]+", plain):
        return "roman"
    if re.fullmatch("[A-ZĐ]", plain):
        return "letter"
    return f"digits {plain.count('.')}" if plain else "words"


def _deliverable(line: str) -> Written:
    kind = next((kind for words, kind in _KINDS.items() if fold(line).startswith(fold(words))), "")
    return {"kind": kind, "title": line} if kind else {"title": line}


def _lines(words: str) -> list[str]:
    """The entries in a cell: one a line or parted by semicolons, without their bullets."""
    parts = re.split(r"\s*[;\n]\s*", words)
    plain = (re.sub(r"^[-–•+*]\s+", "", part).rstrip(".,").strip() for part in parts)
    return [part for part in plain if part not in _NOTHING and is_text(part)]


def _flat(words: str) -> str:
    return " ".join(words.split())


def is_text(words: str) -> bool:
    """Whether words may stand in a plan file: not empty, and nothing in them is invisible."""
    try:
        return bool(checked_text(words))
    except PydanticCustomError:
        return False


def _is_name(words: str) -> bool:
    try:
        return reference(words).is_name
    except PydanticCustomError:
        return False
