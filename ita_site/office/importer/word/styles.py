"""What a paragraph has from its style: the list it is numbered in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from ita_site.office.importer.word.names import val

if TYPE_CHECKING:
    from ita_site.office.importer.word.names import Element


@dataclass(frozen=True, slots=True)
class Styles:
    """A document's styles by their ids, and the style of paragraphs that name none."""

    by_id: dict[str, Element]
    usual: str | None = None

    @classmethod
    def of(cls, root: Element | None) -> Styles:
        """The styles of a styles part; without one there are none."""
        if root is None:
            return cls({})
        found = {style.get(qn("w:styleId")): style for style in root.findall(qn("w:style"))}
        usual = (
            name
            for name, style in found.items()
            if style.get(qn("w:type")) == "paragraph"
            and style.get(qn("w:default")) in ("1", "true")
        )
        return cls(found, next(usual, None))

    def numbering(self, name: str | None) -> tuple[str | None, str | None]:
        """The list's id and level of a style or of one it is based on."""
        num = level = None
        seen: set[str] = set()
        name = name or self.usual
        while name and name in self.by_id and name not in seen:
            seen.add(name)
            style = self.by_id[name]
            num = num or val(style, "w:pPr/w:numPr/w:numId")
            level = level or val(style, "w:pPr/w:numPr/w:ilvl")
            name = val(style, "w:basedOn")
        return num, level
