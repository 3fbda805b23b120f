"""What should be looked after, as lines of text or as Markdown for an issue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.problems import Position
from generator.terminal import one_line
from generator.text.escaping import literal
from generator.text.saying import say
from generator.text.words import Language
from generator.upkeep.links import DeadLink
from generator.upkeep.reminders import MATTERS, Reminder, heading

Lines = Iterator[str]


def reminders_told(found: Sequence[Reminder], language: Language, markdown: bool) -> Lines:
    """The reminders by matter, each with its plan and line."""
    if not found:
        yield say(language, "Không có việc gì phải nhắc.", "Nothing to be reminded of.")
    for matter in MATTERS:
        listed = [each for each in found if each.matter == matter]
        if listed:
            yield from _headed(heading(matter, len(listed), language), markdown)
            for each in listed:
                words = each.words[0 if language == "vi" else 1]
                yield _line(
                    f"{each.plan.id}: “{each.name}”{f', {words}' if words else ''}",
                    each.position,
                    markdown,
                )


def dead_links_told(
    found: Sequence[DeadLink], asked: int, language: Language, markdown: bool
) -> Lines:
    """The links that do not answer, each with the line to mend."""
    yield say(
        language,
        "{dead} trên {asked} liên kết không trả lời như phải có.",
        "{dead} of {asked} links do not answer as they should.",
        dead=len(found),
        asked=asked,
    )
    for each in found:
        answer = str(each.status) if each.status else each.words
        field = f"`{each.link.field}`"
        yield _line(
            f"{each.link.document} {field}: {each.link.address} ({answer})",
            each.link.position,
            markdown,
        )


def _headed(words: str, markdown: bool) -> Lines:
    yield ""
    yield f"### {words}" if markdown else words
    if markdown:
        yield ""


def _line(words: str, position: Position, markdown: bool) -> str:
    where = f"{position.file}:{position.line}"
    if markdown:
        return f"- {literal(words)} <sub>{literal(where)}</sub>"
    return f"  {one_line(words)} ({one_line(where)})"
