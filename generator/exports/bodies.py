"""What a body is called in a plan: by its id where it acts, and by its whole name."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple, TypeAlias

from generator.model.archive import Archive, local_body, plan_place
from generator.model.plan import Plan
from generator.model.references import Reference


class Named(NamedTuple):
    """`so-tai-chinh@lao-cai`, Sở Tài chính tỉnh Lào Cai; a printed name is both."""

    id: str
    name: str


Naming: TypeAlias = Callable[[Reference], Named]


def naming(archive: Archive, plan: Plan) -> Naming:
    """The names of bodies in a plan, each looked up once."""
    place = plan_place(plan)
    return cache(lambda reference: named(archive, reference, place))


def named(archive: Archive, reference: Reference, place_id: str | None) -> Named:
    """A body in a place."""
    body = local_body(archive, reference, place_id)
    return Named(body.id, body.full_name) if body else Named(reference.written, reference.written)
