"""An agency's emblem: cut, light, and a drawing alone."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from ita_site.facts.content.emblem import MOST_BYTES, SIDE, emblem
from ita_site.facts.content.pictures import PictureError

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' viewBox="0 0 40 20">'
)


def drawing(tmp_path, inside, head=HEAD):
    path = tmp_path / "emblem.svg"
    path.write_text(f"{head}{inside}</svg>", "utf-8")
    return path


def picture(tmp_path, paper, mode="RGBA"):
    made = Image.new(mode, (900, 700), paper)
    ImageDraw.Draw(made).ellipse((300, 100, 700, 500), fill="#16325c")
    path = tmp_path / "emblem.png"
    made.save(path)
    return path


@pytest.mark.parametrize(("paper", "mode"), [((0, 0, 0, 0), "RGBA"), ("white", "RGB")])
def test_a_picture_is_cut_to_what_is_drawn_and_small(tmp_path, paper, mode):
    made = emblem(picture(tmp_path, paper, mode))
    assert (made.suffix, made.width, made.height) == (".png", SIDE, SIDE)
    assert len(made.content) < MOST_BYTES
    with Image.open(BytesIO(made.content)) as shown:
        assert shown.size == (SIDE, SIDE)
        drawn = shown.convert("RGBA").getpixel((SIDE // 2, SIDE // 2))
        assert all(abs(had - has) < 3 for had, has in zip((22, 50, 92, 255), drawn, strict=True))


def test_a_drawing_keeps_what_is_seen_and_loses_the_rest(tmp_path):
    inside = (
        "<metadata>ผู้วาด</metadata><title>ตรา</title><!-- note -->"
        '<defs><linearGradient id="a"/></defs>'
        '<path d="M0 0h9" fill="url(#a)"/><use xlink:href="#a"/>'
        '<n:view xmlns:n="http://inkscape.example/" n:zoom="1"/>'
        r'<g xmlns:n="http://inkscape.example/" n:export="C:\a//b.png"/>'
    )
    made = emblem(drawing(tmp_path, inside))
    assert (made.suffix, made.width, made.height) == (".svg", 40, 20)
    text = made.content.decode()
    assert "<path" in text
    assert "url(#a)" in text
    assert "#a" in text.partition("<use")[2]
    assert not any(gone in text for gone in ("metadata", "title", "note", "inkscape", "ns0:"))


def test_a_drawing_of_stated_size_can_be_scaled(tmp_path):
    head = '<svg xmlns="http://www.w3.org/2000/svg" width="30px" height="60px">'
    made = emblem(drawing(tmp_path, '<path d="M0 0h9"/>', head))
    assert (made.width, made.height) == (30, 60)
    assert b'viewBox="0 0 30 60"' in made.content


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<path onclick="alert(1)"/>',
        '<image href="https://other.example/a.png"/>',
        '<use href="https://other.example/a.svg#b"/>',
        '<use xlink:href="other.svg#b"/>',
        '<path fill="url(https://other.example/#a)"/>',
        "<path style=\"fill: url( '//other.example/#a')\"/>",
        "<style>@import url(//other.example/a.css)</style>",
        "<foreignObject><p/></foreignObject>",
        '<a href="javascript:alert(1)"><path/></a>',
        "<animate/>",
        r'<path style="fill: \75rl(a.png)"/>',
        "<path style=\"background: image-set('https://other.example/a.png' 1x)\"/>",
        "<style>path{}<g/>@import 'a.css';</style>",
    ],
)
def test_a_drawing_that_brings_more_than_a_drawing_is_refused(tmp_path, inside):
    with pytest.raises(PictureError) as refused:
        emblem(drawing(tmp_path, inside))
    assert refused.value.code == "ITA571"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.svg", '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', "ITA571"),
        ("a.svg", '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>'.encode("utf-16"), "ITA571"),
        ("a.svg", "<svg", "ITA570"),
        ("a.svg", "<html/>", "ITA570"),
        ("a.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>', "ITA570"),
        ("a.png", "no picture", "ITA570"),
        ("a.jpg", "", "ITA570"),
        ("a.svg", f"{HEAD}{'<g/>' * 300_000}</svg>", "ITA572"),
    ],
)
def test_what_is_no_emblem_is_refused(tmp_path, name, content, code):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(PictureError) as refused:
        emblem(path)
    assert refused.value.code == code
