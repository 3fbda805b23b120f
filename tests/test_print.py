"""On paper stands everything, in black on white, with nothing to press and no page half empty."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest

from generator.load import load_plans
from tests.browser import chromium, served

PLANS = Path(__file__).parent / "large" / "plans"
LARGE = "ke-hoach/tinh-mau-2023/"


class Paper(NamedTuple):
    """A page as it prints: the text of each sheet, how full it is, and how light."""

    texts: list[str]
    fills: list[float]
    lightness: float

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())


def printed(pdf: bytes) -> Paper:
    document = pypdfium2.PdfDocument(pdf)
    texts, fills = [], []
    for sheet in document:
        words = sheet.get_textpage()
        texts.append(unicodedata.normalize("NFC", words.get_text_bounded()))
        lowest = min((words.get_rect(at)[1] for at in range(words.count_rects())), default=0)
        fills.append(1 - lowest / sheet.get_height())
    picture = bytes(document[0].render(scale=0.5, grayscale=True).buffer)
    document.close()
    return Paper(texts, fills, sum(picture) / len(picture))


@pytest.fixture(scope="module")
def papers(large_site: Path) -> Iterator[dict[str, Paper]]:
    """What a reader prints who reads in the dark, on a desk."""
    with served(large_site) as base, chromium() as browser:
        page = browser.new_page(color_scheme="dark", viewport={"width": 1280, "height": 844})
        found = {}
        for address in (LARGE, LARGE + "thu-ngan-sach/", "lich/"):
            page.goto(base + address, wait_until="networkidle")
            found[address] = printed(page.pdf(format="A4", prefer_css_page_size=True))
        yield found


def test_every_task_indicator_and_source_is_printed(papers: dict[str, Paper]) -> None:
    archive, _ = load_plans(PLANS)
    [plan] = archive.plans
    text = papers[LARGE].text
    assert [each.title for each in plan.tasks if text.count(each.title) < 2] == []  # and in time
    assert [each.name for each in plan.indicators if each.name and each.name not in text] == []
    assert [each.title for each in plan.sections if each.title not in text] == []
    squeezed = re.sub(r"\s", "", text)
    for document in archive.documents:
        if document.id in ("37-kh-ubnd-mau-2023", "bc-mau-2025", "tin-mau-2023"):
            assert str(document.url) in squeezed


def test_what_can_only_be_pressed_is_not_printed(papers: dict[str, Paper]) -> None:
    for address, paper in papers.items():
        for words in ("Trang chủ", "Lọc theo chữ", "Sửa dữ liệu này", "Mục lục", "Tìm kiếm"):
            assert words not in paper.text, address


def test_a_dark_page_prints_on_white_paper(papers: dict[str, Paper]) -> None:
    assert min(paper.lightness for paper in papers.values()) > 230


def test_paper_is_not_wasted(papers: dict[str, Paper]) -> None:
    assert len(papers[LARGE].texts) <= 28
    assert len(papers["lich/"].texts) <= 12
    for address, paper in papers.items():
        assert min(paper.fills[:-1]) > 0.5, (address, paper.fills)


def test_no_sheet_ends_with_a_heading(papers: dict[str, Paper]) -> None:
    headings = ("Nhiệm vụ Chủ trì Hạn Tiến độ Sản phẩm, minh chứng", "Nhiệm vụ", "Các mốc")
    for sheet in papers[LARGE].texts[:-1]:
        assert not " ".join(sheet.split()).endswith(headings)
