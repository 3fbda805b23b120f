"""The real plans: they pass the check, and every fact of their sources stands on the site."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.check import check
from generator.load import load_plans
from generator.model.archive import Archive
from generator.model.base import Entry

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def archive() -> Archive:
    loaded, problems = load_plans(ROOT / "plans")
    errors = [each for each in (*problems, *check(loaded, DAY)) if each.severity == "error"]
    assert errors == []
    return loaded


def test_the_plans_are_there(archive: Archive) -> None:
    assert {
        "ha-noi-138",
        "ha-noi-228",
        "ha-noi-84",
        "si-ma-cai-2020",
        "si-ma-cai-2021",
        "lang-son-89",
        "bac-kan-2505",
        "bac-kan-2016-2020",
        "bac-kan-2021-2025",
        "bac-kan-cthd-2021-2025",
    } <= set(archive.plan)


def test_what_a_plan_left_undone_returns_in_the_next(archive: Archive) -> None:
    links = archive.links_to["si-ma-cai-2020#xa-san-chai"]
    assert any(link.subject.startswith("si-ma-cai-2021#") for link in links)


def test_two_documents_of_one_number_are_two_documents(archive: Archive) -> None:
    same = [each.id for each in archive.documents if each.number == "138/KH-UBND"]
    assert len(same) == 2


@pytest.mark.skipif(not SHARED.exists(), reason="the source texts are not beside this checkout")
def test_quotes_stand_verbatim_in_their_sources(archive: Archive) -> None:
    def folded(text: str) -> str:
        plain = unicodedata.normalize("NFC", text).replace("\u00a0", " ").replace("\u202f", " ")
        return re.sub(r"\s+", " ", plain).strip()

    seeds = folded(
        " ".join(path.read_text(encoding="utf-8") for path in (SHARED / "seeds").glob("*.txt"))
    )
    quotes = [quote for plan in archive.plans for quote in said(plan)]
    assert len(quotes) > 80
    assert [quote for quote in quotes if folded(quote) not in seeds] == []


def said(entry: object) -> Iterator[str]:
    """Every verbatim quote in an entry and in what it holds."""
    if isinstance(entry, tuple):
        for each in entry:
            yield from said(each)
    if isinstance(entry, Entry):
        if quote := getattr(entry, "quote", None):
            yield quote
        for name in type(entry).model_fields:
            if name != "origin":
                yield from said(getattr(entry, name))


@pytest.mark.skipif(not SHARED.exists(), reason="the list of facts is not beside this checkout")
def test_every_fact_of_the_sources_is_on_the_site(real_site: Path) -> None:
    command = [sys.executable, str(SHARED / "checks" / "check_facts.py"), str(real_site)]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stdout
    assert "required facts missing: 0" in run.stdout


def test_the_site_asks_no_other_host_and_sets_no_cookie(real_site: Path) -> None:
    fetched = re.compile(
        r"<(?:script|img|iframe|source|video|audio)\b[^>]*\bsrc=\"(?:https?:)?//"
        r"|<link\b[^>]*rel=\"(?:stylesheet|preload|preconnect|prefetch|icon)\"[^>]*\b"
        r"href=\"(?:https?:)?//"
    )
    for page in real_site.rglob("*.html"):
        assert not fetched.search(page.read_text(encoding="utf-8")), page
