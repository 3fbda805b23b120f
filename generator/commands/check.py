"""`check` says everything that is wrong with the plans, and writes nothing."""

from __future__ import annotations

import argparse
import sys

from generator.commands.parsing import Commands, WrongUse, add_command
from generator.commands.project import add_project, project_of
from generator.commands.reporting import add_format, tell
from generator.history import NoSuchStateError, parting, plans_at
from generator.model.archive import Archive
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
    parser.option(
        "--base",
        metavar="REF",
        help=(
            "so với bản đang đăng ở nhánh hay lần ghi này: mục tiêu, thời hạn, kết quả đã đăng bị "
            "sửa đè, bị bỏ hoặc mã bị mất cũng là lỗi / compare with what is published at this "
            "branch or commit: published targets, deadlines, results that were edited or are gone, "
            "and lost ids, are errors too"
        ),
    )
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    project = project_of(options)
    with Progress(sys.stderr) as progress:
        report = check_plans(project, progress, _published(options))
    return tell(report, options.format)


def _published(options: argparse.Namespace) -> Archive | None:
    if options.base is None:
        return None
    try:
        return plans_at(parting(options.base), options.plans)
    except NoSuchStateError as reason:
        raise WrongUse(f"--base: {reason}") from None
