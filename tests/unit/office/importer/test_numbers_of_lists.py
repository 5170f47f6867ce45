"""Numbers that count rows and questions: signs that are none, codes without words, many of one."""

from __future__ import annotations

import pytest

from ita_site.office.importer.document.labels import whole_number
from tests.unit.office.importer.test_blocks import imported, measures, table


@pytest.mark.parametrize(
    ("text", "number"), [("12", 12), ("๗", 7), ("③", None), ("4²", None), ("9" * 5000, None)]
)
def test_a_number_is_of_plain_digits_and_of_few(text: str, number: int | None):
    assert whole_number(text) == number


@pytest.mark.parametrize("numbers", [("①", "②"), ("1²", "2²"), ("8" * 5000, "2")])
def test_rows_are_read_whatever_counts_them(numbers: tuple[str, str]):
    first, second = numbers
    found = measures(
        table(
            ["ลำดับ", "มาตรการ", "ขั้นตอน"],
            [first, "ทาสีเส้นจราจร", "วัดระยะ"],
            [second, "ซ่อมราวสะพาน", "สั่งเหล็ก"],
        )
    )
    assert [each["title"] for each in found] == ["ทาสีเส้นจราจร", "ซ่อมราวสะพาน"]


def test_a_question_may_be_its_code_alone():
    made = imported(table(["ข้อคำถาม", "คะแนน"], ["i3", "81.20"], ["e5", "77.40"]))
    questions = made.values["2568/assessment.yml"]["questions"]
    assert questions == [{"code": "i3", "score": "81.20"}, {"code": "e5", "score": "77.40"}]


def test_one_code_may_stand_before_any_number_of_questions():
    words = [f"{letter * 12}{other * 12}" for letter in "กขคงจชซญดตถ" for other in "ทธนบปผฝพฟภ"]
    made = imported(table(["ข้อคำถาม", "คะแนน"], *([f"i1 {each}", "80.00"] for each in words)))
    assert len(made.values["2568/assessment.yml"]["questions"]) > 99
