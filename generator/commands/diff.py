"""`diff` tells what a change means: which promises it eases, moves, adds or takes away."""

from __future__ import annotations

import argparse
import sys

from generator.commands.parsing import Commands, WrongUse, add_command
from generator.commands.project import add_plans, insist_on_folder
from generator.commands.reporting import print_lines
from generator.compare import differences
from generator.compare.telling import as_json, as_markdown, as_text
from generator.history import NoSuchStateError, parting, plans_at
from generator.load import load_plans
from generator.model.archive import Archive
from generator.problems import has_errors


def add(commands: Commands) -> None:
    """Adds the command."""
    parser = add_command(
        commands,
        "diff",
        "nêu ý nghĩa của thay đổi: mục tiêu nới lỏng, thời hạn lùi, giá trị bị bỏ, kết quả mới",
        "tells what a change means: targets eased, deadlines slipped, values removed, new results",
    )
    parser.add_argument(
        "base",
        metavar="BASE",
        help="nhánh hay lần ghi để so / the branch or commit to compare with",
    )
    parser.add_argument(
        "head",
        metavar="HEAD",
        nargs="?",
        help="bản có thay đổi / the state with the change (các tệp đang có, the files as they are)",
    )
    add_plans(parser)
    parser.option(
        "--format",
        choices=("text", "markdown", "json"),
        default="text",
        help="cách trình bày / how it is told (text)",
    )
    parser.option(
        "--language", choices=("vi", "en"), default="vi", help="ngôn ngữ / the language (vi)"
    )
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    try:
        before = plans_at(parting(options.base, options.head or "HEAD"), options.plans)
        after, is_whole = _after(options)
    except NoSuchStateError as reason:
        raise WrongUse(str(reason)) from None
    found = differences(before, after)
    if options.format == "json":
        told = as_json(found)
    elif options.format == "markdown":
        told = as_markdown(found, options.language)
    else:
        told = as_text(found, options.language)
    print_lines([told.rstrip("\n")])
    if is_whole:
        return 0
    print(
        "có tệp không đọc được, nên chưa so hết: chạy `check` / some files cannot be read, so "
        "this is not all: run `check`",
        file=sys.stderr,
    )
    return 1


def _after(options: argparse.Namespace) -> tuple[Archive, bool]:
    """The plans with the change, and whether all of them could be read."""
    if options.head is not None:
        archive = plans_at(options.head, options.plans)
        return archive, not archive.broken
    insist_on_folder("--plans", options.plans)
    archive, problems = load_plans(options.plans)
    return archive, not has_errors(problems)
