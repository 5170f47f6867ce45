"""What is written is read again as the same texts, by our reader and by others."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ita_site.facts.strict_yaml.parse import parse, read
from ita_site.facts.strict_yaml.text import UNSEEN
from ita_site.facts.writing.emit import emit, field_names, number_fields
from ita_site.facts.writing.scalar import UnwritableError

DATA = Path(__file__).parents[4] / "data"
AWKWARD = [
    *["18:30", "NO", "y", "021234567", "1.10", "100.00", "1e3", "0x1F", "0o7", "~", "null", "true"],
    *["2569-03-31", "2567-02-29", "12:30:45", "1_000", ".5", "5.", "+1", "-0", "=", "<<", ".inf"],
    *["ประกาศ: ฉบับที่ 1", "ห้อง #102", "# ไม่ใช่หมายเหตุ", "- ข้อหนึ่ง", "-", "–", "?", "? ก", ":", "ก:"],
    *['"สุจริต" ทั้งองค์กร', "'ก'", "it's", "\\", "\"'\\", "@ไลน์", "*", "&a", "!t", "%", "`", "|", ">"],
    *["[ก]", "{ก}", "]", "}", ",", "a, b", "[", "{{ x }}", "---", "...", "<<<<<<<", "======="],
    *["บรรทัด\nสอง", "ก\n\nข", " นำ", "ตาม ", "ก\n", "\nก", "ก\n  ข", "  ก\nข", "ก \nข", "# ก\n- ข"],
    *["แท็บ\tใน", "\tนำ", "nbsp\xa0", "ก\n\tข", "\u200bก", "😀", "ยาว" * 500, "a: 1\nb: 2", "<p>"],
]
CHARACTERS = st.characters(codec="utf-8", exclude_categories=("Cs",))
FREE = st.text(CHARACTERS | st.sampled_from(" \n:-#'\"[]{}|>"), min_size=1)
TEXTS = (st.sampled_from(AWKWARD) | FREE).filter(
    lambda text: text.strip() and not UNSEEN.search(text)
)
KEYS = st.sampled_from(["score", "title", "units", "measures", "ชื่อ"]) | TEXTS.filter(
    lambda text: len(text) < 500
)
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
GROUPS = st.dictionaries(KEYS, VALUES, max_size=5)
TREES = GROUPS | st.lists(VALUES, max_size=5)


@given(TREES)
def test_our_reader_reads_what_was_written(tree):
    document = parse(emit(tree))
    assert document.flaws == ()
    assert document.value == tree


@given(TREES.filter(bool), st.data())
def test_remarks_change_nothing(tree, data):
    places = [path for path in parse(emit(tree)).values if path]
    chosen = data.draw(st.lists(st.sampled_from([(), *places])))
    text = emit(tree, dict.fromkeys(chosen, "หมายเหตุ: [x]\n\n- ก"))
    assert parse(text).value == tree
    assert parse(text).flaws == ()
    assert text.count("# หมายเหตุ") == len(set(chosen))


@given(TEXTS)
def test_yaml_1_1_reads_the_same_text_or_a_number_written_the_same(text):
    seen = yaml.safe_load(emit({"title": text}))["title"]
    assert str(seen) == text
    assert isinstance(seen, str | int | float)
    assert not isinstance(seen, bool)


@pytest.mark.parametrize(
    ("field", "text", "line"),
    [
        ("score", "100.00", "score: 100.00"),
        ("score", "95.12", "score: 95.12"),
        ("result_year", "2568", "result_year: 2568"),
        ("sample", "true", "sample: true"),
        ("as_of", "16 พ.ย. 2569", "as_of: 16 พ.ย. 2569"),
        ("timeframe", "ต.ค. 68 - มี.ค. 69", "timeframe: ต.ค. 68 - มี.ค. 69"),
        ("before", "34", "before: 34"),
        ("before", "5.00", 'before: "5.00"'),
        ("before", "1,240", "before: 1,240"),
        ("phone", "021234567", 'phone: "021234567"'),
        ("hours", "18:30", 'hours: "18:30"'),
        ("title", "NO", 'title: "NO"'),
        ("title", "y", 'title: "y"'),
        ("title", "0o7", 'title: "0o7"'),
        ("title", '"สุจริต" ทั้งองค์กร', "title: '\"สุจริต\" ทั้งองค์กร'"),
        ("value", "ห้อง #102", 'value: "ห้อง #102"'),
        ("value", "@tuayang.example", 'value: "@tuayang.example"'),
        ("title", "ประกาศ: ฉบับที่ 1", 'title: "ประกาศ: ฉบับที่ 1"'),
        ("title", "“ลับ” (ก) 50% & ข", "title: “ลับ” (ก) 50% & ข"),
        ("summary", "ก\n- ข", "summary: |-\n  ก\n  - ข"),
        ("units", [], "units: []"),
    ],
)
def test_texts_look_as_people_write_them(field, text, line):
    assert emit({field: text}) == line + "\n"


def test_the_whole_looks_as_the_shipped_files_do():
    value = {
        "note": None,
        "progress": [
            {
                "measure": "a",
                "round": "6",
                "summary": ["ก", "ข: ค"],
                "evidence": [{"title": "ค", "url": "https://a.example/b#c"}],
            },
            {"measure": "b", "status": None},
        ],
        "updated_on": "8 เม.ย. 2569",
    }
    remarks = {
        (): "หัวไฟล์\nสองบรรทัด",
        ("note",): "ไม่มีหมายเหตุ",
        ("progress", 0): "---- รอบ 6 ----",
        ("progress", 0, "summary"): "สรุป",
        ("progress", 1, "status"): "status: done",
    }
    assert emit(value, remarks) == (
        "# หัวไฟล์\n# สองบรรทัด\n\n# ไม่มีหมายเหตุ\n\nprogress:\n"
        "  # ---- รอบ 6 ----\n  - measure: a\n    round: 6\n    # สรุป\n    summary:\n"
        '      - ก\n      - "ข: ค"\n'
        "    evidence:\n      - title: ค\n        url: https://a.example/b#c\n\n"
        "  - measure: b\n    # status: done\n\nupdated_on: 8 เม.ย. 2569\n"
    )


def test_nothing_is_an_empty_text():
    assert emit(None) == ""
    assert emit({"a": None, "b": [None, " "]}) == "b: []\n"


@pytest.mark.parametrize("file", sorted(DATA.rglob("*.yml")), ids=lambda file: str(file.name))
def test_the_shipped_files_written_anew_hold_the_same_lines(file):
    """Apart from remarks, blank lines and a few lists on one line."""
    shipped = file.read_text("utf-8")
    anew = emit(read(file.read_bytes()).value)
    ours = {line for line in anew.splitlines() if line}
    lines = [line for line in shipped.splitlines() if line and not line.lstrip().startswith("#")]
    strange = [line for line in lines if line not in ours and "[" not in line]
    assert [line for line in strange if '"' not in line and not line.endswith("0")] == []
    assert len(lines) > 5


@pytest.mark.parametrize("text", ["\u202eก", "ก\x00", "\ue000", "\ufeff", "ก\rข"])
def test_what_no_file_may_hold_is_refused_with_its_place(text):
    with pytest.raises(UnwritableError) as caught:
        emit({"units": [{"name": text}]})
    assert caught.value.path == ("units", 0, "name")


def test_fields_of_numbers_come_from_the_model():
    assert {"score", "no", "result_year", "round", "sample", "reporting_rounds"} <= number_fields()
    assert {"no", "title", "timeframe"} <= field_names()
    assert not {"title", "before", "phone", "values", "as_of", "timeframe"} & number_fields()
