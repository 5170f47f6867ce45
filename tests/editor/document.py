"""A data file open in an editor, with the cursor somewhere in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.editor.server import LanguageServer

CURSOR = "‸"


class Document:
    """A file open in the editor. Its text may hold a cursor, written `‸`."""

    def __init__(self, server: LanguageServer, file: Path, text: str) -> None:
        """Write and open it."""
        self.server, self.uri = server, file.as_uri()
        before, _, after = text.partition(CURSOR)
        line = before.rpartition("\n")[2]
        self.cursor = {"line": before.count("\n"), "character": len(line)}
        self.text = before + after
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(self.text, "utf-8")
        item = {"uri": self.uri, "languageId": "yaml", "version": 1, "text": self.text}
        server.notify("textDocument/didOpen", {"textDocument": item})

    def hover(self) -> str:
        """What is shown when the mouse rests at the cursor."""
        found = self._ask("textDocument/hover")
        return found["contents"]["value"] if found else ""

    def completions(self) -> dict[str, dict]:
        """What is offered at the cursor, by label."""
        found = self._ask("textDocument/completion")
        return {item["label"]: item for item in found["items"]}

    def problems(self) -> list[tuple[str, str]]:
        """What is underlined, each with its message."""
        lines = self.text.split("\n")
        return [
            (_within(lines, found["range"]), found["message"])
            for found in self.server.wait_for_diagnostics(self.uri)
        ]

    def _ask(self, method: str) -> dict:
        document = {"textDocument": {"uri": self.uri}, "position": self.cursor}
        return self.server.request(method, document)


def _within(lines: list[str], place: dict) -> str:
    start, end = place["start"], place["end"]
    line = lines[start["line"]]
    return line[start["character"] : end["character"] if end["line"] == start["line"] else None]
