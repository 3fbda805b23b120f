"""`check` says everything that is wrong with the plans, and writes nothing."""

from __future__ import annotations

import argparse
import sys

from generator.commands.parsing import Commands, add_command
from generator.commands.project import add_project, project_of
from generator.commands.reporting import add_format, tell
from generator.site import check_plans
from generator.terminal import Progress


def add(commands: Commands) -> None:
    """Adds the command."""
    parser = add_command(
        commands,
        "check",
        "nêu mọi lỗi của mọi tệp, không viết gì",
        "says everything that is wrong, writes nothing",
    )
    add_project(parser)
    add_format(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    project = project_of(options)
    with Progress(sys.stderr) as progress:
        report = check_plans(project, progress)
    return tell(report, options.format)
