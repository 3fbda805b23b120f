"""A workbook that nobody changed changes nothing; what is written into a cell comes back."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pydantic_core import PydanticCustomError

from generator.exports.workbooks import workbooks
from generator.load import load_plans
from generator.load.outline import Fields, Items, Piece, Word, outline
from generator.load.tree import read_tree
from generator.model.base import text as accepted
from generator.model.nodes import Mapping, Node, Sequence
from generator.sheets.columns import SHEETS
from generator.sheets.csv_files import csv_files, grids_in
from generator.sheets.editing import Text
from generator.sheets.grid import tidy
from generator.sheets.importing import imported
from generator.sheets.reading import grids_of
from generator.sheets.rows import PlanRows, plan_rows
from generator.sheets.workbook import BASE, escaped, workbook
from tests.conftest import ROOT
from tests.workbooks import DAY, EXAMPLE, Book, after, example, exported, filled_in

PLANS = [
    *((ROOT / "plans", path.stem) for path in sorted((ROOT / "plans").glob("[!r]*/*.yml"))),
    (EXAMPLE, "an-binh-2026"),
]
named = pytest.mark.parametrize(("folder", "plan"), PLANS, ids=[name for _, name in PLANS])


@named
def test_a_workbook_that_nobody_changed_changes_no_byte(
    folder: Path, plan: str, tmp_path: Path
) -> None:
    file = tmp_path / "bang.xlsx"
    file.write_bytes(filled_in(exported(folder, plan), lambda _: None))
    found = imported(folder, plan, file, DAY)
    assert not found.problems
    assert found.after == found.before
    assert not found.is_stale


@named
def test_csv_files_that_nobody_changed_change_no_byte(
    folder: Path, plan: str, tmp_path: Path
) -> None:
    archive, _ = load_plans(folder)
    for name, text in csv_files(plan_rows(archive, archive.plan[plan]), "-").items():
        (tmp_path / name).write_bytes(text.encode())
    found = imported(folder, plan, tmp_path, DAY)
    assert not found.problems
    assert found.after == found.before


@named
def test_every_value_of_a_plan_file_has_its_place_in_the_outline(folder: Path, plan: str) -> None:
    (path,) = folder.rglob(f"{plan}.yml")
    text = path.read_text(encoding="utf-8")
    tree, _ = read_tree("", text.encode())
    assert tree is not None
    assert told(outline(text)) == told(tree)


def told(piece: Piece | Node | None) -> object:
    if isinstance(piece, Fields):
        return {key.text: told(value) for key, value in piece.fields}
    if isinstance(piece, Items):
        return [told(each) for each in piece.items]
    if isinstance(piece, Mapping):
        return {str(key): told(value) for key, value in piece.items()}
    if isinstance(piece, Sequence):
        return [told(each) for each in piece]
    return piece.text if isinstance(piece, Word) else str(piece)


def test_the_same_plan_gives_the_same_bytes(tmp_path: Path) -> None:
    archive, _ = load_plans(example(tmp_path))
    assert dict(workbooks(archive)) == dict(workbooks(archive))
    assert list(dict(workbooks(archive))) == ["ke-hoach/an-binh-2026/an-binh-2026.xlsx"]


def test_other_line_ends_and_a_byte_order_mark_stay(tmp_path: Path) -> None:
    folder = example(tmp_path)
    (file,) = folder.rglob("an-binh-2026.yml")
    plain = file.read_bytes()
    file.write_bytes(b"\xef\xbb\xbf" + plain.replace(b"\n", b"\r\n"))
    found = after(
        folder,
        lambda book: book.put("Nhiệm vụ", "khong-han", title="Tuyên truyền\nsâu rộng", due="2026"),
    )
    assert found.is_fine
    new = found.after.encode()
    assert new.count(b"\r\n") == new.count(b"\n")
    assert new.startswith(b"\xef\xbb\xbf")
    assert b"    title: |-\r\n      Tuy" in new
    assert "    due: 2026\r\n" in found.after


# What an editor may write: anything that the model accepts as a text.
editors_texts = (
    st.one_of(
        st.text(max_size=120),
        st.text(st.sampled_from("ab ̉đấ:#-=+@'\"{}[],&*!|>%?\\\n0123.…_x"), max_size=40),
        st.sampled_from(["_x0041_", "=1+1", "- a", "null", "~", "yes", "2026-01-01", "1.000", "'"]),
    )
    .map(tidy)
    .filter(lambda words: bool(words) and is_accepted(words))
)


def is_accepted(words: str) -> bool:
    try:
        return accepted(words) == words
    except PydanticCustomError:
        return False


@given(editors_texts, st.sampled_from(["thu-nhap", "can-can"]), st.sampled_from(["name", "note"]))
@settings(max_examples=120)
def test_any_text_is_written_so_that_it_is_read_back_and_nothing_else_changes(
    words: str, item: str, field: str
) -> None:
    before = (EXAMPLE / "xa-an-binh" / "an-binh-2026.yml").read_text(encoding="utf-8")
    root = outline(before)
    assert isinstance(root, Fields)
    indicators = root.get("indicators")
    assert isinstance(indicators, Items)
    number = next(n for n, each in enumerate(indicators.items) if identifier(each) == item)
    holder = indicators.items[number]
    assert isinstance(holder, Fields)
    text = Text(before)
    text.set_fields(holder, {field: words}, ("id", "name", "unit", "targets", "note", "quote"))
    tree, problems = read_tree("", text.changed().encode())
    expected, _ = read_tree("", before.encode())
    assert isinstance(expected, Mapping)
    now, was = told(tree), told(expected)
    assert isinstance(now, dict)
    assert isinstance(was, dict)
    assert not [each for each in problems if each.severity == "error"]
    assert now["indicators"][number][field] == words
    was["indicators"][number][field] = words
    assert now == was


def identifier(piece: Piece) -> str:
    found = piece.get("id") if isinstance(piece, Fields) else None
    return found.text if isinstance(found, Word) else ""


@given(st.lists(editors_texts, min_size=1, max_size=8))
@settings(max_examples=8, phases=[Phase.explicit, Phase.generate])
def test_any_text_in_any_cell_of_a_workbook_comes_back(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    rows = rows_of(texts)
    content = workbook(rows, "")
    resaved = io.BytesIO()
    load_workbook(io.BytesIO(content)).save(resaved)
    folder = tmp_path_factory.mktemp("csv")
    for name, text in csv_files(rows, "").items():
        (folder / name).write_bytes(text.encode())
    for grids in (grids_of("", content), grids_of("", resaved.getvalue()), grids_in(folder, "")):
        found = {grid.name: grid for grid in grids}
        for sheet in SHEETS:
            cells = [cell for row in found[sheet.name].rows[1:] for cell in row]
            assert {cell.text for cell in cells} == set(texts)
            assert {cell.kind for cell in cells} == {"text"}
        assert BASE in found


def rows_of(texts: list[str]) -> PlanRows:
    """Rows with every text in every sheet."""
    return PlanRows(
        "x",
        {
            sheet.key: {
                str(number): {
                    column.field: texts[(number + place) % len(texts)]
                    for place, column in enumerate(sheet.columns)
                }
                for number in range(len(texts))
            }
            for sheet in SHEETS
        },
    )


@given(editors_texts, editors_texts)
@settings(max_examples=8, phases=[Phase.explicit, Phase.generate])
def test_what_an_official_types_stands_in_the_plan(
    tmp_path_factory: pytest.TempPathFactory, name: str, note: str
) -> None:
    folder = tmp_path_factory.mktemp("x") / "plans"
    shutil.copytree(EXAMPLE, folder)

    def typed(book: Book) -> None:
        for sheet, key, field, words in (
            ("Nhiệm vụ", "bang-loi", "title", name),
            ("Chỉ tiêu", "can-can", "note", note),
        ):
            cell = book.cell(sheet, key, field)
            cell.value = escaped(words)  # as spreadsheets do
            cell.data_type = "s"

    found = after(folder, typed)
    assume(all(each.rule != "texts-are-finished" for each in found.problems))  # such as `…`
    assert found.is_fine, found.problems
    found.file.write_text(found.after, encoding="utf-8")
    archive, _ = load_plans(folder)
    plan = archive.plan["an-binh-2026"]
    assert next(task for task in plan.tasks if task.id == "bang-loi").title == name
    assert next(each for each in plan.indicators if each.id == "can-can").note == note


@named
def test_every_row_of_a_plan_may_change_at_once(folder: Path, plan: str, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "plans")
    archive, _ = load_plans(folder)
    sheets = plan_rows(archive, archive.plan[plan]).sheets

    def typed(book: Book) -> None:
        for key in sheets["indicators"]:
            book.put("Chỉ tiêu", key, note="ghi chú: #1, " * 12, number="09")
        for day, key in enumerate(sheets["targets"], start=1):
            when = None if ":mg" in key else f"{day}/8/2031"
            book.put("Mục tiêu", key, value="77,5", amend_on=when)
        for key in sheets["results"]:
            book.put("Kết quả", key, value="76", value_text="bảy mươi sáu", correction="x")
        for key in sheets["tasks"]:
            book.put("Nhiệm vụ", key, title=f"Tên mới của {key}", due="2031", amend_on="1/1/2031")
            book.put("Nhiệm vụ", key, stage="hoàn thành", reported_on="1/1/2032", lead="A: x\nB C")
            book.put("Nhiệm vụ", key, deliverables="Báo cáo A\nSổ B", source="Nguồn A", places=None)
        for key in sheets["milestones"]:
            book.put("Mốc", key, when="quý II/2031", actors="A\nB C: d", quote=None)

    found = after(tmp_path / "plans", typed, plan)
    assert found.is_fine, found.problems
    assert len(found.changes.changed) == sum(map(len, sheets.values()))
