"""Names of Word's XML: short ones for our code, whole ones for the parser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Iterator

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

Element = Any
"""An element of lxml, which has no types of its own."""


def val(element: Element, path: str, name: str = "w:val") -> str | None:
    """An attribute of the first element at a path of `w:` names, or None."""
    found = element.find("/".join(map(qn, path.split("/"))))
    return None if found is None else found.get(qn(name))


def number(element: Element, path: str, default: int) -> int:
    """The same as a whole number."""
    found = val(element, path)
    try:
        return default if found is None else int(found)
    except ValueError:
        return default


def switched_on(element: Element, path: str) -> bool:
    """Whether a property without a value, or with one that is not "off", stands there."""
    found = element.find("/".join(map(qn, path.split("/"))))
    return found is not None and found.get(qn("w:val")) not in ("0", "false", "off", "none")


def all_of(element: Element, tag: str) -> Iterator[Element]:
    """Every element of this name below."""
    yield from element.iter(qn(tag))
