"""Tables as offices combine them: any columns, in any order, told in any wording."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ita_site.facts.model.measures import Measures
from ita_site.office.importer.document.blocks import Block, Cell, Paragraph, Table
from ita_site.office.importer.formats.pasted import read_pasted
from ita_site.office.importer.import_result import KnownBefore
from ita_site.office.importer.plan.plan import COLOURED
from ita_site.office.importer.recognise import recognise
from tests.unit.office.importer.test_blocks import EDITION, imported, measures, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.office.importer.import_result import ImportResult


def listed(made: ImportResult, file: str, key: str) -> Any:  # noqa: ANN401 - what YAML holds
    values: Any = made.values[f"2568/{file}.yml"]
    return values[key]


def reports(*blocks: Block) -> list[dict[str, object]]:
    return list(listed(imported(*blocks), "progress", "progress"))


def doubts(made: ImportResult) -> str:
    return "\n".join(doubt.text for doubt in made.report.doubts)


def lines(*texts: str) -> list[Paragraph]:
    return [Paragraph(text, f"ย่อหน้า {at}") for at, text in enumerate(texts, 1)]


def coloured(rows: Sequence[Sequence[str]], green: set[tuple[int, int]]) -> Table:
    """A table some of whose cells are green, by row and column from 0."""
    return Table(
        tuple(
            tuple(
                Cell(text, f"ตาราง 1 แถว {at}", None, "00B050" if (at, column) in green else "")
                for column, text in enumerate(row)
            )
            for at, row in enumerate(rows)
        ),
        "ตาราง 1",
    )


def test_a_weakness_its_measure_and_the_measures_own_indicator_in_one_row():
    made = imported(
        table(
            ["ประเด็นที่ต้องพัฒนา", "มาตรการ", "ขั้นตอน", "ตัวชี้วัด", "ผู้รับผิดชอบ", "ระยะเวลา"],
            ["บริการไม่เท่าเทียม", "บริการเสมอภาค", "จัดคิว", "มีระบบคิว", "สำนักปลัด", "ต.ค. 67"],
        )
    )
    (measure,) = listed(made, "measures", "measures")
    (finding,) = listed(made, "assessment", "analysis")["findings"]
    assert measure == {
        "id": "measure-1",
        "title": "บริการเสมอภาค",
        "findings": finding["id"],
        "steps": ["จัดคิว"],
        "units": "สำนักปลัด",
        "timeframe": "ต.ค. 67",
        "targets": ["มีระบบคิว"],
    }
    assert made.report.cells.in_data == made.report.cells.total


def test_an_indicator_of_the_assessment_groups_what_is_done_about_it():
    (found,) = measures(
        table(
            ["ตัวชี้วัด", "ประเด็นที่เป็นข้อบกพร่อง", "แนวทางแก้ไข/พัฒนา", "ผู้รับผิดชอบ", "ระยะเวลา"],
            ["การใช้งบประมาณ", "ไม่รู้แผนงบ", "เปิดเผยแผนงบ", "กองคลัง", "ต.ค. 67 - ก.ย. 68"],
        )
    )
    assert (found["indicator"], found["title"], found["findings"]) == ("2", "เปิดเผยแผนงบ", "f1")


def test_a_row_of_steps_with_goals_and_sums_of_their_own():
    made = imported(
        table(
            ["มาตรการ", "กิจกรรม", "ตัวชี้วัด", "ค่าเป้าหมาย", "งบประมาณ", "ผู้รับผิดชอบ", "ระยะเวลา"],
            ["บริการเสมอภาค", "จัดคิว", "มีระบบคิว", "1 ระบบ", "20,000", "สำนักปลัด", "ต.ค. 67"],
            [(1, 0), "ติดป้าย", "มีป้าย", "5 ป้าย", "5,000", "กองช่าง", "พ.ย. 67"],
        )
    )
    (found,) = listed(made, "measures", "measures")
    assert found["targets"] == [
        {"text": "มีระบบคิว", "goal": "1 ระบบ"},
        {"text": "มีป้าย", "goal": "5 ป้าย"},
    ]
    assert found["steps"][1] == {"text": "ติดป้าย", "units": "กองช่าง", "timeframe": "พ.ย. 67"}
    assert "budget" not in found
    assert made.rest.count("ของมาตรการ measure-1 มีงบประมาณหลายจำนวน") == 2


def test_a_score_and_a_measure_in_one_row_are_both():
    made = imported(
        table(
            ["ตัวชี้วัด", "คะแนน", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา"],
            ["การปฏิบัติหน้าที่", "92.15", "กำหนดคิว", "ติดป้ายคิว", "สำนักปลัด", "ม.ค. 68"],
        )
    )
    assert listed(made, "assessment", "indicators") == [{"no": "1", "score": "92.15"}]
    (found,) = listed(made, "measures", "measures")
    assert (found["title"], found["steps"]) == ("กำหนดคิว", ["ติดป้ายคิว"])


PASTED = """ลำดับ\tมาตรการ\tขั้นตอน\tผู้รับผิดชอบ\tระยะเวลา
1\tตรวจทะเบียนรถ\t1. ทำทะเบียน
2. ตรวจทุกเดือน\tกองช่าง\tต.ค. 67
2\tติดป้าย\t- สำรวจ
- ติดตั้ง\tกองคลัง
กองช่าง\tธ.ค. 67
"""


def test_a_pasted_cell_of_several_lines_stays_one():
    first, second = measures(*read_pasted(PASTED))
    assert [step["text"] for step in first["steps"]] == ["ทำทะเบียน", "ตรวจทุกเดือน"]  # type: ignore[index, attr-defined]
    assert (second["steps"], second["units"]) == (["สำรวจ", "ติดตั้ง"], ["กองคลัง", "กองช่าง"])
    assert (first["timeframe"], second["timeframe"]) == ("ต.ค. 67", "ธ.ค. 67")


def test_rows_that_cannot_be_filled_stay_as_they_are():
    short = measures(*read_pasted("มาตรการ\tขั้นตอน\tผู้รับผิดชอบ\nก\tข\nค\tง\tกองคลัง\n"))
    assert [each["title"] for each in short] == ["ก", "ค"]


def test_results_by_quarter_are_reports_and_a_percentage_is_none():
    found = reports(
        table(
            ["มาตรการ", "ผลการดำเนินการ", (0, 1), "ร้อยละความสำเร็จ"],
            [(0, 0), "ไตรมาสที่ ๑\n(ต.ค.-ธ.ค.)", "ไตรมาสที่ ๔\n(ก.ค.-ก.ย.)", (0, 3)],
            ["เปิดเผยแผน", "จัดทำแผนแล้วแจ้งเวียน", "สำรวจการรับรู้", "100"],
        )
    )
    assert found == [
        {"measure": "measure-1", "round": "3", "summary": "จัดทำแผนแล้วแจ้งเวียน"},
        {
            "measure": "measure-1",
            "round": "12",
            "percent_done": "100",
            "summary": "สำรวจการรับรู้",
        },
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "ผลการดำเนินการ รอบ 6 เดือน\n(ต.ค. 67 - มี.ค. 68)",
            "ผลการดำเนินการ รอบ 12 เดือน\n(เม.ย. - ก.ย. 68)",
        ),
        ("ผลการดำเนินงาน 6 เดือนแรก", "ผลการดำเนินงาน 6 เดือนหลัง"),
        ("ผลการดำเนินงานครึ่งปีแรก", "ผลการดำเนินงานครึ่งปีหลัง"),
        ("ผลการดำเนินการครั้งที่ 1", "ผลการดำเนินการครั้งที่ 2"),
        ("ผลการดำเนินการ (ต.ค. 67 - มี.ค. 68)", "ผลการดำเนินการ (เม.ย. 68 - ก.ย. 68)"),
    ],
)
def test_a_round_in_any_wording(first: str, second: str):
    found = reports(
        table(["มาตรการ", "ผู้รับผิดชอบ", first, second], ["จัดคิว", "กองคลัง", "ทำคิว", "ใช้คิว"])
    )
    assert [(each["round"], each["summary"]) for each in found] == [("6", "ทำคิว"), ("12", "ใช้คิว")]


def test_what_is_reported_stands_below_its_round():
    first, second = reports(
        table(
            ["มาตรการ", "รายงานครั้งที่ 1 (6 เดือน)", (0, 1), "รายงานครั้งที่ 2 (12 เดือน)", (0, 3)],
            [(0, 0), "ผลการดำเนินการ", "ปัญหาอุปสรรค", "ผลการดำเนินการ", "ปัญหาอุปสรรค"],
            ["เปิดเผยแผน", "ประชุม", "เวลาน้อย", "เผยแพร่ครบ", "ไม่มี"],
        )
    )
    assert (first["round"], first["obstacles"]) == ("6", "เวลาน้อย")
    assert (second["round"], second["summary"]) == ("12", "เผยแพร่ครบ")


def test_one_heading_twice_without_a_known_round_is_doubted():
    """What stands above them says nothing of a round that anybody could read."""
    made = imported(
        table(
            ["", "ช่วงต้น", "", "ช่วงปลาย", ""],
            ["มาตรการ", "ผลการดำเนินการ", "ร้อยละ", "ผลการดำเนินการ", "ร้อยละ"],
            ["ตรวจรถราชการ", "บันทึกครบ", "100", "บันทึกบางเดือน", "95"],
        )
    )
    told = doubts(made)
    assert told.count("ไม่รู้ว่าเป็นรอบใด") == 4
    assert made.report.cells.doubted >= 3


def test_ticks_below_statuses_whatever_stands_beside_them():
    head = ["มาตรการ", "สถานะ", (0, 1), (0, 1), "งบประมาณ", (0, 4), "ข้อเสนอแนะ"]
    levels = ["ดำเนินการแล้ว", "อยู่ระหว่างดำเนินการ", "ยังไม่ดำเนินการ", "ตั้งไว้", "เบิกจ่าย"]
    made = imported(
        table(
            head,
            [(0, 0), *levels, (0, 6)],
            ["ทำคู่มือ", "✓", "", "", "๑,๐๐๐", "๙๕๐", "ปรับทุกปี"],
            ["ทำเว็บ", "", "", "✓", "-", "-", ""],
        )
    )
    first, second = listed(made, "progress", "progress")
    assert (first["status"], first["suggestions"]) == ("done", "ปรับทุกปี")
    assert second["status"] == "not_started"
    assert listed(made, "measures", "measures")[0]["budget"] == {"amount": "๑,๐๐๐"}
    assert (
        "ของมาตรการ measure-1 คอลัมน์นี้ไม่มีช่องในข้อมูลมาตรการ\n# หัวตาราง งบประมาณ > เบิกจ่าย" in made.rest
    )
    assert "# ข้อมูลไม่มีช่อง “งบประมาณที่ใช้จริง”" in made.rest
    assert "\n- ๙๕๐" in made.rest


@pytest.mark.parametrize(
    ("yes", "no"),
    [("ดำเนินการ", "ไม่ดำเนินการ"), ("ดำเนินการแล้ว\n(✓)", "ไม่ได้ดำเนินการ\n(✗)"), ("ทำแล้ว", "ยังไม่ทำ")],
)
def test_yes_or_no(yes: str, no: str):
    found = reports(
        table(["มาตรการ", "ผลการดำเนินการ", yes, no], ["ก", "ทำคิว", "✓", ""], ["ข", "รอ", "", "✗"])
    )
    assert [each["status"] for each in found] == ["done", "not_started"]


def test_persons_and_telephones_are_no_units_and_are_kept_nowhere():
    made = imported(
        table(
            ["มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา", "ผู้ตรวจสอบ"],
            ["ทำป้าย", "นายสมมุติ ใจดี นักวิชาการ กองคลัง\nโทร. 081-234-5678", "ต.ค. 67", "นางทดสอบ ดีจริง"],
        )
    )
    assert listed(made, "measures", "measures")[0]["units"] == "กองคลัง"
    everything = "\n".join([*made.files.values(), made.rest])
    assert not [text for text in ("สมมุติ", "ทดสอบ", "081") if text in everything]
    assert "ของมาตรการ measure-1" in made.rest  # the position
    assert len(made.report.left_out) == 2
    assert "ไม่ใส่ชื่อบุคคล เบอร์โทรศัพท์ อีเมล และเลขประจำตัวประชาชน 2 แห่ง" in str(made.report)


def test_a_number_of_an_identity_card_is_kept_nowhere():
    made = imported(Paragraph("ผู้ประสานงาน เลขประจำตัวประชาชน 1-1012-00345-67-1", "ย่อหน้า 1"))
    assert "00345" not in "\n".join([*made.files.values(), made.rest])
    assert "- ผู้ประสานงาน เลขประจำตัวประชาชน" in made.rest
    assert "เลขประจำตัวประชาชน 1 แห่ง (ย่อหน้า 1)" in str(made.report)


def test_measures_told_in_paragraphs():
    made = imported(
        *lines(
            "จุดที่ต้องพัฒนา",
            "- ประชาชนมีส่วนร่วมน้อย",
            "๒.๑ มาตรการรับฟังความเห็น",
            "วัตถุประสงค์",
            "เพื่อให้เสนอความเห็นได้สะดวก",
            "วิธีดำเนินการ",
            "(๑) ทำแบบสอบถาม",
            "(๒) ติดคิวอาร์โค้ด",
            "ผู้รับผิดชอบ : กองยุทธศาสตร์",
            "ระยะเวลา ต.ค. ๖๗ - ก.ย. ๖๘",
            "มาตรการที่ ๒ : งดรับของขวัญ",
            "แนวทางปฏิบัติ",
            "ให้ทุกกองประกาศนโยบาย",
            "ผู้รับผิดชอบ สำนักปลัด",
            "๓. สรุป",
        )
    )
    first, second = listed(made, "measures", "measures")
    assert first["objective"] == "เพื่อให้เสนอความเห็นได้สะดวก"
    assert [step["text"] for step in first["steps"]] == ["ทำแบบสอบถาม", "ติดคิวอาร์โค้ด"]
    assert (first["units"], first["timeframe"]) == ("กองยุทธศาสตร์", "ต.ค. ๖๗ - ก.ย. ๖๘")
    assert (second["title"], second["guidelines"]) == ("งดรับของขวัญ", ["ให้ทุกกองประกาศนโยบาย"])
    (point,) = listed(made, "assessment", "analysis")["improvements"]
    assert point["text"] == "ประชาชนมีส่วนร่วมน้อย"
    assert "- ๓. สรุป" in made.rest


def test_scores_told_in_paragraphs():
    made = imported(*lines("ตัวชี้วัดที่ ๘ การปรับปรุงระบบการทำงาน ได้คะแนน ๗๘.๒๕ คะแนน"))
    assert listed(made, "assessment", "indicators") == [{"no": "8", "score": "๗๘.๒๕"}]


def test_a_form_with_rows_nobody_foresaw():
    made = imported(
        table(
            ["หัวข้อ", "รายละเอียด"],
            ["ชื่อมาตรการ", "มาตรการเผยแพร่ข้อมูล"],
            ["วัตถุประสงค์", "ให้เข้าถึงข้อมูล"],
            ["ขั้นตอนการดำเนินงาน", "1. แต่งตั้ง\n2. ปรับปรุง"],
            ["ผู้รับผิดชอบ", "สำนักปลัด"],
            ["สีของป้าย", "เขียว"],
            ["ตัวชี้วัด", "ครบทุกข้อ"],
        )
    )
    (found,) = listed(made, "measures", "measures")
    assert (found["title"], found["objective"]) == ("มาตรการเผยแพร่ข้อมูล", "ให้เข้าถึงข้อมูล")
    assert (found["targets"], found["units"]) == (["ครบทุกข้อ"], "สำนักปลัด")
    assert "ของมาตรการ measure-1" in made.rest
    assert "# หัวตาราง สีของป้าย\n- เขียว" in made.rest


def test_a_form_of_two_labels_a_row():
    (found,) = measures(
        table(
            ["ชื่อมาตรการ", "งดรับของขวัญ", "ผู้รับผิดชอบ", "กองคลัง"],
            ["วิธีดำเนินการ", "ประกาศ", "ระยะเวลา", "ธ.ค. 67"],
        )
    )
    assert (found["title"], found["units"], found["timeframe"]) == (
        "งดรับของขวัญ",
        "กองคลัง",
        "ธ.ค. 67",
    )


def test_a_form_named_by_the_line_above_it():
    rows = [["ขั้นตอน", "ประกาศ"], ["ผู้รับผิดชอบ", "กองคลัง"], ["ระยะเวลา", "ธ.ค. 67"]]
    first, second = measures(
        *lines("มาตรการที่ 1 งดรับของขวัญ"), table(*rows), *lines("มาตรการที่ 2 เปิดแผน"), table(*rows)
    )
    assert (first["title"], second["title"]) == ("งดรับของขวัญ", "เปิดแผน")


def test_a_table_turned_over():
    first, second = measures(
        table(
            ["ชื่อมาตรการ", "รับฟังความเห็น", "งดรับของขวัญ"],
            ["ขั้นตอน", "ตั้งกล่อง", "ประกาศ"],
            ["ผู้รับผิดชอบ", "สำนักปลัด", "กองคลัง"],
        )
    )
    assert (first["title"], second["units"]) == ("รับฟังความเห็น", "กองคลัง")


def test_scores_in_a_table_turned_over():
    made = imported(table(["ตัวชี้วัด", "การปฏิบัติหน้าที่", "การใช้งบประมาณ"], ["คะแนน", "92.10", "80.22"]))
    assert [each["score"] for each in listed(made, "assessment", "indicators")] == [
        "92.10",
        "80.22",
    ]


@pytest.mark.parametrize(
    ("start", "end", "timeframe", "is_told"),
    [
        ("1 ต.ค. 2567", "31 มี.ค. 2568", "1 ต.ค. 2567 - 31 มี.ค. 2568", False),
        ("2024-10-01", "2025-03-31", "1 ต.ค. 2567 - 31 มี.ค. 2568", True),
        ("1/10/2567", "31/3/2568", "1 ต.ค. 2567 - 31 มี.ค. 2568", False),
    ],
)
def test_the_first_and_the_last_day_are_one_timeframe(
    start: str, end: str, timeframe: str, *, is_told: bool
):
    made = imported(table(["มาตรการ", "ขั้นตอน", "วันเริ่มต้น", "วันสิ้นสุด"], ["ก", "ข", start, end]))
    assert listed(made, "measures", "measures")[0]["timeframe"] == timeframe
    assert ("เป็นปี ค.ศ. จึงใส่เป็น" in doubts(made)) is is_told


MONTHS = ["ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค."]


def test_months_by_colour_are_a_timeframe_and_told():
    made = imported(
        coloured(
            [["มาตรการ", "ผู้รับผิดชอบ", *MONTHS], ["เวียนประกาศ", "สำนักปลัด", "", "", "", ""]],
            {(1, 3), (1, 4)},
        )
    )
    assert listed(made, "measures", "measures")[0]["timeframe"] == "พ.ย. - ธ.ค."
    assert "ระยะเวลาอ่านจากสีของช่อง" in doubts(made)
    assert made.report.cells.doubted == len(MONTHS)  # the headings it was read from
    (read,) = made.tables
    assert [each.samples for each in read.columns[2:5]] == [("",), (COLOURED,), (COLOURED,)]


def test_a_column_of_ticks_shows_its_first_tick_in_a_plan():
    made = imported(
        table(
            ["มาตรการ", "ผู้รับผิดชอบ", *MONTHS],
            ["เวียนประกาศ", "สำนักปลัด", "✓", "", "", ""],
            ["ทำป้าย", "กองช่าง", "", "", "", ""],
            ["ทำเพจ", "กองคลัง", "", "", "✓", ""],
        )
    )
    (read,) = made.tables
    assert [each.samples for each in read.columns[2:5]] == [("✓",), ("", ""), ("✓",)]


def test_a_cell_that_names_only_a_person_leaves_a_measure_without_a_unit_and_is_told():
    made = imported(
        table(
            ["มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ"],
            ["ทำป้าย", "สำรวจ", "นายสมมุติ ใจดี"],
            ["ทำเพจ", "สร้าง", "กองคลัง"],
        )
    )
    first, second = listed(made, "measures", "measures")
    assert ("units" in first, second["units"]) == (False, "กองคลัง")
    assert "มีแต่ชื่อบุคคลหรือเบอร์โทรศัพท์" in doubts(made)
    assert "สมมุติ" not in "\n".join([*made.files.values(), made.rest, str(made.report)])


def test_a_day_of_another_calendar_tells_what_it_became():
    made = imported(table(["มาตรการ", "วันเริ่มต้น", "วันสิ้นสุด"], ["ทำป้าย", "2024-11-04", "28/2/2025"]))
    assert "“2024-11-04 28/2/2025” เป็นปี ค.ศ. จึงใส่เป็น “4 พ.ย. 2567 - 28 ก.พ. 2568”" in doubts(made)


def test_a_row_all_of_one_colour_says_nothing():
    rows = [["มาตรการ", "ผู้รับผิดชอบ", *MONTHS], ["เวียนประกาศ", "สำนักปลัด", "", "", "", ""]]
    (found,) = measures(coloured(rows, {(1, at) for at in range(6)}))
    assert "timeframe" not in found


def test_an_arrow_reaches_from_its_end_to_its_head():
    (found,) = measures(
        table(["มาตรการ", "ผู้รับผิดชอบ", *MONTHS], ["เวียนประกาศ", "สำนักปลัด", "←", "", "→", ""])
    )
    assert found["timeframe"] == "ต.ค. - ธ.ค."


def test_numbers_below_a_heading_of_quarters():
    (found,) = measures(
        table(
            ["กิจกรรม", "ระยะเวลา (ไตรมาส)", (0, 1), (0, 1), (0, 1)],
            [(0, 0), "1", "2", "3", "4"],
            ["ทำป้าย", "", "✓", "✓", ""],
        )
    )
    assert found["timeframe"] == ["ไตรมาส 2", "ไตรมาส 3"]


def test_a_row_goes_on_below_the_caption_printed_again():
    head = ["มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา"]
    found = measures(
        *lines("ตารางที่ 1 มาตรการ"),
        table(head, ["๒. เผยแพร่เกณฑ์", "๒.๑ แจ้งเกณฑ์", "งานบุคคล", "มี.ค. 68"]),
        *lines("ตารางที่ 1 มาตรการ (ต่อ)"),
        table(head, ["", "๒.๒ ประกาศผล", "", ""], ["๓. คัดกรอง", "๓.๑ ตั้งกรรมการ", "นิติกร", "ทั้งปี"]),
    )
    assert [len(each["steps"]) for each in found] == [2, 1]  # type: ignore[arg-type]


def test_columns_nobody_knows_are_kept_with_their_measure():
    made = imported(
        table(
            ["ที่", "โครงการ", "กลุ่มผู้ชม", "งบประมาณ", "แหล่งงบประมาณ", "ผู้รับผิดชอบ", "เพลงประจำ"],
            ["1", "อบรมต้านโกง", "40 คน", "20,000", "ข้อบัญญัติ", "สำนักปลัด", "มาร์ช"],
        )
    )
    (found,) = listed(made, "measures", "measures")
    assert (found["title"], found["units"]) == ("อบรมต้านโกง", "สำนักปลัด")
    assert found["budget"] == {"amount": "20,000", "source": "ข้อบัญญัติ"}
    assert "ของมาตรการ measure-1" in made.rest
    assert "# หัวตาราง เพลงประจำ\n- มาร์ช" in made.rest
    assert "ไม่รู้จักหัวตาราง “เพลงประจำ” จึงเก็บไว้" in doubts(made)
    assert made.report.cells.with_measure == 2


def test_of_budgets_of_several_years_that_of_the_year_is_taken():
    (found,) = measures(
        table(
            ["โครงการ/กิจกรรม/มาตรการ", "ปี 2567", "ปี 2568", "หมายเหตุ"],
            [(0, 0), "งบประมาณ\n(บาท)", "งบประมาณ\n(บาท)", (0, 3)],
            ["ค่ายเยาวชน", "10,000", "12,000", "ทุกปี"],
        )
    )
    assert found["budget"] == {"amount": "12,000"}


def test_a_heading_told_by_its_cells_is_doubted():
    made = imported(
        table(
            ["มาตรการ", "ขั้นตอน", "ช่องที่สาม", "ช่องที่สี่"],
            ["ทำป้าย", "ติดตั้ง", "กองช่าง", "ธ.ค. 67"],
            ["ทำเว็บ", "จ้าง", "สำนักปลัด", "มี.ค. 68"],
        )
    )
    assert [
        (each["units"], each["timeframe"]) for each in listed(made, "measures", "measures")
    ] == [
        ("กองช่าง", "ธ.ค. 67"),
        ("สำนักปลัด", "มี.ค. 68"),
    ]
    assert "หัวตาราง “ช่องที่สาม” อ่านเป็น “ผู้รับผิดชอบ”" in doubts(made)
    assert made.report.cells.doubted == 6


KNOWN = Measures.model_validate(
    {
        "measures": [
            {"id": "open-plan", "title": "เปิดเผยแผนการใช้จ่ายงบประมาณให้บุคลากรทราบ"},
            {"id": "ask", "title": "ตั้งช่องทางสอบถามการเบิกจ่ายภายใน"},
        ]
    }
)
RESULTS = table(
    ["มาตรการ", "สรุปผลการดำเนินการ"],
    ["การเปิดเผยแผนการใช้จ่ายงบประมาณให้บุคลากรทราบ", "เวียนแผน"],
    ["มาตรการตั้งช่องทางสอบถามการเบิกจ่าย", "เปิดกลุ่มไลน์"],
    ["ตรวจลิงก์เว็บไซต์ทุกเดือน", "ตรวจครบ"],
)


def test_a_title_that_is_near_is_the_same_measure_and_told():
    made = recognise((RESULTS,), 2568, EDITION, document="ไฟล์", known=KnownBefore(KNOWN))
    ids = [each["measure"] for each in listed(made, "progress", "progress")]
    assert ids == ["open-plan", "ask", "measure-1"]
    assert "“มาตรการตั้งช่องทางสอบถามการเบิกจ่าย” อ่านเป็นมาตรการเดียวกับ" in doubts(made)
    assert "“การเปิดเผย" not in doubts(made)


def test_an_id_of_another_year_is_shared_only_by_the_same_title():
    before = tuple((2567, each) for each in KNOWN.measures)
    made = recognise((RESULTS,), 2568, EDITION, document="ไฟล์", known=KnownBefore(elsewhere=before))
    ids = [each["id"] for each in listed(made, "measures", "measures")]
    assert ids == ["open-plan", "ask", "measure-1"]
    counted = Measures.model_validate({"measures": [{"id": "measure-1", "title": "ซ่อมป้ายบอกทาง"}]})
    known = KnownBefore(elsewhere=((2567, counted.measures[0]),))
    made = recognise((RESULTS,), 2568, EDITION, document="ไฟล์", known=known)
    ids = [each["id"] for each in listed(made, "measures", "measures")]
    assert ids == ["measure-2", "measure-3", "measure-4"]


def test_results_in_a_second_table_belong_to_the_measure_of_the_first():
    made = imported(
        table(["มาตรการ", "ขั้นตอน"], ["ทำป้ายบอกทาง", "ติดตั้ง"]),
        *lines("ผลการดำเนินการ รอบ 12 เดือน"),
        table(["มาตรการ", "ผลการดำเนินการ"], ["การทำป้ายบอกทาง", "ติดครบ"]),
    )
    assert len(listed(made, "measures", "measures")) == 1
    (report,) = listed(made, "progress", "progress")
    assert (report["measure"], report["round"]) == ("measure-1", "12")


def test_what_the_reader_of_the_file_doubts_is_doubted():
    rows = [
        [Cell(text, "หน้า 1", doubt="อ่านจาก PDF โปรดดู") for text in row]
        for row in (["มาตรการ", "ขั้นตอน"], ["ทำป้าย", "ติดตั้ง"])
    ]
    made = imported(Table(tuple(map(tuple, rows)), "หน้า 1"))
    assert [doubt.text for doubt in made.report.doubts].count("อ่านจาก PDF โปรดดู") == 1
    assert (made.report.cells.in_data, made.report.cells.doubted) == (0, 4)


@pytest.mark.parametrize(
    "telephone",
    [
        "0 7654 3210 ต่อ 9",
        "โทร. 064 555 1234",
        "076-543210",
        "มือถือ 064-5551234",
        "เบอร์โทร 0๗๖ ๕๔๓๒๑๐",
    ],
)
@pytest.mark.parametrize("name", ["นายสมมุติ ใจดี", "ร.ต.อ.สมมุติ ใจดี", "สิบเอก สมมุติ ใจดี"])
def test_private_cells_are_left_out_whatever_their_heading(name: str, telephone: str):
    made = imported(
        table(
            ["มาตรการ", "ผู้รับผิดชอบ", "ติดต่อใคร", "ขั้นตอน"],
            ["ทำป้าย", f"กองคลัง\n{name}\n{telephone}", f"{name} {telephone}", "สั่งทำ"],
            ["ทำคิว", "กองช่าง", telephone, "ซื้อเครื่อง"],
        )
    )
    assert [each["units"] for each in listed(made, "measures", "measures")] == ["กองคลัง", "กองช่าง"]
    everything = "\n".join([*made.files.values(), made.rest])
    assert not [text for text in ("สมมุติ", "7654", "064", "076", "๗๖") if text in everything]
    assert made.report.cells.lost == 0
    assert len(made.report.left_out) >= 3


def test_a_row_with_words_of_headings_is_no_heading_again():
    made = imported(
        table(
            ["มาตรการ", "ผลการดำเนินการ", "ปัญหาอุปสรรค"],
            ["ทำคิว", "ซื้อแล้ว", "ฝนตก"],
            ["มาตรการเปิดเผยแผน", "สรุปผลการดำเนินการครบ", "ไม่มีอุปสรรค"],
            ["มาตรการ", "ผลการดำเนินการ", "ปัญหาอุปสรรค"],
            ["ทำป้าย", "ติดแล้ว", "น้ำท่วม"],
        )
    )
    titles = [each["title"] for each in listed(made, "measures", "measures")]
    assert titles == ["ทำคิว", "มาตรการเปิดเผยแผน", "ทำป้าย"]
    assert made.report.cells.lost == 0


def test_parts_that_units_play():
    made = imported(
        table(
            ["มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา"],
            ["ทำป้าย", "กองคลัง (หลัก)\nกองช่าง (ร่วม)", "ต.ค. 67"],
        )
    )
    units = listed(made, "measures", "measures")[0]["units"]
    assert [(each["name"], each["role"]) for each in units] == [
        ("กองคลัง", "lead"),
        ("กองช่าง", "support"),
    ]


def test_two_rows_of_a_form_with_one_role_are_told():
    made = imported(
        table(
            ["ชื่อมาตรการ", "ทำป้าย"],
            ["ขั้นตอน", "สั่งทำ"],
            ["วิธีดำเนินการ", "ติดตั้ง"],
            ["ผู้รับผิดชอบ", "กองช่าง"],
            ["ระยะเวลา", "ต.ค. 67"],
        )
    )
    assert "รวมแถว “วิธีดำเนินการ” ไว้ด้วยกัน" in str(made.report)


def test_a_kind_of_agency_with_what_follows_it_is_no_name():
    texts = ("องค์การบริหารส่วนตำบลบ้านทดลอง", "องค์การบริหารส่วนตำบลได้รับผล", "องค์การบริหารส่วนตำบลจึงกำหนด")
    made = imported(*(Paragraph(text, f"ย่อหน้า {at}") for at, text in enumerate(texts, 1)))
    agency: Any = made.values["agency.yml"]
    assert agency["name"] == "องค์การบริหารส่วนตำบลบ้านทดลอง"


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        ("60,000 บาท (ข้อบัญญัติ พ.ศ. 2570)", "60,000"),
        ("ปีงบประมาณ ๒๕๗๐ ตั้งไว้ ๔,๕๐๐ บาท", "๔,๕๐๐"),
        ("7,000 บาท ตามเทศบัญญัติ 2570", "7,000"),
        ("2570 บาท", "2570"),
        ("คนละ 250 บาท", None),
        ("เดือนละ 900 บาท พ.ศ. 2570", None),
        ("6,000 บาท หรือ 7,000 บาท", None),
    ],
)
def test_a_year_beside_a_sum_is_no_second_sum(said: str, amount: str | None):
    (found,) = measures(table(["มาตรการ", "ขั้นตอน", "งบประมาณ"], ["จองคิว", "ทำระบบ", said]))
    assert found["budget"].get("amount") == amount


@pytest.mark.parametrize(
    ("said", "phone"),
    [
        ("0 4299 0000 ต่อ 21", "0 4299 0000 ต่อ 21"),
        ("๐-๔๒๙๙-๐๐๐๐ ต่อ ๑๑ - ๑๓", "๐-๔๒๙๙-๐๐๐๐ ต่อ ๑๑ - ๑๓"),
        ("0 4299 0000 ext. 7", "0 4299 0000 ext. 7"),
        ("0 4299 0000", "0 4299 0000"),
    ],
)
def test_the_telephone_of_a_memo_keeps_its_extension(said: str, phone: str):
    made = imported(*lines("บันทึกข้อความ", f"ส่วนราชการ กองช่าง โทร. {said}", "เรื่อง รายงาน"))
    memo: Any = made.values["2568/year.yml"]
    assert memo["memo"]["unit"] == "กองช่าง"
    assert memo["memo"]["phone"] == phone


@pytest.mark.parametrize(
    "heading",
    [
        *("ชื่อ - สกุล", "ชื่อ-นามสกุลผู้กรอก", "ชื่อ นามสกุล", "ผู้รายงาน", "ผู้ร้องเรียน", "ชื่อผู้ร้อง"),
        *("อีเมล", "ที่อยู่อีเมล", "E-mail", "อีเมลผู้ตอบ", "ผู้กรอกข้อมูล", "เลขบัตรประชาชน"),
    ],
)
def test_what_stands_below_a_heading_of_persons_is_kept_nowhere(heading: str):
    made = imported(
        table(
            ["มาตรการ", heading, "ผู้รับผิดชอบ", "ขั้นตอน"],
            ["จองคิว", "สมมติ", "กองคลัง", "ทำระบบ"],
            ["ตอบเพจ", "สมมุติ กองตัวอย่าง", "กองช่าง", "จัดเวร"],
            ["ทำป้าย", "a.b@office.example", "กองช่าง", "ติดป้าย"],
        )
    )
    shown = "\n".join((*made.files.values(), made.rest, str(made.report), repr(made.tables)))
    assert not [word for word in ("สมมติ", "สมมุติ", "a.b@") if word in shown]
    assert len(made.report.left_out) == 3
    assert [found["units"] for found in listed(made, "measures", "measures")] == [
        "กองคลัง",
        *["กองช่าง"] * 2,
    ]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("From: สมมุติ งานแผน <sommut@mail.example>", "สมมุติ"),
        ("ส่งไฟล์มาที่ sommut.x@office.example", "sommut"),
        ("ผู้ร้องเรียนเรื่องท่อแตก ชื่อป้าสมมุติ ตัวอย่าง รออยู่", "สมมุติ"),
        ("สงสัยโทรถามสมมุติ 0 4299 0000", "สมมุติ"),
        ("สงสัยติดต่อสมมุติ ตัวอย่าง โทร. 0 4299 0000", "สมมุติ"),
    ],
)
def test_whoever_is_named_in_a_letter_is_kept_nowhere(line: str, name: str):
    made = imported(*lines("เรียน ทุกกอง", line, *["ข้อความต่อไป"] * 9))
    assert name not in made.rest
    assert made.report.left_out == ("ย่อหน้า 2",)


@pytest.mark.parametrize(
    "line", ["ผู้ร้องเรียนไม่ต้องแจ้งชื่อโครงการ", "แจ้งกองคลัง 0 4299 0000", "แจ้งชื่อผู้รับผิดชอบภายใน 3 วัน"]
)
def test_offices_and_other_words_of_a_letter_stay(line: str):
    made = imported(*lines("เรียน ทุกกอง", line, *["ข้อความต่อไป"] * 9))
    assert line.removesuffix(" 0 4299 0000") in made.rest


def test_a_first_name_above_a_position_behind_thanks_is_a_signature():
    made = imported(*lines("ขอบคุณค่ะ", "สมมุติ", "นักวิชาการพัสดุ", *["ข้อความเดิม"] * 9))
    assert "สมมุติ" not in made.rest
    assert made.report.left_out == ("ย่อหน้า 2",)
