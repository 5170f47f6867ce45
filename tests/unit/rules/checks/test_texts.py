"""Rules about texts: what they are silent about, and that an excerpt cuts no number in two."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_site.facts.problems import as_text
from ita_site.facts.reading.publication import read_publication
from ita_site.facts.thai.calendar import BEDate
from ita_site.facts.thai.numerals import to_arabic, to_thai
from ita_site.rules.checks.run import check
from ita_site.rules.checks.texts import quote
from tests.unit.rules.checks.data_folders import DAY, measure, problems, year

ROOT = Path(__file__).parents[4]
NUMBER = "1-2345-67890-12-1"


def of_texts(problems) -> list[tuple[str, str]]:
    return [(one.code, one.field) for one in problems if "ITA360" <= one.code <= "ITA389"]


def titled(data, title: str) -> list[str]:
    return [code for code, _ in of_texts(problems(data, year([measure(title=title)])))]


def reported(data, *reports: dict) -> list[tuple[str, str]]:
    ids = dict.fromkeys(report["measure"] for report in reports)
    return of_texts(problems(data, year(map(measure, ids), reports)))


@pytest.mark.parametrize("folder", ["data", "tests/agencies"])
def test_good_data_is_good_but_for_what_one_agency_copied(folder):
    texts = of_texts(check(read_publication(ROOT / folder), BEDate(*DAY)))
    assert texts == ([] if folder == "data" else [("ITA370", "measures[5].steps")])


@pytest.mark.parametrize("key", ["rating_as_printed", "name_as_printed"])
def test_what_is_kept_as_printed_stays_as_it_was_printed(data, key):
    owner = "total" if key.startswith("rating") else "instruments"
    fact = {"score": "90", "code": "IIT", key: "<p>เเผน นำ้</p>"}
    fact = {name: text for name, text in fact.items() if owner != "total" or name != "code"}
    text = json.dumps({owner: fact if owner == "total" else [fact]}, ensure_ascii=False)
    assert of_texts(problems(data, {"2566/assessment.yml": text})) == []


def test_a_link_is_no_text(data):
    link = "https://tessaban.example/?a=1&amp;b=นำ้(2"
    evidence = [{"title": "รายงาน", "url": link}]
    assert reported(data, {"measure": "a", "summary": "ประชุม 2 ครั้ง", "evidence": evidence}) == []


def test_damage_is_told_in_a_file_that_is_otherwise_wrong(data):
    files = {"2566/measures.yml": "measures: [{id: a, title: เเผน, colour: red}]"}
    assert {problem.code for problem in problems(data, files)} >= {"ITA202", "ITA360"}


@pytest.mark.parametrize(
    "title",
    [
        "จัดทำคู่มือให้เจ้าหน้าที่ทราบหน้าที่",
        "ตรวจสอบการยืมและการคืนทรัพย์สินทุกอย่าง",
        "มอบหมายให้หัวหน้างานเป็นผู้กำกับ",
        "ดูแลครุภัณฑ์และวัสดุสิ่งของ",
        "ปรับปรุงการตรวจสอบภายใน",
        "เปิดช่องทางร้องเรียน 2 ที่",
        "ซ่อมถนนสายบ้านนาใน",
        "อบรมกฎหมาย ระเบียบ ฯลฯ",
        "แจ้งเวียนให้ทราบ: 1) กองคลัง 2) กองช่าง",
        'ติดป้ายขนาด 24" ทุกจุด',
        "“สุจริต” ทั้ง (องค์กร)",
        "สั้นและ",
    ],
)
def test_whole_sentences_are_whole(data, title):
    assert titled(data, title) == []


@pytest.mark.parametrize(
    "last",
    [
        "และ",
        "หรือ",
        "ที่",
        "ซึ่ง",
        "โดย",
        "เพื่อ",
        "อย่าง",
        "ของ",
        "ใน",
        "แก่",
        "กับ",
        "จาก",
        " ณ",
        ",",
        " -",
    ],
)
def test_a_sentence_that_leads_on_is_cut(data, last):
    assert titled(data, f"จัดทำแผนการใช้จ่ายงบประมาณของบุคลากร{last}") == ["ITA365"]


@pytest.mark.parametrize("text", ["(ก", "[ก", "“ก", '"ก ข', "{ก) ข"])
def test_what_is_opened_is_closed(data, text):
    assert titled(data, f"ประกาศเจตนารมณ์ {text}") == ["ITA366"]


@pytest.mark.parametrize(
    "title",
    [
        "โทร (042) 123456",
        "โทร. 042-123456",
        "งบ 042,000 บาท",
        "ข้อ 0422",
        "ข้อ 42",
        "ห้อง 042",
        "ข้อ 042/2566",
    ],
)
def test_telephones_sums_and_rooms_are_no_codes(data, title):
    assert titled(data, title) == []


@pytest.mark.parametrize("title", ["ตามข้อ 042", "ผล (๐๔๓) ปี 2566", "OIT 042", "ตัวชี้วัด ๐๔๒ และ 043"])
def test_a_zero_for_the_letter_o_is_told(data, title):
    assert set(titled(data, title)) == {"ITA364"}


@pytest.mark.parametrize(
    "text",
    [
        "ดำเนินการแล้ว",
        "แล้วเสร็จ",
        "ดำเนินการเรียบร้อยแล้ว",
        "ได้ดำเนินการเป็นที่เรียบร้อยแล้ว",
        "ดำเนินการครบถ้วนตามแผนที่กำหนดไว้",
        "ดำเนินการแล้วเสร็จ 100 %",
        "ทำแล้ว",
        "ดำเนินการอย่างต่อเนื่อง",
        "Done.",
    ],
)
def test_only_done_says_nothing(data, text):
    report = {"measure": "a", "status": "done", "summary": text}
    assert reported(data, report) == [("ITA371", "progress[0].summary[0]")]
    assert reported(data, report | {"outcomes": "ประชาชนรอน้อยลง 5 นาที"}) == []


@pytest.mark.parametrize(
    "text", ["จัดทำแผนแล้ว", "ประชุมแล้วเสร็จ", "ดำเนินการอบรมแล้ว", "ติดป้ายครบ 6 จุด", "ดำเนินการแล้ว 2 ครั้ง"]
)
def test_whatever_tells_what_was_done_is_enough(data, text):
    assert reported(data, {"measure": "a", "status": "done", "summary": text}) == []


@pytest.mark.parametrize(
    "text", ["-", "–", "...", "…", "N/A", "xxx", "รอข้อมูล", "ระบุ", "ทดสอบ", "Lorem ipsum dolor"]
)
def test_what_only_holds_the_place_is_told(data, text):
    report = {"measure": "a", "summary": "ประชุม 2 ครั้ง", "obstacles": text}
    assert reported(data, report) == [("ITA372", "progress[0].obstacles")]


@pytest.mark.parametrize(
    "text", ["ไม่มี", "ไม่พบปัญหา", "ฯลฯ", "รออะไหล่...", "ทดสอบระบบ 2 ครั้ง", "ให้ระบุชื่อได้"]
)
def test_no_obstacles_are_an_answer(data, text):
    assert reported(data, {"measure": "a", "summary": "ประชุม 2 ครั้ง", "obstacles": text}) == []


LONG = "จัดประชุมชี้แจงการใช้จ่ายงบประมาณให้บุคลากรทุกกองทราบ และติดประกาศที่บอร์ดทุกกอง"


def test_a_short_result_may_be_that_of_two_measures(data):
    reports = [{"measure": name, "summary": "ไม่มีเรื่องร้องเรียน"} for name in "ab"]
    assert reported(data, *reports) == []


def test_a_long_result_is_of_one_measure_however_its_lines_are_broken(data):
    broken = LONG.replace(" ", "\n")
    reports = [{"measure": "a", "summary": [LONG]}, {"measure": "b", "outcomes": ["ดี", broken]}]
    assert reported(data, *reports) == [("ITA367", "progress[1].outcomes[1]")]


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [("in_progress", "done", ["ITA368"]), ("done", "done", []), (None, None, ["ITA368"])],
)
def test_a_round_tells_what_is_new_unless_all_was_done(data, first, second, codes):
    rounds = [
        {"measure": "a", "round": number, "summary": LONG} | ({"status": status} if status else {})
        for number, status in (("6", first), ("12", second))
    ]
    assert [code for code, _ in reported(data, *rounds)] == codes


def test_a_year_is_held_against_the_newest_before_it_only(data):
    report = json.dumps({"progress": [{"measure": "a", "summary": LONG}]}, ensure_ascii=False)
    files = {"measures.yml": "measures: [{id: a, title: ก}]", "progress.yml": report}
    years = {f"{year}/{name}": text for year in (2564, 2565) for name, text in files.items()}
    assert of_texts(problems(data, years)) == [("ITA369", "progress[0].summary")]
    years |= {"2566/year.yml": "", **{f"2567/{name}": text for name, text in files.items()}}
    assert len(of_texts(problems(data, years))) == 1


def test_one_step_may_be_that_of_several_measures(data):
    steps = ["รายงานผลต่อปลัดเทศบาลทุกเดือน และเผยแพร่บนเว็บไซต์ของเทศบาลทุกไตรมาส"]
    measures = [measure("a", steps=steps), measure("b", steps=[*steps, "ประชุมชี้แจง"])]
    assert of_texts(problems(data, year(measures))) == []


@given(st.text(max_size=70), st.integers(0, 40), st.booleans())
def test_an_excerpt_holds_a_number_whole_or_not_at_all(filler, distance, thai):
    number = to_thai(NUMBER) if thai else NUMBER
    text = f"{filler}ก {number} {'ก' * distance}X"
    (found,) = re.finditer("X$", text)
    digits = re.sub(r"\D", "", to_arabic(quote(found)))
    assert "1234567890121" in digits or not set(digits) - set(re.sub(r"\D", "", to_arabic(filler)))


def test_who_shares_all_steps_is_told_how_to_make_one_measure_of_two(data):
    steps = [f"ขั้นที่ {at} ตรวจบัญชีวัสดุคงเหลือของทุกห้องทำงานแล้วรายงานปลัด" for at in range(3)]
    shared = [measure(name, title=f"ชื่อ {name}", steps=steps) for name in ("store", "stock")]
    (told,) = [one for one in problems(data, year(shared)) if one.code == "ITA370"]
    said = as_text([told])
    for words in ("ใต้ title ของ “store”", "measure: stock", "measure: store", "ลบมาตรการ “stock”"):
        assert words in said
