"""A page's content as plain text, section by section: what a reader can be led to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.text import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from selectolax.lexbor import LexborNode

_UNREAD: Final = frozenset({"script", "style", "svg", "template", "object", "textarea"})
_CONTROLS: Final = frozenset(
    (
        *("headerlink", "md-content__button", "md-source-file", "md-tags", "md-feedback"),
        *("ita-source", "ita-permalink"),
    )
)
"""Classes of what the theme adds to an article, and of what leads to its own place."""
INLINE: Final = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins"),
        *("kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u"),
        *("var", "wbr", "ita-whole", "ita-wide", "ita-dot"),
    )
)
"""What stands within a line of text."""
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ENTITLED: Final = "summary > :is(h2, h3, h4)"
"""What a fold with an `id` is called."""
_SPACE: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Section:
    """What stands below a heading, or a table's row that has an address of its own.

    What stands before the first heading has no `anchor`, and belongs to the page itself. A
    row with cells is entitled by its column and head (“ข้อ E10”). A line of `text` is a paragraph, a
    point of a list, a cell.
    """

    anchor: str
    title: str
    text: str


@dataclass(slots=True)
class _Part:
    anchor: str
    title: str
    level: str = ""
    texts: list[str] = field(default_factory=list)
    rows: list[Section] = field(default_factory=list)

    def sections(self) -> Iterator[Section]:
        yield Section(self.anchor, self.title, _lines(self.texts))
        yield from self.rows


def sections(content: LexborNode | None) -> Iterator[Section]:
    """Divide a page's own content at its headings with an `id`, and its folds with one.

    The first is the page itself, under its `h1`, if it has one. Left out is what a browser
    does not show as text, what the theme adds, and whatever bears `data-search-exclude`.
    """
    parts = [_Part("", "")]
    if content:
        _divide(content, parts)
    page, *others = parts
    if others and others[0].level == "h1":
        first = others.pop(0)
        page.title = first.title
        page.texts += ["\n", *first.texts]
        page.rows += first.rows
    for part in (page, *others):
        yield from part.sections()


def _divide(node: LexborNode, parts: list[_Part]) -> None:
    """Add the text below a node to the last part, or begin new ones."""
    for child in node.iter(include_text=True):
        tag = child.tag
        if child.is_text_node:
            parts[-1].texts.append(_SPACE.sub(" ", child.text_content or ""))
        elif not child.is_element_node or tag in _UNREAD or _is_left_out(child):
            continue
        elif tag in INLINE:
            _divide(child, parts)
        elif tag in _HEADINGS and child.id:
            parts.append(_Part(child.id, _line(child), tag or ""))
        elif tag == "details" and child.id and (heading := child.css_first(_ENTITLED)):
            parts.append(_Part(child.id, _line(heading)))
            _divide(child, parts)
        elif tag in _HEADINGS and _entitles_fold(child):
            continue
        elif tag == "tr" and child.id and (row := _row(child)):
            parts[-1].rows.append(row)
        else:
            before, after = _borders(child)
            parts[-1].texts.append(before)
            _divide(child, parts)
            parts[-1].texts.append(after)


def _entitles_fold(heading: LexborNode) -> bool:
    summary = heading.parent
    fold = summary.parent if summary and summary.tag == "summary" else None
    return bool(fold and fold.id)


def _is_left_out(node: LexborNode) -> bool:
    attributes = node.attributes
    classes = attributes.get("class")
    return "data-search-exclude" in attributes or bool(
        classes and not _CONTROLS.isdisjoint(classes.split())
    )


def _borders(block: LexborNode) -> tuple[str, str]:
    """What parts a block from the texts around it; a term and what it means stand on one line."""
    if block.tag == "dt":
        return "\n", ": " if _beside(block, "next") == "dd" else "\n"
    return "" if block.tag == "dd" and _beside(block, "prev") == "dt" else "\n", "\n"


def _beside(node: LexborNode, side: str) -> str | None:
    """The tag of the element next to one."""
    other = getattr(node, side)
    while other and not other.is_element_node:
        other = getattr(other, side)
    return other.tag if other else None


def _row(row: LexborNode) -> Section | None:
    """A row as a section; None when no head says what it is about."""
    cells = list(row.iter())
    if not cells or cells[0].tag != "th":
        return None
    text = _text(cells[1:])
    column = _first_column(row) if text else ""
    return Section(row.id or "", f"{column} {_line(cells[0])}".strip(), text)


def _first_column(row: LexborNode) -> str:
    table = row.parent
    while table and table.tag != "table":
        table = table.parent
    head = table.css_first("thead th") if table else None
    return _line(head) if head else ""


def _line(node: LexborNode) -> str:
    return " ".join(_text([node]).split())


def _text(nodes: Iterable[LexborNode]) -> str:
    parts = [_Part("", "")]
    for node in nodes:
        parts[0].texts.append("\n")
        _divide(node, parts)
    return _lines([text for part in parts for text in (part.title, "\n", *part.texts)])


def _lines(texts: list[str]) -> str:
    """Texts as lines, one for each block that has any."""
    lines = (_SPACE.sub(" ", line).strip() for line in normalise("".join(texts)).split("\n"))
    return "\n".join(line for line in lines if line)
