"""Holds CTRF files to the official schema with jsonschema; prints each one's violations as JSON.

The first argument is the schema.
"""

import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(
    schema, format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER)
found = []
for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    found.append([f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)])
json.dump(found, sys.stdout)
