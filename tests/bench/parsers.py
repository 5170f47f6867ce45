"""Which parser reads our pages, and how it does: `make bench`, or `python -m tests.bench.parsers`.

Correct first: selectolax and lxml against justhtml, which passes the standard's own tests
(html5lib-tests), on the demonstration's pages and on documents that hide things. Then the
time to read every page, go through its elements and write it.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import justhtml
import lxml.html
from selectolax.lexbor import LexborHTMLParser

from tests.bench.clock import REPOSITORY, run
from tests.bench.table import in_columns, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROUNDS = 5
TRICKY = (
    "<!-- <head> --><title>a</title><p>b",
    "<title>a</title><p>b<script>c()</script>",
    "<p title='</p><script>a()</script>'>b",
    "<svg><path d='M0'/><style><img></style></svg><script>a()</script>",
    "<svg><foreignObject><p>a<svg><a xlink:href='#'/></svg></foreignObject></svg>",
    "<template><script>a()</script></template><p>b",
    "<table><script>a()</script><img src=b><tr><td>c</table>",
    "<select><script>a()</script><option>b</select>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--></mglyph><img src=1>'>",
    "<textarea><script>a()</script></textarea><xmp><script>b()</script></xmp>",
    "<noscript><p title='</noscript><script>a()</script>'>",
    "<a><p><a>b</a></p><b><i>c</b></i>",
    "<!--><script>a()</script>-->",
    "<script><!--<script></script>a()--></script><p>b",
    "<body><frameset><frame src=a></frameset>",
)


class Parser:
    """A parser: `read` a text, `elements` of what was read as (name, attributes), `write` it."""

    def __init__(self, name: str, read: Any, elements: Any, write: Any) -> None:  # noqa: ANN401 - each has a tree of its own
        """Name it as its package is named."""
        self.name, self.read, self.elements, self.write = name, read, elements, write


def _lexbor(tree: LexborHTMLParser) -> Iterator[tuple[str, dict[str, str]]]:
    def below(root: Any) -> Iterator[Any]:  # noqa: ANN401 - its node or fragment
        for node in root.traverse():
            yield node
            if node.tag == "template":
                yield from below(node.template_fragments()[0])

    for node in below(tree.root):
        yield node.tag, {name: value or "" for name, value in node.attributes.items()}


def _lxml(tree: Any) -> Iterator[tuple[str, dict[str, str]]]:  # noqa: ANN401 - has no types
    for node in tree.iter(lxml.etree.Element):
        yield node.tag, dict(node.attrib)


def _justhtml(tree: justhtml.JustHTML) -> Iterator[tuple[str, dict[str, str]]]:
    def below(node: Any) -> Iterator[Any]:  # noqa: ANN401 - its node
        for child in node.children or ():
            if not child.name.startswith(("#", "!")):
                yield child
                yield from below(child)
                if content := getattr(child, "template_content", None):
                    yield from below(content)

    for node in below(tree.root):
        yield node.name, {name: value or "" for name, value in (node.attrs or {}).items()}


PARSERS = (
    Parser("selectolax", LexborHTMLParser, _lexbor, lambda tree: tree.html),
    Parser("lxml", lxml.html.document_fromstring, _lxml, lxml.html.tostring),
    Parser(
        "justhtml",
        lambda text: justhtml.JustHTML(text, sanitize=False, scripting_enabled=False),
        _justhtml,
        lambda tree: tree.to_html(pretty=False),
    ),
)


def main() -> None:
    """Measure and print; takes some seconds."""
    with tempfile.TemporaryDirectory() as name:
        run("-m", "mkdocs", "build", "--site-dir", name, folder=REPOSITORY)
        pages = [path.read_text("utf-8") for path in sorted(Path(name).rglob("*.html"))]
    size = sum(len(page.encode()) for page in pages) / 1e6
    say(f"{len(pages)} pages, {size:.1f} MB, and {len(TRICKY)} documents that hide something;")
    say("times of the processor, the middle one of each round's ratio to selectolax")
    head = ("", "pages read right", "hidden things", "read", "elements", "write", "all")
    in_columns([head, *_rows(pages)])


def _rows(pages: list[str]) -> Iterator[tuple[str, ...]]:
    taken = [[_timed(parser, pages) for parser in PARSERS] for _ in range(ROUNDS)]
    for at, parser in enumerate(PARSERS):
        ratios = [
            [mine / ours for mine, ours in zip(each[at], each[0], strict=True)] for each in taken
        ]
        middle = [statistics.median(values) for values in zip(*ratios, strict=True)]
        right = [f"{sum(map(_agrees(parser), texts))} of {len(texts)}" for texts in (pages, TRICKY)]
        yield parser.name, *right, *(f"{value:.1f}" for value in middle)


def _agrees(parser: Parser) -> Callable[[str], bool]:
    referee = PARSERS[-1]

    def agrees(text: str) -> bool:
        return [*parser.elements(parser.read(text))] == [*referee.elements(referee.read(text))]

    return agrees


def _timed(parser: Parser, pages: list[str]) -> tuple[float, ...]:
    """Seconds to read, to go through the elements, to write; and in all."""
    start = time.process_time()
    trees = [parser.read(page) for page in pages]
    read = time.process_time()
    for tree in trees:
        for _ in parser.elements(tree):
            pass
    seen = time.process_time()
    for tree in trees:
        parser.write(tree)
    end = time.process_time()
    return read - start, seen - read, end - seen, end - start


if __name__ == "__main__":
    main()
