"""What to say of a value that cannot be read: the notation that is likely meant, and its unit."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.model.printed import Notation, plain, unquoted
from generator.model.printed_phrases import fields_instead
from generator.model.printed_values import has_scale, is_percent, unit_named, value_notations
from generator.model.refusal import Message, shown

Accepts = Callable[[str], bool]
"""Whether a notation would be accepted as a value."""

AMBIGUOUS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")

EXAMPLES = "`69.41`, `8300..8500`, `at least 6`, `above 4`, `about 65`, `45 of 47`, `met`"


def percent_of_other(words: str, unit: str) -> Message:
    """What to say of a percentage where the indicator counts in another unit."""
    text = f"`value_text: {shown(words)}`"
    return Message(
        f"đơn vị của chỉ tiêu là `unit: {shown(unit)}`, không phải %: viết dạng `45 of 47` nếu "
        f"biết tổng, hoặc chỉ ghi {text}",
        f"the unit of the indicator is `unit: {shown(unit)}`, not %: write the form `45 of 47` if "
        f"the whole is known, or only {text}",
    )


def if_percent(field: str) -> Message:
    """What to mind where a percentage was written: the indicator may count something else."""
    return Message(
        "chỉ đúng khi `unit: percent`; chỉ tiêu có đơn vị khác thì viết dạng `45 of 47` nếu biết "
        f"tổng, hoặc chỉ ghi lời in ở `{field}_text:`",
        "right only with `unit: percent`; of an indicator in another unit write the form "
        f"`45 of 47` if the whole is known, or the printed words only, as `{field}_text:`",
    )


_MARK = re.compile(r"(?P<value>.*\d.*?) ?(?P<mark>\([a-z]\)|\*+|†|‡|\[\w{1,2}\])")
_KINDS_OF_MARKS = {"(p)": "preliminary", "(e)": "estimate"}


def _marked(words: str, field: str, language: str, accepts: Accepts) -> Message | None:
    """What to say of a value with the mark of a footnote, such as `43.6 (p)` or `43.6*`."""
    match = _MARK.fullmatch(words)
    notations = value_notations(match["value"], language, field) if match else ()
    if not match or len(notations) != 1 or not accepts(notations[0].written):
        return None
    better, kind = notations[0].written, _KINDS_OF_MARKS.get(match["mark"].lower())
    beside = f"`kind: {kind}`" if kind and field == "value" else "`note: …`"
    return Message(
        f"viết `{better}` thay cho `{shown(words)}`, điều mà `{match['mark']}` cho biết thì ghi ở "
        f"{beside}",
        f"write `{better}` instead of `{shown(words)}`, and what `{match['mark']}` tells as "
        f"{beside}",
    )


def not_a_value(words: str, field: str, language: str, unit: str, accepts: Accepts) -> Message:
    """What to say of words that are no value, with remedies that would themselves be accepted."""
    bare = unquoted(words)
    if bare != words and accepts(bare):
        return Message(
            f"quanh giá trị không có ngoặc kép: viết `{bare}` thay cho `{shown(words)}`",
            f"no quotation marks stand around a value: write `{bare}` instead of `{shown(words)}`",
        )
    words = bare
    if marked := _marked(words, field, language, accepts):
        return marked
    found = [
        each for each in value_notations(words, language, field, unit) if accepts(each.written)
    ]
    if not found:
        return _words_only(words, field)
    counts_other = unit and field == "value" and not is_percent(unit)
    if counts_other and "%" not in found[0].written and is_percent(unit_named(words)):
        return percent_of_other(words, unit)
    vi = f"viết {', '.join(_choice(each, each.vi, 'cùng', field, language) for each in found)}"
    en = f"write {', '.join(_choice(each, each.en, 'with', field, language) for each in found)}"
    if len(found) > 1:
        ways = ("hai", "two") if len(found) == 2 else ("nhiều", "several")
        vi = f"`{shown(words)}` đọc được {ways[0]} cách: {vi}"
        en = f"`{shown(words)}` can be read {ways[1]} ways: {en}"
    elif found[0].vi:
        vi, en = f"`{shown(words)}`: {vi}", f"`{shown(words)}`: {en}"
    else:
        vi, en = f"{vi} thay cho `{shown(words)}`", f"{en} instead of `{shown(words)}`"
    after = _unit_after(words, found[0], field, unit)
    return Message(vi + after.vi, en + after.en)


def _words_only(words: str, field: str) -> Message:
    """What to say of words in which no value is found."""
    beside = f"`{field}_text: {shown(words)}`"
    other = fields_instead(words) if field == "value" else ""
    vi = f"là kết quả thì viết `{{{other}}}`; " if other else ""
    en = f"for a result write `{{{other}}}`; " if other else ""
    return Message(
        f"không hiểu giá trị `{shown(words)}`: {vi}viết {EXAMPLES}; nguồn chỉ nói bằng lời thì "
        f"viết {beside}",
        f"cannot read `{shown(words)}` as a value: {en}write {EXAMPLES}; if the source has words "
        f"only, write {beside}",
    )


def _unit_after(words: str, first: Notation, field: str, own: str) -> Message:
    """Where the unit and the printed words go that stand around a number."""
    text = f"`{field}_text:`"
    unit = "" if field == "of_plan" or re.search("%| pp", first.written) else unit_named(words)
    if unit and plain(own) == plain(unit):
        return Message("", "")
    if has_scale(unit) and first.words and own:
        return Message(
            f" (`unit: {shown(own)}`); lời của nguồn ở {text}",
            f" (`unit: {shown(own)}`); words of the source in {text}",
        )
    if unit.startswith("%") and is_percent(own) and not first.words:
        return Message("", "")
    if unit.startswith("%") and not first.words:
        after = if_percent(field)
        return Message(f"; {after.vi}", f"; {after.en}")
    if has_scale(unit) and not first.words:
        named = f"`unit: {shown(unit)}`"
        return Message(
            f"; chỉ đúng khi {named}, đơn vị khác thì đổi số sang đơn vị ấy, lời của nguồn ở "
            f"{text}",
            f"; right only with {named}, else convert the number to the other unit, words of the "
            f"source in {text}",
        )
    if has_scale(unit):
        return Message(
            f"; đơn vị khác thì đổi số sang đơn vị ấy, lời của nguồn ở {text}",
            f"; else convert the number to the other unit, words of the source in {text}",
        )
    if not unit and not first.words:
        return Message("", "")
    named = "" if not unit or len(unit) > _LONGEST_UNIT else f" {shown(unit)}"
    named = " percent" if unit.startswith("%") else named
    vi = f" đơn vị đứng ở `unit:{named}`," if unit else ""
    en = f" the unit stands in `unit:{named}`," if unit else ""
    return Message(f";{vi} lời của nguồn ở {text}", f";{en} words of the source in {text}")


_LONGEST_UNIT = 24


def _choice(notation: Notation, case: str, together: str, field: str, language: str) -> str:
    """A remedy with its case; a decimal that looks like thousands needs the printed words too."""
    written = f"`{notation.written}`"
    if notation.beside:
        written = f"`{{value: {notation.written}, {notation.beside}}}`"
    if field != "of_plan" and (
        number := re.search(rf"(?<![\d.]){AMBIGUOUS.pattern}(?![\d.])", notation.written)
    ):
        printed = number[0] if language == "en" else number[0].replace(".", ",")
        written = f'{written} {together} `{field}_text: "{printed} …"`'
    return f"{written} {case}".strip()
