"""A measure's section in prose: its heading, and what of it is its own."""

from __future__ import annotations

from ita_site.office.importer.document.blocks import Paragraph
from tests.unit.office.importer.test_blocks import imported


def read(*lines: str):
    """An import of paragraphs."""
    return imported(*(Paragraph(text, f"ย่อหน้า {at}") for at, text in enumerate(lines, 1)))


def measures(made):
    """What came of it."""
    return made.values["2568/measures.yml"]["measures"]


BODY = ("ขั้นตอน: สำรวจ", "ผู้รับผิดชอบ: กองช่าง")


def test_the_group_a_measure_names_below_its_heading_is_its_own():
    made = read(
        *("มาตรการที่ 1 ซ่อมถนน", "ประเด็น: การให้บริการและระบบ E-Service", *BODY),
        *("มาตรการที่ 2 ทาสีสะพาน", *BODY),
        *("มาตรการที่ 3 ขุดบ่อ", "ตัวชี้วัด: การใช้อำนาจ", *BODY),
        *("มาตรการที่ 4 ปลูกต้นไม้", *BODY),
    )
    groups = [(each.get("topic"), each.get("indicator")) for each in measures(made)]
    assert groups == [("service_eservice", None), (None, None), (None, "3"), (None, None)]


def test_the_group_a_line_names_above_the_first_heading_is_that_of_all():
    made = read("ตัวชี้วัดที่ 3 การใช้อำนาจ", "มาตรการที่ 1 ซ่อมถนน", *BODY, "มาตรการที่ 2 ขุดบ่อ", *BODY)
    assert [each.get("indicator") for each in measures(made)] == ["3", "3"]


def test_a_line_nobody_knows_behind_the_heading_is_kept_beside_its_measure():
    made = read(
        *("มาตรการที่ 1 ซ่อมถนน", "ทำต่อเนื่องจากปีก่อนตามมติสภา", *BODY),
        *("มาตรการที่ 2 ขุดบ่อ", *BODY),
    )
    assert [each["title"] for each in measures(made)] == ["ซ่อมถนน", "ขุดบ่อ"]
    assert "[ย่อหน้า 2] ของมาตรการ measure-1" in made.rest


def test_a_title_goes_on_in_the_lines_of_its_paragraph():
    made = read(
        *("มาตรการที่ 1\nซ่อมถนน\nหน้าตลาดสด", *BODY),
        *("มาตรการที่ 2 ขุดบ่อ\nให้เกษตรกร", *BODY),
        *("มาตรการที่ 3 ทาสี\nผู้รับผิดชอบ: กองคลัง", "ขั้นตอน: เลือกสี"),
    )
    titles = [each["title"] for each in measures(made)]
    assert titles == ["ซ่อมถนน หน้าตลาดสด", "ขุดบ่อ ให้เกษตรกร", "ทาสี"]
    assert [each["units"] for each in measures(made)] == ["กองช่าง", "กองช่าง", "กองคลัง"]
    assert any("ซ่อมถนน หน้าตลาดสด" in each.text for each in made.report.doubts)


def _report(made):
    (report,) = made.values["2568/progress.yml"]["progress"]
    return report


RESULTS = (*("มาตรการที่ 1 ซ่อมถนน", *BODY), "ผลงาน", "ปูยางครบ 3 สายในเดือนมีนาคม")


def test_a_line_by_itself_among_results_is_a_heading_where_its_words_speak_for_one():
    made = read(
        *(*RESULTS, "คุณค่าที่ชาวบ้านได้", "รถวิ่งเร็วขึ้น", "ความขัดข้องระหว่างทาง", "ฝนตกหนัก"),
    )
    report = _report(made)
    assert report["summary"] == "ปูยางครบ 3 สายในเดือนมีนาคม"
    assert (report["outcomes"], report["obstacles"]) == (["รถวิ่งเร็วขึ้น"], "ฝนตกหนัก")
    assert any("“คุณค่าที่ชาวบ้านได้” อ่านเป็นหัวข้อ" in each.text for each in made.report.doubts)


def test_a_short_line_between_long_ones_may_be_a_heading_and_is_told():
    made = read(*RESULTS, "เสียงชาวบ้าน", "ชาวบ้านบอกว่ามีน้ำใช้ตลอดหน้าแล้งและอยากให้ขุดเพิ่มอีก")
    assert any("“เสียงชาวบ้าน” อาจเป็นหัวข้อ" in each.text for each in made.report.doubts)


def test_entries_of_results_are_no_headings():
    lines = ("ปูยาง 2 สาย", "ทาสีตีเส้น", "ติดป้ายเตือน")
    made = read(*RESULTS, *lines)
    assert _report(made)["summary"] == [RESULTS[-1], *lines]


def test_a_line_without_label_that_says_how_far_it_is_belongs_to_its_measure():
    made = read(
        *("มาตรการที่ 1 ซ่อมถนน", *BODY, "ปัจจุบันอยู่ระหว่างปูยาง ทำไปแล้วร้อยละ 40"),
        *("มาตรการที่ 2 ขุดบ่อ", *BODY),
    )
    report = _report(made)
    assert (report["measure"], report["status"]) == ("measure-1", "in_progress")
    assert report["summary"] == "อยู่ระหว่างปูยาง ทำไปแล้วร้อยละ 40"
    assert any("ขึ้นต้นด้วยสถานะ" in each.text for each in made.report.doubts)


def test_what_was_found_stands_in_the_list_below_its_heading():
    made = read(
        *("1. สิ่งที่พบจากการประเมิน", "1) แบบฟอร์มยาก", "2) หาที่ร้องเรียนไม่พบ", "มาตรการ"),
        *("มาตรการที่ 1 ซ่อมถนน", *BODY),
    )
    findings = made.values["2568/assessment.yml"]["analysis"]["findings"]
    assert [each["text"] for each in findings] == ["แบบฟอร์มยาก", "หาที่ร้องเรียนไม่พบ"]
    assert "แบบฟอร์มยาก" not in made.rest


def test_a_measure_that_is_not_begun_for_a_reason_is_not_asked_about():
    made = read("มาตรการที่ 1 ซ่อมถนน", *BODY, "ผลงาน: ยังไม่ได้ดำเนินการ เนื่องจากฝนชุก")
    assert _report(made)["status"] == "not_started"
    assert not any("ยืนยัน" in each.text for each in made.report.doubts)


def test_lines_right_above_headings_are_bands_where_one_stands_above_the_first():
    made = read(
        *("ตัวชี้วัดที่ 3 การใช้อำนาจ", "มาตรการที่ 1 ซ่อมถนน", *BODY),
        *("ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ", "มาตรการที่ 2 ขุดบ่อ", *BODY),
        *("มาตรการที่ 3 ปลูกต้นไม้", *BODY),
    )
    assert [each.get("indicator") for each in measures(made)] == ["3", "4", "4"]


def test_the_last_step_above_a_heading_is_no_band():
    made = read(
        *("1. แผนปีนี้", "มาตรการที่ 1 ซ่อมถนน", "ผู้รับผิดชอบ: กองช่าง", "ระยะเวลา: ม.ค. 68"),
        *("ขั้นตอน", "1. หาเงิน", "2. ซ่อม", "มาตรการที่ 2 ขุดบ่อ", *BODY, "ระยะเวลา: ม.ค. 68"),
    )
    assert [each["text"] for each in measures(made)[0]["steps"]] == ["หาเงิน", "ซ่อม"]


def test_a_first_measure_of_one_label_is_one_where_those_behind_it_have_more():
    made = read("มาตรการที่ 1 ซ่อมถนน", BODY[0], "มาตรการที่ 2 ขุดบ่อ", *BODY)
    assert [each["title"] for each in measures(made)] == ["ซ่อมถนน", "ขุดบ่อ"]
    assert any("เพราะหัวข้อเหมือนมาตรการอื่น" in each.text for each in made.report.doubts)
