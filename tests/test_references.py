"""A reference is an id or a name as printed, and never something in between."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from generator.model.base import id_like
from generator.model.nodes import Scalar
from generator.model.references import Reference, reference
from tests.conftest import Load


@pytest.mark.parametrize(
    ("written", "identifier", "place", "item"),
    [
        ("so-tai-chinh", "so-tai-chinh", None, None),
        ("ubnd", "ubnd", None, None),
        ("226-nq-cp-2025", "226-nq-cp-2025", None, None),
        ("ubnd@si-ma-cai", "ubnd", "si-ma-cai", None),
        ("si-ma-cai-2020#xa-san-chai", "si-ma-cai-2020", None, "xa-san-chai"),
        ("a#b/c", "a", None, "b/c"),
    ],
)
def test_an_id_has_its_parts(
    written: str, identifier: str, place: str | None, item: str | None
) -> None:
    found = reference(written)
    assert (found.id, found.place, found.item) == (identifier, place, item)
    assert not found.is_name


@pytest.mark.parametrize(
    "name",
    [
        "doanh nghiệp",
        "Nghị quyết Đại hội lần thứ XX",
        "UBND",
        "huyện",
        "line ministries",
        "Sở A, Sở B",
        "các sở, ban, ngành",
        "Kế hoạch 138/KH-UBND",
        "Vùng I - II",
    ],
)
def test_a_name_is_shown_as_printed_and_has_no_id(name: str) -> None:
    found = reference(name)
    assert (found.is_name, found.id, found.place, found.item) == (True, "", None, None)
    assert str(found) == name


@pytest.mark.parametrize(
    ("words", "better"),
    [
        ("so_tai_chinh", "`so-tai-chinh`"),
        ("84/kh", "`84-kh`"),
        ("-so-tai-chinh", "`so-tai-chinh`"),
        ("so--tai-chinh", "`so-tai-chinh`"),
        ("@", "`so-tai-chinh`"),
        ("ubnd @ bac-kan", "`ubnd@bac-kan`"),
        ("ubnd@ bac-kan", "`ubnd@bac-kan`"),
        ("so-tai-chinh, so-noi-vu", "`- so-tai-chinh`, `- so-noi-vu`"),
        ("so-tai-chinh;so-noi-vu", "`- so-tai-chinh`, `- so-noi-vu`"),
        ("• Sở Tài chính", "`- `"),
        ("– Sở Tài chính", "`- `"),
    ],
)
def test_what_is_neither_is_answered_with_an_id(words: str, better: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        reference(words)
    assert caught.value.context
    assert better in caught.value.context["vi"]
    assert better in caught.value.context["en"]


def test_two_references_are_equal_wherever_they_stand() -> None:
    assert reference(Scalar("ubnd", 3, 9)) == reference(Scalar("ubnd", 8, 1))
    assert reference(Scalar("ubnd", 3, 9)).line == 3
    assert len({reference("ubnd"), reference(Scalar("ubnd", 8, 1))}) == 1


TASK = """
id: ke-hoach
title: Kế hoạch
kind: annual
tasks:
  - id: nguyen-lieu
    title: Khơi thông nguồn nguyên liệu
    lead: {lead}
"""


@pytest.mark.parametrize(
    ("lead", "bodies"),
    [
        ("ubnd", [("ubnd", None)]),
        ("UBND tỉnh", [("UBND tỉnh", None)]),
        ("[ubnd, so-tai-chinh]", [("ubnd", None), ("so-tai-chinh", None)]),
        ('["các sở, ngành", a@b]', [("các sở, ngành", None), ("a@b", None)]),
        ("{so-cong-thuong: cấp phép}", [("so-cong-thuong", "cấp phép")]),
        ("{so-y-te: A, so-noi-vu: B}", [("so-y-te", "A"), ("so-noi-vu", "B")]),
        ("[so-y-te: A, so-noi-vu]", [("so-y-te", "A"), ("so-noi-vu", None)]),
    ],
)
def test_a_body_may_carry_its_share(
    load: Load, lead: str, bodies: list[tuple[str, str | None]]
) -> None:
    archive, problems = load(TASK.format(lead=lead))
    assert not problems
    found = archive.plans[0].tasks[0].lead
    assert [(body.reference.written, body.share) for body in found] == bodies
    assert {body.reference.line for body in found} == {8}


def test_every_wrong_body_of_a_list_is_told_at_its_own_place(load: Load) -> None:
    _, problems = load(TASK.format(lead="[so_y_te, ubnd, {so_noi_vu: A}, {ubnd: [B]}]"))
    assert [(each.position.line, each.position.column) for each in problems] == [
        (8, 12),
        (8, 27),
        (8, 50),
    ]


@given(st.text(max_size=60))
def test_any_words_are_a_reference_or_refused(words: str) -> None:
    try:
        found = reference(words)
    except PydanticCustomError:
        return
    assert found == Reference(found.written)
    assert found.is_name == (found.id == "")


@given(st.text(max_size=60))
def test_an_id_made_of_any_words_is_an_id(words: str) -> None:
    made = id_like(words)
    assert made == "" or not reference(made).is_name


@pytest.mark.parametrize("link", ["https://example.org/plan?id=1", "www.example.org"])
def test_a_link_is_no_source_but_the_address_of_one(link: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        reference(link)
    said = (caught.value.context or {})["en"]
    assert f"`{link}` is a link" in said
    assert "`url:`" in said
