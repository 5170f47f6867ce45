"""What the elements of a web page say of themselves: their reach, their colour, their label."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.numerals import to_thai
from ita_site.office.importer.formats.word.numbering import format_number

if TYPE_CHECKING:
    from ita_site.office.importer.formats.opendocument.elements import Element

_COLOUR: Final = re.compile(
    r"background(?:-color)?\s*:\s*(#[0-9a-f]{3,8}|rgb\([^)]*\)|[a-z]+)", re.IGNORECASE
)
_PAPER: Final = (
    "",
    "white",
    "#fff",
    "#ffffff",
    "transparent",
    "none",
    "inherit",
    "window",
    "initial",
)
_FORMS: Final = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_LONGEST: Final = 6
_TYPED: Final = ("text", "number", "date", "url", "email", "tel", "search")


def table_of(row: Element) -> Element | None:
    """The table whose row it is."""
    return next(row.iterancestors("table"), None)


def is_layout(table: Element, rows: list[Element]) -> bool:
    """Whether it only places other tables, as e-mails do."""
    if (table.get("role") or "") in ("presentation", "none"):
        return True
    lone = all(len(list(row.iterchildren("td", "th"))) <= 1 for row in rows)
    return lone and any(each is not table for each in table.iter("table"))


def is_tracker(element: Element) -> bool:
    """Whether a picture is too small to be seen."""
    return element.get("width") in ("0", "1") and element.get("height") in ("0", "1")


def shown_in(field: Element) -> str:
    """What a field of a form shows: its box, ticked or not, or what was typed."""
    kind = (field.get("type") or "text").lower()
    if kind in ("checkbox", "radio"):
        return "☒ " if field.get("checked") is not None else "☐ "
    return f" {field.get('value') or ''} " if kind in _TYPED else ""


def span(cell: Element, attribute: str, most: int) -> int:
    """Over how many columns or rows a cell reaches, `most` at most."""
    said = (cell.get(attribute) or "").strip()
    return max(1, min(int(said), most)) if said.isascii() and said.isdigit() else 1


def fill(cell: Element) -> str:
    """The colour behind a cell or its row; empty where it is the paper's."""
    for element in (cell, cell.getparent()):
        found = _COLOUR.search(element.get("style") or "")
        colour = (found[1] if found else element.get("bgcolor") or "").lower()
        if colour not in _PAPER:
            return str(colour)
    return ""


def label(item: Element, numbers: dict[Element, int]) -> str:
    """What stands before an entry of a list; `numbers` are the last ones of the lists so far."""
    listed = item.getparent()
    if listed is None or listed.tag != "ol":
        return "• "
    before = numbers.get(listed, _number(listed.get("start"), 1) - 1)
    number = numbers[listed] = _number(item.get("value"), before + 1)
    if "thai" in (listed.get("style") or "").lower():
        return f"{to_thai(str(number))}. "
    return f"{format_number(number, _FORMS.get(listed.get('type') or '1', 'decimal'))}. "


def _number(said: str | None, default: int) -> int:
    text = (said or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < _LONGEST else default
