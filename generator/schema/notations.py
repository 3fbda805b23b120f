"""The notations that stand in single fields: words, ids, times, values, references."""

from __future__ import annotations

from typing import Any

Shape = dict[str, Any]
"""A JSON Schema."""

_WORD = "[a-z0-9]+(?:-[a-z0-9]+)*"
_DATE = r"\d{4}(?:-\d{2}(?:-\d{2})?|-Q[1-4]|-H[12]|-\d{1,2}M|/\d{4}(?:-Q[1-4])?)?"
_NUMBER = r"-?\d+(?:\.\d+)?"
_AMOUNT = rf"(?:{_NUMBER} of {_NUMBER}|{_NUMBER}(?:\.\.{_NUMBER})?)"
_BOUND = "(?:(?:at least|above|at most|below|about) )?"
_EVERY = (
    r"(?:ongoing|yearly|half-yearly|quarterly|monthly|weekly|every \d+ (?:years|months|weeks|days))"
)


def at(name: str) -> Shape:
    """Points to a notation or an entry of the same file."""
    return {"$ref": f"#/definitions/{name}"}


NOTATIONS: dict[str, Shape] = {
    "text": {
        "title": "Lời",
        "description": (
            "Một dòng chữ. Câu có `: ` hoặc ` #` bên trong thì đặt trong ngoặc kép; câu dài viết "
            "`>-` rồi xuống dòng, thụt vào."
        ),
        "type": ["string", "number"],
    },
    "id": {
        "title": "Mã",
        "description": "Chữ thường không dấu, chữ số và dấu gạch ngang, ví dụ `ty-le-ho-ngheo`.",
        "type": ["string", "integer"],
        "pattern": f"^{_WORD}$",
        "patternErrorMessage": "Mã chỉ gồm a-z, 0-9 và dấu gạch ngang, ví dụ ty-le-ho-ngheo",
        "maxLength": 80,
        "examples": ["ty-le-ho-ngheo"],
    },
    "when": {
        "title": "Thời gian",
        "description": (
            "Ngày `2025-08-29`, tháng `2025-08`, quý `2031-Q1`, nửa năm `2031-H1`, năm `2025`, "
            "giai đoạn `2021..2025`, hạn `before 2020-07-30`, `by 2030`, định kỳ "
            "`quarterly until 2030`, `ongoing`. Lời in của nguồn ghi ở trường có đuôi `_text`."
        ),
        "type": ["string", "integer"],
        "pattern": (
            rf"^\s*(?:{_DATE}(?: ?\.\. ?{_DATE})?|(?:before|by|from) {_DATE}"
            rf"|{_EVERY}(?: .+)?)\s*$"
        ),
        "patternErrorMessage": "Viết ví dụ 2025-08-29, 2025-08, 2025-Q3, 2025, 2021..2025",
        "examples": [
            "2025-08-29",
            "2025-08",
            "2025-Q3",
            "2021..2025",
            "before 2020-07-30",
            "by 2030",
            "ongoing",
            "yearly",
            "quarterly until 2030",
        ],
    },
    "value": {
        "title": "Giá trị",
        "description": (
            "Số `69.41`, khoảng `8300..8500`, `at least 6`, `above 4`, `at most 3`, `below 3`, "
            "`about 65`, tăng giảm `up 7`, `down 2 pp since 2024`, `times 2.5 since 2020`, phần "
            "`45 of 47`, `met`, `not met`; chưa biết: `not stated`, `not reported`, "
            "`not published`, `not applicable`. Không có dấu phẩy, không có đơn vị."
        ),
        "type": ["string", "number"],
        "pattern": (
            rf"^\s*(?:{_BOUND}{_AMOUNT}|times {_BOUND}{_AMOUNT}(?: since \S+)?"
            rf"|(?:up|down) {_BOUND}{_AMOUNT}(?: ?(?:pp|%))?(?: since \S+)?"
            r"|met|not met|not stated|not reported|not published|not applicable)\s*$"
        ),
        "patternErrorMessage": "Viết ví dụ 69.41, 8300..8500, at least 6, about 65, 45 of 47, met",
        "examples": [
            "at least 6",
            "above 4",
            "at most 3",
            "below 3",
            "about 65",
            "8300..8500",
            "down 2 pp since 2024",
            "45 of 47",
            "met",
            "not met",
            "not stated",
            "not reported",
            "not published",
            "not applicable",
        ],
    },
    "reference": {
        "title": "Mã hoặc tên",
        "description": (
            "Mã có trong danh mục (`so-tai-chinh`, `ubnd@ha-noi`, `ha-noi-84#mã-mục`), hoặc tên "
            "như đã in, ví dụ `Sở Tài chính`."
        ),
        "type": ["string", "integer"],
        "examples": ["so-tai-chinh", "ubnd@ha-noi"],
    },
    "item": {
        "title": "Mã mục của kế hoạch này",
        "description": "Mã của phần hoặc nhiệm vụ trong cùng tệp, ví dụ `nhiem-vu`.",
        "type": ["string", "integer"],
        "pattern": f"^{_WORD}$",
    },
    "bodies": {
        "title": "Cơ quan",
        "description": (
            "Một cơ quan, hoặc danh sách mỗi cơ quan một dòng; phần việc ghi sau dấu hai chấm: "
            "`- so-cong-thuong: cân đối nguồn`."
        ),
        "anyOf": [
            at("reference"),
            {"type": "object", "additionalProperties": at("text")},
            {
                "type": "array",
                "items": {
                    "anyOf": [
                        at("reference"),
                        {"type": "object", "additionalProperties": at("text")},
                    ]
                },
            },
        ],
    },
    "yes": {
        "title": "Đúng hay không",
        "description": "`true` nếu đúng; không thì bỏ cả trường.",
        "type": "boolean",
    },
    "count": {
        "title": "Số đếm",
        "description": "Chỉ chữ số, ví dụ `137`.",
        "type": ["integer", "string"],
        "pattern": "^[0-9]{1,9}$",
    },
}
"""Each notation by its name."""
