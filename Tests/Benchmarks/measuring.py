"""Runs programs and says what they cost."""

import collections
import os
import pathlib
import shlex
import shutil
import statistics
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = ROOT / "Tests" / "Benchmarks"
WORK = ROOT / ".build" / "benchmarks"
IS_LINUX = sys.platform == "linux"
MEGABYTE = 1_000_000

# What one process cost: seconds of wall clock and of processor, octets of memory at most.
Cost = collections.namedtuple("Cost", "wall user system memory")


def measure(command, environment=None, seconds=300, expected=0):
    """Runs a program to its end, which comes within so many seconds, and says what it cost."""
    begin = time.perf_counter()
    process = subprocess.Popen(
        [str(word) for word in command],
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    deadline = threading.Timer(seconds, process.kill)
    deadline.start()
    complaints = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    deadline.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != expected:
        sys.exit(
            f"{shlex.join(map(str, command))}: ended with {process.returncode}\n"
            + complaints.decode(errors="replace")
        )
    # Kilobytes on Linux, octets on macOS. What this script itself needs is the least that is seen.
    memory = usage.ru_maxrss * (1024 if IS_LINUX else 1)
    return Cost(wall, usage.ru_utime, usage.ru_stime, memory)


def in_turns(rounds, *measurements):
    """Takes each measurement once a round, and gives the list of rounds of each."""
    results = [[] for _ in measurements]
    for _ in range(rounds):
        for result, measurement in zip(results, measurements):
            result.append(measurement())
    return results


def median(costs, value):
    return statistics.median(value(cost) for cost in costs)


def run_to_end(command, **options):
    """Runs a command that has to succeed and is not measured."""
    result = subprocess.run([str(word) for word in command], capture_output=True, **options)
    if result.returncode != 0:
        output = (result.stdout + result.stderr).decode(errors="replace")
        sys.exit(f"{shlex.join(map(str, command))}: ended with {result.returncode}\n{output}")
    return result.stdout.decode(errors="replace").strip()


def first_line(*command):
    """The first line that a program prints, of its version for example."""
    if not shutil.which(command[0]):
        return f"no {command[0]}"
    result = subprocess.run(command, capture_output=True, text=True, timeout=60)
    return (result.stdout + result.stderr).strip().splitlines()[0]
