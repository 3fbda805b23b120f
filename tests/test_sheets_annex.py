"""Annexes as offices print them, and the plan files they become."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.load import load_plans
from generator.model.plan import Plan
from generator.sheets.annex import Annex, read_annex
from generator.sheets.annex_tables import tables_of
from generator.sheets.packages import RefusedFileError
from tests.annexes import Cell, docx, packed
from tests.workbooks import DAY, example

TASKS = docx(
    "ỦY BAN NHÂN DÂN XÃ",
    "PHỤ LỤC\nPhân công nhiệm vụ năm 2026",
    [
        [
            Cell("TT", down="restart"),
            Cell("Nội dung công việc", down="restart"),
            Cell("Cơ quan thực hiện", 2),
            Cell("Thời gian hoàn thành", down="restart"),
            Cell("Sản phẩm", down="restart"),
            Cell("Ghi chú", down="restart"),
        ],
        [
            Cell(down="continue"),
            Cell(down="continue"),
            "Chủ trì",
            "Phối hợp",
            Cell(down="continue"),
            Cell(down="continue"),
            Cell(down="continue"),
        ],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
        ["A", "PHÁT TRIỂN KINH TẾ", "", "", "", "", ""],
        ["I", "Nông nghiệp", "", "", "", "", ""],
        [
            "1",
            "Xây dựng kế hoạch vụ đông",
            Cell("Phòng Kinh tế", down="restart"),
            "Các thôn; UBND xã An Bình",
            "Quý IV/2026",
            "Kế hoạch của UBND xã",
            "",
        ],
        [
            "2",
            "Kiểm tra\nhồ đập",
            Cell("", down="continue"),
            "Công an xã, Hội Nông dân xã",
            "Trước 30/7/2026",
            "Báo cáo\nBiên bản",
            "Hằng năm",
        ],
        # The heading once more, at the top of a new page.
        [
            "TT",
            "Nội dung công việc",
            Cell("Cơ quan thực hiện", 2),
            "Thời gian hoàn thành",
            "Sản phẩm",
            "Ghi chú",
        ],
        ["", "", "Chủ trì", "Phối hợp", "", "", ""],
        ["II", "Công nghiệp", "", "", "", "", ""],
        ["1", "Rà soát cụm công nghiệp", "UBND xã An Bình", "", "Khi tỉnh hướng dẫn", "-", ""],
        [Cell("B. XÃ HỘI", 7)],
        ["1", "Tuyên truyền", "phòng Kinh tế, UBND xã An Bình", "", "Tháng 12", "", ""],
    ],
)
INDICATORS = docx(
    "Biểu 1: Chỉ tiêu chủ yếu",
    [
        ["STT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2024", "Ước TH 2025", "Kế hoạch 2026", "Ghi chú"],
        ["I", "KINH TẾ", "", "", "", "", ""],
        ["1", "Thu ngân sách", "tỷ đồng", "8.300", "8,5", "Xuất siêu", ""],
        ["", "- Trong đó: thuế", "tỷ đồng", "1", "", "3", ""],
        ["II", "XÃ HỘI", "", "", "", "", ""],
        ["2", "Tỷ lệ hộ nghèo", "%", "3,5", "3,1", "<3", "chuẩn mới"],
        ["3", "Số hộ dùng nước sạch", "hộ", "3.900", "3.950", "4.000", ""],
    ],
)


def sheet() -> bytes:
    """A workbook with a title, a merged heading in two lines, and a lead merged over two rows."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = "Phụ lục 2"
    for line in (
        ["PHỤ LỤC 2. NHIỆM VỤ TRỌNG TÂM"],
        [],
        ["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian thực hiện", "Kết quả, sản phẩm"],
        ["I", "Chuyển đổi số"],
        [1, "Số hóa hồ sơ", "UBND xã An Bình", "=DATE(2026,6,30)", "Đề án số hóa"],
        [2, "Đào tạo tổ công nghệ", None, "Thường xuyên", None],
    ):
        page.append(line)
    page.merge_cells("A1:E1")
    page.merge_cells("C5:C6")
    page["D5"] = "2026-2027"
    other = book.create_sheet("ẩn")
    other.append(["STT", "Nhiệm vụ", "Đơn vị chủ trì"])
    other.append([1, "Không ai thấy", "Ai đó"])
    other.sheet_state = "hidden"
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def annex(tmp_path: Path, name: str, content: bytes) -> tuple[Path, Annex]:
    folder = example(tmp_path)
    (tmp_path / name).write_bytes(content)
    return folder, read_annex(folder, "xa-an-binh-phu-luc", tmp_path / name, DAY)


def plan_of(tmp_path: Path, name: str, content: bytes) -> Plan:
    folder, found = annex(tmp_path, name, content)
    assert not found.problems
    assert found.text.startswith("# yaml-language-server: $schema=../../schema/plan.schema.json\n")
    found.file.write_text(found.text, encoding="utf-8")
    archive, problems = load_plans(folder)
    assert not problems
    return archive.plan["xa-an-binh-phu-luc"]


def test_an_annex_of_tasks_becomes_sections_and_tasks(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, "phu-luc.docx", TASKS)
    assert plan.title == "PHỤ LỤC Phân công nhiệm vụ năm 2026"
    assert plan.place is not None
    assert plan.place.id == "xa-an-binh"
    assert [
        (each.number, each.title, each.parent and each.parent.id) for each in plan.sections
    ] == [
        ("A", "PHÁT TRIỂN KINH TẾ", None),
        ("I", "Nông nghiệp", "phat-trien-kinh-te"),
        ("II", "Công nghiệp", "phat-trien-kinh-te"),
        ("B", "XÃ HỘI", None),
    ]
    assert [(task.title, task.section and task.section.id) for task in plan.tasks] == [
        ("Xây dựng kế hoạch vụ đông", "nong-nghiep"),
        ("Kiểm tra hồ đập", "nong-nghiep"),
        ("Rà soát cụm công nghiệp", "cong-nghiep"),
        ("Tuyên truyền", "xa-hoi"),
    ]
    first, second, third, fourth = plan.tasks
    assert [body.reference.written for body in first.supporting] == ["cac-thon", "ubnd"]
    assert [(each.kind, each.title) for each in first.deliverables] == [
        ("plan", "Kế hoạch của UBND xã")
    ]
    assert [str(body.reference) for body in second.lead] == ["phong-kinh-te"]  # merged downwards
    assert [str(body.reference) for body in second.supporting] == ["Công an xã, Hội Nông dân xã"]
    assert [each.title for each in second.deliverables] == ["Báo cáo", "Biên bản"]
    assert second.note == "Hằng năm"
    assert [(str(each.due), each.said("due")) for each in second.due] == [
        ("before 2026-07-30", "Trước 30/7/2026")
    ]
    assert [(each.due, each.said("due")) for each in third.due] == [(None, "Khi tỉnh hướng dẫn")]
    assert not third.deliverables
    assert [str(body.reference) for body in fourth.lead] == ["phong-kinh-te", "ubnd"]
    assert [(each.due, each.said("due")) for each in fourth.due] == [(None, "Tháng 12")]


def test_what_is_doubtful_is_printed_words_with_a_remark(tmp_path: Path) -> None:
    _, found = annex(tmp_path, "phu-luc.docx", TASKS)
    remark = "  # xem lại: thời hạn giữ bằng lời: thêm `due` nếu chắc\n  - id: tuyen-truyen"
    assert remark in found.text
    assert "một cơ quan hay nhiều?" in found.text
    assert "bảng 1, dòng 13 → nhiệm vụ `tuyen-truyen`" in found.told
    assert "[? thời hạn giữ bằng lời" in found.told
    assert found.told.endswith("4 phần, 0 chỉ tiêu, 4 nhiệm vụ; 3 dòng cần xem lại\n")


def test_an_annex_of_indicators_becomes_values_of_their_years(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, "bieu.docx", INDICATORS)
    revenue, tax, poverty, water = plan.indicators
    assert (poverty.unit, poverty.note) == ("percent", "chuẩn mới")
    assert [(str(each.period), str(each.value)) for each in poverty.targets] == [
        ("2026", "below 3")
    ]
    assert [(str(r.period), str(r.value), r.kind) for r in poverty.results] == [
        ("2024", "3.5", None),
        ("2025", "3.1", "estimate"),
    ]
    assert [(each.value, each.said("value")) for each in revenue.results[:1]] == [(None, "8.300")]
    assert [(each.value, each.said("value")) for each in revenue.targets] == [(None, "Xuất siêu")]
    assert [str(each.value) for each in (*water.results, *water.targets)] == [
        "3900",
        "3950",
        "4000",
    ]
    assert tax.section is not None
    assert [section.title for section in plan.sections] == ["KINH TẾ", "XÃ HỘI"]


def test_an_annex_in_a_workbook_is_read_with_its_merged_cells(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, "phu-luc.xlsx", sheet())
    assert [section.title for section in plan.sections] == ["Chuyển đổi số"]
    assert [task.title for task in plan.tasks] == ["Số hóa hồ sơ", "Đào tạo tổ công nghệ"]
    assert [[str(b.reference) for b in task.lead] for task in plan.tasks] == [["ubnd"], ["ubnd"]]
    assert [str(task.due[0].due) for task in plan.tasks] == ["2026..2027", "ongoing"]
    assert plan.tasks[0].deliverables[0].kind == "scheme"


def test_an_annex_never_overwrites_a_plan(tmp_path: Path) -> None:
    folder = example(tmp_path)
    (tmp_path / "a.docx").write_bytes(TASKS)
    found = read_annex(folder, "an-binh-2026", tmp_path / "a.docx", DAY)
    assert "đã có" in found.problems[0].vi
    assert (
        "viết `ke-hoach-a`"
        in read_annex(folder, "Kế hoạch A", tmp_path / "a.docx", DAY).problems[0].vi
    )


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0", "lưu lại thành .docx hoặc .xlsx"),
        ("a.docx", b"\xd0\xcf\x11\xe0", "lưu lại thành .docx"),
        ("a.docx", packed("<a"), "không đọc được các bảng"),
        ("a.docx", packed("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "khai báo lạ"),
        ("a.docx", packed("<a/>", word__vbaProject=b"", **{"word__vbaProject.bin": b""}), "macro"),
        ("a.docx", docx("Không có bảng nào"), "không thấy bảng nào"),
        ("a.docx", docx([["Họ tên", "Quê quán"], ["A", "B"]]), "không thấy bảng nào"),
        ("a.docx", packed(f"{'<a>' * 3000}{'</a>' * 3000}"), "không"),
    ],
)
def test_a_file_that_is_no_annex_is_refused_with_what_to_do(
    name: str, content: bytes, said: str, tmp_path: Path
) -> None:
    _, found = annex(tmp_path, name, content)
    assert said in found.problems[0].vi
    assert not found.text


def test_a_cell_that_claims_to_be_endless_is_no_more_than_a_row() -> None:
    table = docx([[Cell("TT", 9999), "x"], ["1", Cell("y", 9999)]])
    (found,) = tables_of("a.docx", table)
    assert len(found.rows[0]) <= 210


def test_other_files_are_not_read() -> None:
    with pytest.raises(RefusedFileError):
        tables_of("a.pdf", b"%PDF")
