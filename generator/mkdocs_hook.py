"""Makes one style sheet and one script of all, and shows every edit at once in `mkdocs serve`; the
only module that knows MkDocs.

Before MkDocs serves, the pages are written anew by the command line, in a process of its own: so
that an edited template counts too, and a broken plan leaves the last good pages.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.pages import Page

from generator.site.script import script
from generator.site.stylesheet import stylesheet

_WATCHED = (Path("plans"), Path("content"), Path(__file__).parent / "pages" / "templates")

_SET_APART = re.compile(r"(<(?:pre|script|textarea)\b.*?</(?:pre|script|textarea)>)", re.DOTALL)
_BLANK = re.compile(r"\n\s+")

_serving = False
_made: dict[str, str] = {}
"""What the pages ask for, by its path on the site."""


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001 - MkDocs names the arguments
    """Remembers whether somebody looks: `mkdocs build` takes the pages as they stand."""
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Lets the pages ask for one style sheet and one script, of all that mkdocs.yml lists.

    The theme's style sheets come first in ours; `theme_styles` in `extra` tells the page template.
    The names change with what the files hold, so that no browser mixes old and new.
    """
    styles = ("assets/stylesheets/main.*.min.css", "assets/stylesheets/palette.*.min.css")
    sheet = stylesheet(_texts(config, (*styles, *config.extra_css)))
    own = script(_texts(config, config.extra_javascript))
    config.extra_css = [f"assets/stylesheets/site.{_digest(sheet)}.css"]
    config.extra_javascript = [f"assets/javascripts/site.{_digest(own)}.js"]
    config.extra["theme_styles"] = "in our own"
    _made.clear()
    _made.update({config.extra_css[0]: sheet, str(config.extra_javascript[0]): own})


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001 - MkDocs names the arguments
    """Takes out the indents and empty lines that templates leave; what is set apart keeps them."""
    return "".join(
        part if part.startswith(("<pre", "<script", "<textarea")) else _BLANK.sub("\n", part)
        for part in _SET_APART.split(output)
    )


def on_post_build(config: MkDocsConfig) -> None:
    """Puts the style sheet and the script beside the others."""
    for path, text in _made.items():
        Path(config.site_dir, path).write_text(text, encoding="utf-8")


def _texts(config: MkDocsConfig, patterns: Iterable[object]) -> Iterator[str]:
    for pattern in patterns:
        yield _found(config, str(pattern)).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _found(config: MkDocsConfig, pattern: str) -> Path:
    """A file of the pages or the theme, the first that there is."""
    places: Iterator[Path] = (Path(each) for each in (config.docs_dir, *config.theme.dirs))
    found = next((path for place in places for path in sorted(place.glob(pattern))), None)
    if found is None:
        message = f"there is no {pattern}"
        raise FileNotFoundError(message)
    return found


def on_pre_build(config: MkDocsConfig) -> None:
    """Writes the pages that have changed; the English ones only for those who look at them."""
    if _serving:
        # Its words go to the terminal.  With problems the pages stay, and MkDocs shows them.
        languages = "vi" if config.theme["language"] == "vi" else "vi,en"
        command = [sys.executable, "-m", "generator", "pages", "--languages", languages]
        subprocess.run(command, check=False)  # noqa: S603 - our own command


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG001 - MkDocs names the arguments
    """Watches what people edit instead of what is written from it, so that nothing goes round."""
    server.unwatch(config.docs_dir)
    for folder in _WATCHED:
        server.watch(str(folder))
    if config.theme.custom_dir:
        server.watch(config.theme.custom_dir)
    return server
