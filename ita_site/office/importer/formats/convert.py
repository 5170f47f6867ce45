"""Files of old kinds (`.doc`, `.rtf`, `.xls`), converted by LibreOffice when an officer asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ita_site.office.importer.formats.office_file import RefusedError, read_content
from ita_site.site.documents.libreoffice import AbsentError, FailedError, convert

if TYPE_CHECKING:
    from pathlib import Path

_KINDS: Final = {"ITA901": "docx", "ITA902": "xlsx"}
"""What a file of an old kind becomes, by the code it is refused with."""


def convert_if_old(path: Path) -> Path:
    """A file that can be read: the same, or its conversion, which is put beside it.

    A file that lies there under the new name already is taken, and not written over.

    Raises:
        RefusedError: ITA954 without LibreOffice, ITA955 when it does not manage, and what
            `read_content` raises.
        OSError: when the disk does not give it.
    """
    try:
        read_content(path)
    except RefusedError as error:
        if error.code not in _KINDS:
            raise
        return _convert(path, _KINDS[error.code])
    return path


def _convert(path: Path, kind: str) -> Path:
    made = path.with_suffix(f".{kind}")
    if made.exists():
        return made
    try:
        convert(path, kind, made)
    except AbsentError as error:
        raise RefusedError("ITA954", file=path.name) from error
    except FailedError as error:
        raise RefusedError("ITA955", file=path.name) from error
    return made
