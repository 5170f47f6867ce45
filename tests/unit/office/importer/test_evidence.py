"""Evidence as offices write it: a title and its link, in whatever order and with whatever signs."""

from __future__ import annotations

import pytest

from tests.unit.office.importer.test_blocks import imported, table

SITE = "https://nongtuayang.example"


def shown(cell: str) -> list[tuple[str, str]]:
    made = imported(table(["มาตรการ", "ผลการดำเนินการ", "หลักฐาน"], ["จองคิว", "ทำแล้ว", cell]))
    (report,) = made.values["2568/progress.yml"]["progress"]  # type: ignore[index,call-overload]
    return [(each["title"], each["url"]) for each in report.get("evidence", [])]


@pytest.mark.parametrize(
    ("cell", "evidence"),
    [
        (f"บันทึกการประชุม ({SITE}/1.pdf)", [("บันทึกการประชุม", "/1.pdf")]),
        (f"บันทึก [{SITE}/1.pdf]", [("บันทึก", "/1.pdf")]),
        (f"บันทึก (ฉบับย่อ) ({SITE}/1.pdf).", [("บันทึก (ฉบับย่อ)", "/1.pdf")]),
        (f"บันทึก: {SITE}/a_(1).pdf", [("บันทึก", "/a_(1).pdf")]),
        (f"ดูที่ {SITE}/1.", [("ดูที่", "/1")]),
        (f"บันทึก\n({SITE}/1)", [("บันทึก", "/1")]),
        (f"{SITE}/1 บันทึก", [("บันทึก", "/1")]),
        (f"ภาพ ({SITE}/1) และ รายงาน ({SITE}/2)", [("ภาพ", "/1"), ("รายงาน", "/2")]),
        (f"ภาพ {SITE}/1; รายงาน {SITE}/2", [("ภาพ", "/1"), ("รายงาน", "/2")]),
        *(
            (f"{SITE}/1{sign}{SITE}/2", [(f"{SITE}/1", "/1"), (f"{SITE}/2", "/2")])
            for sign in (", ", ",", " ", "\n", " และ ", "; ")
        ),
        (f"ภาพ\n{SITE}/1, {SITE}/2", [("ภาพ", "/1"), (f"{SITE}/2", "/2")]),
        (f"{SITE}/go?to=https://b.example/", [(f"{SITE}/go?to=https://b.example/",) * 2]),
        ("ภาพถ่าย", []),
    ],
)
def test_titles_and_links(cell: str, evidence: list[tuple[str, str]]):
    urls = [(title, url if url.startswith("http") else SITE + url) for title, url in evidence]
    assert shown(cell) == urls


def test_words_behind_a_link_are_kept():
    made = imported(
        table(["มาตรการ", "หลักฐาน"], ["จองคิว", f"ภาพ {SITE}/1 ถ่ายเมื่อเดือนมีนาคม"]),
    )
    assert "ถ่ายเมื่อเดือนมีนาคม" in made.rest
