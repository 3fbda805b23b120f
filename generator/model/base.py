"""What every entry of a plan file has in common: it is never changed, and it knows its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping as AnyMapping
from functools import cache
from typing import Annotated, Any, ClassVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SkipValidation,
    ValidationInfo,
    model_validator,
)
from pydantic.fields import FieldInfo
from pydantic.json_schema import SkipJsonSchema

from generator.model.nodes import Mapping, Node, Origin, Scalar, Sequence
from generator.model.refusal import Message, Refusal, note, refusal, shown

ORIGIN = "\0origin"
TEXTS = "\0texts"

_NOWHERE = Origin()


def text(value: object) -> str:
    """A text as written, in Unicode's composed form (NFC), without blanks at its ends.

    Refused: nothing, lists, tabs, and signs that cannot be seen (control characters, marks that
    turn the direction of writing).
    """
    if not isinstance(value, str):
        raise refusal(
            "chờ một dòng chữ: nếu câu có dấu hai chấm, đặt cả câu trong ngoặc kép; nếu có nhiều "
            "ý, viết liền trong một câu",
            "expected text: if the sentence contains a colon, put all of it in double quotes; if "
            "there are several points, write them as one sentence",
        )
    words = unicodedata.normalize("NFC", value.strip())
    if not words:
        raise refusal(
            "trường này để trống: bỏ cả trường nếu nguồn không nêu",
            "this field is empty: leave the whole field out if the source does not say",
        )
    if not words.isprintable() and (sign := _INVISIBLE.search(words)):
        raise refusal(*_not_visible(sign[0]))
    return words


_INVISIBLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\uf8ff\ufeff\ufff9-\uffff\U000e0000-\U0010ffff]"
)


def _not_visible(sign: str) -> Message:
    if sign == "\t":
        return Message(
            "trong chữ có phím Tab, thường do chép từ bảng: thay bằng dấu cách, hoặc tách thành "
            "nhiều trường",
            "the text contains a tab, often copied from a table: use a space instead, or write "
            "several fields",
        )
    code = f"U+{ord(sign):04X}"
    return Message(
        f"trong chữ có ký tự không nhìn thấy ({code}): xóa rồi gõ lại đoạn này",
        f"the text contains an invisible character ({code}): delete it and type again",
    )


Text = Annotated[str, BeforeValidator(text)]


class Entry(BaseModel):
    """One entry of a plan file, frozen.

    `origin` tells where it stands.  `texts` holds the printed words that the author wrote beside
    a field as `<field>_text`; `said(field)` answers them.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        protected_namespaces=(),
        arbitrary_types_allowed=True,
        json_schema_extra={"patternProperties": {"^[a-z_]+_text$": {"type": "string"}}},
    )

    origin: SkipJsonSchema[SkipValidation[Origin]] = Field(
        default=_NOWHERE, alias=ORIGIN, exclude=True, repr=False
    )
    texts: SkipJsonSchema[dict[str, Text]] = Field(default_factory=dict, alias=TEXTS)

    shorthand: ClassVar[str | None] = None
    """The field that a bare word stands for (`- Báo cáo` for `- title: Báo cáo`), if any."""

    needs: ClassVar[tuple[str, ...]] = ()
    """Fields of which at least one must be written."""

    def said(self, field: str) -> str | None:
        """The printed words beside a field, if the author gave any."""
        words: str | None = self.texts.get(field) or getattr(self, f"{field}_text", None)
        return words

    @classmethod
    def fields_written(cls) -> tuple[str, ...]:
        """The names of the fields that an author may write, in their order."""
        return _fields_written(cls)

    @model_validator(mode="before")
    @classmethod
    def _gather(cls, raw: object, info: ValidationInfo) -> object:
        """Puts printed words and the place in the file where the fields expect them."""
        if isinstance(raw, Scalar) and cls.shorthand:
            raw = entry_at(raw, info, {cls.shorthand: raw})
        if not isinstance(raw, Mapping):
            if isinstance(raw, BaseModel) or type(raw) is dict:
                return raw
            raise refusal(*_no_fields(cls))
        gathered: dict[str, Any] = dict(raw)
        texts = {key[:-5]: key for key in raw if key.endswith("_text")}
        if texts:
            known = cls.fields_written()
            gathered[TEXTS] = {
                field: gathered.pop(key)
                for field, key in texts.items()
                if field in known and key not in known
            }
        gathered[ORIGIN] = Origin(raw)
        if cls.needs and not any(need in raw for need in cls.needs):
            note(info.context, _lacking(cls.needs, raw))
        return gathered


def entry_at(at: Node, info: ValidationInfo, fields: AnyMapping[str, Node]) -> Mapping:
    """The fields of an entry that was written in a shorter form, as if they stood at that place."""
    mapping = Mapping((info.context or {}).get("file", ""), at.line, at.column)
    mapping.update(fields)
    return mapping


def unfolded(entry: Mapping, name: str, inner: str, info: ValidationInfo) -> Mapping:
    """An entry in which the printed words beside a field (`due: …` and `due_text: …`) stand inside
    it, as `{due: …, due_text: …}`; refused where the field is a list that has words of its own.
    """
    inside = Mapping(entry.file, entry.line, entry.column, entry.flow)
    inside.update(entry)
    words, value = inside.pop(f"{name}_text"), inside.get(name)
    if isinstance(value, Mapping | Sequence):
        note(info.context, _words_beside_several(name, inner, words))
        return inside
    fields: dict[str, Node] = {} if value is None else {inner: value}
    fields[f"{inner}_text"] = words
    inside[name] = entry_at(words if value is None else value, info, fields)
    return inside


def _words_beside_several(name: str, inner: str, words: Node) -> Refusal:
    return Refusal(
        f"`{name}_text` chỉ đi với một giá trị, mà `{name}` ở đây có nhiều: chuyển thành "
        f"`{inner}_text:` trong từng mục của `{name}`",
        f"`{name}_text` goes with a single value, but `{name}` has several here: move it into the "
        f"entries of `{name}` as `{inner}_text:`",
        words,
    )


@cache
def _fields_written(entry: type[Entry]) -> tuple[str, ...]:
    return tuple(
        field.alias or name
        for name, field in entry.model_fields.items()
        if name not in ("origin", "texts")
    )


def _no_fields(entry: type[Entry]) -> Message:
    fields = entry.model_fields
    written = sorted(entry.fields_written(), key=lambda name: not _is_required(fields, name))
    names = ", ".join(f"`{name}: …`" for name in written[:3])
    return Message(
        f"chờ các trường dạng `tên: giá trị`: viết mỗi trường một dòng, ví dụ {names}",
        f"expected fields: write each on a line of its own as `name: value`, e.g. {names}",
    )


def _is_required(fields: AnyMapping[str, FieldInfo], name: str) -> bool:
    return name in fields and fields[name].is_required()


def _lacking(needs: tuple[str, ...], raw: Mapping) -> Refusal:
    names = ", ".join(f"`{need}:`" for need in needs)
    return Refusal(
        f"thiếu trường chính: viết một trong {names}",
        f"the main field is missing: write one of {names}",
        raw,
        needs,
    )


_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def identifier(value: object) -> str:
    """An id as written: small letters a to z, digits and hyphens, at most 80."""
    words = text(value)
    if not _ID.fullmatch(words):
        raise refusal(*not_an_id(words))
    if len(words) > 80:
        raise refusal(
            f"mã dài {len(words)} ký tự: rút còn nhiều nhất 80",
            f"the id has {len(words)} characters: shorten it to at most 80",
        )
    return words


def not_an_id(words: str) -> Message:
    """What to say of words that are no id, with an id that would do."""
    better = id_like(words) or "ty-le-ho-ngheo"
    return Message(
        f"mã `{shown(words)}` chỉ được gồm chữ thường không dấu, chữ số và dấu gạch ngang: viết "
        f"`{better}`",
        f"the id `{shown(words)}` may only contain the letters a to z, digits and hyphens: write "
        f"`{better}`",
    )


def id_like(words: str) -> str:
    """An id made of the letters and digits of some words, without diacritics; may be empty."""
    plain = unicodedata.normalize("NFD", words.casefold().replace("đ", "d"))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:80].rstrip("-")


Id = Annotated[str, BeforeValidator(identifier)]


def several(value: object) -> object:
    """One or a list: a single value is a list of one."""
    return value if isinstance(value, (list, tuple)) or value is None else (value,)


Several = BeforeValidator(several)


def boolean(value: object) -> bool:
    """Yes or no, written `true` or `false`."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in ("true", "yes", "false", "no"):
        return value in ("true", "yes")
    raise refusal(
        f"gặp `{shown(value)}`: viết `true` nếu đúng, bỏ cả trường nếu không",
        f"found `{shown(value)}`: write `true` if it is so, leave the field out if not",
    )


YesNo = Annotated[bool, BeforeValidator(boolean)]


def count(value: object) -> int:
    """A whole number of things; leading zeros as printed are allowed."""
    if isinstance(value, int):
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value):
        return int(value)
    raise refusal(
        f"gặp `{shown(value)}` ở chỗ của một số đếm: chỉ viết chữ số, ví dụ `137`",
        f"found `{shown(value)}` where a count is expected: write digits only, e.g. `137`",
    )


Count = Annotated[int, BeforeValidator(count)]
