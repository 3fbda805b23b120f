"""Plans of realistic size and wording, invented and always the same, to measure and test with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

DAY = date(2025, 11, 22)
"""A day on which some of what the plans promise is done, late, running and still to come."""

YEARS = range(2021, 2026)
_PROVINCES = [
    "An Giang",
    "Bắc Ninh",
    "Cà Mau",
    "Cao Bằng",
    "Đắk Lắk",
    "Điện Biên",
    "Đồng Nai",
    "Đồng Tháp",
    "Gia Lai",
    "Hà Tĩnh",
    "Hưng Yên",
    "Khánh Hòa",
    "Lai Châu",
    "Lâm Đồng",
    "Lạng Sơn",
    "Lào Cai",
    "Nghệ An",
    "Ninh Bình",
    "Phú Thọ",
    "Quảng Ngãi",
    "Quảng Ninh",
    "Quảng Trị",
    "Sơn La",
    "Tây Ninh",
    "Thái Nguyên",
    "Thanh Hóa",
    "Tuyên Quang",
    "Vĩnh Long",
]
_DEPARTMENTS = [
    "Sở Tài chính",
    "Sở Nội vụ",
    "Sở Công Thương",
    "Sở Xây dựng",
    "Sở Nông nghiệp và Môi trường",
    "Sở Giáo dục và Đào tạo",
    "Sở Y tế",
    "Sở Khoa học và Công nghệ",
    "Sở Văn hóa Thể thao và Du lịch",
    "Công an",
    "Thanh tra",
    "Văn phòng UBND",
]
_SECTIONS = [
    "Kinh tế",
    "Xã hội",
    "Môi trường",
    "Kết cấu hạ tầng",
    "Cải cách hành chính",
    "Chuyển đổi số",
    "Quốc phòng và an ninh",
    "Tổ chức thực hiện",
]
_MEASURES = (
    ("Tốc độ tăng trưởng tổng sản phẩm trên địa bàn", "percent", "up"),
    ("Tổng sản phẩm bình quân đầu người", "triệu đồng", "up"),
    ("Tổng thu ngân sách nhà nước trên địa bàn", "tỷ đồng", "up"),
    ("Tỷ lệ hộ nghèo theo chuẩn đa chiều", "percent", "down"),
    ("Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ", "percent", "up"),
    ("Số bác sĩ trên một vạn dân", "bác sĩ", "up"),
    ("Tỷ lệ dân số tham gia bảo hiểm y tế", "percent", "up"),
    ("Tỷ lệ che phủ rừng", "percent", "up"),
    ("Tỷ lệ xã đạt chuẩn nông thôn mới", "percent", "up"),
    ("Tỷ suất chết của trẻ em dưới một tuổi", "‰", "down"),
)
_WORKS = (
    "Rà soát, sửa đổi quy định về",
    "Xây dựng đề án nâng cao chất lượng",
    "Tổ chức kiểm tra, giám sát việc thực hiện",
    "Đẩy nhanh tiến độ giải ngân vốn cho",
    "Tuyên truyền, tập huấn cho cán bộ cơ sở về",
    "Xây dựng cơ sở dữ liệu dùng chung về",
)
_SUBJECTS = (
    "đầu tư công",
    "giảm nghèo bền vững",
    "quản lý đất đai",
    "giáo dục phổ thông ở vùng sâu, vùng xa",
    "y tế cơ sở",
    "thủ tục hành chính của doanh nghiệp",
    "du lịch cộng đồng",
    "phòng, chống thiên tai",
    "việc làm và đào tạo nghề cho thanh niên",
    "cấp nước sạch nông thôn",
)


def write_plans(folder: Path, count: int) -> None:
    """Writes registers and `count` plans, 20 indicators, 60 tasks and 10 milestones each."""
    for path, text in plan_files(count):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def plan_files(count: int) -> Iterator[tuple[str, str]]:
    """The files of a folder of plans, as path and text."""
    yield "registers/places/places.yml", _places()
    yield "registers/agencies/agencies.yml", _agencies()
    for number in range(1, count + 1):
        yield f"registers/documents/van-ban-{number}.yml", _documents(number)
        yield f"tinh-{_place(number)}/ke-hoach-{number}.yml", _plan(number)


def _place(number: int) -> int:
    return number % len(_PROVINCES)


def _places() -> str:
    provinces = (
        f"- id: tinh-{number}\n  name: tỉnh {name}\n  level: province\n  parent: viet-nam\n"
        for number, name in enumerate(_PROVINCES)
    )
    return "- id: viet-nam\n  name: Việt Nam\n  level: country\n" + "".join(provinces)


def _agencies() -> str:
    departments = (
        f"- id: so-{number}\n  name: {name}\n  level: province\n"
        for number, name in enumerate(_DEPARTMENTS)
    )
    council = "- id: ubnd\n  name: Ủy ban nhân dân\n  short: UBND\n  level: province\n"
    return council + "".join(departments)


def _documents(number: int) -> str:
    province, place = _PROVINCES[_place(number)], f"tinh-{_place(number)}"
    plan = f"""\
- id: kh-{number}
  kind: plan
  number: {number}/KH-UBND
  issuer: ubnd@{place}
  issued: 2021-01-{number % 28 + 1:02}
  title: Kế hoạch phát triển kinh tế - xã hội 5 năm 2021 - 2025 tỉnh {province}
  signer: Nguyễn Văn A
  url: https://vanban.example/kh-{number}
  retrieved: 2025-10-01
- id: qd-{number}
  kind: decision
  number: {number}/QĐ-UBND
  issuer: ubnd@{place}
  issued: 2023-07-{number % 28 + 1:02}
  title: Quyết định điều chỉnh một số chỉ tiêu của kế hoạch 5 năm 2021 - 2025
"""
    reports = (
        f"""\
- id: bc-{number}-{year}
  kind: report
  number: {number}{year}/BC-UBND
  issuer: ubnd@{place}
  issued: {year}-11-15
  title: Báo cáo tình hình kinh tế - xã hội năm {year} tỉnh {province}
"""
        for year in YEARS
    )
    return plan + "".join(reports)


def _plan(number: int) -> str:
    province = _PROVINCES[_place(number)]
    head = f"""\
id: ke-hoach-{number}
title: Kế hoạch phát triển kinh tế - xã hội 5 năm 2021 - 2025 tỉnh {province}, số {number}
short_title: Kế hoạch 5 năm 2021 - 2025 tỉnh {province}, số {number}
kind: five_year
document: kh-{number}
place: tinh-{_place(number)}
period: 2021..2025
lifecycle: adopted
focal: so-0
reporting: yearly
declared: {{indicators: 20, tasks: 64}}
source: kh-{number}
completeness: full
statements:
  Mục tiêu tổng quát: >-
    Phát triển nhanh và bền vững; nâng cao đời sống vật chất và tinh thần của nhân dân; giữ vững
    quốc phòng, an ninh và trật tự, an toàn xã hội trên địa bàn tỉnh.
"""
    parts = (
        ("sections", (_section(each) for each in range(len(_SECTIONS)))),
        ("indicators", (_indicator(number, each) for each in range(20))),
        ("tasks", (_task(number, each) for each in range(60))),
        ("milestones", (_milestone(each) for each in range(10))),
    )
    return head + "".join(f"{name}:\n{''.join(entries)}" for name, entries in parts)


def _section(number: int) -> str:
    return f"  - id: phan-{number}\n    number: II.{number}\n    title: {_SECTIONS[number]}\n"


def _indicator(plan: int, number: int) -> str:
    name, unit, direction = _MEASURES[number % len(_MEASURES)]
    step = 1 if direction == "up" else -1
    start = 400 + (plan * 7 + number * 13) % 90

    def value(year: int, more: int = 0) -> str:
        tenths = start + step * 9 * (year - 2020) + more
        return f"{tenths // 10}.{tenths % 10}"

    operator = ("", "at least ", "")[number % 3] if direction == "up" else ""
    targets = "".join(
        f"      - {{period: {year}, value: {operator}{value(year)}}}\n" for year in YEARS
    )
    if number % 5 == 0:
        targets += f"""\
      - period: 2025
        value: {operator}{value(2025, -step * 4)}
        document: qd-{plan}
        reason: ảnh hưởng của thiên tai và dịch bệnh
"""
    results = "".join(
        f"      - {{period: {year}, value: {value(year, step * ((plan + number + year) % 5 - 1))}, "
        f"source: bc-{plan}-{year}, at: Phụ lục I{', kind: estimate' if year == 2025 else ''}}}\n"
        for year in YEARS
    )
    return f"""\
  - id: chi-tieu-{number}
    number: {number + 1}
    name: "{name} ({number + 1})"
    section: phan-{number % 3}
    lead: so-{number % len(_DEPARTMENTS)}
    unit: {unit}
    direction: {direction}
    baseline: {{period: 2020, value: {value(2020)}}}
    at: Phụ lục I, dòng {number + 1}
    quote: "{name} đến năm 2025 đạt {value(2025).replace(".", ",")}"
    targets:
{targets}    results:
{results}"""


def _task(plan: int, number: int) -> str:
    subject = _SUBJECTS[(plan + number) % len(_SUBJECTS)]
    year, quarter = YEARS[number % 5], (plan + number) % 4 + 1
    head = f"""\
  - id: nhiem-vu-{number}
    number: {number + 1}
    title: "{_WORKS[number % len(_WORKS)]} {subject} (việc {number + 1})"
    section: phan-{number % len(_SECTIONS)}
    lead: so-{number % len(_DEPARTMENTS)}
    supporting: [so-{(number + 1) % len(_DEPARTMENTS)}, so-{(number + 5) % len(_DEPARTMENTS)}]
    deliverables: "Báo cáo kết quả về {subject}"
    due: {year}-Q{quarter}
    at: Phụ lục II, dòng {number + 1}
    quote: "{_WORKS[number % len(_WORKS)]} {subject}"
"""
    if number % 3 == 2:
        return head
    stage = "completed" if number % 3 == 0 else "in_progress"
    month = min(quarter * 3 - 1 + number % 4, 11)
    done = f"\n        done: {year}-{month:02}-{(plan + number) % 19 + 1:02}"
    return f"""\
{head}    reports:
      - on: {year}-11-20
        stage: {stage}{done if stage == "completed" else ""}
        document: bc-{plan}-{year}
        text: Đã hoàn thành dự thảo, lấy ý kiến các sở, ngành.
"""


def _milestone(number: int) -> str:
    year, half = YEARS[number // 2], number % 2
    done = f"    done: {year}-{6 * half + 6:02}-20\n" if year < 2025 else ""
    return f"""\
  - id: moc-{number}
    kind: {"final_review" if half else "conference"}
    title: {"Hội nghị tổng kết năm" if half else "Hội nghị sơ kết 6 tháng đầu năm"} {year}
    when: {year}-{6 * half + 6:02}
    actors: ubnd
{done}"""
