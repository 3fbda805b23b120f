"""A document is registered once, seen after it was issued, and its links lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.check.kinds import folded
from generator.check.saying import Sentence, error, top, warning
from generator.check.survey import Survey
from generator.model.archive import Archive, document_place, local_body
from generator.model.registers import Document
from generator.problems import Problem
from generator.text.times import when_words

_LINK = re.compile(r"""[^\s<>"'`\\{}|^]+""")


def documents_have_one_identity(survey: Survey) -> Iterator[Problem]:
    """Issuer, number and year belong to one document; without a number issuer, kind and day.

    A draft has no identity yet.  Without a number the titles may still tell two apart: a council
    adopts many resolutions in one session, a portal publishes many news items a day.
    """
    first: dict[tuple[str, ...], Document] = {}
    for document in survey.archive.documents:
        key = _identity(survey.archive, document)
        other = first.setdefault(key, document) if key else document
        if other.id == document.id:
            continue
        at = top(document).at("number" if document.number else "issued")
        where = f"`{other.id}` ({other.origin.mapping.file}:{other.origin.line})"
        if not _told_apart(document, other):
            same = _same(document)
            yield error(
                at,
                f"văn bản này trùng với {where}: cùng cơ quan ban hành, {same.vi}; bỏ một và sửa "
                "mã ở các chỗ dẫn, hoặc xem lại số, ngày, cơ quan",
                f"this is the same document as {where}: same issuer, {same.en}; keep one and mend "
                "the references, or check number, day and issuer",
            )
        elif document.kind != "news":
            yield warning(
                at,
                f"cùng cơ quan, loại và ngày với {where}, cả hai không có số, chỉ khác trích yếu: "
                "là một văn bản thì bỏ một, là hai thì thêm `number:` nếu biết",
                f"same issuer, kind and day as {where}, both without a number, only the titles "
                "differ: keep one if they are the same, add `number:` if you know it",
            )


def documents_are_seen_after_they_are_issued(survey: Survey) -> Iterator[Problem]:
    """Nobody can look at a document before the day it was issued."""
    for document in survey.archive.documents:
        issued = document.issued.earliest if document.issued else None
        seen = document.retrieved.latest if document.retrieved else None
        if issued and seen and document.issued and document.retrieved and issued > seen:
            yield error(
                top(document).at("retrieved"),
                f"xem {when_words(document.retrieved)}, trước khi ban hành "
                f"{when_words(document.issued)}: xem lại `retrieved:` và `issued:`",
                f"seen {when_words(document.retrieved, 'en')}, before it was issued "
                f"{when_words(document.issued, 'en')}: check `retrieved:` and `issued:`",
            )


def links_lead_somewhere(survey: Survey) -> Iterator[Problem]:
    """A link begins with http:// or https:// and names a host; nothing else is ever opened."""
    for document in survey.archive.documents:
        for field in ("url", "archived"):
            written = getattr(document, field)
            if written and not _is_link(written):
                vi, en = _mended(written)
                yield error(
                    top(document).at(field),
                    f"`{written[:80]}` không phải một địa chỉ trang: {vi}",
                    f"`{written[:80]}` is no address of a page: {en}",
                )


def links_have_a_day(survey: Survey) -> Iterator[Problem]:
    """A page on the network changes: a link is kept with the day it was seen."""
    for document in survey.archive.documents:
        if document.url and not document.retrieved:
            yield warning(
                top(document).at("url"),
                "có địa chỉ mà không có ngày xem: thêm `retrieved:`, ví dụ `retrieved: 2026-03-01`",
                "a link without the day it was seen: add `retrieved:`, e.g. "
                "`retrieved: 2026-03-01`",
            )


def _identity(archive: Archive, document: Document) -> tuple[str, ...]:
    """What makes a document one document; empty as long as the entry does not tell it."""
    issuer = _issuer(archive, document)
    if document.status == "draft" or not issuer:
        return ()
    if document.number:
        number = re.sub(r"(?<!\d)0+(?=\d)", "", re.sub(r"\s", "", folded(document.number)))
        inside = re.search(r"/(\d{4})/", number)
        year = document.issued.first_year if document.issued else inside and inside[1]
        return (issuer, number, str(year)) if year else ()
    issued = document.issued
    if issued is None or issued.earliest is None or issued.earliest != issued.latest:
        return ()
    return (issuer, document.kind, issued.earliest.isoformat())


def _issuer(archive: Archive, document: Document) -> str:
    """The body that issued it, the same however it is written; empty if it is not known."""
    if document.issuer is None:
        return ""
    body = local_body(archive, document.issuer, document_place(archive, document))
    if body is None:
        return folded(document.issuer.written)
    return body.id if body.place or not body.agency.level else ""


def _told_apart(document: Document, other: Document) -> bool:
    """Whether two documents without numbers have titles, and these differ."""
    if document.number or not document.title or not other.title:
        return False
    return folded(document.title) != folded(other.title)


def _same(document: Document) -> Sentence:
    if document.number:
        return Sentence(f"số `{document.number}` và năm", f"number `{document.number}` and year")
    return Sentence("loại và ngày, không có số", "kind and day, no number")


def _is_link(written: str) -> bool:
    if not _LINK.fullmatch(written):
        return False
    try:
        parts = urlsplit(written)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(host) and "@" not in parts.netloc


def _mended(written: str) -> Sentence:
    """The address that was probably meant, or an example."""
    address = f"https://{written.removeprefix('//')}"
    if ":" not in written.split("/")[0] and "." in written and _is_link(address):
        return Sentence(f"viết `{address[:80]}`", f"write `{address[:80]}`")
    return Sentence(
        "viết đủ từ `https://`, không có dấu cách, ví dụ `https://laocai.gov.vn/van-ban/123`",
        "write it from `https://` on, without spaces, e.g. `https://laocai.gov.vn/van-ban/123`",
    )
