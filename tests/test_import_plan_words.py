"""Every word of an import's plan is obeyed, or told with its line and what to do."""

from __future__ import annotations

import pytest

from tests.office.ooxml import docx, p, tbl, tr
from tests.test_import_plan import PLAN, TITLE, looked_at, measures, mend, office

__all__ = ("office",)

BOX = tbl(tr("ชื่อมาตรการ", "ตั้งตู้รับฟัง"), tr("ผู้รับผิดชอบ", "กองคลัง"), tr("ระยะเวลา", "ต.ค. 67"))
GOES_ON = tbl(tr("วัตถุประสงค์", "ให้ทุกคนเสนอแนะได้"), tr("งบประมาณ", "900 บาท"))
VISITS = tbl(
    tr("เรื่อง", "วิธี", "ทีม"),
    tr("ตั้งตู้รับฟัง", "1. ซื้อตู้\n2. ติดตั้ง", "กองคลัง"),
    tr("ออกหน่วยเคลื่อนที่", "1. นัดวัน\n2. ลงพื้นที่", "กองช่าง"),
)
ODD = tbl(
    tr("งานเด่น", "ตั้งตู้รับฟัง"),
    tr("ทีม", "ชุดที่ 1"),
    tr("ลงแรง", "1. ซื้อตู้\n2. ติดตั้ง"),
    tr("เพลง", "ช้าง"),
)
SCORES = tbl(
    tr("เครื่องมือ", "ร้อยละที่วัดได้"), tr("IIT", "91.20"), tr("EIT", "80.05"), tr("OIT", "66.00")
)


def begin(office, folder, body: str) -> None:
    (folder / "มาตรการ.docx").write_bytes(docx(TITLE + body))
    assert office("--plan").exit_code == 0


def test_a_form_goes_on_with_another_as_the_plan_says(office, tmp_path):
    begin(office, tmp_path, BOX + p("หน้าถัดไป") + GOES_ON)
    text = (tmp_path / PLAN).read_text("utf-8")
    first = text.partition("  - table: ตาราง 2")[0].rstrip()
    joined = first.replace("    columns:", "    goes_on: ตาราง 2\n    columns:", 1)
    (tmp_path / PLAN).write_text(f"{joined}\n", "utf-8")
    assert office().exit_code == 0
    (found,) = measures(tmp_path)
    assert (found["title"], found["objective"]) == ("ตั้งตู้รับฟัง", "ให้ทุกคนเสนอแนะได้")
    assert found["budget"] == {"amount": "900"} or found["budget"] == {"amount": 900}


def test_another_form_of_the_same_labels_is_a_further_measure(office, tmp_path):
    other = BOX.replace("ตั้งตู้รับฟัง", "ออกหน่วยเคลื่อนที่")
    begin(office, tmp_path, BOX + p("หน้าถัดไป") + other)
    text = (tmp_path / PLAN).read_text("utf-8")
    first = text.partition("  - table: ตาราง 2")[0].rstrip()
    joined = first.replace("    columns:", "    goes_on: ตาราง 2\n    columns:", 1)
    (tmp_path / PLAN).write_text(f"{joined}\n", "utf-8")
    assert office().exit_code == 0
    assert [each["title"] for each in measures(tmp_path)] == ["ตั้งตู้รับฟัง", "ออกหน่วยเคลื่อนที่"]


@pytest.mark.parametrize(
    ("body", "mended", "told"),
    [
        (VISITS, ("    leave_out", "    goes_on: ตาราง 5\n    leave_out"), ("ITA944", "ตาราง 5")),
        (
            BOX + p("ก") + VISITS,
            ("    columns:", "    goes_on: ตาราง 2\n    columns:"),
            ("ITA942", "2"),
        ),
        (VISITS, ("heading_rows:\n      - 1", "heading_rows:\n      - 40"), ("ITA943", "40")),
        (VISITS, ("heading_rows:\n      - 1", "heading_rows: [1, 3]"), ("ITA943", "1, 3")),
        (VISITS, ("    leave_out", "    skip: 2\n    leave_out"), ("ITA941", "skip")),
        (VISITS, ("role: ขั้นตอน", "role: ขั้นตอน\n        rond: 6"), ("ITA941", "rond")),
        (
            VISITS,
            ("    heading_rows", "    shape: แผนผัง\n    heading_rows"),
            ("ITA933", "แบบฟอร์ม", "แผนผัง"),
        ),
        (VISITS, ("document:", "author: ข้าพเจ้า\ndocument:"), ("ITA941", "author")),
        (
            VISITS + p("ตารางต่อไป") + SCORES,
            ("leave_out: []", "leave_out: [ตาราง 2 แถว 3]"),
            ("ITA945", "ตาราง 2 แถว 3"),
        ),
    ],
)
def test_what_cannot_be_obeyed_is_refused_with_its_line(office, tmp_path, body, mended, told):
    begin(office, tmp_path, body)
    mend_first(tmp_path, *mended)
    said = office()
    assert (said.exit_code, [word for word in told if word not in said.output]) == (1, [])
    assert f"{PLAN}:" in said.output
    assert not (tmp_path / "data/2568").exists()


def mend_first(folder, before: str, after: str) -> None:
    text = (folder / PLAN).read_text("utf-8")
    assert before in text
    (folder / PLAN).write_text(text.replace(before, after, 1), "utf-8")


def test_two_entries_of_one_table_are_refused(office, tmp_path):
    begin(office, tmp_path, VISITS)
    text = (tmp_path / PLAN).read_text("utf-8")
    entry = text[text.index("  - table: ") :]
    (tmp_path / PLAN).write_text(f"{text.rstrip()}\n{entry}", "utf-8")
    assert "ITA942" in office().output


def test_a_role_that_may_play_several_is_the_one_that_is_free(office, tmp_path):
    begin(office, tmp_path, VISITS)
    mend_first(tmp_path, "role: มาตรการ", "role: โครงการ")
    assert office().exit_code == 0
    titles = [each["title"] for each in measures(tmp_path)]
    assert titles == ["ตั้งตู้รับฟัง", "ออกหน่วยเคลื่อนที่"]


@pytest.mark.parametrize(
    ("body", "before", "after"),
    [
        (VISITS, "heading: ทีม\n        role: ผู้รับผิดชอบ", "heading: ทีม\n        role: คะแนน"),
        (VISITS, "heading: ทีม\n        role: ผู้รับผิดชอบ", "heading: ทีม\n        role: หน่วยนับ"),
        (
            SCORES,
            "heading: เครื่องมือ\n        role: เครื่องมือ",
            "heading: เครื่องมือ\n        role: คะแนน",
        ),
    ],
)
def test_a_role_of_which_nothing_comes_is_told_with_its_line(office, tmp_path, body, before, after):
    begin(office, tmp_path, body)
    mend_first(tmp_path, before, after)
    told = looked_at(office())
    line = (
        (tmp_path / PLAN)
        .read_text("utf-8")
        .splitlines()
        .index(f"        {after[-len(after.rpartition('role')[2]) - 4 :]}")
    )
    assert any(f"แผนบรรทัด {line + 1}: " in each and "ไม่มีค่าใดเข้าข้อมูล" in each for each in told)


def test_a_score_beside_its_instruments_is_obeyed_and_nothing_is_told(office, tmp_path):
    begin(office, tmp_path, SCORES)
    text = (tmp_path / PLAN).read_text("utf-8")
    head, _, below = text.partition("heading: ร้อยละที่วัดได้\n        role: ")
    (tmp_path / PLAN).write_text(
        f"{head}heading: ร้อยละที่วัดได้\n        role: คะแนน\n{below.partition(chr(10))[2]}", "utf-8"
    )
    told = office()
    assert "91.20" in (tmp_path / "data/2568/assessment.yml").read_text("utf-8")
    assert "แผนบรรทัด" not in told.output


def test_a_heading_the_document_has_not_and_another_document_are_told(office, tmp_path):
    begin(office, tmp_path, VISITS)
    mend(tmp_path, ("heading: ทีม\n", "heading: คณะทำงาน\n"), ("document: มาตรการ", "document: แผน"))
    told = "\n".join(looked_at(office()))
    assert "heading “คณะทำงาน” ไม่ตรงกับ “ทีม”" in told
    assert "แผนเขียนว่าเป็นของ “แผน.docx”" in told


LINES = """เทศบาลตำบลหนองตัวอย่าง ประจำปีงบประมาณ พ.ศ. 2568
งานเด่น: ตั้งตู้รับฟัง
คนทำ: กองคลัง
งานเด่น: ออกหน่วยเคลื่อนที่
คนทำ: กองช่าง
ขอบคุณทุกท่าน
"""


def test_a_label_before_a_title_is_no_part_of_it(office, tmp_path):
    (tmp_path / "เล่ม.txt").write_text(LINES, "utf-8")
    office("--plan", file="เล่ม.txt")
    plan = tmp_path / "เล่ม.txt.plan.yml"
    text = plan.read_text("utf-8")
    for label, role in (("งานเด่น", "มาตรการ"), ("คนทำ", "ผู้รับผิดชอบ")):
        head, _, below = text.partition(f"label: {label}")
        kept, _, rest = below.partition("role: ")
        text = f"{head}label: {label}{kept}role: {role}\n{rest.partition(chr(10))[2]}"
    plan.write_text(text, "utf-8")
    told = office(file="เล่ม.txt")
    found = [(each["title"], each["units"]) for each in measures(tmp_path)]
    assert found == [("ตั้งตู้รับฟัง", "กองคลัง"), ("ออกหน่วยเคลื่อนที่", "กองช่าง")]
    assert "แผนบรรทัด" not in told.output


def test_a_label_of_words_that_are_only_text_is_told(office, tmp_path):
    (tmp_path / "เล่ม.txt").write_text(LINES, "utf-8")
    office("--plan", file="เล่ม.txt")
    plan = tmp_path / "เล่ม.txt.plan.yml"
    text = plan.read_text("utf-8")
    plan.write_text(text.replace("label: คนทำ", "label: คน", 1), "utf-8")
    assert "label “คน” ไม่มีผลกับ “ข้อความทั่วไป”" in office(file="เล่ม.txt").output


def test_a_table_is_a_form_as_the_plan_says_and_the_plan_is_written_anew(office, tmp_path):
    begin(office, tmp_path, ODD)
    mend_first(tmp_path, "table: ตาราง 1\n", "table: ตาราง 1\n    shape: แบบฟอร์ม\n")
    told = office("--plan")
    assert "เขียนแผนแล้ว" in told.output
    text = (tmp_path / PLAN).read_text("utf-8")
    assert "heading_rows" not in text.partition("tables:")[2]
    mend_first(tmp_path, "heading: ทีม\n        role: เก็บไว้", "heading: ทีม\n        role: วัตถุประสงค์")
    assert "แผนมีอยู่แล้ว" in office("--plan").output
    assert office().exit_code == 0
    (found,) = measures(tmp_path)
    steps = [each["text"] for each in found["steps"]]
    assert (found["title"], steps) == ("ตั้งตู้รับฟัง", ["ซื้อตู้", "ติดตั้ง"])
    assert found["objective"] == "ชุดที่ 1"


def test_what_was_said_of_another_shape_is_told_with_its_line(office, tmp_path):
    begin(office, tmp_path, BOX)
    mend_first(tmp_path, "ตาราง 1\n    shape: แบบฟอร์ม", "ตาราง 1\n    shape: ตาราง")
    told = looked_at(office())
    assert any("แผนบรรทัด" in each and "shape" in each and "ชื่อมาตรการ" in each for each in told)


def test_a_plan_that_only_says_the_shape_is_enough(office, tmp_path):
    begin(office, tmp_path, ODD + p("ท้ายเรื่อง"))
    text = "document: มาตรการ.docx\ntables:\n  - table: ตาราง 1\n    shape: แบบฟอร์ม\n"
    (tmp_path / PLAN).write_text(text, "utf-8")
    said = office()
    assert said.exit_code == 0
    assert "shape แล้ว" not in said.output


def test_a_label_of_which_something_is_hidden_is_mended_in_a_form_of_another_shape(
    office, tmp_path
):
    body = ODD.replace("ทีม", "ทีม (นายสมมุติ ตัวอย่างดี)")
    begin(office, tmp_path, body)
    mend_first(tmp_path, "table: ตาราง 1\n", "table: ตาราง 1\n    shape: แบบฟอร์ม\n")
    office("--plan")
    assert "สมมุติ" not in (tmp_path / PLAN).read_text("utf-8")
    mend_first(tmp_path, "ทีม (…)\n        role: เก็บไว้", "ทีม (…)\n        role: วัตถุประสงค์")
    said = office()
    assert said.exit_code == 0
    (found,) = measures(tmp_path)
    assert found["objective"] == "ชุดที่ 1"


DATES = tbl(
    tr("ชื่องาน", "ต่อเติมศาลาริมทาง", "ก"),
    tr("ผลการดำเนินการ", "ต่อแล้ว 2 หลัง", "ข"),
    tr("วันเริ่มต้น", "3 ก.พ. 2568", "ค"),
    tr("วันสิ้นสุด", "9 พ.ค. 2568", "ง"),
    tr("ผู้ดูแล", "กองช่าง", "จ"),
)
AS_TABLE = "table: ตาราง 1\n"
AS_FORM = f"{AS_TABLE}    shape: แบบฟอร์ม\n"


KEPT = "heading: ชื่องาน\n        role: เก็บไว้"


def begin_dates(office, tmp_path) -> None:
    """A plan in which the labels of a form are headings and rows of a table."""
    begin(office, tmp_path, DATES)
    assert KEPT in (tmp_path / PLAN).read_text("utf-8")


@pytest.mark.parametrize("again", [False, True])
def test_what_the_other_shape_was_read_as_is_no_word_of_the_officer(office, tmp_path, again):
    begin_dates(office, tmp_path)
    mend_first(tmp_path, AS_TABLE, AS_FORM)
    if again:
        office("--plan")
    assert office().exit_code == 0
    (found,) = measures(tmp_path)
    assert found["title"].startswith("ต่อเติมศาลาริมทาง")
    assert found["timeframe"].startswith("3 ก.พ. 2568")


def test_what_an_officer_said_of_a_label_holds_in_the_other_shape(office, tmp_path):
    begin_dates(office, tmp_path)
    mend_first(tmp_path, AS_TABLE, AS_FORM)
    mend_first(tmp_path, KEPT, KEPT.replace("เก็บไว้", "วัตถุประสงค์"))
    office("--plan")
    assert KEPT.replace("เก็บไว้", "วัตถุประสงค์") in (tmp_path / PLAN).read_text("utf-8")


def test_cells_that_became_one_answer_are_told(office, tmp_path):
    begin_dates(office, tmp_path)
    mend_first(tmp_path, AS_TABLE, AS_FORM)
    assert any("“กองช่าง จ” มาจากหลายช่องในแถวเดียวกัน" in each for each in looked_at(office()))
