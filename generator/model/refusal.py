"""How the model says no: one sentence in Vietnamese, one in English, and the value they speak of."""

from __future__ import annotations

from pydantic_core import PydanticCustomError

from generator.model.nodes import Node


def refusal(vi: str, en: str, node: Node | None = None) -> PydanticCustomError:
    """The error to raise when a value cannot be understood.

    `node` is the value (or key) that is wrong, if it is not the one being read.  The loader turns
    the error into a Problem at that place.
    """
    return PydanticCustomError("refused", "{vi}", {"vi": vi, "en": en, "node": node})
