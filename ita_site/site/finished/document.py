"""A document of a built site, read once as a browser reads it.

Parsed with selectolax (lexbor): like justhtml it follows the HTML standard, which lxml does not,
and it is the fastest of the three (`python -m tests.bench.parsers`).
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from selectolax.lexbor import LexborNode

Attributes: TypeAlias = "Mapping[str, str | None]"

_WITH_CODE: Final = {"script", "style"}
_UTF_8: Final = {"utf-8", "utf8"}
_DROPS_FIRST_LINE_BREAK: Final = "pre, textarea, listing"
_KEPT_OR_GAP: Final = re.compile(
    r"<(script|style|pre|textarea|listing)\b.*?</\1\s*(?=>)|>[^\S\n]*\n\s*(?=<)",
    re.IGNORECASE | re.DOTALL,
)
"""What is kept whole, or what lies between two tags with a line break in it."""

BREAK, NAME_BREAK, KEPT, KEPT_END, DOT = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3", "\ufdd4"
WIDE, WIDE_END = "\ufdd5", "\ufdd6"
"""Characters of no text, which stand in a finished tree for the tags in `_TAGS`: to write these at
the end is many times as fast as to make nodes of them."""
_TAGS: Final = {
    BREAK: "<wbr>",
    NAME_BREAK: "<wbr aria-hidden=true>",  # else a space, where a text is something's name
    KEPT: "<ita-whole>",
    KEPT_END: "</ita-whole>",
    DOT: "<ita-dot> </ita-dot>",
    WIDE: "<ita-wide>",
    WIDE_END: "</ita-wide>",
}
WRITTEN_LAST: Final = frozenset(re.findall(r"<([\w-]+)", "".join(_TAGS.values())))
"""The elements that stand for those characters, and in no tree."""


class UnreadableError(Exception):
    """A document that a browser may read otherwise than we do. Its text says why, in Thai."""


class Element(NamedTuple):
    """An element as every kind of document has it.

    `tag` is in lower case, without a namespace; `code` is the text of a script or style.
    `node` is the parser's, to be changed; None where documents are only judged.
    """

    tag: str
    attributes: Attributes
    code: str = ""
    node: LexborNode | None = None

    def get(self, name: str) -> str | None:
        """An attribute's value, empty when it has none; None when there is no such attribute."""
        return (self.attributes[name] or "") if name in self.attributes else None


class HtmlDocument:
    """An HTML document: its tree, and whether a step has changed it."""

    def __init__(self, text: str) -> None:
        """Parse a text."""
        self.text = text.replace("\r\n", "\n").replace("\r", "\n")
        self.tree = LexborHTMLParser(self.text)
        self.is_changed = False

    @cached_property
    def elements(self) -> list[Element]:
        """All elements in their order, then those within templates and frames' own documents."""
        return list(_elements(self._root))

    @property
    def article(self) -> LexborNode | None:
        """What the theme puts around a page's own content."""
        return self.tree.css_first("article.md-content__inner") or self.tree.css_first("article")

    @property
    def head(self) -> LexborNode:
        """Where the parser has put it, whether or not the text has a tag for it."""
        assert self.tree.head  # noqa: S101 - the standard has the parser make one
        return self.tree.head

    @property
    def _root(self) -> LexborNode:
        assert self.tree.root  # noqa: S101 - likewise
        return self.tree.root

    def new(self, tag: str, **attributes: str) -> LexborNode:
        """An element to be put somewhere. In names of attributes `_` stands for `-`."""
        node = self.tree.create_node(tag)
        for name, value in attributes.items():
            node.attrs[name.rstrip("_").replace("_", "-")] = value
        return node

    def serialise(self) -> str:
        """The document as HTML that a browser reads into the same tree."""
        for node in self.tree.css(_DROPS_FIRST_LINE_BREAK):
            text = node.first_child
            if text and text.is_text_node and (text.text_content or "").startswith("\n"):
                text.insert_before("\n")
        html = self.tree.html or ""
        for mark, tag in _TAGS.items():
            html = html.replace(mark, tag)
        kind = self._root.prev
        while kind and kind.tag != "-doctype":
            kind = kind.prev
        if not kind:
            return html
        before, named, after = html.partition("<!DOCTYPE html>")
        whole = (kind.html_pretty(full_doctype=True) or named).strip()
        return f"{before}{whole}\n{after}" if named else html


def close_up(html: str) -> str:
    """Without the lines and indents that templates leave between tags, where they mean nothing."""
    return _KEPT_OR_GAP.sub(lambda found: found[0] if found[1] else ">\n", html)


def _elements(root: LexborNode) -> Iterator[Element]:
    for node in root.traverse():
        tag = (node.tag or "").lower()
        attributes = node.attributes
        code = node.text(deep=False) if tag in _WITH_CODE else ""
        yield Element(tag, attributes, code, node)
        if tag == "iframe" and (inner := attributes.get("srcdoc")):
            yield from HtmlDocument(inner).elements
    for fragment in root.template_fragments():
        yield from _elements(fragment)


def decode(content: bytes) -> str:
    """A document's text.

    Raises:
        UnreadableError: when it is not UTF-8. A browser finds other scripts in bytes that it
            reads in another way.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = "ไฟล์ไม่ได้บันทึกเป็น UTF-8"
        raise UnreadableError(message) from error


def read_html(content: bytes) -> HtmlDocument:
    """An HTML document.

    Raises:
        UnreadableError: when it is not UTF-8, or says that it is something else.
    """
    document = HtmlDocument(decode(content))
    for name in _charsets(document.tree):
        if name.strip().lower() not in _UTF_8:
            message = f"ไฟล์บอกว่าใช้รหัสอักขระ {name.strip()}"
            raise UnreadableError(message)
    return document


def _charsets(tree: LexborHTMLParser) -> Iterator[str]:
    for meta in tree.css("meta[charset], meta[http-equiv][content]"):
        if "charset" in meta.attributes:
            yield meta.attributes["charset"] or ""
        elif (meta.attributes["http-equiv"] or "").strip().lower() == "content-type":
            _, sign, name = (meta.attributes["content"] or "").lower().partition("charset=")
            yield from [name.strip("\"' ").partition(";")[0]] if sign else []
