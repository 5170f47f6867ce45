"""Paragraphs that a PDF's page cuts, and lines that stand in or in the middle of a page."""

from __future__ import annotations

import pytest

from ita_site.office.importer.document.blocks import Paragraph
from ita_site.office.importer.formats.pdf.cut_paragraphs import join_cut_paragraphs
from ita_site.office.importer.formats.pdf.layout import PageLayout
from ita_site.office.importer.formats.pdf.wrapped import Margins
from tests.unit.office.importer.test_pdf_over_pages import ADVANCE, LEADING, line, page

WIDTH = 40
MARGINS = Margins(0, WIDTH * ADVANCE)
LINES = 4
"""Of a full page."""
FULL = "ตลาดสดเปิดทุกวันแต่รถเก็บขยะของเทศบาลมีเพียงคันเดียว"


def text_page(number: int, *lines: str, insets=()):
    """A page of lines without a table; those of `insets` stand in."""
    letters = []
    for at, text in enumerate(lines):
        letters += line(text, 4 * ADVANCE if at in insets else 0, 50 + at * LEADING)
    return PageLayout(number, letters, [], margins=MARGINS)


def paragraphs(*pages: PageLayout, unwanted=()):
    join_cut_paragraphs(pages, frozenset(unwanted), MARGINS)
    return [
        block.text
        for each in pages
        for block in each.blocks(frozenset(unwanted))
        if isinstance(block, Paragraph)
    ]


def test_a_full_line_goes_on_in_the_next_page():
    first = text_page(1, "กองช่าง", "กองคลัง", "กองคลัง", FULL, insets=(0, 1, 2))
    found = paragraphs(first, text_page(2, "จึงเก็บไม่ทัน", "1. ขอซื้อรถเพิ่ม"))
    assert found[-2:] == [f"{FULL}จึงเก็บไม่ทัน", "1. ขอซื้อรถเพิ่ม"]


def test_a_paragraph_goes_on_over_three_pages_beside_their_numbers():
    pages = [text_page(at, *[FULL] * LINES, f"- {at} -") for at in (1, 2)]
    found = paragraphs(*pages, text_page(3, "จึงเก็บไม่ทัน"), unwanted=("-1-", "-2-"))
    assert found == [FULL * 2 * LINES + "จึงเก็บไม่ทัน"]


@pytest.mark.parametrize(
    ("last", "first"),
    [(FULL, "1. ขอซื้อรถเพิ่ม"), ("จึงเก็บไม่ทัน", "ขอซื้อรถเพิ่ม"), (FULL, "ข้อเสนอแนะ : ขอซื้อรถเพิ่ม")],
)
def test_what_begins_or_follows_an_end_is_its_own(last: str, first: str):
    assert paragraphs(text_page(1, FULL, FULL, FULL, last), text_page(2, first))[-1] == first


def test_a_page_that_ends_early_has_ended_its_paragraph():
    early, whole = text_page(1, FULL), text_page(2, "ขอซื้อรถเพิ่ม", *[FULL] * 2 * LINES)
    assert paragraphs(early, whole)[0] == FULL


def test_neither_a_table_below_nor_one_above_lets_a_paragraph_go_on():
    cells = ("กข", "คง", "จฉ")
    below = page(cells, above=(FULL,), widths=(5, 16, 19))
    assert FULL in paragraphs(below, text_page(2, "จึงเก็บไม่ทัน"))
    above = page(cells, below=("จึงเก็บไม่ทัน",), widths=(5, 16, 19))
    assert FULL in paragraphs(text_page(1, FULL), above)[0].split("\n")


def test_a_line_that_stands_in_is_full_without_what_it_leaves_free_before():
    text = "ตลาดสดเปิดทุกวันแต่รถเก็บขยะมีเพียงคันเดียว"
    pages = text_page(1, text, "จึงเก็บไม่ทัน", text, "จึงเก็บไม่ทัน", insets=(0, 2))
    assert paragraphs(pages) == [f"{text}จึงเก็บไม่ทัน"] * 2


def test_long_lines_of_a_title_are_their_own_with_one_middle():
    title = ("รายงานผลการดำเนินการตามมาตรการของเมือง", "ประจำปีงบประมาณ พ.ศ. 2568")
    letters = []
    for at, text in enumerate(title):
        placed = line(text, 0, 50 + at * LEADING)
        left = (MARGINS.right - placed[-1].right) / 2
        letters += line(text, left, 50 + at * LEADING)
    assert paragraphs(PageLayout(1, letters, [], margins=MARGINS)) == [*title]
