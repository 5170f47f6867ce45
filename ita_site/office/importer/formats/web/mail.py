"""An e-mail (`.eml`) or a page saved as one file (`.mht`): the text it carries."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.document.blocks import FileContent
from ita_site.office.importer.formats.office_file import RefusedError
from ita_site.office.importer.formats.pasted import read_pasted
from ita_site.office.importer.formats.web.charset import find_charset
from ita_site.office.importer.formats.web.page import read_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from email.message import EmailMessage

_MOST_PARTS: Final = 500
_TEXTS: Final = ("text/html", "text/plain")


def read_mail(data: bytes, file: str, decode: Callable[[bytes, str], str]) -> FileContent:
    """Read the first text of a message, its HTML rather than its plain form.

    Args:
        data: The file.
        file: What it is called.
        decode: Finds the coding of a text that does not say it.

    Returns:
        Its blocks, and in Thai what of it is not among them; who sent it to whom is neither.

    Raises:
        RefusedError: ITA911 when no text is in it, and what `read_page` raises.
    """
    try:
        message = message_from_bytes(data, policy=default)
        parts = [part for _, part in zip(range(_MOST_PARTS), message.walk(), strict=False)]
        part = next((each for kind in _TEXTS for each in parts if _is_text(each, kind)), None)
        text = _decode(part, file, decode) if part else ""
    except (LookupError, ValueError, AttributeError, TypeError, RecursionError) as error:
        raise RefusedError("ITA911", file=file) from error
    if part is None:
        raise RefusedError("ITA911", file=file)
    if part.get_content_type() == "text/plain":
        return FileContent(read_pasted(text), tuple(_attachments(parts)))
    page = read_page(text, file)
    return FileContent(page.blocks, (*page.left_out, *_attachments(parts)))


def _is_text(part: EmailMessage, kind: str) -> bool:
    return part.get_content_type() == kind and part.get_content_disposition() != "attachment"


def _decode(part: EmailMessage, file: str, decode: Callable[[bytes, str], str]) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    said = part.get_content_charset()
    coding = "cp874" if said in ("tis-620", "windows-874", "iso-8859-11") else said
    if coding in (None, "us-ascii"):
        coding = find_charset(data)
    try:
        return data.decode(coding) if coding else decode(data, file)
    except (LookupError, UnicodeDecodeError):
        return decode(data, file)


def _attachments(parts: list[EmailMessage]) -> Iterator[str]:
    for part in parts:
        if part.get_content_disposition() == "attachment" and (name := part.get_filename()):
            yield f"ไฟล์แนบ “{name}” ไม่ได้นำเข้า บันทึกเป็นไฟล์แล้วนำเข้าแยก"
