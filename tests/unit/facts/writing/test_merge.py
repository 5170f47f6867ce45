"""What is missing is added, what is there stays and is told where it differs."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_site.facts.strict_yaml.parse import read
from ita_site.facts.writing.edit import FlawedFileError
from ita_site.facts.writing.emit import emit
from ita_site.facts.writing.merge import merge
from ita_site.facts.writing.merge_files import Offered, merge_files
from tests.unit.facts.writing.test_emit import GROUPS

DATA = Path(__file__).parents[4] / "data"
SHIPPED = sorted(DATA.rglob("*.yml"))
FILE = """\
# ของเดิม
source: ITAS
total:
  score: 95.17   # จากระบบ
indicators:
  - no: 1
    score: 95.12
  - no: 2
measures:
  - id: links
    title: ตรวจลิงก์
    steps:
      - ก
"""


def merged(value, remarks=None):
    return merge(FILE.encode(), value, remarks)


def test_what_is_missing_is_added_at_its_place():
    value = {
        "source": "ITAS",
        "total": {"score": "95.17", "rating_as_printed": "ผ่านดี"},
        "indicators": [
            {"no": "2", "score": "90.00"},
            {"no": "3", "score": "80.00"},
            {"no": "1", "score": "95.12"},
        ],
        "limitations": {"items": ["ข"]},
    }
    found = merged(value, {("indicators", 1): "จากตาราง 1", ("limitations",): "จากย่อหน้า 9"})
    assert found.differences == ()
    assert found.added == (
        ("total", "rating_as_printed"),
        ("indicators", 1, "score"),
        ("indicators", 2),
        ("limitations",),
    )
    assert found.data.decode() == FILE.replace(
        "ระบบ\n", "ระบบ\n  rating_as_printed: ผ่านดี\n"
    ).replace(
        "  - no: 2\n",
        "  - no: 2\n    score: 90.00\n  # จากตาราง 1\n  - no: 3\n    score: 80.00\n"
        "# จากย่อหน้า 9\nlimitations:\n  items:\n    - ข\n",
    )


def test_what_differs_is_told_and_left():
    value = {"total": {"score": "99.17"}, "measures": [{"id": "links", "steps": ["ก", "ข"]}]}
    found = merged(value)
    assert found.data == FILE.encode()
    assert [(of.path, of.line, of.kept, of.offered) for of in found.differences] == [
        (("total", "score"), 4, "95.17", "99.17"),
        (("measures", 0, "steps"), 12, ["ก"], ["ก", "ข"]),
    ]


@pytest.mark.parametrize(
    "value",
    [
        {"source": " itas "},
        {"source": ["ITAS"]},
        {"total": {"score": "95.170"}},
        {"total": {"score": "๙๕.๑๗"}},
        {"measures": [{"id": "links", "steps": "ก"}]},
        {"measures": [{"id": "links", "steps": [{"text": "ก"}]}]},
        {"source": None, "total": {}},
    ],
)
def test_the_same_in_other_writing_is_no_difference(value):
    found = merged(value)
    assert (found.data, found.added, found.differences) == (FILE.encode(), (), ())


def test_a_measure_known_under_another_id_is_told():
    found = merged({"measures": [{"id": "m1", "title": "ตรวจลิงก์", "units": "กองคลัง"}]})
    assert found.ids == {"m1": "links"}
    assert [of.path for of in found.differences] == [("measures", 0, "id")]
    assert found.data.decode() == FILE.replace("ตรวจลิงก์\n", "ตรวจลิงก์\n    units: กองคลัง\n")


def test_reports_are_told_apart_by_measure_and_round():
    file = b"progress:\n  - measure: a\n    round: 6\n    summary: x\n"
    value = {"progress": [{"measure": "a", "round": "12", "summary": "y"}]}
    found = merge(file, value)
    assert found.data == file + b'\n  - measure: a\n    round: 12\n    summary: "y"\n'
    assert merge(found.data, value).data == found.data


def test_codes_that_occur_twice_stay_two():
    value = {"questions": [{"code": "i1", "score": "1"}, {"code": "i1", "score": "2"}]}
    found = merge(b"questions:\n  - code: i1\n", value)
    assert read(found.data).value == value


def test_a_file_that_is_not_there_is_made():
    value = {"a": "x", "b": ["z"]}
    assert merge(b"", value, {("b",): "ค"}).data.decode() == "a: x\n\n# ค\nb:\n  - z\n"


def test_a_flawed_file_is_not_touched():
    with pytest.raises(FlawedFileError):
        merge(b"a: 1\na: 2\n", {"b": "x"})


@settings(max_examples=25)
@given(GROUPS)
def test_merged_twice_is_merged_once(tree):
    once = merge(b"# x\n", tree)
    assert once.differences == ()
    again = merge(once.data, tree)
    assert (again.data, again.added, again.differences) == (once.data, (), ())


@settings(max_examples=25)
@given(st.sampled_from(SHIPPED), st.data())
def test_what_was_taken_out_of_a_shipped_file_comes_back(shipped, data):
    value = read(shipped.read_bytes()).value
    key = data.draw(st.sampled_from(list(value)))
    rest = {name: part for name, part in value.items() if name != key}
    found = merge(emit(rest).encode(), value)
    assert read(found.data).value == value
    assert found.differences == ()
    untouched = merge(shipped.read_bytes(), value)
    assert untouched.data == shipped.read_bytes()
    assert untouched.differences == ()


def test_files_name_an_entry_as_the_one_that_holds_it_does():
    files = {
        "2569/assessment.yml": b"analysis:\n  findings:\n    - id: dead-links\n      text: x\n",
        "2569/measures.yml": b"measures:\n  - id: links\n    title: t\n",
        "2569/progress.yml": b"progress:\n  - measure: links\n    round: 6\n    status: done\n",
    }
    found = merge_files(
        files,
        {
            "2569/assessment.yml": Offered(
                {"analysis": {"findings": [{"id": "f1", "text": "x"}]}}, {}
            ),
            "2569/measures.yml": Offered(
                {"measures": [{"id": "m1", "title": "t", "findings": ["f1", "f2"]}]}, {}
            ),
            "2569/progress.yml": Offered(
                {"progress": [{"measure": "m1", "round": "6", "summary": "f1 m1"}]}, {}
            ),
            "2569/year.yml": Offered({"assessment_year": "2569"}, {}),
        },
    )
    assert read(found["2569/measures.yml"].data).value["measures"] == [
        {"id": "links", "title": "t", "findings": ["dead-links", "f2"]}
    ]
    assert read(found["2569/progress.yml"].data).value["progress"] == [
        {"measure": "links", "round": "6", "status": "done", "summary": "f1 m1"}
    ]
    assert found["2569/year.yml"].data == b"assessment_year: 2569\n"
