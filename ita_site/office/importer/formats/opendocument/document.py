"""A file of OpenDocument, text or workbook, from its beginning to its end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lxml import etree
from openpyxl.utils import get_column_letter

from ita_site.office.importer.document.blocks import (
    Block,
    FileContent,
    Paragraph,
    Table,
    split_sheet,
)
from ita_site.office.importer.document.labels import whole_number
from ita_site.office.importer.formats.office_file import BROKEN, RefusedError, refuse_endless
from ita_site.office.importer.formats.opendocument.elements import (
    Extras,
    Numbering,
    ParagraphReader,
    Styles,
    name,
    read_number,
)
from ita_site.office.importer.formats.opendocument.grid import (
    ROW_GROUPS,
    EndlessError,
    Grid,
    iter_within,
)

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

    from ita_site.office.importer.formats.opendocument.elements import Element

_TEXTS: Final = (name("text:p"), name("text:h"))
_LIST: Final = name("text:list")
_ITEMS: Final = (name("text:list-item"), name("text:list-header"))
_TABLE: Final = name("table:table")
_UNSEEN: Final = {
    name(each) for each in ("text:tracked-changes", "office:forms", "text:sequence-decls")
}
_ENCRYPTED: Final = b"encryption-data"
_LONGEST: Final = 60
_BROKEN: Final = (*BROKEN, etree.LxmlError, KeyError, AttributeError, TypeError, IndexError)


@dataclass(slots=True)
class Body:
    """Reads the blocks of a part; `extras` gathers what there is beside them."""

    styles: Styles
    extras: Extras = field(default_factory=Extras)
    paragraphs: int = 0
    tables: int = 0
    numbering: Numbering = field(init=False)

    def __post_init__(self) -> None:
        self.numbering = Numbering(self.styles)

    def blocks(self, element: Element) -> Iterator[Block]:
        """Every paragraph that holds something, and every table; a text box follows its anchor."""
        for line in self._lines(element):
            if isinstance(line, Table):
                yield line
            elif line:
                self.paragraphs += 1
                yield Paragraph(line, f"ย่อหน้า {self.paragraphs}")

    def cell_text(self, cell: Element) -> str:
        """A cell's paragraphs, each a line; a table within it with a line for each row."""
        lines = (
            line
            if isinstance(line, str)
            else "\n".join(" ".join(filter(None, (each.text for each in row))) for row in line.rows)
            for line in self._lines(cell)
        )
        return "\n".join(filter(None, lines)).strip("\n")

    def _lines(self, element: Element, label: str = "") -> Iterator[str | Table]:
        for child in element.iterchildren():
            if child.tag in _TEXTS:
                yield from self._paragraph(child, label)
                label = ""
            elif child.tag == _LIST:
                yield from self._list(child, "", 1)
            elif child.tag == _TABLE:
                yield from self._table(child)
            elif child.tag == name("office:annotation"):
                self.extras.comments += 1
            elif child.tag == name("draw:frame"):
                self.extras.pictures += child.find(f".//{name('text:p')}") is None
                yield from self._lines(child)
            elif isinstance(child.tag, str) and child.tag not in _UNSEEN:
                yield from self._lines(child)

    def _paragraph(self, element: Element, label: str) -> Iterator[str | Table]:
        before = len(self.extras.frames)
        text = ParagraphReader(self.styles, self.extras).read(element)
        frames = self.extras.frames[before:]
        del self.extras.frames[before:]
        yield label + text if text.strip() else ""
        for frame in frames:
            yield from self._lines(frame)

    def _list(self, element: Element, outer: str, depth: int) -> Iterator[str | Table]:
        style = element.get(name("text:style-name")) or outer
        if depth == 1:
            goes_on = element.get(name("text:continue-numbering")) == "true"
            self.numbering.begin(
                style, goes_on=goes_on or bool(element.get(name("text:continue-list")))
            )
        for item in element.iterchildren(*_ITEMS):
            yield from self._item(item, style, depth)

    def _item(self, item: Element, style: str, depth: int) -> Iterator[str | Table]:
        """An entry; one that holds only a deeper list has no number of its own."""
        own = item.tag == _ITEMS[0] and any(child.tag in _TEXTS for child in item)
        start = item.get(name("text:start-value"))
        begins = whole_number(start) if start else None
        label = self.numbering.label(style, depth, begins) if own else ""
        for child in item.iterchildren():
            if child.tag == _LIST:
                yield from self._list(child, style, depth + 1)
            elif child.tag in _TEXTS:
                yield from self._paragraph(child, label)
                label = ""
            elif child.tag == _TABLE:
                yield from self._table(child)

    def _table(self, element: Element) -> Iterator[str | Table]:
        if (only := _only_cell(element)) is not None and only.find(_TABLE) is not None:
            yield from self._lines(only)  # only there for the layout
            return
        self.tables += 1
        title = f"ตาราง {self.tables}"
        grid = Grid(
            self.styles,
            self.cell_text,
            lambda row, column: f"{title} แถว {row + 1} ช่อง {column + 1}",
        )
        rows = grid.read(element)
        self.extras.covered += grid.covered
        if rows and rows[0]:
            yield Table(tuple(rows), title)


def _only_cell(table: Element) -> Element | None:
    """The cell of a table that has no other."""
    rows = list(iter_within(table, name("table:table-row"), ROW_GROUPS))
    cells = list(rows[0].iterchildren(name("table:table-cell"))) if len(rows) == 1 else []
    return cells[0] if len(cells) == 1 else None


def read_opendocument(packed: zipfile.ZipFile, file: str) -> FileContent:
    """Read a `.odt` or `.ods`; macros are not looked at.

    Args:
        packed: The file, which `open_package` finds to be safe.
        file: What it is called.

    Returns:
        Its blocks, and in Thai what of the file is not among them.

    Raises:
        RefusedError: ITA906 when it has a password, ITA911 when it is none, ITA915 or ITA931
            when it never ends.
    """
    if _is_encrypted(packed):
        raise RefusedError("ITA906", file=file)
    try:
        content = _parse(packed, "content.xml")
        refuse_endless(sum(_times(row) for row in content.iter(name("table:table-row"))), file)
        return _read_content(content, _optional(packed, "styles.xml"))
    except EndlessError as error:
        cell = f"{get_column_letter(min(error.column + 1, 18278))}{error.row + 1}"
        raise RefusedError("ITA915", sheet=file, cell=cell) from error
    except _BROKEN as error:
        raise RefusedError("ITA911", file=file) from error


def _times(row: Element) -> int:
    """How many rows it stands for; an empty one for none, for sheets end with a million of them."""
    has_text = next(row.iter(*_TEXTS), None) is not None
    return read_number(row, "table:number-rows-repeated") if has_text else 0


def _is_encrypted(packed: zipfile.ZipFile) -> bool:
    names = packed.namelist()
    manifest = "META-INF/manifest.xml"
    return "encrypted-package" in names or (
        manifest in names and _ENCRYPTED in packed.read(manifest)
    )


def _parse(packed: zipfile.ZipFile, part: str) -> Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(packed.read(part), parser)


def _optional(packed: zipfile.ZipFile, part: str) -> Element | None:
    return _parse(packed, part) if part in packed.namelist() else None


def _read_content(content: Element, styling: Element | None) -> FileContent:
    styles = Styles()
    styles.add(styling)
    styles.add(content)
    body = Body(styles)
    blocks: list[Block] = []
    left_out: list[str] = []
    for part in content.findall(f"{name('office:body')}/*"):
        if part.tag == name("office:spreadsheet"):
            for sheet in iter_within(part, _TABLE, set()):
                _read_sheet(sheet, body, blocks, left_out)
        else:
            blocks.extend(body.blocks(part))
    blocks += _notes(body)
    deleted = len(content.findall(f".//{name('text:deletion')}"))
    left_out += _left_out(body.extras, deleted)
    if styling is not None:
        left_out += _headers(styling, styles)
    return FileContent(tuple(blocks), tuple(left_out))


def _read_sheet(sheet: Element, body: Body, blocks: list[Block], left_out: list[str]) -> None:
    title = sheet.get(name("table:name")) or ""
    shown = body.styles.look_up(
        "table", sheet.get(name("table:style-name")), "style:table-properties", "table:display"
    )
    if shown == "false":
        left_out.append(f"แผ่นงาน “{title}” ถูกซ่อนไว้ ไม่ได้นำเข้า")
        return
    grid = Grid(
        body.styles,
        body.cell_text,
        lambda row, column: f"แผ่นงาน “{title}” เซลล์ {get_column_letter(column + 1)}{row + 1}",
    )
    blocks.extend(split_sheet(grid.read(sheet)))
    body.extras.covered += grid.covered
    for shapes in sheet.findall(name("table:shapes")):
        blocks.extend(body.blocks(shapes))
    left_out += _hidden_parts(title, grid)


def _hidden_parts(title: str, grid: Grid) -> Iterator[str]:
    rows = sorted({row + 1 for row, _ in grid.texts if row in grid.hidden_rows})
    columns = sorted({column for _, column in grid.texts if column in grid.hidden_columns})
    if rows:
        yield f"แผ่นงาน “{title}” แถวที่ซ่อนไว้ {', '.join(map(str, rows))} ไม่ได้นำเข้า"
    if columns:
        letters = ", ".join(get_column_letter(column + 1) for column in columns)
        yield f"แผ่นงาน “{title}” คอลัมน์ที่ซ่อนไว้ {letters} ไม่ได้นำเข้า"


def _notes(body: Body) -> Iterator[Block]:
    """The notes at a page's foot, in the order they are called."""
    for at, note in enumerate(list(body.extras.notes), 1):
        text = "\n".join(
            body.cell_text(each) for each in note.findall(name("text:note-body"))
        ).strip()
        kind = note.get(name("text:note-class"))
        title = "อ้างอิงท้ายเรื่อง" if kind == "endnote" else "เชิงอรรถ"
        if text:
            yield Paragraph(text, f"{title} {at}")


def _left_out(extras: Extras, deleted: int) -> Iterator[str]:
    counted = (
        (extras.pictures, "รูปภาพหรือวัตถุ {} รายการ ข้อความในภาพไม่ได้นำเข้า"),
        (deleted, "ข้อความที่ถูกลบโดยติดตามการเปลี่ยนแปลง {} แห่ง ไม่ได้นำเข้า"),
        (extras.hidden, "ข้อความที่ซ่อนไว้ {} แห่ง ไม่ได้นำเข้า"),
        (extras.covered, "ข้อความในช่องที่ถูกผสาน ซึ่งไม่แสดง {} ช่อง ไม่ได้นำเข้า"),
        (extras.comments, "ความคิดเห็น {} รายการ ไม่ได้นำเข้า"),
    )
    yield from (words.format(count) for count, words in counted if count)


def _headers(styling: Element, styles: Styles) -> Iterator[str]:
    for local, title in (("header", "หัวกระดาษ"), ("footer", "ท้ายกระดาษ")):
        parts = styling.iter(name(f"style:{local}"), name(f"style:{local}-left"))
        texts = (" ".join(Body(styles).cell_text(part).split()) for part in parts)
        for text in dict.fromkeys(texts):
            if any(sign.isalpha() for sign in text) and text not in _USUAL_HEADERS:
                short = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
                yield f"{title} ไม่ได้นำเข้า: “{short}”"


_USUAL_HEADERS: Final = ("Page 1", "??? (???) 00/00/0000, 00:00:00 Page 1 / 99")
"""What LibreOffice puts into every workbook."""
