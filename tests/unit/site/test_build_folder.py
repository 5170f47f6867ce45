"""What earlier runs left beside a site, and what is none of ours."""

from __future__ import annotations

import pytest

from ita_site.site.build_folder import LAST, LOCK, MARK, SITE, BuildFolderError, open_build_folder


@pytest.fixture
def target(tmp_path):
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("old", "utf-8")
    return folder


def fill(folder, text="new"):
    (folder.path / "index.html").write_text(text, "utf-8")


def shown(target):
    return (target / "index.html").read_text("utf-8")


def test_the_new_site_takes_the_place_and_nothing_is_left(target, tmp_path):
    target.chmod(0o750)
    folder = open_build_folder(target)
    fill(folder)
    assert shown(target) == "old"
    given_up = []
    folder.exchange(lambda site: given_up.append(shown(site)))
    assert (shown(target), given_up) == ("new", ["old"])
    assert target.stat().st_mode & 0o777 == 0o750
    assert list(tmp_path.iterdir()) == [target]


def test_the_first_site_of_all(tmp_path):
    folder = open_build_folder(tmp_path / "a/b/site")
    fill(folder)
    folder.exchange(lambda _: None)
    assert shown(tmp_path / "a/b/site") == "new"


def leftover(target, number, *names: str):
    folder = target.parent / f".{target.name}{MARK}{number:08x}"
    folder.mkdir()
    for name in names:
        (folder / name).mkdir()
        (folder / name / "index.html").write_text(name, "utf-8")
    (folder / LOCK).touch()
    return folder


def test_what_dead_runs_left_is_cleared_away_and_a_living_one_is_not(target):
    living = open_build_folder(target)
    dead = [leftover(target, 1, SITE), leftover(target, 2, SITE, LAST), leftover(target, 3)]
    open_build_folder(target).discard()
    assert [folder.exists() for folder in dead] == [False] * 3
    assert living.path.is_dir()
    living.discard()


def test_a_site_that_a_dead_run_had_put_aside_comes_back(target):
    folder = leftover(target, 1, SITE)
    target.rename(folder / LAST)
    open_build_folder(target).discard()
    assert shown(target) == "old"


def test_nothing_of_others_is_touched(target):
    others = (f".other{MARK}0000000a", f".{target.name}{MARK}notes", ".site.ita-x", "site.old")
    for name in others:
        (target.parent / name).mkdir()
        (target.parent / name / "file").touch()
    open_build_folder(target).discard()
    assert all((target.parent / name / "file").is_file() for name in others)


def test_an_exchange_entry_by_entry_that_was_killed_is_ended(target):
    """Both halves: the old entries not all away yet, the new ones not all in place."""
    coming = target / f"{MARK}next"
    coming.mkdir()
    (coming / "index.html").write_text("new", "utf-8")
    (coming / "more.html").touch()
    (target / f"{MARK}leaving").mkdir()
    open_build_folder(target).discard()
    assert shown(target) == "new"
    coming = target / f"{MARK}coming"
    coming.mkdir()
    (coming / "index.html").write_text("newer", "utf-8")
    (target / "index.html").unlink()
    open_build_folder(target).discard()
    assert shown(target) == "newer"
    assert sorted(path.name for path in target.iterdir()) == ["index.html", "more.html"]


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "site").touch()
    with pytest.raises(BuildFolderError, match="Not a directory"):
        open_build_folder(tmp_path / "site")
    assert (tmp_path / "site").is_file()
