"""A page's link to its document, which stands in a comment until there is a document."""

from __future__ import annotations

import re

HELD = re.compile(r"<!-- ita:pdf (.*?) -->", re.DOTALL)


def offer_documents(page: str, *, made: bool) -> str:
    """HTML with the links shown, or without them."""
    return HELD.sub(r"\1" if made else "", page)
