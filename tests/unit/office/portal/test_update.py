"""The newest good state of each agency into the lock; what does not read keeps its last."""

from __future__ import annotations

import dataclasses
import json
import shutil

import pytest

from ita_site.facts.git.remote import LOCAL, WEB
from ita_site.facts.problems import DataError
from ita_site.facts.reading.locked import LOCK_FILE, cache_of
from ita_site.facts.reading.publication import read_publication
from ita_site.office.portal.locked import bring_all_locked
from ita_site.office.portal.outcome import Fate
from ita_site.office.portal.report import describe_outcomes
from ita_site.office.portal.update import update
from ita_site.site.load import check_site
from tests.review.proposal import git
from tests.unit.office.portal.agencies import (
    DAY,
    MEASURES,
    agency,
    entry,
    write_portal,
)


@pytest.fixture
def tak(tmp_path):
    return agency(tmp_path / "agencies/tak")


@pytest.fixture
def nan(tmp_path):
    return agency(tmp_path / "agencies/nan")


@pytest.fixture
def data(tmp_path):
    return tmp_path / "portal/data"


def fates(outcomes):
    return {one.slug: one.fate for one in outcomes}


def commits(data):
    lock = json.loads((data / LOCK_FILE).read_text("utf-8"))
    return {one["slug"]: one["commit"] for one in lock["agencies"]}


def titles(data):
    agencies = read_publication(data).publication.agencies
    return {one.slug: one.years[-1].measures.measures[0].titles[0] for one in agencies}


def as_here(agency):
    return dataclasses.replace(agency, folder="", is_elsewhere=False)


def codes(data):
    problems = read_publication(data).problems
    return [problem.code for problem in problems if problem.is_error]


def test_what_is_new_comes_and_what_is_not_is_asked_for_no_more(data, tak, nan):
    portal = write_portal(data, entry(tak), entry(nan, ref="main", path="data"))
    assert fates(update(portal)) == {"tak": Fate.ADDED, "nan": Fate.ADDED}
    lock = (data / LOCK_FILE).read_bytes()
    assert fates(update(portal)) == {"tak": Fate.SAME, "nan": Fate.SAME}
    assert (data / LOCK_FILE).read_bytes() == lock
    nan.write("data/2569/measures.yml", MEASURES.format(title="ตอบภายในสามวัน"))
    newest = nan.commit()
    told = update(portal)
    assert fates(told) == {"tak": Fate.SAME, "nan": Fate.NEWER}
    assert commits(data)["nan"] == newest
    assert titles(data) == {"nan": "ตอบภายในสามวัน", "tak": "เปิดดูได้ทุกลิงก์"}
    assert describe_outcomes(told, "th").splitlines()[0].startswith(f"nan: ข้อมูลใหม่ {newest[:12]}")


def test_they_are_read_as_if_they_stood_in_the_data_folder(data, tak, nan, tmp_path):
    update(write_portal(data, entry(tak), entry(nan)))
    whole = tmp_path / "whole/data"
    whole.mkdir(parents=True)
    (whole / "portal.yml").write_text("name: ทุกหน่วยงาน\n", "utf-8")
    for made in (tak, nan):
        shutil.copytree(made.folder / "data", whole / made.folder.name)
    ours, theirs = (read_publication(it) for it in (data, whole))
    assert all(one.is_elsewhere for one in ours.publication.agencies)
    assert [as_here(one) for one in ours.publication.agencies] == [
        as_here(one) for one in theirs.publication.agencies
    ]
    assert [problem.code for problem in check_site(data, data / "no", DAY).problems] == [
        problem.code for problem in check_site(whole, data / "no", DAY).problems
    ]


def test_bad_facts_keep_the_last_good_ones_and_are_told_by_repository_commit_and_line(data, tak):
    portal = write_portal(data, entry(tak))
    update(portal)
    good = commits(data)["tak"]
    tak.write("data/2569/measures.yml", MEASURES.format(title="ก") + "    timefrme: ปีนี้\n")
    bad = tak.commit()
    told = update(portal)
    assert fates(told) == {"tak": Fate.KEPT}
    assert commits(data) == {"tak": good}
    assert titles(data) == {"tak": "เปิดดูได้ทุกลิงก์"}
    line = f"  {tak.folder}@{bad[:12]}/data/2569/measures.yml:6:5: error ITA202"
    assert any(it.startswith(line) for it in describe_outcomes(told, "th").splitlines())
    assert str(cache_of(data)) not in describe_outcomes(told, "th")


def test_one_that_never_read_is_left_out_and_stops_no_other(data, tak, nan):
    nan.write("data/agency.yml", "name: [\n")
    nan.commit()
    told = update(write_portal(data, entry(tak), entry(nan)))
    assert fates(told) == {"tak": Fate.ADDED, "nan": Fate.LEFT_OUT}
    assert codes(data) == []
    assert [problem.code for problem in read_publication(data).problems] == ["ITA236"]
    assert set(titles(data)) == {"tak"}


@pytest.mark.parametrize("fate", ["gone", "no branch", "no folder", "broken"])
def test_what_cannot_be_had_keeps_the_last_good_state(data, tak, nan, fate):
    portal = write_portal(data, entry(tak, ref="facts"), entry(nan))
    git(tak.folder, "branch", "facts")
    update(portal)
    good = commits(data)
    if fate == "gone":
        shutil.rmtree(tak.folder)
    elif fate == "no branch":
        git(tak.folder, "branch", "-D", "facts")
    elif fate == "no folder":
        git(tak.folder, "checkout", "--quiet", "facts")
        git(tak.folder, "mv", "data", "facts")
        tak.commit()
    else:
        git(tak.folder, "commit", "--quiet", "--allow-empty", "--message", "ข")
        git(tak.folder, "branch", "--force", "facts")
        shutil.rmtree(tak.folder / ".git/objects")
        (tak.folder / ".git/objects").mkdir()
    told = update(portal)
    assert fates(told) == {"tak": Fate.KEPT, "nan": Fate.SAME}
    assert commits(data) == good
    assert codes(data) == []
    assert next(one for one in told if one.slug == "tak").reason


def test_a_branch_that_was_forced_elsewhere_is_followed(data, tak):
    portal = write_portal(data, entry(tak))
    update(portal)
    tak.write("data/2569/measures.yml", MEASURES.format(title="เขียนประวัติใหม่"))
    git(tak.folder, "add", "--all")
    git(tak.folder, "commit", "--quiet", "--amend", "--message", "ข", day="2026-11-21")
    assert fates(update(portal)) == {"tak": Fate.NEWER}
    assert titles(data) == {"tak": "เขียนประวัติใหม่"}


def test_who_moves_and_who_goes_is_told(data, tak, nan, tmp_path):
    phrae = agency(tmp_path / "agencies/phrae")
    update(write_portal(data, entry(tak), entry(nan), entry(phrae)))
    shutil.copytree(tak.folder, tmp_path / "elsewhere/tak")
    moved = entry(tak) | {"git": f"file://{tmp_path}/elsewhere/tak"}
    portal = write_portal(data, moved, entry(nan) | {"slug": "mueang-nan"})
    assert {"ITA234"} == set(codes(data))
    assert "ITA237" in [problem.code for problem in read_publication(data).problems]
    told = update(portal)
    assert fates(told) == {"tak": Fate.MOVED, "mueang-nan": Fate.MOVED, "phrae": Fate.GONE}
    words = describe_outcomes(told, "th")
    assert f"{tak.address} data → file://{tmp_path}/elsewhere/tak data" in words
    assert "เดิมอยู่ที่ /nan/" in words
    assert codes(data) == []
    assert set(titles(data)) == {"tak", "mueang-nan"}


def test_one_that_takes_another_slug_keeps_its_last_good_state_as_well(data, nan):
    update(write_portal(data, entry(nan)))
    good = commits(data)["nan"]
    nan.write("data/agency.yml", "name: [\n")
    nan.commit()
    (told,) = update(write_portal(data, entry(nan) | {"slug": "mueang-nan"}))
    assert (told.fate, told.former) == (Fate.KEPT, "nan")
    assert commits(data) == {"mueang-nan": good}
    assert titles(data) == {"mueang-nan": "เปิดดูได้ทุกลิงก์"}
    assert codes(data) == []


def test_a_fresh_clone_gets_what_is_locked_and_nothing_newer(data, tak, nan):
    portal = write_portal(data, entry(tak), entry(nan))
    update(portal)
    lock = (data / LOCK_FILE).read_bytes()
    tak.write("data/2569/measures.yml", MEASURES.format(title="ใหม่กว่า"))
    tak.commit()
    shutil.rmtree(cache_of(data))
    assert codes(data) == ["ITA235", "ITA235"]
    assert fates(bring_all_locked(data, LOCAL)) == {"tak": Fate.SAME, "nan": Fate.SAME}
    assert codes(data) == []
    assert titles(data)["tak"] == "เปิดดูได้ทุกลิงก์"
    assert (data / LOCK_FILE).read_bytes() == lock


def test_a_former_lock_is_brought_for_comparing(data, tak):
    portal = write_portal(data, entry(tak))
    update(portal)
    git(data.parent, "init", "--quiet")
    git(data.parent, "add", "data")
    git(data.parent, "commit", "--quiet", "--message", "ก")
    former = commits(data)["tak"]
    tak.write("data/2569/measures.yml", MEASURES.format(title="ใหม่กว่า"))
    tak.commit()
    update(portal)
    shutil.rmtree(cache_of(data))
    (brought,) = bring_all_locked(data, LOCAL, "HEAD")
    assert brought.now.commit == former
    assert codes(data) == ["ITA235"]  # the newer one is not asked for
    (data / "portal.yml").write_text("name: ทุกหน่วยงาน\n", "utf-8")
    assert [one.fate for one in bring_all_locked(data, LOCAL, "HEAD")] == [Fate.SAME]


def test_a_lock_that_says_something_else_of_a_commit_is_not_believed(data, tak):
    update(write_portal(data, entry(tak)))
    file = data / LOCK_FILE
    digest = json.loads(file.read_text("utf-8"))["agencies"][0]["digest"]
    file.write_text(file.read_text("utf-8").replace(digest, "0" * 64), "utf-8")
    (told,) = bring_all_locked(data, LOCAL)
    assert not told.is_done
    assert "portal.lock" in told.reason
    assert codes(data) == ["ITA235"]


def test_what_is_kept_is_not_believed_once_it_was_touched(data, tak):
    portal = write_portal(data, entry(tak))
    update(portal)
    (file,) = cache_of(data).rglob("measures.yml")
    file.write_text(MEASURES.format(title="แก้เอง"), "utf-8")
    assert codes(data) == ["ITA235"]
    assert fates(bring_all_locked(data, LOCAL)) == {"tak": Fate.SAME}
    assert titles(data) == {"tak": "เปิดดูได้ทุกลิงก์"}
    assert codes(data) == []


def test_what_is_kept_is_refused_where_git_has_it(data, tak):
    portal = write_portal(data, entry(tak))
    update(portal)
    git(data.parent, "init", "--quiet")
    git(data.parent, "add", "--all", "--force")
    for ask in (lambda: update(portal), lambda: bring_all_locked(data, LOCAL)):
        with pytest.raises(DataError) as error:
            ask()
        assert [problem.code for problem in error.value.problems] == ["ITA732"]


def test_a_portal_that_names_no_repository_is_told(data, tmp_path):
    data.mkdir(parents=True)
    (data / "portal.yml").write_text("name: ทุกหน่วยงาน\n", "utf-8")
    portal = dataclasses.replace(write_portal(tmp_path / "other/data"), data=data)
    with pytest.raises(DataError) as error:
        update(portal)
    assert [problem.code for problem in error.value.problems] == ["ITA731"]
    assert not (data / LOCK_FILE).exists()


def test_repositories_of_this_machine_are_taken_only_when_asked(data, tak):
    portal = dataclasses.replace(write_portal(data, entry(tak)), transports=WEB)
    (told,) = update(portal)
    assert told.fate is Fate.LEFT_OUT
    assert "--local" in told.reason


def test_another_machine_is_asked_by_ssh_without_more_ado(data, tak, tmp_path, monkeypatch):
    ssh = tmp_path / "ssh"
    ssh.write_text('#!/bin/sh\nwhile [ $# -gt 1 ]; do shift; done\nexec sh -c "$1"\n', "utf-8")
    ssh.chmod(0o755)
    monkeypatch.setenv("GIT_SSH_COMMAND", str(ssh))
    there = entry(tak) | {"git": f"git@git.test.example:{tak.folder}"}
    portal = dataclasses.replace(write_portal(data, there), transports=WEB)
    assert fates(update(portal)) == {"tak": Fate.ADDED}
    (read,) = read_publication(data).publication.agencies
    assert read.folder == f"git.test.example{tak.folder}@{commits(data)['tak'][:12]}/data"


def test_one_repository_may_hold_several_agencies_each_in_its_folder(data, tmp_path):
    both = agency(tmp_path / "agencies/both", "one")
    shutil.copytree(both.folder / "one", both.folder / "two/facts")
    both.commit()
    root = agency(tmp_path / "agencies/root", ".")
    portal = write_portal(
        data,
        entry(both) | {"slug": "one", "path": "one"},
        entry(both) | {"slug": "two", "path": "two/facts"},
        entry(root, path="."),
    )
    assert set(fates(update(portal)).values()) == {Fate.ADDED}
    assert set(titles(data)) == {"one", "two", "root"}
    assert codes(data) == []
