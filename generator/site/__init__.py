"""The whole way, in order: plans are read, checked and told as pages, MkDocs makes the site of
them, every link in it is followed, and only then it takes the place of the published one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import IO

from generator.assess.findings import Findings
from generator.check import check
from generator.compare import differences
from generator.compare.guard import guard
from generator.exports import exports
from generator.exports.workbooks import workbooks
from generator.load import load_plans
from generator.model.archive import Archive
from generator.pages import pages
from generator.pages.abbreviations import Abbreviation, abbreviations
from generator.pages.page import Telling
from generator.problems import Position, Problem, has_errors, in_reading_order
from generator.site import engine, swap
from generator.site.content import (
    Handwritten,
    address,
    handwritten,
    taken,
    what_cannot_stand,
    written_for,
)
from generator.site.folders import PAGES, SITE, Mark, mark, refusal
from generator.site.lines import line_of
from generator.site.links import dead_links
from generator.site.lock import alone
from generator.site.search import complete_search
from generator.site.trees import VIETNAMESE, Tree, tree_at, trees
from generator.site.writing import Draft
from generator.text.words import Language

WORK = Path("build")
DOCS = WORK / "docs"
"""Where MkDocs finds the Vietnamese pages, as mkdocs.yml says; the English ones lie beside it."""

Progress = Callable[[str, int, int], None]
"""Is told what is being done, and how much of it, of how much; 0 where that is not known."""


@dataclass(frozen=True, slots=True)
class Project:
    """What a site is made from: two folders, the day as of which it speaks, its repository.

    `repository` is the public address of the plan files, `None` where there is none.  `languages`
    are those in which the site is told; Vietnamese is always among them.
    """

    plans: Path
    content: Path
    day: date
    repository: str | None = None
    languages: tuple[Language, ...] = ("vi", "en")

    @property
    def trees(self) -> tuple[Tree, ...]:
        """The trees of pages, the Vietnamese one first."""
        return trees(self.languages)

    def refusal(self, what: Mark, out: Path) -> str:
        """Why the site or its pages may not be written into a folder; empty if they may."""
        inputs = (self.plans, self.content)
        if what is SITE:
            return refusal(out, SITE, (*inputs, *(tree.docs(DOCS) for tree in self.trees)))
        reasons = (refusal(tree.docs(out), PAGES, inputs) for tree in self.trees)
        return next(filter(None, reasons), "")


@dataclass(frozen=True, slots=True)
class Report:
    """What a run has found: how many plans there are, and everything that is wrong."""

    plans: int
    problems: tuple[Problem, ...]

    @property
    def is_fine(self) -> bool:
        """Whether nothing forbids publication."""
        return not has_errors(list(self.problems))


def _silent(_step: str, _done: int, _total: int) -> None:
    """Nobody wants to know."""


def check_plans(
    project: Project, progress: Progress = _silent, published: Archive | None = None
) -> Report:
    """Reads the plans and says what is wrong with them; writes nothing.

    With the plans as they are `published`, what was published and is edited or gone counts too.
    """
    archive, report = _checked(project, progress)
    if published is None:
        return report
    excused = archive.broken | {removal.id for removal in archive.removals}
    lost = guard(differences(published, archive), excused)
    return Report(report.plans, tuple(in_reading_order([*report.problems, *lost])))


def write_docs(project: Project, docs: Path, progress: Progress = _silent) -> Report:
    """Writes the pages, fragments and data of a project into a folder, if nothing is wrong.

    The English pages lie in a folder beside it (`docs-en`).  Each then holds what the project says
    and nothing else.  `OSError` if one cannot be written, or is not ours to fill.
    """
    _insist(project, PAGES, docs)
    with alone(WORK):
        return _write_docs(project, docs, progress)


def build(project: Project, published: Path, progress: Progress = _silent) -> Report:
    """Builds the site and publishes it in a folder, if nothing is wrong.

    Until the new site is complete and checked, the published one is not touched.  `OSError` if
    something cannot be written, or if the folder is not ours to replace.
    """
    _insist(project, SITE, published)
    with alone(WORK) as lock:
        stage = swap.stage(published, WORK)
        swap.tidy(stage)
        report = _write_docs(project, DOCS, progress)
        if not report.is_fine:
            return report
        found = in_reading_order(list(_made(project, stage.coming, lock, progress)))
        if not found:
            mark(stage.coming, SITE)
            swap.swap(stage)
        return Report(report.plans, (*report.problems, *found))


def _insist(project: Project, what: Mark, folder: Path) -> None:
    if reason := project.refusal(what, folder):
        raise FileExistsError(reason)


def _checked(project: Project, progress: Progress) -> tuple[Archive, Report]:
    archive, problems = load_plans(
        project.plans,
        lambda done, total: progress("đọc kế hoạch · reading plans", done, total),
    )
    progress("kiểm tra · checking", 0, 0)
    problems = in_reading_order([*problems, *check(archive, project.day)])
    return archive, Report(len(archive.plans), tuple(problems))


def _write_docs(project: Project, docs: Path, progress: Progress) -> Report:
    archive, report = _checked(project, progress)
    by_hand = handwritten(project.content)
    problems = [*report.problems, *what_cannot_stand(by_hand)]
    if not has_errors(problems):
        findings = Findings(archive, project.day)
        warnings = tuple(problems)
        with ExitStack() as open_drafts:
            drafts = []
            for tree in project.trees:
                drafts.append(open_drafts.enter_context(Draft(tree.docs(docs))))
                written = written_for(tree, by_hand)
                known = _abbreviations(written.get("tu-dien.md"))
                told = _told(project, tree, findings, warnings, known)
                problems += _fill(drafts[-1], written, told, progress)
            if not has_errors(problems):
                for draft in drafts:
                    draft.move_in()
    return Report(report.plans, tuple(in_reading_order(problems)))


def _fill(
    draft: Draft,
    by_hand: dict[str, Handwritten],
    told: Iterator[tuple[str, bytes]],
    progress: Progress,
) -> Iterator[Problem]:
    """Writes the files of a tree, those by hand first; two for one address are a problem."""
    for path, written in by_hand.items():
        draft.add(path, written.content)
    at = {address(path): written.file for path, written in by_hand.items()}
    for number, (path, content) in enumerate(told, start=1):
        progress("viết trang · writing pages", number, 0)
        if (other := at.get(address(path))) is None:
            draft.add(path, content)
        else:
            yield taken(other)


def _told(
    project: Project,
    tree: Tree,
    findings: Findings,
    warnings: tuple[Problem, ...],
    known: tuple[Abbreviation, ...],
) -> Iterator[tuple[str, bytes]]:
    """Every generated page of a tree, and at the root the data files: the path and the bytes."""
    folder = project.plans.as_posix()
    telling = Telling(findings, tree.language, project.repository, folder, known)
    told = pages(telling, warnings)
    if tree is VIETNAMESE:
        yield from workbooks(findings.archive)
        told = chain(told, exports(findings, folder))
    for path, text in told:
        yield path, text.encode()


def _abbreviations(glossary: Handwritten | None) -> tuple[Abbreviation, ...]:
    """What the glossary of a tree says of abbreviations; nothing where there is no glossary."""
    return abbreviations(glossary.content.decode(errors="replace")) if glossary else ()


def _made(project: Project, site: Path, lock: IO[bytes], progress: Progress) -> Iterator[Problem]:
    """Makes the site of the pages, and follows its links if MkDocs has nothing to say."""
    tick = partial(progress, "làm trang HTML · building pages", 0, 0)
    sources = {tree: _sources(project, tree) for tree in project.trees}
    found = engine.run_mkdocs(site, project.day, lock, tick, sources)
    if not found:
        complete_search(site)
    yield from found or _dead_links(project, site, progress)


def _dead_links(project: Project, site: Path, progress: Progress) -> Iterator[Problem]:
    """The links of the built site that lead nowhere, each at the line to mend.

    A page that stands in both trees for want of a translation is told of once.
    """
    told: set[tuple[Position, str]] = set()
    for dead in dead_links(site, partial(progress, "theo từng liên kết · following links")):
        first, *others = dead.pages
        tree, page = tree_at(first)
        where = line_of(page, dead.link, *_sources(project, tree))
        if (where, dead.link) in told:
            continue
        told.add((where, dead.link))
        vi, en = f"; còn ở {len(others)} trang nữa", f"; more pages with it: {len(others)}"
        yield Problem(
            where,
            "links-lead-somewhere",
            f"liên kết `{dead.link}` không dẫn tới đâu: trong trang không có `{dead.missing}`"
            + vi * bool(others),
            f"the link `{dead.link}` leads nowhere: the site has no `{dead.missing}`"
            + en * bool(others),
        )


def _sources(project: Project, tree: Tree) -> tuple[Path, ...]:
    """Where the files of a tree's pages are looked for, those that people write first."""
    return (project.content / tree.address, project.content, tree.docs(DOCS))
