"""What a repository's own objects may put on a disk."""

from __future__ import annotations

import subprocess

from ita_site.facts.git.objects import objects
from tests.review.proposal import git


def _store(folder, kind: str, content: bytes) -> str:
    done = subprocess.run(
        ["git", "hash-object", "-t", kind, "-w", "--stdin", "--literally"],
        cwd=folder,
        input=content,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode().strip()


def test_a_folder_of_hostile_names_is_written_within_its_target(tmp_path):
    """Git itself would refuse such a folder; its objects can be sent all the same."""
    folder, target = tmp_path / "repository", tmp_path / "deep" / "target"
    folder.mkdir()
    git(folder, "init", "--quiet")
    blob = _store(folder, "blob", b"evil")
    entry = bytes.fromhex(blob)
    inner = _store(folder, "tree", b"100644 out.txt\0" + entry)
    tree = _store(
        folder,
        "tree",
        b"40000 ..\0"
        + bytes.fromhex(inner)
        + b"100644 ../up.txt\0"
        + entry
        + b"100644 good.txt\0"
        + entry,
    )
    with objects(folder) as repository:
        repository.write(tree, target)
    assert [path.name for path in (tmp_path / "deep").rglob("*")] == ["target", "good.txt"]
