"""`links` asks the hosts of all documents whether their links still lead somewhere."""

from __future__ import annotations

import argparse

from generator.commands.parsing import Commands, add_command
from generator.commands.project import add_plans, insist_on_folder
from generator.commands.remind import add_telling
from generator.commands.reporting import print_lines
from generator.load import load_plans
from generator.upkeep.links import dead_links, links_of
from generator.upkeep.telling import dead_links_told


def add(commands: Commands) -> None:
    """Adds the command."""
    parser = add_command(
        commands,
        "links",
        "hỏi từng địa chỉ ngoài của văn bản xem còn mở được không (cần mạng; kết thúc với 1 nếu "
        "có địa chỉ hỏng)",
        "asks each outside address of the documents whether it still opens (needs the network; "
        "ends with 1 if one does not)",
    )
    add_plans(parser)
    add_telling(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    insist_on_folder("--plans", options.plans)
    links = links_of(load_plans(options.plans)[0])
    found = dead_links(links)
    is_markdown = options.format == "markdown"
    print_lines(dead_links_told(found, len(links), options.language, is_markdown))
    return 1 if found else 0
