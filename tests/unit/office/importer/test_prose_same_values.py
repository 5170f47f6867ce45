"""Measures in prose that say the same: what each of them says is a value, and no label."""

from __future__ import annotations

import pytest

from tests.unit.office.importer.test_blocks import imported
from tests.unit.office.importer.test_offices import doubts, lines, listed

TITLES = ("ลอกท่อหน้าโรงเรียน", "ตัดหญ้าริมสระ", "ทาสีสนามเด็กเล่น")
ALWAYS = ["ผู้รับผิดชอบ กองช่าง", "ระยะเวลา ตลอดปีงบประมาณ"]


def told(*below: str, own=lambda _at: ()):
    """Measures with the same lines below each, behind them its own."""
    texts = ["มาตรการของเทศบาล"]
    for at, title in enumerate(TITLES, 1):
        texts += [f"มาตรการที่ {at} {title}", *below, *own(at)]
    made = imported(*lines(*texts))
    measures = listed(made, "measures", "measures")
    assert [each["title"] for each in measures] == [*TITLES]
    return made, measures, made.values.get("2568/progress.yml", {}).get("progress", [])


def texts_of(steps):
    return [each if isinstance(each, str) else each["text"] for each in steps]


@pytest.mark.parametrize(
    "steps",
    [
        ("ตั้งคณะทำงาน", "ประชุมชี้แจง", "รายงานผล"),
        ("งบประมาณ ขอจากสภา", "รายงานผล ต่อนายกทุกเดือน"),
        ("ตั้งคณะทำงานสามฝ่าย", "ผลการดำเนินงาน เสนอผู้บริหาร"),
    ],
)
@pytest.mark.parametrize("style", ["{}.", "{})", "({})"])
def test_the_same_steps_of_each_are_steps(steps, style):
    numbered = [f"{style.format(at)} {text}" for at, text in enumerate(steps, 1)]
    made, measures, _ = told("วิธีดำเนินการ", *numbered, *ALWAYS)
    assert [texts_of(each["steps"]) for each in measures] == [[*steps]] * 3
    assert "คณะทำงาน" not in made.rest
    assert {each["units"] for each in measures} == {"กองช่าง"}


@pytest.mark.parametrize(
    ("said", "status"),
    [("กำลังดำเนินการ", "in_progress"), ("ดำเนินการแล้วเสร็จ", "done"), ("ทำแล้ว", None)],
)
def test_the_same_status_of_each_is_of_what_was_done(said: str, status: str | None):
    own = [f"ผลการดำเนินงาน {said} {at} จุด" for at in (1, 2, 3)]
    _, _, reports = told(*ALWAYS, own=lambda at: [own[at - 1]])
    assert [each["summary"] for each in reports] == [f"{said} {at} จุด" for at in (1, 2, 3)]
    assert {each.get("status") for each in reports} == {status}


def test_that_nothing_hindered_any_is_said_of_each():
    own = ["ปัญหา/อุปสรรค ไม่มี", "ข้อเสนอแนะ ไม่มี"]
    _, _, reports = told(*ALWAYS, "ผลการดำเนินงาน ทำครบทุกจุดที่แจ้งไว้", *own)
    assert {(each["obstacles"], each["suggestions"]) for each in reports} == {("ไม่มี", "ไม่มี")}


def test_the_line_below_a_label_is_what_it_says_in_each():
    below = [
        *("1. วัตถุประสงค์", "เพื่อความปลอดภัย", "2. วิธีดำเนินการ", "1) สำรวจ", "2) ลงมือ"),
        *("3. ผู้รับผิดชอบ", "กองช่าง", "กองคลัง", "4. ระยะเวลา", "ตลอดปีงบประมาณ"),
    ]
    made, measures, _ = told(*below)
    for each in measures:
        assert each["objective"] == "เพื่อความปลอดภัย"
        assert texts_of(each["steps"]) == ["สำรวจ", "ลงมือ"]
        assert (each["units"], each["timeframe"]) == (["กองช่าง", "กองคลัง"], "ตลอดปีงบประมาณ")
    assert "ไม่รู้" not in doubts(made)


@pytest.mark.parametrize("number", ["{}. ", "{}) เรื่อง ", "{}.\t"])
def test_the_same_steps_below_numbered_headings_are_steps_too(number: str):
    texts = ["แผนของเทศบาล"]
    for at, title in enumerate(TITLES, 1):
        steps = ["(1) ตั้งคณะทำงาน", "(2) ลงพื้นที่", "(3) รายงานผล"]
        texts += [number.format(at) + title, "วิธีดำเนินการ", *steps, *ALWAYS, "งบประมาณ ไม่ใช้งบประมาณ"]
    made = imported(*lines(*texts))
    measures = listed(made, "measures", "measures")
    assert [each["title"] for each in measures] == [*TITLES]
    assert [texts_of(each["steps"]) for each in measures] == [
        ["ตั้งคณะทำงาน", "ลงพื้นที่", "รายงานผล"]
    ] * 3
    assert "คณะทำงาน" not in made.rest
