"""How long a large site takes: `python -m tests.bench [--sizes 50,500] [--without-mkdocs]`.

Invented plans of realistic size (`tests/synthetic.py`) go through every step.  Each size runs in
processes of its own, so that no step profits from the one before; memory is the most that the
process had held by then.  The exponent says how a step grows from one size to the next: 1 means
twice the plans, twice the time.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import json
import math
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from generator.assess.findings import Findings
from generator.check import check
from generator.exports import exports
from generator.load import load_plans
from generator.pages import pages
from generator.pages.page import Telling
from tests.conftest import project
from tests.synthetic import DAY, write_plans

SIZES = (50, 500, 2000)


@dataclass(frozen=True)
class Step:
    """What one step took: seconds of CPU and on the wall, the peak of memory, bytes written."""

    name: str
    cpu: float
    wall: float
    peak: int
    written: int = 0


def main() -> None:
    """Measures and prints; or, inside a process of its own, does the steps of the generator."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="how many plans")
    parser.add_argument("--without-mkdocs", action="store_true", help="only our own part")
    parser.add_argument("--steps-of", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.steps_of:
        gc.disable()  # as the command line does
        for step in generator_steps(options.steps_of):
            print(json.dumps(asdict(step)), flush=True)
        return
    before: tuple[int, dict[str, Step]] | None = None
    for size in map(int, options.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            found = {step.name: step for step in measured(Path(folder), size, options)}
            report(size, found, before)
            if "whole build" in found:
                report_site(Path(folder) / "project" / "site", size, found)
        before = size, found


def measured(folder: Path, size: int, options: argparse.Namespace) -> Iterator[Step]:
    """The steps of one size; what MkDocs and the link check take is the rest of the whole."""
    write_plans(folder / "plans", size)
    command = [sys.executable, "-m", "tests.bench", "--steps-of", str(folder / "plans")]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    steps = [Step(**json.loads(line)) for line in told.splitlines()]
    yield from steps
    if options.without_mkdocs:
        return
    root = project(folder / "project", folder / "plans")
    command = [sys.executable, "-m", "generator", "build", "--as-of", DAY.isoformat()]

    def written() -> int:
        return weight((root / "site").rglob("*"))

    one = process([*command, "--languages", "vi"], root, written)
    shutil.rmtree(root / "site")
    shutil.rmtree(root / "build")
    whole = process(command, root, written)
    cpu, wall = (sum(values) for values in zip(*((s.cpu, s.wall) for s in steps), strict=True))
    yield Step("MkDocs, links", whole.cpu - cpu, whole.wall - wall, whole.peak, whole.written)
    yield whole
    yield replace(one, name="Vietnamese")


def generator_steps(plans: Path) -> Iterator[Step]:
    """Our own part, step by step, in this process."""
    clock = Clock()
    archive, problems = load_plans(plans)
    yield clock.step("load")
    problems += check(archive, DAY)
    yield clock.step("check")
    findings = Findings(archive, DAY)
    for concluded in (findings.tasks, findings.milestones, findings.rows, findings.lives):
        assert concluded
    assert findings.changes
    yield clock.step("assess")
    telling = Telling(findings, plans_folder=plans.as_posix())
    written = sum(len(text.encode()) for _, text in pages(telling, problems))
    yield clock.step("pages", written)
    english = replace(telling, language="en")
    written = sum(len(text.encode()) for _, text in pages(english, problems))
    yield clock.step("English pages", written)
    written = sum(len(text.encode()) for _, text in exports(findings, plans.as_posix()))
    yield clock.step("exports", written)


class Clock:
    """Takes the time between one step and the next."""

    def __init__(self) -> None:
        self._cpu, self._wall = time.process_time(), time.perf_counter()

    def step(self, name: str, written: int = 0) -> Step:
        cpu, wall = time.process_time(), time.perf_counter()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        found = Step(name, cpu - self._cpu, wall - self._wall, peak, written)
        self._cpu, self._wall = cpu, wall
        return found


def process(command: list[str], folder: Path, written: Callable[[], int]) -> Step:
    """Runs a command to its end; it and all that it starts are counted."""
    begun = time.perf_counter()
    running = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    said = running.stderr.read() if running.stderr else ""
    _, status, usage = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        sys.exit(f"{' '.join(command)}:\n{said[-2000:]}")
    wall = time.perf_counter() - begun
    cpu = usage.ru_utime + usage.ru_stime
    return Step("whole build", cpu, wall, usage.ru_maxrss * 1024, written())


def weight(files: Iterable[Path]) -> int:
    """The bytes of some files together."""
    return sum(file.stat().st_size for file in files if file.is_file())


def report(size: int, found: dict[str, Step], before: tuple[int, dict[str, Step]] | None) -> None:
    """One line for each step."""
    print(f"\n{size} plans")
    print(
        f"{'':15}{'CPU s':>9}{'wall s':>9}{'ms a plan':>11}{'peak MB':>9}{'MB':>8}{'exponent':>10}"
    )
    for name, step in found.items():
        print(
            f"{name:15}{step.cpu:9.2f}{step.wall:9.2f}{step.cpu / size * 1000:11.2f}"
            f"{step.peak / 1e6:9.0f}{step.written / 1e6:8.1f}{exponent(size, step, before):>10}"
        )


def exponent(size: int, step: Step, before: tuple[int, dict[str, Step]] | None) -> str:
    """How the CPU time has grown with the number of plans."""
    if not before or before[0] == size or before[1][step.name].cpu <= 0:
        return ""
    grown = math.log(step.cpu / before[1][step.name].cpu) / math.log(size / before[0])
    return f"{grown:.2f}"


def report_site(site: Path, size: int, found: dict[str, Step]) -> None:
    """What a reader downloads, and how much of the work is ours."""
    rest, whole = found["MkDocs, links"].cpu, found["whole build"].cpu
    index = (site / "search" / "search_index.json").read_bytes()
    packed = len(gzip.compress(index)) / size / 1000
    html = list(site.rglob("*.html"))
    print(f"search index {len(index) / size / 1000:.2f} KB a plan, {packed:.2f} compressed")
    print(f"HTML {weight(html) / size / 1000:.0f} KB a plan, {len(html)} pages")
    print(f"the generator's share of the CPU time: {1 - rest / whole:.0%}")
    both, one = found["whole build"], found["Vietnamese"]
    print(
        f"both languages take {both.wall / one.wall:.2f} times as long as one, "
        f"{both.cpu / one.cpu:.2f} times the CPU time, "
        f"{both.written / one.written:.2f} times the bytes",
        flush=True,
    )


if __name__ == "__main__":
    main()
