"""Which rows of a long list a reader may choose, by words and by what the rows are.

A row says what it is in attributes (`data-s="overdue over"`); a choice offers their values.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.plan import Plan
from generator.pages import names
from generator.pages.names import Name
from generator.pages.page import Page
from generator.text.saying import say
from generator.text.sorting import alphabetical
from generator.text.words import CHANGE, LIFECYCLE, TIMELINESS, Language, Words, word

FEW = 8
"""Up to this number of rows are seen at a glance: no filter."""
MOST_OPTIONS = 60
"""A longer list of options is no help: typing finds faster."""

_OVERDUE = ("overdue", "overdue_unreported")


@dataclass(frozen=True, slots=True)
class Choice:
    """One select: the attribute it looks at (`s` for data-s), its label, values with words.

    `within`: it looks at the names in that part of the row instead, each as a word for addresses.
    """

    name: str
    label: str
    options: tuple[tuple[str, Name], ...]
    within: str | None = None

    @property
    def is_of_use(self) -> bool:
        """Whether there is something to choose, and not too much."""
        return 1 < len(self.options) <= MOST_OPTIONS


def filter_form(
    page: Page, noun: str, *choices: Choice, box: str | None = None, hint: str | None = None
) -> Markup:
    """The row above a list; its script shows it.  `box` is the id around the rows, or the page."""
    return page.fragment(
        "filter.html",
        noun=noun,
        choices=[choice for choice in choices if choice.is_of_use],
        box=box,
        hint=hint,
    )


def timeliness_values(code: str) -> str:
    """The values of a row: its timeliness, and `over` for both kinds of overdue."""
    return f"{code} over" if code in _OVERDUE else code


def overdue_value(codes: Iterable[str]) -> str | None:
    """The value that chooses all that is overdue; `None` where nothing is."""
    found = [code for code in _OVERDUE if code in set(codes)]
    return "over" if len(found) > 1 else found[0] if found else None


def by_timeliness(language: Language, codes: Iterable[str]) -> Choice:
    """How things stand; both kinds of overdue together come first."""
    found = set(codes)
    options = list(_worded(language, TIMELINESS, found))
    if found.issuperset(_OVERDUE):
        both = say(language, "Quá hạn, có hoặc chưa có báo cáo", "Overdue, reported or not")
        options.insert(0, ("over", Name(both, language)))
    return Choice("s", say(language, "Tiến độ", "Status"), tuple(options))


def by_kind(language: Language, vocabulary: Words, codes: Iterable[str]) -> Choice:
    """The kind of a plan or document."""
    return Choice("k", say(language, "Loại", "Kind"), _worded(language, vocabulary, codes))


def by_lifecycle(language: Language, states: Iterable[str]) -> Choice:
    """What state a plan is in."""
    options = by_kind(language, LIFECYCLE, states).options
    return Choice("l", say(language, "Tình trạng", "State"), options)


def in_use(vocabulary: Words, codes: Iterable[str]) -> tuple[str, ...]:
    """The codes that occur, in the order of their vocabulary."""
    found = set(codes)
    return tuple(code for code in vocabulary if code in found)


def by_change(language: Language, codes: Iterable[str]) -> Choice:
    """What has changed."""
    return Choice(
        "k", say(language, "Thay đổi", "Change"), by_kind(language, CHANGE, codes).options
    )


def by_plan(language: Language, plans: Sequence[Plan]) -> Choice:
    """The plan that something belongs to."""
    named = {plan.id: names.plan_name(plan, language) for plan in plans}
    return Choice("p", say(language, "Kế hoạch", "Plan"), in_order(named))


def in_order(named: dict[str, Name]) -> tuple[tuple[str, Name], ...]:
    """Options in the order of the alphabet."""
    return tuple(sorted(named.items(), key=lambda each: alphabetical(each[1].words)))


def _worded(
    language: Language, vocabulary: Words, codes: Iterable[str]
) -> tuple[tuple[str, Name], ...]:
    return tuple(
        (code, Name(word(vocabulary, code, language), language))
        for code in in_use(vocabulary, codes)
    )
