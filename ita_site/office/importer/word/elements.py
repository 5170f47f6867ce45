"""The text of a Word paragraph as a reader sees it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Final

from docx.oxml.ns import qn

from ita_site.office.importer.word.names import MC, M, W, switched_on
from ita_site.office.importer.word.numerals import bullet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ita_site.office.importer.word.names import Element

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
class Found:
    """What a document has beside its text: text boxes and notes to be read, things to be told."""

    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    pictures: int = 0
    deleted: int = 0
    hidden: int = 0
    covered: int = 0
    foreign: int = 0


@dataclass(slots=True)
class Text:
    """Gathers one paragraph. `links` are the addresses of the part's links by their ids."""

    links: Mapping[str, str]
    found: Found
    parts: list[str] = field(default_factory=list)
    fields: list[bool] = field(default_factory=list)

    def of(self, paragraph: Element) -> str:
        """What the paragraph says; inserted text counts, deleted and hidden text does not."""
        self.parts, self.fields = [], []
        self._inside(paragraph)
        return "".join(self.parts)

    def _inside(self, element: Element) -> None:
        for child in element.iterchildren(tag=None):
            self._read(child)

    def _read(self, element: Element) -> None:
        if not isinstance(element.tag, str) or element.tag in _UNSEEN:
            return
        if element.tag in _PICTURES:
            self._picture(element)
        elif (reader := self.READERS.get(element.tag)) is not None:
            reader(self, element)
        elif element.tag.startswith(W) and element.tag[len(W) :] in _SIGNS:
            self._say(_SIGNS[element.tag[len(W) :]])
        else:
            self._inside(element)

    def _say(self, text: str) -> None:
        if all(self.fields):
            self.parts.append(text)

    def _text(self, element: Element) -> None:
        self._say(element.text or "")

    def _run(self, element: Element) -> None:
        if switched_on(element, "w:rPr/w:vanish"):
            self.found.hidden += 1
        else:
            self._inside(element)

    def _symbol(self, element: Element) -> None:
        try:
            self._say(bullet(chr(int(element.get(qn("w:char")) or "", 16))))
        except ValueError:
            self._say(bullet("\uf0b7"))

    def _field(self, element: Element) -> None:
        """A field shows what stands between "separate" and "end", not its instruction."""
        match element.get(qn("w:fldCharType")):
            case "begin":
                self.fields.append(False)
            case "separate" if self.fields:
                self.fields[-1] = True
            case "end" if self.fields:
                self.fields.pop()

    def _link(self, element: Element) -> None:
        before = len(self.parts)
        self._inside(element)
        address = self.links.get(element.get(qn("r:id")) or "", "")
        if address and address.removeprefix("mailto:") not in "".join(self.parts[before:]):
            self._say(f" ({address})")

    def _deleted(self, _: Element) -> None:
        self.found.deleted += 1

    def _alternatives(self, element: Element) -> None:
        """The same twice, for new and for old programs: the first is enough."""
        first = next(iter(element.iterchildren(f"{MC}Choice", f"{MC}Fallback")), None)
        if first is not None:
            self._inside(first)

    def _picture(self, element: Element) -> None:
        boxes = [box for box in element.iter(qn("w:txbxContent")) if not _in_fallback(box)]
        self.found.boxes.extend(boxes or list(element.iter(qn("w:txbxContent")))[:1])
        self.found.pictures += not boxes

    def _note(self, element: Element) -> None:
        kind = element.tag[len(W) :].removesuffix("Reference")
        self.found.notes.append((kind, element.get(qn("w:id")) or ""))

    READERS: ClassVar[dict[str, Callable[[Text, Element], None]]] = {
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


def _in_fallback(element: Element) -> bool:
    return any(True for _ in element.iterancestors(f"{MC}Fallback"))
