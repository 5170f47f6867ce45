"""The policy that a document carries itself, for servers that cannot be told anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from ita_site.site.finished.code import Inline
    from ita_site.site.finished.document import HtmlDocument

NAME: Final = "Content-Security-Policy"
_ALWAYS: Final = (
    "default-src 'none'",
    "img-src 'self' data:",  # The theme's stylesheet holds its icons as data.
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
)
_ALIGNING: Final = "style-src-attr 'unsafe-hashes'"


def content_security_policy(inline: Inline) -> str:
    """A Content-Security-Policy (W3C CSP level 3) for what stands within one document or many."""
    return "; ".join(
        (
            *_ALWAYS,
            _sources("script-src 'self'", inline.scripts),
            _sources("style-src 'self'", inline.styles),
            *([_sources(_ALIGNING, inline.alignments)] if inline.alignments else []),
        )
    )


def _sources(directive: str, digests: frozenset[str]) -> str:
    return " ".join((directive, *(f"'{digest}'" for digest in sorted(digests))))


def put_policy(document: HtmlDocument, policy: str) -> None:
    """Put a policy before everything that it is about, in place of one put there before.

    Only what names the encoding comes earlier: a browser looks for it in the first 1024 bytes.
    """
    for meta in document.head.css("meta[http-equiv]"):
        is_policy = (meta.attributes["http-equiv"] or "").lower() == NAME.lower()
        if is_policy and (meta.attributes.get("content") or "").startswith(_ALWAYS[0]):
            _remove(meta)
    charset = _first(document)
    meta = document.new("meta", http_equiv=NAME, content=policy)
    charset.insert_after(meta, move=True)
    charset.insert_after("\n")
    document.is_changed = True


def _remove(meta: LexborNode) -> None:
    if (before := meta.prev) and before.is_text_node and before.text_content == "\n":
        before.decompose()
    meta.decompose()


def _first(document: HtmlDocument) -> LexborNode:
    """What names the encoding, first in the head; put there if it is not."""
    first = next(document.head.iter(), None)
    if first and first.tag == "meta" and "charset" in first.attributes:
        return first
    charset = document.new("meta", charset="utf-8")
    if document.head.first_child:
        document.head.first_child.insert_before(charset, move=True)
    else:
        document.head.insert_child(charset, move=True)
    return charset
