"""Pictures of every type of page, to look at: `python -m tests.screenshots [--out DIR]`.

The real plans and the invented one with 137 tasks, as of a fixed day; at 390 and 1280 px, in light
and dark; and as they print.  The picture of the README is made anew on the way.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser

from tests.browser import chromium, served
from tests.conftest import ROOT, project
from tests.test_accessibility import ENGLISH, INVENTED, PAGES

DAY = "2026-11-22"
WIDTHS = (390, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
PRINTED = ("ke-hoach/si-ma-cai-2021/", "lich/", *INVENTED)
OURS = ROOT / ".github" / "plan-page.png"
SITES = {
    "real": (None, (*PAGES, *ENGLISH)),
    "invented": (ROOT / "tests" / "large" / "plans", (*INVENTED, "lich/", "thay-doi/")),
}


def main() -> None:
    """Builds both sites and takes the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "screenshots")
    out = parser.parse_args().out
    with chromium() as browser, tempfile.TemporaryDirectory() as folder:
        for name, (plans, pages) in SITES.items():
            site = built(Path(folder) / name, plans)
            with served(site) as base:
                here = [each for each in pages if (site / each).exists()]
                for page in here:
                    take(browser, base, page, out / name)
                    print(f"{name}: {page or 'index'}", flush=True)
                if plans is None:
                    take_ours(browser, base)


def built(folder: Path, plans: Path | None) -> Path:
    command = [sys.executable, "-m", "generator", "build", "--as-of", DAY]
    subprocess.run(command, cwd=project(folder, plans), check=True, capture_output=True)
    return folder / "site"


def take(browser: Browser, base: str, address: str, out: Path) -> None:
    """A page in four forms, and on paper."""
    out.mkdir(parents=True, exist_ok=True)
    name = address.strip("/").replace("/", "_") or "index"
    page = browser.new_page(reduced_motion="reduce", locale="vi", timezone_id="Asia/Ho_Chi_Minh")
    page.goto(base + address, wait_until="networkidle")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            page.screenshot(path=out / f"{name}-{width}-{scheme}.png", full_page=True)
    if address in PRINTED:
        page.pdf(path=out / f"{name}.pdf", format="A4", prefer_css_page_size=True)
    page.close()


def take_ours(browser: Browser, base: str) -> None:
    """The picture of the README: the head of a plan's page and its first indicators."""
    page = browser.new_page(viewport={"width": 1280, "height": 1240}, reduced_motion="reduce")
    page.goto(base + "ke-hoach/si-ma-cai-2020/", wait_until="networkidle")
    page.screenshot(path=OURS)
    page.close()


if __name__ == "__main__":
    main()
