"""`build` makes the whole site and publishes it in a folder, if nothing is wrong."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.commands.parsing import Commands, WrongUse, add_command
from generator.commands.project import add_languages, add_project, project_of
from generator.commands.reporting import add_format, tell
from generator.site import build
from generator.site.folders import SITE
from generator.terminal import Progress


def add(commands: Commands) -> None:
    """Adds the command."""
    parser = add_command(
        commands, "build", "làm và công bố cả trang", "builds and publishes the whole site"
    )
    add_project(parser)
    add_languages(parser)
    add_format(parser)
    parser.option(
        "--out",
        type=Path,
        metavar="DIR",
        default=Path("site"),
        help="thư mục để viết vào / the folder to write into (site)",
    )
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    project = project_of(options)
    for config in (tree.config for tree in project.trees):
        if not config.is_file():
            raise WrongUse(
                f"không thấy `{config}`: chạy lệnh trong thư mục gốc của dự án / "
                f"no `{config}` here: run this in the folder of the project"
            )
    if reason := project.refusal(SITE, options.out):
        raise WrongUse(reason)
    with Progress(sys.stderr) as progress:
        report = build(project, options.out, progress)
    return tell(report, options.format, options.out)
