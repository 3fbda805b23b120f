"""Whether the counts of a scorecard agree with each other and with the names it gives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.plan import Scorecard
from generator.model.references import Reference
from generator.model.tasks import Task
from generator.model.written_out import Row, every


@dataclass(frozen=True, slots=True)
class NamedCount:
    """One word of a scorecard: how many it counts, and how many of them are named.

    `count` is `None` when the word is only named; `unnamed` is negative when more are named than
    counted.  `unrecorded` are named but stand nowhere in the plan as entered here.
    """

    word: str
    count: int | None
    named: int
    unnamed: int | None
    unrecorded: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class OfWhich:
    """A count inside another (`of_which`); `of` is the largest it can lie in."""

    word: str
    count: int
    of: int | None
    exceeds: bool


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """The counts of one scorecard side by side.

    `counted` is the sum of the disjoint counts, `uncounted` the total less that sum (negative when
    the counts exceed the total), both `None` when there is nothing to compare.
    """

    total: int | None
    counted: int | None
    uncounted: int | None
    of_which: tuple[OfWhich, ...]
    words: tuple[NamedCount, ...]

    @property
    def contradicts(self) -> bool:
        """Whether it cannot be right: more counted, contained or named than there are."""
        return (
            (self.uncounted is not None and self.uncounted < 0)
            or any(each.exceeds for each in self.of_which)
            or any(each.unnamed is not None and each.unnamed < 0 for each in self.words)
        )


def reconciliation(
    scorecard: Scorecard, rows: Iterable[Row], tasks: Iterable[Task] = ()
) -> Reconciliation:
    """The counts of a scorecard against each other and against what its plan holds here.

    `tasks` are needed where the scorecard counts tasks.
    """
    recorded = {each for row in every(rows) for each in (row.path, row.indicator.id)}
    recorded.update(task.id for task in tasks)
    counted = sum(scorecard.counts.values()) if scorecard.counts else None
    uncounted = None
    if counted is not None and scorecard.total is not None:
        uncounted = scorecard.total - counted
    words = dict.fromkeys((*scorecard.counts, *scorecard.named))
    return Reconciliation(
        scorecard.total,
        counted,
        uncounted,
        tuple(_inside(scorecard, word, count) for word, count in scorecard.of_which.items()),
        tuple(_named(scorecard, word, recorded) for word in words),
    )


def _inside(scorecard: Scorecard, word: str, count: int) -> OfWhich:
    around = max(scorecard.counts.values(), default=scorecard.total)
    return OfWhich(word, count, around, around is not None and count > around)


def _named(scorecard: Scorecard, word: str, recorded: set[str]) -> NamedCount:
    named = {each.written: each for each in scorecard.named.get(word, ())}
    count = scorecard.counts.get(word, scorecard.of_which.get(word))
    return NamedCount(
        word,
        count,
        len(named),
        None if count is None else count - len(named),
        tuple(each for each in named.values() if (each.item or each.id) not in recorded),
    )
