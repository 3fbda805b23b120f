"""An indicator with what was promised (targets) and what came of it (results)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field, ValidationInfo, model_validator

from generator.model.base import Entry, Id, Several, Text, YesNo, entry_at, unfolded
from generator.model.nodes import Mapping, Node, Scalar
from generator.model.quantity import UNIT, PercentField, QuantityField
from generator.model.references import BodiesField, ItemField, ReferenceField
from generator.model.relations import Relations, no_relations
from generator.model.sources import Sourced
from generator.model.vocabularies import Direction, Modality, ResultKind
from generator.model.when import WhenField


class Value(Sourced):
    """A value of one period, in the indicator's unit; with printed words where they say more."""

    shorthand: ClassVar[str | None] = "value"

    period: WhenField | None = Field(None, description="Thời kỳ, ví dụ `2025` hoặc `2021..2025`")
    value: QuantityField | None = Field(None, description="Giá trị, ví dụ `69.41`, `at least 6`")

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing: neither a value nor words."""
        return self.value is None and self.said("value") is None


class Baseline(Value):
    """Where the indicator stood before the plan."""

    note: Text | None = Field(None, description="Ghi chú")


class Target(Value):
    """What is promised for a period; a new version is a new entry beside the old one."""

    needs: ClassVar[tuple[str, ...]] = ("value", "value_text")

    document: ReferenceField | None = Field(None, description="Văn bản đặt ra mục tiêu")
    set_by: ReferenceField | None = Field(None, description="Cơ quan đặt ra mục tiêu")
    modality: Modality | None = Field(None, description="aspirational phấn đấu, forecast dự kiến")
    on: WhenField | None = Field(None, description="Ngày của lần điều chỉnh")
    reason: Text | None = Field(None, description="Lý do điều chỉnh, theo nguồn")
    correction: YesNo = Field(False, description="true: sửa lỗi nhập của trang này")
    note: Text | None = Field(None, description="Ghi chú")


class ShareOfPlan(Entry):
    """How much of the plan was reached, in percent as the report states it."""

    shorthand: ClassVar[str | None] = "percent"

    assigned_by: Text | None = None
    percent: PercentField


def _shares(value: object, info: ValidationInfo) -> object:
    """`110`, or `{tỉnh giao: 60, HĐND huyện giao: 58}`, as entries with assigner and percentage."""
    if isinstance(value, Mapping):
        return tuple(_share(assigner, each, info) for assigner, each in value.items())
    return (value,) if isinstance(value, Scalar) else value


def _share(assigner: str, percent: Node, info: ValidationInfo) -> Mapping:
    at = assigner if isinstance(assigner, Scalar) else percent
    return entry_at(
        at, info, {"assigned_by": Scalar(assigner, at.line, at.column), "percent": percent}
    )


class Result(Value):
    """What was reported for a period."""

    needs: ClassVar[tuple[str, ...]] = ("value", "value_text", "of_plan", "stated")

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
    correction: YesNo = Field(
        False, description="true: sửa lỗi nhập của trang này ở mục ngay trước, cùng thời kỳ"
    )
    note: Text | None = Field(None, description="Ghi chú")


def _entries(entry: type[Value]) -> BeforeValidator:
    """Reads the three ways of writing values: a value, `period: value` pairs, a list of entries."""

    def read(value: object, info: ValidationInfo) -> object:
        if isinstance(value, Mapping):
            return tuple(_pairs_or_entry(value, entry.fields_written(), info))
        return (value,) if isinstance(value, Scalar) else value

    return BeforeValidator(read)


def _pairs_or_entry(
    value: Mapping, fields: tuple[str, ...], info: ValidationInfo
) -> Iterable[Mapping]:
    if not value or any(key.removesuffix("_text") in fields for key in value):
        return [value]
    return [_pair(period, each, info) for period, each in value.items()]


def _pair(written: str, value: Node, info: ValidationInfo) -> Mapping:
    at = written if isinstance(written, Scalar) else value
    period = Scalar(written, at.line, at.column)
    if isinstance(value, Mapping):
        return entry_at(value, info, {"period": period, **value})
    return entry_at(at, info, {"period": period, "value": value})


class Indicator(Sourced):
    """A measure that a plan watches; `parts` are small indicators with their own id and values."""

    id: Id = Field(description="Mã trong kế hoạch, ví dụ `ty-le-ho-ngheo`")
    former_ids: Annotated[tuple[Id, ...], Several] = Field((), description="Mã cũ")
    number: Text | None = Field(None, description="Số thứ tự hoặc mã như đã in")
    name: Text | None = Field(None, description="Tên chỉ tiêu như đã in")
    name_en: Text | None = Field(None, description="Tên tiếng Anh")
    definition: ReferenceField | None = Field(None, description="Mã chỉ tiêu dùng chung")
    section: ItemField | None = Field(None, description="Mã phần chứa chỉ tiêu")
    task: ItemField | None = Field(None, description="Mã nhiệm vụ mà chỉ tiêu thuộc về")
    place: ReferenceField | None = Field(None, description="Địa phương của số liệu")
    lead: BodiesField = Field((), description="Cơ quan chủ trì")
    unit: Text | None = Field(None, description="Đơn vị; `percent` là %, `pp` là điểm %")
    direction: Direction | None = Field(None, description="Hướng tốt: up, down, within")
    modality: Modality | None = Field(None, description="aspirational phấn đấu, forecast dự kiến")
    period: WhenField | None = Field(None, description="Thời kỳ của các mục tiêu")
    set_by: ReferenceField | None = Field(None, description="Cơ quan đặt ra mục tiêu")
    baseline: Annotated[tuple[Baseline, ...], _entries(Baseline)] = Field((), description="Mốc gốc")
    targets: Annotated[tuple[Target, ...], _entries(Target)] = Field((), description="Mục tiêu")
    results: Annotated[tuple[Result, ...], _entries(Result)] = Field((), description="Kết quả")
    stated: Text | None = Field(None, description="Đánh giá chung bằng chữ của nguồn")
    cause: Text | None = Field(None, description="Nguyên nhân, theo nguồn")
    parts: tuple[Indicator, ...] = Field((), description="Chỉ tiêu thành phần")
    adds_up: YesNo = Field(False, description="true nếu các thành phần cộng lại thành toàn bộ")
    relations: Relations = Field(default_factory=no_relations, description="Quan hệ với mục khác")
    note: Text | None = Field(None, description="Ghi chú")

    needs: ClassVar[tuple[str, ...]] = ("name", "definition", "place")

    @model_validator(mode="before")
    @classmethod
    def _words_beside_values(cls, raw: object, info: ValidationInfo) -> object:
        """Printed words beside `targets`, `results`, `baseline` belong to the one value there.

        The unit is kept for the messages about its values.
        """
        if isinstance(raw, Mapping):
            if info.context is not None:
                unit = raw.get("unit")
                info.context[UNIT] = str(unit) if isinstance(unit, Scalar) else ""
            for name in ("baseline", "targets", "results"):
                if f"{name}_text" in raw:
                    raw = unfolded(raw, name, "value", info)
        return raw
