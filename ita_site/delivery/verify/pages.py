"""What pages keep to: the banner on each, nothing asked of another host, a code that scans."""

from __future__ import annotations

import base64
import io
import re
from contextlib import closing, suppress
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from ita_site.delivery.verify.finding import Finding
from ita_site.site.chromium.browser import BrowserError, start_browser

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.site.chromium.browser import Browser

BANNER, CODE = "complaint-banner", "eit-qr"
SURVEY = re.compile(r"(^|/)eit/index\.html$")
CODE_FILE = "qr.png"
LOADED = {
    "src": {"img", "script", "iframe", "frame", "embed", "source", "video", "audio", "track"}
    | {"input"},
    "data": {"object"},
    "poster": {"video"},
    "href": {"image", "use"},
    "xlink:href": {"image", "use"},
    "background": {"body", "table", "td"},
}
"""By attribute, the elements for which a browser asks for it on its own."""
HARMLESS_LINKS = {"alternate", "author", "canonical", "help", "license", "next", "prev", "search"}
IN_STYLE = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)", re.IGNORECASE)
IN_SCRIPT = re.compile(
    r"""(?: \b(?:fetch|import|importScripts|sendBeacon|Worker|WebSocket|EventSource) \s*\(\s*
        | \b(?:import|from) \s*
        | \.open \(\s* ["'][A-Za-z]+["'] \s*,\s*
        | \.src \s*=\s* )
        ["'`] ((?:https?:|wss?:)?//[^"'`\s]+)""",
    re.VERBOSE,
)
"""An address written out where a script loads it; one put together meanwhile is not seen."""
ASKED = ("http", "https", "ws", "wss")


class Page(HTMLParser):
    """What is in a page: marks, what links lead to, what a browser loads for it."""

    def __init__(self, text: str) -> None:
        """Read the page."""
        super().__init__()
        self.marks: set[str] = set()
        self.links: set[str] = set()
        self.loaded: list[str] = []
        self._inside = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what matters of an element."""
        values = {name: value or "" for name, value in attrs}
        self._inside = tag
        self.marks |= {values["data-ita"]} if "data-ita" in values else set()
        if tag == "a":
            self.links.add(values.get("href", ""))
        if tag == "link" and not set(values.get("rel", "").lower().split()) & HARMLESS_LINKS:
            self.loaded.append(values.get("href", ""))
        self.loaded += [value for name, value in values.items() if tag in LOADED.get(name, ())]
        self.loaded += [part.split()[0] for part in values.get("srcset", "").split(",") if part]
        self.loaded += _in_style(values.get("style", ""))

    def handle_data(self, data: str) -> None:
        """Note what a style sheet or a script within the page loads."""
        if self._inside == "style":
            self.loaded += _in_style(data)
        if self._inside == "script":
            self.loaded += _in_script(data)
        self._inside = ""


def _in_style(text: str) -> list[str]:
    """What a style sheet loads."""
    return [first or second for first, second in IN_STYLE.findall(text)]


def _in_script(text: str) -> list[str]:
    """What a script loads from addresses written in it."""
    return IN_SCRIPT.findall(text)


def content_faults(root: str, path: str, body: bytes) -> Iterator[Finding]:
    """What is wrong with a page, a style sheet or a script."""
    text = _text(body)
    if path.endswith(".css"):
        yield from _foreign(root, path, _in_style(text))
    if path.endswith((".js", ".mjs")):
        yield from _foreign(root, path, _in_script(text))
    if path.endswith(".html"):
        page = Page(text)
        if BANNER not in page.marks:
            yield Finding("ITA879", path=path)
        yield from _foreign(root, path, page.loaded)


def _foreign(root: str, path: str, loaded: list[str]) -> Iterator[Finding]:
    own = urlsplit(root).netloc
    for address in loaded:
        there = urlsplit(urljoin(root + path, address.strip()))
        if there.scheme in ASKED and there.netloc != own:
            yield Finding("ITA880", path=path, host=there.netloc)


def is_of_survey(path: str) -> bool:
    """Whether a file is a survey's page, or the code beside it."""
    return SURVEY.search(path.replace(CODE_FILE, "index.html")) is not None


def survey_faults(bodies: Mapping[str, bytes]) -> Iterator[Finding]:
    """Whether each survey's code leads where the page's link does: as a file, and on the page."""
    surveys = {path: _text(bodies[path]) for path in sorted(filter(SURVEY.search, bodies))}
    pages = {path: Page(text) for path, text in surveys.items()}
    coded = {path: text for path, text in surveys.items() if CODE in pages[path].marks}
    for path in coded:
        if (image := path.removesuffix("index.html") + CODE_FILE) in bodies:
            yield from _code_faults(image, read_qr_code(bodies[image]), pages[path])
    unseen = {*coded}
    for path, picture in _screenshots(coded):
        unseen.remove(path)
        yield from _code_faults(path, read_qr_code(picture), pages[path])
    if unseen:
        yield Finding("ITA885", count=len(unseen))


def _code_faults(path: str, decoded: str | None, page: Page) -> Iterator[Finding]:
    if decoded is None:
        yield Finding("ITA881", path=path)
    elif decoded not in page.links:
        yield Finding("ITA882", path=path, target=decoded)


def _text(body: bytes) -> str:
    return body.decode("utf-8", "replace")


def read_qr_code(image: bytes) -> str | None:
    """What a phone reads in an image; None when nothing."""
    import zxingcpp  # noqa: PLC0415 - only for who has a survey
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415

    try:
        picture = Image.open(io.BytesIO(image)).convert("L")
    except (UnidentifiedImageError, OSError, ValueError):
        return None
    codes = zxingcpp.read_barcodes(picture)
    return codes[0].text if len(codes) == 1 else None


def _screenshots(pages: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """Pictures of pages by path, from their HTML alone: nothing runs, nothing is loaded.

    None where there is no Chromium, and no more where it breaks off.
    """
    browser = start_browser() if pages else None
    if browser is None:
        return
    with closing(browser), suppress(BrowserError):
        for path, html in pages.items():
            yield path, _picture(browser, html)


def _picture(browser: Browser, html: str) -> bytes:
    target = browser.call("Target.createTarget", url="about:blank")["targetId"]
    session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    browser.call("Emulation.setScriptExecutionDisabled", session, value=True)
    frame = browser.call("Page.getFrameTree", session)["frameTree"]["frame"]["id"]
    browser.call("Page.setDocumentContent", session, frameId=frame, html=html)
    picture = browser.call("Page.captureScreenshot", session, captureBeyondViewport=True)
    browser.call("Target.closeTarget", targetId=target)
    return base64.b64decode(picture["data"])
