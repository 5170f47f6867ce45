"""Code that stands within a document, and the digests by which a browser recognises it."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ita_site.site.finished.addresses import runs

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from ita_site.site.finished.document import Element

DIGEST: Final = re.compile(r"sha256-[A-Za-z0-9+/]{43}=")
"""As a policy and `allow_scripts` in mkdocs.yml name a script."""
_SCRIPTS: Final = frozenset(
    {
        *("", "module", "importmap", "speculationrules"),
        *(f"text/javascript1.{number}" for number in range(6)),
        *(
            f"{kind}/{language}"
            for kind in ("text", "application")
            for language in ("javascript", "ecmascript", "x-javascript", "x-ecmascript")
        ),
        *("text/jscript", "text/livescript"),
    }
)
"""What a `type` makes a script (HTML, 4.12.1; MIME Sniffing, 4.6). All else is data."""
_FOLLOWED: Final = {"href", "xlink:href", "src", "action", "formaction", "data"}
_ANIMATED: Final = {"to", "from", "by", "values"}
_ALIGNMENT: Final = re.compile(r"text-align: (?:left|center|right);")


@dataclass(frozen=True)
class Inline:
    """What a document may run and apply, as the sources of a policy.

    `scripts` and `styles` are digests of whole elements, `alignments` those of the attributes
    by which Markdown aligns the columns of a table.
    """

    scripts: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()
    alignments: frozenset[str] = frozenset()

    def __or__(self, other: Inline) -> Inline:
        """What either of two documents may."""
        return Inline(
            self.scripts | other.scripts,
            self.styles | other.styles,
            self.alignments | other.alignments,
        )


def scripts(elements: Iterable[Element]) -> Iterator[str]:
    """The text of every script that would run and is in no file of its own."""
    for element in elements:
        if element.tag == "script" and _is_code(element) and element.code.strip():
            yield element.code


def _is_code(element: Element) -> bool:
    if not element.attributes.keys().isdisjoint({"src", "href", "xlink:href"}):
        return False
    kind, language = element.get("type"), element.get("language")
    if kind is None:
        kind = f"text/{language}" if language else ""
    return kind.strip(" \t\n\f\r").lower() in _SCRIPTS


def handlers(elements: Iterable[Element]) -> Iterator[str]:
    """Attributes and links that run code: `onclick="…"`, `href="javascript:…"`."""
    for element in elements:
        for name, value in element.attributes.items():
            if value and _is_handler(name, value):
                yield f'{name}="{value}"'


def _is_handler(name: str, value: str) -> bool:
    if name in _FOLLOWED:
        return runs(value)
    if name in _ANIMATED:
        return any(runs(part) for part in value.split(";"))
    return name.startswith("on") and name[2:].isalpha()


def styles(elements: Iterable[Element], content: Container[int]) -> tuple[Inline, list[str]]:
    """The styles that a document may apply, and those that a browser will leave alone.

    The `content` of a page, numbers of its nodes, never brings a style: it is made from facts
    and Markdown, and what should have been text must not be blessed by a digest.
    """
    whole, aligned, refused = set(), set(), []
    for element in elements:
        style = element.get("style")
        if style is not None:
            is_alignment = _ALIGNMENT.fullmatch(style)
            aligned.add(digest(style)) if is_alignment else refused.append(style)
        if element.tag == "style":
            is_content = element.node is not None and element.node.mem_id in content
            refused.append(element.code) if is_content else whole.add(digest(element.code))
    return Inline(styles=frozenset(whole), alignments=frozenset(aligned)), refused


def digest(code: str) -> str:
    """As a policy names it, without quotes."""
    return digest_of(code.replace("\r\n", "\n").encode())


def digest_of(content: bytes) -> str:
    """The same of a file."""
    return f"sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode()}"
