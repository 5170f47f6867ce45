"""Forms: which tables are some, which rows of one are the same, what a row without label is."""

from __future__ import annotations

import pytest

from tests.unit.office.importer.test_blocks import imported, measures, table
from tests.unit.office.importer.test_offices import doubts, listed, reports


def test_four_columns_of_headings_are_no_form_of_two_pairs():
    found = measures(
        table(
            ["ห้วงเวลา", "กองที่รับผิดชอบงาน", "มาตรการ", "ขั้นตอนการทำงาน"],
            ["ต.ค. 67 - มี.ค. 68", "กองช่าง", "ทำแผนที่ท่อน้ำทิ้ง", "1. สำรวจ\n2. วาด"],
            ["เม.ย. 68 - ก.ย. 68", "กองคลัง", "ลดรอบการวางบิล", "1. ตัดแบบ\n2. แจ้งร้านค้า"],
            ["ต.ค. 67 - ก.ย. 68", "สำนักปลัด", "เปิดตู้ยืมหนังสือ", "1. ตั้งตู้\n2. ทำบัตร"],
        )
    )
    assert [each["title"] for each in found] == [
        "ทำแผนที่ท่อน้ำทิ้ง",
        "ลดรอบการวางบิล",
        "เปิดตู้ยืมหนังสือ",
    ]
    assert found[1]["units"] == "กองคลัง"


def test_names_of_offices_are_no_labels_of_a_form():
    found = measures(
        table(
            ["ผู้รับผิดชอบ", "ระยะเวลา", "มาตรการ", "ขั้นตอน"],
            ["งานพัสดุ", "พ.ย. 67 - มิ.ย. 68", "ปรับปรุงการติดตามหนี้", "1. แจ้ง\n2. ทวง"],
            ["งานกิจการสภา", "ก.พ. 68 - ส.ค. 68", "ลดขั้นตอนการขอแบบ", "1. ตัดแบบ\n2. ประกาศ"],
        )
    )
    assert [each["title"] for each in found] == ["ปรับปรุงการติดตามหนี้", "ลดขั้นตอนการขอแบบ"]
    assert [each["units"] for each in found] == ["งานพัสดุ", "งานกิจการสภา"]


def test_numbers_in_the_first_column_are_no_labels():
    made = imported(
        table(
            ["ที่", "มาตรการที่เลือก", "ผลการดำเนินงาน", "อุปสรรคที่เจอ"],
            ["1", "ตู้ยืมกุญแจสนาม", "ตัดขั้นตอนเหลือสองขั้น", "ฝนตกหลายวัน"],
            ["2", "แผ่นพับภาษามลายู", "แจกครบตามแผนงาน 300 แผ่น", "สัญญาณไม่ทั่วถึง"],
        )
    )
    assert [each["title"] for each in listed(made, "measures", "measures")] == [
        "ตู้ยืมกุญแจสนาม",
        "แผ่นพับภาษามลายู",
    ]
    assert listed(made, "progress", "progress")[1]["obstacles"] == "สัญญาณไม่ทั่วถึง"


def test_a_form_of_two_pairs_a_row_stays_one():
    (found,) = measures(
        table(
            ["มาตรการ", "ลดขั้นตอนขอใช้สนาม", "ผู้รับผิดชอบ", "กองการศึกษา"],
            ["ระยะเวลา", "ม.ค. 68 - มี.ค. 68", "งบประมาณ", "4,000 บาท"],
        )
    )
    assert (found["title"], found["units"]) == ("ลดขั้นตอนขอใช้สนาม", "กองการศึกษา")
    assert found["timeframe"] == "ม.ค. 68 - มี.ค. 68"


def test_rows_of_like_meaning_are_rows_of_their_own():
    """Both headings are near to names of one role; the form goes on, and holds one measure."""
    made = imported(
        table(
            ["ชื่องานที่ดำเนินการ", "ย้ายศาลาพักคอย"],
            ["ขั้นตอน", "- ขออนุญาต\n- รื้อและสร้าง"],
            ["ปีเดือนที่ดำเนินการ", "ก.พ. 68 - มิ.ย. 68"],
            ["ผู้รับผิดชอบ", "กองช่าง"],
            ["ผลการดำเนินงาน", "สร้างแล้วเสร็จ 2 หลัง"],
        )
    )
    (measure,) = listed(made, "measures", "measures")
    assert (measure["title"], measure["timeframe"]) == ("ย้ายศาลาพักคอย", "ก.พ. 68 - มิ.ย. 68")
    (report,) = listed(made, "progress", "progress")
    assert report["summary"] == "สร้างแล้วเสร็จ 2 หลัง"


def test_a_row_without_label_goes_on_with_the_row_above():
    (found,) = measures(
        table(
            ["มาตรการ", "ทำทะเบียนต้นไม้ใหญ่"],
            ["ขั้นตอน", "1. เดินสำรวจ"],
            ["", "2. ติดหมายเลข"],
            ["ผู้รับผิดชอบ", "กองช่าง"],
        )
    )
    assert [step["text"] for step in found["steps"]] == ["เดินสำรวจ", "ติดหมายเลข"]


def test_two_rounds_in_one_form_are_two_reports():
    made = reports(
        table(
            ["มาตรการ", "ขุดลอกคูระบายน้ำ"],
            ["ผู้รับผิดชอบ", "กองช่าง"],
            ["ผลการดำเนินการ รอบ ๓ เดือน", "สำรวจแล้ว"],
            ["ผลการดำเนินการ รอบ ๙ เดือน", "ลอกแล้ว 4 สาย"],
            ["ร้อยละความสำเร็จ", "70"],
        )
    )
    assert [(each["round"], each["summary"], each.get("percent_done")) for each in made] == [
        ("3", "สำรวจแล้ว", None),
        ("9", "ลอกแล้ว 4 สาย", "70"),
    ]


@pytest.mark.parametrize("heading", ["แนวทางแก้ไข", "แนวทางการแก้ไข"])
def test_how_obstacles_are_mended_is_no_guideline(heading):
    rows = (
        ("มาตรการ", "ขุดลอกคูระบายน้ำ"),
        ("ผลการดำเนินการ", "ลอกแล้ว 4 สาย"),
        ("ปัญหาอุปสรรค", "ฝนตกชุก"),
        (heading, "เริ่มงานก่อนฤดูฝน"),
    )
    for shape in (table(*map(list, rows)), table(*map(list, zip(*rows, strict=True)))):
        made = imported(shape)
        assert listed(made, "progress", "progress")[0]["suggestions"] == "เริ่มงานก่อนฤดูฝน"
        assert "guidelines" not in listed(made, "measures", "measures")[0]
        assert "อยู่ถัดจากปัญหาอุปสรรค" in doubts(made)


def spanned(*rows: list) -> object:
    """A table in which each row of two cells spans four columns, and one of one cell all."""
    made = []
    for at, row in enumerate(rows):
        first, *others = row
        cells = [first, *others, *[(at, len(others))] * (4 - len(row))]
        made.append(cells)
    return table(*made)


PARK = (
    ["มาตรการที่ 1", "จัดคิวที่จอดรถ"],
    ["ขั้นตอน", "1) ตีเส้น\n2) ตั้งป้าย"],
    ["ผู้รับผิดชอบ", "กองช่าง", "ระยะเวลา", "ต.ค. 67"],
    ["ผลการดำเนินการ", "ตีเส้นแล้ว 40 ช่อง"],
)
LIGHT = (
    ["มาตรการที่ 2", "ซ่อมไฟทางหลวง"],
    ["ขั้นตอน", "1) สำรวจ\n2) เปลี่ยนหลอด"],
    ["ผู้รับผิดชอบ", "กองคลัง", "ระยะเวลา", "พ.ย. 67"],
    ["ผลการดำเนินการ", "เปลี่ยนแล้ว 12 ดวง"],
)


def both(made):
    found = listed(made, "measures", "measures")
    said = listed(made, "progress", "progress")
    return [
        (each["title"], each["units"], each["timeframe"], report["summary"])
        for each, report in zip(found, said, strict=True)
    ]


SEPARATE = [
    ("จัดคิวที่จอดรถ", "กองช่าง", "ต.ค. 67", "ตีเส้นแล้ว 40 ช่อง"),
    ("ซ่อมไฟทางหลวง", "กองคลัง", "พ.ย. 67", "เปลี่ยนแล้ว 12 ดวง"),
]


@pytest.mark.parametrize(
    "tops",
    [
        [],
        [["แบบติดตามงาน (แบบ ช.๓)"]],
        [["สรุปเรื่องถนนและไฟฟ้า"], ["ไตรมาสสุดท้ายของเทศบาล"]],
    ],
)
def test_rows_of_titles_above_a_form_leave_it_one(tops):
    made = imported(spanned(*tops, *PARK, *LIGHT))
    assert both(made) == SEPARATE
    for (text,) in tops:
        assert text in made.rest
    assert made.report.cells.lost == 0


@pytest.mark.parametrize("label", ["มาตรการ", "โครงการที่ {}", "ชื่อมาตรการลำดับที่ {}", "มาตรการที่ ๓.{}"])
def test_a_title_again_or_counted_up_is_a_further_measure(label):
    rows = [
        [label.format("๑๒"[at]), *block[0][1:]] if not skip else block[skip]
        for at, block in enumerate((PARK, LIGHT))
        for skip in range(4)
    ]
    made = imported(spanned(*rows))
    assert both(made) == SEPARATE
    assert "รวมแถว" not in doubts(made)


def test_what_stands_above_several_measures_holds_for_all_and_is_told():
    made = imported(spanned(["จุดอ่อนที่พบ", "ถนนมืดและรถติด"], *PARK, *LIGHT))
    assert [each["findings"] for each in listed(made, "measures", "measures")] == ["f1", "f1"]
    assert "“ถนนมืดและรถติด” อยู่เหนือหลายมาตรการ" in doubts(made)
    assert listed(made, "assessment", "analysis")["findings"] == [
        {"id": "f1", "text": "ถนนมืดและรถติด"}
    ]


def test_a_title_with_nothing_below_it_before_the_next_is_told():
    made = imported(spanned(PARK[0], *LIGHT))
    assert [each["title"] for each in listed(made, "measures", "measures")] == [
        "จัดคิวที่จอดรถ",
        "ซ่อมไฟทางหลวง",
    ]
    assert "แบบนี้มีหลายมาตรการ อ่าน “มาตรการที่ 2” ขึ้นต้นมาตรการใหม่" in doubts(made)


def test_activities_with_numbers_in_the_form_of_one_measure_are_no_measures():
    made = imported(
        spanned(
            ["มาตรการ", "จัดคิวที่จอดรถ"],
            ["กิจกรรมที่ 1", "ตีเส้น"],
            ["กิจกรรมที่ 2", "ตั้งป้าย"],
            ["ผู้รับผิดชอบ", "กองช่าง", "ระยะเวลา", "ต.ค. 67"],
        )
    )
    (found,) = listed(made, "measures", "measures")
    assert found["title"] == "จัดคิวที่จอดรถ"


def test_a_band_between_the_rows_of_a_form_parts_nothing_and_is_not_lost():
    rows = [*PARK[:2], ["ส่วนที่ ๒ สิ่งที่เกิดขึ้นจริง"], *PARK[2:]]
    made = imported(spanned(*rows))
    assert both(made) == SEPARATE[:1]
    assert made.report.cells.lost == 0


def test_a_label_over_the_width_with_its_value_in_the_row_below():
    rows = [*PARK[:3], ["ผลการดำเนินการ"], ["ตีเส้นแล้ว 40 ช่อง"]]
    made = imported(spanned(*rows))
    assert both(made) == SEPARATE[:1]


def test_the_topic_above_the_measures_of_a_form_is_theirs():
    made = imported(spanned(["ประเด็นที่ ๔ การให้บริการและระบบ E-Service"], *PARK, *LIGHT))
    topics = {each.get("topic") for each in listed(made, "measures", "measures")}
    assert len(topics) == 1
    assert topics != {None}


def test_a_label_that_reaches_down_has_all_the_rows_beside_it():
    (found,) = measures(
        table(
            ["มาตรการ", "ทำทะเบียนต้นไม้ใหญ่"],
            ["ขั้นตอน", "1. เดินสำรวจ"],
            [(1, 0), "2. ติดหมายเลข"],
            [(1, 0), "3. ลงแผนที่"],
            ["ผู้รับผิดชอบ", "กองช่าง"],
        )
    )
    assert [step["text"] for step in found["steps"]] == ["เดินสำรวจ", "ติดหมายเลข", "ลงแผนที่"]
    assert found["units"] == "กองช่าง"


def test_a_number_alone_over_the_width_begins_each_measure():
    named = (["ชื่อมาตรการ", "จัดคิวที่จอดรถ"], ["ชื่อมาตรการ", "ซ่อมไฟทางหลวง"])
    rows = [
        row
        for at, block in enumerate((PARK, LIGHT))
        for row in ([f"มาตรการที่ {at + 1}"], named[at], *block[1:])
    ]
    assert both(imported(spanned(*rows))) == SEPARATE


def test_parts_of_a_label_that_reaches_down_each_have_their_value():
    made = imported(
        table(
            ["มาตรการ", "จัดคิวที่จอดรถ", (0, 1)],
            ["ผู้รับผิดชอบ", "กองช่าง", (1, 1)],
            ["ผลการดำเนินการ", "รอบ 6 เดือน", "ตีเส้นแล้ว 40 ช่อง"],
            [(2, 0), "รอบ 12 เดือน", "ตีเส้นครบ 90 ช่อง"],
            ["งบประมาณ", "500 บาท", (4, 1)],
        )
    )
    (found,) = listed(made, "measures", "measures")
    assert (found["title"], found["units"]) == ("จัดคิวที่จอดรถ", "กองช่าง")
    assert [(each["round"], each["summary"]) for each in listed(made, "progress", "progress")] == [
        ("6", "ตีเส้นแล้ว 40 ช่อง"),
        ("12", "ตีเส้นครบ 90 ช่อง"),
    ]


def test_labels_become_no_measures_and_no_findings_where_a_form_is_not_understood():
    made = imported(
        table(
            ["จุดอ่อน", "หลักฐานไม่ครบ", "อื่น ๆ"],
            ["มาตรการ", "จัดคิวที่จอดรถ", "ก"],
            ["ผู้รับผิดชอบ", "กองช่าง", "ข"],
            ["ผลการดำเนินการ", "ตีเส้นแล้ว", "ค"],
            ["งบประมาณ", "500 บาท", "ง"],
        )
    )
    written = "\n".join(made.files.values())
    assert "title: ผู้รับผิดชอบ" not in written
    assert "text: มาตรการ" not in written
    assert made.report.cells.lost == 0
    assert "shape: แบบฟอร์ม" in doubts(made)
