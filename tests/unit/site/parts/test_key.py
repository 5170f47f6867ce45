"""What an agency's pages are made from: every file of it, and nothing that cannot be read."""

from __future__ import annotations

import os
import threading

import pytest

from ita_site.site.parts.files_beside import FilesBeside
from ita_site.site.parts.key import agency_key


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "tak/2569").mkdir(parents=True)
    (tmp_path / "tak/agency.yml").write_text("name: ตาก\n", "utf-8")
    return tmp_path / "tak"


def key(folder):
    return agency_key("ร่วมกัน", folder, None, FilesBeside({}, ""))


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "agency.yml").write_text("name: ตาด\n", "utf-8"),
        lambda folder: (folder / "agency.yml").rename(folder / "channels.yml"),
        lambda folder: (folder / "2569").rename(folder / "2570"),
        lambda folder: (folder / "2569/year.yml").touch(),
        lambda folder: (folder / "year.yml").symlink_to("agency.yml"),
        lambda folder: (folder / ".git").mkdir(),
    ],
)
def test_whatever_changes_in_the_folder_is_another_key(folder, change):
    before = key(folder)
    assert key(folder) == before
    change(folder)
    assert key(folder) != before


def test_a_file_and_a_link_that_say_the_same_are_two(folder):
    (folder / "year.yml").write_text("agency.yml", "utf-8")
    as_file = key(folder)
    (folder / "year.yml").unlink()
    (folder / "year.yml").symlink_to("agency.yml")
    assert key(folder) != as_file


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among its files")
def test_a_pipe_that_nobody_fills_is_not_waited_for(folder):
    os.mkfifo(folder / "year.yml")
    asking = threading.Thread(target=key, args=(folder,), daemon=True)
    asking.start()
    asking.join(5)
    assert not asking.is_alive()
