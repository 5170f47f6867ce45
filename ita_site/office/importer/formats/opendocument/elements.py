"""What elements of OpenDocument show: a paragraph's text, a list's numbers, a cell's colour."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from ita_site.office.importer.formats.word.elements import plain_bullet
from ita_site.office.importer.formats.word.numbering import NO_NUMBER, format_number

if TYPE_CHECKING:
    from collections.abc import Iterator

Element = Any
"""An element of lxml, which has no types of its own."""
_SPACES: Final = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
_NO_FILL: Final = (None, "transparent", "#ffffff")
_MOST_SPACES: Final = 1000
_MOST_PARENTS: Final = 20


def name(prefixed: str) -> str:
    """A name such as `text:p` as lxml writes it."""
    prefix, local = prefixed.split(":")
    return f"{{{_SPACES[prefix]}}}{local}"


def read_number(element: Element, attribute: str, default: int = 1) -> int:
    """An attribute as a whole number."""
    try:
        return int(element.get(name(attribute)) or default)
    except ValueError:
        return default


@dataclass(slots=True)
class Styles:
    """A document's styles, by family and name."""

    by_name: dict[tuple[str, str], Element] = field(default_factory=dict)
    lists: dict[str, Element] = field(default_factory=dict)

    def add(self, root: Element | None) -> None:
        """Add the styles of a part, where it is there."""
        for style in [] if root is None else root.iter(name("style:style")):
            key = style.get(name("style:family")) or "", style.get(name("style:name")) or ""
            self.by_name[key] = style
        for style in [] if root is None else root.iter(name("text:list-style")):
            self.lists[style.get(name("style:name")) or ""] = style

    def look_up(self, family: str, wanted: str | None, group: str, attribute: str) -> str | None:
        """A property of a style or of one it is based on."""
        for _ in range(_MOST_PARENTS):
            style = self.by_name.get((family, wanted or ""))
            if style is None:
                return None
            for properties in style.findall(name(group)):
                if value := properties.get(name(attribute)):
                    return str(value)
            wanted = style.get(name("style:parent-style-name"))
        return None

    def fill(self, style: str | None) -> str:
        """The colour of a cell's style; empty where it is the paper's."""
        colour = self.look_up(
            "table-cell", style, "style:table-cell-properties", "fo:background-color"
        )
        return "" if colour in _NO_FILL else str(colour)


@dataclass(slots=True)
class Extras:
    """What a document has beside its text: frames and notes to be read, things to be told."""

    frames: list[Element] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)
    pictures: int = 0
    hidden: int = 0
    comments: int = 0
    covered: int = 0


_UNSEEN: Final = {
    name(each)
    for each in (
        "text:tracked-changes",
        "text:ruby-text",
        "office:forms",
        "text:alphabetical-index-mark",
    )
}
_BLANKS: Final = re.compile(r"[ \t\r\n]+")


@dataclass(slots=True)
class ParagraphReader:
    """Reads paragraphs; `extras` gathers what there is beside them."""

    styles: Styles
    extras: Extras

    def read(self, paragraph: Element) -> str:
        """What a paragraph says: runs of blanks are one, as the format has it."""
        return "".join(self._parts(paragraph)).strip(" ")

    def _parts(self, element: Element) -> Iterator[str]:
        yield _BLANKS.sub(" ", element.text or "")
        for child in element.iterchildren():
            if isinstance(child.tag, str):
                yield from self._child(child)
            yield _BLANKS.sub(" ", child.tail or "")

    def _child(self, child: Element) -> Iterator[str]:
        if child.tag == name("text:s"):
            yield " " * min(read_number(child, "text:c"), _MOST_SPACES)
        elif child.tag == name("text:tab"):
            yield "\t"
        elif child.tag == name("text:line-break"):
            yield "\n"
        elif child.tag == name("text:a"):
            yield from self._link(child)
        elif child.tag == name("text:note"):
            self.extras.notes.append(child)
        elif child.tag == name("office:annotation"):
            self.extras.comments += 1
        elif child.tag.startswith(f"{{{_SPACES['draw']}}}"):
            self._frame(child)
        elif self._is_hidden(child):
            self.extras.hidden += 1
        elif child.tag not in _UNSEEN:
            yield from self._parts(child)

    def _link(self, element: Element) -> Iterator[str]:
        text = "".join(self._parts(element))
        address = element.get(name("xlink:href")) or ""
        shown = address and address.removeprefix("mailto:") not in text
        yield f"{text} ({address})" if shown and not address.startswith("#") else text

    def _is_hidden(self, element: Element) -> bool:
        if element.tag in (name("text:hidden-text"), name("text:hidden-paragraph")):
            return True
        wanted = element.get(name("text:style-name"))
        group = "style:text-properties"
        return self.styles.look_up("text", wanted, group, "text:display") == "none"

    def _frame(self, element: Element) -> None:
        boxes = list(element.iter(name("draw:text-box")))
        shapes = (
            element.tag != name("draw:frame") and element.find(f".//{name('text:p')}") is not None
        )
        self.extras.frames += boxes or ([element] if shapes else [])
        self.extras.pictures += not boxes and not shapes


_PLACEHOLDER: Final = re.compile(r"%([0-9]{1,2})%")
_BULLET_STYLES: Final = (name("text:list-level-style-bullet"), name("text:list-level-style-image"))
_FORMS: Final = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "": NO_NUMBER,
}


def _form(written: str) -> str:
    """A format of numbers, by what it begins with: ๑ Thai digits, ก Thai letters."""
    if written.startswith("๑"):
        return "thaiNumbers"
    return "thaiLetters" if written.startswith("ก") else _FORMS.get(written, "decimal")


@dataclass(slots=True)
class Numbering:
    """Counts along the lists of a document, from its beginning to its end."""

    styles: Styles
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def begin(self, style: str, *, goes_on: bool) -> None:
        """Begin a list: from its first number, unless it goes on with one before."""
        if not goes_on:
            self.counts.pop(style, None)

    def label(self, style: str, depth: int, start: int | None) -> str:
        """What stands before an entry, with the space behind it; else nothing."""
        levels = self._levels(style)
        level = levels.get(depth)
        counts = self.counts.setdefault(style, {})
        for deeper in [at for at in counts if at > depth]:
            del counts[deeper]
        if level is None:
            return ""
        begins = read_number(level, "text:start-value") if start is None else start
        counts[depth] = begins if start is not None else counts.get(depth, begins - 1) + 1
        shown = _show(levels, depth, counts)
        return f"{shown} " if shown else ""

    def _levels(self, style: str) -> dict[int, Element]:
        found = self.styles.lists.get(style)
        return {} if found is None else {read_number(each, "text:level"): each for each in found}


def _show(levels: dict[int, Element], depth: int, counts: dict[int, int]) -> str:
    level = levels[depth]
    if level.tag in _BULLET_STYLES:
        return plain_bullet(level.get(name("text:bullet-char")) or "•")
    written = level.get(name("loext:num-list-format"))
    if written is None:
        first = depth + 1 - read_number(level, "text:display-levels")
        joined = ".".join(f"%{at}%" for at in range(max(1, first), depth + 1))
        written = f"%0%{joined}%00%"
    if not level.get(name("style:num-format")):
        return _PLACEHOLDER.sub("", written).strip()
    ends = {"0": level.get(name("style:num-prefix")), "00": level.get(name("style:num-suffix"))}

    def shown(match: re.Match[str]) -> str:
        if match[1] in ends:
            return ends[match[1]] or ""
        at = int(match[1])
        form = levels[at].get(name("style:num-format")) if at in levels else "1"
        return format_number(counts.get(at, 1), _form(form or ""))

    return _PLACEHOLDER.sub(shown, written).strip()
