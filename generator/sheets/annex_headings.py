"""What the columns of a printed table hold, by the words in its heading rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from generator.sheets.annex_tables import Printed, Table
from generator.text.folding import fold

Role = Literal[
    "number",
    "title",
    "name",
    "unit",
    "lead",
    "supporting",
    "deciding",
    "due",
    "deliverables",
    "note",
    "value",
]

_ROLES: tuple[tuple[Role, str], ...] = (
    ("number", r"(so )?(stt|tt|so thu tu)"),
    ("unit", r".*(don vi tinh|\bdvt\b|don vi do).*"),
    ("supporting", r".*phoi hop.*"),
    ("deciding", r".*(cap trinh|cap ban hanh|tham quyen|cap phe duyet|co quan ban hanh).*"),
    ("lead", r".*(chu tri|co quan thuc hien|don vi thuc hien|phu trach|chu quan|tham muu).*"),
    ("due", r".*(thoi gian|thoi han|tien do|han hoan thanh|thoi diem).*"),
    ("deliverables", r".*(san pham|ket qua|hinh thuc van ban).*"),
    ("note", r".*ghi chu.*"),
    ("name", r"(cac |ten )?(nhom )?chi tieu.*"),
    (
        "title",
        r".*(noi dung|nhiem vu|cong viec|hoat dong|ten van ban|ten chuong trinh|ten de an).*",
    ),
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?: ?[-–] ?((?:19|20)\d\d))?(?!\d)")
_MEASURED = re.compile(r"thuc hien|\bth\b|ket qua|uoc|dat duoc|hien trang")
_PLANNED = re.compile(r"ke hoach|\bkh\b|muc tieu|chi tieu|den nam|giai doan|phan dau|du kien|nam")


@dataclass(frozen=True, slots=True)
class Heading:
    """What a column holds; of values also the period, whether they are results, and estimates."""

    role: Role
    text: str
    period: str = ""
    is_result: bool = False
    is_estimate: bool = False


@dataclass(frozen=True)
class Headings:
    """The heading rows of a table: its columns by their number, the first row below them."""

    columns: dict[int, Heading]
    begins: int
    rows: frozenset[tuple[str, ...]]

    @property
    def is_of_indicators(self) -> bool:
        """Whether the table tells indicators, not tasks."""
        return any(each.role == "name" for each in self.columns.values())


def headings(table: Table, start: int = 0) -> Headings | None:
    """The first heading from a row on; `None` if there is none."""
    for number in range(start, len(table.rows)):
        if found := _at(table, number):
            return found
    return None


def is_heading_again(row: tuple[Printed, ...], known: Headings) -> bool:
    """Whether a row repeats the heading, as at the top of a new page, or numbers its columns."""
    texts = tuple(_plain(cell.text) for cell in row)
    filled = [text for text in texts if text]
    is_numbering = len(filled) > 1 and all(
        re.fullmatch(r"\(?(\d{1,2}|[a-z])\)?", t) for t in filled
    )
    in_order = [text.strip("()") for text in filled]
    counts = [str(n) for n in range(1, len(filled) + 1)]
    return texts in known.rows or (is_numbering and in_order[-2:] == _tail(in_order, counts))


def _tail(found: list[str], counts: list[str]) -> list[str]:
    """The last two of a run of numbers, if the row is such a run (letters may come first)."""
    digits = [each for each in found if each.isdigit()]
    if digits == counts[: len(digits)] and len(digits) >= 2:
        return found[-2:]
    return []


def _at(table: Table, number: int) -> Headings | None:
    row = table.rows[number]
    lines = [row]
    if number + 1 < len(table.rows) and _goes_on(row, table.rows[number + 1]):
        lines.append(table.rows[number + 1])
    columns: dict[int, Heading] = {}
    for column in range(len(row)):
        parts = dict.fromkeys(line[column].text for line in lines if line[column].text)
        heading = _heading(" ".join(" ".join(parts).split()))
        is_taken = (
            heading
            and heading.role != "value"
            and any(each.role == heading.role for each in columns.values())
        )
        if heading and not (is_taken and row[column].left):
            columns[column] = heading
    if any(each.role == "name" for each in columns.values()):
        columns = {at: each for at, each in columns.items() if each.role != "deliverables"}
    roles = {each.role for each in columns.values()}
    main = roles & {"title", "name"}
    if not main or len(roles) < 2 or _is_too_long(row):
        return None
    texts = frozenset(tuple(_plain(cell.text) for cell in line) for line in lines)
    return Headings(columns, number + len(lines), texts)


def _goes_on(row: tuple[Printed, ...], below: tuple[Printed, ...]) -> bool:
    """Whether the heading has a second line: cells joined over both, or several below one."""
    return (
        any(cell.above and cell.text for cell in below)
        and any(cell.text and not cell.above for cell in below)
        and any(cell.left for cell in row)
    )


def _is_too_long(row: tuple[Printed, ...]) -> bool:
    """Whether a row is a sentence rather than a heading."""
    return any(len(cell.text) > 120 for cell in row) or all(cell.left for cell in row[1:])


def _heading(text: str) -> Heading | None:
    plain = _plain(text)
    if not plain:
        return None
    years = _YEAR.search(plain)
    is_value = _MEASURED.search(plain) or _PLANNED.search(plain) or (years and plain == years[0])
    if years and is_value and not re.search("thoi gian|thoi han|don vi", plain):
        period = f"{years[1]}..{years[2]}" if years[2] else years[1]
        is_result = bool(_MEASURED.search(plain)) and not plain.startswith("ke hoach")
        return Heading("value", text, period, is_result, "uoc" in plain)
    for role, words in _ROLES:
        if re.fullmatch(words, plain):
            return Heading(role, text)
    return None


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s()/–-]", " ", fold(text)).split())
