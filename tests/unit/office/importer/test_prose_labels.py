"""Labels in paragraphs that nobody listed: the words that one line of each measure begins with."""

from __future__ import annotations

import pytest

from ita_site.office.importer.document.blocks import Paragraph
from tests.unit.office.importer.test_blocks import imported


def _read(*lines: str):
    return imported(*(Paragraph(text, f"ย่อหน้า {at}") for at, text in enumerate(lines, 1)))


def _measures(made):
    return made.values["2568/measures.yml"]["measures"]


def _steps(measure):
    return [step if isinstance(step, str) else step["text"] for step in measure["steps"]]


BRIDGES = (
    *("มาตรการที่ 1 ว่าด้วย ตรวจสะพานไม้ทุกแห่ง", "ขั้นตอน", "1) ทำบัญชีสะพาน", "2) เดินตรวจ"),
    *("กองช่างและผู้ร่วมงาน", "กองช่าง", "สำนักปลัด", "ระยะเวลา ต.ค. 67 - มี.ค. 68"),
    *("มาตรการที่ 2 ว่าด้วย ซ่อมท่าเรือ", "ขั้นตอน", "1) ขอแบบ", "2) จ้างซ่อม"),
    *("กองช่างและผู้ร่วมงาน กองคลัง", "ระยะเวลา ต.ค. 67 - ก.ย. 68"),
)


def test_words_that_one_line_of_each_measure_begins_with_are_a_label():
    first, second = _measures(_read(*BRIDGES))
    assert _steps(first) == ["ทำบัญชีสะพาน", "เดินตรวจ"]
    assert (first["units"], second["units"]) == (["กองช่าง", "สำนักปลัด"], "กองคลัง")


def test_the_word_that_all_titles_begin_with_leads_to_them():
    made = _read(*BRIDGES)
    assert [each["title"] for each in _measures(made)] == ["ตรวจสะพานไม้ทุกแห่ง", "ซ่อมท่าเรือ"]
    assert made.report.paragraphs.lost == 0


def test_words_that_values_share_are_no_part_of_the_label():
    first, second = _measures(_read(*BRIDGES))
    assert (first["timeframe"], second["timeframe"]) == ("ต.ค. 67 - มี.ค. 68", "ต.ค. 67 - ก.ย. 68")


def test_a_word_behind_every_label_belongs_to_them():
    made = _read(
        *("มาตรการที่ 1 ขุดลอกคลอง", "วัตถุประสงค์ คือ ให้น้ำไหลสะดวก", "ขั้นตอน คือ", "1. วัดระดับ"),
        *("2. ขุด", "ผู้รับผิดชอบ คือ กองช่าง", "ระยะเวลา คือ ม.ค. 68 - มี.ค. 68"),
        *("มาตรการที่ 2 ตัดต้นไม้ริมทาง", "วัตถุประสงค์ คือ ให้เห็นป้ายชัด", "ขั้นตอน คือ", "1. สำรวจ"),
        *("2. ตัดแต่ง", "ผู้รับผิดชอบ คือ งานสวน", "ระยะเวลา คือ ก.พ. 68 - เม.ย. 68"),
    )
    first, second = _measures(made)
    assert (first["objective"], second["units"]) == ("ให้น้ำไหลสะดวก", "งานสวน")
    assert _steps(first) == ["วัดระดับ", "ขุด"]
    assert second["timeframe"] == "ก.พ. 68 - เม.ย. 68"


def test_a_bullet_of_the_labels_before_begins_a_label_and_one_of_a_list_does_not():
    made = _read(
        *("มาตรการที่ 1 ขุดลอกคลอง", "• ขั้นตอน:", "- วัดระดับ", "- แจ้ง ชุมชน", "• เวลา: ม.ค. 68"),
        *("• คนติดตามงาน: รองนายกตรวจทุกเดือน", "มาตรการที่ 2 ตัดต้นไม้ริมทาง", "• ขั้นตอน:"),
        *("- สำรวจ", "- แจ้ง เจ้าของ", "• เวลา: ก.พ. 68", "• คนติดตามงาน: ปลัดตรวจทุกสัปดาห์"),
    )
    first, second = _measures(made)
    assert _steps(first) == ["วัดระดับ", "แจ้ง ชุมชน"]
    assert second["timeframe"] == "ก.พ. 68"
    kept = [second.get("monitoring"), made.rest]
    assert any(text and "ปลัดตรวจทุกสัปดาห์" in text for text in kept)


def test_free_lines_below_the_last_label_of_numbered_sections_belong_to_it():
    made = _read(
        *("ประเด็นที่ 1 ขุดลอกคลอง", "1.ก จุดยืน เพื่อให้น้ำไหล", "1.ข เวลาทำงาน ม.ค. 2568"),
        *("1.ค กองที่ทำ กองช่าง", "ประเด็นที่ 2 ตัดต้นไม้ริมทาง", "2.ก จุดยืน เพื่อให้เห็นป้าย"),
        *("2.ข เวลาทำงาน ก.พ. 2568", "2.ค กองที่ทำ", "งานสวน", "กองคลัง"),
    )
    _, second = _measures(made)
    assert second["units"] == ["งานสวน", "กองคลัง"]


def told(*parts: str):
    """Three measures in lines, each with these parts; `{unit}` is a value of its own."""
    values = (("กองคลัง", "ต.ค. 67"), ("กองช่าง", "พ.ย. 67"), ("งานพัสดุ", "ธ.ค. 67"))
    texts: list[str] = []
    for at, (unit, month) in enumerate(values, 1):
        texts.append(f"มาตรการที่ {at} เรื่องสุจริตข้อที่ {'กขค'[at - 1]}")
        texts += [part.format(unit=unit, month=month) for part in parts]
    return _measures(_read(*texts))


def test_a_label_of_two_words_is_not_cut():
    found = told(
        "ก. กอง/คณะทำงาน ที่รับผิดชอบ {unit}",
        "ข. ระยะเวลา ทำงาน/เดือน {month}",
        "ค. วิธีทำ (เขียนเป็นข้อ ๆ)",
        "1. สำรวจ{unit}",
        "2. ลงมือเดือน{month}",
    )
    assert [each["units"] for each in found] == ["กองคลัง", "กองช่าง", "งานพัสดุ"]
    assert [each["timeframe"] for each in found] == ["ต.ค. 67", "พ.ย. 67", "ธ.ค. 67"]
    assert [len(each["steps"]) for each in found] == [2, 2, 2]


def test_a_value_that_all_measures_share_stays_a_value():
    found = told("ก. ผู้รับผิดชอบ กองคลัง", "ข. งบประมาณ ไม่ใช้งบประมาณ", "ค. ระยะเวลา {month}")
    assert [each["units"] for each in found] == ["กองคลัง"] * 3
    assert [each["budget"] for each in found] == [{"note": "ไม่ใช้งบประมาณ"}] * 3


def test_brackets_behind_a_label_of_a_list_are_no_entry():
    (found,) = _measures(
        _read(
            *("มาตรการที่ 1 ตู้รับเรื่อง", "ขั้นตอน (ทำตามลำดับ)", "- ตั้งตู้", "- เปิดตู้"),
            "ผู้รับผิดชอบ: กองคลัง",
        )
    )
    assert _steps(found) == ["ตั้งตู้", "เปิดตู้"]


WELLS = (
    *("กิจกรรมที่ 1 : ล้างบ่อน้ำกลางตลาด", "• ผู้รับผิดชอบ : กองช่าง", "• งานปลีกย่อย :"),
    *("1) สูบน้ำออก", "2) ขัดผนังบ่อ", "• ระยะเวลา : ม.ค. 68 - มี.ค. 68"),
    *("กิจกรรมที่ 2 : ทาสีรั้วสวนหย่อม", "• ผู้รับผิดชอบ : งานสวน", "• ระยะเวลา : เม.ย. 68"),
)


def test_a_label_nobody_knows_that_one_measure_alone_has_ends_the_value_above():
    made = _read(*WELLS)
    first, second = _measures(made)
    assert (first["units"], second["units"]) == ("กองช่าง", "งานสวน")
    assert first["timeframe"] == "ม.ค. 68 - มี.ค. 68"
    assert _told(made, "งานปลีกย่อย") or _steps(first) == ["สูบน้ำออก", "ขัดผนังบ่อ"]


@pytest.mark.parametrize("strange", ["ความพิสดาร", "เจตนาของมาตรการ"])
def test_bullets_of_labels_that_are_no_names_begin_labels_too(strange):
    made = _read(
        *("กิจกรรมที่ 1 : ล้างบ่อน้ำกลางตลาด", f"• {strange} : ให้น้ำใสทุกฤดู", "• งานปลีกย่อย :"),
        *("1) สูบน้ำออก", "2) ขัดผนังบ่อ", "• ผู้รับผิดชอบ : กองช่าง", "• ระยะเวลา : ม.ค. 68"),
        *("กิจกรรมที่ 2 : ทาสีรั้วสวนหย่อม", f"• {strange} : ให้สวนน่านั่งขึ้น", "• งานปลีกย่อย :"),
        *("1) ขูดสีเก่า", "2) ทารองพื้น", "• ผู้รับผิดชอบ : งานสวน", "• ระยะเวลา : เม.ย. 68"),
    )
    first, second = _measures(made)
    assert "สูบน้ำออก" not in str(first.get("objective", ""))
    assert (_steps(first), _steps(second)) == (["สูบน้ำออก", "ขัดผนังบ่อ"], ["ขูดสีเก่า", "ทารองพื้น"])


def test_numbered_labels_nobody_knows_go_on_with_the_numbers_of_those_before():
    made = _read(
        *("มาตรการที่ 1 ล้างบ่อน้ำกลางตลาด", "1. ผู้รับผิดชอบ : กองช่าง", "2. ระยะเวลา : ม.ค. 68"),
        *("3. ของที่พิสดาร :", "ปั๊มน้ำสองตัว", "4. วัตถุประสงค์ : ให้น้ำใสทุกฤดู"),
        *("มาตรการที่ 2 ทาสีรั้วสวนหย่อม", "1. ผู้รับผิดชอบ : งานสวน", "2. ระยะเวลา : เม.ย. 68"),
    )
    first, _ = _measures(made)
    assert (first["timeframe"], first["objective"]) == ("ม.ค. 68", "ให้น้ำใสทุกฤดู")
    assert _told(made, "ของที่พิสดาร")
    assert "ปั๊มน้ำสองตัว" in made.rest


def test_a_colon_within_a_list_begins_no_label():
    made = _read(
        *("มาตรการที่ 1 ล้างบ่อน้ำกลางตลาด", "ขั้นตอน", "- สูบน้ำ : กลางคืน", "- ขัดผนังบ่อ : สองรอบ"),
        *("ผู้รับผิดชอบ : กองช่าง", "ระยะเวลา : ม.ค. 68"),
    )
    (first,) = _measures(made)
    assert _steps(first) == ["สูบน้ำ : กลางคืน", "ขัดผนังบ่อ : สองรอบ"]


def test_below_headings_alike_a_label_of_one_alone_is_no_value_of_the_one_above():
    made = _read(
        *("เรื่องที่ 1 ล้างบ่อน้ำกลางตลาด", "เพื่อสิ่งใด : ให้น้ำใส", "ผู้ลงแรง : กองช่าง", "ยามใด : ม.ค. 68"),
        *("ของพิสดาร : ปั๊มน้ำสองตัว", "เรื่องที่ 2 ทาสีรั้วสวนหย่อม", "เพื่อสิ่งใด : ให้สวนน่านั่ง"),
        *("ผู้ลงแรง : งานสวน", "ยามใด : เม.ย. 68"),
    )
    first, second = _measures(made)
    assert "ปั๊มน้ำ" not in str(first)
    assert _told(made, "ของพิสดาร")
    assert second["title"] == "ทาสีรั้วสวนหย่อม"


def _told(made, words):
    return any(words in doubt.text for doubt in made.report.doubts)


def test_a_numbered_title_without_the_word_between_titles_with_it_is_a_measure_too():
    made = _read(
        *(
            *("1. โครงการขุดบ่อขยะ", "- วัตถุประสงค์ : ให้เมืองสะอาด", "- ขั้นตอน :", "(1) สำรวจ", "(2) ขุด"),
            *("2. ปลูกต้นไม้ริมคลอง", "- วัตถุประสงค์ : ให้ร่มรื่น", "- ขั้นตอน :", "(1) เพาะกล้า", "(2) ปลูก"),
            *("3. กิจกรรมล้างตลาด", "- วัตถุประสงค์ : ให้ตลาดสะอาด", "- ขั้นตอน :", "(1) นัดวัน"),
            *("4. ทาสีสะพาน", "- วัตถุประสงค์ : ให้สะพานทนทาน", "- ขั้นตอน :", "(1) ขัดสนิม"),
        )
    )
    found = _measures(made)
    assert [each["objective"] for each in found] == [
        "ให้เมืองสะอาด",
        "ให้ร่มรื่น",
        "ให้ตลาดสะอาด",
        "ให้สะพานทนทาน",
    ]
    assert [found[1]["title"], found[3]["title"]] == ["ปลูกต้นไม้ริมคลอง", "ทาสีสะพาน"]
    told = [each.text for each in made.report.doubts]
    assert any("“ปลูกต้นไม้ริมคลอง” อ่านเป็นมาตรการ" in text for text in told)


@pytest.mark.parametrize("sign", [":", " :", ""])
def test_a_long_name_is_a_label_with_a_colon_and_without(sign):
    long = f"แนวทางการกำกับติดตามให้นำไปสู่การปฏิบัติและการรายงานผล{sign}"
    made = _read(
        *(
            *("มาตรการที่ 1 เรื่อง ขุดบ่อขยะ", "วัตถุประสงค์: ให้เมืองสะอาด", "ขั้นตอน:", "1) สำรวจ"),
            *(f"{long} ปลัดตรวจทุกวันศุกร์", "มาตรการที่ 2 เรื่อง ทาสีสะพาน"),
            *("วัตถุประสงค์: ให้ทนทาน", "ขั้นตอน:", "1) ขัดสนิม", f"{long} ช่างรายงานเป็นหนังสือ"),
        )
    )
    watched = [each["monitoring"] for each in _measures(made)]
    assert watched == ["ปลัดตรวจทุกวันศุกร์", "ช่างรายงานเป็นหนังสือ"]
