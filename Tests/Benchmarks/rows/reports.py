"""What the reports of a run cost, beside the text that is printed anyway."""

import shutil
import statistics

from measuring import MEGABYTE, WORK, in_turns, median

STEPS = 100_000
# So that memory is what reports need, and not the contract.
REPETITIONS = 100
# Beside the standard set: every other kind, and every exchange in an archive of its own.
KINDS = {
    "junit-strict": "strict.xml", "har": "every.har", "tap": "run.tap", "ctrf": "ctrf.json",
    "markdown": "summary.md", "github": "annotations.txt",
}


def rows(table, programs):
    folder = WORK / "reports"
    standard = ["--reports", folder]
    every = [*standard]
    for kind, name in KINDS.items():
        every += ["--report", f"{kind}={folder / name}"]

    def processor(cost):
        return cost.user + cost.system

    def run(*options):
        return lambda: programs.accord(STEPS // REPETITIONS, "--repeat", REPETITIONS, *options)

    text, some, all_of_them = in_turns(
        min(programs.rounds, 3), run(), run(*standard), run(*every))

    def more(costs):
        ratios = (processor(with_) / processor(without) for with_, without in zip(costs, text))
        return (statistics.median(ratios) - 1) * 100

    what = f"{STEPS // REPETITIONS:,} steps, {REPETITIONS} times"
    table.note(f"{what}, printed text only: CPU", f"{median(text, processor):.1f} s")
    table.note(
        f"{what} with the standard reports (`--reports`): more CPU than without",
        f"{more(some):.0f} %, {median(some, lambda cost: cost.memory) / MEGABYTE:.0f} MB")
    table.limit(
        f"{what} with every report at once: more CPU than without", more(all_of_them), " %", 25,
        aside=f"{median(all_of_them, processor):.1f} s",
    )
    table.limit(
        f"{what} with every report at once: memory",
        median(all_of_them, lambda cost: cost.memory) / MEGABYTE, " MB", 96)
    shutil.rmtree(folder)
