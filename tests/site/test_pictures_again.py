"""A report's picture is made fit to be published once, and anew where the file is another."""

from __future__ import annotations

import os

import pytest
from PIL import Image

from ita_site.facts.content.pictures import published
from ita_site.plugin import files
from ita_site.site.build_cache import BuildCache


@pytest.fixture
def photo(tmp_path):
    return paint(tmp_path / "a.png", "red")


def paint(path, colour):
    Image.new("RGB", (40, 30), colour).save(path)
    return path


@pytest.fixture
def made(monkeypatch):
    """The pictures that were made, one after the other."""
    paths = []

    def counted(path):
        paths.append(path)
        return published(path)

    monkeypatch.setattr(files, "published", counted)
    return paths


def test_the_same_picture_is_made_once_and_another_anew(photo, made, tmp_path):
    cache = BuildCache(tmp_path / "before")
    first = files.picture(photo, cache)
    assert files.picture(photo, cache) == first == published(photo).content
    assert made == [photo]
    state = photo.stat()
    paint(photo, "blue")
    os.utime(photo, ns=(state.st_atime_ns, state.st_mtime_ns + 1))
    assert files.picture(photo, cache) == published(photo).content != first
    assert made == [photo, photo]


def test_the_same_bytes_by_another_name_are_another_picture(photo, made, tmp_path):
    cache = BuildCache(tmp_path / "before")
    other = photo.with_suffix(".webp")
    other.write_bytes(photo.read_bytes())
    assert files.picture(photo, cache) != files.picture(other, cache)
    assert made == [photo, other]


def test_without_a_place_to_keep_it_a_picture_is_made(photo, made):
    assert files.picture(photo, None) == published(photo).content
    assert made == [photo]
