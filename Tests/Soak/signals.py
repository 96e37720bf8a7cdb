"""Stops runs at random moments and looks at what they leave behind."""

import collections
import json
import pathlib
import random
import shlex
import signal
import subprocess
import tempfile
import time
import xml.etree.ElementTree

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
REPORTS = {"junit.xml", "run.jsonl", "summary.txt", "report.html", "exchanges.har"}
# A run that was stopped ends within its clean-ups' ten seconds, the server's two, and a reader's two.
LONGEST = 20


class Signals:
    def __init__(self, specs, shop, seed):
        self.command = [
            specs, "--start", f"{shlex.quote(str(shop))} --port {{port}}",
            "--url", "http://127.0.0.1:{port}", "--repeat", "15",
        ]
        self.random = random.Random(seed)
        self.counts = collections.Counter()
        self.complaints = []
        self.slowest = 0.0
        self.usual = None

    def run_one(self):
        """Starts a run and stops it somewhere between its first instruction and its last.

        False where it ended before the signal.
        """
        with tempfile.TemporaryDirectory() as folder:
            reports = pathlib.Path(folder) / "reports"
            mark = f"ACCORD_SOAK={folder}"
            begin = time.monotonic()
            with open(pathlib.Path(folder) / "output", "wb") as output:
                process = subprocess.Popen(
                    ["/usr/bin/env", mark, *map(str, self.command), "--reports", str(reports)],
                    stdin=subprocess.DEVNULL, stdout=output, stderr=output)
            if self.usual is None:
                # The first is left alone, to learn how long a run takes.
                process.wait(60)
                self.usual = time.monotonic() - begin
                return False
            number = self.random.choice(SIGNALS)
            try:
                process.wait(self.random.random() * self.usual)
                # It was faster than the others, so that there was nothing to stop.
                self.usual = min(self.usual, time.monotonic() - begin)
                return False
            except subprocess.TimeoutExpired:
                pass
            sent = time.monotonic()
            process.send_signal(number)
            twice = self.random.random() < 0.3
            if twice:
                time.sleep(self.random.random() * 0.2)
                process.send_signal(number)
            try:
                code = process.wait(LONGEST)
            except subprocess.TimeoutExpired:
                self.complaints.append(f"{number.name}: still runs after {LONGEST} s")
                process.kill()
                process.wait()
                return True
            self.slowest = max(self.slowest, time.monotonic() - sent)
            self.counts[number.name] += 1
            self.counts["twice"] += twice
            for problem in self.problems(code, number, reports, mark):
                moment = f"{number.name} after {sent - begin:.3f} s"
                self.complaints.append(f"{moment}, exit code {code}: {problem}")
            return True

    def problems(self, code, number, reports, mark):
        names = {path.name for path in reports.iterdir()} if reports.exists() else set()
        if code == -number and not names:
            self.counts["before the run began"] += 1
        elif code == 0 or code == -number:
            self.counts["after its end"] += 1
        elif code == 128 + number:
            self.counts["stopped"] += 1
        else:
            yield "not the code of the signal"
        if names not in (set(), REPORTS):
            yield f"reports: {sorted(names)}"
        if not names and code >= 0:
            yield "no reports"
        if names == REPORTS:
            yield from self.flaws(reports)
        if left := self.left_behind(mark):
            yield f"still runs: {left}"

    @staticmethod
    def flaws(reports):
        """What is wrong with reports: their form, and sums that do not add up."""
        try:
            root = xml.etree.ElementTree.parse(reports / "junit.xml").getroot()
            events = [json.loads(line) for line in open(reports / "run.jsonl", encoding="utf-8")]
            json.loads((reports / "exchanges.har").read_text(encoding="utf-8"))
        except (xml.etree.ElementTree.ParseError, json.JSONDecodeError) as error:
            yield f"{error}"
            return
        for suite in [root, *root.iter("testsuite")]:
            for count, element in (("tests", "testcase"), ("errors", "error")):
                if int(suite.get(count)) != len(list(suite.iter(element))):
                    yield f"junit.xml: {count} of {suite.get('name')}"
        if events[-1]["event"] != "end" or len(events) - 2 != events[0]["steps"]:
            yield f"run.jsonl: {len(events)} lines"
        if len(list(root.iter("testcase"))) != events[0]["steps"]:
            yield "junit.xml: steps are missing"
        if "Shop API: " not in (reports / "summary.txt").read_text():
            yield "summary.txt: no summary"
        if not (reports / "report.html").read_text(encoding="utf-8").endswith("</html>\n"):
            yield "report.html: no end"

    @staticmethod
    def left_behind(mark):
        """What runs of all that the program started (on Linux)."""
        left = []
        for environment in pathlib.Path("/proc").glob("[0-9]*/environ"):
            try:
                if mark.encode() in environment.read_bytes().split(b"\0"):
                    left.append((environment.parent / "cmdline").read_text().replace("\0", " "))
            except OSError:
                continue
        return left
