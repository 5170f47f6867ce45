"""Rows that a PDF's page cuts: by what is full above and goes on below, they are one again."""

from __future__ import annotations

import unicodedata

import pytest

from ita_site.office.importer.document.blocks import Table
from ita_site.office.importer.formats.pdf.heads import mend_heads
from ita_site.office.importer.formats.pdf.layout import PageLayout
from ita_site.office.importer.formats.pdf.letters import Letter
from ita_site.office.importer.formats.pdf.over_pages import join_cut_rows

ADVANCE = 6.0
LEADING = 20.0
WIDTHS = (5, 16, 14)
"""In letters."""


def page(*rows: object, above=(), below=(), number=1, widths=WIDTHS):
    """A page with a table of these rows, each cell a tuple of its lines."""
    letters, boxes, top = [], [], 50.0
    for text in above:
        letters += line(text, 0, top)
        top += LEADING
    for row in rows:
        height = max(len(cell) for cell in row) * LEADING
        left = 0.0
        for cell, width in zip(row, widths, strict=True):
            boxes.append((left, top, left + width * ADVANCE, top + height))
            for at, text in enumerate(cell):
                letters += line(text, left + ADVANCE / 2, top + at * LEADING)
            left += width * ADVANCE
        top += height
    for text in below:
        letters += line(text, 0, top + LEADING)
    return PageLayout(number, letters, [boxes])


def line(text, left, top):
    placed = []
    for sign in text:
        is_mark = unicodedata.category(sign) == "Mn"
        start = placed[-1].left if is_mark and placed else left
        placed.append(Letter(sign, start, top + 3, start + ADVANCE, top + 17, font=11.0))
        left = left if is_mark else left + ADVANCE
    return placed


def tables(*pages: PageLayout, unwanted=()):
    unwanted = frozenset(unwanted)
    mend_heads(pages)
    join_cut_rows(pages, unwanted)
    return [
        [[cell.text for cell in row] for row in block.rows]
        for each in pages
        for block in each.blocks(unwanted)
        if isinstance(block, Table)
    ]


HEAD = (("ที่",), ("โครงการ",), ("หน่วยงาน",))
CUT = (("7",), ("ขุดลอกคลองสาย",), ("กองช่าง",))
REST = ((), ("หลักก่อนถึงฤดูฝน",), ())
NEXT = (("8",), ("ปลูกป่า",), ("กองคลัง",))


def test_a_row_goes_on_where_its_page_left_no_room():
    assert tables(page(HEAD, CUT), page(REST, NEXT, number=2)) == [
        [
            ["ที่", "โครงการ", "หน่วยงาน"],
            ["7", "ขุดลอกคลองสายหลักก่อนถึงฤดูฝน", "กองช่าง"],
            ["8", "ปลูกป่า", "กองคลัง"],
        ]
    ]


def test_what_is_put_together_is_told_and_nothing_else():
    first, second = page(HEAD, CUT), page(REST, NEXT, number=2)
    join_cut_rows([first, second], frozenset())
    (table,) = first.blocks(frozenset())
    assert isinstance(table, Table)
    told = [["ขาดข้ามหน้า" in cell.doubt for cell in row] for row in table.rows]
    assert told == [[False] * 3, [True] * 3, [False] * 3]


def test_a_row_goes_on_below_headings_and_a_number_that_pages_repeat():
    first = page(HEAD, CUT, above=("เทศบาล",), below=("1",))
    second = page(HEAD, REST, NEXT, above=("เทศบาล",), number=2)
    assert [len(each) for each in tables(first, second, unwanted=("1", "เทศบาล"))] == [3]


def test_a_row_may_go_on_over_several_pages():
    middle = ((), ("หลักก่อนถึงฤดูฝน",), ())
    end = ((), ("และทุกเดือนมีนาคม",), ())
    (read,) = tables(page(HEAD, CUT), page(middle, number=2), page(end, NEXT, number=3))
    assert read[1][1] == "ขุดลอกคลองสายหลักก่อนถึงฤดูฝนและทุกเดือนมีนาคม"


def test_offices_below_each_other_stay_two():
    above = (("7",), ("ขุดลอกคลองสาย",), ("งานโยธา",))
    rest = ((), ("หลักก่อนถึงฤดูฝน",), ("งานสวน",))
    third = ((), ("1. สำรวจ (แนว",), ())
    (read,) = tables(page(HEAD, above), page(rest, third, number=2))
    assert read[1] == ["7", "ขุดลอกคลองสายหลักก่อนถึงฤดูฝน", "งานโยธา\nงานสวน"]


@pytest.mark.parametrize(
    ("last", "first"),
    [
        (CUT, NEXT),
        ((("7",), ("ขุดลอกคลอง", "ทุกสายของตำบล"), ("กองช่าง",)), ((), ("ปลูกป่า",), ("กองคลัง",))),
        ((("7",), ("ปลูกป่า",), ("กองคลัง",)), ((), ("จัดซื้อเรือ",), ("กองช่าง",))),
        ((("7",), ("ปลูกป่า",), ()), ((), (), ("กองช่าง",))),
    ],
)
def test_a_row_that_begins_stays_its_own(last, first):
    read = tables(page(HEAD, last), page(first, number=2))
    assert [len(each) for each in read] == [2, 1]


@pytest.mark.parametrize("between", [{"below": ("หมายเหตุท้ายตาราง",)}, {"widths": (6, 17, 12)}])
def test_another_table_is_no_rest(between):
    assert len(tables(page(HEAD, CUT, **between), page(REST, NEXT, number=2))) > 1


def test_a_table_that_begins_a_page_as_another_ended_follows_it():
    first, second = page(HEAD, CUT), page(NEXT, number=2)
    join_cut_rows([first, second], frozenset())
    assert [block.follows for each in (first, second) for block in each.blocks(frozenset())] == [
        False,
        True,
    ]


HIGH = (("ที่",), ("โครงการที่", "จะดำเนินการ"), ("หน่วยงาน",))
LOW = (("ที่",), ("โครงการที่",), ("หน่วยงาน",))


def overflowing(*rows: object, seen="จะดำเนินการ"):
    """A page that repeats a heading in too low a box: of its second line no more is seen."""
    made = page(LOW, *rows, number=2)
    begun = len(line("ที่โครงการที่", 0, 0))
    made.letters[begun:begun] = line(seen, (WIDTHS[0] + 0.5) * ADVANCE, 50 + LEADING)
    return made


@pytest.mark.parametrize("seen", ["จะดำเนินการ", "จะ", ""])
def test_a_repeated_heading_too_high_for_its_box_says_the_same(seen):
    (read,) = tables(page(HIGH, CUT), overflowing(REST, NEXT, seen=seen))
    assert [row[1] for row in read] == [
        "โครงการที่จะดำเนินการ",
        "ขุดลอกคลองสายหลักก่อนถึงฤดูฝน",
        "ปลูกป่า",
    ]


def test_a_heading_over_a_row_that_begins_takes_nothing_of_it():
    _, second = tables(page(HIGH, CUT), overflowing(NEXT))
    assert second == [["ที่", "โครงการที่จะดำเนินการ", "หน่วยงาน"], ["8", "ปลูกป่า", "กองคลัง"]]


def test_a_figure_that_another_begins_with_is_no_repeated_heading():
    last, first = (("12",), ("ปลูกป่า",), ("กองคลัง",)), (("1",), ("ปลูกป่า",), ("กองคลัง",))
    made = page(first, (("2",), ("ซ่อมถนน",), ("กองช่าง",)), number=2)
    assert tables(page(last), made)[1][0][0] == "1"


def merged(*rows: object, number):
    """A page whose last two rows have one cell in the last column."""
    made = page(*rows, number=number)
    above, below = sorted(box for box in made.tables[0] if box[0] > 100)[-2:]
    made.tables[0] = [box for box in made.tables[0] if box not in (above, below)]
    made.tables[0].append((*above[:3], below[3]))
    return made


def test_a_cell_merged_over_rows_of_two_pages_is_one():
    rows = [((str(at),), (f"งาน {at}",), ("กองช่าง",) if at % 2 else ()) for at in range(1, 7)]
    head = (("ที่",), ("โครงการ",), ("หน่วยงาน",))
    first, second = page(head, *rows[:3]), merged(head, *rows[3:], number=2)
    join_cut_rows([first, second], frozenset())
    (table,) = first.blocks(frozenset())
    assert isinstance(table, Table)
    assert [row[2].text for row in table.rows] == [
        "หน่วยงาน",
        "กองช่าง",
        "",
        "กองช่าง",
        "",
        "กองช่าง",
        "",
    ]
    assert table.rows[4][2].origin == (3, 2)
    assert "ขาดข้ามหน้า" in table.rows[3][2].doubt


def test_an_empty_cell_where_none_is_merged_stays_empty():
    head = (("ที่",), ("โครงการ",), ("หน่วยงาน",))
    first, second = page(head, CUT), page(head, (("8",), ("ปลูกป่า",), ()), number=2)
    assert len(tables(first, second)) == 2


def test_lines_printed_over_each_other_are_taken_out_and_the_rest_stays():
    made = page(HEAD, CUT, above=("หน่วยงาน นายสมมติ",))
    made.letters += line("081-000", 2 * ADVANCE + 2, 50.0)
    assert made.take_out_overprinted() == 1
    assert [block.place for block in made.blocks(frozenset())] == ["หน้า 1 ตาราง 1"]
    assert made.take_out_overprinted() == 0


def test_lines_of_a_page_are_counted_on_below_a_table():
    made = page(HEAD, CUT, above=("เทศบาล", "แผน"), below=("หมายเหตุ",))
    assert [block.place for block in made.blocks(frozenset())] == [
        "หน้า 1 บรรทัด 1",
        "หน้า 1 บรรทัด 2",
        "หน้า 1 ตาราง 1",
        "หน้า 1 บรรทัด 3",
    ]
