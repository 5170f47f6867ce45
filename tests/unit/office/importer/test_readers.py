"""Every kind of file: read, or refused with one clear word."""

from __future__ import annotations

import io
import random
import re
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from ita_site.facts.problems import read_catalogue
from ita_site.office.importer.document.blocks import Paragraph, Table
from ita_site.office.importer.formats.office_file import LARGEST, MB, RefusedError
from ita_site.office.importer.formats.readers import decode_text, read_blocks, read_delimited
from tests.office.excel_files import EXCEL
from tests.office.ooxml import docx, p, packed
from tests.office.word_files import WORD

IN_FOLDERS = {
    *(f"ITA{number}" for number in range(932, 941)),
    "ITA921",
    "ITA922",
    "ITA923",
    "ITA924",
}
IN_PDF = {"ITA950", "ITA951", "ITA952", "ITA953"}
CONVERTED = {"ITA954", "ITA955"}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
TABLE = "ตัวชี้วัด,คะแนน\r\nการปฏิบัติหน้าที่,97.85\r\n"


def xlsx():
    data = io.BytesIO()
    workbook = Workbook()
    workbook.active.append(["ก", "ข"])
    workbook.save(data)
    return data.getvalue()


def swapped(data, name, text):
    """A package with other text in one of its parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {each: package.read(each).decode("utf-8") for each in package.namelist()}
    return packed(parts | {name: text})


def bomb():
    return packed({"word/document.xml": "0" * 160 * MB})


ENTITIES = '<!DOCTYPE w [<!ENTITY a "aaaa">]><w>&a;</w>'
REFUSED = {
    "ITA901": ("รายงาน.doc", OLE),
    "ITA902": ("คะแนน.xls", OLE + "Workbook".encode("utf-16-le")),
    "ITA904": ("สแกน.txt", b"\x89PNG\r\n\x1a\n"),
    "ITA905": ("รายงาน.odt", packed({"other.xml": "<x/>"})),
    "ITA906": ("ลับ.docx", OLE + "EncryptedPackage".encode("utf-16-le")),
    "ITA907": ("ใหญ่.docx", bytes((LARGEST + 1) * MB)),
    "ITA908": ("~$รายงาน.docx", b"\x05Officer"),
    "ITA911": ("เสีย.docx", docx(p("ก"))[:300]),
    "ITA912": ("ระเบิด.docx", bomb()),
    "ITA913": ("แปลก.docx", swapped(docx(p("ก")), "word/document.xml", ENTITIES)),
    "ITA914": ("อ่านไม่ออก.csv", b"\x00\x01\x02\xfc\xfd"),
    "ITA916": ("ว่าง.docx", docx(p())),
    "ITA931": ("ไม่จบ.csv", b"1,2\n" * 3001),
}


@pytest.mark.parametrize("code", REFUSED)
def test_a_file_that_is_not_read_gets_one_clear_word(code, tmp_path):
    name, data = REFUSED[code]
    (tmp_path / name).write_bytes(data)
    with pytest.raises(RefusedError) as refused:
        read_blocks(tmp_path / name)
    assert refused.value.code == code
    assert name in str(refused.value)


def test_every_message_is_provoked():
    of_plans = {"ITA941", "ITA942", "ITA943", "ITA944", "ITA945"}
    elsewhere = {"ITA915", *IN_PDF, *CONVERTED, *of_plans}
    assert set(read_catalogue(RefusedError.words)) - IN_FOLDERS == set(REFUSED) | elsewhere


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("เปลี่ยนชื่อ.docx", OLE),
        ("เปลี่ยนชื่อ.xlsx", TABLE.encode()),
        ("ไม่มีเนื้อ.docx", packed({"word/other.xml": "<x/>"})),
        ("ไม่มีเนื้อ.xlsx", packed({"xl/other.xml": "<x/>"})),
        ("พัง.docx", swapped(docx(p("ก")), "word/document.xml", "<w:document")),
        ("พัง.xlsx", swapped(xlsx(), "xl/workbook.xml", "<workbook")),
        ("พัง.xlsx", swapped(xlsx(), "xl/worksheets/sheet1.xml", "<worksheet")),
    ],
)
def test_damaged_and_renamed_files_are_refused(name, data, tmp_path):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(RefusedError):
        read_blocks(tmp_path / name)


@pytest.mark.parametrize("made", [xlsx(), docx(p("ก ข ค"))], ids=["xlsx", "docx"])
def test_a_file_damaged_anywhere_is_read_or_refused(made, tmp_path):
    chance = random.Random(2568)
    for _ in range(60):
        data = bytearray(made)
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        (tmp_path / "x.docx").write_bytes(data)
        with suppress(RefusedError):
            assert read_blocks(tmp_path / "x.docx").blocks


STRANGE = ["", "x", "-1", "99999999999", "1.5", "๑"]
ATTRIBUTE = re.compile(r'(?<= )(?!xmlns)([\w:]+)="[^"]*"')


@pytest.mark.parametrize(
    ("make", "parts"),
    [
        (WORD["มาตรการ"], ("word/document.xml", "word/numbering.xml")),
        (EXCEL["คะแนน"], ("xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml")),
    ],
    ids=["docx", "xlsx"],
)
def test_strange_values_inside_are_read_or_refused(make, parts, tmp_path):
    chance, whole = random.Random(2568), make()
    for part in parts:
        with zipfile.ZipFile(io.BytesIO(whole)) as package:
            text = package.read(part).decode("utf-8")
        for found in chance.sample(list(ATTRIBUTE.finditer(text)), 12):
            value = f'{found[1]}="{chance.choice(STRANGE)}"'
            strange = text[: found.start()] + value + text[found.end() :]
            (tmp_path / "x.docx").write_bytes(swapped(whole, part, strange))
            with suppress(RefusedError):
                assert read_blocks(tmp_path / "x.docx").blocks


def test_the_name_does_not_matter_where_the_contents_tell(tmp_path):
    (tmp_path / "x.xlsx").write_bytes(docx(p("ก")))
    assert read_blocks(tmp_path / "x.xlsx").blocks == (Paragraph("ก", "ย่อหน้า 1"),)


def test_macros_are_ignored(tmp_path):
    macro = swapped(docx(p("ก")), "word/vbaProject.bin", "x")
    plain, enabled = "wordprocessingml.document.main", "ms-word.document.macroEnabled.main"
    with zipfile.ZipFile(io.BytesIO(macro)) as package:
        types = package.read("[Content_Types].xml").decode("utf-8")
    types = types.replace(
        f"application/vnd.openxmlformats-officedocument.{plain}", f"application/vnd.{enabled}"
    )
    (tmp_path / "x.docm").write_bytes(swapped(macro, "[Content_Types].xml", types))
    assert read_blocks(tmp_path / "x.docm").blocks == (Paragraph("ก", "ย่อหน้า 1"),)


CODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp874", "tis-620"]


@pytest.mark.parametrize("coding", CODINGS)
def test_each_encoding_of_thai_offices_is_read(coding, tmp_path):
    (tmp_path / "x.csv").write_bytes(TABLE.encode(coding))
    (table,) = read_blocks(tmp_path / "x.csv").blocks
    assert isinstance(table, Table)
    assert table.rows[1][0].text == "การปฏิบัติหน้าที่"
    assert table.rows[1][1].place == "บรรทัด 2 ช่อง 2"


THAI_TEXT = st.text(st.sampled_from("กขคงจำ่ัี ๐๑๙a0.,\n\t“”–"), min_size=1)


@given(THAI_TEXT, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp874"]))
def test_text_survives_its_encoding(text, coding):
    assert decode_text(text.encode(coding), "x.csv") == text


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(sign):
    rows = [["ลำดับ", "มาตรการ, แนวทาง", "คะแนน"], ["1", "ก; ข", "97.85"], ["2", "ค", "9,5"]]
    text = "\n".join(sign.join(f'"{cell}"' for cell in row) for row in rows)
    (table,) = read_delimited(text, "x.csv")
    assert [[cell.text for cell in row] for row in table.rows] == rows


def test_quoted_line_ends_stay_in_their_cell_and_places_count_lines():
    (table,) = read_delimited('ก,ข\n"หนึ่ง\nสอง",2\nค,3\n', "x.csv")
    assert table.rows[1][0].text == "หนึ่ง\nสอง"
    assert table.rows[2][0].place == "บรรทัด 4 ช่อง 1"


def test_the_line_that_names_the_delimiter_is_no_row():
    (table,) = read_delimited("sep=;\nก;ข\n1;2\n", "x.csv")
    assert [[cell.text for cell in row] for row in table.rows] == [["ก", "ข"], ["1", "2"]]


def test_titles_and_notes_around_an_exported_table():
    title, table, note = read_delimited("ผลคะแนน,,\n,,\nก,ข,ค\n1,2,3\n,,\nหมายเหตุ,,\n", "x.csv")
    assert (title.text, note.text) == ("ผลคะแนน", "หมายเหตุ")
    assert len(table.rows) == 2


def test_a_table_may_begin_with_any_letters(tmp_path):
    path = tmp_path / "ตาราง.csv"
    path.write_text("BMI,ผล\nมาตรการ,ขั้นตอน\n", "utf-8")
    (found,) = read_blocks(path).blocks
    assert found.rows[0][0].text == "BMI"


def test_long_gaps_are_narrowed_and_nothing_else(tmp_path):
    path = tmp_path / "ตาราง.csv"
    gap, lines = " " * 9000, "\n" * 9000
    path.write_text(f'มาตรการ,ผล{gap}งาน\n"ทาสี{lines}เส้น",ครบ  แล้ว\n', "utf-8")
    (found,) = read_blocks(path).blocks
    assert [[cell.text for cell in row] for row in found.rows] == [
        ["มาตรการ", f"ผล{' ' * 8}งาน"],
        ["ทาสี\n\nเส้น", "ครบ  แล้ว"],
    ]
