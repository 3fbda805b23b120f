"""What every entry of a plan file has in common: it is never changed, and it knows its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping as AnyMapping
from functools import lru_cache
from typing import Annotated, Any, ClassVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    model_validator,
)

from generator.model.nodes import Mapping, Node, Origin, Scalar, Sequence
from generator.model.refusal import refusal

ORIGIN = "\0origin"
TEXTS = "\0texts"

_NOWHERE = Origin()


class Entry(BaseModel):
    """One entry of a plan file, frozen.

    `origin` tells where it stands.  `texts` holds the printed words that the author wrote beside
    a field as `<field>_text`; `said(field)` answers them.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", protected_namespaces=(), arbitrary_types_allowed=True
    )

    origin: Origin = Field(default=_NOWHERE, alias=ORIGIN, exclude=True, repr=False)
    texts: AnyMapping[str, str] = Field(default_factory=dict, alias=TEXTS)

    shorthand: ClassVar[str | None] = None
    """The field that a bare word stands for (`- Báo cáo` for `- title: Báo cáo`), if any."""

    def said(self, field: str) -> str | None:
        """The printed words beside a field, if the author gave any."""
        return self.texts.get(field)

    @model_validator(mode="before")
    @classmethod
    def _gather(cls, raw: object, info: ValidationInfo) -> object:
        """Puts printed words and the place in the file where the fields expect them."""
        if isinstance(raw, Scalar) and cls.shorthand:
            raw = _expanded(cls.shorthand, raw, (info.context or {}).get("file", ""))
        if not isinstance(raw, Mapping):
            if isinstance(raw, BaseModel) or type(raw) is dict:
                return raw
            names = ", ".join(f"`{name}:`" for name in list(cls.fields_written())[:4])
            raise refusal(
                f"chờ các trường dạng `tên: giá trị`, ví dụ {names}",
                f"expected fields written as `name: value`, e.g. {names}",
            )
        known = cls.fields_written()
        gathered: dict[str, Any] = {}
        texts: dict[str, str] = {}
        for key, value in raw.items():
            stem = key[:-5] if key.endswith("_text") else ""
            if stem in known and key not in known:
                texts[stem] = text(value)
            else:
                gathered[str(key)] = value
        gathered[ORIGIN] = Origin(raw, raw.line, raw.column)
        if texts:
            gathered[TEXTS] = texts
        return gathered

    @classmethod
    def fields_written(cls) -> tuple[str, ...]:
        """The names of the fields that an author may write, in their order."""
        return _fields_written(cls)


@lru_cache(maxsize=256)
def _fields_written(entry: type[Entry]) -> tuple[str, ...]:
    return tuple(
        field.alias or name
        for name, field in entry.model_fields.items()
        if name not in ("origin", "texts")
    )


def _expanded(name: str, scalar: Scalar, file: str) -> Mapping:
    mapping = Mapping(file, scalar.line, scalar.column)
    mapping[Scalar(name, scalar.line, scalar.column)] = scalar
    return mapping


_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]")


def text(value: object) -> str:
    """A text as written, in Unicode's composed form (NFC), without blanks at its ends.

    Refused: nothing, lists, and characters that cannot be seen (control characters, marks that
    turn the direction of writing).
    """
    if isinstance(value, Mapping | Sequence) or not isinstance(value, str):
        raise refusal(
            "chờ một dòng chữ; câu có dấu hai chấm thì đặt cả câu trong ngoặc kép",
            "expected text; put a sentence that contains a colon in double quotes",
        )
    words = unicodedata.normalize("NFC", value).strip()
    if not words:
        raise refusal(
            "trường này để trống: bỏ cả trường nếu nguồn không nêu",
            "this field is empty: leave the whole field out if the source does not say",
        )
    if match := _CONTROL.search(words):
        code = f"U+{ord(match[0]):04X}"
        raise refusal(
            f"trong chữ có ký tự không nhìn thấy ({code}): xóa rồi gõ lại đoạn này",
            f"the text contains an invisible character ({code}): delete it and type again",
        )
    return words


Text = Annotated[str, BeforeValidator(text)]

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _identifier(value: object) -> str:
    words = text(value)
    if not _ID.fullmatch(words):
        raise refusal(
            f"mã `{words[:60]}` chỉ gồm chữ thường không dấu, chữ số và dấu gạch ngang, "
            "ví dụ `ty-le-ho-ngheo`",
            f"the id `{words[:60]}` may only contain lower-case letters a-z, digits and hyphens, "
            "e.g. `ty-le-ho-ngheo`",
        )
    if len(words) > 80:
        raise refusal(
            f"mã dài {len(words)} ký tự: rút còn nhiều nhất 80",
            f"the id has {len(words)} characters: at most 80",
        )
    return words


Id = Annotated[str, BeforeValidator(_identifier)]


def several(value: object) -> object:
    """One or a list: a single value is a list of one."""
    if isinstance(value, Sequence | list | tuple) or value is None:
        return value
    if isinstance(value, Scalar | Mapping):
        sequence = Sequence(value.line, value.column)
        sequence.append(value)
        return sequence
    return (value,)


Several = BeforeValidator(several)


def boolean(value: object) -> bool:
    """Yes or no, written `true` or `false`."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in ("true", "yes", "false", "no"):
        return value in ("true", "yes")
    raise refusal("viết `true` hoặc `false`", "write `true` or `false`")


YesNo = Annotated[bool, BeforeValidator(boolean)]


def count(value: object) -> int:
    """A whole number of things; leading zeros as printed are allowed."""
    if isinstance(value, int):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{1,9}", value):
        return int(value)
    raise refusal(
        f"chờ một số đếm, chỉ gồm chữ số, ví dụ `137`; gặp `{_shown(value)}`",
        f"expected a count, digits only, e.g. `137`; found `{_shown(value)}`",
    )


Count = Annotated[int, BeforeValidator(count)]


def _shown(value: object) -> str:
    return str(value)[:40] if isinstance(value, str) else "…"


def kinds_of(node: Node) -> str:
    """What kind of thing a node is, for messages."""
    return {Scalar: "scalar", Sequence: "list", Mapping: "fields"}[type(node)]
