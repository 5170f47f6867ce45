"""What Word's elements show: a paragraph's text, a table's rows, a property's value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, Final

from docx.oxml.ns import qn

from ita_site.office.importer.document.blocks import Cell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_PRIVATE: Final = range(0xE000, 0xF900)
_BULLET: Final = "•"

Element = Any
"""An element of lxml, which has no types of its own."""


def read_value(element: Element, path: str, name: str = "w:val") -> str | None:
    """An attribute of the first element at a path of `w:` names, or None."""
    child = element.find("/".join(map(qn, path.split("/"))))
    return None if child is None else child.get(qn(name))


def read_number(element: Element, path: str, default: int) -> int:
    """The same as a whole number."""
    value = read_value(element, path)
    try:
        return default if value is None else int(value)
    except ValueError:
        return default


_TICKS: Final = {0xF0FC: "✓", 0xF0FE: "☑", 0xF0FB: "✗", 0xF0FD: "☒"}
"""What Wingdings shows for a tick and a cross."""


def is_switched_on(element: Element, path: str) -> bool:
    """Whether a property without a value, or with one that is not "off", stands there."""
    child = element.find("/".join(map(qn, path.split("/"))))
    return child is not None and child.get(qn("w:val")) not in ("0", "false", "off", "none")


def plain_bullet(text: str) -> str:
    """A bullet's sign; one of a symbol font, which is a letter elsewhere, as a tick or a bullet."""
    return "".join(
        _TICKS.get(ord(sign), _BULLET) if ord(sign) in _PRIVATE else sign for sign in text
    )


_SIGNS: Final = {
    **dict.fromkeys(("tab", "ptab"), "\t"),
    **dict.fromkeys(("br", "cr"), "\n"),
    "noBreakHyphen": "-",
}
_UNSEEN: Final = {
    f"{W}{name}" for name in ("pPr", "rPr", "delText", "instrText", "moveFrom", "softHyphen", "rt")
}
_PICTURES: Final = {f"{W}drawing", f"{W}pict", f"{W}object"}


@dataclass(slots=True)
class Extras:
    """What a document has beside its text: text boxes and notes to be read, things to be told."""

    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    pictures: int = 0
    deleted: int = 0
    hidden: int = 0
    covered: int = 0
    foreign: int = 0


@dataclass(slots=True)
class ParagraphReader:
    """Gathers one paragraph. `links` are the addresses of the part's links by their ids."""

    links: Mapping[str, str]
    extras: Extras
    parts: list[str] = field(default_factory=list)
    fields: list[bool] = field(default_factory=list)

    def read(self, paragraph: Element) -> str:
        """What the paragraph says; inserted text counts, deleted and hidden text does not."""
        self.parts, self.fields = [], []
        self._visit_children(paragraph)
        return "".join(self.parts)

    def _visit_children(self, element: Element) -> None:
        for child in element.iterchildren(tag=None):
            self._visit(child)

    def _visit(self, element: Element) -> None:
        if not isinstance(element.tag, str) or element.tag in _UNSEEN:
            return
        if element.tag in _PICTURES:
            self._picture(element)
        elif (reader := self.READERS.get(element.tag)) is not None:
            reader(self, element)
        elif element.tag.startswith(W) and element.tag[len(W) :] in _SIGNS:
            self._write(_SIGNS[element.tag[len(W) :]])
        else:
            self._visit_children(element)

    def _write(self, text: str) -> None:
        if all(self.fields):
            self.parts.append(text)

    def _text(self, element: Element) -> None:
        self._write(element.text or "")

    def _run(self, element: Element) -> None:
        if is_switched_on(element, "w:rPr/w:vanish"):
            self.extras.hidden += 1
        else:
            self._visit_children(element)

    def _symbol(self, element: Element) -> None:
        try:
            self._write(plain_bullet(chr(int(element.get(qn("w:char")) or "", 16))))
        except ValueError:
            self._write(plain_bullet("\uf0b7"))

    def _field(self, element: Element) -> None:
        """A field shows what stands between "separate" and "end", not its instruction."""
        match element.get(qn("w:fldCharType")):
            case "begin":
                self._write(_said_in_form(element))
                self.fields.append(False)
            case "separate" if self.fields:
                self.fields[-1] = True
            case "end" if self.fields:
                self.fields.pop()

    def _link(self, element: Element) -> None:
        before = len(self.parts)
        self._visit_children(element)
        address = self.links.get(element.get(qn("r:id")) or "", "")
        if address and address.removeprefix("mailto:") not in "".join(self.parts[before:]):
            self._write(f" ({address})")

    def _deleted(self, _: Element) -> None:
        self.extras.deleted += 1

    def _alternatives(self, element: Element) -> None:
        """The same twice, for new and for old programs: the first is enough."""
        first = next(iter(element.iterchildren(f"{MC}Choice", f"{MC}Fallback")), None)
        if first is not None:
            self._visit_children(first)

    def _picture(self, element: Element) -> None:
        boxes = [box for box in element.iter(qn("w:txbxContent")) if not _in_fallback(box)]
        self.extras.boxes.extend(boxes or list(element.iter(qn("w:txbxContent")))[:1])
        self.extras.pictures += not boxes

    def _note(self, element: Element) -> None:
        kind = element.tag[len(W) :].removesuffix("Reference")
        self.extras.notes.append((kind, element.get(qn("w:id")) or ""))

    READERS: ClassVar[dict[str, Callable[[ParagraphReader, Element], None]]] = {
        f"{W}t": _text,
        f"{M}t": _text,
        f"{W}r": _run,
        f"{W}sym": _symbol,
        f"{W}fldChar": _field,
        f"{W}hyperlink": _link,
        f"{W}del": _deleted,
        f"{MC}AlternateContent": _alternatives,
        f"{W}footnoteReference": _note,
        f"{W}endnoteReference": _note,
    }


def _said_in_form(field_: Element) -> str:
    """What a field of an old form shows: its box, ticked or not, or what was chosen of a list."""
    if (box := field_.find(f"{W}ffData/{W}checkBox")) is not None:
        own = "w:checked" if box.find(f"{W}checked") is not None else "w:default"
        return "☒" if is_switched_on(box, own) else "☐"
    chosen = read_number(field_, "w:ffData/w:ddList/w:result", 0)
    entries = field_.findall(f"{W}ffData/{W}ddList/{W}listEntry")
    return str(entries[chosen].get(qn("w:val"))) if 0 <= chosen < len(entries) else ""


def _in_fallback(element: Element) -> bool:
    return any(True for _ in element.iterancestors(f"{MC}Fallback"))


_MERGES: Final = {None: "continue", "restart": "restart", "continue": "continue"}
_MOST_COLUMNS: Final = 200


@dataclass(slots=True)
class TableReader:
    """Lays out one table. `text_of` reads a cell; `place` names it by row and column."""

    text_of: Callable[[Element], str]
    place: Callable[[int, int], str]
    grid: list[list[Cell]] = field(default_factory=list)
    covered: list[tuple[str, str]] = field(default_factory=list)

    def lay_out(self, table: Element) -> tuple[tuple[Cell, ...], ...]:
        """The rows, all of one length; rows that were deleted with changes tracked are not."""
        for element in iter_rows(table):
            self._row(element)
        width = max(map(len, self.grid), default=0)
        for at, row in enumerate(self.grid):
            row.extend(self._empty(at, column) for column in range(len(row), width))
        return tuple(map(tuple, self.grid))

    def _row(self, element: Element) -> None:
        at = len(self.grid)
        row: list[Cell] = []
        self.grid.append(row)
        for _ in range(_span(element, "w:trPr/w:gridBefore", 0)):
            row.append(self._empty(at, len(row)))
        for cell in iter_cells(element):
            row.extend(self._cell(cell, at, len(row)))

    def _cell(self, cell: Element, at: int, column: int) -> Iterator[Cell]:
        width = _span(cell, "w:tcPr/w:gridSpan", 1)
        origin = self._merged_into(cell, at, column)
        text = self.text_of(cell)
        if origin and text:
            self.covered.append((self.place(at, column), text))
        yield Cell("" if origin else text, self.place(at, column), origin, _fill(cell))
        first = origin or (at, column)
        for more in range(1, width):
            yield Cell("", self.place(at, column + more), first)

    def _merged_into(self, cell: Element, at: int, column: int) -> tuple[int, int] | None:
        if _merge(cell, "vMerge") == "continue" and at and column < len(self.grid[at - 1]):
            above = self.grid[at - 1][column]
            return above.origin or (at - 1, column)
        if _merge(cell, "hMerge") == "continue" and column:
            return self.grid[at][column - 1].origin or (at, column - 1)
        return None

    def _empty(self, at: int, column: int) -> Cell:
        return Cell("", self.place(at, column))


_NO_FILL: Final = (None, "auto", "FFFFFF", "ffffff")


def _fill(cell: Element) -> str:
    """The colour behind a cell's text; empty where it is the paper's."""
    colour = read_value(cell, "w:tcPr/w:shd", "w:fill")
    return "" if colour in _NO_FILL else str(colour)


def iter_rows(table: Element) -> Iterator[Element]:
    """A table's own rows, those in content controls too."""
    for row in _iter_within(table, f"{W}tr"):
        if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is None:
            yield row


def iter_cells(row: Element) -> Iterator[Element]:
    """A row's own cells."""
    yield from _iter_within(row, f"{W}tc")


def _iter_within(element: Element, tag: str) -> Iterator[Element]:
    for child in element.iterchildren():
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _iter_within(child, tag)


_WRAPPERS: Final = {
    f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")
}


def _span(element: Element, path: str, least: int) -> int:
    return max(least, min(read_number(element, path, least), _MOST_COLUMNS))


def _merge(cell: Element, name: str) -> str | None:
    if cell.find(f"{qn('w:tcPr')}/{qn('w:' + name)}") is None:
        return None
    return _MERGES.get(read_value(cell, f"w:tcPr/w:{name}"), "continue")
