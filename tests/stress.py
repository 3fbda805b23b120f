"""Invented plans at the edges: very long, very short, empty, and with every kind of series.

`python -m tests.stress FOLDER` writes them, to be built and looked at.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

DAY = date(2026, 11, 22)
LONG = (
    "Kế hoạch tổ chức thực hiện Nghị quyết của Ban Chấp hành Đảng bộ về phát triển kinh tế - xã "
    "hội, bảo đảm quốc phòng - an ninh, bảo vệ môi trường, ứng phó với biến đổi khí hậu, chuyển "
    "đổi số và cải cách hành chính trên địa bàn các xã Sín Chéng, Bản Mế và Si Ma Cai giai đoạn "
    "2026-2030, tầm nhìn đến năm 2045"
)
"""A title of 300 signs, such as there are."""


def write_plans(folder: Path) -> None:
    """Writes registers and plans."""
    for path, text in plan_files():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def plan_files() -> Iterator[tuple[str, str]]:
    """The files of a folder of plans, as path and text."""
    yield "registers/places/places.yml", _PLACES
    yield "registers/indicators/indicators.yml", _DEFINITIONS
    yield "registers/documents/documents.yml", _documents()
    yield "xa/chuoi-so.yml", _series()
    yield "xa/tinh-khac.yml", _other_place()
    yield "xa/rat-dai.yml", _long()
    yield "xa/nhieu-nam.yml", _many_years()
    yield "xa/mot-viec.yml", _head("mot-viec", "Kế hoạch một việc", "2026") + _task(1, "2026-12")
    yield "xa/trong.yml", _head("trong", "Kế hoạch chưa có gì", "2026")
    yield "xa/mot-ngay.yml", _one_day()
    yield "xa/english.yml", _english()
    yield "xa/moc.yml", _milestones()


_PLACES = """\
- {id: viet-nam, name: Việt Nam, level: country}
- {id: tinh-ha, name: tỉnh Hà Thượng, level: province, parent: viet-nam}
- id: tinh-cu
  name: tỉnh Sín Cũ
  level: province
  parent: viet-nam
  until: 2025-06-30
  succeeded_by: tinh-ha
- {id: xa-si, name: xã Si Ma Cai, level: commune, parent: tinh-ha}
"""
_DEFINITIONS = """\
- id: ho-ngheo
  name: Tỷ lệ hộ nghèo
  unit: percent
  direction: down
  definition: Hộ nghèo trên tổng số hộ.
  breaks:
    - on: 2022-01-01
      text: chuẩn nghèo mới
"""


def _documents() -> str:
    return f"""\
- id: van-ban-dai
  kind: plan
  number: 1234/KH-BCĐCTMTQG-UBND
  issuer: Ban Chỉ đạo các chương trình mục tiêu quốc gia
  issued: 2026-01-05
  title: {_quoted(LONG)}
"""


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _head(identifier: str, title: str, period: str, place: str = "xa-si") -> str:
    return f"""\
id: {identifier}
title: {_quoted(title)}
kind: annual
place: {place}
period: {period}
lifecycle: adopted
"""


def _indicator(identifier: str, name: str, more: str, unit: str = "tỷ đồng") -> str:
    lines = "".join(f"    {line}\n" for line in more.strip().splitlines())
    head = f"  - id: {identifier}\n    name: {_quoted(name)}\n    unit: {unit}\n"
    return f"{head}    direction: up\n{lines}"


def _years(first: int, values: list[object]) -> str:
    return ", ".join(f"{first + number}: {value}" for number, value in enumerate(values))


def _series() -> str:
    """One indicator for each kind of series that a chart must bear."""
    thirty = [f"{5 + (number * 37) % 23 / 10:.1f}" for number in range(30)]
    quarters = [f"{year}-Q{quarter}" for year in (2024, 2025, 2026) for quarter in (1, 2, 3, 4)]
    quarterly = ", ".join(f"{each}: {100 + n * 7}" for n, each in enumerate(quarters[:11]))
    months = ", ".join(f"2026-{month:02}: {month * 1.5}" for month in range(1, 11))
    parts = "\n".join(
        f"  - {{id: p{number}, name: {_quoted(name)}, targets: {{2026: {30 + number}}}, "
        f"results: {{{_years(2022, [20 + number, 22 + number, 25, 27 - number, 31])}}}}}"
        for number, name in enumerate(_COMMUNES)
    )
    return (
        _head("chuoi-so", "Chuỗi số của các chỉ tiêu", "2021..2026", "tinh-ha")
        + "indicators:\n"
        + _indicator("hai-nam", "Hai năm", "results: {2024: 5, 2025: 7}\ntargets: {2025: 6}")
        + _indicator(
            "ba-muoi-nam",
            "Ba mươi năm",
            f"baseline: {{1995: 4.2}}\nresults: {{{_years(1996, list(thirty))}}}\n"
            "targets: {2026: 8}",
        )
        + _indicator(
            "am",
            "Cán cân thương mại",
            f"results: {{{_years(2020, [-120, -80, 15, 40, -10])}}}\n"
            "targets: {2025: 50, 2026: 60}",
        )
        + _indicator(
            "rat-lon",
            "Tổng sản phẩm, tính bằng đồng",
            f"results: {{{_years(2021, [125430000000000, 131200000000000, 140000000000000])}}}\n"
            "targets: {2024: 150000000000000..155000000000000}",
            "đồng",
        )
        + _indicator(
            "rat-nho",
            "Tỷ lệ tiêm chủng",
            f"results: {{{_years(2020, [99.51, 99.52, 99.54, 99.53])}}}\n"
            "targets: {2023: at least 99.55}",
            "percent",
        )
        + _indicator("bang-nhau", "Số xã", f"results: {{{_years(2020, [12, 12, 12, 12])}}}")
        + _indicator(
            "bang-khong", "Số vụ", f"results: {{{_years(2020, [0, 0, 0])}}}\ntargets: {{2022: 0}}"
        )
        + _indicator(
            "theo-quy", "Thu theo quý", f"results: {{{quarterly}}}\ntargets: {{2026-Q4: 190}}"
        )
        + _indicator("theo-thang", "Thu theo tháng", f"results: {{{months}}}")
        + _indicator(
            "chin-thang",
            "Chín tháng đầu năm",
            "results: {2023-9M: 61, 2024-9M: 64, 2025-9M: 70, 2025: 92}",
        )
        + _indicator(
            "khoang",
            "GRDP bình quân đầu người",
            "baseline: {2020: 5420}\n"
            "targets: {2021: 5900, 2022: 6500, 2023: 7100, 2024: 7700, 2025: 8300..8500}\n"
            "results:\n  - {period: 2021, value: 5325}\n  - {period: 2022, value: not published}\n"
            "  - {period: 2023, value: 6347}\n  - {period: 2024, value: 7100}\n"
            "  - {period: 2025, value: 7640, kind: estimate}",
            "USD",
        )
        + _indicator(
            "khoang-ket-qua",
            "Kết quả là một khoảng",
            "results: {2023: 10..14, 2024: 12..15, 2025: 13}\ntargets: {2025: 12..16, 2026: 15}",
        )
        + _indicator(
            "chi-muc-tieu", "Chỉ có mục tiêu", f"targets: {{{_years(2026, [10, 12, 14, 17, 20])}}}"
        )
        + _indicator("mot-diem", "Chỉ một số", "results: {2025: 3}")
        + _indicator(
            "hai-nguon-giao",
            "Hai nơi giao",
            "results: {2024: 24, 2025: 26}\n"
            "targets:\n  - {period: 2025, value: 27, set_by: UBND tỉnh}\n"
            "  - {period: 2025, value: 26.5, set_by: HĐND xã}\n"
            "  - {period: 2025, value: 27.2, set_by: Thủ tướng Chính phủ, modality: aspirational}",
        )
        + _indicator(
            "nhieu-khoang-trong",
            "Nhiều năm không có số",
            "results: {2015: 40, 2018: not published, 2019: not published, 2021: 47, 2024: 52}\n"
            "targets: {2030: 70}",
        )
        + """\
  - id: ho-ngheo
    definition: ho-ngheo
    place: tinh-cu
    baseline: {2020: 24}
    targets: {2023: 12, 2025: 9.5, 2026: below 8}
    results: {2021: 21.4, 2022: 18, 2023: 14, 2024: 11.9, 2025: 9.8, 2026: 9.1}
"""
        + _indicator(
            "muoi-hai-xa",
            "Thu nhập bình quân theo xã",
            f"results: {{2022: 24, 2026: 31}}\nparts:\n{parts}",
        )
        + _indicator(
            "nguon-von",
            "Vốn theo nguồn",
            """\
parts:
  - {id: trung-uong, name: vốn trung ương, results: {2024: 120, 2025: 150}, targets: {2026: 200}}
  - {id: tinh, name: vốn tỉnh, results: {2024: 60, 2025: not reported}, targets: {2026: 90}}
  - {id: huyen, name: vốn xã, results: {2024: 40, 2025: 55}, targets: {2026: 70}}
  - {id: lao-dong, name: ngày công, unit: ngày, results: {2024: 900, 2025: 1100}}
  - {id: dan-gop, name: dân góp, results: {2025: 5}}
""",
        )
    )


_COMMUNES = (
    "xã Si Ma Cai",
    "xã Sín Chéng",
    "xã Bản Mế",
    "xã Lùng Thẩn",
    "xã Cán Cấu",
    "xã Quan Hồ Thẩn",
    "xã Nàn Sán",
    "xã Sán Chải",
    "xã Thào Chư Phìn",
    "xã Nàn Sín",
    "xã Mản Thẩn và các thôn Hoàng Thu Phố, Lao Chải",
    "xã Cán Hồ",
)


def _other_place() -> str:
    return (
        _head("tinh-khac", "Kế hoạch của xã Si Ma Cai", "2021..2026")
        + """\
indicators:
  - id: ho-ngheo
    definition: ho-ngheo
    targets: {2026: 6}
    results:
      - {period: 2021, value: 38.1}
      - {period: 2022, value: 33.2}
      - {period: 2024, value: 28.6}
      - {period: 2025, value: 20.2, kind: estimate}
  - id: so-ho-ngheo
    name: Số hộ nghèo
    definition: ho-ngheo
    unit: hộ
    results: {2024: 812, 2025: 640}
"""
    )


def _task(number: int, due: str, section: str = "") -> str:
    head = "tasks:\n" if number == 1 else ""
    where = f"    section: {section}\n" if section else ""
    return f"""\
{head}  - id: viec-{number}
    number: {number}
    title: Rà soát, bổ sung quy định về việc thứ {number} của kế hoạch
{where}    due: {due}
"""


def _long() -> str:
    """300 tasks in 40 groups, 30 of them in one quarter of one group; very long titles."""
    sections = "".join(
        f"  - id: nhom-{number}\n    number: {number}\n"
        f"    title: {_quoted(LONG if number == 3 else f'Nhóm nhiệm vụ thứ {number}')}\n"
        for number in range(1, 41)
    )
    tasks = "".join(
        _task(
            number,
            "2026-Q4" if number <= 30 else f"{2026 + number % 3}-Q{number % 4 + 1}",
            f"nhom-{1 if number <= 30 else number % 40 + 1}",
        )
        for number in range(1, 301)
    )
    indicator = _indicator("dai", LONG, "targets: {2028: 5}\nresults: {2025: 3, 2026: 4}")
    return f"""\
{_head("rat-dai", LONG, "2026..2028")}document: van-ban-dai
relations:
  succeeds: nhieu-nam
  feeds_into: {_quoted(LONG.replace("Kế hoạch", "Chương trình"))}
sections:
{sections}indicators:
{indicator}{tasks}"""


def _many_years() -> str:
    """More than 24 quarters, and counts that squares cannot show."""
    tasks = "".join(_task(number, f"{2015 + number}-Q{number % 4 + 1}") for number in range(1, 16))
    return f"""\
{_head("nhieu-nam", "Chiến lược 15 năm", "2016..2030")}{tasks}scorecards:
  - period: 2025
    of: chỉ tiêu
    total: 1250
    counts: {{đạt và vượt: 1102, không đạt: 148}}
  - period: 2024
    of: nhiệm vụ
    total: 12
    counts: {{đạt: 9}}
"""


def _one_day() -> str:
    return f"""\
{_head("mot-ngay", "Kế hoạch tổ chức ngày hội", "2026-11-22")}milestones:
  - {{id: khai-mac, title: Khai mạc, when: 2026-11-22}}
  - {{id: be-mac, title: Bế mạc, when: 2026-11-22}}
"""


def _english() -> str:
    return """\
id: english
language: en
title: Provincial climate resilience programme
kind: scheme
place: tinh-ha
period: 2021..2026
lifecycle: adopted
indicators:
  - id: households
    name: Households with safe water
    unit: households
    direction: up
    baseline: {2020: 10500}
    targets: {2023: 12000, 2026: 15250.5}
    results: {2021: 10750, 2022: 11200, 2023: 12050, 2024: not published, 2025: 13100}
tasks:
  - id: survey
    number: 1
    title: Survey of 1,250 households
    due: 2026-Q1
"""


def _milestones() -> str:
    """A dozen milestones of every kind of deadline."""
    whens = (
        "2026-01-15",
        "2026-02",
        "before 2026-03-30",
        "by 2026-04-05",
        "2026-Q2",
        "2026-05..2026-07",
        "2026-H2",
        "before 2026-09-01",
        "2026-10",
        "by 2026-11",
        "2026-12-31",
        "2027-Q1",
    )
    entries = "".join(
        f"  - {{id: moc-{number}, title: {_quoted(f'Mốc thứ {number}')}, when: {when}}}\n"
        for number, when in enumerate(whens, 1)
    )
    return f"{_head('moc', 'Kế hoạch có mười hai mốc', '2026')}milestones:\n{entries}"


if __name__ == "__main__":
    write_plans(Path(sys.argv[1]))
