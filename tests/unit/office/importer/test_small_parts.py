"""Codes, units, times, signers and stretches of text."""

from __future__ import annotations

import pytest

from ita_site.facts.editions.load import edition_for
from ita_site.office.importer.document.spans import Source, Span
from ita_site.office.importer.document.values import to_plain
from ita_site.office.importer.facts.measure_cells import (
    read_monitoring,
    read_schedule,
    read_timeframes,
    read_units,
)
from ita_site.office.importer.facts.rows_alone import unit_of_row
from ita_site.office.importer.formats.pasted import read_pasted
from ita_site.office.importer.tables.form_pairs import without_number
from ita_site.office.importer.words.groups import Guess, find_indicator, find_instrument, find_topic
from ita_site.office.importer.words.questions import find_codes, read_code, split_questions
from ita_site.office.importer.words.signers import find_plain_signatures, find_signers
from ita_site.office.importer.words.ticks import guess_status

EDITION = edition_for(2567)


def words(text: str, at: int = 0) -> Span:
    return Span.whole(Source(at, text, f"บรรทัด {at + 1}"))


@pytest.mark.parametrize(
    ("printed", "within", "code", "sure"),
    [
        ("e๑", None, "e1", True),
        ("E 12", None, "E12", True),
        ("ข้อ i24", None, "i24", True),
        ("O๐๒", None, "O2", True),
        ("๑๒๐", None, "i20", True),
        ("๑๔", Guess("indicator", "3", sure=True), "i14", True),
        ("๑๔", Guess("indicator", "1", sure=True), "i4", True),
        ("18", Guess("topic", "budget_procurement", sure=True), "i8", False),
        ("21", Guess("topic", "state_property", sure=True), "i21", False),
    ],
)
def test_codes(printed: str, within: Guess | None, code: str, *, sure: bool):
    reading = read_code(printed, EDITION, 2566, "", within)
    assert (reading.code, reading.sure) == (code, sure)


def test_a_code_whose_question_says_something_else_is_another():
    text = "มีการเรียกรับเงินเพื่อแลกกับงานหรือไม่"
    assert read_code("14", EDITION, 2566, text).code == "i4"


def test_questions_of_one_cell():
    found = split_questions([words("21 ยืมถูกไหม และ ข้อ i24 ตรวจไหม E9 ตอบชัดไหม")])[0]
    assert [(str(each.code), str(each.words)) for each in found] == [
        ("21", "ยืมถูกไหม"),
        ("ข้อ i24", "ตรวจไหม"),
        ("E9", "ตอบชัดไหม"),
    ]
    assert split_questions([words("๑. ทำทะเบียน")])[0] == ()


def test_codes_in_prose():
    found = find_codes(words("พบว่า ข้อคำถาม ๒๑ และ i๒๔, e3 มีค่าคะแนนน้อยกว่า ๘๕"))
    assert [str(code) for code in found] == ["๒๑", "i๒๔", "e3"]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("กองคลัง", ["กองคลัง"]),
        (
            "สำนักปลัด/กองคลัง",
            [
                {"name": "สำนักปลัด", "as_printed": "สำนักปลัด/กองคลัง"},
                {"name": "กองคลัง", "as_printed": "สำนักปลัด/กองคลัง"},
            ],
        ),
        (
            "วัดป่าสน / กองช่าง",
            [
                {"name": "วัดป่าสน", "as_printed": "วัดป่าสน / กองช่าง"},
                {"name": "กองช่าง", "as_printed": "วัดป่าสน / กองช่าง"},
            ],
        ),
        ("ทุกสำนัก/กอง", [{"name": "ทุกสำนัก/กอง", "role": "all"}]),
        ("สำนัก ปลัดเทศบาล", [{"name": "สำนักปลัดเทศบาล", "as_printed": "สำนัก ปลัดเทศบาล"}]),
        ("ศูนย์รับเรื่องร้องทุกข์", ["ศูนย์รับเรื่องร้องทุกข์"]),  # of all, ทุก is no part
        ("ฝ่ายแผน กองช่าง", ["ฝ่ายแผน กองช่าง"]),
        ("คณะทำงาน ITA", ["คณะทำงาน ITA"]),
        ("กองประปา/", [{"name": "กองประปา", "as_printed": "กองประปา/"}]),
        ("กองประปา และ", [{"name": "กองประปา", "as_printed": "กองประปา และ"}]),
        ("และกองประปา", [{"name": "กองประปา", "as_printed": "และกองประปา"}]),
    ],
)
def test_units(text: str, units: list[object]):
    assert to_plain(read_units([words(text)]).units) == units


def test_a_timeframe_broken_over_lines_is_one():
    found = read_timeframes(words("ต.ค. ๖๗ -\nก.ย. ๖๘").lines(), 2568)
    assert [str(frame) for frame in found.timeframes] == ["ต.ค. ๖๗ - ก.ย. ๖๘"]
    assert found.unread == []


def test_timeframes_line_by_line():
    found = read_timeframes(words("ก.ย. ๖๕\nต.ค. ๖๕\nเมื่อว่าง").lines(), 2566)
    assert [str(frame) for frame in found.timeframes] == ["ก.ย. ๖๕", "ต.ค. ๖๕", "เมื่อว่าง"]
    assert [str(frame) for frame in found.outside] == ["ก.ย. ๖๕"]
    assert [str(frame) for frame in found.unread] == ["เมื่อว่าง"]


def test_a_schedule_has_monitoring_rounds_and_times():
    found = read_schedule(
        words("รายงานตามมาตรการ - รอบ ๖ เดือน - รอบ ๑๒ เดือน\nทุกไตรมาส").lines(), 2567
    )
    assert [str(line) for line in found.monitoring] == ["รายงานตามมาตรการ"]
    assert found.rounds == ["6", "12"]
    assert [str(frame) for frame in found.timeframes] == ["ทุกไตรมาส"]


@pytest.mark.parametrize(
    "text",
    [
        "รายงานรอบ ๖ เดือน และ ๑๒ เดือน",
        "เสนอสภาทราบ รอบ 6 เดือน และรอบ 12 เดือน",
        "ตรวจครบ, รอบ 6 เดือน, 12 เดือน",
    ],
)
def test_rounds_that_end_a_sentence_stay_there_too(text):
    found = read_monitoring(words(text).lines())
    assert [str(line) for line in found.monitoring] == [text]
    assert found.rounds == ["6", "12"]


def test_rounds_within_a_sentence_stay_there():
    text = "สรุปรอบ ๖ เดือน และ ๑๒ เดือน เสนอนายกเพื่อทราบ"
    found = read_monitoring(words(text).lines())
    assert [str(line) for line in found.monitoring] == [text]
    assert found.rounds == ["6", "12"]


def test_what_is_no_round_of_a_report_stays_in_its_sentence():
    text = "คณะทำงานเสนอปลัดเทศบาล รอบ ๒ เดือน"
    found = read_monitoring(words(text).lines())
    assert [str(line) for line in found.monitoring] == [text]
    assert found.rounds == []


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["(นางสาวสมมติ นามสมมติ)", "ปลัดเทศบาล"], ["นางสาวสมมติ นามสมมติ"]),
        (["( สมมติ  นามสมมติ )", "ผู้อำนวยการกองคลัง"], ["สมมติ  นามสมมติ"]),
        (["ลงชื่อ......สมมติ นามสมมติ"], ["สมมติ นามสมมติ"]),
        (["รองปลัดเทศบาล (นายสมมติ นามสมมติ)"], ["นายสมมติ นามสมมติ"]),
        (["นายสมมติ นามสมมติ"], ["นายสมมติ นามสมมติ"]),
        (["(สมมุติ ตัวอย่าง) ผู้อำนวยการกองช่าง"], ["สมมุติ ตัวอย่าง"]),
        (["รักษาราชการแทนปลัด (สมมุติ ตัวอย่าง)"], ["สมมุติ ตัวอย่าง"]),
        (
            ["(สมมติ นามสมมติ)", "(สมมุติ ตัวอย่าง)", "ปลัดเทศบาล", "นายกเทศมนตรี"],
            ["สมมติ นามสมมติ", "สมมุติ ตัวอย่าง"],
        ),
        (["(รอบ ๑๒ เดือน)", "ปลัดเทศบาล"], []),
        (["หัวหน้าสำนักปลัด (งานธุรการ งานนิติการ)"], []),
        (["(พ.ศ. ๒๕๖๑ - ๒๕๘๐)", "นายกเทศมนตรีมอบนโยบาย"], []),
        (["มาตรการ (ตามแผน)", "เสนอนายกเทศมนตรี"], []),
    ],
)
def test_signers(lines: list[str], names: list[str]):
    listed = [words(text, at) for at, text in enumerate(lines)]
    assert [found.own for found in find_signers(listed)] == names


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["ขอบคุณครับ", "สมมุติ ตัวอย่าง", "นักวิชาการพัสดุ กองคลัง"], ["สมมุติ ตัวอย่าง"]),
        (["สมมุติ ตัวอย่าง", "ปลัด อบต.", *["ข้อความเดิม"] * 3], ["สมมุติ ตัวอย่าง"]),
        (["สมมุติ ตัวอย่าง", "ปลัด อบต.", *["ข้อความเดิม"] * 9], []),
        *(
            ([thanks, "สมมุติ ตัวอย่าง", "นิติกร", *["ข้อความเดิม"] * 9], ["สมมุติ ตัวอย่าง"])
            for thanks in ("ขอบคุณครับ", "จึงเรียนมาเพื่อทราบ ขอขอบพระคุณ", "(ลงชื่อ)")
        ),
        (["ขอบคุณครับ", "กองคลัง งานพัสดุ", "นักวิชาการพัสดุ"], []),
        (["ขอบคุณครับ", "สมมุติ ตัวอย่าง", "ตารางแนบท้าย"], []),
    ],
)
def test_signatures_without_title_and_brackets(lines: list[str], names: list[str]):
    listed = [words(text, at) for at, text in enumerate(lines)]
    assert [found.own for found in find_plain_signatures(listed)] == names


PERSONS = [
    ("สค. (นายสมมติ นามสมมติ ๐๘๙-๐๐๐-๐๐๓๓)", ["สค."]),
    ("กช. โทร. 0 5000 0005 ต่อ 31", ["กช."]),
    ("กองช่าง (ผอ.กองช่าง นายสมมติ นามสมมติ โทรศัพท์ 0 5000 0005)", ["กองช่าง"]),
    ("กองช่าง นางสมมติ นามสมมติ ผู้อำนวยการกองช่าง", ["กองช่าง"]),
    ("นายสมมติ นามสมมติ (ผอ.กองช่าง)", ["กองช่าง"]),
    ("กองการศึกษา (คุณสมมติ/คุณสมมุติ ๐๘๑๐๐๐๐๐๓๓)", ["กองการศึกษา"]),
    ("นิติกร (สมมุติ ตัวอย่าง)", ["นิติกร"]),
    ("สมมุติ ตัวอย่าง (ปลัด)", ["ปลัด"]),
    ("งานวิชาการ สป. (นายสมมติ นามสมมติ)", ["งานวิชาการ สป."]),
    ("กองช่าง (นายสมมติ\nนามสมมติ)\nกองคลัง", ["กองช่าง", "กองคลัง"]),
    ("กองคลัง\n(นายเอก งานสมมติ)", ["กองคลัง"]),
    ("กองคลัง\n(นางงาม กองสมมติ)", ["กองคลัง"]),
    ("กองคลัง\n(นายสมมติ มาสมมุติ)\nงานพัสดุ", ["กองคลัง", "งานพัสดุ"]),
    ("กองคลัง\n(นางสมมติ ผู้สมมุติ)", ["กองคลัง"]),
    ("กองคลัง นายสมมติ ศูนย์สมมุติ ณ สมมติ", ["กองคลัง"]),
    ("กองคลัง นายไม้ งานสมมุติ โทร ๐๘๑๐๐๐๐๐๐๐", ["กองคลัง"]),
    ("กองคลัง (พี่สมมติ)", ["กองคลัง"]),
    ("กองคลัง (ผอ.สมมติ)", ["กองคลัง"]),
    ("สำนักปลัด (ปลัดสมมติ)", ["สำนักปลัด"]),
    ("กองการศึกษา\n(ครูสมมติ)", ["กองการศึกษา"]),
    ("กองคลัง\n(สมมติ งานสมมุติ)", ["กองคลัง"]),
    ("กองคลัง\n(สมมติ)", ["กองคลัง"]),
    ("กองช่าง (ว่าที่ ร.ต.หญิง สมมติ งานสมมุติ)", ["กองช่าง"]),
    ("กองช่าง (ส.ต.ท.สมมติ กองสมมุติ)", ["กองช่าง"]),
    ("กองช่าง (ผศ.ดร.สมมติ สมมุติ)", ["กองช่าง"]),
    ("กองช่าง : สมมติ สมมุติ", ["กองช่าง"]),
    ("กองช่าง สมมติ สมมุติ", ["กองช่าง"]),
    ("กองช่าง/สมมติ", ["กองช่าง"]),
    ("กองช่าง โดยนายสมมติ มาสมมุติ", ["กองช่าง"]),
    ("สมมติ", []),
    ("สมมติ สมมุติ", []),
    ("ผอ.สมมติ", []),
]


@pytest.mark.parametrize(("text", "units"), PERSONS)
def test_units_beside_persons_stay_and_nothing_of_the_persons_does(text: str, units: list[str]):
    cell = words(text)
    found = read_units(cell.lines())
    assert to_plain(found.units) == units
    left = [*text]
    for stretch in found.private:
        left[stretch.start : stretch.end] = " " * (stretch.end - stretch.start)
    assert [word for word in ("สมมติ", "สมมุติ", "0005", "๐๐") if word in "".join(left)] == []


def test_a_long_number_and_a_word_many_times_are_read_in_no_time():
    """Each could be divided in as many ways as there are subsets of its letters."""
    assert to_plain(read_units([words(f"{'1' * 60}x")]).units) == []
    told = f"กองคลัง ({'โทร' * 60} นายเอก งานดี ง 9z)"
    assert to_plain(read_units([words(told)]).units) == ["กองคลัง"]
    far = f"กองคลัง{' ' * 6000}สมมติ สมมุติ"
    assert to_plain(read_units([words(far)]).units) == ["กองคลัง"]


@pytest.mark.parametrize(
    "text", ["Mr. John Example", "กองคลัง (Mrs. Jane Example)", "กองคลัง\n(Jane)", "Jane Example"]
)
def test_a_foreign_name_is_no_unit(text: str):
    found = read_units(words(text).lines())
    assert not any("Jane" in str(unit) or "John" in str(unit) for unit in found.units)
    assert any("Jane" in each.text or "John" in each.text for each in found.private)


@pytest.mark.parametrize("text", ["สมมติ", "กองช่าง (สมมติ)", "กองช่าง/สมมติ", "กองช่าง สมมติ สมมุติ"])
def test_what_only_may_be_a_name_is_told(text: str):
    assert read_units(words(text).lines()).unknown


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("สำนักปลัดเทศบาล\n(งานนิติการ)", ["สำนักปลัดเทศบาล (งานนิติการ)"]),
        ("สำนักปลัด (ฝ่าย\nปกครอง)\nกองช่าง", ["สำนักปลัด (ฝ่าย ปกครอง)", "กองช่าง"]),
        ("กองช่าง\n(หลัก)", [{"name": "กองช่าง", "role": "lead", "as_printed": "กองช่าง (หลัก)"}]),
        *((text, [text]) for text in ("ปลัดเทศบาล", "ผอ.กองช่าง", "เทศกิจ", "ธุรการ", "นายช่างโยธา")),
        *((text, [text]) for text in ("โรงเรียนบ้านสมมติ", "รพ.สต.สมมติ", "ผู้ใหญ่บ้าน", "นายก อบต.")),
    ],
)
def test_brackets_of_an_office_and_posts_are_units(text: str, units: list[object]):
    assert to_plain(read_units(words(text).lines()).units) == units


@pytest.mark.parametrize("joined", [" ร่วมกับ ", " ร่วมกับ", " ประสานกับ", "และ", " / "])
def test_units_that_work_together_are_each_a_unit(joined: str):
    text = f"สำนักปลัด{joined}กองช่าง"
    units = to_plain(read_units([words(text)]).units)
    assert [unit["name"] for unit in units] == ["สำนักปลัด", "กองช่าง"]  # type: ignore[call-overload,index]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("สป. กค. และ สค.", ["สป.", "กค.", "สค."]),
        ("สป.,กวผ.", ["สป.", "กวผ."]),
        ("สป.กค.", ["สป.", "กค."]),
        ("กค.กช. และ สป.", ["กค.", "กช.", "สป."]),
        ("สป/กค", ["สป", "กค"]),
        ("สำนักปลัด, กช.", ["สำนักปลัด", "กช."]),
    ],
)
def test_units_for_short_are_each_a_unit(text: str, units: list[str]):
    expected = [{"name": name, "as_printed": text} for name in units]
    assert to_plain(read_units([words(text)]).units) == expected


@pytest.mark.parametrize(
    "text",
    [
        "งานนิติการ สป.อบต.ตัวอย่าง",
        "กองสาธารณสุขและ สวล.",
        "ผอ.กค.",
        "รพ.สต.",
        "สป.ทต.",
        "คณะทำงานคุณธรรม สป.",
    ],
)
def test_short_words_within_one_unit_are_part_of_it(text: str):
    assert to_plain(read_units([words(text)]).units) == [text]


def test_groups_by_damaged_labels():
    assert find_topic(words("(๕) กระบวนการสร้างความโปรงใสในการใชงบประมาณ"), EDITION)
    assert find_topic(words("(๒) การให้บริการและระบบ e-service"), EDITION) == Guess(
        "topic", "service_eservice", sure=True
    )
    assert find_topic(words("จัดประชุม"), EDITION) is None
    guess = find_indicator("ตัวชี้วัดที่ ๘ การเปิดเผยข้อมูล", EDITION)
    assert guess
    assert (guess.indicator.no, guess.printed_number) == (9, 8)
    assert find_instrument("(Inter Integrity : IIT)", EDITION) == "IIT"
    assert find_instrument("ทั้ง IIT และ EIT", EDITION) is None
    assert find_instrument("แบบตรวจการเปิดเผยข้อมูล สาธารณะ", EDITION) == "OIT"


def test_words_know_their_place_and_mend_what_a_page_tore():
    torn = words("เท่าเทียม", 3).followed_by(words("กัน", 7))
    assert (torn.text, torn.place) == ("เท่าเทียมกัน", "บรรทัด 4 ต่อที่ บรรทัด 8")
    assert words("ทราบ").followed_by(words("และเผยแพร่", 1)).text == "ทราบ และเผยแพร่"
    assert words("  นํ้า\u00a0ใจ ").text == "น้ำ ใจ"
    assert [str(line) for line in words("ก\n\n ข ").lines()] == ["ก", "ข"]


def test_pasted_text_has_its_tags_as_line_ends():
    paragraph, table = read_pasted('\ufeff<p>คำนำ</p>\r\n\r\nก\t<ul style="x"> - ข</p>\r\nค\r\n')[
        :2
    ]
    assert paragraph.place == "บรรทัด 1"
    assert getattr(paragraph, "text", "") == "คำนำ"
    cells = table.rows[0]  # type: ignore[union-attr]
    assert [(cell.text, cell.place) for cell in cells] == [
        ("ก", "บรรทัด 3 ช่อง 1"),
        ("- ข", "บรรทัด 3 ช่อง 2"),
    ]


def test_a_tag_is_only_a_tag_when_it_is_one():
    (paragraph,) = read_pasted("ค่า <5 และ a<b ถึง <พ> </p>")
    assert getattr(paragraph, "text", "") == "ค่า <5 และ a<b ถึง <พ>"


@pytest.mark.parametrize("torn", ["(นายเอก", "(นางสมมติ", "นายสมมติ"])
def test_a_name_torn_over_two_pages_is_no_unit(torn: str):
    cell = words(f"กองคลัง {torn}").followed_by(words("งานสมมุติ)", 1), spaced=True)
    found = read_units([cell])
    assert to_plain(found.units) == ["กองคลัง"]
    assert "งานสมมุติ)" in [str(each) for each in found.private]


@pytest.mark.parametrize(
    ("line", "units"),
    [
        ("กองช่าง (งานไฟฟ้า) กำนันทุกตำบล", ["กองช่าง (งานไฟฟ้า)", "กำนันทุกตำบล"]),
        ("สำนักปลัด (งานสวน) กองช่าง", ["สำนักปลัด (งานสวน)", "กองช่าง"]),
        ("กองช่าง (งานไฟฟ้า) ตามคำสั่ง", ["กองช่าง (งานไฟฟ้า) ตามคำสั่ง"]),
    ],
)
def test_behind_a_bracket_another_unit_may_follow(line: str, units: list[str]):
    names = [
        unit.get("name") if isinstance(unit, dict) else unit
        for unit in to_plain(read_units([words(line)]).units)
    ]
    assert names == units


@pytest.mark.parametrize("name", ["วินัย", "รพี", "เลขา", "ประสาน", "พัฒนา", "สภาพร"])
def test_a_name_that_begins_as_an_office_does_is_no_unit(name: str):
    assert read_units([words(f"{name} สมมุติ")]).units == []


FAR = " " * 20_000


@pytest.mark.parametrize(
    "read",
    [
        lambda text: without_number(Span.whole(Source(0, text, ""))).own == text,
        lambda text: unit_of_row(Span.whole(Source(0, text, ""))) is None,
        lambda text: guess_status(text) is None,
    ],
)
@pytest.mark.parametrize(
    "text", [f"กองคลัง{FAR}x", f"กองคลัง ({'1' * 20_000}", f"แผน {'1.' * 9_000}x"]
)
def test_a_cell_without_an_end_is_looked_through_once(read, text):
    assert read(text)
