"""The sources of one page, numbered in the order in which its facts name them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.model.sources import Citation
from generator.model.written_out import Sourcing


@dataclass(frozen=True, slots=True)
class Footnote:
    """One source as a page lists it: a document (id or name), the place in it, the quote.

    `is_common`: the fact names no source of its own; this is the common one of its plan.
    """

    number: int
    document: str
    at: str | None
    quote: str | None
    is_common: bool = False


@dataclass
class Footnotes:
    """Collects the sources of a page; the same document, place and quote share one number."""

    notes: dict[tuple[str, str | None, str | None], Footnote] = field(default_factory=dict)

    def cite(self, sourcing: Sourcing) -> tuple[int, ...]:
        """The numbers to print behind a fact."""
        if not sourcing.citations:
            return ()
        first, *others = sourcing.citations
        common = not sourcing.is_own
        at, quote = sourcing.at or first.at, sourcing.quote or first.quote
        numbers = [self._number(first, at, quote, common)]
        numbers.extend(self._number(each, each.at, each.quote, common) for each in others)
        return tuple(dict.fromkeys(numbers))

    def _number(
        self, citation: Citation, at: str | None, quote: str | None, is_common: bool
    ) -> int:
        key = (citation.document.written, at, quote)
        if key not in self.notes:
            self.notes[key] = Footnote(len(self.notes) + 1, *key, is_common)
        return self.notes[key].number

    def __iter__(self) -> Iterator[Footnote]:
        return iter(self.notes.values())

    def __len__(self) -> int:
        return len(self.notes)
