"""What the search knows: of a single agency, and of a portal of several."""

from __future__ import annotations

import json

import pytest

from ita_site.facts.model.agency import Agency, AgencyKind
from ita_site.site.finished.document import HtmlDocument
from ita_site.site.search.index import MOST, Index, names_of
from ita_site.site.search.words import said_words

ONE = {"": Agency(name="เทศบาลทดสอบ", kind=AgencyKind.OTHER)}
MANY = {
    "tak/": Agency(name="จังหวัดตาก", kind=AgencyKind.PROVINCE),
    "roi-et/": Agency(name="เทศบาลเมืองร้อยเอ็ด", kind=AgencyKind.TOWN_MUNICIPALITY),
}


def content(html):
    return HtmlDocument(html).tree.body


def written(index):
    return {file.path: json.loads(file.content)["docs"] for file in index.files()}


def test_a_page_is_known_with_its_sections_and_its_agency():
    index = Index(ONE, [], {})
    page = content('<p>ก</p><h2 id="measure-a">ข</h2><p>ค</p>')
    index.add("2566/o42/", "พบอะไร &amp; จะทำอะไร", page)
    assert written(index) == {
        "search/search_index.json": [
            {
                "location": "2566/o42/",
                "title": "พบอะไร & จะทำอะไร",
                "text": "ก",
                "agency": "เทศบาลทดสอบ",
            },
            {"location": "2566/o42/#measure-a", "title": "ข", "text": "ค"},
        ]
    }


def test_a_page_without_a_title_is_named_by_its_heading():
    index = Index(ONE, [], {})
    index.add("about/", "", content('<h1>ไม่ใช่</h1><h1 id="about">เกี่ยวกับเรา</h1>'))
    assert written(index)["search/search_index.json"][0]["title"] == "เกี่ยวกับเรา"


def test_each_agency_of_a_portal_has_an_index_of_its_own():
    index = Index(MANY, [], {})
    for address in ("", "tak/", "tak/eit/", "roi-et/", "takeaway/"):
        index.add(address, f"หน้า /{address}", content(""))
    files = written(index)
    locations = {path: [doc["location"] for doc in docs] for path, docs in files.items()}
    assert locations == {
        "tak/search/search_index.json": ["tak/", "tak/eit/"],
        "roi-et/search/search_index.json": ["roi-et/"],
        "search/search_index.json": ["", "tak/", "tak/eit/", "roi-et/", "takeaway/"],
    }


def test_only_where_agencies_meet_each_page_says_whose_it_is():
    index = Index(MANY, [], {})
    index.add("", "หน้าแรก", content(""))
    index.add("tak/", "หน้าแรก", content('<h2 id="a">ข้อ</h2>'))
    files = written(index)
    assert [doc.get("tags") for doc in files["search/search_index.json"]] == [
        None,
        ["จังหวัดตาก"],
        None,
    ]
    assert all("tags" not in doc for doc in files["tak/search/search_index.json"])
    assert files["tak/search/search_index.json"][0]["agency"] == "จังหวัดตาก"


def test_only_an_agencys_front_page_bears_its_names():
    index = Index(MANY, [], {})
    for address in ("", "tak/", "tak/eit/"):
        index.add(address, "หน้า", content(""))
    docs = written(index)["search/search_index.json"]
    assert [doc.get("names") for doc in docs] == [None, "จังหวัดตาก", None]


def test_pages_stand_in_the_order_of_the_site_and_others_after_them():
    index = Index(ONE, ["", "2569/", "2566/"], {})
    for address in ("about/", "2566/", "2569/", ""):
        index.add(address, "หน้า", content(""))
    docs = written(index)["search/search_index.json"]
    assert [doc["location"] for doc in docs] == ["", "2569/", "2566/", "about/"]


def test_an_index_is_small_and_the_same_each_time():
    index = Index(ONE, [], {})
    index.add("", "หน้าแรก", content("<p>ก</p>"))
    (once,), (again,) = index.files(), index.files()
    assert once == again
    assert "หน้าแรก" in once.content.decode()


@pytest.mark.parametrize(
    ("name", "kind", "short"),
    [
        ("องค์การบริหารส่วนตำบลยอดแกง", AgencyKind.SUBDISTRICT_ORGANIZATION, ["อบต.ยอดแกง"]),
        ("เทศบาลเมืองร้อยเอ็ด", AgencyKind.TOWN_MUNICIPALITY, ["ทม.ร้อยเอ็ด", "เทศบาลร้อยเอ็ด"]),
        ("จังหวัดตาก", AgencyKind.PROVINCE, []),
        ("เมืองพัทยา", AgencyKind.TOWN_MUNICIPALITY, []),
    ],
)
def test_an_agency_is_known_by_its_short_names(name, kind, short):
    assert list(names_of(Agency(name=name, kind=kind))) == [name, *short]


def test_the_words_of_people_lead_to_an_agencys_own_pages():
    index = Index(MANY, [], {"tak/": {"complaints": "tak/complaints/"}, "": {}})
    words = {file.path: json.loads(file.content)["words"] for file in index.files()}
    first = {path: groups[0] for path, groups in words.items()}
    assert first["tak/search/search_index.json"][2] == "tak/complaints/"
    assert len(first["search/search_index.json"]) == 2
    assert "ส่วย" in first["search/search_index.json"][0].split()


NO_TONES = str.maketrans("", "", "\u0e48\u0e49\u0e4a\u0e4b\u0e4c")


def test_each_of_at_least_three_hundred_words_is_said_once():
    words = [word.translate(NO_TONES) for group in said_words() for word in group.said.split()]
    assert len(words) >= 300
    assert sorted(words) == sorted(set(words))
    assert all(len(word) > 1 and word == word.lower() for word in words)


def test_a_group_says_what_its_words_stand_for_or_where_they_lead():
    assert all(group.written or group.page for group in said_words())
    pages = {group.page for group in said_words()}
    known = {"complaints", "survey", "measures", "results", "history", "oit", "changes"}
    assert pages == {"", "accessibility", *known}


LOEI = {**MANY, "khok/": Agency(name="เทศบาลตำบลโคก", kind=AgencyKind.SUBDISTRICT_MUNICIPALITY)}
PLACES = {"tak/": "provinces/tak/", "roi-et/": "provinces/roi-et/", "khok/": "provinces/tak/"}


def large(text="", **pages: str) -> Index:
    """The index of a portal whose agencies are in the indexes of two provinces."""
    index = Index(LOEI, [], {}, PLACES)
    for address in ("", "provinces/tak/", "provinces/tak/compare/", "tak/", "khok/", "roi-et/"):
        index.add(address, f"หน้า /{address}", content(pages.get(address, f"<p>{text}</p>")))
    return index


def test_in_a_large_portal_provinces_have_indexes_and_that_of_all_has_no_agencys_page():
    locations = {path: [doc["location"] for doc in docs] for path, docs in written(large()).items()}
    assert locations == {
        "search/search_index.json": [""],
        "provinces/tak/search/search_index.json": [
            "provinces/tak/",
            "provinces/tak/compare/",
            "tak/",
            "khok/",
        ],
        "provinces/roi-et/search/search_index.json": ["roi-et/"],
        "tak/search/search_index.json": ["tak/"],
        "khok/search/search_index.json": ["khok/"],
        "roi-et/search/search_index.json": ["roi-et/"],
    }


def test_a_page_of_a_province_is_searched_by_the_index_of_the_province():
    index = large()
    addresses = ("provinces/tak/compare/2567/", "provinces/x-1/", "tak/2568/", "compare/", "")
    assert [index.prefix(one) for one in addresses] == ["provinces/tak/", "", "tak/", "", ""]


def test_the_index_of_all_names_where_a_large_portal_lists_its_agencies():
    files = {file.path: json.loads(file.content) for file in large().files()}
    assert files.pop("search/search_index.json")["agencies"] == "agencies.json"
    assert not [path for path, index in files.items() if "agencies" in index]


def test_an_index_of_too_much_has_what_pages_and_measures_are_called():
    index = large("ก" * MOST)
    measure = '<h2 id="measure-a">มาตรการ</h2><p>ทำอะไร</p><h2 id="result">ผล</h2><p>คะแนน</p>'
    for address in ("tak/2568/o27/", "tak/2568/o28/"):
        index.add(address, "หน้า", content(measure))
    files = written(index)
    names = files["provinces/tak/search/search_index.json"]
    assert len(json.dumps(names)) < MOST / 100
    assert {doc["text"] for doc in names} == {""}
    assert [doc["location"] for doc in names if "2568" in doc["location"]] == [
        "tak/2568/o27/",
        "tak/2568/o27/#measure-a",
        "tak/2568/o28/",
    ]
    assert "ทำอะไร" in json.dumps(files["tak/search/search_index.json"], ensure_ascii=False)
