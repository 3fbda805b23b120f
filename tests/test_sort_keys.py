"""Tables are sorted by keys made with them."""

from __future__ import annotations

from datetime import date

from generator.pages.sort_keys import GRAVITY, alphabetic, by_day, by_gravity, sort_keys, unsorted
from generator.text import words


def test_names_sort_as_vietnamese_do() -> None:
    names = ["Đồng Đăng", "An Lạc", "Ân Thi", "Ăn Quả", "Dương", "Âu Lâu", "Ba Bể", None]

    ranked = sorted(zip(alphabetic(names[:-1]), names, strict=False))

    assert [name for _, name in ranked] == [
        "An Lạc",
        "Ăn Quả",
        "Ân Thi",
        "Âu Lâu",
        "Ba Bể",
        "Dương",
        "Đồng Đăng",
    ]
    assert alphabetic(names)[-1] is None


def test_a_row_has_a_key_for_each_column() -> None:
    rows = ["b", "a"]

    assert sort_keys(
        alphabetic(rows), unsorted(rows), by_day([date(2026, 3, 1), None]), [10, 9]
    ) == ("1,,0,10", "0,,,9")


def test_every_status_has_its_gravity() -> None:
    for vocabulary, codes in GRAVITY.items():
        assert set(codes) == set(getattr(words, vocabulary.upper()))


def test_what_is_overdue_comes_first() -> None:
    assert by_gravity("timeliness", ["on_time", "overdue", None]) == [9, 0, None]
