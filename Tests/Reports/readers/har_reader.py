"""Reads HTTP Archives with haralyzer, and holds them to what HAR 1.2 says of members; prints JSON."""

import base64
import json
import sys

from haralyzer import HarParser

REQUIRED = {
    "": ["startedDateTime", "time", "request", "response", "cache", "timings"],
    "request": ["method", "url", "httpVersion", "cookies", "headers", "queryString", "headersSize",
                "bodySize"],
    "response": ["status", "statusText", "httpVersion", "cookies", "headers", "content",
                 "redirectURL", "headersSize", "bodySize"],
    "timings": ["send", "wait", "receive"],
}
# What the format defines besides; anything else must begin with an underscore.
OPTIONAL = {
    "": ["pageref", "serverIPAddress", "connection", "comment"],
    "request": ["postData", "comment"],
    "response": ["comment"],
    "timings": ["blocked", "dns", "connect", "ssl", "comment"],
}


def violations(entry):
    found = []
    for part, names in REQUIRED.items():
        members = entry[part] if part else entry
        found += [f"{part}.{name} is missing" for name in names if name not in members]
        found += [
            f"{part}.{name} is not of the format" for name in members
            if name not in names + OPTIONAL[part] and not name.startswith("_")
        ]
    timings = entry["timings"]
    phases = [timings.get(name, -1) for name in
              ("blocked", "dns", "connect", "send", "wait", "receive")]
    total = sum(phase for phase in phases if phase >= 0)
    if abs(total - entry["time"]) > 0.002:
        found.append(f"the phases are {total} together, the time is {entry['time']}")
    return found


def entry(har):
    raw = har.raw_entry
    content = raw["response"]["content"]
    body = content.get("text", "")
    octets = base64.b64decode(body) if content.get("encoding") == "base64" else body.encode()
    return {
        "method": har.request.method, "url": har.request.url, "status": har.status,
        "start": har.startTime.isoformat(), "time": har.time, "mimeType": har.response.mimeType,
        "host": har.request.get_header_value("Host") if har.request.headers else None,
        "body": list(octets[:32]), "size": len(octets), "redirect": har.response.redirectURL,
        "server": raw.get("serverIPAddress"), "violations": violations(raw),
    }


def read(path):
    parser = HarParser.from_file(path)
    with open(path, encoding="utf-8") as file:
        log = json.load(file)["log"]
    return {
        "version": parser.version, "creator": parser.creator["name"],
        "entries": [entry(har) for page in parser.pages for har in page.entries],
        "count": len(log["entries"]),
    }


json.dump([read(path) for path in sys.argv[1:]], sys.stdout)
