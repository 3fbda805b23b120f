"""Turns plan files into a public site.

`load_plans` reads them, `check` tells what must hold between them and does not, `build` goes the
whole way.  Nothing here reads the clock: the day is an argument.
"""

from __future__ import annotations

from generator.check import check
from generator.load import load_plans

__all__ = ["check", "load_plans"]
