"""Paragraphs of a PDF: told apart by a blank line, by where they begin, or centred."""

from __future__ import annotations

from ita_site.office.importer.formats.pdf.letters import Letter, Line, gather_lines
from ita_site.office.importer.formats.pdf.paragraphs import Setting
from ita_site.office.importer.formats.pdf.wrapped import Margins

SIZE, ADVANCE, LEADING = 16.0, 8.0, 24.0
WIDTH = 40
"""Letters of a full line."""


def line(text: str, at: float, left: float = 0.0):
    """A line of letters of one width, so many lines from the top."""
    top = 100 + at * LEADING
    letters = [
        Letter(sign, left + ADVANCE * n, top, left + ADVANCE * (n + 1), top + SIZE)
        for n, sign in enumerate(text)
    ]
    (made,) = gather_lines(letters)
    return made


def beginnings(*lines: Line):
    """Of which lines the setting of their page says that they begin a paragraph."""
    setting = Setting.of_page(lines, Margins(0, WIDTH * ADVANCE))
    return [at for at in range(1, len(lines)) if setting.begins(lines[at - 1], lines[at])]


def test_where_full_lines_stand_in_the_next_that_stands_in_begins():
    full, inset = "ก" * (WIDTH - 4), 4 * ADVANCE
    page = [line(full, 0, inset), line(full, 1), line(full, 2, inset), line("กขค", 3)]
    assert beginnings(*page) == [2]


def test_a_list_that_hangs_goes_on():
    full = "ก" * (WIDTH - 4)
    assert beginnings(line(full, 0), line(full, 1, 4 * ADVANCE), line("กข", 2, 4 * ADVANCE)) == []


def test_a_blank_line_ends_a_paragraph_however_full_the_line_is():
    full = "ก" * WIDTH
    page = [line(full, 0), line(full, 1), line(full, 2), line(full, 4), line(full, 5)]
    assert beginnings(*page) == [3]


def test_lines_of_a_title_in_the_middle_are_each_their_own():
    title = [line("ก" * 20, 0, 10 * ADVANCE), line("ก" * 10, 1, 15 * ADVANCE)]
    assert beginnings(*title, line("ก" * WIDTH, 2), line("ก" * WIDTH, 3)) == [1]
