"""A Word file as PDF, by the LibreOffice that is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from ita_site.facts.problems import ItaSiteError

PROGRAMS = ("soffice", "libreoffice")
PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
ABSENT = "ทำ PDF ไม่ได้ เพราะเครื่องนี้ไม่มี LibreOffice เปิดไฟล์ Word แล้วบันทึกเป็น PDF หรือติดตั้ง LibreOffice"
FAILED = "LibreOffice แปลงไฟล์ Word เป็น PDF ไม่สำเร็จ เปิดไฟล์ Word แล้วบันทึกเป็น PDF"
LONGEST = 180
"""Seconds; its first start writes a profile."""


class NoPdfError(ItaSiteError):
    """Why there is no PDF, and what to do."""


def write_pdf(word: Path, pdf: Path) -> None:
    """Write the PDF of a Word file.

    Raises:
        NoPdfError: when there is no LibreOffice, or it does not do it.
    """
    program = _find()
    if program is None:
        raise NoPdfError(ABSENT)
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        order = [
            program,
            profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            str(word),
        ]
        try:
            subprocess.run(order, check=True, capture_output=True, timeout=LONGEST)
            shutil.move(Path(folder, f"{word.stem}.pdf"), pdf)
        except (OSError, subprocess.SubprocessError) as error:
            raise NoPdfError(FAILED) from error


def _find() -> str | None:
    installed = (shutil.which(name) for name in PROGRAMS)
    usual = (place for place in PLACES if Path(place).is_file())
    return next(filter(None, (*installed, *usual)), None)
