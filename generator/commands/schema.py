"""`schema` writes the files from which editors explain and complete plan files while one types."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.commands.parsing import Commands, add_command
from generator.schema import FOLDER, schemas


def add(commands: Commands) -> None:
    """Adds the command."""
    parser = add_command(
        commands,
        "schema",
        "viết các tệp giúp gõ kế hoạch trong VS Code",
        "writes the schemas that help while typing a plan",
    )
    parser.option(
        "--out",
        type=Path,
        metavar="DIR",
        default=Path(FOLDER),
        help=f"thư mục để viết vào / the folder to write into ({FOLDER})",
    )
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    folder: Path = options.out
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas():
        (folder / name).write_text(text, encoding="utf-8")
        print(folder / name)
    return 0
