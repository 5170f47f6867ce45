"""The kinds of value: what is understood, and with which code the rest is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from ita_site.facts.model import fields
from ita_site.facts.model.agency import AgencyKind
from ita_site.facts.model.assessment import ConflictReason
from ita_site.facts.model.channels import ChannelKind
from ita_site.facts.model.grouping import GroupKind
from ita_site.facts.model.labelled import suggestion
from ita_site.facts.model.measures import Budget, Measure, Role, Step
from ita_site.facts.model.progress import PictureTime, Report, Status
from ita_site.facts.model.year import Purpose, YearInfo
from ita_site.facts.problems import catalogue
from ita_site.facts.thai.calendar import BEDate
from ita_site.rules.figures.due import Window
from ita_site.rules.figures.status import Standing

CLOSED_SETS = (
    *(AgencyKind, ChannelKind, ConflictReason, GroupKind, Role, Purpose),
    *(PictureTime, Standing, Status, Window),
)
KINDS = {
    name: TypeAdapter(kind)
    for name, kind in vars(fields).items()
    if type(kind).__name__ == "_AnnotatedAlias" and name != "Many"
}


def refused(kind: str, value: object) -> tuple[str, dict[str, str]]:
    """The code with which a value is refused, and what fills its message."""
    with pytest.raises(ValidationError) as raised:
        KINDS[kind].validate_python(value)
    (error,) = raised.value.errors()
    return error["type"], error.get("ctx", {})


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        ("Text", "  ก ข  ", "ก ข"),
        ("Text", "ท\u0e4d\u0e32", "ทำ"),
        ("Text", "021234567", "021234567"),
        ("Year", "2566", 2566),
        ("Year", "๒๕๖๖", 2566),
        ("Year", "66", 2566),
        ("Year", "พ.ศ. ๒๕๖๖", 2566),
        ("Date", "31 มี.ค. 2566", BEDate(2566, 3, 31)),
        ("Date", "2567-02-29", BEDate(2567, 2, 29)),
        ("Date", "๒๙ กุมภาพันธ์ ๒๕๖๗", BEDate(2567, 2, 29)),
        ("Score", "100.00", Decimal("100.00")),
        ("Score", "๙๑.๘๑", Decimal("91.81")),
        ("Score", "0", Decimal(0)),
        ("Count", "๑๕", 15),
        ("Count", " 0 ", 0),
        ("Count", "15 วัน", 15),
        ("Percent", "ร้อยละ ๘๐", Decimal(80)),
        ("Percent", "62.50%", Decimal("62.50")),
        ("Percent", "100 เปอร์เซ็นต์", Decimal(100)),
        ("Baht", "๕๐,๐๐๐.-", Decimal(50000)),
        ("Baht", "งบประมาณ 1,250.50 บาท", Decimal("1250.50")),
        ("Baht", "1.5 ล้านบาท", Decimal(1500000)),
        ("Baht", "3 หมื่น", Decimal(30000)),
        ("Position", "นายกเทศมนตรี", "นายกเทศมนตรี"),
        ("Position", "รองนายก อบต. รักษาราชการแทนนายก อบต.", "รองนายก อบต. รักษาราชการแทนนายก อบต."),
        ("Position", "นายแพทย์สาธารณสุขจังหวัด", "นายแพทย์สาธารณสุขจังหวัด"),
        ("Months", "รอบ ๖ เดือน", 6),
        ("Rounds", "6, 12", (6, 12)),
        ("Rounds", "๖ และ ๑๒", (6, 12)),
        ("Months", "12", 12),
        ("Flag", "true", True),
        ("Flag", "false", False),
        ("Slug", "budget-2-b", "budget-2-b"),
        ("Code", "i14", "i14"),
        ("Code", "a_b.c-1", "a_b.c-1"),
        ("Code", " i๑๔ ", "i14"),
        ("Link", "https://tuayang.example/?a=1#b", "https://tuayang.example/?a=1#b"),
        ("Link", "mailto:report@tuayang.example", "mailto:report@tuayang.example"),
        ("Link", "tel:1205", "tel:1205"),
        ("WebLink", "http://tuayang.example", "http://tuayang.example"),
        ("WebLink", "https://ตัวอย่าง.ไทย/หน้า", "https://ตัวอย่าง.ไทย/หน้า"),
        ("WebLink", "https://tuayang.example:8443/หน้า", "https://tuayang.example:8443/หน้า"),
        ("Link", "\u200bhttps://x.y\n", "https://x.y"),
        ("FilePath", "files/2566/รายงาน 1.pdf", "files/2566/รายงาน 1.pdf"),
    ],
)
def test_what_is_understood(kind, written, value):
    found = KINDS[kind].validate_python(written)
    assert (found, str(found)) == (value, str(value))


@pytest.mark.parametrize(
    ("kind", "written", "code"),
    [
        *[("Text", {"ประกาศ": "ฉบับที่ 1"}, "ITA204"), ("Text", {"ก": None}, "ITA204")],
        *[("Year", text, "ITA207") for text in ("2022", "256", "25666", "ปีนี้", "", "-66")],
        *[
            ("Date", text, "ITA206")
            for text in ("2566-02-29", "31 เม.ย. 2566", "มี.ค. 66", "เร็ว ๆ นี้")
        ],
        *[("Score", text, "ITA208") for text in ("91.81 คะแนน", "๙๑%", "1.2.3", "NaN", "1e3", "")],
        *[("Score", text, "ITA209") for text in ("100.01", "-0.01", "9181")],
        *[("Percent", text, "ITA208") for text in ("ครึ่งหนึ่ง", "80% ของแผน", "%", "")],
        *[("Percent", text, "ITA209") for text in ("120%", "ร้อยละ 101")],
        *[("Baht", text, "ITA229") for text in ("50,000 บาทต่อครั้ง", "50,00", "-5", "1 ถึง 2", "")],
        *[
            ("Position", text, "ITA228")
            for text in (
                *("นายสมชาย ตัวอย่าง", "(นางสาวสมใจ) ปลัดเทศบาล", "ปลัดเทศบาล นางสมศรี ตัวอย่าง"),
                *("พ.ต.อ.สมหมาย ตัวอย่าง", "ว่าที่ร้อยตรีหญิง สมหมาย", "จ.ส.อ.สมศักดิ์", "ดร.สมศักดิ์"),
            )
        ],
        *[("Count", text, "ITA210") for text in ("สิบห้าวัน", "1.5", "-1", "²", "")],
        *[("Months", text, "ITA211") for text in ("0", "13", "18")],
        *[("Months", text, "ITA210") for text in ("6 เดือนหลัง", "หก")],
        *[("Flag", text, "ITA212") for text in ("ใช่", "yes", "True", "1", "")],
        *[("Slug", text, "ITA213") for text in ("มาตรการ 1", "A", "a--b", "-a", "a_b", "")],
        *[("Code", text, "ITA218") for text in ("E ๑๐", "ข้อ1", "a..b", "")],
        *[
            ("Link", text, "ITA214")
            for text in (
                *("www.nacc.go.th", "//x.y", "javascript:alert(1)", "JavaScript://x.y/%0aalert(1)"),
                *("data:text/html,x", "ftp://x.y", "vbscript:x", "https://"),
                *(
                    "https://x.y/a b",
                    "https://x.y/\nb",
                    'https://x.y/"',
                    "https://x.y/<b>",
                    "mailto:",
                    "mailto:a",
                    "tel:x",
                ),
                *("https://[::1", "https:x.y", "java\tscript:alert(1)", ""),
            )
        ],
        *[
            (kind, text, "ITA610")
            for kind in ("Link", "WebLink")
            for text in (
                "https://localhost",
                "http://10.1.2.3/a",
                "file:///D:/a.pdf",
                "\\\\srv\\ก\\a",
            )
        ],
        *[("WebLink", text, "ITA214") for text in ("mailto:a@b.c", "tel:1205", "javascript:x")],
        *[
            ("FilePath", text, "ITA215")
            for text in (
                "C:\\a.pdf",
                "/etc/passwd",
                "../a.pdf",
                "a/../../b",
                "https://x.y",
                "a?b",
                "a#b",
            )
        ],
        *[("AgencyColour", text, "ITA216") for text in ("น้ำเงิน", "#123", "16325c", "#16325g", "")],
        ("AgencyColour", "#7fb2e5", "ITA217"),
    ],
)
def test_what_is_not_understood_is_refused_with_its_code(kind, written, code):
    found, details = refused(kind, written)
    assert found == code
    wording = catalogue()[code].wordings["th"]
    assert wording.what.format_map(details)
    assert wording.mend.format_map(details)


@given(
    st.sampled_from(sorted(KINDS)),
    st.recursive(
        st.none() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=4,
    ),
)
def test_any_value_is_understood_or_refused_by_its_code_or_shape(kind, value):
    try:
        KINDS[kind].validate_python(value)
    except ValidationError as error:
        for entry in error.errors():
            known = entry["type"] in catalogue()
            assert known or not isinstance(value, str), entry


@pytest.mark.parametrize("closed", CLOSED_SETS, ids=lambda closed: closed.__name__)
def test_a_closed_set_is_read_by_code_or_thai_label_and_written_as_its_code(closed):
    adapter = TypeAdapter(closed)
    for member in closed:
        assert adapter.validate_python(member.value) is member
        assert adapter.validate_python(member.label) is member
        assert adapter.dump_python(member) == member.value
    assert len({member.label for member in closed}) == len(closed)


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("don", "done"),
        ("แล้วเสร็ด", "แล้วเสร็จ"),
        ("กำลังดำเนินงาน", "กำลังดำเนินการ"),
        ("in-progress", "in_progress"),
        ("finished", ""),
        ("Done", "done"),
    ],
)
def test_a_near_miss_in_either_language_is_guessed(written, near):
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(Status).validate_python(written)
    (error,) = raised.value.errors()
    assert error["type"] == "ITA205"
    assert error["ctx"]["suggestion"] == near
    for member in Status:
        assert f"{member.value} ({member.label})" in error["ctx"]["choices"]


@pytest.mark.parametrize("short", ["อบต", "อบต.", "ทม"])
def test_a_kind_of_agency_is_known_by_its_short_form(short):
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(AgencyKind).validate_python(short)
    kind = AgencyKind(raised.value.errors()[0]["ctx"]["suggestion"])
    assert kind.short.startswith(short)


@pytest.mark.parametrize("value", [None, ["done"], {"done": "1"}])
def test_what_is_no_word_is_no_choice_but_of_another_shape(value):
    with pytest.raises(ValidationError, match="string_type"):
        TypeAdapter(Status).validate_python(value)


@pytest.mark.parametrize(
    ("written", "choices", "near"),
    [
        ("titel", ["title", "steps"], "title"),
        ("จุดอ่อน", ["จุดแข็ง", "จุดอ่อนที่"], "จุดอ่อนที่"),
        ("x", [], ""),
        ("zzz", ["title"], ""),
    ],
)
def test_only_a_near_choice_is_suggested(written, choices, near):
    assert suggestion(written, choices) == near


def test_a_single_value_is_a_list_of_one_and_a_bare_text_its_main_field():
    short = Measure.model_validate({"id": "a", "title": "ก", "steps": "ข", "units": "กองคลัง"})
    long = Measure.model_validate(
        {"id": "a", "title": ["ก"], "steps": [{"text": "ข"}], "units": [{"name": "กองคลัง"}]}
    )
    assert short == long


@pytest.mark.parametrize(
    ("written", "budget"),
    [
        ("50,000 บาท", {"amount": "50000"}),
        ("ไม่ใช้งบประมาณ", {"note": "ไม่ใช้งบประมาณ"}),
        ({"amount": "๐", "source": "เงินรายได้"}, {"amount": "0", "source": "เงินรายได้"}),
    ],
)
def test_a_budget_written_as_a_bare_text_is_a_sum_or_in_words_none(written, budget):
    found = Measure.model_validate({"id": "a", "budget": written}).budget
    assert found == Budget.model_validate(budget)


def test_every_memo_of_a_year_is_found_in_one_place():
    old, new = {"number": "ตย 1"}, {"for": "report", "round": "รอบ 6 เดือน", "number": "ตย 2"}
    year = YearInfo.model_validate({"memo": old, "memos": [new]})
    assert [(memo.purpose, memo.round, memo.number) for memo in year.all_memos] == [
        (None, None, "ตย 1"),
        (Purpose.REPORT, 6, "ตย 2"),
    ]
    assert YearInfo().all_memos == ()


def test_times_without_a_year_belong_to_the_fiscal_year_around_them():
    step = Step.model_validate(
        {"text": "ก", "timeframe": "ต.ค. - ธ.ค."}, context={"fiscal_year": 2566}
    )
    (timeframe,) = step.timeframes
    assert (str(timeframe.start), str(timeframe.end)) == ("2565-10", "2565-12")


@pytest.mark.parametrize(
    ("fields_given", "group"),
    [
        ({"topic": "power_hr"}, ("topic", "power_hr")),
        ({"indicator": "๔"}, ("indicator", "4")),
        ({"instrument": "IIT"}, ("instrument", "IIT")),
        ({}, None),
    ],
)
def test_a_measure_belongs_to_one_group_or_none(fields_given, group):
    found = Measure.model_validate({"id": "a", **fields_given}).group
    assert (found and (found.kind.value, found.id)) == group


def test_two_groups_are_refused():
    with pytest.raises(ValidationError) as raised:
        Measure.model_validate({"id": "a", "topic": "power_hr", "instrument": "IIT"})
    (error,) = raised.value.errors()
    assert (error["type"], error["ctx"]) == ("ITA219", {"value": "topic, instrument"})


@pytest.mark.parametrize(
    ("fields_given", "empty"),
    [({}, True), ({"obstacles": "ก"}, True), ({"summary": "ก"}, False), ({"outcomes": "ก"}, False)],
)
def test_a_report_is_empty_when_it_says_neither_what_was_done_nor_what_came_of_it(
    fields_given, empty
):
    assert Report.model_validate({"measure": "a", **fields_given}).is_empty is empty


def test_facts_cannot_be_changed():
    with pytest.raises(ValidationError, match="frozen"):
        Measure.model_validate({"id": "a"}).id = "b"
