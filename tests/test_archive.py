"""Who or what is meant by an id in a plan, and what is related to what."""

from __future__ import annotations

import pytest

from generator.model.archive import (
    Archive,
    document_place,
    lineage,
    local_body,
    plan_place,
)
from generator.model.references import reference
from tests.conftest import Load

PLACES = """
- {id: viet-nam, name: Việt Nam, level: country}
- {id: lao-cai, name: tỉnh Lào Cai, level: province, parent: viet-nam}
- {id: si-ma-cai, name: huyện Si Ma Cai, level: district, parent: lao-cai}
- {id: san-chai, name: xã Sán Chải, level: commune, parent: si-ma-cai}
- {id: gà, name: hỏng, level: commune}
- {id: vong-mot, name: xã Một, level: commune, parent: vong-hai}
- {id: vong-hai, name: xã Hai, level: commune, parent: vong-mot}
- {id: xa-la, name: xã Lạ, level: commune, parent: chua-dang-ky}
"""
AGENCIES = """
- {id: ubnd, name: Ủy ban nhân dân, short: UBND, level: [province, district, commune]}
- {id: so-tai-chinh, name: Sở Tài chính, level: province}
- {id: bo-tai-chinh, name: Bộ Tài chính, short: BTC}
- {id: ban-quan-ly, name: Ban Quản lý dự án Si Ma Cai, short: BQL, place: si-ma-cai}
- {id: cac-so, name: "các sở, ban, ngành", short: các sở, kind: group, level: province}
"""


@pytest.fixture
def archive(load: Load) -> Archive:
    return load(registers__places__all=PLACES, registers__agencies__all=AGENCIES)[0]


@pytest.mark.parametrize(
    ("place", "upwards"),
    [
        ("san-chai", ["san-chai", "si-ma-cai", "lao-cai", "viet-nam"]),
        ("viet-nam", ["viet-nam"]),
        ("vong-mot", ["vong-mot", "vong-hai"]),
        ("xa-la", ["xa-la"]),
        ("chua-dang-ky", []),
        (None, []),
    ],
)
def test_a_place_lies_in_others(archive: Archive, place: str | None, upwards: list[str]) -> None:
    assert [each.id for each in lineage(archive, place)] == upwards


@pytest.mark.parametrize(
    ("written", "place", "identifier", "name"),
    [
        ("ubnd", "si-ma-cai", "ubnd@si-ma-cai", "UBND huyện Si Ma Cai"),
        ("ubnd", "lao-cai", "ubnd@lao-cai", "UBND tỉnh Lào Cai"),
        ("so-tai-chinh", "san-chai", "so-tai-chinh@lao-cai", "Sở Tài chính tỉnh Lào Cai"),
        ("ubnd@lao-cai", "san-chai", "ubnd@lao-cai", "UBND tỉnh Lào Cai"),
        ("so-tai-chinh", None, "so-tai-chinh", "Sở Tài chính"),
        ("so-tai-chinh", "viet-nam", "so-tai-chinh", "Sở Tài chính"),
        ("bo-tai-chinh", "lao-cai", "bo-tai-chinh", "Bộ Tài chính"),
        ("ban-quan-ly", "lao-cai", "ban-quan-ly", "Ban Quản lý dự án Si Ma Cai"),
        ("cac-so", "lao-cai", "cac-so@lao-cai", "các sở, ban, ngành tỉnh Lào Cai"),
    ],
)
def test_a_body_is_the_one_of_the_place_or_of_the_first_place_above(
    archive: Archive, written: str, place: str | None, identifier: str, name: str
) -> None:
    body = local_body(archive, reference(written), place)
    assert body is not None
    assert (body.id, body.name) == (identifier, name)


def test_a_body_has_a_whole_name_too(archive: Archive) -> None:
    body = local_body(archive, reference("ubnd"), "san-chai")
    assert body is not None
    assert (body.name, body.full_name) == ("UBND xã Sán Chải", "Ủy ban nhân dân xã Sán Chải")


@pytest.mark.parametrize("written", ["doanh nghiệp", "so-y-te", "UBND"])
def test_names_and_unknown_ids_are_nobody(archive: Archive, written: str) -> None:
    assert local_body(archive, reference(written), "lao-cai") is None


def test_an_entry_that_could_not_be_read_is_remembered(archive: Archive) -> None:
    assert "gà" in archive.broken
    assert "gà" not in archive.place


def test_of_two_entries_with_one_id_the_first_counts(load: Load) -> None:
    archive, problems = load(
        registers__places__a="- {id: a, name: xã Một, level: commune}",
        registers__places__b="- {id: a, name: xã Hai, level: commune}",
    )
    assert not problems
    assert [place.name for place in archive.places] == ["xã Một", "xã Hai"]
    assert archive.place["a"].name == "xã Một"


DOCUMENTS = """
- {id: 84-kh-ubnd, kind: plan, issuer: ubnd}
- {id: 12-qd-ttg, kind: decision, replaces: 1-qd-ttg, amends: [2-qd-ttg, "Quyết định 3"]}
- {id: tin-2026, kind: news, place: lao-cai, relations: {part_of: bao-lao-cai}}
"""
PLAN = """
id: ke-hoach
title: Kế hoạch
kind: annual
place: si-ma-cai
document: 84-kh-ubnd
relations: {based_on: [12-qd-ttg, "Nghị quyết Đại hội"], succeeds: ke-hoach-cu}
sections:
  - {id: phan, title: Phần, relations: {implements: 12-qd-ttg}}
indicators:
  - id: thu
    name: Thu
    parts:
      - {id: thue, name: Thuế, relations: {part_of: ke-hoach-tinh#thue}}
tasks:
  - {id: viec, title: Việc, relations: {feeds_into: ke-hoach-tinh}}
milestones:
  - {title: Hội nghị, relations: {evaluates: ke-hoach-cu}}
  - {id: moc, title: Mốc, relations: {evaluates: ke-hoach-cu}}
"""


@pytest.fixture
def related(load: Load) -> Archive:
    archive, problems = load(PLAN, registers__documents__all=DOCUMENTS)
    assert not problems
    return archive


def test_every_relation_is_told_once(related: Archive) -> None:
    assert [(each.subject, each.kind, str(each.other)) for each in related.links] == [
        ("12-qd-ttg", "replaces", "1-qd-ttg"),
        ("12-qd-ttg", "amends", "2-qd-ttg"),
        ("12-qd-ttg", "amends", "Quyết định 3"),
        ("tin-2026", "part_of", "bao-lao-cai"),
        ("ke-hoach", "based_on", "12-qd-ttg"),
        ("ke-hoach", "based_on", "Nghị quyết Đại hội"),
        ("ke-hoach", "succeeds", "ke-hoach-cu"),
        ("ke-hoach#phan", "implements", "12-qd-ttg"),
        ("ke-hoach#thue", "part_of", "ke-hoach-tinh#thue"),
        ("ke-hoach#viec", "feeds_into", "ke-hoach-tinh"),
        ("ke-hoach", "evaluates", "ke-hoach-cu"),
        ("ke-hoach#moc", "evaluates", "ke-hoach-cu"),
    ]


def test_a_relation_is_found_from_both_ends(related: Archive) -> None:
    assert [each.kind for each in related.links_from["ke-hoach"]] == [
        "based_on",
        "based_on",
        "succeeds",
        "evaluates",
    ]
    assert [each.subject for each in related.links_to["12-qd-ttg"]] == ["ke-hoach", "ke-hoach#phan"]
    assert "Nghị quyết Đại hội" not in related.links_to


def test_a_document_leads_to_the_plan_it_enacts(related: Archive) -> None:
    assert related.plan_of_document["84-kh-ubnd"].id == "ke-hoach"
    assert "12-qd-ttg" not in related.plan_of_document


@pytest.mark.parametrize(
    ("document", "place"),
    [("84-kh-ubnd", "si-ma-cai"), ("tin-2026", "lao-cai"), ("12-qd-ttg", None)],
)
def test_the_issuer_of_a_document_sits_in_its_place_or_that_of_its_plan(
    related: Archive, document: str, place: str | None
) -> None:
    assert document_place(related, related.document[document]) == place


@pytest.mark.parametrize(
    ("written", "place"), [("place: lao-cai", "lao-cai"), ("place: xã Lạ", None), ("", None)]
)
def test_a_plan_has_the_place_that_is_registered(
    load: Load, written: str, place: str | None
) -> None:
    archive, _ = load(f"id: a\ntitle: A\nkind: annual\n{written}")
    assert plan_place(archive.plans[0]) == place
