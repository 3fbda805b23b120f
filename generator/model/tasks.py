"""A task with who answers for it, by when, and what was reported; a milestone with its day."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, ValidationInfo, model_validator

from generator.model.base import Entry, Id, Several, Text, YesNo, entry_at, unfolded
from generator.model.nodes import Mapping, Scalar
from generator.model.references import BodiesField, ItemField, ReferenceField, reference
from generator.model.relations import Relations, no_relations
from generator.model.sources import Sourced
from generator.model.vocabularies import DocumentKind, MilestoneKind, Modality, Stage
from generator.model.when import WhenField


class Deadline(Sourced):
    """One version of a deadline; the last version is in force."""

    shorthand: ClassVar[str | None] = "due"
    needs: ClassVar[tuple[str, ...]] = ("due", "due_text")

    due: WhenField | None = Field(None, description="Thời hạn")
    on: WhenField | None = Field(None, description="Ngày của lần điều chỉnh")
    document: ReferenceField | None = Field(None, description="Văn bản điều chỉnh")
    reason: Text | None = Field(None, description="Lý do, theo nguồn")
    correction: YesNo = Field(False, description="true: sửa lỗi nhập của trang này")
    note: Text | None = Field(None, description="Ghi chú")


class Deliverable(Entry):
    """What a task is to bring forth; `document` once it is issued."""

    kind: DocumentKind | None = Field(None, description="Loại văn bản")
    kind_text: Text | None = Field(None, description="Loại theo lời của nguồn")
    title: Text | None = Field(None, description="Tên sản phẩm")
    document: ReferenceField | None = Field(None, description="Văn bản đã ban hành")

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, raw: object, info: ValidationInfo) -> object:
        """A bare name is a title, a bare id a document."""
        if not isinstance(raw, Scalar):
            return raw
        return entry_at(raw, info, {"title" if reference(raw).is_name else "document": raw})


class Step(Sourced):
    """A stage of a task with its own deadline."""

    title: Text = Field(description="Nội dung bước, ví dụ `trình HĐND`")
    due: WhenField | None = Field(None, description="Thời hạn của bước")
    modality: Modality | None = Field(None, description="aspirational phấn đấu, forecast dự kiến")
    note: Text | None = Field(None, description="Ghi chú")


class Report(Sourced):
    """What was reported about a task on a day; the last one is its state."""

    on: WhenField | None = Field(None, description="Ngày báo cáo")
    stage: Stage = Field(
        description="Tình trạng, ví dụ `in_progress`, `completed`; cũng có not_started, suspended, "
        "dropped, merged"
    )
    done: WhenField | None = Field(None, description="Ngày hoàn thành")
    text: Text | None = Field(None, description="Lời báo cáo")
    document: ReferenceField | None = Field(None, description="Văn bản báo cáo hoặc sản phẩm")
    correction: YesNo = Field(
        False, description="true: sửa lỗi nhập của trang này ở lần báo cáo ngay trước"
    )
    note: Text | None = Field(None, description="Ghi chú")


class Task(Sourced):
    """Something that must be done; without lead or deadline if the plan names none."""

    id: Id = Field(description="Mã trong kế hoạch, ví dụ `doan-kiem-tra`")
    former_ids: Annotated[tuple[Id, ...], Several] = Field((), description="Mã cũ")
    number: Text | None = Field(None, description="Số thứ tự như đã in")
    title: Text = Field(description="Tên nhiệm vụ, ví dụ `Thành lập các đoàn kiểm tra`")
    title_en: Text | None = Field(None, description="Tên tiếng Anh")
    text: Text | None = Field(None, description="Nội dung đầy đủ")
    section: ItemField | None = Field(None, description="Mã phần chứa nhiệm vụ")
    lead: BodiesField = Field((), description="Cơ quan chủ trì, một hoặc nhiều")
    supporting: BodiesField = Field((), description="Cơ quan phối hợp")
    deciding: BodiesField = Field((), description="Cơ quan quyết định, ban hành")
    places: Annotated[tuple[ReferenceField, ...], Several] = Field((), description="Địa bàn")
    modality: Modality | None = Field(None, description="aspirational phấn đấu, forecast dự kiến")
    deliverables: Annotated[tuple[Deliverable, ...], Several] = Field((), description="Sản phẩm")
    due: Annotated[tuple[Deadline, ...], Several] = Field(
        (), description="Thời hạn, hoặc danh sách các lần điều chỉnh"
    )
    steps: Annotated[tuple[Step, ...], Several] = Field((), description="Các bước")
    reports: Annotated[tuple[Report, ...], Several] = Field((), description="Các lần báo cáo")
    relations: Relations = Field(default_factory=no_relations, description="Quan hệ với mục khác")
    note: Text | None = Field(None, description="Ghi chú")

    @model_validator(mode="before")
    @classmethod
    def _words_beside_due(cls, raw: object, info: ValidationInfo) -> object:
        """`due_text` belongs to the one deadline there."""
        if isinstance(raw, Mapping) and "due_text" in raw:
            return unfolded(raw, "due", "due", info)
        return raw


class Milestone(Sourced):
    """A day in the life of the plan itself: a conference, a submission, an adoption."""

    id: Id | None = Field(None, description="Mã trong kế hoạch")
    former_ids: Annotated[tuple[Id, ...], Several] = Field((), description="Mã cũ")
    number: Text | None = Field(None, description="Số thứ tự như đã in")
    kind: MilestoneKind | None = Field(None, description="conference, submission, adoption …")
    kind_text: Text | None = Field(None, description="Loại theo lời của nguồn")
    title: Text = Field(description="Tên mốc, ví dụ `Hội nghị triển khai kế hoạch`")
    title_en: Text | None = Field(None, description="Tên tiếng Anh")
    text: Text | None = Field(None, description="Nội dung đầy đủ")
    when: WhenField | None = Field(None, description="Thời gian")
    modality: Modality | None = Field(None, description="aspirational phấn đấu, forecast dự kiến")
    actors: BodiesField = Field((), description="Ai làm, kèm vai trò")
    outcome: Text | None = Field(None, description="Kết quả của mốc, theo nguồn")
    done: WhenField | None = Field(None, description="Ngày đã diễn ra, theo nguồn")
    relations: Relations = Field(default_factory=no_relations, description="Quan hệ với mục khác")
    note: Text | None = Field(None, description="Ghi chú")
