"""Drawings: everything lies inside, no label meets another, and each value stands at its height."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.when import when
from generator.pages.drawings.axes import scale, upwards
from generator.pages.drawings.chart import WIDTH, Drawing, drawing
from generator.pages.drawings.lettering import Box, Label, block_height, spread, wrapped
from generator.pages.drawings.levels import Cut, Level, Slot
from generator.pages.drawings.multiples import HEIGHT as SMALL_HEIGHT
from generator.pages.drawings.multiples import WIDTH as SMALL_WIDTH
from generator.pages.drawings.multiples import multiples
from generator.pages.drawings.timetable import Entry, timetable
from generator.text.numbers import number_words

NUMBERS = st.one_of(
    st.integers(-50, 50),
    st.decimals(-1000, 1000, places=2),
    st.integers(-(10**30) + 1, 10**30 - 1),
    st.decimals(99, 100, places=6),
).map(Decimal)


@st.composite
def levels(draw: st.DrawFn) -> Level:
    ends = sorted(draw(st.lists(NUMBERS, min_size=1, max_size=2)))
    words = "–".join(dict.fromkeys(number_words(end) for end in ends))
    return Level(ends[0], ends[-1], words, draw(st.booleans()))


@st.composite
def periods(draw: st.DrawFn) -> tuple[Slot, ...]:
    """From 2 to 30 years or quarters, with results, targets, gaps and breaks anywhere."""
    number = draw(st.integers(2, 30))
    names = draw(
        st.sampled_from(
            [
                [(str(1990 + each), "") for each in range(30)],
                [(("I", "II", "III", "IV")[each % 4], str(2020 + each // 4)) for each in range(30)],
                [(f"{2000 + each}–{2005 + each}", "") for each in range(30)],
                [("9 tháng", str(2000 + each)) for each in range(30)],
            ]
        )
    )
    cut = Cut(("tỉnh Lào Cai cũ", "cũ"), ("từ 01/07/2025: địa bàn khác", "từ 2025"))
    return tuple(
        Slot(
            label,
            group,
            draw(st.none() | levels()),
            tuple(draw(st.lists(levels(), max_size=3, unique=True))),
            draw(st.sampled_from(["", "không công bố", "chưa báo cáo"])),
            (cut,) if draw(st.integers(0, 9)) == 0 else (),
        )
        for label, group in names[:number]
    )


def whole(found: Drawing) -> Box:
    return Box(0, 0, WIDTH, found.height)


def apart(labels: tuple[Label, ...]) -> bool:
    return not any(one.box.meets(other.box) for one, other in combinations(labels, 2))


@settings(max_examples=40)
@given(periods(), st.none() | levels())
def test_no_label_meets_another_and_none_is_cut_off(
    slots: tuple[Slot, ...], baseline: Level | None
) -> None:
    found = drawing(slots, baseline)
    if found is None:
        return
    ticks = tuple(
        Label(found.left - 5, y + 3.5, (name,), "", "end") for y, name, _ in found.ticks if name
    )
    assert apart((*found.labels, *ticks))
    assert apart(found.periods)
    for label in (*found.labels, *found.periods, *ticks):
        assert label.box.lies_in(whole(found)), label


@settings(max_examples=40)
@given(periods(), st.none() | levels())
def test_what_is_drawn_lies_between_the_axes(
    slots: tuple[Slot, ...], baseline: Level | None
) -> None:
    found = drawing(slots, baseline)
    if found is None:
        return
    for dot in found.dots:
        assert found.left <= dot.x <= found.right
        assert found.top <= dot.high <= dot.y <= dot.low <= found.bottom
    for tick in found.targets:
        assert found.left <= tick.left < tick.right <= found.right
        assert found.top <= tick.top <= tick.bottom <= found.bottom
    assert all(found.left - 14 <= left for left, _ in found.gaps)
    assert all(one.x < other.x for one, other in pairwise(found.dots))


@settings(max_examples=30)
@given(periods())
def test_a_line_joins_only_neighbours_with_numbers_and_no_break(slots: tuple[Slot, ...]) -> None:
    found = drawing(slots, None)
    if found is None:
        return
    by_place = dict(zip([dot.x for dot in found.dots], [s for s in slots if s.result], strict=True))
    order = {id(slot): index for index, slot in enumerate(slots)}
    for run, is_estimate in found.segments:
        for one, other in pairwise(run):
            left, right = by_place[one.x], by_place[other.x]
            assert order[id(right)] - order[id(left)] == 1
            assert not right.cuts
            assert is_estimate or not (one.is_estimate or other.is_estimate)


@given(st.lists(NUMBERS, min_size=1, max_size=9))
def test_round_steps_hold_every_value(values: list[Decimal]) -> None:
    steps = scale(min(values), max(values))
    assert steps[0] <= min(values)
    assert max(values) <= steps[-1]
    assert 2 <= len(steps) <= 7
    height = upwards(steps, 10, 110)
    heights = [height(value) for value in sorted(values)]
    assert heights == sorted(heights, reverse=True)


@pytest.mark.parametrize(
    ("values", "steps"),
    [
        (("12", "12"), "10 11 12 13 14"),
        (("0", "0"), "0 0.25 0.5 0.75 1"),
        (("9.8", "21.4"), "0 10 20 30"),
        (("5420", "8500"), "5000 6000 7000 8000 9000"),
        (("-120", "60"), "-150 -100 -50 0 50 100"),
        (("99.51", "99.55"), "99.51 99.52 99.53 99.54 99.55"),
    ],
)
def test_an_axis_begins_at_zero_unless_that_would_flatten(
    values: tuple[str, str], steps: str
) -> None:
    low, high = map(Decimal, values)
    assert " ".join(f"{step:f}" for step in scale(low, high)) == steps


@given(st.lists(st.tuples(st.floats(0, 200), st.sampled_from([14.0, 28.0, 42.0])), max_size=4))
def test_blocks_move_apart_and_stay_inside(wanted: list[tuple[float, float]]) -> None:
    begins = spread(wanted, 0, 200)
    placed = sorted(zip(begins, (tall for _, tall in wanted), strict=True))
    assert all(one + tall <= other + 0.2 for (one, tall), (other, _) in pairwise(placed))
    assert all(begin >= -0.1 and begin + tall <= 200.1 for begin, tall in placed)


def test_a_block_with_room_stands_where_it_belongs() -> None:
    assert spread([(100, 14), (50, 14)], 0, 200) == (93, 43)


def test_a_range_breaks_after_its_dash() -> None:
    assert wrapped("8.300–8.500", 60) == ("8.300–", "8.500")
    assert block_height(("8.300–", "8.500")) > block_height(("8.300",))


@settings(max_examples=10)
@given(st.lists(periods(), min_size=2, max_size=24))
def test_small_drawings_share_their_axis_and_keep_their_labels_apart(
    several: list[tuple[Slot, ...]],
) -> None:
    length = min(len(each) for each in several)
    found = multiples({str(n): each[:length] for n, each in enumerate(several)}, "vi")
    if found is None:
        return
    inside = Box(0, 0, SMALL_WIDTH, SMALL_HEIGHT)
    for small in found.drawings.values():
        assert apart(small.labels)
        assert all(label.box.lies_in(inside) for label in small.labels)
        assert all(0 <= dot.x <= SMALL_WIDTH for dot in small.dots)
    assert len({small.zero for small in found.drawings.values()}) == 1


def test_equal_values_stand_at_equal_heights_in_every_small_drawing() -> None:
    def slots(*values: int) -> tuple[Slot, ...]:
        known = [Level(Decimal(each), Decimal(each), str(each)) for each in values]
        return tuple(Slot(str(2020 + n), result=each) for n, each in enumerate(known))

    found = multiples({"a": slots(3, 9), "b": slots(9, 40)}, "vi")
    assert found
    assert found.drawings["a"].dots[-1].y == found.drawings["b"].dots[0].y
    assert found.axis == ("0", "40")


WHENS = st.builds(
    "{}{}-{:02}{}".format,
    st.sampled_from(["", "before ", "by "]),
    st.integers(2025, 2026),
    st.integers(1, 12),
    st.sampled_from(["", "-01", "-15", "-28"]),
)


@given(st.lists(WHENS, min_size=2, max_size=12), st.dates(date(2025, 1, 1), date(2026, 12, 31)))
def test_a_timetable_names_every_deadline_inside_its_frame(written: list[str], day: date) -> None:
    entries = [Entry(str(number), when(each)) for number, each in enumerate(written, 1)]
    found = timetable(entries, day, "vi")
    if found is None:
        return
    named = [line for label in found.labels for line in label.lines if "b k" in label.kind]
    assert named == [entry.number for entry in entries]
    assert apart(found.labels)
    assert all(label.box.lies_in(Box(0, 0, WIDTH, found.height)) for label in found.labels)
    assert all(0 <= bar.left < bar.right <= WIDTH for bar in found.bars)


def test_before_a_day_ends_on_the_day_before() -> None:
    entries = [Entry("1", when("before 2020-07-30")), Entry("2", when("2020-08"))]
    found = timetable(entries, date(2026, 1, 1), "vi")
    assert found
    assert [bar.is_run_up for bar in found.bars] == [True, False]
    july, august, end = (x for x, _ in found.months)
    shares = (found.bars[0].right + 1 - july) / (august - july)
    assert round(shares * 31) == 29
    assert found.today is None
    assert end == 396


@pytest.mark.parametrize(
    "written",
    [
        ["2020-05", "2024-05"],  # over two years
        ["2020-05-01", "2020-05-20"],  # within a month
        ["ongoing", "yearly"],  # no day
        [f"2020-{month:02}" for month in range(1, 13)] + ["2020-12"],  # more than a dozen
    ],
)
def test_other_deadlines_have_no_timetable(written: list[str]) -> None:
    entries = [Entry("1", when(each)) for each in written]
    assert timetable(entries, date(2026, 1, 1), "vi") is None
