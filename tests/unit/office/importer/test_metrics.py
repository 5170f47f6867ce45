"""Figures before and after: a metric of the row's report, and what it is named by."""

from __future__ import annotations

import pytest

from ita_site.office.importer.document.blocks import Paragraph
from tests.unit.office.importer.test_blocks import imported, measures, table
from tests.unit.office.importer.test_forms import spanned
from tests.unit.office.importer.test_offices import doubts, listed, reports

FIRST = ["ย้ายจุดทิ้งขยะ", "ย้ายแล้ว 2 จุด"]


def metrics(report) -> list[dict[str, str]]:
    return [each for outcome in report["outcomes"] for each in outcome["metrics"]]


@pytest.mark.parametrize(
    ("before", "after"), [("ก่อนดำเนินการ", "หลังดำเนินการ"), ("ก่อนทำ", "หลังทำ"), ("ก่อน", "หลัง")]
)
@pytest.mark.parametrize("values", [("14 เรื่อง", "3 เรื่อง"), ("ร้อยละ 41", "ร้อยละ 77"), ("๑๒", "๔")])
def test_columns_and_labels_make_a_metric_of_the_report(before, after, values):
    made = imported(
        table(["มาตรการ", "ผลการดำเนินการ", before, after], [*FIRST, *values]),
    )
    (report,) = listed(made, "progress", "progress")
    told = {"name": "ย้ายจุดทิ้งขยะ", "before": values[0], "after": values[1]}
    assert metrics(report) == [told]
    assert "percent_done" not in report
    assert f"“{values[0]}” และ “{values[1]}” อ่านเป็นค่าก่อนและหลัง" in doubts(made)
    assert made.report.cells.doubted >= 2
    (report,) = reports(
        spanned(
            ["ชื่อมาตรการ", FIRST[0]],
            ["ผู้รับผิดชอบ", "กองช่าง"],
            ["ผลการดำเนินการ", FIRST[1]],
            [before, values[0], after, values[1]],
        )
    )
    assert metrics(report) == [told]


def test_the_heading_above_both_names_the_figure():
    (report,) = reports(
        table(
            ["มาตรการ", "ผลการดำเนินการ", "จำนวนเรื่องร้องเรียน", (0, 2)],
            [(0, 0), (0, 1), "ก่อนทำ", "หลังทำ"],
            [*FIRST, "14", "3"],
        )
    )
    assert metrics(report)[0]["name"] == "จำนวนเรื่องร้องเรียน"


def test_the_only_outcome_has_the_figure():
    (report,) = reports(
        table(
            ["มาตรการ", "ผลลัพธ์", "ก่อนดำเนินการ", "หลังดำเนินการ"],
            [FIRST[0], "เรื่องร้องเรียนลดลง", "14 เรื่อง", "3 เรื่อง"],
        )
    )
    (outcome,) = report["outcomes"]
    assert outcome["text"] == "เรื่องร้องเรียนลดลง"
    assert outcome["metrics"][0]["after"] == "3 เรื่อง"


@pytest.mark.parametrize("values", [("14 เรื่อง", "-"), ("", "3 เรื่อง"), ("มีมาก", "น้อยลง")])
def test_without_both_figures_they_are_kept_and_told(values):
    made = imported(
        table(["มาตรการ", "ผลการดำเนินการ", "ก่อนดำเนินการ", "หลังดำเนินการ"], [*FIRST, *values])
    )
    assert "outcomes" not in listed(made, "progress", "progress")[0]
    assert all(each in made.rest for each in values if each.strip("-"))
    assert "อยู่ในช่องค่าก่อนหรือหลัง" in doubts(made)


def test_sentences_that_begin_so_are_no_figures():
    lines = (
        *("มาตรการที่ 1 ย้ายจุดทิ้งขยะ", "ขั้นตอน", "1. ก่อนดำเนินการ แจ้งชุมชน", "2. ย้ายถัง"),
        *("3. หลังทำ ถ่ายภาพส่งสำนักปลัด", "ผู้รับผิดชอบ: กองช่าง"),
    )
    (found,) = measures(*(Paragraph(text, f"ย่อหน้า {at}") for at, text in enumerate(lines, 1)))
    assert [each["text"] for each in found["steps"]] == [
        "ก่อนดำเนินการ แจ้งชุมชน",
        "ย้ายถัง",
        "หลังทำ ถ่ายภาพส่งสำนักปลัด",
    ]


@pytest.mark.parametrize(
    ("summary", "before", "after"),
    [
        ("ลดเวลารอจาก 9 วัน เหลือ 3 วัน ทุกงาน", "9 วัน", "3 วัน”"),
        ("ผู้ใช้เพิ่มจากเดิม ร้อยละ 12.5 เป็น ร้อยละ 40", "ร้อยละ 12.5", "ร้อยละ 40"),
        ("ขยะลดลงจาก ๑,๒๐๐ ตัน ลดลงเหลือเพียง ๘๐๐ ตัน", "๑,๒๐๐", "๘๐๐"),
    ],
)
def test_figures_that_a_summary_tells_stay_there_and_are_told(summary, before, after):
    made = imported(table(["มาตรการ", "ผลการดำเนินการ"], [FIRST[0], summary]))
    (report,) = listed(made, "progress", "progress")
    assert (report["summary"], report.get("outcomes")) == (summary, None)
    told = doubts(made)
    assert f"ค่าก่อน “{before}" in told
    assert f"หลัง “{after}" in told


@pytest.mark.parametrize("summary", ["ทำแล้ว 3 จาก 8 ช่วง", "รับเรื่องจาก 12 หมู่บ้าน", "เปลี่ยนเป็น 4 ช่อง"])
def test_other_figures_of_a_summary_are_none(summary):
    made = imported(table(["มาตรการ", "ผลการดำเนินการ"], [FIRST[0], summary]))
    assert "ค่าก่อน" not in doubts(made)


@pytest.mark.parametrize(
    ("before", "after"),
    [("ผลก่อน", "ผลหลัง"), ("เวลารอก่อนใช้คิว", "เวลารอหลังใช้คิว"), ("ก่อน (นาที)", "หลัง (นาที)")],
)
def test_headings_that_differ_by_before_and_after_are_a_pair_and_told(before, after):
    made = imported(
        table(["มาตรการ", "ผลการดำเนินการ", before, after], [*FIRST, "31 นาที", "12 นาที"])
    )
    (report,) = listed(made, "progress", "progress")
    assert [(each["before"], each["after"]) for each in metrics(report)] == [("31 นาที", "12 นาที")]
    assert "ก่อนกับหลัง" in doubts(made)


@pytest.mark.parametrize(
    ("before", "after", "cells"),
    [
        ("ปัญหาก่อนอบรม", "ปัญหาหลังอบรม", ("คนไม่รู้", "คนรู้ขึ้น")),
        ("ผลก่อน", "ผลหลังสุด", ("31 นาที", "12 นาที")),
    ],
)
def test_others_are_no_pair(before, after, cells):
    made = imported(table(["มาตรการ", "ผลการดำเนินการ", before, after], [*FIRST, *cells]))
    (report,) = listed(made, "progress", "progress")
    assert "metrics" not in str(report)
