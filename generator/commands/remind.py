"""`remind` lists what is due soon, overdue or unreported, for those who keep the plans."""

from __future__ import annotations

import argparse

from generator.assess.findings import Findings
from generator.commands.parsing import Commands, Parser, add_command
from generator.commands.project import add_day, add_plans, insist_on_folder
from generator.commands.reporting import print_lines
from generator.load import load_plans
from generator.upkeep.reminders import reminders
from generator.upkeep.telling import reminders_told


def add(commands: Commands) -> None:
    """Adds the command."""
    parser = add_command(
        commands,
        "remind",
        "nhắc những gì sắp đến hạn, quá hạn, chưa có báo cáo hoặc kết quả",
        "lists what is due soon, overdue, without a report or result",
    )
    add_plans(parser)
    add_day(parser)
    add_telling(parser)
    parser.set_defaults(run=_run)


def add_telling(parser: Parser) -> None:
    """`--format` and `--language` of what is told to people alone."""
    parser.option(
        "--format",
        choices=("text", "markdown"),
        default="text",
        help="cách trình bày / how it is told (text)",
    )
    parser.option(
        "--language", choices=("vi", "en"), default="vi", help="ngôn ngữ / the language (vi)"
    )


def _run(options: argparse.Namespace) -> int:
    insist_on_folder("--plans", options.plans)
    archive, _ = load_plans(options.plans)
    found = reminders(Findings(archive, options.as_of or options.current_day))
    print_lines(reminders_told(found, options.language, options.format == "markdown"))
    return 0
