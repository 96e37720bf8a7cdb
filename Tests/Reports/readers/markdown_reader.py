"""Reads Markdown with markdown-it-py as GitHub does: tables, links made of what looks like one.

Prints as JSON what there is of it, and how much of it is not what a report may hold.
"""

import json
import re
import sys

from markdown_it import MarkdownIt

# What a report may write in HTML, letter by letter.
OWN_HTML = re.compile(
    r"<details><summary>(Send it again with curl|Slowest)</summary>\s*|</details>\s*")


def walk(tokens):
    for token in tokens:
        yield token
        if token.children:
            yield from walk(token.children)


def read(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    parser = MarkdownIt("commonmark", {"linkify": True}).enable(["table", "strikethrough", "linkify"])
    tokens = list(walk(parser.parse(text)))
    plain = [token.content for token in tokens if token.type == "text"]
    html = [token.content for token in tokens if token.type in ("html_block", "html_inline")]
    cells, inline = [], False
    for token in tokens:
        if token.type in ("th_open", "td_open"):
            inline = True
        elif token.type == "inline" and inline:
            cells.append(token.content)
            inline = False
    return {
        "octets": len(text.encode()),
        "headings": [tokens[i + 1].content for i, token in enumerate(tokens)
                     if token.type == "heading_open"],
        "cells": cells,
        "fences": [token.content for token in tokens if token.type == "fence"],
        "codes": [token.content for token in tokens if token.type == "code_inline"],
        "html": [content for content in html if not OWN_HTML.fullmatch(content)],
        "details": sum(content.count("<details>") for content in html),
        "links": sum(token.type in ("link_open", "image") for token in tokens),
        "mentions": [content for content in plain if re.search(r"[@#]\w|://|www\.", content)],
        "others": sorted({token.type for token in tokens if token.type in (
            "blockquote_open", "hr", "strong_open", "s_open", "code_block")}),
    }


json.dump([read(path) for path in sys.argv[1:]], sys.stdout)
