"""How much memory a run needs, and what it grows with."""

from measuring import MEGABYTE, in_turns, median


def rows(table, programs):
    def megabytes(costs):
        return median(costs, lambda cost: cost.memory) / MEGABYTE

    ten, hundred = in_turns(
        3,
        lambda: programs.accord(1_000, "--repeat", 10),
        lambda: programs.accord(1_000, "--repeat", 100),
    )
    table.limit("1,000 steps with `--repeat 100`: memory", megabytes(hundred), " MB", 64)
    table.limit(
        "1,000 steps: memory with `--repeat 100`, of that with `--repeat 10`",
        megabytes(hundred) / megabytes(ten), at_most=1.1, digits=2,
        aside=f"{megabytes(ten):.1f} MB",
    )
    listing, run = in_turns(
        3, lambda: programs.accord(100_000, command="list"), lambda: programs.accord(100_000)
    )
    table.note("100,000 different steps: memory of `list`", f"{megabytes(listing):.1f} MB")
    table.limit(
        "100,000 different steps: what the run adds", megabytes(run) - megabytes(listing), " MB", 32
    )
