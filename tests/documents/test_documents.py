"""The documents of a built site: what stands in them, for whoever reads them."""

from __future__ import annotations

import re

import pytest

from tests.documents.conftest import print_site
from tests.documents.reading import missing, words
from tests.site.project import contents

OWN = [
    "2566/o42.pdf",
    "2566/o43.pdf",
    "2567/o34.pdf",
    "2567/o35.pdf",
    "2568/o27.pdf",
    "2568/o28.pdf",
    "2569/o25.pdf",
    "2569/o26.pdf",
    "eit/poster.pdf",
]
A4, LYING = (210, 297), (297, 210)
"""Sheets that lie are those of the table an office prints."""
FEWEST_WORDS = 8
MOST_PAGES, MOST_BYTES = 6, 250_000
FILLED = 0.2
"""Of a sheet's height, however little is left for the last."""
SURVEY = "https://itas.nacc.go.th/go/eit/sample"
SITE = "https://ita.tuayang.example/"
AGENCY = "เทศบาลเมืองตัวอย่าง"


def test_each_item_page_and_the_survey_have_a_document(own):
    assert own.paths == OWN


@pytest.mark.thorough
def test_each_item_page_of_a_portal_has_a_document(portal):
    assert portal.paths == [
        "khok-mon/2568/o27.pdf",
        "khok-mon/2568/o28.pdf",
        "khok-mon/2569/o25.pdf",
        "khok-mon/2569/o26.pdf",
        "roi-et/2567/o34.pdf",
        "roi-et/2567/o35.pdf",
        "tak/2568/o27.pdf",
        "tak/2568/o28.pdf",
        "udon-thani/2566/o42.pdf",
        "udon-thani/2566/o43.pdf",
        "yot-kaeng/2567/o34.pdf",
        "yot-kaeng/2567/o35.pdf",
    ]


def test_the_pages_offer_them(printed):
    for path, page in printed.on_paper.items():
        assert path in page.offered


@pytest.mark.parametrize("reader", ["text", "poppler"])
def test_every_word_of_a_page_is_found_in_its_document(printed, reader):
    for path, document in printed.documents().items():
        told = words(printed.on_paper[path].text)
        assert missing(told, getattr(document, reader)) == set(), path
        assert len(told) >= FEWEST_WORDS, path


def test_a_document_is_a_few_sheets_of_a4(printed):
    for path, document in printed.documents().items():
        pages = 1 if path.endswith("poster.pdf") else MOST_PAGES
        assert len(document.pages) <= pages, path
        assert {A4} <= document.sizes <= {A4, LYING}, path
        assert document.file.stat().st_size < MOST_BYTES, path


def test_no_sheet_is_nearly_empty(printed):
    for path, document in printed.documents().items():
        print(path, document.filled)  # noqa: T201 - `pytest -rP` tells the figures
        assert min(document.filled) > FILLED, (path, document.filled)


def test_a_document_says_what_it_is_to_who_cannot_see_it(printed):
    for path, document in printed.documents().items():
        page, about = printed.on_paper[path], document.about
        assert about.title == page.title, path
        assert about.author in about.title, path
        assert about.language == "th", path
        assert about.tagged, path
        outline = [_squeezed(heading) for heading in document.headings]
        assert [_squeezed(heading) for heading in page.headings] == outline, path


def test_each_sheet_says_whose_it_is_and_as_of_when(own):
    for path in OWN[:-1]:
        code = path[5:8].upper()
        first, *others = own.document(path).pages
        assert AGENCY in first, path
        assert "แจ้งเรื่องทุจริต" in first, path
        assert f"{SITE.removeprefix('https://')}complaints/" in first, path
        for number, page in enumerate([first, *others], 1):
            assert f"หน้า {number} จาก {len(others) + 1}" in page, path
            assert re.search(r"ข้อมูล ณ \d+ \S+ \d{4}", page), path
        for page in others:
            assert AGENCY in page, path
            assert re.search(rf"ข้อ {code} ผ?ล?ปีงบประมาณ \d{{4}}", page), path


def test_no_row_and_no_item_of_a_list_is_torn(printed):
    for path, document in printed.documents().items():
        for kind in ("/TR", "/LI"):
            assert document.torn(kind) == [], (path, kind)


def test_the_survey_can_be_scanned_from_paper(own):
    for path in OWN[1:-1:2]:
        [(text, width)] = own.document(path).codes()
        assert text == f"{SURVEY}{path[2:4]}", path
        assert width >= 30, path


def test_a_survey_that_is_over_has_a_line_alone_where_the_item_does_not_ask_for_its_code(own):
    for path in OWN[:-1:2]:
        document = own.document(path)
        assert document.codes() == [], path
        assert "ปิดรับแล้ว" in document.text


def test_the_poster_of_a_survey_that_is_over_says_so_and_invites_nobody(own):
    poster = own.document("eit/poster.pdf")
    assert poster.codes() == []
    assert not re.search("สแกน|itas.nacc", poster.text)
    assert "ปิดรับแล้ว 30 มิ.ย. 2569" in poster.text
    assert "สถานะ ณ" not in poster.text


def test_links_lead_to_the_published_site(own):
    links = {link for document in own.documents().values() for link in document.links()}
    assert f"{SITE}complaints/" in links
    assert {link for link in links if not link.startswith(("https://", "tel:"))} == set()
    assert {link for link in links if "127.0.0.1" in link or ".invalid" in link} == set()


@pytest.mark.thorough
def test_a_site_without_an_address_has_no_links_to_itself(portal):
    links = {link for document in portal.documents().values() for link in document.links()}
    assert {link for link in links if ".invalid" in link or link.startswith("file:")} == set()


@pytest.mark.thorough
def test_the_same_facts_make_the_same_bytes(tmp_path):
    for name in ("one", "other"):
        print_site(tmp_path / name, "tests/agencies/tak")
    one, other = (contents(tmp_path / name) for name in ("one", "other"))
    assert [path for path in one if one[path] != other.get(path)] == []
    assert {"2568/o27.pdf", "2568/o28.pdf"} <= set(one)


def test_the_build_says_how_many_it_made(own):
    assert "พิมพ์ PDF 9 ไฟล์" in own.log


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
