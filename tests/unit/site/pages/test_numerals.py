"""Numbers in the agency's numerals; what must not change does not."""

from __future__ import annotations

import re
import shutil

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from ita_site.facts.model.agency import Numerals
from ita_site.facts.thai.calendar import BEDate
from ita_site.site.load import load_site
from ita_site.site.pages.numerals import in_numerals
from tests.conftest import REPOSITORY


@pytest.mark.parametrize(
    ("text", "thai"),
    [
        ("ปี 2566 ได้ 91.81 จาก 100", "ปี ๒๕๖๖ ได้ ๙๑.๘๑ จาก ๑๐๐"),
        ("ข้อ O42 และ i14", "ข้อ O42 และ i14"),
        ("ข้อO42ปี2566", "ข้อO42ปี๒๕๖๖"),
        ("## 1. มาตรการ {#measure-2}", "## ๑. มาตรการ {#measure-2}"),
        ('<p id="a1" class="b2">3</p>', '<p id="a1" class="b2">๓</p>'),
        ("ก&#46;ข 5", "ก&#46;ข ๕"),
        ("https://a.th/go/1 และ a1@b.th", "https://a.th/go/1 และ a1@b.th"),
        ('<a href="tel:021234567">0 2123 4567</a> 2', '<a href="tel:021234567">0 2123 4567</a> ๒'),
        ('<a href="x/">หน้า 2</a>', '<a href="x/">หน้า ๒</a>'),
        ('<aside href="tel:1">2</aside>', '<aside href="tel:1">๒</aside>'),
        ("<code>year: 2566</code> 1", "<code>year: 2566</code> ๑"),
    ],
)
def test_numbers_become_thai_and_codes_and_addresses_stay(text, thai):
    assert in_numerals(text, Numerals.THAI) == thai


def test_without_a_choice_nothing_changes():
    assert in_numerals("ปี ๒๕๖๖ 2566", None) == "ปี ๒๕๖๖ 2566"


def test_arabic_is_the_other_way():
    assert in_numerals("ปี ๒๕๖๖ ข้อ e๑๐", Numerals.ARABIC) == "ปี 2566 ข้อ e๑๐"


@given(st.text(alphabet="ก0๑9 .<>&#;{}aZ/", max_size=60))
def test_nothing_but_digits_ever_changes(text):
    digits = str.maketrans("0123456789๐๑๒๓๔๕๖๗๘๙", "x" * 20)
    for numerals in Numerals:
        assert in_numerals(text, numerals).translate(digits) == text.translate(digits)


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> dict[str, dict[str, str]]:
    """The demonstration's pages in each kind of numerals."""
    found = {}
    for numerals in Numerals:
        folder = tmp_path_factory.mktemp(numerals.value) / "data"
        shutil.copytree(REPOSITORY / "data", folder)
        with (folder / "agency.yml").open("a", encoding="utf-8") as file:
            file.write(f"\nnumerals: {numerals.value}\n")
        artifacts = load_site(folder, None, BEDate(2569, 11, 20)).outputs.artifacts
        made = (artifact for artifact in artifacts if artifact.is_page)
        found[numerals.value] = {artifact.path: artifact.content.decode() for artifact in made}
    return found


def test_links_anchors_and_attributes_are_the_same_in_both(pages):
    assert pages["arabic"].keys() == pages["thai"].keys()
    for path, page in pages["thai"].items():
        assert _attributes(page) == _attributes(pages["arabic"][path])


def test_a_page_in_thai_numerals_has_no_arabic_year_left(pages):
    body = pages["thai"]["2566/o42/index.md"].split("---\n", 2)[2]
    soup = BeautifulSoup(body, "html.parser")
    for dialled in soup.select("a[href^='tel:']"):
        dialled.decompose()
    told = soup.get_text(" ")
    assert "๒๕๖๖" in told
    assert re.findall(r"(?<![\w/.-])[0-9]{4}(?![\w/.-])", told) == []


def _attributes(page: str) -> list[tuple[str, dict[str, object]]]:
    soup = BeautifulSoup(page.split("---\n", 2)[2], "html.parser")
    return [(element.name, element.attrs) for element in soup.find_all()]
