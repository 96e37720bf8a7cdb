"""Reads an HTML report with html5lib, which stops at the first thing that the standard calls an error.

    wellformed.py FILE
"""

import sys

import html5lib

with open(sys.argv[1], "rb") as file:
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(file)
scripts = [script for script in tree.iter("script") if "type" not in script.attrib]
handlers = [name for element in tree.iter() for name in element.attrib
            if isinstance(name, str) and name.startswith("on")]
if len(scripts) != 1 or handlers:
    sys.exit(f"{sys.argv[1]}: {len(scripts)} scripts, {handlers}")
print("ok    html5lib finds no error in", sys.argv[1].rsplit("/", 1)[-1])
