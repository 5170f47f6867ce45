"""The first pull request of an agency: what is there, in one screen."""

from __future__ import annotations

import shutil

import pytest

from tests.depth import thorough
from tests.review.proposal import git
from tests.site.project import REPOSITORY, run

SCREEN = 40
REAL = REPOSITORY / "tests/agencies/udon-thani"


@pytest.fixture
def in_place_of_the_sample():
    """What is said when the sample gives way to an agency's own facts."""
    done = run(REPOSITORY, "ita-site", "diff", "data", str(REAL), env={"ITA_DATA": str(REAL)})
    return done.succeeded().log


def test_it_fits_a_screen_and_calls_nothing_a_change(in_place_of_the_sample):
    lines = in_place_of_the_sample.splitlines()
    assert lines[0].startswith("เผยแพร่ครั้งแรก")
    assert len(lines) <= SCREEN
    assert "ที่อยู่เว็บที่จะหายไป" not in in_place_of_the_sample


@pytest.mark.parametrize(
    "sign",
    [
        "เทศบาลนครอุดรธานี",
        "ปี 2566: มาตรการ 5 เรื่อง",
        "รายงานผล ",
        *thorough("คะแนนรวม ", "EIT", "ช่องทางแจ้งเรื่องทุจริต"),
    ],
)
def test_it_tells_what_is_there(in_place_of_the_sample, sign):
    assert sign in in_place_of_the_sample


def test_where_there_were_no_facts_at_all(officer):
    """A repository that begins with something else, as a licence."""
    git(officer.folder, "rm", "-r", "--quiet", "data")
    git(officer.folder, "commit", "--quiet", "--message", "without facts")
    shutil.copytree(REPOSITORY / "data", officer.folder / "data")
    agency = officer.folder / "data/agency.yml"
    agency.write_text(agency.read_text("utf-8").replace("sample: true", "sample: false"), "utf-8")
    said = run(officer.folder, "ita-site", "diff", "HEAD", env={"ITA_DATA": "data"}).succeeded().log
    assert said.startswith("เผยแพร่ครั้งแรก")
    assert said.count("อ่านคิวอาร์โค้ดได้ตรงกัน") == 4
    assert len(said.splitlines()) <= SCREEN


def test_a_sample_that_stays_one_is_compared_as_ever(officer):
    officer.edit("data/agency.yml", ("เทศบาลเมืองตัวอย่าง", "เทศบาลเมืองอื่น"))
    said = run(officer.folder, "ita-site", "diff", "HEAD", env={"ITA_DATA": "data"}).succeeded().log
    assert said.startswith("ข้อมูลเปลี่ยน ")
