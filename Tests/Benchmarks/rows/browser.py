"""How long Chromium takes to open an HTML report."""

import statistics
import sys

from measuring import MEGABYTE, ROOT, WORK

# Behind the folders of this package, since both have a module of the same name.
sys.path.append(str(ROOT / "Tests" / "Browser"))
from chromium import Chromium

STEPS = 10_000


def rows(table, programs):
    page = WORK / "opened.html"
    programs.accord(STEPS, "--report", f"html={page}")
    loaded, painted = zip(*(opening(page) for _ in range(min(programs.rounds, 3))))
    table.limit(
        f"HTML report of {STEPS:,} steps, {page.stat().st_size / MEGABYTE:.1f} MB, in Chromium: loaded",
        statistics.median(loaded) / 1_000, " s", 2, digits=2,
        aside=f"painted after {statistics.median(painted) / 1_000:.2f} s",
    )
    page.unlink()


def opening(page):
    with Chromium() as browser:
        browser.open(page.as_uri())
        return browser.opening()
