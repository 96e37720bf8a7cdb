"""How soon a contract's program is at work, and how large it is."""

import os

from measuring import IS_LINUX, MEGABYTE, in_turns, measure, median


def rows(table, programs):
    if not IS_LINUX:
        return table.note("start-up", "not measured: a static build needs Linux")
    listing, empty = in_turns(
        programs.rounds * 8,
        lambda: measure([programs.specs, "list"]),
        lambda: measure([programs.empty]),
    )
    whole = median(listing, lambda cost: cost.wall * 1000)
    floor = median(empty, lambda cost: cost.wall * 1000)
    table.limit(
        "`specs list`, more than an empty C program with the same libraries",
        whole - floor, " ms", 8, aside=f"{whole:.1f} and {floor:.1f} ms",
    )
    table.limit("`specs` on disk", os.path.getsize(programs.specs) / MEGABYTE, " MB", 20)
