"""Files of old kinds (`.doc`, `.rtf`, `.xls`), converted by LibreOffice when an officer asks."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from ita_site.office.importer.office_file import RefusedError, read_content

CODES: Final = ("ITA901", "ITA902")
"""What `read_content` says of a file that can be converted."""
_LONGEST: Final = 180
_PROGRAMS: Final = ("soffice", "libreoffice", "soffice.exe")
_USUAL_PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
_KINDS: Final = {"ITA901": "docx", "ITA902": "xlsx"}


def convert_if_old(path: Path) -> Path:
    """A file that can be read: the same, or its conversion, which is put beside it.

    A file that lies there under the new name already is not written over.

    Raises:
        RefusedError: as `read_content` and `convert`.
        OSError: when the disk does not give or take it.
    """
    try:
        read_content(path)
    except RefusedError as error:
        if error.code not in CODES:
            raise
        made = path.with_suffix(f".{_KINDS[error.code]}")
        if made.exists():
            return made
        with tempfile.TemporaryDirectory() as folder:
            return Path(shutil.copy(convert(path, error.code, Path(folder)), made))
    return path


def convert(path: Path, code: str, into: Path) -> Path:
    """Convert a file of an old kind; the file itself is not touched.

    Args:
        path: The file.
        code: Why it was refused, one of `CODES`: it says whether it is text or a workbook.
        into: An existing folder for the new file.

    Returns:
        The new file.

    Raises:
        RefusedError: ITA954 without LibreOffice, ITA955 when it does not manage.
    """
    program = find_libreoffice()
    if program is None:
        raise RefusedError("ITA954", file=path.name)
    kind = _KINDS[code]
    with tempfile.TemporaryDirectory() as profile:
        command = [program, f"-env:UserInstallation={Path(profile).resolve().as_uri()}"]
        command += ["--headless", "--norestore", "--convert-to", kind, "--outdir", str(into)]
        try:
            subprocess.run(
                [*command, str(path.resolve())], capture_output=True, timeout=_LONGEST, check=True
            )
        except (subprocess.SubprocessError, OSError) as error:
            raise RefusedError("ITA955", file=path.name) from error
    made = into / f"{path.stem}.{kind}"
    if not made.is_file():
        raise RefusedError("ITA955", file=path.name)
    return made


def find_libreoffice() -> str | None:
    """LibreOffice's program, where it is installed."""
    found = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    return found or next((place for place in _USUAL_PLACES if Path(place).is_file()), None)
