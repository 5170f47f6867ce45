"""A sheet as Thai offices set it, as a Word file.

TH Sarabun PSK 16 points, margins 3 and 2 centimetres, page numbers at the top from the second
sheet on; source: ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2526 and the guide to typing
official letters that belongs to it (not confirmed against the newest amendment).
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from ita_site.facts.thai.numerals import to_thai

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import Section
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

    from ita_site.site.documents.official_table import OfficialTable

FONT = "TH SarabunPSK"
BODY, TABLE, SMALL = 16, 14, 12
MANY = 5
"""Columns; a table of more is set small, as offices do."""
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
LINK = re.compile(r"https?://\S+")
SHORT_SIDE, LONG_SIDE = Cm(21), Cm(29.7)
LEFT, RIGHT, TOP, BOTTOM = Cm(3), Cm(2), Cm(2.5), Cm(2)
INDENT = Cm(2.5)
DOTS = "." * 36
AFTER_BORDERS = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")
"""What follows a paragraph's borders in the order the format asks for."""


class Paper:
    """A Word file in the making. With `thai` all digits but those of links are Thai ones."""

    def __init__(self, *, thai: bool) -> None:
        """Begin with one upright sheet."""
        self._thai = thai
        self._file = docx.Document()
        self._set_style()
        self._lay_out(self._file.sections[0], is_wide=False)
        self._number_pages(self._file.sections[0])

    def line(
        self,
        text: str = "",
        *,
        bold: bool = False,
        size: int = BODY,
        centred: bool = False,
        emblem: float = 0,
    ) -> Paragraph:
        """A line that begins at the margin, or stands in the middle.

        `emblem` is the room left above it, in centimetres.
        """
        made = self._file.add_paragraph()
        if emblem:
            made.paragraph_format.space_before = Cm(emblem)
        if centred:
            made.alignment = WD_ALIGN_PARAGRAPH.CENTER
        self._write(made, text, bold=bold, size=size)
        return made

    def heading(self, text: str, level: int = 1) -> None:
        """A heading, which stays with what follows it."""
        made = self._file.add_paragraph(style=f"Heading {level}")
        self._write(made, text, bold=True)

    def prose(self, text: str, *, stays: bool = False) -> None:
        """A paragraph with its first line drawn in, spread as Thai is.

        One that `stays` is on the sheet of what follows it: nobody signs on a sheet of its own.
        """
        for part in filter(None, (line.strip() for line in text.splitlines())):
            made = self._file.add_paragraph()
            made.alignment = WD_ALIGN_PARAGRAPH.THAI_JUSTIFY
            made.paragraph_format.first_line_indent = INDENT
            made.paragraph_format.keep_with_next = stays
            self._write(made, part)

    def label(self, *pairs: tuple[str, str], ruled: bool = True) -> None:
        """Fields of a memo's head: each label bold, and what was said, else dots to write on."""
        made = self._file.add_paragraph()
        for name, value in pairs:
            self._write(made, f"{name} ", bold=True, size=20 if ruled else BODY)
            self._write(made, f"{value or '.' * 40}   ")

    def table(self, table: OfficialTable) -> None:
        """A ruled table: rows do not tear, the headings stand on every sheet."""
        made = self._file.add_table(rows=1, cols=len(table.headings), style="Table Grid")
        made.autofit = False
        widths = self._widths(table.widths)
        size = SMALL if len(table.headings) > MANY else TABLE
        for cell, heading in zip(made.rows[0].cells, table.headings, strict=True):
            self._fill(cell, (heading,), size, bold=True)
        _mark(made.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")  # noqa: SLF001 - docx has no word for it
        for row in table.rows:
            for cell, lines in zip(made.add_row().cells, row, strict=True):
                self._fill(cell, lines, size)
        _set_widths(made, widths)
        for each in made.rows:
            _mark(each._tr.get_or_add_trPr(), "w:cantSplit")  # noqa: SLF001

    def signature(self, position: str) -> None:
        """Where somebody signs: a line, a line for the name, and the position."""
        for text in ("", *_to_sign(position)):
            made = self._file.add_paragraph()
            made.paragraph_format.left_indent = Cm(7)
            made.paragraph_format.keep_with_next = True
            made.alignment = WD_ALIGN_PARAGRAPH.CENTER
            self._write(made, text)
        made.paragraph_format.keep_with_next = False

    def signatures(self, left: tuple[str, ...], left_position: str, position: str) -> None:
        """Two who sign beside each other, the one on the left after some lines of his own."""
        self.line().paragraph_format.keep_with_next = True
        made = self._file.add_table(rows=1, cols=2)
        for cell, lines in zip(
            made.rows[0].cells,
            ((*left, *_to_sign(left_position), "วันที่ " + DOTS), ("", *_to_sign(position))),
            strict=True,
        ):
            self._fill(cell, lines, BODY)
            for paragraph in cell.paragraphs:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _mark(made.rows[0]._tr.get_or_add_trPr(), "w:cantSplit")  # noqa: SLF001

    def rule(self) -> None:
        """A line from margin to margin, as under the head of a memo."""
        made = self._file.add_paragraph()
        made.paragraph_format.line_spacing = Pt(6)
        borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
        for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "auto")):
            bottom.set(qn(f"w:{name}"), value)
        borders.append(bottom)
        made._p.get_or_add_pPr().insert_element_before(borders, *AFTER_BORDERS)  # noqa: SLF001

    def lie_down(self) -> None:
        """Let the sheets lie from the first one on."""
        self._lay_out(self._file.sections[0], is_wide=True)

    def turn(self, *, is_wide: bool) -> None:
        """Begin a new sheet, lying or upright."""
        self._lay_out(self._file.add_section(WD_SECTION.NEW_PAGE), is_wide=is_wide)

    def content(self, title: str, author: str, day: date) -> bytes:
        """The file's bytes, the same for the same facts."""
        about = self._file.core_properties
        about.title, about.author, about.language, about.comments = title, author, "th-TH", ""
        about.last_modified_by, about.revision = author, 1
        about.created = about.modified = datetime(day.year, day.month, day.day, tzinfo=UTC)
        written = io.BytesIO()
        self._file.save(written)
        return _without_times(written)

    def _set_style(self) -> None:
        for name in ("Normal", "Heading 1", "Heading 2"):
            style = self._file.styles[name]
            style.paragraph_format.space_before = Pt(0 if name == "Normal" else 6)
            style.paragraph_format.space_after = Pt(0)
            style.paragraph_format.line_spacing = 1
            _set_font(style.element.get_or_add_rPr(), BODY, bold=name != "Normal")

    def _lay_out(self, section: Section, *, is_wide: bool) -> None:
        section.orientation = WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT
        sides = (LONG_SIDE, SHORT_SIDE) if is_wide else (SHORT_SIDE, LONG_SIDE)
        section.page_width, section.page_height = sides
        section.left_margin, section.right_margin = (RIGHT if is_wide else LEFT), RIGHT
        section.top_margin, section.bottom_margin = TOP, BOTTOM
        section.header_distance = Cm(1.25)
        section.different_first_page_header_footer = len(self._file.sections) == 1
        if self._thai:
            _number_in_thai(section)

    def _number_pages(self, section: Section) -> None:
        made = section.header.paragraphs[0]
        made.alignment = WD_ALIGN_PARAGRAPH.CENTER
        self._write(made, "- ")
        for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
            run = made.add_run()
            _set_font(run._r.get_or_add_rPr(), BODY)  # noqa: SLF001
            run._r.append(_field_part(kind, text))  # noqa: SLF001
        self._write(made, " -")

    def _write(
        self, paragraph: Paragraph, text: str, *, bold: bool = False, size: int = BODY
    ) -> Run:
        run = paragraph.add_run(self._digits(text))
        _set_font(run._r.get_or_add_rPr(), size, bold=bold)  # noqa: SLF001
        return run

    def _digits(self, text: str) -> str:
        if not self._thai:
            return text
        words = re.split(f"({LINK.pattern})", text)
        return "".join(part if LINK.fullmatch(part) else to_thai(part) for part in words)

    def _fill(self, cell: _Cell, lines: Iterable[str], size: int, *, bold: bool = False) -> None:
        parts = [part for line in lines for part in line.splitlines()] or [""]
        for at, text in enumerate(parts):
            made = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
            made.alignment = WD_ALIGN_PARAGRAPH.CENTER if bold else WD_ALIGN_PARAGRAPH.LEFT
            self._write(made, text, bold=bold, size=size)

    def _widths(self, shares: tuple[float, ...]) -> list[int]:
        section = self._file.sections[-1]
        assert section.page_width and section.left_margin and section.right_margin  # noqa: PT018, S101
        room = section.page_width - section.left_margin - section.right_margin
        return [int(room * share / sum(shares)) for share in shares]


def _number_in_thai(section: Section) -> None:
    properties = section._sectPr  # noqa: SLF001
    for old in properties.findall(qn("w:pgNumType")):
        properties.remove(old)
    kind = OxmlElement("w:pgNumType")
    kind.set(qn("w:fmt"), "thaiNumbers")
    margins = properties.find(qn("w:pgMar"))
    assert margins is not None  # noqa: S101 - every section has them
    margins.addnext(kind)


def _field_part(kind: str, text: str) -> BaseOxmlElement:
    """A part of a field that Word fills in."""
    if kind:
        part = OxmlElement("w:fldChar")
        part.set(qn("w:fldCharType"), kind)
        return part
    part = OxmlElement("w:instrText")
    part.text = text
    return part


def _set_font(properties: BaseOxmlElement, size: int, *, bold: bool = False) -> None:
    """Word sets Thai by what it calls a complex script: font, size and weight are said twice."""
    for name in ("w:rFonts", "w:b", "w:bCs", "w:color", "w:sz", "w:szCs", "w:lang"):
        for old in properties.findall(qn(name)):
            properties.remove(old)
    fonts = OxmlElement("w:rFonts")
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    properties.append(fonts)
    if bold:
        properties.append(OxmlElement("w:b"))
        properties.append(OxmlElement("w:bCs"))
    for name in ("w:sz", "w:szCs"):
        half_points = OxmlElement(name)
        half_points.set(qn("w:val"), str(size * 2))
        properties.append(half_points)
    language = OxmlElement("w:lang")
    language.set(qn("w:bidi"), "th-TH")
    properties.append(language)


def _to_sign(position: str) -> tuple[str, ...]:
    return (f"ลงชื่อ {DOTS}", f"({DOTS})", position or f"ตำแหน่ง {DOTS}")


def _mark(properties: BaseOxmlElement, name: str) -> None:
    properties.append(OxmlElement(name))


def _set_widths(table: Table, widths: list[int]) -> None:
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def _without_times(written: io.BytesIO) -> bytes:
    """The same archive with no time of day in it."""
    made = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            new.writestr(zipfile.ZipInfo(name, FIRST_DAY), old.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()
