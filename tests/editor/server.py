"""The language server of YAML editors, spoken to over its standard input and output."""

from __future__ import annotations

import itertools
import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

REPOSITORY = Path(__file__).parent.parent.parent
PROGRAM = REPOSITORY / ".cache/node/node_modules/yaml-language-server/bin/yaml-language-server"
NODE = REPOSITORY / ".venv/bin/node"
SETTINGS = {
    "yaml": {"schemaStore": {"enable": False}, "kubernetesCRDStore": {"enable": False}},
    "http": {"proxy": "", "proxyStrictSSL": False},
}


class LanguageServer:
    """One running server; its answers are those an editor would show."""

    def __init__(
        self, folder: Path | None = None, settings: Mapping[str, object] | None = None
    ) -> None:
        """Start it, as an editor does that understands Markdown.

        `folder` is the project open in the editor, `settings` those of its YAML extension.
        """
        self.settings = {**SETTINGS, "yaml": {**SETTINGS["yaml"], **(settings or {})}}
        assert PROGRAM.exists(), "The YAML language server is needed: make .cache/node/ready"
        self.process = subprocess.Popen(
            [NODE, PROGRAM, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.numbers = itertools.count(1)
        self.is_set_up = False
        self.diagnostics: dict[str, list[dict]] = {}
        markdown = {"documentationFormat": ["markdown"], "snippetSupport": True}
        document = {
            "completion": {"completionItem": markdown},
            "hover": {"contentFormat": ["markdown"]},
            "publishDiagnostics": {"relatedInformation": False},
        }
        capabilities = {"textDocument": document, "workspace": {"configuration": True}}
        root = folder.as_uri() if folder else None
        params = {"processId": None, "rootUri": root, "capabilities": capabilities}
        if folder:
            params["workspaceFolders"] = [{"uri": root, "name": folder.name}]
        self.request("initialize", params)
        self.notify("initialized", {})
        self.notify("workspace/didChangeConfiguration", {"settings": self.settings})
        while not self.is_set_up:
            self._serve(self._receive())

    def request(self, method: str, params: object) -> object:
        """Ask, and wait for the answer."""
        number = next(self.numbers)
        self._send({"id": number, "method": method, "params": params})
        while (message := self._receive()).get("id") != number or "method" in message:
            self._serve(message)
        assert "error" not in message, message
        return message["result"]

    def notify(self, method: str, params: object) -> None:
        """Tell, and wait for nothing."""
        self._send({"method": method, "params": params})

    def wait_for_diagnostics(self, uri: str) -> list[dict]:
        """What the server finds wrong in a document just opened."""
        while uri not in self.diagnostics:
            self._serve(self._receive())
        return self.diagnostics[uri]

    def close(self) -> None:
        """End it."""
        self.request("shutdown", None)
        self.notify("exit", None)
        self.process.wait(timeout=10)
        self.process.stdin.close()
        self.process.stdout.close()

    def _serve(self, message: dict) -> None:
        if message.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message and "method" in message:
            items = message["params"].get("items", ()) if message["params"] else ()
            wanted = [self.settings.get(item["section"], {}) for item in items]
            asked = message["method"] == "workspace/configuration"
            result = wanted if asked else None
            self.is_set_up = self.is_set_up or asked
            self._send({"id": message["id"], "result": result})

    def _send(self, message: dict) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _receive(self) -> dict:
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the language server has ended"
        return json.loads(self.process.stdout.read(length))
