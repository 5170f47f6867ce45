"""A Word file as PDF, by the LibreOffice that is installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.facts.problems import ItaSiteError
from ita_site.site.documents.libreoffice import AbsentError, FailedError, convert

if TYPE_CHECKING:
    from pathlib import Path

ABSENT = "ทำ PDF ไม่ได้ เพราะเครื่องนี้ไม่มี LibreOffice เปิดไฟล์ Word แล้วบันทึกเป็น PDF หรือติดตั้ง LibreOffice"
FAILED = "LibreOffice แปลงไฟล์ Word เป็น PDF ไม่สำเร็จ เปิดไฟล์ Word แล้วบันทึกเป็น PDF"


class NoPdfError(ItaSiteError):
    """Why there is no PDF, and what to do."""


def write_pdf(word: Path, pdf: Path) -> None:
    """Write the PDF of a Word file.

    Raises:
        NoPdfError: when there is no LibreOffice, or it does not do it.
    """
    try:
        convert(word, "pdf", pdf)
    except AbsentError as error:
        raise NoPdfError(ABSENT) from error
    except FailedError as error:
        raise NoPdfError(FAILED) from error
