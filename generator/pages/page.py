"""One page being written: its address, the way to other pages, the sources it has named."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from markupsafe import Markup

from generator import addresses
from generator.assess.findings import Findings
from generator.model.archive import Archive
from generator.model.plan import Plan, Section
from generator.model.sources import Sourced
from generator.model.written_out import Sourcing, sourcing_of
from generator.pages import rendering
from generator.pages.crossings import Crossings
from generator.pages.sources import Footnotes
from generator.problems import Position
from generator.text.words import Language


@dataclass(frozen=True)
class Telling:
    """What every page needs: the findings, the language, and where mistakes are reported.

    `repository` is the address of the public repository (`https://host/owner/name`), `None` where
    it is not known; then links to edit a file become its name and line.
    """

    findings: Findings
    language: Language = "vi"
    repository: str | None = None
    plans_folder: str = "plans"

    def file_of(self, position: Position) -> str:
        """The file as the repository knows it: `plans/…`, wherever the folder lies here."""
        return f"plans/{position.file.removeprefix(self.plans_folder).lstrip('/')}"

    @cached_property
    def crossings(self) -> Crossings:
        """Who and what is named where."""
        return Crossings(self.findings)

    @property
    def archive(self) -> Archive:
        """All that was loaded."""
        return self.findings.archive

    @property
    def day(self) -> date:
        """The day as of which everything is told."""
        return self.findings.day


@dataclass
class Page:
    """One page being written: its address, the way to other pages, its footnotes.

    `numbers` is the language whose points and commas its figures take: that of the plan it tells,
    so that each number shows as its source prints it.  `plan` is the id of that plan, if the page
    tells of one.
    """

    telling: Telling
    address: str
    numbers: Language = "vi"
    plan: str | None = None
    footnotes: Footnotes = field(default_factory=Footnotes)

    @property
    def root(self) -> str:
        """The way back to the root of the site, `../../`; `./` at the root itself."""
        return addresses.root_from(self.address) or "./"

    def cite(self, sourcing: Sourcing) -> Markup:
        """The numbers of a fact's sources as links to the end of the page."""
        return _superscript(self.footnotes.cite(sourcing))

    def fragment(self, template: str, **facts: Any) -> Markup:
        """A fragment of HTML."""
        return rendering.html(self.telling.language, template, {"page": self, **facts})

    def markdown(self, template: str, **facts: Any) -> tuple[str, str]:
        """The path of the page's Markdown file, and its text."""
        text = rendering.markdown(self.telling.language, template, {"page": self, **facts})
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
    if not numbers:
        return Markup("")
    links = "".join(
        f'<a href="#nguon-{number}" aria-label="Nguồn {number}">[{number}]</a>'
        for number in numbers
    )
    return Markup(f'<span class="kh-sup">{links}</span>')  # noqa: S704 - numbers only
