"""Files of one kind as another, by the LibreOffice that is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

PROGRAMS = ("soffice", "libreoffice")
PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
LONGEST = 180
"""Seconds; its first start writes a profile."""


class AbsentError(Exception):
    """There is no LibreOffice on this computer."""


class FailedError(Exception):
    """It could not convert a file."""


def convert(file: Path, kind: str, made: Path) -> None:
    """Write a file as another kind, such as `pdf` or `docx`, to the path `made`.

    Raises:
        AbsentError: when LibreOffice is not installed.
        FailedError: when it does not do it.
    """
    program = _find()
    if program is None:
        raise AbsentError
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        order = [program, profile, "--headless", "--convert-to", kind, "--outdir", folder]
        try:
            subprocess.run(
                [*order, str(file.resolve())], check=True, capture_output=True, timeout=LONGEST
            )
            shutil.move(Path(folder, f"{file.stem}.{kind}"), made)
        except (OSError, subprocess.SubprocessError) as error:
            raise FailedError from error


def _find() -> str | None:
    installed = (shutil.which(name) for name in PROGRAMS)
    usual = (place for place in PLACES if Path(place).is_file())
    return next(filter(None, (*installed, *usual)), None)
