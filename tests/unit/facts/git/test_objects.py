"""Folders of a repository that somebody made by hand."""

from __future__ import annotations

import subprocess

import pytest

from ita_site.facts.git.command import GitError
from ita_site.facts.git.objects import objects
from tests.review.proposal import git


@pytest.fixture
def repository(tmp_path):
    (tmp_path / "repository").mkdir()
    git(tmp_path / "repository", "init", "--quiet")
    return tmp_path / "repository"


def store(repository, kind, content):
    command = ["git", "hash-object", "-t", kind, "-w", "--stdin", "--literally"]
    done = subprocess.run(command, cwd=repository, input=content, capture_output=True, check=True)
    return done.stdout.decode().strip()


def folder(repository, *entries: tuple[str, str, str]):
    content = b"".join(
        f"{mode} {name}".encode() + b"\0" + bytes.fromhex(identity)
        for mode, name, identity in entries
    )
    return store(repository, "tree", content)


@pytest.mark.parametrize("name", [".git", "..", "../evil", ".", "a/b", "..\\evil"])
def test_no_name_leads_out_of_the_folder(repository, tmp_path, name):
    blob = store(repository, "blob", b"evil")
    inner = folder(repository, ("100644", "evil", blob))
    for entry in (("100644", name, blob), ("40000", name, inner)):
        made = folder(repository, entry)
        with objects(repository) as found, pytest.raises(GitError, match="ชี้ออกนอก"):
            found.write(made, tmp_path / "here/data")
    assert not [path for path in tmp_path.rglob("*evil*") if "repository" not in path.parts]


def test_folders_that_hold_one_another_come_to_an_end(repository, tmp_path):
    """Of ten folders of ten files each, nested ten deep, there are ten thousand million files."""
    made = folder(repository, ("100644", "a", store(repository, "blob", b"")))
    for _ in range(10):
        made = folder(repository, *(("40000", str(number), made) for number in range(10)))
    with objects(repository) as found, pytest.raises(GitError, match="มากกว่า"):
        list(found.files(made))
    for _ in range(70):
        made = folder(repository, ("40000", "a", made))
    with objects(repository) as found, pytest.raises(GitError, match="ลึกกว่า"):
        found.write(made, tmp_path / "here")
