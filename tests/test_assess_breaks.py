"""Where figures cannot be compared any more."""

from __future__ import annotations

from datetime import date

import pytest

from generator.assess.breaks import Break, segments, series_breaks
from generator.model.archive import Archive
from tests.conftest import Load

REGISTERS = {
    "registers__places__all": """
        - {id: bac-kan, name: tỉnh Bắc Kạn, level: province, until: 2025-06-30,
           succeeded_by: thai-nguyen-2025}
        - {id: thai-nguyen-2025, name: tỉnh Thái Nguyên, level: province, from: 2025-07-01}
        - {id: lang-son, name: tỉnh Lạng Sơn, level: province}
        """,
    "registers__indicators__all": """
        - id: ty-le-ho-ngheo
          name: Tỷ lệ hộ nghèo
          unit: percent
          direction: down
          breaks:
            - {on: 2022, text: chuẩn nghèo đa chiều mới}
            - {on: 2016/2017, text: chuẩn cũ}
        """,
}


def series(load: Load, place: str, values: str, definition: str = "") -> Archive:
    archive, problems = load(
        f"id: plan\ntitle: Kế hoạch\nkind: five_year\nplace: {place}\n"
        f"indicators:\n  - id: ct\n    name: Chỉ tiêu\n{definition}    results: {values}\n",
        **REGISTERS,
    )
    assert not problems
    return archive


def breaks_of(archive: Archive) -> tuple[Break, ...]:
    return series_breaks(archive, archive.rows["plan"][0])


@pytest.mark.parametrize(
    ("place", "values", "kinds"),
    [
        ("bac-kan", "{2023: 1, 2024: 2}", []),
        ("bac-kan", "{2023: 1, 2025-06: 2}", []),
        ("bac-kan", "{2023: 1, 2025-07: 2}", ["place_ended"]),
        ("bac-kan", "{2023: 1, 2025: 2}", ["place_ended"]),
        ("bac-kan", "{2025-07: 1, 2026: 2}", []),
        ("thai-nguyen-2025", "{2023: 1, 2026: 2}", ["place_began"]),
        ("thai-nguyen-2025", "{2025-07: 1, 2026: 2}", []),
        ("lang-son", "{2023: 1, 2026: 2}", []),
        ("tỉnh chưa định danh", "{2023: 1, 2026: 2}", []),
        ("lang-son", "[{value: 5}]", []),
    ],
)
def test_a_merger_breaks_a_series_that_crosses_it(
    load: Load, place: str, values: str, kinds: list[str]
) -> None:
    found = breaks_of(series(load, place, values))
    assert [each.kind for each in found] == kinds
    assert all(each.on == date(2025, 7, 1) and each.place for each in found)


def test_targets_and_the_baseline_are_part_of_the_series(load: Load) -> None:
    values = "{2023: 1}\n    targets: {2025: 2}"
    assert len(breaks_of(series(load, "bac-kan", values))) == 1
    values = "{2026: 1}\n    baseline: {2024: 2}"
    assert len(breaks_of(series(load, "thai-nguyen-2025", values))) == 1


def test_a_change_of_definition_breaks_a_series(load: Load) -> None:
    shared = "    definition: ty-le-ho-ngheo\n"
    found = breaks_of(series(load, "bac-kan", "{2015: 9, 2021: 5, 2022: 6, 2026: 1}", shared))
    assert [(each.on, each.kind, each.text) for each in found] == [
        (date(2016, 1, 1), "definition", "chuẩn cũ"),
        (date(2022, 1, 1), "definition", "chuẩn nghèo đa chiều mới"),
        (date(2025, 7, 1), "place_ended", None),
    ]
    assert not breaks_of(series(load, "lang-son", "{2022: 9, 2024: 5}", shared))


def test_a_series_is_cut_at_its_breaks(load: Load) -> None:
    archive = series(load, "bac-kan", "{2026: 1, 2025: 2, 2024: 3, 2025-06: 4, 2025-07: 5}")
    results = archive.rows["plan"][0].results
    found = segments(results, breaks_of(archive))
    assert [[str(each.value) for each in part.values] for part in found] == [
        ["3", "4"],
        ["2", "5", "1"],
    ]
    assert [part.after for part in found] == [None, *breaks_of(archive)]


def test_without_breaks_a_series_is_one_piece(load: Load) -> None:
    archive = series(load, "lang-son", "{2022/2023: 1, 2021: 2, 2024: 3}")
    results = archive.rows["plan"][0].results
    (whole,) = segments(results, ())
    assert [str(each.value) for each in whole.values] == ["2", "1", "3"]
    assert segments((), ()) == ()


def test_a_school_year_lies_before_a_break_that_comes_after_it(load: Load) -> None:
    archive = series(load, "lang-son", "{2022/2023: 1, 2024: 3}\n    period: 2021")
    cut = Break(date(2024, 1, 1), "definition", text="đổi cách tính")
    results = archive.rows["plan"][0].results
    assert [len(each.values) for each in segments(results, (cut,))] == [1, 1]


def test_what_has_no_period_stands_before_all_breaks(load: Load) -> None:
    archive = series(load, "lang-son", "[{value: 7}, {period: 2024, value: 3}]")
    cut = Break(date(2024, 1, 1), "definition", text="đổi cách tính")
    results = archive.rows["plan"][0].results
    first, second = segments(results, (cut,))
    assert (str(first.values[0].value), str(second.values[0].value)) == ("7", "3")
    assert second.after is cut
