"""Headings of several words: what they speak of, of whom; boxes and days below headings."""

from __future__ import annotations

import pytest

from ita_site.office.importer.words.headings import parse_heading
from ita_site.office.importer.words.ticks import guess_status
from tests.unit.office.importer.test_blocks import imported, measures, table
from tests.unit.office.importer.test_offices import doubts, listed


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("ข้อเสนอแนะของผู้รับผิดชอบ", "suggestions"),
        ("ผลสัมฤทธิ์ของมาตรการ", "outcome"),
        ("ปัญหาของเจ้าภาพ", "obstacles"),
    ],
)
def test_a_heading_speaks_of_what_stands_before_of(heading, role):
    found = parse_heading(heading)
    assert found is not None
    assert found.role == role


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("ปัญหามาตรการ", "obstacles"),
        ("อุปสรรคมาตรการ", "obstacles"),
        ("ผลมาตรการ", "summary"),
        ("ตัวชี้วัดมาตรการ", "target"),
        ("รายละเอียดมาตรการ", "measure"),
        ("หัวข้อมาตรการ", "measure"),
    ],
)
def test_of_a_measure_may_be_anything_and_the_first_word_says_what(heading, role):
    found = parse_heading(heading)
    assert found is not None
    assert found.role == role


@pytest.mark.parametrize("heading", ["เรื่องที่ดำเนินการ", "งานที่ดำเนินการ", "ใครที่ดำเนินการ"])
def test_a_heading_like_a_name_in_all_but_its_first_word_is_not_that(heading):
    found = parse_heading(heading)
    assert found is None or found.role not in ("timeframe", "place")


def test_labels_of_a_form_that_share_their_last_words_are_two():
    forms = [
        table(
            ["งานที่ดำเนินการ", f"ติดป้ายบอกทางหน้าอาคารหลังที่ {at}"],
            ["วิธีการ", f"สำรวจจุดติดตั้ง {at} จุด\nติดตั้งป้าย"],
            ["ผู้รับผิดชอบ", "กองช่าง"],
            ["ปีที่ดำเนินการ", "ม.ค. 68 - มี.ค. 68"],
            ["งบประมาณ", f"{at},500 บาท"],
        )
        for at in (2, 3)
    ]
    found = listed(imported(*forms), "measures", "measures")
    assert [each["title"] for each in found] == [f"ติดป้ายบอกทางหน้าอาคารหลังที่ {at}" for at in (2, 3)]
    assert {str(each["timeframe"]) for each in found} == {"ม.ค. 68 - มี.ค. 68"}


def test_a_heading_of_unknown_words_before_of_is_doubted():
    found = parse_heading("ถ้อยคำของผู้รับผิดชอบ")
    assert found is None or not found.sure


def test_advice_of_those_in_charge_names_no_offices():
    advice = ["ขอเพิ่มป้ายหน้าตลาด", "ย้ายตู้รับเรื่องไปไว้ใกล้ประตูทางเข้าฝั่งตลาดสด", "เพิ่มรอบเวลาในวันหยุดราชการ"]
    made = imported(
        table(
            ["มาตรการ", "ผลการดำเนินการ", "คำแนะนำของผู้รับผิดชอบ"],
            *([f"ติดป้าย {at}", f"ติดแล้ว {at} จุด", text] for at, text in enumerate(advice, 1)),
        )
    )
    found = listed(made, "progress", "progress")
    assert [each.get("suggestions") for each in found] == advice


def test_a_hindrance_of_the_office_names_no_office():
    rows = [["ติดป้าย", "ติดแล้ว 3 จุด", "ขาดช่าง"], ["ล้างท่อ", "ล้างแล้ว 5 เส้น", "ฝนตกนานเกินไป"]]
    made = imported(table(["มาตรการ", "ผลการดำเนินการ", "ปัญหาของหน่วยงาน"], *rows))
    found = listed(made, "progress", "progress")
    assert [each.get("obstacles") for each in found] == [row[2] for row in rows]


def test_a_long_sentence_among_offices_is_kept_for_it_is_no_name():
    text = "ให้ทุกคนช่วยกันดูแลความเรียบร้อยของห้องประชุมใหญ่"
    made = imported(table(["มาตรการ", "ผู้รับผิดชอบ"], ["ติดป้าย", "กองช่าง"], ["ล้างท่อ", text]))
    assert text in made.rest


@pytest.mark.parametrize("heading", ["สภาพการทำงาน", "การดำเนินการ", "ตรวจแล้วพบว่า"])
def test_boxes_of_several_statuses_are_a_status_whatever_the_heading(heading):
    options = ("ทำครบตามที่วางไว้", "กำลังเร่งทำ", "ยังไม่ได้ลงมือใด ๆ")
    cells = [
        "\n".join(f"({'/' if at == n else ' '}) {text}" for n, text in enumerate(options))
        for at in (0, 2, 1)
    ]
    made = imported(
        table(
            ["มาตรการ", "ผู้รับผิดชอบ", heading],
            *(([f"ติดป้าย {at}", "กองช่าง", text]) for at, text in enumerate(cells)),
        )
    )
    found = listed(made, "progress", "progress")
    assert [each["status"] for each in found] == ["done", "not_started", "in_progress"]


def test_boxes_before_steps_are_no_status():
    cell = "☑ ประชุมชี้แจงคณะทำงาน\n☐ จัดอบรมแกนนำชุมชน"
    found = measures(table(["มาตรการ", "ขั้นตอน"], ["ติดป้าย", cell], ["ล้างท่อ", cell]))
    assert len(found[0]["steps"]) == 2


@pytest.mark.parametrize(
    ("words", "status"),
    [
        *[("อยู่ในขั้นทดสอบระบบ", "in_progress"), ("ทำไปแล้วบางโครงการ", "in_progress")],
        *[("รองบกลางปี", "not_started"), ("รอจัดสรรเงิน", "not_started"), ("ครบทุกขั้นตอน", "done")],
    ],
)
def test_what_statuses_say_in_other_words(words, status):
    found = guess_status(words, whatever=True)
    assert found is not None
    assert found.value == status


@pytest.mark.parametrize(
    ("heads", "told"),
    [
        (["เริ่มลงมือ", "กำหนดเสร็จ"], False),
        (["กำหนดส่ง", "เริ่มเมื่อ"], True),
        (["วันเริ่ม", "กำหนดการ"], True),
    ],
)
def test_days_beside_one_end_are_the_other(heads, told):
    days = {"start": "01/12/2024", "end": "31/03/2025"}
    order = ["end", "start"] if heads[1].startswith("เริ่ม") else ["start", "end"]
    rows = [[f"ติดป้าย {at}", *(days[each] for each in order)] for at in (1, 2)]
    made = imported(table(["มาตรการ", *heads], *rows))
    (first, _) = measures(table(["มาตรการ", *heads], *rows))
    assert first["timeframe"] == "1 ธ.ค. 2567 - 31 มี.ค. 2568"
    assert ("ในช่องเป็นวันเดียว" in doubts(made)) == told


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        *[("เหตุที่ไม่ได้ตามเป้า", "obstacles"), ("เพราะเหตุใดจึงล่าช้า", "obstacles")],
        *[("แนวทางพัฒนาปีถัดไป", "suggestions"), ("เห็นควรดำเนินการ", "suggestions")],
    ],
)
def test_headings_beside_results_that_say_what_went_wrong_or_next(heading, role):
    cells = (
        ["มีงานอื่นแทรกหลายเรื่อง", "ผู้รับเหมาทิ้งงานกลางคัน"]
        if role == "obstacles"
        else ["ทำป้ายสองภาษา", "ควรมีช่างประจำจุด"]
    )
    rows = [[f"ติดป้าย {at}", f"ติดแล้ว {at} จุด", text] for at, text in enumerate(cells, 1)]
    made = imported(table(["มาตรการ", "ผลการดำเนินการ", heading], *rows))
    assert [each.get(role) for each in listed(made, "progress", "progress")] == cells
