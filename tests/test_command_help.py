"""What `--help` says of each command: in Thai, of all that there is, and of nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
import yaml

from ita_site import cli
from ita_site.cli import COMMANDS, main
from tests.commands import ita_site

WORDS = yaml.safe_load(Path(cli.__file__).with_name("help.th.yml").read_text("utf-8"))
THAI = re.compile(r"[\u0e00-\u0e7f]")


def every_command() -> dict[str, click.Command]:
    """Commands and those below them by the words that call them."""
    found = {name: main.get_command(None, name) for name in COMMANDS}
    groups = [(name, it) for name, it in found.items() if isinstance(it, click.Group)]
    below = {f"{name} {sub}": it for name, group in groups for sub, it in group.commands.items()}
    return found | below


EVERY = every_command()


def options(command: click.Command) -> dict[str, click.Option]:
    """By their long names."""
    named = [it for it in command.params if isinstance(it, click.Option)]
    return {max(it.opts, key=len): it for it in named}


def test_there_are_words_on_each_command_and_on_no_other():
    assert WORDS["commands"].keys() == EVERY.keys()


@pytest.mark.parametrize("name", EVERY)
def test_no_words_are_on_an_option_that_is_not_there(name):
    own = WORDS["commands"][name].get("options", {})
    assert own.keys() - options(EVERY[name]).keys() == set()


def test_common_words_are_on_options_that_some_command_has():
    known = {"--help", "--version"}.union(*(options(it) for it in EVERY.values()))
    assert WORDS["options"].keys() - known == set()


@pytest.mark.parametrize("name", EVERY)
def test_the_help_of_a_command_names_and_explains_all_of_it_in_thai(tmp_path, name):
    result = ita_site(tmp_path, *name.split(), "--help")
    assert result.returncode == 0, result.stderr
    lines = result.stdout.splitlines()
    assert lines[0].startswith(f"วิธีใช้: ita-site {name}")
    for option in options(EVERY[name]):
        (at,) = (i for i, line in enumerate(lines) if re.match(rf"  (-\w, )?{option}\b(?!-)", line))
        assert THAI.search(lines[at + 1])
    said = [line for line in lines[1:] if line and not line.startswith("  -")]
    if not isinstance(EVERY[name], click.Group):
        assert [line for line in said if not THAI.search(line)] == []
    assert max(map(len, lines)) < 110


def test_the_help_of_the_program_lists_its_commands(tmp_path):
    lines = ita_site(tmp_path, "--help").stdout.splitlines()
    listed = [line.strip() for line in lines[lines.index("คำสั่ง:") + 1 :: 2]]
    assert listed == list(COMMANDS)
    assert all(map(THAI.search, lines[lines.index("คำสั่ง:") + 2 :: 2]))


def test_without_a_command_the_help_is_shown(tmp_path):
    result = ita_site(tmp_path)
    assert "Traceback" not in result.stderr
    assert "คำสั่ง:" in result.stdout + result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("--lang", "en", "--help"),
        ("--lang=en", "due", "--help"),
        ("check", "--lang", "en", "-h"),
        ("--lang", "en", "portal", "update", "--help"),
    ],
)
def test_help_is_in_english_where_that_is_asked_for(tmp_path, arguments):
    result = ita_site(tmp_path, *arguments)
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("Usage: ita-site")
    assert not THAI.search(result.stdout)


def test_the_language_asked_of_the_program_is_that_of_its_commands(tmp_path):
    said = ita_site(tmp_path, "--lang", "en", "explain", "ITA203")
    assert said.stdout == ita_site(tmp_path, "explain", "ITA203", "--lang", "en").stdout
    assert said.stdout != ita_site(tmp_path, "explain", "ITA203").stdout
