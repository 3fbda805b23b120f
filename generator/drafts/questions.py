"""What must be known to begin something, and what would be good to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from generator.load.guesses import likely_word
from generator.model.base import identifier, text
from generator.model.references import reference
from generator.model.refusal import refusal
from generator.model.vocabularies import DocumentKind, Level, Lifecycle, PlanKind
from generator.model.when import when

Answers = Mapping[str, str]
"""What is known: names of fields with their values."""


@dataclass(frozen=True, slots=True)
class Question:
    """One field: what it means, how it is written, and the words to choose from, if any."""

    field: str
    vi: str
    en: str
    notation: Literal["text", "id", "when", "reference", "word"] = "text"
    is_needed: bool = False
    words: tuple[str, ...] = ()

    def understood(self, answer: str) -> str:
        """The answer as it will stand in the file; `ValueError` with a message if it cannot."""
        written = text(answer)
        if self.notation == "id":
            return identifier(written)
        if self.notation == "when":
            return str(when(written, field=self.field))
        if self.notation == "reference":
            return str(reference(written))
        return self._word(written) if self.notation == "word" else written

    def _word(self, answer: str) -> str:
        if answer.isdecimal() and 1 <= int(answer) <= len(self.words):
            return self.words[int(answer) - 1]
        found = answer if answer in self.words else likely_word(answer, self.words)
        if found:
            return found
        listed = ", ".join(f"`{each}`" for each in self.words)
        raise refusal(
            f"`{answer}` không có trong danh mục: chọn một trong {listed}",
            f"`{answer}` is not in the vocabulary: choose one of {listed}",
        )


_ID = Question("id", "mã (a-z, 0-9, gạch ngang)", "id (a-z, 0-9, hyphens)", "id", True)

PLAN = (
    Question("title", "tên đầy đủ như đã in", "full title as printed", is_needed=True),
    Question("kind", "loại kế hoạch", "kind of plan", "word", True, get_args(PlanKind)),
    Question("place", "địa phương, mã hoặc tên", "place, id or name", "reference"),
    Question("period", "thời kỳ, ví dụ 2026 hoặc 2026..2030", "period", "when"),
    Question("number", "số, ký hiệu văn bản, ví dụ 84/KH-UBND", "number of its document"),
    Question("issuer", "cơ quan ban hành, mã hoặc tên", "issuer, id or name", "reference"),
    Question("source", "nguồn, mã văn bản hoặc tên như in", "source, id or name", "reference"),
    Question("lifecycle", "tình trạng", "state", "word", False, get_args(Lifecycle)),
    _ID,
)
DOCUMENT = (
    Question("kind", "loại văn bản", "kind of document", "word", True, get_args(DocumentKind)),
    Question("number", "số, ký hiệu như đã in, ví dụ 84/KH-UBND", "number as printed"),
    Question("issuer", "cơ quan ban hành, ví dụ ubnd@ha-noi", "issuer", "reference"),
    Question("issued", "ngày ban hành, ví dụ 2026-07-15", "day of issue", "when"),
    Question("title", "trích yếu", "title"),
    Question("url", "địa chỉ trên mạng, bắt đầu bằng https://", "address, with https://"),
    Question("retrieved", "ngày xem địa chỉ ấy", "day on which it was seen", "when"),
    _ID,
)
AGENCY = (
    Question("name", "tên đầy đủ như đã in", "full name as printed", is_needed=True),
    Question("name_en", "tên tiếng Anh", "English name"),
    Question("short", "tên gọi tắt", "short name"),
    Question("place", "mã địa phương, nếu chỉ là một cơ quan ở đó", "place", "reference"),
    Question("level", "cấp, nếu mỗi nơi cấp ấy có một", "level", "word", False, get_args(Level)),
    _ID,
)
PLACE = (
    Question("name", "tên kèm cấp, ví dụ tỉnh Bắc Kạn", "name with its level", is_needed=True),
    Question("level", "cấp", "level", "word", True, get_args(Level)),
    Question("name_en", "tên tiếng Anh", "English name"),
    Question("parent", "mã nơi chứa nó", "id of the place above", "reference"),
    Question("from", "tồn tại từ ngày", "exists from", "when"),
    Question("until", "tồn tại đến hết ngày", "exists until", "when"),
    _ID,
)
THINGS: dict[str, tuple[str, str, tuple[Question, ...]]] = {
    "plan": ("một kế hoạch, trong một tệp mới", "a plan, in a new file", PLAN),
    "document": ("một văn bản, thêm vào danh mục", "a document, added to the register", DOCUMENT),
    "agency": ("một cơ quan, thêm vào danh mục", "a body, added to the register", AGENCY),
    "place": ("một địa phương, thêm vào danh mục", "a place, added to the register", PLACE),
}
"""What can be begun, and what is asked about it."""
