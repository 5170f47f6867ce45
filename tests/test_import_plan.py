"""`ita-site import --plan`: how a document is read is shown, mended, followed and remembered."""

from __future__ import annotations

import contextlib
import hashlib
import json
from itertools import takewhile

import pytest
from click.testing import CliRunner
from openpyxl import Workbook

from ita_site.cli import main
from ita_site.facts.strict_yaml.parse import read
from ita_site.office.importer.plan.plan import (
    ColumnPlan,
    ColumnReading,
    Plan,
    TablePlan,
    TableReading,
    said_headings,
)
from tests.office.ooxml import docx, p, tbl, tr

TITLE = p("เทศบาลตำบลหนองตัวอย่าง ประจำปีงบประมาณ พ.ศ. ๒๕๖๘")
TABLE = tbl(
    tr("มาตรการ", "ขั้นตอน", "ทีมงาน", "เพลงประจำ"),
    tr("ปรับปรุงคู่มือ", "ทบทวนคู่มือ", "ชุดที่ 1", "ครบทุกงาน"),
    tr("ทำป้ายบอกทาง", "ติดตั้งป้าย", "ชุดที่ 2", "ครบทุกจุด"),
)
PLAN = "มาตรการ.docx.plan.yml"
RECORD = ".cache/ita-site-import.json"


@pytest.fixture
def office(tmp_path, monkeypatch):
    """Writes a document and runs the import; returns exit code and everything that was said."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ITA_DATA", raising=False)
    (tmp_path / "มาตรการ.docx").write_bytes(docx(TITLE + TABLE))

    def imported(*arguments: str, file="มาตรการ.docx"):
        words = ["import", file, "--year", "2568", *arguments]
        return CliRunner().invoke(main, words, catch_exceptions=False)

    return imported


def measures(folder):
    return read((folder / "data/2568/measures.yml").read_bytes()).value["measures"]


def mend(folder, *pairs: tuple[str, str]):
    text = (folder / PLAN).read_text("utf-8")
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after)
    (folder / PLAN).write_text(text, "utf-8")


UNKNOWN = "heading: ทีมงาน\n        role: เก็บไว้"
UNITS = "heading: ทีมงาน\n        role: ผู้รับผิดชอบ"


def test_a_plan_is_written_and_nothing_else(office, tmp_path):
    told = office("--plan")
    assert told.exit_code == 0
    assert "ทีมงาน → เก็บไว้\n      ชุดที่ 1 | ชุดที่ 2\n" in told.output
    assert {path.name for path in tmp_path.iterdir()} == {"มาตรการ.docx", PLAN}
    text = (tmp_path / PLAN).read_text("utf-8")
    assert (
        "# เช่น ปรับปรุงคู่มือ | ทำป้ายบอกทาง\n      - heading: มาตรการ\n        role: มาตรการ\n" in text
    )
    assert UNKNOWN in text


NAMED = docx(
    TITLE
    + tbl(
        tr("มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ผู้ประสานงาน"),
        tr("ปรับปรุงคู่มือ", "ทบทวนคู่มือ", "สค. (นายก้องภพ ตัวอย่าง 089 000 0011)", "คุณแก้วตา ต่อ 45"),
        tr("ทำป้ายบอกทาง", "ติดตั้งป้าย", "นิติกร (ขวัญใจ ตัวอย่าง)", "โทร. 0 5000 0005"),
    )
    + p("๑) วิธีดำเนินการ")
    + p("ให้นางสาวดวงใจ ตัวอย่าง รวบรวม")
    + p("ขอบคุณครับ")
    + p("เพชรดา ตัวอย่าง")
    + p("ปลัดเทศบาล")
)


def test_a_plan_shows_no_person_and_no_telephone(office, tmp_path):
    (tmp_path / "มาตรการ.docx").write_bytes(NAMED)
    told = office("--plan")
    assert told.exit_code == 0
    shown = told.output + (tmp_path / PLAN).read_text("utf-8")
    assert "สค. (…) | นิติกร (…)" in shown
    private = ("ก้องภพ", "089", "แก้วตา", "ต่อ 45", "ขวัญใจ", "0 5000", "ดวงใจ", "เพชรดา")
    assert [word for word in private if word in shown] == []


def test_a_plan_that_says_the_same_changes_nothing(office, tmp_path):
    office()
    alone = (tmp_path / "data/2568/measures.yml").read_bytes()
    office("--plan")
    (tmp_path / "data/2568/measures.yml").unlink()
    assert office().exit_code == 0
    assert (tmp_path / "data/2568/measures.yml").read_bytes() == alone
    assert not (tmp_path / "import-headings.yml").exists()


def test_a_word_of_the_plan_is_followed_and_remembered(office, tmp_path):
    office("--plan")
    mend(tmp_path, (UNKNOWN, UNITS))
    told = office()
    assert f"อ่านตามแผน {PLAN}" in told.output
    assert [each["units"] for each in measures(tmp_path)] == ["ชุดที่ 1", "ชุดที่ 2"]
    assert "heading: ทีมงาน\n    role: ผู้รับผิดชอบ" in (tmp_path / "import-headings.yml").read_text(
        "utf-8"
    )
    (tmp_path / "ใหม่.docx").write_bytes(docx(TITLE + TABLE))
    (tmp_path / "data/2568/measures.yml").unlink()
    office(file="ใหม่.docx")
    assert [each["units"] for each in measures(tmp_path)] == ["ชุดที่ 1", "ชุดที่ 2"]


def test_a_plan_that_is_there_is_not_written_over(office, tmp_path):
    office("--plan")
    mend(tmp_path, (UNKNOWN, UNITS))
    told = office("--plan")
    assert "ทีมงาน → ผู้รับผิดชอบ" in told.output
    assert UNITS in (tmp_path / PLAN).read_text("utf-8")


def test_heading_rows_are_as_the_plan_says(office, tmp_path):
    rows = tbl(tr("งานที่จะทำ", "ใครทำ"), tr("ทำป้าย", "กองช่าง"), tr("ทำเว็บ", "สำนักปลัด"))
    (tmp_path / "มาตรการ.docx").write_bytes(docx(TITLE + rows))
    office("--plan")
    mend(tmp_path, ("heading_rows: []", "heading_rows: [1]"))
    plan = (tmp_path / PLAN).read_text("utf-8")
    first, second = "มาตรการ", "ผู้รับผิดชอบ"
    plan = plan.replace("role: เก็บไว้", f"role: {first}", 1).replace(
        "role: เก็บไว้", f"role: {second}"
    )
    (tmp_path / PLAN).write_text(plan, "utf-8")
    assert office().exit_code == 0
    assert [(each["title"], each["units"]) for each in measures(tmp_path)] == [
        ("ทำป้าย", "กองช่าง"),
        ("ทำเว็บ", "สำนักปลัด"),
    ]


def test_rows_of_a_sheet_are_counted_as_the_sheet_counts_them(office, tmp_path):
    book = Workbook()
    for at, row in enumerate(SHEET, 6):
        for column, value in enumerate(row, 2):
            book.active.cell(at, column, value)
    book.save(tmp_path / "แผน.xlsx")
    office("--plan", file="แผน.xlsx")
    plan = tmp_path / "แผน.xlsx.plan.yml"
    text = plan.read_text("utf-8")
    assert "heading_rows:\n      - 6\n" in text
    assert "leave_out:\n      - แผ่นงาน “Sheet” แถว 9\n" in text
    plan.write_text(text.replace("      - 6\n", "      - 7\n", 1), "utf-8")
    office(file="แผน.xlsx")
    assert [each["title"] for each in measures(tmp_path)] == ["ทำเว็บ"]


SHEET = (
    ("มาตรการ", "ขั้นตอน", "งบประมาณ"),
    ("ทำป้าย", "ออกแบบ", 500),
    ("ทำเว็บ", "จ้างพัฒนา", 900),
    ("รวม", None, 1400),
)


def test_a_plan_mended_after_the_import_takes_the_place_of_the_first_reading(office, tmp_path):
    office()
    assert "units" not in measures(tmp_path)[0]
    rest = (tmp_path / "import-rest.txt").read_text("utf-8")
    office("--plan")
    mend(tmp_path, (UNKNOWN, UNITS), ("role: ขั้นตอน", "role: วัตถุประสงค์"))
    told = office()
    assert (told.exit_code, "อ่านเอกสารนี้ใหม่แทนครั้งก่อน" in told.output) == (0, True)
    assert [(each["units"], "steps" in each) for each in measures(tmp_path)] == [
        ("ชุดที่ 1", False),
        ("ชุดที่ 2", False),
    ]
    assert "ชุดที่ 1" in rest
    assert "ชุดที่ 1" not in (tmp_path / "import-rest.txt").read_text("utf-8")


def test_what_an_officer_touched_is_not_made_anew(office, tmp_path):
    office()
    path = tmp_path / "data/2568/measures.yml"
    path.write_text(path.read_text("utf-8").replace("ทบทวนคู่มือ", "ทบทวนคู่มือทุกเล่ม"), "utf-8")
    before = path.read_bytes()
    office("--plan")
    mend(tmp_path, (UNKNOWN, UNITS))
    told = office()
    assert (told.exit_code, "--merge" in told.output) == (1, True)
    assert path.read_bytes() == before


def test_a_record_that_leads_out_of_the_project_removes_nothing_there(office, tmp_path):
    office("--plan")
    office()
    project, outside = tmp_path / "project", tmp_path / "outside.yml"
    record = json.loads((tmp_path / RECORD).read_text("utf-8"))
    outside.write_text("mine", "utf-8")
    after = hashlib.sha256(b"mine").hexdigest()
    record["files"]["../outside.yml"] = {"before": None, "after": after}
    there = [path for path in tmp_path.iterdir() if path != outside]
    project.mkdir()
    for path in there:
        path.rename(project / path.name)
    (project / RECORD).write_text(json.dumps(record), "utf-8")
    mend(project, (UNKNOWN, UNITS))
    with contextlib.chdir(project):
        office()
    assert outside.is_file()


def test_a_file_the_first_reading_made_by_mistake_goes(office, tmp_path):
    """The data files were not there before; what init wrote comes back as it was."""
    scores = tbl(tr("ตัวชี้วัด", "คะแนน"), tr("การใช้อำนาจ", "90.00"))
    (tmp_path / "มาตรการ.docx").write_bytes(docx(TITLE + TABLE + scores))
    office()
    assert (tmp_path / "data/2568/assessment.yml").exists()
    office("--plan")
    mend(tmp_path, ("role: คะแนน\n", "role: เก็บไว้\n"))
    office()
    assert not (tmp_path / "data/2568/assessment.yml").exists()
    assert "90.00" in (tmp_path / "import-rest.txt").read_text("utf-8")


DOUBTED = tbl(
    tr("มาตรการ", "ขั้นตอนทำ", "ใครทำ", "ช่องที่สี่", "เพลงประจำ"),
    tr("ปรับปรุงคู่มือ", "1. ทบทวนคู่มือ", "กองคลัง", "ต.ค. 2567", "ครบทุกงาน"),
    tr("ทำป้ายบอกทาง", "1. ติดตั้งป้าย", "กองช่าง", "พ.ย. 2567", "ครบทุกจุด"),
)


def looked_at(told):
    """What an officer is asked to look at, a line each."""
    below = told.output.partition("โปรดดูเอง")[2].splitlines()[1:]
    return list(takewhile(lambda line: line.startswith("  "), below))


def test_a_plan_nobody_mended_silences_no_doubt(office, tmp_path):
    (tmp_path / "มาตรการ.docx").write_bytes(docx(TITLE + DOUBTED))
    alone = looked_at(office())
    assert any("“ช่องที่สี่” อ่านเป็น" in line for line in alone)
    assert any("“เพลงประจำ”" in line for line in alone)
    office("--plan")
    assert looked_at(office()) == alone


def test_a_word_mended_changes_what_it_says_and_nothing_else(office, tmp_path):
    (tmp_path / "มาตรการ.docx").write_bytes(docx(TITLE + DOUBTED))
    before = looked_at(office())
    office("--plan")
    mend(
        tmp_path,
        ("heading: เพลงประจำ\n        role: เก็บไว้", "heading: เพลงประจำ\n        role: ความเสี่ยง"),
    )
    assert looked_at(office()) == [line for line in before if "เพลงประจำ" not in line]
    assert measures(tmp_path)[0]["risk"] == "ครบทุกงาน"
    assert measures(tmp_path)[0]["timeframe"] == "ต.ค. 2567"


def test_a_row_is_left_out_and_taken_in_again(office, tmp_path):
    office("--plan")
    mend(tmp_path, ("leave_out: []", "leave_out: ตาราง 1 แถว 3"))
    assert office().exit_code == 0
    assert [each["title"] for each in measures(tmp_path)] == ["ปรับปรุงคู่มือ"]
    assert "ทำป้ายบอกทาง" in (tmp_path / "import-rest.txt").read_text("utf-8")
    mend(tmp_path, ("leave_out: ตาราง 1 แถว 3", "leave_out: []"))
    office()
    assert len(measures(tmp_path)) == 2
    assert "ทำป้ายบอกทาง" not in (tmp_path / "import-rest.txt").read_text("utf-8")


PROSE = """เทศบาลตำบลหนองตัวอย่าง ประจำปีงบประมาณ พ.ศ. 2568
1. เรื่องการเปิดเผยข้อมูล
เทศบาลจะปรับปรุงเว็บไซต์ให้ข้อมูลครบ
สิ่งที่จะทำ
1) ตรวจข้อมูลทุกหัวข้อ
2) แต่งตั้งผู้ดูแลข้อมูล
คนทำ สำนักปลัดเทศบาล
ช่วง ตุลาคม 2567 - มีนาคม 2568
3. เรื่องการให้บริการ
สิ่งที่จะทำ
1) ทบทวนคู่มือ
คนทำ กองคลัง
ช่วง เมษายน 2568
"""
"""A number is missing between the headings, so that nothing is read before an officer says it."""
SAID = {
    "1. เรื่อง": "มาตรการ",
    "สิ่งที่จะทำ": "ขั้นตอน",
    "คนทำ": "ผู้รับผิดชอบ",
    "ช่วง": "ระยะเวลา",
    "เทศบาลจะ": "แนวทาง",
}
"""What an officer writes behind `role:`, by the first words of a kind of line."""


def say(path, said):
    """Changes the word behind `role:` below the remark that begins so."""
    text = path.read_text("utf-8")
    for sample, role in said.items():
        before, below = text.split(f"# {sample}", 1)
        kept, _, rest = below.partition("role: ")
        text = f"{before}# {sample}{kept}role: {role}\n{rest.partition(chr(10))[2]}"
    path.write_text(text, "utf-8")


def test_lines_of_prose_become_what_the_plan_says(office, tmp_path):
    (tmp_path / "เล่ม.txt").write_text(PROSE, "utf-8")
    told = office("--plan", file="เล่ม.txt")
    assert "คนทำ สำนักปลัดเทศบาล | คนทำ กองคลัง (2 บรรทัด) → ข้อความทั่วไป" in told.output
    say(tmp_path / "เล่ม.txt.plan.yml", SAID)
    assert office(file="เล่ม.txt").exit_code == 0
    first, second = measures(tmp_path)
    assert (first["title"], first["guidelines"]) == (
        "เรื่องการเปิดเผยข้อมูล",
        ["เทศบาลจะปรับปรุงเว็บไซต์ให้ข้อมูลครบ"],
    )
    assert [step["text"] for step in first["steps"]] == ["ตรวจข้อมูลทุกหัวข้อ", "แต่งตั้งผู้ดูแลข้อมูล"]
    assert (second["units"], second["timeframe"]) == ("กองคลัง", "เมษายน 2568")
    headings = (tmp_path / "import-headings.yml").read_text("utf-8")
    assert "heading: คนทำ\n    role: ผู้รับผิดชอบ" in headings


def test_a_plan_of_prose_that_says_the_same_changes_nothing(office, tmp_path):
    numbered = PROSE.replace("1. เรื่อง", "มาตรการที่ 1 ").replace("3. เรื่อง", "มาตรการที่ 2 ")
    known = numbered.replace("สิ่งที่จะทำ", "วิธีดำเนินการ").replace("ช่วง ", "ระยะเวลา: ")
    (tmp_path / "เล่ม.txt").write_text(known.replace("เทศบาลจะ", "วัตถุประสงค์: "), "utf-8")
    office(file="เล่ม.txt")
    alone = (tmp_path / "data/2568/measures.yml").read_bytes()
    (tmp_path / "data/2568/measures.yml").unlink()
    office("--plan", file="เล่ม.txt")
    plan = (tmp_path / "เล่ม.txt.plan.yml").read_text("utf-8")
    steps = "label: วิธีดำเนินการ\n    lines:\n      - บรรทัด 4\n      - บรรทัด 10\n    role: ขั้นตอน"
    assert steps in plan
    office(file="เล่ม.txt")
    assert (tmp_path / "data/2568/measures.yml").read_bytes() == alone


def test_a_label_nobody_knows_is_never_part_of_a_step(office, tmp_path):
    lines = (
        *("มาตรการที่ 1 จัดทำคู่มือ", "วิธีดำเนินการ", "1) ทบทวนคู่มือ"),
        *("คำขวัญ: ทำให้เสร็จ", "ระยะเวลา: เมษายน 2568"),
    )
    (tmp_path / "เล่ม.txt").write_text("\n".join(lines), "utf-8")
    told = office(file="เล่ม.txt")
    assert measures(tmp_path)[0]["steps"] == [{"label_as_printed": "1)", "text": "ทบทวนคู่มือ"}]
    assert "ไม่รู้จักหัวข้อ “คำขวัญ”" in told.output
    assert "ทำให้เสร็จ" in (tmp_path / "import-rest.txt").read_text("utf-8")


KPI = """เทศบาลตำบลหนองตัวอย่าง ประจำปีงบประมาณ พ.ศ. 2568
มาตรการที่ 1 ตรวจรับงานจ้าง
ตัวชี้วัด: ตรวจรับครบทุกสัญญา
ขั้นตอน
1. แจ้งกำหนด
หน่อยงานรับผิดชอบ กองช่าง
มาตรการที่ 2 เปิดเผยราคากลาง
ตัวชี้วัด: เปิดเผยครบทุกโครงการ
ขั้นตอน
1. ลงเว็บไซต์
ข้อสังเกต ทำแล้วปีก่อน
จึงประกาศให้ทราบโดยทั่วกัน
"""


def test_a_plan_of_prose_says_what_was_read(office, tmp_path):
    (tmp_path / "เล่ม.txt").write_text(KPI, "utf-8")
    alone = looked_at(office(file="เล่ม.txt"))
    found = measures(tmp_path)
    assert any("“หน่อยงานรับผิดชอบ” อ่านเป็น" in line for line in alone)
    office("--plan", file="เล่ม.txt")
    plan = tmp_path / "เล่ม.txt.plan.yml"
    kpi = "label: ตัวชี้วัด\n    lines:\n      - บรรทัด 3\n      - บรรทัด 8\n    role: ตัวชี้วัดความสำเร็จ"
    assert kpi in plan.read_text("utf-8")
    assert looked_at(office(file="เล่ม.txt")) == alone
    say(plan, {"ขั้นตอน": "แนวทาง"})
    assert looked_at(office(file="เล่ม.txt")) == alone
    mended = [
        {key: value for key, value in each.items() if key != "guidelines"}
        for each in measures(tmp_path)
    ]
    assert mended == [
        {key: value for key, value in each.items() if key != "steps"} for each in found
    ]
    assert found[0]["targets"] == ["ตรวจรับครบทุกสัญญา"]
    assert found[0]["units"] == "กองช่าง"


def test_words_behind_a_value_may_be_taken_from_it(office, tmp_path):
    tail = "งบประมาณ\n3,000 บาท\nปีก่อนใช้ไปจนหมด\nผู้รับผิดชอบ: กองคลัง\n"
    (tmp_path / "เล่ม.txt").write_text(f"{KPI.partition('ข้อสังเกต')[0]}{tail}", "utf-8")
    office(file="เล่ม.txt")
    assert measures(tmp_path)[1]["budget"] == {"amount": "3,000", "note": "ปีก่อนใช้ไปจนหมด"}
    office("--plan", file="เล่ม.txt")
    plan = tmp_path / "เล่ม.txt.plan.yml"
    assert plan.read_text("utf-8").count("role: มาตรการ\n") == 1
    say(plan, {"ปีก่อนใช้": "เก็บไว้"})
    office(file="เล่ม.txt")
    assert measures(tmp_path)[1]["budget"] == {"amount": "3,000"}
    assert measures(tmp_path)[1]["units"] == "กองคลัง"


def test_a_label_that_begins_no_line_is_told(office, tmp_path):
    (tmp_path / "เล่ม.txt").write_text(KPI, "utf-8")
    office("--plan", file="เล่ม.txt")
    plan = tmp_path / "เล่ม.txt.plan.yml"
    text = plan.read_text("utf-8")
    plan.write_text(text.replace("label: หน่อยงานรับผิดชอบ", "label: หน่วยงาน"), "utf-8")
    told = looked_at(office(file="เล่ม.txt"))
    assert any("บรรทัดนี้ไม่ได้ขึ้นต้นด้วย “หน่วยงาน”" in line for line in told)


ANALYSIS = "บันทึกข้อความ\nเรื่องที่ต้องดู\nไฟทางเข้าดับบ่อย\nตู้รับเรื่องไม่มีป้าย\nแบบวัด IIT ได้ 81.20 คะแนน\n"


def plan_of(*said: str) -> str:
    listed = "".join(
        f"  - lines: บรรทัด {at}\n    role: {role}\n" for at, role in enumerate(said, 2)
    )
    return f"document: เล่ม.txt\ntables: []\nprose:\n{listed}"


def test_a_plan_may_call_lines_weaknesses_and_scores_where_no_measure_is(office, tmp_path):
    (tmp_path / "เล่ม.txt").write_text(ANALYSIS, "utf-8")
    weak = "จุดอ่อน/สิ่งที่ต้องแก้ไข"
    (tmp_path / "เล่ม.txt.plan.yml").write_text(plan_of("ข้อความทั่วไป", weak, weak, "คะแนน"), "utf-8")
    assert office(file="เล่ม.txt").exit_code == 0
    found = read((tmp_path / "data/2568/assessment.yml").read_bytes()).value
    texts = [each["text"] for each in found["analysis"]["urgent_fixes"]]
    assert texts == ["ไฟทางเข้าดับบ่อย", "ตู้รับเรื่องไม่มีป้าย"]
    assert found["instruments"] == [{"code": "IIT", "score": "81.20"}]


def test_every_line_that_no_measure_stands_above_is_told_at_once(office, tmp_path):
    (tmp_path / "เล่ม.txt").write_text(ANALYSIS, "utf-8")
    (tmp_path / "เล่ม.txt.plan.yml").write_text(plan_of("ระยะเวลา", "เก็บไว้", "งบประมาณ"), "utf-8")
    told = office(file="เล่ม.txt")
    assert told.exit_code == 1
    assert "บรรทัด 2 เป็น “ระยะเวลา”, บรรทัด 4 เป็น “งบประมาณ”" in told.output


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("ผู้รับผิดชอบ", "ITA939"),
        ("คนร้องเพลง", "ITA933"),
        ("เก็บไว้\n  - role: เก็บไว้", "ITA933"),
        ("เก็บไว้\n  - lines: บรรทัด 99", "ITA938"),
    ],
)
def test_a_plan_of_prose_that_cannot_be_followed_is_refused(office, tmp_path, said, code):
    (tmp_path / "เล่ม.txt").write_text(PROSE, "utf-8")
    office("--plan", file="เล่ม.txt")
    say(tmp_path / "เล่ม.txt.plan.yml", {"คนทำ": said})
    told = office(file="เล่ม.txt")
    assert told.exit_code == 1
    assert code in told.output
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("before", "after", "code", "word"),
    [
        (UNKNOWN, UNKNOWN.replace("เก็บไว้", "ทีมนักร้อง"), "ITA933", f"{PLAN}:"),
        ("role: มาตรการ", "role: มาตรการ\n        round: 6", "ITA933", "round “6”"),
        ("tables:", "table:", "ITA933", "ไม่มี tables"),
        ("tables:", "tables", "ITA101", "อ่านบรรทัดนี้ไม่ได้"),
        ("table: ตาราง 1", "table: ตาราง 9", "ITA934", "ตาราง 1"),
        ("leave_out: []", "leave_out: [ตาราง 1 แถว 9]", "ITA940", "“ตาราง 1 แถว 9”"),
        ("      - heading: เพลงประจำ\n        role: เก็บไว้\n", "", "ITA935", "4"),
    ],
)
def test_a_plan_that_cannot_be_followed_is_refused(office, tmp_path, before, after, code, word):  # noqa: PLR0913, PLR0917 - a case
    office("--plan")
    mend(tmp_path, (before, after))
    told = office()
    assert told.exit_code == 1
    assert code in told.output
    assert word in told.output
    assert not (tmp_path / "data").exists()


RESULTS = tbl(
    tr("มาตรการ", "ผลการดำเนินการ", "ทีมงาน", "%"),
    tr("ปรับปรุงคู่มือ", "ทบทวนแล้ว", "ชุดที่ 1", "40"),
)


def remembered(folder) -> str:
    path = folder / "import-headings.yml"
    return path.read_text("utf-8") if path.is_file() else ""


def rounds(folder):
    listed = read((folder / "data/2568/progress.yml").read_bytes()).value["progress"]
    return [each.get("round") for each in listed]


def test_a_round_of_a_plan_holds_for_its_document_alone(office, tmp_path):
    (tmp_path / "มาตรการ.docx").write_bytes(docx(RESULTS))
    office("--plan")
    before = "heading: ผลการดำเนินการ\n        role: ผลการดำเนินการ"
    mend(tmp_path, (before, f"{before}\n        round: 12"))
    office()
    assert rounds(tmp_path) == ["12"]
    assert "round" not in remembered(tmp_path)
    (tmp_path / "import-headings.yml").write_text(
        "headings:\n  - heading: ผลการดำเนินการ\n    role: ผลการดำเนินการ\n    round: 12\n", "utf-8"
    )
    (tmp_path / "data/2568/progress.yml").unlink()
    (tmp_path / "ใหม่.docx").write_bytes(docx(p("รายงานผลการดำเนินการ รอบ 6 เดือน") + RESULTS))
    office(file="ใหม่.docx")
    assert rounds(tmp_path) == ["6"]


def test_a_word_set_back_to_what_the_program_reads_is_forgotten(office, tmp_path):
    office("--plan")
    mend(tmp_path, (UNKNOWN, UNITS))
    office()
    assert "ทีมงาน" in remembered(tmp_path)
    mend(tmp_path, (UNITS, UNKNOWN))
    office()
    assert "ทีมงาน" not in remembered(tmp_path)


def test_a_heading_above_columns_of_two_roles_or_with_something_hidden_is_not_remembered():
    columns = [("คืบหน้าเพียงใด", "summary"), ("คืบหน้าเพียงใด", "percent"), ("%", "percent")]
    columns += [("ผู้ตรวจ (…)", "unit"), ("ทีมงาน", "unit")]
    found = [ColumnReading(ColumnPlan(heading, None), "", None, ()) for heading, _ in columns]
    plan = Plan("", (TablePlan("ตาราง 1", tuple(ColumnPlan(*each, "6") for each in columns)),))
    chosen, as_found = said_headings([TableReading("ตาราง 1", tuple(found), None, ())], plan)
    assert (chosen, as_found) == ({"ทีมงาน": ColumnPlan("ทีมงาน", "unit")}, {})
