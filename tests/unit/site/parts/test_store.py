"""What is kept of an agency is taken only as it was written, whatever the clock says."""

from __future__ import annotations

import os

import pytest

from ita_site.facts.thai.calendar import BEDate
from ita_site.site.finished.built_site import Gathered
from ita_site.site.parts.record import Record
from ita_site.site.parts.store import FILES, Store
from ita_site.site.search.index import OfAgency
from tests.unit.site.pages.test_portal import portal

DAY, LATER = BEDate(2569, 11, 20), BEDate(2570, 1, 1)
SUMMARY = portal(1).everyone[0]
PAGE, TABLE = f"{SUMMARY.prefix}index.html", f"{SUMMARY.prefix}data/steps.csv"
HOUR = 3_600_000_000_000


@pytest.fixture
def record():
    return Record("กุญแจ", DAY, LATER, SUMMARY, (), (), Gathered(), (PAGE,), has_pdf=False)


@pytest.fixture
def store(tmp_path, record):
    """A store that keeps a page and a table."""
    made = tmp_path / "made"
    for name in (PAGE, TABLE):
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text("ทำแล้ว", "utf-8")
    kept = Store(tmp_path / "kept")
    kept.keep(record, OfAgency("", ""), made, [PAGE, TABLE])
    return kept


def rewrite(file, text, hours=0):
    """Write a file anew as of some hours later than it was."""
    before = file.stat().st_mtime_ns
    file.write_text(text, "utf-8")
    os.utime(file, ns=(before + hours * HOUR, before + hours * HOUR))


@pytest.mark.parametrize(
    ("text", "hours", "is_same"),
    [
        *(("ทำแล้ว", hours, True) for hours in (-1, 0, 1)),
        *(("ทำแลว", hours, False) for hours in (-1, 0, 1)),
        *(("ทำแล้ง", hours, False) for hours in (-1, 1)),  # at one time git sees no other either
    ],
)
def test_other_bytes_are_seen_by_their_number_or_their_time(store, record, text, hours, is_same):
    rewrite(store.files_of(SUMMARY.slug) / PAGE, text, hours)
    assert store.is_whole(record) == is_same


@pytest.mark.parametrize("name", [PAGE, TABLE])
def test_a_file_that_is_gone_is_missed(store, record, name):
    assert store.is_whole(record)
    (store.files_of(SUMMARY.slug) / name).unlink()
    assert not store.is_whole(record)


@pytest.mark.parametrize("text", ["", "{", '{"a": 1}'])
def test_a_list_that_cannot_be_read_lists_nothing(store, record, text):
    (store.folder / SUMMARY.slug / FILES).write_text(text, "utf-8")
    assert not store.is_whole(record)


@pytest.mark.parametrize("text", ["ทำแล้ว", "ทำแล้ง"])
def test_a_folder_of_the_last_site_is_taken_over_only_as_it_was_put_there(
    store, record, tmp_path, text
):
    site, next_site = tmp_path / "site", tmp_path / "next"
    store.put(record, site)
    (site / PAGE).unlink()
    (site / PAGE).write_text(text, "utf-8")
    store.take_over(record, site)
    assert store.is_whole(record)
    next_site.mkdir()
    store.put(record, next_site)
    assert {(next_site / name).read_text("utf-8") for name in (PAGE, TABLE)} == {"ทำแล้ว"}


def test_a_record_holds_for_its_key_and_its_days_alone(store, record):
    found = [
        store.find(SUMMARY.slug, key, day)
        for key, day in (("กุญแจ", DAY), ("อื่น", DAY), ("กุญแจ", LATER), ("กุญแจ", BEDate(2569, 1, 1)))
    ]
    assert found == [record, None, None, None]
