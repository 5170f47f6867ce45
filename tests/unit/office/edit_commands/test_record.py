"""A report into the file: the lines that change, and the requests that are refused."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from ita_site.facts.problems import DataError, as_text
from ita_site.facts.strict_yaml.parse import read
from ita_site.facts.thai.calendar import BEDate
from ita_site.office.edit_commands import answer, new_year
from ita_site.office.edit_commands.record import record
from ita_site.office.edit_commands.request import OPTIONS, Request
from ita_site.office.init.answers import read_answers
from ita_site.office.init.project import refuse_existing
from ita_site.office.upgrade.upgrade import plan_upgrade
from ita_site.rules.figures.criteria import Verdicts
from ita_site.site.documents.make import Kind, Wanted, find_year, make
from ita_site.site.load import load_site

CASES = Path(__file__).parents[3] / "cases/asked"
DAY = BEDate(2569, 4, 10)
NOWHERE = Path("no-content")
MEASURES = """\
measures:
  - {id: links, title: ตรวจลิงก์ทุกเดือน, steps: ก, units: ข, timeframe: ตลอดปีงบประมาณ, monitoring: ค}
  - {id: measure-3, title: ตรวจรับงาน, steps: ก, units: ข, timeframe: ตลอดปีงบประมาณ, monitoring: ค}
"""
PROGRESS = """\
# หัวไฟล์
progress:
  # ---- รอบ 6 ----
  - measure: links
    round: 6   # ครึ่งปี
    status: in_progress
    outcomes:
      - text: ลิงก์เสียลดลง
        metrics:
          - {name: ลิงก์เสีย, before: 7, after: 2, unit: ลิงก์}
    evidence:
      - title: บันทึก
        url: https://a.example/log
    updated_on: 1 เม.ย. 2569

  # ---- รอบ 12 ----
  - measure: measure-3
    round: 12
    status: done
    summary: ครบ
"""


@pytest.fixture
def folder(data):
    return data({"2569/measures.yml": MEASURES, "2569/progress.yml": PROGRESS})


def asked(folder: Path, **words: str | tuple[str, ...]) -> list[str]:
    """Lines taken out and put in."""
    recorded = record(folder, NOWHERE, Request(**words), DAY)
    assert (folder / "2569/progress.yml").read_text("utf-8") == PROGRESS
    return [line for line in recorded.diff.split("\n")[2:] if line[0] in "+-"]


def test_new_words_in_a_report_that_is_there(folder):
    words = {"status": "ดำเนินการแล้วเสร็จ", "summary": ("ตรวจครบ: 6 ครั้ง", "แก้ครบ")}
    assert asked(folder, measure="links", round="๖", updated_on="8/4/2569", **words) == [
        "-    status: in_progress",
        "+    status: done",
        "+    summary:",
        '+      - "ตรวจครบ: 6 ครั้ง"',
        "+      - แก้ครบ",
        "-    updated_on: 1 เม.ย. 2569",
        "+    updated_on: 8 เม.ย. 2569",
    ]


def test_a_new_report_stands_with_those_of_its_round(folder):
    recorded = record(
        folder,
        NOWHERE,
        Request(measure="measure-3", round="6", status="ยังไม่เริ่ม", obstacles=("รองบประมาณ",)),
        DAY,
    )
    assert recorded.is_new
    assert recorded.after.decode().split("updated_on: 1 เม.ย. 2569\n")[1] == (
        "\n  - measure: measure-3\n    round: 6\n    status: not_started\n"
        "    obstacles: รองบประมาณ\n    updated_on: 10 เม.ย. 2569\n"
        "\n  # ---- รอบ 12 ----\n  - measure: measure-3\n    round: 12\n    status: done\n"
        "    summary: ครบ\n"
    )


@pytest.mark.parametrize(
    "measure",
    [
        "measure-3",
        "measure-measure-3",
        "/2569/o43/#measure-measure-3",
        "ตรวจรับ",
        "measure-3 ตรวจรับงาน",
    ],
)
def test_a_measure_is_found_by_what_an_officer_has_at_hand(folder, measure):
    recorded = record(folder, NOWHERE, Request(measure, "9", "done", ("ก",)), DAY)
    assert recorded.target.measure.id == "measure-3"


def test_evidence_is_added_and_a_known_address_gets_its_new_title(folder):
    lines = ("บันทึกใหม่ = https://a.example/log", "[ภาพ](https://a.example/p)", "ไฟล์ = files/a.pdf")
    changed = asked(folder, measure="links", round="6", evidence=lines, updated_on="1 เม.ย. 69")
    assert changed == [
        "-      - title: บันทึก",
        "+      - title: บันทึกใหม่",
        "+      - title: ภาพ",
        "+        url: https://a.example/p",
        "+      - title: ไฟล์",
        "+        file: files/a.pdf",
    ]


def test_an_outcome_said_again_keeps_its_figures(folder):
    words = {"outcomes": ("ลิงก์เสียลดลง", "ผู้อ่านพอใจ"), "updated_on": "1 เม.ย. 2569"}
    recorded = record(folder, NOWHERE, Request("links", "6", **words), DAY)
    value = read(recorded.after).value["progress"][0]["outcomes"]
    assert value[0]["metrics"][0]["after"] == "2"
    assert value[1] == "ผู้อ่านพอใจ"


def test_an_empty_word_takes_a_field_out(folder):
    changed = asked(folder, measure="measure-3", round="12", summary=("",), status="in_progress")
    assert "-    summary: ครบ" in changed
    assert "+    status: in_progress" in changed


def test_none_is_no_obstacle_and_no_evidence(folder):
    words = {"summary": ("ก",), "obstacles": ("ไม่มี",), "evidence": ("-",), "outcomes": ("ไม่มี",)}
    recorded = record(folder, NOWHERE, Request("links", "6", **words), DAY)
    report = read(recorded.after).value["progress"][0]
    assert set(report) == {"measure", "round", "status", "summary", "evidence", "updated_on"}


def test_what_stays_from_before_is_told(folder):
    recorded = record(folder, NOWHERE, Request("links", "6", "done", ("ก",)), DAY)
    assert "ผลที่เกิดขึ้น ของเดิมยังอยู่: ลิงก์เสียลดลง" in answer.recorded_as_text(recorded)


def test_warnings_about_other_reports_are_only_counted(data):
    rounds = MEASURES.replace("monitoring: ค", "monitoring: ค, reporting_rounds: [6]")
    request = Request("links", "9", "done")
    recorded = record(data({"2568/measures.yml": rounds}), NOWHERE, request, DAY)
    output = answer.recorded_as_text(recorded)
    assert {problem.field.split(".")[0] for problem in recorded.effect.warnings} == {"progress[0]"}
    assert output.count("ควรดู:") == len(recorded.effect.warnings) >= 1
    assert recorded.effect.other_warnings >= 1
    assert f"มีคำเตือนใหม่เรื่องอื่นอีก {recorded.effect.other_warnings} จุด" in output


def test_a_picture_put_into_an_issue_is_evidence(folder):
    picture = '<img width="8" alt="ป้ายหน้าสำนักงาน" src="https://a.example/assets/1" />'
    recorded = record(folder, NOWHERE, Request("links", "9", "done", evidence=(picture,)), DAY)
    assert (
        "title: ป้ายหน้าสำนักงาน\n        url: https://a.example/assets/1" in recorded.after.decode()
    )


def test_the_same_again_changes_nothing(folder):
    words = {"status": "in_progress", "updated_on": "1 เม.ย. 2569"}
    recorded = record(folder, NOWHERE, Request("links", "6", **words), DAY)
    assert recorded.diff == ""
    assert answer.recorded_as_text(recorded) == answer.NOTHING_NEW


def test_the_same_in_other_words_changes_nothing(data):
    words = "status: แล้วเสร็จ\n    summary:\n      - ก\n    updated_on: 1/4/2569"
    written = f"progress:\n  - measure: links\n    round: ๖\n    {words}\n"
    folder = data({"2569/measures.yml": MEASURES, "2569/progress.yml": written})
    request = Request("links", "6", "done", ("ก",), updated_on="1 เม.ย. 2569")
    assert record(folder, NOWHERE, request, DAY).diff == ""


def test_what_is_replaced_is_told(folder):
    recorded = record(folder, NOWHERE, Request("links", "6", "done", ("ก",), ("ข",)), DAY)
    output = answer.recorded_as_text(recorded)
    assert "แก้รายงานเดิม “ตรวจลิงก์ทุกเดือน” รอบ 6 เดือน ปี 2569" in output
    assert "สถานะ แทนของเดิม: กำลังดำเนินการ" in output
    assert "ผลที่เกิดขึ้น แทนของเดิม: ลิงก์เสียลดลง" in output


def test_a_file_that_is_not_there_is_made(data):
    folder = data({"2569/measures.yml": MEASURES})
    recorded = record(folder, NOWHERE, Request("links", "6", "done", ("ก",)), DAY)
    recorded.write()
    assert (folder / "2569/progress.yml").read_text("utf-8") == (
        "progress:\n  - measure: links\n    round: 6\n    status: done\n    summary: ก\n"
        "    updated_on: 10 เม.ย. 2569\n"
    )


def test_what_would_bring_an_error_is_not_written(folder):
    request = Request("links", "6", "done", ("ผู้แจ้งเลขที่ 1-2345-67890-12-1",))
    with pytest.raises(DataError) as caught:
        record(folder, NOWHERE, request, DAY)
    assert [problem.code for problem in caught.value.problems] == ["ITA376"]
    assert all(problem.file == f"{folder}/2569/progress.yml" for problem in caught.value.problems)


def test_a_faulty_file_is_told_and_left_alone(data):
    folder = data(
        {"2569/measures.yml": MEASURES, "2569/progress.yml": "progress:\n- measure links\n"}
    )
    with pytest.raises(DataError) as caught:
        record(folder, NOWHERE, Request("links", "6", "done", ("ก",)), DAY)
    assert {problem.file for problem in caught.value.problems} == {f"{folder}/2569/progress.yml"}


def test_errors_elsewhere_are_told_and_no_hindrance(data):
    files = {"2569/measures.yml": MEASURES, "channels.yml": "handling_days: soon\n"}
    recorded = record(data(files), NOWHERE, Request("links", "6", "done", ("ก",)), DAY)
    assert recorded.effect.old_errors == 1
    assert "อยู่ก่อนแล้ว 1 จุด" in answer.recorded_as_text(recorded)


def test_hostile_words_are_only_words_in_an_answer(data):
    hostile = "@everyone <img src=x onerror=alert(1)> [ก](https://evil.example) #1 `$(id)` ```"
    request = Request(measure=hostile, round=hostile, status=hostile, evidence=(hostile,))
    folder = data({"2569/measures.yml": MEASURES})
    with pytest.raises(DataError) as caught:
        record(folder, NOWHERE, request, DAY)
    output = answer.problems_as_answer(caught.value.problems)
    for sign in ("@", "<", "`", "[", "#1"):
        assert sign not in output
    recorded = record(folder, NOWHERE, Request("links", "6", "done", (hostile,)), DAY)
    output = answer.recorded_as_answer(recorded)
    assert "````diff" in output
    outside = output.split("````")[0]
    assert "@" not in outside
    assert "<" not in outside


def ask(words: dict) -> None:
    """A report, a paper, a year to begin, or a repository to make or to upgrade."""
    if "init" in words:
        refuse_existing(Path(), words["init"].pop("files", []))
        read_answers(words["init"], 2569)
    if "document" in words:
        wanted = words["document"]
        [view] = load_site(Path("data"), None, DAY).outputs.views
        year = find_year(view, int(wanted["year"]))
        rounds = int(wanted["round"]) if "round" in wanted else None
        make(Wanted(Kind.parse(wanted["kind"]), rounds), view, year, Verdicts())
    if "upgrade" in words:
        plan_upgrade(Path())
    if "new_year" in words:
        start = new_year.find_basis(Path("data"), words["new_year"])
        new_year.choose_measures(start.measures, words["measures"])
    lists = {name: tuple(listed) for name, listed in words.items() if isinstance(listed, list)}
    record(Path("data"), NOWHERE, Request(**words | lists), DAY)


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_everything_wrong_with_a_request_is_told_at_once(case, expect, monkeypatch):
    monkeypatch.chdir(case)
    with pytest.raises(DataError) as caught:
        ask(yaml.safe_load(Path("asked.yml").read_text("utf-8")))
    expect(Path("expected.txt"), as_text(caught.value.problems) + "\n")
    output = answer.problems_as_text(caught.value.problems, "th")
    places = (*OPTIONS.values(), "data/2569/progress.yml:", "data/2569/measures.yml:", "data:")
    assert all(any(name in line for name in places) for line in output.split("\n"))


def test_a_report_of_a_past_day_goes_to_the_year_of_that_day(data):
    folder = data({"2568/measures.yml": MEASURES, "2569/measures.yml": MEASURES})
    for day, year in (("8 เม.ย. 2568", 2568), ("8 เม.ย. 2569", 2569), ("", 2569)):
        words = {"measure": "links", "round": "6", "status": "done", "updated_on": day}
        assert record(folder, NOWHERE, Request(**words), DAY).target.year.year == year


def test_a_year_that_is_named_holds_whatever_the_day(data):
    folder = data({"2568/measures.yml": MEASURES, "2569/measures.yml": MEASURES})
    words = {"measure": "links", "round": "12", "status": "done", "year": "2569"}
    recorded = record(folder, NOWHERE, Request(**words, updated_on="30 ก.ย. 2568"), DAY)
    assert recorded.target.year.year == 2569
