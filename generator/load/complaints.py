"""What to say of lines that YAML reads without a word, but not as their author meant them."""

from __future__ import annotations

import re

from generator.load.colons import glued_in_braces
from generator.model.printed_values import value_notations
from generator.model.refusal import Message, shown

SECOND_DOCUMENT = Message(
    "dòng `---` ở giữa tệp mở đầu một tài liệu thứ hai: xóa dòng này, hoặc tách phần sau thành tệp "
    "riêng",
    "a line `---` inside the file begins a second document: delete the line, or move what follows "
    "into a file of its own",
)
MERGE_KEY = Message(
    "không dùng `<<` ở đây: viết đủ các trường",
    "`<<` is not used here: write the fields out",
)
NO_NAME = Message(
    "trước dấu hai chấm phải là tên trường: viết `tên: giá trị`, ví dụ `title: …`; câu có dấu "
    "ngoặc hoặc dấu `?` ở đầu thì đặt trong ngoặc kép",
    "before the colon stands the name of a field: write `name: value`, e.g. `title: …`; put a "
    "sentence that begins with a bracket or `?` in double quotes",
)
NOTHING_IN_LIST = Message(
    "dấu `-` không có gì theo sau: viết nội dung hoặc bỏ dòng",
    "nothing follows the `-`: write something or leave the line out",
)
UNREADABLE = Message(
    "không đọc được tệp: mở lại và lưu với bảng mã UTF-8",
    "the file cannot be read: open it and save it again with the encoding UTF-8",
)

AND_MORE = Message(
    "còn nhiều lỗi khác trong tệp này: sửa các lỗi trên trước, rồi kiểm tra lại",
    "there are many more problems in this file: correct those above first, then check again",
)


def too_large(most: int) -> Message:
    """Of a file longer than `most` million bytes."""
    return Message(
        f"tệp dài quá {most} triệu byte: tách thành nhiều kế hoạch",
        f"the file has more than {most} million bytes: split it into several plans",
    )


def too_deep(depth: int, nodes: int) -> Message:
    """Of a file with more levels or values than anybody would write."""
    return Message(
        f"các mục lồng nhau quá {depth} tầng hoặc tệp có quá {nodes} giá trị: xem lại dấu ngoặc và "
        "thụt đầu dòng, hoặc tách thành nhiều tệp",
        f"more than {depth} levels of nesting or {nodes} values: check brackets and indentation, "
        "or split the file",
    )


def too_long(length: int, most: int) -> Message:
    """Of a text that no document contains."""
    return Message(
        f"đoạn chữ dài {length} ký tự, quá {most}: rút gọn, hoặc xem lại dấu ngoặc kép chưa đóng",
        f"the text has {length} characters, more than {most}: shorten it, or check for a quotation "
        "mark that is not closed",
    )


def special(rest: str) -> Message:
    """Of a value that begins with `*`, `&` or `!`."""
    words = shown(rest, 40)
    return Message(
        f"giá trị `{words}` bắt đầu bằng ký hiệu riêng của YAML (`*`, `&` hoặc `!`): đặt cả câu "
        "trong ngoặc kép",
        f"the value `{words}` begins with a sign that is special in YAML (`*`, `&` or `!`): put "
        "the whole sentence in double quotes",
    )


def cut_by_hash(rest: str) -> Message:
    """Of words that YAML takes for a comment."""
    words = shown(rest, 40)
    return Message(
        f"dấu `#` đã cắt mất chữ phía sau (`{words}`): đặt cả câu trong ngoặc kép; nếu là chú "
        "thích thì thêm dấu cách sau `#`",
        f"the sign `#` has cut off the words after it (`{words}`): put the whole sentence in "
        "double quotes; for a comment put a space after `#`",
    )


def comment_in_a_sentence(rest: str) -> Message:
    """Of words after ` # ` that may belong to the sentence before them."""
    words = shown(rest, 40)
    return Message(
        f"chữ sau dấu `#` (`{words}`) không hiện trên trang: nếu là phần của câu thì đặt cả câu "
        "trong ngoặc kép; nếu là lời nhắc thì thêm một dấu cách nữa trước `#`",
        f"the words after `#` (`{words}`) do not appear on the page: if they belong to the "
        "sentence put all of it in double quotes; if they are a remark put one more space before "
        "`#`",
    )


def unquoted(name: str) -> Message:
    """Of a name with spaces inside `[…]`."""
    words = shown(name)
    return Message(
        f'tên có dấu cách trong `[…]`: đặt trong ngoặc kép `"{words}"`, hoặc viết mỗi tên một '
        "dòng bắt đầu bằng `- `",
        f'a name with spaces inside `[…]`: put it in double quotes `"{words}"`, or write each '
        "name on a line of its own beginning with `- `",
    )


def duplicate(key: str, line: int) -> Message:
    """Of a field that stands in an earlier line already."""
    return Message(
        f"trường `{shown(key)}` đã có ở dòng {line}: giữ một, bỏ một; nếu là mục mới thì đặt `- ` "
        "trước trường đầu của mục",
        f"the field `{shown(key)}` already stands in line {line}: keep one of them; if this is a "
        "new entry, put `- ` before its first field",
    )


def two_plans(line: int) -> Message:
    """Of a second plan in a file."""
    return Message(
        f"một kế hoạch nữa bắt đầu ở đây (kế hoạch đầu ở dòng {line}): tách từ dòng này thành tệp "
        "riêng, mỗi kế hoạch một tệp",
        f"another plan begins here (the first in line {line}): move everything from this line on "
        "into a file of its own, one file for each plan",
    )


def entry_without_dash(key: str, value: str, line: int) -> Message:
    """Of an entry that begins with the field that began the one before it, but has no dash."""
    better = f"- {shown(key)}: {shown(value, 40)}"
    return Message(
        f"mục mới bắt đầu ở đây mà thiếu dấu gạch đầu dòng (`{shown(key)}` đã có ở dòng {line}): "
        f"viết `{better}`, lùi dấu `-` ra hai cột để chữ vẫn thẳng cột",
        f"a new entry begins here without its dash (`{shown(key)}` already stands in line {line}): "
        f"write `{better}`, with the `-` two columns further left so that the words stay in line",
    )


def better_than(words: str) -> str:
    """A comparison such as `>6,5%` in the notation of values; empty if it is none."""
    notations = value_notations(words)
    return notations[0].written if notations else ""


def greater(rest: str) -> Message:
    """Of a `>` or `>4` where a value should be: YAML reads an empty text."""
    if not re.search(r"\d", rest):
        return Message(
            f"sau `{shown(rest)}` không có chữ nào thụt vào: viết chữ ở dòng dưới, thụt vào hai "
            "dấu cách so với tên trường; là giá trị thì viết `above 4`",
            f"no indented words follow `{shown(rest)}`: write them in the next line, two spaces "
            "further in than the field; for a value write `above 4`",
        )
    better = better_than(rest) or "above 4"
    return Message(
        f"`{shown(rest)}` bị đọc thành chữ trống: viết `{better}`",
        f"`{shown(rest)}` is read as an empty text: write `{better}`",
    )


def not_indented(key: str, below: str) -> Message:
    """Of a field without a value above a line that was meant to be its value."""
    return Message(
        f"trường `{shown(key)}` để trống vì dòng dưới chưa thụt vào: thêm hai dấu cách trước "
        f"`{shown(below, 40)}`",
        f"the field `{shown(key)}` is empty because the line below is not indented: put two more "
        f"spaces before `{shown(below, 40)}`",
    )


def nothing(key: str) -> Message:
    """Of a field without a value."""
    return Message(
        f"trường `{shown(key)}` để trống: điền giá trị, hoặc bỏ cả dòng nếu nguồn không nêu",
        f"the field `{shown(key)}` is empty: fill it in, or leave the line out if the source does "
        "not say",
    )


def cut_by_comma(words: str, previous: str) -> Message:
    """Of words without a value inside `{…}`, after another value: a comma has cut them off."""
    name = shown(words)
    if better := glued_in_braces(words):
        return Message(
            f"`{name}` thiếu dấu hai chấm và dấu cách giữa tên và giá trị: viết `{better}`",
            f"`{name}` lacks a colon and a space between name and value: write `{better}`",
        )
    if not re.fullmatch(r"\d+", words) or not re.fullmatch(r"-?[\d.]+", previous):
        return Message(
            f"`{name}` không có giá trị vì dấu phẩy đã cắt câu: đặt cả câu trong ngoặc kép hoặc "
            "viết xuống dòng",
            f"`{name}` has no value because a comma has cut the sentence: put the sentence in "
            "double quotes or on a line of its own",
        )
    whole = previous.replace(".", "")
    return Message(
        f"số `{previous},{name}` bị dấu phẩy cắt đôi: viết `{whole}.{name}` nếu là phần thập phân, "
        f"`{whole}{name}` nếu ngăn cách hàng nghìn",
        f"the comma has cut the number `{previous},{name}` in two: write `{whole}.{name}` if it is "
        f"decimal, `{whole}{name}` if it separates thousands",
    )
