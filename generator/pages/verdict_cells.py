"""What the cells of an indicator say: notes of targets and results, verdicts with their basis."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.assess.parts import PartsSum
from generator.assess.verdicts import Assessment
from generator.model.archive import plan_place
from generator.model.indicators import Result
from generator.model.plan import Plan
from generator.model.when import When
from generator.model.written_out import Row
from generator.pages import links
from generator.pages.marks import status
from generator.pages.values import miss, said, value_words
from generator.text.numbers import (
    quantity_words,
)
from generator.text.saying import say, say_in
from generator.text.times import when_short, when_words
from generator.text.words import MODALITY, REASON, RESULT_KIND, VERDICT, Language, Words, word

if TYPE_CHECKING:
    from generator.pages.page import Page


def result_words(page: Page, result: Result) -> Markup:
    """A result: its value, else the percentage of the plan, else that no number is given."""
    if not result.is_empty:
        return value_words(page, result)
    if result.of_plan:
        return Markup("; ").join(_share(page, result))
    return miss(say(page.telling.language, "không nêu số", "no number stated"))


def _share(page: Page, result: Result) -> list[Markup]:
    printed = result.said("of_plan")
    if printed:
        return [page.words(printed)]
    shares: list[Markup] = []
    for share in result.of_plan:
        percent = quantity_words(share.percent, page.numbers)
        if share.assigned_by:
            shares.append(Markup("{}% {}").format(percent, page.words(share.assigned_by)))
        else:
            wordings = "{percent}% kế hoạch", "{percent}% of plan"
            shares.append(say_in(Markup, page.telling.language, *wordings, percent=percent))
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
        printed = None if page.is_foreign else target.said("period")
        notes.append(printed or when_words(target.period, language))
    if target.set_by and shows_setter:
        setter = links.body_link(page, target.set_by, plan_place(plan))
        notes.append(say_in(Markup, language, "{body} giao", "set by {body}", body=setter))
    if target.modality:
        notes.append(word(MODALITY, target.modality, language))
    if len(line.versions) > 1:
        notes.append(adjusted_times(page, len(line.versions) - 1))
    if target.note:
        notes.append(page.words(target.note))
    return _joined(notes)


def adjusted_times(page: Page, times: int) -> str:
    """How often a target or deadline was adjusted."""
    wordings = "đã điều chỉnh {n} lần", "adjusted once|adjusted {n} times"
    return say(page.telling.language, *wordings, n=times)


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
        as_of = when_words(result.as_of, language)
        notes.append(say(language, "tính đến {when}", "as of {when}", when=as_of))
    if result.reporter:
        place = page.telling.archive.plan[page.plan].place if page.plan else None
        notes.append(links.body_link(page, result.reporter, place.id if place else None))
    if result.of_plan and not result.is_empty:
        notes.append(Markup("; ").join(_share(page, result)))
    if result.stated and (line is None or line.stated != result.stated):
        wordings = "báo cáo đánh giá: “{words}”", "the report rates it: “{words}”"
        notes.append(say_in(Markup, language, *wordings, words=page.words(result.stated)))
    return _joined([*notes, *_in_words(page, result)])


def _in_words(page: Page, result: Result) -> list[Markup]:
    """The source's own words about a result."""
    said_of = (
        ("{words}", "{words}", result.compared),
        ("xu hướng theo nguồn: {words}", "trend, as the source says: {words}", result.trend),
        ("nguyên nhân, theo nguồn: {words}", "cause, as the source says: {words}", result.cause),
        ("{words}", "{words}", result.note),
    )
    language = page.telling.language
    return [
        say_in(Markup, language, vi, en, words=page.words(words))
        for vi, en, words in said_of
        if words
    ]


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
        return concluded + said(_basis(line, language)) + _remarks(page, line)
    if line.stated_verdict == line.verdict:
        return concluded + said(_agreement(page, line.stated, line.verdict)) + _remarks(page, line)
    stated = Markup("“{}”").format(page.words(line.stated))
    if line.stated_verdict:
        stated = status("verdict", line.stated_verdict, language)
        if not _is_the_word(line.stated, line.stated_verdict, language):
            quoted = Markup(' <span class="kh-fine"{}>“{}”</span>')
            stated += quoted.format(page.lang(), line.stated)
    pair = say_in(
        Markup,
        language,
        '<dl class="kh-verdict"><div><dt>Báo cáo</dt><dd>{stated}</dd></div>'
        "<div><dt>Tính toán</dt><dd>{concluded}</dd></div></dl>",
        '<dl class="kh-verdict"><div><dt>Report</dt><dd>{stated}</dd></div>'
        "<div><dt>Computed</dt><dd>{concluded}</dd></div></dl>",
        stated=stated,
        concluded=concluded,
    )
    return pair + _difference(page, line) + _remarks(page, line)


def _is_the_word(words: str, code: str, language: Language) -> bool:
    """Whether the source's words are the very word for the code."""
    return words.casefold() == word(VERDICT, code, language).casefold()


def _agreement(page: Page, stated: str, code: str) -> Markup:
    """That report and conclusion agree, with the report's words where they are other words."""
    wordings = (
        "theo báo cáo (“{words}”) và tính toán",
        "as reported (“{words}”) and as computed",
    )
    if _is_the_word(stated, code, page.telling.language):
        wordings = "theo báo cáo và tính toán", "as reported and as computed"
    return say_in(Markup, page.telling.language, *wordings, words=page.words(stated))


def _basis(line: Assessment, language: Language) -> str:
    if line.is_provisional:
        return say(language, "tạm tính theo số ước", "provisional, from an estimate")
    return say(language, "theo tính toán", "as computed")


def _difference(page: Page, line: Assessment) -> Markup:
    """Why the two differ, as one neutral sentence."""
    if line.within_tolerance:
        text = say_in(
            Markup,
            page.telling.language,
            "Chênh lệch nằm trong dung sai của người báo cáo.",
            "The difference is within the tolerance of the reporting body.",
        )
    elif line.differs:
        text = _comparison(page, line)
    elif line.is_final:
        return Markup("")
    else:
        return said(word(REASON, line.reason, page.telling.language))
    return Markup('<span class="kh-differ">{}</span>').format(text)


def _comparison(page: Page, line: Assessment) -> Markup:
    """What the report says against what the numbers are."""
    result, target = line.result or line.latest, line.target
    language, stated = page.telling.language, page.words(line.stated)
    if not (result and target and result.value and target.value):
        return say_in(
            Markup,
            language,
            "Hai cách đánh giá khác nhau: báo cáo ghi “{words}”.",
            "The two assessments differ: the report says “{words}”.",
            words=stated,
        )
    return say_in(
        Markup,
        language,
        "Hai cách đánh giá khác nhau: kết quả {result}, mục tiêu {target}; báo cáo ghi “{words}”.",
        "The two assessments differ: result {result}, target {target}; the report says “{words}”.",
        result=quantity_words(result.value, page.numbers),
        target=quantity_words(target.value, page.numbers),
        words=stated,
    )


def _remarks(page: Page, line: Assessment) -> Markup:
    """What a reader should know beside the verdict."""
    remarks, language = Markup(""), page.telling.language
    if line.verdict == "no_data" and line.reason == "no_result" and line.latest:
        wordings = "chưa có số của cả kỳ", "no figure for the whole period yet"
        remarks += said(say(language, *wordings))
    if line.verdict == "not_assessable" and line.stated is None:
        remarks += said(word(REASON, line.reason, language))
    if line.verdict == "not_due" and line.latest and line.latest_meets is not None:
        remarks += said(_latest_level(line.latest.period, line.latest_meets, language))
    if line.first_verdict:
        first = status("verdict", line.first_verdict, language)
        wordings = "theo mục tiêu ban đầu: {verdict}", "by the original target: {verdict}"
        remarks += said(say_in(Markup, language, *wordings, verdict=first))
    return remarks


def _latest_level(period: When | None, meets: bool, language: Language) -> str:
    """Whether the newest figure reaches a target that is not due yet."""
    wordings = (
        "mức mới nhất ({period}) chưa đạt mục tiêu",
        "the latest figure ({period}) does not meet the target yet",
    )
    if meets:
        wordings = (
            "mức mới nhất ({period}) đã đạt mục tiêu",
            "the latest figure ({period}) meets the target",
        )
    return say(language, *wordings, period=when_short(period, language) if period else "")


_FIELD: Words = {
    "baseline": ("mốc gốc", "a baseline"),
    "targets": ("mục tiêu", "a target"),
    "results": ("kết quả", "a result"),
}


def lacking_words(page: Page, parts: PartsSum) -> str:
    """That parts cannot be added up, since some have no number."""
    language = page.telling.language
    wordings = (
        "{counted} trên {of} thành phần có {field} bằng số; không cộng thay.",
        "{counted} of {of} parts have {field} in numbers; they are not added up.",
    )
    if parts.period:
        wordings = (
            "{counted} trên {of} thành phần có {field} bằng số ({period}); không cộng thay.",
            "{counted} of {of} parts have {field} in numbers ({period}); they are not added up.",
        )
    return say(
        language,
        *wordings,
        counted=parts.counted,
        of=parts.of,
        field=word(_FIELD, parts.field, language),
        period=when_short(parts.period, language) if parts.period else "",
    )


def series_note(page: Page, result: Result, assessed: Iterable[Assessment]) -> Markup:
    """Under a result whose period stands at the beginning of its line."""
    is_told = any(line.stated == result.stated for line in assessed)
    left_out = {"period": None, **({"stated": None} if is_told else {})}
    return result_note(page, result.model_copy(update=left_out), None)
