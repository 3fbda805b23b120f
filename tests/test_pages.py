"""The pages of an invented plan, word for word, and what every page keeps."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from generator.assess.findings import Findings
from generator.check import check
from generator.load import load_plans
from generator.pages import pages
from generator.pages.page import Telling

HERE = Path(__file__).parent
DAY = date(2026, 11, 22)


def told(folder: Path = HERE / "example" / "plans", day: date = DAY) -> dict[str, str]:
    archive, problems = load_plans(folder)
    warnings = [*problems, *check(archive, day)]
    assert not [each for each in warnings if each.severity == "error"]
    telling = Telling(Findings(archive, day), plans_folder=folder.as_posix())
    return dict(pages(telling, warnings))


@pytest.fixture(scope="module")
def example() -> dict[str, str]:
    return told()


def test_the_pages_are_the_expected_ones(
    example: dict[str, str], request: pytest.FixtureRequest
) -> None:
    """Rewrite them with `pytest tests/test_pages.py --rewrite`, and read the diff."""
    expected = HERE / "expected"
    if request.config.getoption("--rewrite"):
        for old in expected.rglob("*.md"):
            old.unlink()
        for path, text in example.items():
            target = expected / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
    stored = {
        path.relative_to(expected).as_posix(): path.read_text(encoding="utf-8")
        for path in expected.rglob("*.md")
    }
    assert set(example) == set(stored)
    for path, text in example.items():
        assert text == stored[path], path


def test_same_input_gives_the_same_bytes(example: dict[str, str]) -> None:
    assert told() == example


def test_a_table_keeps_its_columns(example: dict[str, str]) -> None:
    for path, text in example.items():
        for table in re.findall(r"<table.*?</table>", text, re.DOTALL):
            if "colspan" in table or "rowspan" in table:
                continue
            head = len(re.findall(r"<th[^>]*scope=\"col\"", table))
            for row in re.findall(r"<tr\b.*?</tr>", table.split("</thead>")[-1], re.DOTALL):
                assert len(re.findall(r"<t[hd]\b", row)) == head, path


def test_no_cell_is_empty(example: dict[str, str]) -> None:
    for path, text in example.items():
        for table in re.findall(r"<table class=\"kh-table.*?</table>", text, re.DOTALL):
            for cell in re.findall(r"<td(?![^>]*\"tt\")[^>]*>(.*?)</td>", table, re.DOTALL):
                assert re.sub(r"<[^>]+>", "", cell).strip(), path


def test_an_id_stands_once_on_a_page(example: dict[str, str]) -> None:
    for path, text in example.items():
        ids = re.findall(r"\bid=\"([^\"]+)\"", text) + re.findall(r"\{: #([a-z-]+) \}", text)
        assert len(ids) == len(set(ids)), path


def test_a_fragment_begins_a_block_of_its_own(example: dict[str, str]) -> None:
    """Outside of front matter, headings and prose every line of HTML lies in a block."""
    blocks = r"<(?:p|div|dl|ol|ul|table|details|section|figure|form)\b"
    for path, text in example.items():
        body = text.split("---\n", 2)[2]
        for part in re.split(r"\n\n+", body):
            if part.strip().startswith("<"):
                assert re.match(blocks, part.strip()), path


def test_what_search_leaves_out_holds_none_of_its_own_kind(example: dict[str, str]) -> None:
    """The theme's search forgets that it is leaving something out at the first closing tag."""
    for path, text in example.items():
        for found in re.finditer(r"<(\w+)[^>]* data-search-exclude[^>]*>", text):
            tag, rest = found[1], text[found.end() :]
            inside = rest[: rest.index(f"</{tag}>")]
            assert f"<{tag}" not in inside, path
            assert not re.search(r"<h[1-6]", inside), path


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("ke-hoach/an-binh-2026/index.md", "văn bản nêu <b>8 chỉ tiêu</b>; trang này ghi <b>7</b>"),
        ("ke-hoach/an-binh-2026/index.md", "văn bản nêu 12; trang này ghi 11"),
        ("ke-hoach/an-binh-2026/index.md", "24,023 tỷ đồng"),
        ("ke-hoach/an-binh-2026/index.md", "Các thành phần (2026) cộng lại là 23,5"),
        ("ke-hoach/an-binh-2026/index.md", "Nới lỏng"),
        ("ke-hoach/an-binh-2026/index.md", "lùi 91 ngày"),
        ("ke-hoach/an-binh-2026/index.md", "quá mốc phấn đấu"),
        ("ke-hoach/an-binh-2026/index.md", "khi tỉnh hướng dẫn"),
        ("ke-hoach/an-binh-2026/ho-ngheo/index.md", "chuẩn nghèo mới"),
        ("ke-hoach/an-binh-2026/ho-ngheo/index.md", "Từ 01/07/2025 địa bàn thay đổi"),
        ("ke-hoach/an-binh-2026/ho-ngheo/index.md", "không công bố"),
        ("dia-phuong/huyen-cu/index.md", "Nay thuộc"),
        ("co-quan/ubnd/index.md", "UBND tỉnh Mẫu"),
        ("van-ban/30-qd-ubnd-an-binh-2026/index.md", "Tốc độ tăng giá trị sản xuất"),
        ("chi-tieu/ty-le-ho-ngheo/index.md", "chuẩn nghèo quốc gia"),
        ("lich/index.md", "Quá hạn: 3 việc"),
        ("du-lieu/chat-luong/index.md", "Bảng 2 ghi 7 chỉ tiêu, phần lời ghi 8."),
    ],
)
def test_a_reader_finds(example: dict[str, str], path: str, words: str) -> None:
    assert words in example[path]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 6, 30), "Chưa hoàn thành, trong hạn"),
        (date(2026, 7, 1), "Quá hạn, chưa có báo cáo"),
    ],
)
def test_lateness_follows_the_day(day: date, words: str) -> None:
    text = told(day=day)["ke-hoach/an-binh-2026/index.md"]
    row = re.search(r'<tr role="row" id="nv-khong-bao-cao".*?</tr>', text, re.DOTALL)
    assert row
    assert words in row[0]
