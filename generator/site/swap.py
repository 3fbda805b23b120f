"""Puts a finished site in the place of the published one: by renaming, so that at any moment one
of the two is complete."""

from __future__ import annotations

import errno
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from generator.site.folders import SITE, is_ours


@dataclass(frozen=True, slots=True)
class Stage:
    """The folders around a published site; all on one file system, so that a rename is one step.

    `coming` is being built, `previous` is the old site while the new one moves in, `leaving` is on
    its way to the bin.
    """

    published: Path
    coming: Path
    previous: Path
    leaving: Path


def stage(published: Path, work: Path) -> Stage:
    """Where a site is built before it is published: below `work`, or beside it where it must be."""
    place = published.resolve()
    if place.is_relative_to(Path.cwd()) and _device(place.parent) == _device(work.resolve()):
        name = place.relative_to(Path.cwd())
        return Stage(place, work / "coming" / name, work / "previous" / name, work / "leaving")
    return Stage(
        place,
        place.with_name(f".{place.name}.coming"),
        place.with_name(f".{place.name}.previous"),
        place.with_name(f".{place.name}.leaving"),
    )


def tidy(stage: Stage) -> None:
    """Makes the stage ready, or says at once that it cannot be: before all the work.

    Repairs what a killed run has left: the old site comes back, half-built ones go.
    """
    around = stage.published.parent
    around.mkdir(parents=True, exist_ok=True)
    if not os.access(around, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(around))
    if stage.previous.exists() and not stage.published.exists():
        stage.previous.rename(stage.published)
    _discard(stage, stage.previous)
    _discard(stage, stage.coming)


def swap(stage: Stage) -> None:
    """Publishes what is coming.  If that fails, the old site stands where it stood."""
    if not is_ours(stage.published, SITE):
        message = (
            f"`{stage.published}` vừa có tệp của người khác, nên không thay / "
            f"`{stage.published}` has just got files of somebody else, so it is not replaced"
        )
        raise FileExistsError(message)
    stage.previous.parent.mkdir(parents=True, exist_ok=True)
    had_one = stage.published.exists()
    try:
        if had_one:
            stage.published.rename(stage.previous)
        stage.coming.rename(stage.published)
    except BaseException:
        if had_one and stage.previous.exists() and not stage.published.exists():
            stage.previous.rename(stage.published)
        raise
    _discard(stage, stage.previous)


def _discard(stage: Stage, folder: Path) -> None:
    """Deletes a folder, so that it is never found half deleted under its own name."""
    if stage.leaving.exists():
        shutil.rmtree(stage.leaving)
    if folder.exists():
        folder.rename(stage.leaving)
        shutil.rmtree(stage.leaving)


def _device(folder: Path) -> int:
    """The file system on which a folder stands or will stand."""
    return next(each for each in (folder, *folder.parents) if each.exists()).stat().st_dev
