"""What a phone reads off a page on a screen, where there is a Chromium to show it."""

from __future__ import annotations

import base64
from contextlib import closing
from typing import TYPE_CHECKING

from ita_site.site.pdf.browser import BrowserError, start_browser

if TYPE_CHECKING:
    from ita_site.site.pdf.browser import Browser


def shown(pages: dict[str, str]) -> dict[str, bytes]:
    """Pictures of pages by path, from their HTML alone: nothing runs, nothing is loaded.

    Empty where there is no Chromium.
    """
    browser = start_browser()
    if browser is None:
        return {}
    with closing(browser):
        try:
            return {path: _picture(browser, html) for path, html in pages.items()}
        except BrowserError:
            return {}


def _picture(browser: Browser, html: str) -> bytes:
    target = browser.call("Target.createTarget", url="about:blank")["targetId"]
    session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    browser.call("Emulation.setScriptExecutionDisabled", session, value=True)
    frame = browser.call("Page.getFrameTree", session)["frameTree"]["frame"]["id"]
    browser.call("Page.setDocumentContent", session, frameId=frame, html=html)
    picture = browser.call("Page.captureScreenshot", session, captureBeyondViewport=True)
    browser.call("Target.closeTarget", targetId=target)
    return base64.b64decode(picture["data"])
