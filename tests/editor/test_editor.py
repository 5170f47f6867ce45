"""An officer types in an editor: what is explained, offered and underlined, in Thai."""

from __future__ import annotations

import shutil

import pytest

from ita_site.facts.model.progress import Status
from tests.editor.document import Document
from tests.editor.server import REPOSITORY

REPORT = "progress:\n  - measure: budget\n    "
MEASURE = "measures:\n  - id: budget\n    "


def test_resting_on_a_field_explains_it(opened):
    shown = opened("progress.yml", REPORT + "sta‸tus: done\n").hover()
    assert "#### รายงานผลหนึ่งครั้ง\n\nสถานะ" in shown
    assert "* `in_progress`: กำลังดำเนินการ" in shown


def test_resting_on_a_date_tells_how_one_is_written(opened):
    shown = opened("progress.yml", REPORT + "updated‸_on: 1 ต.ค. 65\n").hover()
    assert "วันที่รายงาน" in shown
    assert "31 มี.ค. 2566" in shown


@pytest.mark.parametrize(
    ("name", "text", "heading"),
    [
        ("year.yml", "result_‸year: 2565\n", "ข้อมูลของปี"),
        ("agency.yml", "name: ก\nki‸nd: province\n", "หน่วยงาน"),
        ("progress.yml", REPORT + "sta‸tus: แล้วเสร็จ\n", "ใช้ได้เช่นกัน"),
        ("progress.yml", REPORT + "sta‸tus:\n", "ยังไม่ใส่ค่า"),
    ],
)
def test_an_explanation_has_one_heading(opened, name, text, heading):
    assert opened(name, text).hover().startswith(f"#### {heading}\n\n")


@pytest.mark.parametrize("field", ["status: ‸", "status: in‸"])
def test_a_status_is_offered_by_code_with_its_label(opened, field):
    offered = opened("progress.yml", f"{REPORT}{field}\n").completions()
    labels = {code: item["documentation"] for code, item in offered.items()}
    assert labels == {member.value: member.label for member in Status}


def test_fields_of_a_measure_are_offered_with_what_they_are(opened):
    offered = opened("measures.yml", MEASURE + "‸\n").completions()
    assert {"title", "steps", "units", "timeframe", "monitoring"} <= set(offered)
    assert "id" not in offered
    assert offered["steps"]["documentation"].startswith("ขั้นตอนหรือวิธีการปฏิบัติ")
    assert offered["steps"]["insertText"].startswith("steps:\n")


def test_nothing_is_offered_that_nobody_would_write(opened):
    assert opened("measures.yml", MEASURE + "label_as_printed: ‸\n").completions() == {}
    assert set(opened("agency.yml", "name: ก\nsample: ‸\n").completions()) == {"true", "false"}


@pytest.mark.parametrize(
    ("name", "text", "underlined", "told"),
    [
        ("progress.yml", REPORT + "statuss: done\n", "statuss", "ช่องที่ใช้ได้ตรงนี้: measure, round,"),
        ("progress.yml", REPORT + "status: finished\n", "finished", "done (แล้วเสร็จ)"),
        ("progress.yml", REPORT + "updated_on: เมื่อวาน\n", "เมื่อวาน", "เขียนแบบ 31 มี.ค. 2566"),
        ("progress.yml", REPORT + "summary: {a: b}\n", "{a: b}", "ต้องเป็นข้อความ"),
        ("progress.yml", REPORT + "evidence: บันทึก\n", "บันทึก", "ต้องเป็นรายการ"),
        ("measures.yml", "measures:\n  - title: ก\n", "t", "ต้องมี: id"),
        ("year.yml", "eit: ลิงก์\n", "ลิงก์", "ต้องเป็นกลุ่มของช่อง"),
        ("agency.yml", "name: ก\nkind: เทศบาล\n", "เทศบาล", "เลือกค่าใดค่าหนึ่ง"),
        ("assessment.yml", "total: {score: 9181}\n", "9181", "คะแนน ITA คิดจากเต็ม 100"),
        ("year.yml", "result_year: 2022\n", "2022", "เขียนปี พ.ศ."),
        ("measures.yml", MEASURE + "steps:\n      - ก: ข\n", "ก", "ให้ใส่เครื่องหมายคำพูดครอบ"),
    ],
)
def test_what_is_wrong_is_underlined_and_told_in_thai(opened, name, text, underlined, told):
    [(words, message)] = opened(name, text).problems()
    assert words == underlined
    assert told in message


def test_what_may_be_left_empty_is_not_underlined(opened):
    assert opened("progress.yml", REPORT + "status:\n    summary:\n    note_:\n").problems() != []
    assert opened("progress.yml", REPORT + "status:\n    summary:\n").problems() == []
    assert opened("measures.yml", "").problems() == []


@pytest.mark.parametrize("folder", ["data", "tests/agencies/udon-thani"])
def test_a_data_file_finds_its_schema_and_has_nothing_underlined(server, folder, tmp_path):
    """In a copy of the project, by the file's own first line."""
    shutil.copytree(REPOSITORY / "ita_site/facts/schemas", tmp_path / "ita_site/facts/schemas")
    for file in sorted((REPOSITORY / folder).rglob("*.yml")):
        copy = tmp_path / file.relative_to(REPOSITORY)
        document = Document(server, copy, file.read_text("utf-8"))
        assert document.problems() == []
