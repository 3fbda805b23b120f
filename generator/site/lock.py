"""One run at a time: whoever writes the pages or the site holds the lock, the next one waits."""

from __future__ import annotations

import fcntl
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

_PATIENCE = 60.0
"""How many seconds a run waits for another one."""

_log = logging.getLogger(__name__)


@contextmanager
def alone(work: Path, patience: float = _PATIENCE) -> Iterator[IO[bytes]]:
    """Holds the lock of a work folder; `TimeoutError` if another run does not end in time.

    The lock belongs to the open file that is handed out.  It ends with the process, however that
    ends; a child process that is given the file holds the lock as well, until both have ended.
    """
    work.mkdir(parents=True, exist_ok=True)
    with (work / ".lock").open("wb") as file:
        _acquire(file, patience)
        yield file


def _acquire(file: IO[bytes], patience: float) -> None:
    if _is_free(file):
        return
    _log.warning(
        "một lần làm trang khác đang chạy: chờ nhiều nhất %d giây / another run is writing the "
        "site: waiting for at most %d seconds",
        patience,
        patience,
    )
    end = time.monotonic() + patience
    while time.monotonic() < end:
        time.sleep(0.1)
        if _is_free(file):
            return
    message = (
        "một lần làm trang khác vẫn đang chạy: đợi nó xong rồi làm lại / another run is still "
        "writing the site: wait for its end, then start again"
    )
    raise TimeoutError(message)


def _is_free(file: IO[bytes]) -> bool:
    """Takes the lock if nobody has it."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
