"""The pages told in English: no Vietnamese word of ours is left, and what stays is marked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.assess.findings import Findings
from generator.check import check
from generator.load import load_plans
from generator.model.archive import Archive
from generator.pages import pages
from generator.pages.format import ENTRIES, fields_of
from generator.pages.page import Page, Telling
from generator.problems import Problem
from generator.text.words import Language

HERE = Path(__file__).parent
DAY = date(2026, 11, 22)
VIETNAMESE = re.compile(r"[À-ÖØ-öø-ỹ]")
TEMPLATES = HERE.parent / "generator" / "pages" / "templates"
STORED = (
    "index.md",
    "chi-tieu/ty-le-ho-ngheo/index.md",
    "co-quan/ubnd/xa-an-binh/index.md",
    "dia-phuong/huyen-cu/index.md",
    "du-lieu/index.md",
    "du-lieu/chat-luong/index.md",
    "ke-hoach/an-binh-2026/index.md",
    "ke-hoach/an-binh-2026/ho-ngheo/index.md",
    "lich/index.md",
    "thay-doi/index.md",
)
"""Some pages of each kind: whoever changes a wording reads what it became."""


def told(folder: Path, language: Language = "en") -> dict[str, str]:
    archive, problems = load_plans(folder)
    assert not [each for each in problems if each.severity == "error"]
    telling = Telling(Findings(archive, DAY), language, plans_folder=folder.as_posix())
    return dict(pages(telling, [*problems, *check(archive, DAY)]))


@pytest.fixture(scope="module")
def example() -> dict[str, str]:
    return told(HERE / "example" / "plans")


def test_the_english_pages_are_the_expected_ones(
    example: dict[str, str], request: pytest.FixtureRequest
) -> None:
    """Rewrite them with `pytest tests/test_english_pages.py --rewrite`, and read the diff."""
    expected = HERE / "expected-en"
    if request.config.getoption("--rewrite"):
        for path in STORED:
            target = expected / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(example[path], encoding="utf-8")
    for path in STORED:
        assert example[path] == (expected / path).read_text(encoding="utf-8"), path
    assert {path.relative_to(expected).as_posix() for path in expected.rglob("*.md")} == set(STORED)


def without_diacritics(text: str) -> str:
    """Editors' words in ASCII letters, so that whatever keeps its diacritics is ours."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


@pytest.mark.parametrize("plans", ["example/plans", "large/plans", "../plans"])
def test_no_vietnamese_word_of_ours_is_left(tmp_path: Path, plans: str) -> None:
    """All editors' words are ASCII here: what keeps its diacritics is a wording of ours."""
    folder = tmp_path / "plans"
    for file in (HERE / plans).rglob("*.yml"):
        target = folder / file.relative_to(HERE / plans)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(without_diacritics(file.read_text(encoding="utf-8")), encoding="utf-8")
    told_in_english = told(folder)
    assert len(told_in_english) > 20
    for path, text in told_in_english.items():
        left = [line for line in text.splitlines() if VIETNAMESE.search(_without_their_own(line))]
        assert not left, (path, left[:3])


def _without_their_own(line: str) -> str:
    """A line without what stays Vietnamese on purpose: the site's name, and notation to write."""
    return re.sub('`[^`]*`|<span lang="vi">[^<]*</span>', "", line)


_VOID = {"input", "br", "wbr", "rect", "line", "path", "circle", "polyline", "use", "col"}
_NUMBERS = re.compile(r"\S*\d\S*/\S*")


class Unmarked(HTMLParser):
    """Collects Vietnamese text and attributes outside of elements with `lang="vi"`.

    Document numbers and file names are nobody's language; a `title` repeats what is said beside.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        above = self._open[-1][1] if self._open else False
        is_marked = attributes["lang"] == "vi" if "lang" in attributes else above
        if not is_marked:
            told = [value for name, value in attrs if value and name != "title"]
            self.found += [value for value in told if VIETNAMESE.search(value)]
        if tag not in _VOID:
            self._open.append((tag, is_marked or tag == "code"))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        words = _NUMBERS.sub("", data)
        if VIETNAMESE.search(words) and not (self._open and self._open[-1][1]):
            self.found.append(" ".join(words.split()))


def english_names(folder: Path) -> list[str]:
    """What editors call things in English, which may hold a Vietnamese name."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.yml"))
    on_a_line, in_braces = r"_en: *(.+)", r"_en: *([^,}\n]+)"
    names = re.findall(on_a_line, text) + re.findall(in_braces, text)
    found = {name.strip("\"' ") for name in names}
    return sorted(found, key=len, reverse=True)


@pytest.mark.parametrize("plans", ["example/plans", "large/plans", "../plans"])
def test_what_stays_vietnamese_is_marked_as_such(plans: str) -> None:
    """WCAG 2.2, 3.1.2: a screen reader reads each part in its language."""
    names = english_names(HERE / plans)
    for path, text in told(HERE / plans).items():
        if path == "du-lieu/chat-luong/index.md":
            continue  # the advice there quotes the file
        told_by_us = re.sub(r'^# .* lang="vi" }$', "", text, flags=re.MULTILINE)
        told_by_us = told_by_us.replace("\u00a0", " ")
        for name in names:
            told_by_us = told_by_us.replace(name, "")
        assert not Unmarked(told_by_us).found, path


def test_every_wording_of_a_template_has_its_english() -> None:
    """Vietnamese stands in a template as the first wording of `t`, or is marked as such."""
    for template in TEMPLATES.rglob("*.*"):
        text = template.read_text(encoding="utf-8")
        text = re.sub(r"{#.*?#}", "", text, flags=re.DOTALL)
        text = re.sub(r'{% if [^%]*language == "vi" %}.*?{% else %}', "", text, flags=re.DOTALL)
        text = re.sub(r"""\bt\((?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'),""", "", text)
        left = [line for line in text.splitlines() if VIETNAMESE.search(_without_their_own(line))]
        assert not left, (template.name, left[:3])


def test_every_field_of_the_format_is_explained_in_english() -> None:
    for _, _, _, entry in ENTRIES:
        for field in fields_of(entry, "en"):
            assert field.meaning, (entry, field.name)
            assert not VIETNAMESE.search(field.meaning)


def test_both_languages_have_the_same_pages(example: dict[str, str]) -> None:
    assert list(example) == list(told(HERE / "example" / "plans", "vi"))


def test_anchors_are_the_same_in_both_languages(example: dict[str, str]) -> None:
    """So that the way to the same place of the other tree is the same."""

    def anchors(text: str) -> list[str]:
        return re.findall(r"\bid=\"([^\"]+)\"|{: #([a-z-]+)", text)

    for path, text in told(HERE / "example" / "plans", "vi").items():
        assert anchors(text) == anchors(example[path]), path


PLAN = """
    id: plan
    title: Kế hoạch năm 2026
    kind: annual
    place: x
    period: 2026
    language: {language}
    source: d
    indicators:
      - id: income
        name: {name}
        unit: {unit}
        direction: up
        targets: 8300
        targets_text: {printed}
    tasks:
      - id: task
        title: {title}
        title_en: Survey of poor households
        lead: Phòng Kinh tế
        due: 2026-12
"""
PLACES = """
    - id: x
      name: xã Mẫu
      name_en: Mau commune
      level: commune
"""
DOCUMENTS = """
    - id: d
      kind: decision
      number: 30/QĐ-UBND
      issued: 2026-06-15
"""
AGENCIES = """
    - id: phong
      name: Phòng Kinh tế
      name_en: Division of Economy
      level: commune
"""


Tell = Callable[[Language, Language], tuple[dict[str, str], Archive]]
Load = Callable[..., tuple[Archive, list[Problem]]]


@pytest.fixture
def tell(load: Load) -> Tell:
    """Tells a small plan written in one language in the same or the other one."""

    def told(of: Language, language: Language) -> tuple[dict[str, str], Archive]:
        words = {
            "vi": ("Thu nhập", "tỷ đồng", "Rà soát hộ nghèo", "8.300 tỷ đồng"),
            "en": ("Income", "USD", "Survey", "USD 8,300"),
        }[of]
        name, unit, title, printed = words
        archive, problems = load(
            PLAN.format(language=of, name=name, unit=unit, title=title, printed=printed),
            registers__places=PLACES,
            registers__documents=DOCUMENTS,
            registers__agencies=AGENCIES,
        )
        assert not [each.en for each in problems if each.severity == "error"]
        return dict(pages(Telling(Findings(archive, DAY), language))), archive

    return told


def test_english_names_are_used_where_there_are_any(tell: Tell) -> None:
    pages, _ = tell("vi", "en")
    plan = pages["ke-hoach/plan/index.md"]
    assert '<a href="../../dia-phuong/x/">Mau commune</a>' in plan
    assert "Survey of poor households" in plan
    assert "Rà soát hộ nghèo" not in plan
    assert "30/QĐ-UBND</span> of 15 June 2026" in plan


def test_the_original_name_is_marked_where_there_is_none(tell: Tell) -> None:
    pages, _ = tell("vi", "en")
    assert '# Kế hoạch năm 2026 {: #ke-hoach lang="vi" }' in pages["ke-hoach/plan/index.md"]
    assert '<span lang="vi">Thu nhập</span>' in pages["ke-hoach/plan/index.md"]
    assert '<a href="../ke-hoach/plan/" lang="vi">Kế hoạch năm 2026</a>' in pages["lich/index.md"]


@pytest.mark.parametrize(
    ("of", "language", "target"),
    [
        ("vi", "vi", "8.300 tỷ đồng"),
        ("vi", "en", '8,300<span class="said" lang="vi">“8.300 tỷ đồng”</span>'),
        ("en", "vi", '8,300<span class="said" lang="en">“USD 8,300”</span>'),
        ("en", "en", "USD 8,300"),
    ],
)
def test_printed_words_stay_as_printed(
    tell: Tell, of: Language, language: Language, target: str
) -> None:
    """In another language than the page they stand beside the number, and are marked."""
    pages, _ = tell(of, language)
    cell = re.search(
        r'data-label="(?:Mục tiêu|Target)">\s*<span class="kh-line">(.*?)</span>\s*</td>',
        pages["ke-hoach/plan/index.md"],
        re.DOTALL,
    )
    assert cell
    assert cell[1] == target


def test_an_english_plan_is_marked_on_vietnamese_pages(tell: Tell) -> None:
    pages, _ = tell("en", "vi")
    assert '<span lang="en">Income</span>' in pages["ke-hoach/plan/index.md"]
    assert "lang=" not in tell("vi", "vi")[0]["ke-hoach/plan/index.md"]


@pytest.mark.parametrize(
    ("address", "vietnamese", "english"),
    [
        ("", "./lich/lich.ics", ".././lich/lich.ics"),
        ("du-lieu/", "../lich/lich.ics", "../../lich/lich.ics"),
        ("ke-hoach/plan/", "../../lich/lich.ics", "../../../lich/lich.ics"),
    ],
)
def test_data_files_stand_once(tell: Tell, address: str, vietnamese: str, english: str) -> None:
    findings = Findings(tell("vi", "vi")[1], DAY)
    assert Page(Telling(findings, "vi"), address).to_data("lich/lich.ics") == vietnamese
    assert Page(Telling(findings, "en"), address).to_data("lich/lich.ics") == english
