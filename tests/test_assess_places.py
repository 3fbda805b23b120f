"""What became of a place after a merger, from the day after its last."""

from __future__ import annotations

from datetime import date

import pytest

from generator.assess.places import fate, predecessors, successors
from generator.model.archive import Archive
from tests.conftest import Load

PLACES = """
- {id: viet-nam, name: Việt Nam, level: country}
- {id: lao-cai, name: tỉnh Lào Cai, level: province, parent: viet-nam, until: 2025-06-30,
   succeeded_by: lao-cai-2025}
- {id: yen-bai, name: tỉnh Yên Bái, level: province, parent: viet-nam, until: 2025-06-30,
   succeeded_by: lao-cai-2025}
- {id: lao-cai-2025, name: tỉnh Lào Cai, level: province, parent: viet-nam, from: 2025-07-01,
   until: 2030-12-31, succeeded_by: [tay-bac, dong-bac, khong-co]}
- {id: tay-bac, name: tỉnh Tây Bắc, level: province, parent: viet-nam, from: 2031-01-01}
- {id: dong-bac, name: tỉnh Đông Bắc, level: province, parent: viet-nam, from: 2031-01-01}
- {id: si-ma-cai, name: huyện Si Ma Cai, level: district, parent: lao-cai, until: 2025-06-30}
- {id: san-chai, name: xã Sán Chải, level: commune, parent: si-ma-cai, until: 2025-06-30}
- {id: ba-vi, name: huyện Ba Vì, level: district, parent: ha-noi, until: 2025-06-30}
- {id: ha-noi, name: thành phố Hà Nội, level: province, parent: viet-nam}
- {id: mot-minh, name: xã Một Mình, level: commune, until: 2025-06-30}
"""


def archive_of(load: Load) -> Archive:
    archive, problems = load(registers__places__all=PLACES)
    assert not problems
    return archive


@pytest.mark.parametrize(
    ("place", "day", "holders", "is_direct"),
    [
        ("lao-cai", date(2025, 7, 1), ["lao-cai-2025"], True),
        ("lao-cai", date(2031, 1, 1), ["tay-bac", "dong-bac"], True),
        ("si-ma-cai", date(2025, 7, 1), ["lao-cai-2025"], False),
        ("san-chai", date(2025, 7, 1), ["lao-cai-2025"], False),
        ("ba-vi", date(2025, 7, 1), ["ha-noi"], False),
        ("mot-minh", date(2025, 7, 1), [], False),
    ],
)
def test_the_territory_goes_on(
    load: Load, place: str, day: date, holders: list[str], is_direct: bool
) -> None:
    archive = archive_of(load)
    found = fate(archive, archive.place[place], day)
    assert found
    assert [each.id for each in found.holders] == holders
    assert found.is_direct is is_direct


def test_a_place_exists_on_its_last_day(load: Load) -> None:
    archive = archive_of(load)
    assert fate(archive, archive.place["lao-cai"], date(2025, 6, 30)) is None
    assert fate(archive, archive.place["ha-noi"], date(2100, 1, 1)) is None


def test_mergers_are_followed_both_ways(load: Load) -> None:
    archive = archive_of(load)
    before = predecessors(archive, archive.place["lao-cai-2025"])
    assert [each.id for each in before] == ["lao-cai", "yen-bai"]
    after = successors(archive, archive.place["yen-bai"], date(2025, 6, 30))
    assert [each.id for each in after] == ["lao-cai-2025"]
    assert not successors(archive, archive.place["ha-noi"], date(2026, 1, 1))


def test_succession_in_a_circle_ends(load: Load) -> None:
    archive, problems = load(
        registers__places__all="""
        - {id: a, name: xã A, level: commune, until: 2020, succeeded_by: b}
        - {id: b, name: xã B, level: commune, until: 2021, succeeded_by: a}
        """
    )
    assert not problems
    assert successors(archive, archive.place["a"], date(2026, 1, 1)) == ()
