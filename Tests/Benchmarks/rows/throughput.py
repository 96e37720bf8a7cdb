"""How many requests a second, beside a loop in C over the same libcurl that checks nothing."""

import statistics

from measuring import in_turns, median
from programs import IN_FLIGHT

REQUESTS = 20_000
SCENARIO_STEPS = 5_000


def rows(table, programs):
    def microseconds(cost):
        return (cost.user + cost.system) / REQUESTS * 1e6

    def ratio(reference, accord):
        return statistics.median(c.wall / a.wall for c, a in zip(reference, accord))

    loop, steps, repeated = in_turns(
        programs.rounds,
        lambda: programs.loop(REQUESTS, IN_FLIGHT),
        lambda: programs.accord(REQUESTS),
        lambda: programs.accord(REQUESTS // 20, "--repeat", 20),
    )
    rate = median(loop, lambda cost: REQUESTS / cost.wall)
    name = f"{REQUESTS:,} requests, {IN_FLIGHT} in flight"
    table.note(
        f"{name}: the C loop", f"{rate:,.0f} requests/s, {median(loop, microseconds):.1f} µs of CPU"
    )
    for what, costs in ((f"{REQUESTS:,} steps", steps), ("1,000 steps, 20 times", repeated)):
        rate = median(costs, lambda cost: REQUESTS / cost.wall)
        table.limit(
            f"{name}: {what}, of the C loop's throughput (aim 0.8)",
            ratio(loop, costs), at_least=0.6, digits=2, aside=f"{rate:,.0f} requests/s",
        )
        table.limit(f"{name}: {what}, CPU a request", median(costs, microseconds), " µs", 80)

    loop, scenario = in_turns(
        programs.rounds,
        lambda: programs.loop(SCENARIO_STEPS, 1),
        lambda: programs.accord(SCENARIO_STEPS, shape="scenario"),
    )
    rate = median(scenario, lambda cost: SCENARIO_STEPS / cost.wall)
    table.limit(
        f"a scenario of {SCENARIO_STEPS:,} steps, of the C loop's throughput with one in flight",
        ratio(loop, scenario), at_least=0.6, digits=2, aside=f"{rate:,.0f} requests/s",
    )
