"""The coding that a web page says it is in."""

from __future__ import annotations

import codecs
import re
from typing import Final

_CHARSET: Final = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_SNIFFED: Final = 4096
_THAI: Final = {"windows-874": "cp874", "tis-620": "cp874", "iso-8859-11": "cp874"}


def find_charset(data: bytes) -> str | None:
    """The coding a page says it is in, when Python knows it."""
    found = _CHARSET.search(data[:_SNIFFED])
    said = found[1].decode("ascii").lower() if found else ""
    try:
        return codecs.lookup(_THAI.get(said, said)).name if said else None
    except LookupError:
        return None
