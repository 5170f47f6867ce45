"""Files of every kind to blocks: delimited and pasted text here, the others next door."""

from __future__ import annotations

import codecs
import csv
import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.document.blocks import (
    Block,
    Blocks,
    Cell,
    FileContent,
    Paragraph,
    Table,
    split_sheet,
)
from ita_site.office.importer.formats.named_places import without_named_places
from ita_site.office.importer.formats.office_file import (
    RefusedError,
    is_mail,
    is_packed,
    is_page,
    is_pdf,
    open_package,
    read_content,
    refuse_endless,
)
from ita_site.office.importer.formats.pasted import read_pasted
from ita_site.office.importer.formats.pdf.isolated import read_pdf
from ita_site.office.importer.formats.web.charset import find_charset
from ita_site.office.importer.formats.web.mail import read_mail
from ita_site.office.importer.formats.web.page import read_page
from ita_site.office.importer.words.hiding import Hiding

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator
    from pathlib import Path

_TEXTS: Final = (".txt", ".md", ".text", "")
_DELIMITED: Final = (".csv", ".tsv", ".tab")
_PAGES: Final = (".html", ".htm", ".xhtml")
_MAILS: Final = (".eml", ".mht", ".mhtml")
_LOCK: Final = "~$"
_WORD: Final = "word/"
_EXCEL: Final = "xl/"
_OPEN_DOCUMENT: Final = "content.xml"


def read_blocks(path: Path) -> FileContent:
    """Read a file of an office, by what it holds rather than by its name.

    Args:
        path: `.docx`, `.xlsx`, `.odt`, `.ods`, `.pdf`, a web page or e-mail, `.csv`, `.tsv`, or
            text with pasted tables.

    Returns:
        Its blocks, and in Thai what of it is not among them; nobody is named there.

    Raises:
        RefusedError: when it is of another kind, damaged, protected, unsafe, empty or endless.
        OSError: when it cannot be read from the disk.
    """
    if path.name.startswith(_LOCK):
        raise RefusedError("ITA908", file=path.name)
    data = read_content(path)
    content = _read_package(data, path.name) if is_packed(data) else _read_plain(data, path)
    if not content.blocks:
        raise RefusedError("ITA916", file=path.name)
    rows = (len(block.rows) if isinstance(block, Table) else 1 for block in content.blocks)
    refuse_endless(sum(rows), path.name)
    left_out = tuple(map(Hiding().say, content.left_out))
    blocks = tuple(map(_without_gaps, content.blocks))
    return FileContent(without_named_places(blocks), left_out)


_GAP: Final = re.compile(r"[^\S\n]{9,}")
_EMPTY_LINES: Final = re.compile(r"(?:[^\S\n]{0,8}\n){3,}")


def _without_gaps(block: Block) -> Block:
    """A block without long gaps: a search for words with blanks between takes minutes at one."""
    if isinstance(block, Paragraph):
        return replace(block, text=_narrowed(block.text))
    rows = tuple(
        tuple(replace(cell, text=_narrowed(cell.text)) if cell.text else cell for cell in row)
        for row in block.rows
    )
    return replace(block, rows=rows)


def _narrowed(text: str) -> str:
    return _EMPTY_LINES.sub("\n\n", _GAP.sub(" " * 8, text))


def _read_package(data: bytes, name: str) -> FileContent:
    packed = open_package(data, name)
    if _has_folder(packed, _WORD):
        from ita_site.office.importer.formats.word.document import read_word  # noqa: PLC0415 - a heavy library

        return read_word(data, name)
    if _has_folder(packed, _EXCEL):
        from ita_site.office.importer.formats.excel.workbook import read_excel  # noqa: PLC0415 - a heavy library

        return read_excel(data, packed, name)
    if _OPEN_DOCUMENT in packed.namelist():
        from ita_site.office.importer.formats.opendocument.document import (  # noqa: PLC0415 - a heavy library
            read_opendocument,
        )

        return read_opendocument(packed, name)
    raise RefusedError("ITA905", file=name)


def _has_folder(packed: zipfile.ZipFile, beginning: str) -> bool:
    return any(name.startswith(beginning) for name in packed.namelist())


def _read_plain(data: bytes, path: Path) -> FileContent:
    suffix = path.suffix.lower()
    if is_pdf(data):
        return read_pdf(data, path.name)
    if is_page(data):
        return read_page(_decode_page(data, path.name), path.name)
    if is_mail(data) or suffix in _MAILS:
        return read_mail(data, path.name, decode_text)
    if suffix in (".docx", ".docm", ".xlsx", ".xlsm", ".odt", ".ods"):
        raise RefusedError("ITA911", file=path.name)
    if suffix in _DELIMITED:
        text = decode_text(data, path.name)
        return FileContent(read_delimited(text, path.name, tabs=suffix != ".csv"))
    if suffix in _PAGES:
        return read_page(_decode_page(data, path.name), path.name)
    if suffix in _TEXTS:
        return FileContent(read_pasted(decode_text(data, path.name)))
    raise RefusedError("ITA905", file=path.name)


def _decode_page(data: bytes, name: str) -> str:
    """By what the page says of itself, else as any text."""
    if (coding := find_charset(data)) and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(coding)
        except UnicodeDecodeError:
            pass
    return decode_text(data, name)


_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE_BYTES: Final = 4000
_UNUSUAL: Final = re.compile(
    "[^\u0000-\u024f\u0300-\u036f\u0e00-\u0e7f\u2000-\u2bff\u3000-\u303f\uf700-\uf71f"
    "\ufe00-\ufeff\ufff0-\uffff\U0001f000-\U0001faff]"
)
"""Letters of neither Thai nor Latin: a few Thai letters in Windows-874 look like them in UTF-8."""
_CONTROLS: Final = frozenset(map(chr, {*range(32)} - {9, 10, 11, 12, 13}))


def decode_text(data: bytes, name: str) -> str:
    """Decode a file: by its byte order mark, else UTF-16, UTF-8, or Windows-874 (TIS-620).

    Raises:
        RefusedError: ITA914, when it is none of these.
    """
    texts = [
        text for coding in _likely_codings(data) if (text := _try_decode(data, coding)) is not None
    ]
    if not texts:
        raise RefusedError("ITA914", file=name)
    usual = (text for text in texts if not _UNUSUAL.search(text))
    return next(usual, texts[0]).removeprefix("\ufeff")


def _try_decode(data: bytes, coding: str) -> str | None:
    try:
        text = data.decode(coding)
    except UnicodeDecodeError:
        return None
    return None if _CONTROLS & set(text) else text


def _likely_codings(data: bytes) -> list[str]:
    for mark, coding in _MARKS:
        if data.startswith(mark):
            return [coding]
    return [*_utf16_codings(data), "utf-8", "cp874"]


def _utf16_codings(data: bytes) -> list[str]:
    """UTF-16 without a mark: tabs, digits and line ends have a zero byte, all on one side."""
    sample = data[:_SAMPLE_BYTES]
    for coding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        low = sample[::2] if coding == "utf-16-le" else sample[1::2]
        thai_or_latin = sum(byte in (0, 0x0E, 0x20) for byte in high)
        if high and thai_or_latin == len(high) and 0 in high and 0 not in low:
            return [coding]
    return []


_DELIMITERS: Final = "\t;,|"
_SAMPLE_ROWS: Final = 50
_LONGEST_FIELD: Final = 10_000_000
_SEP_LINE: Final = 5


def read_delimited(text: str, name: str, *, tabs: bool = False) -> Blocks:
    """Read delimited text.

    Args:
        text: The decoded file.
        name: What it is called.
        tabs: Whether tabs are known to delimit it.

    Returns:
        Its blocks; a place names the line a row begins on.

    Raises:
        RefusedError: ITA911, when its quotes never end.
    """
    lines = list(_iter_rows(text, "\t" if tabs else _guess_delimiter(text), name))
    width = max((len(cells) for _, cells in lines), default=0)
    rows = [
        tuple(
            Cell(cell.strip(), f"บรรทัด {line} ช่อง {at}")
            for at, cell in enumerate([*cells, *[""] * (width - len(cells))], 1)
        )
        for line, cells in lines
    ]
    return tuple(split_sheet(rows))


def _iter_rows(text: str, delimiter: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with its first line; "sep=;" in the first, for Excel, is not one."""
    csv.field_size_limit(_LONGEST_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    begins = 1
    try:
        for cells in reader:
            is_sep = begins == 1 and _names_delimiter(text)
            if not is_sep:
                yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        raise RefusedError("ITA911", file=name) from error


def _names_delimiter(text: str) -> bool:
    first = text.partition("\n")[0].strip()
    return first.lower().startswith("sep=") and len(first) == _SEP_LINE


def _guess_delimiter(text: str) -> str:
    """The sign that parts the most rows into the same number of cells, several of them."""
    if _names_delimiter(text):
        return text[4]
    return max(_DELIMITERS, key=lambda sign: _evenness(text, sign))


def _evenness(text: str, sign: str) -> tuple[int, int]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    try:
        widths = [len(row) for _, row in zip(range(_SAMPLE_ROWS), reader, strict=False)]
    except csv.Error:
        return 0, 0
    several = [width for width in widths if width > 1]
    usual = max(several, key=several.count, default=1)
    return several.count(usual), usual
