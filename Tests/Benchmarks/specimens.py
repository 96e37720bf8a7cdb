#!/usr/bin/env python3
"""Writes the documents that are measured into a folder, the same ones each time.

    Tests/Benchmarks/specimens.py FOLDER

A program of its own, since the memory of whoever starts a program is the least that is seen of it.
"""

import json
import pathlib
import random
import sys

HERE = pathlib.Path(__file__).resolve().parent
MEGABYTE = 1_000_000

WORDS = (
    "amber basin copper delta ember fathom garnet harbour island juniper kernel lantern meadow "
    "nickel orchard pebble quarry river saffron timber umber valley willow yarrow zephyr"
).split()
FOREIGN = ("Zürich", "Łódź", "smörgåsbord", "Ελλάδα", "Москва", "東京都", "👩🏽‍🚀", "naïve", "São Paulo")
ESCAPED = (r"\n", r"\"", r"\\", r"\/", r"\t", r"\u00e9", r"\u2028", r"\ud83d\ude00")


class MixedJSON:
    """JSON as it comes from many hands: every kind of value, in both ways of spacing."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def string(self):
        words = self.random.choices(WORDS, k=self.random.randint(1, 9))
        kind = self.random.random()
        if kind < 0.15:
            words.insert(self.random.randrange(len(words) + 1), self.random.choice(ESCAPED))
        elif kind < 0.35:
            words.insert(self.random.randrange(len(words) + 1), self.random.choice(FOREIGN))
        return f'"{" ".join(words)}"'

    def number(self):
        kind = self.random.random()
        if kind < 0.5:
            return str(self.random.randint(-1000, 100_000_000))
        if kind < 0.85:
            return f"{self.random.uniform(-10_000, 10_000):.{self.random.randint(1, 12)}f}"
        exponent = self.random.choice("eE") + format(self.random.randint(-30, 30), "+d")
        return f"{self.random.uniform(1, 10):.6g}{exponent}"

    def scalar(self):
        kind = self.random.random()
        if kind < 0.45:
            return self.string()
        if kind < 0.85:
            return self.number()
        return self.random.choice(("true", "false", "null"))

    def value(self, depth):
        kind = self.random.random()
        if depth == 0 or kind < 0.6:
            return self.scalar()
        comma, colon = self.random.choice(((",", ":"), (", ", ": ")))
        count = self.random.randint(0, 8)
        if kind < 0.75:
            return "[" + comma.join(self.value(depth - 1) for _ in range(count)) + "]"
        members = (
            f'"{self.random.choice(WORDS)}_{number}"{colon}{self.value(depth - 1)}'
            for number in range(count)
        )
        return "{" + comma.join(members) + "}"

    def document(self, size):
        elements, length = [], 0
        while length < size:
            elements.append(self.value(6))
            length += len(elements[-1].encode()) + 2
        return "[" + ",\n".join(elements) + "]"


def order(chance, number, lines):
    """An object that schemas/order.json accepts: 0.5 KB with 3 lines, 1 KB with 11."""
    first, last = chance.choices(WORDS, k=2)
    return {
        "id": number,
        "number": f"{chance.choice(('AB', 'QX', 'ZZ'))}-{chance.randrange(10**6):06d}",
        "state": chance.choice(("open", "paid", "sent", "returned")),
        "customer": {
            "name": f"{first.title()} {last.title()} of {chance.choice(FOREIGN)}",
            "email": f"{first}.{last}@{chance.choice(WORDS)}.example",
        },
        "currency": "EUR",
        "size": [chance.randint(1, 90), chance.randint(1, 90)],
        "tags": chance.sample(WORDS, k=5),
        "lines": [
            {
                "product": " ".join(chance.choices(WORDS, k=3)),
                "quantity": chance.randint(1, 40),
                "price": round(chance.uniform(0.5, 900), 2),
            }
            for _ in range(lines)
        ],
        "payment": {chance.choice(("card", "iban")): str(chance.randrange(10**15, 10**16))},
        "total": round(chance.uniform(1, 9000), 2),
        "discount": 0.05,
        "x-note": chance.choice(WORDS),
    }


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def orders(count):
    chance = random.Random(2)
    return "[" + ",\n".join(compact(order(chance, n, 3)) for n in range(1, count + 1)) + "]"


def names(count):
    chance = random.Random(3)
    return compact([f"{chance.choice(WORDS)} {chance.choice(WORDS)} {n}" for n in range(count)])


def settings(count):
    chance = random.Random(4)
    return compact({
        (f"count{n}" if n % 3 == 0 else f"{chance.choice(WORDS)}{n}"):
            (chance.randrange(10**6) if n % 3 == 0 else " ".join(chance.choices(WORDS, k=3)))
        for n in range(count)
    })


def catalogue(size):
    chance = random.Random(5)
    products, length = [], 0
    while length < size:
        name = " ".join(chance.choices(WORDS, k=3)).title()
        products.append(
            f'  <product id="p{len(products)}" stock="{chance.randint(0, 100)}">\n'
            f"    <name>{name}</name>\n    <maker>{chance.choice(FOREIGN)}</maker>\n"
            f"    <price currency=\"EUR\">{chance.uniform(1, 900):.2f}</price>\n"
            f"    <text>{' '.join(chance.choices(WORDS, k=12))} &amp; more</text>\n  </product>\n"
        )
        length += len(products[-1].encode())
    return f'<?xml version="1.0"?>\n<catalogue>\n{"".join(products)}</catalogue>\n'


def doctype(declarations, content):
    return f'<?xml version="1.0"?>\n<!DOCTYPE r [\n{declarations}\n]>\n<r>{content}</r>\n'


def laughs(kind="", sign="&"):
    """Ten levels of entities of ten references each: a thousand million times one word."""
    lines = [f'<!ENTITY {kind}e0 "ha! ">']
    for level in range(1, 10):
        lines.append(f'<!ENTITY {kind}e{level} "{f"{sign}e{level - 1};" * 10}">')
    return "\n".join(lines)


def nested_entities():
    """No element nests deep in the text, and ten thousand times as deep in what it means."""
    lines = ['<!ENTITY e0 "<a/>">']
    for level in range(1, 101):
        lines.append(f'<!ENTITY e{level} "{"<a>" * 100}&e{level - 1};{"</a>" * 100}">')
    return doctype("\n".join(lines), "&e100;")


def hostile_xml(folder):
    """Documents that are to be refused, each by its name."""
    secret = folder / "secret.txt"
    secret.write_text("never read")
    attributes = " ".join(f'a{n}="1"' for n in range(100_000))
    namespaces = " ".join(f'xmlns:n{n}="urn:{n}"' for n in range(100_000))
    parameters = laughs("% ", "&#37;") + "\n%e9;"
    return {
        "billion laughs": doctype(laughs(), "&e9;"),
        "billion laughs in an attribute": doctype(laughs(), '<a b="&e9;"/>'),
        "billion laughs of parameter entities": doctype(parameters, ""),
        "quadratic blow-up": doctype(f'<!ENTITY a "{"a" * 100_000}">', "&a;" * 100_000),
        "quadratic blow-up of elements":
            doctype(f'<!ENTITY a "{"<a/>b" * 20_000}">', "&a;" * 20_000),
        "an external entity": doctype(f'<!ENTITY a SYSTEM "{secret.as_uri()}">', "&a;"),
        "an external parameter entity":
            doctype(f'<!ENTITY % a SYSTEM "{secret.as_uri()}">\n%a;', "&b;"),
        "100,000 elements deep": "<a>" * 100_000,
        "10,000 elements deep by entities": nested_entities(),
        "100,000 attributes of one element": f"<r {attributes}/>",
        "100,000 namespaces of one element": f"<r {namespaces}/>",
    }


def large_xml():
    """Documents that are well-formed, and need as much memory as a document of 1 MB can."""
    def filled(piece):
        return f"<r>{piece * (MEGABYTE // len(piece))}</r>"

    return {
        "elements and texts": filled("<a/>b"),
        "attributes": filled('<a b="" c="" d="" e="" f=""/>'),
        "entities": doctype(f'<!ENTITY a "{"<a/>b" * 10_000}">', "&a;" * 19),
    }


def write(folder):
    def put(name, text):
        (folder / name).write_text(text, encoding="utf-8")

    put("mixed.json", MixedJSON(1).document(10 * MEGABYTE))
    put("order.json", compact(order(random.Random(2), 1, 11)))
    put("orders.json", orders(2_000))
    put("orders-twice.json", orders(4_000))
    put("names.json", names(46_000))
    put("names-twice.json", names(92_000))
    put("settings.json", settings(32_000))
    put("settings-twice.json", settings(64_000))
    put("catalogue.xml", catalogue(MEGABYTE))
    put("deep.json", "[" * 100_000 + "]" * 100_000)
    put("brackets.json", "[" * (64 << 20))
    element = json.loads((HERE / "schemas" / "order.json").read_text())
    element["$id"] = "urn:order"
    put("orders-schema.json", json.dumps({"type": "array", "items": element}))
    for kind, documents in (("hostile", hostile_xml(folder)), ("large", large_xml())):
        (folder / kind).mkdir(exist_ok=True)
        for name, text in documents.items():
            put(f"{kind}/{name}.xml", text)


if __name__ == "__main__":
    target = pathlib.Path(sys.argv[1]).resolve()
    target.mkdir(parents=True, exist_ok=True)
    write(target)
