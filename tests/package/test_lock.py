"""The lock that comes with the program holds all it needs, and fits what it says it needs."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from ita_site import SOURCE
from ita_site.office.init import lock
from tests.site.project import REPOSITORY

TEXT = (REPOSITORY / "ita_site/office/init/requirements.txt").read_text("utf-8")
ENTRY = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>\S+)(?: ; (?P<marker>.+?))?"
    r"(?: \\\n +--hash=sha256:[0-9a-f]{64})+$",
    re.MULTILINE,
)
ENTRIES = [match.groupdict() for match in ENTRY.finditer(TEXT)]
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
SYSTEMS = [
    {"sys_platform": system, "platform_system": name, "os_name": kind, "extra": ""}
    for system, name, kind in (
        ("linux", "Linux", "posix"),
        ("win32", "Windows", "nt"),
        ("darwin", "Darwin", "posix"),
    )
]


def versions(name: str) -> list[str]:
    return [entry["version"] for entry in ENTRIES if entry["name"] == canonicalize_name(name)]


def test_every_line_is_a_version_with_hashes():
    lines = [line for line in TEXT.splitlines() if line and not line.startswith(("#", " "))]
    assert len(lines) == len(ENTRIES) > 40


def test_it_fits_what_the_program_says_it_needs():
    for text in PROJECT["dependencies"]:
        needed = Requirement(text)
        found = versions(needed.name)
        assert found, text
        assert all(needed.specifier.contains(version) for version in found), (text, found)


def needed_by(name: str) -> set[str]:
    """What an installed package needs on any system of the three."""
    try:
        texts = requires(name) or []
    except PackageNotFoundError:
        return set()
    needed = map(Requirement, texts)
    return {
        canonicalize_name(one.name)
        for one in needed
        if not one.marker or any(one.marker.evaluate(system) for system in SYSTEMS)
    }


def test_nothing_that_those_need_is_missing_on_any_system():
    missing = {
        (entry["name"], name)
        for entry in ENTRIES
        for name in needed_by(entry["name"])
        if not versions(name)
    }
    assert missing == set()
    assert versions("colorama"), "click wants it on Windows"


def test_the_programs_address_is_the_same_everywhere():
    assert PROJECT["urls"]["Source"] == SOURCE


@pytest.mark.parametrize("noted", [{"hashes": {"sha256": "0f"}}, {"hash": "sha256=0f"}])
def test_a_wheels_hash_is_read_as_old_and_new_pips_note_it(noted):
    assert lock._digest({"archive_info": noted}) == "0f"  # noqa: SLF001 - no old pip runs here
    assert lock._digest({"dir_info": {}}) == ""  # noqa: SLF001
