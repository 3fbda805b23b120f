"""Whether the links of the documents still lead somewhere: the originals and the saved copies."""

from __future__ import annotations

import ipaddress
import socket
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException
from typing import Literal
from urllib.parse import urlsplit

from generator.model.archive import Archive
from generator.problems import Position
from generator.text.escaping import safe_url

Field = Literal["url", "archived"]

PATIENCE = 20
"""Seconds to wait for an answer."""

_AT_ONCE = 8
_TRIES = 2
_BROWSER = "Mozilla/5.0 (compatible; plan-transparency link check)"


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a document: its address, whether it is the original or a saved copy, its line."""

    document: str
    field: Field
    address: str
    position: Position


@dataclass(frozen=True, slots=True)
class DeadLink:
    """A link that did not answer as it should.

    `status` is what the host answered (404), 0 if it did not answer at all; `words` say why.
    """

    link: Link
    status: int
    words: str


Ask = Callable[[str], int]
"""Asks for an address and returns the status; `OSError` if nobody answers."""


def links_of(archive: Archive) -> tuple[Link, ...]:
    """Every link of every document, in the order of the files."""
    return tuple(_links(archive))


def _links(archive: Archive) -> Iterator[Link]:
    fields: tuple[Field, ...] = ("url", "archived")
    for document in archive.documents:
        for field in fields:
            if address := safe_url(getattr(document, field)):
                yield Link(document.id, field, address, document.origin.of(field))


def dead_links(links: tuple[Link, ...], ask: Ask | None = None) -> tuple[DeadLink, ...]:
    """The links that do not answer, in their order; one host is asked one thing at a time.

    A host that refuses to tell programs (401, 403, 429) is no dead link.
    """
    by_host: dict[str, list[Link]] = {}
    for link in links:
        by_host.setdefault(urlsplit(link.address).netloc, []).append(link)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        found = pool.map(
            lambda each: [_dead(link, ask or asked) for link in each], by_host.values()
        )
        dead = {each.link: each for answers in found for each in answers if each}
    return tuple(dead[link] for link in links if link in dead)


def _dead(link: Link, ask: Ask) -> DeadLink | None:
    status, words = 0, ""
    for _ in range(_TRIES):
        try:
            status, words = ask(link.address), ""
        except (OSError, HTTPException, ValueError) as error:
            status, words = 0, str(getattr(error, "reason", error) or type(error).__name__)
        if 200 <= status < 400 or status in (401, 403, 429):
            return None
        if status in (404, 410):
            break
    return DeadLink(link, status, words)


def asked(address: str) -> int:
    """The status that a host answers, after redirections; `OSError` if it cannot be reached."""
    status = _status(address, "HEAD")
    return status if status < 400 or status in (404, 410) else _status(address, "GET")


def _status(address: str, method: str) -> int:
    _insist_on_public(address)
    request = urllib.request.Request(  # noqa: S310 - safe_url lets only http and https pass
        address, method=method, headers={"User-Agent": _BROWSER}
    )
    try:
        with _OPENER.open(request, timeout=PATIENCE) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


class _OnlyPublic(urllib.request.HTTPRedirectHandler):
    """Follows a host to where it sends us, if that is public too."""

    def redirect_request(self, *arguments: object) -> urllib.request.Request | None:
        new = arguments[-1]
        if isinstance(new, str):
            _insist_on_public(new)
        return super().redirect_request(*arguments)  # type: ignore[arg-type]


_OPENER = urllib.request.build_opener(_OnlyPublic)


def _insist_on_public(address: str) -> None:
    """`OSError` for an address inside somebody's own network: no plan can make us ask there."""
    host = urlsplit(address).hostname or ""
    for found in socket.getaddrinfo(host, None):
        if not ipaddress.ip_address(found[4][0]).is_global:
            message = f"{host} is not a public host"
            raise OSError(message)
