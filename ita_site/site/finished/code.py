"""Code that stands within a page, and the digests by which a browser recognises it."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ARTICLE = re.compile(r"<article\b.*</article\s*>", re.DOTALL | re.IGNORECASE)
_ELEMENT = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_FROM_A_FILE = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_TYPE = re.compile(r"""\stype\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
_RUNS = {"", "module", "text/javascript", "application/javascript"}
_TAG = re.compile(r"<[a-z][^<>]*\s(?:on[a-z]+|style)\s*=[^<>]*>", re.IGNORECASE)
_STYLE = re.compile(r'\sstyle="([^"]*)"', re.IGNORECASE)
_HANDLER = re.compile(r"""\son[a-z]+\s*=\s*["']""", re.IGNORECASE)
_ALIGNMENT = re.compile(r"text-align: (?:left|center|right);")


@dataclass(frozen=True)
class Inline:
    """What a page may run and apply, as the sources of a policy, and what it may not.

    `scripts` and `styles` are digests of whole elements, `alignments` those of the attributes
    by which Markdown aligns the columns of a table. `refused` quotes the rest.
    """

    scripts: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()
    alignments: frozenset[str] = frozenset()
    refused: tuple[str, ...] = ()

    def __or__(self, other: Inline) -> Inline:
        """What either of two pages may."""
        return Inline(
            self.scripts | other.scripts,
            self.styles | other.styles,
            self.alignments | other.alignments,
            self.refused + other.refused,
        )


def inline_code(html: str) -> Inline:
    """What stands within a page.

    The theme's part may bring code. An article never does: it is made from facts and
    Markdown, and what should have been text must not be blessed by a digest.
    """
    html = _COMMENT.sub("", html.replace("\r\n", "\n"))
    article = "".join(_ARTICLE.findall(html))
    frame = _elements(_ARTICLE.sub("", html))
    attributes = _attributes(html)
    aligned = {style for style in attributes if _ALIGNMENT.fullmatch(style)}
    return Inline(
        _digests(code for kind, code in frame if kind == "script"),
        _digests(code for kind, code in frame if kind == "style"),
        _digests(aligned),
        (
            *(code for _, code in _elements(article)),
            *(attribute for attribute in attributes if attribute not in aligned),
        ),
    )


def _elements(html: str) -> list[tuple[str, str]]:
    """The kind and the text of every element with code; data in a script's clothes is none."""
    return [
        (kind.lower(), code)
        for kind, attributes, code in _ELEMENT.findall(html)
        if kind.lower() == "style" or _is_code(attributes)
    ]


def _is_code(attributes: str) -> bool:
    kind = _TYPE.search(attributes)
    return not _FROM_A_FILE.search(attributes) and (kind[1].lower() if kind else "") in _RUNS


def _attributes(html: str) -> list[str]:
    """The text of every `style`, and every tag with a handler of events."""
    tags = _TAG.findall(_ELEMENT.sub("", html))
    return [
        *(style for tag in tags for style in _STYLE.findall(tag)),
        *(tag for tag in tags if _HANDLER.search(tag)),
    ]


def _digests(codes: Iterable[str]) -> frozenset[str]:
    return frozenset(_digest(code) for code in codes)


def _digest(code: str) -> str:
    digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
    return f"'sha256-{digest}'"
