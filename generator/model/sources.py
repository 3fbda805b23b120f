"""A source says which document a fact comes from, where in it, and in which words."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from generator.model.base import Entry, Several, Text, text
from generator.model.references import ReferenceField
from generator.model.refusal import refusal


class Citation(Entry):
    """One document as the source of a fact, with the place in it and the verbatim quote."""

    shorthand: ClassVar[str | None] = "document"

    document: ReferenceField = Field(description="Văn bản, mã hoặc tên, ví dụ `84-kh-ubnd-ha-noi`")
    at: Text | None = Field(None, description="Chỗ trong văn bản, ví dụ `mục II.3`")
    quote: Text | None = Field(None, description="Nguyên văn lời trích")


class Sourced(Entry):
    """An entry that can name its own source.

    `source` is one document or several; `at` and `quote` beside it tell the place and the words.
    """

    source: Annotated[tuple[Citation, ...], Several] = Field(
        (), description="Nguồn: mã văn bản, hoặc danh sách document, at, quote"
    )
    at: Text | None = Field(None, description="Chỗ trong nguồn, ví dụ `mục II.3`")
    quote: Text | None = Field(None, description="Nguyên văn lời trích từ nguồn")


def words(value: object) -> dict[str, object]:
    """Reads lines written as `word: something`."""
    if not isinstance(value, dict):
        raise refusal(
            "chờ các dòng dạng `từ: giá trị`: viết mỗi từ một dòng, ví dụ `đạt: 24`",
            "expected lines of the form `word: value`: write one word a line, e.g. `đạt: 24`",
        )
    return {text(key): each for key, each in value.items()}


Words = BeforeValidator(words)
