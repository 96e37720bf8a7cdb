"""Chromium without a window, driven over its DevTools protocol.

The protocol goes through two pipes (--remote-debugging-pipe), so that nothing but Chromium itself has
to be installed, and no port is open.
"""

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
         "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
         "/Applications/Chromium.app/Contents/MacOS/Chromium"]


class Chromium:
    """A browser with one page. Use it in a `with` statement."""

    def __init__(self, limit=60):
        program = next(filter(None, map(shutil.which, NAMES)), None)
        if program is None:
            raise SystemExit("Chromium is not installed: .ci/setup browser")
        self.limit = limit
        self.number = 0
        self.buffer = b""
        self.events = []
        self.profile = tempfile.TemporaryDirectory(prefix="accord-browser-",
                                                   ignore_cleanup_errors=True)
        commands, self.commands = os.pipe()
        self.answers, answers = os.pipe()
        options = ["--headless=new", "--remote-debugging-pipe", "--no-first-run", "--disable-gpu",
                   "--disable-dev-shm-usage", "--disable-extensions", "--hide-scrollbars",
                   "--disable-background-networking", "--force-color-profile=srgb",
                   f"--user-data-dir={self.profile.name}"]
        if os.geteuid() == 0:
            options.append("--no-sandbox")
        self.process = subprocess.Popen(
            ["sh", "-c", f'exec "$0" "$@" 3<&{commands} 4>&{answers}', program, *options,
             "about:blank"],
            pass_fds=(commands, answers), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(commands)
        os.close(answers)

    def __enter__(self):
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Runtime", "Network", "Log"]:
            self.page(f"{domain}.enable")
        return self

    def __exit__(self, *_):
        try:
            self.call("Browser.close")
        except Exception:
            self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
        os.close(self.commands)
        os.close(self.answers)
        self.profile.cleanup()

    def call(self, method, session=None, **parameters):
        """Calls a method of the protocol and returns what it answers."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.commands, json.dumps(message).encode() + b"\0")
        end = time.monotonic() + self.limit
        while True:
            answer = self.receive(end)
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer.get("result", {})
            self.events.append(answer)

    def receive(self, end):
        while b"\0" not in self.buffer:
            if not select.select([self.answers], [], [], max(0, end - time.monotonic()))[0]:
                raise RuntimeError("Chromium does not answer")
            part = os.read(self.answers, 1 << 20)
            if not part:
                raise RuntimeError("Chromium has ended")
            self.buffer += part
        message, _, self.buffer = self.buffer.partition(b"\0")
        return json.loads(message)

    def page(self, method, **parameters):
        return self.call(method, self.session, **parameters)

    # What tests do

    def open(self, url):
        """Opens a page and waits until it is loaded."""
        self.events.clear()
        self.page("Page.navigate", url=url)
        end = time.monotonic() + self.limit
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self.receive(end))
        self.settle()

    def opening(self):
        """Milliseconds after which the page was loaded, and after which something was painted."""
        return self.run(
            "(() => { const t = performance.getEntriesByType('navigation')[0];"
            " const p = performance.getEntriesByName('first-contentful-paint')[0];"
            " return [t.loadEventEnd, p?.startTime ?? 0]; })()")

    def settle(self):
        """Waits until what was done is painted."""
        self.run("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def run(self, script):
        """The value of an expression in the page."""
        result = self.page("Runtime.evaluate", expression=script, awaitPromise=True,
                           returnByValue=True, userGesture=True)
        if "exceptionDetails" in result:
            details = result["exceptionDetails"]
            raise RuntimeError(details.get("exception", {}).get("description", details["text"]))
        return result["result"].get("value")

    def press(self, key, **modifiers):
        """Presses and releases a key."""
        codes = {"Enter": 13, "Escape": 27, "ArrowUp": 38, "ArrowDown": 40, "Home": 36, "End": 35,
                 "PageDown": 34, "ArrowRight": 39, "Tab": 9}
        text = {"text": "\r"} if key == "Enter" else {"text": key} if len(key) == 1 else {}
        code = codes.get(key, ord(key[0].upper()))
        self.page("Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=code,
                  **text, **modifiers)
        self.page("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code,
                  **modifiers)
        self.settle()

    def type(self, text):
        self.page("Input.insertText", text=text)
        self.settle()

    def click(self, selector):
        """Clicks where an element is, as a finger would."""
        place = self.run(
            f"(() => {{ const e = document.querySelector({json.dumps(selector)});"
            " e.scrollIntoView({block: 'nearest'}); const r = e.getBoundingClientRect();"
            " return [r.x + r.width / 2, r.y + r.height / 2]; })()")
        for kind in ["mousePressed", "mouseReleased"]:
            self.page("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left",
                      clickCount=1)
        self.settle()

    def size(self, width, height, is_phone=False):
        self.page("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=2 if is_phone else 1, mobile=is_phone)
        self.settle()

    def colors(self, scheme, media=""):
        """`light` or `dark`, as the system would say; and what the page is shown on."""
        self.page("Emulation.setEmulatedMedia", media=media,
                  features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.settle()

    def screenshot(self, path):
        picture = self.page("Page.captureScreenshot", format="png")["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(picture))

    def pdf(self, path):
        document = self.page("Page.printToPDF", printBackground=False)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(document))

    def complaints(self):
        """What the page said to the console, and every request but the one for itself."""
        self.run("0")
        found = []
        for event in self.events:
            parameters = event.get("params", {})
            match event.get("method"):
                case "Runtime.exceptionThrown":
                    found.append("exception: " + json.dumps(parameters["exceptionDetails"])[:400])
                case "Runtime.consoleAPICalled":
                    found.append("console: " + json.dumps(parameters["args"])[:400])
                case "Log.entryAdded":
                    found.append("log: " + parameters["entry"]["text"][:400])
                case "Network.requestWillBeSent" if parameters.get("type") != "Document":
                    found.append("request: " + parameters["request"]["url"][:200])
        return found
