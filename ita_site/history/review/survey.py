"""The survey's link as a citizen meets it: the host, and what the printed code really says."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import zxingcpp
from PIL import Image

from ita_site.rules.figures.changes.change import Noun
from ita_site.site.pages.qr import png_image

if TYPE_CHECKING:
    from ita_site.rules.figures.changes.change import Change


@dataclass(frozen=True, slots=True)
class Link:
    """A survey's address, its host, and what a telephone reads from the site's code for it."""

    url: str
    host: str
    decoded: str

    @property
    def agrees(self) -> bool:
        """Whether the code leads where the link does."""
        return self.decoded == self.url


@dataclass(frozen=True, slots=True)
class Survey:
    """A year's link before and after; None where there is none."""

    agency: str
    year: int
    old: Link | None
    new: Link | None

    @property
    def other_host(self) -> bool:
        """Whether it leads to another server than before."""
        return bool(self.old and self.new and self.old.host != self.new.host)


def survey_of(agency: str, change: Change) -> Survey | None:
    """What is to be said of a changed link; None when the change is of another kind."""
    whole_or_link = change.loud and change.noun is Noun.SURVEY
    if not whole_or_link or change.year is None:
        return None
    return Survey(agency, change.year, _link(change.old), _link(change.new))


def _link(url: str) -> Link | None:
    return Link(url, urlsplit(url).hostname or "", decoded(url)) if url else None


def decoded(url: str) -> str:
    """What is read from the picture that the site publishes for an address; empty for nothing."""
    with Image.open(io.BytesIO(png_image(url))) as picture:
        found = zxingcpp.read_barcodes(picture.convert("L"))
    return found[0].text if found else ""
