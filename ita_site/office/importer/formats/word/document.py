"""A Word document, from its beginning to its end."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.package import Package
from lxml.etree import LxmlError

from ita_site.office.importer.document.blocks import Block, FileContent, Paragraph, Table
from ita_site.office.importer.formats.office_file import BROKEN, RefusedError, refuse_endless
from ita_site.office.importer.formats.word.elements import (
    Extras,
    ParagraphReader,
    TableReader,
    W,
    iter_cells,
    iter_rows,
)
from ita_site.office.importer.formats.word.numbering import Numbering, Styles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docx.opc.part import Part

    from ita_site.office.importer.formats.word.elements import Element

_GONE: Final = {f"{W}{name}" for name in ("del", "moveFrom", "sectPr")}


@dataclass(slots=True)
class Body:
    """Reads the blocks of a part; `found` gathers what there is beside them."""

    numbering: Numbering
    links: Mapping[str, str]
    extras: Extras = field(default_factory=Extras)
    paragraphs: int = 0
    tables: int = 0

    def blocks(self, element: Element) -> Iterator[Block]:
        """Every paragraph that holds something, and every table; a text box follows its anchor."""
        for child in element.iterchildren():
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag == f"{W}altChunk":
                self.extras.foreign += 1
            elif isinstance(child.tag, str) and child.tag not in _GONE:
                yield from self.blocks(child)

    def _paragraph(self, element: Element) -> Iterator[Block]:
        text, boxes = self._read_paragraph(element)
        if text:
            self.paragraphs += 1
            yield Paragraph(text, f"ย่อหน้า {self.paragraphs}")
        for box in boxes:
            yield from self.blocks(box)

    def _read_paragraph(self, element: Element) -> tuple[str, list[Element]]:
        """What a paragraph shows, its number before it, and the text boxes tied to it."""
        before = len(self.extras.boxes)
        text = ParagraphReader(self.links, self.extras).read(element).strip()
        boxes = self.extras.boxes[before:]
        del self.extras.boxes[before:]
        if not text and element.find(f"{W}pPr/{W}rPr/{W}del") is not None:
            return "", boxes  # a paragraph deleted with changes tracked is not counted
        label = self.numbering.label(element)
        return (label + text if text else ""), boxes

    def _table(self, element: Element) -> Iterator[Block]:
        cells = [cell for row in iter_rows(element) for cell in iter_cells(row)]
        if len(cells) == 1 and cells[0].find(f"{W}tbl") is not None:  # only there for the layout
            yield from self.blocks(cells[0])
            return
        self.tables += 1
        name = f"ตาราง {self.tables}"
        rows = TableReader(
            self.cell_text, lambda row, column: f"{name} แถว {row + 1} ช่อง {column + 1}"
        )
        grid = rows.lay_out(element)
        self.extras.covered += len(rows.covered)
        if grid and grid[0]:
            yield Table(grid, name)

    def cell_text(self, cell: Element) -> str:
        """A cell's paragraphs, each a line; a table within it with a line for each row."""
        return "\n".join(self._lines(cell)).strip("\n")

    def _lines(self, element: Element) -> Iterator[str]:
        for child in element.iterchildren():
            if child.tag == f"{W}p":
                text, boxes = self._read_paragraph(child)
                yield from [text] if text else []
                for box in boxes:
                    yield from self._lines(box)
            elif child.tag == f"{W}tbl":
                for row in iter_rows(child):
                    yield " ".join(filter(None, map(self.cell_text, iter_cells(row))))
            elif isinstance(child.tag, str) and child.tag not in _GONE:
                yield from self._lines(child)


_NOTES: Final = {
    "footnote": (RT.FOOTNOTES, "เชิงอรรถ"),
    "endnote": (RT.ENDNOTES, "อ้างอิงท้ายเรื่อง"),
}
_LONGEST: Final = 60
_BROKEN: Final = (
    *BROKEN,
    *(OpcError, LxmlError, KeyError, AttributeError, TypeError),
)


def read_word(data: bytes, name: str) -> FileContent:
    """Read a `.docx` or `.docm`; macros are not looked at.

    Args:
        data: The file, which `open_package` finds to be safe.
        name: What it is called.

    Returns:
        Its blocks, and in Thai what of the file is not among them.

    Raises:
        RefusedError: ITA911, when it is no Word document; ITA931, when it never ends.
    """
    try:
        return _read_part(Package.open(io.BytesIO(data)).main_document_part, name)
    except _BROKEN as error:
        raise RefusedError("ITA911", file=name) from error


def _read_part(part: Part, name: str) -> FileContent:
    root = parse_xml(part.blob)
    refuse_endless(sum(1 for _ in root.iter(f"{W}tr")), name)
    styles = Styles.from_xml(_xml(part, RT.STYLES))
    body = Body(Numbering.from_xml(_xml(part, RT.NUMBERING), styles), _links(part))
    blocks = [block for each in root.findall(qn("w:body")) for block in body.blocks(each)]
    blocks += _notes(part, body)
    return FileContent(tuple(blocks), tuple(_left_out(part, body)))


def _xml(part: Part, kind: str) -> Element | None:
    try:
        return parse_xml(part.part_related_by(kind).blob)
    except (KeyError, ValueError, LxmlError):
        return None


def _links(part: Part) -> dict[str, str]:
    return {
        name: rel.target_ref
        for name, rel in part.rels.items()
        if rel.is_external and rel.reltype == RT.HYPERLINK
    }


def _notes(part: Part, body: Body) -> Iterator[Block]:
    """The notes at a page's foot, in the order they are called."""
    roots = {kind: _xml(part, reltype) for kind, (reltype, _) in _NOTES.items()}
    notes = {
        (kind, note.get(qn("w:id"))): note
        for kind, root in roots.items()
        for note in ([] if root is None else root.findall(qn(f"w:{kind}")))
    }
    for at, called in enumerate([*body.extras.notes], 1):
        if called in notes and (text := body.cell_text(notes[called])):
            yield Paragraph(text, f"{_NOTES[called[0]][1]} {at}")


def _left_out(part: Part, body: Body) -> Iterator[str]:
    extras = body.extras
    counted = (
        (extras.pictures, "รูปภาพหรือวัตถุ {} รายการ ข้อความในภาพไม่ได้นำเข้า"),
        (extras.deleted, "ข้อความที่ถูกลบโดยติดตามการเปลี่ยนแปลง {} แห่ง ไม่ได้นำเข้า"),
        (extras.hidden, "ข้อความที่ซ่อนไว้ {} แห่ง ไม่ได้นำเข้า"),
        (extras.covered, "ข้อความในช่องที่ถูกผสาน Word ไม่แสดง {} ช่อง ไม่ได้นำเข้า"),
        (extras.foreign, "เนื้อหาที่แทรกมาจากไฟล์อื่น {} ส่วน ไม่ได้นำเข้า"),
        (_comments(part), "ความคิดเห็น {} รายการ ไม่ได้นำเข้า"),
    )
    yield from (words.format(count) for count, words in counted if count)
    for kind, title in ((RT.HEADER, "หัวกระดาษ"), (RT.FOOTER, "ท้ายกระดาษ")):
        texts = [
            each
            for rel in part.rels.values()
            if rel.reltype == kind
            for each in _header_texts(rel.target_part)
        ]
        yield from (f"{title} ไม่ได้นำเข้า: “{text}”" for text in dict.fromkeys(texts))


def _header_texts(part: Part) -> Iterator[str]:
    body = Body(Numbering(Styles({})), _links(part))
    text = " ".join(body.cell_text(parse_xml(part.blob)).split())
    if any(sign.isalpha() for sign in text):
        yield text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _comments(part: Part) -> int:
    root = _xml(part, RT.COMMENTS)
    return 0 if root is None else len(root.findall(qn("w:comment")))
