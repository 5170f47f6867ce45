"""Evidence that can be opened, by anybody, without telling what nobody should know."""

from __future__ import annotations

import pytest
from pypdf import PdfWriter

from ita_site.facts.content.folder import read_content
from ita_site.facts.reading.publication import read_publication
from ita_site.facts.thai.calendar import BEDate
from ita_site.rules.checks.run import check
from tests.unit.rules.checks.data_folders import DAY

MEASURES = "measures: [{id: a, title: ก}]"
EVIDENCE = "progress: [{{measure: a, summary: ประชุม 2 ครั้ง, evidence: [{{title: ก, {}}}]}}]"


@pytest.fixture
def content(tmp_path):
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


def evidence_codes(folder, content=None) -> list[str]:
    beside = read_content(content) if content else None
    problems = check(read_publication(folder), BEDate(*DAY), beside)
    return [problem.code for problem in problems if not "ITA340" <= problem.code <= "ITA359"]


def evidence(data, fields: str):
    return data({"2566/measures.yml": MEASURES, "2566/progress.yml": EVIDENCE.format(fields)})


@pytest.mark.parametrize(
    ("url", "codes"),
    [
        ("http://a.example/x", ["ITA373"]),
        ("HTTP://a.example", ["ITA373"]),
        ("https://a.example/http:", []),
    ],
)
def test_links_are_encrypted(data, url, codes):
    assert evidence_codes(evidence(data, f"url: '{url}'")) == codes


@pytest.mark.parametrize(
    ("file", "codes"),
    [
        ("files/รายงาน ครั้งที่ 1.PDF", []),
        ("files/รายงาน ครั้งที่ 1.pdf", ["ITA374"]),
        ("files", ["ITA374"]),
        ("รายงาน ครั้งที่ 1.PDF", ["ITA374"]),
    ],
)
def test_a_file_is_there_under_the_very_name(data, content, file, codes):
    (content / "files").mkdir()
    (content / "files/รายงาน ครั้งที่ 1.PDF").write_bytes(b"%PDF-1.7")
    assert evidence_codes(evidence(data, f"file: '{file}'"), content) == codes


def test_without_a_content_folder_nothing_is_said_of_files(data):
    assert evidence_codes(evidence(data, "file: files/a.pdf")) == []


@pytest.mark.parametrize(("size", "codes"), [(20_000_000, []), (20_000_001, ["ITA375"])])
def test_a_file_of_more_than_twenty_megabytes_is_heavy(data, content, size, codes):
    with (content / "film.mp4").open("wb") as file:
        file.write(b"\x00\x00\x00\x18ftypmp42")
        file.truncate(size)
    assert evidence_codes(data(), content) == codes


@pytest.mark.parametrize(
    ("author", "codes"),
    [
        ("สมใจ ตัวอย่าง", ["ITA380"]),
        ("Somjai Tuayang", ["ITA380"]),
        ("Ittipon Comdee", ["ITA380"]),
        ("เทศบาลตำบลทดสอบ", []),
        ("งานนโยบายและแผน", []),
        ("Windows User", []),
        ("user", []),
        ("HP", []),
        ("KKD2023", []),
        ("", []),
    ],
)
def test_a_pdf_names_no_person(data, content, author, codes):
    writer = PdfWriter()
    writer.add_blank_page(72, 72)
    writer.add_metadata({"/Author": author})
    writer.write(content / "a.pdf")
    assert evidence_codes(data(), content) == codes
