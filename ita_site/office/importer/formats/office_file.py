"""What a file really is, whatever its name says, and whether it is safe to open."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from ita_site.facts.problems import CodedError

if TYPE_CHECKING:
    from pathlib import Path


class RefusedError(CodedError):
    """A file that cannot be imported. Nothing was written."""

    words = "office/importer/messages.yml"


LARGEST: Final = 50
"""Megabytes of a file as it lies on the disk."""
LARGEST_UNPACKED: Final = 150
"""Megabytes of all its parts together; pictures are packed no smaller than they are."""
MOST_PARTS: Final = 5000
MOST_ROWS: Final = 3000
"""Rows of tables and paragraphs between them."""
BROKEN: Final = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError),
    *(ValueError, OSError, struct.error, ArithmeticError),
)
"""What the package's library raises when a file is damaged."""
MB: Final = 1_000_000

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK: Final = "Workbook".encode("utf-16-le")
_PICTURES: Final = re.compile(
    rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|II\*\x00|MM\x00\*|BM.{4}\x00{4}", re.DOTALL
)
_DOCTYPES: Final = tuple(
    "<!DOCTYPE".encode(coding) for coding in ("utf-8", "utf-16-le", "utf-16-be")
)
_XML: Final = (".xml", ".rels", ".vml")


def read_content(path: Path) -> bytes:
    """The bytes of a file that is neither too large nor of a kind that is not read.

    Raises:
        RefusedError: ITA901 to ITA904, ITA906, ITA907.
        OSError: when the file cannot be read.
    """
    size = path.stat().st_size
    if size > LARGEST * MB:
        raise RefusedError("ITA907", file=path.name, size=size // MB, most=LARGEST)
    data = path.read_bytes()
    if code := _refusal_code(data, path.suffix.lower()):
        raise RefusedError(code, file=path.name)
    return data


def _refusal_code(data: bytes, suffix: str) -> str | None:
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            return "ITA906"
        return "ITA902" if _WORKBOOK in data or suffix.startswith(".xls") else "ITA901"
    if suffix == ".pdf" and not is_pdf(data):
        return "ITA911"
    if _PICTURES.match(data):
        return "ITA904"
    if data.startswith(b"{\\rtf"):
        return "ITA901"
    return None if is_page(data) or is_mail(data) else _OLD_NAMES.get(suffix)


_PAGE: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|table)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_MAIL: Final = re.compile(
    rb"(?:(?:From|MIME-Version|Return-Path|Received|Delivered-To|Message-ID):\s|From - )",
    re.IGNORECASE,
)
_OLD_NAMES: Final = {".doc": "ITA901", ".xls": "ITA902"}
_BEGINNING: Final = 4096


def is_pdf(data: bytes) -> bool:
    """Whether it is a PDF: readers accept a little before its mark."""
    return b"%PDF-" in data[:1024]


def is_page(data: bytes) -> bool:
    """Whether it is a web page, whatever its name says: systems hand out tables so as `.xls`."""
    return _PAGE.match(data[:_BEGINNING]) is not None


def is_mail(data: bytes) -> bool:
    """Whether it is a message, or a page saved as one file."""
    return _MAIL.match(data.lstrip()[:_BEGINNING]) is not None


def refuse_endless(rows: int, name: str) -> None:
    """No report has so many rows and paragraphs, and no data file has room for them.

    Raises:
        RefusedError: ITA931.
    """
    if rows > MOST_ROWS:
        raise RefusedError("ITA931", file=name, rows=f"{rows:,}", most=f"{MOST_ROWS:,}")


def is_packed(data: bytes) -> bool:
    """Whether it is a package, as Word and Excel write them."""
    return data.startswith(b"PK\x03\x04")


def open_package(data: bytes, name: str) -> zipfile.ZipFile:
    """An office file's package, after a look at each of its parts.

    Raises:
        RefusedError: ITA911 when it is damaged, ITA912 when it would fill the memory,
            ITA913 when its XML declares entities.
    """
    try:
        packed = zipfile.ZipFile(io.BytesIO(data))
        _check_size(packed, name)
        for part in _xml_parts(packed):
            if any(sign in packed.read(part) for sign in _DOCTYPES):
                raise RefusedError("ITA913", file=name)
    except BROKEN as error:
        raise RefusedError("ITA911", file=name) from error
    return packed


def _check_size(packed: zipfile.ZipFile, name: str) -> None:
    parts = packed.infolist()
    unpacked = sum(part.file_size for part in parts)
    if unpacked > LARGEST_UNPACKED * MB or len(parts) > MOST_PARTS:
        raise RefusedError("ITA912", file=name)


def _xml_parts(packed: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    return [part for part in packed.infolist() if part.filename.lower().endswith(_XML)]
