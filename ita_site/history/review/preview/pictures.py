"""Pictures of a built site's pages, and what a telephone reads from the codes on them."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

import zxingcpp
from PIL import Image

from ita_site.site.chromium.browser import BrowserError, start_browser
from ita_site.site.chromium.tab import Tab

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

PHONE, DESKTOP = 360, 1280
WIDTHS = {PHONE: "มือถือ", DESKTOP: "คอมพิวเตอร์"}
"""In CSS pixels, with what they stand for."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """A page by its width, and the texts of the codes that can be read on it."""

    by_width: dict[int, Image.Image]
    codes: tuple[str, ...]


class NoChromiumError(Exception):
    """There is none on this machine that starts."""


def take_pictures(site: Path, paths: Iterable[str]) -> dict[str, Pictures]:
    """Pictures of pages by their path below a built site's folder; scripts are not run.

    Raises:
        NoChromiumError: when no Chromium starts, or it fails.
    """
    browser = start_browser()
    if browser is None:
        raise NoChromiumError
    try:
        tab = Tab(browser, site, None)
        return {path: _pictures(tab, path) for path in paths}
    except BrowserError as error:
        raise NoChromiumError(str(error)) from error
    finally:
        browser.close()


def _pictures(tab: Tab, path: str) -> Pictures:
    taken = {width: _joined(tab.pictures(quote(path), width)) for width in WIDTHS}
    return Pictures(taken, _codes(taken[DESKTOP]))


def _joined(slices: list[bytes]) -> Image.Image:
    parts = [Image.open(io.BytesIO(part)) for part in slices]
    whole = Image.new("RGB", (parts[0].width, sum(part.height for part in parts)))
    top = 0
    for part in parts:
        whole.paste(part, (0, top))
        top += part.height
    return whole


def _codes(picture: Image.Image) -> tuple[str, ...]:
    return tuple(sorted({code.text for code in zxingcpp.read_barcodes(picture.convert("L"))}))
