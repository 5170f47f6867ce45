"""A table pasted as text: lines without a tab end the cell above or begin the one below."""

from __future__ import annotations

import pytest

from ita_site.office.importer.document.blocks import Paragraph, Table
from ita_site.office.importer.formats.pasted import read_pasted

STEPS = "1) วัดระดับ\n2) ขุดดิน"
MORE = "1) ทำบัญชี\n2) ตัดแต่ง\n3) ขนทิ้ง"


def _pasted(*rows: tuple[str, ...]):
    """The text of a table as it is pasted, and its cells."""
    return "\n".join("\t".join(row) for row in rows), [list(row) for row in rows]


@pytest.mark.parametrize(
    "rows",
    [
        [("ที่", "ชื่อ", "วิธี"), ("1", "ขุดคลอง", STEPS), ("2", "ตัดต้นไม้", MORE)],
        [("วิธี", "ชื่อ", "กอง"), (STEPS, "ขุดคลอง", "กองช่าง\nกองคลัง"), (MORE, "ตัดต้นไม้", "งานสวน")],
        [
            ("กอง", "ชื่อ", "เวลา"),
            ("กองช่าง\nกองคลัง", "ขุดคลอง", "ม.ค. 68"),
            ("งานสวน\nงานทาง", "ตัดต้นไม้", "ก.พ. 68"),
        ],
        [("ชื่อ", "กอง", "วิธี"), ("ขุดคลอง", "กองช่าง", STEPS), ("ตัดต้นไม้", "งานสวน\nงานทาง", MORE)],
        [("วิธี", "ชื่อ", "ผล"), (STEPS, "ขุดคลอง", STEPS), (MORE, "ตัดต้นไม้", MORE)],
        [("ที่", "ชื่อ", "กอง"), ("1", "ขุดคลอง\nสายหลัก", "กองช่าง"), ("2", "ตัดต้นไม้", "งานสวน")],
    ],
    ids=["steps-last", "steps-first", "offices-first", "offices-within", "lists-at-both", "words"],
)
def test_each_line_goes_to_the_cell_it_was_copied_from(rows):
    text, cells = _pasted(*rows)
    (table,) = read_pasted(text)
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == cells


def test_what_stands_below_a_table_is_no_part_of_it():
    text, _ = _pasted(("ที่", "ชื่อ", "วิธี"), ("1", "ขุดคลอง", STEPS))
    table, *paragraphs = read_pasted(f"{text}\n1) แผนนี้ใช้ทั้งปี\nลงชื่อ\n\n3) ภาคผนวก")
    assert isinstance(table, Table)
    assert table.rows[1][2].text == STEPS
    texts = [each.text for each in paragraphs if isinstance(each, Paragraph)]
    assert texts == ["1) แผนนี้ใช้ทั้งปี", "ลงชื่อ", "3) ภาคผนวก"]
