"""`ita-site import` as an officer calls it: files are written once, and never over others."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from subprocess import PIPE

import pytest
from click.testing import CliRunner

from ita_site.cli import main
from ita_site.facts.strict_yaml.parse import read
from ita_site.office.importer.merging import merge
from tests.depth import thorough
from tests.office.ooxml import docx, p, tbl, tr

AGENCY = "เทศบาลตำบลหนองตัวอย่าง"
HEAD = tr("มาตรการ", "ขั้นตอน/วิธีการปฏิบัติ", "ผู้รับผิดชอบ", "ระยะเวลา")
FIRST = tr("ปรับปรุงคู่มือประชาชน", "ทบทวนคู่มือ", "กองคลัง", "ต.ค. ๖๗ - มี.ค. ๖๘")
SECOND = tr("เปิดช่องทางร้องเรียน", "ติดตั้งกล่องรับเรื่อง", "สำนักปลัด", "ต.ค. ๖๗ - ก.ย. ๖๘")


def document(*rows: str, name=AGENCY, after=""):
    title = p(f"{name} ประจำปีงบประมาณ พ.ศ. ๒๕๖๘")
    return docx(title + tbl(HEAD, *rows) + (p(after) if after else ""))


@pytest.fixture
def office(tmp_path, monkeypatch):
    """Writes a document and imports it; returns exit code and everything that was said."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ITA_DATA", raising=False)

    def imported(data, *arguments: str, typed=None):
        (tmp_path / "มาตรการ.docx").write_bytes(data)
        words = ["import", "มาตรการ.docx", "--year", "2568", *arguments]
        return CliRunner().invoke(main, words, input=typed, catch_exceptions=False)

    return imported


def files(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_new_files_are_written_and_checked_as_one_would(office, tmp_path):
    told = office(document(FIRST, after="สวัสดี"))
    assert told.exit_code == 0
    measures = (tmp_path / "data/2568/measures.yml").read_text("utf-8")
    assert "ปรับปรุงคู่มือประชาชน" in measures
    assert "# ที่มา ตาราง 1 แถว 2" in measures
    assert "สวัสดี" in (tmp_path / "import-rest.txt").read_text("utf-8")
    assert "  ตรวจ: ita-site check\n" in told.output
    checked = CliRunner().invoke(main, ["check"], catch_exceptions=False)
    assert " error ITA1" not in checked.output
    assert " error ITA2" not in checked.output


def test_what_is_there_is_never_written_over(office, tmp_path):
    office(document(FIRST))
    before = files(tmp_path / "data")
    told = office(document(FIRST, SECOND))
    assert told.exit_code == 1
    assert files(tmp_path / "data") == before
    assert "+    title: เปิดช่องทางร้องเรียน" in told.stdout
    assert [line for line in told.stdout.splitlines() if re.match("-[^-]", line)] == []
    assert "--merge" in told.stderr


def test_into_what_init_wrote_it_needs_no_leave(office, tmp_path):
    init = ["init", ".", "--name", AGENCY, "--year", "2568", "--district", "เมืองตัวอย่าง"]
    assert CliRunner().invoke(main, init, catch_exceptions=False).exit_code == 0
    agency = (tmp_path / "data/agency.yml").read_text("utf-8")
    told = office(document(FIRST))
    assert told.exit_code == 0
    assert "เพิ่มในไฟล์เดิมแล้ว: data/2568/measures.yml" in told.output
    assert "ปรับปรุงคู่มือประชาชน" in (tmp_path / "data/2568/measures.yml").read_text("utf-8")
    after = (tmp_path / "data/agency.yml").read_text("utf-8")
    assert [line for line in agency.splitlines() if line not in after.splitlines()] == []
    assert read(after.encode()).value["units"] == ["กองคลัง"]


def test_a_second_import_that_changes_nothing_says_so(office, tmp_path):
    init = ["init", ".", "--name", AGENCY, "--year", "2568", "--district", "เมืองตัวอย่าง"]
    assert CliRunner().invoke(main, init, catch_exceptions=False).exit_code == 0
    office(document(FIRST))
    before = files(tmp_path / "data")
    told = office(document(FIRST))
    assert files(tmp_path / "data") == before
    assert "ไม่มีอะไรต้องเพิ่ม: data/2568/measures.yml" in told.output
    assert not re.search("เพิ่มในไฟล์เดิมแล้ว|เขียนแล้ว", told.output)


SCORES = docx(
    p("ผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๗ ได้คะแนนรวม ๙๐.๑๒ คะแนน อยู่ในระดับ ผ่าน")
    + tbl(tr("ตัวชี้วัด", "คะแนน"), tr("การปฏิบัติหน้าที่", "๙๑.๕๐"), tr("การใช้งบประมาณ", "๘๒.๐๐"))
)


def test_of_scores_that_came_no_blank_ones_wait_to_be_filled(office, tmp_path):
    init = ["init", ".", "--name", AGENCY, "--year", "2568", "--district", "เมืองตัวอย่าง"]
    assert CliRunner().invoke(main, init, catch_exceptions=False).exit_code == 0
    path = tmp_path / "data/2568/assessment.yml"
    assert re.findall(r"(?m)^# (\w+):$", path.read_text("utf-8")) == [
        *("total", "instruments", "indicators")
    ]
    assert office(SCORES).exit_code == 0
    text = path.read_text("utf-8")
    assert re.findall(r"(?m)^# (\w+):$", text) == ["instruments"]
    behind = text[text.index("# instruments:") :]
    path.write_text(text.replace(behind, re.sub("(?m)^# ?", "", behind)), "utf-8")
    checked = CliRunner().invoke(main, ["check"], catch_exceptions=False)
    assert "ITA110" not in checked.output


def test_a_project_without_a_measure_is_not_called_ready(office):
    init = ["init", ".", "--name", AGENCY, "--year", "2568", "--district", "เมืองตัวอย่าง"]
    assert CliRunner().invoke(main, init, catch_exceptions=False).exit_code == 0
    empty = CliRunner().invoke(main, ["check"], catch_exceptions=False)
    assert (empty.exit_code, "พร้อมเผยแพร่" in empty.output) == (0, False)
    assert "ยังไม่มีมาตรการ เริ่มที่ measures.yml" in empty.output
    assert office(document(FIRST)).exit_code == 0
    assert "เริ่มที่ measures.yml" not in CliRunner().invoke(main, ["check"]).output


def test_the_check_tells_of_a_rest_that_nobody_has_read(office, tmp_path):
    assert office(document(FIRST, after="ถ้อยคำที่ไม่มีช่อง")).exit_code == 0
    checked = CliRunner().invoke(main, ["check"], catch_exceptions=False)
    assert "import-rest.txt ยังมีข้อความของเอกสารที่ไม่ได้อยู่ในข้อมูล" in checked.output
    english = CliRunner().invoke(main, ["check", "--lang", "en"], catch_exceptions=False)
    assert "import-rest.txt: texts of imported documents" in english.output
    (tmp_path / "import-rest.txt").unlink()
    checked = CliRunner().invoke(main, ["check"], catch_exceptions=False)
    assert "import-rest.txt" not in checked.output


RESULTS = docx(
    p(f"รายงานผลการดำเนินการ {AGENCY} ปีงบประมาณ พ.ศ. ๒๕๖๘")
    + tbl(tr("มาตรการ", "ขั้นตอน", "ผลการดำเนินการ"), tr("ทำป้าย", "สำรวจ", "ติดแล้ว ๔ ป้าย"))
)


def test_results_of_another_year_than_the_item_asks_for_are_told_where_they_show(office):
    assert office(RESULTS).exit_code == 0
    checked = CliRunner().invoke(main, ["check"], catch_exceptions=False)
    told = "ซึ่งยังไม่มีมาตรการในข้อมูล ส่วนผลของปีงบประมาณ 2568 แสดงที่หน้า “ความก้าวหน้าปี 2568”"
    assert told in checked.output
    assert "เพราะยังไม่มีมาตรการ" not in checked.output


def test_the_same_again_changes_nothing(office, tmp_path):
    office(document(FIRST, after="สวัสดี"))
    before = files(tmp_path / "data")
    told = office(document(FIRST, after="สวัสดี"))
    assert told.exit_code == 0
    assert files(tmp_path / "data") == before


def test_merge_adds_what_is_missing_and_keeps_what_an_officer_wrote(office, tmp_path):
    office(document(FIRST))
    path = tmp_path / "data/2568/measures.yml"
    mended = path.read_text("utf-8").replace("ทบทวนคู่มือ", "ทบทวนคู่มือทุกเล่ม  # แก้แล้ว")
    path.write_text(mended, "utf-8")
    told = office(document(FIRST, SECOND), "--merge")
    assert told.exit_code == 0
    after = path.read_text("utf-8")
    assert after.startswith(mended.rstrip("\n"))
    assert "เปิดช่องทางร้องเรียน" in after
    assert "ต่างจากค่าเดิม 1 แห่ง" in told.output
    assert "measures[0].steps: ไฟล์ “ทบทวนคู่มือทุกเล่ม” เอกสาร “ทบทวนคู่มือ”" in told.output
    assert "ทบทวนคู่มือ\n" in (tmp_path / "import-rest.txt").read_text("utf-8")


@pytest.mark.parametrize(("typed", "code"), [("y\n", 0), *thorough(("n\n", 1), ("\n", 1))])
def test_in_a_terminal_it_asks_first(office, tmp_path, typed, code):
    office(document(FIRST))
    before = files(tmp_path / "data")
    (tmp_path / "มาตรการ.docx").write_bytes(document(FIRST, SECOND))
    keyboard, screen = pty.openpty()
    words = [sys.executable, "-m", "ita_site", "import", "มาตรการ.docx", "--year", "2568"]
    with subprocess.Popen(words, cwd=tmp_path, stdin=screen, stderr=PIPE, stdout=PIPE) as asked:
        os.write(keyboard, typed.encode())
        _, said = asked.communicate(timeout=60)
    os.close(keyboard)
    os.close(screen)
    assert asked.returncode == code
    assert "เพิ่มเฉพาะส่วนที่ยังไม่มีลงในไฟล์เดิมหรือไม่" in said.decode()
    assert (files(tmp_path / "data") == before) is (code == 1)


def test_another_agency_is_refused(office, tmp_path):
    office(document(FIRST))
    before = files(tmp_path / "data")
    told = office(document(SECOND, name="เทศบาลตำบลหนองอื่น"), "--merge")
    assert told.exit_code == 1
    assert "ITA922" in told.stderr
    assert files(tmp_path / "data") == before


def test_a_plan_for_another_agencys_folder_is_refused_as_its_import_is(office, tmp_path):
    office(document(FIRST))
    told = office(document(SECOND, name="เทศบาลตำบลหนองอื่น"), "--plan")
    assert (told.exit_code, list(tmp_path.glob("*.plan.yml"))) == (1, [])
    assert "ITA922" in told.stderr


@pytest.mark.parametrize("name", ["ทต.หนองตัวอย่าง", "ทต. หนองตัวอย่าง", "แผนของหน่วยงาน"])
def test_an_agency_for_short_or_without_a_name_gets_its_units(office, tmp_path, name):
    office(document(FIRST))
    before = (tmp_path / "data/agency.yml").read_text("utf-8")
    told = office(document(SECOND, name=name), "--merge")
    assert told.exit_code == 0
    agency = read((tmp_path / "data/agency.yml").read_bytes()).value
    assert agency == {**read(before.encode()).value, "units": ["กองคลัง", "สำนักปลัด"]}
    assert "ต่างจากค่าเดิม" not in told.output
    assert "ไม่มี agency.yml" not in told.output


def test_a_portal_asks_which_agency(office):
    office(document(FIRST), "--into", "data/nong")
    told = office(document(FIRST))
    assert told.exit_code == 1
    assert "ITA921" in told.stderr
    assert "data/nong" in told.stderr


def test_a_file_with_flaws_is_not_added_to(office, tmp_path):
    office(document(FIRST))
    path = tmp_path / "data/2568/measures.yml"
    path.write_text(path.read_text("utf-8") + "\nmeasures: ก\n", "utf-8")
    before = files(tmp_path / "data")
    told = office(document(FIRST, SECOND), "--merge")
    assert told.exit_code == 1
    assert files(tmp_path / "data") == before
    assert "ITA923" in told.stderr
    assert "measures.yml" in told.stderr


@pytest.mark.parametrize("year", ["2025", "๒๕", "ปีหน้า"])
def test_a_year_that_is_none_is_wrong_usage(office, year):
    assert office(document(FIRST), "--year", year).exit_code == (2 if year != "๒๕" else 0)


def merged(old, new):
    found = merge(old.encode(), new, {})
    return read(found.data).value, [each.path for each in found.differences]


@pytest.mark.parametrize(
    ("old", "new", "after", "differing"),
    [
        ("a: x\n", {"a": "x", "b": "y"}, {"a": "x", "b": "y"}, []),
        ("a: x\n", {"a": "y"}, {"a": "x"}, [("a",)]),
        ("total: ๙๗.๗๓\n", {"total": "97.73"}, {"total": "๙๗.๗๓"}, []),
        ("on: 7 เม.ย. 2566\n", {"on": "2566-04-07"}, {"on": "7 เม.ย. 2566"}, []),
        ("on: 7 เม.ย. 2566\n", {"on": "2566-04-08"}, {"on": "7 เม.ย. 2566"}, [("on",)]),
        ("units: [ก]\n", {"units": ["ก", "ข"]}, {"units": ["ก", "ข"]}, []),
        (
            "m:\n  - {id: m-1, title: ก}\n",
            {"m": [{"id": "m-1", "title": "ก", "steps": ["ข"]}]},
            {"m": [{"id": "m-1", "title": "ก", "steps": ["ข"]}]},
            [],
        ),
        (
            "m:\n  - {id: m-1, title: ก}\n",
            {"m": [{"id": "m-1", "title": "คนละเรื่อง"}, {"id": "m-2", "title": "ข"}]},
            {"m": [{"id": "m-1", "title": "ก"}, {"id": "m-2", "title": "ข"}]},
            [("m", 0)],
        ),
        (
            "p:\n  - {measure: m-1, round: 6, summary: ก}\n",
            {"p": [{"measure": "m-1", "summary": "ข"}]},
            {
                "p": [
                    {"measure": "m-1", "round": "6", "summary": "ก"},
                    {"measure": "m-1", "summary": "ข"},
                ]
            },
            [],
        ),
    ],
)
def test_merging(old, new, after, differing):
    assert merged(old, new) == (after, differing)


@pytest.mark.parametrize(
    ("old", "new", "after"),
    [
        (
            "a:\n  # ก\n  b:\n  # ข\n  c:\n",
            {"a": {"c": ["x"]}},
            "a:\n  # ก\n  b:\n  # ข\n  c:\n    - x\n",
        ),
        ("o:\n  - ก\n", {"o": [{"text": "ก", "n": "1"}]}, "o:\n  - text: ก\n    n: 1\n"),
        ("o: ก\n", {"o": [{"text": "ก", "n": "1"}]}, "o:\n  - text: ก\n    n: 1\n"),
    ],
)
def test_a_blank_group_keeps_its_places_and_a_text_gets_what_goes_with_it(old, new, after):
    found = merge(old.encode(), new, {})
    assert (found.differences, read(found.data).value) == ((), read(after.encode()).value)
    assert [
        line for line in old.splitlines() if "#" in line and line not in found.data.decode()
    ] == []


def test_texts_in_one_line_stay_as_they_are_and_are_told():
    old = "o: [ก, ข]\nb: x\n"
    found = merge(old.encode(), {"o": [{"text": "ข", "n": "1"}], "c": "y"}, {})
    assert read(found.data).value == {"o": ["ก", "ข"], "b": "x", "c": "y"}
    assert [each.path for each in found.differences] == [("o", 1)]


def test_what_is_added_tells_where_it_comes_from():
    old = "m:\n  - {id: m-1, title: ก}\n  - {id: m-2, title: ข}\n"
    new = {"m": [{"id": "m-9", "title": "ค"}]}
    found = merge(old.encode(), new, {("m", 0): "ที่มา ตาราง 1 แถว 2"})
    assert found.data.decode() == old + "  # ที่มา ตาราง 1 แถว 2\n  - id: m-9\n    title: ค\n"


def test_a_second_document_without_the_agencys_name_adds_its_own(tmp_path):
    folder, pasted = tmp_path / "data", tmp_path / "mail.txt"
    for finding, title in (("ค้นหายาก", "จัดเมนู"), ("ไม่รู้ช่องทาง", "ติดป้าย")):
        pasted.write_text(f"ข้อค้นพบ\tมาตรการ\tขั้นตอน\n{finding}\t{title}\tทำให้เสร็จ\n", "utf-8")
        words = ["import", str(pasted), "--year", "2568", "--into", str(folder), "--merge"]
        assert CliRunner().invoke(main, words, catch_exceptions=False).exit_code == 0
    measures = read((folder / "2568/measures.yml").read_bytes()).value["measures"]
    analysis = read((folder / "2568/assessment.yml").read_bytes()).value["analysis"]
    texts = {each["id"]: each["text"] for each in analysis["findings"]}
    assert [(each["id"], each["title"], texts[each["findings"]]) for each in measures] == [
        ("measure-1", "จัดเมนู", "ค้นหายาก"),
        ("measure-2", "ติดป้าย", "ไม่รู้ช่องทาง"),
    ]


def test_more_rows_than_a_report_has_are_refused(office, tmp_path):
    done = office(document(*[FIRST] * 30_000))
    assert (done.exit_code, (tmp_path / "data").exists()) == (1, False)
    assert "error ITA931: “มาตรการ.docx” มี 30,001 แถว" in done.output


def rows(count: int, letter: str = "ก") -> list[str]:
    return [tr(f"{at} {letter * 90}", "ข" * 90, "กองคลัง", "ต.ค. ๖๗") for at in range(count)]


@pytest.mark.thorough
def test_what_no_data_file_has_room_for_is_refused_before_anything_is_written(office, tmp_path):
    done = office(document(*rows(500)))
    assert (done.exit_code, (tmp_path / "data").exists()) == (1, False)
    assert re.search(r"error ITA932: data/2568/measures.yml .*256,000", done.output)


@pytest.mark.thorough
def test_nor_is_it_added_to_a_file_that_is_there(office, tmp_path):
    assert office(document(*rows(250))).exit_code == 0
    before = (tmp_path / "data/2568/measures.yml").read_bytes()
    done = office(document(*rows(250, "ค")), "--merge")
    assert (done.exit_code, "ITA932" in done.output) == (1, True)
    assert (tmp_path / "data/2568/measures.yml").read_bytes() == before
