"""Results of several rounds below one measure, in prose and in one cell: a report for each."""

from __future__ import annotations

import pytest

from ita_site.office.importer.document.blocks import Paragraph
from ita_site.office.importer.plan.plan import Plan
from ita_site.office.importer.plan.prose_plan import ProsePlan
from ita_site.office.importer.recognise import recognise
from tests.unit.office.importer.test_blocks import EDITION, imported, table
from tests.unit.office.importer.test_prose_sections import BODY, measures, read


def reports(made, *fields: str):
    """What the reports say of these fields, the summary for want of any."""
    listed = made.values["2568/progress.yml"]["progress"]
    return [
        tuple(each.get(name) for name in ("round", *(fields or ("summary",)))) for each in listed
    ]


BOTH = [("6", "ซ่อมแล้ว 3 สาย"), ("12", "ซ่อมครบ 7 สาย")]
WAYS = [
    ("ผลการดำเนินการรอบ 6 เดือน: ซ่อมแล้ว 3 สาย", "ผลการดำเนินการรอบ 12 เดือน: ซ่อมครบ 7 สาย"),
    (
        "ผลงาน",
        "รอบ 6 เดือน (ต.ค. 67 – มี.ค. 68) ซ่อมแล้ว 3 สาย",
        "รอบ 12 เดือน (เม.ย. - ก.ย.) ซ่อมครบ 7 สาย",
    ),
    ("ผลงาน:", "- รอบหกเดือน ซ่อมแล้ว 3 สาย", "- รอบสิบสองเดือน ซ่อมครบ 7 สาย"),
    ("รอบ 6 เดือน : ซ่อมแล้ว 3 สาย", "รอบ 12 เดือน : ซ่อมครบ 7 สาย"),
    ("รอบ 12 เดือน : ซ่อมครบ 7 สาย", "รอบ 6 เดือน : ซ่อมแล้ว 3 สาย"),
    ("ผลงาน ครึ่งปีแรก", "ซ่อมแล้ว 3 สาย", "ผลงาน ครึ่งปีหลัง", "ซ่อมครบ 7 สาย"),
    ("รอบ 6 เดือนแรก", "ผลงาน: ซ่อมแล้ว 3 สาย", "รอบ 6 เดือนหลัง", "ผลงาน: ซ่อมครบ 7 สาย"),
    ("ผลงาน: รอบ 6 เดือน: ซ่อมแล้ว 3 สาย   รอบ 12 เดือน: ซ่อมครบ 7 สาย",),
    ("ผลงาน", "รอบที่ 1 ปี 2568 - ซ่อมแล้ว 3 สาย", "รอบที่ 2 ปี 2568 - ซ่อมครบ 7 สาย"),
]


@pytest.mark.parametrize("lines", WAYS, ids=lambda lines: lines[0])
def test_each_round_has_its_report(lines: tuple[str, ...]):
    made = read("มาตรการที่ 1 ซ่อมถนน", *BODY, *lines)
    assert reports(made) == BOTH
    assert measures(made)[0]["steps"] == ["สำรวจ"]
    assert made.report.paragraphs.lost == 0


@pytest.mark.parametrize("lines", [WAYS[1], WAYS[4]], ids=["below", "with colons"])
def test_what_stands_behind_the_rounds_does_not_matter(lines: tuple[str, ...]):
    made = read(
        *("มาตรการที่ 1 ซ่อมถนน", *lines, *BODY),
        *("มาตรการที่ 2 ขุดบ่อ", *BODY, "ผลงาน: ขุดแล้ว"),
    )
    assert reports(made)[:2] == BOTH


def test_what_is_said_between_two_rounds_is_of_the_first():
    made = read(
        *("มาตรการที่ 1 ซ่อมถนน", *BODY, "ผลงาน รอบ 6 เดือน", "ซ่อมแล้ว 3 สาย", "สถานะ: กำลังดำเนินการ"),
        *("ผลงาน รอบ 12 เดือน", "ซ่อมครบ 7 สาย", "สถานะ: แล้วเสร็จ", "ปัญหา อุปสรรค: ฝนชุก"),
    )
    found = reports(made, "status", "obstacles")
    assert found == [("6", "in_progress", None), ("12", "done", "ฝนชุก")]


def test_obstacles_by_rounds_below_their_own_label():
    made = read(
        *("มาตรการที่ 1 ซ่อมถนน", *BODY, *WAYS[1]),
        *("ปัญหา อุปสรรค", "รอบ 6 เดือน หินขาดตลาด", "รอบ 12 เดือน ไม่มี"),
    )
    assert reports(made, "obstacles") == [("6", "หินขาดตลาด"), ("12", "ไม่มี")]


def test_how_it_is_watched_by_rounds_is_no_result():
    made = read(
        *("มาตรการที่ 1 ซ่อมถนน", *BODY, "การกำกับติดตาม"),
        *("รอบ 6 เดือน: รายงานนายก", "รอบ 12 เดือน: รายงานสภา", "ผลงาน: ซ่อมครบ"),
    )
    assert measures(made)[0]["monitoring"] == ["รอบ 6 เดือน: รายงานนายก", "รอบ 12 เดือน: รายงานสภา"]
    assert reports(made) == [(None, "ซ่อมครบ")]


def test_words_that_only_speak_of_rounds_begin_no_report():
    lines = ("รอบ 6 และ 12 เดือน รายงานครบ", "ครั้งที่ 1 อบรม 30 คน", "ครั้งที่ 2 อบรม 20 คน")
    made = read("มาตรการที่ 1 ซ่อมถนน", *BODY, "ผลงาน", *lines)
    assert reports(made) == [(None, [*lines])]


def test_a_round_read_from_no_result_is_told():
    made = read("มาตรการที่ 1 ซ่อมถนน", *BODY, *WAYS[3])
    assert any("อ่านเป็นผลรอบ 6 เดือน" in each.text for each in made.report.doubts)


def test_a_text_that_names_another_round_is_told():
    made = read(
        *("มาตรการที่ 1 ซ่อมถนน", *BODY, "ผลงาน"),
        *("รอบ 6 เดือน ซ่อมแล้ว 3 สาย รอบ 12 เดือน ซ่อมครบ 7 สาย", "ทาสีแล้ว"),
    )
    assert any("พูดถึงรอบอื่นด้วย" in each.text for each in made.report.doubts)


@pytest.mark.parametrize(
    "cell",
    [
        "รอบ 6 เดือน ซ่อมแล้ว 3 สาย\nรอบ 12 เดือน ซ่อมครบ 7 สาย",
        "รอบ 6 เดือน: ซ่อมแล้ว 3 สาย รอบ 12 เดือน: ซ่อมครบ 7 สาย",
        "รอบ 6 เดือน\nซ่อมแล้ว 3 สาย\nรอบ 12 เดือน\nซ่อมครบ 7 สาย",
    ],
)
def test_two_rounds_in_one_cell(cell: str):
    head = ["มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ผลการดำเนินงาน", "สถานะ"]
    made = imported(table(head, ["ซ่อมถนน", "สำรวจ", "กองช่าง", cell, "แล้วเสร็จ"]))
    assert reports(made) == BOTH
    assert reports(made, "status") == [("6", None), ("12", "done")]


def test_the_title_of_the_document_does_not_say_the_round_of_each():
    title = Paragraph("รายงานผล รอบ 12 เดือน ปีงบประมาณ พ.ศ. 2568", "ย่อหน้า 1")
    lines = ("มาตรการที่ 1 ซ่อมถนน", *BODY, *WAYS[1])
    made = imported(title, *(Paragraph(text, f"ย่อหน้า {at}") for at, text in enumerate(lines, 2)))
    assert reports(made) == BOTH


def test_rounds_and_parted_lines_stay_when_a_plan_mends_another_line():
    lines = (
        *("มาตรการที่ 1\nซ่อมถนน\nหน้าตลาด", "ขั้นตอน: สำรวจ   ผู้รับผิดชอบ: กองช่าง", *WAYS[1]),
        *("สถานะ: แล้วเสร็จ", "คนช่วย: กองคลัง"),
    )
    blocks = tuple(Paragraph(text, f"ย่อหน้า {at}") for at, text in enumerate(lines, 1))
    plan = Plan("ไฟล์", (), (ProsePlan(("ย่อหน้า 7",), "unit", "คนช่วย"),))
    made = recognise(blocks, 2568, EDITION, document="ไฟล์", plan=plan)
    assert reports(made) == BOTH
    assert measures(made)[0]["title"] == "ซ่อมถนน หน้าตลาด"
    assert measures(made)[0]["units"] == ["กองช่าง", "กองคลัง"]
