"""What a YAML parser complains about, said in words that an editor can act on."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.load.colons import in_quotes, missing, too_many
from generator.load.complaints import better_than
from generator.load.indentation import continued, misplaced
from generator.load.pasted import came_along, conflict, table
from generator.model.refusal import Message, shown

Place = tuple[int, int]
"""A line and a column, counted from 1."""

_Explained = tuple[Place, Message]


def explained(
    problem: str, lines: list[str], stopped: Place, opened: Place | None = None
) -> _Explained:
    """Where to look and what to say.

    `problem` is the parser's own sentence, `stopped` where it stopped; the mistake itself often
    stands a line or a sign before.  `opened` is the bracket inside which it stopped.
    """
    line, column = stopped
    if found := _seen_in_lines(lines, line):
        return found
    words = lines[line - 1] if line <= len(lines) else ""
    if "mapping values are not allowed" in problem:
        is_first = ": " not in words[: column - 1]
        return continued(lines, line) if is_first else (stopped, too_many(words))
    if "could not find expected ':'" in problem:
        return _missing_colon(lines, stopped)
    if "end of stream" in problem or "document indicator" in problem:
        return _unclosed_quote(lines, stopped)
    if "escape" in problem:
        return stopped, _BACKSLASH
    if opened:
        return _unclosed_bracket(lines, _bracket_at(lines, opened))
    return _goes_on(words, stopped) or misplaced(lines, line)


def _seen_in_lines(lines: list[str], line: int) -> _Explained | None:
    """A mistake that a line shows by itself: the one where reading stopped, or the one above."""
    for row in (line, line - 1):
        if not 0 < row <= len(lines):
            continue
        if found := table(lines, row):
            return found
        for mistake in _MISTAKES_OF_A_LINE:
            if found := mistake(row, lines[row - 1]):
                return found
    return None


def _goes_on(words: str, stopped: Place) -> _Explained | None:
    """A sign behind the end of a value: a closing bracket, or a comma."""
    line, column = stopped
    if words[column - 1 : column] in ("]", "}"):
        return stopped, _CLOSED_TWICE
    comma = re.fullmatch(r"(.*?[\"'}\]])\s*,\s*", words)
    return ((line, len(comma[1]) + 1), _COMMA_AT_THE_END) if comma else None


def _tab(row: int, words: str) -> _Explained | None:
    """A tab where only spaces may stand: before the first word, or after a dash."""
    match = re.match(r"[ -]*\t", words)
    return ((row, match.end()), _TAB) if match else None


def _other_dash(row: int, words: str) -> _Explained | None:
    """A list with the dashes and bullets that word processors make of a hyphen."""
    match = re.match(r" *([–—•·*+])(?=[ \t])", words)
    if not match:
        return None
    return (row, match.start(1) + 1), Message(
        f"mục trong danh sách bắt đầu bằng `{match[1]}`: thay bằng dấu gạch ngang trên bàn phím "
        "và một dấu cách, `- `",
        f"an item of a list begins with `{match[1]}`: use the hyphen of the keyboard and a space "
        "instead, `- `",
    )


def _glued_dash(row: int, words: str) -> _Explained | None:
    match = re.match(r" *-(?=[a-z_]+:)", words)
    if not match:
        return None
    better = shown(f"- {words[match.end() :]}", 40)
    return (row, match.end()), Message(
        f"dấu `-` dính liền chữ phía sau: thêm dấu cách, viết `{better}`",
        f"the `-` touches the word after it: add a space, write `{better}`",
    )


def _dash_as_value(row: int, words: str) -> _Explained | None:
    match = re.match(r"[^:]*: +(?=-\s*$)", words)
    return ((row, match.end() + 1), _DASH_AS_VALUE) if match else None


def _question_as_value(row: int, words: str) -> _Explained | None:
    match = re.match(r"[^:]*: +(?=\?+\s*$)", words)
    return ((row, match.end() + 1), _QUESTION_AS_VALUE) if match else None


_QUOTED = re.compile(r"""^\s*(?:- +)*(?:[\w-]+: +)?(?P<quote>["'])""")


def _cut_quotes(row: int, words: str) -> _Explained | None:
    """A value that begins with a quotation mark and goes on after its end."""
    match = _QUOTED.match(words)
    rest = words[match.end() :] if match else ""
    closing = rest.find(match["quote"]) if match else -1
    after = rest[closing + 1 :].strip()
    if not match or closing < 0 or not after or after[0] in "#:,]}":
        return None
    value = f"{match['quote']}{rest}".rstrip()
    around = rest[closing - 1 : closing] == " " or (after[0].isalnum() and rest[closing + 1] != " ")
    inner = value[1:-1] if around and value.endswith(match["quote"]) else value
    better = shown(f"{match[0].strip()[:-1]}{in_quotes(inner)}", 120)
    return (row, match.end()), Message(
        "câu bắt đầu bằng dấu ngoặc nhưng còn chữ sau khi đóng ngoặc: đặt cả câu trong ngoặc, viết "
        f"`{better}`, hoặc dùng “ ” cho chữ trích bên trong",
        "the sentence begins with a quotation mark but goes on after the closing one: put the "
        f"whole sentence in quotes, write `{better}`, or use “ ” for the quoted words inside",
    )


def _cut_brackets(row: int, words: str) -> _Explained | None:
    """A sentence that begins with a bracket, which YAML takes for a list."""
    match = re.match(r"(\s*(?:- +)*(?:[\w-]+: +)?)([\[{][^\[\]{}]*[\]}])\s*[^\s,:#\]}]", words)
    if not match:
        return None
    begun = shown(f"{match[2]} …")
    return (row, match.end(1) + 1), Message(
        f'câu bắt đầu bằng ngoặc: đặt cả câu trong ngoặc kép, `"{begun}"`',
        f'the sentence begins with a bracket: put all of it in double quotes, `"{begun}"`',
    )


_SIGN_AT_START = re.compile(
    r"^(\s*(?:- +)*(?:[^\s:#\"'{[]+: +)?)([%@`*&!]|\?(?=\s)|[|>](?=\s*[^\s#]))(.*)$"
)
_SIGN_IN_BRACKETS = re.compile(r"^(.*[{,\[]\s*(?:[^:,{\[]+: +)?)([%@`*&!|>])(?=\s*\S)([^,}\]]*)")


def _first_sign(row: int, words: str) -> _Explained | None:
    """A value that begins with a sign which YAML keeps for itself."""
    match = _SIGN_AT_START.match(words) or _SIGN_IN_BRACKETS.match(words)
    if not match or (match[2] in "|>" and re.fullmatch(r"[-+\d]*\s*", match[3])):
        return None
    where, sign, value = (row, len(match[1]) + 1), match[2], f"{match[2]}{match[3]}".strip()
    if sign == ">" and (compared := better_than(value)):
        return where, Message(
            f"viết `{compared}` thay cho `{shown(value)}`",
            f"write `{compared}` instead of `{shown(value)}`",
        )
    if folded := re.fullmatch(r">[-+]?\s+(\S.*)", value):
        field = shown(match[1].strip(), 40)
        return where, Message(
            f"sau `>-` chữ đứng ở dòng dưới: viết `{field} >-`, xuống dòng, thụt vào rồi viết "
            f"`{shown(folded[1], 40)}`",
            f"after `>-` the words stand in the next line: write `{field} >-`, and in the next "
            f"line, indented, `{shown(folded[1], 40)}`",
        )
    is_body = re.search(
        r"(?:^\s*- +|\b(?:lead|supporting|deciding|actors|issuer|focal): +)$", match[1]
    )
    if sign == "@" and is_body and (body := re.fullmatch(r"@([a-z0-9-]+)", value)):
        return where, Message(
            f"trước mã không có dấu `@`: viết `{body[1]}`, cơ quan của nơi khác thì viết dạng "
            f"`{body[1]}@ha-noi`",
            f"no `@` stands before an id: write `{body[1]}`, for the body of another place write "
            f"`{body[1]}@ha-noi`",
        )
    if sign == "%" and (percent := _percent(match[1], value)):
        return where, percent
    return where, Message(
        f'giá trị bắt đầu bằng dấu “{sign}”: đặt cả câu trong ngoặc kép, "{shown(value)}"',
        f"the value begins with the sign “{sign}”: put the whole sentence in double quotes, "
        f'"{shown(value)}"',
    )


def _percent(before: str, value: str) -> Message | None:
    """What to write for a percent sign that is a unit, or that stands before a number."""
    if re.search(r"\bunit: +$", before) and value.rstrip(" #,}") == "%":
        return Message(
            "dấu `%` không đứng đầu giá trị được: viết `unit: percent`, trang hiện %",
            "a value cannot begin with `%`: write `unit: percent`, the page shows %",
        )
    if number := re.fullmatch(r"% *(-?\d+(?:\.\d+)?)", value):
        return Message(
            f"viết `{number[1]}` thay cho `{shown(value)}`, đơn vị đứng ở `unit: percent`",
            f"write `{number[1]}` instead of `{shown(value)}`, the unit stands in `unit: percent`",
        )
    return None


def _list_beside_its_field(row: int, words: str) -> _Explained | None:
    """The first item of a list in the line of its field."""
    match = re.match(r"( *(?:- +)*)([\w-]+):( +)- +(?=\S)(.*)$", words)
    if not match:
        return None
    field, item = shown(match[2], 40), shown(match[4], 40)
    return (row, match.end(3) + 1), Message(
        f"danh sách bắt đầu ở dòng dưới tên trường: viết `{field}:`, xuống dòng, thụt vào rồi viết "
        f'`- {item}`; nếu là một câu thì đặt trong ngoặc kép, `"- {item}"`',
        f"a list begins in the line below its field: write `{field}:`, and in the next line, "
        f'indented, `- {item}`; if it is a sentence put it in double quotes, `"- {item}"`',
    )


_MISTAKES_OF_A_LINE: tuple[Callable[[int, str], _Explained | None], ...] = (
    conflict,
    came_along,
    _tab,
    _other_dash,
    _glued_dash,
    _dash_as_value,
    _question_as_value,
    _list_beside_its_field,
    _cut_quotes,
    _cut_brackets,
    _first_sign,
)

_TAB = Message(
    "có phím Tab ở đầu dòng: thay bằng dấu cách, mỗi cấp hai dấu cách",
    "there is a tab at the start of the line: use spaces instead, two for each level",
)
_DASH_AS_VALUE = Message(
    "dấu `-` không phải một giá trị: bỏ cả dòng nếu nguồn không nêu, hoặc viết `not stated`",
    "a `-` is no value: leave the line out if the source does not say, or write `not stated`",
)
_QUESTION_AS_VALUE = Message(
    "dấu `?` không phải một giá trị: bỏ cả dòng nếu nguồn không nêu, hoặc viết `not stated`",
    "a `?` is no value: leave the line out if the source does not say, or write `not stated`",
)
_BACKSLASH = Message(
    "dấu `\\` trong ngoặc kép có nghĩa riêng: viết `\\\\`, hoặc thay ngoặc kép bằng ngoặc đơn",
    "the sign `\\` has a meaning of its own in double quotes: write `\\\\`, or use single quotes",
)
_COMMA_AT_THE_END = Message(
    "thừa dấu phẩy ở cuối dòng: bỏ dấu phẩy, mỗi trường một dòng thì không cần",
    "there is a comma at the end of the line: leave it out, a field in a line of its own needs "
    "none",
)
_UNCLOSED_BRACKET = Message(
    "ngoặc mở ở đây chưa đóng, hoặc thiếu dấu phẩy giữa các mục: đóng ngoặc, hoặc viết mỗi mục một "
    "dòng",
    "the bracket opened here is not closed, or a comma is missing: close it, or write each item on "
    "a line of its own",
)
_CLOSED_TWICE = Message(
    "thừa một ngoặc đóng: bỏ ngoặc này",
    "there is one closing bracket too many: leave it out",
)


def _unclosed_quote(lines: list[str], stopped: Place) -> _Explained:
    """A quotation mark that is never closed: reading ends far below it."""
    for row in range(min(stopped[0], len(lines)), 0, -1):
        words = lines[row - 1]
        match = _QUOTED.match(words)
        if match and words.count(match["quote"]) % 2 and words.rstrip()[-1] in "”’“‘":
            ends = len(words.rstrip())
            return (row, ends), Message(
                f"câu mở bằng `{match['quote']}` mà đóng bằng `{words[ends - 1]}`: thay "
                f"`{words[ends - 1]}` ở cuối câu bằng `{match['quote']}`",
                f"the sentence opens with `{match['quote']}` but closes with `{words[ends - 1]}`: "
                f"use `{match['quote']}` at its end as well",
            )
        if match and words.count(match["quote"]) % 2:
            return (row, match.end()), Message(
                f"ngoặc `{match['quote']}` mở ở đây mà chưa đóng: thêm ngoặc ở cuối câu, hoặc bỏ "
                "ngoặc mở",
                f"the quotation mark `{match['quote']}` opened here is never closed: add one at "
                "the end of the sentence, or leave out the first",
            )
    return stopped, Message(
        "có ngoặc mở mà chưa đóng ở phía trên: đóng ngoặc, hoặc viết mỗi mục một dòng",
        "a bracket or quotation mark above is opened and never closed: close it, or write each "
        "item on a line of its own",
    )


def _bracket_at(lines: list[str], opened: Place) -> Place:
    """The bracket at a place, or the last before it."""
    row, end = opened
    while row > 0:
        words = lines[row - 1][:end] if row <= len(lines) else ""
        found = max(words.rfind("["), words.rfind("{"))
        if found >= 0:
            return row, found + 1
        row, end = row - 1, len(lines[row - 2])
    return opened


def _missing_colon(lines: list[str], stopped: Place) -> _Explained:
    """A field without its colon, most often in the line above the one where reading stopped."""
    line = min(stopped[0], len(lines))
    for row in range(line, max(line - 3, 0), -1):
        words = lines[row - 1].strip()
        if words and not words.startswith("#") and not re.search(r":(\s|$)", words):
            place = (row, len(lines[row - 1]) - len(lines[row - 1].lstrip()) + 1)
            return table(lines, row) or (place, missing(words))
    return stopped, missing("…")


def _unclosed_bracket(lines: list[str], place: Place) -> _Explained:
    """A bracket that is not closed, or holds something else than commas between its items."""
    words = lines[place[0] - 1][place[1] - 1 :]
    if ";" in words and re.search(r"[\]}]", words):
        better = shown(words.replace(";", ","))
        return (place[0], place[1] + words.index(";")), Message(
            f"các mục trong ngoặc cách nhau bằng dấu phẩy: viết `{better}`",
            f"items in brackets are separated by commas: write `{better}`",
        )
    return place, _UNCLOSED_BRACKET
