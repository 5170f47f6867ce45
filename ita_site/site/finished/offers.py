"""A page's link to its PDF file, which stands in a comment until there is a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from ita_site.site.finished.document import HtmlDocument

_MARK: Final = "ita:pdf "


def offer_pdf(document: HtmlDocument, *, made: bool) -> None:
    """Show the links when PDF files are made, else take them away."""
    if _MARK not in document.text or not document.tree.root:
        return
    nodes = list(document.tree.root.traverse(include_text=True))
    for comment in [node for node in nodes if node.is_comment_node]:
        _, sign, link = (comment.comment_content or "").partition(_MARK)
        if not sign:
            continue
        if made:
            for child in list(LexborHTMLParser(f"<body>{link}").css("body > *")):
                comment.insert_before(child)
        comment.decompose()
        document.is_changed = True
