"""What can be asked for on the command line: one module for each command.

A module has a function `add`, which adds the command with its options and names the function that
runs it; that takes the options and returns the code with which the process should end.
"""

from __future__ import annotations

from generator.commands import build, check, diff, links, new, pages, remind, schema, table
from generator.commands.parsing import Parser


def parser() -> Parser:
    """Understands a command and its options."""
    top = Parser(
        prog="python -m generator",
        description="Làm trang từ các tệp kế hoạch / makes the site from plan files",
    )
    commands = top.add_subparsers(
        title="các lệnh / commands",
        prog=top.prog,
        dest="command",
        metavar="LỆNH/COMMAND",
        required=True,
        parser_class=Parser,
    )
    for command in (check, diff, build, pages, new, schema, table, remind, links):
        command.add(commands)
    return top
