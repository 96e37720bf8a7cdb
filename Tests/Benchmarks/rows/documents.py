"""JSON and XML: how fast beside others on the same documents, and what hostile ones cost.

Times of calls are the processor's, since all have one thread and wait for nothing; those of hostile
documents are the clock's, from the start of a process to its end.
"""

import statistics
import sys

from measuring import HERE, MEGABYTE, WORK, in_turns, measure, median, run_to_end

DOCUMENTS = WORK / "documents"
SCHEMAS = HERE / "schemas"


def rows(table, programs):
    # In a process of its own, so that this one stays small: see `measure`.
    run_to_end([sys.executable, HERE / "specimens.py", DOCUMENTS])
    parsing(table, programs)
    validating(table, programs)
    growth(table, programs)
    selecting(table, programs)
    hostile_xml(table, programs)
    large_xml(table, programs)
    hostile_json(table, programs)


def clock(program, *words):
    """Has a program time a task; gives the seconds of one call, and what the call gave."""
    seconds, result = run_to_end([*program, "time", *words]).split()
    return float(seconds), int(result)


def side_by_side(programs, *tasks):
    """Times tasks of several programs in turns; gives the list of rounds of each.

    Tasks that are compared have to find the same.
    """
    rounds = in_turns(programs.rounds, *(lambda task=task: clock(*task) for task in tasks))
    results = {result for costs in rounds for _, result in costs}
    if len(results) != 1 or -1 in results:
        sys.exit(f"{tasks}: not the same was done, or nothing: {results}")
    return [[seconds for seconds, _ in costs] for costs in rounds]


def ratio(theirs, ours):
    """How many times as fast ours is: the middle of what the rounds say, each by itself."""
    return statistics.median(their / our for their, our in zip(theirs, ours))


def shown(times):
    """A time with the unit that it needs."""
    seconds = statistics.median(times)
    return f"{seconds * 1e6:.1f} µs" if seconds < 1e-3 else f"{seconds * 1e3:.1f} ms"


def parsing(table, programs):
    file = DOCUMENTS / "mixed.json"
    name = "10 MB of mixed JSON"
    ours = ([programs.documents], "parse-json", file)
    foundation = ([programs.documents], "parse-json-foundation", file)
    mine, theirs = side_by_side(programs, ours, foundation)
    table.limit(
        f"{name}: speed of parsing, of Foundation's", ratio(theirs, mine), at_least=2, digits=2,
        aside=f"{shown(mine)} and {shown(theirs)}",
    )
    if not programs.peers:
        return table.note(f"{name}: of orjson's", programs.without_peers)
    mine, theirs = side_by_side(programs, ours, (programs.peers, "parse-json", file))
    table.note(
        f"{name}: speed of parsing, of orjson's (aim 1)",
        f"{ratio(theirs, mine):.2f} ({shown(mine)} and {shown(theirs)})",
    )
    # orjson makes a value of each; ours only finds where they are, and decodes what is asked for.
    everything, theirs = in_turns(
        programs.rounds,
        lambda: clock([programs.documents], "read-json", file)[0],
        lambda: clock(programs.peers, "parse-json", file)[0],
    )
    table.note(
        f"{name}: the same, with every string and number taken out of ours",
        f"{ratio(theirs, everything):.2f} ({shown(everything)} and {shown(theirs)})",
    )


def validating(table, programs):
    for name, schema, file in (
        ("an object of 1 KB, 37 keywords", SCHEMAS / "order.json", "order.json"),
        ("an array of 1 MB, 2,000 objects", DOCUMENTS / "orders-schema.json", "orders.json"),
    ):
        words = ("validate", schema, DOCUMENTS / file)
        if not programs.peers:
            table.note(f"{name}: of jsonschema-rs's", programs.without_peers)
            continue
        mine, theirs = side_by_side(
            programs, ([programs.documents], *words), (programs.peers, *words))
        table.limit(
            f"{name}: speed from text to verdict, of orjson's and jsonschema-rs's (aim 1)",
            ratio(theirs, mine), at_least=0.5, digits=2,
            aside=f"{shown(mine)} and {shown(theirs)}",
        )


def growth(table, programs):
    """Twice the document is to take twice the time; the square of it would be four times.

    It is a little more where what is looked up no longer fits into the processor's caches.
    """
    for name, schema, file in (
        ("objects in an array", DOCUMENTS / "orders-schema.json", "orders"),
        ("strings in an array, `uniqueItems`", SCHEMAS / "names.json", "names"),
        ("members of an object", SCHEMAS / "settings.json", "settings"),
    ):
        once, twice = side_by_side(
            programs,
            ([programs.documents], "validate", schema, DOCUMENTS / f"{file}.json"),
            ([programs.documents], "validate", schema, DOCUMENTS / f"{file}-twice.json"),
        )
        table.limit(
            f"validating {name}: time for 2 MB, of that for 1 MB", ratio(twice, once),
            at_most=2.5, digits=2, aside=f"{shown(twice)} and {shown(once)}",
        )


def selecting(table, programs):
    for path in ("$[*].customer.email", "$[?@.total > 4500 && @.state == 'paid'].id"):
        times, = side_by_side(
            programs, ([programs.documents], "json-path", path, DOCUMENTS / "orders.json"))
        table.note(f"JSONPath on 1 MB: `{path}`", shown(times))
    # lxml hands out the elements; ours tells the value, the line and the path of each besides.
    file = DOCUMENTS / "catalogue.xml"
    tasks = [("XML of 1 MB: parsing", ("parse-xml", file))]
    for path in ("/catalogue/product/name", "//product[@stock > 50 and price < 300]/name"):
        tasks.append((f"XPath on 1 MB: `{path}`", ("xpath", path, file)))
    for name, words in tasks:
        if programs.peers:
            mine, theirs = side_by_side(
                programs, ([programs.documents], *words), (programs.peers, *words))
            table.note(name, f"{shown(mine)} (lxml: {shown(theirs)})")
        else:
            mine, = side_by_side(programs, ([programs.documents], *words))
            table.note(name, shown(mine))


def load(programs, task, file, *, expected, rounds=3):
    """What a process costs, from its start to its end, that loads a document once."""
    command = [programs.documents, "once", *task, file]
    costs, = in_turns(rounds, lambda: measure(command, seconds=60, expected=expected))
    return (
        median(costs, lambda cost: cost.wall * 1000),
        median(costs, lambda cost: cost.memory / MEGABYTE),
    )


def hostile_xml(table, programs):
    costs = {
        file.stem: load(programs, ["parse-xml"], file, expected=1)
        for file in sorted((DOCUMENTS / "hostile").glob("*.xml"))
    }
    slowest = max(costs, key=lambda name: costs[name][0])
    largest = max(costs, key=lambda name: costs[name][1])
    name = f"{len(costs)} hostile XML documents, each refused by a process of its own"
    table.limit(f"{name}: time at most", costs[slowest][0], " ms", 100, aside=slowest)
    table.limit(f"{name}: memory at most", costs[largest][1], " MB", 50, aside=largest)


def large_xml(table, programs):
    for file in sorted((DOCUMENTS / "large").glob("*.xml")):
        time, parsed = load(programs, ["parse-xml"], file, expected=0)
        _, selected = load(programs, ["xpath", "/r"], file, expected=0)
        table.note(
            f"1 MB of XML, only {file.stem}: memory when parsed, and with XPath",
            f"{parsed:.0f} and {selected:.0f} MB, {time:.0f} ms",
        )


def hostile_json(table, programs):
    for name, task, file, expected in (
        ("100,000 arrays deep, refused", "parse-json", "deep.json", 1),
        ("100,000 arrays deep, any depth allowed", "parse-json-of-any-depth", "deep.json", 0),
        ("64 MiB of `[`, refused", "parse-json", "brackets.json", 1),
        ("64 MiB of `[`, any depth allowed", "parse-json-of-any-depth", "brackets.json", 1),
    ):
        time, memory = load(programs, [task], DOCUMENTS / file, expected=expected)
        table.note(f"JSON, {name}", f"{time:.0f} ms, {memory:.0f} MB")
