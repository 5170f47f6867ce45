"""Issues as GitHub renders the form, whatever people write into it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ita_site.facts.model.progress import Status
from ita_site.office.edit_commands.request import (
    NO_ANSWER,
    QUESTIONS,
    NoIssueError,
    Request,
    parse_issue,
    read_issue,
)

FORM = yaml.safe_load(
    (Path(__file__).parents[4] / ".github/ISSUE_TEMPLATE/progress.yml").read_text("utf-8")
)
FIELDS = [field for field in FORM["body"] if field["type"] != "markdown"]
OPTIONAL = {"summary", "outcomes", "obstacles", "suggestions", "evidence"}


def rendered(answers: dict[str, str], end: str = "\n") -> str:
    """The text GitHub makes of a form that was sent."""
    parts = [f"### {QUESTIONS[name]}\n\n{answered}" for name, answered in answers.items()]
    return "\n\n".join(parts).replace("\n", end)


def unanswered(**answers: str) -> dict[str, str]:
    return dict.fromkeys(QUESTIONS, "_No response_") | answers


def test_the_form_asks_what_is_understood():
    assert {field["id"]: field["attributes"]["label"] for field in FIELDS} == QUESTIONS
    assert [field["id"] for field in FIELDS] == list(QUESTIONS)


def test_the_forms_choices_are_those_of_the_model():
    options = {field["id"]: field["attributes"].get("options") for field in FIELDS}
    assert options["status"] == [status.label for status in Status]
    assert [re.sub(r"\D", "", text) for text in options["round"]] == ["3", "6", "9", "12"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_form_as_it_arrives(end):
    answers = unanswered(
        measure="เปิดดูข้อมูล",
        round="6 เดือน",
        status="แล้วเสร็จ",
        summary="- ข้อแรก\n• ข้อสอง\n\n3. ข้อสาม 2.5 เท่า\n๔) ข้อสี่",
        evidence="[ก](https://a.example/)\nข https://b.example/x",
    )
    assert parse_issue(rendered(answers, end)) == Request(
        measure="เปิดดูข้อมูล",
        round="6 เดือน",
        status="แล้วเสร็จ",
        summary=("ข้อแรก", "ข้อสอง", "ข้อสาม 2.5 เท่า", "ข้อสี่"),
        evidence=("[ก](https://a.example/)", "ข https://b.example/x"),
    )


def test_a_heading_within_an_answer_is_part_of_it():
    hostile = "ทำแล้ว\n### มาตรการ\nอีกเรื่อง\n### สถานะ\n### อื่น"
    request = parse_issue(rendered(unanswered(measure="a", round="3", summary=hostile)))
    assert request.measure == "a"
    assert request.status == ""
    assert request.summary == ("ทำแล้ว", "### มาตรการ", "อีกเรื่อง", "### สถานะ", "### อื่น")


ANSWERS = st.text(st.characters(exclude_characters="\r\n#", exclude_categories=("Cs",)), min_size=1)


@given(st.dictionaries(st.sampled_from(list(QUESTIONS)), ANSWERS))
def test_no_answer_is_lost_or_moved(answers):
    request = parse_issue(rendered(unanswered(**answers)))
    for name in QUESTIONS:
        answered = answers.get(name, "").strip()
        got = getattr(request, name)
        if answered in NO_ANSWER:
            assert got == (None if name in OPTIONAL else "")
        elif name in OPTIONAL:
            assert answered.endswith(got[0])
        else:
            assert got == " ".join(answered.split())


def test_an_event_is_read_from_its_file(tmp_path):
    event = {"action": "opened", "issue": {"number": 1, "body": rendered({"measure": "a"})}}
    (tmp_path / "event.json").write_text(json.dumps(event), "utf-8")
    assert read_issue(tmp_path / "event.json") == Request(measure="a")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        '{"issue": {"body": null}}',
        '{"issue": 1}',
        "[1]",
        '"### มาตรการ"',
        "[" * 90_000,
    ],
)
def test_what_is_no_form_is_refused(tmp_path, text):
    (tmp_path / "event").write_text(text, "utf-8")
    with pytest.raises(NoIssueError):
        read_issue(tmp_path / "event")


def test_what_is_not_saved_as_utf_8_is_told_with_the_remedy(tmp_path):
    (tmp_path / "event").write_bytes(rendered({"measure": "ตรวจลิงก์"}).encode("tis-620"))
    with pytest.raises(NoIssueError, match="บันทึกใหม่เป็น UTF-8"):
        read_issue(tmp_path / "event")
