"""How a command is understood: help in two languages, and one line for what is wrong with it."""

from __future__ import annotations

import argparse
from typing import Any, NoReturn, TypeAlias

from generator.terminal import one_line

Commands: TypeAlias = "argparse._SubParsersAction[Parser]"

_CODES = (
    "Kết thúc với 0: tốt; 1: đầu vào có lỗi hoặc không ghi được; 2: dùng sai lệnh; 130: bị ngắt / "
    "ends with 0: fine; 1: something is wrong with the input or the disk; 2: wrong use; "
    "130: interrupted"
)


class WrongUse(Exception):  # noqa: N818 - nothing went wrong yet
    """A command cannot even begin, because of how it was called."""


class _Help(argparse.HelpFormatter):
    def add_usage(
        self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or "cách dùng / usage: ")


class Parser(argparse.ArgumentParser):
    """Explains a command in two languages, and says in one line what is wrong with one."""

    def __init__(self, **told: Any) -> None:
        super().__init__(
            **{"epilog": _CODES, **told},
            allow_abbrev=False,
            add_help=False,
            formatter_class=_Help,
        )
        options = self.add_argument_group("tùy chọn / options")
        options.add_argument(
            "-h", "--help", action="help", help="hiện lời giải thích này / shows this help"
        )
        self.option = options.add_argument

    def error(self, message: str) -> NoReturn:
        """Ends with code 2."""
        self.exit(2, f"{self.prog}: {one_line(message)} (--help)\n")


def add_command(commands: Commands, name: str, vi: str, en: str) -> Parser:
    """A command that says what it does in the list of commands and in its own help."""
    told = f"{vi} / {en}"
    return commands.add_parser(name, help=told, description=told)
