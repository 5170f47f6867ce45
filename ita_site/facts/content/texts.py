"""A text's encoding, and the identity numbers in it, however large the file is."""

from __future__ import annotations

import codecs
import re
from html import unescape
from typing import IO, TYPE_CHECKING, Final, NamedTuple

from ita_site.facts.thai.personal import citizen_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

UTF8: Final = "UTF-8"
THAI: Final = "TIS-620"
UNKNOWN: Final = ""
_MARKS: Final = (
    (codecs.BOM_UTF8, UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "UTF-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "UTF-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "UTF-16", "utf-16"),
)
_THAI_BYTES: Final = re.compile(rb"[\xa1-\xda\xdf-\xfb]")
_OTHER_BYTES: Final = re.compile(rb"[\x81-\x84\x86-\x90\x98-\x9f\xdb-\xde\xfc-\xff]")
"""Bytes that stand for nothing in Windows-874, which is TIS-620 with a few signs more."""
_STEP: Final = 1 << 20
_OVERLAP: Final = 1000
"""Characters in which a number and the address around it have room."""
_HALF_ENTITY: Final = re.compile(r"&#?\w{0,12}\Z")
_WITHIN_WORDS: Final = re.compile(
    r"<!--.{0,500}?-->|</?(?:a|b|i|u|em|strong|span|font|small|sup|sub|mark|code|wbr)\b[^<>]{0,500}>"
    r"|[*`\\]",
    re.IGNORECASE | re.DOTALL,
)
"""Markup that a reader does not see between two digits."""


class Encoding(NamedTuple):
    """How a text is encoded: what an officer calls it, Python's name, the first line that tells."""

    name: str
    codec: str
    line: int = 1


class PlacedNumber(NamedTuple):
    """An identity number: where it stands, counted from 1, and how it may be shown."""

    line: int
    column: int
    masked: str


def encoding_of(file: IO[bytes]) -> Encoding:
    """The encoding of a whole file: by its mark, else UTF-8, TIS-620, or none that is known."""
    file.seek(0)
    head = file.read(_STEP)
    for mark, name, codec in _MARKS:
        if head.startswith(mark):
            return Encoding(name, codec) if name != UTF8 else _utf8(file)
    if (codec := _utf16_without_mark(head[:4000])) != "":
        return Encoding("UTF-16", codec)
    return _utf8(file)


def _utf16_without_mark(sample: bytes) -> str:
    """Spaces, digits and line ends have a zero byte, all on one side."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if even + odd <= len(sample) // 20 or (even and odd):
        return ""
    return "utf-16-le" if odd else "utf-16-be"


def _utf8(file: IO[bytes]) -> Encoding:
    decoder = codecs.getincrementaldecoder("utf-8")()
    line, is_thai, at_fault = 1, False, 0
    for data, is_last in _steps(file):
        if not at_fault:
            try:
                decoder.decode(data, is_last)
            except UnicodeDecodeError as error:
                at_fault = line + error.object[: error.start].count(b"\n")
        if _OTHER_BYTES.search(data) and at_fault:
            return Encoding(UNKNOWN, "cp874", at_fault)
        is_thai = is_thai or bool(_THAI_BYTES.search(data))
        line += data.count(b"\n")
    if not at_fault:
        return Encoding(UTF8, "utf-8-sig")
    return Encoding(THAI if is_thai else UNKNOWN, "cp874", at_fault)


def _steps(file: IO[bytes]) -> Iterator[tuple[bytes, bool]]:
    file.seek(0)
    data = file.read(_STEP)
    while data:
        following = file.read(_STEP)
        yield data, not following
        data = following


def first_words(file: IO[bytes], encoding: Encoding) -> str:
    """The first words in Thai letters, to show that an encoding is the right one."""
    file.seek(0)
    text = file.read(20_000).decode(encoding.codec, errors="ignore")
    found = re.search(r"[\u0e00-\u0e7f][^<>\r\n]{0,30}", text)
    return found[0].strip() if found else ""


def numbers_in(file: IO[bytes], encoding: Encoding, *, is_page: bool) -> Iterator[PlacedNumber]:
    """Identity numbers of a text, read piece by piece; in a page through its markup as well."""
    window, line, column, done = "", 1, 1, 0
    for text, is_last in _texts(file, encoding, is_page=is_page):
        window += text
        until = len(window) if is_last else max(len(window) - _OVERLAP, 0)
        for found in citizen_ids(window):
            if done <= found.start < until:
                before = window[: found.start]
                at = found.start - before.rfind("\n") if "\n" in before else column + found.start
                yield PlacedNumber(line + before.count("\n"), at, found.masked)
        dropped = max(until - _OVERLAP, 0)
        gone, window = window[:dropped], window[dropped:]
        column = dropped - gone.rfind("\n") if "\n" in gone else column + dropped
        line, done = line + gone.count("\n"), until - dropped


def _texts(file: IO[bytes], encoding: Encoding, *, is_page: bool) -> Iterator[tuple[str, bool]]:
    decoder = codecs.getincrementaldecoder(encoding.codec)(errors="replace")
    kept = ""
    for data, is_last in _steps(file):
        text = kept + decoder.decode(data, is_last)
        half = _HALF_ENTITY.search(text) if is_page and not is_last else None
        kept = half[0] if half else ""
        text = text[: half.start()] if half else text
        yield (_as_read(text) if is_page else text), is_last


def _as_read(text: str) -> str:
    """A page's text as a reader sees it, its lines where they were."""
    plain = _WITHIN_WORDS.sub(lambda found: "\n" * found[0].count("\n"), text)
    return re.sub(r"&#?\w{1,31};", lambda found: unescape(found[0]).replace("\n", " "), plain)
