"""Automatic numbering: which number, letter or bullet Word shows before a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from docx.oxml.ns import qn

from ita_site.facts.thai.numerals import to_thai
from ita_site.office.importer.formats.word.elements import (
    is_switched_on,
    plain_bullet,
    read_number,
    read_value,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_site.office.importer.formats.word.elements import Element


@dataclass(frozen=True, slots=True)
class Styles:
    """A document's styles by their ids, and the style of paragraphs that name none."""

    by_id: dict[str, Element]
    usual: str | None = None

    @classmethod
    def from_xml(cls, root: Element | None) -> Styles:
        """The styles of a styles part; without one there are none."""
        if root is None:
            return cls({})
        by_id = {style.get(qn("w:styleId")): style for style in root.findall(qn("w:style"))}
        usual = (
            name
            for name, style in by_id.items()
            if style.get(qn("w:type")) == "paragraph"
            and style.get(qn("w:default")) in ("1", "true")
        )
        return cls(by_id, next(usual, None))

    def numbering(self, name: str | None) -> tuple[str | None, str | None]:
        """The list's id and level of a style or of one it is based on."""
        num = level = None
        seen: set[str] = set()
        name = name or self.usual
        while name and name in self.by_id and name not in seen:
            seen.add(name)
            style = self.by_id[name]
            num = num or read_value(style, "w:pPr/w:numPr/w:numId")
            level = level or read_value(style, "w:pPr/w:numPr/w:ilvl")
            name = read_value(style, "w:basedOn")
        return num, level


# Without the letters for kho khuat, kho khon, kho rakhang (ECMA-376, 17.18.59).
_THAI_LETTERS: Final = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
NO_NUMBER: Final = "none"


def format_number(number: int, form: str) -> str:
    """A number as Word writes it in a format of `w:numFmt`; unknown formats count in decimals."""
    return _FORMATS.get(form, str)(number)


def _letters(alphabet: str) -> Callable[[int], str]:
    def letter(number: int) -> str:
        if number < 1:
            return str(number)
        times, at = divmod(number - 1, len(alphabet))
        return alphabet[at] * (times + 1)

    return letter


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        while number >= value:
            number -= value
            text += sign
    return text


_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "decimalZero": lambda number: f"{number:02}",
    "thaiNumbers": lambda number: to_thai(str(number)),
    "thaiLetters": _letters(_THAI_LETTERS),
    "lowerLetter": _letters(_LATIN),
    "upperLetter": _letters(_LATIN.upper()),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "numberInDash": lambda number: f"- {number} -",
    NO_NUMBER: lambda _: "",
}


_LEVELS: Final = 9
_PLACEHOLDER: Final = re.compile(r"%([1-9])")
_BEHIND: Final = {"nothing": ""}
_OFF: Final = "0"


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int
    behind: str
    is_legal: bool
    restarts: int | None

    @classmethod
    def from_xml(cls, element: Element) -> _Level:
        behind = _BEHIND.get(read_value(element, "w:suff") or "tab", " ")
        restarts = read_value(element, "w:lvlRestart")
        return cls(
            read_value(element, "w:numFmt") or "decimal",
            read_value(element, "w:lvlText") or "",
            read_number(element, "w:start", 1),
            behind,
            is_switched_on(element, "w:isLgl"),
            None if restarts is None else int(restarts),
        )


@dataclass(slots=True)
class _List:
    """One `w:num`: its levels, and the abstract list whose counting it shares."""

    abstract: str
    levels: dict[int, _Level]
    restarts: dict[int, int]


@dataclass(slots=True)
class Numbering:
    """Counts along while a document is read from its beginning to its end."""

    styles: Styles
    lists: dict[str, _List] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    @classmethod
    def from_xml(cls, root: Element | None, styles: Styles) -> Numbering:
        """The lists of a numbering part; without one, nothing is numbered."""
        numbering = cls(styles)
        if root is None:
            return numbering
        abstracts = {_id(each, "abstractNumId"): each for each in root.iter(qn("w:abstractNum"))}
        for element in root.findall(qn("w:num")):
            numbering.lists[_id(element, "numId")] = _list(element, abstracts)
        return numbering

    def label(self, paragraph: Element) -> str:
        """What Word shows before a paragraph, with the space behind it; else nothing."""
        num, level = self._place(paragraph)
        listed = self.lists.get(num)
        if listed is None or level not in listed.levels:
            return ""
        counts = self._count(num, listed, level)
        shown = _shown(listed.levels, level, counts)
        return shown + listed.levels[level].behind if shown else ""

    def _place(self, paragraph: Element) -> tuple[str, int]:
        num = read_value(paragraph, "w:pPr/w:numPr/w:numId")
        level = read_value(paragraph, "w:pPr/w:numPr/w:ilvl")
        if num is None or level is None:
            styled_num, styled_level = self.styles.numbering(
                read_value(paragraph, "w:pPr/w:pStyle")
            )
            num = styled_num if num is None else num
            level = styled_level if level is None else level
        return num or _OFF, int(level or 0)

    def _count(self, num: str, listed: _List, level: int) -> dict[int, int]:
        counts = self.counts.setdefault(listed.abstract, {})
        if num not in self.begun:
            self.begun.add(num)
            counts.update({at: start - 1 for at, start in listed.restarts.items()})
        for at in range(level):
            counts.setdefault(at, _start(listed, at))
        counts[level] = counts.get(level, _start(listed, level) - 1) + 1
        for deeper in range(level + 1, _LEVELS):
            if _restarts(listed.levels.get(deeper), level):
                counts.pop(deeper, None)
        return counts


def _restarts(deeper: _Level | None, level: int) -> bool:
    return deeper is None or deeper.restarts is None or level < deeper.restarts


def _start(listed: _List, level: int) -> int:
    return listed.levels[level].start if level in listed.levels else 1


def _shown(levels: dict[int, _Level], level: int, counts: dict[int, int]) -> str:
    own = levels[level]
    if own.form == "bullet":
        return plain_bullet(own.text)
    if own.form == NO_NUMBER and "%" not in own.text:
        return own.text

    def counted(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        form = "decimal" if own.is_legal or at not in levels else levels[at].form
        return format_number(counts.get(at, 1), form)

    return _PLACEHOLDER.sub(counted, own.text)


def _id(element: Element, name: str) -> str:
    return element.get(qn(f"w:{name}")) or ""


def _list(element: Element, abstracts: dict[str, Element]) -> _List:
    wanted = read_value(element, "w:abstractNumId") or ""
    abstract = _followed(abstracts.get(wanted), abstracts)
    levels = {} if abstract is None else _levels(abstract)
    restarts = {}
    for override in element.findall(qn("w:lvlOverride")):
        at = int(_id(override, "ilvl") or 0)
        levels |= _levels(override)
        if (start := read_value(override, "w:startOverride")) is not None:
            restarts[at] = int(start)
    return _List(wanted, levels, restarts)


def _followed(abstract: Element | None, abstracts: dict[str, Element]) -> Element | None:
    """The list that another only names, by the style of lists that both speak of."""
    name = None if abstract is None else read_value(abstract, "w:numStyleLink")
    if name is None:
        return abstract
    linked = (each for each in abstracts.values() if read_value(each, "w:styleLink") == name)
    return next(linked, abstract)


def _levels(element: Element) -> dict[int, _Level]:
    return {
        int(_id(each, "ilvl") or 0): _Level.from_xml(each) for each in element.findall(qn("w:lvl"))
    }
