"""A command imports what it runs: who checks data waits for no library of Word or the network."""

from __future__ import annotations

import subprocess
import sys

import pytest

FACTS = {"yaml", "pydantic", "jinja2"}
HOST = {"click"}
LARGE = {
    *("aiohttp", "asyncio", "certifi", "docx", "lxml", "markdown", "mkdocs", "openpyxl"),
    *("pikepdf", "pypdf", "ssl", "statistics", "subprocess", "tinycss2", "xlsxwriter", "zxingcpp"),
}
PROGRAM = """
import sys
from contextlib import suppress
{statement}
sys.stdout = sys.stderr
print("imported:", *sorted(sys.modules))
"""
COMMAND = """
sys.argv = ["ita-site", *{arguments}]
from ita_site.__main__ import main
with suppress(SystemExit):
    main()
"""


@pytest.fixture
def imported(data, tmp_path):
    """What is imported by Python after a statement, in a folder with data."""
    data({"2566/measures.yml": "measures: [{id: a, title: ก}]"})

    def imported(statement: str) -> set[str]:
        program = PROGRAM.format(statement=statement)
        command = [sys.executable, "-c", program]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
        return set(done.stderr.rpartition("imported:")[2].split())

    return imported


def test_who_asks_for_the_version_waits_for_no_library(imported):
    statement = COMMAND.format(arguments=["--version"])
    assert not imported(statement) & {*FACTS, *HOST, *LARGE}


def test_a_check_imports_what_it_needs_alone(imported):
    modules = imported(COMMAND.format(arguments=["check"]))
    assert modules >= {*FACTS, *HOST}
    assert not modules & LARGE


def test_the_plugin_imports_what_makes_a_site_when_one_is_made(imported):
    plain = imported("import mkdocs.commands.build")
    more = imported("import mkdocs.commands.build, ita_site.plugin") - plain
    assert "ita_site.plugin" in more
    assert not more & {"pydantic", "qrcode", "xlsxwriter", "ita_site.site.load"}
