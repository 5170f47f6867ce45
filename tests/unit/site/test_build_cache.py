"""The cache of a build: taken from the very same alone, and as it was made."""

from __future__ import annotations

import os

import pytest

from ita_site.site.build_cache import BuildCache

MADE_FROM = ("ที่อยู่", b"<p>", "")


class Maker:
    """Makes another result each time."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> bytes:
        self.count += 1
        return f"ครั้งที่ {self.count}".encode()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "kept/of-all"


@pytest.fixture
def make():
    return Maker()


def asked(folder, make, *made_from: str | bytes, common="โปรแกรม"):
    return BuildCache(folder, common).get(made_from or MADE_FROM, make)


def test_the_same_is_made_once(folder, make):
    assert asked(folder, make) == asked(folder, make)
    assert make.count == 1


@pytest.mark.parametrize(
    "made_from",
    [
        ("ที่อยู่", b"<p>"),
        ("ที่อยู่", b"<p>", "", ""),
        ("ที่", "อยู่<p>", ""),
        ("ที่อยู่<p>", "", ""),
        ("", "ที่อยู่", b"<p>"),
        ("ที่อยู่", b"<P>", ""),
    ],
)
def test_from_anything_else_it_is_made_anew(folder, make, made_from):
    first = asked(folder, make)
    assert asked(folder, make, *made_from) != first
    assert asked(folder, make) == first


def test_another_program_makes_all_anew(folder, make):
    assert asked(folder, make) != asked(folder, make, common="โปรแกรมใหม่")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text[:-1] + bytes([text[-1] ^ 1]),  # as long as before
        lambda text: text[:-1],
        lambda text: text + b" ",
        lambda text: text[32:],
        lambda _: b"",
    ],
)
def test_what_somebody_changed_is_made_anew_whatever_its_time_says(folder, make, spoil):
    first = asked(folder, make)
    (file,) = folder.iterdir()
    before = file.stat()
    file.write_bytes(spoil(file.read_bytes()))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    again = asked(folder, make)
    assert again != first
    assert asked(folder, make) == again


def test_a_clock_that_goes_back_changes_nothing(folder, make):
    first = asked(folder, make)
    for file in folder.iterdir():
        os.utime(file, (0, 0))
    assert asked(folder, make) == first


def test_what_nobody_asks_for_any_more_goes(folder, make):
    asked(folder, make, "ก")
    asked(folder, make, "ข")
    cache = BuildCache(folder, "โปรแกรม")
    cache.get(("ก",), make)
    cache.forget_others()
    assert make.count == 2
    assert len([*folder.iterdir()]) == 1
    asked(folder, make, "ข")
    assert make.count == 3


def test_where_nothing_can_be_kept_everything_is_made(tmp_path, make):
    (tmp_path / "file").touch()
    cache = BuildCache(tmp_path / "file/below", "")
    assert cache.get(MADE_FROM, make) != cache.get(MADE_FROM, make)
    cache.forget_others()
    alone = BuildCache()
    assert alone.get(MADE_FROM, make) != alone.get(MADE_FROM, make)
    alone.forget_others()
