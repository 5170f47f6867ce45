"""Reads one PDF from standard input and prints its blocks as JSON: `python -m …pdf.child`."""

from __future__ import annotations

import contextlib
import io
import json
import logging
import re
import sys
import traceback
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from ita_site.office.importer.document.blocks import Block, Table
from ita_site.office.importer.formats.pdf.cut_paragraphs import join_cut_paragraphs
from ita_site.office.importer.formats.pdf.heads import mend_heads
from ita_site.office.importer.formats.pdf.layout import PageLayout
from ita_site.office.importer.formats.pdf.letters import count_unreadable
from ita_site.office.importer.formats.pdf.over_pages import join_cut_rows
from ita_site.office.importer.formats.pdf.pdfium import read_letters
from ita_site.office.importer.formats.pdf.wrapped import Margins

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdfplumber.page import Page
    from pypdfium2 import PdfDocument

MOST_PAGES: Final = 300
_MOST_LETTERS: Final = 20_000
"""On one page."""
_MOST_LINES: Final = 20_000
_MOST_UNREADABLE: Final = 0.2
_MEMORY: Final = 2_000_000_000
_PAGE_NUMBER: Final = re.compile(
    r"[-–(]?(?:หน้า(?:ที่)?|[Pp]age)?[0-9๐-๙]{1,4}(?:(?:/|จาก|of)[0-9๐-๙]{1,4})?[-–)]?"
)
_OVERPRINTED: Final = (
    "หน้า {} ข้อความทับกัน {} บรรทัด อ่านไม่ออก จึงไม่ได้นำเข้า ถ้ามาจาก Excel ขยายช่องให้พอดีแล้วบันทึกเป็น PDF ใหม่"
)
_THIN: Final = 3.0
_FEWEST_UPRIGHT: Final = 3


class _RefusedError(Exception):
    def __init__(self, code: str, **details: str) -> None:
        self.answer = {"refused": code, "details": details}
        super().__init__(code)


def main() -> None:
    """Answer with blocks and what is left out, or with the code of a refusal."""
    _limit_memory()
    logging.disable()
    data = sys.stdin.buffer.read()
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            answer = _read_file(data)
    except _RefusedError as refused:
        answer = refused.answer
    except MemoryError:
        answer = {"refused": "ITA952", "details": {"most": str(MOST_PAGES)}}
    except Exception:  # noqa: BLE001 - two libraries and whatever a file makes them raise
        traceback.print_exc()
        answer = {"refused": "ITA911", "details": {}}
    sys.stdout.write(json.dumps(answer))


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, hard))


def _read_file(data: bytes) -> dict[str, Any]:
    pages, left_out = _lay_out(data)
    if not any(letter.text.strip() for page in pages for letter in page.letters):
        raise _RefusedError("ITA951")
    _refuse_unreadable(pages)
    mend_heads(pages)
    left_out += _take_out_overprinted(pages)
    if not any(letter.text.strip() for page in pages for letter in page.letters):
        raise _RefusedError("ITA953")
    numbers, repeated = _repeated(pages)
    join_cut_rows(pages, frozenset(numbers | repeated))
    reaches = [page.reach for page in pages if page.letters]
    margins = Margins(min(each.left for each in reaches), max(each.right for each in reaches))
    join_cut_paragraphs(pages, frozenset(numbers | repeated), margins)
    blocks: list[Block] = []
    seen: set[str] = set()
    for page in pages:
        page.margins = margins
        blocks += page.blocks(frozenset(numbers | (repeated & seen)))
        seen.update(page.edge_lines())
    return {"blocks": [_as_json(block) for block in blocks], "left_out": left_out}


def _refuse_unreadable(pages: list[PageLayout]) -> None:
    """A file that does not say what its glyphs are is as good as a picture."""
    text = "".join(letter.text for page in pages for letter in page.letters if letter.text.strip())
    if count_unreadable(text) > _MOST_UNREADABLE * len(text):
        raise _RefusedError("ITA953")


def _take_out_overprinted(pages: list[PageLayout]) -> Iterator[str]:
    """Cells too narrow for their words print these over each other: told, and not guessed at."""
    for page in pages:
        if count := page.take_out_overprinted():
            yield _OVERPRINTED.format(page.number, count)


def _lay_out(data: bytes) -> tuple[list[PageLayout], list[str]]:
    import pdfplumber  # noqa: PLC0415 - of the extra [import]
    import pypdfium2  # noqa: PLC0415

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = "ITA906" if "password" in str(error).lower() else "ITA911"
        raise _RefusedError(code) from error
    if len(document) > MOST_PAGES:
        raise _RefusedError("ITA952", most=str(MOST_PAGES))
    pages: list[PageLayout] = []
    left_out: list[str] = []
    with pdfplumber.open(io.BytesIO(data)) as plumbed:
        for at in range(len(document)):
            page = plumbed.pages[at] if at < len(plumbed.pages) else None
            pages.append(_lay_out_page(document, at, page, left_out))
            if page is not None:
                page.close()
    return pages, left_out


def _lay_out_page(
    document: PdfDocument, at: int, plumbed: Page | None, left_out: list[str]
) -> PageLayout:
    page = document[at]
    letters = read_letters(page, page.get_rotation(), _MOST_LETTERS)
    if letters is None:
        raise _RefusedError("ITA952", most=str(MOST_PAGES))
    if not any(letter.text.strip() for letter in letters):
        left_out.append(f"หน้า {at + 1} เป็นภาพหรือว่าง ไม่มีข้อความให้นำเข้า")
        return PageLayout(at + 1, [], [])
    if plumbed is None:
        return PageLayout(at + 1, letters, [])
    if plumbed.images:
        left_out.append(f"หน้า {at + 1} รูปภาพ {len(plumbed.images)} รายการ ข้อความในภาพไม่ได้นำเข้า")
    if len(plumbed.rects) + len(plumbed.lines) + len(plumbed.curves) > _MOST_LINES:
        raise _RefusedError("ITA952", most=str(MOST_PAGES))
    found = plumbed.find_tables({"explicit_horizontal_lines": _cut_ends(plumbed)})
    tables = [list(table.cells) for table in found if len(table.cells) > 1]
    return PageLayout(at + 1, letters, tables, list(_colours(plumbed)))


def _cut_ends(page: Page) -> list[float]:
    """Where a page cuts a row: several upright lines end at one height, and none lies there."""
    upright = [edge for edge in page.edges if edge["orientation"] == "v" and _is_long(edge)]
    cut: list[float] = []
    level = [edge["top"] for edge in page.edges if edge["orientation"] == "h" and _is_long(edge)]
    ends = Counter(round(edge[end]) for edge in upright for end in ("top", "bottom"))
    for at, count in ends.most_common():
        is_seen = page.bbox[1] - _THIN <= at <= page.bbox[3] + _THIN
        if (
            is_seen
            and count >= _FEWEST_UPRIGHT
            and not any(abs(at - each) <= _THIN for each in level)
        ):
            level.append(float(at))
            cut.append(float(at))
    return cut


def _is_long(edge: dict[str, Any]) -> bool:
    """Whether an edge is a line, and no end of one."""
    return bool(max(edge["x1"] - edge["x0"], edge["bottom"] - edge["top"]) > _THIN)


def _colours(page: Page) -> Iterator[tuple[tuple[float, float, float, float], str]]:
    """Boxes that are filled with a colour, unless they are drawn lines or white or black."""
    for rect in page.rects:
        colour = rect.get("non_stroking_color")
        box = (rect["x0"], rect["top"], rect["x1"], rect["bottom"])
        thin = min(box[2] - box[0], box[3] - box[1]) < _THIN
        if rect.get("fill") and colour and not thin and not _is_paper(colour):
            yield box, "-".join(f"{part:.2f}" for part in colour)


def _is_paper(colour: Any) -> bool:  # noqa: ANN401 - a library's
    parts = list(colour) if isinstance(colour, list | tuple) else [colour]
    if not all(isinstance(part, int | float) for part in parts):
        return True
    return (len(parts) != 4 and all(part >= 0.99 for part in parts)) or (  # noqa: PLR2004
        len(parts) == 4 and not any(parts)  # noqa: PLR2004 - no ink
    )


def _repeated(pages: list[PageLayout]) -> tuple[set[str], set[str]]:
    """Lines that are only a page's number, and those at the edge of most pages."""
    edges = [page.edge_lines() for page in pages if page.letters]
    counts = Counter(line for listed in edges for line in set(listed))
    numbers = {line for line in counts if _PAGE_NUMBER.fullmatch(line)}
    least = max(2, (len(edges) + 1) // 2)
    return numbers, {line for line, count in counts.items() if count >= least}


def _as_json(block: Block) -> Any:  # noqa: ANN401
    if isinstance(block, Table):
        rows = [
            [[cell.text, cell.place, cell.origin, cell.fill, cell.doubt] for cell in row]
            for row in block.rows
        ]
        return [block.place, rows, block.follows]
    return [block.text, block.place, block.doubt]


if __name__ == "__main__":
    main()
