"""A language server for a module of tests, and files open in it."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from tests.editor.document import Document
from tests.editor.server import REPOSITORY, LanguageServer


@pytest.fixture(scope="module")
def server():
    running = LanguageServer()
    yield running
    running.close()


@pytest.fixture
def opened(server, tmp_path):
    """Opens a data file of that name in an editor; `‸` in its text is the cursor."""
    numbers = itertools.count()

    def open_file(name: str, text: str) -> Document:
        schema = REPOSITORY / "ita_site/facts/schemas" / f"{Path(name).stem}.json"
        line = f"# yaml-language-server: $schema={schema.as_posix()}\n"
        return Document(server, tmp_path / str(next(numbers)) / name, line + text)

    return open_file
