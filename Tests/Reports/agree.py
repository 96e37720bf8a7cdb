"""Reads every report of one run, and asks whether they tell the same: python agree.py DIR [SUITES]."""

import base64
import json
import os
import subprocess
import sys

folder, suites = sys.argv[1], (sys.argv[2] if len(sys.argv) > 2 else "")
here = os.path.dirname(os.path.abspath(__file__))
complaints = []


def path(name):
    return os.path.join(folder, name)


def reader(kind, *arguments):
    output = subprocess.run(
        [sys.executable, os.path.join(here, "readers", f"{kind}_reader.py"), *arguments],
        check=True, stdout=subprocess.PIPE).stdout
    return json.loads(output)


def expect(what, found, wanted):
    if found != wanted:
        complaints.append(f"{what}: expected {wanted!r}, found {found!r}")


with open(path("run.jsonl"), encoding="utf-8") as file:
    lines = [json.loads(line) for line in file]
steps = sorted((line for line in lines if line["event"] == "step"), key=lambda step: step["index"])
outcomes = [step["outcome"] for step in steps]
expect("outcomes", outcomes, [
    "passed", "failed", "error", "skipped", "observed", "known", "passed", "passed"])

tap = reader("tap", path("run.tap"))[0]
expect("tap: ok", [point["ok"] for point in tap["points"]], [
    outcome in ("passed", "skipped", "observed") for outcome in outcomes])
expect("tap: lines that are no TAP", tap["unknown"], 0)
expect("tap: bail", tap["bail"], None)

with open(path("run.ctrf.json"), encoding="utf-8") as file:
    ctrf = json.load(file)["results"]
expect("ctrf", [test["rawStatus"] for test in ctrf["tests"]], outcomes)
for status in ("passed", "failed", "skipped", "pending", "other"):
    expect(f"ctrf: {status}", ctrf["summary"][status],
           sum(test["status"] == status for test in ctrf["tests"]))
if suites:
    schema = os.path.join(suites, "junit-xsd", "ctrf.schema.json")
    expect("ctrf: violations", reader("ctrf", schema, path("run.ctrf.json")), [[]])

for name in ("run.md", "summary.md"):
    markdown = reader("markdown", path(name))[0]
    expect(f"{name}: counts", markdown["cells"][8:], ["3", "1", "1", "1", "1", "1", "1", "1"])
    for member in ("html", "mentions", "others"):
        expect(f"{name}: {member}", markdown[member], [])
    expect(f"{name}: links", markdown["links"], 0)

har = reader("har", path("run.har"))[0]
expect("har: statuses", sorted(entry["status"] for entry in har["entries"]), [
    0, 200, 200, 200, 200, 404, 500])
expect("har: violations", [entry["violations"] for entry in har["entries"]], [[]] * 7)
with open(path("run.har"), encoding="utf-8") as file:
    entries = json.load(file)["log"]["entries"]
for entry in entries:
    response = entry["response"]
    if not response["status"]:
        continue
    octets = [field.get("_octets") for field in response["headers"] if field["name"] == "X-Octets"]
    expect("har: octets of a field", octets, [base64.b64encode(b"\xff\xfe").decode()])
    content = response["content"]
    text = content["text"]
    body = base64.b64decode(text) if content.get("encoding") == "base64" else text.encode()
    expect("har: size of a body", len(body), content["size"])

commands = []
with open(path("output.txt"), encoding="utf-8", newline="\n") as file:
    for line in file.read().split("\n"):
        if line.lstrip().startswith("::"):
            commands.append(line)
        if "##[" in line or "##vso[" in line:
            complaints.append(f"a command in the midst of a line: {line!r}")
expect("commands", [command.split(" ")[0] for command in commands], [
    "::error", "::error", "::warning", "::notice"])
with open(path("commands.txt"), "w", encoding="utf-8") as file:
    file.write("\n".join(commands) + "\n")
expect("commands: as the toolkit writes them", [
    command["same"] for command in reader("github", path("commands.txt"))[0]], [True] * 4)
for name in ("run.tap", "run.ctrf.json", "run.har", "run.jsonl", "run.md"):
    with open(path(name), encoding="utf-8") as file:
        for line in file:
            if line.lstrip().startswith("::") or "##[" in line or "##vso[" in line:
                complaints.append(f"{name} holds a command: {line[:80]!r}")

for complaint in complaints:
    print(complaint)
print(f"every report of one run: {'they differ' if complaints else 'they tell the same'}")
sys.exit(1 if complaints else 0)
