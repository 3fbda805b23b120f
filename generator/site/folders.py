"""Which folders this program may fill and replace: its own, never somebody else's."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Mark:
    """A small file that says what a folder holds and who made it."""

    text: str
    file: str = ".cong-khai-ke-hoach"


PAGES = Mark("Các trang Markdown, do `python -m generator` viết ra và thay thế.\n")
SITE = Mark("Trang đã công bố, do `python -m generator build` làm ra và thay thế.\n")


def mark(folder: Path, what: Mark) -> None:
    """Says in the folder what it holds; a folder that says so already is not touched."""
    if not _says(folder, what):
        (folder / what.file).write_text(what.text, encoding="utf-8")


def is_ours(folder: Path, what: Mark) -> bool:
    """Whether everything in the folder may go: it is missing, empty, or carries the mark."""
    if not folder.exists():
        return not folder.is_symlink()
    return folder.is_dir() and (_says(folder, what) or not any(folder.iterdir()))


def refusal(folder: Path, what: Mark, inputs: tuple[Path, ...]) -> str:
    """Why a folder may not be filled with pages or with the site; empty if it may.

    `inputs` are the folders that are read: nothing is written into them or over them.
    """
    place = folder.resolve()
    for each in (*inputs, Path()):
        read = each.resolve()
        if read.is_relative_to(place) or (each != Path() and place.is_relative_to(read)):
            name = "." if each == Path() else each.as_posix()
            return (
                f"`--out {folder}` sẽ ghi đè lên `{name}`: chọn một thư mục khác / "
                f"`--out {folder}` would overwrite `{name}`: choose another folder"
            )
    if not is_ours(folder, what):
        return (
            f"`{folder}` đã có tệp của người khác, không phải do chương trình này làm ra: xóa đi "
            f"hoặc chọn một thư mục khác / `{folder}` holds files that this program has not made: "
            "delete it or choose another folder"
        )
    return ""


def _says(folder: Path, what: Mark) -> bool:
    try:
        return (folder / what.file).read_text(encoding="utf-8") == what.text
    except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError):
        return False
