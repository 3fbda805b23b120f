"""What was published stays: values get a new entry beside the old one, ids lead somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.compare.difference import Difference, Promise
from generator.problems import Problem

_NOUNS: dict[Promise, tuple[str, str]] = {
    "target": ("mục tiêu", "target"),
    "deadline": ("thời hạn", "deadline"),
    "result": ("kết quả", "result"),
    "report": ("báo cáo", "report"),
}
_FIELDS: dict[Promise, str] = {
    "target": "targets",
    "deadline": "due",
    "result": "results",
    "report": "reports",
}
_VALUES: dict[Promise, str] = {
    "target": "value",
    "deadline": "due",
    "result": "value",
    "report": "stage",
}
_OCCASIONS: dict[Promise, tuple[str, str]] = {
    "target": ("on: …, document: …, reason: …", "ngày, văn bản, lý do của lần điều chỉnh"),
    "deadline": ("on: …, document: …, reason: …", "ngày, văn bản, lý do của lần điều chỉnh"),
    "result": ("as_of: …, source: …", "ngày của số liệu, nguồn"),
    "report": ("on: …, source: …", "ngày báo cáo, nguồn"),
}


def guard(found: Iterable[Difference], removed: frozenset[str] = frozenset()) -> Iterator[Problem]:
    """An error for every published value that was edited or is gone, and for every lost id.

    `removed` are the ids for which the register of removals says when and why they went
    (`plan#item` for an item).
    """
    for each in found:
        if each.promise and each.kind == "overwritten":
            yield _overwritten(each, each.promise)
        elif each.promise and each.kind == "erased":
            yield _erased(each, each.promise)
        elif each.kind == "removed" and each.before and each.name not in removed:
            yield _lost(each)


def _overwritten(each: Difference, promise: Promise) -> Problem:
    vi, en = _NOUNS[promise]
    occasion, meaning = _OCCASIONS[promise]
    field, value = _FIELDS[promise], _VALUES[promise]
    old = f"- {{{each.slot}{value}: {each.before}}}"
    new = f"- {{{each.slot}{value}: {each.after}, "
    return _problem(
        each,
        "published-values-stay",
        f"{vi} đã công bố `{each.before}` bị sửa thành `{each.after}`: trong `{field}:` giữ mục cũ "
        f"`{old}` và thêm mục mới ngay dưới nó, `{new}{occasion}}}` ({meaning}); nếu trang này đã "
        f"nhập sai thì mục mới là `{new}correction: true}}`",
        f"the published {en} `{each.before}` was edited to `{each.after}`: in `{field}:` keep the "
        f"old entry `{old}` and add a new one below it, `{new}{occasion}}}`; if this site had "
        f"mistyped it, the new entry is `{new}correction: true}}`",
    )


def _erased(each: Difference, promise: Promise) -> Problem:
    vi, en = _NOUNS[promise]
    field = _FIELDS[promise]
    old = f"- {{{each.slot}{_VALUES[promise]}: {each.before}}}"
    return _problem(
        each,
        "published-values-stay",
        f"{vi} đã công bố `{each.before}` không còn: ghi lại `{old}` trong `{field}:`; nếu trang "
        "này đã nhập sai thì thêm mục đúng ngay dưới nó, với `correction: true`",
        f"the published {en} `{each.before}` is gone: put `{old}` back into `{field}:`; if this "
        "site had mistyped it, add the right entry below it with `correction: true`",
    )


def _lost(each: Difference) -> Problem:
    own = each.before.rpartition("/")[2]
    return _problem(
        each,
        "ids-keep-leading-somewhere",
        f"mã `{each.before}` không còn, liên kết cũ sẽ gãy: nếu mục chỉ đổi mã, viết "
        f"`former_ids: {own}` ở mục mới; nếu mục bị gỡ, ghi `- {{id: {each.name}, on: <ngày>, "
        "reason: <lý do>}` vào `plans/registers/removals/removals.yml`",
        f"the id `{each.before}` is gone, old links will break: if the entry only changed its id, "
        f"write `former_ids: {own}` in the new one; if it was removed, add "
        f"`- {{id: {each.name}, on: <day>, reason: <reason>}}` to "
        "`plans/registers/removals/removals.yml`",
    )


def _problem(each: Difference, rule: str, vi: str, en: str) -> Problem:
    field = f"{each.plan} › {each.subject[0]}" if each.plan else each.subject[0]
    return Problem(each.position, rule, vi, en, field)
