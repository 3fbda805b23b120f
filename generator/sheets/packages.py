"""Opens the files of other people: the parts of an Excel or Word file, within bounds.

Such a file is a packed folder of XML.  What unpacks to far more than it is, holds macros, declares
entities or is no such file at all is refused, with what to do about it.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from generator.model.refusal import Message

MOST_BYTES = 20_000_000
MOST_UNPACKED = 60_000_000
MOST_PARTS = 3_000
_CHUNK = 1 << 20


class RefusedFileError(Exception):
    """A file that is not read; `message` says why, and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.en)
        self.message = message


def content_of(path: Path) -> bytes:
    """The bytes of a file that is not too large.  Raises `RefusedFileError`, `OSError`."""
    with path.open("rb") as opened:
        content = opened.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise RefusedFileError(_TOO_LARGE)
    return content


def parts_of(content: bytes, suffix: str) -> dict[str, bytes]:
    """The XML parts of an Excel or Word file (`suffix` is `.xlsx` or `.docx`), by name.

    Raises `RefusedFileError`.
    """
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise RefusedFileError(_old(suffix))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return _unpacked(package, suffix)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise RefusedFileError(_broken(suffix)) from error


def _unpacked(package: zipfile.ZipFile, suffix: str) -> dict[str, bytes]:
    entries = package.infolist()
    if len(entries) > MOST_PARTS:
        raise RefusedFileError(_TOO_LARGE)
    if any(entry.flag_bits & 1 for entry in entries):
        raise RefusedFileError(_old(suffix))
    names = {entry.filename for entry in entries}
    if any(name.endswith("vbaProject.bin") for name in names):
        raise RefusedFileError(_macros(suffix))
    main = {".xlsx": "xl/workbook.xml", ".docx": "word/document.xml"}[suffix]
    if main not in names:
        raise RefusedFileError(_broken(suffix))
    parts, room = {}, MOST_UNPACKED
    for entry in entries:
        if not entry.filename.endswith((".xml", ".rels")):
            continue
        parts[entry.filename] = _part(package, entry, room)
        room -= len(parts[entry.filename])
    if b"macroEnabled" in parts.get("[Content_Types].xml", b""):
        raise RefusedFileError(_macros(suffix))
    return parts


def _part(package: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> bytes:
    """One part, read no further than there is room: a package may lie about it."""
    pieces, length = [], 0
    with package.open(entry) as opened:
        while piece := opened.read(_CHUNK):
            length += len(piece)
            if length > room:
                raise RefusedFileError(_TOO_LARGE)
            pieces.append(piece)
    part = b"".join(pieces)
    if b"\0" in part or re.search(rb"<!\s*(?:DOCTYPE|ENTITY)", part, re.IGNORECASE):
        raise RefusedFileError(_DECLARES)
    return part


def _named(suffix: str) -> tuple[str, str]:
    return ("Excel", "bảng tính") if suffix == ".xlsx" else ("Word", "văn bản")


def _old(suffix: str) -> Message:
    program, _ = _named(suffix)
    return Message(
        f"tệp kiểu cũ ({suffix[:-1]}) hoặc có mật khẩu: mở bằng {program}, bỏ mật khẩu nếu có, rồi "
        f"lưu lại thành {suffix}",
        f"an old file ({suffix[:-1]}) or one with a password: open it in {program}, take the "
        f"password off if there is one, and save it again as {suffix}",
    )


def _macros(suffix: str) -> Message:
    program, _ = _named(suffix)
    return Message(
        f"tệp có macro nên không được đọc: mở bằng {program} và lưu lại thành {suffix}",
        f"the file has macros and is not read: open it in {program} and save it again as {suffix}",
    )


def _broken(suffix: str) -> Message:
    program, kind = _named(suffix)
    return Message(
        f"đây không phải tệp {kind} {suffix}, hoặc tệp đã hỏng: mở bằng {program} và lưu lại thành "
        f"{suffix}",
        f"this is no {suffix} file, or it is damaged: open it in {program} and save it again as "
        f"{suffix}",
    )


_TOO_LARGE = Message(
    f"tệp quá lớn, hoặc khi mở ra lớn hơn {MOST_UNPACKED // 1_000_000} triệu byte: xóa hình ảnh và "
    "các dòng, cột trống có định dạng, hoặc chia thành nhiều tệp",
    f"the file is too large, or unpacks to more than {MOST_UNPACKED // 1_000_000} million bytes: "
    "delete pictures and formatted empty rows and columns, or split it into several files",
)
_DECLARES = Message(
    "tệp có khai báo lạ mà Word, Excel không bao giờ viết nên không được đọc: mở tệp gốc, lưu lại",
    "the file declares what Word and Excel never write and is not read: open the original and save "
    "it again",
)
