"""What holding an API to the rules costs: beside a run, and by requests of its own."""

import json
import shutil
import socket
import statistics
import subprocess
import sys
import time

from measuring import ROOT, WORK, in_turns, measure, median, run_to_end
from rows.throughput import REQUESTS

# What is probed of the Shop: a collection, a document and a path that wants credentials.
TOKEN = "shop-secret-token"
TARGETS = [
    "--collection", "/cart", "--item", "/cart/{id}", "--sample", '{"product": 7, "quantity": 2}',
    "--replacement", '{"product": 7, "quantity": 3}', "--invalid", '{"product": "x"}',
    "--document", "/products/1", "--protected", "/account", "--bearer-variable", "SHOP_TOKEN",
    "--allow", "mutating", "--allow", "intrusive",
]


def rows(table, programs):
    passive(table, programs)
    probe(table, programs)


def passive(table, programs):
    def processor(cost):
        return cost.user + cost.system

    without, held = in_turns(
        programs.rounds,
        lambda: programs.accord(REQUESTS // 20, "--repeat", 20),
        lambda: programs.accord(REQUESTS // 20, "--repeat", 20, "--conformance", "warn"),
    )
    ratios = (processor(one) / processor(other) for one, other in zip(held, without))
    table.limit(
        f"{REQUESTS:,} requests held to the rules (`--conformance warn`): more CPU than without",
        (statistics.median(ratios) - 1) * 100, " %", 15,
        aside=f"{median(held, processor) / REQUESTS * 1e6:.1f} µs a request")


def probe(table, programs):
    print("Building shop", file=sys.stderr)
    run_to_end(["swift", "build", "--package-path", ROOT, "--product", "shop"])
    shop = ROOT / ".build" / "debug" / "shop"
    folder = WORK / "probe"
    folder.mkdir(parents=True, exist_ok=True)
    report = folder / "probe.json"
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [shop, "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(port)
        command = [
            programs.tool, "probe", f"http://127.0.0.1:{port}", *TARGETS, "--report",
            f"json={report}", "-q",
        ]
        environment = {"SHOP_TOKEN": TOKEN}
        costs = [measure(command, environment) for _ in range(min(programs.rounds, 5))]
    finally:
        server.terminate()
        server.wait(timeout=20)
    probed = json.loads(report.read_text())["probed"]
    requests = sum(target["requests"] for target in probed)
    shutil.rmtree(folder)
    what = "a collection, a document and a protected path of the Shop, every rule"
    table.limit(f"{what}: time", median(costs, lambda cost: cost.wall), " s", 3, digits=2)
    table.limit(f"{what}: requests", requests, at_most=600, digits=0)


def wait_for(port):
    """Waits until something listens, for ten seconds at most."""
    deadline = time.monotonic() + 10
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            if time.monotonic() > deadline:
                sys.exit("the Shop does not listen")
            time.sleep(0.02)
