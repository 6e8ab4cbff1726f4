"""Runs the steps of a GitHub workflow or a GitLab job here, with stand-ins for what only the host has."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from journeybook_cli.main import SUMMARIES
from tests.tools.git import WHO

_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}", re.DOTALL)
_CONDITION = re.compile(r"[!\s()]*(?:cancelled\(\)|success\(\)|always\(\))")

PIP = """\
import sys
from pathlib import Path
assert sys.argv[1] == "install", sys.argv
assert all(Path(one).is_file() for one in sys.argv[2:]), sys.argv
"""

GH = """\
import json, os, sys
from pathlib import Path
state = Path(os.environ["HOST_STATE"])
comments = json.loads(state.read_text())
assert os.environ["GH_TOKEN"] == "the run's token"
assert sys.argv[1] == "api"
words = sys.argv[2:]
take = lambda name: words.pop(words.index(name) + 1) if name in words else None
method, body = take("--method") or "GET", take("--field")
paths = [word for word in words if not word.startswith("--")]
(path,) = paths
if method == "GET":
    assert path == "repos/acme/maps/issues/7/comments" and {"--paginate", "--slurp"} <= set(words)
    print(json.dumps([comments[:2], comments[2:]]))
    sys.exit()
text = Path(body.removeprefix("body=@")).read_text()
if method == "POST":
    assert path == "repos/acme/maps/issues/7/comments"
    comments.append({"id": 100 + len(comments), "user": {"login": "github-actions[bot]"}, "body": text})
else:
    assert method == "PATCH"
    (one,) = [one for one in comments if path == f"repos/acme/maps/issues/comments/{one['id']}"]
    one["body"] = text
state.write_text(json.dumps(comments))
"""

CURL = """\
import json, os, sys
from pathlib import Path
state = Path(os.environ["HOST_STATE"])
notes = json.loads(state.read_text())
words = sys.argv[1:]
take = lambda name: words.pop(words.index(name) + 1) if name in words else None
assert take("--header") == "PRIVATE-TOKEN: a token"
method, body = take("--request") or "GET", take("--data-urlencode")
(url,) = [word for word in words if not word.startswith("--")]
api = "https://gitlab.example/api/v4"
base = f"{api}/projects/3/merge_requests/7/notes"
if method == "GET":
    answer = {"id": 41} if url == f"{api}/user" else notes
    assert url == f"{api}/user" or url == f"{base}?sort=asc&order_by=created_at&per_page=100", url
    print(json.dumps(answer))
    sys.exit()
text = Path(body.removeprefix("body@")).read_text()
if method == "POST":
    assert url == base
    notes.append({"id": 100 + len(notes), "author": {"id": 41}, "body": text})
else:
    assert method == "PUT"
    (one,) = [one for one in notes if url == f"{base}/{one['id']}"]
    one["body"] = text
state.write_text(json.dumps(notes))
print("{}")
"""

JOURNEYBOOK = """\
import subprocess, sys
if sys.argv[1] == "diff":
    if sys.argv[4] == "page":
        sys.exit(open(sys.argv[6], "w").write("") or None)
    assert sys.argv[3:] == ["--format", "markdown"], sys.argv
    sys.exit(subprocess.run(["git", "diff", sys.argv[2]]).returncode)
from journeybook_cli.main import main
sys.exit(main())
"""
"""Compares by line, as long as the command does not compare."""


@dataclass
class Host:
    """A host of Git repositories, as far as a pipeline sees it."""

    checkout: Path
    """Where the pipeline runs."""
    outside: Path
    """A folder for what is the host's."""
    environment: dict[str, str] = field(default_factory=dict[str, str])
    """What the host tells every step."""

    def __post_init__(self) -> None:
        (self.outside / "bin").mkdir(parents=True)
        self._state.write_text("[]")
        commands = {"pip": PIP, "gh": GH, "curl": CURL}
        if "diff" not in SUMMARIES:
            commands["journeybook"] = JOURNEYBOOK
        for name, script in commands.items():
            command = self.outside / "bin" / name
            command.write_text(f"#!{sys.executable}\n{script}")
            command.chmod(command.stat().st_mode | stat.S_IXUSR)

    @property
    def comments(self) -> list[dict[str, Any]]:
        """The comments of the pull request, in their order."""
        return json.loads(self._state.read_text())

    @comments.setter
    def comments(self, comments: list[dict[str, Any]]) -> None:
        self._state.write_text(json.dumps(comments))

    @property
    def _state(self) -> Path:
        return self.outside / "comments.json"

    def bash(self, script: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
        """What `script` does, as both hosts run it."""
        path = os.pathsep.join([str(self.outside / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]])
        told = {"PATH": path, "HOST_STATE": str(self._state), "HOME": str(self.outside), "CI": "true"}
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=self.checkout,
            env=told | WHO | self.environment | environment,
            capture_output=True,
            text=True,
            check=False,
        )


@dataclass
class Ran:
    """What came of a run."""

    failed: list[str]
    """The steps that failed."""
    log: str
    """All that the steps printed."""
    used: list[str]
    """The actions that would have run."""
    skipped: list[str]
    """The steps that did not run, for what they say under `if`."""


def run_github(host: Host, workflow: Path, job: str, expressions: dict[str, str]) -> Ran:
    """Run the steps of `job`; every `${{ … }}` in it must stand in `expressions`.

    A condition is true if its text stands for `true`; the rest of it says whether it runs after a failure.
    """
    read = yaml.safe_load(workflow.read_text())
    told = read["jobs"][job]

    def filled(text: str) -> str:
        return _EXPRESSION.sub(lambda found: expressions[" ".join(found[1].split())], text)

    shared = {name: filled(str(value)) for name, value in told.get("env", {}).items()}
    ran = Ran([], "", [], [])
    for step in told["steps"]:
        name = step.get("name") or step["uses"]
        condition = filled(step["if"]) if "if" in step else str(not ran.failed).lower()
        if condition != "true":
            ran.skipped.append(name)
        elif "uses" in step:
            ran.used.append(step["uses"])
        else:
            own = {key: filled(str(value)) for key, value in step.get("env", {}).items()}
            done = host.bash(filled(step["run"]), shared | own)
            ran.log += done.stdout + done.stderr
            if done.returncode:
                ran.failed.append(name)
    return ran


def run_gitlab(host: Host, pipeline: Path, job: str) -> Ran:
    """Run the scripts of `job` in one shell, as a runner does."""
    read = yaml.safe_load(pipeline.read_text())
    told = read[job]
    variables: dict[str, str] = {}
    for name, value in {**read.get("variables", {}), **told.get("variables", {})}.items():
        known = host.environment | variables
        variables[name] = re.sub(r"\$(\w+)", lambda found: known[found[1]], str(value))  # noqa: B023  # used at once
    lines = [*read["default"].get("before_script", []), *told["script"]]
    done = host.bash("\n".join(lines), variables)
    return Ran([job] if done.returncode else [], done.stdout + done.stderr, [], [])
