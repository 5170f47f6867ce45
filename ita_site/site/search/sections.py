"""A page's HTML as plain text, section by section: what a reader can be led to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.text import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

_REST: Final = r"""[^<>"']*+(?:"[^"]*"[^<>"']*+|'[^']*'[^<>"']*+)*+"""
"""What follows a tag's name; a quoted value may hold any sign."""
_UNREAD: Final = re.compile(
    rf"<!--.*?-->|<(script|style|svg|template|object)\b{_REST}>.*?</\1\s*>"
    r'|<a\b[^<>]*\bclass="headerlink".*?</a>',
    re.DOTALL | re.IGNORECASE,
)
_EXCLUDED: Final = re.compile(r"<([a-z][\w-]*+)(?=[^<>]*\sdata-search-exclude\b)", re.IGNORECASE)
_HEADING: Final = re.compile(r'<h([1-6])\b[^<>]*\sid="([^"]+)"[^<>]*>(.*?)</h\1\s*>')
_ROW: Final = re.compile(r'<tr\b[^<>]*\sid="([^"]+)"[^<>]*>\s*<th\b[^<>]*>(.*?)</th>(.*?)</tr>')
_FIRST_COLUMN: Final = re.compile(r"<thead\b.*?<th\b[^<>]*>(.*?)</th>")
_TERM_ENDS: Final = re.compile(r"</dt>\s*<dd\b[^<>]*>")
_INLINE: Final = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong"
    rf"|sub|sup|time|u|var|wbr)\b{_REST}>"
)
_TAG: Final = re.compile(rf"</?[a-zA-Z]{_REST}>")


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


def sections(html: str) -> Iterator[Section]:
    """Divide a page's own HTML, as Markdown made it, at its headings with an `id`.

    The first is the page itself, under its `h1`, if it has one. Left out is what a browser
    does not show as text and whatever bears `data-search-exclude`. It reads well-formed HTML
    with regular expressions, which takes a tenth of the time a parser does.
    """
    html = " ".join(_without_excluded(_UNREAD.sub("", html)).split())
    before, *parts = _HEADING.split(html)
    found = list(zip(*(iter(parts),) * 4, strict=True))
    title = ""
    if found and found[0][0] == "1":
        _, _, title, after = found.pop(0)
        before += after
    yield from _with_rows("", title, before)
    for _, anchor, heading, text in found:
        yield from _with_rows(anchor, heading, text)


def _with_rows(anchor: str, title: str, html: str) -> Iterator[Section]:
    yield Section(unescape(anchor), _line(title), plain(_ROW.sub("", html)))
    for row in _ROW.finditer(html):
        column = _FIRST_COLUMN.match(html, html.rfind("<thead", 0, row.start()))
        cells = plain(row[3])
        head = f"{column[1]} {row[2]}" if column and cells else row[2]
        yield Section(unescape(row[1]), _line(head), cells)


def _line(html: str) -> str:
    return " ".join(plain(html).split())


def plain(html: str) -> str:
    """The text of HTML, a line for each block that has any."""
    html = _TAG.sub("\n", _INLINE.sub("", _TERM_ENDS.sub(": ", html)))
    lines = (line.strip() for line in normalise(unescape(html)).split("\n"))
    return "\n".join(line for line in lines if line)


def _without_excluded(html: str) -> str:
    while excluded := _EXCLUDED.search(html):
        html = html[: excluded.start()] + html[_end(html, excluded) :]
    return html


def _end(html: str, start: re.Match[str]) -> int:
    """Where an element ends; one that is never closed ends with its own tag."""
    depth = 0
    same = re.compile(rf"<(/?){start[1]}\b{_REST}>", re.IGNORECASE)
    for tag in same.finditer(html, start.start()):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.end()
    return html.index(">", start.end()) + 1
