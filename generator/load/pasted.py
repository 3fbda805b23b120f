"""What to say of lines that came along from a web page, a chat, a spreadsheet or a merge."""

from __future__ import annotations

import re

from generator.model.base import id_like
from generator.model.refusal import Message, shown

Place = tuple[int, int]
"""A line and a column, counted from 1."""

CONFLICT = Message(
    "đây là dấu của hai bản sửa chưa gộp xong (`<<<<<<<`, `=======`, `>>>>>>>`): giữ một bản, xóa "
    "bản kia và ba dòng dấu",
    "these are the marks of two changes that were not merged (`<<<<<<<`, `=======`, `>>>>>>>`): "
    "keep one version, delete the other and the three marks",
)
_TABLE_ROW = re.compile(r"\s*(?:- )?\|.*\||(?![ -]*\t)[^\t]*\S *\t+ *\S")


def conflict(row: int, words: str) -> tuple[Place, Message] | None:
    """What git leaves in a file when two people have changed the same lines."""
    return ((row, 1), CONFLICT) if re.match("<{7}|={7}|>{7}", words) else None


def came_along(row: int, words: str) -> tuple[Place, Message] | None:
    """A line that belongs to the place where the text was copied."""
    match = re.match(
        r"\s*(?P<sign>```|~~~|</?[a-z][a-z0-9]*\b[^>]*>|//|\.{3,}\s*$|[*=_]{3,}\s*$)", words
    )
    if not match:
        return None
    place, line = (row, match.start("sign") + 1), shown(words, 40)
    if match["sign"] == "//":
        better = shown(re.sub(r"^\s*//\s*", "# ", words))
        return place, Message(
            f"lời nhắc cho người nhập bắt đầu bằng `# `: viết `{better}`",
            f"a remark begins with `# `: write `{better}`",
        )
    if match["sign"].startswith("<"):
        return place, Message(
            f"dòng `{line}` là mã của trang web: xóa dòng này, chỉ chép chữ",
            f"the line `{line}` is code of a web page: delete it, copy the words only",
        )
    return place, Message(
        f"dòng “{line}” không thuộc kế hoạch: xóa dòng này",
        f"the line “{line}” does not belong to the plan: delete it",
    )


def table(lines: list[str], row: int) -> tuple[Place, Message] | None:
    """A table from a spreadsheet or a word processor; its first row is the place to look."""
    if not (0 < row <= len(lines)) or not _TABLE_ROW.match(lines[row - 1]):
        return None
    if ":" in lines[row - 1].partition("\t")[0] and "|" not in lines[row - 1]:
        return None
    first = last = row
    while first > 1 and _TABLE_ROW.match(lines[first - 2]):
        first -= 1
    while last < len(lines) and _TABLE_ROW.match(lines[last]):
        last += 1
    column = len(lines[first - 1]) - len(lines[first - 1].lstrip()) + 1
    example = _entry(lines[first - 1 : last])
    vi, en = f"dòng {first} là hàng của một bảng", f"line {first} is a row of a table"
    if last > first:
        vi = f"từ dòng {first} đến dòng {last} là một bảng"
        en = f"lines {first} to {last} are a table"
    return (first, column), Message(
        f"{vi}: viết mỗi hàng thành một mục, mỗi ô thành một trường `tên: giá trị` ở dòng riêng, "
        f"ví dụ {example}",
        f"{en}: write each row as an entry, each cell as a field `name: value` in a line of its "
        f"own, e.g. {example}",
    )


def _entry(rows: list[str]) -> str:
    """The beginning of an entry, made from the last row with words in it."""
    for words in reversed(rows):
        cells = [cell.strip(" -") for cell in re.split(r"[|\t]", words)]
        names = [cell for cell in cells if re.search(r"[^\W\d_]{2}", cell)]
        if names:
            return f"`- id: {id_like(names[0]) or 'ty-le-ho-ngheo'}`, `name: {shown(names[0], 40)}`"
    return "`- id: ty-le-ho-ngheo`, `name: Tỷ lệ hộ nghèo`"
