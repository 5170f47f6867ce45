"""Documents that a browser reads as XML: `.svg`, `.xhtml`, feeds.

An `.xhtml` page can carry a policy. No other can, so what runs or asks another host in it
is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from ita_site.site.finished.document import Element, UnreadableError, decode
from ita_site.site.finished.policy import NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

_XHTML: Final = "http://www.w3.org/1999/xhtml"
_SVG: Final = "http://www.w3.org/2000/svg"
_XLINK: Final = "{http://www.w3.org/1999/xlink}"
_RUN: Final = {_XHTML, _SVG, "http://www.w3.org/1998/Math/MathML"}
"""Namespaces whose elements do something in a browser. A feed's or sitemap's do nothing."""


class XmlDocument:
    """A document and its elements, those that a browser knows what to do with."""

    def __init__(self, content: bytes) -> None:
        """Parse it.

        Raises:
            UnreadableError: when it is not UTF-8, or no XML; a browser would run what comes
                before the mistake.
        """
        text = decode(content)
        parser = etree.XMLParser(resolve_entities="internal", no_network=True, load_dtd=False)
        try:
            self._tree = etree.ElementTree(etree.fromstring(text.encode(), parser))
        except etree.XMLSyntaxError as error:
            message = f"ไฟล์ XML เขียนไม่ครบหรือผิดรูป ({error.msg})"
            raise UnreadableError(message) from error
        if (encoding := self._tree.docinfo.encoding) and encoding.upper() != "UTF-8":
            message = f"ไฟล์บอกว่าใช้รหัสอักขระ {encoding}"
            raise UnreadableError(message)
        self.elements = [*_stylesheets(self._tree), *_elements(self._tree)]

    @property
    def is_page(self) -> bool:
        """Whether it is XHTML, which can carry a policy."""
        return str(self._tree.getroot().tag) == f"{{{_XHTML}}}html"

    def with_policy(self, policy: str) -> bytes:
        """The document with a policy before all else in its head."""
        root = self._tree.getroot()
        head = root.find(f"{{{_XHTML}}}head")
        if head is None:
            head = etree.Element(f"{{{_XHTML}}}head")
            root.insert(0, head)
        for meta in head.findall(f"{{{_XHTML}}}meta[@http-equiv='{NAME}']"):
            head.remove(meta)
        meta = etree.Element(f"{{{_XHTML}}}meta", {"http-equiv": NAME, "content": policy})
        head.insert(0, meta)
        content: bytes = etree.tostring(self._tree, xml_declaration=True, encoding="utf-8")
        return content


def _elements(tree: etree._ElementTree) -> Iterator[Element]:
    for node in tree.iter(etree.Element):
        name = etree.QName(node)
        if name.namespace in _RUN:
            attributes = {_named(key): value for key, value in node.attrib.items()}
            code = "".join(node.itertext()) if name.localname in ("script", "style") else ""
            yield Element(name.localname.lower(), attributes, code)


def _named(key: str | bytes) -> str:
    return str(key).replace(_XLINK, "xlink:")


def _stylesheets(tree: etree._ElementTree) -> Iterator[Element]:
    """What an `xml-stylesheet` asks for; one that makes another document of this is refused."""
    for node in tree.xpath("//processing-instruction('xml-stylesheet')"):
        if node.attrib.get("type", "text/css").strip().lower() != "text/css":
            message = "ไฟล์ให้เบราว์เซอร์แปลงเป็นหน้าอื่นด้วย xml-stylesheet"
            raise UnreadableError(message)
        yield Element("link", {"rel": "stylesheet", "href": node.attrib.get("href", "")})
