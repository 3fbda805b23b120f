"""What is wrong in a workbook is told at its cell, with what to write; then nothing is written."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.sheets.importing import imported
from generator.sheets.packages import RefusedFileError, parts_of
from generator.sheets.reading import grids_of
from tests.annexes import packed
from tests.workbooks import DAY, Book, after, example, exported, filled_in

REFUSED: dict[str, tuple[Callable[[Book], None], str, str]] = {
    "a target overwritten": (
        lambda book: book.put("Mục tiêu", "thu-nhap:mt1", value="72"),
        "Mục tiêu › G3 › Giá trị",
        "không sửa đè: điền Ngày điều chỉnh",
    ),
    "an adjustment without a day": (
        lambda book: book.put("Mục tiêu", "thu-nhap:mt1", value="72", amend_document="Công văn 5"),
        "Mục tiêu › G3 › Giá trị",
        "không sửa đè",
    ),
    "an adjustment of nothing": (
        lambda book: book.put("Mục tiêu", "thu-nhap:mt1", amend_on="1/1/2026"),
        "Mục tiêu › M3 › Ngày điều chỉnh",
        "mà dòng không sửa gì",
    ),
    "a deadline overwritten": (
        lambda book: book.put("Nhiệm vụ", "dung", due="2027"),
        "Nhiệm vụ › L11 › Thời hạn",
        "không sửa đè",
    ),
    "a result overwritten": (
        lambda book: book.put("Kết quả", "ho-ngheo:kq5", value="9"),
        "Kết quả › F11 › Giá trị",
        "Số liệu đến ngày",
    ),
    "a result emptied": (
        lambda book: book.put("Kết quả", "ho-ngheo:kq5", value=None, correction="x"),
        "Kết quả › F11 › Giá trị",
        "không nêu",
    ),
    "a report without its day": (
        lambda book: book.put("Nhiệm vụ", "trong-han", stage="hoàn thành"),
        "Nhiệm vụ › R4 › Tình trạng",
        "Ngày báo cáo",
    ),
    "two readings": (
        lambda book: book.add("Kết quả", indicator="thu-nhap", period="2025", value="8.300"),
        "Kết quả › F13 › Giá trị",
        "`8300` nếu dấu chấm ngăn cách hàng nghìn hoặc `8,3`",
    ),
    "a value made a day by the spreadsheet": (
        lambda book: book.add(
            "Kết quả",
            indicator="thu-nhap",
            period="2025",
            value=datetime(2026, 2, 1),  # noqa: DTZ001
        ),
        "Kết quả › F13 › Giá trị",
        "bảng tính đã đổi ô này thành ngày",
    ),
    "a formula": (
        lambda book: book.put("Kết quả", "nuoc-sach:kq1", value="=1+1"),
        "Kết quả › F12 › Giá trị",
        "công thức",
    ),
    "a day that is not in the calendar": (
        lambda book: book.put("Nhiệm vụ", "khong-han", due="31/2/2026"),
        "Nhiệm vụ › L7 › Thời hạn",
        "không có trong lịch",
    ),
    "a word that is not in the list": (
        lambda book: book.put("Nhiệm vụ", "khong-han", stage="xong rồi"),
        "Nhiệm vụ › R7 › Tình trạng",
        "chọn một trong `chưa triển khai`",
    ),
    "an unknown section": (
        lambda book: book.put("Nhiệm vụ", "khong-han", section="Đối ngoại"),
        "Nhiệm vụ › E7 › Mã phần",
        "chọn một trong `kinh-te`",
    ),
    "a tick that is none": (
        lambda book: book.put("Mục tiêu", "thu-nhap:mt1", value="7", correction="có lẽ"),
        "Mục tiêu › P3 › Sửa lỗi nhập (x)",
        "viết `x`",
    ),
    "a name emptied": (
        lambda book: book.put("Nhiệm vụ", "khong-han", title=None),
        "Nhiệm vụ › C7 › Tên nhiệm vụ",
        "không để trống được",
    ),
    "a cell for reading": (
        lambda book: book.put("Mục tiêu", "thu-nhap:mt1", indicator_name="Khác"),
        "Mục tiêu › C3 › Tên chỉ tiêu",
        "chỉ để xem",
    ),
    "a key that was changed": (
        lambda book: book.put("Nhiệm vụ", "khong-han", id="khong-co-han"),
        "Nhiệm vụ › A7 › Mã",
        "để trống ô này nếu là dòng mới",
    ),
    "a row copied with its key": (
        lambda book: book.add("Nhiệm vụ", id="khong-han", title="Chép"),
        "Nhiệm vụ › A13 › Mã",
        "đứng ở hai dòng",
    ),
    "a value of nothing": (
        lambda book: book.add("Mục tiêu", indicator="khong-co", value="5"),
        "Mục tiêu › B14 › Mã chỉ tiêu",
        "không có chỉ tiêu `khong-co`",
    ),
    "a new row without a name": (
        lambda book: book.add("Nhiệm vụ", due="2026"),
        "Nhiệm vụ › C13 › Tên nhiệm vụ",
        "thiếu tên",
    ),
    "an invisible sign": (
        lambda book: book.put("Nhiệm vụ", "khong-han", title="Tuyên\u200btruyền"),
        "Nhiệm vụ › C7 › Tên nhiệm vụ",
        "không nhìn thấy",
    ),
    "an unknown column": (
        lambda book: setattr(book.book["Mốc"].cell(1, 40), "value", "Ý kiến"),
        "Mốc › AN1",
        "không có trong bảng",
    ),
}


@pytest.mark.parametrize("mistake", REFUSED)
def test_a_mistake_is_told_at_its_cell_and_nothing_is_written(mistake: str, tmp_path: Path) -> None:
    change, place, said = REFUSED[mistake]
    found = after(example(tmp_path), change)
    assert not found.is_fine
    assert found.after == found.before
    told = {problem.field: problem for problem in found.problems}
    assert len(told) == len(found.problems)
    problem = told[place]
    assert said in problem.vi
    assert problem.en
    assert problem.position.file.endswith("bang.xlsx")
    cell = place.split(" › ")[1]
    assert cell.endswith(str(problem.position.line))


def test_all_mistakes_are_told_in_one_run(tmp_path: Path) -> None:
    def typed(book: Book) -> None:
        book.put("Mục tiêu", "thu-nhap:mt1", value="72")
        book.put("Nhiệm vụ", "khong-han", due="31/2/2026", stage="xong")
        book.add("Mốc", when="2026")

    assert len(after(example(tmp_path), typed).problems) == 4


def test_what_the_plan_would_not_allow_is_told_in_its_own_words(tmp_path: Path) -> None:
    found = after(
        example(tmp_path), lambda book: book.put("Nhiệm vụ", "khong-han", lead="ubnd@khong-co")
    )
    assert not found.is_fine
    assert "không có địa phương nào mang mã" in found.problems[0].vi
    assert found.problems[0].position.file == found.file.as_posix()


def test_two_people_in_one_cell_are_told_of_each_other(tmp_path: Path) -> None:
    folder = example(tmp_path)
    content = filled_in(
        exported(folder, "an-binh-2026"),
        lambda book: book.put("Nhiệm vụ", "khong-han", title="Của tôi"),
    )
    (file,) = folder.rglob("an-binh-2026.yml")
    text = file.read_text(encoding="utf-8").replace("title: Tuyên truyền", "title: Của họ")
    file.write_text(text, encoding="utf-8")
    (tmp_path / "bang.xlsx").write_bytes(content)
    (problem,) = imported(folder, "an-binh-2026", tmp_path / "bang.xlsx", DAY).problems
    assert all(words in problem.vi for words in ("`Tuyên truyền`", "`Của họ`", "`Của tôi`"))


def test_the_workbook_of_another_plan_or_of_nobody_is_refused(tmp_path: Path) -> None:
    folder = example(tmp_path)
    file = tmp_path / "bang.xlsx"
    content = filled_in(
        exported(folder, "an-binh-2026"),
        lambda book: setattr(book.book["_goc"].cell(1, 2), "value", "ke-hoach-khac"),
    )
    file.write_bytes(content)
    assert "là của kế hoạch `ke-hoach-khac`" in said_of(folder, file)
    without = load_workbook(io.BytesIO(content))
    del without["_goc"]
    without.save(file)
    assert "không do lệnh `table export` xuất ra" in said_of(folder, file)
    assert "không có kế hoạch nào mang mã" in said_of(folder, file, "khong-co")


def said_of(folder: Path, file: Path, plan: str = "an-binh-2026") -> str:
    (problem,) = imported(folder, plan, file, DAY).problems
    return problem.vi


def zipped(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in {"xl__workbook.xml": b"<a/>", **parts}.items():
            package.writestr(name.replace("__", "/"), content)
    return file.getvalue()


HOSTILE = {
    "an old file": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "lưu lại thành .xlsx"),
    "no workbook": (b"id: a\n", "không phải tệp bảng tính .xlsx"),
    "half a file": (zipped()[:60], "không phải tệp bảng tính .xlsx"),
    "another package": (packed("<a/>"), "không phải tệp bảng tính .xlsx"),
    "an empty workbook": (zipped(), "không đọc được bảng tính này"),
    "macros": (zipped(**{"xl__vbaProject.bin": b""}), "có macro"),
    "entities": (
        zipped(**{"xl__a.xml": b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///x">]><a>&b;</a>'}),
        "khai báo lạ",
    ),
    "a bomb": (zipped(**{"xl__a.xml": b" " * 61_000_000}), "quá lớn"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_refused_with_what_to_do(kind: str, tmp_path: Path) -> None:
    content, said = HOSTILE[kind]
    with pytest.raises(RefusedFileError) as refused:
        grids_of("", content)
    assert said in refused.value.message.vi
    file = tmp_path / "bang.xlsx"
    file.write_bytes(content)
    assert said in said_of(example(tmp_path), file)


def test_a_part_is_read_no_further_than_there_is_room() -> None:
    assert set(parts_of(zipped(), ".xlsx")) == {"xl/workbook.xml"}
