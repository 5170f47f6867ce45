"""Documents in markup: a page copied from a browser or an e-mail, and OpenDocument text."""

from __future__ import annotations

import zipfile
from html import escape
from typing import TYPE_CHECKING

from tests.bench.office_files.layout import Break, Cell, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.bench.office_files.layout import Block, Document, Sheet, Table

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style")
)
FO = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
MIME = "application/vnd.oasis.opendocument."
STYLES = (
    '<style:style style:name="bar" style:family="table-cell">'
    '<style:table-cell-properties fo:background-color="#92d050"/></style:style>'
)


def write_html(document: Document, path: Path) -> None:
    """A page with its tables."""
    body = "\n".join(map(_html_block, document.blocks))
    head = '<!DOCTYPE html><html lang="th"><head><meta charset="utf-8"></head>'
    path.write_text(f"{head}<body>{body}</body></html>", encoding="utf-8")


def _html_block(block: Block) -> str:
    if isinstance(block, Break):
        return "<hr>"
    if isinstance(block, Paragraph):
        text = escape(block.text)
        return f"<p><b>{text}</b></p>" if block.heading else f"<p>{text}</p>"
    rows = ("".join(map(_html_cell, row)) for row in block.rows)
    return "<table border=1>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def _html_cell(cell: Cell) -> str:
    spans = f' colspan="{cell.across}"' * (cell.across > 1) + f' rowspan="{cell.down}"' * (
        cell.down > 1
    )
    colour = ' style="background-color:#92d050"' * cell.filled
    return f"<td{spans}{colour}>{escape(cell.text).replace(chr(10), '<br>')}</td>"


def write_odt(document: Document, path: Path) -> None:
    """An OpenDocument text, as a word processor leaves it."""
    body = "".join(_odt_block(block, number) for number, block in enumerate(document.blocks))
    _archive(path, "text", body)


def write_ods(document: Document, path: Path) -> None:
    """An OpenDocument workbook, a table a sheet."""
    sheets = (_ods_sheet(sheet) for sheet in document.sheets)
    _archive(path, "spreadsheet", "".join(sheets))


def _ods_sheet(sheet: Sheet) -> str:
    rows: list[str] = []
    for block in sheet.blocks:
        if isinstance(block, Paragraph):
            rows.append(f"<table:table-row>{_odt_cell(Cell(block.text))}</table:table-row>")
        elif not isinstance(block, Break):
            lines = ("".join(row) for row in _odt_rows(block))
            rows.extend(f"<table:table-row>{line}</table:table-row>" for line in lines)
    return (
        f'<table:table table:name="{sheet.name}"><table:table-column/>{"".join(rows)}</table:table>'
    )


def _archive(path: Path, kind: str, body: str) -> None:
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {SPACES} {FO} '
        f'office:version="1.3"><office:automatic-styles>{STYLES}</office:automatic-styles>'
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body>"
        "</office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", MIME + kind, zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", _manifest(kind))
        archive.writestr("content.xml", content)


def _odt_block(block: Block, number: int) -> str:
    if isinstance(block, Break):
        return "<text:p/>"
    if isinstance(block, Paragraph):
        tag = "text:h" if block.heading else "text:p"
        level = ' text:outline-level="1"' if block.heading else ""
        return f"<{tag}{level}>{escape(block.text)}</{tag}>"
    rows = "".join(f"<table:table-row>{''.join(row)}</table:table-row>" for row in _odt_rows(block))
    columns = f'<table:table-column table:number-columns-repeated="{block.width}"/>'
    return f'<table:table table:name="T{number}">{columns}{rows}</table:table>'


def _odt_rows(table: Table) -> Iterator[list[str]]:
    covered = "<table:covered-table-cell/>"
    rows = [[covered] * table.width for _ in table.rows]
    for y, x, cell in table.placed():
        rows[y][x] = _odt_cell(cell)
    yield from rows


def _odt_cell(cell: Cell) -> str:
    spans = f' table:number-columns-spanned="{cell.across}"' * (cell.across > 1)
    spans += f' table:number-rows-spanned="{cell.down}"' * (cell.down > 1)
    style = ' table:style-name="bar"' * cell.filled
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in cell.text.split("\n"))
    return f'<table:table-cell office:value-type="string"{style}{spans}>{lines}</table:table-cell>'


def _manifest(kind: str) -> str:
    space = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    entries = (("/", MIME + kind), ("content.xml", "text/xml"))
    files = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}"/>'
        for path, media in entries
    )
    return f'<manifest:manifest {space} manifest:version="1.3">{files}</manifest:manifest>'
