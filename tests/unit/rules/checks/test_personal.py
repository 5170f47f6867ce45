"""No message, in whatever form, repeats an identity number."""

from __future__ import annotations

import json
import re

import pytest

from ita_site.facts.content.folder import read_content
from ita_site.facts.problem_formats import FORMATS
from ita_site.facts.reading.publication import read_publication
from ita_site.facts.thai.calendar import BEDate
from ita_site.facts.thai.numerals import to_arabic
from ita_site.rules.checks.run import check
from tests.unit.rules.checks.data_folders import DAY

FINGERPRINT = re.compile(r'"fingerprint": "[0-9a-f]{64}"')  # may hold any digits by chance
NUMBERS = ["1234567890121", "1-2345-67890-12-1", "๑ ๒๓๔๕ ๖๗๘๙๐ ๑๒ ๑"]
PLACES = [
    "measures: [{{id: a, title: ผู้ร้อง {}}}]",
    "measures: [{{id: a, title: เเผน {} นำ้}}]",
    "measures: [{{id: a, title: '<p>{}</p>'}}]",
    "measures: [{{id: a, title: จัดทำแผนการใช้จ่าย {} และ}}]",
    "measures: [{{id: a, title: จัดทำแผน (ของ {}}}]",
    "measures: [{{id: '{}', title: ก}}]",
    "measures: [{{id: a, title: ก, indicator: '{}'}}]",
    "measures: [{{id: a, title: ก, timeframe: '{}'}}]",
    "measures: [{{id: a, title: ก, '{}': ก}}]",
    "measures: [{{id: a, title: ก}}] # {}",
    "measures:\n  - id: a\n    title: ก: {}\n",
    "measures:\n  - id: a\n    title: ก #{}\n",
    "measures:\n  - id: a\n    title:{}\n",
    "measures:\n  - id: a\n  title: {}\n",
    'measures:\n  - id: a\n    title: "{}\n',
    "measures:\n  - id: a\n    units: กอง{}\n",
]


def checked(folder, content=None):
    """What is told of errors and personal data; measures here lack what else belongs to one."""
    beside = read_content(content) if content else None
    problems = check(read_publication(folder), BEDate(*DAY), beside)
    return tuple(one for one in problems if not "ITA340" <= one.code <= "ITA359")


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("place", PLACES)
def test_an_identity_number_stops_publishing_and_is_not_repeated(data, place, number):
    units = "name: ก\nkind: other\nunits: [กองคลัง]\n"
    folder = data({"agency.yml": units, "2566/measures.yml": place.format(number)})
    problems = checked(folder)
    assert "ITA376" in [problem.code for problem in problems]
    for form in FORMATS.values():
        for language in ("th", "en"):
            shown = to_arabic(
                FINGERPRINT.sub("", form(problems, language).replace(str(folder), ""))
            )
            assert not re.search(r"2\D{0,3}3\D{0,3}4\D{0,3}5", shown), shown


def test_a_number_in_a_value_is_told_at_its_field_and_one_in_a_remark_at_none(data):
    text = f"measures:\n  - id: a\n    title: ก {NUMBERS[0]}  # {NUMBERS[0]}\n"
    problems = checked(data({"2566/measures.yml": text}))
    assert [(one.line, one.column, one.field) for one in problems] == [
        (3, 14, "measures[0].title"),
        (3, 31, ""),
    ]


@pytest.mark.parametrize(
    ("file", "codes"),
    [
        ("agency.yml", []),
        ("channels.yml", []),
        ("2566/year.yml", ["ITA377", "ITA378"]),
        ("2566/progress.yml", ["ITA377", "ITA378", "ITA381"]),
    ],
)
def test_telephones_mail_and_names_are_told_where_they_serve_nobody(data, file, codes):
    remark = "# 081 234 5678 somchai@gmail.com นายสมชาย ตัวอย่าง\n"
    text = "name: ก\nkind: other\n" if file == "agency.yml" else ""
    problems = checked(data({file: remark + text}))
    assert [problem.code for problem in problems] == codes
    shown = json.dumps([dict(problem.details) for problem in problems], ensure_ascii=False)
    assert not re.search("234|somchai|สมชาย", shown)


def test_what_an_agency_publishes_to_be_reached_is_official_everywhere(data, tmp_path):
    channels = "channels: [{kind: phone, label: สายตรง, value: 08 1234 5678}]"
    contact = "name: ก\nkind: other\ncontact: {email: Tessaban@gmail.com}\n"
    year = "memo: {phone: 081-234-5678, unit: ส่งที่ tessaban@gmail.com}"
    content = tmp_path / "content"
    content.mkdir()
    (content / "a.md").write_text("โทร. ๐๘๑ ๒๓๔ ๕๖๗๘ tessaban@gmail.com", "utf-8")
    folder = data({"agency.yml": contact, "channels.yml": channels, "2566/year.yml": year})
    assert checked(folder, content) == ()


def test_pages_and_open_files_hold_no_identity_number(data, tmp_path):
    content = tmp_path / "content"
    content.mkdir()
    (content / "a.md").write_text(f"ก\nข {NUMBERS[1]} โทร. 0812345678", "utf-8")
    (content / "b.csv").write_text(f"{NUMBERS[0]},0812345678", "utf-8")
    (content / "c.bin").write_text(NUMBERS[0], "utf-8")
    problems = checked(data(), content)
    assert [
        (one.code, one.file[len(str(content)) :], one.line, one.column) for one in problems
    ] == [
        ("ITA376", "/a.md", 2, 3),
        ("ITA377", "/a.md", 2, 26),
        ("ITA376", "/b.csv", 1, 1),
        ("ITA376", "/c.bin", 1, 1),
    ]


@pytest.mark.parametrize(
    ("unit", "column"),
    [
        ("กองช่าง (นายเอก งานสมมติ)", 21),
        ("กองช่าง (พี่สมมติ)", 21),
        ("กองช่าง (ผอ.สมมุติ)", 24),
        ("กองช่าง (สมมุติ กองตัวอย่าง)", 21),
        ("ส.ต.ท.สมมุติ งานตัวอย่าง", 12),
        ("Miss Example", 12),
        ("ผอ.กองช่าง (งานโยธา)", 0),
        ("กองช่าง (งานโยธา กองช่าง)", 0),
    ],
)
@pytest.mark.parametrize("form", ["units: {}", "units: [{}]"])
def test_a_person_among_the_units_is_told_once_at_the_name(data, unit, column, form):
    text = f"measures:\n  - id: a\n    title: ก\n    {form.format(unit)}\n"
    found = [one for one in checked(data({"2566/measures.yml": text})) if one.code == "ITA381"]
    places = [(4, column + ("[" in form))] if column else []
    assert [(one.line, one.column) for one in found] == places
