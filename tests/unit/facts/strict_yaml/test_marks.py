"""Where things stand in a file: lines and columns as an editor counts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_site.facts.strict_yaml.document import Document, Mark
from ita_site.facts.strict_yaml.parse import parse, read
from tests.unit.facts.strict_yaml.test_values import YAML_LIKE

TEXT = """\
ชื่อหน่วยงาน: เทศบาล  # ที่มา
"ก ข": {ค: ๑, งจ: [สอง, น้ำ]}
รายการ:
  - id: หนึ่ง
    ผู้รับผิดชอบ:   กองคลัง
  -
    - ลึก
ยาว: |
  บรรทัด
"""


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        ((), None, (1, 1)),
        (("ชื่อหน่วยงาน",), (1, 1), (1, 15)),
        (("ก ข",), (2, 1), (2, 8)),
        (("ก ข", "ค"), (2, 9), (2, 12)),
        (("ก ข", "งจ"), (2, 15), (2, 19)),
        (("ก ข", "งจ", 1), None, (2, 25)),
        (("รายการ",), (3, 1), (4, 3)),
        (("รายการ", 0), None, (4, 5)),
        (("รายการ", 0, "id"), (4, 5), (4, 9)),
        (("รายการ", 0, "ผู้รับผิดชอบ"), (5, 5), (5, 21)),
        (("รายการ", 1, 0), None, (7, 7)),
        (("ยาว",), (8, 1), (8, 6)),
    ],
)
def test_keys_and_values_are_found_in_characters(path, key, value):
    document = parse(TEXT)
    assert document.keys.get(path) == (Mark(*key) if key else None)
    assert document.values[path] == Mark(*value)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("รายการ", 0, "title"), (4, 5)),
        (("รายการ", 7, "title", "x"), (3, 1)),
        (("ไม่มี", "อะไร"), (1, 1)),
        ((), (1, 1)),
    ],
)
def test_what_is_not_there_is_located_at_its_nearest_parent(path, place):
    assert parse(TEXT).locate(path) == Mark(*place)


def test_a_field_is_located_at_its_name_or_at_its_value():
    document = parse(TEXT)
    path = ("รายการ", 0, "ผู้รับผิดชอบ")
    assert document.locate(path) == Mark(5, 5)
    assert document.locate_value(path) == Mark(5, 21)


def test_a_document_without_anything_is_located_at_its_beginning():
    assert Document().locate(("a", 1)) == Mark(1, 1)


def test_windows_line_ends_do_not_shift_places():
    assert read(TEXT.replace("\n", "\r\n").encode()) == parse(TEXT)


def marks_outside(document: Document, text: str) -> list[Mark]:
    """A tab, which is refused, counts as the two spaces it should have been."""
    lines = (
        text.removeprefix("\ufeff")
        .replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\t", "  ")
        .split("\n")
    )
    flaws = [flaw.mark for flaw in document.flaws]
    return [
        mark
        for mark in [*document.keys.values(), *document.values.values(), *flaws]
        if not (1 <= mark.line <= len(lines) and 1 <= mark.column <= len(lines[mark.line - 1]) + 1)
    ]


@given(st.text(st.characters(codec="utf-8")) | YAML_LIKE)
def test_any_text_is_read_without_raising_and_every_mark_lies_inside_it(text):
    assert marks_outside(read(text.encode()), text) == []


@given(st.binary() | YAML_LIKE.map(str.encode) | YAML_LIKE.map(lambda text: text.encode("utf-16")))
def test_any_bytes_are_read_without_raising(data):
    document = read(data)
    assert document.value is None or not isinstance(document.value, bytes)
    assert all(flaw.mark.line <= data.count(b"\n") + 1 for flaw in document.flaws)
