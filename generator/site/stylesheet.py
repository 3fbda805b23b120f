"""One style sheet for every page: the theme's and ours in their order, without what no page uses.

A first visit asks for one file instead of ten, and for half of the bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_PARTS = (
    "admonition|arithmatex|critic|emojione|gemoji|giscus|highlight|keys|linenodiv|mermaid|tabbed-|"
    "task-list-|twemoji|md-(?:annotation|author|banner|button|clipboard|code__|consent|content--post|"
    "content__button|draft|feedback|footer__|header--lifted|header__source|input|meta|"
    "nav--integrated|nav__source|pagination|path|pin|post|profile|progress|search__suggest|select|"
    "sidebar--post|social|source|status|tag|tooltip|top|version)"
)
_WORDS = (
    "abstract|bug|cards?|danger|example|failure|info|inline|katex-html|lg|note|question|"
    "quote|success|tip|warning|x{1,3}l"
)
UNUSED = re.compile(rf"(?:{_PARTS})[\w-]*|{_WORDS}")
"""The classes of what the theme offers and this site has nowhere: callouts, tabs, code in colours,
a blog, versions, consent.  A test holds that no page uses one of them."""

_CLASS = re.compile(r"\.(-?[A-Za-z_](?:[\w-]|\\.)*)")
_ELSEWHERE = re.compile(r"\[dir=rtl\]|\[data-md-color-(?:primary|accent)=(?!\"?custom)")
"""Right to left, and the theme's own colours: the site is neither."""

_NOT = re.compile(r":not\((?:[^()]|\([^()]*\))*\)")
_PICTURE = re.compile(r"(--[\w-]+):url\(\"[^\"]*\"\);?")
"""A picture under a name; kept where something asks for it."""
_SIGN = re.compile(r"\"[^\"]*\"|'[^']*'|[{};]")
_SHORTER = re.compile(r"(\"[^\"]*\"|'[^']*')|/\*.*?\*/|\s*([{};,])\s*|(\s+)", re.DOTALL)


def stylesheet(texts: Iterable[str]) -> str:
    """Style sheets as one, in their order."""
    text = "\n".join(_used(_shortened(text)) for text in texts) + "\n"
    return _PICTURE.sub(lambda found: found[0] if f"var({found[1]})" in text else "", text)


def _shortened(text: str) -> str:
    """Without comments and needless space; strings keep theirs."""

    def kept(found: re.Match[str]) -> str:
        string, sign, space = found.groups()
        return string or sign or (" " if space else "")

    return _SHORTER.sub(kept, text).replace(";}", "}").strip()


def _used(text: str) -> str:
    return "".join(_rules_used(text))


def _rules_used(text: str) -> Iterator[str]:
    """Each rule that can apply to a page, with those of its selectors that can."""
    for head, body in _rules(text):
        if head.startswith(("@media", "@supports")):
            if inside := _used(body):
                yield f"{head}{{{inside}}}"
        elif head.startswith("@"):
            yield f"{head}{{{body}}}" if body else head
        elif selectors := [each for each in _selectors(head) if is_used(each)]:
            yield f"{','.join(selectors)}{{{body}}}"


def is_used(selector: str) -> bool:
    """Whether a selector can match anything on the site; what it excludes doesn't count."""
    without = _NOT.sub("", selector)
    return not _ELSEWHERE.search(without) and not any(
        UNUSED.fullmatch(name) for name in _CLASS.findall(without)
    )


def _rules(text: str) -> Iterator[tuple[str, str]]:
    """What stands before each pair of braces and within; a statement without braces alone."""
    depth, begin, opened = 0, 0, 0
    for found in _SIGN.finditer(text):
        sign, at = found[0], found.start()
        depth += (sign == "{") - (sign == "}")
        if sign == "{" and depth == 1:
            opened = at
        elif sign == "}" and depth == 0:
            yield text[begin:opened].strip(), text[opened + 1 : at]
            begin = at + 1
        elif sign == ";" and depth == 0:
            yield text[begin : at + 1], ""
            begin = at + 1
    if depth:
        message = f"a brace of a style sheet never closes: {text[begin : begin + 80]}"
        raise ValueError(message)


def _selectors(head: str) -> list[str]:
    """The selectors of a rule: cut at the commas that stand in no parenthesis."""
    return re.split(r",(?![^(]*\)|[^(]*\([^()]*\)[^(]*\))", head)
