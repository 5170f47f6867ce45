"""What a picture says of itself before it comes."""

from __future__ import annotations

import pytest
from PIL import Image

from ita_site.site.finished.document import HtmlDocument
from ita_site.site.finished.pictures import size_pictures


@pytest.fixture
def page(tmp_path):
    """The folder of a page with pictures beside it, in a site."""
    folder = tmp_path / "site/about"
    folder.mkdir(parents=True)
    Image.new("RGB", (30, 20)).save(folder / "ภาพ 1.png")
    Image.new("RGB", (8, 9)).save(tmp_path / "site/logo.jpg")
    Image.new("RGB", (8, 9)).save(tmp_path / "outside.jpg")
    (folder / "drawing.svg").write_text("<svg/>")
    (folder / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return folder


def sized(tag, page):
    document = HtmlDocument(f"<p>{tag}")
    size_pictures(document, page, page.parent)
    attributes = document.tree.css_first("img").attributes
    shown = {name: attributes.get(name) for name in ("width", "height", "loading")}
    return " ".join(value or "-" for value in shown.values()), document.is_changed


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ('<img alt="" src="ภาพ%201.png" />', "30 20 lazy"),
        ('<img src="../logo.jpg">', "8 9 lazy"),
        ("<IMG SRC='/logo.jpg?v=2' title='>'>", "8 9 lazy"),
        ('<img src="../../outside.jpg">', "- - lazy"),
        ('<img src="drawing.svg">', "- - lazy"),
        ('<img src="broken.png">', "- - lazy"),
        ('<img src="no-such.png">', "- - lazy"),
        ('<img src="data:image/gif;base64,R0">', "- - lazy"),
        ('<img src="https://elsewhere.test/a.png">', "- - lazy"),
        ('<img src="%00">', "- - lazy"),
        ('<img width="10" src="../logo.jpg">', "10 - lazy"),
        ("<img>", "- - lazy"),
    ],
)
def test_a_picture_says_its_size_where_it_is_known(page, tag, shown):
    assert sized(tag, page) == (shown, True)


def test_what_it_says_itself_stays(page):
    tag = '<img src="../logo.jpg" loading="eager" width="4" height="4">'
    assert sized(tag, page) == ("4 4 eager", False)
