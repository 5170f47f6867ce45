"""Makes a site's documents, when it is to and can."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ita_site.facts.problems import ItaSiteError
from ita_site.site.chromium.browser import BrowserError, start_browser
from ita_site.site.chromium.tab import Tab

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable
    from pathlib import Path

    from ita_site.site.artifact import Document
    from ita_site.site.chromium.browser import Browser

CHOICES = ("auto", "on", "off")
NO_CHROMIUM = (
    "ไม่มีไฟล์ PDF เพราะเครื่องนี้ไม่มี Chrome, Edge หรือ Chromium ที่เปิดได้"
    " (ติดตั้ง หรือระบุที่อยู่ไว้ใน ITA_CHROMIUM ส่วนหน้าเว็บพิมพ์จากเบราว์เซอร์ได้เสมอ)"
)


class Press:
    """A Chromium that is ready to print."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser

    def make(
        self, documents: Iterable[Document], site: Path, base: str | None, day: datetime.date
    ) -> None:
        """Write the documents into the folder of a built site.

        `base` is the address at which the site will stand, None when nobody said;
        `day` the day of the build.

        Raises:
            ItaSiteError: when Chromium fails.
        """
        from ita_site.site.pdf.finishing import finish  # noqa: PLC0415 - only who prints needs it

        try:
            tab = Tab(self._browser, site, base)
            for document in documents:
                pdf = finish(tab.pdf(document.page), document.author, day)
                (site / document.path).write_bytes(pdf)
        except BrowserError as error:
            message = f"พิมพ์ PDF ไม่สำเร็จ: {error} (สร้างเว็บไซต์โดยไม่มี PDF ได้ด้วย ITA_PDF=off)"
            raise ItaSiteError(message) from error

    def close(self) -> None:
        """Let Chromium go."""
        self._browser.close()


def is_wanted(configured: str) -> bool:
    """Whether documents are made where it can be done: `ITA_PDF` says it, else as configured."""
    return (os.environ.get("ITA_PDF") or configured) != "off"


def open_press(configured: str) -> Press | None:
    """A press, or None where no documents are to be made: `ITA_PDF` says it, else as configured.

    `auto` makes them where there is a Chromium, `on` fails where there is none.

    Raises:
        ItaSiteError: when Chromium is asked for and does not start.
    """
    choice = os.environ.get("ITA_PDF") or configured
    if choice not in CHOICES:
        message = f"ITA_PDF ต้องเป็น auto, on หรือ off ไม่ใช่ “{choice}”"
        raise ItaSiteError(message)
    browser = None if choice == "off" else start_browser()
    if browser is None and choice == "on":
        message = "ITA_PDF=on แต่เปิด Chromium ไม่ได้ ติดตั้ง Chromium หรือระบุที่อยู่ไว้ใน ITA_CHROMIUM"
        raise ItaSiteError(message)
    return Press(browser) if browser else None
