"""What is wrong with a file's text: the mistake that was made, where it was made."""

from __future__ import annotations

import pytest

from ita_site.facts.problems import catalogue
from ita_site.facts.strict_yaml.builder import MOST_DEPTH
from ita_site.facts.strict_yaml.document import Mark
from ita_site.facts.strict_yaml.parse import parse, read
from ita_site.facts.strict_yaml.text import MOST_BYTES

TEXT_KINDS = [kind for kind in catalogue().values() if kind.code < "ITA2" and kind.wrong]


def flaws_in(text: str) -> list[tuple[str, int, int]]:
    return [(flaw.code, flaw.mark.line, flaw.mark.column) for flaw in read(text.encode()).flaws]


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("id: a\ntitle ปรับปรุง\nsteps: b", ("ITA101", 2, 1)),
        ("title ปรับปรุง\nsteps: b", ("ITA101", 1, 1)),
        ("title ปรับปรุง\nsteps:\n  - b", ("ITA101", 1, 1)),
        ("id: a\ntitle:ปรับปรุง\nsteps: b", ("ITA121", 2, 1)),
        ("title:ปรับปรุง\nsteps: b", ("ITA121", 1, 1)),
        ("- id: a\n  title= ข\n  steps: b", ("ITA121", 2, 3)),
        ("title: ก\n  steps:ข\nunits: ค", ("ITA122", 2, 3)),
        ("steps:\n  - ก\n    - ข", ("ITA120", 3, 5)),
        ("steps:\n  - ก\n  • ข", ("ITA124", 3, 3)),
        ("score: -\nb: ก", ("ITA125", 1, 8)),
        ("- id: a\n  title: ก\n  id: b\n  title: ข", ("ITA127", 3, 3)),
        ("a: ก\n<<<<<<< HEAD\nb: ข", ("ITA116", 2, 1)),
        ("steps:\n  - ก\n  -ข\n  - ค", ("ITA124", 3, 3)),
        ("- id: a\n title: ข", ("ITA104", 2, 2)),
        ("- id: a\n   title: ข", ("ITA104", 2, 4)),
        ("- ก\n  units: ข", ("ITA104", 2, 3)),
        ("a: ก\nb", ("ITA104", 2, 1)),
        ("title: ประกาศ: ฉบับที่ 1", ("ITA102", 1, 8)),
        ("- text: 'ก'\n- text: ข: ค", ("ITA102", 2, 9)),
        ("a: “ข: ค”", ("ITA123", 1, 4)),
        ("steps:\n\t- ก", ("ITA103", 2, 1)),
        ("steps:\n  - ก\n \t- ข", ("ITA103", 3, 2)),
        ("- id: a\n\ttitle: ข", ("ITA103", 2, 1)),
        ('title: "ใช้งบ\nsteps: ข', ("ITA105", 1, 8)),
        ("a: ข\nb: [ค, ง\nc: จ", ("ITA105", 2, 4)),
        ("title: *สำคัญ", ("ITA106", 1, 8)),
        ("title: *a", ("ITA106", 1, 8)),
        ("a: 1\n*b : 2", ("ITA106", 2, 1)),
        ("title: &a ข", ("ITA106", 1, 8)),
        ("title: !สำคัญ", ("ITA107", 1, 8)),
        ("- !!python/object:x {}", ("ITA107", 1, 3)),
        ("a: 1\n<<: {b: 2}", ("ITA108", 2, 1)),
        ("a: 1\n---\nb: 2", ("ITA109", 2, 1)),
        ("a: 1\nb: 2\na: 3", ("ITA110", 3, 1)),
        ("a: {b: 1, b: 2}", ("ITA110", 1, 11)),
        ("a:\na: 1", ("ITA110", 2, 1)),
        ("a: {b: 1}\na: {b: 2}", ("ITA110", 2, 1)),
        ("title: โครงการ #1", ("ITA113", 1, 8)),
        ("colour: #16325c\nb: ก", ("ITA113", 1, 8)),
        ("a:\n  - ข\n  - #ค\n  - ง", ("ITA113", 3, 4)),
        ("- [ก #ข\n  ]", ("ITA113", 1, 4)),
        ("title: ก\u202eข", ("ITA114", 1, 9)),
        ("a: ข\n\n  ค\x01", ("ITA114", 3, 4)),
        ("a: ข # หมายเหตุ", ("ITA113", 1, 4)),
        ("v: @ก", ("ITA117", 1, 4)),
        ("v: `ก`", ("ITA117", 1, 4)),
        ("v: %ก", ("ITA117", 1, 4)),
        ("[a, b]: c", ("ITA118", 1, 1)),
        ('title: "สุจริต" ทั้งองค์กร', ("ITA119", 1, 8)),
        ("- 'ก' ข", ("ITA119", 1, 3)),
    ],
)
def test_a_mistake_is_named_where_it_was_made(text, flaw):
    assert flaws_in(text) == [flaw]


@pytest.mark.parametrize(
    "text",
    [
        "a: 15 # หมายเหตุ",
        "a: ข\n# หมายเหตุ\nb: ค",
        "a: ข#1",
        "a: # ข",
        "a: #ข\n  - ค",
        "a: 'ข #1'",
        "a: https://tuayang.example/#ข",
        "a: 08:30–16.30",
        "a: it's",
        'a: ข "ค" ง',
        "a: |\n  ข: ค #1\n  - ง",
        "a: '\\ข'",
        "a: ข\n...\n",
        "%YAML 1.1\n---\na: ข",
        "a: ข\n   ค",
        "a: ข\tค",
        "a: ข@ค*ง&จ!ฉ",
        "a: -ข",
    ],
)
def test_what_only_looks_like_a_mistake_is_none(text):
    assert flaws_in(text) == []


@pytest.mark.parametrize("kind", TEXT_KINDS, ids=lambda kind: kind.code)
def test_the_examples_of_the_catalogue_are_examples_of_their_problem(kind):
    wrong, right = (text.replace("→", "\t") for text in (kind.wrong, kind.right))
    codes = [code for behind in ("", "\nnext: x") for code, *_ in flaws_in(wrong + behind)]
    assert kind.code in codes
    assert flaws_in(right) == []


def test_a_mistake_that_can_be_set_aside_hides_none_behind_it():
    text = "a: ข: ค\nb: @ง\nc:\n\t- จ\nd: *ฉ\nd: โครงการ #1"
    codes = [code for code, *_ in flaws_in(text)]
    assert sorted(codes) == ["ITA102", "ITA103", "ITA106", "ITA110", "ITA113", "ITA117"]
    assert parse(text).value is not None


def test_of_tabs_every_one_is_told():
    text = "- id: a\n\ttitle: ก\n- id: b\n \ttitle: ข\n\t\tsteps: ค"
    (flaw,) = read(text.encode()).flaws
    assert (flaw.code, flaw.mark, flaw.details["lines"]) == ("ITA103", Mark(2, 1), "2, 4, 5")


def test_more_mistakes_than_anyone_mends_at_once_end_the_reading():
    document = parse("\n".join(f"key{number}: ข: ค" for number in range(100)))
    assert document.value is None
    assert {flaw.code for flaw in document.flaws} == {"ITA102"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 1\na: 2", {"a": "1"}),
        ("a: 1\na: {b: [c]}\nd: 2", {"a": "1", "d": "2"}),
        ("a: 1\n---\na: 2\n---\nb: 3", {"a": "1"}),
        ("[a, {b: c}]: {d: e}\nf: g", {"f": "g"}),
        ("a: *b\nc: d", {"c": "d"}),
    ],
)
def test_what_is_refused_does_not_get_into_the_values(text, value):
    document = parse(text)
    assert document.value == value
    assert document.flaws


@pytest.mark.parametrize(
    ("opening", "closing"), [("[", "]"), ("{a: ", "}")], ids=["lists", "fields"]
)
def test_data_may_be_nested_twenty_levels_deep_and_no_deeper(opening, closing):
    deep = opening * MOST_DEPTH + "x" + closing * MOST_DEPTH
    assert flaws_in(deep) == []
    assert [code for code, *_ in flaws_in(opening + deep + closing)] == ["ITA112"]


def test_a_file_of_just_the_size_allowed_is_read_and_a_larger_one_is_not():
    line = b"# 3456789\n"
    most = line * (MOST_BYTES // len(line))
    assert read(most).flaws == ()
    (flaw,) = read(most + b"\n").flaws
    assert (flaw.code, flaw.mark) == ("ITA111", Mark(1, 1))
    assert flaw.details == {"size": "256,001", "most": "256,000"}


@pytest.mark.parametrize(("encoding", "line"), [("tis-620", 2), ("utf-16", 1)])
def test_a_file_in_another_encoding_is_refused_at_its_first_foreign_line(encoding, line):
    (flaw,) = read("name: x\nkind: ข".encode(encoding)).flaws
    assert (flaw.code, flaw.mark) == ("ITA115", Mark(line, 1))


def test_an_escaped_character_nobody_sees_is_refused_like_one_written_out():
    assert [code for code, *_ in flaws_in('a: "ก\\u202eข"')] == ["ITA114"]


WHOLE = """measures:
  - id: signs
    title: ติดป้ายบอกทาง
    steps:
      - text: สำรวจจุดติดตั้ง
        units: กองช่าง
      - ติดป้าย
    units:
      - กองช่าง
      - กองคลัง
    budget:
      amount: 12,000
      note: งบกลาง
    timeframe: ต.ค. 67
  - id: queue
    title: จองคิว
    steps: เปิดระบบ
    units: สำนักปลัด
""".splitlines()


INDENTS = [len(line) - len(line.lstrip()) for line in WHOLE]


@pytest.mark.parametrize(
    ("at", "indent"),
    [
        (at, indent + by)
        for at, indent in enumerate(INDENTS)
        for by in (-4, -3, -2, -1, 1, 2, 3, 4)
        if at and indent + by >= 0
    ],
)
def test_a_line_that_is_shifted_is_one_flaw_at_most(at, indent):
    shifted = " " * indent + WHOLE[at].lstrip()
    assert len(flaws_in("\n".join([*WHOLE[:at], shifted, *WHOLE[at + 1 :]]))) <= 1


def test_the_line_that_is_shifted_is_named_where_a_later_one_makes_no_sense():
    lines = [*WHOLE]
    lines[1] = " - id: signs"
    assert flaws_in("\n".join(lines)) == [("ITA104", 2, 2)]


def test_what_is_wrong_beside_a_shifted_line_is_told_too():
    lines = [*WHOLE]
    lines[7] = "     units:"
    lines[15] = "    title: จอง: คิว"
    assert [code for code, _, _ in flaws_in("\n".join(lines))] == ["ITA104", "ITA102"]
