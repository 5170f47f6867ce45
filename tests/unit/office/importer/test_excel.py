"""Cells arrive as Excel shows them, and what it hides is reported."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from ita_site.office.importer.document.blocks import Cell, Paragraph
from ita_site.office.importer.formats.excel.display import display_value
from ita_site.office.importer.formats.excel.workbook import read_excel
from ita_site.office.importer.formats.office_file import RefusedError, open_package

DAY = dt.datetime(2025, 3, 9, 14, 5)  # noqa: DTZ001 - Excel knows no zones
ACCOUNTING = '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-'


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (97.8, "0.00", "97.80"),
        (86.965, "0.00", "86.97"),
        (97.8, "t0.00", "๙๗.๘๐"),
        (97.8, "[$-D000000]0.00", "๙๗.๘๐"),
        (0.978, "0.0%", "97.8%"),
        (97.85, "General", "97.85"),
        (100, "General", "100"),
        (0.1 + 0.2, "General", "0.3"),
        (0.0001234, "General", "0.0001234"),
        (1234567890123, "General", "1234567890123"),
        (97, "ทั่วไป", "97"),
        (1234567.5, "#,##0.00", "1,234,567.50"),
        (12, "#,##0", "12"),
        (1250000, "0.0,,", "1.3"),
        (5, '0" คะแนน"', "5 คะแนน"),
        (-5, "0.00;[Red](0.00)", "(5.00)"),
        (-5.5, "0.00", "-5.50"),
        (-0.001, "0.00", "0.00"),
        (97.8, ACCOUNTING, "97.80"),
        (0, ACCOUNTING, "-"),
        ("มาก", ACCOUNTING, "มาก"),
        ("มาก", '0;0;0;"ระดับ "@', "ระดับมาก"),
        (1, "0.##", "1"),
        (1.5, "0.##", "1.5"),
        (812345678, "000-000-0000", "081-234-5678"),
        (50, '[>=50]"ผ่าน";"ไม่ผ่าน"', "ผ่าน"),
        (49, '[>=50]"ผ่าน";"ไม่ผ่าน"', "ไม่ผ่าน"),
        (0.5, "# ?/?", "0.5"),
        (5, "0.00E+00", "5"),
        (True, "General", "TRUE"),
        ("บรรทัด_x000D_\nสอง", "General", "บรรทัด\nสอง"),
        (DAY, "[$-107041E]d mmmm yyyy", "9 มีนาคม 2568"),
        (DAY, "[$-D07041E]d mmm yy", "๙ มี.ค. ๖๘"),
        (DAY, "[$-41E]d mmmm yyyy", "9 มีนาคม 2025"),
        (DAY, "d/m/bb", "9/3/68"),
        (DAY, "dddd d mmm bbbb", "อาทิตย์ 9 มี.ค. 2568"),
        (DAY, "h:mm น.", "14:05 น."),
        (DAY, "h:mm AM/PM", "2:05 PM"),
        (DAY, "General", "9 มี.ค. 2568"),
        (dt.timedelta(hours=26), "[h]:mm", "26:00"),
        (dt.time(8, 30), "hh:mm", "08:30"),
        (None, "0.00", ""),
    ],
)
def test_a_value_is_shown_as_its_format_says(value, code, text):
    assert display_value(value, code) == text


def book(*rows: list[object], title="คะแนน"):
    workbook = Workbook()
    workbook.active.title = title
    for row in rows:
        workbook.active.append(row)
    return workbook


def read(workbook):
    data = io.BytesIO()
    workbook.save(data)
    return read_excel(data.getvalue(), open_package(data.getvalue(), "x.xlsx"), "x.xlsx")


def blocks(*rows: list[object]):
    return read(book(*rows)).blocks


def texts(table):
    return [[cell.text for cell in row] for row in table.rows]


def test_titles_above_and_notes_below_are_paragraphs():
    title, table, note = blocks(["ผลคะแนน"], ["ที่", "ชื่อ"], [1, "ก"], ["หมายเหตุ: จาก ITAS"])
    assert title == Paragraph("ผลคะแนน", "แผ่นงาน “คะแนน” เซลล์ A1")
    assert texts(table) == [["ที่", "ชื่อ"], ["1", "ก"]]
    assert note.text == "หมายเหตุ: จาก ITAS"
    assert table.place == "แผ่นงาน “คะแนน” เซลล์ A2"
    assert table.rows[1][1] == Cell("ก", "แผ่นงาน “คะแนน” เซลล์ B3")


def test_an_empty_row_parts_tables():
    found = blocks(["ก", "ข"], [1, 2], [], ["ค", "ง"], [3, 4])
    assert [texts(table) for table in found] == [
        [["ก", "ข"], ["1", "2"]],
        [["ค", "ง"], ["3", "4"]],
    ]


def test_a_band_within_and_steps_below_stay_in_the_table():
    (table,) = blocks(["มาตรการ", "ขั้นตอน"], ["ประเด็นที่ 1"], ["ก", "หนึ่ง"], [None, "สอง"])
    assert texts(table) == [
        ["มาตรการ", "ขั้นตอน"],
        ["ประเด็นที่ 1", ""],
        ["ก", "หนึ่ง"],
        ["", "สอง"],
    ]


def test_merged_cells_say_where_their_text_is():
    workbook = book(["ผลคะแนน"], ["เครื่องมือ", "คะแนน"], ["IIT", 1], [None, 2], [None, 3])
    workbook.active.merge_cells("A1:B1")
    workbook.active.merge_cells("A3:A5")
    title, table = read(workbook).blocks
    assert title.text == "ผลคะแนน"
    assert [row[0].origin for row in table.rows] == [None, None, (1, 0), (1, 0)]


def test_hidden_things_are_left_out_and_told():
    workbook = book(["ก", "ข", "ค"], [1, 2, 3], [4, 5, 6])
    workbook.active.row_dimensions[2].hidden = True
    workbook.active.column_dimensions["B"].hidden = True
    workbook.create_sheet("เก่า").append(["x", "y"])
    workbook["เก่า"].sheet_state = "hidden"
    workbook.active["A1"].comment = Comment("ตรวจแล้ว", "ผู้ตรวจ")
    found = read(workbook)
    assert [texts(table) for table in found.blocks] == [[["ก", "ค"], ["4", "6"]]]
    assert found.left_out == (
        "แผ่นงาน “คะแนน” แถวที่ซ่อนไว้ 2 ไม่ได้นำเข้า",
        "แผ่นงาน “คะแนน” คอลัมน์ที่ซ่อนไว้ B ไม่ได้นำเข้า",
        "แผ่นงาน “คะแนน” ข้อคิดเห็นที่เซลล์ A1 ไม่ได้นำเข้า",
        "แผ่นงาน “เก่า” ถูกซ่อนไว้ ไม่ได้นำเข้า",
    )


def test_a_formula_that_was_never_reckoned_is_told():
    found = read(book(["ก", "ข", "ค"], [1, "=A2*2", 3]))
    assert texts(found.blocks[0]) == [["ก", "ข", "ค"], ["1", "", "3"]]
    assert found.left_out[0].startswith("แผ่นงาน “คะแนน” เซลล์ B2 เป็นสูตรที่ยังไม่มีผลลัพธ์")


def test_boxes_that_lie_on_a_sheet_are_told():
    data = io.BytesIO()
    book(["ก", "ข"], [1, 2]).save(data)
    with zipfile.ZipFile(data, "a") as package:
        package.writestr("xl/ctrlProps/ctrlProp1.xml", '<formControlPr checked="Checked"/>')
    found = read_excel(data.getvalue(), open_package(data.getvalue(), "x.xlsx"), "x.xlsx")
    assert found.left_out == ("ช่องทำเครื่องหมายหรือปุ่มที่วางบนแผ่นงาน 1 รายการ ไม่ได้นำเข้า",)


def test_a_cell_at_the_end_of_the_world_is_refused():
    workbook = book(["ก"])
    workbook.active["XFD1048576"] = "x"
    with pytest.raises(RefusedError, match="ITA915"):
        read(workbook)


def test_empty_formatted_cells_far_away_do_not_matter():
    workbook = book(["ก", "ข"], [1, 2])
    workbook.active["XFD1048576"].number_format = "0.00"
    assert len(read(workbook).blocks) == 1


@pytest.mark.parametrize("reference", ["A1:XFD1048576", "G1:G1048576", "A3:ZZ1000"])
def test_merged_cells_that_reach_over_the_world_are_refused_before_they_are_made(reference):
    workbook = book(["เครื่องมือ", "คะแนน"], ["IIT", 90])
    data = io.BytesIO()
    workbook.save(data)
    packed = io.BytesIO()
    with zipfile.ZipFile(data) as old, zipfile.ZipFile(packed, "w") as new:
        for part in old.namelist():
            text = old.read(part)
            merges = f'<mergeCells count="1"><mergeCell ref="{reference}"/></mergeCells>'
            text = text.replace(b"</sheetData>", b"</sheetData>" + merges.encode())
            new.writestr(part, text)
    content = packed.getvalue()
    with pytest.raises(RefusedError, match=f"ITA915.*คะแนน.*{reference}"):
        read_excel(content, open_package(content, "ก.xlsx"), "ก.xlsx")


def test_a_sheet_of_more_values_than_any_report_is_refused():
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("ก")
    for _ in range(1_001):
        sheet.append([1] * 100)
    data = io.BytesIO()
    workbook.save(data)
    with pytest.raises(RefusedError, match="ITA915"):
        read_excel(data.getvalue(), open_package(data.getvalue(), "ก.xlsx"), "ก.xlsx")


def test_where_a_cell_leads_is_seen_beside_what_it_shows():
    book = Workbook()
    sheet = book.active
    for at, (text, link) in enumerate(
        [
            ("คลิกดู", "https://a.example/1"),
            (
                "https://a.example/2, https://a.example/3",
                "https://a.example/2,%20https://a.example/3",
            ),
            ("ส่งจดหมาย", "mailto:a@b.example"),
        ],
        1,
    ):
        sheet.cell(1, at, text).hyperlink = link
    (cells,) = [block.rows[0] for block in read(book).blocks]
    assert [cell.text for cell in cells] == [
        "คลิกดู (https://a.example/1)",
        "https://a.example/2, https://a.example/3",
        "ส่งจดหมาย",
    ]
