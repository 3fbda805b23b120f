"""`pages` writes the Markdown pages and data files of which MkDocs makes the site."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.commands.parsing import Commands, WrongUse, add_command
from generator.commands.project import add_languages, add_project, project_of
from generator.commands.reporting import add_format, tell
from generator.site import DOCS, write_docs
from generator.site.folders import PAGES
from generator.site.trees import ENGLISH
from generator.terminal import Progress


def add(commands: Commands) -> None:
    """Adds the command."""
    parser = add_command(
        commands, "pages", "viết các trang Markdown", "writes the Markdown pages of the site"
    )
    add_project(parser)
    add_languages(parser)
    add_format(parser)
    parser.option(
        "--out",
        type=Path,
        metavar="DIR",
        default=DOCS,
        help=(
            "thư mục để viết vào, tiếng Anh ở thư mục bên cạnh / the folder to write into, and for "
            f"English one beside it ({DOCS}, {ENGLISH.docs(DOCS)})"
        ),
    )
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    project = project_of(options)
    if reason := project.refusal(PAGES, options.out):
        raise WrongUse(reason)
    with Progress(sys.stderr) as progress:
        report = write_docs(project, options.out, progress)
    return tell(report, options.format, *(tree.docs(options.out) for tree in project.trees))
