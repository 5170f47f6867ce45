"""What a PDF from Chromium lacks to be published: the same bytes each time, and its author."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pikepdf

from ita_site.site.pdf.syllables import mend_syllables

if TYPE_CHECKING:
    import datetime

NODE = re.compile(rb"\(node(\d{8})\)")
"""A number that Chromium gave an element; it depends on what was opened before."""


def finish(pdf: bytes, author: str, day: datetime.date) -> bytes:
    """Return the document as it is published, with that author, as if made on that day."""
    made = f"D:{day:%Y%m%d}000000+07'00'"
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(_renumbered(pdf))) as document:
        for page in document.pages:
            page.Contents = document.make_stream(mend_syllables(page))
        info = document.docinfo
        info.update({"/Author": author, "/CreationDate": made, "/ModDate": made})
        del info["/Creator"]
        document.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        compact = pikepdf.ObjectStreamMode.generate
        document.save(out, deterministic_id=True, object_stream_mode=compact)
    return out.getvalue()


def _renumbered(pdf: bytes) -> bytes:
    """With its elements counted from 1; no byte moves."""
    numbers = {number: at for at, number in enumerate(sorted(set(NODE.findall(pdf))), 1)}
    return NODE.sub(lambda node: b"(node%08d)" % numbers[node[1]], pdf)
