#!/usr/bin/env python3
"""Times what others do with the same documents, with the words of Documents/main.swift.

    peers.py time TASK ARGUMENT…

Prints the seconds that one call takes, and the number that it gives. Runs in an environment that
has the packages; the clock is that of Documents/Clock.swift.
"""

import gc
import sys
import time

BATCH = 0.01
WHOLE = 0.4


def read(path):
    with open(path, "rb") as file:
        return file.read()


def parse_json(file):
    import orjson

    text = read(file)
    return lambda: len(orjson.loads(text))


def validate(schema, file):
    import jsonschema_rs
    import orjson

    text = read(file)
    validator = jsonschema_rs.validator_for(orjson.loads(read(schema)))
    return lambda: 1 if validator.is_valid(orjson.loads(text)) else -1


def parse_xml(file):
    from lxml import etree

    text = read(file)
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return lambda: 1 if etree.fromstring(text, parser) is not None else 0


def xpath(expression, file):
    from lxml import etree

    tree = etree.fromstring(read(file)).getroottree()
    select = etree.XPath(expression)
    return lambda: len(select(tree))


TASKS = {"parse-json": parse_json, "validate": validate, "parse-xml": parse_xml, "xpath": xpath}


def seconds(call):
    """The middle of as many batches of calls as fit into the time, and the last result."""

    def batch(calls):
        begin = time.process_time()
        for _ in range(calls):
            result = call()
        return time.process_time() - begin, result

    calls = 1
    while batch(calls)[0] < BATCH:
        calls *= 2
    spent = []
    while len(spent) < 3 or sum(spent) < WHOLE:
        time_spent, result = batch(calls)
        spent.append(time_spent)
    return sorted(spent)[len(spent) // 2] / calls, result


if __name__ == "__main__":
    gc.disable()
    print(*seconds(TASKS[sys.argv[2]](*sys.argv[3:])))
