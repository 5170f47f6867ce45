"""Headings no list has: read by the roots of their words and by their cells, told in doubt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ita_site.facts.model.progress import Status
from ita_site.office.importer.document.blocks import Paragraph
from ita_site.office.importer.words.rounds import find_round
from ita_site.office.importer.words.ticks import guess_status
from tests.unit.office.importer.test_blocks import imported, table


def _listed(made, file, key):
    return made.values[f"2568/{file}.yml"][key]


STRANGE = table(
    ["เรื่องที่ต้องทำ", "ขั้นดำเนินงาน", "เจ้าภาพ (ชื่อ/เบอร์)", "เมื่อใด", "สำเร็จเมื่อ", "เลขแฟ้ม"],
    ["ทำคู่มือประชาชน", "1. ร่าง\n2. พิมพ์", "กองคลัง", "ต.ค. 67 - มี.ค. 68", "แจกครบ 10 แห่ง", "ฟ-01"],
    ["ติดป้ายช่องทาง", "1. สั่งทำ\n2. ติดตั้ง", "กองช่าง", "ภายในไตรมาส 2", "ติดครบ 5 จุด", "ฟ-02"],
)


NAMES = ("เรื่องที่ต้องทำ", "ขั้นดำเนินงาน", "เมื่อใด", "สำเร็จเมื่อ")


def test_headings_nobody_listed_are_read_where_words_and_cells_agree():
    made = imported(STRANGE)
    first, second = _listed(made, "measures", "measures")
    assert (first["title"], second["title"]) == ("ทำคู่มือประชาชน", "ติดป้ายช่องทาง")
    assert [step["text"] for step in first["steps"]] == ["ร่าง", "พิมพ์"]
    assert (second["units"], second["timeframe"]) == ("กองช่าง", "ภายในไตรมาส 2")
    assert first["targets"] == ["แจกครบ 10 แห่ง"]
    assert not any(f"“{head}”" in str(made.report) for head in NAMES)


def test_one_cell_is_not_enough_to_agree_with_words():
    told = str(imported(replace(STRANGE, rows=STRANGE.rows[:2])).report)
    assert all(f"“{head}”" in told for head in NAMES)


def test_words_alone_are_not_enough_where_cells_say_nothing():
    made = imported(
        table(
            ["มาตรการ", "ผู้รับผิดชอบ", "ข้อดีต่อชุมชน ผลดี"],
            ["ทำคู่มือประชาชน", "กองคลัง", "งานเอกสารทั้งปี"],
            ["ติดป้ายช่องทาง", "กองช่าง", "วันหยุดยาวสองช่วง"],
        )
    )
    assert "“ข้อดีต่อชุมชน ผลดี” อ่านเป็น “ผลลัพธ์”" in str(made.report)


def test_a_column_no_field_is_made_for_is_kept_with_its_measure():
    made = imported(STRANGE)
    assert "ของมาตรการ measure-1" in made.rest
    assert "ฟ-01" in made.rest


def test_rows_for_the_rows_below_are_no_cells_of_a_column_of_numbers():
    made = imported(
        table(
            ["มาตรการที่", "เรื่อง", "วิธีทำ", "ผู้รับผิดชอบ"],
            ["ด้านที่ 1 การให้บริการ", "", "", ""],
            ["1", "เปิดบริการช่วงพักเที่ยง", "จัดเวรเจ้าหน้าที่", "สำนักปลัด"],
            ["ด้านที่ 2 การใช้ทรัพย์สิน", "", "", ""],
            ["2", "ทำทะเบียนยืมของหลวง", "บันทึกทุกครั้งที่ยืม", "กองคลัง"],
        )
    )
    titles = [each["title"] for each in _listed(made, "measures", "measures")]
    assert titles == ["เปิดบริการช่วงพักเที่ยง", "ทำทะเบียนยืมของหลวง"]


def test_a_heading_of_results_over_statuses_is_a_status():
    made = imported(
        table(["มาตรการ", "ผลการดำเนินการ"], ["ทำป้าย", "แล้วเสร็จตามแผน"], ["ทำเพจ", "ยังไม่เริ่ม"])
    )
    assert [each["status"] for each in _listed(made, "progress", "progress")] == [
        "done",
        "not_started",
    ]
    assert "“ผลการดำเนินการ”" in str(made.report)


@pytest.mark.parametrize(
    ("heading", "months"),
    [
        *[("รอบแรก", "6"), ("รอบหลัง", "12"), ("หกเดือนแรก", "6"), ("ครึ่งปีงบประมาณหลัง", "12")],
        *[("ต.ค. 67–มี.ค. 68", "6"), ("งวด 2", "12"), ("ไตรมาสที่ 3/2568", "9"), ("Q1", "3")],
        *[("ผล เม.ย. 68 ถึง ก.ย. 68", "12"), ("รอบ ๖ ด.", "6"), ("ไตรมาสที่ ๑ และ ๒", "6")],
        *[("งวด 1 (ต.ค. 67 - ม.ค. 68)", "4"), ("ครั้งที่ 2 (ก.พ. - พ.ค. 68)", "8")],
        *[("รอบครึ่งปี", "6"), ("รอบครึ่งปีหลัง", "12"), ("ณ สิ้นเดือนธันวาคม 2567", "3")],
        *[("งวดแรก สิ้นสุด 31 มี.ค. 68", "6"), ("ความก้าวหน้า ณ สิ้นเดือน มิ.ย. 68", "9")],
        *[("ไตรมาส 3 - ไตรมาส 4", "12"), ("รอบที่ 1–2", "12"), ("ไตรมาสที่ 1/2568", "3")],
    ],
)
def test_rounds_in_any_words(heading, months):
    found = find_round(heading)
    assert found is not None
    assert found[0] == months


@pytest.mark.parametrize("heading", ["ผู้รับผิดชอบ", "ระยะเวลา", "ขั้นตอน", "ปี 2568"])
def test_other_headings_name_no_round(heading):
    assert find_round(heading) is None


@pytest.mark.parametrize(
    ("words", "status"),
    [
        *[("แล้วเสร็จตามแผน", Status.DONE), ("เรียบร้อย", Status.DONE), ("✓", Status.DONE)],
        *[("ดำเนินการแล้วบางส่วน", Status.IN_PROGRESS), ("ยังไม่แล้วเสร็จ", Status.IN_PROGRESS)],
        *[
            ("ยังไม่ถึงกำหนด", Status.NOT_STARTED),
            ("รอเริ่ม", Status.NOT_STARTED),
            ("ไม่", Status.NOT_STARTED),
        ],
    ],
)
def test_statuses_in_other_words(words, status):
    assert guess_status(words) is status


@pytest.mark.parametrize("words", ["", "แจกแผนแก่บุคลากร 96 คน", "ติดป้ายครบ 12 จุด", "กองคลัง"])
def test_what_was_done_is_no_status(words):
    assert guess_status(words) is None


def test_a_list_beside_single_sentences_is_steps_whatever_its_heading_says():
    """กิจกรรม is the name of a title elsewhere; here its cells are lists."""
    made = imported(
        table(
            ["เรื่องสำคัญของสภา", "กิจกรรม", "ผู้รับผิดชอบ", "ระยะเวลา"],
            ["ทำคู่มือประชาชน", "1. ร่าง\n2. พิมพ์", "กองคลัง", "ต.ค. 67"],
            ["ติดป้ายช่องทาง", "1. สั่งทำ\n2. ติดตั้ง", "กองช่าง", "พ.ย. 67"],
        )
    )
    first, second = _listed(made, "measures", "measures")
    assert (first["title"], second["title"]) == ("ทำคู่มือประชาชน", "ติดป้ายช่องทาง")
    assert [step["text"] for step in second["steps"]] == ["สั่งทำ", "ติดตั้ง"]
    told = str(made.report)
    assert "“เรื่องสำคัญของสภา” อ่านเป็น “มาตรการ”" in told
    assert "“กิจกรรม” อ่านเป็น “ขั้นตอน”" in told


def test_a_list_under_words_of_plans_and_results_alike_is_steps_where_no_result_stands_beside_it():
    heads = ["มาตรการ", "รายละเอียดการดำเนินการ", "ผู้รับผิดชอบ"]
    lists = ["1) ร่างคู่มือ 2) พิมพ์คู่มือ", "1) สำรวจจุดเสี่ยง 2) ติดป้าย"]
    rows = [
        [title, lines, "กองคลัง"] for title, lines in zip(["ทำคู่มือ", "ทำป้าย"], lists, strict=True)
    ]
    made = imported(table(heads, *rows))
    first, _ = _listed(made, "measures", "measures")
    assert [step["text"] for step in first["steps"]] == ["ร่างคู่มือ", "พิมพ์คู่มือ"]
    assert "หรืออาจเป็น “ผลการดำเนินการ”" in str(made.report)
    statuses = [[*row, "แล้วเสร็จ"] for row in rows]
    reported = imported(table([*heads, "สถานะ"], *statuses))
    reports = _listed(reported, "progress", "progress")
    assert all("summary" in each for each in reports)


def test_a_title_of_several_items_is_never_silent():
    made = imported(
        table(["กิจกรรม", "ผู้รับผิดชอบ"], ["1. ร่าง\n2. พิมพ์", "กองคลัง"], ["1. สั่ง\n2. ติด", "กองช่าง"])
    )
    assert "“กิจกรรม” อ่านเป็น" in str(made.report)
    assert "ในช่องมีหลายข้อ" in str(made.report)


def test_a_title_whose_cell_stands_over_several_steps():
    made = imported(
        table(
            ["เรื่องสำคัญของสภา", "กิจกรรม", "ผู้รับผิดชอบ"],
            ["ทำคู่มือประชาชน", "ร่างคู่มือฉบับแรก", "กองคลัง"],
            [(1, 0), "พิมพ์คู่มือห้าร้อยเล่ม", "กองช่าง"],
        )
    )
    (found,) = _listed(made, "measures", "measures")
    assert found["title"] == "ทำคู่มือประชาชน"
    texts = [step if isinstance(step, str) else step["text"] for step in found["steps"]]
    assert texts == ["ร่างคู่มือฉบับแรก", "พิมพ์คู่มือห้าร้อยเล่ม"]


SECTIONS = (
    *("ประเด็นที่ 1 สมุดบันทึกการใช้รถ", "1.ก จุดยืน เพื่อให้รู้ว่ารถไปที่ใด", "1.ข ลงมือ", "1) ออกแบบสมุด"),
    *("2) แจกสมุดทุกคัน", "1.ค กองที่ทำ กองช่าง", "1.ง เวลาทำงาน ต.ค. 2567 - มี.ค. 2568"),
    *("ประเด็นที่ 2 วงพูดคุย", "2.ก จุดยืน เพื่อให้เข้าใจกัน", "2.ข ลงมือ", "1) ประกาศเกณฑ์"),
    *("2) นัดคุย", "2.ค กองที่ทำ กองคลัง", "2.ง เวลาทำงาน ม.ค. 2568 - ส.ค. 2568"),
)


def _as_lines(texts):
    return [Paragraph(text, f"ย่อหน้า {at}") for at, text in enumerate(texts, 1)]


def test_numbered_headings_with_the_same_labels_are_measures_and_told():
    made = imported(*_as_lines(SECTIONS))
    first, second = _listed(made, "measures", "measures")
    assert (first["title"], second["title"]) == ("สมุดบันทึกการใช้รถ", "วงพูดคุย")
    assert [step["text"] for step in second["steps"]] == ["ประกาศเกณฑ์", "นัดคุย"]
    assert (first["units"], second["units"]) == ("กองช่าง", "กองคลัง")
    told = str(made.report)
    assert "หัวข้อมีเลขเรียงกัน และมีหัวข้อย่อยชุดเดียวกัน" in told
    assert all(f"“{label}”" in told for label in ("จุดยืน", "ลงมือ"))
    assert made.report.paragraphs.lost == 0


def test_numbered_headings_without_the_same_labels_are_no_measures():
    made = imported(*_as_lines(["ประเด็นที่ 1 บททั่วไป", "ข้อความหนึ่ง", "ประเด็นที่ 2 บทท้าย", "ข้อความสอง"]))
    assert "2568/measures.yml" not in made.values


def test_a_list_beside_results_of_rounds_is_the_plan_they_report_on():
    made = imported(
        table(
            ["มาตรการ", "รายละเอียดการดำเนินการ", "งวดที่ 1", "งวดที่ 2"],
            ["ทำป้ายทางหนีไฟ", "- ออกแบบ\n- ติดตั้ง", "ออกแบบแล้ว 3 แบบ", "ติดครบ 9 ชั้น"],
            ["ซ้อมอพยพ", "- นัดวัน\n- ซ้อมจริง", "นัดได้ครบทุกกอง", "ซ้อมแล้ว 2 ครั้ง"],
        )
    )
    first, second = _listed(made, "measures", "measures")
    assert [first["steps"], second["steps"]] == [["ออกแบบ", "ติดตั้ง"], ["นัดวัน", "ซ้อมจริง"]]
    reports = [(each["round"], each["summary"]) for each in _listed(made, "progress", "progress")]
    assert reports[:2] == [("6", "ออกแบบแล้ว 3 แบบ"), ("12", "ติดครบ 9 ชั้น")]
    assert "“รายละเอียดการดำเนินการ” อ่านเป็น “ขั้นตอน”" in str(made.report)


def test_an_item_a_row_under_words_of_plans_is_a_step_and_told():
    made = imported(
        table(
            ["มาตรการ", "รายละเอียดการดำเนินการ", "ผู้รับผิดชอบ"],
            ["ทำป้ายทางหนีไฟ", "1) ออกแบบ", "กองช่าง"],
            [(1, 0), "2) ติดตั้ง", (1, 2)],
            ["ซ้อมอพยพ", "1) นัดวัน", "สำนักปลัด"],
            [(3, 0), "2) ซ้อมจริง", (3, 2)],
        )
    )
    first, _ = _listed(made, "measures", "measures")
    assert [step["text"] for step in first["steps"]] == ["ออกแบบ", "ติดตั้ง"]
    assert "“รายละเอียดการดำเนินการ” อ่านเป็น “ขั้นตอน”" in str(made.report)


def test_a_result_of_no_round_beside_the_same_of_rounds_is_told():
    made = imported(
        table(
            ["มาตรการ", "ผลการดำเนินงาน", "งวดที่ 1", "งวดที่ 2"],
            ["ทำป้ายทางหนีไฟ", "ได้รับคำชมจากชุมชน", "ออกแบบแล้ว 3 แบบ", "ติดครบ 9 ชั้น"],
        )
    )
    said = "“ผลการดำเนินงาน” อ่านเป็น “ผลการดำเนินการ” (ไม่บอกรอบ จึงรวมกับรอบล่าสุด คือ 12 เดือน"
    assert said in str(made.report)


def test_what_is_to_be_mended_beside_results_may_be_a_suggestion_and_is_told():
    made = imported(
        table(
            ["มาตรการ", "ผลการดำเนินงาน", "ส่วนที่ควรพัฒนา"],
            ["ทำป้ายทางหนีไฟ", "ติดครบ 9 ชั้น", "เพิ่มป้ายเรืองแสงที่บันได"],
            ["ซ้อมอพยพ", "ซ้อมแล้ว 2 ครั้ง", "จัดซ้อมเวลากลางคืนด้วย"],
        )
    )
    first, _ = _listed(made, "progress", "progress")
    assert first["suggestions"] == "เพิ่มป้ายเรืองแสงที่บันได"
    assert "“ส่วนที่ควรพัฒนา” อ่านเป็น “ข้อเสนอแนะ”" in str(made.report)


def test_what_is_to_be_mended_beside_an_indicator_is_a_finding():
    made = imported(
        table(
            ["ตัวชี้วัด", "ส่วนที่ควรพัฒนา", "มาตรการ", "ผลการดำเนินงาน"],
            ["การใช้อำนาจ", "เพิ่มช่องทางแจ้งหัวหน้า", "ทำตู้รับเรื่อง", "ตั้งแล้ว 2 ตู้"],
            ["การใช้งบประมาณ", "เผยแพร่แผนจัดซื้อ", "ติดแผนหน้าห้อง", "ติดแล้ว 3 แห่ง"],
        )
    )
    (report, _) = _listed(made, "progress", "progress")
    assert "suggestions" not in report
    assert made.values["2568/assessment.yml"]["analysis"]["findings"]


def test_the_same_columns_behind_the_results_of_rounds_are_of_these_rounds_and_told():
    made = imported(
        table(
            [
                "มาตรการ",
                *("ผลรอบ 6 เดือน", "ร้อยละ", "ปัญหาอุปสรรค"),
                *("ผลรอบ 12 เดือน", "ร้อยละ", "ปัญหาอุปสรรค"),
            ],
            ["ทำทะเบียนพัสดุ", "บันทึก 40 ชิ้น", "45", "คนไม่พอ", "บันทึกครบ", "100", "ระบบล่มสองวัน"],
            ["เปิดเพจร้องเรียน", "ตั้งทีมแล้ว", "20", "ยังไม่มีคนดูแล", "เปิดแล้ว", "90", "ตอบช้า"],
        )
    )
    found = [
        (each["round"], each["summary"], each["percent_done"], each["obstacles"])
        for each in _listed(made, "progress", "progress")
    ]
    assert found == [
        ("6", "บันทึก 40 ชิ้น", "45", "คนไม่พอ"),
        ("12", "บันทึกครบ", "100", "ระบบล่มสองวัน"),
        ("6", "ตั้งทีมแล้ว", "20", "ยังไม่มีคนดูแล"),
        ("12", "เปิดแล้ว", "90", "ตอบช้า"),
    ]
    assert "ตามคอลัมน์ผลทางซ้าย" in str(made.report)


def test_a_column_of_no_round_beside_several_is_told_with_the_other_reading():
    made = imported(
        table(
            ["มาตรการ", "ผลรอบ 6 เดือน", "ผลรอบ 12 เดือน", "สถานะ", "ปัญหา"],
            ["ทำป้าย", "สำรวจแล้ว 12 จุด", "ติดแล้ว 12 จุด", "แล้วเสร็จ", "ผู้รับจ้างส่งของช้า"],
            ["จองคิว", "ออกแบบแล้ว", "เปิดใช้แล้ว", "แล้วเสร็จ", "เครื่องอ่านบัตรชำรุด"],
        )
    )
    reports = made.values["2568/progress.yml"]["progress"]
    assert [each.get("obstacles") for each in reports][:2] == [None, "ผู้รับจ้างส่งของช้า"]
    told = str(made.report)
    assert (
        "“ปัญหา” อ่านเป็น “ปัญหาอุปสรรค” (ไม่บอกรอบ จึงรวมกับรอบล่าสุด คือ 12 เดือน หรืออาจเป็นของรอบ 6 เดือน)"
        in told
    )
    assert "“สถานะ” อ่านเป็น" not in told


@pytest.mark.parametrize(
    ("heads", "row", "budget"),
    [
        (["มาตรการ", "ขั้นตอน", "งบประมาณที่ใช้ (บาท)"], ["ทำป้าย", "สำรวจจุด", "18,500"], "18,500"),
        (["มาตรการ", "ผลการดำเนินงาน", "งบประมาณที่ใช้"], ["ทำป้าย", "ติดแล้ว 12 จุด", "18,500"], None),
        (["มาตรการ", "ขั้นตอน", "งบประมาณที่ใช้จริง"], ["ทำป้าย", "สำรวจจุด", "18,500"], None),
    ],
)
def test_money_used_is_planned_money_only_where_nothing_was_reported(heads, row, budget):
    made = imported(table(heads, row))
    (measure,) = _listed(made, "measures", "measures")
    assert measure.get("budget", {}).get("amount") == budget
    assert ("อ่านเป็น “งบประมาณ”" in str(made.report)) is (budget is not None)


def test_three_counted_rounds_without_months_are_told_to_be_joined():
    head = ["มาตรการ", "ผลงวดที่ 1", "ผลงวดที่ 2", "ผลงวดที่ 3"]
    made = imported(table(head, ["ลดกระดาษ", "ทำแบบ", "เริ่มใช้", "ใช้ครบ"]))
    assert "เช่นเดียวกับ “ผลงวดที่ 2”" in str(made.report)
    dated = [
        "มาตรการ",
        "งวด 1 (ต.ค. 67 - ม.ค. 68)",
        "งวด 2 (ก.พ. - พ.ค. 68)",
        "งวด 3 (มิ.ย. - ก.ย. 68)",
    ]
    made = imported(table(dated, ["ลดกระดาษ", "ทำแบบ", "เริ่มใช้", "ใช้ครบ"]))
    assert [each["round"] for each in _listed(made, "progress", "progress")] == ["4", "8", "12"]
    assert "เช่นเดียวกับ" not in str(made.report)


def test_what_guides_projects_beside_their_steps_is_no_title_and_told():
    head = ["แนวทางการปรับปรุง", "โครงการ/กิจกรรม", "ขั้นตอน", "ผู้รับผิดชอบ"]
    made = imported(table(head, ["ดูแลทางน้ำ", "ลอกท่อระบายน้ำ", "ตักเลน", "กองช่าง"]))
    (found,) = made.values["2568/measures.yml"]["measures"]
    assert (found["title"], found["steps"]) == ("ลอกท่อระบายน้ำ", ["ตักเลน"])
    assert found["guidelines"] == ["ดูแลทางน้ำ"]
    assert any("“แนวทางการปรับปรุง” อ่านเป็น “แนวทาง”" in each.text for each in made.report.doubts)


def test_projects_put_together_with_the_steps_are_told():
    head = ["มาตรการ", "โครงการ", "ขั้นตอน", "ผู้รับผิดชอบ"]
    made = imported(table(head, ["ดูแลทางน้ำ", "ลอกท่อระบายน้ำ", "ตักเลน", "กองช่าง"]))
    (found,) = made.values["2568/measures.yml"]["measures"]
    assert found["steps"] == ["ลอกท่อระบายน้ำ", "ตักเลน"]
    assert any("“โครงการ” อ่านเป็น “ขั้นตอน”" in each.text for each in made.report.doubts)


def test_a_score_beside_measures_is_that_of_the_indicators_a_topic_names():
    head = ["ประเด็น", "มาตรการ", "ขั้นตอน", "คะแนนที่ได้"]
    first = ["8. การปรับปรุงระบบการทำงาน", "ลอกท่อ", "ตักเลน", "71.5"]
    made = imported(table(head, first, ["2 การใช้งบประมาณ", "ล้างรถ", "ฉีดน้ำ", "90.25"]))
    scores = made.values["2568/assessment.yml"]["indicators"]
    assert {each["no"]: each["score"] for each in scores} == {"8": "71.5", "2": "90.25"}
    assert "2568/progress.yml" not in made.values


def test_a_score_of_nothing_beside_measures_is_read_as_percent_and_told():
    made = imported(table(["มาตรการ", "ขั้นตอน", "คะแนนที่ได้"], ["ลอกท่อ", "ตักเลน", "71.5"]))
    assert "percent_done: 71.5" in made.files["2568/progress.yml"]
    assert any("“คะแนนที่ได้” อ่านเป็น “ร้อยละ" in each.text for each in made.report.doubts)


def test_problems_found_beside_results_are_obstacles_told():
    rows = (
        ["ล้างท่อระบายน้ำ", "ล้างแล้ว 3 สาย", "เครื่องสูบเสีย"],
        ["ตรวจสนามเด็กเล่น", "ตรวจครบ 4 แห่ง", "เด็กเล่นขณะตรวจ"],
    )
    made = imported(table(["มาตรการ", "ผลการดำเนินการ รอบ 12 เดือน", "ปัญหาที่พบ"], *rows))
    reports = _listed(made, "progress", "progress")
    assert [each["obstacles"] for each in reports] == ["เครื่องสูบเสีย", "เด็กเล่นขณะตรวจ"]
    assert "ปัญหาที่พบ" in str(made.report)


def test_problems_found_in_an_assessment_are_findings():
    rows = (["1. การปฏิบัติหน้าที่", "82.10", "ช้า"], ["2. การใช้งบประมาณ", "80.45", "ไม่เปิดเผย"])
    made = imported(table(["ตัวชี้วัด", "คะแนน", "ปัญหาที่พบ"], *rows))
    assert "obstacles" not in str(made.values)
