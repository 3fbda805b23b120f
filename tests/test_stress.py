"""Pages of plans at the edges: very long, very short, empty, crowded."""

from __future__ import annotations

import re

import pytest

from tests.stress import DAY, LONG, write_plans
from tests.test_pages import told


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("stress") / "plans"
    write_plans(folder)
    return told(folder, DAY)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("rat-dai", "Ô có quá 12 việc ghi số việc theo từng loại."),
        ("rat-dai", "<b>30</b>"),
        ("rat-dai", "{: #ke-hoach .kh-long }"),
        ("nhieu-nam", "đặt ở năm đến hạn"),
        ("nhieu-nam", '<span class="kh-ok" style="flex:1102">'),
        ("trong", "Trang này chưa ghi chỉ tiêu, nhiệm vụ hay mốc nào của kế hoạch."),
        ("moc", "12 mốc, từ ngày 15/01/2026 đến quý I/2027"),
        ("chuoi-so/khoang", "Ước thực hiện năm 2025: 7.640; mục tiêu: 8.300–8.500"),
        ("chuoi-so/chin-thang", "9 tháng đầu năm 2023: 61; 9 tháng đầu năm 2025: 70"),
        ("chuoi-so/chi-muc-tieu", "chưa có báo cáo"),
        ("chuoi-so/hai-nam", "Thực hiện năm 2025: 7; mục tiêu: 6"),
        ("chuoi-so/nguon-von", "vốn tỉnh, dân góp (chưa có hai số trở lên)"),
        ("chuoi-so/nguon-von", "ngày công (đo bằng đơn vị khác)"),
        ("english/households", "Thực hiện năm 2023: 12,050; mục tiêu: 12,000"),
    ],
)
def test_a_reader_finds(pages: dict[str, str], path: str, words: str) -> None:
    assert words in pages[f"ke-hoach/{path}/index.md"].replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("mot-ngay", "kh-time"),  # one quarter tells nothing
        ("moc", "kh-time"),  # the timetable says it all
        ("trong", "kh-strip"),
        ("trong", "kh-table"),
        ("chuoi-so", "kh-chart"),
    ],
)
def test_what_would_say_nothing_is_not_drawn(pages: dict[str, str], path: str, words: str) -> None:
    assert words not in pages[f"ke-hoach/{path}/index.md"]


def test_twelve_parts_are_drawn_small_beside_each_other(pages: dict[str, str]) -> None:
    text = pages["ke-hoach/chuoi-so/muoi-hai-xa/index.md"]
    small = text[text.index('<div class="kh-multi"') :]
    assert small.count('viewBox="0 0 200 120"') == 12
    assert text.count('viewBox="0 0 400') == 1


def test_a_chart_is_told_to_who_does_not_see_it(pages: dict[str, str]) -> None:
    charts = [
        drawing
        for text in pages.values()
        for drawing in re.findall(
            r"<svg class=\"kh-chart[^>]*role=\"img\".*?</svg>", text, re.DOTALL
        )
    ]
    assert len(charts) > 15
    for drawing in charts:
        assert re.search(r"<title id=\"[^\"]+\"[^>]*>[^<]+</title>", drawing)
        assert re.search(r"<desc id=\"[^\"]+\">[^<]+</desc>", drawing)


def test_a_very_long_title_is_whole_on_its_own_page_and_short_elsewhere(
    pages: dict[str, str],
) -> None:
    own = pages["ke-hoach/rat-dai/index.md"].replace("\u00a0", " ")
    assert LONG.replace("-", "&#45;").replace(",", "&#44;") in own
    eyebrow = re.search(r"<p class=\"kh-eyebrow\">.*", pages["ke-hoach/rat-dai/dai/index.md"])
    assert eyebrow
    assert "…</a>" in eyebrow[0]
