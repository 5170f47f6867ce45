"""The door for files: whatever kind it is, it becomes blocks, or one clear word why not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ita_site.office.importer.blocks import Read
from ita_site.office.importer.delimited import read_delimited
from ita_site.office.importer.encodings import text_of
from ita_site.office.importer.office_file import content_of, is_packed, package
from ita_site.office.importer.pasted import read_pasted
from ita_site.office.importer.refused import RefusedError

if TYPE_CHECKING:
    import zipfile
    from pathlib import Path

_TEXTS: Final = (".txt", ".md", ".text", "")
_DELIMITED: Final = (".csv", ".tsv", ".tab")
_LOCK: Final = "~$"
_WORD: Final = "word/"
_EXCEL: Final = "xl/"


def read_blocks(path: Path) -> Read:
    """Read a file of an office, by what it holds rather than by its name.

    Args:
        path: `.docx`, `.xlsx`, `.csv`, `.tsv`, or text with pasted tables.

    Returns:
        Its blocks, and in Thai what of it is not among them.

    Raises:
        RefusedError: when it is of another kind, damaged, protected, unsafe or empty.
        OSError: when it cannot be read from the disk.
    """
    if path.name.startswith(_LOCK):
        raise RefusedError("ITA908", file=path.name)
    data = content_of(path)
    found = _packed(data, path.name) if is_packed(data) else _plain(data, path)
    if not found.blocks:
        raise RefusedError("ITA916", file=path.name)
    return found


def _packed(data: bytes, name: str) -> Read:
    packed = package(data, name)
    if _has(packed, _WORD):
        from ita_site.office.importer.word.document import read_word  # noqa: PLC0415 - a heavy library

        return read_word(data, name)
    if _has(packed, _EXCEL):
        from ita_site.office.importer.excel.book import read_excel  # noqa: PLC0415 - a heavy library

        return read_excel(data, packed, name)
    raise RefusedError("ITA905", file=name)


def _has(packed: zipfile.ZipFile, beginning: str) -> bool:
    return any(name.startswith(beginning) for name in packed.namelist())


def _plain(data: bytes, path: Path) -> Read:
    suffix = path.suffix.lower()
    if suffix in (".docx", ".docm", ".xlsx", ".xlsm"):
        raise RefusedError("ITA911", file=path.name)
    if suffix in _DELIMITED:
        text = text_of(data, path.name)
        return Read(read_delimited(text, path.name, tabs=suffix != ".csv"))
    if suffix in _TEXTS:
        return Read(read_pasted(text_of(data, path.name)))
    raise RefusedError("ITA905", file=path.name)
