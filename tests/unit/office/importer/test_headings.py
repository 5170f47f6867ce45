"""Headings in many wordings, damaged ones, and what is none."""

from __future__ import annotations

import pytest

from ita_site.facts.thai.likeness import similarity
from ita_site.office.importer.words.headings import nearest, parse_heading
from ita_site.office.importer.words.roles import GROUPS_SHOWN, ROLES, label_of, tells


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("ขั้นตอน/วิธีการปฏิบัติ", "steps"),
        ("ขั้นตอน /\nวิธีการ ปฏิบัติ", "steps"),
        ("วิธีดําเนินการ", "steps"),
        ("หน่วยงานที่รับผิดชอบ", "unit"),
        ("ระยะเวลา/ การกำกับติดตาม", "schedule"),
        ("ระยะเวลา ดำเนินการ", "timeframe"),
        ("การติดตามผล", "monitoring"),
        ("มาตรการ/แนวทาง", "measure"),
        ("แนวทาง/มาตรการ", "guideline"),
        ("มาตรการ/แนวทางที่ดำเนินการอย่างเร่งด่วน", "measure"),
        ("สรุปผลการดำเนินการ", "summary"),
        ("ผลลัพธ์หรือความสำเร็จของการดำเนินการ", "outcome"),
        ("ผลคะแนน (ร้อยละ)", "score"),
        ("ตัวชี้วัดที่", "indicator_number"),
        ("ประเด็นที่ต้องแก้ไขปรับปรุง", "to_fix"),
        ("No.", "number"),
    ],
)
def test_known_wordings(text: str, column: str):
    found = parse_heading(text)
    assert found
    assert (found.role, found.sure) == (column, True)


@pytest.mark.parametrize(
    ("text", "column"),
    [("ขอคำถาม", "question"), ("ขอคนพบ", "finding"), ("ผู้รับผดชอบ", "unit"), ("คแนน", "score")],
)
def test_damaged_wordings_are_guessed(text: str, column: str):
    found = parse_heading(text)
    assert found
    assert (found.role, found.sure) == (column, False)


@pytest.mark.parametrize("text", ["", "สี", "กองคลัง", "๙๗.๗๓"])
def test_what_is_no_heading(text: str):
    assert parse_heading(text) is None


@pytest.mark.parametrize(
    ("columns", "kind"),
    [
        (("measure", "steps", "unit"), "measures"),
        (("measure", "summary"), "measures"),
        (("topic", "finding"), "findings"),
        (("indicator", "score"), "indicators"),
        (("instrument", "indicator", "score"), "indicators"),
        (("instrument", "score"), "instruments"),
        (("question", "score", "guideline"), "questions"),
        (("subject", "to_fix"), "analysis"),
        (("number", "published_detail"), "criteria"),
        (("number", "rating"), None),
    ],
)
def test_kinds_of_tables(columns: tuple[str, ...], kind: str | None):
    assert tells(columns) == ((kind,) if kind else ())


def test_likeness_sees_through_spaces_digits_and_writing():
    assert similarity("การให้บริการและระบบ E - Service", "การให้บริการ และระบบ e-service") == 1
    assert similarity("นํ้าใจ ๑", "น้ำใจ 1") == 1
    assert similarity("การใช้อำนาจ", "การเปิดเผยข้อมูล") < 0.5


@pytest.mark.parametrize("mark", ["3. ", "(๒) ", "๑๐.", "4) ", "๔.๒ ", "(1.3) "])
def test_a_number_before_a_name_leaves_it_a_name(mark: str):
    found = parse_heading(f"{mark}วิธีการดำเนินงาน")
    assert found
    assert (found.role, found.named) == ("steps", True)


def test_an_officer_is_shown_every_role_once():
    shown = [role for roles in GROUPS_SHOWN.values() for role in roles]
    assert sorted(shown) == sorted(ROLES)
    assert len({*map(label_of, shown)}) == len(shown)


@pytest.mark.parametrize("heading", ["เพิ่ม/ลด", "ขึ้นลง"])
def test_a_second_reading_has_a_word_in_common(heading):
    assert nearest(heading) != "start"
