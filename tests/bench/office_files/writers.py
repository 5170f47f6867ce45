"""A document to the bytes of an office file: Word, Excel, OpenDocument, HTML, CSV, pasted text."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

import docx
import openpyxl
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl.styles import Alignment, PatternFill
from openpyxl.utils import get_column_letter

from tests.bench.office_files.layout import Break, Paragraph
from tests.bench.office_files.marked_up import write_html, write_ods, write_odt
from tests.bench.office_files.printed import write_pdf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from docx.document import Document as WordDocument
    from openpyxl.worksheet.worksheet import Worksheet

    from tests.bench.office_files.layout import Block, Document, Table

COLOUR = "92D050"


def write(document: Document, path: Path) -> None:
    """Write it as the path's ending says."""
    WRITERS[path.suffix](document, path)


def _word(document: Document, path: Path) -> None:
    file = docx.Document()
    for block in document.blocks:
        _word_block(file, block)
    file.save(str(path))


def _word_block(file: WordDocument, block: Block) -> None:
    if isinstance(block, Break):
        file.add_page_break()
    elif isinstance(block, Paragraph):
        file.add_paragraph().add_run(block.text).bold = block.heading
    else:
        _word_table(file, block)


def _word_table(file: WordDocument, table: Table) -> None:
    made = file.add_table(len(table.rows), table.width, style="Table Grid")
    for y, x, cell in table.placed():
        target = made.cell(y, x)
        if cell.across > 1 or cell.down > 1:
            target = target.merge(made.cell(y + cell.down - 1, x + cell.across - 1))
        first, *more = cell.text.split("\n")
        target.paragraphs[0].text = first
        for line in more:
            target.add_paragraph(line)
        if cell.filled:
            shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{COLOUR}"/>')
            target._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - no public way


def _excel(document: Document, path: Path) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for sheet in document.sheets:
        _excel_sheet(book.create_sheet(sheet.name), sheet.blocks)
    book.save(path)


def _excel_sheet(sheet: Worksheet, blocks: tuple[Block, ...]) -> None:
    row = 1
    for block in blocks:
        if isinstance(block, Paragraph):
            sheet.cell(row, 1, block.text)
            row += 1
        elif not isinstance(block, Break):
            _excel_table(sheet, block, row)
            row += len(block.rows) + 1


def _excel_table(sheet: Worksheet, table: Table, top: int) -> None:
    for y, x, cell in table.placed():
        target = sheet.cell(top + y, x + 1, cell.day or _typed(cell.text))
        target.alignment = Alignment(wrap_text=True)
        if cell.day:
            target.number_format = "dd/mm/yyyy"
        if cell.filled:
            target.fill = PatternFill("solid", fgColor=COLOUR)
        if cell.across > 1 or cell.down > 1:
            last = f"{get_column_letter(x + cell.across)}{top + y + cell.down - 1}"
            sheet.merge_cells(f"{target.coordinate}:{last}")
    for y in table.hidden:
        sheet.row_dimensions[top + y].hidden = True


def _typed(text: str) -> str | float | None:
    """A bare figure is a number in a workbook."""
    if re.fullmatch(r"[0-9]{1,3}(,[0-9]{3})*(\.[0-9]+)?", text):
        return float(text.replace(",", "")) if "." in text else int(text.replace(",", ""))
    return text or None


def _csv(document: Document, path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        for block in document.blocks:
            if isinstance(block, Paragraph):
                writer.writerow([block.text])
            elif not isinstance(block, Break):
                writer.writerows(block.matrix())


def _pasted(document: Document, path: Path) -> None:
    """A table pasted as text: tabs between cells, and lines within a cell broken as they come."""
    lines: list[str] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            lines.append(block.text)
        elif not isinstance(block, Break):
            lines.extend("\t".join(row) for row in block.matrix())
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


WRITERS: dict[str, Callable[[Document, Path], None]] = {
    ".docx": _word,
    ".xlsx": _excel,
    ".csv": _csv,
    ".txt": _pasted,
    ".html": write_html,
    ".odt": write_odt,
    ".ods": write_ods,
    ".pdf": write_pdf,
}
