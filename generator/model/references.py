"""A reference points to a place, body, document, plan or item by its id, or names it as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from generator.model.base import id_like, text
from generator.model.nodes import Mapping, Scalar, Sequence
from generator.model.printed import unquoted
from generator.model.refusal import Message, refusal, shown

_WORD = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_ID = re.compile(rf"(?P<id>{_WORD})(?:@(?P<place>{_WORD})|#(?P<item>{_WORD}(?:/{_WORD})*))?")
_NAME = re.compile(r"\s|[^\W\d_a-z]|[^\x00-\x7f]")
_IDS_IN_A_ROW = re.compile(r"[a-z0-9@-]+(?:[,;] *[a-z0-9@-]+)+[,;]?")


@lru_cache(maxsize=65536)
def _id_of(written: str) -> re.Match[str] | None:
    """The parts of an id; the same few ids are asked again and again."""
    return _ID.fullmatch(written)


@dataclass(frozen=True, slots=True)
class Reference:
    """An id (`so-tai-chinh`, `ubnd@si-ma-cai`, `si-ma-cai-2020#xa-san-chai`) or a printed name.

    A name is whatever has a space, a capital or a diacritic: it is shown as text and never an
    error.  Two references are equal when they say the same, wherever they stand.
    """

    written: str
    line: int = field(default=1, compare=False)
    column: int = field(default=1, compare=False)

    @property
    def is_name(self) -> bool:
        """Whether it is a name as printed, not an id."""
        return _id_of(self.written) is None

    @property
    def id(self) -> str:
        """The id without place and item; a name has none."""
        match = _id_of(self.written)
        return match["id"] if match else ""

    @property
    def place(self) -> str | None:
        """The place after `@`."""
        match = _id_of(self.written)
        return match["place"] if match else None

    @property
    def item(self) -> str | None:
        """The item of a plan after `#`."""
        match = _id_of(self.written)
        return match["item"] if match else None

    def __str__(self) -> str:
        return self.written


@dataclass(frozen=True, slots=True)
class Body:
    """A body that has a part in something, with its share or role in the printed words."""

    reference: Reference
    share: str | None = None


def reference(value: object) -> Reference:
    """Reads an id or a name; refuses words that are neither."""
    if isinstance(value, Reference):
        return value
    if isinstance(value, (Mapping, Sequence)):
        raise refusal(*_not_one(value))
    words = text(value)
    line, column = (value.line, value.column) if isinstance(value, Scalar) else (1, 1)
    if not _id_of(words):
        _refuse_half_ids(words)
    return Reference(words, line, column)


def body(value: object) -> Body:
    """Reads one body, with or without its share (`- so-cong-thuong: cân đối nguồn`)."""
    if isinstance(value, Body):
        return value
    if isinstance(value, Mapping) and len(value) == 1:
        key, share = next(iter(value.items()))
        return Body(reference(key), _share(key, share))
    return Body(reference(value))


def _one_by_one(value: object) -> object:
    """One body, a list of bodies, or bodies with their shares, as single bodies."""
    return tuple(_bodies_in(value))


def _bodies_in(value: object) -> Iterator[object]:
    if isinstance(value, (list, tuple)):
        for each in value:
            yield from _bodies_in(each)
    elif isinstance(value, Mapping) and len(value) > 1:
        for key, share in value.items():
            one = Mapping(value.file, share.line, share.column)
            one[key] = share
            yield one
    else:
        yield value


def _share(name: str, value: object) -> str:
    if isinstance(value, (Mapping, Sequence)):
        raise refusal(
            f"sau `{shown(name)}:` chờ phần việc hoặc vai trò trong một câu: đặt cả câu trong "
            "ngoặc kép",
            f"after `{shown(name)}:` the share or role is expected in one sentence: put it in "
            "double quotes",
            value,
        )
    return text(value)


def _not_one(value: Mapping | Sequence) -> Message:
    if isinstance(value, Mapping) and len(value) == 1 and not value.flow:
        key, words = next(iter(value.items()))
        sentence = f'"{shown(key)}: {shown(words)}"'
        return Message(
            f"dấu hai chấm đã cắt câu: đặt cả câu trong ngoặc kép, `{sentence}`",
            f"the colon has cut the sentence: put all of it in double quotes, `{sentence}`",
        )
    return Message(
        "ở đây chỉ viết một mã hoặc một tên, ví dụ `so-tai-chinh` hay `doanh nghiệp`",
        "write one id or one name here, e.g. `so-tai-chinh` or `doanh nghiệp`",
    )


def _refuse_half_ids(words: str) -> None:
    """Refuses words that were meant as ids and would pass as a name or as nothing."""
    if _IDS_IN_A_ROW.fullmatch(words) and "-" in words:
        ids = ", ".join(f"`- {each}`" for each in re.findall(r"[a-z0-9@-]+", words)[:4])
        raise refusal(
            f"`{shown(words)}` là nhiều mã trên một dòng: viết mỗi mã một dòng, {ids}",
            f"`{shown(words)}` holds several ids in one line: write one a line, {ids}",
        )
    bare = unquoted(words)
    if bare != words and _ID.fullmatch(bare) and "-" in bare:
        raise refusal(
            f"quanh mã không có ngoặc kép: viết `{bare}` thay cho `{shown(words)}`",
            f"no quotation marks stand around an id: write `{bare}` instead of `{shown(words)}`",
        )
    if "@" in words and " " not in words and _ID.fullmatch(words.lower()):
        raise refusal(
            f"mã viết bằng chữ thường: viết `{words.lower()}` thay cho `{shown(words)}`",
            f"an id is written in small letters: write `{words.lower()}` instead of "
            f"`{shown(words)}`",
        )
    _refuse_nearly_ids(words)
    joined = re.sub(r" *([@#]) *", r"\1", words)
    if joined != words and _ID.fullmatch(joined):
        raise refusal(
            f"trong mã không có dấu cách: viết `{joined}`",
            f"an id contains no space: write `{joined}`",
        )
    if bullet := re.match(r"[–—•·*+-]\s", words):
        raise refusal(
            f"`{shown(words)}` bắt đầu bằng dấu đầu dòng `{bullet[0].strip()}`: viết mỗi mục một "
            "dòng, bắt đầu bằng `- ` (gạch ngang và dấu cách)",
            f"`{shown(words)}` begins with the bullet `{bullet[0].strip()}`: write each item on a "
            "line of its own, beginning with `- ` (hyphen and space)",
        )
    if re.match(r"https?://|www\.", words) and " " not in words:
        raise refusal(
            f"`{shown(words)}` là một đường dẫn: thêm văn bản vào `registers/documents/` với "
            "`url:` là đường dẫn này rồi viết mã của nó, hoặc viết tên như đã in",
            f"`{shown(words)}` is a link: add the document to `registers/documents/` with this "
            "link as its `url:` and write its id, or write its name as printed",
        )
    if not _NAME.search(words):
        better = id_like(words) or "so-tai-chinh"
        raise refusal(
            f"`{shown(words)}` không phải mã (chữ thường không dấu, chữ số, gạch ngang) cũng không "
            f"phải tên (có dấu cách, chữ hoa hoặc dấu tiếng Việt): viết `{better}` nếu là mã",
            f"`{shown(words)}` is neither an id (the letters a to z, digits, hyphens) nor a name "
            f"(with a space, a capital or a diacritic): write `{better}` if it is an id",
        )


_SHARE_BESIDE = re.compile(rf"({_WORD}-{_WORD}) ?(?P<sign>[:,(–-]) ?(?P<share>[^\d\s].*?)\)?")
_HYPHENS = "-‐‑‒–—"


def _refuse_nearly_ids(words: str) -> None:
    """Refuses what has the shape of an id but not its letters, or its share without a colon."""
    if re.fullmatch(rf"{_WORD}-{_WORD}(?: {_WORD}-{_WORD})+", words):
        ids = ", ".join(f"`- {each}`" for each in words.split()[:4])
        raise refusal(
            f"`{shown(words)}` là nhiều mã: viết mỗi mã một dòng, {ids}",
            f"`{shown(words)}` holds several ids: write one a line, {ids}",
        )
    share = _SHARE_BESIDE.fullmatch(words)
    if share and (share["sign"] == ":" or share[1].count("-") > 1):
        better = f"- {share[1]}: {shown(share['share'], 40)}"
        raise refusal(
            f"phần việc đứng sau mã, dấu hai chấm và dấu cách: viết `{better}`",
            f"the share stands after the id, a colon and a space: write `{better}`",
        )
    place = re.fullmatch(rf"({_WORD})@(.+)", words.lower())
    if place and not _ID.fullmatch(words) and id_like(place[2]):
        better = f"{place[1]}@{id_like(place[2])}"
        raise refusal(
            f"sau `@` là mã của địa phương: viết `{better}` thay cho `{shown(words)}`",
            f"after `@` stands the id of a place: write `{better}` instead of `{shown(words)}`",
        )
    if re.fullmatch(rf"[^\s/]+[{_HYPHENS}][^\s/]+", words) and not _ID.fullmatch(words):
        better = id_like(words)
        is_odd = words == words.lower() or not re.search(r"[^\W_]-[^\W_]", words)
        is_latin = not re.search("[\u0400-\u04ff]", words)
        if "@" not in words and "#" not in words and is_odd and is_latin:
            raise refusal(
                f"`{shown(words)}` giống một mã: mã chỉ gồm chữ thường không dấu, chữ số và dấu "
                f"`-`, viết `{better}`; nếu là tên thì viết có dấu cách như đã in",
                f"`{shown(words)}` looks like an id: ids hold the letters a to z, digits and `-`, "
                f"write `{better}`; if it is a name write it with spaces, as printed",
            )


ReferenceField = Annotated[
    Reference, BeforeValidator(reference), WithJsonSchema({"type": "string"})
]


def item(value: object) -> Reference:
    """Reads the id of a section or task of the same plan; a name would lead nowhere."""
    found = reference(value)
    if found.is_name or found.place or found.item:
        raise refusal(
            f"`{shown(found.written)}` không phải mã của phần hay nhiệm vụ nào trong kế hoạch: "
            "viết mã, ví dụ `nhiem-vu`",
            f"`{shown(found.written)}` is no id of a section or task of this plan: write the id, "
            "e.g. `nhiem-vu`",
        )
    return found


ItemField = Annotated[Reference, BeforeValidator(item), WithJsonSchema({"type": "string"})]
BodiesField = Annotated[
    tuple[Annotated[Body, BeforeValidator(body)], ...],
    BeforeValidator(_one_by_one),
    WithJsonSchema({"type": ["string", "array", "object"]}),
]
