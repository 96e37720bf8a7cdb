"""The same requests and assertions with hurl, where it is there."""

import shutil
import statistics

from measuring import WORK, in_turns, measure
from programs import IN_FLIGHT
from rows.throughput import REQUESTS


def rows(table, programs):
    if not shutil.which("hurl"):
        return table.note("the same requests with hurl", "not measured: no hurl on the path")
    folder = WORK / "hurl"
    folder.mkdir(exist_ok=True)
    entry = "\n".join([
        "GET {url}/users/{number}",
        "HTTP 200",
        "[Asserts]",
        'header "Content-Type" startsWith "application/json"',
        'jsonpath "$.id" >= 1',
        'jsonpath "$.name" == "Ada Lovelace"',
        'jsonpath "$.email" matches "^[^@]+@[^@]+$"',
        "",
    ])
    # It runs files side by side, and the entries of one in order.
    share = REQUESTS // IN_FLIGHT
    files = []
    for index in range(IN_FLIGHT):
        numbers = range(index * share + 1, (index + 1) * share + 1)
        files.append(folder / f"{index}.hurl")
        files[-1].write_text("\n".join(entry.format(url=programs.url, number=n) for n in numbers))
    command = ["hurl", "--test", "--parallel", "--jobs", IN_FLIGHT, *files]
    theirs, ours = in_turns(
        min(programs.rounds, 3), lambda: measure(command), lambda: programs.accord(REQUESTS)
    )
    processor = statistics.median(
        (a.user + a.system) / (h.user + h.system) for h, a in zip(theirs, ours))
    speed = statistics.median(h.wall / a.wall for h, a in zip(theirs, ours))
    table.limit("CPU a request, of hurl's", processor, at_most=1 / 3, digits=2)
    table.limit("throughput, of hurl's", speed, at_least=2, digits=2)
