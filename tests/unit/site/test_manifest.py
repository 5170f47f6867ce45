"""A site's list of files: the same for the same site, and safe to act upon."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_site.facts.git.commits import Revision
from ita_site.site.manifest import (
    NAME,
    Difference,
    Entry,
    Identity,
    Manifest,
    ManifestError,
    compare,
    hash_folder,
    manifest_of,
    read_manifest,
)
from ita_site.site.write_manifest import About, write_manifest

SITE = Identity("เทศบาลทดสอบ")


def written(folder, about):
    """What the manifest says that is written into a folder, in the bytes that this has."""
    write_manifest(folder, about)
    said = manifest_of(folder)
    assert (folder / NAME).read_bytes() == said.as_json()
    return said


A, B = Entry("a" * 64, 1), Entry("b" * 64, 1)
HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
entries = st.builds(Entry, st.text("0123456789abcdef", min_size=64, max_size=64), st.integers(0))
files = st.dictionaries(st.sampled_from("abcdefgh"), entries)


def test_every_file_is_listed_but_the_manifest_itself(tmp_path):
    (tmp_path / "ก").mkdir()
    (tmp_path / "ก/ข.txt").write_text("hello", "utf-8")
    (tmp_path / ".htaccess").touch()
    made = written(tmp_path, About(SITE))
    assert list(made.files) == [".htaccess", "ก/ข.txt"]
    assert made.files["ก/ข.txt"] == Entry(HELLO, 5)
    again = written(tmp_path, About(SITE))
    assert again == made
    assert made.size == 5


@given(files, st.none() | st.text(), st.booleans(), st.lists(st.text()))
def test_what_is_written_is_what_is_read(files, url, flag, withheld):
    said = Manifest(
        *(Identity("ก", url), files, None, flag, None, not flag), errors=3, withheld=tuple(withheld)
    )
    assert read_manifest(said.as_json()) == said


@given(files, files)
def test_a_difference_leads_from_one_list_to_the_other(old, new):
    between = compare(old, new)
    kept = {path: old[path] for path in between.same}
    taken = {path: new[path] for path in (*between.added, *between.changed)}
    assert {**kept, **taken} == new
    assert set(between.gone) == old.keys() - new.keys()
    assert bool(between) == (old != new)


def test_a_difference_has_four_parts():
    found = compare({"a": A, "b": A, "c": A}, {"b": A, "c": B, "d": B})
    assert found == Difference(added=("d",), changed=("c",), same=("b",), gone=("a",))


@pytest.mark.parametrize("path", ["/etc/passwd", "../up", "a/../../b", "a\nb", "", "a\0b"])
def test_a_path_that_leads_elsewhere_is_refused(path):
    raw = json.loads(Manifest(SITE, {}).as_json())
    raw["files"][path] = {"sha256": "a" * 64, "size": 1}
    with pytest.raises(ManifestError):
        read_manifest(json.dumps(raw))


@pytest.mark.parametrize(
    "text", ["", "<html>", "[]", "{}", '{"format": 2}', '{"format": 1}', "[" * 9999, b"\xff"]
)
def test_what_is_no_manifest_is_refused(text):
    with pytest.raises(ManifestError):
        read_manifest(text)


@pytest.mark.parametrize("part", ["site", "files", "commit", "errors", "withheld"])
def test_a_damaged_manifest_is_refused(part):
    raw = json.loads(Manifest(SITE, {}).as_json())
    del raw[part]
    with pytest.raises(ManifestError):
        read_manifest(json.dumps(raw))


def test_a_file_whose_name_spans_lines_is_refused(tmp_path):
    (tmp_path / "a\nb").touch()
    with pytest.raises(ManifestError):
        hash_folder(tmp_path)


def test_the_day_is_that_of_the_commit_unless_somebody_says_another(tmp_path):
    commit = Revision("c" * 40, 1_700_000_000, changed=True)
    assert written(tmp_path, About(SITE, commit)).made == "2023-11-14T22:13:20Z"
    said = written(tmp_path, About(SITE, commit, epoch=0))
    assert said.made == "1970-01-01T00:00:00Z"
    assert said.label == "1970-01-01 ccccccc+"
    assert written(tmp_path, About(SITE)).label == "–"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Identity("ก", "https://www.a.go.th/"), Identity("ข", "http://a.go.th"), True),
        (Identity("ก", "https://a.go.th/ita/"), Identity("ก", "https://a.go.th/"), False),
        (Identity("ก", "https://a.go.th/"), Identity("ก"), True),
        (Identity("ก"), Identity("ข"), False),
    ],
)
def test_a_site_is_known_by_its_address_else_by_its_name(one, other, same):
    assert one.is_same_as(other) is other.is_same_as(one) is same
