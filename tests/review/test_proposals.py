"""Pull requests as they come, and what their reviewer reads on a phone."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from ita_site import __version__
from ita_site.site.load import load_site
from tests.depth import thorough
from tests.review.proposal import git
from tests.site.project import TODAY

EXPECTED = Path(__file__).parent / "expected"


def reword_a_step(officer):
    officer.edit(
        "data/2569/measures.yml",
        (
            "ติดตามทรัพย์สิน 37 รายการที่ไม่ได้บันทึกคืนให้ครบ",
            "ติดตามทรัพย์สินค้างคืนทุกรายการให้ครบภายในเดือนธันวาคม 2568",
        ),
        ("ใช้ระบบใหม่ทุกกอง และอนุมัติภายใน 1 วันทำการ", "ใช้ระบบใหม่ทุกกอง และอนุมัติภายใน 2 วันทำการ"),
    )


def report_progress(officer):
    officer.edit(
        "data/2569/progress.yml",
        (
            "status: in_progress\n    summary: เผยแพร่คำตอบที่มีผู้ถามบ่อย 48 เรื่อง จาก 60 เรื่อง",
            "status: done\n    summary: เผยแพร่คำตอบที่มีผู้ถามบ่อยครบ 60 เรื่อง",
        ),
        (
            "        date: 26 ธ.ค. 2568\n",
            (
                "        date: 26 ธ.ค. 2568\n"
                "      - title: บันทึกตรวจรับคำตอบครบ 60 เรื่อง (PDF)\n"
                "        url: https://tuayang.example/2569/answers-60.pdf\n"
            ),
        ),
    )


def swap_the_survey(officer):
    officer.edit(
        "data/2569/year.yml",
        (
            "https://itas.nacc.go.th/go/eit/sample69",
            "https://itas-nacc.example.com/go/eit/sample69",
        ),
    )


def delete_a_measure(officer):
    officer.cut("data/2569/measures.yml", "  - id: newcomer-briefing", "  - id: fair-appraisal")


def reformat(officer):
    path = officer.folder / "data/2566/measures.yml"
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    text = "# จัดรูปแบบใหม่\n\n" + "\n".join(lines) + "\n"
    path.write_text(
        text.replace("reporting_rounds:\n      - 6\n      - 12", "reporting_rounds: [6, 12]")
    )


def break_a_file(officer):
    officer.edit("data/2569/measures.yml", ("  - id: newcomer-briefing", "  - id: [newcomer"))
    officer.edit("data/channels.yml", ("acknowledge_days:", "acknowledge_days: 9 #"))


PROPOSALS = (
    reword_a_step,
    report_progress,
    swap_the_survey,
    delete_a_measure,
    reformat,
    break_a_file,
)
each_proposal = pytest.mark.parametrize("proposal", PROPOSALS, ids=lambda made: made.__name__)


@each_proposal
def test_the_reviewer_reads(proposal, officer, expect):
    proposal(officer)
    told = officer.diff("--format", "markdown")
    told, judge = told.rstrip("\n").rsplit("\n\n", 1)
    assert judge == f"_ตรวจโดย ita-site {__version__}_"
    somewhere = re.sub(r"(?<=\.yml:)\d+(?=`)", "…", f"{told}\n")
    expect(EXPECTED / f"{proposal.__name__}.md", somewhere)


def test_formatting_and_remarks_are_no_change(officer):
    reformat(officer)
    assert officer.ita_site("diff", "HEAD", "--exit-code").code == 0


def test_a_change_ends_with_1_only_when_asked(officer):
    reword_a_step(officer)
    assert officer.ita_site("diff", "HEAD").code == 0
    assert officer.ita_site("diff", "HEAD", "--exit-code").code == 1


def test_the_survey_comes_first_with_what_a_telephone_reads(officer):
    reword_a_step(officer)
    swap_the_survey(officer)
    told = officer.diff()
    assert told.index("itas-nacc.example.com") < told.index("ทรัพย์สิน")
    survey = json.loads(officer.diff("--format", "json"))["surveys"][0]
    assert survey["old"]["host"] == "itas.nacc.go.th"
    assert survey["new"]["decoded"] == "https://itas-nacc.example.com/go/eit/sample69"


@pytest.mark.thorough
def test_commits_folders_and_the_working_tree_tell_the_same(officer):
    swap_the_survey(officer)
    now = officer.diff()
    before = officer.folder / "before"
    officer.ita_site("--version")
    commit = officer.commit()
    assert officer.ita_site("diff", "HEAD~1", commit).succeeded().log == now
    officer.folder.joinpath("data").rename(before)
    facts, _, rest = (
        officer.ita_site("diff", "HEAD~1", str(before)).succeeded().log.partition("\nยังไม่ได้เทียบ\n")
    )
    assert facts == now
    assert "เทียบโฟลเดอร์ข้อมูล" in rest


def test_a_vanished_address_warns(officer):
    officer.cut("data/2568/measures.yml", "measures:", "")
    for file in officer.folder.joinpath("data/2568").iterdir():
        file.unlink()
    officer.folder.joinpath("data/2568").rmdir()
    told = json.loads(officer.diff("--format", "json"))
    assert "/2568/checklist" in told["vanished"]
    assert "/2568/data.json" in told["vanished"]


def test_what_stands_in_a_comment_calls_nobody_and_marks_nothing_up(officer):
    officer.edit(
        "data/2569/measures.yml",
        ("ติดตามทรัพย์สิน 37 รายการ", "@everyone <img src=x> [กด](https://x.example) **หนา** | ก"),
    )
    told = officer.diff("--format", "markdown")
    assert "@everyone" not in told
    assert not re.search(r"(?<!\\)(<img|\[กด|\*\*)", told)


def test_very_many_changes_fit_into_a_comment(officer):
    path = officer.folder / "data/2566/progress.yml"
    more = "".join(
        f"  - measure: m{number}\n    status: done\n    summary: {'ผลงาน ' * 60}\n"
        for number in range(60)
    )
    path.write_text(path.read_text("utf-8").rstrip() + f"\n{more}", "utf-8")
    told = officer.diff("--format", "markdown")
    assert len(told) < 65_000
    assert "และอีก" in told


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nowhere",), "ไม่มีรุ่นชื่อ “nowhere”"),
        (("--", "--output=x"), "ไม่มีรุ่นชื่อ"),
        (("HEAD", "--data", "elsewhere"), "ไม่มีโฟลเดอร์ elsewhere ใน HEAD"),
    ],
)
def test_what_is_not_there_is_named(officer, arguments, words):
    done = officer.ita_site("diff", *arguments)
    assert done.code == 2
    assert words in done.log
    assert not (officer.folder / "x").exists()


def test_without_git_a_commit_is_not_looked_for(officer):
    (officer.folder / ".git").rename(officer.folder / "not-git")
    done = officer.ita_site("diff", "HEAD")
    assert done.code == 2
    assert "ไม่ได้อยู่ใน git" in done.log


def test_data_in_a_repository_of_its_own_is_compared_without_the_pages_beside_it(officer):
    apart = officer.folder / "apart"
    shutil.copytree(officer.folder / "data", apart)
    git(apart, "init", "--quiet")
    git(apart, "add", "--all")
    git(apart, "commit", "--quiet", "--message", "เริ่ม")
    told = officer.ita_site("diff", "HEAD", "--data", "apart", "--exit-code")
    assert told.code == 0, told.log


def test_a_link_of_a_commit_is_named_and_leads_nowhere(officer):
    (officer.folder / "content/files").mkdir(exist_ok=True)
    (officer.folder / "content/files/minutes.pdf").symlink_to("/etc/passwd")
    (officer.folder / "data/2569/edition.yml").symlink_to("/etc/passwd")
    officer.commit()
    done = officer.ita_site("diff", "HEAD~1", "HEAD")
    assert "ITA128 content/files/minutes.pdf:1" in done.log
    assert "ITA128 data/2569/edition.yml:1" in done.log
    assert "root:" not in done.log


def test_pages_that_became_a_link_are_named(officer):
    shutil.move(officer.folder / "content", officer.folder / "pages")
    (officer.folder / "content").symlink_to("pages")
    officer.commit()
    assert "ITA128 content:1" in officer.ita_site("diff", "HEAD~1", "HEAD").log


def test_another_repository_within_a_commit_is_named(officer):
    gitlink = "160000,4b825dc642cb6eb9a060e54bf8d69288fbee4904,content/minutes"
    git(officer.folder, "update-index", "--add", "--cacheinfo", gitlink)
    git(officer.folder, "commit", "--quiet", "--message", "ก")
    log = officer.ita_site("diff", "HEAD~1", "HEAD").log
    assert "ITA537 content/minutes:1" in log


RENAMED = (("id: newcomer-briefing", "id: newcomer-training"),)
REPORTED = (("measure: newcomer-briefing", "measure: newcomer-training"),) * 2
DEAD = ["/2569/measures/newcomer-briefing/", "/2569/o25/#measure-newcomer-briefing"]


def page_texts(officer):
    site = load_site(officer.folder / "data", None, TODAY)
    made = (artifact for artifact in site.outputs.artifacts if artifact.is_page)
    return {artifact.path: artifact.content.decode() for artifact in made}


def rename(officer, *more: tuple[str, str]):
    officer.edit("data/2569/measures.yml", *RENAMED, *more)
    officer.edit("data/2569/progress.yml", *REPORTED)


def test_a_renamed_measure_is_one_rename_and_its_dead_address_is_named(officer):
    rename(officer)
    told = json.loads(officer.diff("--format", "json"))
    (change,) = told["changes"][0]["changes"]
    assert (change["name"], change["old"], change["new"]) == (
        "id",
        "newcomer-briefing",
        "newcomer-training",
    )
    assert told["vanished"] == DEAD
    assert DEAD[0] in officer.diff()


def test_a_former_id_keeps_its_address_alive(officer):
    old, new = "id: newcomer-training", "id: newcomer-training\n    formerly: newcomer-briefing"
    rename(officer, (old, new))
    told = json.loads(officer.diff("--format", "json"))
    assert told["vanished"] == []
    assert {change["name"] for change in told["changes"][0]["changes"]} == {"id", "formerly"}
    texts = page_texts(officer)
    assert texts["2569/o25/index.md"].count('id="measure-newcomer-briefing"') == 1


@pytest.mark.thorough
def test_an_anchor_of_the_results_of_the_year_before_is_named_too(officer):
    officer.edit("data/2568/measures.yml", ("id: fair-service", "id: equal-service"))
    progress = officer.folder / "data/2568/progress.yml"
    progress.write_text(progress.read_text("utf-8").replace("fair-service", "equal-service"))
    vanished = json.loads(officer.diff("--format", "json"))["vanished"]
    assert "/2569/o26/#measure-fair-service" in vanished
    officer.edit(
        "data/2568/measures.yml",
        ("id: equal-service", "id: equal-service\n    formerly: fair-service"),
    )
    assert json.loads(officer.diff("--format", "json"))["vanished"] == []
    pages = page_texts(officer)
    for page in ("2568/o27/index.md", "2569/o26/index.md"):
        assert pages[page].count('"measure-fair-service"') == 1


def drop_obstacles(officer):
    officer.cut("data/2569/progress.yml", "    obstacles: อีก 2 รายการ", "    evidence:")


def longer_answers(officer):
    officer.edit("data/channels.yml", ("acknowledge_days: 5", "acknowledge_days: 60"))


def other_phone(officer):
    officer.edit("data/channels.yml", ("0 0000 0000 ต่อ 101", "0 2222 3333 ต่อ 101"))


def higher_score(officer):
    officer.edit("data/2569/assessment.yml", ("score: 91.76", "score: 97.76"))


def foreign_survey(officer):
    officer.edit("data/2569/year.yml", ("itas.nacc.go.th/", "itas.nacc.go.th.eit-survey.example/"))


def lookalike_survey(officer):
    officer.edit("data/2569/year.yml", ("itas.nacc", "it\u0430s.nacc"))


def script_as_evidence(officer):
    officer.edit(
        "data/2569/progress.yml",
        ("https://tuayang.example/2569/register-keepers.pdf", "javascript:alert(1)"),
    )


def lookalike_complaint(officer):
    officer.edit("data/channels.yml", ("url: https://tuayang.ex", "url: https://tuay\u0430ng.ex"))


def cut_edition(officer):
    officer.folder.joinpath("data/2569/edition.yml").write_text(
        "year: 2569\nitems:\n  measures:\n    code: O25\n    title: มาตรการ\n    criteria:\n"
        "      - id: o25-measures\n        text: มีมาตรการ\n        shows: measures\n"
        "  results:\n    code: O26\n    title: ผล\n    criteria:\n"
        "      - id: o26-summary\n        text: มีผล\n        shows: summary\n",
        "utf-8",
    )


@pytest.mark.parametrize(
    ("proposal", "words"),
    [
        (drop_obstacles, "ปัญหาอุปสรรค: ตัดออก"),
        (higher_score, "{+97.76+}"),
        (lookalike_survey, "xn--its-7cd.nacc.go.th"),
        (script_as_evidence, "javascript:alert(1)"),
        *thorough(
            (longer_answers, "แจ้งรับเรื่องภายในกี่วัน: [-5-] → {+60+}"),
            (other_phone, "0 2222 3333"),
            (foreign_survey, "itas.nacc.go.th.eit-survey.example"),
            (lookalike_complaint, "xn--tuayng-6nf.example"),
            (cut_edition, "ตัดเกณฑ์ออก: ข้อ O25"),
        ),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_a_reviewer_cannot_miss_it(officer, proposal, words):
    proposal(officer)
    told = officer.diff()
    loud = [part for part in told.split("\n\n") if part.startswith("!! ")]
    assert any(words in part for part in loud), told
