"""The table that is printed."""

import sys


class Table:
    """The rows: what was measured, its limit, and whether it is kept."""

    def __init__(self):
        self.rows = []
        self.missed = []

    def note(self, what, measured):
        """A row without a limit."""
        self._add(what, "", measured, "")

    def limit(self, what, measured, unit="", at_most=None, at_least=None, digits=1, aside=""):
        """A row with a limit, which is held against what is measured and not what is shown."""
        is_kept = measured <= at_most if at_least is None else measured >= at_least
        bound = f"≤ {at_most:g}" if at_least is None else f"≥ {at_least:g}"
        if not is_kept:
            self.missed.append(what)
        shown = f"{measured:.{digits}f}{unit}" + (f" ({aside})" if aside else "")
        self._add(what, bound + unit, shown, "ok" if is_kept else "MISSED")

    def _add(self, *row):
        self.rows.append(row)
        print("  " + " | ".join(cell for cell in row if cell), file=sys.stderr)

    def markdown(self):
        lines = ["| | limit | measured | |", "|---|---|---|---|"]
        lines += ["| " + " | ".join(row) + " |" for row in self.rows]
        return "\n".join(lines)
