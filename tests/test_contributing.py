"""CONTRIBUTING.md is true: examples load, tables read as they say, no field is forgotten."""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple, get_args, get_origin

import pytest
from pydantic_core import PydanticCustomError

from generator.check import check
from generator.load import load_plans
from generator.model import vocabularies
from generator.model.base import Entry
from generator.model.indicators import ShareOfPlan
from generator.model.plan import Plan
from generator.model.quantity import quantity, two_readings
from generator.model.registers import Agency, Definition, Document, Place, Removal
from generator.model.when import when
from generator.problems import Problem
from generator.text.numbers import quantity_words
from generator.text.times import day_words

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
DAY = date(2026, 11, 22)

BASE = {
    "title": "Kế hoạch thử",
    "kind": "annual",
    "place": "si-ma-cai",
    "source": "tin-si-ma-cai-2020-12-21",
}
"""What an example leaves out; an example that says it itself is left as it is."""


class Example(NamedTuple):
    """A YAML block and where it stands: a whole `file`, fields of a `plan`, a list, a register."""

    number: int
    where: str
    text: str

    @property
    def path(self) -> str:
        """The file it is written to."""
        if self.where.startswith("registers/"):
            return f"{self.where}/vi-du.yml"
        found = re.search(r"^id: (\S+)", self.text, re.MULTILINE) if self.where == "file" else None
        return f"vi-du/{found[1] if found else f'vi-du-{self.number}'}.yml"


EXAMPLES = tuple(
    Example(number, *found)
    for number, found in enumerate(
        re.findall(r"<!-- in: (\S+) -->\n```yaml\n(.*?)```\n", TEXT, re.DOTALL), start=1
    )
)
OF_PLANS = [each for each in EXAMPLES if not each.where.startswith("registers/")]
OF_REGISTERS = [each for each in EXAMPLES if each.where.startswith("registers/")]


def test_every_yaml_example_says_where_it_stands() -> None:
    assert len(EXAMPLES) == TEXT.count("```yaml\n")


@pytest.fixture(scope="module")
def problems(tmp_path_factory: pytest.TempPathFactory) -> list[Problem]:
    """What is wrong with the examples of plans, entered beside the real plans."""
    folder = tmp_path_factory.mktemp("contributing") / "plans"
    shutil.copytree(ROOT / "plans", folder)
    for example in OF_PLANS:
        for published in folder.rglob(Path(example.path).name):
            published.unlink()
        _write(folder / example.path, _written(example))
    return _problems(folder)


@pytest.mark.parametrize("example", OF_PLANS, ids=lambda each: f"{each.number} {each.where}")
def test_examples_of_plans_have_no_error(example: Example, problems: list[Problem]) -> None:
    assert not _errors(problems, example.path)


@pytest.mark.parametrize("example", OF_REGISTERS, ids=lambda each: f"{each.number} {each.where}")
def test_examples_of_registers_load(example: Example, tmp_path: Path) -> None:
    _write(tmp_path / example.path, example.text)
    assert load_plans(tmp_path)[1] == []


def _entries() -> Iterator[type[Entry]]:
    """Every kind of entry that an author writes; shares of a plan are written `name: percent`."""
    pending: list[type[Entry]] = [Plan, Place, Agency, Document, Definition, Removal]
    seen: set[type[Entry]] = {ShareOfPlan}
    for entry in pending:  # grows while it is walked
        if entry not in seen:
            seen.add(entry)
            yield entry
            for field in entry.model_fields.values():
                pending.extend(_entries_in(field.annotation))


def _entries_in(annotation: object) -> Iterator[type[Entry]]:
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        yield annotation
    for inner in get_args(annotation):
        yield from _entries_in(inner)


def _code(text: str) -> str:
    """What stands in code spans and blocks."""
    return "\n".join(re.findall(r"```.*?```|``.*?``|`[^`]*`", text, re.DOTALL))


def _described() -> dict[str, str]:
    """The code of each section by the entries that it describes."""
    found: dict[str, str] = {}
    for names, text in re.findall(
        r"<!-- describes: (.*?) -->(.*?)(?=\n##|<!-- describes: |\Z)", TEXT, re.DOTALL
    ):
        for name in names.split(", "):
            found[name] = _code(text)
    return found


@pytest.mark.parametrize("entry", list(_entries()), ids=lambda each: each.__name__)
def test_every_field_is_described_with_its_entry(entry: type[Entry]) -> None:
    described = _described()
    code = described[entry.__name__] + described["common"]
    missing = [
        field for field in entry.fields_written() if not re.search(rf"(?<!\w){field}(?!\w)", code)
    ]
    assert not missing


def test_every_code_of_the_vocabularies_is_told() -> None:
    code = _code(TEXT)
    codes = {
        word
        for name, each in vars(vocabularies).items()
        if not name.startswith("_") and get_origin(each) is Literal
        for word in get_args(each)
    }
    assert len(codes) > 60
    assert [word for word in sorted(codes) if not re.search(rf"(?<!\w){word}(?!\w)", code)] == []


def _rows(heading: str) -> list[tuple[str, ...]]:
    """The rows of the table with these words in its head."""
    lines = TEXT.split("\n")
    start = next(number for number, line in enumerate(lines) if line.startswith(f"| {heading}"))
    rows = []
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        rows.append(tuple(cell.strip() for cell in line.strip("|").split(" | ")))
    return rows


def _plain(cell: str) -> str:
    return cell.strip("`")


TIMES = _rows("In trong văn bản · Printed | Viết · Write | Ngày muộn nhất")
VALUES = _rows("In trong văn bản · Printed | Viết · Write | Trang hiện")
NUMBERS = _rows("Đừng viết · Don't")
MESSAGES = _rows("Bạn viết | Máy nói")


@pytest.mark.parametrize(
    ("printed", "written", "latest"),
    [row for row in TIMES if re.fullmatch(r"`[^:`]+`", row[1])],
)
def test_a_time_ends_on_the_day_that_the_table_says(
    printed: str, written: str, latest: str
) -> None:
    starts = re.search(r", (?:có )?`year_starts: (\d+)`", printed)
    found = when(_plain(written), int(starts[1]) if starts else None).latest
    assert (day_words(found) if found else "không có · none") == latest


@pytest.mark.parametrize(
    ("written", "shown"), [row[1:] for row in VALUES if not row[1].startswith("`value_text")]
)
def test_a_value_means_what_the_table_says(written: str, shown: str) -> None:
    assert quantity_words(quantity(_plain(written))).replace("\u00a0", " ") == shown


@pytest.mark.parametrize(("wrong", "right"), NUMBERS)
def test_a_number_to_avoid_is_refused_and_the_other_is_read(wrong: str, right: str) -> None:
    assert _plain(right) in _refusal(_plain(wrong))
    assert _refusal(_plain(right)) == ""


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[Problem]:
    """What is said of each mistake (`sai-1.yml`) and of what to write instead (`dung-1.yml`)."""
    folder = tmp_path_factory.mktemp("mistakes")
    shutil.copytree(ROOT / "plans" / "registers", folder / "registers")
    for number, (wrong, _, right) in enumerate(MESSAGES):
        _write(folder / f"x/sai-{number}.yml", _around(_plain(wrong), f"sai-{number}"))
        if right.startswith("`"):
            _write(folder / f"x/dung-{number}.yml", _around(_plain(right), f"dung-{number}"))
    return _problems(folder)


@pytest.mark.parametrize("number", range(len(MESSAGES)), ids=lambda number: MESSAGES[number][0])
def test_a_mistake_gets_the_message_of_the_table(number: int, answers: list[Problem]) -> None:
    said = [each.vi for each in _errors(answers, f"x/sai-{number}.yml")]
    assert any(MESSAGES[number][1] in each for each in said), said
    assert not _errors(answers, f"x/dung-{number}.yml")


def test_links_inside_the_document_lead_to_a_heading() -> None:
    headings = re.findall(r"^#+ (.*)$", TEXT, re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings}
    assert set(re.findall(r"\]\(#([^)]*)\)", TEXT)) - anchors == set()


def test_plans_named_as_models_are_there() -> None:
    paths = [_plain(row[0]) for row in _rows("tệp trong `plans/`")]
    assert len(paths) > 3
    assert [path for path in paths if not (ROOT / "plans" / path).is_file()] == []


def _refusal(written: str) -> str:
    """Why a value is not taken as it stands; nothing if it is."""
    try:
        value = quantity(written)
    except PydanticCustomError as refused:
        return str((refused.context or {})["vi"])
    return two_readings(value)[0] if value.ambiguous else ""


def _around(line: str, identifier: str) -> str:
    """A plan with this line where its field belongs."""
    field = line.partition(":")[0]
    item = {"indicators": "name: Thu ngân sách", "tasks": "title: Lập dự toán"}
    for where, fields in {"indicators": ("targets", "results"), "tasks": ("due", "lead")}.items():
        if field in fields:
            return _plan(identifier, f"{where}:\n  - id: a\n    {item[where]}\n    {line}\n")
    return _plan(identifier, f"{line}\n")


def _written(example: Example) -> str:
    if example.where == "file":
        return example.text
    text = example.text
    if example.where != "plan":
        text = f"{example.where}:\n{textwrap.indent(text, '  ')}"
    return _plan(f"vi-du-{example.number}", text)


def _plan(identifier: str, text: str) -> str:
    said = set(re.findall(r"^([a-z_]+):", text, re.MULTILINE))
    fields = {"id": identifier, **BASE}
    head = "".join(f"{name}: {value}\n" for name, value in fields.items() if name not in said)
    return head + text


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _problems(folder: Path) -> list[Problem]:
    archive, problems = load_plans(folder)
    return [*problems, *check(archive, DAY)]


def _errors(problems: list[Problem], path: str) -> list[Problem]:
    return [
        each for each in problems if each.position.file.endswith(path) and each.severity == "error"
    ]
