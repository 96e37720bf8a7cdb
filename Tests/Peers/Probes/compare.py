"""Holds what a probe found to the list of what is known of a server.

    compare.py LIST REPORT EXIT-CODE

LIST is Markdown. A finding is a heading `## RULE · LEVEL`, with the level that it weighs, and below it a
line `Where: `, which names targets in backquotes, or says `all`, or `all but` some. A line `Sometimes: `
before it names those where it hangs on chance whether it is seen. `Left behind: ` names what may be, word
by word. REPORT is what `accord probe
--report json=` wrote. Exit code 1: they differ, or a request failed.
"""

import json
import re
import sys


def listed(path, targets):
    """The findings of a list, each as (rule, level, target): those that are due, those that may be, and what
    may be left."""
    findings, chances, leftovers = set(), set(), set()
    head = None
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        heading = re.fullmatch(r"## (\S+) · (MUST|SHOULD|MAY|convention)\n", line)
        if heading:
            if head:
                sys.exit(f"{path}:{number}: {head[0]} says nothing of where")
            head = heading.groups()
        elif line.startswith("Left behind: "):
            leftovers |= set(re.findall(r"`([^`]+)`", line))
        elif line.startswith("## "):
            sys.exit(f"{path}:{number}: expected a heading such as: ## http.405.allow · MUST")
        elif line.startswith(("Where: ", "Sometimes: ")):
            if not head:
                sys.exit(f"{path}:{number}: this belongs to no finding")
            named = set(re.findall(r"`([^`]+)`", line))
            unknown = sorted(named - set(targets))
            if unknown:
                sys.exit(f"{path}:{number}: no target is called {', '.join(unknown)}")
            if line.startswith("Sometimes: "):
                chances |= {(*head, target) for target in named}
                continue
            if line.startswith("Where: all"):
                named = set(targets) - named
            findings |= {(*head, target) for target in named}
            head = None
    if head:
        sys.exit(f"{path}: {head[0]} says nothing of where")
    return findings, chances, leftovers


def failed(report, status, leftovers):
    """What kept the probe from its end, or requests from their answers."""
    if status not in (0, 1):
        yield f"the exit code is {status}"
    if "unreachable" in report:
        yield report["unreachable"]
    for target in report["probed"]:
        if "interruption" in target:
            yield f"{target['path']}: {target['interruption']}"
        for text in set(target["leftovers"]) - leftovers:
            yield f"{target['path']}: left behind: {text}"
    for rule in report["rules"]:
        reason = rule.get("reason", "")
        if rule["verdict"] == "inconclusive" and "not answered" in reason:
            yield f"{rule['path']}: {rule['id']}: {reason}"


def main():
    path, name, status = sys.argv[1:]
    try:
        report = json.load(open(name, encoding="utf-8"))
    except (OSError, ValueError) as error:
        sys.exit(f"no report was written, the exit code is {status}: {error}")
    targets = [target["path"] for target in report["probed"]]
    found = {}
    for rule in report["rules"]:
        if rule["verdict"] == "violation":
            key = (rule["id"], rule.get("weight", rule["level"]), rule.get("path", ""))
            found[key] = rule["evidence"]["message"]
    known, chances, leftovers = listed(path, targets)
    differences = [f"failed: {text}" for text in failed(report, int(status), leftovers)]
    for key in sorted(found.keys() - known - chances):
        differences.append(f"not listed: {key[0]} · {key[1]}, `{key[2]}`: {found[key]}")
    for key in sorted(known - found.keys()):
        differences.append(f"listed and not found: {key[0]} · {key[1]}, `{key[2]}`")
    server = re.sub(r".*/|\.md$", "", path)
    for text in differences:
        print(f"{server}: {text}")
    if differences:
        sys.exit(1)
    rules = {key[0] for key in found}
    conforms = sum(rule["verdict"] == "conforms" for rule in report["rules"])
    print(
        f"{server:<9}{len(targets)} targets, {report['requests']:,} requests in"
        f" {report['duration'] / 1000:.1f} s: {len(rules)} rules violated in {len(found)} places, as"
        f" listed; kept in {conforms:,}")


main()
