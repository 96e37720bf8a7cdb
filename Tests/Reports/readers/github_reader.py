"""Reads commands to GitHub's runner and writes each again with the toolkit's port; prints JSON.

What the toolkit would have written is what was written, letter by letter.
"""

import json
import re
import sys

from actions_toolkit.command import Command

COMMAND = re.compile(r"::(error|warning|notice) (.*?)::(.*)")
ESCAPES = {"%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}


def unescaped(text):
    return re.sub("%25|%0D|%0A|%3A|%2C", lambda match: ESCAPES[match.group()], text)


def read(path):
    with open(path, encoding="utf-8", newline="\n") as file:
        lines = file.read().splitlines()
    commands = []
    for line in lines:
        match = COMMAND.fullmatch(line)
        if not match:
            commands.append({"line": line, "same": False})
            continue
        properties = dict(pair.split("=", 1) for pair in match.group(2).split(","))
        properties = {name: unescaped(value) for name, value in properties.items()}
        message = re.sub("%25|%0D|%0A", lambda found: ESCAPES[found.group()], match.group(3))
        again = str(Command(match.group(1), properties, message))
        commands.append({"level": match.group(1), "same": again == line, **properties})
    return commands


json.dump([read(path) for path in sys.argv[1:]], sys.stdout)
