"""Persons and how they are reached: through no door of an import, however they are written."""

from __future__ import annotations

import pytest
from openpyxl import Workbook

from ita_site.facts.editions.load import edition_for
from ita_site.facts.reading.publication import read_publication
from ita_site.office.importer.document.blocks import Paragraph, Table
from ita_site.office.importer.formats.readers import read_blocks
from ita_site.office.importer.plan.plan_file import format_plan, tabulate
from ita_site.office.importer.plan.planned import read_planned
from ita_site.office.importer.recognise import recognise
from ita_site.office.importer.words.hiding import TOLD, Hiding
from ita_site.rules.checks.personal import in_leftovers
from tests.depth import thorough
from tests.unit.office.importer.proof import arrived
from tests.unit.office.importer.test_blocks import imported, table

NAMES = (
    *("นายสมมุติ ตัวอย่างดี", "น.ส. สมมุติ ตัวอย่างดี", "คุณสมมุติ ตัวอย่างดี", "ม.ล.สมมุติ ตัวอย่างดี"),
    *("ร.ต.ต.สมมุติ ตัวอย่างดี", "พ.จ.อ. สมมุติ ตัวอย่างดี", "พ.อ.อ.สมมุติ ตัวอย่างดี", "ด.ต.สมมุติ ตัวอย่างดี"),
    *("ว่าที่ ร.ต.หญิงสมมุติ ตัวอย่างดี", "ดาบตำรวจสมมุติ ตัวอย่างดี", "นายกองตรีสมมุติ ตัวอย่างดี"),
    *("ดร.สมมุติ ตัวอย่างดี", "ผศ.สมมุติ ตัวอย่างดี", "รศ. ดร. สมมุติ ตัวอย่างดี", "พญ. สมมุติ ตัวอย่างดี"),
    *("ปลัดเทศบาล (สมมุติ ตัวอย่างดี)", "ผู้ประสานงาน: สมมุติ ตัวอย่างดี", "Mr. Sommut Tuayang"),
)
MORE_NAMES = (
    *("นายสมมุติ ณ อยุธยา", "น.ส.สมมุติ ต.", "MR.SOMMUT TUAYANG", "Ms Sommut", "ร.ต.(หญิง) สมมุติ ตัวอย่างดี"),
    *("ชื่อ-สกุล: สมมุติ ตัวอย่างดี", "พ.ต.ท. ดร.สมมุติ ตัวอย่างดี", "ม.ร.ว.สมมุติ ตัวอย่างดี"),
)
MORE_CONTACTS = (
    *("66810003345", "โทร.081-0003345-6", "0๘๑ ๐๐๐ ๓๓๔๕", "081 - 000 - 3345", "(+66)81 000 3345"),
    *("Line Id. sommutk", "LineID:sommut01", "ID line : sommutk", "SOMMUT.K@GMAIL.COM"),
)
CONTACTS = (
    *("081-000-3345", "โทร 081 000 3345", "+66 81 000 3345", "(081) 000-3345", "081.000.3345"),
    *("๐๘๑-๐๐๐-๓๓๔๕", "๐๘ ๑๐๐๐ ๓๓๔๕", "มือถือ 081–000–3345", "tel.+6681-0003345"),
    *(
        "Line ID: sommut_k",
        "ไลน์ไอดี sommutk",
        "ไลน์ sommut.k",
        "ID Line sommutk",
        "sommutk@gmail.com",
    ),
    *("1-1037-02071-81-1", "1 1037 02071 81 1"),
)
QUICK = (
    *NAMES[4:6],
    *NAMES[12:13],
    *NAMES[-3:],
    *CONTACTS[1:2],
    CONTACTS[5],
    CONTACTS[9],
    CONTACTS[-1],
)
TRACES = ("สมมุติ", "Sommut", "SOMMUT", "3345", "๓๓๔๕", "sommut", "02071")
SIGN = ["ทำป้ายบอกทาง", "สำรวจจุดติดตั้ง", "กองช่าง"]
HEAD = ["มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ"]


def doors(private: str):
    """Documents that tell of a person each in another place."""
    yield table(
        [*HEAD, f"กองคลัง ({private})"], [*SIGN, "ครบตามที่ขอ"], [*HEAD[:1], "ก", "ข", "ยังขาด"]
    )
    yield table(["รายการ", private, "มี"], ["ป้าย", "ครบตามที่ขอ", "500 บาท"])
    yield table(["จุดอ่อน", "ป้ายเก่า"], ["หัวหน้างาน", f"กองคลัง\n({private})"], ["งบ", "เบิกแล้ว"])
    yield table(HEAD, [SIGN[0], f"1. ประสาน {private} ให้ติดตั้ง\n2. ติดตั้ง", SIGN[2]])
    yield table(HEAD, [*SIGN[:2], f"กองช่าง {private}"])
    yield table([*HEAD, "เพลงประจำ"], [*SIGN, f"ร้องโดย {private}"])
    yield table(["มาตรการ", "ผลการดำเนินการ"], [SIGN[0], f"มอบป้ายให้ {private} แล้ว"])
    yield table(HEAD, [f"ป้ายของ {private}", *SIGN[1:]])
    yield Paragraph(f"สอบถามได้ที่ {private} ทุกวันราชการ", "ย่อหน้า 9")
    yield Paragraph(f"ผู้จัดทำ {private}", "ย่อหน้า 9")


def told(*blocks: Paragraph | Table) -> str:
    """All that an import of them writes or says."""
    made = imported(*blocks)
    read = read_planned(tuple(blocks), edition_for(2568), 2568, None, {})
    texts = (*made.files.values(), made.rest, str(made.report), format_plan("f", read))
    return "\n".join((*texts, tabulate(read)))


@pytest.mark.parametrize(
    "private",
    [*QUICK, *thorough(*sorted({*NAMES, *CONTACTS, *MORE_NAMES, *MORE_CONTACTS} - {*QUICK}))],
)
def test_no_door_lets_a_person_through(private):
    lasts = Paragraph("ข้อความท้ายเรื่อง", "ย่อหน้า 10")
    found = [
        line
        for each in doors(private)
        for line in told(each, lasts).splitlines()
        if any(trace in line for trace in TRACES)
    ]
    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "อบรม Ms Word และ Ms Excel ให้พนักงาน",
        "แสดงชื่อ-นามสกุล ตำแหน่ง รูปถ่าย ของผู้บริหาร",
        "ผู้ประสานงาน: ช่างโยธา พัสดุ",
        "แจ้งผ่าน Line Official Account ของเทศบาล",
        "เปิดช่อง Line OA และ E-Service",
        "โทรแจ้งกองช่าง 044-000-127 ได้ทุกวัน",
        "ส่งเรื่องที่ saraban@nongtua.go.th",
        "นายทะเบียนท้องถิ่นลงนามภายใน พ.ศ. ๒๕๖๘",
        "ผู้จัดทำแผนที่หมู่บ้านทุกหมู่",
    ],
)
def test_what_serves_the_public_is_kept(text):
    made = imported(table(HEAD, [SIGN[0], text, SIGN[2]], ["ทำคู่มือ", "พิมพ์และแจก", "กองคลัง"]))
    assert text in made.files["2568/measures.yml"]


@pytest.mark.parametrize(
    "text",
    [
        "ผู้แจ้งไม่ทิ้งข้อมูลไว้ (ถามต่อที่นายสมมุติ ตัวอย่างดี 08-1000-3345)",
        "ส่งเรื่องคืนนางสาวสมมุติ ตัวอย่างดี แล้ว",
        "ระหว่างนี้ปรึกษานายสมมุติ ตัวอย่างดี",
        "ยังรอคุณสมมุติ ตัวอย่างดี ตอบ",
        "นัดหมายด.ต.สมมุติ ตัวอย่างดี ไว้แล้ว",
        "ทำร่วมร.ต.อ.หญิงสมมุติ ตัวอย่างดี",
    ],
)
def test_a_title_glued_to_the_word_before_hides_no_name(text):
    everything = told(
        table(
            ["มาตรการ", "ขั้นตอน", "ปัญหาอุปสรรค"],
            [SIGN[0], SIGN[1], text],
            ["ทำคู่มือ", f"{text}\nทำร่าง", "ไม่มี"],
        )
    )
    assert not [trace for trace in TRACES if trace in everything]


def test_brackets_that_told_of_a_person_alone_go_with_the_name():
    made = imported(
        table(
            ["มาตรการ", "ปัญหาอุปสรรค"],
            ["ทำป้าย", "ผู้แจ้งไม่ทิ้งข้อมูลไว้ (ถามต่อที่นายสมมุติ ตัวอย่างดี 08-1000-3345)"],
            ["จองคิว", "เครื่องเสียบ่อย (นายสมมุติ ตัวอย่างดี แจ้งว่าเสีย 4 ครั้งในปีนี้)"],
            ["ตู้รับเรื่อง", "กุญแจหาย (นายสมมุติ ตัวอย่างดี แจ้ง ๓ ครั้ง)"],
        )
    )
    first, second, third = made.values["2568/progress.yml"]["progress"]
    assert first["obstacles"] == "ผู้แจ้งไม่ทิ้งข้อมูลไว้"
    assert "4 ครั้ง" in str(second["obstacles"])
    assert "แจ้ง ๓ ครั้ง" in str(third["obstacles"])


def test_dots_of_a_line_to_sign_on_are_kept_and_a_name_and_its_number_are_one_sign():
    hide = Hiding()
    assert hide.hide("ผู้รับรอง …… …  …") == "ผู้รับรอง …… …  …"
    assert hide.hide("แจ้ง นายสมมุติ ตัวอย่างดี 08-1000-3345 … แล้ว") == "แจ้ง … … แล้ว"


def test_who_signs_without_a_title_is_hidden_wherever_the_name_stands_again():
    made = imported(
        table(["มาตรการ", "ขั้นตอน", "สมมุติ ตัวอย่างดี"], ["ทำป้าย", "ติดตั้ง", "ครบทุกจุด"]),
        Paragraph("จึงเรียนมาเพื่อโปรดทราบ", "ย่อหน้า 2"),
        Paragraph("(สมมุติ ตัวอย่างดี)", "ย่อหน้า 3"),
        Paragraph("ปลัดเทศบาล", "ย่อหน้า 4"),
    )
    assert "สมมุติ" not in "\n".join((*made.files.values(), made.rest, str(made.report)))


def test_an_office_in_brackets_above_a_position_is_hidden_nowhere_else():
    made = imported(
        Paragraph("แผนของเทศบาลตำบลหนองตัวอย่าง ปีงบประมาณ 2568", "ย่อหน้า 1"),
        table(HEAD, ["ป้ายของเทศบาลตำบลหนองตัวอย่าง", *SIGN[1:]]),
        Paragraph("(เทศบาลตำบลหนองตัวอย่าง)", "ย่อหน้า 2"),
        Paragraph("ปลัดเทศบาล", "ย่อหน้า 3"),
    )
    (measure,) = made.values["2568/measures.yml"]["measures"]
    assert measure["title"] == "ป้ายของเทศบาลตำบลหนองตัวอย่าง"
    assert made.values["agency.yml"]["name"] == "เทศบาลตำบลหนองตัวอย่าง"


def test_an_office_beside_who_prepared_it_is_kept():
    made = imported(
        Paragraph("ผู้จัดทำ นายสมมุติ ตัวอย่างดี งานธุรการ โทร 081-000-3345", "ย่อหน้า 1"),
        table(HEAD, SIGN),
        Paragraph("ข้อความท้ายเรื่อง", "ย่อหน้า 2"),
    )
    assert made.values["2568/year.yml"]["prepared_by"] == "งานธุรการ"


def test_a_header_of_the_page_names_nobody(tmp_path):
    page = "<html><body><table><tr><td>มาตรการ</td></tr></table></body></html>"
    mail = (
        "From: a@b.go.th\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
        f"--x\nContent-Type: text/html; charset=utf-8\n\n{page}\n"
        "--x\nContent-Type: text/plain\nContent-Disposition: attachment;"
        ' filename="Mr. Sommut Tuayang 081-000-3345.txt"\n\nก\n--x--\n'
    )
    (tmp_path / "mail.eml").write_bytes(mail.encode())
    (left_out,) = read_blocks(tmp_path / "mail.eml").left_out
    assert left_out.startswith("ไฟล์แนบ “…")
    assert "Sommut" not in left_out


def test_the_check_reads_the_rest_for_persons(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "import-rest.txt").write_text("- มอบให้ นายสมมุติ ตัวอย่างดี 081-000-3345\n", "utf-8")
    found = in_leftovers(read_publication(tmp_path / "data").sources)
    assert sorted(each.code for each in found) == ["ITA377", "ITA381"]


def test_neither_a_sheet_nor_a_file_called_after_a_person_is_told(tmp_path):
    book = Workbook()
    book.active.title = "นายสมมุติ ตัวอย่างดี"
    other = book.create_sheet("น.ส.สมมุติ ตัวอย่างงาม")
    for sheet, measure in ((book.active, "ทำป้าย"), (other, "ทำคู่มือ")):
        sheet.append(["มาตรการ", "ขั้นตอน", "เพลงประจำ"])
        sheet.append([measure, "ตรวจและพิมพ์", "ช้าง"])
    book.save(tmp_path / "x.xlsx")
    blocks = read_blocks(tmp_path / "x.xlsx").blocks
    assert [block.place[:14] for block in blocks] == ["แผ่นงาน “… 2” ", "แผ่นงาน “… 1” "]
    made = recognise(blocks, 2568, edition_for(2568), document="ผล นายสมมุติ ตัวอย่างดี.xlsx")
    assert len(made.values["2568/measures.yml"]["measures"]) == 2
    texts = "\n".join((*made.files.values(), made.rest, str(made.report)))
    assert "สมมุติ" not in texts


def test_only_the_cell_that_names_a_person_is_told_and_other_brackets_stay_whole():
    head = ["ตัวชี้วัด", "คะแนน", "จุดอ่อน", "มาตรการ", "ผู้รับผิดชอบ"]
    row = ["การใช้งบประมาณ", "71.20", "ไม่รู้แผน (i7)", "ติดประกาศ", "กองคลัง (นายสมมุติ นามสมมุติ)"]
    made = imported(table(head, row))
    places = [each.place for each in made.report.doubts if each.text == TOLD]
    assert places == ["ตาราง 1 แถว 2 ช่อง 5"]
    assert "ไม่รู้แผน (i7) ติดประกาศ กองคลัง" in arrived(made)
