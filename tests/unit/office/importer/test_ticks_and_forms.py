"""Tables as small offices draw them: ticked months and statuses, forms, scores by year, targets."""

from __future__ import annotations

import pytest

from ita_site.facts.model.progress import Status
from ita_site.office.importer.document.blocks import Cell, Paragraph
from ita_site.office.importer.document.spans import Source, Span
from ita_site.office.importer.merging import merge
from ita_site.office.importer.tables.head_rows import read_head
from ita_site.office.importer.tables.rows import Rows
from ita_site.office.importer.words.ticks import find_ticked_column, is_tick, parse_status
from tests.unit.office.importer.test_blocks import imported, measures, table

PLAN = ["มาตรการ", "ขั้นตอน", "ระยะเวลาดำเนินการ", (0, 2), (0, 2), "ผู้รับผิดชอบ"]
MONTHS = [(0, 0), (0, 1), "ต.ค.", "พ.ย.", "ธ.ค.", (0, 5)]
RESULTS = ["มาตรการ", "ผลการดำเนินงาน", (0, 1), (0, 1), "รายละเอียดการดำเนินการ"]
STATUSES = [(0, 0), "ดำเนินการแล้ว", "อยู่ระหว่างดำเนินการ", "ยังไม่ดำเนินการ", (0, 4)]


def listed(made, file, key):
    return made.values[f"2568/{file}.yml"][key]


def test_ticks_below_months_are_a_measures_timeframe():
    found = measures(
        table(PLAN, MONTHS, ["จองคิว", "ทำระบบ", "✓", "", "/", "กองคลัง"]),
        table(PLAN, MONTHS, ["แจ้งผล", "ส่งข้อความ", "", "<---->", "-", "กองช่าง"]),
    )
    assert [measure.get("timeframe") for measure in found] == [["ต.ค.", "ธ.ค."], "พ.ย."]
    assert [measure["units"] for measure in found] == ["กองคลัง", "กองช่าง"]


def test_months_below_years_below_the_heading():
    (found,) = measures(
        table(
            ["มาตรการ", "ขั้นตอน", "ระยะเวลาดำเนินการ", (0, 2), (0, 2), "ผู้รับผิดชอบ"],
            [(0, 0), (0, 1), "พ.ศ. ๒๕๖๗", "พ.ศ. ๒๕๖๘", (1, 3), (0, 5)],
            [(0, 0), (0, 1), "ธ.ค.", "ม.ค.", "ก.พ.", (0, 5)],
            ["จองคิว", "ทำระบบ", "✓", "✓", "", "กองคลัง"],
        )
    )
    assert found["timeframe"] == "ธ.ค. ๒๕๖๗ - ม.ค. ๒๕๖๘"


QUARTERS = [(0, 0), (0, 1), "ต.ค.-ธ.ค.", "ม.ค.-มี.ค.", "เม.ย.-มิ.ย.", (0, 5)]


def under(heading: str, *rows: list[str], last: str = "ผู้รับผิดชอบ"):
    """A table of quarters, named by their months, below a heading."""
    head = ["มาตรการ", "ขั้นตอน", heading, (0, 2), (0, 2), last]
    return imported(table(head, QUARTERS, *rows))


@pytest.mark.parametrize("heading", ["ระยะเวลาดำเนินการ", "ปีงบประมาณ 2568", "ผลการดำเนินงาน"])
def test_ticks_below_quarters_named_by_their_months_are_the_timeframe(heading):
    made = under(
        heading,
        ["จองคิว", "ทำระบบ", "✓", "✓", "", "กองคลัง"],
        ["แจ้งผล", "ส่งข้อความ", "", "/", "", "กองช่าง"],
    )
    found = listed(made, "measures", "measures")
    assert [each["timeframe"] for each in found] == [["ต.ค.-ธ.ค.", "ม.ค.-มี.ค."], "ม.ค.-มี.ค."]
    assert made.rest == ""
    assert "2568/progress.yml" not in made.values
    told = [each.text for each in made.report.doubts if "ต.ค.-ธ.ค." in each.text]
    assert bool(told) is (heading == "ผลการดำเนินงาน")


def test_ticks_of_results_beside_a_time_of_the_plan_are_the_status_of_a_round_and_told():
    made = under("ผลการดำเนินงาน", ["จองคิว", "ทำระบบ", "✓", "", "", "ต.ค. 67"], last="ระยะเวลา")
    (found,) = listed(made, "measures", "measures")
    assert found["timeframe"] == "ต.ค. 67"
    (report,) = listed(made, "progress", "progress")
    assert (report["round"], report["status_as_printed"]) == ("3", "✓")
    assert "“ผลการดำเนินงาน > ต.ค.-ธ.ค.” อ่านเป็น “สถานะ รอบ 3 เดือน”" in str(made.report)


def test_words_below_quarters_named_by_their_months_are_results_of_rounds():
    made = under("ผลการดำเนินงาน", ["จองคิว", "ทำระบบ", "เปิดระบบแล้ว", "", "มีผู้ใช้ 20 คน", "กองคลัง"])
    assert [(each["round"], each["summary"]) for each in listed(made, "progress", "progress")] == [
        ("3", "เปิดระบบแล้ว"),
        ("9", "มีผู้ใช้ 20 คน"),
    ]


def test_ticks_below_statuses_are_the_status_as_printed():
    made = imported(
        table(
            RESULTS,
            STATUSES,
            ["จองคิว", "√", "", "", "เปิดใช้ระบบ"],
            ["แจ้งผล", "", "●", "", "ทำแบบข้อความ"],
            ["วางบอร์ด", "", "", "/", "รอแบบ"],
            ["ซ่อมป้าย", "-", "", "", "ซ่อมบางจุด"],
        )
    )
    reports = listed(made, "progress", "progress")
    assert [each.get("status") for each in reports] == ["done", "in_progress", "not_started", None]
    assert reports[1]["status_as_printed"] == "อยู่ระหว่างดำเนินการ"
    assert reports[2]["summary"] == "รอแบบ"


def test_a_tick_that_was_understood_is_not_left_and_any_other_is_not_lost():
    understood = imported(table(PLAN, MONTHS, ["จองคิว", "ทำระบบ", "✓", "", "/", "กองคลัง"]))
    assert "✓" not in understood.rest
    assert understood.report.cells.lost == 0
    unknown = imported(table(["รายการ", "มี", "ไม่มี"], ["ป้ายบอกทาง", "✓", "-"]))
    assert unknown.rest.count("✓") == 1
    assert unknown.report.cells.in_rest == unknown.report.cells.total


def test_a_tick_under_a_heading_nobody_knows_is_kept_with_that_heading_and_told():
    made = imported(
        table(
            ["มาตรการ", "สถานะ", "เข้าชี้แจงสภา"],
            ["จองคิว", "แล้วเสร็จ", "✓"],
            ["แจ้งผล", "แล้วเสร็จ", ""],
        )
    )
    assert "# หัวตาราง เข้าชี้แจงสภา\n- ✓" in made.rest
    assert "ไม่รู้จักหัวตาราง “เข้าชี้แจงสภา”" in str(made.report)


def test_ticked_headings_of_one_level_do_not_hide_the_others():
    made = imported(
        table(
            ["ที่", "กิจกรรม", "แล้วเสร็จ", "กำลังดำเนินการ", "ยังไม่เริ่ม", "ผู้รับผิดชอบ"],
            ["1", "จองคิว", "", "✔", "", "กองคลัง"],
        )
    )
    assert listed(made, "progress", "progress")[0]["status"] == "in_progress"


def test_a_row_of_facts_is_no_heading():
    row = [words(text) for text in ("แล้วเสร็จ", "ต.ค. 67", "จองคิวออนไลน์ที่เคาน์เตอร์")]
    assert read_head(Rows([row], [[None] * 3], [[""] * 3]), 0) is None


@pytest.mark.parametrize(
    "sign", ["✓", " / ", "√", "<-->", "←→", "●", "\uf0fc", "✅", "★", "✔\ufe0f", "🟢"]
)
def test_a_sign_is_a_tick(sign: str):
    assert is_tick(sign)


@pytest.mark.parametrize("sign", ["", "-", "---", "x", "0", "ไม่มี", "1/2", "฿", "✅ แล้ว", "%"])
def test_other_signs_are_none(sign: str):
    assert not is_tick(sign)


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("ต.ค. ๖๗", "timeframe"),
        ("ไตรมาสที่ ๒", "timeframe"),
        ("เสร็จแล้ว", "status"),
        ("ตลอดปี", None),
        ("มาตรการ", None),
    ],
)
def test_headings_a_tick_stands_for(text: str, column: str | None):
    assert find_ticked_column(text) == column


def test_words_of_officers_are_a_status():
    assert [parse_status(text) for text in ("กำลังทำ", "ยกเลิก")] == [Status.IN_PROGRESS, None]


def test_a_form_is_a_measure_and_the_next_form_another():
    made = imported(
        table(
            ["มาตรการที่ ๑", "เผยแพร่ข้อมูล"],
            ["ขั้นตอน/วิธีการ", "๑. ตรวจเว็บไซต์\n๒. รายงาน"],
            ["ผู้รับผิดชอบ", "สำนักปลัด"],
            ["ผลการดำเนินการ", "ดำเนินการครบทุกขั้นตอน"],
        ),
        table(
            ["มาตรการที่ ๒", "งดรับของขวัญ"],
            ["ผู้รับผิดชอบ", "ทุกกอง"],
            ["ระยะเวลา", "ม.ค. - มี.ค. 2568"],
        ),
    )
    first, second = listed(made, "measures", "measures")
    assert (first["title"], second["title"]) == ("เผยแพร่ข้อมูล", "งดรับของขวัญ")
    assert [step["text"] for step in first["steps"]] == ["ตรวจเว็บไซต์", "รายงาน"]
    assert second["timeframe"] == "ม.ค. - มี.ค. 2568"
    assert listed(made, "progress", "progress") == [
        {"measure": first["id"], "summary": "ดำเนินการครบทุกขั้นตอน"}
    ]
    assert made.report.cells.lost == 0


def test_a_form_repeated_tells_what_is_doubted_of_a_label_once():
    forms = [
        table(
            ["1. ชื่อมาตรการ", title],
            ["2. คนที่จะลงมือทำ", unit],
            ["3. วิธีดำเนินการ", "ติดประกาศ"],
            ["4. ระยะเวลา", "ม.ค. 2568"],
        )
        for title, unit in (("จัดทำผัง", "กองช่าง"), ("แจ้งเตือนภาษี", "กองคลัง"))
    ]
    report = str(imported(*forms).report)
    assert report.count("คนที่จะลงมือทำ") == 1
    assert "“1. ชื่อมาตรการ” อ่านเป็น" not in report
    assert "“4. ระยะเวลา” อ่านเป็น" not in report


def test_a_form_of_several_measures_is_read_measure_by_measure():
    found = measures(
        table(
            ["มาตรการ", "จองคิว"],
            ["ขั้นตอน", "ทำระบบ"],
            ["ผู้รับผิดชอบ", "กองคลัง"],
            ["มาตรการ", "แจ้งผล"],
            ["ขั้นตอน", "ส่งข้อความ"],
            ["ผู้รับผิดชอบ", "กองช่าง"],
        )
    )
    assert [(each["title"], each["units"]) for each in found] == [
        ("จองคิว", "กองคลัง"),
        ("แจ้งผล", "กองช่าง"),
    ]


def test_a_target_is_no_outcome():
    made = imported(
        table(
            ["มาตรการ", "ขั้นตอน", "เป้าหมาย/ตัวชี้วัดความสำเร็จ"],
            ["จองคิว", "ทำระบบ", "ใช้บริการ ร้อยละ 80"],
        )
    )
    assert "2568/progress.yml" not in made.values
    (measure,) = listed(made, "measures", "measures")
    assert measure["targets"] == ["ใช้บริการ ร้อยละ 80"]


def test_a_cell_merged_over_measures_is_one_finding():
    made = imported(
        table(
            ["สิ่งที่ต้องปรับปรุง", "มาตรการ", "ขั้นตอน"],
            ["เว็บไซต์ค้นหายาก", "จัดเมนู", "แยกหมวด"],
            [(1, 0), "ทำช่องค้นหา", "ติดตั้ง"],
        )
    )
    (finding,) = listed(made, "assessment", "analysis")["findings"]
    assert [each["findings"] for each in listed(made, "measures", "measures")] == [
        finding["id"]
    ] * 2


def test_scores_of_two_years_and_the_total_below():
    made = imported(
        Paragraph("ผลการประเมิน ITA เปรียบเทียบปี 2566 - 2567", "ย่อหน้า 1"),
        table(
            ["เครื่องมือ", "ตัวชี้วัด", "ปี 2566", "ปี 2567", "เพิ่ม/ลด"],
            ["IIT", "การปฏิบัติหน้าที่", "90.10", "91.23", "1.13"],
            [(1, 0), "การใช้งบประมาณ", "82.00", "84.00", "2.00"],
            ["คะแนนรวม", (3, 0), "85.20", "87.45", ""],
        ),
    )
    scores = [each["score"] for each in listed(made, "assessment", "indicators")]
    assert scores == ["91.23", "84.00"]
    assert listed(made, "assessment", "total") == {"score": "87.45"}
    assert listed(made, "year", "result_year") == "2567"


def test_what_is_wrong_beside_a_question_is_a_finding_of_its_indicator():
    made = imported(
        table(
            ["ประเด็น", "ข้อคำถาม", "คะแนน", "สิ่งที่ต้องปรับปรุง"],
            ["การใช้งบประมาณ", "i8 ท่านรู้แผนการใช้จ่ายหรือไม่", "71.40", "บุคลากรไม่ทราบแผน"],
        )
    )
    (question,) = listed(made, "assessment", "questions")
    assert (question["indicator"], question["score"]) == ("2", "71.40")
    (finding,) = listed(made, "assessment", "analysis")["findings"]
    assert (finding["text"], finding["questions"]) == ("บุคลากรไม่ทราบแผน", "i8")


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("แบบรายงานผลการดำเนินการ", "ปี 2568 รอบ ๑๒ เดือน"), "12"),
        (("รายงานผลรอบ ๖ เดือน และ ๑๒ เดือน",), None),
        (("รายงานผล", "เทศบาลตำบลบ้านสมมติ", "รอบ 6 เดือน (ต.ค. 2567 - มี.ค. 2568)"), "6"),
        (("ผลการดำเนินงาน", "ปีงบประมาณ 2568", "(ไตรมาสที่ ๓)"), "9"),
        (("รายงานผล", "เทศบาลตำบลบ้านสมมติ", "(1 ต.ค. 2567 - 30 ก.ย. 2568)"), None),
        (("รายงานผล", "เทศบาลตำบลบ้านสมมติ", "ทุกกองส่งแบบภายในรอบ 6 เดือนของตน"), None),
    ],
)
def test_the_round_of_a_title_in_two_lines(lines: tuple[str, ...], found: str | None):
    above = [Paragraph(text, f"ย่อหน้า {at}") for at, text in enumerate(lines, 1)]
    made = imported(*above, table(["มาตรการ", "สรุปผล"], ["จองคิว", "เปิดใช้ระบบ"]))
    assert listed(made, "progress", "progress")[0].get("round") == found


def test_a_memos_date_with_the_word_month():
    lines = ("บันทึกข้อความ", "ที่ ตย 1/2 วันที่ ๒๘ เดือน กุมภาพันธ์ พ.ศ. ๒๕๖๘", "เรื่อง ผลการประเมิน")
    made = imported(*(Paragraph(text, f"ย่อหน้า {at}") for at, text in enumerate(lines, 1)))
    memo = listed(made, "year", "memo")
    assert (memo["number"], memo["date"]) == ("ตย 1/2", "๒๘ เดือน กุมภาพันธ์ พ.ศ. ๒๕๖๘")


def test_a_column_for_each_round_is_a_report_for_each():
    made = imported(
        table(
            ["กิจกรรม", "สถานะ", "ผลการดำเนินงาน (รอบ 6 เดือน)", "ผลการดำเนินงาน (รอบ ๑๒ เดือน)"],
            ["จองคิว", "เสร็จแล้ว", "ทำระบบ", "เปิดใช้"],
            ["แจ้งผล", "กำลังทำ", "ทำแบบข้อความ", ""],
        )
    )
    assert [
        (each["measure"], each["round"], each.get("status"), each["summary"])
        for each in listed(made, "progress", "progress")
    ] == [
        ("measure-1", "6", None, "ทำระบบ"),
        ("measure-1", "12", "done", "เปิดใช้"),
        ("measure-2", "6", "in_progress", "ทำแบบข้อความ"),
    ]


def test_what_is_to_be_fixed_that_names_an_indicator_groups_its_measures():
    found = measures(
        table(
            ["ประเด็นที่ต้องพัฒนา", "มาตรการ", "ขั้นตอน"],
            ["การใช้งบประมาณ", "เผยแพร่แผน", "ติดประกาศ"],
            [(1, 0), "รายงานผล", "ลงเว็บไซต์"],
            ["เว็บไซต์ค้นหายาก", "จัดเมนู", "แยกหมวด"],
        )
    )
    assert [each.get("indicator") for each in found] == ["2", "2", None]
    assert [each.get("findings") for each in found] == [None, None, "f1"]


def test_codes_in_a_column_beside_their_questions():
    made = imported(
        table(
            ["ข้อ", "ประเด็นการประเมิน", "คะแนนเต็ม", "คะแนนที่ได้"],
            ["I1", "รู้แผนการใช้จ่าย", "100", "71.4"],
            ["I2", "ใช้จ่ายคุ้มค่า", "100", "88"],
        )
    )
    found = listed(made, "assessment", "questions")
    assert [(each["code"], each["text"], each["score"]) for each in found] == [
        ("I1", "รู้แผนการใช้จ่าย", "71.4"),
        ("I2", "ใช้จ่ายคุ้มค่า", "88"),
    ]


def test_a_rating_in_a_row_of_its_own_below_the_scores():
    made = imported(
        table(
            ["ตัวชี้วัด", "คะแนน"],
            ["การปฏิบัติหน้าที่", "91.23"],
            ["คะแนนรวม", "87.45"],
            ["ระดับผลการประเมิน", "ผ่าน"],
        )
    )
    assert listed(made, "assessment", "total") == {"score": "87.45", "rating_as_printed": "ผ่าน"}


@pytest.mark.parametrize(
    ("cells", "is_reported"),
    [(("แบบวัด", "คะแนน", "IIT", "86.60"), False), (("ก", "ข", "ค", "ง"), True)],
)
def test_it_says_that_it_knows_nothing_only_when_it_does(
    cells: tuple[str, ...], *, is_reported: bool
):
    made = imported(table(cells[:2], cells[2:]))
    assert any("ไม่พบตาราง" in doubt.text for doubt in made.report.doubts) is is_reported


def test_a_score_printed_with_other_decimals_is_the_same():
    merged = merge("total:\n  score: ๑๐๐\n".encode(), {"total": {"score": "100.00"}}, {})
    assert merged.differences == ()
    merged = merge("total:\n  score: ๑๐๐\n".encode(), {"total": {"score": "99.00"}}, {})
    assert len(merged.differences) == 1


def words(text: str) -> Span:
    return Span.whole(Source(0, Cell(text, "").text, "ตาราง 1"))


def statuses_below(heading: str, *signs: str):
    """What an import reads of measures with these signs below one heading."""
    rows = [[f"ล้างคลองที่ {at}", "ขุดลอก", sign] for at, sign in enumerate(signs, 1)]
    made = imported(
        Paragraph("รายงานผลการดำเนินการ", "บรรทัด 0"),
        table(["มาตรการ", "ผลการดำเนินงาน", heading], *rows),
    )
    return made, [each.get("status") for each in listed(made, "progress", "progress")]


@pytest.mark.parametrize(
    ("heading", "signs", "found"),
    [
        ("ดำเนินการ (√)", ("√", "✗", "√"), ["done", "not_started", "done"]),
        ("ทำแล้ว", ("/", "x", "/"), ["done", "not_started", "done"]),
        ("แล้วเสร็จ", ("✔", "ไม่", "✘"), ["done", "not_started", "not_started"]),
        ("ดำเนินการแล้ว [/]", ("×", "×", ""), ["not_started", "not_started", None]),
    ],
)
def test_a_cross_where_ticks_say_done_is_not_done_and_told(heading, signs, found):
    made, statuses = statuses_below(heading, *signs)
    assert statuses == found
    told = [each.text for each in made.report.doubts]
    assert any("สถานะ “ยังไม่เริ่ม” อ่านจากคำว่า" in text for text in told)
    assert not any("เครื่องหมายที่โปรแกรมไม่เข้าใจ" in text for text in told)


def test_crosses_alone_below_a_status_are_ticks_and_told():
    made, statuses = statuses_below("ดำเนินการแล้ว", "X", "", "X")
    assert statuses == ["done", None, "done"]
    assert any("เครื่องหมายกากบาท" in each.text for each in made.report.doubts)


def test_of_several_statuses_that_are_ticked_and_crossed_the_ticked_holds():
    made = imported(
        table(
            RESULTS,
            STATUSES,
            ["จองคิว", "✗", "✓", "✗", "ทดลองใช้"],
            ["แจ้งผล", "✗", "✗", "✓", "รอเครื่อง"],
        )
    )
    found = [each["status"] for each in listed(made, "progress", "progress")]
    assert found == ["in_progress", "not_started"]
    assert "✗" not in made.rest
