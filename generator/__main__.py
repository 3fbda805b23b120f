"""The command line: `python -m generator check`, `build` and others; each explains itself.

Ends with 0 if everything is fine, 1 if something is wrong with the input or the disk, 2 if the
command is used wrongly, 130 if it is interrupted.  The only module that reads the clock.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone

from generator.commands import parser
from generator.commands.parsing import WrongUse
from generator.terminal import one_line

_VIETNAM = timezone(timedelta(hours=7))
"""The time of Việt Nam, all year round."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns the code with which the process should end."""
    understood = parser()
    options = understood.parse_args(arguments, argparse.Namespace(current_day=today()))
    try:
        code: int = options.run(options)
    except WrongUse as reason:
        understood.error(str(reason))
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        print(f"{understood.prog}: {_sentence(error)}", file=sys.stderr)
        return 1
    return code


def today() -> date:
    """The day in Việt Nam."""
    return datetime.now(_VIETNAM).date()


def _sentence(error: OSError) -> str:
    """What went wrong on the disk, without a traceback."""
    if error.errno is None:
        return one_line(str(error))
    name = one_line(str(error.filename or "?"))
    return f"không đọc hoặc ghi được `{name}` / cannot read or write `{name}`: {error.strerror}"


if __name__ == "__main__":
    # A run builds one large unchanging world and ends: looking for cycles would only cost time.
    gc.disable()
    sys.exit(main())
