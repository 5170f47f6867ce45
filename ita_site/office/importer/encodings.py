"""The letters of a text file, in whichever of the encodings Thai offices write."""

from __future__ import annotations

import codecs
import re
from typing import Final

from ita_site.office.importer.refused import RefusedError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE: Final = 4000
_UNUSUAL: Final = re.compile(
    "[^\u0000-\u024f\u0300-\u036f\u0e00-\u0e7f\u2000-\u2bff\u3000-\u303f\uf700-\uf71f"
    "\ufe00-\ufeff\ufff0-\uffff\U0001f000-\U0001faff]"
)
"""Letters of neither Thai nor Latin: a few Thai letters in Windows-874 look like them in UTF-8."""
_CONTROLS: Final = frozenset(map(chr, {*range(32)} - {9, 10, 11, 12, 13}))


def text_of(data: bytes, name: str) -> str:
    """Decode a file: by its byte order mark, else UTF-16, UTF-8, or Windows-874 (TIS-620).

    Raises:
        RefusedError: ITA914, when it is none of these.
    """
    texts = [text for coding in _codings(data) if (text := _decoded(data, coding)) is not None]
    if not texts:
        raise RefusedError("ITA914", file=name)
    usual = (text for text in texts if not _UNUSUAL.search(text))
    return next(usual, texts[0]).removeprefix("\ufeff")


def _decoded(data: bytes, coding: str) -> str | None:
    try:
        text = data.decode(coding)
    except UnicodeDecodeError:
        return None
    return None if _CONTROLS & set(text) else text


def _codings(data: bytes) -> list[str]:
    for mark, coding in _MARKS:
        if data.startswith(mark):
            return [coding]
    return [*_utf16(data), "utf-8", "cp874"]


def _utf16(data: bytes) -> list[str]:
    """UTF-16 without a mark: tabs, digits and line ends have a zero byte, all on one side."""
    sample = data[:_SAMPLE]
    for coding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        low = sample[::2] if coding == "utf-16-le" else sample[1::2]
        thai_or_latin = sum(byte in (0, 0x0E, 0x20) for byte in high)
        if high and thai_or_latin == len(high) and 0 in high and 0 not in low:
            return [coding]
    return []
