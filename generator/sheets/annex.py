"""The tables of an annex as offices print them become the skeleton of a plan file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.model.archive import Archive
from generator.model.base import id_like, not_an_id
from generator.model.refusal import Message, shown
from generator.problems import Position, Problem, has_errors, in_reading_order
from generator.schema import modeline
from generator.sheets.annex_rows import AnnexRows, Found, is_text
from generator.sheets.annex_tables import tables_of
from generator.sheets.bodies import Names
from generator.sheets.packages import RefusedFileError, content_of
from generator.sheets.trial import loaded, new_problems, tried
from generator.sheets.writing import Written, field_lines, item_lines

_LISTS = ("sections", "indicators", "tasks")
_NOUNS = {"sections": "phần", "indicators": "chỉ tiêu", "tasks": "nhiệm vụ"}


@dataclass
class Annex:
    """What an annex comes to: a file and its text, an account of each row, what is wrong."""

    file: Path = field(default_factory=Path)
    text: str = ""
    told: str = ""
    problems: list[Problem] = field(default_factory=list)


def read_annex(folder: Path, plan_id: str, source: Path, day: date) -> Annex:
    """What an annex in Word or Excel would become; nothing is written.  Raises `OSError`."""
    position = Position(source.as_posix())
    if id_like(plan_id) != plan_id or not plan_id:
        return Annex(problems=[Problem(position, "plan-is-known", *not_an_id(plan_id))])
    archive, before = loaded(folder, day)
    place = _place(archive, plan_id)
    file = folder / (place or plan_id) / f"{plan_id}.yml"
    if plan_id in archive.plan or file.exists():
        return Annex(file, problems=[Problem(position, "plan-is-new", *_there(plan_id))])
    try:
        tables = tables_of(source.name, content_of(source))
    except RefusedFileError as error:
        return Annex(file, problems=[Problem(position, "file-can-be-read", *error.message)])
    rows = AnnexRows(Names(archive, place), {plan_id})
    for table in tables:
        rows.read(table)
    if not any(each.kind != "sections" for each in rows.found):
        return Annex(file, problems=[Problem(position, "tables-are-known", *_NO_TABLE)])
    captions = [table.caption for table in tables if is_text(table.caption)]
    title = next(iter(captions), source.stem)
    lines = _lines(plan_id, place, title, source.name, rows.found)
    schema = modeline(file.relative_to(folder).as_posix())
    text = "".join(f"{line}\n" for line in (schema, *lines))
    annex = Annex(file, text, _told(rows), [])
    _, after = tried(folder, file, text, day)
    annex.problems = in_reading_order(
        [each for each in new_problems(before, after) if each.severity == "error"]
    )
    if has_errors(annex.problems):
        annex.told = ""
    return annex


def _place(archive: Archive, plan_id: str) -> str:
    """The place whose id the plan's id begins with, as is the custom; empty if there is none."""
    found = [each.id for each in archive.places if f"{plan_id}-".startswith(f"{each.id}-")]
    return max(found, key=len, default="")


def _lines(plan_id: str, place: str, title: str, source: str, found: list[Found]) -> Iterator[str]:
    yield f"# Làm từ {shown(source)}. Dòng có “xem lại” cần người đối chiếu với văn bản."
    yield ""
    yield field_lines("id", plan_id, 0)
    yield "# xem lại: tên đầy đủ như in"
    yield field_lines("title", " ".join(title.split())[:500], 0)
    yield "# xem lại: chọn loại, ví dụ annual, implementation, action_programme; rồi bỏ kind_text"
    yield "kind: other"
    yield field_lines("kind_text", "phụ lục của văn bản", 0)
    if place:
        yield field_lines("place", place, 0)
    yield "# xem lại: mã hoặc tên văn bản có phụ lục này"
    yield field_lines("source", f"Tệp {source}", 0)
    yield "completeness: excerpt"
    for name in _LISTS:
        entries = [each for each in found if each.kind == name]
        if entries:
            yield ""
            yield f"{name}:"
        for each in entries:
            yield from (f"  # xem lại: {' '.join(doubt.split())}" for doubt in each.doubts)
            yield f"  - {item_lines(each.fields, 4)}"


def _told(rows: AnnexRows) -> str:
    """What was understood of each row, and what is doubtful."""
    lines = [
        f"{each.place} → {_NOUNS[each.kind]} {_in_short(each.fields)}" + _doubts(each)
        for each in rows.found
    ]
    lines += [f"{place} → bỏ qua, không rõ là gì / passed over" for place in rows.skipped]
    doubtful = sum(1 for each in rows.found if each.doubts)
    counts = ", ".join(
        f"{sum(1 for each in rows.found if each.kind == name)} {noun}"
        for name, noun in _NOUNS.items()
    )
    return "".join(f"{line}\n" for line in [*lines, f"{counts}; {doubtful} dòng cần xem lại"])


def _doubts(found: Found) -> str:
    return f"  [? {'; '.join(found.doubts)}]" if found.doubts else ""


def _in_short(fields: dict[str, Written]) -> str:
    words = [f"`{fields['id']}`", shown(fields.get("title") or fields.get("name") or "", 60)]
    for name, label in (
        ("lead", "chủ trì"),
        ("due", "hạn"),
        ("due_text", "hạn in"),
        ("unit", "đơn vị"),
    ):
        value = fields.get(name)
        if value:
            listed = value if isinstance(value, list) else [value]
            words.append(f"{label}: {', '.join(shown(str(each), 40) for each in listed)}")
    for name, label in (
        ("targets", "mục tiêu"),
        ("results", "kết quả"),
        ("deliverables", "sản phẩm"),
    ):
        value = fields.get(name)
        if isinstance(value, list):
            words.append(f"{label}: {'; '.join(_pair(each) for each in value)}")
    return " | ".join(words)


def _pair(entry: Written) -> str:
    if not isinstance(entry, dict):
        return ""
    value = entry.get("value") or entry.get("value_text") or entry.get("title") or ""
    return f"{entry['period']} {value}" if "period" in entry else shown(str(value), 40)


def _there(plan_id: str) -> Message:
    return Message(
        f"kế hoạch `{shown(plan_id)}` đã có: phụ lục chỉ tạo kế hoạch mới; sửa kế hoạch có sẵn "
        "bằng `table export` và `table import`",
        f"the plan `{shown(plan_id)}` is there already: an annex only makes new plans; change one "
        "with `table export` and `table import`",
    )


_NO_TABLE = Message(
    "không thấy bảng nào có cột nội dung hoặc chỉ tiêu: kiểm tra dòng tiêu đề của bảng, ví dụ “TT, "
    "Nhiệm vụ, Cơ quan chủ trì, Thời gian hoàn thành”, và bảng không phải là ảnh",
    "no table has a column of tasks or indicators: check its heading row, e.g. “TT, Nhiệm vụ, Cơ "
    "quan chủ trì, Thời gian hoàn thành”, and that the table is no picture",
)
