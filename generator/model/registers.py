"""What plans refer to: places, bodies, documents, and indicators that several plans share."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from generator.model.base import Entry, Id, Several, Text
from generator.model.references import ReferenceField, reference
from generator.model.refusal import refusal, shown
from generator.model.relations import Relations, no_relations
from generator.model.sources import Sourced
from generator.model.vocabularies import (
    AgencyKind,
    Direction,
    DocumentKind,
    DocumentStatus,
    Level,
    RemovedKind,
)
from generator.model.when import WhenField


class Place(Sourced):
    """A territory and the time in which it exists; a merger is `until` with `succeeded_by`."""

    id: Id = Field(description="Mã, ví dụ `lao-cai`; thêm năm nếu tên trở lại sau sáp nhập")
    name: Text = Field(description="Tên kèm cấp, ví dụ `tỉnh Bắc Kạn`")
    name_en: Text | None = Field(None, description="Tên tiếng Anh")
    level: Level = Field(
        description="Cấp, ví dụ `province`; cũng có country, district, commune, other"
    )
    level_text: Text | None = Field(None, description="Cấp theo lời của nguồn")
    parent: ReferenceField | None = Field(None, description="Nơi chứa nó")
    from_: WhenField | None = Field(None, alias="from", description="Tồn tại từ ngày")
    until: WhenField | None = Field(None, description="Tồn tại đến hết ngày")
    succeeded_by: Annotated[tuple[ReferenceField, ...], Several] = Field(
        (), description="Nơi kế tục, một hoặc nhiều"
    )
    former_ids: Annotated[tuple[Id, ...], Several] = Field((), description="Mã cũ")
    note: Text | None = Field(None, description="Ghi chú")


class Agency(Sourced):
    """A body; with `place` that one body, with `level` one in every place of that level."""

    id: Id = Field(description="Mã, ví dụ `so-tai-chinh`")
    name: Text = Field(
        description="Tên đầy đủ, ví dụ `Sở Tài chính`; đăng ký theo cấp thì không kèm địa danh"
    )
    name_en: Text | None = Field(None, description="Tên tiếng Anh")
    short: Text | None = Field(None, description="Tên gọi tắt, ví dụ `UBND`")
    kind: AgencyKind | None = Field(
        None, description="`group` nếu là tập hợp như “các sở, ban, ngành”"
    )
    place: ReferenceField | None = Field(None, description="Địa phương của đúng cơ quan này")
    level: Annotated[tuple[Level, ...], Several] = Field(
        (), description="Có ở mọi địa phương thuộc cấp này"
    )
    from_: WhenField | None = Field(None, alias="from", description="Có từ ngày")
    until: WhenField | None = Field(None, description="Có đến hết ngày")
    succeeded_by: Annotated[tuple[ReferenceField, ...], Several] = Field(
        (), description="Cơ quan kế tục, một hoặc nhiều"
    )
    former_ids: Annotated[tuple[Id, ...], Several] = Field((), description="Mã cũ")
    note: Text | None = Field(None, description="Ghi chú")

    @property
    def is_group(self) -> bool:
        """Whether it is many bodies together, such as all departments of a province."""
        return self.kind == "group"


class Document(Sourced):
    """A document; its identity is issuer + number + year, without number issuer + kind + date."""

    id: Id = Field(description="Mã, ví dụ `226-nq-cp-2025`")
    kind: DocumentKind = Field(
        description="Loại văn bản, ví dụ `resolution`, `decision`, `plan`, `news`"
    )
    kind_text: Text | None = Field(None, description="Loại theo lời của nguồn, khi kind là other")
    number: Text | None = Field(None, description="Số, ký hiệu như đã in, ví dụ `84/KH-UBND`")
    issuer: ReferenceField | None = Field(None, description="Cơ quan ban hành")
    place: ReferenceField | None = Field(None, description="Địa phương của cơ quan ban hành")
    issued: WhenField | None = Field(None, description="Ngày ban hành")
    title: Text | None = Field(None, description="Trích yếu")
    title_en: Text | None = Field(None, description="Trích yếu bằng tiếng Anh")
    signer: Text | None = Field(None, description="Người ký")
    author: Text | None = Field(None, description="Tác giả bài báo")
    term: Text | None = Field(None, description="Nhiệm kỳ, bằng lời")
    period: WhenField | None = Field(None, description="Thời kỳ của văn bản")
    status: DocumentStatus | None = Field(None, description="`draft` nếu là dự thảo")
    replaces: Annotated[tuple[ReferenceField, ...], Several] = Field(
        (), description="Văn bản bị thay thế"
    )
    amends: Annotated[tuple[ReferenceField, ...], Several] = Field(
        (), description="Văn bản được sửa đổi, bổ sung"
    )
    relations: Relations = Field(
        default_factory=no_relations, description="Quan hệ với văn bản khác"
    )
    url: Text | None = Field(None, description="Địa chỉ, bắt đầu bằng https://")
    archived: Text | None = Field(None, description="Địa chỉ bản lưu")
    retrieved: WhenField | None = Field(None, description="Ngày xem")
    former_ids: Annotated[tuple[Id, ...], Several] = Field((), description="Mã cũ")
    note: Text | None = Field(None, description="Ghi chú")

    @property
    def is_secondary(self) -> bool:
        """Whether it only tells about other documents: news, of the press or of a body."""
        return self.kind == "news"


class SeriesBreak(Entry):
    """A change of definition or territory: figures before and after cannot be compared."""

    on: WhenField = Field(description="Ngày hoặc năm thay đổi, ví dụ `2025-07-01`")
    text: Text = Field(description="Điều đã thay đổi, ví dụ `chuẩn nghèo mới`")


class Definition(Sourced):
    """An indicator that several plans share."""

    id: Id = Field(description="Mã, ví dụ `ty-le-ho-ngheo`")
    name: Text = Field(description="Tên chỉ tiêu, ví dụ `Tỷ lệ hộ nghèo`")
    name_en: Text | None = Field(None, description="Tên tiếng Anh")
    unit: Text | None = Field(None, description="Đơn vị; `percent` là %, `pp` là điểm %")
    direction: Direction | None = Field(None, description="Hướng tốt: up, down, within")
    definition: Text | None = Field(None, description="Định nghĩa, cách tính")
    code: Text | None = Field(None, description="Mã chính thức")
    breaks: Annotated[tuple[SeriesBreak, ...], Several] = Field((), description="Chỗ ngắt chuỗi")
    former_ids: Annotated[tuple[Id, ...], Several] = Field((), description="Mã cũ")
    note: Text | None = Field(None, description="Ghi chú")


def removed_id(value: object) -> str:
    """Reads the id of what is gone: `ha-noi-84`, `ha-noi-84#doan-kiem-tra`."""
    found = reference(value)
    if found.is_name or found.place:
        raise refusal(
            f"`{shown(found.written)}` không phải một mã: viết mã đã gỡ, ví dụ `ha-noi-84`, hoặc "
            "`ha-noi-84#doan-kiem-tra` cho một mục của kế hoạch",
            f"`{shown(found.written)}` is no id: write the id that was removed, e.g. `ha-noi-84`, "
            "or `ha-noi-84#doan-kiem-tra` for an item of a plan",
        )
    return found.written


class Removal(Sourced):
    """Says of an id that is gone when and why it went, so that old links still lead somewhere."""

    id: Annotated[str, BeforeValidator(removed_id)] = Field(
        description="Mã đã gỡ, ví dụ `ha-noi-84`; mục của kế hoạch là `ha-noi-84#doan-kiem-tra`"
    )
    was: RemovedKind = Field(
        "plan", description="Từng là gì: plan, place, agency, document, indicator"
    )
    title: Text | None = Field(None, description="Tên trước khi gỡ")
    title_en: Text | None = Field(None, description="Tên tiếng Anh")
    on: WhenField = Field(description="Ngày gỡ, ví dụ `2026-11-22`")
    reason: Text = Field(description="Lý do gỡ, ví dụ `nhập trùng với ha-noi-84`")
    succeeded_by: ReferenceField | None = Field(None, description="Mã thay cho nó, nếu có")
    note: Text | None = Field(None, description="Ghi chú")

    @property
    def plan(self) -> str:
        """The id of the plan that it was, or in which it stood."""
        return self.id.partition("#")[0]

    @property
    def item(self) -> str:
        """The id that it had in its plan; empty for what stood by itself."""
        return self.id.partition("#")[2]
