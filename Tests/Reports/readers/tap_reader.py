"""Reads TAP files with tap.py, and their diagnostics with PyYAML; prints what they hold as JSON."""

import json
import sys

import yaml
from tap.parser import Parser


def read(path):
    plan, points, bail, version, unknown = None, [], None, None, 0
    with open(path, encoding="utf-8", newline="\n") as file:
        for line in Parser().parse(file):
            if line.category == "version":
                version = line.version
            elif line.category == "plan":
                plan = {"count": line.expected_tests, "skip": line.skip}
            elif line.category == "bail":
                bail = line.reason
            elif line.category == "unknown":
                unknown += 1
            elif line.category == "test":
                raw = line._yaml_block or ""
                points.append({
                    "ok": line.ok, "number": line.number, "description": line.description,
                    "skip": line.skip, "todo": line.todo, "reason": line.directive.reason,
                    "diagnostic": yaml.safe_load(raw) if raw else None,
                })
    return {
        "version": version, "plan": plan, "points": points, "bail": bail, "unknown": unknown,
    }


json.dump([read(path) for path in sys.argv[1:]], sys.stdout)
