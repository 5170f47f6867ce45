"""What a picture says of itself before it comes."""

from __future__ import annotations

import pytest
from ita_site.site.minify.pictures import with_sizes
from PIL import Image


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


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ('<img alt="" src="ภาพ%201.png" />', 'width="30" height="20" loading="lazy"'),
        ('<img src="../logo.jpg">', 'width="8" height="9" loading="lazy"'),
        ('<img src="/logo.jpg?v=2">', 'width="8" height="9" loading="lazy"'),
        ('<img src="../../outside.jpg">', 'loading="lazy"'),
        ('<img src="drawing.svg">', 'loading="lazy"'),
        ('<img src="broken.png">', 'loading="lazy"'),
        ('<img src="no-such.png">', 'loading="lazy"'),
        ('<img src="data:image/gif;base64,R0">', 'loading="lazy"'),
        ('<img src="https://elsewhere.test/a.png">', 'loading="lazy"'),
        ('<img width="10" src="../logo.jpg">', 'loading="lazy"'),
        ("<img>", 'loading="lazy"'),
    ],
)
def test_a_picture_says_its_size_where_it_is_known(page, tag, told):
    assert with_sizes(f"<p>{tag}", page, page.parent) == f"<p><img {told}{tag[4:]}"


def test_what_it_says_itself_stays(page):
    tag = '<img src="../logo.jpg" loading="eager" width="4" height="4">'
    assert with_sizes(tag, page, page.parent) == tag
