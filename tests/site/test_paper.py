"""Pages as a browser prints them: what heads something stands with it, and words stay whole."""

from __future__ import annotations

from collections import Counter

import pypdfium2
import pytest

from tests.depth import thorough
from tests.site.built import squeezed
from tests.site.reader import DESK, Screen
from tests.site.test_lines import LINES, ends_within_thai, is_of_whole_words, parts_at

LYING = Screen(1032, 730)
"""A lying sheet within its margins, in the points of a screen."""
FOOT, HEAD = 50, 40
"""How far what stands in a sheet's margins reaches, in points."""
HEADS = "article :is(h1, h2, h3, h4, summary):visible"


def ends_of_sheets(window) -> list[tuple[str, str]]:
    """The first and the last line of each sheet, without any white space."""
    with pypdfium2.PdfDocument(window.page.pdf(prefer_css_page_size=True)) as document:
        return [_ends(page.get_textpage(), *page.get_size()) for page in document]


def _ends(text, width: float, height: float) -> tuple[str, str]:
    boxes = [text.get_rect(number) for number in range(text.count_rects())]
    middles = [(box[1] + box[3]) / 2 for box in boxes]
    within = [middle for middle in middles if FOOT < middle < height - HEAD]
    lines = (text.get_text_bounded(0, at - 2, width, at + 2) for at in (max(within), min(within)))
    first, last = map(squeezed, lines)
    return first, last


def on_paper(visit, home, address, screen=DESK):
    window = visit(home, screen)
    window.page.emulate_media(media="print")
    window.open(address)
    return window


@pytest.mark.parametrize(
    ("name", "address"),
    [("own", "history/"), *thorough(("own", "2569/checklist/"), ("own", "2566/"))],
)
def test_no_heading_stands_alone_at_the_foot_of_a_sheet(request, visit, name, address):
    window = on_paper(visit, request.getfixturevalue(f"{name}_home"), address)
    heads = [squeezed(text) for text in window.page.locator(HEADS).all_inner_texts()]
    sheets = ends_of_sheets(window)
    assert len(sheets) > 1
    assert [last for _, last in sheets if any(head.endswith(last) for head in heads)] == []


def test_each_item_of_a_checklist_begins_a_sheet(visit, portal_home):
    window = on_paper(visit, portal_home, "khok-mon/2568/checklist/")
    _, second = ends_of_sheets(window)
    assert second[0].startswith("ข้อO28")


@pytest.mark.parametrize(
    ("name", "address"),
    [("portal", "udon-thani/2566/o42/"), *thorough(("own", "2569/o26/"), ("own", "2568/o27/"))],
)
def test_the_narrow_cells_of_the_table_tear_no_word(request, visit, name, address):
    window = on_paper(visit, request.getfixturevalue(f"{name}_home"), address, LYING)
    window.ask(
        "() => document.querySelector('.ita-annex').parentElement.replaceChildren("
        "document.querySelector('.ita-annex'))"
    )
    torn, parted, ends = Counter(), Counter(), 0
    for text, end in ends_within_thai(window.ask(LINES)):
        ends += 1
        if parts := parts_at(text, end):
            (parted if all(map(is_of_whole_words, parts)) else torn)["|".join(parts)] += 1
    assert ends > 20
    assert torn == {}
    assert parted.total() < ends / 10, parted.most_common(20)
