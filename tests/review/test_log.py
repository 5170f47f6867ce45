"""The public log: what a folder's history tells, whole or cut short, moved or merged."""

from __future__ import annotations

import shutil

import pytest

from ita_site.history import changelog
from ita_site.history.changelog import read_log
from ita_site.rules.figures.changes.difference import Kind
from ita_site.site.code_host import commit_url
from ita_site.site.load import load_site
from tests.review.proposal import Clone, clone, git
from tests.site.project import TODAY, UDON_THANI

REPORT = "    status: in_progress\n    summary: เผยแพร่คำตอบที่มีผู้ถามบ่อย 48 เรื่อง จาก 60 เรื่อง"
DONE = "    status: done\n    summary: เผยแพร่คำตอบที่มีผู้ถามบ่อยครบ 60 เรื่อง"


@pytest.fixture
def told(officer):
    """Three days: the beginning, a report, a remark that is no change, a channel."""
    officer.edit("data/2569/progress.yml", (REPORT, DONE))
    officer.commit(day="2026-11-19")
    officer.edit("data/2569/progress.yml", ("progress:", "# หมายเหตุ\nprogress:"))
    officer.commit(day="2026-11-19")
    officer.edit("data/channels.yml", ("acknowledge_days: 5", "acknowledge_days: 3"))
    officer.commit(day="2026-11-20")
    return officer


def days(log):
    return [str(entry.day) for entry in log.entries]


def fields(entry):
    return [change.field for agency in entry.agencies for change in agency.changes]


def test_the_newest_comes_first_and_remarks_are_no_change(told):
    log = read_log(told.folder / "data", lambda commit: f"https://git.example/{commit}")
    assert days(log) == ["2569-11-20", "2569-11-19", "2569-11-18"]
    assert fields(log.entries[0]) == ["แจ้งรับเรื่องภายในกี่วัน"]
    assert fields(log.entries[1]) == ["สถานะ", "สรุปผลการดำเนินการ"]
    assert log.entries[2].agencies[0].kind is Kind.ADDED
    assert log.entries[0].url.startswith("https://git.example/")
    assert not log.shallow
    assert not log.more


def test_a_shallow_clone_is_noticed_and_tells_nothing_of_what_it_lacks(told, tmp_path):
    git(tmp_path, "clone", "--quiet", "--depth=3", told.folder.as_uri(), "shallow")
    log = read_log(tmp_path / "shallow/data")
    assert log.shallow
    assert days(log) == ["2569-11-20"]


def test_a_clone_of_one_commit_says_that_it_knows_nothing(told, tmp_path):
    git(tmp_path, "clone", "--quiet", "--depth=1", told.folder.as_uri(), "shallow")
    log = read_log(tmp_path / "shallow/data")
    assert (log.shallow, log.entries) == (True, ())


def test_a_merge_counts_as_one_on_the_day_it_was_published(told):
    git(told.folder, "checkout", "--quiet", "-b", "proposal")
    for days_left in ("4", "6"):
        told.edit("data/channels.yml", ("acknowledge_days: ", f"acknowledge_days: {days_left} #"))
        told.commit(day="2026-11-21")
    git(told.folder, "checkout", "--quiet", "main")
    git(told.folder, "merge", "--quiet", "--no-ff", "--no-edit", "proposal", day="2026-11-23")
    assert days(read_log(told.folder / "data"))[:2] == ["2569-11-23", "2569-11-20"]


def test_a_renamed_folder_keeps_its_past_and_the_move_is_no_change(told):
    (told.folder / "data").rename(told.folder / "facts")
    told.commit(day="2026-11-22")
    assert days(read_log(told.folder / "facts")) == ["2569-11-20", "2569-11-19", "2569-11-18"]


def test_an_agency_that_becomes_one_of_many_stays_itself(told):
    (told.folder / "data").rename(told.folder / "tuayang")
    (told.folder / "data").mkdir()
    (told.folder / "tuayang").rename(told.folder / "data/tuayang")
    shutil.copytree(UDON_THANI, told.folder / "data/udon-thani")
    told.commit(day="2026-11-22")
    log = read_log(told.folder / "data")
    kinds = {agency.slug: agency.kind for agency in log.entries[0].agencies}
    assert kinds == {"tuayang": Kind.CHANGED, "udon-thani": Kind.ADDED}
    assert fields(log.for_agency("tuayang").entries[0]) == ["ที่อยู่ทุกหน้าของหน่วยงาน"]
    assert days(log.for_agency("udon-thani")) == ["2569-11-22"]


def test_a_file_that_could_not_be_read_is_named_and_nothing_is_made_up(told):
    told.edit("data/channels.yml", ("acknowledge_days: 3", "acknowledge_days: [3"))
    told.commit(day="2026-11-21")
    told.edit("data/channels.yml", ("acknowledge_days: [3", "acknowledge_days: 3"))
    told.commit(day="2026-11-22")
    newest, before, *_ = read_log(told.folder / "data").entries
    assert newest.unread == before.unread == ("channels.yml",)
    assert fields(newest) == fields(before) == []


def test_only_the_newest_are_told_and_that_is_said(told, monkeypatch):
    monkeypatch.setattr(changelog, "MOST", 2)
    changelog._read_log_at.cache_clear()  # noqa: SLF001 - what other tests read was not cut
    log = read_log(told.folder / "data")
    changelog._read_log_at.cache_clear()  # noqa: SLF001
    assert [entry.count for entry in log.entries] == [1, 1]
    assert log.entries[1].left == 1
    assert log.more


def test_data_in_no_repository_and_in_no_commit_has_no_log(told, tmp_path):
    shutil.copytree(told.folder / "data", tmp_path / "loose/data")
    assert read_log(tmp_path / "loose/data") is None
    git(tmp_path / "loose", "init", "--quiet")
    assert read_log(tmp_path / "loose/data") is None


def test_pages_and_feeds_tell_it_and_without_a_log_there_are_none(told):
    data = told.folder / "data"
    outputs = load_site(data, None, TODAY, log=read_log(data)).outputs
    files = {
        artifact.path: artifact.content.decode()
        for artifact in outputs.artifacts
        if artifact.path.startswith("changes/")
    }
    assert sorted(files) == ["changes/changes.atom", "changes/index.md"]
    change = '<del>5</del> <span class="ita-hidden">เพิ่ม </span><ins>3</ins>'
    assert change in files["changes/index.md"]
    assert "ผู้ทดสอบ" not in "".join(files.values())
    without = load_site(data, None, TODAY).outputs
    assert "changes" not in without.addresses
    assert not any(b"changes/" in artifact.content for artifact in without.artifacts)


def test_words_that_went_at_the_end_of_a_text_are_told(told):
    told.edit("data/2569/progress.yml", (" และมอบผู้ตอบหลักกับผู้ตอบสำรองครบทุกกอง", ""))
    told.commit(day="2026-11-21")
    data = told.folder / "data"
    outputs = load_site(data, None, TODAY, log=read_log(data)).outputs
    (page,) = [it for it in outputs.artifacts if it.path == "changes/index.md"]
    assert "ทุกกอง</del></li>" in page.content.decode()


@pytest.mark.parametrize(
    ("repo", "edit", "expected"),
    [
        ("https://github.com/a/b", "edit/main/content/", "https://github.com/a/b/commit/c0"),
        ("https://gitlab.com/a/b", "-/edit/main/", "https://gitlab.com/a/b/-/commit/c0"),
        ("https://git.a.example/b", "-/edit/main/", "https://git.a.example/b/-/commit/c0"),
        ("https://git.a.example/b", "_edit/main/", "https://git.a.example/b/commit/c0"),
        ("https://git.a.example/b", "edit/main/", ""),
        ("", "", ""),
    ],
)
def test_a_commit_is_linked_where_the_host_is_known(repo, edit, expected):
    assert commit_url(repo, edit, "c0") == expected


def test_a_portals_log_is_read_agency_by_agency(tmp_path):
    portal: Clone = clone(tmp_path / "portal", "tests/agencies")
    portal.edit("data/tak/agency.yml", ("name:", "# ชื่อ\nname:"))
    portal.commit()
    assert len(read_log(portal.folder / "data").entries) == 1
