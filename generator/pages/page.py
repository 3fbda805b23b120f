"""One page being written: its address, the way to other pages, the sources it has named."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from markupsafe import Markup, escape

from generator import addresses
from generator.assess.findings import Findings
from generator.model.archive import Archive
from generator.model.plan import Plan, Section
from generator.model.sources import Sourced
from generator.model.written_out import Sourcing, sourcing_of
from generator.pages import rendering
from generator.pages.abbreviations import Abbreviation, used
from generator.pages.crossings import Crossings
from generator.pages.names import Name
from generator.pages.sources import Footnotes
from generator.problems import Position
from generator.text.joining import kept_together, names_pattern
from generator.text.words import Language


@dataclass(frozen=True)
class Telling:
    """What every page needs: the findings, the language, and where mistakes are reported.

    `repository` is the address of the public repository (`https://host/owner/name`), `None` where
    it is not known; then links to edit a file become its name and line.  `abbreviations` are
    those of the glossary; each page explains the ones it uses.
    """

    findings: Findings
    language: Language = "vi"
    repository: str | None = None
    plans_folder: str = "plans"
    abbreviations: tuple[Abbreviation, ...] = ()

    def file_of(self, position: Position) -> str:
        """The file as the repository knows it: `plans/…`, wherever the folder lies here."""
        return f"plans/{position.file.removeprefix(self.plans_folder).lstrip('/')}"

    @cached_property
    def crossings(self) -> Crossings:
        """Who and what is named where."""
        return Crossings(self.findings)

    def numbers(self, language: Language) -> Language:
        """The language whose points and commas the figures of a text take.

        English pages print every figure the English way; Vietnamese pages print it as the text
        does, so that it shows as its source prints it.
        """
        return "en" if self.language == "en" else language

    @property
    def archive(self) -> Archive:
        """All that was loaded."""
        return self.findings.archive

    @cached_property
    def _names(self) -> re.Pattern[str]:
        return names_pattern(place.name for place in self.archive.places)

    def title(self, name: Name) -> Name:
        """A name as a title: what belongs together stays on one line."""
        return Name(kept_together(name.words, self._names), name.language)

    @property
    def day(self) -> date:
        """The day as of which everything is told."""
        return self.findings.day


_LANG: dict[Language, Markup] = {"vi": Markup(' lang="vi"'), "en": Markup(' lang="en"')}


@dataclass
class Page:
    """One page being written: its address, the way to other pages, its footnotes.

    `language` is the language of what it tells, which may be another than that of its own words;
    `plan` the id of the plan it tells of, if it tells of one.
    """

    telling: Telling
    address: str
    language: Language = "vi"
    plan: str | None = None
    footnotes: Footnotes = field(default_factory=Footnotes)

    @property
    def root(self) -> str:
        """The way back to the root of the site, `../../`; `./` at the root itself."""
        return addresses.root_from(self.address) or "./"

    @property
    def numbers(self) -> Language:
        """The language whose points and commas its figures take."""
        return self.telling.numbers(self.language)

    @property
    def is_foreign(self) -> bool:
        """Whether what it tells is written in another language than its own words."""
        return self.language != self.telling.language

    def about(self, plan: Plan) -> Page:
        """The same page where it tells of one of several plans."""
        return replace(self, language=plan.language, plan=plan.id)

    def lang(self, language: Language | None = None) -> Markup:
        """The attribute for words in a language (that of what it tells) not the page's own.

        Nothing where they are in the language of the page (WCAG 2.2, 3.1.2).
        """
        language = language or self.language
        return Markup("") if language == self.telling.language else _LANG[language]

    def words(self, words: str | None, language: Language | None = None) -> Markup:
        """Words of what it tells in a sentence of ours, marked where their language is another."""
        literal = escape(words or "")
        mark = self.lang(language) if literal else ""
        return Markup(f"<span{mark}>{literal}</span>") if mark else literal  # noqa: S704 - escaped

    def shows_printed(self, printed: str | None, known: object) -> bool:
        """Whether printed words stand for what is known: not where they are in another language."""
        return bool(printed) and not (self.is_foreign and known is not None)

    def cite(self, sourcing: Sourcing) -> Markup:
        """The numbers of a fact's sources as links to the end of the page."""
        return _superscript(self.footnotes.cite(sourcing))

    def fragment(self, template: str, **facts: Any) -> Markup:
        """A fragment of HTML."""
        return rendering.html(self.telling.language, template, {"page": self, **facts})

    def markdown(self, template: str, **facts: Any) -> tuple[str, str]:
        """The path of the page's Markdown file, and its text."""
        text = rendering.markdown(self.telling.language, template, {"page": self, **facts})
        listed = used(self.telling.abbreviations, text)
        if listed:
            text += f"\n{self.fragment('abbreviations.html', listed=listed)}\n"
        return addresses.path_of(self.address), text

    def source(self, plan: Plan, section: Section | None, *chain: Sourced) -> Markup:
        """The numbers of the sources of an entry, the nearest first in the chain."""
        return self.cite(sourcing_of(plan, section, *chain))

    def cite_entry(self, entry: Sourced) -> Markup:
        """The numbers of the sources that an entry of a register names itself."""
        return self.cite(Sourcing(entry.source, entry.at, entry.quote, bool(entry.source)))

    def to(self, address: str) -> str:
        """The relative way to another page."""
        return self.root + address if address or self.root != "./" else "./"

    def to_data(self, address: str) -> Markup:
        """The relative way to a data file: they stand once, below the Vietnamese root."""
        up = "" if self.telling.language == "vi" else "../"
        return Markup.escape(up + self.root + address)


def _superscript(numbers: tuple[int, ...]) -> Markup:
    """Links to sources; a script says in words what they are, since labels for all weigh."""
    if not numbers:
        return Markup("")
    links = "".join(f'<a href="#nguon-{number}">[{number}]</a>' for number in numbers)
    return Markup(f'<span class="kh-sup">{links}</span>')  # noqa: S704 - numbers only
