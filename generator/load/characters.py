"""What stands in a file before it means anything: its encoding, and signs that nobody can see."""

from __future__ import annotations

import re
import unicodedata

from generator.model.refusal import shown
from generator.problems import Position, Problem

_SPACES = "\xa0\u2000-\u200a\u202f\u205f\u3000"
_INVISIBLE = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\uf8ff\ufeff\ufff9-\uffff\U000e0000-\U0010ffff"
)
_ODD = re.compile(f"[{_INVISIBLE}{_SPACES}]")
_UNSEEN = re.compile(f"[{_INVISIBLE}]")
_SPACE = re.compile(f"[{_SPACES}]")
_MISPLACED = re.compile(
    rf"^[ -]*(?:[{_SPACES}]+|[\w-]+(?:[{_SPACES}]+:|:[{_SPACES}]+))", re.MULTILINE
)
_OTHER_FILES = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0")


def legible(file: str, content: bytes) -> tuple[str | None, list[Problem]]:
    """The text of a file, or `None`, with all that is wrong with its characters.

    Line ends are `\\n`.  Signs that have been complained of are blanks in the text, so that
    reading goes on and every place stays what it is.
    """
    if content.startswith(_OTHER_FILES):
        return None, [_not_text(file)]
    try:
        if b"\0" in content:
            return None, [_not_utf8(file, content, 0)]
        text = _with_plain_line_ends(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return None, [_not_utf8(file, error.object, error.start)]
    damaged = _of_another_alphabet(file, text)
    if damaged and _ODD.search(text):
        return None, damaged  # every odd sign in it comes from the encoding
    problems = [*_decomposed(file, text), *damaged]
    problems += _lookalikes(file, text)
    if _ODD.search(text):
        problems += [*_unseen(file, text), *_misplaced_spaces(file, text)]
        text = _UNSEEN.sub(" ", text)
        text = _MISPLACED.sub(lambda match: _SPACE.sub(" ", match[0]), text)
    return text, problems


def _unseen(file: str, text: str) -> list[Problem]:
    """One problem for each kind of sign, where it stands first."""
    first: dict[str, int] = {}
    for match in _UNSEEN.finditer(text):
        first.setdefault(match[0], match.start())
    return [_unseen_sign(file, text, sign, place) for sign, place in first.items()]


def _unseen_sign(file: str, text: str, sign: str, place: int) -> Problem:
    code, others = f"U+{ord(sign):04X}", text.count(sign) - 1
    vi, en = f"có ký tự không nhìn thấy ({code})", f"there is an invisible character ({code})"
    if "\ue000" <= sign <= "\uf8ff":
        vi = f"có ký hiệu của một phông chữ riêng ({code}), thường do chép từ Word hoặc PDF"
        en = f"there is a sign of a private font ({code}), often copied from Word or PDF"
    elif sign == "\ufffd":
        vi = f"có chữ đã hỏng khi chuyển bảng mã ({code})"
        en = f"there is a character that was damaged by a change of encoding ({code})"
    if others:
        vi, en = f"{vi}, tất cả {others + 1} chỗ", f"{en}, {others + 1} times in all"
    return Problem(
        _position(file, text, place),
        "characters-can-be-seen",
        f"{vi}: xóa rồi gõ lại đoạn này",
        f"{en}: delete it and type that part again",
    )


def _misplaced_spaces(file: str, text: str) -> list[Problem]:
    match = _MISPLACED.search(text)
    space = _SPACE.search(text, match.start()) if match else None
    if not space:
        return []
    place = space.start()
    return [
        Problem(
            _position(file, text, place),
            "blanks-are-plain",
            "có dấu cách lạ ở đầu dòng hoặc cạnh dấu hai chấm, thường do chép từ Word hoặc trang "
            f"web (U+{ord(text[place]):04X}): xóa rồi gõ lại bằng phím cách, ở mọi dòng như vậy",
            "there is an unusual space at the start of the line or beside the colon, often copied "
            f"from Word or a web page (U+{ord(text[place]):04X}): delete it and type a plain space "
            "in every such line",
        )
    ]


def _decomposed(file: str, text: str) -> list[Problem]:
    if unicodedata.is_normalized("NFC", text):
        return []
    lines = text.split("\n")
    number = next(
        index for index, line in enumerate(lines) if not unicodedata.is_normalized("NFC", line)
    )
    return [
        Problem(
            Position(file, number + 1),
            "text-is-composed",
            "chữ có dấu được gõ ở dạng tổ hợp (NFD); trang web vẫn hiện đúng, nhưng nên gõ lại "
            "bằng bảng mã Unicode dựng sẵn",
            "accented letters are typed in decomposed form (NFD); the site shows them well, but "
            "better type them in composed form",
            severity="warning",
        )
    ]


_ALPHABETS = (
    (re.compile(r"[A-Za-z®][¹µ¸¶·»¾¼½©¬«ª¨]|®[A-Za-z¹µ¸¶·]"), "TCVN3 (.VnTime, ABC)"),
    (re.compile(r"[ñÑ](?=[aeiouyöô])|ö(?=[ôcnmtu])|[aeo](?=[äåû])"), "VNI"),
    (re.compile("á[º»][¡-¿]|Ä[‘\x91]|Æ[°¡]|áº|á»"), "UTF-8"),
)
"""Signs that Vietnamese words have in older encodings, or in UTF-8 that was read as another."""


def _of_another_alphabet(file: str, text: str) -> list[Problem]:
    """Words that were typed for an old font, or copied through a wrong encoding."""
    for pattern, name in _ALPHABETS:
        found = list(pattern.finditer(text))
        if len(found) < _SEVERAL:
            continue
        place = found[0].start()
        begin, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
        line = shown(text[begin : end if end >= 0 else None], 40)
        return [
            Problem(
                _position(file, text, place),
                "text-is-in-unicode",
                f"chữ Việt trong `{line}` bị hỏng vì bảng mã {name}: chuyển sang Unicode dựng sẵn "
                "(UniKey: Công cụ chuyển mã), rồi chép lại",
                f"the Vietnamese letters in `{line}` are damaged by the encoding {name}: convert "
                "them to composed Unicode, then copy them again",
            )
        ]
    return []


_SEVERAL = 3
_LOOKALIKE = re.compile("(?<=[A-Za-z])[\u0400-\u04ff]|[\u0400-\u04ff](?=[a-z])")


def _lookalikes(file: str, text: str) -> list[Problem]:
    """A Cyrillic letter among Latin ones: it looks the same and is another."""
    match = _LOOKALIKE.search(text)
    if not match:
        return []
    return [
        Problem(
            _position(file, text, match.start()),
            "letters-are-latin",
            f"chữ `{match[0]}` ở đây là chữ Nga, trông giống chữ Latinh: xóa rồi gõ lại cả từ",
            f"the letter `{match[0]}` is a Cyrillic one that looks like a Latin one: delete the "
            "word and type it again",
        )
    ]


def _not_text(file: str) -> Problem:
    return Problem(
        Position(file),
        "file-is-text",
        "đây không phải tệp chữ mà giống tệp Word, Excel hoặc PDF: chép nội dung sang một tệp "
        "`.yml`",
        "this is no text file but looks like Word, Excel or PDF: copy its content into a `.yml` "
        "file",
    )


def _not_utf8(file: str, content: bytes, start: int) -> Problem:
    before = _with_plain_line_ends(content[:start].decode("utf-8-sig", "replace"))
    return Problem(
        _position(file, before, len(before)),
        "file-is-utf-8",
        "tệp không ở bảng mã UTF-8: mở lại, chọn “Lưu với bảng mã UTF-8” rồi lưu",
        "the file is not encoded in UTF-8: open it and save it again with the encoding UTF-8",
    )


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _position(file: str, text: str, place: int) -> Position:
    return Position(file, text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place))
