"""Whose affair the papers and pictures beside the pages are; in doubt everybody's."""

from __future__ import annotations

import pytest

from ita_site.site.parts.files_beside import FilesBeside

FILES = {
    "about.md": "1",
    "files/แผนปี 2570.pdf": "2",
    "files/ประชุม.jpg": "3",
    "tak/2569/o26/plan.docx": "4",
    "look/emblem.svg": "5",
}
DATA = b"name: \xe0\xb8\x95\xe0\xb8\xb2\xe0\xb8\x81\n"


def keys(files=FILES, *texts: str, settings="", slug="roi-et"):
    beside = FilesBeside(files, settings)
    return beside.of_all, beside.of_agency(slug, [DATA, *(text.encode() for text in texts)])


@pytest.mark.parametrize("path", ["files/แผนปี 2570.pdf", "files/ประชุม.jpg", "look/emblem.svg"])
def test_what_no_fact_names_is_nobodys(path):
    other = FILES | {path: "another"}
    fewer = {one: FILES[one] for one in FILES.keys() - {path}}
    assert keys() == keys(other) == keys(fewer) == keys(FILES | {"files/ใหม่.png": "9"})


@pytest.mark.parametrize(
    "text",
    [
        "file: files/แผนปี 2570.pdf",
        'file: "แผนปี\n  2570.PDF"',
        "url: /files/%E0%B9%81%E0%B8%9C%E0%B8%99%E0%B8%9B%E0%B8%B5%202570.pdf#page=2",
        'file: "files/\\u0E41ผนปี 2570.pdf"',
        "file: files/แผนปี 2570.pdf\nx: 1",
        "# เดิม แผนปี 2570.pdf",
        "- {file: a.doc}\n- {file: files/แผนปี\u200b 2570.pdf}",
        "title: วันที่\u00a01\nfile: files/แผนปี 2570.pdf",
        "file: files/แผนปี ２５７０．ｐｄｆ",
        "a: x.pdf y.pdf\nfile: files/แผนปี\t2570.Pdf",
    ],
)
def test_what_facts_name_is_theirs(text):
    changed, gone = FILES | {"files/แผนปี 2570.pdf": "another"}, dict(FILES)
    del gone["files/แผนปี 2570.pdf"]
    of_all = {each[0] for each in (keys(FILES, text), keys(changed, text), keys(gone, text))}
    own = {each[1] for each in (keys(FILES, text), keys(changed, text), keys(gone, text))}
    assert (len(of_all), len(own)) == (1, 3)
    assert keys(FILES, text) == keys(FILES | {"files/ใหม่.ods": "9"}, text) or "\\" in text


def test_a_longer_ending_hides_no_shorter_one():
    text = "file: plan.doc\nxyz: 1"
    files = FILES | {"plan.doc": "6"}
    assert keys(files, text)[1] != keys(files | {"plan.doc": "7"}, text)[1]


def test_what_stands_at_an_agencys_address_is_its_own():
    other = FILES | {"tak/2569/o26/plan.docx": "another"}
    assert keys(slug="tak") != keys(other, slug="tak")
    assert keys() == keys(other)


@pytest.mark.parametrize(
    ("files", "settings", "path"),
    [
        (FILES, "", "about.md"),
        (FILES | {"own.js": "6"}, "", "own.js"),
        (FILES | {"noname": "6"}, "", "noname"),
        (FILES | {"it's.pdf": "6"}, "", "it's.pdf"),
        (FILES, "{'theme': {'logo': 'look/emblem.svg'}}", "look/emblem.svg"),
        (FILES | {"own.css": "6"}, "", "files/ประชุม.jpg"),
    ],
)
def test_what_may_show_on_any_page_is_everybodys(files, settings, path):
    other = files | {path: "another"}
    assert keys(files, settings=settings)[0] != keys(other, settings=settings)[0]
