"""What to say of words that nearly are a time, but lack something or say too much."""

from __future__ import annotations

import re

from generator.model.refusal import Message, shown


def nearly_told(words: str, field: str) -> Message | None:
    """What to say of a part of a year in words, of a time of day, and of a time without a year."""
    beside = f"`{field}_text: {shown(words, 40)}`"
    if part := re.fullmatch(
        r"(?:đầu|giữa|cuối|trong|early|mid|late|(?:beginning|middle|end) of)(?: năm)?[ -](\d{4})",
        words.casefold(),
    ):
        return Message(
            f"`{shown(words)}` không phải một mốc rõ: viết `{part[1]}`, lời in ở {beside}",
            f"`{shown(words)}` is no exact time: write `{part[1]}`, the printed words as {beside}",
        )
    if clock := re.fullmatch(r"(\d{4}-\d\d-\d\d)[T ]\d.*", words):
        return Message(
            f"chỉ viết ngày, không viết giờ: viết `{clock[1]}` thay cho `{shown(words)}`",
            f"write the day without the time of day: write `{clock[1]}` instead of "
            f"`{shown(words)}`",
        )
    without_year = re.fullmatch(
        r"(?:quý|q) ?(?P<q>[1-4]|i{1,3}|iv)|(?:tháng|t) ?(?P<m>\d{1,2})|\d{1,2}[/-]\d{1,2}",
        words.casefold(),
    )
    if not without_year:
        return None
    example = "2026-Q4" if without_year["q"] else "2026-07" if without_year["m"] else "2026-07-30"
    return Message(
        f"`{shown(words)}` thiếu năm: viết cả năm, năm đứng trước, ví dụ `{example}`",
        f"`{shown(words)}` lacks the year: write the year too, in front, e.g. `{example}`",
    )
