"""A picture as it is published; all files are made here."""

from __future__ import annotations

import io
import os

import pytest
from PIL import Image

from ita_site.facts.content import pictures
from ita_site.facts.content.pictures import LONGEST_SIDE, PictureError, published

GPS, ORIENTATION, TURNED = 0x8825, 0x0112, 6
FORMATS = {"a.jpg": "JPEG", "a.JPEG": "JPEG", "a.png": "PNG", "a.webp": "WEBP"}


def photograph(path, size=(3000, 2000), mode="RGB", form=None):
    """As a telephone makes it: held upright, with its place and its maker."""
    exif = Image.Exif()
    exif[ORIENTATION], exif[0x010F] = TURNED, "Camera"
    exif.get_ifd(GPS).update({1: "N", 2: (1.0, 2.0, 3.0), 3: "E", 4: (4.0, 5.0, 6.0)})
    Image.linear_gradient("L").resize(size).convert(mode).save(path, form, exif=exif.tobytes())
    return path


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize("name", FORMATS)
def test_it_is_small_upright_and_tells_nothing_but_what_it_shows(tmp_path, name):
    path = photograph(tmp_path / name)
    content = published(path).content
    picture = opened(content)
    assert picture.format == FORMATS[name]
    assert picture.size == (683, LONGEST_SIDE)
    assert dict(picture.getexif()) == {}
    assert not {"exif", "xmp", "comment", "icc_profile"} & picture.info.keys()
    assert b"Camera" not in content
    assert len(content) < 100_000


def test_it_is_what_its_name_says_whatever_it_was(tmp_path):
    assert opened(published(photograph(tmp_path / "a.jpg", form="PNG")).content).format == "JPEG"


def test_a_small_one_is_not_made_larger(tmp_path):
    made = published(photograph(tmp_path / "a.png", (40, 20)))
    assert opened(made.content).size == (made.width, made.height) == (20, 40)


@pytest.mark.parametrize("mode", ["CMYK", "L"])
def test_a_picture_for_the_press_or_without_colours_can_be_seen_on_a_screen(tmp_path, mode):
    assert opened(published(photograph(tmp_path / "a.jpg", (40, 20), mode)).content).mode == "RGB"


def test_what_can_be_seen_through_stays_so(tmp_path):
    Image.new("RGBA", (30, 30), (255, 0, 0, 0)).save(tmp_path / "a.png")
    corner = opened(published(tmp_path / "a.png").content).convert("RGBA").getpixel((0, 0))
    assert corner[3] == 0


def refused(path) -> PictureError:
    with pytest.raises(PictureError) as raised:
        published(path)
    return raised.value


def test_a_bomb_is_told_before_it_is_unpacked(tmp_path, monkeypatch):
    Image.new("1", (9000, 9000)).save(tmp_path / "a.png")
    monkeypatch.setattr(Image.Image, "load", pytest.fail)
    error = refused(tmp_path / "a.png")
    assert (error.code, error.details) == ("ITA396", {"size": "81.0 MP", "most": "50 MP"})


def test_a_file_of_fifty_megabytes_is_not_read(tmp_path):
    with (tmp_path / "a.jpg").open("wb") as file:
        file.write(b"\xff\xd8\xff")
        file.truncate(50_000_000)
    assert refused(tmp_path / "a.jpg").code == "ITA396"


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.jpg", b"\0\0\0\x18ftypheic" + bytes(64), "HEIC"),
        ("a.gif", b"GIF89a" + bytes(64), "gif"),
        ("a.pdf", b"%PDF-1.7", "pdf"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(64), "png, damaged"),
        ("a.jpg", b"", "empty"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "text"),
    ],
)
def test_what_is_no_picture_says_what_it_is(tmp_path, name, content, kind):
    (tmp_path / name).write_bytes(content)
    error = refused(tmp_path / name)
    assert (error.code, error.details) == ("ITA395", {"kind": kind})


@pytest.mark.parametrize("name", ["a.png", "a.webp"])
def test_one_that_moves_is_told(tmp_path, name):
    more = [Image.new("RGB", (8, 8), "red")]
    Image.new("RGB", (8, 8)).save(tmp_path / name, save_all=True, append_images=more)
    assert refused(tmp_path / name).details["kind"].endswith("animated")


def test_one_that_was_not_sent_whole_is_told(tmp_path):
    path = photograph(tmp_path / "a.jpg")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert refused(path).details == {"kind": "jpeg, damaged"}


def test_it_is_made_again_only_when_it_changed(tmp_path, monkeypatch):
    path = photograph(tmp_path / "a.png", (40, 20))
    first = published(path)
    with monkeypatch.context() as patched:
        patched.setattr(pictures, "_made", pytest.fail)
        assert published(path) is first
    os.utime(photograph(path, (60, 20)), ns=(1, 1))
    assert opened(published(path).content).size == (20, 60)
