"""Ticks as small offices draw them: in brackets, beside words, as dots below units, by row."""

from __future__ import annotations

import pytest

from ita_site.office.importer.document.spans import Source, Span
from ita_site.office.importer.words.boxes import read_boxes
from ita_site.office.importer.words.ticks import guess_status, is_mark, is_tick, is_unread_mark
from tests.unit.office.importer.proof import arrived
from tests.unit.office.importer.test_blocks import imported, measures, table
from tests.unit.office.importer.test_offices import doubts, listed

STATUSES = ["มาตรการ", "ผลการดำเนินงาน", (0, 1), (0, 1)]
WHICH = [(0, 0), "เสร็จแล้ว", "กำลังทำ", "ยังไม่ทำ"]


@pytest.mark.parametrize("text", ["( / )", "(/)", "[x]", "[X]", "(✓)", "[ / ]", "( ● )"])
def test_a_tick_in_brackets_is_a_tick(text):
    assert is_tick(text)
    assert is_mark(text)


@pytest.mark.parametrize(
    "text", ["( )", "()", "[ ]", "☐", "□", "(-)", "-", "", "(ก)", "[12]", "(กองคลัง)"]
)
def test_empty_boxes_and_words_are_none(text):
    assert not is_tick(text)


def test_a_tick_in_brackets_below_a_status_is_this_status():
    made = imported(
        table(STATUSES, WHICH, ["ทำป้าย", "", "( / )", "( )"], ["ล้างท่อ", "[x]", "[ ]", "[ ]"])
    )
    found = listed(made, "progress", "progress")
    assert [each["status"] for each in found] == ["in_progress", "done"]


def test_a_mark_nobody_understands_is_told():
    made = imported(table(STATUSES, WHICH, ["ทำป้าย", "?", "", ""], ["ล้างท่อ", "/", "", ""]))
    assert "“?” ใต้ “ผลการดำเนินงาน > เสร็จแล้ว”" in doubts(made)
    assert not is_unread_mark(" - (  ) … ")


def boxes(text: str) -> tuple[list[str], list[str]] | None:
    found = read_boxes(Span.whole(Source(0, text, "ช่อง")).lines())
    return found and ([*map(str, found.ticked)], [*map(str, found.others)])


@pytest.mark.parametrize(
    ("text", "ticked", "others"),
    [
        ("☐ เสร็จแล้ว ☑ กำลังทำ ☐ ยังไม่ทำ", ["กำลังทำ"], ["เสร็จแล้ว", "ยังไม่ทำ"]),
        ("( ) เสร็จแล้ว\n( / ) ยังไม่ทำ", ["ยังไม่ทำ"], ["เสร็จแล้ว"]),
        ("[x] เสร็จแล้ว, [ ] ยังไม่ทำ", ["เสร็จแล้ว"], ["ยังไม่ทำ"]),
        ("เสร็จแล้ว ■ ยังไม่ทำ □", ["เสร็จแล้ว"], ["ยังไม่ทำ"]),
        ("□ เสร็จแล้ว", [], ["เสร็จแล้ว"]),
    ],
)
def test_what_is_ticked_of_boxes_in_a_cell(text, ticked, others):
    assert boxes(text) == (ticked, others)


@pytest.mark.parametrize("text", ["อบรม ☑ แล้ว", "☑", "ทำป้าย 3 จุด", "☐ เสร็จแล้ว\nกำลังทำ"])
def test_other_cells_have_no_boxes(text):
    assert boxes(text) is None


def checked(*cells: str, head: str = "สถานะ"):
    rows = [[f"มาตรการเรื่องที่ {at}", "กองคลัง", cell] for at, cell in enumerate(cells, 1)]
    return imported(table(["มาตรการ", "ผู้รับผิดชอบ", head], *rows))


def test_the_ticked_box_is_the_status_and_none_ticked_is_no_result():
    made = checked(
        "☐ ดำเนินการแล้ว ☑ อยู่ระหว่างดำเนินการ ☐ ยังไม่ดำเนินการ",
        "☐ ดำเนินการแล้ว ☐ อยู่ระหว่างดำเนินการ ☐ ยังไม่ดำเนินการ",
        "☐ ดำเนินการแล้ว ☐ อยู่ระหว่างดำเนินการ ☑ ยังไม่ดำเนินการ",
    )
    found = {each["measure"]: each.get("status") for each in listed(made, "progress", "progress")}
    assert [*found.values()] == ["in_progress", "not_started"]
    assert "ไม่ได้ทำเครื่องหมายในช่องใด" in doubts(made)


def test_two_ticked_statuses_are_kept_and_told():
    made = checked("☑ ดำเนินการแล้ว ☑ ยังไม่ดำเนินการ", "☑ ดำเนินการแล้ว ☐ ยังไม่ดำเนินการ")
    assert len(listed(made, "progress", "progress")) == 1
    assert "มากกว่า 1 ช่อง" in doubts(made)
    assert "☑ ดำเนินการแล้ว ☑ ยังไม่ดำเนินการ" in made.rest


@pytest.mark.parametrize("head", ["สถาณะ", "สถนะ", "สถานนะ"])
def test_a_heading_with_one_wrong_mark_is_known_and_told(head):
    made = checked("☑ ดำเนินการแล้ว ☐ ยังไม่ดำเนินการ", "☐ ดำเนินการแล้ว ☑ ยังไม่ดำเนินการ", head=head)
    assert [each["status"] for each in listed(made, "progress", "progress")] == [
        "done",
        "not_started",
    ]


def test_boxes_before_steps_and_units_ticked_in_a_list():
    (found,) = measures(
        table(
            ["มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ"],
            ["ทำป้ายบอกทาง", "☐ สำรวจจุดติดตั้ง\n☑ ขออนุมัติจัดซื้อ", "☑ กองช่าง ☐ กองคลัง ☑ สำนักปลัด"],
        )
    )
    assert len(found["steps"]) == 2
    assert found["units"] == ["กองช่าง", "สำนักปลัด"]


def by_dots(*rows: list[str], over: str = "ผู้รับผิดชอบ"):
    head = ["มาตรการ", "ขั้นตอน", over, (0, 2), (0, 2)]
    return imported(
        table(head, [(0, 0), (0, 1), "กองประปา", "งานทะเบียน (สำนักปลัด)", "รองปลัดเทศบาล"], *rows)
    )


@pytest.mark.parametrize("dot", ["●", "•", "○", "/", "✓", "x"])
def test_a_dot_below_a_unit_makes_it_responsible(dot):
    made = by_dots(["ล้างท่อ", "ตักเลน", dot, "", dot], ["ลดคิว", "ออกบัตรคิว", "", dot, ""])
    found = listed(made, "measures", "measures")
    assert [each["units"] for each in found] == [
        ["กองประปา", "รองปลัดเทศบาล"],
        "งานทะเบียน (สำนักปลัด)",
    ]
    assert "2568/progress.yml" not in made.values
    assert made.report.cells.lost == 0


def test_two_kinds_of_dots_are_told():
    made = by_dots(["ล้างท่อ", "ตักเลน", "●", "", "○"], ["ลดคิว", "ออกบัตรคิว", "○", "●", ""])
    assert "ใช้เครื่องหมายหลายแบบ" in doubts(made)


def test_units_alone_head_columns_of_dots():
    made = imported(
        table(
            ["มาตรการ", "ขั้นตอน", "กองคลัง", "กองช่าง"],
            ["ล้างท่อ", "ตักเลน", "", "●"],
            ["ลดคิว", "ออกบัตรคิว", "●", "●"],
        )
    )
    found = listed(made, "measures", "measures")
    assert [each["units"] for each in found] == ["กองช่าง", ["กองคลัง", "กองช่าง"]]


@pytest.mark.parametrize("quarter", ["Q{}", "ไตรมาส {}", "ไตรมาสฯ ที่ {}"])
def test_rows_of_plan_and_of_result(quarter):
    head = ["มาตรการ", "ผู้รับผิดชอบ", "แผน/ผล", "ปีงบประมาณ 2568", (0, 3), (0, 3), (0, 3)]
    below = [(0, 0), (0, 1), (0, 2), *(quarter.format(at) for at in range(1, 5))]
    made = imported(
        table(
            head,
            below,
            ["ล้างท่อ", "กองช่าง", "แผน", "✓", "✓", "", ""],
            [(2, 0), (2, 1), "ผล", "", "✓", "✓", ""],
            ["ลดคิว", "กองคลัง", "แผน", "", "", "✓", ""],
            [(4, 0), (4, 1), "ผล", "", "", "✓", ""],
        )
    )
    found = listed(made, "measures", "measures")
    named = [quarter.format(at) for at in range(1, 5)]
    assert [each["timeframe"] for each in found] == [named[:2], named[2]]
    told = listed(made, "progress", "progress")
    assert [each["summary"] for each in told] == [
        f"ดำเนินการใน {named[1]}, {named[2]}",
        f"ดำเนินการใน {named[2]}",
    ]
    assert not [each for each in told if "status" in each]
    assert "แถวผลบอกได้แต่ว่าทำเมื่อใด" in doubts(made)
    assert "กองช่าง" in arrived(made)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("เหลืออีก 2 ขั้นตอน", "in_progress"),
        ("ทำเกือบเสร็จ", "in_progress"),
        ("ยังไม่เริ่มเลย", "not_started"),
        ("ทำครบทุกข้อ", "done"),
    ],
)
def test_statuses_in_words_of_their_own(text, code):
    status = guess_status(text)
    assert status
    assert status.value == code


def test_words_below_quarters_in_a_row_of_the_plan_are_no_result():
    head = ["มาตรการ", "ผู้รับผิดชอบ", "แผน/ผล", "ผลการดำเนินงาน", (0, 3)]
    made = imported(
        table(
            head,
            [(0, 0), (0, 1), (0, 2), "ไตรมาส 2", "ไตรมาส 4"],
            ["ล้างท่อ", "กองช่าง", "แผน", "ล้าง 4 สายในตลาด", "ล้าง 6 สายริมคลอง"],
            [(2, 0), (2, 1), "ผล", "ล้างแล้ว 3 สายในตลาด", "ล้างแล้ว 6 สายริมคลอง"],
        )
    )
    told = str(made.values["2568/progress.yml"])
    assert "ล้างแล้ว 3 สาย" in told
    assert "ล้าง 4 สาย" not in told
    assert "ล้าง 4 สาย" in arrived(made)


def test_an_empty_box_before_what_was_done_is_no_result():
    head = ["มาตรการ", "ผู้รับผิดชอบ", "ผลการดำเนินการ"]
    made = imported(
        table(
            head,
            ["ทำป้าย", "กองคลัง", "☐ ติดป้ายแล้วทุกหมู่บ้านในตำบล"],
            ["ล้างท่อ", "กองช่าง", "ตักเลนแล้ว 3 สายในตลาด"],
        )
    )
    assert [each["summary"] for each in listed(made, "progress", "progress")] == [
        "ตักเลนแล้ว 3 สายในตลาด"
    ]
    assert "ไม่ได้ทำเครื่องหมาย" in doubts(made)
