"""What has to be there: programs that are installed, and those that are built."""

import os
import pathlib
import shlex
import shutil
import subprocess
import sys

from measuring import HERE, IS_LINUX, ROOT, WORK, measure, run_to_end

# As `make release` builds, so that one build serves both.
RELEASE = subprocess.run([ROOT / ".ci/release-options"], check=True, capture_output=True,
                         text=True).stdout.split()
# How many requests are on their way at a time.
IN_FLIGHT = 16
# What Accord is measured beside, from PyPI.
PEERS = ("orjson", "jsonschema-rs", "lxml")


def install(program):
    """Installs a program that is missing, as .ci/setup does, or says how to."""
    if shutil.which(program):
        return
    become = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if IS_LINUX and shutil.which("apt-get"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        print(f"Installing {program}", file=sys.stderr)
        for words in (["update", "-qq"], ["install", "-y", "-qq", program]):
            command = [*become, "apt-get", *words]
            if subprocess.run(command, env=environment, stdout=subprocess.DEVNULL).returncode:
                break
        advice = f"sudo apt-get update && sudo apt-get install -y {program}"
    else:
        advice = f"brew install {program}"
    if not shutil.which(program):
        sys.exit(f"{program} is missing. Run this, and then make bench again:\n  {advice}")


def build(product, settings):
    """Builds a product of the package and gives the path of its program."""
    print(f"Building {product}", file=sys.stderr)
    command = ["swift", "build", "--package-path", ROOT, *settings]
    run_to_end([*command, "--product", product])
    return pathlib.Path(run_to_end([*command, "--show-bin-path"])) / product


def install_peers():
    """Installs the Python packages into an environment of their own.

    Gives the command that runs them and what they are, or nothing and why they cannot be run.
    """

    def output(command):
        return subprocess.run(
            command, check=True, timeout=300, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        ).stdout

    folder = WORK / "peers"
    python = folder / "bin" / "python"
    pip = [python, "-m", "pip", "--disable-pip-version-check"]
    try:
        if not python.exists():
            output([sys.executable, "-m", "venv", folder])
        output([*pip, "install", "--quiet", *PEERS])
        listed = output([*pip, "list", "--format=freeze"])
    except subprocess.SubprocessError as failure:
        lines = (failure.output or str(failure)).strip().splitlines()
        return None, f"not measured: {lines[-1]}"
    versions = [line.replace("==", " ") for line in listed.split()]
    names = [name.replace("-", "_") for name in PEERS]
    kept = [line for line in versions if line.split(" ")[0].replace("-", "_") in names]
    return [python, HERE / "peers.py"], ", ".join(kept)


def library_flags(*names):
    return shlex.split(run_to_end(["pkg-config", "--cflags", "--libs", *names]))


def compile_c(source, program, libraries):
    # Without it a linker may leave out libraries that the empty program does not use.
    keep = ["-Wl,--no-as-needed"] if IS_LINUX else []
    run_to_end(["cc", "-O2", *keep, source, "-o", program, *library_flags(*libraries)])
    return program


class Programs:
    """The programs that are compared, each built when it is first asked for."""

    def __init__(self, url, rounds):
        self.url = url
        self.rounds = rounds
        self._built = {}

    def _get(self, name, make):
        if name not in self._built:
            self._built[name] = make()
        return self._built[name]

    @property
    def contract(self):
        return self._get("contract", lambda: build("benchmark-contract", RELEASE))

    @property
    def specs(self):
        return self._get("specs", lambda: build("shop-specs", RELEASE))

    @property
    def tool(self):
        return self._get("tool", lambda: build("accord", RELEASE))

    @property
    def documents(self):
        return self._get("documents", lambda: build("benchmark-documents", RELEASE))

    @property
    def peers(self):
        """The command that times others on documents; None if they are not to be had."""
        return self._get("peers", install_peers)[0]

    @property
    def without_peers(self):
        return self._get("peers", install_peers)[1]

    @property
    def peers_note(self):
        """What they are, for the line below the table, where they were measured."""
        command, versions = self._built.get("peers", (None, ""))
        return f", {versions}" if command else ""

    @property
    def reference(self):
        return self._get(
            "reference",
            lambda: compile_c(HERE / "reference.c", WORK / "reference", ["libcurl"]),
        )

    @property
    def empty(self):
        def make():
            source = WORK / "empty.c"
            source.write_text("int main(void) { return 0; }\n")
            return compile_c(source, WORK / "empty", ["libcurl", "libxml-2.0"])

        return self._get("empty", make)

    def accord(self, steps, *options, shape="steps", command="run"):
        """What running the contract of so many steps costs; its text goes nowhere."""
        words = [self.contract, command]
        if command == "run":
            words += ["--url", self.url, "--jobs", IN_FLIGHT, *options]
        return measure(
            words,
            {"ACCORD_BENCHMARK_STEPS": str(steps), "ACCORD_BENCHMARK_SHAPE": shape},
        )

    def loop(self, count, in_flight):
        return measure([self.reference, self.url, count, in_flight])
