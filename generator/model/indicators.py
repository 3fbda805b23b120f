"""An indicator with what was promised (targets) and what came of it (results)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, Field, ValidationInfo, model_validator

from generator.model.base import Entry, Id, Several, Text, YesNo
from generator.model.nodes import Mapping, Node, Scalar, Sequence
from generator.model.quantity import QuantityField, decided_by, two_readings
from generator.model.references import BodiesField, ReferenceField
from generator.model.refusal import refusal
from generator.model.relations import Relations
from generator.model.sources import Sourced
from generator.model.vocabularies import Direction, Modality, ResultKind
from generator.model.when import WhenField


class Value(Sourced):
    """A value of one period, in the indicator's unit, with the printed words where they say more."""

    shorthand: ClassVar[str | None] = "value"

    period: WhenField | None = Field(None, description="Thời kỳ, ví dụ `2025` hoặc `2021..2025`")
    value: QuantityField | None = Field(None, description="Giá trị, ví dụ `69.41`, `at least 6`")

    @model_validator(mode="after")
    def _decided(self, info: ValidationInfo) -> Self:
        """A number that could be read two ways needs printed words that show which."""
        language = (info.context or {}).get("language", "vi")
        if self.value and self.value.ambiguous:
            if not decided_by(self.value, self.said("value") or "", language):
                raise refusal(*two_readings(self.value), self.origin.mapping.get("value"))
        return self

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing: neither a value nor words."""
        return self.value is None and self.said("value") is None


class Baseline(Value):
    """Where the indicator stood before the plan."""

    note: Text | None = Field(None, description="Ghi chú")


class Target(Value):
    """What is promised for a period; a new version is a new entry beside the old one."""

    document: ReferenceField | None = Field(None, description="Văn bản đặt ra mục tiêu")
    set_by: ReferenceField | None = Field(None, description="Cơ quan đặt ra mục tiêu")
    modality: Modality | None = Field(None, description="aspirational phấn đấu, forecast dự kiến")
    on: WhenField | None = Field(None, description="Ngày của lần điều chỉnh")
    reason: Text | None = Field(None, description="Lý do điều chỉnh, theo nguồn")
    correction: YesNo = Field(False, description="true: sửa lỗi nhập của trang này")

    @model_validator(mode="after")
    def _promises(self) -> Self:
        if self.is_empty:
            raise refusal(
                "mục tiêu thiếu `value:`; nguồn chỉ nêu bằng lời thì viết `value_text:`",
                "the target lacks `value:`; if the source has words only, write `value_text:`",
            )
        return self


def _shares(value: object) -> Any:
    """`110`, or `{tỉnh giao: 60, HĐND huyện giao: 58}`, as pairs of assigner and percentage."""
    if isinstance(value, Mapping):
        return tuple(
            {"assigned_by": Scalar(key), "percent": each} for key, each in value.items()
        )
    if isinstance(value, Scalar):
        return ({"percent": value},)
    return value


class ShareOfPlan(Entry):
    """How much of the plan was reached, in percent as the report states it."""

    assigned_by: Text | None = None
    percent: QuantityField


class Result(Value):
    """What was reported for a period."""

    kind: ResultKind | None = Field(None, description="estimate ước, preliminary sơ bộ")
    of_plan: Annotated[tuple[ShareOfPlan, ...], BeforeValidator(_shares)] = Field(
        (), description="Phần trăm kế hoạch như nguồn nêu, ví dụ `99.6`"
    )
    compared: Text | None = Field(None, description="So sánh, nguyên văn")
    stated: Text | None = Field(None, description="Đánh giá bằng chữ của nguồn")
    trend: Text | None = Field(None, description="Xu hướng bằng chữ của nguồn")
    cause: Text | None = Field(None, description="Nguyên nhân, theo nguồn")
    as_of: WhenField | None = Field(None, description="Số liệu tính đến ngày")
    reporter: ReferenceField | None = Field(None, description="Cơ quan báo cáo")
    note: Text | None = Field(None, description="Ghi chú")

    @model_validator(mode="after")
    def _reports(self) -> Self:
        if self.is_empty and not self.of_plan and not self.stated:
            raise refusal(
                "kết quả cần một trong các trường `value:`, `value_text:`, `of_plan:`, `stated:`",
                "a result needs one of `value:`, `value_text:`, `of_plan:`, `stated:`",
            )
        return self


def _entries(entry: type[Value]) -> BeforeValidator:
    """Reads the three ways of writing values: a value, `period: value` pairs, a list of entries."""

    def read(value: object, info: ValidationInfo) -> object:
        if not isinstance(value, Scalar | Mapping | Sequence):
            return value
        file = (info.context or {}).get("file", "")
        sequence = Sequence(value.line, value.column)
        sequence.extend(_each(value, entry.fields_written(), file))
        return sequence

    return BeforeValidator(read)


def _each(value: Node, fields: tuple[str, ...], file: str) -> Iterable[Node]:
    if isinstance(value, Scalar):
        return [_entry(file, value, value=value)]
    if isinstance(value, Sequence):
        return [_entry(file, one, value=one) if isinstance(one, Scalar) else one for one in value]
    written = {key.removesuffix("_text") for key in value}
    if not value or written & set(fields):
        return [value]
    return [_pair(file, key, one) for key, one in value.items()]


def _pair(file: str, key: str, value: Node) -> Mapping:
    period = key if isinstance(key, Scalar) else Scalar(key, value.line, value.column)
    if isinstance(value, Mapping):
        entry = _entry(file, period, period=period)
        entry.update(value)
        return entry
    return _entry(file, period, period=period, value=value)


def _entry(file: str, at: Node, **fields: Node) -> Mapping:
    mapping = Mapping(file, at.line, at.column)
    for name, value in fields.items():
        mapping[Scalar(name, value.line, value.column)] = value
    return mapping


class Indicator(Sourced):
    """A measure that a plan watches; `parts` are small indicators with their own id and values."""

    id: Id = Field(description="Mã trong kế hoạch, ví dụ `ty-le-ho-ngheo`")
    former_ids: Annotated[tuple[Id, ...], Several] = Field((), description="Mã cũ")
    number: Text | None = Field(None, description="Số thứ tự hoặc mã như đã in")
    name: Text | None = Field(None, description="Tên chỉ tiêu như đã in")
    name_en: Text | None = Field(None, description="Tên tiếng Anh")
    definition: ReferenceField | None = Field(None, description="Mã chỉ tiêu dùng chung")
    section: ReferenceField | None = Field(None, description="Mã phần chứa chỉ tiêu")
    task: ReferenceField | None = Field(None, description="Mã nhiệm vụ mà chỉ tiêu thuộc về")
    place: ReferenceField | None = Field(None, description="Địa phương của số liệu")
    lead: BodiesField = Field((), description="Cơ quan chủ trì")
    unit: Text | None = Field(None, description="Đơn vị; `percent` là %, `pp` là điểm %")
    direction: Direction | None = Field(None, description="Hướng tốt: up, down, within")
    modality: Modality | None = Field(None, description="aspirational phấn đấu, forecast dự kiến")
    period: WhenField | None = Field(None, description="Thời kỳ của các mục tiêu")
    set_by: ReferenceField | None = Field(None, description="Cơ quan đặt ra mục tiêu")
    baseline: Annotated[tuple[Baseline, ...], _entries(Baseline)] = Field(
        (), description="Mốc gốc"
    )
    targets: Annotated[tuple[Target, ...], _entries(Target)] = Field((), description="Mục tiêu")
    results: Annotated[tuple[Result, ...], _entries(Result)] = Field((), description="Kết quả")
    stated: Text | None = Field(None, description="Đánh giá chung bằng chữ của nguồn")
    cause: Text | None = Field(None, description="Nguyên nhân, theo nguồn")
    parts: tuple[Indicator, ...] = Field((), description="Chỉ tiêu thành phần")
    adds_up: YesNo = Field(False, description="true nếu các thành phần cộng lại thành toàn bộ")
    relations: Relations = Field(default_factory=Relations, description="Quan hệ với mục khác")
    note: Text | None = Field(None, description="Ghi chú")

    @model_validator(mode="before")
    @classmethod
    def _words_beside_values(cls, raw: object, info: ValidationInfo) -> object:
        """Printed words beside `targets`, `results`, `baseline` belong to the one value there."""
        if not isinstance(raw, Mapping):
            return raw
        beside = [name for name in ("baseline", "targets", "results") if f"{name}_text" in raw]
        if not beside:
            return raw
        file = (info.context or {}).get("file", "")
        unfolded = Mapping(raw.file, raw.line, raw.column, raw.flow)
        unfolded.update(raw)
        for name in beside:
            words = unfolded.pop(f"{name}_text")
            value = unfolded.get(name)
            if isinstance(value, Mapping | Sequence):
                raise refusal(
                    f"`{name}_text` chỉ đi với một giá trị; ở đây viết `value_text:` trong từng "
                    f"mục của `{name}`",
                    f"`{name}_text` goes with a single value; here write `value_text:` in each "
                    f"entry of `{name}`",
                    words,
                )
            fields = {"value": value} if value is not None else {}
            unfolded[name] = _entry(file, value or words, **fields, value_text=words)
        return unfolded

    @model_validator(mode="after")
    def _named(self) -> Self:
        if not (self.name or self.definition or self.place):
            raise refusal(
                "chỉ tiêu thiếu `name:` (tên như đã in)", "the indicator lacks `name:`, as printed"
            )
        return self
