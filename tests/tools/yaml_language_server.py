"""The YAML language server that editors run, driven over its standard input as an editor does."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

SERVER = Path(sys.prefix, "checkers/node_modules/yaml-language-server/bin/yaml-language-server")
NODE = Path(sys.prefix, "bin/node")

Message = dict[str, Any]

OFFLINE: Message = {"yaml.schemaStore.enable": False, "yaml.kubernetesCRDStore.enable": False}
"""Settings with which the server asks no other host."""


@dataclass(frozen=True)
class Finding:
    """Something the editor underlines."""

    message: str
    text: str
    """What is underlined."""
    line: int
    """1-based."""
    column: int
    """1-based."""


@dataclass
class Editor:
    """An editor with a portal's folder open."""

    server: subprocess.Popen[bytes]
    root: Path
    settings: Message
    texts: dict[str, str] = field(default_factory=dict[str, str])
    asked: int = 0
    version: int = 0

    def open(self, path: str, text: str | None = None) -> list[Finding]:
        """Open the file at `path`, or `text` in its place; returns what is underlined in it."""
        text = (self.root / path).read_text(encoding="utf-8") if text is None else text
        uri = (self.root / path).as_uri()
        self.version += 1
        if uri in self.texts:
            document = {"uri": uri, "version": self.version}
            change = {"textDocument": document, "contentChanges": [{"text": text}]}
            self.tell("textDocument/didChange", change)
        else:
            document = {"uri": uri, "languageId": "yaml", "version": self.version, "text": text}
            self.tell("textDocument/didOpen", {"textDocument": document})
        self.texts[uri] = text
        found = self._until(lambda one: _is_about(one, uri))["params"]["diagnostics"]
        return [_finding(one, text) for one in found]

    def completions(self, path: str, behind: str) -> dict[str, str]:
        """What is offered behind the words `behind` of an open file: each label with what is said of it."""
        found: Message = self.ask("textDocument/completion", self._position(path, behind, len(behind)))
        items: list[Message] = found["items"]
        return {one["label"]: _told(one.get("documentation", "")) for one in items}

    def hover(self, path: str, word: str) -> str:
        """What is shown over the first `word` of an open file."""
        found = self.ask("textDocument/hover", self._position(path, word, 1))
        return _told(found["contents"]) if found else ""

    def _position(self, path: str, words: str, into: int) -> Message:
        uri = (self.root / path).as_uri()
        text = self.texts[uri]
        at = text.index(words) + into
        line, start = text.count("\n", 0, at), text.rfind("\n", 0, at) + 1
        return {"textDocument": {"uri": uri}, "position": {"line": line, "character": at - start}}

    def ask(self, method: str, params: Message) -> Any:
        """What the server answers."""
        self.asked += 1
        number = self.asked
        self._send({"id": number, "method": method, "params": params})
        return self._until(lambda one: one.get("id") == number and "method" not in one).get("result")

    def tell(self, method: str, params: Message) -> None:
        """Say something that needs no answer."""
        self._send({"method": method, "params": params})

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.server.stdin
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.server.stdin.flush()

    def _until(self, wanted: Callable[[Message], bool]) -> Message:
        """The next message that is `wanted`; what the server asks meanwhile is answered."""
        while True:
            message = self._next()
            if "method" in message and "id" in message:
                self._send({"id": message["id"], "result": self._answer(message)})
            elif wanted(message):
                return message

    def _answer(self, request: Message) -> Any:
        """What an editor says to a question of the server."""
        if request["method"] != "workspace/configuration":
            return None
        return [_section(self.settings, one["section"]) for one in request["params"]["items"]]

    def _next(self) -> Message:
        assert self.server.stdout
        length = 0
        while (header := self.server.stdout.readline().strip()) != b"":
            name, _, value = header.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        if not length:
            raise RuntimeError("the YAML language server has ended")
        return cast("Message", json.loads(self.server.stdout.read(length)))


@contextmanager
def yaml_editor(root: Path, settings: Message | None = None) -> Generator[Editor]:
    """An editor with the folder `root` open and `settings` as they stand in its settings file.

    Raises FileNotFoundError if the server is not installed.
    """
    if not SERVER.is_file():
        raise FileNotFoundError(f"{SERVER} is missing; `make venv` installs it")
    command = [NODE, SERVER, "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root) as server:
        editor = Editor(server, root, {**OFFLINE, **(settings or {})})
        try:
            folder = {"uri": root.as_uri(), "name": root.name}
            markdown = {"contentFormat": ["markdown", "plaintext"]}
            can = {
                "workspace": {"configuration": True, "workspaceFolders": True},
                "textDocument": {
                    "hover": markdown,
                    "completion": {"completionItem": {"documentationFormat": ["markdown", "plaintext"]}},
                },
            }
            start = {
                "processId": None,
                "rootUri": root.as_uri(),
                "workspaceFolders": [folder],
                "capabilities": can,
            }
            editor.ask("initialize", start)
            editor.tell("initialized", {})
            editor.tell("workspace/didChangeConfiguration", {"settings": {}})
            yield editor
        finally:
            server.kill()


def _is_about(message: Message, uri: str) -> bool:
    return message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri


def _section(settings: Message, name: str) -> Any:
    """What a settings file with dotted names says about a section."""
    found: Message = {}
    for key, value in settings.items():
        if key.startswith(f"{name}."):
            *way, last = key.removeprefix(f"{name}.").split(".")
            at = found
            for part in way:
                at = at.setdefault(part, {})
            at[last] = value
    return found


def _finding(diagnostic: Message, text: str) -> Finding:
    where: dict[str, dict[str, int]] = diagnostic["range"]
    start, end = where["start"], where["end"]
    line = text.splitlines()[start["line"]]
    last = end["character"] if end["line"] == start["line"] else len(line)
    return Finding(
        diagnostic["message"], line[start["character"] : last], start["line"] + 1, start["character"] + 1
    )


def _told(contents: Any) -> str:
    return contents if isinstance(contents, str) else str(contents.get("value", ""))
