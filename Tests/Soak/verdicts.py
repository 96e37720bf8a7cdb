"""Judges the verdicts of a run against what the proxy did."""

import collections
import json
import re

IDEMPOTENT = {"GET", "HEAD", "OPTIONS", "PUT", "DELETE"}


def complaints_about(path, visits, outcomes):
    """What is wrong with a `run.jsonl`; counts outcomes on the way."""
    complaints = []
    indexes = collections.Counter()
    steps, end = 0, None
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            event = json.loads(line)
            if event["event"] == "run":
                steps = event["steps"]
            elif event["event"] == "end":
                end = event
            else:
                indexes[event["index"]] += 1
                outcomes[event["outcome"]] += 1
                if event.get("sendCount", 1) > 1:
                    outcomes["sent again"] += 1
                problem = problem_of(event, visits)
                if problem:
                    complaints.append(f"{event['method']} {event.get('url')}: {problem}")
    if not end:
        return complaints + ["no end event"]
    lost = steps - len(indexes)
    if lost:
        complaints.append(f"{lost} steps lost")
    if max(indexes.values(), default=1) > 1:
        complaints.append("steps that are told twice")
    told = sum(end[kind] for kind in ("passed", "failed", "errors", "skipped", "observed", "known"))
    if told != steps:
        complaints.append(f"the totals say {told} of {steps} steps")
    return complaints


def problem_of(step, visits):
    """What is wrong with the verdict of one step."""
    outcome = step["outcome"]
    if outcome == "skipped":
        return None if step["tries"] == 0 and step.get("reasonKind") == "interrupted" else "skipped"
    if step.get("reasonKind") == "interrupted":
        return None
    made = visits.get(re.search(r"visit=([^&]+)", step["url"])[1], [])
    if sum(visit.forwarded for visit in made) > 1 and step["method"] not in IDEMPOTENT:
        return f"reached the server twice: {made}"
    sent = step.get("sendCount", 1)
    if sent > 2 or len(made) > sent:
        return f"was sent {len(made)} times, and {sent} times are said"
    if sent > 1 and step["method"] not in IDEMPOTENT:
        return "was sent again"
    due = "passed" if made and made[-1].whole else "error"
    return None if outcome == due else f"{outcome}, not {due}, after {made}: {step.get('reason')}"
