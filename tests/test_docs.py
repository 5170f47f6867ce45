"""What is said of the program holds: help, README, changelog, the page of problems."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import click
import pytest

from ita_site import __version__
from ita_site.cli import COMMANDS, main
from ita_site.facts.problems import catalogue
from ita_site.facts.reading.publication import read_publication
from ita_site.facts.thai.calendar import BEDate
from ita_site.plugin import ItaSiteConfig
from ita_site.site.pages.common_pages import help_page
from ita_site.site.pages.view import AgencyView

REPOSITORY = Path(__file__).parent.parent
MAKEFILE = (REPOSITORY / "Makefile").read_text("utf-8")
TARGETS = set(re.findall(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)[0].split())
DOCUMENTS = sorted([*REPOSITORY.glob("*.md"), *(REPOSITORY / "data").glob("*.md")])
every_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
NAMED = {name: main.get_command(click.Context(main), name) for name in COMMANDS}
WITHIN = {name: getattr(command, "commands", {}) for name, command in NAMED.items()}
EVERY = [main, *NAMED.values(), *(one for named in WITHIN.values() for one in named.values())]
every_command = pytest.mark.parametrize("command", EVERY, ids=lambda c: c.name)


def words(document: Path, command: str) -> list[list[str]]:
    """The words behind each mention of a command in code."""
    text = document.read_text("utf-8")
    code = re.findall(r"`([^`\n]+)`", text) + re.findall(
        r"^(?: {4})?(\S.*)$", _fenced(text), re.MULTILINE
    )
    found = (re.search(rf"(?:^|[\s/]){command} (.+)", line) for line in code)
    return [match[1].split("#")[0].split() for match in found if match]


def _fenced(text: str) -> str:
    return "\n".join(re.findall(r"^```.*?\n(.*?)^```", text, re.MULTILINE | re.DOTALL))


@every_command
def test_every_command_says_what_it_does(command):
    assert command.help
    assert command.help.strip().endswith(".")


@every_command
def test_every_option_says_what_it_does_and_every_argument_is_named(command):
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name
        else:
            assert parameter.name.upper() in command.help


@every_document
def test_commands_and_options_that_are_named_exist(document):
    for name, *arguments in words(document, "ita-site"):
        assert name in NAMED or name.startswith("-"), name
        within = WITHIN.get(name, {})
        assert not within or arguments[0] in within, arguments
        known = (within[arguments[0]] if within else NAMED.get(name, main)).params
        options = {text for parameter in known for text in parameter.opts}
        named = {word.partition("=")[0] for word in arguments if word.startswith("-")}
        assert named - options - {"--help"} == set()


@every_document
def test_targets_that_are_named_exist(document):
    named = {arguments[0] for arguments in words(document, "make")}
    assert {name for name in named if re.fullmatch("[a-z-]+", name)} - TARGETS == set()


@pytest.mark.parametrize("name", ["README.md", "README.th.md"])
def test_every_command_stands_in_the_readme(name):
    rows = re.findall(
        r"^\| `ita-site ([a-z-]+)", (REPOSITORY / name).read_text("utf-8"), re.MULTILINE
    )
    assert sorted(rows) == sorted(COMMANDS)


@pytest.mark.parametrize("name", ["README.md", "README.th.md"])
def test_the_newcomers_two_commands_are_in_the_readme(name):
    named = [arguments[0] for arguments in words(REPOSITORY / name, "make")]
    assert {"site", "test"} <= set(named)


def test_make_alone_lists_every_target():
    shown = re.findall(r"@echo 'make ([\w-]+)", MAKEFILE)
    assert set(shown) == TARGETS - {"help"}


@every_document
def test_links_to_files_lead_to_files(document):
    targets = re.findall(r"\]\(([^)#\s]+)", document.read_text("utf-8"))
    files = [target for target in targets if not re.match(r"[a-z]+:", target)]
    assert [file for file in files if not (document.parent / file).exists()] == []


def test_the_version_is_the_same_everywhere():
    headings = re.findall(
        r"^## (\S+) – (\S+)$", (REPOSITORY / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE
    )
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    assert headings[0][0] == project["version"] == __version__
    assert all(re.fullmatch(r"\d{4}-\d{2}-\d{2}", day) for _, day in headings)
    days = [day for _, day in headings]
    assert days == sorted(days, reverse=True)


def test_every_problem_has_its_place_on_the_page_of_problems(data):
    (agency,) = read_publication(data()).publication.agencies
    body = help_page({}, AgencyView(agency, BEDate(2566, 5, 15)).frame).body
    assert [code for code in catalogue() if f' id="{code.lower()}"' not in body] == []


PUBLIC = (REPOSITORY / "COMPATIBILITY.md").read_text("utf-8")


def test_what_is_public_is_listed_whole():
    commands = re.search(r"(?ms)^\*\*Commands\*\*.*?(?=\n\n)", PUBLIC)[0]
    listed = set(re.findall(r"`([a-z][a-z-]+)`", commands))
    assert set(COMMANDS) <= listed
    settings = re.search(r"(?ms)^\*\*Settings\*\*.*?(?=\n\n)", PUBLIC)[0]
    options = {name for name, _ in ItaSiteConfig._schema}  # noqa: SLF001 - MkDocs has no other way
    assert options <= set(re.findall(r"`(\w+)`", settings))
