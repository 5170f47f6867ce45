"""A PDF as its readers see it: PDFium (Chrome, Edge), Poppler, a screen reader, a camera."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import zxingcpp
from PIL import ImageOps

from tests.site.project import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PIL import Image

INCH, POINT = 25.4, 72
DOTS = 300
"""A printer's dots an inch."""
FETCHED = REPOSITORY / ".cache/debian/bin"
MARGINS = (16, 22)
"""Above and below what stands on a sheet, in millimetres."""
BROKEN_OFF = re.compile("[\r\n\f\u00ad\u200b\ufeff\ufffe\u0002]+")
"""Ends of lines, and what stands there in the middle of a word."""


@dataclass(frozen=True)
class About:
    """What a document says of itself."""

    title: str
    author: str
    language: str
    tagged: bool


class Printed:
    """A PDF file."""

    def __init__(self, file: Path) -> None:
        self.file = file

    @cached_property
    def pages(self) -> list[str]:
        """Each page's text as PDFium reads it, which is what Chrome and Edge search."""
        with pypdfium2.PdfDocument(self.file) as document:
            return [page.get_textpage().get_text_range() for page in document]

    @property
    def text(self) -> str:
        """The whole text as PDFium reads it."""
        return "\n".join(self.pages)

    @cached_property
    def about(self) -> About:
        """What it says of itself."""
        with pikepdf.open(self.file) as document:
            info, root = document.docinfo, document.Root
            tagged = bool(root.MarkInfo.Marked) and "/StructTreeRoot" in root
            return About(str(info.Title), str(info.Author), str(root.Lang), tagged)

    @cached_property
    def poppler(self) -> str:
        """The text as Poppler reads it, in the order in which it was written."""
        places = os.pathsep.join([os.environ["PATH"], str(FETCHED)])
        program = shutil.which("pdftotext", path=places)
        assert program, "pdftotext is needed: install poppler-utils"
        done = subprocess.run([program, "-raw", self.file, "-"], capture_output=True, check=True)
        return done.stdout.decode()

    @cached_property
    def headings(self) -> list[str]:
        """The outline."""
        with pypdfium2.PdfDocument(self.file) as document:
            return [entry.get_title() for entry in document.get_toc()]

    @cached_property
    def sizes(self) -> set[tuple[int, int]]:
        """Of its pages, in millimetres."""
        with pypdfium2.PdfDocument(self.file) as document:
            sizes = [page.get_size() for page in document]
        return {tuple(round(side * INCH / POINT) for side in size) for size in sizes}

    @cached_property
    def filled(self) -> list[float]:
        """How far down each sheet something stands, of its height without the margins."""
        with pypdfium2.PdfDocument(self.file) as document:
            return [_filled(page.render(scale=1).to_pil().convert("L")) for page in document]

    def links(self) -> list[str]:
        """Where its links lead outside itself."""
        with pikepdf.open(self.file) as document:
            notes = [note for page in document.pages for note in page.get("/Annots", [])]
            return [str(note.A.URI) for note in notes if "/A" in note and "/URI" in note.A]

    def torn(self, kind: str) -> list[set[int]]:
        """The pages, from 0, of each element of a kind (`/TR`) that stands on several.

        Rows that head a table stand on each of its pages.
        """
        with pikepdf.open(self.file) as document:
            numbers = {page.objgen: at for at, page in enumerate(document.pages)}
            found = [e for e in _elements(document.Root.StructTreeRoot) if e.get("/S") == kind]
            rows = [element for element in found if not _is_head(element)]
            places = [{numbers[page] for page in _pages(element)} for element in rows]
            return [pages for pages in places if len(pages) > 1]

    def codes(self) -> list[tuple[str, float]]:
        """The codes that a camera reads on it: text, and width of the dark square in mm."""
        surveys = [at for at, text in enumerate(self.pages) if "/go/eit/" in text]
        with pypdfium2.PdfDocument(self.file) as document:
            pictures = [document[at].render(scale=DOTS / POINT).to_pil() for at in surveys]
        codes = [code for seen in pictures for code in zxingcpp.read_barcodes(seen)]
        return [(code.text, _width(code.position) * INCH / DOTS) for code in codes]


def missing(words: set[str], text: str) -> set[str]:
    """Which of the words a reader's text lacks; a line may end within a word."""
    whole = plain(BROKEN_OFF.sub("", text))
    return {word for word in words if word not in whole}


def plain(text: str) -> str:
    """Text in one spelling: ำ can be written in two ways."""
    return unicodedata.normalize("NFC", text).replace("\u0e4d\u0e32", "\u0e33")


def words(text: str) -> set[str]:
    """What stands between spaces."""
    return set(plain(text).split())


def _filled(sheet: Image.Image) -> float:
    top, bottom = (round(side * POINT / INCH) for side in MARGINS)
    inner = sheet.crop((0, top, sheet.width, sheet.height - bottom))
    marks = ImageOps.invert(inner).getbbox()
    return round(marks[3] / inner.height, 2) if marks else 0


def _width(corners: zxingcpp.Position) -> float:
    return min(
        corners.top_right.x - corners.top_left.x,
        corners.bottom_left.y - corners.top_left.y,
    )


def _kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _elements(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for kid in _kids(element):
        if isinstance(kid, pikepdf.Dictionary):
            yield kid
            yield from _elements(kid)


def _pages(element: pikepdf.Object) -> set[tuple[int, int]]:
    """Where anything of it stands."""
    inner = [element, *_elements(element)]
    return {part.Pg.objgen for part in inner if "/Pg" in part and _has_content(part)}


def _is_head(element: pikepdf.Object) -> bool:
    cells = {kid.get("/S") for kid in _kids(element) if isinstance(kid, pikepdf.Dictionary)}
    return cells == {"/TH"}


def _has_content(element: pikepdf.Object) -> bool:
    return "/MCID" in element or any(isinstance(kid, int) for kid in _kids(element))
