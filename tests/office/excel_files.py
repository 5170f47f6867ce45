"""Three Excel files and an exported one, as a municipality's office makes them."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from tests.office.word_files import AGENCY, INDICATORS, TOPIC

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

THAI_DIGITS = "[$-D000000]0.00"


def scores() -> bytes:
    """Scores with merged instruments; numbers that Excel shows in Thai digits."""
    book, sheet = _book("คะแนน")
    sheet["A1"] = f"ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2567 ของ{AGENCY}"
    sheet.merge_cells("A1:D1")
    sheet["A2"] = "คะแนนรวม 92.36 คะแนน ระดับ ผ่านดี"
    sheet.merge_cells("A2:D2")
    for column, name in enumerate(("ที่", "เครื่องมือ", "ตัวชี้วัด", "คะแนน"), 1):
        sheet.cell(4, column, name)
    for at, (tool, name, score) in enumerate(INDICATORS, 1):
        first = at == 1 or INDICATORS[at - 2][0] != tool
        for column, value in enumerate((at, tool if first else None, name, float(score)), 1):
            sheet.cell(4 + at, column, value)
        sheet.cell(4 + at, 4).number_format = THAI_DIGITS
    for cells in ("B5:B9", "B10:B12", "B13:B14"):
        sheet.merge_cells(cells)
    sheet["A16"] = "ที่มา: ระบบ ITAS"
    old = book.create_sheet("ปีก่อน")
    old.append(["ตัวชี้วัด", "คะแนน"])
    old.sheet_state = "hidden"
    return _saved(book)


def measures() -> bytes:
    """Measures under title rows, steps a row each, a hidden column, notes below."""
    book, sheet = _book("มาตรการ")
    sheet["A1"] = f"มาตรการส่งเสริมคุณธรรมและความโปร่งใส {AGENCY}"
    sheet["A2"] = "ประจำปีงบประมาณ พ.ศ. ๒๕๖๘"
    rows = [
        ["ประเด็น", "มาตรการ", "ขั้นตอน/วิธีการปฏิบัติ", "ผู้รับผิดชอบ", "ลับ", "ระยะเวลา"],
        [TOPIC[0], "จัดทำคู่มือบริการ", "1. สำรวจงาน\n2. เขียนคู่มือ", "สำนักปลัดเทศบาล", "x", "ไตรมาส 1-2"],
        [None, "ลดเอกสารที่ขอจากประชาชน", "ทบทวนรายการเอกสาร", "กองช่าง", "x", "ตลอดปีงบประมาณ"],
        [
            TOPIC[1],
            "เปิดคำร้องออนไลน์",
            "จัดทำแบบคำร้อง",
            "กองยุทธศาสตร์และงบประมาณ",
            "x",
            "ต.ค. 67 - มี.ค. 68",
        ],
    ]
    for at, row in enumerate(rows, 4):
        for column, value in enumerate(row, 1):
            sheet.cell(at, column, value)
    sheet.merge_cells("A5:A6")
    sheet.column_dimensions["E"].hidden = True
    sheet["A8"] = "หมายเหตุ: ปรับได้ตามงบประมาณ"
    return _saved(book)


def results() -> bytes:
    """Results with rich text, a date in Thai digits, and cells written inline."""
    book, sheet = _book("ผล")
    bold = TextBlock(InlineFont(b=True), "จัดทำคู่มือบริการ")
    sheet["A1"] = f"รายงานผลการดำเนินการตามมาตรการ รอบ 12 เดือน {AGENCY}"
    head = ["มาตรการ", "วิธีดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลา", "สรุปผลการดำเนินการ", "ผลลัพธ์"]
    sheet.append([])
    sheet.append(head)
    sheet.append(
        [None, "สำรวจงาน", "สำนักปลัดเทศบาล", "ต.ค. 67 - มี.ค. 68", "ทำแล้ว 12 เล่ม", "ใช้งานได้จริง"]
    )
    sheet["A4"] = CellRichText("1. ", bold)
    sheet.append(["2. ลดเอกสาร", "ทบทวนรายการ", "กองช่าง", "ตลอดปีงบประมาณ", "ลดได้ 5 รายการ", None])
    return _inline(_saved(book))


def exported() -> bytes:
    """The scores as an old program exports them: semicolons, Windows-874, no Unicode."""
    lines = [f"ผลการประเมิน ITA ปี 2567 {AGENCY};;", ";;", "ตัวชี้วัดที่;ตัวชี้วัด;คะแนน"]
    lines += [f"{at};{name};{score}" for at, (_, name, score) in enumerate(INDICATORS, 1)]
    return "\r\n".join(lines).encode("cp874")


EXCEL = {"คะแนน": scores, "มาตรการ": measures, "ผลการดำเนินการ": results}
"""How each file is made, by its name without its ending."""


def _book(title: str) -> tuple[Workbook, Worksheet]:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    return book, sheet


def _saved(book: Workbook) -> bytes:
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _inline(data: bytes) -> bytes:
    """The same with one shared string written into its cell, as other programs do."""
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(found, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                before, at, after = text.partition(b'<c r="F3" t="s"><v>')
                inline = '<c r="F3" t="inlineStr"><is><t>ผลลัพธ์</t></is></c>'.encode()
                text = before + inline + after.partition(b"</c>")[2] if at else text
            new.writestr(name, text)
    return found.getvalue()
