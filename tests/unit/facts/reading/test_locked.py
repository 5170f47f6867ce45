"""What is kept of agencies' repositories, lent to another data folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_site.facts.reading.locked import cache_of, digest_of, lend_cache


@pytest.fixture
def data(tmp_path):
    kept = cache_of(tmp_path / "one/data") / "digest/tak"
    kept.mkdir(parents=True)
    (kept / "agency.yml").write_text("name: ก\n", "utf-8")
    return tmp_path / "one/data"


@pytest.mark.parametrize("links", [True, False])
def test_it_is_found_from_there_with_and_without_links(data, tmp_path, monkeypatch, links):
    def refuse(_place, _target, *, target_is_directory):
        assert target_is_directory
        raise OSError

    if not links:
        monkeypatch.setattr(Path, "symlink_to", refuse)
    lend_cache(data, tmp_path / "two/data")
    kept, lent = (cache_of(it) / "digest/tak" for it in (data, tmp_path / "two/data"))
    assert digest_of(lent) == digest_of(kept)
    assert (lent / "agency.yml").read_text("utf-8") == "name: ก\n"


def test_what_lies_in_its_place_is_not_taken_for_it(data, tmp_path):
    cache_of(tmp_path / "two/data").mkdir(parents=True)
    with pytest.raises(FileExistsError):
        lend_cache(data, tmp_path / "two/data")


def test_where_nothing_is_kept_nothing_is_lent(tmp_path):
    lend_cache(tmp_path / "one/data", tmp_path / "two/data")
    assert not (tmp_path / "two").exists()
