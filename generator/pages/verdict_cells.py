"""What the cells of an indicator say: values as printed, verdicts stated and concluded."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from generator.assess.verdicts import Assessment
from generator.model.archive import plan_place
from generator.model.indicators import Result, Value
from generator.model.plan import BudgetRow, Plan
from generator.model.quantity import Quantity
from generator.model.written_out import Row
from generator.pages import links
from generator.pages.marks import status
from generator.text.numbers import number_words, quantity_words, with_unit
from generator.text.times import when_short, when_words
from generator.text.words import MODALITY, RESULT_KIND, VERDICT, Language, word

if TYPE_CHECKING:
    from generator.pages.page import Page


def said(words: str) -> Markup:
    """The fine print of a cell."""
    return Markup(f'<span class="said">{escape(words)}</span>')  # noqa: S704 - escaped


def miss(words: str) -> Markup:
    """Something unknown, printed as such."""
    return Markup(f'<span class="miss">{escape(words)}</span>')  # noqa: S704 - escaped


def value_words(page: Page, value: Value) -> Markup:
    """A value in the source's words where they are given; the unknown kinds in italics.

    The number itself stands before the words where they do not contain its digits, as in "gần
    5,2 nghìn tỷ đồng" beside 5.200.
    """
    return _printed(page, value.value, value.said("value"))


def _printed(page: Page, value: Quantity | None, printed: str | None) -> Markup:
    language = page.numbers
    if value is None:
        return escape(printed or "")
    if value.missing:
        return miss(printed or quantity_words(value, language))
    words = quantity_words(value, language)
    if not printed:
        return escape(words)
    if all(digits in printed for digits in _digits(value, language)):
        return escape(printed)
    return escape(words) + said(f"“{printed}”")


def value_with_unit(page: Page, value: Value, unit: str | None) -> Markup:
    """A value followed by the unit, which printed words already carry."""
    words = value_words(page, value)
    if value.value is None or value.said("value") or value.value.low is None:
        return words
    return escape(with_unit(value.value, unit, page.numbers))


def amount_words(page: Page, row: BudgetRow) -> Markup:
    """An amount of money, with the printed words where they say more."""
    return _printed(page, row.amount, row.said("amount"))


def _digits(value: Quantity, language: Language) -> set[str]:
    """The numbers of a value as they are printed."""
    ends = (value.low_digits, value.high_digits, value.whole_digits)
    return {number_words(end.lstrip("-"), language) for end in ends if end}


def result_words(page: Page, result: Result) -> Markup:
    """A result: its value, else the percentage of the plan, else that no number is given."""
    if not result.is_empty:
        return value_words(page, result)
    if result.of_plan:
        return Markup("; ").join(_share(page, result))
    return miss("không nêu số")


def _share(page: Page, result: Result) -> list[Markup]:
    printed = result.said("of_plan")
    if printed:
        return [escape(printed)]
    shares = []
    for share in result.of_plan:
        percent = quantity_words(share.percent, page.numbers)
        whose = f" {share.assigned_by}" if share.assigned_by else " kế hoạch"
        shares.append(escape(f"{percent}%{whose}"))
    return shares


def target_note(
    page: Page, plan: Plan, line: Assessment, several: bool, shows_setter: bool
) -> Markup:
    """Under a target: its period where it is not the plan's, who set it, its modality, versions."""
    target = line.target
    notes: list[Markup | str] = []
    if target is None:
        return Markup("")
    language = page.telling.language
    if target.period and (several or target.period != plan.period):
        notes.append(target.said("period") or when_words(target.period, language))
    if target.set_by and shows_setter:
        notes.append(links.body_link(page, target.set_by, plan_place(plan)) + " giao")
    if target.modality:
        notes.append(word(MODALITY, target.modality, language))
    if len(line.versions) > 1:
        notes.append(f"đã điều chỉnh {len(line.versions) - 1} lần")
    if target.note:
        notes.append(target.note)
    return _joined(notes)


def shows_setter(row: Row) -> bool:
    """Whether it must be told who set a target: several bodies did, or the row says who."""
    setters = {target.set_by.written for target in row.targets if target.set_by}
    return len(setters) > 1 or any(target.origin.has("set_by") for target in row.targets)


def result_note(page: Page, result: Result, line: Assessment | None) -> Markup:
    """Under a result: its period, whether it is an estimate, and what the source says of it."""
    language = page.telling.language
    notes: list[Markup | str] = []
    if result.period:
        is_the_targets = line and line.target and line.target.period == result.period
        words = when_short if is_the_targets else when_words
        notes.append(words(result.period, language))
    if result.kind:
        notes.append(word(RESULT_KIND, result.kind, language))
    if result.as_of:
        notes.append(f"tính đến {when_words(result.as_of, language)}")
    if result.reporter:
        place = page.telling.archive.plan[page.plan].place if page.plan else None
        notes.append(links.body_link(page, result.reporter, place.id if place else None))
    if result.of_plan and not result.is_empty:
        notes.append(Markup("; ").join(_share(page, result)))
    if result.stated and (line is None or line.stated != result.stated):
        notes.append(f"báo cáo đánh giá: “{result.stated}”")
    return _joined([*notes, *_in_words(result)])


def _in_words(result: Result) -> list[str]:
    """The source's own words about a result."""
    said_of = (
        ("{}", result.compared),
        ("xu hướng theo nguồn: {}", result.trend),
        ("nguyên nhân, theo nguồn: {}", result.cause),
        ("{}", result.note),
    )
    return [form.format(words) for form, words in said_of if words]


def _joined(notes: list[Markup | str]) -> Markup:
    return said(Markup(" · ").join(notes)) if notes else Markup("")


def line_label(page: Page, plan: Plan, line: Assessment, shows_setter: bool) -> Markup:
    """Which of several targets a verdict speaks of."""
    parts: list[Markup | str] = []
    if line.period:
        parts.append(when_short(line.period, page.telling.language))
    target = line.target
    if target and target.modality:
        parts.append(word(MODALITY, target.modality, page.telling.language))
    if target and target.set_by and shows_setter:
        parts.append(links.body_link(page, target.set_by, plan_place(plan)))
    return Markup(", ").join(parts)


def verdict(page: Page, line: Assessment) -> Markup:
    """The verdict: one word where report and conclusion agree, both where they differ."""
    language = page.telling.language
    concluded = status("verdict", line.verdict, language)
    if line.stated is None:
        return concluded + said(_basis(line)) + _remarks(page, line)
    if line.stated_verdict == line.verdict:
        same = line.stated.casefold() == word(VERDICT, line.verdict, language).casefold()
        quoted = "" if same else f" (“{line.stated}”)"
        agreed = said(f"theo báo cáo{quoted} và tính toán")
        return concluded + agreed + _remarks(page, line)
    stated: Markup | str = f"“{line.stated}”"
    if line.stated_verdict:
        stated = status("verdict", line.stated_verdict, language)
        if line.stated.casefold() != word(VERDICT, line.stated_verdict, language).casefold():
            stated += Markup(' <span class="kh-fine">“{}”</span>').format(line.stated)
    pair = Markup(
        '<dl class="kh-verdict"><div><dt>Báo cáo</dt><dd>{}</dd></div>'
        "<div><dt>Tính toán</dt><dd>{}</dd></div></dl>"
    ).format(stated, concluded)
    return pair + _difference(page, line) + _remarks(page, line)


def _basis(line: Assessment) -> str:
    return "tạm tính theo số ước" if line.is_provisional else "theo tính toán"


def _difference(page: Page, line: Assessment) -> Markup:
    """Why the two differ, as one neutral sentence."""
    if line.within_tolerance:
        text = "Chênh lệch nằm trong dung sai của người báo cáo."
    elif line.differs:
        text = f"Hai cách đánh giá khác nhau{_comparison(page, line)}."
    elif line.is_final:
        return Markup("")
    else:
        return said(REASONS[line.reason])
    return Markup('<span class="kh-differ">{}</span>').format(text)


def _comparison(page: Page, line: Assessment) -> str:
    result, target = line.result or line.latest, line.target
    if not (result and target and result.value and target.value):
        return f": báo cáo ghi “{line.stated}”"
    language = page.numbers
    return (
        f": kết quả {quantity_words(result.value, language)}, mục tiêu "
        f"{quantity_words(target.value, language)}; báo cáo ghi “{line.stated}”"
    )


def _remarks(page: Page, line: Assessment) -> Markup:
    """What a reader should know beside the verdict."""
    remarks = Markup("")
    if line.verdict == "no_data" and line.reason == "no_result" and line.latest:
        remarks += said("chưa có số của cả kỳ")
    if line.verdict == "not_assessable" and line.stated is None:
        remarks += said(REASONS[line.reason])
    if line.verdict == "not_due" and line.latest and line.latest_meets is not None:
        reached = "đã" if line.latest_meets else "chưa"
        period = when_short(line.latest.period, page.telling.language) if line.latest.period else ""
        remarks += said(f"mức mới nhất ({period}) {reached} đạt mục tiêu")
    if line.first_verdict:
        first = status("verdict", line.first_verdict, page.telling.language)
        remarks += said(Markup("theo mục tiêu ban đầu: ") + first)
    return remarks


REASONS = {
    "compared": "so số với số",
    "met_or_not": "mục tiêu là đạt hay không đạt",
    "share_of_plan": "theo tỷ lệ phần trăm kế hoạch",
    "period_running": "thời kỳ của mục tiêu chưa kết thúc",
    "no_result": "chưa có kết quả của thời kỳ này",
    "result_missing": "nguồn không cho kết quả",
    "result_in_words": "kết quả chỉ có bằng lời",
    "target_in_words": "mục tiêu chỉ có bằng lời",
    "target_missing": "nguồn không nêu mức mục tiêu",
    "not_applicable": "không áp dụng",
    "no_good_side": "nguồn không cho biết cao hay thấp là tốt",
    "sides_disagree": "hướng tốt và cách viết mục tiêu trái nhau",
    "other_scale": "kết quả và mục tiêu không cùng một thang",
    "result_open": "kết quả là một khoảng, chưa đủ để kết luận",
    "short_of_about": "mục tiêu là “khoảng”, kết quả chưa tới mức đó",
    "share_not_up": "tỷ lệ phần trăm kế hoạch không cho biết tốt hay xấu",
    "only_share": "chỉ có tỷ lệ phần trăm kế hoạch, không có số thực hiện",
    "only_stated": "nguồn chỉ cho lời đánh giá, không có số",
    "no_target": "không có mục tiêu để so",
    "stated_of_whole": "đánh giá của nguồn cho cả chỉ tiêu",
}


def series_note(page: Page, result: Result, assessed: Iterable[Assessment]) -> Markup:
    """Under a result whose period stands at the beginning of its line."""
    is_told = any(line.stated == result.stated for line in assessed)
    left_out = {"period": None, **({"stated": None} if is_told else {})}
    return result_note(page, result.model_copy(update=left_out), None)
