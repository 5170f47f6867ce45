"""Tables as office files give them: merged cells, titles above headings, any cells at all."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_site.facts.editions.load import edition_for
from ita_site.facts.model.agency import Agency
from ita_site.facts.model.assessment import Assessment
from ita_site.facts.model.measures import Measures
from ita_site.facts.model.progress import Progress
from ita_site.facts.model.year import YearInfo
from ita_site.facts.strict_yaml.parse import parse
from ita_site.office.importer.document.blocks import Block, Blocks, Cell, Paragraph, Table
from ita_site.office.importer.import_result import ImportResult, KnownBefore
from ita_site.office.importer.recognise import recognise
from tests.unit.office.importer.proof import arrived, squeezed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.facts.model.base import Fact

EDITION = edition_for(2568)
MODELS: dict[str, type[Fact]] = {
    "agency.yml": Agency,
    "year.yml": YearInfo,
    "assessment.yml": Assessment,
    "measures.yml": Measures,
    "progress.yml": Progress,
}
HEAD = ["ประเด็น", "มาตรการ", "ขั้นตอน/วิธีการปฏิบัติ", "ผู้รับผิดชอบ", "ระยะเวลา"]
TOPIC = "(๒) การให้บริการและระบบ E-Service"


def table(*rows: Sequence[str | tuple[int, int]]) -> Table:
    """A table; where a pair of numbers stands for a cell, that one's neighbour covers it."""
    return Table(
        tuple(
            tuple(
                Cell(text, f"ตาราง 1 แถว {at} ช่อง {column}")
                if isinstance(text, str)
                else Cell("", f"ตาราง 1 แถว {at} ช่อง {column}", text)
                for column, text in enumerate(row, 1)
            )
            for at, row in enumerate(rows, 1)
        ),
        "ตาราง 1",
    )


def imported(*blocks: Block) -> ImportResult:
    return recognise(blocks, 2568, EDITION, document="ไฟล์")


def measures(*blocks: Block) -> list[dict[str, object]]:
    values = imported(*blocks).values["2568/measures.yml"]
    assert isinstance(values, dict)
    listed = values["measures"]
    assert isinstance(listed, list)
    return listed


def test_a_topic_merged_over_rows_holds_for_each_measure():
    found = measures(
        table(
            HEAD,
            [TOPIC, "จองคิว", "ทำระบบ", "กองคลัง", "ทุกไตรมาส"],
            [(1, 0), "แจ้งผล", "ส่งข้อความ", "กองช่าง", "ไตรมาส 1"],
        )
    )
    assert [measure["topic"] for measure in found] == ["service_eservice"] * 2
    assert [measure["units"] for measure in found] == ["กองคลัง", "กองช่าง"]


def test_a_measure_merged_over_rows_has_steps_of_their_own():
    (found,) = measures(
        table(
            HEAD,
            [TOPIC, "จองคิว", "ทำระบบ", "กองคลัง", "ไตรมาส 1"],
            [(1, 0), (1, 1), "เปิดใช้", "กองช่าง", "ไตรมาส 2"],
        )
    )
    assert found["steps"] == [
        {"text": "ทำระบบ", "units": "กองคลัง", "timeframe": "ไตรมาส 1"},
        {"text": "เปิดใช้", "units": "กองช่าง", "timeframe": "ไตรมาส 2"},
    ]
    assert not {"units", "timeframe"} & {*found}


def test_a_unit_merged_over_measures_holds_for_each():
    found = measures(
        table(
            HEAD[1:],
            ["จองคิว", "ทำระบบ", "กองคลัง", "ไตรมาส 1"],
            ["แจ้งผล", "ส่งข้อความ", (1, 2), (1, 3)],
        )
    )
    assert [measure["units"] for measure in found] == ["กองคลัง", "กองคลัง"]
    assert [measure["timeframe"] for measure in found] == ["ไตรมาส 1", "ไตรมาส 1"]


def test_titles_above_the_headings_are_text():
    made = imported(
        table(
            ["มาตรการของเทศบาลตำบลสมมุติ", (0, 0), (0, 0), (0, 0)],
            ["ปีงบประมาณ ๒๕๖๘", (1, 0), (1, 0), (1, 0)],
            HEAD[1:],
            ["จองคิว", "ทำระบบ", "กองคลัง", "ไตรมาส 1"],
        )
    )
    assert made.values["agency.yml"] == {
        "name": "เทศบาลตำบลสมมุติ",
        "kind": "subdistrict_municipality",
        "units": ["กองคลัง"],
    }
    assert "ปีงบประมาณ ๒๕๖๘" in made.rest


def test_a_heading_over_two_columns_whose_neighbours_are_merged_down():
    found = measures(
        table(
            ["ประเด็น", "การนำไปสู่การปฏิบัติ", (0, 1), "ผู้รับผิดชอบ", "ระยะเวลา"],
            [(0, 0), "มาตรการ", "ขั้นตอน", (0, 3), (0, 4)],
            [TOPIC, "จองคิว", "ทำระบบ", "กองคลัง", "ไตรมาส 1"],
        )
    )
    assert found[0]["title"] == "จองคิว"
    assert found[0]["steps"] == ["ทำระบบ"]


def test_paragraphs_of_a_cell_are_entries():
    (found,) = measures(table(HEAD[1:], ["จองคิว", "ทำระบบ\nเปิดใช้\nประเมิน", "กองคลัง", "ไตรมาส 1"]))
    assert found["steps"] == ["ทำระบบ", "เปิดใช้", "ประเมิน"]


def test_a_row_with_neither_title_nor_step_is_no_measure():
    made = imported(table(HEAD[1:], ["", "", "กองคลัง", ""]))
    assert "2568/measures.yml" not in made.files
    assert "แถวนี้ไม่มีทั้งชื่อมาตรการและขั้นตอน\n# หัวตาราง ผู้รับผิดชอบ\n- กองคลัง" in made.rest


def test_a_table_nobody_knows_goes_to_the_rest_whole():
    made = imported(table(["สี", "ขนาด"], ["แดง", "ใหญ่"]))
    assert made.rest.count("ไม่รู้จักตารางนี้") == 2
    assert "- แดง\n- ใหญ่" in made.rest


def test_an_empty_document_has_its_years_alone():
    made = imported()
    assert set(made.files) == {"2568/year.yml"}
    assert made.rest == ""


@pytest.mark.parametrize(
    ("caption", "group"),
    [
        ("๒. การให้บริการและระบบ E - Service", {"topic": "service_eservice"}),
        ("ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ", {"indicator": "4"}),
        ("มาตรการตามแบบวัด EIT", {"instrument": "EIT"}),
        ("มาตรการของปีนี้", {}),
    ],
)
def test_a_line_above_a_table_says_what_it_is_about(caption: str, group: dict[str, str]):
    rows = [HEAD[1:], ["จองคิว", "ทำระบบ", "กองคลัง", "ไตรมาส 1"]]
    (found,) = measures(Paragraph(caption, "ย่อหน้า 1"), table(*rows))
    assert {name: found.get(name) for name in group} == group
    assert len({"topic", "indicator", "instrument"} & found.keys()) == len(group)


def test_a_title_that_goes_on_in_the_next_paragraph_names_the_year():
    made = recognise(
        (
            Paragraph("รายงานผลตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส", "ย่อหน้า 1"),
            Paragraph("ประจำปีงบประมาณ พ.ศ. ๒๕๖๗", "ย่อหน้า 2"),
        ),
        2568,
        EDITION,
        document="ไฟล์",
    )
    info = made.values["2568/year.yml"]
    assert isinstance(info, dict)
    assert info["implementation_year"] == "2567"


def test_a_row_of_the_total_has_its_rating():
    made = imported(
        table(
            ["ลำดับ", "ตัวชี้วัด", "คะแนน", "ระดับ"],
            ["1", "การปฏิบัติหน้าที่", "90.50", "ผ่าน"],
            ["", "คะแนนรวม", "94.95", "ผ่านดี"],
        )
    )
    assert made.values["2568/assessment.yml"] == {
        "total": {"score": "94.95", "rating_as_printed": "ผ่านดี"},
        "indicators": [{"no": "1", "score": "90.50"}],
    }


def test_guidelines_are_the_measures_where_nothing_else_names_them():
    made = imported(
        table(
            ["ประเด็นที่ต้องแก้ไข", "แนวทาง/มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา"],
            ["คิวยาว", "เปิดจองคิว", "กองคลัง", "ไตรมาส 1"],
        )
    )
    assert made.values["2568/measures.yml"] == {
        "measures": [
            {
                "id": "measure-1",
                "title": "เปิดจองคิว",
                "findings": "f1",
                "units": "กองคลัง",
                "timeframe": "ไตรมาส 1",
            }
        ]
    }
    assert made.values["2568/assessment.yml"] == {
        "analysis": {"findings": [{"id": "f1", "text": "คิวยาว"}]}
    }


def test_a_topic_with_guidelines_alone_is_the_measures_name():
    (found,) = measures(
        table(
            ["ประเด็น", "แนวทาง", "ผู้รับผิดชอบ"],
            [TOPIC, "- จองคิว\n- แจ้งผล", "กองคลัง"],
        )
    )
    assert found["title"] == "การให้บริการและระบบ E-Service"
    assert found["guidelines"] == ["จองคิว", "แจ้งผล"]


def test_measures_by_instrument_in_a_column():
    found = measures(
        table(
            ["เครื่องมือ", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ"],
            ["IIT", "๑. ชี้แจง", "ประชุม", "กองคลัง"],
            [(1, 0), "๒. ติดตาม", "ประชุม", "กองคลัง"],
            ["EIT", "๓. แจ้งผล", "ติดป้าย", "กองคลัง"],
        )
    )
    assert [measure["instrument"] for measure in found] == ["IIT", "IIT", "EIT"]


def test_findings_by_topic_in_a_table():
    made = imported(
        table(
            ["ประเด็น", "ข้อคำถาม", "ข้อค้นพบ"],
            [TOPIC, "e๑ บริการดีไหม", "บางรายว่าช้า"],
            [(1, 0), "e2 เท่าเทียมไหม", "บางรายว่าไม่"],
        )
    )
    values = made.values["2568/assessment.yml"]
    assert isinstance(values, dict)
    assert values["analysis"] == {
        "findings": [
            {"id": "f1", "text": "บางรายว่าช้า", "topic": "service_eservice", "questions": "e1"},
            {"id": "f2", "text": "บางรายว่าไม่", "topic": "service_eservice", "questions": "e2"},
        ]
    }


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("ข้อบกพร่องหรือจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน", "urgent_fixes"),
        ("ประเด็นที่ต้องพัฒนาให้ดีขึ้น", "improvements"),
    ],
)
def test_points_of_a_table(heading: str, name: str):
    made = imported(table(["ลำดับ", heading], ["๑", "คิวยาว"], ["๒", "ป้ายเก่า"]))
    values = made.values["2568/assessment.yml"]
    assert isinstance(values, dict)
    (points,) = values["analysis"].values()
    assert list(values["analysis"]) == [name]
    assert [(point["label_as_printed"], point["text"]) for point in points] == [
        ("๑", "คิวยาว"),
        ("๒", "ป้ายเก่า"),
    ]


def test_a_measure_of_a_known_title_keeps_its_id():
    known = Measures.model_validate(
        {"measures": [{"id": "measure-1", "title": "อื่น"}, {"id": "queue", "title": "จองคิว ออนไลน์"}]}
    )
    head = ["มาตรการ", "สรุปผลการดำเนินการ"]
    blocks = (
        Paragraph("รายงานผลการดำเนินการ รอบ ๖ เดือน", "ย่อหน้า 1"),
        table(head, ["๑. จองคิวออนไลน์", "เปิดใช้แล้ว"], ["๒. แจ้งผล", "ยังไม่ดำเนินการ"]),
    )
    made = recognise(blocks, 2568, EDITION, document="ไฟล์", known=KnownBefore(known))
    reports = made.values["2568/progress.yml"]
    assert reports == {
        "progress": [
            {"measure": "queue", "round": "6", "summary": "เปิดใช้แล้ว"},
            {
                "measure": "measure-2",
                "round": "6",
                "status": "not_started",
                "status_as_printed": "ยังไม่ดำเนินการ",
                "summary": "ยังไม่ดำเนินการ",
            },
        ]
    }


def test_of_scores_of_two_years_the_newest_are_taken():
    made = imported(
        table(
            ["ตัวชี้วัด", "คะแนนปี ๒๕๖๖", "คะแนนปี ๒๕๖๗"],
            ["๑. การปฏิบัติหน้าที่", "๘๑.๐๐", "๙๑.๐๐"],
            ["๒. การใช้งบประมาณ", "๘๒.๐๐", "๙๒.๐๐"],
        )
    )
    assert made.values["2568/assessment.yml"] == {
        "indicators": [{"no": "1", "score": "๙๑.๐๐"}, {"no": "2", "score": "๙๒.๐๐"}]
    }
    assert "๘๑.๐๐" in arrived(made)


def test_names_in_a_table_of_signatures_are_left_out():
    signatures = table(["(นายสมมติ นามสมมติ)", "(นางสมมุติ ตัวอย่าง)"], ["ปลัดเทศบาล", "นายกเทศมนตรี"])
    made = imported(signatures)
    assert made.report.left_out == ("ตาราง 1 แถว 1 ช่อง 1", "ตาราง 1 แถว 1 ช่อง 2")
    assert "นามสมมติ" not in arrived(made)
    assert "ปลัดเทศบาล" in made.rest


WORDS = st.sampled_from(
    [
        *("", "-", "๑.", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา", "คะแนน", "ตัวชี้วัด", "ประเด็น"),
        *("ข้อคำถาม", "ข้อค้นพบ", "สรุปผล", "ผลลัพธ์", "หลักฐาน", "เครื่องมือ", "จุดอ่อน", "ข้อจำกัด"),
        *(TOPIC, "ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ", "i14 ถามอะไร", "๑๒๐ ถามอีก", "E๖ และ E7"),
        *(
            "๙๗.๗๓",
            "91.81 คะแนน",
            "ITA ได้ ๙๐.๐๐ คะแนน ระดับ A",
            "IIT ได้คะแนน ๘๐.๐๐",
            "กองคลัง/กองช่าง",
        ),
        *(
            "รอบ ๖ เดือน",
            "ต.ค. ๖๗ - ก.ย. ๖๘",
            "๑. ทำ ๒. ตรวจ",
            "- ก - ข",
            "(ก) ข: ค # ง",
            "'\"\\ : - [",
        ),
        *("บันทึกข้อความ", "ที่... วันที่", "เรื่อง", "จัดทำโดย", "จุดอ่อน ข้อบกพร่อง ดังนี้", "ดังนั้น หน่วยงาน"),
        *("เทศบาลเมืองสมมุติ", "อำเภอก จังหวัดข", "ปี พ.ศ. ๒๕๖๗", "\u202eกลับด้าน", "รวม", "หมายเหตุ ก"),
    ]
)
CELLS = st.lists(WORDS, min_size=3, max_size=3)
TABLES = st.lists(CELLS, min_size=1, max_size=6).map(lambda rows: table(*rows))
PARAGRAPHS = WORDS.map(lambda text: Paragraph(text, "ย่อหน้า 1"))


def cells_of(blocks: Blocks) -> list[Paragraph | Cell]:
    cells = (
        [block] if isinstance(block, Paragraph) else [cell for row in block.rows for cell in row]
        for block in blocks
    )
    return [cell for listed in cells for cell in listed]


def text_in(blocks: Blocks) -> str:
    return "\n".join(cell.text for cell in cells_of(blocks))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(TABLES, PARAGRAPHS), max_size=6).map(tuple))
def test_whatever_a_document_holds_nothing_is_lost(blocks: Blocks):
    made = imported(*blocks)
    told = "\n".join(cell.text for cell in cells_of(blocks) if cell.place in made.report.left_out)
    missing = Counter(squeezed(text_in(blocks))) - Counter(squeezed(arrived(made)))
    assert missing <= Counter(squeezed(told))
    assert (made.report.cells.lost, made.report.paragraphs.lost) == (0, 0)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(TABLES, PARAGRAPHS), max_size=6).map(tuple))
def test_whatever_a_document_holds_our_reader_reads_the_files(blocks: Blocks):
    made = imported(*blocks)
    for path, text in made.files.items():
        document = parse(text)
        assert document.flaws == ()
        assert document.value == made.values[path]
        MODELS[path.rpartition("/")[2]].model_validate(document.value)


@pytest.mark.parametrize("sign", ["-", "–", "•", "●", "➢"])
def test_bullets_are_marks_and_not_words(sign: str):
    (found,) = measures(
        table(HEAD[1:], ["จองคิว", f"{sign} ทำระบบ\n{sign}เปิดใช้", "กองคลัง", "ไตรมาส 1"])
    )
    assert found["steps"] == ["ทำระบบ", "เปิดใช้"]
