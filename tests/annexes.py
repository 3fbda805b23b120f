"""Invented annexes in Word and Excel, made by the tests themselves."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from html import escape

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


@dataclass(frozen=True)
class Cell:
    """A cell of a Word table: how many columns it takes, whether it begins or goes on downwards."""

    text: str = ""
    span: int = 1
    down: str = ""


def docx(*blocks: str | list[list[str | Cell]]) -> bytes:
    """A Word file of paragraphs (texts) and tables (rows of cells)."""
    body = "".join(_paragraph(each) if isinstance(each, str) else _table(each) for each in blocks)
    return packed(
        document=f'<w:document xmlns:w="{_NAMESPACE}"><w:body>{body}</w:body></w:document>'
    )


def packed(document: str, **others: bytes) -> bytes:
    """A Word file with that document part."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("word/document.xml", document)
        for name, content in others.items():
            package.writestr(name.replace("__", "/"), content)
    return file.getvalue()


def _paragraph(text: str) -> str:
    lines = "<w:br/>".join(f"<w:t>{escape(line)}</w:t>" for line in text.split("\n"))
    return f"<w:p><w:r>{lines}</w:r></w:p>"


def _table(rows: list[list[str | Cell]]) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{_row(row)}</w:tr>' for row in rows)}</w:tbl>"


def _row(cells: list[str | Cell]) -> str:
    return "".join(_cell(each if isinstance(each, Cell) else Cell(each)) for each in cells)


def _cell(cell: Cell) -> str:
    span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    down = f'<w:vMerge w:val="{cell.down}"/>' if cell.down else ""
    return f"<w:tc><w:tcPr>{span}{down}</w:tcPr>{_paragraph(cell.text)}</w:tc>"
