"""The round of results: by the nearest heading, caption or sheet's name, not by the first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ita_site.office.importer.document.blocks import Paragraph, Table
from tests.unit.office.importer.test_blocks import imported, table
from tests.unit.office.importer.test_offices import doubts, lines, listed, reports


def results(done: str, place: str = "ตาราง 1", title: str = "ขุดลอกคลองสายหลัก") -> Table:
    made = table(["มาตรการ", "ผลการดำเนินการ"], [title, done])
    rows = tuple(
        tuple(replace(cell, place=f"{place} แถว {at}") for cell in row)
        for at, row in enumerate(made.rows, 1)
    )
    return Table(rows, place)


def sheet(name: str, done: str) -> Table:
    return results(done, f"แผ่นงาน “{name}” เซลล์ A1")


def rounds(*blocks: Paragraph | Table) -> list[tuple[object, object]]:
    return [(each.get("round"), each["summary"]) for each in reports(*blocks)]


@pytest.mark.parametrize(
    ("first", "second", "months"),
    [
        ("รายงานผลการดำเนินการ รอบ 6 เดือน", "รายงานผลการดำเนินการ รอบ 12 เดือน", ("6", "12")),
        ("ผลรอบ ๓ เดือน", "ผลรอบ ๙ เดือน", ("3", "9")),
        ("ผลการดำเนินงาน (ต.ค. 68 - มี.ค. 69)", "ผลการดำเนินงาน (ต.ค. 68 - ก.ย. 69)", ("6", "12")),
        ("ความก้าวหน้า ครึ่งปีแรก", "ความก้าวหน้า ครึ่งปีหลัง", ("6", "12")),
        (
            "รายงานผลโครงการสีขาว รอบ ๖ เดือนแรก",
            "รายงานผลโครงการสีขาว รอบ ๖ เดือนหลัง ปี 2568",
            ("6", "12"),
        ),
        ("แบบรายงานผลโครงการสีขาว รอบครึ่งปี", "แบบรายงานผลโครงการสีขาว รอบสิ้นปี", ("6", "12")),
        ("สรุปผลการดำเนินงาน ไตรมาสที่ 1", "สรุปผลการดำเนินงาน ไตรมาสที่ 3", ("3", "9")),
        ("(1 ต.ค. 2568 - 31 มี.ค. 2569)", "รอบ 12 เดือน", ("6", "12")),
    ],
)
def test_each_table_is_of_the_round_above_it(first, second, months):
    one, other = lines(first, second)
    found = rounds(one, results("ลอก 2 กม."), other, results("ลอก 5 กม.", "ตาราง 2"))
    assert found == [(months[0], "ลอก 2 กม."), (months[1], "ลอก 5 กม.")]


def test_a_long_title_in_a_sheet_says_its_round():
    title = "รายงานผลการดำเนินการตามแผนปฏิบัติการส่งเสริมคุณธรรมและความโปร่งใสภายในองค์การบริหารส่วนตำบลสมมุติ"
    until = ("รอบ 6 เดือน (1 ต.ค.67-31 มี.ค.68)", "รอบ 12 เดือน (1 ต.ค.67-30 ก.ย.68)")
    one, other = lines(*(f"{title} {each} ปีงบประมาณ พ.ศ. 2568" for each in until))
    found = rounds(one, results("ลอก 2 กม."), other, results("ลอก 5 กม.", "ตาราง 2"))
    assert found == [("6", "ลอก 2 กม."), ("12", "ลอก 5 กม.")]


def test_a_sheets_name_says_the_round_and_a_title_in_it_says_it_nearer():
    assert rounds(sheet("ผล 6 เดือน", "ก"), sheet("ผล 12 เดือน", "ข")) == [("6", "ก"), ("12", "ข")]
    title = Paragraph("รายงานผลการดำเนินการ รอบ 9 เดือน", "แผ่นงาน “ผล 12 เดือน” เซลล์ A1")
    found = rounds(sheet("ผล 6 เดือน", "ก"), title, sheet("ผล 12 เดือน", "ข"))
    assert found == [("6", "ก"), ("9", "ข")]


def test_a_sentence_about_a_later_round_and_a_plain_fiscal_year_name_none():
    title, later = lines(
        "รายงานผลการดำเนินการ รอบ 6 เดือน", "เทศบาลจะรายงานผลการดำเนินการรอบ 12 เดือนในเดือนตุลาคม"
    )
    assert rounds(title, later, results("ก")) == [("6", "ก")]
    (year,) = lines("ผลการดำเนินงาน (ต.ค. 68 - ก.ย. 69)")
    assert rounds(year, results("ก")) == [(None, "ก")]


def test_another_round_does_not_keep_the_day_of_the_one_before():
    one, day, other = lines(
        "รายงานผลการดำเนินการ รอบ 6 เดือน",
        "ข้อมูล ณ วันที่ 31 มีนาคม 2568",
        "รายงานผลการดำเนินการ รอบ 12 เดือน",
    )
    made = reports(one, day, results("ก"), other, results("ข", "ตาราง 2"))
    assert [each.get("updated_on") for each in made] == ["31 มีนาคม 2568", None]


def test_a_sheet_that_says_no_round_beside_others_that_do_is_doubted():
    made = imported(sheet("ผล 6 เดือน", "ก"), sheet("ผล 12 เดือน", "ข"), sheet("เพิ่มเติม", "ค"))
    assert "ไม่บอกรอบของผล จึงอ่านเป็นรอบ 12 เดือน" in doubts(made)


def test_two_reports_of_one_round_that_differ_are_both_kept_and_doubted():
    first, again = lines("รายงานผลการดำเนินการ รอบ 6 เดือน", "รายงานผลรอบ 6 เดือน (ฉบับแก้ไข)")
    made = imported(first, results("ก"), again, results("ข", "ตาราง 2"))
    found = [each["summary"] for each in listed(made, "progress", "progress")]
    assert found == ["ก", "ข"]
    assert "มีสองชุดที่ไม่ตรงกัน" in doubts(made)


def test_what_differs_in_one_round_is_told_at_once_with_its_heading():
    twice = (("ขุดลอกคลองสายหลัก", "ลอก 2 กม."), ("ซ่อมประตูน้ำ", "ซ่อม 1 แห่ง"))
    tables = [
        table(["มาตรการ", "ผลการดำเนินการ"], *([title, f"{done} {at}"] for title, done in twice))
        for at in (1, 2)
    ]
    said = doubts(imported(*tables))
    assert said.count("มีสองชุดที่ไม่ตรงกัน") == 1
    assert "measure-1, measure-2" in said
    assert "ใต้ “ผลการดำเนินการ”" in said


def test_two_reports_of_one_round_that_agree_are_one():
    (title,) = lines("รายงานผลการดำเนินการ รอบ 6 เดือน")
    more = table(["มาตรการ", "ปัญหาอุปสรรค"], ["ขุดลอกคลองสายหลัก", "ฝนตกหนัก"])
    made = imported(title, results("ก"), title, replace(more, place="ตาราง 2"))
    (report,) = listed(made, "progress", "progress")
    assert (report["summary"], report["obstacles"]) == ("ก", "ฝนตกหนัก")
    assert "สองชุด" not in doubts(made)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "รายงานการทำตามแผนสุจริต ครึ่งปีแรก (ต.ค.68-มี.ค.69)",
            "รายงานการทำตามแผนสุจริต ครึ่งปีหลัง (เม.ย.69-ก.ย.69)",
        ),
        ("สรุปงานโปร่งใส รอบ 6 เดือน (ณ 31 มี.ค.69)", "สรุปงานโปร่งใส รอบ 12 เดือน (ณ 30 ก.ย.69)"),
        ("รายงานงานสุจริต ช่วง ต.ค. 68 - มี.ค. 69 ปี 2569", "รายงานงานสุจริต ช่วง เม.ย. - ก.ย. 69 ปี 2569"),
        (
            "สรุปผล ๑ ตุลาคม ๒๕๖๘ ถึง ๓๑ มีนาคม ๒๕๖๙ ของกองช่าง",
            "สรุปผล ๑ เมษายน ๒๕๖๙ ถึง ๓๐ กันยายน ๒๕๖๙ ของกองช่าง",
        ),
        ("แบบติดตามงานสุจริต งวดที่ 1 ปีงบประมาณ 2569", "แบบติดตามงานสุจริต งวดที่ 2 ปีงบประมาณ 2569"),
    ],
)
def test_a_title_right_above_results_names_their_round_in_any_words(first, second):
    one, other = lines(first, second)
    found = rounds(one, results("ลอก 2 กม."), other, results("ลอก 5 กม.", "ตาราง 2"))
    assert found == [("6", "ลอก 2 กม."), ("12", "ลอก 5 กม.")]


def test_a_title_that_names_two_rounds_names_none():
    (title,) = lines("แบบติดตามงานสุจริต ครึ่งปีแรกและครึ่งปีหลัง")
    assert rounds(title, results("ก")) == [(None, "ก")]


def test_what_was_done_is_told_of_the_measures_of_the_sheet_before():
    plan = table(
        ["มาตรการ", "ขั้นตอน", "ระยะเวลา"],
        ["ตู้รับเรื่องร้องเรียน", "ตั้งตู้หน้าอาคาร", "ต.ค. 67"],
        ["ทะเบียนยืมพัสดุ", "ทำสมุดยืม", "พ.ย. 67"],
    )
    done = table(
        ["ชื่อมาตรการ", "การปฏิบัติงานในแต่ละเรื่อง", "ปัญหาอุปสรรค"],
        ["ตู้รับเรื่องร้องเรียน", "ตั้งตู้แล้ว 2 ตู้", "ฝนสาด"],
        ["ทะเบียนยืมพัสดุ", "ลงสมุดแล้ว 40 รายการ", "สมุดเต็ม"],
    )
    done = Table(
        tuple(
            tuple(replace(cell, place=f"ตาราง 2 {at}") for cell in row)
            for at, row in enumerate(done.rows)
        ),
        "ตาราง 2",
    )
    made = imported(plan, done)
    assert [each["title"] for each in listed(made, "measures", "measures")] == [
        "ตู้รับเรื่องร้องเรียน",
        "ทะเบียนยืมพัสดุ",
    ]
    summaries = [each["summary"] for each in listed(made, "progress", "progress")]
    assert summaries == ["ตั้งตู้แล้ว 2 ตู้", "ลงสมุดแล้ว 40 รายการ"]
