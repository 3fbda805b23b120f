"""How a plan, document or item is related to others; written once, shown at both ends."""

from __future__ import annotations

from typing import Annotated, get_args

from pydantic import Field

from generator.model.base import Entry, Several
from generator.model.references import Reference, ReferenceField
from generator.model.vocabularies import RelationKind

_Ends = Annotated[tuple[ReferenceField, ...], Several]


class Relations(Entry):
    """The relations of one entry, each kind with one or several other ends (ids or names)."""

    based_on: _Ends = Field((), description="Căn cứ")
    implements: _Ends = Field((), description="Thực hiện, cụ thể hóa")
    evaluates: _Ends = Field((), description="Đánh giá, tổng kết")
    succeeds: _Ends = Field((), description="Tiếp nối")
    replaces: _Ends = Field((), description="Thay thế")
    amends: _Ends = Field((), description="Sửa đổi, bổ sung")
    feeds_into: _Ends = Field((), description="Làm cơ sở cho, tích hợp vào")
    part_of: _Ends = Field((), description="Là một phần của")

    def pairs(self) -> tuple[tuple[RelationKind, Reference], ...]:
        """Every relation as its kind and the other end, in the order of the vocabulary."""
        return tuple((kind, end) for kind in RELATION_KINDS for end in getattr(self, kind))


_NONE = Relations()


def no_relations() -> Relations:
    """The relations of an entry that names none; always the same, since entries never change."""
    return _NONE


RELATION_KINDS: tuple[RelationKind, ...] = get_args(RelationKind)
