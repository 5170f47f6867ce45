"""The QR code: small, quiet around, and read back as the link it was made from."""

from __future__ import annotations

import io
import re

import pytest
import zxingcpp
from bs4 import BeautifulSoup
from PIL import Image

from ita_site.site.pages import qr

NORMAL = "https://itas.nacc.go.th/go/eit/u4gpi2"
URLS = [
    NORMAL,
    "https://itas.nacc.go.th/go/eit/1e8vml0123ab",
    "https://itas.nacc.go.th/go/eit/" + "x" * 200,
    "https://ตัวอย่าง.ไทย/แบบวัด?ปี=2566&a=b#ค",
]
every_url = pytest.mark.parametrize("url", URLS)


def drawn(svg: str) -> Image.Image:
    """The picture of our own strokes: rows of `M x y.5 h n`, then relative `m dx 0 h n`."""
    root = BeautifulSoup(svg, "html.parser").svg
    size = int(root["viewbox"].split()[2])
    picture = Image.new("1", (size, size), 1)
    steps = re.findall(r"(M(\d+) (\d+)\.5|m(\d+) 0)h(\d+)", root.find_all("path")[1]["d"])
    x = y = 0
    for _, absolute, row, gap, length in steps:
        x, y = (int(absolute), int(row)) if row else (x + int(gap), y)
        for _ in range(int(length)):
            picture.putpixel((x, y), 0)
            x += 1
    return picture.resize((size * 8, size * 8), Image.Resampling.NEAREST)


def decoded(picture: Image.Image) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(picture.convert("L"))]


@every_url
def test_the_png_is_read_as_the_link(url):
    picture = Image.open(io.BytesIO(qr.png_image(url)))
    assert decoded(picture) == [url]
    assert picture.mode == "1"
    assert picture.width == picture.height > 300


@every_url
def test_the_svg_is_read_as_the_link(url):
    assert decoded(drawn(qr.svg(url, "ชื่อ"))) == [url]


@every_url
def test_four_quiet_modules_on_white_surround_the_code(url):
    matrix = qr.matrix(url)
    size = len(matrix)
    quiet = range(4)
    edges = [*quiet, *(size - 1 - number for number in quiet)]
    assert not any(matrix[edge][at] or matrix[at][edge] for edge in edges for at in range(size))
    assert matrix[4][4]
    background = BeautifulSoup(qr.svg(url, ""), "html.parser").path
    assert (background["fill"], background["d"]) == ("#fff", f"M0 0h{size}v{size}H0z")


def test_a_normal_link_takes_less_than_3000_bytes_of_svg():
    assert len(qr.svg(NORMAL, "คิวอาร์โค้ดแบบวัด EIT ปี 2566 ไปที่ itas.nacc.go.th").encode()) < 3000


def test_the_svg_is_an_image_with_a_name():
    root = BeautifulSoup(qr.svg(NORMAL, "คิวอาร์โค้ด &amp; ลิงก์"), "html.parser").svg
    assert (root["role"], root["aria-label"]) == ("img", "คิวอาร์โค้ด & ลิงก์")


@every_url
def test_the_same_link_gives_the_same_bytes(url):
    qr.matrix.cache_clear()
    first = qr.svg(url, ""), qr.png_image(url)
    qr.matrix.cache_clear()
    assert (qr.svg(url, ""), qr.png_image(url)) == first
