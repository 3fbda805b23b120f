"""How the model says no: a sentence in Vietnamese, one in English, and the value they speak of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from pydantic_core import PydanticCustomError

from generator.model.nodes import Node

REFUSED = "refused"
"""The key, in the context of a reading, of the list that `note` adds to."""


class Message(NamedTuple):
    """One thing said in Vietnamese and in English: what is wrong and what to do about it."""

    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an entry cannot be accepted; `lacks` names fields of which one would have helped."""

    vi: str
    en: str
    node: Node
    lacks: tuple[str, ...] = ()


def refusal(vi: str, en: str, node: Node | None = None) -> PydanticCustomError:
    """The error to raise when a value cannot be understood.

    `node` is the value (or key) that is wrong, if it is not the one being read.  The loader turns
    the error into a Problem at that place.
    """
    return PydanticCustomError(REFUSED, "{vi}", {"vi": vi, "en": en, "node": node})


def note(context: Mapping[str, Any] | None, refused: Refusal) -> None:
    """Refuses an entry and lets the reading go on, so that its other mistakes are seen as well.

    Where nobody collects refusals the reading stops.
    """
    if not context or REFUSED not in context:
        raise refusal(refused.vi, refused.en, refused.node)
    context[REFUSED].append(refused)


def shown(value: object, most: int = 60) -> str:
    """Words of an author as a message may repeat them: on one line, short, and without signs that
    cannot be seen or would turn the direction of writing."""
    words = " ".join(str(value).split()) if isinstance(value, str) else "…"
    visible = "".join(sign if sign.isprintable() else f"U+{ord(sign):04X}" for sign in words)
    return visible if len(visible) <= most else visible[: most - 1].rstrip() + "…"
