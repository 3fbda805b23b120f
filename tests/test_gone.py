"""Old addresses lead on: what has another id now, and what is gone."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from generator.assess.findings import Findings
from generator.model.archive import Archive
from generator.pages import pages
from generator.pages.page import Telling
from generator.problems import Problem
from generator.text.words import Language

Load = Callable[..., tuple[Archive, list[Problem]]]

REGISTERS = {
    "registers__places__a": "- {id: an, name: xã An, level: commune, former_ids: [xa-an, an-cu]}",
    "registers__agencies__a": (
        "- {id: ubnd, name: Ủy ban nhân dân, short: UBND, level: commune, former_ids: uy-ban}"
    ),
    "registers__documents__a": "- {id: tin-an, kind: news, title: Tin, former_ids: tin}",
    "registers__indicators__a": "- {id: ngheo, name: Tỷ lệ hộ nghèo, former_ids: ho-ngheo}",
    "registers__removals__a": """
        - {id: an-2024, title: Kế hoạch <b>năm</b> 2024, on: 2026-11-20, reason: nhập *trùng*,
           succeeded_by: an-2025}
        - {id: so-cu, was: agency, on: 2026-11-20, reason: không có thật}
        - {id: "an-2025#cho", on: 2026-11-20, reason: nguồn đính chính}
        """,
}
PLAN = """
    id: an-2025
    former_ids: an-25
    title: Kế hoạch của xã An năm 2025
    kind: annual
    place: an
    period: 2025
    source: tin-an
    sections:
      - {id: viec, title: Việc, former_ids: phan-viec}
    indicators:
      - id: ngheo
        former_ids: ngheo-cu
        definition: ngheo
        targets: {2024: 5, 2025: 4}
        parts: [{id: thon-a, name: Thôn A, former_ids: thon-1, results: {2025: 3}}]
    tasks:
      - {id: duong, title: Làm đường, section: viec, lead: ubnd, former_ids: [lam-duong, d1]}
    milestones:
      - {id: hop, title: Họp, when: 2025-01, former_ids: hoi-nghi}
    """


@pytest.fixture(params=["vi", "en"])
def told(load: Load, request: pytest.FixtureRequest) -> dict[str, str]:
    language: Language = request.param
    archive, problems = load(PLAN, **REGISTERS)
    assert problems == []
    return dict(pages(Telling(Findings(archive, date(2026, 11, 22)), language)))


@pytest.mark.parametrize(
    ("old", "goal"),
    [
        ("dia-phuong/xa-an", "../../dia-phuong/an/"),
        ("dia-phuong/an-cu", "../../dia-phuong/an/"),
        ("co-quan/uy-ban", "../../co-quan/ubnd/"),
        ("co-quan/uy-ban/an", "../../../co-quan/ubnd/an/"),
        ("van-ban/tin", "../../van-ban/tin-an/"),
        ("chi-tieu/ho-ngheo", "../../chi-tieu/ngheo/"),
        ("ke-hoach/an-25", "../../ke-hoach/an-2025/"),
        ("ke-hoach/an-25/ngheo", "../../../ke-hoach/an-2025/ngheo/"),
        ("ke-hoach/an-2025/ngheo-cu", "../../../ke-hoach/an-2025/ngheo/"),
        ("ke-hoach/an-25/ngheo-cu", "../../../ke-hoach/an-2025/ngheo/"),
    ],
)
def test_an_old_address_leads_to_the_new_one(told: dict[str, str], old: str, goal: str) -> None:
    page = told[f"{old}/index.md"]
    assert f'moved: "{goal}"' in page
    assert f'<a href="{goal}">' in page
    assert "search: {exclude: true}" in page


@pytest.mark.parametrize(
    "anchor",
    ["nv-lam-duong", "nv-d1", "phan-phan-viec", "ct-ngheo-cu", "ct-ngheo--thon-1", "moc-hoi-nghi"],
)
def test_an_old_anchor_stands_in_the_row_of_today(told: dict[str, str], anchor: str) -> None:
    plan = told["ke-hoach/an-2025/index.md"]
    assert plan.count(f'<span id="{anchor}"></span>') == 1


def test_what_is_gone_says_when_and_why(told: dict[str, str]) -> None:
    page = told["ke-hoach/an-2024/index.md"]
    assert "2026" in page
    assert "nhập *trùng*" in page
    assert "&lt;b&gt;năm&lt;/b&gt;" in page
    assert 'href="../../ke-hoach/an-2025/"' in page
    assert "không có thật" in told["co-quan/so-cu/index.md"]


def test_what_was_removed_from_a_plan_is_told_there(told: dict[str, str]) -> None:
    plan = told["ke-hoach/an-2025/index.md"]
    section = plan[plan.index("{: #da-go }") :]
    assert set(re.findall(r'<span id="(.*?)">', section)) == {"nv-cho", "ct-cho", "moc-cho"} | {
        "phan-cho"
    }
    assert "nguồn đính chính" in section
    assert "nguồn đính chính" in told["ke-hoach/an-2025/cho/index.md"]


def test_nothing_is_told_twice(load: Load) -> None:
    archive, _ = load(PLAN, **REGISTERS)
    paths = [path for path, _ in pages(Telling(Findings(archive, date(2026, 11, 22))))]
    assert len(paths) == len(set(paths))
