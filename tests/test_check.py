"""Each rule finds what it is there for, on its line, and leaves alone what is right.

The line that a problem is expected at carries the comment `# error` or `# warning`.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import pytest

from generator.check import RULES, check
from generator.model.archive import Archive
from generator.problems import Problem

Load = Callable[..., tuple[Archive, list[Problem]]]

DAY = date(2026, 11, 22)

REGISTERS = {
    "registers__places__all": """
        - {id: viet-nam, name: Việt Nam, level: country}
        - id: lao-cai
          name: tỉnh Lào Cai
          level: province
          parent: viet-nam
          until: 2025-06-30
          succeeded_by: lao-cai-2025
        - {id: lao-cai-2025, name: tỉnh Lào Cai, level: province, from: 2025-07-01}
        - {id: si-ma-cai, name: huyện Si Ma Cai, level: district, parent: lao-cai}
        - {id: ha-noi, name: thành phố Hà Nội, level: province, parent: viet-nam}
        """,
    "registers__agencies__all": """
        - {id: chinh-phu, name: Chính phủ}
        - {id: ubnd, name: Ủy ban nhân dân, short: UBND, level: [province, district]}
        - {id: so-tai-chinh, name: Sở Tài chính, level: province}
        - {id: so-cong-thuong, name: Sở Công Thương, level: province, former_ids: so-thuong-mai}
        - {id: phong-tai-chinh, name: Phòng Tài chính - Kế hoạch, level: district}
        - id: bo-ke-hoach
          name: Bộ Kế hoạch và Đầu tư
          until: 2025-02-28
          succeeded_by: bo-tai-chinh
        - {id: bo-tai-chinh, name: Bộ Tài chính}
        """,
    "registers__documents__all": """
        - {id: tin, kind: news, title: Tin về kế hoạch}
        - id: 84-kh-ubnd
          kind: plan
          number: 84/KH-UBND
          issuer: ubnd@lao-cai
          issued: 2021-03-30
        """,
    "registers__indicators__all": """
        - {id: ty-le-ho-ngheo, name: Tỷ lệ hộ nghèo, unit: percent, direction: down}
        """,
    "lao-cai__khac": """
        id: khac
        title: Kế hoạch khác
        kind: other
        kind_text: quy chế
        source: tin
        document: 84-kh-ubnd
        tasks: [{id: lam-duong, title: Làm đường}]
        """,
}

PLAN = """\
id: plan
title: Kế hoạch năm 2021
kind: annual
place: lao-cai
period: 2021
source: tin
"""


class Case(NamedTuple):
    """Something wrong: the rule that finds it, the words of the message, the text, its file."""

    rule: str
    says: str
    text: str
    file: str = "plan"


REFERENCES = [
    Case(
        "references-are-known",
        "ý bạn là `so-tai-chinh`?",
        """
        tasks:
          - id: a
            title: Lập dự toán
            lead:
              - ubnd
              - so-tai-chin: tham mưu  # error
        """,
    ),
    Case(
        "references-are-known",
        "ý bạn là `ubnd`?",
        """
        tasks:
          - id: a
            title: Lập dự toán
            deciding: uy-ban-nhan-dan  # error
        """,
    ),
    Case(
        "references-are-known",
        "ý bạn là `so-cong-thuong`?",
        """
        tasks:
          - id: a
            title: Lập dự toán
            lead: so-thuong-mai  # error
        """,
    ),
    Case(
        "references-are-known",
        "thêm vào `registers/places/`, hoặc viết tên như đã in",
        """
        tasks:
          - id: a
            title: Lập dự toán
            places: [lao-cai, muong-khuong]  # error
        """,
    ),
    Case(
        "references-are-known",
        "không có văn bản nào mang mã `99-qd-ubnd`",
        """
        indicators:
          - id: a
            name: Thu ngân sách
            unit: tỷ đồng
            baseline: 7
            targets:
              - value: 9
                source:
                  - document: tin
                  - document: 99-qd-ubnd  # error
        """,
    ),
    Case(
        "references-are-known",
        "không có phần nào mang mã `nhiem-vu`",
        """
        tasks:
          - id: a
            title: Lập dự toán
            section: nhiem-vu  # error
        """,
    ),
    Case(
        "references-are-known",
        "ý bạn là `ty-le-ho-ngheo`?",
        """
        indicators:
          - {id: a, definition: ty-le-ho-ngeo, targets: 3, baseline: 4}  # error
        """,
    ),
    Case(
        "references-are-known",
        "không có chỉ tiêu hoặc nhiệm vụ nào mang mã `xa-san-chai`",
        """
        scorecards:
          - total: 3
            counts: {không đạt: 1}
            named:
              không đạt: [xa-san-chai]  # error
        """,
    ),
    Case(
        "references-are-known",
        "ý bạn là `plan#lam-cau`?",
        """
        tasks:
          - {id: lam-cau, title: Làm cầu}
          - id: lam-duong
            title: Làm đường
            relations:
              part_of: lam-cau  # error
        """,
    ),
    Case(
        "references-are-known",
        "không có nhiệm vụ nào mang mã `lam-cau`",
        """
        budget:
          unit: tỷ đồng
          rows:
            - {task: lam-cau, amount: 5}  # error
        """,
    ),
    Case(
        "references-are-known",
        "không có cơ quan nào mang mã `bo-noi-vu`",
        "- {id: x, kind: decision, number: 1/QĐ-BNV, issuer: bo-noi-vu}  # error",
        "registers__documents__more",
    ),
    Case(
        "references-are-of-the-right-kind",
        "là địa phương, ở đây chờ cơ quan; viết cơ quan của nơi ấy, ví dụ `ubnd@si-ma-cai`",
        """
        tasks:
          - id: a
            title: Lập dự toán
            lead: si-ma-cai  # error
        """,
    ),
    Case(
        "references-are-of-the-right-kind",
        "văn bản của kế hoạch ấy là `84-kh-ubnd`",
        """
        indicators:
          - id: a
            name: Thu ngân sách
            source: khac  # error
        """,
    ),
    Case(
        "references-are-of-the-right-kind",
        "`a` là chỉ tiêu, ở đây chờ phần",
        """
        indicators: [{id: a, name: Thu ngân sách}]
        tasks:
          - {id: b, title: Lập dự toán, section: a}  # error
        """,
    ),
    Case(
        "items-of-other-plans-are-known",
        "kế hoạch `khac` không có mục `lam-duog`; ý bạn là `khac#lam-duong`?",
        """
        relations:
          feeds_into: khac#lam-duog  # error
        """,
    ),
    Case(
        "items-of-other-plans-are-known",
        "dấu `#` chỉ dùng trong `relations:`",
        """
        tasks:
          - id: a
            title: Lập dự toán
            source: khac#lam-duong  # error
        """,
    ),
    Case(
        "items-of-other-plans-are-known",
        "`84-kh-ubnd` không phải kế hoạch nên không có mục `muc-2`",
        """
        relations:
          implements: 84-kh-ubnd#muc-2  # error
        """,
    ),
    Case(
        "names-are-not-registered",
        "viết `so-tai-chinh` để trang dẫn tới đúng chỗ",
        """
        tasks:
          - id: a
            title: Lập dự toán
            lead: Sở tài chính  # warning
        """,
    ),
    Case(
        "names-are-not-registered",
        "viết `ubnd@si-ma-cai`",
        """
        tasks:
          - id: a
            title: Lập dự toán
            lead: UBND huyện Si Ma Cai  # warning
        """,
    ),
    Case(
        "names-are-not-registered",
        "viết `so-tai-chinh`",
        """
        tasks:
          - id: a
            title: Lập dự toán
            lead: Sở TàiChính  # warning
        """,
    ),
    Case(
        "names-are-not-registered",
        "viết `ubnd`",
        """
        tasks:
          - id: a
            title: Lập dự toán
            lead: UBND tỉnh  # warning
        """,
    ),
    Case(
        "names-are-not-registered",
        "viết `lao-cai` hoặc `lao-cai-2025`",
        """
        tasks:
          - id: a
            title: Lập dự toán
            places: Lào Cai  # warning
        """,
    ),
    Case(
        "names-are-not-registered",
        "đã có trong danh mục kế hoạch: viết `khac`",
        """
        relations:
          based_on: Kế hoạch khác  # warning
        """,
    ),
    Case(
        "bodies-have-their-place",
        "đi từ tỉnh Lào Cai lên không gặp nơi nào thuộc cấp ấy; viết rõ nơi, ví dụ "
        "`phong-tai-chinh@si-ma-cai`",
        """
        tasks:
          - id: a
            title: Lập dự toán
            lead: phong-tai-chinh  # error
        """,
    ),
    Case(
        "bodies-have-their-place",
        "ở đây không rõ là nơi nào; viết rõ nơi, ví dụ `ubnd@lao-cai`",
        "- {id: x, kind: decision, number: 1/QĐ-UBND, issuer: ubnd}  # error",
        "registers__documents__more",
    ),
    Case(
        "places-after-at-fit-the-body",
        "không có địa phương nào mang mã `muong-khuong`",
        """
        tasks:
          - id: a
            title: Lập dự toán
            lead: ubnd@muong-khuong  # error
        """,
    ),
    Case(
        "places-after-at-fit-the-body",
        "`chinh-phu` (Chính phủ) chỉ có một, không cần `@ha-noi`",
        """
        tasks:
          - id: a
            title: Lập dự toán
            lead: chinh-phu@ha-noi  # error
        """,
    ),
    Case(
        "places-after-at-fit-the-body",
        "ý bạn là `so-tai-chinh@lao-cai`?",
        """
        tasks:
          - id: a
            title: Lập dự toán
            lead: so-tai-chinh@si-ma-cai  # error
        """,
    ),
    Case(
        "places-after-at-fit-the-body",
        "dấu `@` chỉ đi sau mã cơ quan",
        """
        tasks:
          - id: a
            title: Lập dự toán
            places: lao-cai@viet-nam  # error
        """,
    ),
    Case(
        "bodies-are-named-once",
        "`ubnd` đã có ở `lead:` của nhiệm vụ này",
        """
        tasks:
          - id: a
            title: Lập dự toán
            lead: [ubnd, so-tai-chinh]
            supporting:
              - ubnd: góp ý  # warning
        """,
    ),
    Case(
        "bodies-are-named-once",
        "gộp phần việc vào một dòng",
        """
        tasks:
          - id: a
            title: Lập dự toán
            lead:
              - so-tai-chinh: vốn
              - ubnd
              - so-tai-chinh: thẩm định  # warning
        """,
    ),
]

IDENTITIES = [
    Case(
        "removals-are-gone",
        "`si-ma-cai` vẫn còn trong dữ liệu",
        """
        - {id: huyen-cu, was: place, on: 2026-11-01, reason: nhập trùng}
        - {id: si-ma-cai, was: place, on: 2026-11-01, reason: nhập trùng}  # error
        """,
        "registers__removals__all",
    ),
    Case(
        "removals-are-gone",
        "`huyen-cu` đã ghi là gỡ ở dòng 1",
        """
        - {id: huyen-cu, was: place, on: 2026-11-01, reason: nhập trùng}
        - {id: huyen-cu, was: place, on: 2026-11-02, reason: nhập trùng}  # error
        """,
        "registers__removals__all",
    ),
    Case(
        "identities-are-unique",
        "mã `ha-noi` đã là của địa phương ở",
        "- {id: ha-noi, name: Thành ủy Hà Nội}  # error",
        "registers__agencies__more",
    ),
    Case(
        "identities-are-unique",
        "mã `ubnd` đã là của cơ quan ở",
        "- {id: x, kind: law, former_ids: ubnd}  # error",
        "registers__documents__more",
    ),
    Case(
        "identities-are-unique",
        "đã là của chỉ tiêu dùng chung ở",
        "- {id: ty-le-ho-ngheo, name: Tỷ lệ hộ nghèo}  # error",
        "registers__indicators__more",
    ),
    Case(
        "items-are-unique",
        "mã `ngan-sach` đã là của chỉ tiêu ở",
        """
        indicators: [{id: ngan-sach, name: Thu ngân sách}]
        tasks:
          - id: ngan-sach  # error
            title: Lập dự toán
        """,
    ),
    Case(
        "items-are-unique",
        "mã `noi-dia` đã là của chỉ tiêu ở",
        """
        indicators:
          - id: ngan-sach
            name: Thu ngân sách
            parts:
              - {id: noi-dia, name: Thu nội địa}
              - {id: noi-dia, name: Thu xuất nhập khẩu}  # error
        """,
    ),
    Case(
        "plan-files-are-named-after-their-plan",
        "đổi tên tệp thành `lao-cai/lao-cai-2021.yml`, hoặc viết `id: ke-hoach`",
        """
        id: lao-cai-2021  # error
        title: Kế hoạch
        kind: annual
        source: tin
        """,
        "lao-cai__ke-hoach",
    ),
    Case(
        "plan-files-lie-with-their-place",
        "chuyển tệp sang `lao-cai/plan.yml`, hoặc xem lại `place:`",
        """
        id: plan
        title: Kế hoạch
        kind: annual
        place: lao-cai  # warning
        source: tin
        """,
        "ha-noi__plan",
    ),
    Case(
        "documents-have-one-identity",
        "cùng cơ quan ban hành, số `084/KH-UBND` và năm",
        "- {id: x, kind: plan, issuer: ubnd@lao-cai, issued: 2021, number: 084/KH-UBND}  # error",
        "registers__documents__more",
    ),
    Case(
        "documents-have-one-identity",
        "cùng cơ quan ban hành, loại và ngày, không có số",
        """
        - {id: x, kind: notice, issuer: chinh-phu, issued: 2021-03-30, title: Họp}
        - {id: y, kind: notice, issuer: chinh-phu, issued: 2021-03-30}  # error
        """,
        "registers__documents__more",
    ),
    Case(
        "documents-have-one-identity",
        "cùng cơ quan ban hành, số `11/2016/NQ-HĐND` và năm",
        """
        - {id: x, kind: resolution, issuer: ubnd@ha-noi, issued: 2016, number: 11/2016/NQ-HDND}
        - {id: y, kind: resolution, issuer: ubnd, place: ha-noi, number: 11/2016/NQ-HĐND}  # error
        """,
        "registers__documents__more",
    ),
    Case(
        "documents-have-one-identity",
        "cả hai không có số, chỉ khác trích yếu",
        """
        - {id: x, kind: notice, issuer: chinh-phu, issued: 2021-03-30, title: Họp}
        - {id: y, kind: notice, issuer: chinh-phu, issued: 2021-03-30, title: Nghỉ}  # warning
        """,
        "registers__documents__more",
    ),
    Case(
        "documents-are-seen-after-they-are-issued",
        "xem ngày 01/03/2021, trước khi ban hành ngày 30/03/2021",
        "- {id: x, kind: law, issued: 2021-03-30, retrieved: 2021-03-01}  # error",
        "registers__documents__more",
    ),
    Case(
        "links-lead-somewhere",
        "viết `https://laocai.gov.vn/tin/1`",
        "- {id: x, kind: news, url: laocai.gov.vn/tin/1, retrieved: 2021}  # error",
        "registers__documents__more",
    ),
    Case(
        "links-lead-somewhere",
        "viết đủ từ `https://`",
        """
        - id: x
          kind: news
          archived: "javascript:alert(1)"  # error
        """,
        "registers__documents__more",
    ),
    Case(
        "links-have-a-day",
        "thêm `retrieved:`, ví dụ `retrieved: 2026-03-01`",
        """
        - id: x
          kind: news
          url: https://laocai.gov.vn/tin/1  # warning
        """,
        "registers__documents__more",
    ),
    Case(
        "successions-have-no-cycle",
        "`ty-a` → `ty-b` → `ty-a`: kế tục nhau thành vòng tròn",
        """
        - {id: ty-a, name: Ty A, succeeded_by: ty-b}
        - {id: ty-b, name: Ty B, succeeded_by: [so-tai-chinh, ty-a]}  # error
        """,
        "registers__agencies__more",
    ),
    Case(
        "parents-have-no-cycle",
        "`ban-khoang` → `ban-khoang`: nằm trong nhau thành vòng tròn",
        "- {id: ban-khoang, name: xã Bản Khoang, level: commune, parent: ban-khoang}  # error",
        "registers__places__more",
    ),
    Case(
        "parents-have-no-cycle",
        "`plan#a` → `plan#b` → `plan#a`",
        """
        sections:
          - {id: a, title: Phần A, parent: b}
          - {id: b, title: Phần B, parent: a}  # error
        """,
    ),
    Case(
        "relations-have-no-cycle",
        "là một phần của nhau thành vòng tròn; xem lại `part_of:`",
        """
        tasks:
          - {id: a, title: Việc A, relations: {part_of: plan#b}}
          - {id: b, title: Việc B, relations: {part_of: plan#a}}  # error
        """,
    ),
    Case(
        "relations-have-no-cycle",
        "`x` → `y` → `x`: thay thế nhau thành vòng tròn",
        """
        - {id: x, kind: law, replaces: y}
        - {id: y, kind: law, relations: {replaces: x}}  # error
        """,
        "registers__documents__more",
    ),
    Case(
        "lives-end-after-they-begin",
        "`x` có từ 01/03/2025 mà chỉ đến hết 28/02/2025",
        "- {id: x, name: Bộ X, from: 2025-03-01, until: 2025-02-28}  # error",
        "registers__agencies__more",
    ),
    Case(
        "places-and-bodies-exist-on-the-day",
        "(tỉnh Lào Cai) có từ 01/07/2025, ở đây nói về năm 2021: ý bạn là `lao-cai`?",
        """
        tasks:
          - id: a
            title: Lập dự toán
            places: lao-cai-2025  # warning
        """,
    ),
    Case(
        "places-and-bodies-exist-on-the-day",
        "chỉ có đến hết 28/02/2025, ở đây nói về tháng 3/2026: ý bạn là `bo-tai-chinh`?",
        "- {id: x, kind: decision, issued: 2026-03, issuer: bo-ke-hoach}  # warning",
        "registers__documents__more",
    ),
    Case(
        "texts-are-finished",
        "còn chữ tạm `TODO`",
        """
        tasks:
          - id: a
            title: Lập dự toán
            text: TODO viết tiếp  # error
        """,
    ),
    Case(
        "texts-are-finished",
        "còn chữ tạm `xxx`",
        "- {id: x, kind: law, number: xxx/QĐ-UBND}  # error",
        "registers__documents__more",
    ),
    Case(
        "texts-are-finished",
        "còn chữ tạm `…`",
        """
        tasks:
          - id: a
            title: …  # error
        """,
    ),
    Case(
        "texts-are-finished",
        "còn chữ tạm `..........`",
        """
        scope: .......... huyện  # error
        """,
    ),
    Case(
        "texts-are-plain",
        "mã của trang web `<p>`",
        """
        scope: <p>Toàn tỉnh</p>  # warning
        """,
    ),
    Case(
        "texts-are-plain",
        "viết `title: Lập dự toán`",
        """
        tasks:
          - id: a
            title: Lập dự toán,  # warning
        """,
    ),
    Case(
        "texts-are-plain",
        "mở mà không đóng",
        """
        scope: “Toàn tỉnh  # warning
        """,
    ),
    Case(
        "other-kinds-are-told",
        "`kind: other` không nói là gì: thêm `kind_text:`",
        """
        milestones:
          - title: Họp báo
            kind: other  # warning
        """,
    ),
    Case(
        "other-kinds-are-told",
        "thêm `level_text:`",
        """
        - id: x
          name: Khu kinh tế
          level: other  # warning
        """,
        "registers__places__more",
    ),
]

FACTS = [
    Case(
        "plans-have-an-origin",
        "hay `source:` (nguồn): thêm ít nhất một",
        """
        id: bay  # warning
        title: Kế hoạch
        kind: annual
        """,
        "lao-cai__bay",
    ),
    Case(
        "targets-have-one-version-a-day",
        "cùng cơ quan giao, không có ngày: lần điều chỉnh thì thêm `on:`",
        """
        indicators:
          - id: a
            name: Tăng trưởng
            unit: percent
            baseline: 8
            direction: up
            targets:
              - value: 9.5
              - value: 8  # error
        """,
    ),
    Case(
        "targets-have-one-version-a-day",
        "cùng ngày 2021-08",
        """
        indicators:
          - id: a
            name: Tăng trưởng
            unit: percent
            baseline: 8
            direction: up
            targets:
              - value: 9.5
              - {value: 9, on: 2021-08}
              - {value: 8, on: 2021-08}  # error
        """,
    ),
    Case(
        "indicators-say-what-they-measure",
        "chỉ tiêu thiếu `unit:` (đơn vị), `baseline:` (mốc gốc), `source:` (nguồn)",
        """
        id: bay
        title: Kế hoạch
        kind: annual
        issuer: chinh-phu
        indicators:
          - id: a  # warning
            name: Thu ngân sách
            targets: 7
        """,
        "lao-cai__bay",
    ),
    Case(
        "operators-agree-with-direction",
        "`at least 6` trái với hướng của chỉ tiêu, `down` (càng thấp càng tốt)",
        """
        indicators:
          - id: a
            definition: ty-le-ho-ngheo
            baseline: 8
            targets: at least 6  # warning
        """,
    ),
    Case(
        "operators-agree-with-direction",
        "`up 2 pp` trái với hướng",
        """
        indicators:
          - id: a
            definition: ty-le-ho-ngheo
            targets: up 2 pp  # warning
        """,
    ),
    Case(
        "changes-say-points-or-percent",
        "đọc được hai cách: viết `down 2 pp` nếu là điểm phần trăm",
        """
        indicators:
          - id: a
            definition: ty-le-ho-ngheo
            targets: down 2%  # warning
        """,
    ),
    Case(
        "changes-say-points-or-percent",
        "viết `up 2..3 pp since 2020` nếu là điểm phần trăm",
        """
        indicators:
          - id: a
            name: Tỷ lệ che phủ rừng
            unit: percent
            targets: up 2..3% since 2020  # warning
        """,
    ),
    Case(
        "changes-say-points-or-percent",
        "`giảm 2% so với năm 2020` của một tỷ lệ đọc được hai cách",
        """
        indicators:
          - id: a
            definition: ty-le-ho-ngheo
            targets:
              - value: down 2 since 2020  # warning
                value_text: giảm 2% so với năm 2020
        """,
    ),
    Case(
        "targets-lie-in-the-period",
        "nằm ngoài thời kỳ của kế hoạch (năm 2021)",
        """
        indicators:
          - id: a
            definition: ty-le-ho-ngheo
            baseline: 8
            targets:
              2021: 5
              2031: 4  # warning
        """,
    ),
    Case(
        "parts-are-two-levels-deep",
        "lồng quá hai cấp",
        """
        indicators:
          - id: a
            name: Thu ngân sách
            parts:
              - id: b
                name: Thu nội địa
                parts:
                  - id: c
                    name: Thuế
                    parts:
                      - id: d  # error
                        name: Thuế giá trị gia tăng
        """,
    ),
    Case(
        "stated-words-are-told",
        "chưa biết `khá tốt` nghĩa là gì",
        """
        indicators:
          - id: a
            name: Thu ngân sách
            results:
              - stated: khá tốt  # warning
        """,
    ),
    Case(
        "verdict-words-are-used",
        "không có kết quả nào ghi `Red`: viết đúng như ở `stated:` (`Rot`)",
        """
        verdict_words:
          Green: achieved
          Red: not_achieved  # warning
        indicators:
          - id: a
            name: Thu ngân sách
            stated: Green
          - id: b
            name: Chi ngân sách
            stated: Rot
        """,
    ),
    Case(
        "baselines-have-a-period",
        "mốc gốc của năm nào? Viết cả năm nếu nguồn nêu, ví dụ `baseline: {2020: 41.2}`",
        """
        indicators:
          - id: a
            name: Tỷ lệ hộ nghèo
            unit: percent
            baseline: 41.2  # warning
        """,
    ),
    Case(
        "fiscal-years-have-their-month",
        "`2024/2025` bắt đầu tháng nào? Thêm vào kế hoạch `year_starts:`",
        """
        indicators:
          - id: a
            name: Tỷ lệ học sinh đi học
            unit: percent
            baseline: {2020: 41.2}
            targets:
              - {period: 2024/2025, value: 95}  # warning
              - {period: 2025/2026, value: 96}
        """,
    ),
    Case(
        "bodies-stand-one-a-line",
        "Viết mỗi cơ quan một dòng: `- Sở Tài chính`, `- Chính phủ`",
        """
        tasks:
          - id: a
            title: Lập dự toán
            lead: Sở Tài chính, Chính phủ  # warning
            supporting: Các sở, ban, ngành
        """,
    ),
    Case(
        "bodies-stand-one-a-line",
        "Viết mỗi cơ quan một dòng: `- Công an`, `- Cứu hỏa`",
        """
        tasks:
          - id: a
            title: Diễn tập
            lead: Công an; Cứu hỏa  # warning
        """,
    ),
    Case(
        "sums-have-parts",
        "thêm `parts:`, hoặc bỏ `adds_up:`",
        """
        indicators:
          - id: a
            name: Thu ngân sách
            adds_up: true  # warning
        """,
    ),
    Case(
        "verdicts-agree",
        "nguồn ghi “đạt”, số liệu cho thấy “không đạt” (`5` / `at least 6`)",
        """
        indicators:
          - id: a
            name: Số xã đạt chuẩn
            unit: xã
            baseline: 2
            direction: up
            targets: at least 6
            results:
              - value: 5
                stated: đạt  # warning
        """,
    ),
    Case(
        "failures-have-a-cause",
        "không đạt mà không có nguyên nhân: thêm `cause:`",
        """
        indicators:
          - id: a
            name: Số xã đạt chuẩn
            unit: xã
            baseline: 2
            targets: at least 6
            results: 5  # warning
        """,
    ),
    Case(
        "failures-have-a-cause",
        "không đạt mà không có nguyên nhân",
        """
        indicators:
          - id: a
            name: Số xã đạt chuẩn
            results:
              - stated: không đạt  # warning
        """,
    ),
    Case(
        "figures-follow-their-period",
        "số liệu tính đến ngày 01/10/2020, trước khi bắt đầu kỳ năm 2021",
        """
        indicators:
          - id: a
            name: Thu ngân sách
            unit: tỷ đồng
            results:
              - value: 7
                as_of: 2020-10-01  # warning
        """,
    ),
    Case(
        "figures-follow-their-period",
        "trước khi bắt đầu kỳ năm 2022",
        """
        scorecards:
          - total: 3
            period: 2022
            as_of: 2021-12  # warning
        """,
    ),
    Case(
        "deadlines-have-one-version-a-day",
        "hai thời hạn mà không rõ lần nào sau: thêm `on:`",
        """
        tasks:
          - id: a
            title: Lập dự toán
            due:
              - 2021-03
              - 2021-06  # error
            reports: [{stage: dropped}]
        """,
    ),
    Case(
        "work-is-done-before-it-is-reported",
        "hoàn thành ngày 02/06/2021, sau ngày báo cáo (ngày 01/06/2021)",
        """
        tasks:
          - id: a
            title: Lập dự toán
            reports:
              - stage: completed
                on: 2021-06-01
                done: 2021-06-02  # error
        """,
    ),
    Case(
        "completions-have-a-day",
        "thêm `done:`, ví dụ `done: 2026-03`",
        """
        tasks:
          - id: a
            title: Lập dự toán
            reports:
              - stage: completed  # warning
        """,
    ),
    Case(
        "deadlines-lie-in-the-period",
        "thời hạn nằm ngoài thời kỳ của kế hoạch (năm 2021)",
        """
        tasks:
          - id: a
            title: Lập dự toán
            due: 2031-03  # warning
        """,
    ),
    Case(
        "deadlines-lie-in-the-period",
        "thời hạn nằm ngoài thời kỳ của kế hoạch (năm 2021)",
        """
        tasks:
          - id: a
            title: Lập dự toán
            due: 2021-12..2022-01  # warning
        """,
    ),
    Case(
        "deadlines-lie-in-the-period",
        "thời hạn nằm ngoài thời kỳ của kế hoạch",
        """
        tasks:
          - id: a
            title: Lập dự toán
            steps:
              - title: Trình
                due: before 2021-01-01  # warning
        """,
    ),
    Case(
        "overdue-tasks-are-reported",
        "2 nhiệm vụ đã quá hạn, hơn một năm nay không có báo cáo: `a`, `c`",
        """
        tasks:
          - id: a
            title: Lập dự toán
            due: 2021-03  # warning
          - {id: b, title: Trình, due: 2021-03, reports: [{on: 2026-08, stage: in_progress}]}
          - {id: c, title: Giao, due: 2021-06, reports: [{on: 2022-08, stage: in_progress}]}
          - {id: d, title: Họp, due: quarterly}
        """,
    ),
    Case(
        "no-more-is-recorded-than-declared",
        "văn bản nêu 1 nhiệm vụ, trang này ghi 2",
        """
        sections:
          - id: nhiem-vu
            title: Nhiệm vụ
            declared:
              tasks: 1  # warning
        tasks:
          - {id: a, title: Việc A, section: nhiem-vu}
          - {id: b, title: Việc B, section: nhiem-vu}
        """,
    ),
    Case(
        "scorecards-add-up",
        "tổng ghi 21, các số trong `counts:` cộng lại 20",
        """
        scorecards:
          - total: 21  # warning
            counts: {đạt: 17, không đạt: 3}
        """,
    ),
    Case(
        "scorecards-add-up",
        "“vượt” 6 lớn hơn số chứa nó (5)",
        """
        scorecards:
          - total: 5
            counts: {đạt: 5}
            of_which:
              vượt: 6  # warning
        """,
    ),
    Case(
        "scorecards-add-up",
        "“không đạt” đếm 1 mà nêu tên 2",
        """
        indicators: [{id: a, name: Thu}, {id: b, name: Chi}]
        scorecards:
          - total: 5
            counts: {không đạt: 1}
            named:
              không đạt: [a, b]  # warning
        """,
    ),
    Case(
        "parts-add-up",
        "toàn bộ ghi `10`, 2 thành phần cộng lại `9` (năm 2021), tổng lớn hơn `1`",
        """
        indicators:
          - id: a
            name: Thu ngân sách
            unit: tỷ đồng
            adds_up: true
            results: 10  # warning
            parts:
              - {id: b, name: Thu nội địa, results: 6}
              - {id: c, name: Thu xuất nhập khẩu, results: 3}
        """,
    ),
    Case(
        "budgets-add-up",
        "tổng ghi `52000`, 2 dòng theo loại vốn cộng lại `53000`, tổng nhỏ hơn `1000`",
        """
        budget:
          unit: triệu đồng
          rows:
            - amount: 52000  # warning
            - {kind: sự nghiệp, amount: 40000}
            - {kind: đầu tư, amount: 13000}
        """,
    ),
]

CASES = [*REFERENCES, *IDENTITIES, *FACTS]
NAMES = [f"{case.rule}-{number}" for number, case in enumerate(CASES)]


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_rule_finds_what_it_is_there_for(load: Load, case: Case) -> None:
    text = textwrap.dedent(case.text).strip() + "\n"
    text = f"{PLAN}{text}" if case.file == "plan" else text
    written = {"x__plan" if case.file == "plan" else case.file: text}
    found = problems(load, **written)
    line, severity = marked(text)
    matching = [each for each in found if each.rule == case.rule]
    assert [(each.position.line, each.severity) for each in matching] == [(line, severity)], found
    assert matching[0].position.file.endswith(next(iter(written)).replace("__", "/") + ".yml")
    assert case.says in matching[0].vi
    assert matching[0].en != matching[0].vi
    assert not re.search("invalid|hợp lệ", f"{matching[0].vi} {matching[0].en}".casefold())
    assert matching[0].field


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_mistake_is_not_reported_by_other_rules_as_an_error(load: Load, case: Case) -> None:
    text = textwrap.dedent(case.text).strip() + "\n"
    text = f"{PLAN}{text}" if case.file == "plan" else text
    written = {"x__plan" if case.file == "plan" else case.file: text}
    others = [each for each in problems(load, **written) if each.rule != case.rule]
    assert [each for each in others if each.severity == "error"] == []


def test_every_rule_is_run_has_a_case_and_says_what_must_hold() -> None:
    names = [rule.__name__.replace("_", "-") for rule in RULES]
    assert len(names) == len(set(names))
    assert {case.rule for case in CASES} == set(names)
    assert all((rule.__doc__ or "").strip().endswith(".") for rule in RULES)


def problems(load: Load, **files: str) -> list[Problem]:
    """What is wrong with texts beside the registers of this file."""
    archive, unread = load(**REGISTERS, **files)
    assert unread == []
    return check(archive, DAY)


def marked(text: str) -> tuple[int, str]:
    """The line that carries the comment, and the severity that it names."""
    for number, line in enumerate(text.splitlines(), start=1):
        if match := re.search(r"  # (error|warning)$", line):
            return number, match[1]
    raise AssertionError("no line is marked")
