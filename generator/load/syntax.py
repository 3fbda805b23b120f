"""What a YAML parser complains about, said in words that an editor can act on."""

from __future__ import annotations

import re

_Where = tuple[int, int]

_QUOTED_START = re.compile(r"""^(?P<before>\s*(?:- )?(?:[\w-]+:\s+)?)(?P<quote>["'])""")


_SPECIAL = re.compile(
    r"""^(\s*(?:- )*(?:[^\s:#"']+:\s+)?|.*[{,\[]\s*(?:[^:,{\[]+:\s+)?)([%@`*&!|>])(?=\S)([^,}\]]*.*)$"""
)


def explained(
    problem: str, lines: list[str], line: int, column: int
) -> tuple[_Where, str, str]:
    """Where to look and what to say, in Vietnamese and English.

    `problem` is the parser's own sentence, `line` and `column` (from 1) where it stopped; the
    mistake itself often stands a line or a sign before.
    """
    shown = lines[line - 1] if 0 < line <= len(lines) else ""
    if "\t" in shown[: max(column, len(shown) - len(shown.lstrip()))]:
        return (
            (line, shown.index("\t") + 1),
            "có phím Tab ở đầu dòng hoặc giữa dòng: thay bằng dấu cách",
            "there is a tab character: use spaces instead",
        )
    for row in (line, line - 1):
        if found := _cut_quotes(lines, row):
            return found
    for row in (line, line - 1):
        if found := _first_sign(lines, row):
            return found
    if "mapping values are not allowed" in problem:
        return (
            (line, column),
            "câu có dấu hai chấm: đặt cả câu trong ngoặc kép, ví dụ "
            '`title: "Mục tiêu: giảm nghèo"`; nếu đây là một trường mới thì xem lại thụt đầu dòng',
            "the sentence contains a colon: put all of it in double quotes, e.g. "
            '`title: "Goal: less poverty"`; if this is a new field, check the indentation',
        )
    if "could not find expected ':'" in problem:
        return _missing_colon(lines, line, column)
    if "unexpected end of stream" in problem or "unexpected document indicator" in problem:
        return (
            (line, column),
            "có dấu ngoặc kép hoặc ngoặc đơn mở mà chưa đóng ở phía trên",
            "a quotation mark above is opened and never closed",
        )
    if "',' or ']'" in problem or "',' or '}'" in problem:
        return (
            (line, column),
            "ngoặc `[` hoặc `{` chưa đóng, hoặc thiếu dấu phẩy giữa các mục; dễ nhất là viết mỗi "
            "mục một dòng",
            "a bracket `[` or `{` is not closed, or a comma is missing; it is easiest to write "
            "each item on a line of its own",
        )
    return (
        (line, column),
        "thụt đầu dòng không khớp với các dòng trên: các trường cùng một mục phải thẳng cột, mỗi "
        "mục trong danh sách bắt đầu bằng `- `",
        "the indentation does not match the lines above: fields of one entry stand in one column, "
        "each item of a list begins with `- `",
    )


def _cut_quotes(lines: list[str], line: int) -> tuple[_Where, str, str] | None:
    """A value that begins with a quotation mark and goes on after its end."""
    if not 0 < line <= len(lines):
        return None
    match = _QUOTED_START.match(lines[line - 1])
    if not match:
        return None
    rest = lines[line - 1][match.end() :]
    closing = rest.find(match["quote"])
    if closing < 0 or not rest[closing + 1 :].strip() or rest[closing + 1 :].lstrip()[0] in "#:,":
        return None
    return (
        (line, match.end()),
        "câu bắt đầu bằng ngoặc kép nhưng còn chữ sau khi đóng ngoặc: đặt cả câu trong ngoặc đơn "
        "`'…'`, hoặc dùng “ ” cho chữ trích bên trong",
        "the sentence begins with a quotation mark but goes on after the closing one: put the "
        "whole sentence in single quotes '…', or use “ ” for the quoted words inside",
    )


def _first_sign(lines: list[str], line: int) -> tuple[_Where, str, str] | None:
    """A value that begins with a sign which YAML keeps for itself."""
    if not 0 < line <= len(lines):
        return None
    match = _SPECIAL.match(lines[line - 1])
    if not match or (match[2] in "|>" and re.fullmatch(r"[-+\d]*\s*", match[3])):
        return None
    where = (line, len(match[1]) + 1)
    value = re.split(r"[,}\]]", f"{match[2]}{match[3]}")[0].strip()
    if match[2] == ">":
        number = re.split(r"[,}\]]", match[3])[0].lstrip("= ").strip()
        word = "at least" if match[3].startswith("=") else "above"
        return (
            where,
            f"viết `{word} {number}` thay cho `{value}`",
            f"write `{word} {number}` instead of `{value}`",
        )
    return (
        where,
        f"giá trị bắt đầu bằng `{match[2]}`: đặt cả câu trong ngoặc kép, `\"{value[:60]}\"`",
        f'the value begins with `{match[2]}`: put the whole sentence in double quotes, '
        f'"{value[:60]}"',
    )


def _missing_colon(lines: list[str], line: int, column: int) -> tuple[_Where, str, str]:
    """A field without its colon, most often in the line above the one where reading stopped."""
    for row in range(line, max(line - 3, 0), -1):
        words = lines[row - 1].strip() if row <= len(lines) else ""
        if words and not words.startswith(("#", "-")) and not re.search(r":(\s|$)", words):
            where = (row, len(lines[row - 1]) - len(lines[row - 1].lstrip()) + 1)
            glued = re.match(r"([a-z_]+):(\S.*)", words)
            better = f"`{glued[1]}: {glued[2]}`" if glued else "`tên: giá trị`"
            return (
                where,
                f"dòng `{words[:60]}` thiếu dấu hai chấm và dấu cách sau tên trường: viết {better}; "
                "câu dài nhiều dòng thì thụt vào so với tên trường",
                f"the line `{words[:60]}` lacks a colon and a space after the name of the field: "
                f"write {better}; a sentence over several lines is indented more than its field",
            )
    return (
        (line, column),
        "thiếu dấu hai chấm sau tên trường: viết `tên: giá trị`",
        "the colon after the name of a field is missing: write `name: value`",
    )
