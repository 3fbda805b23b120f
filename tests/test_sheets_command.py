"""`python -m generator table`: what it says, what it writes, and with which code it ends."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.__main__ import main
from tests.annexes import docx
from tests.workbooks import Book, example, filled_in

DAY = ("--as-of", "2026-11-22")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the invented plan, in which the commands run."""
    example(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def plan_text(office: Path) -> str:
    return (office / "plans/xa-an-binh/an-binh-2026.yml").read_text(encoding="utf-8")


def fill(office: Path, *dropped: str, **cells: str) -> None:
    """Fills in the workbook that was exported: a task changed, other tasks deleted."""
    file = office / "an-binh-2026.xlsx"

    def typed(book: Book) -> None:
        if cells:
            book.put("Nhiệm vụ", "bang-loi", **cells)
        for key in dropped:
            book.drop("Nhiệm vụ", key)

    file.write_bytes(filled_in(file.read_bytes(), typed))


def test_a_plan_goes_out_and_comes_back(office: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = plan_text(office)
    assert main(["table", "export", "an-binh-2026"]) == 0
    assert main(["table", "import", "an-binh-2026", "an-binh-2026.xlsx", *DAY]) == 0
    assert "bảng không đổi gì" in capfd.readouterr().err
    assert plan_text(office) == before
    fill(office, title="Triển khai")
    assert main(["table", "import", "an-binh-2026", "an-binh-2026.xlsx", *DAY, "--dry-run"]) == 0
    assert "+    title: Triển khai\n" in capfd.readouterr().out
    assert plan_text(office) == before
    assert main(["table", "import", "an-binh-2026", "an-binh-2026.xlsx", *DAY]) == 0
    assert "1 dòng sửa, 0 dòng mới, 0 dòng xóa" in capfd.readouterr().err
    assert plan_text(office) == before.replace("Triển khai chương trình mới", "Triển khai")


def test_a_folder_of_csv_files_goes_out_and_comes_back(office: Path) -> None:
    assert main(["table", "export", "an-binh-2026", "--format", "csv", "--out", "bang"]) == 0
    names = {path.name for path in (office / "bang").iterdir()}
    assert {"chi-tieu.csv", "muc-tieu.csv", "nhiem-vu.csv", "_goc.csv"} <= names
    file = office / "bang/nhiem-vu.csv"
    text = file.read_bytes().decode("utf-8-sig")
    file.write_text(text.replace("Trồng cây", "Trồng rừng").replace(";", "\t"), encoding="utf-16")
    assert main(["table", "import", "an-binh-2026", "bang", *DAY]) == 0
    assert "title: Trồng rừng" in plan_text(office)


def test_rows_that_are_gone_are_not_removed_without_a_word(
    office: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = plan_text(office)
    main(["table", "export", "an-binh-2026", "--out", "."])
    fill(office, "khong-han", "dung")
    back = ["table", "import", "an-binh-2026", "an-binh-2026.xlsx", *DAY]
    assert main(back) == 1
    said = capfd.readouterr().err
    assert "sẽ xóa / to be removed: Nhiệm vụ › khong-han: Tuyên truyền" in said
    assert "`--yes`" in said
    assert plan_text(office) == before
    assert main([*back, "--yes"]) == 0
    assert "khong-han" not in plan_text(office)


def test_somebody_at_the_terminal_is_asked(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    main(["table", "export", "an-binh-2026"])
    fill(office, "khong-han")
    back = ["table", "import", "an-binh-2026", "an-binh-2026.xlsx", *DAY]
    monkeypatch.setattr("sys.stdin", Terminal("k\n"))
    assert main(back) == 1
    monkeypatch.setattr("sys.stdin", Terminal("c\n"))
    assert main(back) == 0
    assert "khong-han" not in plan_text(office)


def test_a_mistake_in_a_cell_is_one_line_and_code_one(
    office: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    main(["table", "export", "an-binh-2026"])
    fill(office, due="31/2/2026")
    assert main(["table", "import", "an-binh-2026", "an-binh-2026.xlsx", *DAY]) == 1
    out, err = capfd.readouterr()
    assert out.startswith("an-binh-2026.xlsx:8:12: lỗi: Nhiệm vụ › L8 › Thời hạn: ")
    assert out.count("\n") == 1
    assert "chưa ghi gì" in err


def test_an_annex_is_shown_then_written_once(
    office: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (office / "pl.docx").write_bytes(
        docx([["TT", "Nhiệm vụ", "Cơ quan chủ trì"], ["1", "Trồng cây", "UBND xã An Bình"]])
    )
    annex = ["table", "annex", "pl.docx", "--plan", "xa-an-binh-cay", *DAY]
    file = office / "plans/xa-an-binh/xa-an-binh-cay.yml"
    assert main([*annex, "--dry-run"]) == 0
    out = capfd.readouterr().out
    assert "bảng 1, dòng 2 → nhiệm vụ `trong-cay`" in out
    assert "    lead: ubnd\n" in out
    assert not file.exists()
    assert main(annex) == 0
    assert main(["check", "--content", ".", *DAY]) == 0
    assert main(annex) == 1


def test_what_is_not_there_is_told(office: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert office.is_dir()
    assert main(["table", "export", "khong-co"]) == 1
    assert "không có kế hoạch `khong-co`" in capfd.readouterr().err
    assert main(["table", "import", "an-binh-2026", "khong-co.xlsx", *DAY]) == 1
    assert "không đọc hoặc ghi được `khong-co.xlsx`" in capfd.readouterr().err
    with pytest.raises(SystemExit) as ended:
        main(["table", "import", "an-binh-2026"])
    assert ended.value.code == 2


def test_the_workbook_looks_like_one(office: Path) -> None:
    main(["table", "export", "an-binh-2026"])
    book = load_workbook(office / "an-binh-2026.xlsx")
    assert book.sheetnames == [
        *("Hướng dẫn", "Chỉ tiêu", "Mục tiêu", "Kết quả", "Nhiệm vụ", "Mốc", "_goc")
    ]
    assert book["_goc"].sheet_state == "veryHidden"
    for name in book.sheetnames[1:-1]:
        page = book[name]
        assert page.freeze_panes == "B2"
        assert page.auto_filter.ref
        assert {cell.number_format for row in page.iter_rows(min_row=2) for cell in row} == {"@"}
