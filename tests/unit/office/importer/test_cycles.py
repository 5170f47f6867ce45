"""Measures in paragraphs by structure alone: the same labels, block by block, whatever words."""

from __future__ import annotations

import pytest

from tests.unit.office.importer.test_blocks import imported
from tests.unit.office.importer.test_offices import doubts, lines, listed

TOLD = (
    ("ล้างถังน้ำทุกโรงเรียน", "เพื่อให้เด็กมีน้ำสะอาด", "กองการศึกษา", "พ.ย. 2567 - ม.ค. 2568"),
    ("ตัดหญ้าสองข้างทาง", "เพื่อให้รถมองเห็นกัน", "กองช่าง", "ก.พ. 2568 - เม.ย. 2568"),
)


def _document(lead: str, part: str) -> list[str]:
    labels = ("อยากเห็นอะไร", "ลงมือโดย", "ลงมือเมื่อ")
    words = ("หนึ่ง", "สอง")
    return [
        line
        for n, (title, *values) in enumerate(TOLD, 1)
        for line in (
            *lead.format(n=n, word=words[n - 1], letter="กข"[n - 1], title=title).split("|"),
            *(f"{part.format(label)} {value}" for label, value in zip(labels, values, strict=True)),
        )
    ]


@pytest.mark.parametrize("part", ["{}:", "- {} คือ"])
@pytest.mark.parametrize(
    "lead",
    [
        *("[{n}] {title}", "งาน ({n}) {title}", "ภารกิจลำดับ{word} {title}", "{title}"),
        *("แผน {letter}. {title}", "ชื่องาน {title}", "ชุดที่ {n}|{title}", "★ {title}"),
    ],
)
def test_blocks_of_the_same_labels_are_measures(lead, part):
    made = imported(*lines(*_document(lead, part)))
    found = listed(made, "measures", "measures")
    assert [each["title"] for each in found] == [each[0] for each in TOLD]
    assert [each["objective"] for each in found] == [each[1] for each in TOLD]
    assert [each["units"] for each in found] == [each[2] for each in TOLD]
    assert "เหมือนมาตรการ" in doubts(made) or "อ่านเป็น" in doubts(made)
    assert made.report.paragraphs.lost == 0


def test_blocks_in_another_order_or_with_few_labels_are_none():
    text = ("สายด่วนแจ้งเหตุ", "โทร: 1", "แฟกซ์: 2", "ศูนย์ดับเพลิง", "โทร: 3", "แฟกซ์: 4")
    assert "2568/measures.yml" not in imported(*lines(*text)).values
