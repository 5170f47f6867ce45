"""PDF files: text as it was meant, tables as they stand, and a doubt on every value."""

from __future__ import annotations

import base64
import io

import pikepdf
import pytest

from ita_site.office.importer.document.blocks import Paragraph, Table
from ita_site.office.importer.formats.office_file import RefusedError
from ita_site.office.importer.formats.pdf import isolated
from ita_site.office.importer.formats.pdf.isolated import read_pdf
from ita_site.office.importer.formats.pdf.letters import doubt_of, mend_text
from tests.conftest import REPOSITORY

FONT = REPOSITORY / "ita_site/site/look/assets/fonts"


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("ส านักปลัด", "สำนักปลัด"),
        ("ท าค าร้อง", "ทำคำร้อง"),
        ("น ้า", "น้า"),
        ("ตำาบล", "ตำบล"),
        ("ให\uf70b", "ให้"),
        ("น้ํา", "น้ำ"),
        ("อย ู่", "อยู่"),
        ("เเผน", "แผน"),
        ("๙๑ .๒๕", "๙๑.๒๕"),
        ("\uf0b7 ข้อแรก", "• ข้อแรก"),
        ("มา ตรการ ปี", "มา ตรการ ปี"),
    ],
)
def test_marks_are_put_back_in_their_order(read, meant):
    assert mend_text(read) == meant


def test_a_doubt_says_what_to_look_at():
    assert "เทียบกับต้นฉบับ" in doubt_of(["ประกาศ"])
    assert "ำ ที่หายไป" in doubt_of(["ส านัก"])
    assert "ไม่บอกว่าเป็นตัวใด" in doubt_of(["ป\ue000"])


STYLE = (
    "@font-face{{font-family:T;src:url(data:font/woff2;base64,{font})}}"
    "body{{font:14px T}}table{{border-collapse:collapse;width:100%}}"
    "td,th{{padding:6px;text-align:left}}"
    ".ruled td,.ruled th{{border:1px solid #000}}tr{{break-inside:avoid}}"
)
RULED = """<table class=ruled>
<thead><tr><th rowspan=2>มาตรการ<th rowspan=2>ขั้นตอน<th colspan=2>การดำเนินการ
<tr><th>ผู้รับผิดชอบ<th>ระยะเวลา<tbody>
<tr><td>จัดทำคู่มือ<td>1. สำรวจงาน<br>2. เผยแพร่<td style="background:#fc0">กองคลัง<td>ต.ค. ๖๗ - มี.ค. ๖๘
<tr><td>ปรับปรุงเว็บไซต์<td>รวบรวมคำถาม<td>สำนักปลัด<td>ตลอดปีงบประมาณ</table>"""
UNRULED = """<table>
<tr><td>มาตรการ<td>ผู้รับผิดชอบ
<tr><td>จัดทำคู่มือ<td>กองคลัง
<tr><td>ปรับปรุงเว็บไซต์<td>สำนักปลัด
<tr><td>ตรวจลิงก์<td>กองช่าง</table>"""


@pytest.fixture(scope="module")
def print_pdf(browser):
    font = next(each for each in sorted(FONT.glob("*.woff2")) if "thai" in each.name.lower())
    style = STYLE.format(font=base64.b64encode(font.read_bytes()).decode())

    def printed(body, **options: object):
        page = browser.new_page()
        page.set_content(f"<!doctype html><meta charset=utf-8><style>{style}</style>{body}")
        page.evaluate("document.fonts.ready")
        data = page.pdf(format="A4", print_background=True, **options)
        page.close()
        return data

    return printed


def texts(block):
    assert isinstance(block, Table)
    return [[cell.text for cell in row] for row in block.rows]


@pytest.mark.parametrize("landscape", [False, True])
def test_a_ruled_table_arrives_with_its_merged_cells_and_colours(print_pdf, landscape):
    title = "มาตรการส่งเสริมคุณธรรม ปีงบประมาณ พ.ศ. ๒๕๖๘"
    found = read_pdf(print_pdf(f"<h1>{title}</h1>{RULED}", landscape=landscape), "x.pdf")
    heading, table = found.blocks
    assert isinstance(heading, Paragraph)
    assert heading.text == title
    assert texts(table) == [
        ["มาตรการ", "ขั้นตอน", "การดำเนินการ", ""],
        ["", "", "ผู้รับผิดชอบ", "ระยะเวลา"],
        ["จัดทำคู่มือ", "1. สำรวจงาน\n2. เผยแพร่", "กองคลัง", "ต.ค. ๖๗ - มี.ค. ๖๘"],
        ["ปรับปรุงเว็บไซต์", "รวบรวมคำถาม", "สำนักปลัด", "ตลอดปีงบประมาณ"],
    ]
    assert table.rows[0][3].origin == (0, 2)
    assert table.rows[1][0].origin == (0, 0)
    assert [bool(cell.fill) for cell in table.rows[2]] == [False, False, True, False]


def test_every_value_is_doubted_until_looked_at(print_pdf):
    for block in read_pdf(print_pdf(f"<p>ข้อความ</p>{RULED}"), "x.pdf").blocks:
        cells = (
            [cell for row in block.rows for cell in row] if isinstance(block, Table) else [block]
        )
        assert all(bool(each.doubt) is bool(each.text) for each in cells)


def test_a_table_without_lines_is_found_by_its_columns(print_pdf):
    (table,) = read_pdf(print_pdf(UNRULED), "x.pdf").blocks
    assert texts(table)[1:] == [
        ["จัดทำคู่มือ", "กองคลัง"],
        ["ปรับปรุงเว็บไซต์", "สำนักปลัด"],
        ["ตรวจลิงก์", "กองช่าง"],
    ]
    assert "ไม่มีเส้น" in table.rows[1][0].doubt


def test_what_each_page_repeats_is_read_once_and_page_numbers_not_at_all(print_pdf):
    pages = "".join(
        f"<div style='break-after:page'><p>เทศบาลตำบลทดสอบ รายงานผล</p><p>เนื้อความหน้า {at}ก</p><p>หน้า {at}</p></div>"  # noqa: E501
        for at in range(1, 5)
    )
    found = [block.text for block in read_pdf(print_pdf(pages), "x.pdf").blocks]
    assert sum("รายงานผล" in text for text in found) == 1
    assert sum("เนื้อความหน้า" in text for text in found) == 4
    assert not [text for text in found if text.startswith("หน้า")]


def test_a_turned_page_reads_as_it_is_seen(print_pdf):
    straight = read_pdf(print_pdf(RULED), "x.pdf").blocks
    with pikepdf.open(io.BytesIO(print_pdf(RULED))) as pdf:
        page = pdf.pages[0]
        x0, y0, x1, y1 = map(float, page.mediabox)
        turned = f"q 0 1 -1 0 {y1 - y0} 0 cm ".encode()  # turned left within a page on its side
        page.contents_add(turned, prepend=True)
        page.contents_add(b" Q")
        page.mediabox = [0, 0, y1 - y0, x1 - x0]
        page.rotate(90, relative=False)
        out = io.BytesIO()
        pdf.save(out)
    (table,) = read_pdf(out.getvalue(), "x.pdf").blocks
    assert without_blanks(table) == without_blanks(straight[0])
    assert len(without_blanks(table)[2][0]) > 5


def without_blanks(table):
    return [["".join(text.split()) for text in row] for row in texts(table)]


def blank(pages=1, **options: object):
    pdf, out = pikepdf.new(), io.BytesIO()
    for _ in range(pages):
        pdf.add_blank_page()
    pdf.save(out, **options)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7\nnothing", "ITA911"),
        (blank()[:300], "ITA911"),
        (blank(), "ITA951"),
        (blank(301), "ITA952"),
        (blank(encryption=pikepdf.Encryption(owner="a", user="b")), "ITA906"),
    ],
    ids=["no-pdf", "cut", "scan", "endless", "password"],
)
def test_what_cannot_be_read_is_told_in_one_message(data, code):
    with pytest.raises(RefusedError) as refused:
        read_pdf(data, "แฟ้ม.pdf")
    assert refused.value.code == code
    assert "แฟ้ม.pdf" in str(refused.value)


def test_a_file_that_takes_too_long_is_given_up():
    with pytest.raises(RefusedError) as refused:
        read_pdf(blank(200), "แฟ้ม.pdf", longest=0)
    assert refused.value.code == "ITA952"


def test_a_stream_that_unpacks_without_end_ends():
    pdf, out = pikepdf.new(), io.BytesIO()
    page = pdf.add_blank_page()
    page.contents_add(pdf.make_stream(b"0 0 m 1 1 l S\n" * 2_000_000))
    pdf.save(out)
    with pytest.raises(RefusedError) as refused:
        read_pdf(out.getvalue(), "แฟ้ม.pdf", longest=20)
    assert refused.value.code in ("ITA951", "ITA952", "ITA911")


def test_without_the_libraries_the_remedy_is_told(monkeypatch):
    monkeypatch.setattr(isolated, "_NEEDED", ("no_such_library",))
    with pytest.raises(RefusedError) as refused:
        read_pdf(blank(), "แฟ้ม.pdf")
    assert refused.value.code == "ITA950"
    assert "pip install pdfplumber" in str(refused.value)


def test_a_syllable_below_the_same_one_is_no_echo(print_pdf):
    words = "ขั้นตอนที่แจ้ง<br>ขั้นตอนที่แจ้ง<br>ขั้นตอนที่แจ้ง"
    rows = f"<tr><td>{words}<td>กองคลัง<tr><td>{words}<td>กองช่าง"
    (table,) = read_pdf(print_pdf(f"<table class=ruled>{rows}</table>"), "x.pdf").blocks
    assert texts(table)[1][0].count("ขั้นตอนที่แจ้ง") == 3


def test_a_row_that_a_page_cuts_is_one_row(print_pdf):
    """A browser draws no line where it cuts; the upright ones end there."""
    steps = "".join(f"<br>{at}. ตรวจแถวที่ {at}" for at in range(2, 40))
    body = (
        "<style>tr{break-inside:auto!important}</style><div style='height:20cm'>ปก</div>"
        "<table class=ruled><tr><td>มาตรการ<td>ขั้นตอน<td>ผู้รับผิดชอบ"
        f"<tr><td>ขุดลอกคลอง<td>1. ตรวจแถวที่ 1{steps}<td>กองช่าง</table>"
    )
    blocks = read_pdf(print_pdf(body), "x.pdf").blocks
    (table,) = [block for block in blocks if isinstance(block, Table)]
    lines = [line for row in texts(table) for line in row[1].split("\n")]
    assert lines[1:] == [f"{at}. ตรวจแถวที่ {at}" for at in range(1, 40)]


def test_names_of_offices_that_lines_break_are_whole(print_pdf):
    cell = "<td style='width:3.4cm'>งานทะเบียน, งาน<br>ประชาสัมพันธ์"
    body = f"<table class=ruled><tr><td>ขุดลอกคลอง{cell}<tr><td>ตัดต้นไม้<td>ส่วนโยธา<br>งานสวน</table>"
    (table,) = read_pdf(print_pdf(body), "x.pdf").blocks
    assert [row[1] for row in texts(table)] == ["งานทะเบียน, งานประชาสัมพันธ์", "ส่วนโยธา\nงานสวน"]


def test_figures_beside_thai_words_keep_their_blanks(print_pdf):
    words = "พบผู้ใช้ทางม้าลาย 46 คน ใน พ.ศ.2571 เพิ่มจาก 9 คน"
    body = f"<p>{words}</p><p style='margin-top:3cm'>แบบ ก12 ข้อ 3.นับรถ</p>"
    first, second = read_pdf(print_pdf(body), "x.pdf").blocks
    assert first.text == words
    assert second.text == "แบบ ก12 ข้อ 3.นับรถ"


def test_a_time_that_a_narrow_cell_breaks_behind_its_dash_keeps_the_blank(print_pdf):
    cell = "<td style='width:1.9cm'>ก.พ. 70 - ส.ค. 70"
    body = f"<table class=ruled><tr><td>นับรถ{cell}<tr><td>นับเรือ<td>มี.ค. 70</table>"
    (table,) = read_pdf(print_pdf(body), "x.pdf").blocks
    assert texts(table)[0][1] == "ก.พ. 70 - ส.ค. 70"


NARROW = [
    "ซ่อมแซมประปาหมู่บ้านและวางแผนการใช้น้ำร่วมกับผู้ใหญ่บ้าน",
    "สำรวจความพึงพอใจของผู้มาติดต่อราชการ ณ ศูนย์บริการร่วม",
    "ประชาสัมพันธ์การรับสมัครอาสาสมัครบรรเทาสาธารณภัย",
]


@pytest.mark.parametrize("width", ["2.2cm", "2.7cm", "3.4cm", "5cm"])
def test_what_a_narrow_cell_wraps_is_one_line_and_entries_are_their_own(print_pdf, width):
    cell = "<br>".join(f"{at}. {words}" for at, words in enumerate(NARROW, 1))
    rows = f"<tr><td style='width:{width}'>{NARROW[0]}<td>{cell}<tr><td>{NARROW[2]}<td>{NARROW[1]}"
    (table,) = read_pdf(print_pdf(f"<table class=ruled>{rows}</table>"), "x.pdf").blocks
    assert [row[0] for row in texts(table)] == [NARROW[0], NARROW[2]]
    assert texts(table)[0][1].split("\n") == [f"{at}. {it}" for at, it in enumerate(NARROW, 1)]


@pytest.mark.parametrize(
    ("first", "second"),
    [("กองการเจ้าหน้าที่", "นิติกรชำนาญการ"), ("งานสวนสาธารณะ", "ผู้ใหญ่บ้านทุกหมู่บ้าน")],
)
def test_units_that_fill_a_narrow_cell_are_two(print_pdf, first, second):
    cell = f"<td style='width:3.6cm;white-space:nowrap'>{first}<br>{second}"
    rows = f"<tr><td>ปลูกป่า{cell}<tr><td>ล้างท่อ<td>กองช่าง"
    (table,) = read_pdf(print_pdf(f"<table class=ruled>{rows}</table>"), "x.pdf").blocks
    assert texts(table)[0][1] == f"{first}\n{second}"


def test_short_lines_of_a_cell_are_as_they_were_typed(print_pdf):
    units = "กองช่าง<br>กองคลัง<br>นายสมมุติ ไม่มีจริง"
    cell = "<td style='width:4cm'>"
    rows = f"<tr>{cell}{units}{cell}วัดผลทุกเดือน<br>รายงานนายก<tr>{cell}กองช่าง{cell}ทุกไตรมาส"
    (table,) = read_pdf(print_pdf(f"<table class=ruled>{rows}</table>"), "x.pdf").blocks
    assert texts(table)[0] == [units.replace("<br>", "\n"), "วัดผลทุกเดือน\nรายงานนายก"]


def test_a_label_ends_what_stands_above_it_however_full_its_line_is(print_pdf):
    body = f"<div style='width:5cm'>{NARROW[0]}<br>ผู้รับผิดชอบ : กองช่าง<br>(ก) {NARROW[1]}</div>"
    blocks = read_pdf(print_pdf(body), "x.pdf").blocks
    assert [block.text for block in blocks] == [NARROW[0], "ผู้รับผิดชอบ : กองช่าง", f"(ก) {NARROW[1]}"]


def test_a_number_that_its_cell_is_too_narrow_for_is_whole(print_pdf):
    cell = "<td style='width:1.05cm;word-break:break-all'>"
    rows = f"<tr><td>น้ำประปา{cell}97.05<tr><td>ถนน{cell}01/10/2567"
    table = f"<table class=ruled style='table-layout:fixed;width:3cm'>{rows}</table>"
    (read,) = read_pdf(print_pdf(table), "x.pdf").blocks
    assert [row[1] for row in texts(read)] == ["97.05", "01/10/2567"]


def test_two_numbers_of_a_narrow_cell_are_two(print_pdf):
    cell = "<td style='width:1.1cm'>"
    rows = f"<tr><td>น้ำประปา{cell}12.5<br>30<tr><td>ถนน{cell}80.4<br>91.2"
    (read,) = read_pdf(print_pdf(f"<table class=ruled>{rows}</table>"), "x.pdf").blocks
    assert [row[1].split() for row in texts(read)] == [["12.5", "30"], ["80.4", "91.2"]]


def test_a_word_that_reaches_beyond_its_cell_is_whole(print_pdf):
    cell = "<td style='width:1.6cm;white-space:nowrap;overflow:visible'>ประชาสัมพันธ์"
    far = "<td style='padding-left:1.2cm'>"
    rows = f"<tr>{cell}{far}กองช่าง<tr>{cell}{far}กองคลัง"
    table = f"<table class=ruled style='table-layout:fixed;width:6cm'>{rows}</table>"
    (read,) = read_pdf(print_pdf(table), "x.pdf").blocks
    assert texts(read) == [["ประชาสัมพันธ์", "กองช่าง"], ["ประชาสัมพันธ์", "กองคลัง"]]


def test_an_office_behind_what_is_sent_to_it_is_no_second_one(print_pdf):
    cell = "<td style='width:5.6cm'>ฝ่ายอาคารสรุปเรื่องที่ค้างเสนอ<br>ปลัดเทศบาล"
    rows = f"<tr>{cell}<td>ทุกเดือน<tr><td>กองช่าง<td>ทุกปี"
    (read,) = read_pdf(print_pdf(f"<table class=ruled>{rows}</table>"), "x.pdf").blocks
    assert texts(read)[0][0] == "ฝ่ายอาคารสรุปเรื่องที่ค้างเสนอปลัดเทศบาล"


@pytest.mark.parametrize("before", ["กองคลัง (งานพัสดุ", "กองคลัง ของ", "กองช่าง/", "งาน"])
def test_a_person_never_goes_on_in_the_line_of_an_office(print_pdf, before):
    cell = f"<td style='width:5cm'>{before}<br>นายสมมุติ ไม่มีจริง"
    rows = f"<tr><td>ปลูกป่า{cell}<tr><td>ล้างท่อ<td>กองช่าง"
    (table,) = read_pdf(print_pdf(f"<table class=ruled>{rows}</table>"), "x.pdf").blocks
    assert texts(table)[0][1].split("\n") == [before, "นายสมมุติ ไม่มีจริง"]


@pytest.mark.parametrize(("indent", "gap"), [("3em", "0"), ("0", "1.6em")])
def test_measures_told_in_indented_paragraphs_are_their_own(print_pdf, indent, gap):
    told = [
        "มาตรการที่ ๑ จัดให้มีป้ายบอกขั้นตอนและเวลาที่ใช้ของทุกบริการหน้าห้องธุรการ",
        "วัตถุประสงค์ เพื่อให้ผู้มาติดต่อรู้ก่อนว่าต้องเตรียมเอกสารใดและรอนานเพียงใดในวันนั้น",
        "ปัญหา ป้ายเดิมถูกแดดจนซีดและขาดงบประมาณสำหรับทำป้ายใหม่ทั้งหมดในปีนี้",
        "มาตรการที่ ๒ เปิดให้จองรถตู้รับส่งผู้ป่วยล่วงหน้าผ่านแบบฟอร์มออนไลน์",
    ]
    set_so = f"margin:0 0 {gap};text-indent:{indent};font-size:16pt;line-height:1.6"
    body = "".join(f"<p style='{set_so}'>{each}</p>" for each in told)
    content = read_pdf(print_pdf(body), "บันทึก.pdf")
    found = [each.text for each in content.blocks if isinstance(each, Paragraph)]
    assert [text.replace(" ", "") for text in found] == [each.replace(" ", "") for each in told]
