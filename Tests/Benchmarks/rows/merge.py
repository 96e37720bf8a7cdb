"""What joining the runs of shards costs."""

import json
import random
import shutil

from measuring import MEGABYTE, WORK, in_turns, measure, median

SHARDS = 16
STEPS = 10_000


def rows(table, programs):
    folders = write(WORK / "shards")
    tool = programs.tool
    reports = WORK / "merged"

    def merge():
        # One step in a thousand failed: the exit code says so.
        return measure([tool, "merge", *folders, "--reports", reports], expected=1)

    (costs,) = in_turns(min(programs.rounds, 3), merge)
    what = f"`accord merge --reports` of {SHARDS} shards of {STEPS:,} steps"
    table.limit(
        f"{what}: time", median(costs, lambda cost: cost.wall), " s", 5,
        aside=f"{median(costs, lambda cost: cost.user + cost.system):.1f} s of CPU",
    )
    table.limit(
        f"{what}: memory", median(costs, lambda cost: cost.memory) / MEGABYTE, " MB", 128)
    shutil.rmtree(WORK / "shards")
    shutil.rmtree(reports)


def write(folder):
    """Writes the shards' records: each step in one of them by chance, and about in order."""
    chance = random.Random(1)
    shutil.rmtree(folder, ignore_errors=True)
    whole = SHARDS * STEPS
    indices = list(range(whole))
    chance.shuffle(indices)
    folders = []
    for number in range(SHARDS):
        place = folder / f"shard-{number + 1}"
        place.mkdir(parents=True)
        own = indices[number * STEPS:(number + 1) * STEPS]
        # Eight were in flight: whichever was answered first comes first.
        own.sort(key=lambda index: index + chance.randrange(8 * SHARDS))
        with open(place / "run.jsonl", "w") as file:
            file.writelines(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in record(number + 1, own, whole))
        folders.append(place)
    return folders


def record(shard, indices, whole):
    yield {
        "accord": 1, "event": "run", "version": "0.1.0", "contract": "Benchmark",
        "url": "http://127.0.0.1:8080", "startedAt": 1_767_225_600_000, "jobs": 8, "seed": shard,
        "shuffled": False, "repetitions": 1, "steps": len(indices), "contractSteps": whole,
        "shard": {"index": shard, "total": SHARDS, "steps": whole, "plan": "0" * 32},
    }
    for place, index in enumerate(indices):
        yield step(place, index)
    failed = sum(index % 1_000 == 0 for index in indices)
    yield {
        "event": "end", "passed": len(indices) - failed, "failed": failed, "errors": 0,
        "skipped": 0, "observed": 0, "known": 0, "fixed": 0, "flaky": 0,
        "requests": len(indices), "duration": 30_000.0,
    }


def step(place, index):
    section = f"/users/{index // 50}"
    title = f"GET /users/{index // 50}/orders/{index}"
    location = {"file": "specs/Users.swift", "line": 7 + index % 90, "column": 5}
    line = {
        "event": "step", "id": f"{section} › {title}", "index": place, "wholeIndex": index,
        "repetition": 1, "path": [section], "title": title, "role": "step",
        "section": index // 50, "method": "GET", "endpoint": "/users/{user}/orders/{order}",
        "tags": ["smoke"], "location": location, "expected": "200", "outcome": "passed",
        "tries": 1, "flaky": False, "start": place * 3.0, "duration": 2.125,
        "url": f"http://127.0.0.1:8080{title[4:]}", "status": 200,
        "mediaType": "application/json",
        "fields": ["connection", "content-length", "content-type", "date", "etag", "server"],
        "shape": {"object": {"id": "integer", "items": [{"object": {
            "name": "string", "price": "number", "product": "integer", "quantity": "integer"}}],
            "state": "string", "total": "number"}},
        "timings": {
            "nameLookup": 0.004, "connect": 0.0, "wait": 1.9, "receive": 0.1,
            "firstByte": 2.0, "total": 2.1},
    }
    if index % 1_000 == 0:
        line["outcome"] = "failed"
        line["findings"] = [{
            "kind": "json", "place": "$.total", "message": "$.total: expected 3, found 2",
            "location": location}]
        line["told"] = {
            "exchanges": [f"{title} answered 200 OK"],
            "reproduce": [f"reproduce: curl {line['url']}"]}
    return line
