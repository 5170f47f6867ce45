"""What pictures and PDFs tell without showing it; all files are made here."""

from __future__ import annotations

import os

import pytest
from PIL import Image
from pypdf import PdfWriter

from ita_site.facts.content.hidden import Hidden, hidden_in

GPS = 0x8825
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description exif:GPSLatitude="1,1N"/></x:xmpmeta>'


def picture(path, *, position: bool, size=(8, 8), xmp=b""):
    exif = Image.Exif()
    exif[0x010F] = "Camera"
    if position:
        exif.get_ifd(GPS).update({1: "N", 2: (1.0, 2.0, 3.0), 3: "E", 4: (4.0, 5.0, 6.0)})
    Image.new("1" if size[0] > 1000 else "RGB", size).save(path, exif=exif.tobytes(), xmp=xmp)
    return path


def pdf(path, author: str, *, locked_with: str | None = None):
    writer = PdfWriter()
    writer.add_blank_page(72, 72)
    writer.add_metadata({"/Author": author})
    if locked_with is not None:
        writer.encrypt(locked_with, "owner", algorithm="RC4-128")
    writer.write(path)
    return path


@pytest.mark.parametrize("name", ["a.jpg", "a.JPEG", "a.png", "a.webp"])
@pytest.mark.parametrize("position", [True, False])
def test_a_picture_tells_where_it_was_taken_or_not(tmp_path, name, position):
    assert hidden_in(picture(tmp_path / name, position=position)) == Hidden(has_position=position)


def test_a_position_in_the_pictures_other_description_counts(tmp_path):
    assert hidden_in(picture(tmp_path / "a.jpg", position=False, xmp=XMP)).has_position


def test_a_picture_too_large_to_be_unpacked_is_read_all_the_same(tmp_path):
    path = picture(tmp_path / "a.png", position=True, size=(20_000, 10_000))
    assert hidden_in(path).has_position


def test_a_pdf_names_its_author(tmp_path):
    assert hidden_in(pdf(tmp_path / "a.pdf", " สมใจ ตัวอย่าง ")) == Hidden(author="สมใจ ตัวอย่าง")
    assert hidden_in(pdf(tmp_path / "b.PDF", "")) == Hidden()


def test_a_pdf_that_everybody_may_open_is_read_though_it_is_locked(tmp_path):
    assert hidden_in(pdf(tmp_path / "a.pdf", "สมใจ", locked_with="")).author == "สมใจ"
    assert hidden_in(pdf(tmp_path / "b.pdf", "สมใจ", locked_with="ก")) == Hidden()


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.pdf", "a.docx", "a"])
@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7\ntrailer <<", b"\xff\xd8\xff\xe1\xff\xff", b"x" * 999]
)
def test_a_broken_file_tells_nothing_and_breaks_nothing(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    assert hidden_in(tmp_path / name) == Hidden()


def test_a_file_is_read_again_only_when_it_changed(tmp_path):
    path = pdf(tmp_path / "a.pdf", "หนึ่ง")
    assert hidden_in(path).author == "หนึ่ง"
    os.utime(pdf(path, "สอง"), ns=(1, 1))
    assert hidden_in(path).author == "สอง"
