"""What was published is never overwritten: a change in its row becomes an entry beside it.

A target or deadline gets a new version with the day, document and reason of the adjustment; a
result a new result; a task a new report.  A slip of our own gets a correction.  What the source
was said not to tell may be filled in where it stands.
"""

from __future__ import annotations

from generator.model.refusal import Message
from generator.model.tasks import Task
from generator.sheets.filled import AMENDMENT, FilledRows, value_of
from generator.sheets.merging import Changed
from generator.sheets.versions import Versions
from generator.sheets.writing import Written

AllVersions = dict[tuple[str, str], Versions]
"""What becomes of the entries of an item (its path) below one of its fields."""

REPORT = {
    "stage": "stage",
    "reported_on": "on",
    "done": "done",
    "report_text": "text",
    "report_document": "document",
}
"""The columns of a task's last report, with the fields that hold it."""
DEADLINE = ("due", "due_text")
_WORDS = {
    "targets": ("value", "value_text"),
    "results": ("value", "value_text", "of_plan", "stated", "compared", "trend"),
}
"""What a value says."""
_WHICH = {
    "targets": ("period", "set_by", "modality"),
    "results": ("period", "kind", "as_of", "reporter"),
}
"""What tells a value from the others of its indicator; a new version says it again."""
_BESIDE = ("cause", "source", "at", "quote", "note")
_UNKNOWN = ("không nêu", "chưa báo cáo", "không công bố", "không áp dụng")


def change_value(rows: FilledRows, row: Changed, versions: AllVersions) -> None:
    """A changed row of the targets or results."""
    path, name, number = value_of(row.key)
    sheet = row.sheet.about.key
    found = versions.setdefault((path, name), Versions())
    amended = [each for each in row.fields if row.sheet.about.column(each).kind == "amends"]
    plain = [each for each in row.fields if each not in amended]
    is_ours = rows.is_ours(row)
    if sheet == "targets" and "kind" in plain:
        rows.refuse(row, "kind", _OTHER_KIND)
    elif name == "baseline" and amended:
        rows.refuse(row, amended[0], _BASELINE)
    elif amended and not plain:
        rows.refuse(row, amended[0], _NOTHING_AMENDED)
    elif any(_is_overwritten(row, each) for each in plain if each in _WORDS[sheet]):
        if name == "baseline":
            found.changed[number] = rows.fields(row, plain)
        elif new := _new_value(rows, row, is_ours):
            found.added.append((number, new))
    else:
        _change_in_place(rows, row, plain, is_ours, found, number)


def _change_in_place(
    rows: FilledRows,
    row: Changed,
    plain: list[str],
    is_ours: bool,
    found: Versions,
    number: int,
) -> None:
    which = [each for each in plain if each in _WHICH[row.sheet.about.key]]
    moved = [each for each in which if row.current.get(each)]
    if moved and not is_ours:
        rows.refuse(row, moved[0], _OTHER_VALUE)
    else:
        found.changed[number] = rows.fields(row, plain)


def _is_overwritten(row: Changed, name: str) -> bool:
    """Whether something is changed that was said, and not said to be unknown."""
    was = row.current.get(name, "")
    return bool(was) and not (name == "value" and was in _UNKNOWN)


def _new_value(rows: FilledRows, row: Changed, is_ours: bool) -> dict[str, Written]:
    """The entry that says what was changed; nothing if the row does not tell why."""
    sheet = row.sheet.about.key
    changed = [each for each in row.fields if each in _WORDS[sheet]]
    is_newer = any(each in row.fields for each in ("period", "kind", "as_of"))
    if not is_ours and not (rows.says_when(row) if sheet == "targets" else is_newer):
        rows.refuse(row, changed[0], _PUBLISHED if sheet == "targets" else _PUBLISHED_RESULT)
        return {}
    known = {column.field for column in row.sheet.about.columns}
    names = [
        name
        for name in (*_WHICH[sheet], *_WORDS[sheet], *_BESIDE)
        if name in known and (is_ours or name in _WHICH[sheet] or name in row.fields)
    ]
    new = {**rows.said(row, names), **rows.amendment(row)}
    if not any(row.text(name) for name in changed):
        rows.refuse(row, changed[0], _EMPTIED)
    return {**new, "correction": "true"} if is_ours else new


def change_deadline(rows: FilledRows, row: Changed, task: Task, versions: AllVersions) -> None:
    """A changed row of the tasks, as far as its deadline goes."""
    fields = [name for name in DEADLINE if name in row.fields]
    if not fields:
        if amended := [name for name in AMENDMENT if name in row.fields]:
            rows.refuse(row, amended[0], _NOTHING_AMENDED)
        return
    found = versions.setdefault((row.key, "due"), Versions())
    number = len(task.due) - 1
    if not any(row.current.get(name) for name in fields):
        if task.due:
            found.changed[number] = rows.fields(row, fields)
        else:
            found.added.append((None, rows.said(row, fields)))
        return
    is_ours = rows.is_ours(row)
    if not is_ours and not rows.says_when(row):
        rows.refuse(row, fields[0], _PUBLISHED)
    elif not any(row.text(name) for name in fields):
        rows.refuse(row, fields[0], _EMPTIED)
    else:
        names = DEADLINE if is_ours else fields
        new = {**rows.said(row, names), **rows.amendment(row)}
        found.added.append((number, {**new, "correction": "true"} if is_ours else new))


def change_report(rows: FilledRows, row: Changed, versions: AllVersions) -> None:
    """A changed row of the tasks, as far as its state goes: a new report below the others."""
    changed = [name for name in REPORT if name in row.fields]
    if not changed:
        return
    is_ours = rows.is_ours(row) and not set(DEADLINE) & set(row.fields)
    names = [
        name for name in REPORT if is_ours or name in changed or name in ("stage", "reported_on")
    ]
    new = {REPORT[name]: value for name, value in rows.said(row, names).items()}
    if not row.text("stage"):
        rows.refuse(row, "stage", NO_STAGE)
    elif row.current.get("stage") and not is_ours and "reported_on" not in changed:
        rows.refuse(row, changed[0], _NO_REPORT_DAY)
    else:
        found = versions.setdefault((row.key, "reports"), Versions())
        found.added.append((None, {**new, "correction": "true"} if is_ours else new))


_PUBLISHED = Message(
    "đã công bố thì không sửa đè: điền Ngày điều chỉnh (hoặc Căn cứ điều chỉnh là mã văn bản có "
    "ngày trong danh mục) ở cùng dòng, nội dung cũ được giữ bên cạnh; hoặc đánh x vào Sửa lỗi nhập "
    "nếu chính mình nhập sai",
    "what was published is not overwritten: fill in Ngày điều chỉnh, the day of the adjustment (or "
    "in Căn cứ điều chỉnh the id of a registered document that has a day), and the old one stays "
    "beside it; or tick Sửa lỗi nhập if it is a slip of our own",
)
_PUBLISHED_RESULT = Message(
    "kết quả đã công bố thì không sửa đè: sửa cả Số liệu đến ngày hoặc Loại số liệu nếu đây là số "
    "mới (số cũ được giữ), hoặc đánh x vào Sửa lỗi nhập nếu chính mình nhập sai",
    "a published result is not overwritten: change Số liệu đến ngày (as of) or Loại số liệu (kind) "
    "too if this is a newer figure, and the old one stays; or tick Sửa lỗi nhập if it is a slip of "
    "our own",
)
_EMPTIED = Message(
    "đã công bố thì không xóa nội dung ô: viết lại; nguồn không nêu thì viết `không nêu`; muốn bỏ "
    "mục này thì xóa cả dòng",
    "what was published is not emptied: write it again; write `không nêu` if the source does not "
    "say; to take the entry out delete the whole row",
)
_NOTHING_AMENDED = Message(
    "cột này nói về điều được sửa trong dòng, mà dòng không sửa gì: sửa giá trị hoặc thời hạn, "
    "hoặc xóa ô này; thêm bản khác thì viết dòng mới",
    "this column is about what is changed in the row, but nothing is: change the value or "
    "deadline, or empty this cell; write another version in a new row",
)
_OTHER_VALUE = Message(
    "kỳ, cấp giao, tính chất cho biết đây là con số nào: viết dòng mới cho con số khác, hoặc đánh "
    "x vào Sửa lỗi nhập nếu chính mình nhập sai",
    "period, assigner and kind tell which figure this is: write a new row for another figure, or "
    "tick Sửa lỗi nhập if it is a slip of our own",
)
_OTHER_KIND = Message(
    "mục tiêu không đổi thành mốc gốc được: xóa dòng này và viết dòng mới",
    "a target cannot become a baseline: delete this row and write a new one",
)
_BASELINE = Message(
    "mốc gốc không có lần điều chỉnh: sửa thẳng giá trị và xóa ô này",
    "a baseline has no adjustments: change its value and empty this cell",
)
NO_STAGE = Message(
    "thiếu tình trạng: chọn ở cột Tình trạng, ví dụ `đang thực hiện`, `hoàn thành`",
    "the state is missing: choose one in the column Tình trạng, e.g. `đang thực hiện`",
)
_NO_REPORT_DAY = Message(
    "lần báo cáo trước được giữ: sửa cả Ngày báo cáo thành ngày của lần này, hoặc đánh x vào Sửa "
    "lỗi nhập nếu lần trước nhập sai",
    "the earlier report stays: change Ngày báo cáo to the day of the new one too, or tick Sửa lỗi "
    "nhập if the earlier one was entered wrongly",
)
