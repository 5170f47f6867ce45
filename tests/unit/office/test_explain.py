"""What an officer is told of a problem or a field."""

from __future__ import annotations

import re

import pytest

from ita_site.facts.model.edition import Sight
from ita_site.facts.problems import all_kinds
from ita_site.facts.schemas.fields import all_fields
from ita_site.office.explain import SHOWN_BY, WORDS, UnknownWordError, explain
from tests.folded import folded

NAMES = {entry.name for entry in all_fields()}


def test_a_problem_is_explained_with_an_example():
    assert explain("ita206").split("\n") == [
        "ITA206 (ต้องแก้) ไม่มีวันที่ “…” หรืออ่านวันที่ไม่ได้",
        "วิธีแก้: เขียนแบบ 31 มี.ค. 2566 หรือ 2566-03-31 (ปี พ.ศ.)",
        "เหตุผล: วันที่ผิดทำให้สถานะและกำหนดการผิดตาม",
        "ผิด:",
        "  updated_on: 31 เม.ย. 2566",
        "ถูก:",
        "  updated_on: 30 เม.ย. 2566",
    ]


@pytest.mark.parametrize("language", ["th", "en"])
@folded(all_kinds())
def test_every_problem_can_be_explained(code, language):
    output, kind = explain(code, language), all_kinds()[code]
    assert output.startswith(f"{code} ({WORDS[language][kind.level]})")
    examples = {line.strip() for text in (kind.wrong, kind.right) for line in text.split("\n")}
    words = [line for line in output.split("\n") if line.strip() not in examples]
    assert not re.search(r"\{\w+\}", "\n".join(words))


@pytest.mark.parametrize(
    "word", ["measures.steps", "measures[2].steps", "measures.yml: measures.steps"]
)
def test_a_field_is_found_by_its_path_as_a_message_prints_it(word):
    output = explain(word)
    assert output.startswith("measures.steps: ขั้นตอนหรือวิธีการปฏิบัติ\nไฟล์: 2566/measures.yml")
    assert "  steps:\n    - text: ประชุมชี้แจง" in output


@pytest.mark.parametrize(
    "word",
    [
        "progress.status",
        "status",
        "สถานะ",
        "กำลังดำเนินการ",
        "in_progress",
        "เสร็จ",
        "อยู่ระหว่างดำเนินการ",
    ],
)
def test_a_field_is_found_by_its_name_its_words_and_its_choices(word):
    assert "ค่าที่ใช้ได้: done (แล้วเสร็จ), in_progress (กำลังดำเนินการ)" in explain(word)


def test_who_asks_for_it_is_told_with_how_sure_that_is():
    asked = explain("measures.monitoring").split("เกณฑ์ที่ถามถึง:\n")[1]
    assert "2566 O42" in asked
    assert "(แน่นอน; " in asked
    assert "2569 O25" in asked
    assert "(ยังไม่ยืนยัน; " in asked


def test_of_many_fields_only_a_list_is_told():
    output = explain("note").split("\n")
    assert "eit.note (year.yml): หมายเหตุถึงประชาชน" in output
    assert "ita-site explain " in output[-1]


def test_a_file_is_told_by_its_fields():
    assert "result_year (year.yml): ปีของผลการประเมินที่นำมาวิเคราะห์" in explain("data/2566/year.yml")


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("stepps", "steps"),
        ("measures.untis", "measures.units"),
        ("สถานนะ", "สถานะ"),
        ("แล้วเสรจ", "แล้วเสร็จ"),
    ],
)
def test_a_word_not_known_gets_the_nearest(word, near):
    with pytest.raises(UnknownWordError, match=f"หมายถึง “{near}"):
        explain(word)


def test_a_word_like_nothing_is_told_what_can_be_asked():
    with pytest.raises(UnknownWordError, match="ITA203"):
        explain("xyzzy")


@pytest.mark.parametrize("language", ["th", "en"])
@folded(sorted(NAMES))
def test_every_field_can_be_explained(name, language):
    assert name in explain(name, language)


def test_every_sight_is_made_by_a_field_that_there_is():
    assert set(SHOWN_BY) <= NAMES
    assert {sight for sights in SHOWN_BY.values() for sight in sights} == set(Sight)


def test_english_tells_the_same():
    assert WORDS["en"].keys() == WORDS["th"].keys()
    assert "mend: write 31" in explain("ITA206", "en")
