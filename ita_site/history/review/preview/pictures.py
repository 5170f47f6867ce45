"""Pictures of two built sites' pages, and what a telephone reads from the codes on them."""

from __future__ import annotations

import io
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

import zxingcpp
from PIL import Image

from ita_site.site.chromium.browser import BrowserError, start_browser
from ita_site.site.chromium.tab import HIGHEST, Tab

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PHONE, DESKTOP = 360, 1280
WIDTHS = {PHONE: "มือถือ", DESKTOP: "คอมพิวเตอร์"}
"""In CSS pixels, with what they stand for."""
MOST_FAILURES = 3
"""Pages that end Chromium, after which no further one is opened."""
PART, OVERLAP = 8_000, 1_300
"""Rows in which codes are looked for at once: a decoder takes no more than 65,535."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """A page by its width, the texts of the codes on it, and whether it goes on below them."""

    by_width: dict[int, Image.Image]
    codes: tuple[str, ...]
    goes_on: bool = False


NO_PICTURES = Pictures({}, ())


class NoChromiumError(Exception):
    """There is none on this machine that starts."""


class NoPictureError(Exception):
    """A page of which no picture can be taken."""


class Camera:
    """Takes pictures of one site's pages; scripts are not run."""

    def __init__(self, site: Path) -> None:
        """Start a Chromium for it.

        Raises:
            NoChromiumError: when none starts.
        """
        self._site = site
        self._failures = 0
        self._start()

    def take(self, path: str) -> Pictures:
        """A page by its path below the site's folder; after one that ends Chromium it starts anew.

        Raises:
            NoPictureError: when it cannot be taken, or too many could not.
        """
        if self._failures >= MOST_FAILURES:
            raise NoPictureError
        try:
            slices = {width: self._tab.pictures(quote(path), width) for width in WIDTHS}
        except BrowserError as error:
            self._start_again()
            raise NoPictureError from error
        taken = {width: _joined(parts) for width, parts in slices.items()}
        codes = sorted({code for picture in taken.values() for code in _codes(picture)})
        highest = max(picture.height for picture in taken.values())
        return Pictures(taken, tuple(codes), goes_on=highest >= HIGHEST)

    def close(self) -> None:
        """Let Chromium go."""
        self._browser.close()

    def _start_again(self) -> None:
        self._failures += 1
        self.close()
        try:
            self._start()
        except NoChromiumError:
            self._failures = MOST_FAILURES

    def _start(self) -> None:
        started = start_browser()
        if started is None:
            raise NoChromiumError
        self._browser = started
        try:
            self._tab = Tab(started, self._site, None)
        except BrowserError as error:
            started.close()
            raise NoChromiumError from error


@contextmanager
def open_cameras(*sites: Path) -> Iterator[tuple[Camera, ...]]:
    """A camera for each site.

    Raises:
        NoChromiumError: when no Chromium starts.
    """
    with ExitStack() as opened:
        cameras = []
        for site in sites:
            cameras.append(camera := Camera(site))
            opened.callback(camera.close)
        yield tuple(cameras)


def _joined(slices: list[bytes]) -> Image.Image:
    parts = [Image.open(io.BytesIO(part)) for part in slices]
    whole = Image.new("RGB", (parts[0].width, sum(part.height for part in parts)))
    top = 0
    for part in parts:
        whole.paste(part, (0, top))
        top += part.height
    return whole


def _codes(picture: Image.Image) -> Iterator[str]:
    """Of a high page part by part, each as far into the next as a code is high."""
    for top in range(0, picture.height, PART):
        part = picture.crop((0, top, picture.width, min(top + PART + OVERLAP, picture.height)))
        yield from (code.text for code in zxingcpp.read_barcodes(part.convert("L")))
