"""Shows every edit at once in `mkdocs serve`; the only module that knows MkDocs.

Before MkDocs builds, the pages are written anew by the command line, in a process of its own: so
that an edited template counts too, and a broken plan leaves the last good pages.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

_WATCHED = (Path("plans"), Path("content"), Path(__file__).parent / "pages" / "templates")

_serving = False


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001 - MkDocs names the arguments
    """Remembers whether somebody looks: `mkdocs build` takes the pages as they stand."""
    global _serving
    _serving = command == "serve"


def on_pre_build(config: MkDocsConfig) -> None:  # noqa: ARG001 - MkDocs names the arguments
    """Writes the pages that have changed."""
    if _serving:
        # Its words go to the terminal.  With problems the pages stay, and MkDocs shows them.
        subprocess.run([sys.executable, "-m", "generator", "pages"], check=False)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG001 - MkDocs names the arguments
    """Watches what people edit instead of what is written from it, so that nothing goes round."""
    server.unwatch(config.docs_dir)
    for folder in _WATCHED:
        server.watch(str(folder))
    if config.theme.custom_dir:
        server.watch(config.theme.custom_dir)
    return server
