"""The locks, an agency's and our own, hold all that is needed and fit what the program needs."""

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

LOCKS = {
    "agency": REPOSITORY / "ita_site/office/init/requirements.txt",
    "dev": REPOSITORY / ".ci/dev.txt",
    "build": REPOSITORY / ".ci/build.txt",
}
ENTRY = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>\S+)(?: ; (?P<marker>.+?))?"
    r"(?: \\\n +--hash=sha256:[0-9a-f]{64})+$",
    re.MULTILINE,
)


def entries(name: str) -> list[dict[str, str]]:
    return [match.groupdict() for match in ENTRY.finditer(LOCKS[name].read_text("utf-8"))]


ENTRIES = {name: entries(name) for name in LOCKS}
each_lock = pytest.mark.parametrize("name", LOCKS)
PYPROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))
PROJECT, BUILD = PYPROJECT["project"], PYPROJECT["build-system"]
SYSTEMS = [
    {"sys_platform": system, "platform_system": name, "os_name": kind, "extra": ""}
    for system, name, kind in (
        ("linux", "Linux", "posix"),
        ("win32", "Windows", "nt"),
        ("darwin", "Darwin", "posix"),
    )
]


def versions(lock_name: str, library: str) -> list[str]:
    wanted = canonicalize_name(library)
    return [entry["version"] for entry in ENTRIES[lock_name] if entry["name"] == wanted]


@each_lock
def test_every_line_is_a_version_with_hashes(name):
    text = LOCKS[name].read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith(("#", " "))]
    assert len(lines) == len(ENTRIES[name]) > 5


EXTRAS = PROJECT["optional-dependencies"]
NEEDS = [
    *(("agency", text) for text in PROJECT["dependencies"]),
    *(("dev", text) for text in (*PROJECT["dependencies"], *EXTRAS["dev"])),
    *(("build", text) for text in (*BUILD["requires"], "setuptools")),
]


def test_they_fit_what_the_program_says_it_needs():
    for name, text in NEEDS:
        needed = Requirement(text)
        found = versions(name, needed.name)
        assert found, (name, text)
        assert all(needed.specifier.contains(version) for version in found), (name, text, found)


def test_one_environment_takes_them_all():
    """What two locks name they name alike, for the same systems."""
    names = {entry["name"] for entry in ENTRIES["agency"]} | {"hatchling", "packaging"}
    assert names <= {entry["name"] for entry in ENTRIES["dev"]}
    for library in names:
        found = [set(versions(name, library)) for name in LOCKS if versions(name, library)]
        assert all(one == found[0] for one in found), library


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


@each_lock
def test_nothing_that_those_need_is_missing_on_any_system(name):
    missing = {
        (entry["name"], library)
        for entry in ENTRIES[name]
        for library in needed_by(entry["name"])
        if not versions(name, library)
    }
    assert missing == set()


@pytest.mark.parametrize("name", ["agency", "dev"])
def test_what_only_windows_wants_is_there(name):
    assert versions(name, "colorama"), "click wants it"


def test_the_programs_address_is_the_same_everywhere():
    assert PROJECT["urls"]["Source"] == SOURCE


@pytest.mark.parametrize("noted", [{"hashes": {"sha256": "0f"}}, {"hash": "sha256=0f"}])
def test_a_wheels_hash_is_read_as_old_and_new_pips_note_it(noted):
    assert lock._digest({"archive_info": noted}) == "0f"  # noqa: SLF001 - no old pip runs here
    assert lock._digest({"dir_info": {}}) == ""  # noqa: SLF001
