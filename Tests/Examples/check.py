"""Takes the examples out of the documentation's pages and judges each by what its name says it is."""

import pathlib
import re
import shutil
import subprocess
import sys

import kubernetes_validate
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "Sources/Accord/Accord.docc").glob("*.md"))
# Each example has the line above it that names it; what stands without is a fragment.
EXAMPLE = re.compile(r"<!-- example: (\S+) -->\n```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
FRAGMENT = re.compile(r"(?<!-->\n)^```sh\n(.*?)^```$", re.DOTALL | re.MULTILINE)
# Schemas that check-jsonschema carries with it, by how a name begins.
SCHEMAS = {
    "github": "vendor.github-workflows", "gitlab": "vendor.gitlab-ci", "circleci": "vendor.circle-ci"}
KUBERNETES = "1.30"
# What the pages promise to have.
EXPECTED = {
    "github.yml", "gitlab.yml", "Jenkinsfile", "circleci.yml", "github-matrix.yml",
    "gitlab-parallel.yml", "kubernetes.yml", "kubernetes-gate.yml", "kubernetes.sh", "shards.sh",
    "slurm.sh"}


def run(*command):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    return [] if done.returncode == 0 else [(done.stdout + done.stderr).strip()]


def by_schema(path, schema):
    tool = pathlib.Path(sys.executable).with_name("check-jsonschema")
    options = ["--data-transform", "gitlab-ci"] if "gitlab" in schema else []
    return run(tool, "--builtin-schema", schema, *options, path)


def by_kubernetes(text):
    problems = []
    for document in yaml.safe_load_all(text):
        try:
            kubernetes_validate.validate(document, KUBERNETES, strict=True)
        except kubernetes_validate.ValidationError as error:
            problems.append(f"{'.'.join(map(str, error.path))}: {error.message}")
    return problems


def by_shell(path):
    if shutil.which("shellcheck"):
        return run("shellcheck", "--shell=sh", path)
    return run("sh", "-n", path)


def by_brackets(text):
    """Of Groovy no validator is to be had: brackets and quotes at least are in pairs."""
    stripped = re.sub(r"'[^'\n]*'", "", text)
    while (shorter := re.sub(r"\(\s*[^(){}\[\]]*\)|\{[^(){}\[\]]*\}|\[[^(){}\[\]]*\]", "", stripped)) != stripped:
        stripped = shorter
    rest = re.findall(r"[(){}\[\]'\"]", stripped)
    return [f"not in pairs: {''.join(rest)}"] if rest else []


def scripts_within(value):
    """The scripts of a CI system's configuration."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name == "run" and isinstance(inner, str):
                yield inner
            elif name in ("script", "before_script"):
                yield "\n".join(inner)
            elif name == "command" and isinstance(inner, list) and inner[1:2] == ["-c"]:
                yield inner[2]
            else:
                yield from scripts_within(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from scripts_within(inner)


def options_of(text):
    """The options that a text gives to `specs` and to `accord merge`."""
    for line in text.replace("\\\n", " ").splitlines():
        if found := re.search(r"(?:^|[/ '])(specs|accord merge)\s(.*)", line):
            # What stands in quotes is another program's.
            words = re.sub(r"'[^']*'", "", found[2])
            for option in re.findall(r"(?<!\S)--[a-z-]+", words):
                yield option


def known_options():
    """The options that the program's help tells, as recorded by its end-to-end case."""
    text = (ROOT / "Tests/EndToEndTests/Cases/help/run/expected.txt").read_text()
    return set(re.findall(r"--[a-z][a-z0-9.-]+", text))


def judge(name, text, path):
    problems = []
    if name.endswith(".yml"):
        kind = re.match(r"[a-z]+", name)[0]
        if kind == "kubernetes":
            problems += by_kubernetes(text)
        else:
            problems += by_schema(path, SCHEMAS[kind])
        for number, script in enumerate(
                script for document in yaml.safe_load_all(text) for script in scripts_within(document)):
            # What GitHub puts in place before a shell sees it.
            script = re.sub(r"\$\{\{.*?\}\}", "x", script)
            file = path.with_name(f"{path.name}-{number}.sh")
            file.write_text(f"#!/bin/sh\n{script}\n")
            problems += by_shell(file)
    elif name.endswith(".sh"):
        problems += by_shell(path)
    else:
        problems += by_brackets(text)
    return problems


def main():
    folder = pathlib.Path(sys.argv[1])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    known, seen, is_good = known_options(), set(), True
    for page in PAGES:
        text = page.read_text()
        found = [(name, body) for name, _, body in EXAMPLE.findall(text)]
        found += [(f"{page.stem}-{number}.sh", body) for number, body in enumerate(FRAGMENT.findall(text))]
        for name, body in found:
            path = folder / name
            if path.exists():
                sys.exit(f"two examples are called {name}")
            path.write_text(body)
            problems = judge(name, body, path)
            problems += [
                f"no option of the program: {option}" for option in options_of(body)
                if option not in known]
            is_good = is_good and not problems
            seen.add(name)
            print(f"{'not good' if problems else 'good':9} {page.name}: {name}")
            for problem in problems:
                print(f"  {problem}")
    if missing := EXPECTED - seen:
        sys.exit(f"the pages lack {', '.join(sorted(missing))}")
    if not shutil.which("shellcheck"):
        print("shellcheck is not installed: scripts were only parsed (sh -n)")
    sys.exit(0 if is_good else 1)


if __name__ == "__main__":
    main()
