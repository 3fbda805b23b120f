"""What a YAML parser complains about, said in words that an editor can act on."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.model.refusal import Message, shown

Where = tuple[int, int]
"""A line and a column, counted from 1."""

_Explained = tuple[Where, Message]


def explained(problem: str, lines: list[str], line: int, column: int) -> _Explained:
    """Where to look and what to say.

    `problem` is the parser's own sentence, `line` and `column` (from 1) where it stopped; the
    mistake itself often stands a line or a sign before.
    """
    for row in (line, line - 1):
        for mistake in _MISTAKES_OF_A_LINE:
            if 0 < row <= len(lines) and (found := mistake(row, lines[row - 1])):
                return found
    if "mapping values are not allowed" in problem:
        return (line, column), _colon_or_indentation(lines[line - 1] if line <= len(lines) else "")
    if "could not find expected ':'" in problem:
        return _missing_colon(lines, line, column)
    if "end of stream" in problem or "document indicator" in problem:
        return _unclosed_quote(lines, line, column)
    if "',' or ']'" in problem or "',' or '}'" in problem:
        return (line, column), _UNCLOSED_BRACKET
    return (line, column), _INDENTATION


def _tab(row: int, words: str) -> _Explained | None:
    """A tab where only spaces may stand: before the first word, or after a dash."""
    match = re.match(r"[ -]*\t", words)
    return ((row, match.end()), _TAB) if match else None


_DASH = re.compile(r"^ *([–—•*·+])(?=[ \t])")


def _other_dash(row: int, words: str) -> _Explained | None:
    """A list with the dashes and bullets that word processors make of a hyphen."""
    match = _DASH.match(words)
    if not match:
        return None
    return (row, match.start(1) + 1), Message(
        f"mục trong danh sách bắt đầu bằng `{match[1]}`: thay bằng dấu gạch ngang trên bàn phím "
        "và một dấu cách, `- `",
        f"an item of a list begins with `{match[1]}`: use the hyphen of the keyboard and a space "
        "instead, `- `",
    )


_QUOTED = re.compile(r"""^\s*(?:- +)*(?:[\w-]+: +)?(?P<quote>["'])""")


def _cut_quotes(row: int, words: str) -> _Explained | None:
    """A value that begins with a quotation mark and goes on after its end."""
    match = _QUOTED.match(words)
    if not match:
        return None
    rest = words[match.end() :]
    closing = rest.find(match["quote"])
    after = rest[closing + 1 :].strip()
    if closing < 0 or not after or after[0] in "#:,]}":
        return None
    return (row, match.end()), Message(
        "câu bắt đầu bằng ngoặc kép nhưng còn chữ sau khi đóng ngoặc: đặt cả câu trong ngoặc đơn "
        "`'…'`, hoặc dùng “ ” cho chữ trích bên trong",
        "the sentence begins with a quotation mark but goes on after the closing one: put the "
        "whole sentence in single quotes `'…'`, or use “ ” for the quoted words inside",
    )


_SIGN_AT_START = re.compile(r"^(\s*(?:- +)*(?:[^\s:#\"'{[]+: +)?)([%@`*&!|>])(?=\S)(.*)$")
_SIGN_IN_BRACKETS = re.compile(r"^(.*[{,\[]\s*(?:[^:,{\[]+: +)?)([%@`*&!|>])(?=\S)([^,}\]]*)")


def _first_sign(row: int, words: str) -> _Explained | None:
    """A value that begins with a sign which YAML keeps for itself."""
    match = _SIGN_AT_START.match(words) or _SIGN_IN_BRACKETS.match(words)
    if not match or (match[2] in "|>" and re.fullmatch(r"[-+\d]*\s*", match[3])):
        return None
    where, value = (row, len(match[1]) + 1), f"{match[2]}{match[3]}".strip()
    number = match[3].lstrip("= ").strip()
    if match[2] == ">":
        better = f"{'at least' if match[3].startswith('=') else 'above'} {shown(number, 40)}"
        return where, Message(
            f"viết `{better}` thay cho `{shown(value)}`",
            f"write `{better}` instead of `{shown(value)}`",
        )
    if match[2] == "|" and value.count("|") > 1:
        return where, _TABLE
    return where, Message(
        f'giá trị bắt đầu bằng `{match[2]}`: đặt cả câu trong ngoặc kép, `"{shown(value)}"`',
        f"the value begins with `{match[2]}`: put the whole sentence in double quotes, "
        f'`"{shown(value)}"`',
    )


_MISTAKES_OF_A_LINE: tuple[Callable[[int, str], _Explained | None], ...] = (
    _tab,
    _other_dash,
    _cut_quotes,
    _first_sign,
)

_TAB = Message(
    "có phím Tab ở đầu dòng: thay bằng dấu cách",
    "there is a tab at the start of the line: use spaces instead",
)
_TABLE = Message(
    "đây là một dòng của bảng: viết mỗi ô thành một trường `tên: giá trị`",
    "this is a row of a table: write each cell as a field, `name: value`",
)
_UNCLOSED_BRACKET = Message(
    "ngoặc `[` hoặc `{` chưa đóng, hoặc thiếu dấu phẩy giữa các mục: đóng ngoặc, hoặc viết mỗi mục "
    "một dòng",
    "a bracket `[` or `{` is not closed, or a comma is missing: close it, or write each item on a "
    "line of its own",
)
_INDENTATION = Message(
    "thụt đầu dòng không khớp với các dòng trên: đặt các trường của cùng một mục thẳng cột, bắt "
    "đầu mỗi mục trong danh sách bằng `- `",
    "the indentation does not match the lines above: put the fields of one entry in one column, "
    "and begin each item of a list with `- `",
)
_COLON = Message(
    'câu có dấu hai chấm: đặt cả câu trong ngoặc kép, ví dụ `title: "Mục tiêu: giảm nghèo"`',
    "the sentence contains a colon: put all of it in double quotes, e.g. "
    '`title: "Goal: less poverty"`',
)
_INDENTED_FIELD = Message(
    "dòng này thụt vào sâu hơn trường ở trên nên bị đọc thành phần tiếp của câu trên: đặt tên "
    "trường thẳng cột với các trường cùng mục; nếu là câu có dấu hai chấm thì đặt cả câu trong "
    "ngoặc kép",
    "this line is indented more than the field above and so is read as part of its sentence: put "
    "the field in one column with the others; if it is a sentence with a colon, put the whole "
    "sentence in double quotes",
)


def _colon_or_indentation(words: str) -> Message:
    return _INDENTED_FIELD if re.match(r" +[a-z_]+:(?: [^:]*)?$", words) else _COLON


def _unclosed_quote(lines: list[str], line: int, column: int) -> _Explained:
    """A quotation mark that is never closed: reading ends far below it."""
    for row in range(min(line, len(lines)), 0, -1):
        words = lines[row - 1]
        match = _QUOTED.match(words)
        if match and words.count(match["quote"]) % 2:
            return (row, match.end()), Message(
                f"ngoặc `{match['quote']}` mở ở đây mà chưa đóng: thêm ngoặc ở cuối câu, hoặc bỏ "
                "ngoặc mở",
                f"the quotation mark `{match['quote']}` opened here is never closed: add one at "
                "the end of the sentence, or leave out the first",
            )
    return (line, column), Message(
        "có ngoặc mở mà chưa đóng ở phía trên: đóng ngoặc, hoặc viết mỗi mục một dòng",
        "a bracket or quotation mark above is opened and never closed: close it, or write each "
        "item on a line of its own",
    )


def _missing_colon(lines: list[str], line: int, column: int) -> _Explained:
    """A field without its colon, most often in the line above the one where reading stopped."""
    for row in range(min(line, len(lines)), max(line - 3, 0), -1):
        words = lines[row - 1].strip()
        if words and not words.startswith("#") and not re.search(r":(\s|$)", words):
            glued = re.match(r"(?:- +)?([a-z_]+):(\S.*)", words)
            better = f"{glued[1]}: {glued[2]}" if glued else "tên: giá trị"
            better_en = f"{glued[1]}: {glued[2]}" if glued else "name: value"
            column = len(lines[row - 1]) - len(lines[row - 1].lstrip()) + 1
            return (row, column), Message(
                f"dòng `{shown(words)}` thiếu dấu hai chấm và dấu cách sau tên trường: viết "
                f"`{shown(better)}`; câu dài nhiều dòng thì thụt vào so với tên trường",
                f"the line `{shown(words)}` lacks a colon and a space after the name of the field: "
                f"write `{shown(better_en)}`; indent a sentence over several lines more than its "
                "field",
            )
    return (line, column), Message(
        "thiếu dấu hai chấm sau tên trường: viết `tên: giá trị`",
        "the colon after the name of a field is missing: write `name: value`",
    )
