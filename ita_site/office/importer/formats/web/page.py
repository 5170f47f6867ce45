"""A web page, saved or copied from an e-mail: its text and tables as a reader sees them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lxml import etree, html

from ita_site.office.importer.document.blocks import Block, Cell, FileContent, Paragraph, Table
from ita_site.office.importer.formats.office_file import BROKEN, RefusedError, refuse_endless
from ita_site.office.importer.formats.web.elements import (
    fill,
    is_layout,
    is_tracker,
    label,
    shown_in,
    span,
    table_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.office.importer.document.blocks import Row
    from ita_site.office.importer.formats.opendocument.elements import Element

_UNSEEN: Final = frozenset(
    ("head", "script", "style", "template", "noscript", "title", "meta", "link", "rt", "rp", "del")
)
_PICTURES: Final = frozenset(
    ("img", "svg", "object", "canvas", "video", "audio", "iframe", "embed")
)
_BLOCKS: Final = frozenset(
    (
        *("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd"),
        *("section", "article", "main", "header", "footer", "aside", "nav", "address", "center"),
        *("blockquote", "pre", "form", "fieldset", "figure", "figcaption", "hr", "caption"),
        *("details", "summary", "body", "tr", "td", "th", "tbody", "thead", "tfoot", "option"),
    )
)
_BREAK: Final = "\v"
_BLANKS: Final = re.compile(r"[ \t\r\n\f]+")
_HIDDEN: Final = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)")
_MOST_ACROSS: Final = 200
_MOST_DOWN: Final = 3000
_MOST_CELLS: Final = 100_000
_BROKEN: Final = (*BROKEN, etree.LxmlError, AssertionError, TypeError)


@dataclass(slots=True)
class _Words:
    """Gathers the lines of running text; `label` is what the next one begins with."""

    lines: list[str | Table] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    label: str = ""

    def say(self, text: str) -> None:
        self.parts.append(text)

    def end(self) -> None:
        whole = "".join(self.parts)
        self.parts.clear()
        for line in whole.split(_BREAK):
            if said := _BLANKS.sub(" ", line).strip():
                self.lines.append(self.label + said)
                self.label = ""


@dataclass(slots=True)
class Page:
    """Reads a page; what is beside its text is counted."""

    tables: int = 0
    pictures: int = 0
    hidden: int = 0
    menus: int = 0
    numbers: dict[Element, int] = field(default_factory=dict)
    """The last number of each list so far."""

    def blocks(self, body: Element) -> Iterator[Block]:
        """Its paragraphs and tables, in order."""
        count = 0
        for line in self._lines(body):
            if isinstance(line, Table):
                yield line
            else:
                count += 1
                yield Paragraph(line, f"ย่อหน้า {count}")

    def _lines(self, element: Element) -> list[str | Table]:
        words = _Words()
        self._visit_children(element, words)
        words.end()
        return words.lines

    def _visit_children(self, element: Element, words: _Words) -> None:
        words.say(element.text or "")
        for child in element.iterchildren():
            if isinstance(child.tag, str):
                self._visit(child, words)
            words.say(child.tail or "")

    def _visit(self, element: Element, words: _Words) -> None:
        tag = element.tag.lower()
        if tag in _UNSEEN or self._is_left_out(element, tag):
            return
        if tag == "table":
            self._table(element, words)
        elif tag == "br":
            words.say(_BREAK)
        elif tag == "input":
            words.say(shown_in(element))
        elif tag == "a":
            self._link(element, words)
        elif tag == "pre":
            words.end()
            words.say("".join(element.itertext()).replace("\n", _BREAK))
            words.end()
        elif tag in _BLOCKS:
            words.end()
            words.label = label(element, self.numbers) if tag == "li" else words.label
            self._visit_children(element, words)
            words.end()
            words.label = "" if tag == "li" else words.label
        else:
            self._visit_children(element, words)

    def _is_left_out(self, element: Element, tag: str) -> bool:
        is_hidden = element.get("hidden") is not None or bool(
            _HIDDEN.search((element.get("style") or "").lower())
        )
        is_menu = tag == "nav" or element.get("role") == "navigation"
        self.hidden += is_hidden and bool("".join(element.itertext()).strip())
        self.menus += is_menu and not is_hidden
        self.pictures += tag in _PICTURES and not is_tracker(element)
        return is_hidden or is_menu or tag in _PICTURES

    def _link(self, element: Element, words: _Words) -> None:
        before = len(words.parts)
        self._visit_children(element, words)
        address = element.get("href") or ""
        shown = address.removeprefix("mailto:")
        if address.startswith(("http://", "https://", "mailto:")) and shown not in "".join(
            words.parts[before:]
        ):
            words.say(f" ({address})")

    def _table(self, element: Element, words: _Words) -> None:
        words.end()
        rows = [row for row in element.iter("tr") if table_of(row) is element]
        if is_layout(element, rows):
            for row in rows:
                self._visit_children(row, words)
                words.end()
            return
        for caption in element.iterchildren("caption"):
            self._visit_children(caption, words)
            words.end()
        self.tables += 1
        title = f"ตาราง {self.tables}"
        if (laid := self._lay_out(rows, title)) and laid[0]:
            words.lines.append(Table(tuple(laid), title))

    def _lay_out(self, rows: list[Element], title: str) -> list[Row]:
        """Cells in their rows and columns, those that reach over several counted in."""
        grid: dict[tuple[int, int], Cell] = {}
        for at, row in enumerate(rows):
            column = 0
            for cell in row.iterchildren("td", "th"):
                while (at, column) in grid:
                    column += 1
                column = self._place(cell, at, column, title, grid, len(rows))
        width = max((column + 1 for _, column in grid), default=0)
        if width * len(rows) > _MOST_CELLS:
            raise RefusedError("ITA915", sheet=title, cell=f"{width}×{len(rows)}")
        return [
            tuple(
                grid.get((at, column)) or Cell("", _name(title, at, column))
                for column in range(width)
            )
            for at in range(len(rows))
        ]

    def _place(  # noqa: PLR0913, PLR0917 - one thought
        self,
        cell: Element,
        at: int,
        column: int,
        title: str,
        grid: dict[tuple[int, int], Cell],
        height: int,
    ) -> int:
        across = span(cell, "colspan", _MOST_ACROSS)
        down = min(span(cell, "rowspan", _MOST_DOWN), height - at)
        text, colour = self.cell_text(cell), fill(cell)
        for row in range(at, at + down):
            for further in range(column, column + across):
                if (row, further) not in grid:
                    is_first = (row, further) == (at, column)
                    grid[row, further] = Cell(
                        text if is_first else "",
                        _name(title, row, further),
                        None if is_first else (at, column),
                        colour,
                    )
        if len(grid) > _MOST_CELLS:
            raise RefusedError("ITA915", sheet=title, cell=_name(title, at, column))
        return column + across

    def cell_text(self, cell: Element) -> str:
        """A cell's lines; a table within it with a line for each row."""
        lines: list[str] = []
        for line in self._lines(cell):
            rows = line.rows if isinstance(line, Table) else ()
            lines += [" ".join(filter(None, (each.text for each in row))) for row in rows]
            lines += [line] if isinstance(line, str) else []
        return "\n".join(filter(None, lines))

    def left_out(self) -> Iterator[str]:
        """In Thai, what of the page is not among its blocks."""
        counted = (
            (self.pictures, "รูปภาพหรือวัตถุ {} รายการ ข้อความในภาพไม่ได้นำเข้า"),
            (self.hidden, "ข้อความที่ซ่อนไว้ {} แห่ง ไม่ได้นำเข้า"),
            (self.menus, "เมนูของหน้าเว็บ {} แห่ง ไม่ได้นำเข้า"),
        )
        yield from (words.format(count) for count, words in counted if count)


def _name(title: str, row: int, column: int) -> str:
    return f"{title} แถว {row + 1} ช่อง {column + 1}"


def read_page(text: str, file: str) -> FileContent:
    """Read a web page.

    Args:
        text: The page, decoded.
        file: What it is called.

    Returns:
        Its blocks, and in Thai what of it is not among them.

    Raises:
        RefusedError: ITA911 when it cannot be read, ITA915 or ITA931 when it never ends.
    """
    try:
        parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
        refuse_endless(sum(1 for _ in root.iter("tr")), file)
        page = Page()
        blocks = tuple(page.blocks(root))
        return FileContent(blocks, tuple(page.left_out()))
    except RefusedError:
        raise
    except _BROKEN as error:
        raise RefusedError("ITA911", file=file) from error
