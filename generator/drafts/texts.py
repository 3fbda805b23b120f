"""The first text of a plan, and of an entry of a register."""

from __future__ import annotations

import json
import re
import textwrap

from generator.drafts.questions import THINGS, Answers
from generator.schema import modeline

_PLAIN = re.compile(r"[^\W_](?:[^:#\n]|:(?=\S)|(?<=\S)#)*")
_WORDS_OF_YAML = {"true", "false", "null", "yes", "no", "on", "off", "~"}


def written(value: str) -> str:
    """A value as it stands behind the name of its field, in quotation marks where it needs them."""
    if _PLAIN.fullmatch(value) and value.lower() not in _WORDS_OF_YAML:
        return value
    return json.dumps(value, ensure_ascii=False)


def entry_text(thing: str, answers: Answers) -> str:
    """An entry of a register, beginning with its id."""
    names = ["id", *(each.field for each in THINGS[thing][2] if each.field != "id")]
    lines = [f"{name}: {written(answers[name])}" for name in names if answers.get(name)]
    return "- " + "\n  ".join(lines) + "\n"


def plan_text(answers: Answers, path: str) -> str:
    """The file of a plan: what is known as fields, what may follow as remarks.

    `path` leads to it from the folder of plans.  A number only serves the remark at its head: it
    belongs to the document in the register.
    """
    number = answers.get("number", "")
    lines = [f"{name}: {written(answers[name])}" for name in _HEAD if answers.get(name)]
    rest = [line for name, line in _HEAD_LATER.items() if not answers.get(name)]
    remark = f"# Văn bản ban hành: {' '.join(number.split())}\n" if number else ""
    return (
        f"{modeline(path)}\n"
        + remark
        + textwrap.dedent(_INTRODUCTION)
        + "\n"
        + "\n".join(lines)
        + "\n\n"
        + "\n".join(rest)
        + "\n"
        + textwrap.dedent(_LATER)
    )


_HEAD = ("id", "title", "kind", "place", "period", "issuer", "lifecycle", "source")
_INTRODUCTION = """\
    # Dòng bắt đầu bằng `# ` chưa được dùng: khi nguồn có nêu thì bỏ `# `, thay dấu … bằng lời của
    # nguồn. Nguồn không nêu thì xóa dòng ấy; không đoán, không tính hộ.
    # Cách viết từng trường: CONTRIBUTING.md, mục 2 và 3.
"""
_HEAD_LATER = {
    "place": "# place: …  # mã hoặc tên địa phương",
    "period": "# period: …  # 2026, hoặc 2026..2030",
    "document": "# document: …  # mã văn bản ban hành; có thì bỏ issuer",
    "issuer": "# issuer: …  # cơ quan ban hành, khi chưa có văn bản trong danh mục",
    "lifecycle": "# lifecycle: …  # drafting dự thảo, submitted đã trình, adopted đã ban hành",
    "source": "# source: …  # nguồn: mã văn bản, hoặc tên như đã in",
    "completeness": "# completeness: …  # full đã nhập toàn văn, excerpt mới nhập phần nguồn trích",
}
_LATER = """
    # Lời của kế hoạch, dưới nhãn như đã in.
    # statements:
    #   Mục tiêu tổng quát: …

    # Các phần, như mục lục của kế hoạch.
    # sections:
    #   - id: …
    #     number: …
    #     title: …

    # Chỉ tiêu: mỗi chỉ tiêu một mục.
    # indicators:
    #   - id: …
    #     name: …
    #     unit: …  # đơn vị như in; % thì viết percent
    #     direction: …  # up càng cao càng tốt, down càng thấp càng tốt
    #     targets: …  # 27, at least 6, 8300..8500, about 65, met
    #     at: …  # chỗ trong nguồn, ví dụ mục II.3
    #     quote: …  # nguyên văn; có dấu hai chấm thì đặt trong ngoặc kép

    # Nhiệm vụ: việc gì, ai chủ trì, đến khi nào.
    # tasks:
    #   - id: …
    #     title: …
    #     lead: …  # mã hoặc tên cơ quan
    #     due: …  # 2026-07-30, 2026-07, 2026-Q3, before 2026-07-30
    #     due_text: …  # thời hạn như đã in
    #     quote: …

    # Các mốc của chính kế hoạch: hội nghị, trình, thông qua, sơ kết.
    # milestones:
    #   - title: …
    #     when: …
"""
