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


def test_a_name_that_stands_twice_is_refused(repository):
    """One program would see the first of them, another the last."""
    one, other = (store(repository, "blob", text) for text in (b"1", b"2"))
    inner = folder(repository, ("100644", "x", one))
    for entries in (
        (("100644", "a", one), ("100644", "a", other)),
        (("100644", "a", one), ("40000", "a", inner)),
        (("100644", "a", one), ("100644", "a.b", one), ("40000", "a", inner)),
        (("100644", "b", one), ("100644", "a", other)),
    ):
        with objects(repository) as found, pytest.raises(GitError, match="ชื่อซ้ำ"):
            found.entries(folder(repository, *entries))


def test_a_mode_counts_as_git_takes_it(repository, tmp_path):
    """Zeros before it, or other rights, hide nothing: a checkout lays these out as well."""
    blob = store(repository, "blob", "ก".encode())
    inner = folder(repository, ("100600", "private", blob))
    made = folder(repository, ("040000", "zero", inner), ("0120000", "zlink", blob))
    with objects(repository) as found:
        assert [name for name, _ in found.files(made)] == ["zero/private"]
        found.write(made, tmp_path / "here")
    assert (tmp_path / "here/zero/private").read_text("utf-8") == "ก"
    assert (tmp_path / "here/zlink").is_symlink()


def test_a_name_that_no_disk_takes_is_told(repository, tmp_path):
    made = folder(repository, ("100644", "ก" * 200, store(repository, "blob", b"")))
    with objects(repository) as found, pytest.raises(GitError, match="ลงเครื่องไม่ได้"):
        found.write(made, tmp_path / "here")
