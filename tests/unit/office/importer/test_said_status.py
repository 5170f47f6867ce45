"""The status that stands at the head of a result's text."""

from __future__ import annotations

import pytest

from tests.unit.office.importer.test_blocks import imported, table
from tests.unit.office.importer.test_offices import doubts, listed


def told(summary: str):
    made = imported(table(["มาตรการ", "ผลการดำเนินงาน"], ["ทาสีสะพาน", summary]))
    (report,) = listed(made, "progress", "progress")
    assert report["summary"] == summary
    return report.get("status"), doubts(made)


@pytest.mark.parametrize(
    ("head", "status"),
    [
        ("ดำเนินการแล้ว", "done"),
        ("ได้ดำเนินงานแล้ว", "done"),
        ("แล้วเสร็จ", "done"),
        ("จัดทำเรียบร้อย", "done"),
        ("ทำเสร็จสิ้นแล้ว", "done"),
        ("ปฏิบัติครบถ้วน", "done"),
        ("กำลังทำ", "in_progress"),
        ("อยู่ในระหว่างดำเนินงาน", "in_progress"),
        ("ยังไม่แล้วเสร็จ", "in_progress"),
        ("ยังไม่ได้เริ่ม", "not_started"),
        ("มิได้ดำเนินการ", "not_started"),
    ],
)
def test_a_result_that_begins_with_a_status_has_it_and_it_is_told(head: str, status: str):
    found, said = told(f"{head} ทาสี 2 ด้าน")
    assert found == status
    assert f"อ่านจากคำว่า “{head}” โปรดยืนยัน" in said


@pytest.mark.parametrize(
    "summary",
    [
        "ดำเนินการแล้วร้อยละ 45",
        "ทำแล้ว 3 จาก 8 ช่วง",
        "แล้วเสร็จ 70 %",
        "ทำเสร็จแล้วบางส่วน",
        "ดำเนินการแล้ว แต่ยังไม่ได้ทาชั้นสอง",
    ],
)
def test_what_is_done_in_part_has_no_status_and_is_told(summary: str):
    found, said = told(summary)
    assert found is None
    assert "ยังไม่ครบ จึงไม่ใส่สถานะ" in said


@pytest.mark.parametrize(
    ("summary", "status"),
    [
        ("ดำเนินการแล้วเสร็จ ลดเวลารอจาก 40 นาที เหลือ 15 นาที", "done"),
        ("แล้วเสร็จ แบบคำขอลดลงเหลือเพียง ๒ หน้า", "done"),
        ("ดำเนินการแล้ว เหลือ 2 ช่วง", None),
        ("ดำเนินการแล้ว จาก 5 ช่วง แต่เหลือ 2 ช่วง", None),
        ("ทำเสร็จแล้ว ลดเอกสารบางส่วน เหลือ 4 แผ่น", None),
    ],
)
def test_less_than_before_is_no_work_that_is_left(summary: str, status: str | None):
    assert told(summary)[0] == status


def test_what_came_of_a_measure_not_begun_is_what_was_done():
    head = ["มาตรการ", "สถานะ", "ผลลัพธ์"]
    made = imported(
        table(head, ["ทาสีสะพาน", "ยังไม่เริ่ม", "รอส่งมอบสี"], ["ล้างท่อ", "แล้วเสร็จ", "ล้าง 3 สาย"])
    )
    waiting, done = listed(made, "progress", "progress")
    assert (waiting["summary"], waiting.get("outcomes")) == ("รอส่งมอบสี", None)
    assert "“รอส่งมอบสี” อยู่ในช่องผลลัพธ์ แต่มาตรการยังไม่เริ่ม" in doubts(made)
    assert (done["outcomes"], done.get("summary")) == (["ล้าง 3 สาย"], None)


@pytest.mark.parametrize("summary", ["ดำเนินการประชุม 2 ครั้ง", "ทำแผนที่ 4 ฉบับ", "แล้วจึงทาสีใหม่"])
def test_other_words_say_no_status(summary: str):
    assert told(summary) == (None, told(summary)[1])
    assert "สถานะ" not in told(summary)[1]


def test_all_of_it_is_no_part():
    assert told("ดำเนินการแล้วเสร็จร้อยละ 100 ทาสีครบ")[0] == "done"


@pytest.mark.parametrize("summary", ["ทำแล้ว 3 ช่วง", "ดำเนินการแล้ว ๔ ครั้ง"])
def test_so_many_done_so_far_says_nothing_of_the_whole(summary: str):
    found, _ = told(summary)
    assert found is None


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("ตรวจครบทุกรอบแล้ว", "done"),
        ("ช่วยเหลือครบทุกรายแล้ว", "done"),
        ("รอผลตรวจรับ", "in_progress"),
        ("เหลืออีกสองจุด", "in_progress"),
    ],
)
def test_a_short_word_within_a_longer_one_says_no_status(said: str, status: str):
    rows = (["ทาสีเส้นจราจร", "วัดระยะ", said], ["ซ่อมราวสะพาน", "สั่งเหล็ก", "แล้วเสร็จ"])
    made = imported(table(["มาตรการ", "ขั้นตอน", "สถานะ"], *rows))
    assert listed(made, "progress", "progress")[0]["status"] == status
