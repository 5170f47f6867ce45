"""The door for Word documents."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.package import Package
from lxml.etree import LxmlError

from ita_site.office.importer.blocks import Block, Paragraph, Read
from ita_site.office.importer.office_file import BROKEN
from ita_site.office.importer.refused import RefusedError
from ita_site.office.importer.word.body import Body
from ita_site.office.importer.word.numbering import Numbering
from ita_site.office.importer.word.styles import Styles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.opc.part import Part

    from ita_site.office.importer.word.names import Element

_NOTES: Final = {
    "footnote": (RT.FOOTNOTES, "เชิงอรรถ"),
    "endnote": (RT.ENDNOTES, "อ้างอิงท้ายเรื่อง"),
}
_LONGEST: Final = 60
_BROKEN: Final = (
    *BROKEN,
    *(OpcError, LxmlError, KeyError, AttributeError, TypeError),
)


def read_word(data: bytes, name: str) -> Read:
    """Read a `.docx` or `.docm`; macros are not looked at.

    Args:
        data: The file, which `unpacked.package` found to be safe.
        name: What it is called.

    Returns:
        Its blocks, and in Thai what of the file is not among them.

    Raises:
        RefusedError: ITA911, when it is no Word document.
    """
    try:
        return _read(Package.open(io.BytesIO(data)).main_document_part)
    except _BROKEN as error:
        raise RefusedError("ITA911", file=name) from error


def _read(part: Part) -> Read:
    styles = Styles.of(_xml(part, RT.STYLES))
    body = Body(Numbering.of(_xml(part, RT.NUMBERING), styles), _links(part))
    blocks = [
        block for each in parse_xml(part.blob).findall(qn("w:body")) for block in body.blocks(each)
    ]
    blocks += _notes(part, body)
    return Read(tuple(blocks), tuple(_left_out(part, body)))


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
    called = list(body.found.notes)
    for at, (kind, wanted) in enumerate(called, 1):
        reltype, title = _NOTES[kind]
        root = _xml(part, reltype)
        for note in [] if root is None else root.findall(qn(f"w:{kind}")):
            if note.get(qn("w:id")) == wanted and (text := body.cell_text(note)):
                yield Paragraph(text, f"{title} {at}")


def _left_out(part: Part, body: Body) -> Iterator[str]:
    found = body.found
    counted = (
        (found.pictures, "รูปภาพหรือวัตถุ {} รายการ ข้อความในภาพไม่ได้นำเข้า"),
        (found.deleted, "ข้อความที่ถูกลบโดยติดตามการเปลี่ยนแปลง {} แห่ง ไม่ได้นำเข้า"),
        (found.hidden, "ข้อความที่ซ่อนไว้ {} แห่ง ไม่ได้นำเข้า"),
        (found.covered, "ข้อความในช่องที่ถูกผสาน Word ไม่แสดง {} ช่อง ไม่ได้นำเข้า"),
        (found.foreign, "เนื้อหาที่แทรกมาจากไฟล์อื่น {} ส่วน ไม่ได้นำเข้า"),
        (_comments(part), "ความคิดเห็น {} รายการ ไม่ได้นำเข้า"),
    )
    yield from (words.format(count) for count, words in counted if count)
    for kind, title in ((RT.HEADER, "หัวกระดาษ"), (RT.FOOTER, "ท้ายกระดาษ")):
        texts = [
            each
            for rel in part.rels.values()
            if rel.reltype == kind
            for each in _said(rel.target_part)
        ]
        yield from (f"{title} ไม่ได้นำเข้า: “{text}”" for text in dict.fromkeys(texts))


def _said(part: Part) -> Iterator[str]:
    body = Body(Numbering(Styles({})), _links(part))
    text = " ".join(body.cell_text(parse_xml(part.blob)).split())
    if any(sign.isalpha() for sign in text):
        yield text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _comments(part: Part) -> int:
    root = _xml(part, RT.COMMENTS)
    return 0 if root is None else len(root.findall(qn("w:comment")))
