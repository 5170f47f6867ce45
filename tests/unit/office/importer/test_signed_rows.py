"""Who signs below a table's entries, in rows of the same table: no entry, and nobody's name."""

from __future__ import annotations

import pytest

from tests.unit.office.importer.test_blocks import imported, table

HEAD = ["มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ"]
ENTRY = ["ปลูกป่าชายเลน", "เตรียมกล้าไม้", "กองช่าง"]


@pytest.mark.parametrize(
    "rows",
    [
        [["ผู้จัดทำ นายสมมุติ ตัวอย่างดี ตำแหน่ง นิติกร", "", ""]],
        [["", "", ""], ["", "", "ลงชื่อ ..................."], ["", "", "(นางสมมุติ ตัวอย่างดี)"]],
        [
            ["(ลงชื่อ)........", "", "(ลงชื่อ)........"],
            ["(นายสมมุติ ตัวอย่างดี)", "", "(นางสมใจ ตัวอย่างดี)"],
            ["นักทรัพยากรบุคคล", "", "ปลัดเทศบาล"],
        ],
    ],
)
def test_rows_of_who_signs_are_no_measures(rows: list[list[str]]):
    made = imported(table(HEAD, ENTRY, *rows))
    measures = made.values["2568/measures.yml"]["measures"]
    assert [each["title"] for each in measures] == ["ปลูกป่าชายเลน"]
    assert "ตัวอย่างดี" not in str(made.values) + str(made.report) + str(made.rest)


def test_a_person_beside_other_cells_ends_no_table():
    entry = ["ตรวจน้ำประปา", "สุ่มตรวจ", "นายสมมุติ ตัวอย่างดี"]
    made = imported(table(HEAD, ENTRY, entry, ["ซ่อมสะพาน", "สำรวจ", "กองช่าง"]))
    titles = [each["title"] for each in made.values["2568/measures.yml"]["measures"]]
    assert titles == ["ปลูกป่าชายเลน", "ตรวจน้ำประปา", "ซ่อมสะพาน"]
