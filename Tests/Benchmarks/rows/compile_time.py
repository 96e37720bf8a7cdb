"""How long the author of a contract waits for the compiler."""

import os

from measuring import ROOT, WORK, in_turns, measure, median
from programs import build, library_flags


def typed_contract():
    """A contract of 200 steps with four expectations each: 20 `let`s of 10 steps."""
    lines = ["import Accord", ""]
    for group in range(1, 21):
        lines.append(f'let users{group} = Resource("/users{group}/{{id}}") {{')
        for step in range(1, 11):
            lines += [
                f'  Get("/users{group}/{step}").query("page", "{step}").expect(200) {{',
                '    Header(.contentType, .hasPrefix("application/json"))',
                '    JSON(["id": .integer(1...), "name": .string, "email": .optional(.email)])',
                f'    JSON("$.page", {step})',
                "    Within(.milliseconds(300))",
                "  }",
            ]
        lines += ["}", ""]
    names = "\n".join(f"  users{group}" for group in range(1, 21))
    return "\n".join(lines) + f'\nlet contract = Contract("Typed") {{\n{names}\n}}\n'


def rows(table, programs):
    modules = programs.contract.parent / "Modules"
    contract = WORK / "Contract.swift"
    contract.write_text(typed_contract())
    empty = WORK / "Empty.swift"
    empty.write_text("")
    maps = [f"-fmodule-map-file={ROOT}/Sources/{name}/module.modulemap" for name in ("CCurl", "CXML")]
    settings = [word for path in maps for word in ("-Xcc", path)]
    for flag in library_flags("libcurl", "libxml-2.0"):
        if flag.startswith("-I"):
            settings += ["-Xcc", flag]

    def check(source):
        return measure(["swiftc", "-typecheck", "-swift-version", "6", "-I", modules, *settings, source])

    whole, floor = in_turns(
        min(programs.rounds, 5), lambda: check(contract), lambda: check(empty)
    )
    step = (median(whole, lambda cost: cost.user) - median(floor, lambda cost: cost.user)) / 200
    table.limit("type-checking 200 steps with four expectations each, a step", step * 1000, " ms", 8)

    build("shop-specs", [])
    edited = max((ROOT / "specs").glob("*.swift"), key=os.path.getsize)

    def edit():
        os.utime(edited)
        return measure(["swift", "build", "--package-path", ROOT, "--product", "shop-specs"])

    edits = [edit() for _ in range(3)]
    table.note(
        f"`swift build` after an edit of specs/{edited.name}",
        f"{median(edits, lambda cost: cost.wall):.1f} s",
    )
