"""What an official changes in a workbook, and the lines of the plan file that change with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from generator.load import load_plans
from generator.model.plan import Plan
from generator.sheets.ids import new_id
from generator.sheets.importing import imported, write
from tests.workbooks import DAY, Book, after, changed_lines, example, exported, filled_in


def put(sheet: str, key: str, **cells: object) -> Callable[[Book], None]:
    return lambda book: book.put(sheet, key, **cells)


CHANGES = {
    "a name": (
        put("Nhiệm vụ", "khong-han", title="Tuyên truyền: đợt 1"),
        ["-    title: Tuyên truyền", '+    title: "Tuyên truyền: đợt 1"'],
    ),
    "a new field": (
        put("Chỉ tiêu", "can-can", unit="triệu USD"),
        ["+    unit: triệu USD"],
    ),
    "a field taken away": (
        put("Chỉ tiêu", "nuoc-sach", unit=None),
        ["-    unit: hộ"],
    ),
    "bodies by their names": (
        put("Nhiệm vụ", "khong-han", lead="UBND xã An Bình: chỉ đạo\nCác thôn\nHội Nông dân"),
        ["+    lead:", "+      - ubnd: chỉ đạo", "+      - cac-thon", "+      - Hội Nông dân"],
    ),
    "an adjusted target": (
        put("Mục tiêu", "thu-nhap:mt1", value="72", amend_on="15/8/2026", amend_reason="bão"),
        [
            "-    targets: 69.41",
            "+    targets:",
            "+      - value: 69.41",
            "+      - value: 72",
            "+        on: 2026-08-15",
            "+        reason: bão",
        ],
    ),
    "a target in a list": (
        put(
            "Mục tiêu",
            "tang-truong:mt3",
            value="ít nhất 11",
            amend_document="30-qd-ubnd-an-binh-2026",
        ),
        [
            "+      - value: at least 11",
            "+        document: 30-qd-ubnd-an-binh-2026",
            "+        set_by: ubnd",
            "+        modality: aspirational",
        ],
    ),
    "a slip of our own": (
        put("Kết quả", "thu-ngan-sach:kq1", value=24.1, value_text="24,1 tỷ đồng", correction="x"),
        [
            "+      - period: 2026",
            "+        value: 24.1",
            "+        value_text: 24,1 tỷ đồng",
            "+        of_plan:",
            "+          tỉnh giao: 110",
            "+          HĐND xã giao: 104",
            "+        stated: tốt",
            "+        correction: true",
        ],
    ),
    "a newer result": (
        put("Kết quả", "thu-nhap:kq1", value="70", kind=None, as_of=datetime(2026, 12, 31)),  # noqa: DTZ001
        ["+      - period: 2026", "+        value: 70", "+        as_of: 2026-12-31"],
    ),
    "what was not reported yet": (
        put("Kết quả", "nuoc-sach:kq1", value="3.950"),
        ["-      - value: not reported", "+      - value: 3950"],
    ),
    "a later deadline": (
        put("Nhiệm vụ", "khong-bao-cao", due="trước 30/9/2026", amend_on="1/6/2026"),
        [
            "-    due: 2026-H1",
            "-    due_text: trong 6 tháng đầu năm",
            "+    due:",
            "+      - due: 2026-H1",
            "+        due_text: trong 6 tháng đầu năm",
            "+      - due: before 2026-09-30",
            "+        on: 2026-06-01",
        ],
    ),
    "a first deadline": (
        put("Nhiệm vụ", "khong-han", due="quý IV/2026"),
        ["+    due: 2026-Q4"],
    ),
    "a report": (
        put(
            "Nhiệm vụ", "trong-han", stage="hoàn thành", reported_on="20/12/2026", done="2026-12-15"
        ),
        ["+      - on: 2026-12-20", "+        stage: completed", "+        done: 2026-12-15"],
    ),
    "a target of another year": (
        lambda book: book.add("Mục tiêu", indicator="ho-ngheo", period="2027", value="dưới 7"),
        [
            "-    targets: {2024: 12, 2025: 9.5, 2026: below 8}",
            "+    targets: {2024: 12, 2025: 9.5, 2026: below 8, 2027: below 7}",
        ],
    ),
    "a new task below another": (
        lambda book: book.add(
            "Nhiệm vụ", below="khong-han", title="Trồng cây", section="Nhiệm vụ", number="06"
        ),
        [
            "+  - id: trong-cay",
            "+    number: 06",
            "+    title: Trồng cây",
            "+    section: viec",
        ],
    ),
    "a new part": (
        lambda book: book.add("Chỉ tiêu", name="thuế đất", parent="thu-ngan-sach"),
        ["+      - id: thue-dat", "+        name: thuế đất"],
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_only_what_was_changed_changes_its_lines(change: str, tmp_path: Path) -> None:
    typed, lines = CHANGES[change]
    found = after(example(tmp_path), typed)
    assert found.is_fine, found.problems
    assert changed_lines(found) == lines


def test_a_new_indicator_comes_with_its_values(tmp_path: Path) -> None:
    def typed(book: Book) -> None:
        name = "Tỷ lệ đường thôn được bê tông hóa, theo chuẩn mới của tỉnh"
        book.add("Chỉ tiêu", name=name, unit="%", direction="càng cao càng tốt", section="kinh-te")
        book.add("Mục tiêu", indicator_name=name, value="ít nhất 90")
        book.add("Mục tiêu", indicator_name=name, kind="mốc gốc", period="2025", value="85,5")
        book.add("Kết quả", indicator_name=name, period="2026", value=91, kind="ước")

    plan = plan_after(tmp_path, typed)
    (new,) = [each for each in plan.indicators if each.name and "bê tông" in each.name]
    assert new.id == "ty-le-duong-thon-duoc-be-tong-hoa-theo"
    assert (new.unit, new.direction) == ("percent", "up")
    assert [str(target.value) for target in new.targets] == ["at least 90"]
    assert [(str(each.period), str(each.value)) for each in new.baseline] == [("2025", "85.5")]
    assert [(each.kind, str(each.value)) for each in new.results] == [("estimate", "91")]


def test_ids_are_made_of_names_and_never_used_twice() -> None:
    taken = {"dat-dai", "cu"}
    assert new_id("Đất đai", taken, "viec") == "dat-dai-2"
    assert new_id("Đất đai", taken, "viec") == "dat-dai-3"
    assert new_id("Cũ", taken, "viec") == "cu-2"
    assert new_id("???", taken, "viec") == "viec"
    assert new_id("một hai ba bốn năm sáu bảy tám chín mười một hai", taken, "viec") == (
        "mot-hai-ba-bon-nam-sau-bay-tam-chin-muoi"
    )


def test_removed_rows_are_named_and_go_with_all_their_lines(tmp_path: Path) -> None:
    def typed(book: Book) -> None:
        book.drop("Nhiệm vụ", "khong-han")
        book.drop("Mốc", "tong-ket")
        for sheet, key in (
            ("Chỉ tiêu", "can-can"),
            ("Mục tiêu", "can-can:mt1"),
            ("Kết quả", "can-can:kq1"),
        ):
            book.drop(sheet, key)

    found = after(example(tmp_path), typed)
    assert found.is_fine, found.problems
    assert found.removed()[0] == "Chỉ tiêu › can-can: Cán cân thương mại"
    assert "Nhiệm vụ › khong-han: Tuyên truyền" in found.removed()
    gone = [line[1:] for line in changed_lines(found)]
    assert all(line.startswith("-") for line in changed_lines(found))
    assert len(gone) == 9 + 4 + 4
    assert "  - id: tong-ket" in gone


def test_remarks_stay_where_a_value_is_unfolded_or_replaced(tmp_path: Path) -> None:
    folder = example(tmp_path)
    (file,) = folder.rglob("an-binh-2026.yml")
    text = file.read_text(encoding="utf-8")
    text = text.replace("    targets: 69.41\n", "    targets: 69.41  # theo bảng 2\n")
    text = text.replace("title: Tuyên truyền\n", "title: Tuyên truyền # chưa rõ\n")
    file.write_text(text, encoding="utf-8")

    def typed(book: Book) -> None:
        book.put("Mục tiêu", "thu-nhap:mt1", value="72", amend_on="2026-08-15")
        book.put("Nhiệm vụ", "khong-han", title="Tuyên truyền, " * 12 + "hết")

    found = after(folder, typed)
    assert found.is_fine, found.problems
    assert "# theo bảng 2" in found.after
    assert 'hết" # chưa rõ' in found.after or "hết # chưa rõ" in found.after


def test_what_others_changed_in_the_meantime_is_kept(tmp_path: Path) -> None:
    folder = example(tmp_path)
    book = filled_in(
        exported(folder, "an-binh-2026"), put("Nhiệm vụ", "khong-han", title="Tuyên truyền 2")
    )
    (file,) = folder.rglob("an-binh-2026.yml")
    text = file.read_text(encoding="utf-8")
    text = text.replace("    number: 6\n    title: Tuyên", "    number: 66\n    title: Tuyên")
    text = text.replace("title: Trồng cây", "title: Trồng rừng")
    file.write_text(text, encoding="utf-8")
    (tmp_path / "bang.xlsx").write_bytes(book)
    found = imported(folder, "an-binh-2026", tmp_path / "bang.xlsx", DAY)
    assert found.is_fine, found.problems
    assert found.is_stale
    assert [line.split(": ", 1)[1] for line in changed_lines(found)] == [
        "Tuyên truyền",
        "Tuyên truyền 2",
    ]


def test_a_workbook_that_is_imported_twice_changes_nothing_the_second_time(tmp_path: Path) -> None:
    folder = example(tmp_path)

    def typed(book: Book) -> None:
        book.put("Mục tiêu", "thu-nhap:mt1", value="72", amend_on="2026-08-15")
        book.put("Nhiệm vụ", "khong-han", due="Quý 4/2026", stage="Hoàn thành")
        book.add("Mốc", title="Sơ kết", when="7/2026")
        book.add("Kết quả", indicator="nuoc-sach", period="năm 2025", value="3.900")
        book.add("Chỉ tiêu", name="Thuế đất", parent="thu-ngan-sach")

    book = filled_in(exported(folder, "an-binh-2026"), typed)
    (tmp_path / "bang.xlsx").write_bytes(book)
    first = imported(folder, "an-binh-2026", tmp_path / "bang.xlsx", DAY)
    assert first.is_fine, first.problems
    write(first)
    second = imported(folder, "an-binh-2026", tmp_path / "bang.xlsx", DAY)
    assert second.after == second.before == first.after
    assert {problem.severity for problem in second.problems} == {"warning"}
    assert len(second.problems) == 4


def test_a_file_that_changed_while_it_was_imported_is_not_overwritten(tmp_path: Path) -> None:
    found = after(example(tmp_path), put("Nhiệm vụ", "khong-han", title="Khác"))
    found.file.write_text("id: khac\n", encoding="utf-8")
    with pytest.raises(FileExistsError):
        write(found)
    assert found.file.read_text(encoding="utf-8") == "id: khac\n"
    assert [each.name for each in found.file.parent.iterdir()] == [found.file.name]


def test_numbers_and_days_of_the_spreadsheet_are_understood(tmp_path: Path) -> None:
    def typed(book: Book) -> None:
        book.add("Kết quả", indicator="nuoc-sach", period=2025, value=3900.0)
        book.add("Kết quả", indicator="ho-ngheo", period="2026", value=0.075)
        book.book["Kết quả"].cell(book.book["Kết quả"].max_row, 6).number_format = "0.0%"
        book.put("Nhiệm vụ", "khong-han", due=datetime(2026, 9, 1))  # noqa: DTZ001
        book.cell("Nhiệm vụ", "khong-han", "due").number_format = "mm/yyyy"

    plan = plan_after(tmp_path, typed)
    found = {each.id: each.results[-1] for each in plan.indicators if each.results}
    assert (str(found["nuoc-sach"].period), str(found["nuoc-sach"].value)) == ("2025", "3900")
    assert str(found["ho-ngheo"].value) == "7.5"
    (task,) = [task for task in plan.tasks if task.id == "khong-han"]
    assert [str(each.due) for each in task.due] == ["2026-09"]


def plan_after(tmp_path: Path, typed: Callable[[Book], None]) -> Plan:
    folder = example(tmp_path)
    found = after(folder, typed)
    assert found.is_fine, found.problems
    write(found)
    return load_plans(folder)[0].plan["an-binh-2026"]
