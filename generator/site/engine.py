"""Lets MkDocs make the site from the pages, and says in plain words what it complains about."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO

from generator.problems import Position, Problem
from generator.site.lines import line_of
from generator.site.trees import VIETNAMESE, Tree

Sources = Mapping[Tree, tuple[Path, ...]]
"""The trees of a site, and where the files of the pages of each are looked for."""


def run_mkdocs(
    site: Path, day: date, lock: IO[bytes], tick: Callable[[], None], sources: Sources
) -> list[Problem]:
    """Builds the site that the configurations of its trees describe into a folder; whatever
    MkDocs warns of counts.

    All trees are built at the same time.  MkDocs is told the day, so that the same pages always
    give the same bytes.  It holds the lock too: if this process is killed, nobody writes the pages
    under its hands.  `tick` is called about twice a second.
    """
    with ExitStack() as running:
        processes = {
            tree: running.enter_context(_mkdocs(tree, site, _environment(day, tree, sources), lock))
            for tree in sources
        }
        said = {tree: _heard(process, tick) for tree, process in processes.items()}
    problems: list[Problem] = []
    for tree, process in processes.items():
        found = list(complaints(said[tree], *sources[tree], config=tree.config))
        if process.returncode and not found:
            found = [_failure(said[tree], process.returncode, tree.config)]
        problems += found
    if not problems:
        _join(site, sources)
    return problems


def _place(tree: Tree, site: Path) -> Path:
    """Where a tree is built.  MkDocs empties the folder of the first one, but for hidden names."""
    return site / f".{tree.language}" if tree.address else site


def _join(site: Path, trees: Iterable[Tree]) -> None:
    """Brings the trees together.  One page for missing addresses serves them all."""
    for tree in trees:
        if tree.address:
            (_place(tree, site) / "404.html").unlink()
            _place(tree, site).rename(site / tree.address)


@contextmanager
def _mkdocs(
    tree: Tree, site: Path, environment: dict[str, str], lock: IO[bytes]
) -> Iterator[subprocess.Popen[str]]:
    """A running MkDocs, which does not survive an error of ours."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    place = _place(tree, site).absolute()
    process = subprocess.Popen(  # noqa: S603 - our own command
        [*command, "--config-file", str(tree.config), "--site-dir", str(place)],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        pass_fds=(lock.fileno(),),
        encoding="utf-8",
        errors="replace",
    )
    try:
        yield process
    except BaseException:
        process.kill()
        process.wait()
        raise


def _environment(day: date, tree: Tree, trees: Iterable[Tree]) -> dict[str, str]:
    """The environment for MkDocs: the sitemap tells midnight UTC, 7 o'clock in Hà Nội.

    Where each tree stands and which other one there is, only the whole knows.
    """
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    address = os.environ.get("SITE_URL", "")
    return os.environ | {
        "SITE_URL": f"{address.rstrip('/')}/{tree.address}" if address else "",
        "OTHER_LANGUAGE": next((each.language for each in trees if each != tree), ""),
        "SOURCE_DATE_EPOCH": str(int(midnight.timestamp())),
        "NO_MKDOCS_2_WARNING": "1",  # the theme's news about its future
        "NO_COLOR": "1",
        "PYTHONUTF8": "1",
    }


def _heard(process: subprocess.Popen[str], tick: Callable[[], None]) -> str:
    while True:
        try:
            return process.communicate(timeout=0.5)[1]
        except subprocess.TimeoutExpired:
            tick()


def complaints(said: str, *folders: Path, config: Path = VIETNAMESE.config) -> Iterator[Problem]:
    """The warnings and errors in what MkDocs has said, as problems at the line to mend."""
    for message in _messages(said):
        found, vi, en = next(
            (found, vi, en) for saying, vi, en in _SAYINGS if (found := saying.match(message))
        )
        facts = found.groupdict() | {"config": str(config)}
        for page in _pages(facts):
            yield Problem(
                line_of(page, facts.get("link", ""), *folders),
                "pages-build",
                vi.format(**facts),
                en.format(**facts),
            )


def _messages(said: str) -> Iterator[str]:
    """Each warning or error, with the lines that continue it."""
    record: list[str] = []
    counts = False
    for line in said.splitlines():
        if start := re.match(r"(DEBUG|INFO|WARNING|ERROR|CRITICAL) *-  ", line):
            if counts:
                yield "\n".join(record)
            record, counts = [line[start.end() :]], start[1] in ("WARNING", "ERROR", "CRITICAL")
        else:
            record.append(line)
    if counts:
        yield "\n".join(record)


def _pages(facts: dict[str, str]) -> list[str]:
    if "list" in facts:
        return re.findall(r"^ +- (.+)$", facts["list"], re.MULTILINE)
    return [facts.get("page") or facts["config"]]


_LINK = r"Doc file '(?P<page>.*?)' contains an? (?:\w+ )*link '(?P<link>.*?)', "
_SAYINGS = tuple(
    (re.compile(pattern, re.DOTALL), vi, en)
    for pattern, vi, en in (
        (
            _LINK + r"(?:but the target .*not found|it was left as is).* mean '(?P<guess>.*)'",
            "liên kết `{link}` không dẫn tới trang nào: có phải `{guess}`?",
            "the link `{link}` leads to no page: did you mean `{guess}`?",
        ),
        (
            _LINK + r"(?:but the target .*not found|it was left as is)",
            "liên kết `{link}` không dẫn tới trang nào: viết đường tới một tệp, như `tu-dien.md`",
            "the link `{link}` leads to no page: write the way to a file, like `tu-dien.md`",
        ),
        (
            _LINK + r"but (?:there is no such anchor|the doc '.*?' does not contain)",
            "liên kết `{link}` không dẫn tới mục nào: xem lại phần sau dấu `#`",
            "the link `{link}` leads to no heading: check what stands after `#`",
        ),
        (
            r"The following pages exist in the docs directory, but are not included(?P<list>.*)",
            "trang này không có trong `nav:` của {config}: thêm vào `nav:` hoặc `not_in_nav:`",
            "this page is not in `nav:` of {config}: add it to `nav:` or `not_in_nav:`",
        ),
        (
            r"A (?:relative path|reference) to '(?P<link>.*?)' is included in the 'nav'",
            "`nav:` có `{link}`, nhưng không có trang đó: sửa hoặc bỏ dòng này",
            "`nav:` has `{link}`, but there is no such page: mend or remove the line",
        ),
        (
            r"Config value '(?P<link>.*?)': (?P<why>.*?)(?:\n|$)",
            "cấu hình `{link}` chưa đúng: {why}",
            "the setting `{link}` is wrong: {why}",
        ),
        (
            r"Error (?:reading|building) page '(?P<page>.*?)': ?(?P<why>.*?)(?:\n|$)",
            "MkDocs không làm được trang này: {why}",
            "MkDocs could not make this page: {why}",
        ),
        (r"(?P<why>.*?)(?:\n|$)", "MkDocs báo: {why}", "MkDocs says: {why}"),
    )
)


def _failure(said: str, code: int, config: Path) -> Problem:
    """A problem for a run that has ended without a warning that we understand."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    begin = next((at for at, line in enumerate(lines) if line.startswith("Error: ")), -1)
    why = " ".join(lines[begin:]).removeprefix("Error: ")
    return Problem(
        Position(str(config)),
        "pages-build",
        f"MkDocs dừng giữa chừng (mã {code}): {why}",
        f"MkDocs stopped half way (code {code}): {why}",
    )
