"""What a look at a generated page finds."""

from __future__ import annotations

import pytest

from ita_site.rules.checks.page_facts import read_page_facts


def facts_on(markdown: str) -> list[tuple[str, str, str]]:
    return [(entry.fact, entry.place, entry.text) for entry in read_page_facts(markdown)]


def test_a_fact_stands_under_the_heading_before_it():
    page = '# ก {#top}\n\n## ข {#measures}\n\n<p data-fact="units">กองคลัง</p>\n'
    assert facts_on(page) == [("units", "measures", "กองคลัง")]


def test_the_nearest_element_with_an_id_is_its_place():
    page = '<div id="a"><p id="b"></p><section><p data-fact="units">กองคลัง</p></section></div>'
    assert facts_on(page) == [("units", "a", "กองคลัง")]


def test_text_of_elements_within_belongs_to_it_and_character_references_are_read():
    page = '<dd data-fact="steps"><ol><li>ประชุม<br>แล้ว</li> <li>ก &#38; ข</li></ol></dd>'
    assert facts_on(page) == [("steps", "top", "ประชุมแล้ว ก & ข")]


@pytest.mark.parametrize(
    "inner",
    ["", " ", "-", "–", "…", "ไม่มี", "รอข้อมูล", '<i class="ita-none">ยังไม่มีตัวเลข</i>', "<svg/>"],
)
def test_words_that_stand_for_nothing_are_not_seen(inner):
    assert facts_on(f'<p data-fact="summary">{inner}</p>') == []


def test_what_is_said_to_be_missing_is_not_seen_however_deep():
    page = '<dd data-fact="summary" class="ita-none"><p><b>หน่วยงานไม่ได้บอก</b></p></dd>'
    assert facts_on(page) == []


def test_a_fact_within_a_fact_is_seen_as_both():
    page = '<div data-fact="measure"><p data-fact="units">กองคลัง</p> ทำ</div>'
    assert facts_on(page) == [("units", "top", "กองคลัง"), ("measure", "top", "กองคลัง ทำ")]


def test_words_that_stand_apart_on_the_page_stay_apart():
    page = (
        '<div data-fact="limits"><p>รอบ 12 เดือน</p><ol><li>1. คน<b>น้อย</b></li>'
        "<li>2. เวลาสั้น</li></ol>ปิด</div>"
    )
    assert [fact.text for fact in read_page_facts(page)] == ["รอบ 12 เดือน 1. คนน้อย 2. เวลาสั้น ปิด"]
