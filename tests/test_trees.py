"""The site in two languages: each page has its twin, and the way there and back."""

from __future__ import annotations

import os
import posixpath
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.problems import Problem
from generator.site import Project, build, write_docs
from generator.site.content import handwritten, what_cannot_stand, written_for
from generator.site.trees import ENGLISH, VIETNAMESE
from tests.browser import chromium, served
from tests.conftest import ROOT, tree

OURS = Project(Path("plans"), Path("content"), date(2026, 11, 22))
SWITCH = re.compile(r'<a class="kh-language" href="([^"]*)" lang="(\w+)" hreflang="\2">([^<]+)</a>')


def pages(site: Path) -> list[str]:
    """The pages of a built site that have an address, as paths."""
    files = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(file for file in files if file != "404.html")


def read(site: Path, page: str) -> str:
    return (site / page).read_text(encoding="utf-8")


def test_each_page_stands_at_the_same_address_in_both_languages(real_site: Path) -> None:
    english = {page for page in pages(real_site) if page.startswith("en/")}

    assert english == {f"en/{page}" for page in pages(real_site) if page not in english}
    assert len(english) > 100


def test_the_way_to_the_other_language_leads_to_the_same_page_and_back(real_site: Path) -> None:
    for page in pages(real_site):
        ((href, language, word),) = SWITCH.findall(read(real_site, page))
        twin = posixpath.normpath(posixpath.join(posixpath.dirname(page), href, "index.html"))
        if page.startswith("en/"):
            assert (twin, language, word) == (page.removeprefix("en/"), "vi", "Tiếng Việt")
        else:
            assert (twin, language, word) == (f"en/{page}", "en", "English")


def test_each_page_says_in_which_language_it_speaks(real_site: Path) -> None:
    for page in pages(real_site):
        language = "en" if page.startswith("en/") else "vi"
        assert re.findall(r"<html lang=\"(\w+)\"", read(real_site, page)) == [language], page


def test_the_frame_of_an_english_page_is_english(real_site: Path) -> None:
    text = read(real_site, "en/gioi-thieu/index.html")
    frame = text[text.index("<body") : text.index("<article")] + text[text.index("</article>") :]

    assert re.findall(r'class="md-tabs__link">\s*(.+?)\s*</a>', frame) == [
        *("Home", "Plans", "Indicators", "Bodies", "Places", "Documents"),
        *("Calendar", "Changes", "Data", "About"),
    ]
    assert re.findall(r"[ăđơưạ-ỹ]+", SWITCH.sub("", frame), re.IGNORECASE) == []


def test_data_files_stand_once(real_site: Path) -> None:
    data = [
        path.relative_to(real_site / "en").as_posix()
        for path in (real_site / "en").rglob("*")
        if path.suffix in (".csv", ".ics", ".json", ".xml")
    ]

    assert set(data) == {"search/search_index.json", "sitemap.xml"}
    assert 'href="../../du-lieu/ke-hoach.csv"' in read(real_site, "en/du-lieu/index.html")


def test_the_hand_written_pages_have_the_same_anchors_in_both_languages() -> None:
    def anchors(page: Path) -> set[str]:
        return set(re.findall(r"\{#([a-z0-9-]+)", page.read_text(encoding="utf-8")))

    for page in sorted((ROOT / "content").glob("*.md")):
        english = page.parent / "en" / page.name
        assert anchors(english) == anchors(page) - {"english"}, page.name  # a summary in English


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments, "--as-of", "2026-11-22"],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | environment,
        check=False,
    )


@pytest.mark.usefixtures("here")
def test_a_site_in_one_language_has_no_way_to_another() -> None:
    ended = run("build", "--languages", "vi", SITE_URL="https://example.org/kh/")

    assert ended.returncode == 0, ended.stdout
    assert not Path("site/en").exists()
    for page in (*pages(Path("site")), "404.html"):
        text = read(Path("site"), page)
        assert "kh-language" not in text
        assert "hreflang" not in text
        assert "/en/" not in text


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("address", ["https://example.org/kh/", "https://example.org/kh"])
def test_pages_name_each_other_where_the_site_knows_its_address(address: str) -> None:
    ended = run("build", SITE_URL=address)

    assert ended.returncode == 0, ended.stdout
    root = "https://example.org/kh/"
    for page, own in (("ke-hoach/xa-an/", root), ("en/ke-hoach/xa-an/", f"{root}en/"), ("", root)):
        text = read(Path("site"), f"{page}index.html")
        short = page.removeprefix("en/")
        assert re.findall(r'<link rel="canonical" href="(.*?)">', text) == [own + short]
        assert dict(re.findall(r'<link rel="alternate " hreflang="(.*?)" href="(.*?)">', text)) == {
            "vi": root + short,
            "en": f"{root}en/{short}",
            "x-default": root + short,
        }
    assert f"<loc>{root}en/ke-hoach/xa-an/</loc>" in read(Path("site"), "en/sitemap.xml")
    assert "/en/" not in read(Path("site"), "sitemap.xml")


@pytest.mark.usefixtures("here")
def test_the_page_for_missing_addresses_speaks_both_languages_at_any_depth() -> None:
    assert run("build", SITE_URL="https://example.org/kh/").returncode == 0
    text = read(Path("site"), "404.html")

    assert not Path("site/en/404.html").exists()
    assert SWITCH.findall(text) == [("/kh/en/", "en", "English")]
    article = text[text.index("<article") : text.index("</article>")]
    vietnamese, english = ["/kh/ke-hoach/", "/kh/."], ["/kh/en/ke-hoach/", "/kh/en/"]
    assert re.findall(r'<a href="(.*?)"', article) == vietnamese + english
    assert '<div lang="en">' in article


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def errors(problems: tuple[Problem, ...]) -> list[tuple[str, str, int]]:
    return [
        (each.rule, each.position.file, each.position.line)
        for each in problems
        if each.severity == "error"
    ]


GLOSSARY = Path("content/en/tu-dien.md")
ORIGINAL = Path("content/tu-dien.md")


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("spoil", "found"),
    [
        (
            lambda: edit(GLOSSARY, "# Glossary\n", "# Glossary\n\n[x](nowhere.md)\n"),
            [("pages-build", GLOSSARY.as_posix(), 3)],
        ),
        (
            lambda: edit(GLOSSARY, "# Glossary\n", '# Glossary\n\n<a href="../nowhere/">x</a>\n'),
            [("links-lead-somewhere", GLOSSARY.as_posix(), 3)],
        ),
        (
            lambda: (GLOSSARY.unlink(), edit(ORIGINAL, "# Từ điển\n", '# Từ điển\n<a href="x">')),
            [("links-lead-somewhere", ORIGINAL.as_posix(), 2)],
        ),
        (
            lambda: edit(Path("mkdocs.en.yml"), "lich/index.md", "lich/nowhere.md"),
            [
                ("pages-build", "mkdocs.en.yml", 1),
                ("pages-build", "build/docs-en/lich/index.md", 1),
            ],
        ),
        (
            lambda: edit(
                Path("content/tu-dien.md"), "# Từ điển\n", "# Từ điển\n\n[x](nowhere.md)\n"
            ),
            [("pages-build", "content/tu-dien.md", 3)],
        ),
    ],
    ids=["english link", "english raw link", "untranslated", "english navigation", "vietnamese"],
)
def test_what_is_broken_in_one_language_publishes_neither(
    spoil: Callable[[], None], found: list[tuple[str, str, int]]
) -> None:
    assert build(OURS, Path("site")).is_fine
    before = tree(Path("site"))

    spoil()
    report = build(OURS, Path("site"))

    assert sorted(errors(report.problems)) == sorted(found)
    assert tree(Path("site")) == before


@pytest.mark.usefixtures("here")
def test_a_page_that_is_not_translated_stands_in_english_as_vietnamese() -> None:
    GLOSSARY.unlink()

    assert run("build").returncode == 0

    english, vietnamese = (read(Path("site"), f"{at}tu-dien/index.html") for at in ("en/", ""))
    article = english[english.index("<article") : english.index("</article>")]
    assert "Not translated yet" in article.partition('<div lang="vi">')[0]
    assert "Từ điển" in article.partition('<div lang="vi">')[2]
    assert '<div lang="vi">' not in vietnamese
    assert "Not translated" not in vietnamese


def content(folder: Path, **files: bytes) -> dict[str, Path]:
    """Hand-written files: `en__a_md` is `en/a.md`."""
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
    return handwritten(folder)


@pytest.mark.parametrize(
    ("original", "shown"),
    [
        (b"# A\n", b"---\nlang: vi\n---\n\n# A\n"),
        (b"\xef\xbb\xbf# A\n", b"---\nlang: vi\n---\n\n# A\n"),
        (b"---\nhide: [toc]\n---\n# A\n", b"---\nlang: vi\nhide: [toc]\n---\n# A\n"),
        (b"---\r\nhide: [toc]\r\n---\r\n# A\n", b"---\nlang: vi\nhide: [toc]\r\n---\r\n# A\n"),
        (b"---\n# A\n", b"---\nlang: vi\n---\n\n---\n# A\n"),
        (b"", b"---\nlang: vi\n---\n\n"),
    ],
)
def test_a_page_without_a_translation_tells_the_theme_its_language(
    tmp_path: Path, original: bytes, shown: bytes
) -> None:
    files = content(tmp_path, a_md=original)

    assert written_for(VIETNAMESE, files)["a.md"].content == original
    assert written_for(ENGLISH, files)["a.md"].content == shown


def test_english_files_take_the_place_of_the_vietnamese_in_the_english_tree_alone(
    tmp_path: Path,
) -> None:
    files = content(
        tmp_path, a_md=b"A", en__a_md=b"A in English", b_svg=b"B", c_svg=b"C", en__c_svg=b"C'"
    )

    def bytes_of(tree: object) -> dict[str, bytes]:
        assert tree in (VIETNAMESE, ENGLISH)
        written = written_for(ENGLISH if tree is ENGLISH else VIETNAMESE, files)
        return {path: each.content for path, each in written.items()}

    assert bytes_of(VIETNAMESE) == {"a.md": b"A", "b.svg": b"B", "c.svg": b"C"}
    assert bytes_of(ENGLISH) == {"a.md": b"A in English", "b.svg": b"B", "c.svg": b"C'"}


def test_an_english_page_needs_its_vietnamese_twin(tmp_path: Path) -> None:
    files = content(tmp_path, en__a_md=b"A", en__b_svg=b"B", c_md=b"C", en__c_md=b"C")

    (problem,) = what_cannot_stand(files)

    assert (problem.rule, problem.position.file) == (
        "translations-have-an-original",
        (tmp_path / "en/a.md").as_posix(),
    )


@pytest.mark.usefixtures("here")
def test_no_page_takes_the_address_of_the_english_front_page() -> None:
    Path("content/en.md").write_text("# Mine", encoding="utf-8")

    report = write_docs(OURS, Path("build/docs"))

    assert errors(report.problems) == [("addresses-are-free", "content/en.md", 1)]
    assert not Path("build").joinpath("docs-en").exists()


def test_a_reader_keeps_the_place_and_the_colours_in_the_other_language(real_site: Path) -> None:
    with chromium() as browser, served(real_site) as address:
        page = browser.new_page()
        page.goto(f"{address}tu-dien/#dat")
        page.click("label[for=__palette_1]")  # from the colours of the machine to light
        page.click("label[for=__palette_2]")  # to dark
        page.click(".kh-language")
        page.wait_for_url("**/en/tu-dien/#dat")
        assert page.get_attribute("body", "data-md-color-scheme") == "slate"
        page.click("label[for=__palette_0]")
        page.click(".kh-language")
        page.wait_for_url(f"{address}tu-dien/#dat")
        assert page.evaluate("__md_get('__palette').index") == 0
        search = page.locator("div.md-search")
        assert search.get_attribute("aria-label") == "Tìm kiếm"
        page.goto(f"{address}en/")
        assert search.get_attribute("aria-label") == "Search"
