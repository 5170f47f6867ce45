"""Web pages and e-mails: what a reader sees arrives, with its tables."""

from __future__ import annotations

import pytest

from ita_site.office.importer.document.blocks import Table
from ita_site.office.importer.formats.office_file import RefusedError
from ita_site.office.importer.formats.readers import read_blocks


@pytest.fixture
def read(tmp_path):
    def found(data, name="หน้า.html"):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return read_blocks(path)

    return found


def texts(block):
    assert isinstance(block, Table)
    return [[cell.text for cell in row] for row in block.rows]


TABLE = "<table><tr><th>มาตรการ<th>ขั้นตอน<tr><td>ประกาศ<td>1. ร่าง<br>2. ปิดประกาศ</table>"


def test_text_and_tables_come_in_order(read):
    found = read(f"<!doctype html><title>ไม่เห็น</title><h1>มาตรการ  ปี\n2568</h1>{TABLE}<p>ท้าย")
    assert [block.place for block in found.blocks] == ["ย่อหน้า 1", "ตาราง 1", "ย่อหน้า 2"]
    assert found.blocks[0].text == "มาตรการ ปี 2568"
    assert texts(found.blocks[1])[1] == ["ประกาศ", "1. ร่าง\n2. ปิดประกาศ"]


def test_cells_that_span_are_laid_out(read):
    (found,) = read(
        "<table><tr><td rowspan=2>ก<td colspan=2>ข<tr><td>ค<td bgcolor=#ff0>ง</table>"
    ).blocks
    assert texts(found) == [["ก", "ข", ""], ["", "ค", "ง"]]
    assert [cell.origin for row in found.rows for cell in row] == [
        *(None, None, (0, 1)),
        *((0, 0), None, None),
    ]
    assert found.rows[1][2].fill == "#ff0"


def test_lists_keep_their_numbers(read):
    found = read("<!doctype html><ol start=2><li><p>ก</p><li>ข</ol><ul><li>ค</ul>")
    assert [block.text for block in found.blocks] == ["2. ก", "3. ข", "• ค"]


def test_an_entry_counts_on_from_the_one_before(read):
    found = read("<!doctype html><ol><li value=8>ก<li>ข<ol><li>ค</ol><li>ง</ol>")
    assert [block.text for block in found.blocks] == ["8. ก", "9. ข", "1. ค", "10. ง"]


def test_what_stands_in_the_fields_of_a_form_is_seen(read):
    found = read(
        "<!doctype html><form><p><input type=checkbox checked>ทำแล้ว <input type=radio>ยังไม่ทำ</p>"
        "<p>ผู้รับผิดชอบ<input value='กองช่าง'><input type=hidden value=ลับ></p></form>"
    )
    assert [block.text for block in found.blocks] == ["☒ ทำแล้ว ☐ ยังไม่ทำ", "ผู้รับผิดชอบ กองช่าง"]


def test_hidden_things_pictures_and_menus_are_told(read):
    found = read(
        "<!doctype html><nav>เมนู</nav><p>เห็น<span style='display:none'>ลับ</span>"
        "<img src=a.png><img width=1 height=1 src=track.gif></p><script>x</script>"
    )
    assert [block.text for block in found.blocks] == ["เห็น"]
    assert [words.split()[0] for words in found.left_out] == [
        "รูปภาพหรือวัตถุ",
        "ข้อความที่ซ่อนไว้",
        "เมนูของหน้าเว็บ",
    ]


def test_a_table_that_only_lays_out_an_email_is_its_contents(read):
    found = read(f"<html><table><tr><td>เรียน ผู้เกี่ยวข้อง</td></tr><tr><td>{TABLE}</td></tr></table>")
    assert [type(block).__name__ for block in found.blocks] == ["Paragraph", "Table"]


@pytest.mark.parametrize("coding", ["tis-620", "windows-874", "utf-8"])
def test_a_page_is_read_in_the_coding_it_names(read, coding):
    page = f'<html><meta charset="{coding}"><p>มาตรการ ก่อน</p>'
    data = page.encode("utf-8" if coding == "utf-8" else "cp874")
    assert read(data).blocks[0].text == "มาตรการ ก่อน"


def test_a_table_a_system_hands_out_as_xls_is_read(read):
    assert (
        texts(read(f"<html><body>{TABLE}</body></html>", "ส่งออก.xls").blocks[0])[1][0] == "ประกาศ"
    )


MAIL = """\
From: office@tuayang.example
To: someone@tuayang.example
Subject: =?utf-8?b?4Lih4Liy4LiV4Lij4LiB4Liy4Lij?=
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=x

--x
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: 8bit

<p>เรียน</p>{table}
--x
Content-Type: application/pdf; name=a.pdf
Content-Disposition: attachment; filename="a.pdf"
Content-Transfer-Encoding: base64

QUJD
--x--
"""


@pytest.mark.parametrize("name", ["จดหมาย.eml", "หน้า.mht"])
def test_an_email_is_read_and_its_attachments_told(read, name):
    found = read(MAIL.format(table=TABLE), name)
    assert texts(found.blocks[1])[1][0] == "ประกาศ"
    assert found.left_out == ("ไฟล์แนบ “a.pdf” ไม่ได้นำเข้า บันทึกเป็นไฟล์แล้วนำเข้าแยก",)
    assert "someone" not in str(found)


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("<html><table>" + "<tr><td>x" * 4000 + "</table>", "ITA931"),
        ("<html><table>" + "<tr><td colspan=200 rowspan=3000>x" * 600 + "</table>", "ITA915"),
        ("<html><body></body></html>", "ITA916"),
    ],
)
def test_what_never_ends_or_holds_nothing_is_refused(read, page, code):
    with pytest.raises(RefusedError) as refused:
        read(page)
    assert refused.value.code == code


def test_a_page_nested_without_end_is_read_or_refused(read):
    with pytest.raises(RefusedError):
        read("<html>" + "<table><tr><td>" * 30_000)
    assert read("<html>" + "<div>" * 200 + "ก").blocks[0].text == "ก"


def test_a_table_in_a_message_of_plain_text_is_one(read):
    head = "From: office@tuayang.example\nContent-Type: text/plain; charset=utf-8\n\n"
    found = read(f"{head}เรียน หัวหน้า\nมาตรการ\tขั้นตอน\nทาสีเส้นจราจร\tวัดระยะ\n", "จดหมาย.eml")
    assert [block.place for block in found.blocks] == ["บรรทัด 1", "บรรทัด 2"]
    assert texts(found.blocks[1]) == [["มาตรการ", "ขั้นตอน"], ["ทาสีเส้นจราจร", "วัดระยะ"]]
