"""The options that all commands share which read a whole project, and how they are run."""

from __future__ import annotations

import argparse
import contextlib
import os
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.commands.parsing import Parser, WrongUse
from generator.site import Project
from generator.text.escaping import safe_url
from generator.text.words import Language

_YEARS = range(1970, 2106)
"""The years that the time in a compressed file can have."""


def add_plans(parser: Parser) -> None:
    """`--plans`."""
    parser.option(
        "--plans",
        type=Path,
        metavar="DIR",
        default=Path("plans"),
        help="thư mục các kế hoạch / the folder of the plans (plans)",
    )


def add_day(parser: Parser) -> None:
    """`--as-of`."""
    parser.option(
        "--as-of",
        type=_day,
        metavar="YYYY-MM-DD",
        help="tính đến ngày này / the day as of which the site speaks (hôm nay, today)",
    )


def add_project(parser: Parser) -> None:
    """`--plans`, `--content`, `--as-of`, `--repository`."""
    add_plans(parser)
    parser.option(
        "--content",
        type=Path,
        metavar="DIR",
        default=Path("content"),
        help="thư mục các trang viết tay / the folder of the hand-written pages (content)",
    )
    add_day(parser)
    parser.option(
        "--repository",
        type=_address,
        default=_repository(os.environ),
        metavar="URL",
        help=(
            "địa chỉ công khai của kho dữ liệu / the public address of the repository "
            "($REPOSITORY_URL, or $GITHUB_SERVER_URL/$GITHUB_REPOSITORY)"
        ),
    )


def add_languages(parser: Parser) -> None:
    """`--languages`."""
    parser.option(
        "--languages",
        type=_languages,
        metavar="vi,en",
        default=("vi", "en"),
        help=(
            "chỉ tiếng Việt, hoặc cả tiếng Anh / the site in Vietnamese, or also in English, below "
            "`en/` (vi,en)"
        ),
    )


def project_of(options: argparse.Namespace) -> Project:
    """The project that the options name; `WrongUse` if a folder of it is not there."""
    project = Project(
        options.plans, options.content, options.as_of or options.current_day, options.repository
    )
    if "languages" in options:
        project = replace(project, languages=options.languages)
    insist_on_folder("--plans", project.plans)
    insist_on_folder("--content", project.content)
    return project


def insist_on_folder(option: str, folder: Path) -> None:
    """`WrongUse` if there is no such folder."""
    if not folder.is_dir():
        raise WrongUse(
            f"không thấy thư mục `{folder}` ({option}) / no folder `{folder}` ({option})"
        )


def _day(text: str) -> date:
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        with contextlib.suppress(ValueError):
            day = date.fromisoformat(text)
            if day.year in _YEARS:
                return day
    message = (
        f"`{text}` không phải là một ngày: viết như 2026-11-22, từ {_YEARS[0]} đến {_YEARS[-1]} / "
        f"`{text}` is no day: write it like 2026-11-22, from {_YEARS[0]} to {_YEARS[-1]}"
    )
    raise argparse.ArgumentTypeError(message)


def _languages(text: str) -> tuple[Language, ...]:
    chosen: dict[str, tuple[Language, ...]] = {"vi": ("vi",), "vi,en": ("vi", "en")}
    if text in chosen:
        return chosen[text]
    message = f"`{text}`: viết `vi` hoặc `vi,en` / `{text}`: write `vi` or `vi,en`"
    raise argparse.ArgumentTypeError(message)


def _address(text: str) -> str:
    if address := safe_url(text):
        return address.removesuffix("/").removesuffix(".git")
    message = (
        f"`{text}` không phải là một địa chỉ như https://github.com/ai-do/ke-hoach / "
        f"`{text}` is no address like https://github.com/somebody/plans"
    )
    raise argparse.ArgumentTypeError(message)


def _repository(environment: Mapping[str, str]) -> str | None:
    """The address of the repository, where the environment tells it."""
    server, name = environment.get("GITHUB_SERVER_URL"), environment.get("GITHUB_REPOSITORY")
    return environment.get("REPOSITORY_URL") or (f"{server}/{name}" if server and name else None)
